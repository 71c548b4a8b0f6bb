//! Figures as they are written in a language.
#![expect(clippy::float_arithmetic, clippy::cast_precision_loss, reason = "figures are shown")]

use styrbord_app::{Language, group_digits};

/// Returns a whole number with its digits in groups.
pub(super) fn digits(number: i64) -> String {
    group_digits(number)
}

/// Returns a number with some decimals.
pub(super) fn decimal(number: f64, decimals: usize, language: Language) -> String {
    let text = format!("{number:.decimals$}");
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let sign = if whole.starts_with('-') { "-" } else { "" };
    let whole = whole.trim_start_matches('-').parse().map_or_else(|_| whole.to_owned(), group_digits);
    let mark = if language == Language::En { "." } else { "," };
    if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}{mark}{part}") }
}

/// Returns a part of one in percent, rounded up: nothing is said to be nearer than it is.
pub(super) fn share(part: f64, language: Language) -> String {
    // What is added takes the sign from a nought.
    let hundredths = (part * 10_000.0 - 1e-9).ceil().max(0.0) + 0.0;
    format!("{}\u{a0}%", decimal(hundredths / 100.0, 2, language))
}

/// Returns what units are worth, shortly.
pub(super) fn of_units(units: i64, scale: i32, language: Language) -> String {
    decimal(units as f64 / f64::from(scale), 1, language)
}

/// Returns how far a value may be from the best, in percent.
pub(super) fn gap_of(value: i64, bound: i64, language: Language) -> String {
    share(if bound > 0 { (bound - value) as f64 / bound as f64 } else { 0.0 }, language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_follow_the_language() {
        assert_eq!(decimal(1234.5678, 2, Language::Nb), "1\u{a0}234,57");
        assert_eq!(decimal(-0.25, 3, Language::En), "-0.250");
        assert_eq!(share(0.000_21, Language::Nb), "0,03\u{a0}%");
        assert_eq!(share(0.000_2, Language::Nb), "0,02\u{a0}%");
        assert_eq!(share(0.0, Language::En), "0.00\u{a0}%");
    }
}
