//! What the text of a letter no longer shows: its tables, where its text has lost the columns.
//!
//! A file in `layouts/` names lines of a letter and what stood there:
//!
//! ```text
//! table 165-168       cells between bars, paragraphs of a cell between ¶; `head` when the first row is a head
//! heading 848 1       a heading of level 1
//! text 827            a heading that is none
//! split 978           a paragraph that goes on with something new
//! ```

use crate::Table;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// What stands at the lines of a letter.
#[derive(Debug, Default)]
pub(crate) struct Layout {
    /// By first line: all lines, and the table.
    pub tables: BTreeMap<u32, (RangeInclusive<u32>, Table)>,
    /// By line: the level; 0 for no heading.
    pub headings: BTreeMap<u32, u8>,
    /// Lines that begin a paragraph.
    pub splits: Vec<u32>,
}

impl Layout {
    /// Reads a layout file.
    pub fn parse(text: &str) -> Result<Self> {
        let mut layout = Layout::default();
        let mut lines = text.lines().peekable();
        while let Some(line) = lines.next() {
            let words: Vec<&str> = line.split_whitespace().collect();
            match words[..] {
                [] => {}
                [kind @ ("table" | "head"), range] => {
                    let rows: Vec<&str> =
                        std::iter::from_fn(|| lines.next_if(|line| !line.is_empty())).collect();
                    let (from, to) = range.split_once('-').context("a table needs its lines")?;
                    let (from, to) = (from.parse()?, to.parse()?);
                    let table = table(kind == "head", &rows).with_context(|| line.to_owned())?;
                    layout.tables.insert(from, (from..=to, table));
                }
                ["heading", line, level] => {
                    layout.headings.insert(line.parse()?, level.parse()?);
                }
                ["text", line] => {
                    layout.headings.insert(line.parse()?, 0);
                }
                ["split", line] => layout.splits.push(line.parse()?),
                _ => bail!("no such line in a layout: {line}"),
            }
        }
        Ok(layout)
    }
}

fn table(has_head: bool, rows: &[&str]) -> Result<Table> {
    let cell = |cell: &str| -> Vec<String> {
        cell.split('¶').map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
    };
    let rows: Vec<Vec<Vec<String>>> = rows.iter().map(|row| row.split('|').map(cell).collect()).collect();
    let columns = rows.first().map_or(0, Vec::len);
    if let Some(row) = rows.iter().find(|row| row.len() != columns) {
        bail!("a row of {} cells in a table of {columns} columns: {row:?}", row.len());
    }
    Ok(Table { has_head, rows })
}
