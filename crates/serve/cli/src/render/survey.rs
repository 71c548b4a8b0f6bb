//! Many letters as a table for the screen: what does not fit is left out, the least telling columns first.

use super::wrap::{cut, hang, length, pad, pad_left, wrap};
use crate::output::{Screen, plain};
use crate::survey::{Letters, Row};
use crate::texts::{self, Text, count, join, survey as words};
use styrbord_app::plan::LetterKind;
use styrbord_app::{Language, Nok, SurveyTotals, SurveyedLetter, group_digits};

const BETWEEN: &str = "  ";
/// The widest and the narrowest that a path is shown.
const PATH_MAX: usize = 48;
const PATH_MIN: usize = 16;
/// A path that is this long goes before further columns.
const PATH_ENOUGH: usize = 22;
const AGENCY_MAX: usize = 20;

/// A column after the path.
struct Column {
    head: Text,
    /// Columns of a higher rank are left out first on a narrow screen.
    rank: u8,
    is_number: bool,
    cell: fn(&SurveyedLetter, Language) -> String,
    total: fn(&SurveyTotals, Language) -> String,
}

impl Column {
    const fn words(head: Text, rank: u8, cell: fn(&SurveyedLetter, Language) -> String) -> Self {
        Column { head, rank, is_number: false, cell, total: |_, _| String::new() }
    }

    const fn number(
        head: Text,
        rank: u8,
        cell: fn(&SurveyedLetter, Language) -> String,
        total: fn(&SurveyTotals, Language) -> String,
    ) -> Self {
        Column { head, rank, is_number: true, cell, total }
    }
}

/// Defines a column with a count that stands under the same name in a letter and in the totals.
macro_rules! counted {
    ($head:ident, $rank:literal, $field:ident) => {
        Column::number(
            words::$head,
            $rank,
            |letter, _| letter.counts.$field.to_string(),
            |totals, _| digits(totals.counts.$field),
        )
    };
}

/// Defines a column with the findings of a severity.
macro_rules! found {
    ($head:ident, $rank:literal, $field:ident) => {
        Column::number(
            words::$head,
            $rank,
            |letter, _| letter.findings.all.$field.to_string(),
            |totals, _| digits(totals.findings.$field),
        )
    };
}

const COLUMNS: [Column; 18] = [
    Column::number(
        words::YEAR,
        1,
        |letter, _| letter.year.map(|year| year.to_string()).unwrap_or_default(),
        |_, _| String::new(),
    ),
    Column::words(words::KIND, 4, |letter, language| words::kind(letter.kind).get(language).to_owned()),
    Column::words(words::AGENCY, 1, |letter, _| agency(letter)),
    counted!(GOALS, 0, goals),
    counted!(PARAMETERS, 0, steering_parameters),
    counted!(REQUIREMENTS, 2, requirements),
    counted!(ASSIGNMENTS, 0, assignments),
    counted!(NEW, 6, new_assignments),
    counted!(DEADLINES, 3, deadlines),
    counted!(REPORTS, 5, reports),
    counted!(MEETINGS, 7, meetings),
    counted!(DUTIES, 4, duties),
    counted!(POSTS, 8, posts),
    Column::number(
        words::MONEY,
        2,
        |letter, _| match letter.kind {
            LetterKind::Supplement => letter.money.change_nok.map(signed_thousands).unwrap_or_default(),
            _ => thousands(letter.money.expenditure_nok),
        },
        |totals, _| thousands(totals.expenditure_nok),
    ),
    found!(ERRORS, 0, error),
    found!(WARNINGS, 3, warning),
    found!(NOTES, 7, info),
    Column::number(
        words::UNREAD,
        2,
        |letter, language| texts::percent(letter.not_understood_permille, language),
        |totals, language| texts::percent(totals.not_understood_permille, language),
    ),
];

/// Draws a row for each file, the totals, and what the figures mean.
pub(crate) fn draw(letters: &Letters, screen: Screen) -> String {
    let language = screen.language;
    let cells: Vec<Vec<String>> = COLUMNS.iter().map(|column| cells(column, letters, language)).collect();
    let widths: Vec<usize> =
        cells.iter().map(|cells| cells.iter().map(|cell| length(cell)).max().unwrap_or_default()).collect();
    let natural = letters.files.iter().map(|row| length(&plain(&row.path))).max().unwrap_or_default();
    let natural = natural.clamp(PATH_MIN, PATH_MAX);
    let shown = shown(&widths, natural.min(PATH_ENOUGH), screen.width);
    let taken: usize = shown.iter().map(|at| BETWEEN.len() + widths[*at]).sum();
    let path_width = natural.min(screen.width.saturating_sub(taken)).max(PATH_MIN);
    let line = |first: &str, at_row: usize| {
        let mut line = pad(&cut_front(&plain(first), path_width), path_width);
        for at in &shown {
            let fit = if COLUMNS[*at].is_number { pad_left } else { pad };
            line.push_str(BETWEEN);
            line.push_str(&fit(&cells[*at][at_row], widths[*at]));
        }
        line.trim_end().to_owned()
    };
    let mut text = screen.bold(&line(words::LETTER.get(language), 0)) + "\n";
    let mut at_row = 0;
    for row in &letters.files {
        if row.letter.is_some() {
            at_row += 1;
            text.push_str(&line(&row.path, at_row));
        } else {
            text.push_str(&failed(row, path_width, screen));
        }
        text.push('\n');
    }
    text.push_str(&screen.bold(&line(words::TOTAL.get(language), at_row + 1)));
    text.push_str("\n\n");
    text + &notes(letters, &shown, screen)
}

/// Returns what a column holds: its head, a cell for each letter, its total.
fn cells(column: &Column, letters: &Letters, language: Language) -> Vec<String> {
    let read = letters.files.iter().filter_map(|row| row.letter.as_ref());
    let mut cells = vec![column.head.get(language).to_owned()];
    cells.extend(read.map(|letter| plain(&(column.cell)(letter, language))));
    cells.push((column.total)(&letters.totals, language));
    cells
}

/// Returns the columns that fit beside the path, in their order; those that tell most are taken first.
fn shown(widths: &[usize], path: usize, width: usize) -> Vec<usize> {
    let mut by_rank: Vec<usize> = (0..widths.len()).collect();
    by_rank.sort_by_key(|at| COLUMNS[*at].rank);
    let mut room = width.saturating_sub(path);
    by_rank.retain(|at| {
        let needed = BETWEEN.len() + widths[*at];
        let fits = needed <= room || COLUMNS[*at].rank == 0;
        room = if fits { room.saturating_sub(needed) } else { room };
        fits
    });
    by_rank.sort_unstable();
    by_rank
}

/// Returns the row of a file that is no letter: its path, and the reason below its head.
fn failed(row: &Row, path_width: usize, screen: Screen) -> String {
    let path = pad(&cut_front(&plain(&row.path), path_width), path_width);
    let reason = plain(row.reason.as_deref().unwrap_or_default());
    format!("{path}{BETWEEN}{}", hang(&reason, path_width + BETWEEN.len(), screen.width))
}

fn notes(letters: &Letters, shown: &[usize], screen: Screen) -> String {
    let language = screen.language;
    let counted =
        |number: usize, noun| if number == 0 { String::new() } else { count(number, noun, language) };
    let read = count(letters.totals.letters, words::LETTERS, language);
    let others = [counted(letters.failed, words::FAILED), counted(letters.data_files, words::DATA)];
    let hidden = (0..COLUMNS.len()).filter(|at| !shown.contains(at));
    let hidden = join(hidden.map(|at| COLUMNS[at].head.get(language)), ", ");
    let mut notes = vec![join([read].into_iter().chain(others), ", ") + "."];
    notes.push(words::METHOD.get(language).to_owned());
    if !hidden.is_empty() {
        notes.push(words::HIDDEN.with(language, &[&hidden]));
    }
    notes.iter().flat_map(|note| wrap(note, screen.width)).map(|line| line + "\n").collect()
}

fn agency(letter: &SurveyedLetter) -> String {
    let agency = &letter.agency;
    let name = agency.short.as_ref().or(agency.name.as_ref());
    cut(name.map(String::as_str).unwrap_or_default(), AGENCY_MAX)
}

/// Returns the text, or its end with a mark that more stands before: the end of a path tells files apart.
fn cut_front(text: &str, width: usize) -> String {
    let over = length(text).saturating_sub(width);
    if over == 0 {
        return text.to_owned();
    }
    std::iter::once('…').chain(text.chars().skip(over + 1)).collect()
}

fn digits(number: usize) -> String {
    group_digits(i64::try_from(number).unwrap_or(i64::MAX))
}

/// Returns an amount in thousands of kroner, rounded to the nearest.
fn thousands(amount: Nok) -> String {
    let thousand = 100_000;
    group_digits((amount.ore() + amount.ore().signum() * (thousand / 2)) / thousand)
}

fn signed_thousands(change: Nok) -> String {
    let sign = if change > Nok::ZERO { "+" } else { "" };
    format!("{sign}{}", thousands(change))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_rounded_to_the_nearest() {
        for (kroner, expected) in [(0, "0"), (499, "0"), (500, "1"), (-500, "−1"), (1_234_567, "1\u{a0}235")]
        {
            assert_eq!(thousands(Nok::from_kroner(kroner)), expected);
        }
        assert_eq!(signed_thousands(Nok::from_kroner(2000)), "+2");
    }

    #[test]
    fn the_end_of_a_path_is_kept() {
        assert_eq!(cut_front("kort.pdf", 16), "kort.pdf");
        assert_eq!(cut_front("mappe/underMappe/brev-2025.pdf", 13), "…rev-2025.pdf");
    }

    #[test]
    fn a_narrow_screen_shows_what_tells_most() {
        let widths = [4; COLUMNS.len()];
        assert_eq!(shown(&widths, 16, 500).len(), COLUMNS.len());
        let narrow = shown(&widths, 16, 60);
        assert!(narrow.len() < COLUMNS.len() && narrow.is_sorted());
        assert!(shown(&widths, 16, 10).iter().all(|at| COLUMNS[*at].rank == 0));
    }
}
