//! What is usual in a document: the size of its text, the distance of its lines, how far they run.

use super::flow::Usual;
use super::leaf::{Item, Leaf};
use super::line::Line;
use std::collections::BTreeMap;

/// How much is set in each size.
#[derive(Debug, Default)]
pub(super) struct Sizes(BTreeMap<u32, usize>);

impl Sizes {
    /// Counts characters of a size.
    pub fn add(&mut self, size: f32, characters: usize) {
        *self.0.entry((size * 10.0).round().clamp(0.0, 10_000.0) as u32).or_default() += characters;
    }

    /// Returns the size of most of the text.
    pub fn most(&self) -> f32 {
        let most = self.0.iter().max_by_key(|(_, count)| **count);
        most.map_or(11.0, |(size, _)| f32::from(u16::try_from(*size).unwrap_or(110)) / 10.0)
    }
}

/// Returns the size in which most of the running text is set.
pub(super) fn size(leaves: &[Leaf]) -> f32 {
    let mut sizes = Sizes::default();
    for item in leaves.iter().flat_map(|leaf| &leaf.items) {
        match item {
            Item::Row(row) | Item::Contents(row) => {
                row.words.iter().for_each(|word| sizes.add(word.size, 3 * word.text.len()));
            }
            Item::Table(table) => {
                let lines = table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.lines);
                lines.for_each(|line| sizes.add(line.size, line.text.len()));
            }
        }
    }
    sizes.most()
}

/// Returns the usual distance of lines, read off lines that surely go on in the next one.
pub(super) fn usual<'a>(size: f32, pairs: impl Iterator<Item = (&'a Line, &'a Line)>) -> Usual {
    let mut steps: Vec<f32> = Vec::new();
    let mut others: Vec<f32> = Vec::new();
    for (line, next) in pairs {
        let same = (line.size - size).abs() < 0.05 * size && (next.size - size).abs() < 0.05 * size;
        let step = (next.y - line.y) / size;
        if !same || !(0.8..2.6).contains(&step) {
            continue;
        }
        others.push(step);
        let open = line.text.ends_with(|c: char| c.is_alphanumeric() || c == ',');
        if open && next.text.starts_with(char::is_lowercase) {
            steps.push(step);
        }
    }
    others.sort_by(f32::total_cmp);
    steps.sort_by(f32::total_cmp);
    let sure = steps.get(steps.len() / 2).copied().filter(|_| steps.len() > 2);
    let pitch = sure.or_else(|| others.get(others.len() / 10).map(|step| step.min(1.5)));
    Usual { size, pitch: pitch.unwrap_or(1.3) }
}

/// Returns how far lines run, for each width of page: nearly to the end of the longest.
#[derive(Debug, Default)]
pub(super) struct Margins(BTreeMap<u32, Vec<f32>>);

impl Margins {
    /// Takes a line of a page of some width.
    pub fn learn(&mut self, width: f32, line: &Line) {
        if line.text.split(' ').count() >= 4 {
            self.0.entry(key(width)).or_default().push(line.x1);
        }
    }

    /// Makes ready for questions.
    pub fn settle(&mut self) {
        for ends in self.0.values_mut() {
            ends.sort_by(f32::total_cmp);
        }
    }

    /// Returns how far lines run on pages of some width.
    pub fn of(&self, width: f32) -> Option<f32> {
        let ends = self.0.get(&key(width))?;
        ends.get((ends.len() * 96 / 100).min(ends.len().checked_sub(1)?)).copied()
    }
}

fn key(width: f32) -> u32 {
    (width / 4.0).round().clamp(0.0, 100_000.0) as u32
}
