//! The code page in which older spreadsheets save CSV.

use std::borrow::Cow;

/// What the code page Windows-1252 has at 0x80 to 0x9F; five places are empty.
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Returns bytes as text: UTF-8, or what Windows wrote before; none when they are no text.
pub(super) fn decode(bytes: &[u8]) -> Option<Cow<'_, str>> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(Cow::Borrowed(text));
    }
    if bytes.contains(&0) {
        return None;
    }
    let sign = |byte: &u8| match byte {
        0x80..=0x9f => HIGH.get(usize::from(byte - 0x80)).copied().unwrap_or(char::REPLACEMENT_CHARACTER),
        byte => char::from(*byte),
    };
    Some(Cow::Owned(bytes.iter().map(sign).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_of_writing_are_read() {
        assert_eq!(decode("blåbær €".as_bytes()).as_deref(), Some("blåbær €"));
        assert_eq!(decode(b"bl\xe5b\xe6r \x80 \x96").as_deref(), Some("blåbær € –"));
        assert_eq!(decode(b"\xff\0"), None);
    }
}
