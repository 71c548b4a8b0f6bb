//! The number of an organisation in the national register.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// What each of the first eight digits counts; the sum over all nine is divisible by 11 (MOD11).
const WEIGHTS: [u32; 8] = [3, 2, 7, 6, 5, 4, 3, 2];

/// An organisation number (organisasjonsnummer): nine digits, the last of which checks the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct OrganisationNumber(u32);

impl OrganisationNumber {
    /// Reads nine digits, with or without spaces between them; `None` when the check digit is another.
    pub fn parse(text: &str) -> Option<Self> {
        let mut digits = [0; 9];
        let mut figures = text.trim().chars().filter(|letter| !matches!(letter, ' ' | '\u{a0}' | '\u{202f}'));
        for digit in &mut digits {
            *digit = figures.next()?.to_digit(10)?;
        }
        let [first @ .., check] = digits;
        let sum: u32 = first.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
        // A remainder of 1 would need the check digit 10: such numbers are never given out.
        let agrees = figures.next().is_none() && (sum + check).is_multiple_of(11);
        agrees.then(|| Self(digits.iter().fold(0, |number, digit| number * 10 + digit)))
    }
}

impl fmt::Display for OrganisationNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:09}", self.0)
    }
}

impl Serialize for OrganisationNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for OrganisationNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom("not nine digits with a check digit that agrees"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        OrganisationNumber::parse(text).map(|number| number.to_string())
    }

    #[test]
    fn the_check_digit_decides() {
        // 9*3 + 1*2 + 2*7 + 3*6 + 4*5 + 5*4 + 6*3 + 7*2 = 133; 133 + 10 would be needed: never given out.
        assert!((0..10).all(|check| read(&format!("91234567{check}")).is_none()));
        // 9*3 + 1*2 + 2*7 + 3*6 + 4*5 + 5*4 + 6*3 + 8*2 = 135; 135 + 8 = 13 * 11.
        assert_eq!(read("912345688").as_deref(), Some("912345688"));
        assert_eq!(read(" 912 345 688 ").as_deref(), Some("912345688"));
        assert!((0..10).filter(|check| read(&format!("91234568{check}")).is_some()).eq([8]));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for wrong in ["", "91234568", "9123456880", "91234568x", "+12345688", "912-345-688"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
