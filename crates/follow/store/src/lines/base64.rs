//! Base64 with padding (RFC 4648), each value with one spelling.

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Writes bytes as Base64.
pub(super) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let number = chunk.iter().fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
        let number = number << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let digit = (number >> (18 - 6 * place)) as usize & 63;
            let padding = place > chunk.len();
            text.push(if padding { '=' } else { char::from(DIGITS.get(digit).copied().unwrap_or(b'=')) });
        }
    }
    text
}

/// Reads Base64; none when it is not spelled as [`encode`] spells it.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    let text = text.as_bytes();
    if !text.len().is_multiple_of(4) {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let last = (text.len() / 4).checked_sub(1);
    for (index, chunk) in text.chunks(4).enumerate() {
        let padding =
            if Some(index) == last { chunk.iter().rev().take_while(|d| **d == b'=').count() } else { 0 };
        if padding > 2 {
            return None;
        }
        let digits = chunk.get(..4 - padding)?;
        let number = digits.iter().try_fold(0_u32, |number, digit| Some(number << 6 | value(*digit)?))?;
        let number = number << (6 * padding);
        let whole = number.to_be_bytes();
        let (kept, dropped) = whole.get(1..)?.split_at(3 - padding);
        if dropped.iter().any(|byte| *byte != 0) {
            return None;
        }
        bytes.extend_from_slice(kept);
    }
    Some(bytes)
}

fn value(digit: u8) -> Option<u32> {
    Some(u32::from(match digit {
        b'A'..=b'Z' => digit - b'A',
        b'a'..=b'z' => digit - b'a' + 26,
        b'0'..=b'9' => digit - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_the_standard() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(encode(bytes.as_bytes()), text);
            assert_eq!(decode(text).as_deref(), Some(bytes.as_bytes()));
        }
    }

    #[test]
    fn a_value_has_one_spelling() {
        for wrong in ["Zh==", "Zm9=", "Zg=", "Zg", "Zg==Zg==", "Z===", "====", "Zm9v\n", "Zm9 "] {
            assert_eq!(decode(wrong), None, "{wrong}");
        }
    }
}
