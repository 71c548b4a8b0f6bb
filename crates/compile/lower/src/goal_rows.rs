//! Goals, parameters and requirements by the columns of a table, and goals in a dotted list.

use crate::goals::{Named, is_goal_head, title_flow};
use crate::view::{LineKind, View};
use crate::words::{GOAL_WORDS, PARAMETER_WORDS, REQUIREMENT_WORDS, has_stem, lower};
use styrbord_plan::SectionRole;
use styrbord_syntax::{Row, Table, leading_number};

/// The columns of a table of goals, parameters and requirements.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Heads {
    /// A goal's number alone.
    pub number: Option<usize>,
    /// Goals.
    pub goals: Option<usize>,
    /// Steering parameters.
    pub parameters: Option<usize>,
    /// Requirements.
    pub requirements: Option<usize>,
}

impl Heads {
    /// Reads the head of a table.
    pub fn of(table: &Table) -> Self {
        let mut heads = Heads::default();
        let Some(row) = table.rows.first() else { return heads };
        for (at, cell) in
            row.cells.iter().enumerate().take(24).filter(|(_, cell)| cell.flow.as_str().len() <= 120)
        {
            let low = lower(cell.joined().trim());
            if PARAMETER_WORDS.contains(&low.as_str()) || has_stem(&low, &["styringsparam"]) {
                heads.parameters.get_or_insert(at);
            } else if is_requirement_head(&low) {
                heads.requirements.get_or_insert(at);
            } else if is_goal_head(&low) {
                heads.goals.get_or_insert(at);
            } else if ["nr", "nr.", "#", "nummer"].contains(&low.as_str()) {
                heads.number.get_or_insert(at);
            }
        }
        heads
    }
}

/// Tells whether a column is headed by a word for requirements, with or without a year: `Resultatmål 2025`.
fn is_requirement_head(low: &str) -> bool {
    let words: Vec<&str> = low.split_whitespace().collect();
    let Some(first) = words.first() else { return false };
    if words.len() > 4 || words.get(1).is_some_and(|word| ["til", "om"].contains(word)) {
        return false;
    }
    let year =
        words.iter().skip(1).any(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()));
    REQUIREMENT_WORDS.contains(first)
        || has_stem(low, &["resultatmål", "resultatkrav"])
        || *first == "mål" && year
}

/// Tells whether a row is the head of a table of parameters or requirements.
pub(crate) fn is_head(table: &Table, row: usize) -> bool {
    let heads = Heads::of_first(table, row);
    heads.is_some_and(|heads| heads.parameters.is_some() || table.has_head && heads.requirements.is_some())
}

impl Heads {
    /// Reads the head when the row is the first of its table.
    fn of_first(table: &Table, row: usize) -> Option<Self> {
        (row == 0).then(|| Heads::of(table))
    }
}

/// Reads the goal that a row names without a label, in a column for goals.
pub(crate) fn by_column(view: &View<'_>, table: &Table, row: &Row, role: SectionRole) -> Option<Named> {
    let heads = Heads::of(table);
    let column = heads.goals?;
    let steers = heads.parameters.is_some_and(|parameters| column < parameters);
    if !(steers || role == SectionRole::Goals && heads.parameters.is_none() && table.has_head) {
        return None;
    }
    let head = table.rows.first().filter(|head| head.span != row.span)?.cells.get(column)?.joined();
    if !GOAL_WORDS.contains(&lower(head.trim()).as_str()) {
        return None;
    }
    let flow = &row.cells.get(column)?.flow;
    let (printed, start) = leading_number(flow.as_str()).unwrap_or_default();
    let beside = heads.number.and_then(|number| row.cells.get(number)).map(styrbord_syntax::Cell::joined);
    let number = beside.as_deref().map_or(printed, |cell| cell.trim().trim_end_matches('.'));
    let title = flow.slice(start..flow.as_str().len()).joined();
    let dotted = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let number = if dotted { number } else { "" };
    if !title.starts_with(|c: char| c.is_uppercase() || c == '«') || reads_as_target(&title) {
        return None;
    }
    Some(Named {
        label: format!("{} {number}", head.trim()).trim_end().to_owned(),
        number: number.parse().ok(),
        title,
        sub: number.contains('.'),
        spot: view.spot(flow.span()),
    })
}

/// Reads the goals of a dotted list that a short line announces: `Nasjonale mål:` over `1.1 …`, `1.2 …`.
pub(crate) fn announced(view: &View<'_>, at: usize) -> Vec<(usize, Named)> {
    let mut out = Vec::new();
    let line = &view.lines[at];
    let Some(text) = line.text().strip_suffix(':').filter(|_| line.kind != LineKind::Row) else { return out };
    let word = text.split_whitespace().next_back().unwrap_or_default();
    if text.split_whitespace().count() > 4 || !GOAL_WORDS.contains(&lower(word).as_str()) {
        return out;
    }
    let mut letters = word.chars();
    let word: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    for (place, line) in view.lines.iter().enumerate().skip(at + 1) {
        let found = leading_number(line.text())
            .filter(|(number, _)| number.contains('.') && line.kind != LineKind::Row && line.first);
        let Some((number, start)) = found else {
            if line.kind == LineKind::Text && !line.first {
                continue;
            }
            break;
        };
        let flow = title_flow(view, place);
        let title = flow.slice(start..flow.as_str().len()).joined();
        if !title.starts_with(char::is_uppercase) {
            break;
        }
        let label = format!("{word} {number}");
        out.push((place, Named { label, number: None, title, sub: true, spot: view.spot(flow.span()) }));
    }
    out
}

/// Tells whether words read as a target for a parameter: they hold a figure, or begin with a comparison.
pub(crate) fn reads_as_target(title: &str) -> bool {
    const STARTS: [&str; 15] = [
        "minst",
        "under",
        "over",
        "økning",
        "auke",
        "reduksjon",
        "høyst",
        "høgst",
        "maks",
        "maksimalt",
        "innen",
        "innan",
        "minimum",
        "lavere",
        "høyere",
    ];
    let low = lower(title);
    let first = low.split_whitespace().next().unwrap_or_default();
    STARTS.contains(&first)
        || low.contains('%')
        || low.contains("prosent")
        || low.starts_with(|c: char| c.is_ascii_digit())
}

/// Returns the whole number that is printed in figures or as a Roman numeral.
pub(crate) fn whole_number(printed: &str) -> Option<u32> {
    const ROMAN: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    let roman = || ROMAN.iter().zip(1..).find(|(roman, _)| **roman == printed).map(|(_, number)| number);
    printed.parse().ok().or_else(roman)
}
