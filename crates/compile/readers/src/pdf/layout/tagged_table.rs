//! A table of the structure: rows and cells, with cells that span others.

use super::super::page::{Kid, Tag};
use super::line::{Line, Vocabulary, laid};
use styrbord_source::{LaidTable, LaidText};

/// The most columns of a table.
const COLUMNS_MAX: usize = 200;

/// The blocks of lines of one cell.
type Blocks = Vec<Vec<Line>>;

/// The cells of a table.
#[derive(Debug, Default)]
pub(super) struct Cells {
    rows: Vec<Vec<Blocks>>,
    has_head: bool,
}

impl Cells {
    /// Reads a table; `read` gives the blocks of a cell.
    pub fn of(table: &Tag, read: &mut dyn FnMut(&Tag) -> Blocks) -> Cells {
        let mut cells = Cells::default();
        let mut below: Vec<u32> = Vec::new();
        for (row, in_head) in rows(table) {
            let mut filled: Vec<Blocks> = Vec::new();
            let mut all_heads = true;
            for cell in
                row.kids.iter().filter_map(as_tag).filter(|cell| matches!(cell.role.as_str(), "TD" | "TH"))
            {
                while below.get(filled.len()).is_some_and(|rows| *rows > 0) {
                    filled.push(Blocks::new());
                }
                all_heads &= cell.role == "TH";
                let blocks: Blocks = read(cell).into_iter().filter(|lines| !lines.is_empty()).collect();
                let columns = usize::try_from(cell.columns.max(1)).unwrap_or(1).min(COLUMNS_MAX);
                for at in 0..columns {
                    if filled.len() >= COLUMNS_MAX {
                        break;
                    }
                    if below.len() <= filled.len() {
                        below.resize(filled.len() + 1, 0);
                    }
                    if let Some(rows) = below.get_mut(filled.len()) {
                        *rows = cell.rows.max(1);
                    }
                    filled.push(if at == 0 { blocks.clone() } else { Blocks::new() });
                }
            }
            while below.get(filled.len()).is_some_and(|rows| *rows > 0) {
                filled.push(Blocks::new());
            }
            for rows in &mut below {
                *rows = rows.saturating_sub(1);
            }
            if cells.rows.is_empty() {
                cells.has_head = in_head || all_heads && filled.len() > 1;
            }
            if !filled.is_empty() {
                cells.rows.push(filled);
            }
        }
        let filled = |row: &[Blocks]| row.iter().filter(|cell| !cell.is_empty()).count();
        let bold = |row: &[Blocks]| row.iter().flatten().flatten().all(|line| line.bold);
        if let [first, second, ..] = cells.rows.as_slice() {
            cells.has_head |= filled(first) > 1 && bold(first) && !bold(second);
        }
        cells
    }

    /// Returns all lines.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.rows.iter().flatten().flatten().flatten()
    }

    /// Returns the table as a reader gives it.
    pub fn laid(&self, words: &Vocabulary) -> LaidTable {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0).max(1);
        let ends = self.column_ends(columns);
        let cell = |blocks: &Blocks, end: f32| {
            let mut text = LaidText::default();
            for lines in blocks {
                let lines: Vec<Line> = lines
                    .iter()
                    .map(|line| Line {
                        margin: if line.margin > 0.0 { line.margin } else { end },
                        ..line.clone()
                    })
                    .collect();
                text.lines.extend(laid(&lines, words).lines);
            }
            text
        };
        let rows = self.rows.iter().filter(|row| row.iter().any(|cell| !cell.is_empty())).map(|row| {
            let mut all: Vec<LaidText> =
                row.iter().zip(&ends).map(|(blocks, end)| cell(blocks, *end)).collect();
            all.resize(columns, LaidText::default());
            all
        });
        LaidTable { has_head: self.has_head, columns, rows: rows.collect() }
    }

    /// Returns how far the longest line of each column runs.
    fn column_ends(&self, columns: usize) -> Vec<f32> {
        let ends = |at: usize| {
            let lines = self.rows.iter().filter_map(|row| row.get(at)).flatten().flatten();
            lines.map(|line| line.x1).fold(0.0, f32::max)
        };
        (0..columns).map(ends).collect()
    }
}

fn as_tag(kid: &Kid) -> Option<&Tag> {
    match kid {
        Kid::Tag(tag) => Some(tag),
        Kid::Mark(..) => None,
    }
}

/// Returns the rows of a table, and whether they stand in its head.
fn rows(table: &Tag) -> Vec<(&Tag, bool)> {
    let mut all = Vec::new();
    for kid in table.kids.iter().filter_map(as_tag) {
        match kid.role.as_str() {
            "TR" => all.push((kid, false)),
            "THead" | "TBody" | "TFoot" => {
                let rows = kid.kids.iter().filter_map(as_tag).filter(|row| row.role == "TR");
                all.extend(rows.map(|row| (row, kid.role == "THead")));
            }
            _ => {}
        }
    }
    all
}
