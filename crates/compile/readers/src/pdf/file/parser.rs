//! Bytes to objects.

use crate::pdf::lexer::{Lexer, Token};
use lopdf::{Dictionary, Object, StringFormat};

/// The deepest nesting of arrays and dictionaries.
const DEPTH_MAX: usize = 100;

/// Reads objects, and counts their parts.
pub(super) struct Parser<'a> {
    pub lexer: Lexer<'a>,
    /// How many parts objects may still have.
    parts_left: usize,
}

impl<'a> Parser<'a> {
    /// Begins at a place.
    pub fn new(bytes: &'a [u8], at: usize, parts_left: usize) -> Self {
        let mut lexer = Lexer::new(bytes);
        lexer.skip(at);
        Parser { lexer, parts_left }
    }

    /// Returns how many parts objects may still have; none when one had more than it might.
    pub fn parts_left(&self) -> usize {
        self.parts_left
    }

    /// Reads `12 0 obj`; returns the number and the generation.
    pub fn header(&mut self) -> Option<(u32, u16)> {
        let number = self.whole()?;
        let generation = self.whole()?;
        (self.lexer.token()? == Token::Word(b"obj")).then_some(())?;
        Some((number, u16::try_from(generation).ok()?))
    }

    /// Reads a number that counts something.
    pub fn whole(&mut self) -> Option<u32> {
        match self.lexer.token()? {
            Token::Number(number) => whole(number),
            _ => None,
        }
    }

    /// Reads an object that is no stream.
    pub fn object(&mut self) -> Option<Object> {
        let token = self.lexer.token()?;
        self.value(&token, 0)
    }

    fn value(&mut self, token: &Token<'a>, depth: usize) -> Option<Object> {
        self.parts_left = self.parts_left.saturating_sub(1);
        if self.parts_left == 0 || depth > DEPTH_MAX {
            return None;
        }
        let object = match token {
            Token::Number(number) => self.number(*number),
            Token::Name(range) => Object::Name(self.lexer.stored(range).to_vec()),
            Token::Text(range) => Object::String(self.lexer.stored(range).to_vec(), StringFormat::Literal),
            Token::ArrayStart => self.array(depth)?,
            Token::DictionaryStart => Object::Dictionary(self.dictionary(depth)?),
            Token::Word(b"true") => Object::Boolean(true),
            Token::Word(b"false") => Object::Boolean(false),
            Token::Word(b"null") => Object::Null,
            Token::Word(_) | Token::ArrayEnd | Token::DictionaryEnd => return None,
        };
        self.lexer.forget();
        Some(object)
    }

    /// Reads what begins with a number: the number, or a reference `12 0 R`.
    fn number(&mut self, number: f64) -> Object {
        let Some(id) = whole(number) else { return plain(number) };
        let place = self.lexer.place();
        if let Some(Token::Number(generation)) = self.lexer.token()
            && let Some(generation) = whole(generation).and_then(|generation| u16::try_from(generation).ok())
            && self.lexer.token() == Some(Token::Word(b"R"))
        {
            return Object::Reference((id, generation));
        }
        self.lexer.go_to(place);
        plain(number)
    }

    /// Reads the values up to the closing bracket; an array that is cut off ends where it is cut.
    fn array(&mut self, depth: usize) -> Option<Object> {
        let mut array = Vec::new();
        while let Some(token) = self.lexer.token() {
            match token {
                Token::ArrayEnd => break,
                Token::Word(b"endobj" | b"endstream" | b"obj") => return None,
                token => array.extend(self.value(&token, depth + 1)),
            }
            if self.parts_left == 0 {
                return None;
            }
        }
        Some(Object::Array(array))
    }

    fn dictionary(&mut self, depth: usize) -> Option<Dictionary> {
        let mut dictionary = Dictionary::new();
        while let Some(token) = self.lexer.token() {
            let key = match token {
                Token::Name(range) => self.lexer.stored(&range).to_vec(),
                Token::DictionaryEnd => break,
                Token::Word(b"endobj" | b"endstream" | b"obj") => return None,
                _ => continue,
            };
            self.lexer.forget();
            let token = self.lexer.token()?;
            if token == Token::DictionaryEnd {
                break;
            }
            if let Some(value) = self.value(&token, depth + 1) {
                dictionary.set(key, value);
            }
            if self.parts_left == 0 {
                return None;
            }
        }
        Some(dictionary)
    }
}

#[expect(clippy::float_cmp, reason = "a number without a fraction is equal to itself without it")]
fn whole(number: f64) -> Option<u32> {
    (number.trunc() == number && (0.0..=f64::from(u32::MAX)).contains(&number)).then_some(number as u32)
}

#[expect(clippy::float_cmp, reason = "a number without a fraction is equal to itself without it")]
fn plain(number: f64) -> Object {
    if number.trunc() == number { Object::Integer(number as i64) } else { Object::Real(number as f32) }
}
