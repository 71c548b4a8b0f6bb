//! Dates that come again.

use serde::{Deserialize, Serialize};

use crate::date::Date;

/// The most occurrences that are listed: twenty years of weeks, and a little more.
const OCCURRENCES_MAX: usize = 1_100;

/// How often something comes again.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Frequency {
    /// Once a year.
    Yearly,
    /// Twice a year.
    HalfYearly,
    /// Three times a year.
    Tertial,
    /// Four times a year.
    Quarterly,
    /// Every month.
    Monthly,
    /// Every week.
    Weekly,
}

impl Frequency {
    /// Returns the months between two occurrences, or `None` for weeks.
    pub const fn months(self) -> Option<i32> {
        match self {
            Self::Yearly => Some(12),
            Self::HalfYearly => Some(6),
            Self::Tertial => Some(4),
            Self::Quarterly => Some(3),
            Self::Monthly => Some(1),
            Self::Weekly => None,
        }
    }
}

/// Lists the dates from the first one on, until a last day that counts in; at most 1 100 of them.
///
/// A date at the end of its month stays there: half-yearly from 30 June gives 31 December.
pub fn occurrences(frequency: Frequency, from: Date, until: Date) -> Vec<Date> {
    let at_end = from == from.end_of_month();
    let nth = |count: i32| match frequency.months() {
        Some(months) if at_end => from.add_months(months * count).end_of_month(),
        Some(months) => from.add_months(months * count),
        None => from.add_days(7 * count),
    };
    let mut dates: Vec<Date> = Vec::new();
    for date in (0..).map(nth).take(OCCURRENCES_MAX) {
        // At the end of the calendar the dates stand still.
        if date > until || dates.last() == Some(&date) {
            break;
        }
        dates.push(date);
    }
    dates
}
