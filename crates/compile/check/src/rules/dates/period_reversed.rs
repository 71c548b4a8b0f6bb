//! A period ends before it begins.
//!
//! ## Why it matters
//! A plan or a grant that runs "2026–2024" has no length. One of the years is wrong, and money or duties may hang on it.
//!
//! ## Example
//! > Handlingsplan for trygge kaier (2028–2025) skal følges opp.
//!
//! ## What to ask
//! Ask the ministry for the first and the last year of the period.
//!
//! ## What it does not report
//! Two years with a dash that may be a case number: a period stands in brackets, behind a word such as `perioden`,
//! or behind the name of a plan.

use super::places;
use crate::{Family, Letter, Rule, Sink};
use std::ops::Range;
use styrbord_calendar::{DateValue, find_dates};
use styrbord_diagnostics::{Message, Severity};

pub(crate) const RULE: Rule = Rule {
    code: "period-reversed",
    family: Family::Dates,
    severity: Severity::Error,
    file: include_str!("period_reversed.rs"),
    check,
};

const DASHES: [char; 4] = ['-', '–', '—', '\u{2011}'];

/// Words before a period; a word that ends in `perioden` counts too.
const LEADS: [&str; 8] = ["for", "fra", "frå", "i", "åra", "årane", "årene", "tidsrommet"];

/// Parts of the name of something that runs for some years.
const PLANS: [&str; 7] = ["plan", "strategi", "program", "prosjekt", "satsing", "satsning", "forsøk"];

/// How many bytes before the years a plan's name may end.
const NAME_MAX: usize = 60;

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    for flow in places::texts(letter.tree) {
        let text = flow.as_str();
        for range in years(text).into_iter().chain(days(text)) {
            let printed = text[range.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
            sink.find(
                Message::new(
                    format!("Perioden {printed} slutter før den begynner"),
                    format!("Perioden {printed} sluttar før han byrjar"),
                    format!("The period {printed} ends before it begins"),
                ),
                &[(flow.span_of(range), None)],
                Message::new(
                    "Spør departementet når perioden begynner og slutter.",
                    "Spør departementet når perioden byrjar og sluttar.",
                    "Ask the ministry when the period begins and ends.",
                ),
            );
        }
    }
}

/// Finds two years with a dash, the later one first, that stand for a period.
fn years(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    for (at, dash) in text.match_indices(DASHES) {
        let before = text[..at].trim_end();
        let after = text[at + dash.len()..].trim_start();
        let Some(start) = before.len().checked_sub(4) else { continue };
        let (Some(first), Some(last)) = (year(before.get(start..)), year(after.get(..4))) else { continue };
        let end = text.len() - after.len() + 4;
        let alone = !before[..start].ends_with(hangs_on) && !text[end..].starts_with(hangs_on);
        if first > last && alone && is_period(&text[..start], &text[end..]) {
            out.push(start..end);
        }
    }
    out
}

fn year(figures: Option<&str>) -> Option<u16> {
    let figures = figures.filter(|figures| figures.bytes().all(|byte| byte.is_ascii_digit()))?;
    figures.parse().ok().filter(|year| (1990..2100).contains(year))
}

/// Tells whether a character beside the years makes them a part of something else, such as a case number.
fn hangs_on(c: char) -> bool {
    c.is_alphanumeric() || DASHES.contains(&c) || c == '/'
}

fn is_period(before: &str, after: &str) -> bool {
    let before = before.trim_end();
    if before.ends_with('(') && after.trim_start().starts_with([')', ',', ';']) {
        return true;
    }
    let tail = &before[before.floor_char_boundary(before.len().saturating_sub(NAME_MAX))..];
    let tail = tail.to_lowercase();
    let last = tail.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let named = tail.rsplit(['.', ';', '\n']).next().unwrap_or_default();
    let numbered = ["sak", "ref", "nr", "arkiv", "journal"].iter().any(|word| named.contains(word));
    let planned = PLANS.iter().any(|plan| named.contains(plan)) || LEADS.contains(&last);
    last.ends_with("perioden") || planned && !numbered
}

/// Finds two dates that a period joins, the later one first.
fn days(text: &str) -> Vec<Range<usize>> {
    let mentions = find_dates(text);
    let mut out = Vec::new();
    for pair in mentions.windows(2) {
        let (DateValue::Day(first), DateValue::Day(last)) = (pair[0].value, pair[1].value) else { continue };
        let joint = text[pair[0].range.end..pair[1].range.start].trim();
        let joins = joint == "til" || joint.chars().count() == 1 && joint.starts_with(DASHES);
        let lead = text[..pair[0].range.start].trim_end();
        let lead = lead.strip_suffix("fra").or_else(|| lead.strip_suffix("frå")).unwrap_or(lead).trim_end();
        let stated = ["perioden", "tidsrommet"].iter().any(|word| lead.ends_with(word));
        if first > last && joins && stated {
            out.push(pair[0].range.start..pair[1].range.end);
        }
    }
    out
}
