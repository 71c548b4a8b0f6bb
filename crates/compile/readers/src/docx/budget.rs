//! What one file may cost, all its parts together.

use super::FORMAT;
use crate::ReadError;
use crate::limits::{CELLS_MAX, PACKAGE_ELEMENTS_MAX};
use std::cell::Cell;

/// Counts what a file has cost.
#[derive(Debug, Default)]
pub(super) struct Budget {
    elements: Cell<usize>,
    cells: Cell<usize>,
}

impl Budget {
    /// Counts one element.
    pub fn element(&self) -> Result<(), ReadError> {
        spend(&self.elements, 1, PACKAGE_ELEMENTS_MAX)
    }

    /// Counts cells of tables.
    pub fn cells(&self, count: usize) -> Result<(), ReadError> {
        spend(&self.cells, count, CELLS_MAX)
    }
}

fn spend(spent: &Cell<usize>, count: usize, max: usize) -> Result<(), ReadError> {
    spent.set(spent.get().saturating_add(count));
    if spent.get() > max { Err(ReadError::TooMuchInside(FORMAT)) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_over_the_limit_is_refused() {
        let spent = Cell::new(0);
        assert_eq!(spend(&spent, 3, 3), Ok(()));
        assert_eq!(spend(&spent, 1, 3), Err(ReadError::TooMuchInside(FORMAT)));
        assert_eq!(spend(&spent, usize::MAX, 3), Err(ReadError::TooMuchInside(FORMAT)));
    }
}
