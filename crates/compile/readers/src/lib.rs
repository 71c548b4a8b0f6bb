//! Bytes of a file to the source text of a letter.
//!
//! From: bytes. To: a [`Source`], decoded from UTF-8, UTF-16 with a byte order mark, or Windows-1252, with its
//! format told by content and not by name. What cannot be read is a [`ReadError`] that names the remedy.
//!
//! This crate opens no files and knows nothing of what a letter means. PDF, DOCX and HTML have no reader yet.
//!
//! ```
//! let read = styrbord_readers::read("Mål 1: Trygg ferdsel\n".as_bytes()).unwrap();
//! assert_eq!(read.source.line_count(), 1);
//! ```

mod decode;
mod sniff;

pub use decode::Encoding;
use styrbord_source::Source;

/// The largest file that is read, in bytes. A letter of 100 pages is some 300 kB.
pub const SIZE_MAX: u64 = 32 * 1024 * 1024;

/// A letter that was read.
#[derive(Debug)]
pub struct Read {
    /// The text.
    pub source: Source,
    /// How it was encoded.
    pub encoding: Encoding,
}

/// Why bytes could not be read as a letter.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// No bytes, or nothing but white space.
    #[error("the file is empty; give the letter's text")]
    Empty,
    /// More than [`SIZE_MAX`] bytes.
    #[error("the file is {0} MB, more than the limit of {max} MB; a letter is a few hundred kB: is this the right file?", max = SIZE_MAX / 1024 / 1024)]
    TooLarge(u64),
    /// A known format without a reader.
    #[error(
        "this is a {0} file, which is not read yet; save it as text (for a PDF: `pdftotext -layout letter.pdf letter.txt`) or Markdown and check that file"
    )]
    Unsupported(&'static str),
    /// Bytes that are no text.
    #[error("the file is not text (byte {0} has the value {1:#04x}); give the letter as text or Markdown")]
    Binary(usize, u8),
}

/// Reads bytes as a letter.
pub fn read(bytes: &[u8]) -> Result<Read, ReadError> {
    if bytes.len() as u64 > SIZE_MAX {
        return Err(ReadError::TooLarge((bytes.len() as u64).div_ceil(1024 * 1024)));
    }
    if let Some(format) = sniff::other_format(bytes) {
        return Err(ReadError::Unsupported(format));
    }
    let (text, encoding) = decode::decode(bytes)?;
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    let format = sniff::text_format(&text);
    Ok(Read { source: Source::new(text, format), encoding })
}

#[cfg(test)]
mod tests {
    use super::*;
    use styrbord_source::Format;

    #[test]
    fn encodings_are_told_apart() {
        for (bytes, text, encoding) in [
            ("Mål".as_bytes(), "Mål", Encoding::Utf8),
            (b"\xef\xbb\xbfM\xc3\xa5l", "Mål", Encoding::Utf8),
            (b"M\xe5l \x96 \xf8konomi", "Mål – økonomi", Encoding::Windows1252),
            (b"\xff\xfeM\x00\xe5\x00l\x00", "Mål", Encoding::Utf16),
        ] {
            let read = read(bytes).unwrap();
            assert_eq!((read.source.text(), read.encoding), (text, encoding));
        }
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        assert_eq!(read(b" \n\t").unwrap_err(), ReadError::Empty);
        assert_eq!(read(b"%PDF-1.7").unwrap_err(), ReadError::Unsupported("PDF"));
        assert_eq!(read(b"ab\x00\x01cd").unwrap_err(), ReadError::Binary(2, 0));
        let large = vec![b'a'; SIZE_MAX as usize + 1];
        assert_eq!(read(&large).unwrap_err(), ReadError::TooLarge(33));
    }

    #[test]
    fn markdown_is_told_from_text() {
        let format = |text: &str| read(text.as_bytes()).unwrap().source.format();
        assert_eq!(format("# Tildelingsbrev\n\nTekst"), Format::Markdown);
        assert_eq!(format("| a | b |\n|---|---|\n| 1 | 2 |\n"), Format::Markdown);
        assert_eq!(format("1. Innledning\n\n- punkt\n2 * 3\n"), Format::Text);
        assert_eq!(format("# ikke\nvanlig tekst # her"), Format::Markdown);
    }
}
