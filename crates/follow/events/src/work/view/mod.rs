//! Questions about the work, answered from the state and a day.

mod attention;
mod due;
mod history;
mod proposal;
mod shown;
mod summary;
mod trace;

pub use attention::{Attention, Concern, needs_attention};
pub use due::{DueItem, due, responsible};
pub use history::{Entry, What, history};
pub use proposal::proposed_schedule;
pub use shown::{object_view, partners};
pub use summary::{GoalSummary, by_goal};
pub use trace::{Traced, Until, dated, trace};
