//! Questions about the money, answered from the state.

mod amendments;
mod authorisations;
mod carried;
mod portfolio;
mod position;
mod shown;
mod tree;

pub use amendments::{Amendment, amendments};
pub(super) use authorisations::limit;
pub use authorisations::{AuthorisationRow, authorisations};
pub use carried::{Awaiting, Carried, awaiting, carried};
pub use portfolio::{Portfolio, PortfolioRow, PortfolioYear, portfolio};
pub use position::{Actual, Difference, Sums, is_income};
pub(super) use position::{carried_portions, excess, sub_excess};
pub(crate) use shown::object_view;
pub use tree::{ChapterNode, Check, CheckKind, Divided, Keyword, PostNode, Tree, tree};
