//! Whole units written as decimal numbers, and back, without loss.

/// Returns units as a decimal number; `scale` units are worth 1 and the scale is a power of ten.
pub fn from_units(units: i64, scale: i32) -> String {
    let scale = u64::from(scale.unsigned_abs().max(1));
    let digits = scale.ilog10() as usize;
    let sign = if units < 0 { "-" } else { "" };
    let (whole, part) = (units.unsigned_abs() / scale, units.unsigned_abs() % scale);
    if part == 0 {
        return format!("{sign}{whole}");
    }
    let part = format!("{part:0digits$}");
    format!("{sign}{whole}.{}", part.trim_end_matches('0'))
}

/// Returns the units of a decimal number, with a point or a comma; what is less than a unit is cut off.
pub fn to_units(text: &str, scale: i32) -> Option<i64> {
    let scale = scale.max(1);
    let digits = scale.ilog10() as usize;
    let (sign, text) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() && part.is_empty() || !is_number(whole) || !is_number(part) {
        return None;
    }
    let whole: i64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let part: String = part.chars().chain(std::iter::repeat('0')).take(digits).collect();
    let part: i64 = if part.is_empty() { 0 } else { part.parse().ok()? };
    whole.checked_mul(i64::from(scale))?.checked_add(part)?.checked_mul(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_written_and_read_without_loss() {
        for (units, text) in [(0, "0"), (150_000_000, "1.5"), (1, "0.00000001"), (-250_000_000, "-2.5")] {
            assert_eq!(from_units(units, 100_000_000), text);
            assert_eq!(to_units(text, 100_000_000), Some(units));
        }
        assert_eq!(to_units("0,5", 10), Some(5));
        assert_eq!(to_units("0.59", 10), Some(5));
        assert_eq!((from_units(7, 1), to_units("7", 1)), ("7".to_owned(), Some(7)));
        for text in ["", ".", "-", "x", "1e5", "99999999999999999999", "1.2.3", "+1"] {
            assert_eq!(to_units(text, 10), None, "{text}");
        }
    }
}
