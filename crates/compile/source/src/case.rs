//! Lower case, fast for Norwegian text.

/// Returns `text` in lower case, as [`str::to_lowercase`] does.
///
/// That one looks up each character behind the first that is not ASCII; here letters of Norwegian are bytes.
pub fn lower_case(text: &str) -> String {
    /// First byte of the letters of Latin 1.
    const LATIN_1: u8 = 0xc3;
    /// Second byte of "×", which stands among the capitals.
    const TIMES: u8 = 0x97;
    /// The bit between upper and lower case.
    const CASE: u8 = 0x20;
    let mut bytes = text.as_bytes().to_ascii_lowercase();
    let mut at = 0;
    while let Some(first) = bytes.get(at).copied() {
        let second = bytes.get(at + 1).copied();
        at += match (first, second) {
            (0..0x80, _) => 1,
            (LATIN_1, Some(0x80..=0x9e)) if second != Some(TIMES) => {
                bytes[at + 1] |= CASE;
                2
            }
            // Nothing else of Latin 1, and no dash or quotation mark, has another lower case.
            (0xc2 | LATIN_1, _) => 2,
            (0xe2, Some(0x80)) => 3,
            _ => return text.to_lowercase(),
        };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_lower_case_of_the_standard_library() {
        let latin_1: String = ('\0'..='\u{17f}').collect();
        for text in ["", "ÅR", "Æ×Þ÷ÿß – «Ø»", "\u{212a}ELVIN Å", "ΟΔΟΣ", "\u{2028}İI", &latin_1]
        {
            assert_eq!(lower_case(text), text.to_lowercase());
        }
        for letter in '\0'..=char::MAX {
            let text = letter.to_string();
            assert_eq!(lower_case(&text), text.to_lowercase());
        }
    }
}
