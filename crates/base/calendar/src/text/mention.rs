//! What is found in a text.

use std::ops::Range;

use crate::date::{Date, days_in_month};
use crate::span::{HalfYear, Quarter, Season, Tertial};

/// A date in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// The bytes of the text that print it; the year alone for the later years of "15. januar 2024, 2025".
    pub range: Range<usize>,
    /// What it says.
    pub value: DateValue,
    /// How it is written.
    pub form: DateForm,
}

/// What a printed date says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DateValue {
    /// A day that exists.
    Day(Date),
    /// A day that does not exist, such as 31 September.
    Impossible {
        /// The year, where one is printed.
        year: Option<i16>,
        /// The month as printed.
        month: u8,
        /// The day as printed.
        day: u8,
    },
    /// A day in a year that is not printed.
    WithoutYear {
        /// The month, 1 to 12.
        month: u8,
        /// The day of the month.
        day: u8,
    },
    /// A whole month.
    Month {
        /// The year, where one is printed.
        year: Option<i16>,
        /// The month, 1 to 12.
        month: u8,
    },
    /// The end of a year: "utgangen av 2025", "årsskiftet 2025/2026".
    EndOfYear(i16),
}

/// How a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DateForm {
    /// Figures and full stops without spaces: "31.12.2024", "1.6.2026".
    Numeric,
    /// Figures with spaces among them: "31. 12 2024", "31.12 2026".
    NumericSpaced,
    /// Figures with a year of two digits: "20.03.24".
    TwoDigitYear,
    /// With the month's name: "1. juni 2025".
    Words,
    /// "2024-06-30".
    Iso,
    /// Without a year, in figures or words, and no year nearby that holds for it.
    NoYear,
}

impl DateValue {
    /// Returns the day, or the last day that is meant when the year is printed.
    pub fn last_day(self) -> Option<Date> {
        match self {
            Self::Day(date) => Some(date),
            Self::Month { year: Some(year), month } => Some(Date::nearest(year, month, 31)),
            Self::EndOfYear(year) => Some(Date::nearest(year, 12, 31)),
            Self::Impossible { .. } | Self::WithoutYear { .. } | Self::Month { year: None, .. } => None,
        }
    }

    /// Makes the value of a printed day.
    pub(super) fn of_day(year: Option<i16>, month: u8, day: u8) -> Self {
        /// Without a year, 29 February may exist.
        const LEAP_YEAR: i16 = 2024;
        match year {
            Some(known) => {
                Date::new(known, month, day).map_or(Self::Impossible { year, month, day }, Self::Day)
            }
            None if (1..=days_in_month(LEAP_YEAR, month)).contains(&day) => Self::WithoutYear { month, day },
            None => Self::Impossible { year, month, day },
        }
    }
}

/// A period in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeriodMention {
    /// The bytes of the text that print it, with the words that lead up to it ("innen utgangen av").
    pub range: Range<usize>,
    /// The first day.
    pub first: Date,
    /// The last day: the deadline, where the period is one.
    pub last: Date,
    /// What kind of period it is.
    pub label: PeriodLabel,
    /// Whether the text prints the year; else it is the letter's.
    pub year_stated: bool,
}

/// The kind of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PeriodLabel {
    /// A year, or its end.
    Year,
    /// A half-year (halvår).
    HalfYear(HalfYear),
    /// A tertial.
    Tertial(Tertial),
    /// A quarter (kvartal).
    Quarter(Quarter),
    /// A season.
    Season(Season),
    /// A month.
    Month(u8),
    /// The first ten days of a month (primo).
    StartOfMonth(u8),
    /// The 15th of a month (medio).
    MiddleOfMonth(u8),
    /// The last day of a month (ultimo).
    EndOfMonth(u8),
    /// An ISO week, or the first of several.
    Week(u8),
    /// The turn of the year (årsskiftet), 31 December.
    TurnOfYear,
}
