//! The words of a content stream or a character map.

use std::ops::Range;

/// A word. Names and strings stand in the lexer's store at their range, with their escapes undone.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token<'a> {
    /// A number.
    Number(f64),
    /// A name, without its slash.
    Name(Range<usize>),
    /// A string.
    Text(Range<usize>),
    /// `[`
    ArrayStart,
    /// `]`
    ArrayEnd,
    /// `<<`
    DictionaryStart,
    /// `>>`
    DictionaryEnd,
    /// Anything else: an operator, `true`, `null`.
    Word(&'a [u8]),
}

/// Cuts bytes into words.
pub(super) struct Lexer<'a> {
    bytes: &'a [u8],
    at: usize,
    store: Vec<u8>,
}

impl<'a> Lexer<'a> {
    /// Begins at the start of the bytes.
    pub fn new(bytes: &'a [u8]) -> Self {
        Lexer { bytes, at: 0, store: Vec::new() }
    }

    /// Returns what stands in the store.
    pub fn stored(&self, range: &Range<usize>) -> &[u8] {
        self.store.get(range.clone()).unwrap_or_default()
    }

    /// Forgets the names and strings so far.
    pub fn forget(&mut self) {
        self.store.clear();
    }

    /// Returns where it stands.
    pub fn place(&self) -> usize {
        self.at
    }

    /// Goes back or forth to a place.
    pub fn go_to(&mut self, place: usize) {
        self.at = place.min(self.bytes.len());
    }

    /// Returns the next word if it is neither number, name, string nor bracket.
    pub fn word(&mut self) -> Option<&'a [u8]> {
        match self.token()? {
            Token::Word(word) => Some(word),
            _ => None,
        }
    }

    /// Returns the bytes that are not read yet.
    pub fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// Leaves bytes out.
    pub fn skip(&mut self, count: usize) {
        self.at = self.at.saturating_add(count).min(self.bytes.len());
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Returns the next word.
    pub fn token(&mut self) -> Option<Token<'a>> {
        self.skip_space();
        let byte = self.peek()?;
        let next = self.bytes.get(self.at + 1).copied();
        match byte {
            b'0'..=b'9' | b'+' | b'-' | b'.' => Some(self.number()),
            b'/' => Some(self.name()),
            b'(' => Some(self.literal()),
            b'<' if next == Some(b'<') => Some(self.sign(2, Token::DictionaryStart)),
            b'<' => Some(self.hexadecimal()),
            b'>' if next == Some(b'>') => Some(self.sign(2, Token::DictionaryEnd)),
            b'[' => Some(self.sign(1, Token::ArrayStart)),
            b']' => Some(self.sign(1, Token::ArrayEnd)),
            _ => Some(self.plain()),
        }
    }

    fn sign(&mut self, length: usize, token: Token<'a>) -> Token<'a> {
        self.at += length;
        token
    }

    fn skip_space(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                self.at += self.rest().iter().take_while(|byte| !matches!(byte, b'\n' | b'\r')).count();
            } else if is_space(byte) {
                self.at += 1;
            } else {
                return;
            }
        }
    }

    fn plain(&mut self) -> Token<'a> {
        let rest = self.rest();
        let length = rest.iter().take_while(|byte| is_regular(**byte)).count().max(1);
        self.at += length;
        Token::Word(&rest[..length])
    }

    /// Reads a number; what only begins like one is a word.
    fn number(&mut self) -> Token<'a> {
        let rest = self.rest();
        let length = rest.iter().take_while(|byte| is_regular(**byte)).count();
        let text = &rest[..length];
        self.at += length;
        match read_number(text) {
            Some(number) => Token::Number(number),
            None => Token::Word(text),
        }
    }

    fn name(&mut self) -> Token<'a> {
        self.at += 1;
        let rest = self.rest();
        let length = rest.iter().take_while(|byte| is_regular(**byte)).count();
        self.at += length;
        let start = self.store.len();
        let mut raw = &rest[..length];
        while let [first, after @ ..] = raw {
            if let (b'#', [high, low, tail @ ..]) = (first, after)
                && let (Some(high), Some(low)) = (digit(*high), digit(*low))
            {
                self.store.push(high << 4 | low);
                raw = tail;
            } else {
                self.store.push(*first);
                raw = after;
            }
        }
        Token::Name(start..self.store.len())
    }

    fn hexadecimal(&mut self) -> Token<'a> {
        self.at += 1;
        let start = self.store.len();
        let mut high = None;
        while let Some(byte) = self.peek() {
            self.at += 1;
            if byte == b'>' {
                break;
            }
            let Some(low) = digit(byte) else { continue };
            match high.take() {
                Some(high) => self.store.push(high << 4 | low),
                None => high = Some(low),
            }
        }
        self.store.extend(high.map(|high| high << 4));
        Token::Text(start..self.store.len())
    }

    fn literal(&mut self) -> Token<'a> {
        self.at += 1;
        let start = self.store.len();
        let mut depth = 0_usize;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'\\' => self.escape(),
                b')' if depth == 0 => break,
                b')' => {
                    depth -= 1;
                    self.store.push(byte);
                }
                b'(' => {
                    depth += 1;
                    self.store.push(byte);
                }
                b'\r' => {
                    self.at += usize::from(self.peek() == Some(b'\n'));
                    self.store.push(b'\n');
                }
                _ => self.store.push(byte),
            }
        }
        Token::Text(start..self.store.len())
    }

    fn escape(&mut self) {
        let Some(byte) = self.peek() else { return };
        self.at += 1;
        match byte {
            b'n' => self.store.push(b'\n'),
            b'r' => self.store.push(b'\r'),
            b't' => self.store.push(b'\t'),
            b'b' => self.store.push(8),
            b'f' => self.store.push(12),
            b'\n' => {}
            b'\r' => self.at += usize::from(self.peek() == Some(b'\n')),
            b'0'..=b'7' => {
                let mut value = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek() else { break };
                    self.at += 1;
                    value = value * 8 + u32::from(digit - b'0');
                }
                self.store.push((value & 0xff) as u8);
            }
            other => self.store.push(other),
        }
    }
}

/// Reads a number as PDF writes it, and as careless programs do (`--5`, `1.`, `.5`, `4-3`).
#[expect(clippy::float_arithmetic, reason = "numbers of a page are lengths")]
fn read_number(text: &[u8]) -> Option<f64> {
    let mut value = 0.0;
    let mut scale = 0.0;
    let mut digits = 0_usize;
    let mut is_negative = false;
    for (index, byte) in text.iter().enumerate() {
        match byte {
            b'0'..=b'9' => {
                digits += 1;
                let digit = f64::from(byte - b'0');
                if scale > 0.0 {
                    value += digit * scale;
                    scale /= 10.0;
                } else {
                    value = value * 10.0 + digit;
                }
            }
            b'.' if scale == 0.0 => scale = 0.1,
            b'-' if digits > 0 => break,
            b'-' => is_negative = true,
            b'+' if index == 0 => {}
            _ => return None,
        }
    }
    let is_number = digits > 0 || scale > 0.0;
    (is_number && value < 1e12).then_some(if is_negative { -value } else { value })
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).map(|digit| digit as u8)
}

/// Tells whether a byte is white space.
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 12 | b'\r' | b' ')
}

fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}
