//! The fields of a description: `Frist:`, `Ansvarlig:`, `Samarbeid:`, and deadlines in its sentences.

use super::occurrence::{Occurrence, context};
use crate::deadlines::{Context, is_deadline_text, read as read_deadlines, starts_with_part};
use crate::view::View;
use crate::words::lower;
use styrbord_plan::{Deadline, Plan, Where};
use styrbord_source::Flow;
use styrbord_syntax::leading_label;

/// A field of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Field {
    /// Title.
    Title,
    /// Deadline.
    Deadline,
    /// Lead.
    Lead,
    /// Partners.
    Partners,
    /// Goal.
    Goal,
    /// Money.
    Money,
    /// Anything else.
    Other,
}

/// Returns the field that a line begins, and the byte where its value begins.
pub(crate) fn is_field(text: &str) -> Option<(Field, usize)> {
    if let Some(label) = leading_label(text) {
        let word = lower(label.word.trim());
        let first = word.split_whitespace().next().unwrap_or_default();
        let field = match first {
            "tittel" | "navn" | "namn" => Field::Title,
            "frist" | "frister" | "fristar" | "leveringsfrist" | "tidsfrist" | "delfrist" => {
                let start = deadline_value(text, label.text_start, label.number.is_empty() && word == first);
                return Some((Field::Deadline, start));
            }
            "ansvar" | "ansvarlig" | "ansvarleg" | "hovedansvar" | "hovudansvar" | "leder" => Field::Lead,
            "samarbeid"
            | "samarbeidspartnere"
            | "samarbeidspartnarar"
            | "partnere"
            | "partnarar"
            | "samarbeidspartner"
            | "deltakere"
            | "medvirkende" => Field::Partners,
            "mål" | "hovedmål" | "hovudmål" => Field::Goal,
            "finansiering" | "midler" | "midlar" | "budsjett" => Field::Money,
            "beskrivelse" | "skildring" | "beskriving" | "bakgrunn" | "id" | "oppdrag" | "formål"
            | "føremål" | "leveranse" => Field::Other,
            _ => return None,
        };
        return (label.separated && label.number.is_empty()).then_some((field, label.text_start));
    }
    let low = lower(text);
    let starts = ["frist ", "frist\t", "frist\u{a0}", "leveringsfrist "]
        .iter()
        .find(|word| low.starts_with(**word))?;
    Some((Field::Deadline, starts.trim_end().len()))
}

/// Returns where a deadline field's value begins: behind the bare word and its colon; other words name a part.
fn deadline_value(text: &str, text_start: usize, bare: bool) -> usize {
    if bare {
        return text_start;
    }
    let word = text.split(|c: char| c.is_whitespace() || c == ':').next().unwrap_or_default();
    word.len()
}

/// Tells whether a description is nothing but fields and deadlines.
pub(super) fn only_fields(rest: &Flow, year: i16) -> bool {
    rest.lines().all(|line| {
        is_field(line.as_str()).is_some()
            || is_deadline_text(line.as_str(), year)
            || starts_with_part(line.as_str())
    })
}

/// Reads the fields of a description.
pub(super) fn described(view: &View<'_>, plan: &Plan, rest: &Flow, one: &mut Occurrence) {
    let year = plan.year.unwrap_or(2000);
    let lines: Vec<Flow> = rest.lines().collect();
    let context = context(plan, &one.title, one.place);
    let mut at = 0;
    while at < lines.len() {
        let line = &lines[at];
        at += 1;
        let Some((field, start)) = is_field(line.as_str()) else {
            one.deadlines.extend(part_with_deadline(view, line, &context));
            continue;
        };
        let value = line.slice(start..line.as_str().len());
        match field {
            Field::Deadline => {
                let mut flow = value;
                while at < lines.len() && goes_on(&flow, lines[at].as_str(), year) {
                    flow.append(&lines[at], "\n");
                    at += 1;
                }
                one.deadlines.extend(read_deadlines(view, &flow, &context));
            }
            Field::Lead => one.lead = Some(value),
            Field::Partners => one.partners = Some(value),
            Field::Goal => one.goal_text = Some(value.joined()),
            Field::Title if one.title.is_empty() => one.title = value.joined(),
            Field::Title | Field::Money | Field::Other => {}
        }
    }
    if one.deadlines.is_empty() {
        deadline_in_prose(view, plan, rest, one);
    }
}

/// Reads a part that ends in its own deadline: `Del 1: Behov er beskrevet. Frist: 01.06.2026`.
fn part_with_deadline(view: &View<'_>, line: &Flow, context: &Context) -> Vec<Deadline> {
    let text = line.as_str();
    let (Some(at), Some(label)) = (text.find("Frist:"), leading_label(text)) else { return Vec::new() };
    if at == 0 || !starts_with_part(text) || label.number.is_empty() {
        return Vec::new();
    }
    let part = Some(format!("{} {}", label.word, label.number));
    let context = Context { part, ..context.clone() };
    read_deadlines(view, &line.slice(at + "Frist:".len()..text.len()), &context)
}

/// Tells whether a line goes on with the deadline field above it.
fn goes_on(field: &Flow, line: &str, year: i16) -> bool {
    if is_field(line).is_some_and(|(field, _)| field != Field::Deadline)
        || super::heads::is_part_heading(line)
    {
        return false;
    }
    let unfinished = field.is_blank()
        || !field.as_str().trim_end().ends_with(['.', ')']) && line.starts_with(char::is_lowercase);
    let short_dated = line.chars().count() < 90
        && styrbord_calendar::find_dates(line)
            .iter()
            .any(|found| found.range.end + 3 >= line.trim_end().len());
    is_deadline_text(line, year)
        || starts_with_part(line)
        || unfinished
        || short_dated && !is_field_like(line)
}

fn is_field_like(line: &str) -> bool {
    line.split_whitespace().count() > 9
}

/// Reads a deadline from a sentence of the description that names one.
fn deadline_in_prose(view: &View<'_>, plan: &Plan, rest: &Flow, one: &mut Occurrence) {
    let year = plan.year.unwrap_or(2000);
    for sentence in crate::parties::sentences(rest.as_str()) {
        let part = rest.slice(sentence);
        let low = lower(part.as_str());
        let Some(at) = ["med frist", "fristen", "frist ", "innen", "innan", "senest", "seinast"]
            .iter()
            .filter_map(|word| low.find(word))
            .min()
        else {
            continue;
        };
        let tail = part.slice(at..part.as_str().len());
        let dated = crate::deadlines::first_dated(tail.as_str(), year);
        if let Some(range) = dated.filter(|range| range.start < 60) {
            let flow = tail.slice(range);
            let mut context = context(plan, &one.title, Where::Prose);
            context.place = Where::Prose;
            one.deadlines.extend(read_deadlines(view, &flow, &context));
            return;
        }
    }
}
