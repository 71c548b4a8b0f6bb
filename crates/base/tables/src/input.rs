//! Where bytes come from.

use std::io::{self, Read};
use std::sync::Arc;

/// The bytes of a file, read where they are needed. A file that is larger than the memory can be behind it.
pub trait Input: Send + Sync {
    /// Returns how many bytes there are.
    fn size(&self) -> u64;

    /// Reads bytes from a place on, as many as fit or as there are, and returns how many; none only at the end.
    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize>;
}

impl Input for Vec<u8> {
    fn size(&self) -> u64 {
        self.len() as u64
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        let from = usize::try_from(offset).unwrap_or(usize::MAX).min(self.len());
        let left = &self[from..];
        let length = left.len().min(buffer.len());
        buffer[..length].copy_from_slice(&left[..length]);
        Ok(length)
    }
}

/// Reads an input from a place on.
pub(crate) struct Reader {
    input: Arc<dyn Input>,
    at: u64,
}

impl Reader {
    pub(crate) fn new(input: Arc<dyn Input>, at: u64) -> Self {
        Reader { input, at }
    }
}

impl Read for Reader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.input.read_at(self.at, buffer)?;
        self.at += length as u64;
        Ok(length)
    }
}
