//! What one printed digit counts.

use serde::{Deserialize, Serialize};

/// The unit that an amount is printed in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Single kroner.
    #[default]
    Kroner,
    /// Thousands of kroner.
    Thousand,
    /// Millions of kroner (mill.).
    Million,
    /// Milliards of kroner (mrd.), the English billion.
    Billion,
}

impl Unit {
    /// Returns the number of øre in one unit.
    pub const fn in_ore(self) -> i64 {
        match self {
            Self::Kroner => 100,
            Self::Thousand => 100_000,
            Self::Million => 100_000_000,
            Self::Billion => 100_000_000_000,
        }
    }
}
