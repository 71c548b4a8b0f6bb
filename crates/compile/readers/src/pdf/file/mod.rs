//! The objects of a file, and what may still be spent on them.

mod parser;
mod store;
mod xref;

use crate::ReadError;
use crate::limits::{STEPS_MAX, UNPACKED_MAX};
use crate::pdf::lexer::Token;
use lopdf::{Dictionary, Error, Object, Stream};
use parser::Parser;
use std::cell::Cell;
use store::Store;

/// An opened file. References are followed by its methods; what is missing or of another kind is `None`.
pub(super) struct File {
    store: Store,
    unpacked_left: Cell<usize>,
    steps_left: Cell<usize>,
}

impl File {
    /// Opens a file; one that is encrypted opens when its password is empty.
    pub fn open(bytes: &[u8]) -> Result<Self, ReadError> {
        let store = Store::open(bytes)?;
        if store.is_spent() {
            return Err(ReadError::TooMuchInside("PDF"));
        }
        Ok(File { store, unpacked_left: Cell::new(UNPACKED_MAX), steps_left: Cell::new(STEPS_MAX) })
    }

    /// Returns the catalog.
    pub fn catalog(&self) -> Option<&Dictionary> {
        self.dictionary(&self.store.trailer, b"Root")
    }

    /// Returns the object that a reference leads to, or the object itself.
    pub fn follow<'a>(&'a self, object: &'a Object) -> Option<&'a Object> {
        self.store.follow(object)
    }

    /// Returns a value of a dictionary.
    pub fn get<'a>(&'a self, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
        self.follow(dictionary.get(key).ok()?)
    }

    /// Returns a value that is a dictionary, or the dictionary of a stream.
    pub fn dictionary<'a>(&'a self, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a Dictionary> {
        as_dictionary(self.get(dictionary, key)?)
    }

    /// Returns a value that is an array.
    pub fn array<'a>(&'a self, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a [Object]> {
        self.get(dictionary, key)?.as_array().ok().map(Vec::as_slice)
    }

    /// Returns a value that is a name.
    pub fn name<'a>(&'a self, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a [u8]> {
        self.get(dictionary, key)?.as_name().ok()
    }

    /// Returns a value that is a stream.
    pub fn stream<'a>(&'a self, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a Stream> {
        self.get(dictionary, key)?.as_stream().ok()
    }

    /// Returns a value that is a number.
    pub fn number(&self, dictionary: &Dictionary, key: &[u8]) -> Option<f64> {
        self.as_number(dictionary.get(key).ok()?)
    }

    /// Returns a value that is a whole number.
    pub fn integer(&self, dictionary: &Dictionary, key: &[u8]) -> Option<i64> {
        self.get(dictionary, key)?.as_i64().ok()
    }

    /// Returns a number.
    pub fn as_number(&self, object: &Object) -> Option<f64> {
        let number = f64::from(self.follow(object)?.as_float().ok()?);
        number.is_finite().then_some(number)
    }

    /// Returns the first `N` numbers of an array.
    pub fn numbers<const N: usize>(&self, array: &[Object]) -> Option<[f64; N]> {
        let mut numbers = [0.0; N];
        for (index, place) in numbers.iter_mut().enumerate() {
            *place = self.as_number(array.get(index)?)?;
        }
        Some(numbers)
    }

    /// Unpacks a stream; one that is damaged gives what could be unpacked.
    pub fn unpack(&self, stream: &Stream) -> Result<Vec<u8>, ReadError> {
        let left = self.unpacked_left.get();
        let bytes = match stream.get_plain_content_with_limit(left) {
            Ok(bytes) => bytes,
            Err(Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. })) => {
                return Err(ReadError::TooMuchInside("PDF"));
            }
            Err(_) => Vec::new(),
        };
        self.unpacked_left.set(left.saturating_sub(bytes.len()));
        Ok(bytes)
    }

    /// Counts steps, and refuses a file that takes too many.
    pub fn step(&self, steps: usize) -> Result<(), ReadError> {
        let left = self.steps_left.get().checked_sub(steps).filter(|_| !self.store.is_spent());
        let left = left.ok_or(ReadError::TooMuchInside("PDF"))?;
        self.steps_left.set(left);
        Ok(())
    }
}

/// Returns a dictionary, or the dictionary of a stream.
pub(super) fn as_dictionary(object: &Object) -> Option<&Dictionary> {
    match object {
        Object::Dictionary(dictionary) => Some(dictionary),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

/// Reads the data of a stream whose dictionary a parser has just read; a wrong length is mended.
fn stream_data<'a>(bytes: &'a [u8], parser: &mut Parser<'_>, length: Option<i64>) -> Option<&'a [u8]> {
    const END: &[u8] = b"endstream";
    let place = parser.lexer.place();
    if parser.lexer.token() != Some(Token::Word(b"stream")) {
        parser.lexer.go_to(place);
        return None;
    }
    let after = bytes.get(parser.lexer.place()..)?;
    let blanks = after.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    let line_end = match after.get(blanks..)? {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => 0,
    };
    let data = after.get(if line_end > 0 { blanks + line_end } else { 0 }..)?;
    let start = bytes.len() - data.len();
    let is_end = |at: usize| {
        let tail = data.get(at..).unwrap_or_default();
        let gap = tail.iter().take(4).take_while(|byte| byte.is_ascii_whitespace()).count();
        tail.get(gap..).is_some_and(|tail| tail.starts_with(END))
    };
    let given = length.and_then(|length| usize::try_from(length).ok()).filter(|length| is_end(*length));
    let length = given.unwrap_or_else(|| {
        let end = data.windows(END.len()).position(|window| window == END).unwrap_or(data.len());
        let data = data.get(..end).unwrap_or_default();
        let ends = [&b"\r\n"[..], b"\n", b"\r"];
        end - ends.iter().find(|line_end| data.ends_with(line_end)).map_or(0, |line_end| line_end.len())
    });
    parser.lexer.go_to(start + length);
    data.get(..length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unpacking_stops_at_the_limit() {
        let file = File::open(b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj").unwrap();
        file.unpacked_left.set(1000);
        let mut dictionary = Dictionary::new();
        dictionary.set("Filter", "RunLengthDecode");
        // Each pair of bytes stands for 128 equal ones.
        let stream = Stream::new(dictionary, vec![0x81; 14]);
        assert_eq!(file.unpack(&stream).unwrap().len(), 7 * 128);
        assert_eq!(file.unpack(&stream), Err(ReadError::TooMuchInside("PDF")));
        assert_eq!(file.step(UNPACKED_MAX + STEPS_MAX), Err(ReadError::TooMuchInside("PDF")));
    }

    #[test]
    fn reading_stops_at_the_limit() {
        let bytes = b"%PDF-1.7\n1 0 obj\n[0 0 0 [0 0 0] << /A 0 /B [0] >>]\nendobj";
        for (parts, is_read) in [(100, true), (10, false), (3, false)] {
            let store = Store::with_parts(bytes, parts).unwrap();
            let read = store.follow(&Object::Reference((1, 0))).is_some();
            assert_eq!((read, store.is_spent()), (is_read, !is_read), "{parts}");
        }
    }
}
