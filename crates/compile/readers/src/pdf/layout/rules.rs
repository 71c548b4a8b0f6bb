//! Ruled lines as few long ones: strokes that lie end to end are one.

use super::super::page::Rule;

/// A straight line at one height or one side, from one end to the other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stroke {
    /// Its height when it is level, its side when it is upright.
    pub at: f32,
    /// Where it begins.
    pub from: f32,
    /// Where it ends.
    pub to: f32,
}

/// The level and the upright lines of a page.
#[derive(Debug, Default)]
pub(super) struct Strokes {
    /// Level ones, from top to bottom.
    pub level: Vec<Stroke>,
    /// Upright ones, from left to right.
    pub upright: Vec<Stroke>,
}

/// Lines closer than this are one.
pub(super) const CLOSE: f32 = 2.6;

/// Shorter lines rule nothing.
const SHORT: f32 = 5.0;

/// More rules than this are a drawing.
const MOST: usize = 20_000;

/// Returns the lines of a page.
pub(super) fn strokes(rules: &[Rule]) -> Strokes {
    if rules.len() > MOST {
        return Strokes::default();
    }
    let mut all = Strokes::default();
    for rule in rules {
        let (wide, high) = (rule.x1 - rule.x0, rule.y1 - rule.y0);
        if wide >= high && high < 4.0 {
            all.level.push(Stroke { at: f32::midpoint(rule.y0, rule.y1), from: rule.x0, to: rule.x1 });
        } else if high > wide && wide < 4.0 {
            all.upright.push(Stroke { at: f32::midpoint(rule.x0, rule.x1), from: rule.y0, to: rule.y1 });
        }
    }
    Strokes { level: joined(all.level), upright: joined(all.upright) }
}

/// Joins lines that go on where others end.
fn joined(mut strokes: Vec<Stroke>) -> Vec<Stroke> {
    strokes.sort_by(|a, b| a.at.total_cmp(&b.at));
    let mut all: Vec<Stroke> = Vec::new();
    let mut rest = strokes.as_slice();
    while let Some(first) = rest.first() {
        let count = rest.iter().take_while(|stroke| stroke.at - first.at <= CLOSE).count().max(1);
        let (group, others) = rest.split_at(count);
        rest = others;
        let mut group = group.to_vec();
        group.sort_by(|a, b| a.from.total_cmp(&b.from));
        let start = all.len();
        for stroke in group {
            match all.get_mut(start..).and_then(<[Stroke]>::last_mut) {
                Some(last) if stroke.from <= last.to + 3.0 => last.to = last.to.max(stroke.to),
                _ => all.push(stroke),
            }
        }
    }
    all.retain(|stroke| stroke.to - stroke.from >= SHORT);
    all
}

/// Returns values that are not close to each other, in order.
pub(super) fn distinct(values: impl Iterator<Item = f32>) -> Vec<f32> {
    let mut values: Vec<f32> = values.filter(|value| value.is_finite()).collect();
    values.sort_by(f32::total_cmp);
    values.dedup_by(|value, kept| *value - *kept <= CLOSE + 0.4);
    values
}

/// Returns which of some values in order lies at a place.
pub(super) fn index_at(values: &[f32], at: f32) -> Option<usize> {
    let place = values.partition_point(|value| *value < at - CLOSE - 0.4);
    values.get(place).filter(|value| (**value - at).abs() <= CLOSE + 0.4).map(|_| place)
}

/// Returns between which two of some values in order a place lies.
pub(super) fn gap_of(values: &[f32], at: f32) -> Option<usize> {
    let place = values.partition_point(|value| *value <= at);
    (place > 0 && place < values.len()).then(|| place - 1)
}
