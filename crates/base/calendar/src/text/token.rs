//! A text cut into words, numbers and signs.

use std::ops::Range;

use super::gate::{Gate, Mark};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// ASCII digits; the value stops at the largest.
    Number {
        value: u32,
        digits: usize,
    },
    /// Letters.
    Word,
    /// White space, with the number of its line breaks.
    Space {
        breaks: usize,
    },
    Dot,
    Comma,
    /// A hyphen or a dash.
    Dash,
    Slash,
    Other(char),
}

struct Token {
    kind: Kind,
    /// What a gate sees of a word.
    mark: Mark,
    range: Range<usize>,
}

/// A text and its tokens.
pub(super) struct Tokens<'t> {
    text: &'t str,
    list: Vec<Token>,
}

impl<'t> Tokens<'t> {
    /// Cuts a text up.
    pub(super) fn read(text: &'t str) -> Self {
        /// Fewer bytes than this on the average make a token of running text.
        const TOKEN_BYTES: usize = 3;
        let mut list = Vec::with_capacity(text.len() / TOKEN_BYTES + 1);
        let mut at = 0;
        while let Some(&first) = text.as_bytes().get(at) {
            let (kind, end, mark) = token(text, at, first);
            list.push(Token { kind, mark, range: at..end });
            at = end;
        }
        Self { text, list }
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.list.get(at).map(|token| token.kind)
    }

    /// Returns the kind of the token `back` places before.
    pub(super) fn kind_before(&self, at: usize, back: usize) -> Option<Kind> {
        at.checked_sub(back).and_then(|at| self.kind(at))
    }

    pub(super) fn is(&self, at: usize, kind: Kind) -> bool {
        self.kind(at) == Some(kind)
    }

    /// Returns the value and the count of digits of a number.
    pub(super) fn number(&self, at: usize) -> Option<(u32, usize)> {
        match self.kind(at)? {
            Kind::Number { value, digits } => Some((value, digits)),
            _ => None,
        }
    }

    /// Returns the value of a number of one or two digits.
    pub(super) fn short_number(&self, at: usize) -> Option<u8> {
        self.number(at).filter(|&(_, digits)| digits <= 2).map(|(value, _)| value as u8)
    }

    pub(super) fn word(&self, at: usize) -> Option<&'t str> {
        let token = self.list.get(at)?;
        (token.kind == Kind::Word).then(|| &self.text[token.range.clone()])
    }

    /// Tells whether the token is one of the words, which are in lower case.
    pub(super) fn is_word(&self, at: usize, words: &[&str]) -> bool {
        self.word(at).is_some_and(|word| words.iter().any(|lower| same_word(word, lower)))
    }

    /// Tells whether the token is a word that may be one of those that a gate lets through.
    pub(super) fn passes(&self, at: usize, gate: &Gate) -> bool {
        self.list.get(at).is_some_and(|token| token.kind == Kind::Word && gate.lets(token.mark))
    }

    /// Returns the place after white space, if there is any and it parts no paragraphs.
    pub(super) fn skip_space(&self, at: usize) -> usize {
        at + usize::from(self.is_space(at))
    }

    /// Tells whether the token is white space that parts no paragraphs.
    ///
    /// Text taken out of a PDF may have an empty line between any two lines; a paragraph ends with more.
    pub(super) fn is_space(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Space { breaks: 0..=2 }))
    }

    /// Returns the place before white space, if there is any and it parts no paragraphs.
    pub(super) fn before_space(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        if self.is_space(before) { before.checked_sub(1) } else { Some(before) }
    }

    /// Returns the place after the words with white space between, which are in lower case.
    pub(super) fn phrase(&self, at: usize, words: &[&str]) -> Option<usize> {
        let mut next = at;
        for (count, word) in words.iter().enumerate() {
            if count > 0 {
                next = self.is_space(next).then_some(next + 1)?;
            }
            next = self.is_word(next, &[word]).then_some(next + 1)?;
        }
        Some(next)
    }

    /// Tells whether a number stands at the start of its line.
    pub(super) fn starts_line(&self, at: usize) -> bool {
        matches!(self.kind_before(at, 1), None | Some(Kind::Space { breaks: 1.. }))
    }

    /// Tells whether the number at this place is only a part of something: "A4", "R-115", "3.1.2", "1,5".
    pub(super) fn is_torn(&self, at: usize) -> bool {
        match self.kind_before(at, 1) {
            Some(Kind::Word) => true,
            Some(Kind::Dash) => matches!(self.kind_before(at, 2), Some(Kind::Word)),
            Some(Kind::Dot | Kind::Comma) => matches!(self.kind_before(at, 2), Some(Kind::Number { .. })),
            _ => false,
        }
    }

    /// Returns the text between two places.
    pub(super) fn range(&self, from: usize, until: usize) -> Range<usize> {
        let start = self.list.get(from).map_or(self.text.len(), |token| token.range.start);
        let end =
            until.checked_sub(1).and_then(|last| self.list.get(last)).map_or(start, |token| token.range.end);
        start..end.max(start)
    }
}

/// Reads the token at `at`, whose first byte is `first`; gives its kind, its end and its mark.
fn token(text: &str, at: usize, first: u8) -> (Kind, usize, Mark) {
    let unmarked = |(kind, end)| (kind, end, Mark::ODD);
    match first {
        b' ' if text.as_bytes().get(at + 1).is_some_and(u8::is_ascii_graphic) => {
            (Kind::Space { breaks: 0 }, at + 1, Mark::ODD)
        }
        b'a'..=b'z' | b'A'..=b'Z' => word(text, at),
        b'0'..=b'9' => unmarked(number(text, at)),
        b' ' | b'\t'..=b'\r' => unmarked(space(text, at)),
        b'.' => (Kind::Dot, at + 1, Mark::ODD),
        b',' => (Kind::Comma, at + 1, Mark::ODD),
        b'/' => (Kind::Slash, at + 1, Mark::ODD),
        b'-' => (Kind::Dash, at + 1, Mark::ODD),
        0..0x80 => (Kind::Other(char::from(first)), at + 1, Mark::ODD),
        _ => match text[at..].chars().next() {
            Some(letter) if letter.is_alphabetic() => word(text, at),
            Some(blank) if blank.is_whitespace() => unmarked(space(text, at)),
            Some(dash @ ('\u{2010}' | '\u{2011}' | '\u{2013}' | '\u{2014}' | '\u{2212}')) => {
                (Kind::Dash, at + dash.len_utf8(), Mark::ODD)
            }
            other => {
                let other = other.unwrap_or_default();
                (Kind::Other(other), at + other.len_utf8(), Mark::ODD)
            }
        },
    }
}

fn number(text: &str, at: usize) -> (Kind, usize) {
    let mut value: u32 = 0;
    let mut digits = 0;
    for digit in text.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii_digit()) {
        value = value.saturating_mul(10).saturating_add(u32::from(digit - b'0'));
        digits += 1;
    }
    (Kind::Number { value, digits }, at + digits)
}

fn word(text: &str, at: usize) -> (Kind, usize, Mark) {
    /// First byte of "å", "æ", "ø" and the other letters of Latin 1, but for two signs.
    const LATIN_1: u8 = 0xc3;
    let bytes = text.as_bytes();
    let mut end = at;
    let mut odd = false;
    loop {
        end += bytes[end..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let Some(&byte) = bytes.get(end).filter(|byte| !byte.is_ascii()) else { break };
        let Some(letter) = text[end..].chars().next().filter(|letter| letter.is_alphabetic()) else { break };
        odd |= byte != LATIN_1;
        end += letter.len_utf8();
    }
    (Kind::Word, end, if odd { Mark::ODD } else { Mark::of(&bytes[at..end]) })
}

fn space(text: &str, at: usize) -> (Kind, usize) {
    let mut breaks = 0;
    let mut end = at;
    while let Some(&byte) = text.as_bytes().get(end) {
        match byte {
            b'\n' => breaks += 1,
            b' ' | b'\t'..=b'\r' => {}
            0..0x80 => break,
            _ => {
                let Some(blank) = text[end..].chars().next().filter(|blank| blank.is_whitespace()) else {
                    break;
                };
                end += blank.len_utf8();
                continue;
            }
        }
        end += 1;
    }
    (Kind::Space { breaks }, end)
}

/// Tells whether two words are the same but for upper and lower case; `lower` has "a" to "z", "æ", "ø" and "å" only.
fn same_word(word: &str, lower: &str) -> bool {
    /// First byte of the signs for kelvin and angstrom, whose lower case are letters of these.
    const SIGN: u8 = 0xe2;
    /// The bit between upper and lower case, also in the second byte of "æ", "ø" and "å".
    const CASE: u8 = 0x20;
    let differing = word.bytes().zip(lower.bytes()).find(|&(own, asked)| own != asked && own | CASE != asked);
    match differing {
        None => word.len() == lower.len(),
        Some((own, _)) => own == SIGN && word.chars().flat_map(char::to_lowercase).eq(lower.chars()),
    }
}
