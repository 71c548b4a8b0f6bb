//! Units and values: numbers, shares, grades, and what the source suppresses.

use super::{Decimal, Period};
use crate::text::TextRef;
use serde::{Deserialize, Serialize};
use styrbord_calendar::Date;

/// What a series counts in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// A number of something: cases, days, points of an index.
    Number(String),
    /// Percent. Differences are percentage points.
    Percent,
    /// Kroner.
    Kroner,
    /// A grade on a declared scale, the lowest first. For what can be described and not counted.
    Grade(Vec<String>),
}

/// A value of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// A number, as published.
    Number(Decimal),
    /// A share with what it was counted from.
    Share {
        /// How many have it.
        numerator: u64,
        /// Of how many.
        denominator: u64,
        /// The same in percent, rounded half up to its decimals.
        percent: Decimal,
    },
    /// A grade, counted from 0 on the scale of the card.
    Grade(u8),
    /// Suppressed at the source: the number is not here either.
    Suppressed,
}

impl Reading {
    /// Makes a share with so many decimals; `None` of nothing.
    pub fn share(numerator: u64, denominator: u64, scale: u8) -> Option<Self> {
        let percent = Decimal::percent(numerator, denominator, scale)?;
        Some(Self::Share { numerator, denominator, percent })
    }

    /// Returns what it can be compared by; none when it is suppressed.
    pub fn level(self) -> Option<Level> {
        match self {
            Reading::Number(number) | Reading::Share { percent: number, .. } => Some(Level::Number(number)),
            Reading::Grade(grade) => Some(Level::Grade(grade)),
            Reading::Suppressed => None,
        }
    }

    /// Tells whether it is a value in a unit.
    pub fn fits(self, unit: &Unit) -> bool {
        match self {
            Reading::Share { numerator, denominator, percent } => {
                *unit == Unit::Percent
                    && numerator <= denominator
                    && Decimal::percent(numerator, denominator, percent.scale()) == Some(percent)
            }
            Reading::Suppressed => !matches!(unit, Unit::Grade(_)),
            Reading::Number(_) | Reading::Grade(_) => self.level().is_some_and(|level| level.fits(unit)),
        }
    }
}

/// A number or a grade, to be held against another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// A number.
    Number(Decimal),
    /// A grade, counted from 0.
    Grade(u8),
}

impl Level {
    /// Tells whether it is a value in a unit.
    pub fn fits(self, unit: &Unit) -> bool {
        match (self, unit) {
            (Level::Number(_), Unit::Number(_) | Unit::Percent | Unit::Kroner) => true,
            (Level::Grade(grade), Unit::Grade(scale)) => usize::from(grade) < scale.len(),
            _ => false,
        }
    }
}

/// Whether a figure is the last word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Finality {
    /// It will come again.
    Preliminary,
    /// It is the last word.
    Final,
}

/// What was measured in a period. Its text is words in a command, and a reference in events and state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measurement<T = TextRef> {
    /// The days that it tells of.
    pub period: Period,
    /// The day on which it was counted (telletidspunkt).
    pub counted: Date,
    /// The value.
    pub reading: Reading,
    /// Where it comes from: register, table, report.
    pub source: String,
    /// Whether it is the last word.
    pub finality: Finality,
    /// What it rests on, in words; a grade is nothing without.
    pub evidence: Option<T>,
}
