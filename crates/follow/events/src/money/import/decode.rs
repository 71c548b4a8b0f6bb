//! Text in the encodings that ledgers write.

use std::borrow::Cow;

/// How the whole of a file is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    Windows1252,
}

/// What Windows-1252 has at 0x80 to 0x9F, where Latin-1 has control characters; five places are empty.
const UPPER: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

impl Encoding {
    /// Tells the encoding of a file: UTF-8 when all of it is.
    pub(super) fn of(bytes: &[u8]) -> Self {
        if std::str::from_utf8(bytes).is_ok() { Self::Utf8 } else { Self::Windows1252 }
    }

    /// Decodes a part of it.
    pub(super) fn decode(self, bytes: &[u8]) -> Cow<'_, str> {
        match self {
            Self::Utf8 => String::from_utf8_lossy(bytes),
            Self::Windows1252 if bytes.is_ascii() => String::from_utf8_lossy(bytes),
            Self::Windows1252 => bytes.iter().map(|byte| windows_1252(*byte)).collect::<String>().into(),
        }
    }
}

fn windows_1252(byte: u8) -> char {
    let upper = byte.checked_sub(0x80).and_then(|place| UPPER.get(usize::from(place)));
    upper.copied().unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_1252_is_read_byte_by_byte() {
        let all: Vec<u8> = (0x80..=0xff).collect();
        let text = Encoding::of(&all).decode(&all).into_owned();
        assert_eq!(text.chars().count(), 128);
        assert!(text.starts_with("€\u{81}‚ƒ„…") && text.ends_with("øùúûüýþÿ"));
        assert_eq!(text.chars().nth(0x9f - 0x80), Some('Ÿ'));
        assert_eq!(Encoding::of("Beløp".as_bytes()), Encoding::Utf8);
        assert_eq!(Encoding::of(b"Bel\xf8p").decode(b"Bel\xf8p"), "Beløp");
    }
}
