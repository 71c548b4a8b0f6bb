//! A text cut into words, numbers and signs.

use std::ops::Range;

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
        let mut list = Vec::new();
        let mut at = 0;
        while let Some(first) = text[at..].chars().next() {
            let (kind, length) = token(&text[at..], first);
            list.push(Token { kind, range: at..at + length });
            at += length;
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

fn token(rest: &str, first: char) -> (Kind, usize) {
    let run = |belongs: fn(char) -> bool| rest.find(|letter| !belongs(letter)).unwrap_or(rest.len());
    if first.is_ascii_digit() {
        let digits = run(|letter| letter.is_ascii_digit());
        return (Kind::Number { value: rest[..digits].parse().unwrap_or(u32::MAX), digits }, digits);
    }
    if first.is_alphabetic() {
        return (Kind::Word, run(char::is_alphabetic));
    }
    if first.is_whitespace() {
        let length = run(char::is_whitespace);
        return (
            Kind::Space { breaks: rest[..length].bytes().filter(|&byte| byte == b'\n').count() },
            length,
        );
    }
    let kind = match first {
        '.' => Kind::Dot,
        ',' => Kind::Comma,
        '/' => Kind::Slash,
        '-' | '\u{2010}' | '\u{2011}' | '\u{2013}' | '\u{2014}' | '\u{2212}' => Kind::Dash,
        other => Kind::Other(other),
    };
    (kind, first.len_utf8())
}

fn same_word(word: &str, lower: &str) -> bool {
    word.chars().flat_map(char::to_lowercase).eq(lower.chars())
}
