//! The lines as a sheet.

use super::texts as words;
use super::view::Line;
use crate::pages::admin::Scene;
use styrbord_app::sheets::{Cell, Column, Kind, Table, to_csv};

/// Writes the lines, with a head.
pub(super) fn written(scene: &Scene, lines: &[Line]) -> Vec<u8> {
    let heads = [
        (words::NUMBER, Kind::Number),
        (words::WHEN, Kind::Text),
        (words::HOLDS_FROM, Kind::Text),
        (words::WHO, Kind::Text),
        (words::WHAT, Kind::Text),
        (words::KIND, Kind::Text),
        (words::ABOUT, Kind::Text),
        (words::WHY, Kind::Text),
    ];
    let columns = heads.into_iter().map(|(name, kind)| Column::new(scene.t(name), kind, 20)).collect();
    let name = scene.t(words::HISTORY).to_owned();
    to_csv(&Table { name, columns, rows: lines.iter().map(row).collect() })
}

fn row(line: &Line) -> Vec<Cell> {
    let about: Vec<&str> = line.about.iter().map(|(name, _)| name.as_str()).collect();
    vec![
        line.seq.parse().map_or(Cell::Empty, Cell::Number),
        Cell::text(line.at.as_str()),
        Cell::text(line.on.as_str()),
        Cell::text(line.who.as_str()),
        Cell::text(line.what),
        Cell::text(line.kind.as_str()),
        Cell::text(about.join(", ")),
        Cell::text(line.why.as_str()),
    ]
}
