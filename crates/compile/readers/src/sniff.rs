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
    } else if is_mail_page(head) {
        Kind::Other("MHTML")
    } else if is_page(bytes) {
        Kind::Html
    } else {
        Kind::Text
    }
}

/// Tells whether a browser packed a page and its pictures into one mail.
fn is_mail_page(head: &[u8]) -> bool {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    (head.starts_with("from: <saved by") || head.starts_with("mime-version:"))
        && head.contains("content-type: multipart/related")
}

/// How much of a file is looked at to tell a page, in bytes.
const PAGE_HEAD: usize = 65_536;
/// What a page begins with, behind white space, comments and declarations of XML.
const PAGE_STARTS: &[&str] =
    &["<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<main", "<article"];

/// Tells a web page by the element that it begins with.
fn is_page(bytes: &[u8]) -> bool {
    let text = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, mark)) => encoding.decode_without_bom_handling(cut(&bytes[mark..])).0,
        None => String::from_utf8_lossy(cut(bytes)),
    };
    let mut text = text.trim_start();
    loop {
        let end = if text.starts_with("<!--") {
            "-->"
        } else if text.starts_with("<?") {
            ">"
        } else {
            break;
        };
        let Some(at) = text.find(end) else { return false };
        text = text[at + end.len()..].trim_start();
    }
    PAGE_STARTS.iter().any(|start| {
        let (head, rest) = text.split_at_checked(start.len()).unwrap_or_default();
        head.eq_ignore_ascii_case(start) && rest.starts_with(|c: char| c == '>' || c.is_ascii_whitespace())
    })
}

fn cut(bytes: &[u8]) -> &[u8] {
    &bytes[..bytes.len().min(PAGE_HEAD)]
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
