//! The files of a survey, a row each. Totals are left out: a program that adds up a column would count them too.

use super::{Cell, table};
use crate::survey::Row;
use styrbord_app::{Family, SeverityCounts, SurveyedLetter};

type Column = (&'static str, fn(&SurveyedLetter) -> Cell);

/// The columns of a letter, after its path; further ones may be added at the end.
const COLUMNS: [Column; 26] = [
    ("kind", |letter| Cell::word(letter.kind)),
    ("agency", |letter| Cell::words(letter.agency.name.as_ref())),
    ("agency_short", |letter| Cell::words(letter.agency.short.as_ref())),
    ("ministry", |letter| Cell::words(letter.ministry.name.as_ref())),
    ("ministry_short", |letter| Cell::words(letter.ministry.short.as_ref())),
    ("year", |letter| Cell::number(letter.year)),
    ("format", |letter| Cell::word(letter.format)),
    ("pages", |letter| Cell::number(letter.pages)),
    ("lines", |letter| Cell::count(letter.lines)),
    ("goals", |letter| Cell::count(letter.counts.goals)),
    ("steering_parameters", |letter| Cell::count(letter.counts.steering_parameters)),
    ("requirements", |letter| Cell::count(letter.counts.requirements)),
    ("assignments", |letter| Cell::count(letter.counts.assignments)),
    ("new_assignments", |letter| Cell::count(letter.counts.new_assignments)),
    ("deadlines", |letter| Cell::count(letter.counts.deadlines)),
    ("reports", |letter| Cell::count(letter.counts.reports)),
    ("meetings", |letter| Cell::count(letter.counts.meetings)),
    ("duties", |letter| Cell::count(letter.counts.duties)),
    ("dated_duties", |letter| Cell::count(letter.counts.dated_duties)),
    ("chapters", |letter| Cell::count(letter.counts.chapters)),
    ("posts", |letter| Cell::count(letter.counts.posts)),
    ("expenditure_nok", |letter| Cell::Amount(letter.money.expenditure_nok)),
    ("income_nok", |letter| Cell::Amount(letter.money.income_nok)),
    ("change_nok", |letter| Cell::amount(letter.money.change_nok)),
    ("verified", |letter| Cell::count(letter.verified)),
    ("not_understood_permille", |letter| Cell::number(Some(letter.not_understood_permille))),
];

/// The columns for findings: all of them, then each family.
const FAMILIES: [Option<Family>; 7] = [
    None,
    Some(Family::Money),
    Some(Family::Dates),
    Some(Family::Identity),
    Some(Family::Structure),
    Some(Family::Steering),
    Some(Family::Language),
];

/// Returns a row for each file.
pub(crate) fn write(files: &[Row], excel: bool) -> String {
    let mut head = vec!["path".to_owned()];
    head.extend(COLUMNS.iter().map(|(name, _)| (*name).to_owned()));
    for family in FAMILIES {
        let before = family.map(|family| format!("{}_", family.name())).unwrap_or_default();
        head.extend(["errors", "warnings", "notes"].map(|severity| format!("{before}{severity}")));
    }
    head.push("not_read_because".to_owned());
    let width = head.len();
    table(head, files.iter().map(|file| row(file, width)), excel)
}

fn row(file: &Row, width: usize) -> Vec<Cell> {
    let mut cells = vec![Cell::text(&file.path)];
    if let Some(letter) = &file.letter {
        cells.extend(COLUMNS.iter().map(|(_, cell)| cell(letter)));
        cells.extend(FAMILIES.iter().flat_map(|family| findings(letter, *family)));
    }
    cells.resize_with(width - 1, || Cell::Empty);
    cells.push(Cell::words(file.reason.as_ref()));
    cells
}

fn findings(letter: &SurveyedLetter, family: Option<Family>) -> [Cell; 3] {
    let findings = &letter.findings;
    let of_family = |family: Family| findings.by_family.get(family.name()).copied();
    let SeverityCounts { error, warning, info } =
        family.map_or(findings.all, |family| of_family(family).unwrap_or_default());
    [error, warning, info].map(Cell::count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use styrbord_app::{RULES, Surveyed};

    #[test]
    fn every_row_has_every_column() {
        let letter = match styrbord_app::survey(b"Tildelingsbrev 2025\n\nTilsynet skal skal svare.\n") {
            Ok(Surveyed::Letter(letter)) => letter,
            other => panic!("{other:?}"),
        };
        let row = |letter, reason: Option<&str>| Row {
            path: "a.txt".to_owned(),
            letter,
            reason: reason.map(str::to_owned),
        };
        let table = write(&[row(Some(letter), None), row(None, Some("skannet"))], false);
        let rows: Vec<Vec<&str>> = table.lines().map(|line| line.split(',').collect()).collect();
        assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{table}");
        let at = |name: &str| rows[0].iter().position(|head| *head == name).unwrap();
        assert_eq!((rows[1][at("year")], rows[1][at("language_notes")]), ("2025", "1"));
        assert_eq!((rows[2][at("year")], rows[2][at("not_read_because")]), ("", "skannet"));
    }

    #[test]
    fn every_family_has_its_columns() {
        for rule in RULES {
            assert!(FAMILIES.contains(&Some(rule.family)), "{}", rule.code);
        }
    }
}
