//! The markers of list items, as a browser shows them.

use super::element::{has_style, number};
use crate::roman::roman;
use scraper::node::Element;

/// A list that is being read.
#[derive(Debug)]
pub(super) struct List {
    style: Style,
    next: i32,
    step: i32,
}

#[derive(Debug, Clone, Copy)]
enum Style {
    /// No marker.
    None,
    Bullet,
    Decimal,
    Letters {
        upper: bool,
    },
    Roman {
        upper: bool,
    },
}

impl List {
    /// The marker of an item that is not counted, whatever sign the page shows.
    pub(super) const BULLET: &str = "-";

    /// Returns a list of an element; `items` counts its items when its numbers run backwards.
    pub(super) fn new(element: &Element, is_ordered: bool, items: impl FnOnce() -> usize) -> Self {
        let is_reversed = is_ordered && element.attr("reversed").is_some();
        let first = || if is_reversed { i32::try_from(items()).unwrap_or(i32::MAX) } else { 1 };
        List {
            style: style(element, is_ordered),
            next: number(element, "start").unwrap_or_else(first),
            step: if is_reversed { -1 } else { 1 },
        }
    }

    /// Returns the marker of the next item; none when the list shows none.
    pub(super) fn marker(&mut self, item: &Element) -> Option<String> {
        let at = number(item, "value").unwrap_or(self.next);
        self.next = at.saturating_add(self.step);
        match self.style {
            Style::None => None,
            Style::Bullet => Some(Self::BULLET.to_owned()),
            Style::Decimal => Some(format!("{at}.")),
            Style::Letters { upper } => {
                Some(letters(at).map_or(format!("{at}."), |text| cased(text, upper, ')')))
            }
            Style::Roman { upper } => {
                Some(roman(at.into()).map_or(format!("{at}."), |text| cased(text, upper, '.')))
            }
        }
    }
}

fn style(element: &Element, is_ordered: bool) -> Style {
    let styled = |value: &str| {
        has_style(element, "list-style-type", &[value]) || has_style(element, "list-style", &[value])
    };
    let is = |kind: &str, values: &[&str]| {
        is_ordered && (element.attr("type") == Some(kind) || values.iter().any(|value| styled(value)))
    };
    if styled("none") {
        Style::None
    } else if is("a", &["lower-alpha", "lower-latin"]) {
        Style::Letters { upper: false }
    } else if is("A", &["upper-alpha", "upper-latin"]) {
        Style::Letters { upper: true }
    } else if is("i", &["lower-roman"]) {
        Style::Roman { upper: false }
    } else if is("I", &["upper-roman"]) {
        Style::Roman { upper: true }
    } else if is_ordered {
        Style::Decimal
    } else {
        Style::Bullet
    }
}

fn cased(text: String, upper: bool, end: char) -> String {
    let mut text = if upper { text } else { text.to_ascii_lowercase() };
    text.push(end);
    text
}

/// Returns a number as letters: A to Z, then AA.
fn letters(number: i32) -> Option<String> {
    let mut rest = u32::try_from(number).ok().filter(|number| *number > 0)?;
    let mut backwards = Vec::new();
    while rest > 0 {
        backwards.push(b'A' + ((rest - 1) % 26) as u8);
        rest = (rest - 1) / 26;
    }
    Some(backwards.into_iter().rev().map(char::from).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_letters() {
        let letter = |number| letters(number).unwrap_or_default();
        assert_eq!(
            (letter(1), letter(26), letter(27), letter(53), letter(0)),
            ("A".into(), "Z".into(), "AA".into(), "BA".into(), String::new())
        );
    }
}
