//! All findings of a letter for the screen: errors first, each group in the order of the letter, and a count.

use super::wrap::hang;
use super::{Letter, finding, place};
use crate::output::{Screen, plain};
use crate::texts::{self, count, join, summary};
use std::collections::{BTreeMap, BTreeSet};
use styrbord_app::{Finding, Findings, Language, Severity};

/// More notes than this of one kind are collected into the first of them.
const SAME_KIND_MAX: usize = 5;
/// How many lines are named when notes are collected.
const LINES_NAMED_MAX: usize = 12;

/// Draws the findings; `all` draws each note, also when there are many of one kind.
pub(crate) fn draw(letter: &Letter<'_>, findings: &Findings, all: bool, screen: Screen) -> String {
    let (accepted, open): (Vec<&Finding>, Vec<&Finding>) =
        findings.findings.iter().partition(|finding| finding.accepted.is_some());
    let (errors, others): (Vec<&Finding>, Vec<&Finding>) =
        open.into_iter().partition(|finding| finding.severity == Severity::Error);
    let mut kinds = if all { BTreeMap::new() } else { many_of_a_kind(&others) };
    let mut collected = BTreeSet::new();
    let mut text = String::new();
    for one in errors.iter().chain(&others) {
        if collected.contains(one.code) && one.severity == Severity::Info {
            continue;
        }
        let kind = if one.severity == Severity::Info { kinds.remove(one.code) } else { None };
        let more = kind.map(|same| {
            collected.insert(one.code);
            more_of_kind(&same[1..], screen)
        });
        text.push_str(&finding::draw(letter, one, more.as_deref(), screen));
        text.push('\n');
    }
    if !findings.findings.is_empty() {
        text.push_str(&accepted_list(letter, &accepted, screen));
        text.push_str(summary::SEE_RULE.get(screen.language));
        text.push('\n');
    }
    text + &closing(findings, accepted.len(), screen) + "\n"
}

/// Returns the notes of which there are many, by their code.
fn many_of_a_kind<'a>(findings: &[&'a Finding]) -> BTreeMap<&'static str, Vec<&'a Finding>> {
    let mut kinds: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| finding.severity == Severity::Info) {
        kinds.entry(finding.code).or_default().push(finding);
    }
    kinds.retain(|_, same| same.len() > SAME_KIND_MAX);
    kinds
}

fn more_of_kind(rest: &[&Finding], screen: Screen) -> String {
    let mut lines: Vec<u32> = rest.iter().filter_map(|finding| Some(finding.labels.first()?.line)).collect();
    lines.dedup();
    let named = lines.iter().take(LINES_NAMED_MAX).map(ToString::to_string);
    let more = (lines.len() > LINES_NAMED_MAX).then(|| "…".to_owned());
    let lines = join(named.chain(more), ", ");
    summary::MORE_OF_KIND.with(screen.language, &[&rest.len(), &lines])
}

/// Returns the accepted findings below a heading; nothing when there is none.
fn accepted_list(letter: &Letter<'_>, accepted: &[&Finding], screen: Screen) -> String {
    if accepted.is_empty() {
        return String::new();
    }
    let entry = |finding: &&Finding| {
        format!("  {}\n", hang(&plain(&accepted_line(letter, finding, screen.language)), 4, screen.width))
    };
    let entries = accepted.iter().map(entry).collect::<Vec<_>>().concat();
    format!("{}\n{entries}\n", screen.bold(summary::ACCEPTED_HEADING.get(screen.language)))
}

/// Returns what was accepted, where, why, by whom and when.
fn accepted_line(letter: &Letter<'_>, finding: &Finding, language: Language) -> String {
    let place = finding.labels.first().map(|label| place::words(letter.source, label.span, language));
    let head = join([finding.code, place.as_deref().unwrap_or_default()], ", ");
    let reason = finding.accepted.as_ref().map_or(String::new(), |accepted| {
        format!("{} ({}, {})", accepted.reason, accepted.who, accepted.date)
    });
    format!("{head}: {} – {reason}", finding.message.get(language))
}

/// Returns `3 errors, 5 warnings, 12 notes; 40 facts verified; 2 accepted`.
fn closing(findings: &Findings, accepted: usize, screen: Screen) -> String {
    let language = screen.language;
    let counts = [Severity::Error, Severity::Warning, Severity::Info]
        .map(|severity| (findings.count(severity), texts::severity(severity)));
    let open = if counts.iter().all(|(number, _)| *number == 0) {
        texts::NO_FINDINGS.get(language).to_owned()
    } else {
        join(counts.map(|(number, noun)| count(number, noun, language)), ", ")
    };
    let facts = count(findings.verified.len(), texts::FACT, language);
    let verified = texts::SUM_VERIFIED.with(language, &[&facts]);
    let accepted = if accepted > 0 { texts::ACCEPTED.with(language, &[&accepted]) } else { String::new() };
    screen.bold(&join([open, verified, accepted], "; "))
}
