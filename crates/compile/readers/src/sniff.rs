//! The format of a file, told by its content.

use crate::docx;
use styrbord_source::Format;

/// The kind of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A PDF.
    Pdf,
    /// A package as Word writes it.
    Docx,
    /// A web page.
    Html,
    /// A file of a format that asks for a password; its name.
    Locked(&'static str),
    /// Another format, which has no reader; its name.
    Other(&'static str),
    /// Text of some kind, until the decoder finds that it is none.
    Text,
}

/// Tells the kind of a file by its bytes.
pub(crate) fn kind(bytes: &[u8]) -> Kind {
    let head = &bytes[..bytes.len().min(1024)];
    let starts = |magic: &[u8]| head.starts_with(magic);
    if head.windows(5).any(|window| window == b"%PDF-") {
        Kind::Pdf
    } else if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") {
        docx::package_kind(bytes)
    } else if starts(b"\xd0\xcf\x11\xe0") {
        docx::ole_kind(bytes)
    } else if starts(b"{\\rtf") {
        Kind::Other("RTF")
    } else {
        let text = String::from_utf8_lossy(head).trim_start().to_ascii_lowercase();
        let is_html = text.starts_with("<!doctype html") || text.starts_with("<html");
        if is_html { Kind::Html } else { Kind::Text }
    }
}

/// Tells Markdown from plain text by its headings, table rulers, bold text and front matter.
pub(crate) fn text_format(text: &str) -> Format {
    let mut signs = 0;
    for (number, line) in text.lines().enumerate() {
        let line = line.trim();
        let hashes = line.bytes().take_while(|byte| *byte == b'#').count();
        let heading = (1..=6).contains(&hashes) && line[hashes..].starts_with(' ');
        let ruler = line.starts_with('|') && line.contains("---");
        let bold = line.matches("**").count() >= 2;
        let front = number == 0 && line == "---";
        signs += if heading || ruler { 2 } else { usize::from(bold || front) };
        if signs >= 2 {
            return Format::Markdown;
        }
    }
    Format::Text
}
