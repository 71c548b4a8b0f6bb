//! Figures as tables show them.
#![expect(clippy::float_arithmetic, clippy::cast_precision_loss, reason = "figures for tables")]

use serde_json::Value;

/// Returns a number of a JSON object; not a number when it is not there.
pub(super) fn number(value: &Value, name: &str) -> f64 {
    value[name].as_f64().unwrap_or(f64::NAN)
}

/// Returns a figure with so many decimals; a dash when there is none.
pub(super) fn shown(figure: f64, decimals: usize) -> String {
    if figure.is_finite() { format!("{figure:.decimals$}") } else { "–".to_owned() }
}

/// Returns a part as a percentage with so many decimals.
pub(super) fn percent(part: f64, decimals: usize) -> String {
    if part.is_finite() { format!("{:.decimals$} %", part * 100.0) } else { "–".to_owned() }
}

/// Returns one figure divided by another.
pub(super) fn ratio(part: f64, whole: f64) -> f64 {
    part / whole
}

/// Returns how much less a figure is than another, as a part of the latter.
pub(super) fn less(figure: f64, than: f64) -> f64 {
    1.0 - figure / than
}

/// Returns how far a figure is from another, as a part of the latter.
pub(super) fn apart(figure: f64, from: f64) -> f64 {
    ((figure - from) / from).abs()
}

/// Returns the difference of two parts in points.
pub(super) fn points(part: f64, from: f64) -> f64 {
    (part - from) * 100.0
}

/// Returns the mean of those figures that there are.
pub(super) fn mean(figures: &[f64]) -> f64 {
    let there: Vec<f64> = figures.iter().copied().filter(|figure| figure.is_finite()).collect();
    there.iter().sum::<f64>() / there.len() as f64
}

/// Returns the largest of those figures that there are.
pub(super) fn most(figures: &[f64]) -> f64 {
    figures.iter().copied().fold(f64::NAN, f64::max)
}

/// Returns the smallest of those figures that there are.
pub(super) fn least(figures: &[f64]) -> f64 {
    figures.iter().copied().fold(f64::NAN, f64::min)
}

/// Returns how much memory in MB the target allows: four times the matrix of values, and 64 MB.
pub(super) fn memory_allowed_mb(cases: f64, places: f64) -> f64 {
    4.0 * cases * places * 4.0 / 1e6 + 64.0
}

/// Returns MiB, in which the program counts, as MB.
pub(super) fn mib_as_mb(mib: f64) -> f64 {
    mib * 1.048_576
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_that_are_not_there_are_dashes() {
        let said = serde_json::json!({"value": 2.5});
        assert_eq!(
            (shown(number(&said, "value"), 2), shown(number(&said, "bound"), 2)),
            ("2.50".into(), "–".into())
        );
        assert_eq!((percent(0.0123, 1), percent(f64::NAN, 1)), ("1.2 %".to_owned(), "–".to_owned()));
    }

    #[test]
    fn sums_leave_out_what_is_not_there() {
        let figures = [1.0, f64::NAN, 3.0];
        assert!((mean(&figures) - 2.0).abs() < 1e-12 && mean(&[]).is_nan());
        assert!((most(&figures) - 3.0).abs() < 1e-12 && (least(&figures) - 1.0).abs() < 1e-12);
    }
}
