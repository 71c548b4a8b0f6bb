//! Charts: values become SVG that a screen reader reads too.
//!
//! From: words and whole numbers. To: the text of an SVG with title and description, which stands in a page as it is and
//! takes its colours from the page's own style. It adds no facts, and does not know where they come from.

mod mark;
mod wheel;

pub use mark::Mark;
pub use wheel::{Ring, Wheel, wheel};
