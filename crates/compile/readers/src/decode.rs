//! Bytes to text.

use crate::ReadError;

/// How a file was encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without byte order mark.
    Utf8,
    /// UTF-16 with byte order mark.
    Utf16,
    /// Windows-1252, of which Latin-1 is a part for all that letters hold.
    Windows1252,
    /// Another one, which the head of a web page names.
    Named(&'static str),
}

/// Decodes bytes; a lone carriage return ends a line like a line feed does.
pub(crate) fn decode(bytes: &[u8]) -> Result<(String, Encoding), ReadError> {
    let (text, encoding) = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, mark)) if encoding != encoding_rs::UTF_8 => {
            (encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned(), Encoding::Utf16)
        }
        found => {
            let body = &bytes[found.map_or(0, |(_, mark)| mark)..];
            refuse_binary(body)?;
            if let Ok(text) = std::str::from_utf8(body) {
                (text.to_owned(), Encoding::Utf8)
            } else {
                let text = encoding_rs::WINDOWS_1252.decode_without_bom_handling(body).0;
                (text.into_owned(), Encoding::Windows1252)
            }
        }
    };
    Ok((line_feeds(text), encoding))
}

/// Decodes a web page: as [`decode`] does, and by the encoding that its head names when it is not UTF-8.
pub(crate) fn decode_html(bytes: &[u8]) -> Result<(String, Encoding), ReadError> {
    let decoded = decode(bytes)?;
    match named_encoding(bytes) {
        Some(named) if decoded.1 == Encoding::Windows1252 && named != encoding_rs::WINDOWS_1252 => {
            let text = named.decode_without_bom_handling(bytes).0.into_owned();
            Ok((line_feeds(text), Encoding::Named(named.name())))
        }
        _ => Ok(decoded),
    }
}

/// How far into a page its encoding may be named, in bytes.
const HEAD: usize = 1024;

/// Returns the encoding that the head of a page names, unless it is one that the bytes have been tried in.
fn named_encoding(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let at = head.find("charset").map(|at| at + "charset".len());
    let at = at.or_else(|| head.find(" encoding=").map(|at| at + " encoding".len()))?;
    let value = head[at..].trim_start().strip_prefix('=')?.trim_start_matches([' ', '"', '\'']);
    let label = value.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':'))).next()?;
    let named = encoding_rs::Encoding::for_label(label.as_bytes())?;
    (named.is_ascii_compatible() && named != encoding_rs::UTF_8).then_some(named)
}

/// Refuses bytes that no text holds.
fn refuse_binary(bytes: &[u8]) -> Result<(), ReadError> {
    let is_text = |byte: u8| byte >= 0x20 || matches!(byte, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1b);
    let controls = bytes.iter().filter(|byte| !is_text(**byte)).count();
    let nul = bytes.iter().position(|byte| *byte == 0);
    let many =
        (controls * 100 > bytes.len()).then(|| bytes.iter().position(|byte| !is_text(*byte))).flatten();
    match nul.or(many) {
        Some(at) => Err(ReadError::Binary(at, bytes[at])),
        None => Ok(()),
    }
}

fn line_feeds(text: String) -> String {
    let lone =
        text.as_bytes().windows(2).any(|pair| pair[0] == b'\r' && pair[1] != b'\n') || text.ends_with('\r');
    if !lone {
        return text;
    }
    text.replace("\r\n", "\n").replace('\r', "\n")
}
