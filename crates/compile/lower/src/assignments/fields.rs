//! The fields of a description: `Frist:`, `Ansvarlig:`, `Samarbeid:`, and deadlines in its sentences.

use super::occurrence::{Occurrence, context};
use crate::deadlines::{Context, is_deadline_text, read as read_deadlines, starts_with_part};
use crate::view::View;
use crate::words::{find_stem, lower};
use std::ops::Range;
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
            "tittel" | "navn" | "namn" | "oppdrag" => Field::Title,
            "frist" | "frister" | "fristar" | "leveringsfrist" | "tidsfrist" | "delfrist" => {
                let start = deadline_value(text, label.text_start, label.number.is_empty() && word == first);
                return Some((Field::Deadline, start));
            }
            "ansvar" | "ansvarlig" | "ansvarleg" | "hovedansvar" | "hovudansvar" | "hovedansvarlig"
            | "hovudansvarleg" | "leder" | "leiar" | "koordinerende" | "koordinerande" | "koordinator" => {
                Field::Lead
            }
            "samarbeid"
            | "samarbeidspartnere"
            | "samarbeidspartnarar"
            | "partnere"
            | "partnarar"
            | "samarbeidspartner"
            | "samarbeidsparter"
            | "samarbeidspartar"
            | "deltakere"
            | "deltakarar"
            | "medvirkende"
            | "medverkande"
            | "støttende"
            | "støttande" => Field::Partners,
            "mål" | "hovedmål" | "hovudmål" => Field::Goal,
            "finansiering" | "midler" | "midlar" | "budsjett" => Field::Money,
            "beskrivelse" | "skildring" | "beskriving" | "bakgrunn" | "id" | "formål" | "føremål"
            | "leveranse" => Field::Other,
            _ => return None,
        };
        return (label.separated && label.number.is_empty()).then_some((field, label.text_start));
    }
    let low = lower(text);
    if low.trim_end() == "frist" {
        return Some((Field::Deadline, text.len()));
    }
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
    let lines: Vec<Flow> = rest.lines().flat_map(|line| split_fields(&line, year)).collect();
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
            Field::Lead | Field::Partners => {
                let mut flow = value;
                while at < lines.len()
                    && flow.as_str().trim_end().ends_with(['-', ','])
                    && is_field(lines[at].as_str()).is_none()
                {
                    flow.append(&lines[at], "\n");
                    at += 1;
                }
                let party = if field == Field::Lead { &mut one.lead } else { &mut one.partners };
                *party = Some(flow);
            }
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

/// Cuts a line where a field stands inside it: `Kartet er klart. Frist: 1. mai 2025. Arbeidet går over to år.`
fn split_fields(line: &Flow, year: i16) -> Vec<Flow> {
    let text = line.as_str();
    let ranges = if starts_with_part(text) { Vec::new() } else { crate::parties::sentences(text) };
    let field = |range: &Range<usize>| {
        let part = text.get(range.clone()).unwrap_or_default();
        is_field(part).is_some_and(|(_, start)| part.get(..start).is_some_and(|label| label.contains(':')))
    };
    if !ranges.iter().skip(1).any(field) {
        return vec![line.clone()];
    }
    let mut out: Vec<(bool, Range<usize>)> = Vec::new();
    for range in ranges {
        let own = field(&range);
        let dated = text.get(range.clone()).is_some_and(|part| is_deadline_text(part, year));
        match out.last_mut() {
            Some((false, last)) if !own => last.end = range.end,
            Some((true, last)) if !own && dated => last.end = range.end,
            _ => out.push((own, range)),
        }
    }
    out.into_iter()
        .map(|(own, range)| {
            let stop = own
                && range.end > range.start
                && text.get(range.clone()).is_some_and(|part| part.ends_with('.') && !part.ends_with("år."));
            line.slice(range.start..range.end - usize::from(stop))
        })
        .collect()
}

/// Words behind which running text names the day by which something must be done.
const BY: [&str; 8] = ["med frist", "fristen", "frist ", "frist:", "innen", "innan", "senest", "seinast"];

/// Words behind which running text names the period in which something must be done.
const PERIODS: [&str; 4] = ["i løpet av ", "ferdig ut ", "gjennomføres ut ", "utgangen av "];

/// Words that say that an assignment has no end.
const ENDLESS: [&str; 5] =
    ["løpende oppdrag", "løpande oppdrag", "løpende oppgave", "løpande oppgåve", "fast oppgave"];

/// Reads the deadlines that the sentences of a description name.
pub(super) fn deadline_in_prose(view: &View<'_>, plan: &Plan, rest: &Flow, one: &mut Occurrence) {
    let year = plan.year.unwrap_or(2000);
    let context = context(plan, &one.title, Where::Prose);
    let sentences: Vec<Flow> =
        crate::parties::sentences(rest.as_str()).into_iter().map(|range| rest.slice(range)).collect();
    for sentence in &sentences {
        let found = dated_phrases(sentence, year);
        let several = found.len() > 1;
        for (part, range) in found {
            let context = Context { part: part.filter(|_| several), ..context.clone() };
            one.deadlines.extend(read_deadlines(view, &sentence.slice(range), &context));
        }
        if !one.deadlines.is_empty() {
            return;
        }
    }
    for sentence in &sentences {
        let low = lower(sentence.as_str());
        if let Some(at) = ENDLESS.iter().filter_map(|phrase| find_stem(&low, phrase)).min() {
            let end = at + low.get(at..).and_then(|rest| rest.find(' ')).unwrap_or(0);
            one.deadlines.extend(read_deadlines(view, &sentence.slice(at..end), &context));
            return;
        }
    }
}

/// Returns the dates that a sentence names as deadlines, each with the report it is for.
fn dated_phrases(sentence: &Flow, year: i16) -> Vec<(Option<String>, Range<usize>)> {
    let text = sentence.as_str();
    let low = lower(text);
    let mut places: Vec<usize> =
        BY.iter().flat_map(|word| low.match_indices(word).map(|(at, _)| at)).collect();
    places.sort_unstable();
    let mut out: Vec<(Option<String>, Range<usize>)> = Vec::new();
    let mut from = 0;
    for at in places {
        let dated = (at >= from).then(|| dated_behind(text, at, 60, year)).flatten();
        if let Some(range) = dated {
            let part = text.get(from..at).and_then(report_before);
            from = range.end;
            out.push((part, range));
        }
    }
    if out.is_empty() {
        let at = PERIODS.iter().filter_map(|word| low.find(word)).min();
        out.extend(at.and_then(|at| dated_behind(text, at, 24, year)).map(|range| (None, range)));
    }
    out
}

/// Returns the date or period that begins within a few bytes behind a place in a sentence.
fn dated_behind(text: &str, at: usize, within: usize, year: i16) -> Option<Range<usize>> {
    let tail = text.get(at..)?;
    let end = tail.char_indices().nth(160).map_or(tail.len(), |(end, _)| end);
    let range = crate::deadlines::first_dated(tail.get(..end)?, year).filter(|range| range.start < within)?;
    Some(at + range.start..at + range.end)
}

/// Returns the report that the words before a deadline end with: `en statusrapport innen …`.
fn report_before(words: &str) -> Option<String> {
    let last = words.split_whitespace().next_back()?;
    lower(last).ends_with("rapport").then(|| last.to_owned())
}
