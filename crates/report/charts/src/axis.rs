//! The values beside a chart and the periods below it.

use crate::chart::{Chart, LETTERS, Point, Role, Scale};
use crate::mark::Mark;
use crate::plot::Plot;
use styrbord_money::group_digits;

/// As many lines are drawn across at the most.
const TICKS_MAX: i128 = 5;
/// As many letters of a grade stand beside its line.
const GRADE_MAX: usize = 14;

/// The values beside a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Axis {
    pub(crate) low: i64,
    pub(crate) high: i64,
    /// Values with what is written beside them.
    pub(crate) ticks: Vec<(i64, String)>,
}

impl Axis {
    /// Makes the axis of some values; with `zero` it begins there.
    pub(crate) fn of(scale: &Scale, values: impl Iterator<Item = i64> + Clone, zero: bool) -> Self {
        match scale {
            Scale::Grades(grades) => {
                let ticks = grades.iter().zip(0..).map(|(grade, at)| (at, shortened(grade, GRADE_MAX)));
                let high = (grades.len() as i64 - 1).max(1);
                Self { low: 0, high, ticks: ticks.collect() }
            }
            Scale::Number { decimals, point } => {
                let (low, high) = (values.clone().min().unwrap_or(0), values.max().unwrap_or(0));
                let (low, high, step) = rounded(low, high, zero, 10_i64.saturating_pow(u32::from(*decimals)));
                let mut ticks = Vec::new();
                let mut at = low;
                while at <= high {
                    ticks.push((at, written(at, *decimals, *point)));
                    let Some(next) = at.checked_add(step) else { break };
                    at = next;
                }
                Self { low, high, ticks }
            }
        }
    }
}

/// Returns round ends around some values, and the step between the lines, which is 1, 2 or 5 and noughts.
fn rounded(low: i64, high: i64, zero: bool, one: i64) -> (i64, i64, i64) {
    let (mut low, mut high) = (i128::from(low), i128::from(high));
    // Values far from nought and near each other are seen better without it; then the axis says where it begins.
    if zero || low * 3 < high * 2 {
        low = low.min(0);
    }
    if zero || high < 0 && high * 3 > low * 2 {
        high = high.max(0);
    }
    if low == high {
        high += i128::from(one);
    }
    let wanted = (high - low + TICKS_MAX - 1) / TICKS_MAX;
    let mut tens = 1;
    while tens * 10 <= wanted {
        tens *= 10;
    }
    let step = [1, 2, 5, 10].map(|times| times * tens).into_iter().find(|step| *step >= wanted);
    let step = step.unwrap_or(tens * 10);
    let fits = |value: i128| value.clamp(i128::from(i64::MIN), i128::from(i64::MAX)) as i64;
    let down = low.div_euclid(step) * step;
    let up = -((-high).div_euclid(step) * step);
    (fits(down), fits(up), fits(step))
}

/// Returns a value with as many decimals as say something.
pub(crate) fn written(value: i64, decimals: u8, point: char) -> String {
    let one = 10_i64.saturating_pow(u32::from(decimals));
    let sign = if value < 0 { "\u{2212}" } else { "" };
    let value = i64::try_from(value.unsigned_abs()).unwrap_or(i64::MAX);
    let whole = group_digits(value / one);
    let rest = format!("{:0>width$}", value % one, width = usize::from(decimals));
    let rest = rest.trim_end_matches('0');
    if rest.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}{point}{rest}") }
}

/// Returns as much of a text as there is room for.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", cut.trim_end())
}

/// Draws the lines across with their values.
pub(crate) fn grid(axis: &Axis, plot: &Plot) -> Mark {
    let mut group = Mark::new("g").with("class", "chart-grid");
    for (value, label) in &axis.ticks {
        let y = plot.value(*value);
        let line = Mark::new("path").with("d", format_args!("M{} {y}H{}", plot.left, plot.right));
        let text = Mark::new("text")
            .with("x", plot.left - LETTERS / 3)
            .with("y", y + LETTERS / 3)
            .with("text-anchor", "end")
            .text(label);
        group = group.holding(&line).holding(&text);
    }
    group
}

/// Writes the names of the periods below, as many as there is room for; the last one is always there.
pub(crate) fn periods(chart: &Chart, plot: &Plot) -> Mark {
    let mut points: Vec<&Point> = named(chart, |role| role == Role::Figures);
    if points.is_empty() {
        points = named(chart, |_| true);
    }
    points.sort_by_key(|point| (plot.middle(point), point.from));
    points.dedup_by_key(|point| (point.from, point.to));
    let mut group = Mark::new("g").with("class", "chart-periods");
    let mut free = i64::MAX;
    for point in points.into_iter().rev() {
        let half = point.label.chars().count() as i64 * LETTERS * 3 / 10 + LETTERS / 4;
        let middle = plot.middle(point).min(plot.right + LETTERS * 2 / 3 - half);
        if middle + half > free {
            continue;
        }
        free = middle - half;
        let text = Mark::new("text").with("x", middle).with("y", plot.bottom + LETTERS * 5 / 4);
        group = group.holding(&text.with("text-anchor", "middle").text(&point.label));
    }
    group
}

fn named(chart: &Chart, wanted: impl Fn(Role) -> bool) -> Vec<&Point> {
    let lines = chart.lines.iter().filter(|line| wanted(line.role));
    lines.flat_map(|line| &line.points).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(values: &[i64], decimals: u8, zero: bool) -> Vec<String> {
        let scale = Scale::Number { decimals, point: ',' };
        let axis = Axis::of(&scale, values.iter().copied(), zero);
        assert!(axis.ticks.len() >= 2 && axis.ticks.len() <= 7, "{axis:?}");
        for value in values {
            assert!(axis.low <= *value && *value <= axis.high, "{value} {axis:?}");
        }
        axis.ticks.into_iter().map(|(_, label)| label).collect()
    }

    #[test]
    fn the_axis_has_round_values_around_all_others() {
        assert_eq!(axis(&[460, 490, 520], 1, false), ["46", "48", "50", "52"]);
        assert_eq!(axis(&[12, 70], 0, false), ["0", "20", "40", "60", "80"]);
        assert_eq!(axis(&[899, 983], 0, true), ["0", "200", "400", "600", "800", "1\u{a0}000"]);
        assert_eq!(axis(&[-35, 12], 1, false), ["−4", "−3", "−2", "−1", "0", "1", "2"]);
        assert_eq!(axis(&[], 0, false), ["0", "1"]);
        assert_eq!(axis(&[7, 7], 0, false).first().map(String::as_str), Some("7"));
        for ends in [[i64::MIN, i64::MAX], [i64::MAX - 1, i64::MAX], [0, 1], [-1, 0]] {
            axis(&ends, 6, false);
            axis(&ends, 0, true);
        }
    }

    #[test]
    fn a_value_has_the_decimals_that_say_something() {
        assert_eq!(written(46_300_000, 6, ','), "46,3");
        assert_eq!(written(-5, 1, '.'), "\u{2212}0.5");
        assert_eq!(written(1_204_000, 0, ','), "1\u{a0}204\u{a0}000");
    }
}
