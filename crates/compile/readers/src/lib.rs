//! Bytes of a file to the source text of a letter.
//!
//! From: bytes. To: a [`Source`] with its format told by content and not by name. Text is decoded from UTF-8,
//! UTF-16 with a byte order mark, or Windows-1252; PDF, DOCX and HTML keep their layout beside the text. What
//! cannot be read is a [`ReadError`] that names the remedy.
//!
//! Each format has a folder whose `read` gives the blocks of the document ([`styrbord_source::Laid`]). Each keeps
//! the limits of [`limits`], so that no bytes take endless time or memory.
//!
//! This crate opens no files and knows nothing of what a letter means.
//!
//! ```
//! let read = styrbord_readers::read("Mål 1: Trygg ferdsel\n".as_bytes()).unwrap();
//! assert_eq!(read.source.line_count(), 1);
//! ```

mod decode;
mod docx;
mod html;
pub mod limits;
mod pdf;
mod roman;
mod sniff;

pub use decode::Encoding;
pub use limits::SIZE_MAX;
use sniff::Kind;
use styrbord_source::{Format, Laid, Source};

/// A letter that was read.
#[derive(Debug)]
pub struct Read {
    /// The text.
    pub source: Source,
    /// How it was encoded; a PDF or a Word document has encodings of its own inside.
    pub encoding: Option<Encoding>,
}

/// Why bytes could not be read as a letter.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// No bytes, or nothing but white space.
    #[error("the file is empty; give the letter's text")]
    Empty,
    /// More than [`SIZE_MAX`] bytes; the size in megabytes.
    #[error("the file is {0} MB, more than the limit of {max} MB; a letter is a few hundred kB: is this the right file?", max = SIZE_MAX / 1024 / 1024)]
    TooLarge(u64),
    /// A known format without a reader.
    #[error("this is a {0} file, which is not read; save it as PDF or Word (.docx) and check that file")]
    Unsupported(&'static str),
    /// Bytes that are no text: where, and which.
    #[error("the file is not text (byte {0} has the value {1:#04x}); give the letter as text or Markdown")]
    Binary(usize, u8),
    /// A file of a known format that breaks its rules: the format, and what was found.
    #[error(
        "the {0} file is damaged ({1}); open it in the program that made it, save it anew and check that"
    )]
    Damaged(&'static str, String),
    /// A PDF without text; the number of its pages.
    #[error(
        "the PDF has no text on its {0} pages, it is probably a scan; run it through text recognition (for example `ocrmypdf scan.pdf letter.pdf`) or ask the sender for the original"
    )]
    NoText(usize),
    /// A file that asks for a password; its format.
    #[error("the {0} file asks for a password; save a copy without one and check that")]
    Encrypted(&'static str),
    /// More pages than [`limits::PAGES_MAX`]; their number.
    #[error("the PDF has {0} pages, more than the limit of {max}; a letter has some 30: is this the right file?", max = limits::PAGES_MAX)]
    TooManyPages(usize),
    /// More inside than [`limits::UNPACKED_MAX`] or [`limits::STEPS_MAX`], or deeper than [`limits::DEPTH_MAX`]; its
    /// format.
    #[error("the {0} file unpacks to more than any letter holds; print it to a new PDF and check that")]
    TooMuchInside(&'static str),
}

/// Reads bytes as a letter.
pub fn read(bytes: &[u8]) -> Result<Read, ReadError> {
    if bytes.len() as u64 > SIZE_MAX {
        return Err(ReadError::TooLarge((bytes.len() as u64).div_ceil(1024 * 1024)));
    }
    match sniff::kind(bytes) {
        Kind::Pdf => laid(&pdf::read(bytes)?, Format::Pdf, None),
        Kind::Docx => laid(&docx::read(bytes)?, Format::Docx, None),
        Kind::Html => {
            let (text, encoding) = decode::decode_html(bytes)?;
            laid(&html::read(&text)?, Format::Html, Some(encoding))
        }
        Kind::Locked(format) => Err(ReadError::Encrypted(format)),
        Kind::Other(format) => Err(ReadError::Unsupported(format)),
        Kind::Text => {
            let (text, encoding) = decode::decode(bytes)?;
            if text.trim().is_empty() {
                return Err(ReadError::Empty);
            }
            let format = sniff::text_format(&text);
            Ok(Read { source: Source::new(text, format), encoding: Some(encoding) })
        }
    }
}

fn laid(document: &[Laid], format: Format, encoding: Option<Encoding>) -> Result<Read, ReadError> {
    let source = Source::from_laid(document, format);
    if source.text().trim().is_empty() {
        return Err(ReadError::Empty);
    }
    Ok(Read { source, encoding })
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
            assert_eq!((read.source.text(), read.encoding), (text, Some(encoding)));
        }
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        assert_eq!(read(b" \n\t").unwrap_err(), ReadError::Empty);
        assert_eq!(read(b"{\\rtf1}").unwrap_err(), ReadError::Unsupported("RTF"));
        assert_eq!(read(b"ab\x00\x01cd").unwrap_err(), ReadError::Binary(2, 0));
        let large = vec![b'a'; SIZE_MAX as usize + 1];
        assert_eq!(read(&large).unwrap_err(), ReadError::TooLarge(33));
    }

    #[test]
    fn a_page_is_decoded_as_its_head_says() {
        for (bytes, text, encoding) in [
            ("<!doctype html><p>Mål".as_bytes(), "Mål\n", Encoding::Utf8),
            (b"<html><meta charset=\"iso-8859-1\"><p>M\xe5l", "M\u{e5}l\n", Encoding::Windows1252),
            (b"<html><meta charset='utf-8'><p>M\xe5l", "M\u{e5}l\n", Encoding::Windows1252),
            (
                b"<html><meta http-equiv=Content-Type content='text/html; charset=iso-8859-15'><p>5 \xa4",
                "5 \u{20ac}\n",
                Encoding::Named("ISO-8859-15"),
            ),
            (b"<?xml version='1.0' encoding='ibm866'?><html><p>\x80", "\u{410}\n", Encoding::Named("IBM866")),
            (b"\xff\xfe<\x00b\x00o\x00d\x00y\x00>\x00\xe5\x00", "\u{e5}\n", Encoding::Utf16),
        ] {
            let read = read(bytes).unwrap();
            assert_eq!((read.source.text(), read.encoding), (text, Some(encoding)));
        }
    }

    #[test]
    fn a_page_is_told_from_text_that_holds_tags() {
        let format = |text: &str| read(text.as_bytes()).unwrap().source.format();
        for page in [
            "\u{feff}\n<!DOCTYPE html>\n<p>a",
            "<!-- saved from url=(0022)https://example.org/ -->\r\n<HTML lang=nb><p>a",
            "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0\"><html><p>a",
            "<body class=x>a",
            "<article><p>a</article>",
        ] {
            assert_eq!(format(page), Format::Html, "{page}");
        }
        for (text, other) in [
            ("Brev <html> til", Format::Text),
            ("<p>a</p>\n# Brev\n", Format::Markdown),
            ("<!-- notat -->\n# Brev\n", Format::Markdown),
            ("<header om noe\n", Format::Text),
            ("<maint>\n", Format::Text),
        ] {
            assert_eq!(format(text), other, "{text}");
        }
        let mail = b"From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n";
        assert_eq!(read(mail).unwrap_err(), ReadError::Unsupported("MHTML"));
        assert_eq!(read(b"<!doctype html><script>a()</script>").unwrap_err(), ReadError::Empty);
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
