//! The lines as a sheet, as Norwegian spreadsheets open it: semicolons, and the mark of UTF-8 in front.

use super::texts as words;
use super::view::Line;
use crate::pages::admin::Scene;
use styrbord_app::sheets::inert;

/// Writes the lines, with a head.
pub(super) fn written(scene: &Scene, lines: &[Line]) -> String {
    let heads = [
        words::NUMBER,
        words::WHEN,
        words::HOLDS_FROM,
        words::WHO,
        words::WHAT,
        words::KIND,
        words::ABOUT,
        words::WHY,
    ];
    let heads: Vec<&str> = heads.iter().map(|head| scene.t(head)).collect();
    let mut text = format!("\u{feff}{}", row(&heads));
    for line in lines {
        let about: Vec<&str> = line.about.iter().map(|(name, _)| name.as_str()).collect();
        let (number, about) = (line.seq.to_string(), about.join(", "));
        let cells = [&number, &line.at, &line.on, &line.who, line.what, &line.kind, &about, &line.why];
        text.push_str(&row(&cells));
    }
    text
}

fn row(cells: &[&str]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(&inert(cell))).collect();
    format!("{}\r\n", cells.join(";"))
}

fn quoted(cell: &str) -> String {
    if cell.contains([';', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::row;

    #[test]
    fn no_cell_is_a_formula_or_another_cell() {
        assert_eq!(
            row(&["=1+1", "a;b", "sa \"ja\"", "\r=x"]),
            "'=1+1;\"a;b\";\"sa \"\"ja\"\"\";\"'\r=x\"\r\n"
        );
    }
}
