//! Dates and periods as letters print them.

mod dates;
mod gate;
mod inherit;
mod lead;
mod mention;
mod month;
mod numeric;
mod period;
mod periods;
mod token;
mod words;
mod year;

pub use dates::find_dates;
pub use mention::{DateForm, DateMention, DateValue, PeriodLabel, PeriodMention};
pub use periods::find_periods;
