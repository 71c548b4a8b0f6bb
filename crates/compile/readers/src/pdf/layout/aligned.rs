//! Tables without a grid: columns by alignment, rows by lines, by level rules, or by what begins anew.

use super::leaf::Item;
use super::line::Line;
use super::markers;
use super::rules::Stroke;
use super::table::{CellPart, RowPart, TablePart};
use super::words::{Row, Word};

/// The least number of rows with several cells that make a table.
const ROWS_MIN: usize = 3;

/// The most rows that are looked at for one table on a page.
const RUN_MAX: usize = 400;

/// A range on a line that words leave free.
type Gap = (f32, f32);

/// Replaces rows that stand in columns by tables, and those of a table of contents by its lines.
pub(super) fn tables(items: Vec<Item>, free: &[Stroke], page: u32) -> Vec<Item> {
    let mut all = Vec::new();
    let mut rows: Vec<Row> = Vec::new();
    for item in items {
        match item {
            Item::Row(row) => rows.push(row),
            item => {
                found(&rows, free, page, &mut all);
                rows.clear();
                all.push(item);
            }
        }
    }
    found(&rows, free, page, &mut all);
    all
}

fn found(rows: &[Row], free: &[Stroke], page: u32, all: &mut Vec<Item>) {
    let mut at = 0;
    while at < rows.len() {
        let rest = rows.get(at..rows.len().min(at + RUN_MAX)).unwrap_or_default();
        let Some(run) = run(rest) else {
            all.extend(rest.first().cloned().map(Item::Row));
            at += 1;
            continue;
        };
        let taken = rest.get(..run.count).unwrap_or_default();
        if is_contents(taken, &run.gaps) {
            all.extend(taken.iter().cloned().map(Item::Contents));
        } else {
            all.push(Item::Table(table(taken, &run.gaps, free, page)));
        }
        at += run.count;
    }
}

/// Rows from the first one on that share gaps.
struct Run {
    count: usize,
    gaps: Vec<Gap>,
}

fn run(rows: &[Row]) -> Option<Run> {
    let first = rows.first()?;
    let mut gaps = wide_gaps(first);
    if gaps.is_empty() {
        return None;
    }
    let (mut count, mut several) = (1, 1);
    for (at, pair) in rows.windows(2).enumerate() {
        let [above, row] = pair else { break };
        if row.y - above.y > 3.0 * row.size.max(above.size) || is_leader(row) {
            break;
        }
        let shared = shared(&gaps, row);
        if shared.is_empty() || shared.len() * 2 < gaps.len() {
            break;
        }
        let own = wide_gaps(row);
        if !own.is_empty() && own.iter().any(|gap| shared.iter().any(|other| overlap(*gap, *other) > 0.0)) {
            several += 1;
            count = at + 2;
        } else if own.is_empty() && !continues(above, row, &shared) && row.y - above.y > 1.9 * row.size {
            break;
        }
        gaps = shared;
    }
    if several < ROWS_MIN {
        return None;
    }
    let taken = rows.get(..count)?;
    let mut gaps = wide_gaps(first);
    for row in taken {
        gaps = shared(&gaps, row);
    }
    let tail = rows.get(count..)?.iter().zip(rows.get(count - 1..)?);
    count += tail
        .take_while(|(row, above)| {
            wide_gaps(row).is_empty() && continues(above, row, &gaps) && !shared(&gaps, row).is_empty()
        })
        .count();
    (!gaps.is_empty() && !is_list(rows.get(..count)?, &gaps)).then_some(Run { count, gaps })
}

/// Tells whether a row goes on with cells of the row above: close to it, and not in the first column unless its
/// words go on there.
fn continues(above: &Row, row: &Row, gaps: &[Gap]) -> bool {
    let close = row.y - above.y < 1.45 * row.size.max(above.size);
    let lower = row.words.first().is_some_and(|word| word.text.starts_with(char::is_lowercase));
    close && gaps.first().is_some_and(|gap| lower || row.sides().0 >= gap.1 - row.size)
}

/// Returns the gaps of a row that are wider than words leave between them.
fn wide_gaps(row: &Row) -> Vec<Gap> {
    if is_leader(row) {
        return Vec::new();
    }
    let pairs = row.words.iter().zip(row.words.iter().skip(1)).enumerate();
    let wide = pairs
        .filter(|(at, (a, b))| b.x0 - a.x1 > 1.1 * row.size && !(*at == 0 && markers::is_marker(&a.text)));
    wide.map(|(_, (a, b))| (a.x1, b.x0)).collect()
}

/// Tells whether dots lead to the end of a row.
fn is_leader(row: &Row) -> bool {
    let dots =
        |word: &Word| word.text.contains("....") || word.text.contains("……") || word.text.ends_with('…');
    row.words.iter().any(dots)
        || row.words.iter().filter(|word| matches!(word.text.as_str(), "." | "…" | "·")).count() > 3
}

/// Returns what of some gaps a row leaves free.
fn shared(gaps: &[Gap], row: &Row) -> Vec<Gap> {
    let mut all = Vec::new();
    let mut words = row.words.iter().peekable();
    let mut before = f32::NEG_INFINITY;
    let mut frees: Vec<Gap> = Vec::new();
    while let Some(word) = words.next() {
        frees.push((before, word.x0));
        before = word.x1.max(before);
        if words.peek().is_none() {
            frees.push((before, f32::INFINITY));
        }
    }
    let mut from = 0;
    for gap in gaps {
        while frees.get(from).is_some_and(|free| free.1 <= gap.0) {
            from += 1;
        }
        let inside = frees.iter().skip(from).take_while(|free| free.0 < gap.1);
        let common = inside.map(|free| (gap.0.max(free.0), gap.1.min(free.1)));
        let widest = common.max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)));
        all.extend(widest.filter(|common| common.1 - common.0 > 0.55 * row.size));
    }
    all
}

fn overlap(a: Gap, b: Gap) -> f32 {
    a.1.min(b.1) - a.0.max(b.0)
}

/// Tells whether rows are a list whose markers stand apart from its text, and no table.
fn is_list(rows: &[Row], gaps: &[Gap]) -> bool {
    let [gap] = gaps else { return false };
    let number =
        |text: &str| text.len() <= 6 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    rows.iter().all(|row| {
        let mut before = row.words.iter().take_while(|word| word.x1 <= gap.0 + 0.1);
        match (before.next(), before.next()) {
            (None, _) => true,
            (Some(word), None) => number(&word.text) || markers::is_marker(&word.text),
            _ => false,
        }
    })
}

/// Tells whether rows are a table of contents: page numbers that grow stand last.
fn is_contents(rows: &[Row], gaps: &[Gap]) -> bool {
    let Some(gap) = gaps.last() else { return false };
    let mut before = 0_u32;
    let mut numbers = 0;
    for row in rows {
        let mut last = row.words.iter().skip_while(|word| word.x0 < gap.1 - 0.1);
        let Some(word) = last.next() else { continue };
        let Some(number) = word.text.parse::<u32>().ok().filter(|number| *number >= before && *number < 1000)
        else {
            return false;
        };
        if last.next().is_some() || word.text.len() > 3 {
            return false;
        }
        numbers += 1;
        before = number;
    }
    let texts = rows.iter().filter(|row| {
        row.words.iter().any(|word| word.text.chars().filter(|c| c.is_alphabetic()).count() > 3)
    });
    numbers >= ROWS_MIN
        && numbers * 10 >= rows.len() * 7
        && before <= 200
        && texts.count() * 10 >= rows.len() * 7
}

/// Returns the table of rows with known gaps between its columns.
fn table(rows: &[Row], gaps: &[Gap], free: &[Stroke], page: u32) -> TablePart {
    let left = rows.iter().map(|row| row.sides().0).fold(f32::INFINITY, f32::min);
    let right = rows.iter().map(|row| row.sides().1).fold(left, f32::max);
    let mut xs = vec![left - 1.0];
    xs.extend(gaps.iter().map(|gap| f32::midpoint(gap.0, gap.1)));
    xs.push(right + 1.0);
    let cells = |row: &Row| -> Vec<CellPart> {
        let sides = xs.iter().zip(xs.iter().skip(1));
        let cell = |(x0, x1): (&f32, &f32)| {
            let inside = row.words.iter().filter(|word| f32::midpoint(word.x0, word.x1) > *x0);
            let words: Vec<Word> =
                inside.filter(|word| f32::midpoint(word.x0, word.x1) <= *x1).cloned().collect();
            CellPart { x0: *x0, x1: *x1, lines: Line::new(&words, page).into_iter().collect() }
        };
        sides.map(cell).collect()
    };
    let lead = Leading::of(rows, free);
    let ends = column_ends(rows, &xs);
    let mut parts: Vec<RowPart> = Vec::new();
    let mut above: Option<&Row> = None;
    for row in rows {
        let cells = cells(row);
        match parts.last_mut().zip(above) {
            Some((part, above)) if !lead.begins(part, &cells, above, row, &ends) => {
                for (cell, more) in part.cells.iter_mut().zip(cells) {
                    cell.lines.extend(more.lines);
                }
                part.bottom = row.y;
            }
            _ => parts.push(RowPart { cells, bottom: row.y }),
        }
        above = Some(row);
    }
    set_margins(&mut parts);
    let top = rows.first().map_or(0.0, |row| row.y - row.size);
    let bottom = rows.last().map_or(0.0, |row| row.y);
    TablePart { xs, rows: parts, top, bottom, page, ruled: false }
}

/// Returns how far the words of each column run.
fn column_ends(rows: &[Row], xs: &[f32]) -> Vec<f32> {
    let sides = xs.iter().zip(xs.iter().skip(1));
    let words = |from: f32, to: f32| {
        let inside = rows.iter().flat_map(|row| &row.words);
        let ends = inside.map(|word| word.x1).filter(|x1| *x1 > from && *x1 <= to);
        ends.fold(from, f32::max)
    };
    sides.map(|(from, to)| words(*from, *to)).collect()
}

/// Sets how far the lines of a column run: to the end of the longest.
fn set_margins(rows: &mut [RowPart]) {
    let columns = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    for column in 0..columns {
        let lines = rows.iter().filter_map(|row| row.cells.get(column)).flat_map(|cell| &cell.lines);
        let margin = lines.map(|line| line.x1).fold(0.0, f32::max);
        for line in
            rows.iter_mut().filter_map(|row| row.cells.get_mut(column)).flat_map(|cell| &mut cell.lines)
        {
            line.margin = margin;
        }
    }
}

/// What parts the rows of a table.
struct Leading<'a> {
    /// Level rules stand between them.
    rules: Vec<&'a Stroke>,
    /// A distance from which on lines belong to two rows.
    apart: Option<f32>,
}

impl<'a> Leading<'a> {
    fn of(rows: &[Row], free: &'a [Stroke]) -> Self {
        let (first, last) = (rows.first(), rows.last());
        let (top, bottom) = (first.map_or(0.0, |row| row.y), last.map_or(0.0, |row| row.y));
        let rules: Vec<&Stroke> = free.iter().filter(|rule| rule.at > top && rule.at < bottom).collect();
        let mut steps: Vec<f32> =
            rows.windows(2).filter_map(|pair| Some(pair.get(1)?.y - pair.first()?.y)).collect();
        // The head stands apart in many tables whose other rows do not.
        steps.drain(..usize::from(steps.len() > 1));
        steps.sort_by(f32::total_cmp);
        let least = steps.first().copied().unwrap_or(0.0);
        let size = first.map_or(10.0, |row| row.size);
        let wide = steps.iter().filter(|step| **step > 1.2 * least).count();
        let apart = (least < 1.5 * size && wide * 4 >= steps.len()).then_some(1.2 * least);
        Leading { rules: if rules.len() >= 3 { rules } else { Vec::new() }, apart }
    }

    fn begins(&self, part: &RowPart, cells: &[CellPart], above: &Row, row: &Row, ends: &[f32]) -> bool {
        if !self.rules.is_empty() {
            return self.rules.iter().any(|rule| rule.at > above.y && rule.at < row.y);
        }
        if figures_again(part, cells) {
            return true;
        }
        let filled = cells.iter().filter(|cell| !cell.lines.is_empty()).count();
        if filled > 1 && could_have_gone_on(part, cells, ends) {
            return true;
        }
        if let Some(apart) = self.apart {
            return row.y - above.y > apart;
        }
        let first = cells.first().and_then(|cell| cell.lines.first());
        first.is_some_and(|line| !line.text.starts_with(char::is_lowercase))
    }
}

/// Tells whether the words of a cell would have had room in the line above, so that they begin something new.
fn could_have_gone_on(part: &RowPart, cells: &[CellPart], ends: &[f32]) -> bool {
    part.cells.iter().zip(cells).zip(ends).any(|((above, cell), end)| {
        let pair = above.lines.last().zip(cell.lines.first());
        pair.is_some_and(|(last, next)| {
            let fits = end - last.x1 > next.first + 0.4 * next.size;
            fits && !next.text.starts_with(char::is_lowercase)
        })
    })
}

/// Tells whether a number stands below a number of the same column.
fn figures_again(part: &RowPart, cells: &[CellPart]) -> bool {
    let is_figure = |cell: &CellPart| {
        let line = cell.lines.first();
        line.is_some_and(|line| line.text.len() < 16 && line.text.chars().all(|c| !c.is_alphabetic()))
    };
    part.cells.iter().zip(cells).any(|(above, cell)| is_figure(above) && is_figure(cell))
}
