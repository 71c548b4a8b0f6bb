//! Numbers as lists print them.

use crate::roman::roman;

/// Beyond it letters repeat without end; digits are printed.
const SPELT_MAX: i64 = 780;

/// Returns a number in a format of lists.
pub(super) fn number(value: i64, format: &str) -> String {
    match format {
        "none" => String::new(),
        "lowerLetter" => letters(value, b'a'),
        "upperLetter" => letters(value, b'A'),
        "lowerRoman" => roman(value).map_or_else(|| value.to_string(), |text| text.to_lowercase()),
        "upperRoman" => roman(value).unwrap_or_else(|| value.to_string()),
        "decimalZero" => format!("{value:02}"),
        "ordinal" => format!("{value}."),
        _ => value.to_string(),
    }
}

/// Returns `a` to `z`, then `aa`, `bb` and so on.
fn letters(value: i64, first: u8) -> String {
    if !(1..=SPELT_MAX).contains(&value) {
        return value.to_string();
    }
    let letter = char::from(first + ((value - 1) % 26) as u8);
    std::iter::repeat_n(letter, ((value - 1) / 26 + 1) as usize).collect()
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_are_printed_in_their_format() {
        for (value, format, expected) in [
            (3, "decimal", "3"),
            (3, "decimalZero", "03"),
            (3, "ordinal", "3."),
            (3, "lowerLetter", "c"),
            (28, "upperLetter", "BB"),
            (0, "lowerLetter", "0"),
            (14, "lowerRoman", "xiv"),
            (449, "upperRoman", "CDXLIX"),
            (i64::MAX, "upperRoman", "9223372036854775807"),
            (3, "none", ""),
            (3, "cardinalText", "3"),
        ] {
            assert_eq!(number(value, format), expected);
        }
    }
}
