//! An amount as it stands in a text.

use std::ops::Range;

use crate::number::Number;
use crate::{Nok, Unit};

/// An amount as printed: its value, and how exactly the text gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The value.
    pub amount: Nok,
    /// The unit that the number is printed in.
    pub unit: Unit,
    /// How many decimals are printed.
    pub decimals: u8,
    /// The bytes of the text that hold sign, number and unit.
    pub range: Range<usize>,
    /// Whether the text says that it is no exact figure ("om lag", "inntil", the end of a range).
    pub approximate: bool,
}

impl Printed {
    /// Returns half a unit of the last printed digit; nothing where whole kroner are printed.
    pub fn tolerance(&self) -> Nok {
        if self.unit == Unit::Kroner {
            return Nok::ZERO;
        }
        let step = 10_i64.checked_pow(u32::from(self.decimals)).map_or(0, |parts| self.unit.in_ore() / parts);
        Nok::from_ore(step / 2)
    }

    /// Tells whether an amount could have been rounded to what is printed.
    pub fn agrees_with(&self, other: Nok) -> bool {
        self.amount.ore().abs_diff(other.ore()) <= self.tolerance().ore().unsigned_abs()
    }
}

/// Returns the number in the unit as an amount, or `None` when it is finer than øre or too large.
pub(crate) fn value(number: &Number, unit: Unit, negative: bool) -> Option<Nok> {
    let parts = 10_i128.checked_pow(u32::from(number.decimals))?;
    let ore = i128::from(number.mantissa?).checked_mul(i128::from(unit.in_ore()))?;
    if ore % parts != 0 {
        return None;
    }
    let ore = i64::try_from(ore / parts).ok()?;
    Some(Nok::from_ore(if negative { -ore } else { ore }))
}
