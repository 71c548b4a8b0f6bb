//! What a file of actuals would change, and what was booked before.

use super::words;
use crate::frame::Frame;
use crate::pages::money::view::{kroner, label};
use crate::site::Looked;
use crate::written;
use std::collections::BTreeMap;
use styrbord_app::Nok;
use styrbord_app::follow::events::ObjectId;
use styrbord_app::follow::events::money::Month;
use styrbord_app::follow::events::money::import::{
    Preview, PreviewRow, Reading, RefusedLine, Source, Standing,
};

/// A file that was booked.
pub(super) struct Earlier {
    pub(super) file: String,
    pub(super) source: &'static str,
    pub(super) months: String,
    pub(super) lines: String,
    pub(super) day: String,
}

/// What a file would change.
pub(super) struct Shown {
    pub(super) file: String,
    pub(super) sum: String,
    pub(super) source: &'static str,
    pub(super) lines: String,
    /// Lines of other agencies; nothing when there are none.
    pub(super) others: String,
    /// New, changed, the same, refused.
    pub(super) summary: String,
    pub(super) months: Vec<MonthRow>,
    pub(super) rows: Vec<Row>,
    /// Booked sums that the file does not name: post, month, amount.
    pub(super) absent: Vec<(String, String, String)>,
    /// What is left out: post, lines, amount.
    pub(super) left_out: Vec<(String, String, String)>,
    pub(super) refused: Vec<Refused>,
    /// How many lines are refused beyond those that are shown.
    pub(super) more: u64,
    pub(super) may_be_booked: bool,
}

/// The sums of a month.
pub(super) struct MonthRow {
    pub(super) month: String,
    pub(super) booked: String,
    pub(super) amount: String,
}

/// The sum of a post in a month.
pub(super) struct Row {
    pub(super) label: String,
    pub(super) month: String,
    pub(super) booked: String,
    pub(super) amount: String,
    pub(super) standing: &'static str,
    pub(super) color: &'static str,
}

/// A line that stands against it.
pub(super) struct Refused {
    pub(super) line: u64,
    pub(super) column: String,
    pub(super) value: String,
    pub(super) message: String,
    pub(super) help: String,
}

fn month(month: Month) -> String {
    format!("{:02}.{}", month.month(), month.year())
}

fn source(source: Source, frame: &Frame) -> &'static str {
    frame.t(match source {
        Source::StateAccounts => words::STATE_ACCOUNTS,
        Source::Ledger => words::LEDGER,
    })
}

/// Returns the files that were booked, the latest first.
pub(super) fn earlier(looked: &Looked<'_>, frame: &Frame) -> Vec<Earlier> {
    let imports = looked.year.money.imports.values().rev();
    let row = |import: &styrbord_app::follow::events::money::Import| Earlier {
        file: import.file.name.clone(),
        source: source(import.source, frame),
        months: import.months.iter().copied().map(month).collect::<Vec<_>>().join(", "),
        lines: written::number(usize::try_from(import.lines).unwrap_or(usize::MAX)),
        day: written::date(import.stamp.on, frame.language),
    };
    imports.map(row).collect()
}

impl Shown {
    /// Shows what a file would change.
    pub(super) fn of(looked: &Looked<'_>, frame: &Frame, reading: &Reading, preview: &Preview) -> Self {
        let number = |number: u64| written::number(usize::try_from(number).unwrap_or(usize::MAX));
        let post = |post: ObjectId| {
            let part = looked.year.letters.parts.get(&post);
            part.and_then(|part| part.value.label()).unwrap_or_default()
        };
        let absent = preview.absent.iter();
        let left_out = preview.left_out.iter();
        let mut refused: Vec<Refused> = preview.refused.iter().map(|one| refused(one, frame)).collect();
        refused.sort_by_key(|one| one.line);
        let shown = u64::try_from(preview.refused.len()).unwrap_or(u64::MAX);
        Self {
            file: reading.file.name.clone(),
            sum: reading.file.hash.to_string(),
            source: source(preview.source, frame),
            lines: number(reading.lines),
            others: if reading.others == 0 { String::new() } else { number(reading.others) },
            summary: preview.summary().get(frame.language).to_owned(),
            months: months(&preview.rows),
            rows: preview.rows.iter().map(|one| row(one, frame)).collect(),
            absent: absent.map(|one| (post(one.post), month(one.month), kroner(Some(one.booked)))).collect(),
            left_out: left_out
                .map(|one| (label(one.chapter, one.post), number(one.lines), kroner(Some(one.amount))))
                .collect(),
            refused,
            more: preview.refused_count.saturating_sub(shown),
            may_be_booked: preview.refused_count == 0 && preview.news().next().is_some(),
        }
    }
}

fn months(rows: &[PreviewRow]) -> Vec<MonthRow> {
    let mut months: BTreeMap<Month, (Nok, Nok)> = BTreeMap::new();
    for row in rows {
        let (booked, amount) = months.entry(row.month).or_default();
        *booked = Nok::from_ore(booked.ore().saturating_add(row.booked.unwrap_or_default().ore()));
        *amount = Nok::from_ore(amount.ore().saturating_add(row.amount.ore()));
    }
    let row = |(of, (booked, amount))| MonthRow {
        month: month(of),
        booked: kroner(Some(booked)),
        amount: kroner(Some(amount)),
    };
    months.into_iter().map(row).collect()
}

fn row(row: &PreviewRow, frame: &Frame) -> Row {
    let (standing, color) = match row.standing {
        Standing::New => (words::NEW, "success"),
        Standing::Changed => (words::CHANGED, "warning"),
        Standing::Same => (words::SAME, "neutral"),
    };
    Row {
        label: label(row.chapter, row.number),
        month: month(row.month),
        booked: kroner(row.booked),
        amount: kroner(Some(row.amount)),
        standing: frame.t(standing),
        color,
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn refused(line: &RefusedLine, frame: &Frame) -> Refused {
    Refused {
        line: line.line,
        column: match line.column.as_str() {
            // What is no column of the file is named by its place in the budget.
            "chapter" => frame.t(words::CHAPTER).to_owned(),
            other => other.to_owned(),
        },
        value: line.value.clone(),
        message: capital(line.message.get(frame.language)),
        help: line.help.get(frame.language).to_owned(),
    }
}
