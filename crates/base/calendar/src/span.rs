//! Parts of a year: tertials, half-years, quarters, seasons.

use serde::{Deserialize, Serialize};

use crate::date::Date;

/// A third of a year, four months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tertial {
    /// January to April.
    First,
    /// May to August.
    Second,
    /// September to December.
    Third,
}

/// A half of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HalfYear {
    /// January to June.
    First,
    /// July to December.
    Second,
}

/// A quarter of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quarter {
    /// January to March.
    First,
    /// April to June.
    Second,
    /// July to September.
    Third,
    /// October to December.
    Fourth,
}

/// A season, as far as a deadline counts: "våren" ends with May, "høsten" with November.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Season {
    /// 1 January to 31 May.
    Spring,
    /// 1 June to 31 August.
    Summer,
    /// 1 August to 30 November.
    Autumn,
    /// 1 December of the year before to the end of February.
    Winter,
}

impl Tertial {
    /// Returns the tertial with that number, 1 to 3.
    pub fn from_number(number: u8) -> Option<Self> {
        [Self::First, Self::Second, Self::Third].get(index(number)?).copied()
    }

    /// Returns the tertial that a day lies in.
    pub fn of(date: Date) -> Self {
        match date.month() {
            1..=4 => Self::First,
            5..=8 => Self::Second,
            _ => Self::Third,
        }
    }

    /// Returns its first day in a year.
    pub fn first_day(self, year: i16) -> Date {
        Date::nearest(year, self as u8 * 4 + 1, 1)
    }

    /// Returns its last day in a year.
    pub fn last_day(self, year: i16) -> Date {
        Date::nearest(year, self as u8 * 4 + 4, 31)
    }
}

impl HalfYear {
    /// Returns the half-year with that number, 1 or 2.
    pub fn from_number(number: u8) -> Option<Self> {
        [Self::First, Self::Second].get(index(number)?).copied()
    }

    /// Returns the half-year that a day lies in.
    pub fn of(date: Date) -> Self {
        if date.month() <= 6 { Self::First } else { Self::Second }
    }

    /// Returns its first day in a year.
    pub fn first_day(self, year: i16) -> Date {
        Date::nearest(year, self as u8 * 6 + 1, 1)
    }

    /// Returns its last day in a year.
    pub fn last_day(self, year: i16) -> Date {
        Date::nearest(year, self as u8 * 6 + 6, 31)
    }
}

impl Quarter {
    /// Returns the quarter with that number, 1 to 4.
    pub fn from_number(number: u8) -> Option<Self> {
        [Self::First, Self::Second, Self::Third, Self::Fourth].get(index(number)?).copied()
    }

    /// Returns its first day in a year.
    pub fn first_day(self, year: i16) -> Date {
        Date::nearest(year, self as u8 * 3 + 1, 1)
    }

    /// Returns its last day in a year.
    pub fn last_day(self, year: i16) -> Date {
        Date::nearest(year, self as u8 * 3 + 3, 31)
    }
}

impl Season {
    /// Returns its first day; that of the winter lies in the year before.
    pub fn first_day(self, year: i16) -> Date {
        match self {
            Self::Spring => Date::nearest(year, 1, 1),
            Self::Summer => Date::nearest(year, 6, 1),
            Self::Autumn => Date::nearest(year, 8, 1),
            Self::Winter => Date::nearest(year.saturating_sub(1), 12, 1),
        }
    }

    /// Returns its last day.
    pub fn last_day(self, year: i16) -> Date {
        match self {
            Self::Spring => Date::nearest(year, 5, 31),
            Self::Summer => Date::nearest(year, 8, 31),
            Self::Autumn => Date::nearest(year, 11, 30),
            Self::Winter => Date::nearest(year, 2, 29),
        }
    }
}

fn index(number: u8) -> Option<usize> {
    usize::from(number).checked_sub(1)
}
