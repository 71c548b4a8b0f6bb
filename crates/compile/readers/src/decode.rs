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

/// Decodes a web page: as [`decode`] does, and by the encoding that its head names.
pub(crate) fn decode_html(bytes: &[u8]) -> Result<(String, Encoding), ReadError> {
    decode(bytes)
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
