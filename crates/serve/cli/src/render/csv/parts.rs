//! The parts of a plan, a row each: one table of all that a letter holds.

use super::{Cell, table};
use styrbord_app::Part;

type Column = (&'static str, fn(&Part) -> Cell);

/// The columns; further ones may be added at the end.
const COLUMNS: [Column; 19] = [
    ("part", |part| Cell::text(part.name)),
    ("number", |part| Cell::text(&part.number)),
    ("title", |part| Cell::text(&part.title)),
    ("belongs_to", |part| Cell::text(&part.belongs_to)),
    ("kind", |part| Cell::text(&part.kind)),
    ("date", |part| Cell::day(part.date)),
    ("printed", |part| Cell::text(&part.printed)),
    ("frequency", |part| Cell::word(part.frequency)),
    ("count_date", |part| Cell::day(part.count_date)),
    ("year", |part| Cell::number(part.year)),
    ("amount_nok", |part| Cell::amount(part.amount_nok)),
    ("previous_nok", |part| Cell::amount(part.previous_nok)),
    ("change_nok", |part| Cell::amount(part.change_nok)),
    ("who", |part| Cell::text(&part.who)),
    ("line", |part| Cell::number(part.place.map(|place| place.line))),
    ("end_line", |part| Cell::number(part.place.map(|place| place.end_line))),
    ("page", |part| Cell::number(part.place.and_then(|place| place.page))),
    ("table", |part| Cell::number(part.place.and_then(|place| place.table))),
    ("row", |part| Cell::number(part.place.and_then(|place| place.row))),
];

/// Returns a row for each part.
pub(crate) fn write(parts: &[Part], excel: bool) -> String {
    let row = |part| COLUMNS.iter().map(|(_, cell)| cell(part)).collect();
    table(COLUMNS.map(|(name, _)| name.to_owned()), parts.iter().map(row), excel)
}
