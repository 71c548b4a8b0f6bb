//! From printed Norwegian dates to civil days.
//!
//! Takes running text and gives [`DateMention`] (a day, a month or the end of a year, at its place in the text)
//! and [`PeriodMention`] ("ut 2024", "2. tertial", "høsten 2025", with first and last day). Under them lie
//! [`Date`] with its arithmetic, [`Tertial`], [`HalfYear`] and [`Quarter`], [`Frequency`] with its
//! [`occurrences`], and the Norwegian public holidays.
//!
//! It does not know today's date, deadlines, or what a date is for. A month in a letter ("innen juni 2025") is
//! found both as a date mention and as a period; the caller takes the one that it needs.
//!
//! ```
//! use styrbord_calendar::{Date, DateForm, DateValue, find_dates, find_periods, next_working_day};
//!
//! let mentions = find_dates("Frist: 31. 12 2024, og så 31.09.2026");
//! assert_eq!(mentions[0].value, DateValue::Day(Date::new(2024, 12, 31).unwrap()));
//! assert_eq!(mentions[0].form, DateForm::NumericSpaced);
//! assert_eq!(mentions[1].value, DateValue::Impossible { year: Some(2026), month: 9, day: 31 });
//!
//! let autumn = &find_periods("Analysen skal være ferdig høsten 2024.", 2024)[0];
//! assert_eq!(autumn.last.to_string(), "2024-11-30");
//! assert_eq!(next_working_day(autumn.last).to_string(), "2024-12-02");
//! ```

mod date;
mod holiday;
mod name;
mod recurrence;
mod span;
mod text;

pub use date::{Date, days_in_month};
pub use holiday::{Holiday, easter_sunday, holidays, is_working_day, next_working_day};
pub use name::{Language, Weekday, month_from_name, month_name};
pub use recurrence::{Frequency, occurrences};
pub use span::{HalfYear, Quarter, Season, Tertial};
pub use text::{DateForm, DateMention, DateValue, PeriodLabel, PeriodMention, find_dates, find_periods};
