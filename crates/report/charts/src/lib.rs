//! Charts: values become SVG that a screen reader reads too.
//!
//! From: words, days and whole numbers. To: the text of an SVG with title and description, which stands in a page as it
//! is and takes its colours from the page's own style. [`Chart`] shows figures over periods with what was to be reached,
//! [`Sparkline`] how they went at a glance. It adds no facts, and does not know where they come from.
//!
//! ```
//! use styrbord_calendar::Date;
//! use styrbord_charts::{Point, Sparkline};
//! let point = |year, value| {
//!     let (from, to) = (Date::nearest(year, 1, 1), Date::nearest(year, 12, 31));
//!     Point { from, to, label: year.to_string(), value: Some(value), firm: true }
//! };
//! let spark = Sparkline { id: "a".into(), title: "2024: 4, 2025: 7".into(), points: vec![point(2024, 4), point(2025, 7)], breaks: vec![] };
//! assert!(spark.draw().to_string().starts_with("<svg"));
//! ```

mod axis;
mod chart;
mod legend;
mod mark;
mod plot;
mod spark;
mod trace;
mod wheel;

pub use chart::{Break, Chart, Line, Point, Role, Scale, Shape};
pub use mark::Mark;
pub use spark::Sparkline;
pub use wheel::{Ring, Wheel, wheel};
