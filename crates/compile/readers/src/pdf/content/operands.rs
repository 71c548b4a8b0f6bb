//! The values before an operator.

use crate::pdf::lexer::Token;
use std::ops::Range;

/// The most values that are kept before an operator.
const COUNT_MAX: usize = 65_536;

/// The values before an operator; those of arrays and dictionaries one after the other with their brackets.
#[derive(Debug, Default)]
pub(super) struct Operands<'a>(Vec<Token<'a>>);

impl<'a> Operands<'a> {
    /// Adds a value.
    pub fn push(&mut self, token: Token<'a>) {
        if self.0.len() < COUNT_MAX {
            self.0.push(token);
        }
    }

    /// Forgets the values.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Returns all values.
    pub fn all(&self) -> &[Token<'a>] {
        &self.0
    }

    /// Returns the last `N` values if they are numbers.
    pub fn numbers<const N: usize>(&self) -> Option<[f64; N]> {
        let first = self.0.len().checked_sub(N)?;
        let mut numbers = [0.0; N];
        for (place, token) in numbers.iter_mut().zip(self.0.get(first..)?) {
            let Token::Number(number) = token else { return None };
            *place = *number;
        }
        Some(numbers)
    }

    /// Returns the last value if it is a number.
    pub fn number(&self) -> Option<f64> {
        self.numbers::<1>().map(|[number]| number)
    }

    /// Returns all values that are numbers.
    pub fn all_numbers(&self) -> Vec<f64> {
        self.0.iter().filter_map(|token| if let Token::Number(n) = token { Some(*n) } else { None }).collect()
    }

    /// Returns the first value that is a name.
    pub fn name(&self) -> Option<Range<usize>> {
        self.0
            .iter()
            .find_map(|token| if let Token::Name(range) = token { Some(range.clone()) } else { None })
    }
}
