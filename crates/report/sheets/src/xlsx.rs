//! Workbooks: typed cells under a heading that stays, and back.

mod guard;
mod reading;
mod writing;

pub(crate) use guard::is_package;
pub(crate) use reading::rows;
pub use writing::to_xlsx;
