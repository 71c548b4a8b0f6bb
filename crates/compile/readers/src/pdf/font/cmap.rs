//! Character maps: from codes to text (`ToUnicode`) or to glyph numbers (an embedded `Encoding`).

use crate::pdf::lexer::{Lexer, Token};

/// What a code stands for.
#[derive(Debug, Clone, PartialEq)]
enum Target {
    Text(Box<[char]>),
    Glyph(u32),
}

/// Codes that stand for targets in a row.
#[derive(Debug)]
struct Run {
    low: u32,
    high: u32,
    first: Target,
}

/// A range of codes of one length in bytes.
#[derive(Debug, Clone, Copy)]
struct Space {
    length: usize,
    low: u32,
    high: u32,
}

/// A character map.
#[derive(Debug, Default)]
pub(super) struct CMap {
    spaces: Vec<Space>,
    runs: Vec<Run>,
    /// Its text stands from top to bottom.
    pub is_vertical: bool,
}

impl CMap {
    /// Reads a map; what is not understood in it is left out.
    pub fn parse(bytes: &[u8]) -> Self {
        let mut parser = Parser { lexer: Lexer::new(bytes), operands: Vec::new(), map: CMap::default() };
        parser.run();
        let mut map = parser.map;
        map.runs.sort_by_key(|run| run.low);
        map
    }

    /// Returns how many bytes the code at the beginning of a string has, and the code.
    pub fn code(&self, bytes: &[u8]) -> (usize, u32) {
        let mut code = 0;
        for (index, byte) in bytes.iter().take(4).enumerate() {
            code = code << 8 | u32::from(*byte);
            let fits = |space: &&Space| space.length == index + 1 && space.holds(code);
            if self.spaces.iter().any(|space| fits(&space)) {
                return (index + 1, code);
            }
        }
        let length = self.spaces.iter().map(|space| space.length).min().unwrap_or(2).min(bytes.len());
        (length.max(1), number(&bytes[..length]))
    }

    /// Puts the text that a code stands for into an empty place; tells whether there is one.
    pub fn text(&self, code: u32, place: &mut Vec<char>) -> bool {
        let Some(Run { low, first: Target::Text(text), .. }) = self.run(code) else { return false };
        place.clear();
        place.extend_from_slice(text);
        if let Some(last) = place.last_mut() {
            *last =
                u32::from(*last).checked_add(code - low).and_then(char::from_u32).unwrap_or(super::UNKNOWN);
        }
        !place.is_empty()
    }

    /// Returns the number of the glyph that a code stands for.
    pub fn glyph(&self, code: u32) -> Option<u32> {
        let run = self.run(code)?;
        match run.first {
            Target::Glyph(first) => first.checked_add(code - run.low),
            Target::Text(_) => None,
        }
    }

    fn run(&self, code: u32) -> Option<&Run> {
        let after = self.runs.partition_point(|run| run.low <= code);
        // Ranges of careless programs overlap; the narrow one that begins last counts, then its neighbours.
        self.runs[..after].iter().rev().take(4).find(|run| run.high >= code)
    }
}

impl Space {
    /// Tells whether each byte of a code lies between those of the ends.
    fn holds(self, code: u32) -> bool {
        (0..self.length).all(|index| {
            let byte = |value: u32| value >> (8 * index) & 0xff;
            (byte(self.low)..=byte(self.high)).contains(&byte(code))
        })
    }
}

/// A value before an operator.
#[derive(Debug)]
enum Operand {
    Text(Vec<u8>),
    Number(u32),
    Name(Vec<u8>),
    ArrayStart,
    ArrayEnd,
}

struct Parser<'a> {
    lexer: Lexer<'a>,
    operands: Vec<Operand>,
    map: CMap,
}

impl Parser<'_> {
    fn run(&mut self) {
        while let Some(token) = self.lexer.token() {
            match token {
                Token::Text(range) => self.operands.push(Operand::Text(self.lexer.stored(&range).to_vec())),
                Token::Name(range) => self.operands.push(Operand::Name(self.lexer.stored(&range).to_vec())),
                Token::Number(number) => self.operands.push(Operand::Number(number.max(0.0) as u32)),
                Token::ArrayStart => self.operands.push(Operand::ArrayStart),
                Token::ArrayEnd => self.operands.push(Operand::ArrayEnd),
                Token::DictionaryStart | Token::DictionaryEnd => {}
                Token::Word(word) => {
                    self.operator(word);
                    self.operands.clear();
                    self.lexer.forget();
                }
            }
        }
    }

    fn operator(&mut self, word: &[u8]) {
        match word {
            b"endcodespacerange" => self.spaces(),
            b"endbfchar" | b"endcidchar" => self.chars(),
            b"endbfrange" | b"endcidrange" => self.ranges(),
            b"def" => {
                if let [.., Operand::Name(name), Operand::Number(mode)] = self.operands.as_slice()
                    && name == b"WMode"
                {
                    self.map.is_vertical = *mode == 1;
                }
            }
            _ => {}
        }
    }

    fn spaces(&mut self) {
        for pair in self.operands.chunks_exact(2) {
            if let [Operand::Text(low), Operand::Text(high)] = pair
                && (1..=4).contains(&low.len())
                && self.map.spaces.len() < 256
            {
                self.map.spaces.push(Space { length: low.len(), low: number(low), high: number(high) });
            }
        }
    }

    fn chars(&mut self) {
        for pair in self.operands.chunks_exact(2) {
            if let [Operand::Text(code), to] = pair
                && let Some(first) = target(to)
            {
                let code = number(code);
                self.map.runs.push(Run { low: code, high: code, first });
            }
        }
    }

    fn ranges(&mut self) {
        let mut operands = self.operands.iter();
        while let (Some(Operand::Text(low)), Some(Operand::Text(high)), Some(to)) =
            (operands.next(), operands.next(), operands.next())
        {
            let (low, high) = (number(low), number(high));
            if !matches!(to, Operand::ArrayStart) {
                self.map.runs.extend(target(to).map(|first| Run { low, high, first }));
                continue;
            }
            let row = operands.by_ref().take_while(|operand| !matches!(operand, Operand::ArrayEnd));
            for (code, to) in (low..=high).zip(row) {
                self.map.runs.extend(target(to).map(|first| Run { low: code, high: code, first }));
            }
        }
    }
}

fn target(operand: &Operand) -> Option<Target> {
    match operand {
        Operand::Text(bytes) => Some(Target::Text(super::written_out(&utf_16(bytes)))),
        Operand::Number(glyph) => Some(Target::Glyph(*glyph)),
        Operand::Name(name) => Some(Target::Text(super::names::text(name)?)),
        Operand::ArrayStart | Operand::ArrayEnd => None,
    }
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |value, byte| value << 8 | u32::from(*byte))
}

/// Reads UTF-16; a single byte is a character of its own.
fn utf_16(bytes: &[u8]) -> String {
    if let [byte] = bytes {
        return char::from(*byte).to_string();
    }
    let units = bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or(super::UNKNOWN)).collect()
}
