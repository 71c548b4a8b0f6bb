//! Values through time: nothing is overwritten.

use crate::book::Stamp;
use serde::Serialize;

/// A value with when, by whom and why it came to hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Version<T> {
    /// The value.
    pub value: T,
    /// When, by whom and why.
    pub stamp: Stamp,
}

impl<T> Version<T> {
    /// Makes the version that an event gives.
    pub fn new(value: T, stamp: &Stamp) -> Self {
        Self { value, stamp: *stamp }
    }
}
