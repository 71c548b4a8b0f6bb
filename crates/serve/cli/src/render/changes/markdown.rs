//! Letters side by side as Markdown tables, one for each kind of part, to send to a colleague.

use super::{summary, words};
use crate::render::markdown::escaped;
use crate::texts::changes as texts;
use crate::texts::{self as common, join};
use styrbord_app::Language;
use styrbord_app::changes::{Change, Changes, FieldChange, Head, Side, Status};

/// Writes each comparison; `names` are the files of the letters, the first one first.
pub(crate) fn write(comparisons: &[Changes], names: &[&str], language: Language) -> String {
    let written = comparisons.iter().enumerate().map(|(at, one)| {
        let name = |at: usize| names.get(at).copied().unwrap_or_default();
        write_one(one, name(at), name(at + 1), language)
    });
    written.collect::<Vec<_>>().join("\n")
}

fn write_one(changes: &Changes, old: &str, new: &str, language: Language) -> String {
    let title = texts::TITLE.with(language, &[&letter(&changes.new, language)]);
    let mut parts = vec![format!("# {}\n\n", escaped(&title))];
    for (text, head, name) in [(texts::BEFORE, &changes.old, old), (texts::NOW, &changes.new, new)] {
        parts.push(format!(
            "- {}: {} ({})\n",
            text.get(language),
            escaped(&letter(head, language)),
            escaped(name)
        ));
    }
    parts.push(format!("- {} {}\n", texts::basis(changes.basis).get(language), summary(changes, language)));
    let mut heading = None;
    for change in &changes.changes {
        let next = texts::heading(change.kind);
        if heading.replace(next.nb) != Some(next.nb) {
            parts.push(table_head(next.get(language), language));
        }
        parts.push(rows(change, language));
    }
    parts.concat()
}

fn letter(head: &Head, language: Language) -> String {
    let kind = common::letter_kind(head.kind).get(language).to_owned();
    let year = head.year.map(|year| year.to_string()).unwrap_or_default();
    let agency = head.agency.name.clone().or_else(|| head.agency.short.clone()).unwrap_or_default();
    join([kind, year, agency], " ")
}

fn table_head(heading: &str, language: Language) -> String {
    let head = [texts::WHAT, texts::PART, texts::BEFORE, texts::NOW, texts::REMARK, texts::LINES];
    let head = head.map(|text| text.get(language)).join(" | ");
    format!("\n## {heading}\n\n| {head} |\n| --- | --- | --- | --- | --- | --- |\n")
}

/// Writes a row for each field that changed; a part that only one letter has gets one row.
fn rows(change: &Change, language: Language) -> String {
    let what = match change.status {
        Status::New => texts::IS_NEW,
        Status::Dropped => texts::IS_DROPPED,
        Status::Changed | Status::Same => texts::IS_CHANGED,
        Status::Split => texts::IS_SPLIT,
        Status::Merged => texts::IS_MERGED,
        Status::Ambiguous => texts::IS_AMBIGUOUS,
    };
    let what = what.get(language);
    let first = change.new.first().or(change.old.first());
    let name = first.map(|side| words::name(change.kind, side, language)).unwrap_or_default();
    let lines = words::places(change, language);
    let reason = change.reason.map(|reason| words::reason(reason, language)).unwrap_or_default();
    let sides = |sides: &[Side]| {
        let names = sides.iter().map(|side| words::name(change.kind, side, language));
        names.collect::<Vec<_>>().join("; ")
    };
    match change.status {
        Status::New | Status::Dropped => {
            let known = join(change.fields.iter().map(|field| known(field, language)), "; ");
            let (before, now) =
                if change.status == Status::New { ("", known.as_str()) } else { (known.as_str(), "") };
            row(&[what, &name, before, now, "", &lines])
        }
        Status::Ambiguous => row(&[what, "", &sides(&change.old), &sides(&change.new), "", &lines]),
        Status::Split | Status::Merged => {
            let all = row(&[what, "", &sides(&change.old), &sides(&change.new), &reason, &lines]);
            all + &fields(change, what, &name, &reason, &lines, language)
        }
        Status::Changed | Status::Same => fields(change, what, &name, &reason, &lines, language),
    }
}

fn fields(change: &Change, what: &str, name: &str, reason: &str, lines: &str, language: Language) -> String {
    let one = |field: &FieldChange| {
        let what = format!("{what}: {}", texts::field(field.field).get(language));
        let (old, new) = (words::value(&field.old, language), words::value(&field.new, language));
        let remark = join([words::remark(field, language), reason.to_owned()], "; ");
        row(&[&what, name, &old, &new, &remark, lines])
    };
    change.fields.iter().map(one).collect::<Vec<_>>().concat()
}

/// Returns a field of a part that only one letter has.
fn known(field: &FieldChange, language: Language) -> String {
    let value = join([words::value(&field.old, language), words::value(&field.new, language)], "");
    let said = join([value, words::remark(field, language)], "; ");
    format!("{}: {said}", texts::field(field.field).get(language))
}

fn row(cells: &[&str]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| escaped(cell)).collect();
    format!("| {} |\n", cells.join(" | "))
}
