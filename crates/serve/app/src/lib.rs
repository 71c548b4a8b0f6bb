//! Use cases: the one place where the machines meet.
//!
//! From: bytes of a letter, and of the file that says which findings are accepted. To: values that a terminal or a
//! page shows: [`Checked`] (findings, verified facts, [`Summary`]), [`Compiled`] with [`SourceText`] and [`Layout`]
//! for its stages, and the [`rules`] with their pages. The use cases of settlement stand in [`place`], those of
//! the journal in [`journal`].
//!
//! This crate reads no file (the journal's database is opened by `store`) and prints nothing, and it does not know the words of a language of the user beyond
//! what a finding says itself (`cli` and `web` do).
//!
//! ```
//! let letter = "Tildelingsbrev 2025 for Bryggetilsynet\n\nMål 1: Trygge brygger\n";
//! let checked = styrbord_app::check(letter.as_bytes(), &[]).unwrap();
//! assert_eq!(checked.summary.steering.goals, 1);
//! assert!(checked.unused.is_empty());
//! ```

mod accept;
pub mod access;
pub mod accounts;
mod check;
mod compare;
pub mod follow;
pub mod journal;
mod layout;
mod parts;
pub mod place;
pub mod rules;
mod schema;
pub mod search;
pub mod site;
mod source_text;
mod summary;
mod survey;
pub mod texts;

pub use accept::{Accept, AcceptError, Expected, parse_accepts};
pub use check::{CheckReport, Checked, check};
pub use compare::{Compared, Unreadable, compare};
pub use layout::{Layout, LayoutBlock, LayoutKind, LayoutRow};
pub use parts::{Part, parts};
pub use schema::{plan_schema, written_plan_schema};
pub use source_text::{SourceText, encoding_name};
pub use summary::{
    AssignmentCounts, ChapterSum, Dated, DeadlineCounts, FindingCounts, MoneySummary, Present, ReadAs,
    SteeringCounts, Summary, Unread, VerifiedCounts,
};
pub use survey::{
    SeverityCounts, SurveyTotals, Surveyed, SurveyedFindings, SurveyedLetter, SurveyedMoney, survey,
};

pub use styrbord_calendar::{
    Date, Frequency, Language as CalendarLanguage, Weekday, find_periods, holidays, is_working_day,
    month_name, next_working_day,
};
pub use styrbord_charts as charts;
pub use styrbord_check::{Family, RULES, Rule};
pub use styrbord_compare as changes;
pub use styrbord_diagnostics::{Acceptance, Finding, Findings, Label, Language, Message, Severity, Verified};
pub use styrbord_money::{Nok, group_digits};
pub use styrbord_pipeline::{Compiled, compile};
pub use styrbord_plan as plan;
pub use styrbord_readers::limits::{PAGES_MAX, SIZE_MAX};
pub use styrbord_readers::{Encoding, ReadError};
pub use styrbord_sheets as sheets;
pub use styrbord_source::{Format, Place, Source, Span, Spot};
