//! What the lines of a chart are called, below it.

use crate::axis::shortened;
use crate::chart::{Chart, HEIGHT, LETTERS, Role, Shape};
use crate::mark::Mark;
use crate::trace::{class, dashes, marker};

/// As many letters of a name stand in the legend.
const NAME_MAX: usize = 36;
/// The height of a row.
const ROW: i64 = LETTERS * 3 / 2;
/// Where the sample begins and ends, and the name begins.
const SAMPLE: (i64, i64) = (120, 520);
const NAME: i64 = 640;

/// What stands in a row of the legend.
pub(crate) struct Named {
    name: String,
    role: Role,
    shape: Shape,
}

/// Returns the rows; a chart of one line alone needs none.
pub(crate) fn rows(chart: &Chart) -> Vec<Named> {
    let shown = chart.lines.iter().filter(|line| !line.points.is_empty());
    let rows =
        shown.map(|line| Named { name: shortened(&line.name, NAME_MAX), role: line.role, shape: line.shape });
    let rows: Vec<Named> = rows.collect();
    if rows.len() > 1 { rows } else { Vec::new() }
}

/// Returns how much room they take.
pub(crate) fn height(rows: &[Named]) -> i64 {
    rows.len() as i64 * ROW
}

/// Draws them below the chart.
pub(crate) fn draw(rows: &[Named]) -> Mark {
    let mut group = Mark::new("g").with("class", "chart-legend");
    for (row, at) in rows.iter().zip(0_i64..) {
        let y = HEIGHT + at * ROW;
        let text = Mark::new("text").with("x", NAME).with("y", y + LETTERS / 3).text(&row.name);
        group = group.holding(&sample(row, y)).holding(&text);
    }
    group
}

fn sample(row: &Named, y: i64) -> Mark {
    let group = Mark::new("g").with("class", class(row.role));
    let middle = i64::midpoint(SAMPLE.0, SAMPLE.1);
    if row.shape == Shape::Columns {
        return group.holding(
            &Mark::new("rect")
                .with("x", middle - LETTERS / 2)
                .with("y", y - LETTERS / 2)
                .with("width", LETTERS)
                .with("height", LETTERS)
                .with("fill", "currentColor"),
        );
    }
    let line = Mark::new("path")
        .with("d", format_args!("M{} {y}H{}", SAMPLE.0, SAMPLE.1))
        .with("stroke", "currentColor")
        .with("stroke-width", 24)
        .with("stroke-dasharray", dashes(row.role));
    let group = if row.role == Role::Baseline { group } else { group.holding(&line) };
    if row.role == Role::Target { group } else { group.holding(&marker((middle, y), row.role, true)) }
}
