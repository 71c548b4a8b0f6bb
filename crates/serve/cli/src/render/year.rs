//! The steering year on the terminal: what it holds, what is due, what is asked.

pub(crate) mod actuals;
pub(crate) mod changes;
mod done;
pub(crate) mod history;
pub(crate) mod measure;
pub(crate) mod money;
pub(crate) mod outside;
pub(crate) mod portfolio;
pub(crate) mod questions;

use super::wrap::{hang, length, pad, pad_left};
use crate::output::{Screen, plain};
use crate::texts::year as words;
use crate::texts::{self, Text, count, join};
use std::ops::RangeInclusive;
use styrbord_app::follow::events::letters::{DocumentKind, Stage};
use styrbord_app::follow::events::work::{DueItem, Status};
use styrbord_app::follow::events::{ObjectKind, PersonId};
use styrbord_app::follow::{AssignmentRow, LetterRow, Names, Overview, PartRow};
use styrbord_app::{Date, Language, Nok};

/// Draws a year at a glance.
pub(crate) fn overview(year: &Overview, screen: Screen) -> String {
    let language = screen.language;
    let mut text = banner(year.simulated, screen);
    let stage = stage(year.stage).get(language);
    let day = texts::date(year.day, language);
    let title = words::TITLE.with(language, &[&plain(&year.agency), &year.year, &stage, &day]);
    text.push_str(&[&screen.bold(&title), "\n"].concat());
    let opened = year.opened_from.map(|from| words::OPENED.with(language, &[&from])).unwrap_or_default();
    let of = words::FROM.with(language, &[&plain(&year.ministry), &year.stream]);
    text.push_str(&[&join([of, opened], "; "), "\n"].concat());
    section(&mut text, words::LETTERS, &letters(&year.letters, language), screen);
    section(&mut text, words::GOALS, &year.goals.iter().map(goal).collect::<Vec<_>>(), screen);
    let rows: Vec<_> = year.assignments.iter().map(|one| assignment(one, language)).collect();
    section(&mut text, words::ASSIGNMENTS, &rows, screen);
    let rows: Vec<_> = year.awaited.iter().map(|one| awaited(one, language)).collect();
    section(&mut text, words::AWAITED, &rows, screen);
    money(&mut text, year, screen);
    let besides = besides(year, language);
    if !besides.is_empty() {
        let besides = words::BESIDES.with(language, &[&besides]);
        text.push_str(&["\n", &hang(&besides, 2, screen.width), "\n"].concat());
    }
    text
}

/// Returns the line that says that data are simulated; nothing where they are not.
pub(crate) fn banner(simulated: bool, screen: Screen) -> String {
    if simulated {
        format!("{}\n", screen.bold(words::SIMULATED.get(screen.language)))
    } else {
        String::new()
    }
}

/// Draws what is due.
pub(crate) fn due(items: &[DueItem], names: &Names, (days, today): (u16, Date), screen: Screen) -> String {
    let language = screen.language;
    if items.is_empty() {
        return words::NOTHING_DUE.with(language, &[&days]) + "\n";
    }
    let rows: Vec<Vec<String>> = items
        .iter()
        .map(|item| {
            let left = match item.days_left {
                0 => words::TODAY.get(language).to_owned(),
                left => {
                    let days = count(left.unsigned_abs() as usize, words::DAY, language);
                    let text = if left < 0 { words::DAYS_OVER } else { words::DAYS_LEFT };
                    text.with(language, &[&days])
                }
            };
            let suggested = item
                .suggested
                .map(|day| format!("({})", words::SUGGESTED.with(language, &[&texts::date(day, language)])));
            let part = item.due.key.part.clone().unwrap_or_default();
            let title = join([part, item.title.clone()], ": ");
            vec![
                item.object.to_string(),
                item.label.clone().unwrap_or_default(),
                texts::date(item.date, language),
                left,
                owner(item.owner, names, language),
                join([title, suggested.unwrap_or_default()], " "),
            ]
        })
        .collect();
    let title = words::DUE.with(language, &[&days, &texts::date(today, language)]);
    format!("{}\n{}", screen.bold(&title), table(&rows, screen))
}

/// Returns the name of who answers for something.
pub(crate) fn owner(owner: Option<PersonId>, names: &Names, language: Language) -> String {
    match owner.map(|owner| names.get(&owner).cloned().flatten()) {
        None => words::NO_OWNER.get(language).to_owned(),
        Some(None) => words::ERASED.get(language).to_owned(),
        Some(Some(name)) => name,
    }
}

/// Draws rows whose cells stand under each other; the last cell is wrapped.
pub(crate) fn table(rows: &[Vec<String>], screen: Screen) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default().saturating_sub(1);
    let cell = |row: &Vec<String>, at: usize| plain(row.get(at).map_or("", String::as_str));
    let widths: Vec<usize> = (0..columns)
        .map(|at| rows.iter().map(|row| length(&cell(row, at))).max().unwrap_or_default())
        .collect();
    let mut text = String::new();
    for row in rows {
        let mut line = "  ".to_owned();
        for (at, width) in widths.iter().enumerate().filter(|(_, width)| **width > 0) {
            line.push_str(&[pad(&cell(row, at), *width).as_str(), "  "].concat());
        }
        let indent = length(&line);
        line.push_str(&hang(&cell(row, columns), indent, screen.width));
        text.push_str(&[line.trim_end(), "\n"].concat());
    }
    text
}

/// Returns an amount without its unit; nothing for none.
pub(crate) fn kroner(amount: Option<Nok>) -> String {
    let text = amount.map(|amount| amount.to_string()).unwrap_or_default();
    text.trim_end_matches("kroner").trim_end().to_owned()
}

/// Returns rows whose columns of amounts end under each other.
pub(crate) fn aligned(mut rows: Vec<Vec<String>>, amounts: RangeInclusive<usize>) -> Vec<Vec<String>> {
    for at in amounts {
        let width =
            rows.iter().filter_map(|row| row.get(at)).map(|cell| length(cell)).max().unwrap_or_default();
        for cell in rows.iter_mut().filter_map(|row| row.get_mut(at)) {
            *cell = pad_left(cell, width);
        }
    }
    rows
}

fn section(text: &mut String, title: Text, rows: &[Vec<String>], screen: Screen) {
    if !rows.is_empty() {
        let title = screen.bold(title.get(screen.language));
        text.push_str(&["\n", &title, "\n", &table(rows, screen)].concat());
    }
}

/// Returns the cells of letters.
fn letters(rows: &[LetterRow], language: Language) -> Vec<Vec<String>> {
    let date = |row: &LetterRow| row.document.date.map(|date| texts::date(date, language));
    rows.iter()
        .map(|row| {
            vec![
                row.letter.to_string(),
                document_kind(row.document.kind, language),
                date(row).unwrap_or_default(),
                row.document.title.clone(),
            ]
        })
        .collect()
}

/// Returns the name of a kind of document.
pub(crate) fn document_kind(kind: DocumentKind, language: Language) -> String {
    let text = match kind {
        DocumentKind::Allocation => words::KIND_ALLOCATION,
        DocumentKind::Supplement => words::KIND_SUPPLEMENT,
        DocumentKind::Correction(of) => return words::KIND_CORRECTION.with(language, &[&of]),
        DocumentKind::Instruction => words::KIND_INSTRUCTION,
        DocumentKind::Circular => words::KIND_CIRCULAR,
        DocumentKind::Order => words::KIND_ORDER,
        DocumentKind::Commission => words::KIND_COMMISSION,
        DocumentKind::Pack => words::KIND_PACK,
        DocumentKind::CarriedOver => words::KIND_CARRIED,
    };
    text.get(language).to_owned()
}

/// Returns the name of a stage.
pub(crate) fn stage(stage: Stage) -> Text {
    match stage {
        Stage::Planning => words::PLANNING,
        Stage::Running => words::RUNNING,
        Stage::Closed => words::CLOSED,
    }
}

/// Returns the name of a status.
pub(crate) fn status(status: Status) -> Text {
    match status {
        Status::NotStarted => words::NOT_STARTED,
        Status::OnTrack => words::ON_TRACK,
        Status::AtRisk => words::AT_RISK,
        Status::Delayed => words::DELAYED,
        Status::Delivered => words::DELIVERED,
        Status::Accepted => words::ACCEPTED,
        Status::Cancelled => words::CANCELLED,
    }
}

fn goal(row: &PartRow) -> Vec<String> {
    vec![row.part.to_string(), row.label.clone().unwrap_or_default(), row.title.clone()]
}

fn assignment(one: &AssignmentRow, language: Language) -> Vec<String> {
    let date = one.next.map(|date| texts::date(date, language));
    let next = match date {
        Some(date) if one.overdue => words::OVERDUE.with(language, &[&date]),
        Some(date) => date,
        None => String::new(),
    };
    let owner = match (&one.owner, &one.owner_name) {
        (None, _) => String::new(),
        (Some(_), Some(name)) => name.clone(),
        (Some(_), None) => words::ERASED.get(language).to_owned(),
    };
    let carried =
        one.carried.map(|was| format!("({}: {was})", words::CARRIED.get(language))).unwrap_or_default();
    vec![
        one.row.part.to_string(),
        one.row.label.clone().unwrap_or_default(),
        if one.reported { status(one.status) } else { words::NOT_REPORTED }.get(language).to_owned(),
        owner,
        next,
        join([one.row.title.clone(), carried], " "),
    ]
}

fn awaited(one: &PartRow, language: Language) -> Vec<String> {
    let expected = one.expected.as_ref().map(|when| format!("({})", words::EXPECTED.with(language, &[when])));
    vec![one.part.to_string(), join([one.title.clone(), expected.unwrap_or_default()], " ")]
}

fn money(text: &mut String, year: &Overview, screen: Screen) {
    if year.posts.is_empty() {
        return;
    }
    let row = |label: &str, amount: Option<Nok>, title: &str| {
        vec![label.to_owned(), kroner(amount), title.to_owned()]
    };
    let mut rows: Vec<_> =
        year.posts.iter().map(|post| row(&post.label, post.amount_nok, &post.title)).collect();
    let language = screen.language;
    let sum = if year.income_nok.is_some() { words::SPENDING } else { words::SUM };
    rows.push(row(sum.get(language), Some(year.total_nok), ""));
    rows.extend(year.income_nok.map(|income| row(words::INCOME.get(language), Some(income), "")));
    section(text, words::MONEY, &aligned(rows, 1..=1), screen);
}

fn besides(year: &Overview, language: Language) -> String {
    let kinds = [
        (ObjectKind::Parameter, words::PARAMETER),
        (ObjectKind::Requirement, words::REQUIREMENT),
        (ObjectKind::Report, words::REPORT),
        (ObjectKind::Meeting, words::MEETING),
        (ObjectKind::Duty, words::DUTY),
        (ObjectKind::Authorisation, words::AUTHORISATION),
        (ObjectKind::Direction, words::DIRECTION),
        (ObjectKind::Attachment, words::ATTACHMENT),
    ];
    let told = kinds.into_iter().filter_map(|(kind, noun)| {
        let number = *year.counts.get(&kind)?;
        let unconfirmed = (kind == ObjectKind::Duty && year.unconfirmed_duties > 0)
            .then(|| format!("({})", words::UNCONFIRMED.with(language, &[&year.unconfirmed_duties])));
        Some(join([count(number, noun, language), unconfirmed.unwrap_or_default()], " "))
    });
    join(told, ", ")
}
