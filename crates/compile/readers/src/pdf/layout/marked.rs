//! Glyphs by their marked content, and the lines that they make.

use super::grid::{Grid, grids};
use super::ink::{Ink, Sheet};
use super::line::Line;
use super::rules::strokes;
use super::table::cell_lines;
use std::collections::BTreeMap;

/// The glyphs of a document that no element has taken yet, and the grids of its pages.
#[derive(Debug, Default)]
pub(super) struct Marked {
    inks: BTreeMap<(u32, Option<u32>), Vec<Ink>>,
    grids: BTreeMap<u32, Vec<Grid>>,
    count: usize,
}

impl Marked {
    /// Takes the glyphs of pages.
    pub fn new(sheets: &[Sheet]) -> Self {
        let mut marked = Marked::default();
        for sheet in sheets {
            for ink in &sheet.inks {
                marked.inks.entry((sheet.number, ink.mark)).or_default().push(*ink);
                marked.count += usize::from(!ink.is_space());
            }
            marked.grids.insert(sheet.number, grids(&strokes(&sheet.rules)).0);
        }
        marked
    }

    /// Returns how many glyphs are left, spaces not counted.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Returns the glyphs of a page that are left.
    pub fn rest(&mut self, page: u32) -> Vec<Ink> {
        let keys: Vec<_> =
            self.inks.range((page, None)..=(page, Some(u32::MAX))).map(|(key, _)| *key).collect();
        keys.iter().filter_map(|key| self.inks.remove(key)).flatten().collect()
    }

    /// Takes the glyphs of marked content and returns their lines, page by page and column by column.
    pub fn lines(&mut self, marks: &[(u32, u32)]) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut run: Vec<Ink> = Vec::new();
        let mut at = 0;
        for (page, mark) in marks {
            let Some(inks) = self.inks.remove(&(*page, Some(*mark))) else { continue };
            self.count -= inks.iter().filter(|ink| !ink.is_space()).count();
            for ink in inks {
                let jumps =
                    run.last().is_some_and(|last| last.y - ink.y > 1.5 * last.size && ink.turn == last.turn);
                if *page != at || jumps {
                    self.end(&mut run, at, &mut lines);
                }
                at = *page;
                run.push(ink);
            }
        }
        self.end(&mut run, at, &mut lines);
        lines
    }

    fn end(&self, run: &mut Vec<Ink>, page: u32, lines: &mut Vec<Line>) {
        let run = std::mem::take(run);
        let cell = run.first().and_then(|ink| self.cell(page, ink.middle));
        let new = cell_lines(&run, page);
        let pad = |x0: f32| new.iter().map(|line| line.x0 - x0).filter(|pad| *pad >= 0.0).fold(8.0, f32::min);
        let margin = cell.map_or(0.0, |(x0, x1)| x1 - pad(x0));
        lines.extend(new.into_iter().map(|line| Line { margin: margin.max(line.margin), ..line }));
    }

    /// Returns the sides of the ruled cell in which a place lies.
    fn cell(&self, page: u32, place: (f32, f32)) -> Option<(f32, f32)> {
        self.grids.get(&page)?.iter().find_map(|grid| {
            let cell = grid.cells.get(grid.cell_at(place)?)?;
            Some((*grid.xs.get(cell.column)?, *grid.xs.get(cell.column_end)?))
        })
    }
}
