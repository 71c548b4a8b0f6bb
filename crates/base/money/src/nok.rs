//! The amount itself.

use std::borrow::Cow;
use std::fmt;
use std::iter::Sum;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An amount of Norwegian kroner, held as whole øre.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Nok(i64);

impl Nok {
    /// No money.
    pub const ZERO: Self = Self(0);

    /// Makes an amount of whole kroner; stops at the largest amount that øre can hold (92 million milliards).
    pub const fn from_kroner(kroner: i64) -> Self {
        Self(kroner.saturating_mul(100))
    }

    /// Makes an amount of øre.
    pub const fn from_ore(ore: i64) -> Self {
        Self(ore)
    }

    /// Returns the amount in øre.
    pub const fn ore(self) -> i64 {
        self.0
    }

    /// Returns the amount in kroner when there are no øre besides.
    pub const fn whole_kroner(self) -> Option<i64> {
        if self.0 % 100 == 0 { Some(self.0 / 100) } else { None }
    }

    /// Adds, or returns `None` when the sum does not fit.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// Subtracts, or returns `None` when the difference does not fit.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// Returns the amount in words and figures: `23 627 135 000 kroner`, with no-break spaces.
    pub fn norwegian(self) -> String {
        self.to_string()
    }
}

/// Writes the Norwegian form, as [`Nok::norwegian`] does.
impl fmt::Display for Nok {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "\u{2212}" } else { "" };
        let (kroner, ore) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        write!(f, "{sign}{}", grouped(kroner))?;
        if ore != 0 {
            write!(f, ",{ore:02}")?;
        }
        f.write_str("\u{a0}kroner")
    }
}

/// Adds up; stops at the largest amount rather than wrap round.
impl Sum for Nok {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, |sum, amount| Self(sum.0.saturating_add(amount.0)))
    }
}

impl<'a> Sum<&'a Nok> for Nok {
    fn sum<I: Iterator<Item = &'a Self>>(amounts: I) -> Self {
        amounts.copied().sum()
    }
}

/// Writes whole kroner as an integer, and anything else as a string with two decimals (`"12.50"`).
impl Serialize for Nok {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Some(kroner) = self.whole_kroner() {
            return serializer.serialize_i64(kroner);
        }
        let sign = if self.0 < 0 { "-" } else { "" };
        let ore = self.0.unsigned_abs();
        serializer.serialize_str(&format!("{sign}{}.{:02}", ore / 100, ore % 100))
    }
}

impl JsonSchema for Nok {
    fn schema_name() -> Cow<'static, str> {
        "Nok".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Whole kroner; a text with two decimals where there are øre.",
            "anyOf": [{"type": "integer"}, {"type": "string", "pattern": r"^-?[0-9]+\.[0-9]{2}$"}],
        })
    }
}

impl<'de> Deserialize<'de> for Nok {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NokVisitor)
    }
}

struct NokVisitor;

impl Visitor<'_> for NokVisitor {
    type Value = Nok;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("whole kroner, or kroner with two decimals in a string")
    }

    fn visit_i64<E: de::Error>(self, kroner: i64) -> Result<Nok, E> {
        kroner.checked_mul(100).map(Nok).ok_or_else(|| E::custom("the amount is too large"))
    }

    fn visit_u64<E: de::Error>(self, kroner: u64) -> Result<Nok, E> {
        i64::try_from(kroner).map_err(E::custom).and_then(|kroner| self.visit_i64(kroner))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Nok, E> {
        parse_decimal(text).ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
    }
}

fn parse_decimal(text: &str) -> Option<Nok> {
    let (kroner, ore) = text.split_once('.')?;
    let (negative, kroner) = kroner.strip_prefix('-').map_or((false, kroner), |rest| (true, rest));
    let figures = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if ore.len() != 2 || !figures(ore) || !figures(kroner) {
        return None;
    }
    let sum = kroner.parse::<i64>().ok()?.checked_mul(100)?.checked_add(ore.parse().ok()?)?;
    Some(Nok(if negative { -sum } else { sum }))
}

/// Writes a whole number in groups of three with no-break spaces between, and a real minus sign.
pub fn group_digits(number: i64) -> String {
    let sign = if number < 0 { "\u{2212}" } else { "" };
    format!("{sign}{}", grouped(number.unsigned_abs()))
}

fn grouped(number: u64) -> String {
    let figures = number.to_string();
    let mut out = String::new();
    for (index, figure) in figures.chars().enumerate() {
        if index > 0 && (figures.len() - index).is_multiple_of(3) {
            out.push('\u{a0}');
        }
        out.push(figure);
    }
    out
}
