//! The steering year: a letter becomes a year that people run.
//!
//! From: the bytes of a letter or a plan as data, and what people say of it. To: the commands of `events` that take it
//! in, or the questions that must be answered first.

mod answers;
mod calendar;
mod changes;
mod files;
mod findings;
mod incoming;
mod kinds;
mod matching;
mod measured;
mod money;
mod office;
mod only_changes;
mod outside;
mod overview;
mod question;
mod resolve;
mod shown;
mod take_in;
mod work;

pub use answers::{Answer, AnswerError, Answers};
pub use calendar::{CalendarDay, calendar, days_that_hold};
pub use changes::{Change, Seat};
pub(crate) use files::as_sent;
pub use files::media_type;
pub use findings::{finding_keys, finding_name, finding_texts, marked};
pub use incoming::{Incoming, Unfit, incoming};
pub use matching::{Case, Matched, match_parts};
pub use measured::{Lineage, Parameter, SeriesList, SeriesRow, level, period, reading, series_of, texts_in};
pub use money::{
    CommitmentRow, Money, Portfolios, PostPortfolio, Said, WaitingRow, kroner, money_of, money_texts,
    post_named,
};
pub use office::{Circumstances, Database, Failure, Office, YearError};
pub use only_changes::{Between, OnlyChanges, between, only_changes, sign};
pub use outside::{AsMinistry, seen_from_outside};
pub use overview::{
    AssignmentRow, LetterRow, Names, Overview, PartRow, PostRow, letters, ministry, name_references,
    overview, row,
};
pub use question::{Candidate, Question, Why};
pub use shown::{
    Content, ShownDeliverable, ShownDue, ShownMeasure, ShownMoney, ShownSeries, ShownSitting, ShownStatus,
    ShownSums, ShownWork,
};
pub use take_in::{Received, Reception, Start};
pub(crate) use take_in::{Rehearsed, rehearse_receive, rehearse_start};
pub(crate) use work::{anything, id_of};

pub use styrbord_events as events;
pub use styrbord_store::{Rejection, Sqlite, StoreError};
