//! Pages with two columns of text, read one after the other.

use super::leaf::Item;
use super::words::Row;

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

/// Returns the columns of a page in reading order; most pages have one.
pub(super) fn columns(items: Vec<Item>, width: f32) -> Vec<Column> {
    let Some(gutter) = gutter(&items, width) else { return vec![Column { items, margin: None }] };
    let mut columns = Vec::new();
    let mut whole = Vec::new();
    let mut band: Vec<Item> = Vec::new();
    for item in items {
        if crosses(&item, gutter) {
            close(&mut band, &mut whole, &mut columns, gutter);
            whole.push(item);
        } else {
            band.push(item);
        }
    }
    close(&mut band, &mut whole, &mut columns, gutter);
    if !whole.is_empty() {
        columns.push(Column { items: whole, margin: None });
    }
    columns
}

/// Ends a band of rows that leave the gutter free: two columns, or rows of the page like others.
fn close(band: &mut Vec<Item>, whole: &mut Vec<Item>, columns: &mut Vec<Column>, gutter: f32) {
    let band = std::mem::take(band);
    if !is_prose(&band, gutter) {
        whole.extend(band);
        return;
    }
    if !whole.is_empty() {
        columns.push(Column { items: std::mem::take(whole), margin: None });
    }
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for item in band {
        match item {
            Item::Row(row) => {
                let (a, b) = row.words.into_iter().partition(|word| word.x0 < gutter);
                for (words, side) in [(a, &mut left), (b, &mut right)] {
                    let words: Vec<_> = words;
                    let Some(first) = words.first() else { continue };
                    let (y, size) = words.iter().fold((first.y, first.size), |(y, size), word| {
                        if word.size > size { (word.y, word.size) } else { (y, size) }
                    });
                    side.push(Item::Row(Row { words, y, size }));
                }
            }
            item if item.sides().0 < gutter => left.push(item),
            item => right.push(item),
        }
    }
    for mut items in [left, right] {
        items.sort_by(|a, b| a.y().total_cmp(&b.y()));
        let margin = items.iter().map(|item| item.sides().1).fold(0.0, f32::max);
        columns.push(Column { items, margin: Some(margin) });
    }
}

/// Returns the place amid the page at which most rows have a wide gap.
fn gutter(items: &[Item], width: f32) -> Option<f32> {
    const STEPS: usize = 120;
    let mut votes = vec![0_usize; STEPS];
    let step = width / 120.0;
    if step < 1.0 {
        return None;
    }
    for item in items {
        let Item::Row(row) = item else { continue };
        for pair in row.words.windows(2) {
            let [a, b] = pair else { continue };
            if b.x0 - a.x1 > row.size {
                let (from, to) = ((a.x1 / step).ceil().max(0.0) as usize, (b.x0 / step).max(0.0) as usize);
                for vote in votes.iter_mut().take(to.min(STEPS)).skip(from) {
                    *vote += 1;
                }
            }
        }
    }
    let amid = votes.iter().enumerate().skip(STEPS / 4).take(STEPS / 2);
    let (best, count) = amid.max_by_key(|(_, count)| **count)?;
    if *count < ROWS_MIN {
        return None;
    }
    let last = votes.iter().skip(best).take_while(|other| *other == count).count();
    let first = votes.iter().take(best + 1).rev().take_while(|other| *other == count).count();
    let twice = u16::try_from(2 * best + last + 1).ok()?;
    Some((f32::from(twice) - f32::from(u16::try_from(first).ok()?)) / 2.0 * step)
}

fn crosses(item: &Item, gutter: f32) -> bool {
    match item {
        Item::Row(row) => row.words.iter().any(|word| word.x0 < gutter && word.x1 > gutter) || gap_at(row, gutter),
        _ => {
            let (x0, x1) = item.sides();
            x0 < gutter && x1 > gutter
        }
    }
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
    left.is_prose() && right.is_prose()
}

/// The lines on one side of a gutter.
#[derive(Default)]
struct Side(Vec<(f32, f32, usize)>);

impl Side {
    fn add(&mut self, words: &[super::words::Word]) {
        if let (Some(first), Some(last)) = (words.first(), words.last()) {
            self.0.push((first.x0, last.x1, words.len()));
        }
    }

    fn is_prose(&self) -> bool {
        let left = self.0.iter().fold(f32::INFINITY, |x, line| x.min(line.0));
        let right = self.0.iter().fold(f32::NEG_INFINITY, |x, line| x.max(line.1));
        let full = self.0.iter().filter(|line| line.1 - line.0 > 0.72 * (right - left) && line.2 >= 3).count();
        self.0.len() >= ROWS_MIN && full * 2 >= self.0.len()
    }
}
