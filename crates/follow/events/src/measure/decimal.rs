//! Exact decimal numbers: what was published, digit for digit.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::cmp::Ordering;
use std::fmt;

/// The most decimals.
const SCALE_MAX: u8 = 6;

/// The most that the digits together may count, so that differences of any two numbers are exact in 64 bits.
const UNITS_MAX: i64 = 4_000_000_000_000;

/// A decimal number: whole units of a power of ten. `46.0` and `46` are equally large and differently precise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    units: i64,
    scale: u8,
}

impl Decimal {
    /// Makes `units` · 10^-`scale`; `None` with more than 6 decimals or more than 4 · 10^12 units.
    pub fn new(units: i64, scale: u8) -> Option<Self> {
        let fits = scale <= SCALE_MAX && (-UNITS_MAX..=UNITS_MAX).contains(&units);
        fits.then_some(Self { units, scale })
    }

    /// Reads `46.3`, `46,3` or `-1 204`, with any of the spaces that group thousands.
    pub fn parse(text: &str) -> Option<Self> {
        let text: String = text.trim().chars().filter(|letter| !is_grouping(*letter)).collect();
        let (negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
            Some(digits) => (true, digits),
            None => (false, text.as_str()),
        };
        let (whole, decimals) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
        let figures = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let is_number = !whole.is_empty() && (!decimals.is_empty() || whole.len() == digits.len());
        if !is_number || !figures(whole) || !figures(decimals) {
            return None;
        }
        let units: i64 = format!("{whole}{decimals}").parse().ok()?;
        Self::new(if negative { -units } else { units }, u8::try_from(decimals.len()).ok()?)
    }

    /// Returns the number of decimals.
    pub fn scale(self) -> u8 {
        self.scale
    }

    /// Returns how many percent a part is of a whole, rounded half up; `None` of nothing, or of too much.
    pub fn percent(part: u64, whole: u64, scale: u8) -> Option<Self> {
        let (part, whole) = (i128::from(part), i128::from(whole));
        let tens = 10_i128.checked_pow(u32::from(scale))?;
        let doubled = part.checked_mul(200)?.checked_mul(tens)?.checked_add(whole)?;
        let units = doubled.checked_div(whole.checked_mul(2)?)?;
        Self::new(i64::try_from(units).ok()?, scale)
    }

    /// Compares by size.
    pub fn compare(self, other: Self) -> Ordering {
        let (one, two, _) = self.aligned(other);
        one.cmp(&two)
    }

    /// Returns the difference, with the decimals of the more precise of the two.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        let (one, two, scale) = self.aligned(other);
        Self { units: one.saturating_sub(two), scale }
    }

    fn aligned(self, other: Self) -> (i64, i64, u8) {
        let scale = self.scale.max(other.scale);
        let raised = |number: Self| {
            let tens = 10_i64.saturating_pow(u32::from(scale - number.scale));
            number.units.saturating_mul(tens)
        };
        (raised(self), raised(other), scale)
    }
}

fn is_grouping(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{202f}')
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.units < 0 { "-" } else { "" };
        let digits = self.units.unsigned_abs().to_string();
        let scale = usize::from(self.scale);
        let digits = format!("{digits:0>width$}", width = scale + 1);
        let (whole, decimals) = digits.split_at(digits.len() - scale);
        let point = if scale == 0 { "" } else { "." };
        write!(f, "{sign}{whole}{point}{decimals}")
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom("not a decimal number such as 46.3"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        Decimal::parse(text).map(|number| number.to_string())
    }

    #[test]
    fn a_number_is_written_as_precisely_as_it_was_read() {
        for (text, written) in [
            ("46,30", "46.30"),
            ("46", "46"),
            ("-0.5", "-0.5"),
            ("\u{2212}1\u{a0}204", "-1204"),
            ("0.000001", "0.000001"),
            ("4000000000000", "4000000000000"),
        ] {
            assert_eq!(read(text).as_deref(), Some(written), "{text}");
        }
        for wrong in
            ["", "-", "1.", ".5", "1.2.3", "1e3", "+1", "0.0000001", "4000000000001", "99999999999999999999"]
        {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn differences_are_exact_at_the_ends_of_the_range() {
        let ends = [("4000000000000", 0), ("-4000000000000", 0), ("0.000001", 6), ("-4000000.000000", 6)];
        for (one, _) in ends {
            for (two, _) in ends {
                let (one, two) = (Decimal::parse(one).unwrap(), Decimal::parse(two).unwrap());
                let millionths =
                    |number: Decimal| i128::from(number.units) * 10_i128.pow(6 - u32::from(number.scale));
                assert_eq!(millionths(one.minus(two)), millionths(one) - millionths(two));
                assert_eq!(one.compare(two), millionths(one).cmp(&millionths(two)));
            }
        }
    }

    #[test]
    fn a_share_is_rounded_half_up() {
        let percent =
            |part, whole, scale| Decimal::percent(part, whole, scale).map(|share| share.to_string());
        assert_eq!(percent(2048, 4469, 1).as_deref(), Some("45.8"));
        assert_eq!(percent(2048, 4469, 0).as_deref(), Some("46"));
        assert_eq!(percent(1, 8, 0).as_deref(), Some("13"));
        assert_eq!(percent(1, 8, 2).as_deref(), Some("12.50"));
        assert_eq!(percent(0, 0, 1), None);
        assert_eq!(percent(u64::MAX, 1, 6), None);
    }
}
