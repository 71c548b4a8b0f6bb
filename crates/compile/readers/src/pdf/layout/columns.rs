//! Pages with two columns of text, read one after the other.

use super::leaf::Item;
use super::words::{Row, Word};

/// What stands in one column, from top to bottom.
#[derive(Debug, Default)]
pub(super) struct Column {
    /// Its items.
    pub items: Vec<Item>,
    /// Its right end, when it is one of several.
    pub margin: Option<f32>,
}

/// The least number of rows that make two columns.
const ROWS_MIN: usize = 6;

/// The least number of lines that run over most of their column.
const FULL_MIN: usize = 4;

/// Returns the columns of a page in reading order; most pages have one. `known` is where the columns of the pages
/// before part.
pub(super) fn columns(items: Vec<Item>, width: f32, known: &mut Option<f32>) -> Vec<Column> {
    let own = gutter(&items, width);
    let usual = known.filter(|known| *known < width && is_free(&items, *known));
    let Some(gutter) = own.or(usual) else { return vec![Column { items, margin: None }] };
    let mut split = Split { gutter, known, columns: Vec::new(), whole: Vec::new() };
    let mut band: Vec<Item> = Vec::new();
    for item in items {
        if crosses(&item, gutter) {
            split.close(std::mem::take(&mut band));
            split.whole.push(item);
        } else {
            band.push(item);
        }
    }
    split.close(band);
    let Split { mut columns, whole, .. } = split;
    if !whole.is_empty() {
        columns.push(Column { items: whole, margin: None });
    }
    columns
}

/// Tells whether hardly anything on a page crosses a gutter, and something stands on both sides.
fn is_free(items: &[Item], gutter: f32) -> bool {
    let crossing = items.iter().filter(|item| crosses(item, gutter)).count();
    let left = items.iter().any(|item| item.sides().1 < gutter);
    let right = items.iter().any(|item| item.sides().0 > gutter);
    left && right && crossing * 8 <= items.len()
}

/// A page that is being parted.
struct Split<'a> {
    gutter: f32,
    known: &'a mut Option<f32>,
    columns: Vec<Column>,
    whole: Vec<Item>,
}

impl Split<'_> {
    /// Ends a band of rows that leave the gutter free: two columns, or rows of the page like others.
    fn close(&mut self, band: Vec<Item>) {
        let gutter = self.gutter;
        let is_known = self.known.is_some_and(|known| (known - gutter).abs() < 12.0);
        if is_prose(&band, gutter) {
            *self.known = Some(gutter);
        } else if !(is_known && is_free(&band, gutter)) {
            self.whole.extend(band);
            return;
        }
        if !self.whole.is_empty() {
            self.columns.push(Column { items: std::mem::take(&mut self.whole), margin: None });
        }
        let (mut left, mut right) = (Vec::new(), Vec::new());
        for item in band {
            match item {
                Item::Row(row) => {
                    let (a, b) = row.words.into_iter().partition(|word| word.x0 < gutter);
                    left.extend(side_row(a));
                    right.extend(side_row(b));
                }
                item if item.sides().0 < gutter => left.push(item),
                item => right.push(item),
            }
        }
        for mut items in [left, right] {
            items.sort_by(|a, b| a.y().total_cmp(&b.y()));
            let margin = items.iter().map(|item| item.sides().1).fold(0.0, f32::max);
            self.columns.push(Column { items, margin: Some(margin) });
        }
    }
}

/// Returns the words on one side as a row.
fn side_row(words: Vec<Word>) -> Option<Item> {
    let largest = words.iter().max_by(|a, b| a.size.total_cmp(&b.size))?;
    let (y, size) = (largest.y, largest.size);
    Some(Item::Row(Row { words, y, size }))
}

/// Returns the place amid the page that hardly any row covers while rows stand on both sides.
fn gutter(items: &[Item], width: f32) -> Option<f32> {
    const STEPS: usize = 120;
    let step = width / 120.0;
    if step < 1.0 {
        return None;
    }
    let place = |x: f32| ((x / step).max(0.0) as usize).min(STEPS);
    let (mut covered, mut left, mut right) =
        (vec![0_usize; STEPS + 1], vec![0_usize; STEPS + 1], vec![0_usize; STEPS + 1]);
    let mut count = 0;
    for item in items {
        let Item::Row(row) = item else { continue };
        count += 1;
        let mut start = place(row.sides().0);
        let (first, last) = (start, place(row.sides().1));
        let ends =
            row.words.iter().zip(row.words.iter().skip(1)).filter(|(a, b)| b.x0 - a.x1 > 0.8 * row.size);
        let mut parts: Vec<(usize, usize)> = Vec::new();
        for (a, b) in ends {
            parts.push((start, place(a.x1)));
            start = place(b.x0);
        }
        parts.push((start, last));
        for (from, to) in parts {
            covered.iter_mut().take(to + 1).skip(from).for_each(|count| *count += 1);
        }
        left.iter_mut().skip(first + 1).for_each(|count| *count += 1);
        right.iter_mut().take(last).for_each(|count| *count += 1);
    }
    let is_free = |at: usize| {
        let of = |counts: &[usize]| counts.get(at).copied().unwrap_or(0);
        of(&covered) * 8 <= count && of(&left) >= ROWS_MIN && of(&right) >= ROWS_MIN
    };
    let mut best: Option<(usize, usize)> = None;
    let mut from = None;
    for at in STEPS / 4..=STEPS * 3 / 4 {
        match (is_free(at), from) {
            (true, None) => from = Some(at),
            (false, Some(start)) => {
                if best.is_none_or(|(a, b)| at - start > b - a) {
                    best = Some((start, at));
                }
                from = None;
            }
            _ => {}
        }
    }
    let (from, to) = best?;
    Some(f32::from(u16::try_from(from + to).ok()?) / 2.0 * step)
}

fn crosses(item: &Item, gutter: f32) -> bool {
    if let Item::Row(row) = item {
        return row.words.iter().any(|word| word.x0 < gutter && word.x1 > gutter) || gap_at(row, gutter);
    }
    let (x0, x1) = item.sides();
    x0 < gutter && x1 > gutter
}

/// Tells whether the words of a row stand so close at a place that no gutter runs there.
fn gap_at(row: &Row, gutter: f32) -> bool {
    let place = row.words.partition_point(|word| word.x0 < gutter);
    let before = place.checked_sub(1).and_then(|before| row.words.get(before));
    match (before, row.words.get(place)) {
        (Some(before), Some(after)) => after.x0 - before.x1 < 0.8 * row.size,
        _ => false,
    }
}

/// Tells whether rows are text on both sides of a gutter, with lines that run to the margin, and not a table.
fn is_prose(band: &[Item], gutter: f32) -> bool {
    let (mut left, mut right) = (Side::default(), Side::default());
    for item in band {
        let Item::Row(row) = item else { continue };
        let place = row.words.partition_point(|word| word.x0 < gutter);
        let (a, b) = row.words.split_at(place);
        left.add(a);
        right.add(b);
    }
    let (a, b) = (left.full(), right.full());
    a.min(b) >= FULL_MIN && (a + b) * 2 >= left.0.len() + right.0.len()
}

/// The lines on one side of a gutter.
#[derive(Default)]
struct Side(Vec<(f32, f32, usize)>);

impl Side {
    fn add(&mut self, words: &[Word]) {
        if let (Some(first), Some(last)) = (words.first(), words.last()) {
            self.0.push((first.x0, last.x1, words.len()));
        }
    }

    /// Returns how many lines run over most of the column.
    fn full(&self) -> usize {
        let left = self.0.iter().fold(f32::INFINITY, |x, line| x.min(line.0));
        let right = self.0.iter().fold(f32::NEG_INFINITY, |x, line| x.max(line.1));
        self.0.iter().filter(|line| line.1 - line.0 > 0.72 * (right - left) && line.2 >= 3).count()
    }
}
