//! Questions about the money, answered from the state.

mod amendments;
mod authorisations;
mod carried;
mod portfolio;
mod position;
mod tree;

pub use amendments::{Amendment, amendments};
pub use authorisations::{AuthorisationRow, authorisations, limit};
pub use carried::{Carried, carried};
pub use portfolio::{Portfolio, PortfolioRow, PortfolioYear, portfolio};
pub use position::{Actual, Difference, Sums};
pub(super) use position::{carried_portions, excess, sub_excess};
pub use tree::{ChapterNode, Check, CheckKind, Keyword, PostNode, Tree, tree};
