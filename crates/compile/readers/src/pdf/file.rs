//! The objects of a file, and what may still be spent on them.

use crate::ReadError;
use crate::limits::{STEPS_MAX, UNPACKED_MAX};
use lopdf::{Dictionary, Document, Error, LoadOptions, Object, Stream};
use std::cell::Cell;

/// An opened file. References are followed by its methods; what is missing or of another kind is `None`.
pub(super) struct File {
    document: Document,
    unpacked_left: Cell<usize>,
    steps_left: Cell<usize>,
}

impl File {
    /// Opens a file; one that is encrypted opens when its password is empty.
    pub fn open(bytes: &[u8]) -> Result<Self, ReadError> {
        let options = LoadOptions { max_decompressed_size: Some(UNPACKED_MAX), ..LoadOptions::default() };
        let document = Document::load_mem_with_options(bytes, options).map_err(|error| refusal(&error))?;
        if document.trailer.has(b"Encrypt") {
            return Err(ReadError::Encrypted("PDF"));
        }
        Ok(File { document, unpacked_left: Cell::new(UNPACKED_MAX), steps_left: Cell::new(STEPS_MAX) })
    }

    /// Returns the catalog.
    pub fn catalog(&self) -> Option<&Dictionary> {
        self.dictionary(&self.document.trailer, b"Root")
    }

    /// Returns the object that a reference leads to, or the object itself.
    pub fn follow<'a>(&'a self, object: &'a Object) -> Option<&'a Object> {
        let (_, object) = self.document.dereference(object).ok()?;
        (!object.is_null()).then_some(object)
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
        let left = self.steps_left.get().checked_sub(steps).ok_or(ReadError::TooMuchInside("PDF"))?;
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

fn refusal(error: &Error) -> ReadError {
    match error {
        Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. }) => {
            ReadError::TooMuchInside("PDF")
        }
        Error::InvalidPassword | Error::Decryption(_) | Error::UnsupportedSecurityHandler(_) => {
            ReadError::Encrypted("PDF")
        }
        error => ReadError::Damaged("PDF", error.to_string()),
    }
}
