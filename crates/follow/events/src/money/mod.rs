//! The money through the year: what the letters allocate, what is bound, used and expected, and what explains it.
//!
//! Chapters and posts are parts of the letters; here stands what people and ledgers say of them. Whole øre throughout.
//! The views ([`tree`], [`portfolio`], [`authorisations`], [`amendments`]) are computed from the state when asked.

mod apply;
mod command;
mod decide;
mod event;
pub mod import;
mod month;
mod refusals;
mod state;
mod terms;
mod view;

pub(crate) use apply::apply;
pub use command::Command;
pub(crate) use decide::decide;
pub use event::Event;
pub use month::{Month, NotAMonth};
pub use state::{
    AmountVersion, AuthorisationUse, Booking, Charge, Commitment, CommitmentStep, Explanation, Forecast,
    Import, Limit, LimitUse, Project, ProjectStep, State, Step, SubAllocation,
};
pub use terms::{CarriedFrom, ChargeSide, Draw, Over, ProjectTerms, ProjectYear, Recipient, Share, Terms};
pub(crate) use view::object_view;
pub use view::{
    Actual, Amendment, AuthorisationRow, Awaiting, Carried, ChapterNode, Check, CheckKind, Difference,
    Divided, Keyword, Portfolio, PortfolioRow, PortfolioYear, PostNode, Sums, Tree, amendments,
    authorisations, awaiting, carried, is_income, portfolio, tree,
};

use styrbord_money::Nok;

/// Adds; stops at the largest amount rather than wrap round.
fn add(one: Nok, other: Nok) -> Nok {
    Nok::from_ore(one.ore().saturating_add(other.ore()))
}

/// Subtracts; stops at the largest amount rather than wrap round.
fn less(from: Nok, what: Nok) -> Nok {
    Nok::from_ore(from.ore().saturating_sub(what.ore()))
}
