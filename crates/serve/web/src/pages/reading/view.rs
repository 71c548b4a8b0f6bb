//! A letter in ten seconds' reading.

use super::texts as words;
use crate::frame::Frame;
use crate::pages::findings::Found;
use crate::pages::names;
use crate::written;
use std::cmp::Reverse;
use styrbord_app::texts::{Text, count};
use styrbord_app::{Checked, Finding, Language, Nok, Severity};

/// What was understood of a letter.
pub(super) struct Read {
    /// Whose letter it is: `Agency 2025`.
    pub(super) title: String,
    /// Who sends it.
    pub(super) from: String,
    /// What it holds: a name and a value each.
    pub(super) facts: Vec<(&'static str, String)>,
    /// How many findings there are of each severity, the gravest first.
    pub(super) counts: Vec<(&'static str, String)>,
    /// What checks out.
    pub(super) verified: usize,
    /// The findings, the gravest first.
    pub(super) findings: Vec<Found>,
    /// The first places that look like parts of a plan and were not understood: place and words.
    pub(super) unread: Vec<(String, String)>,
    /// How many such places there are.
    pub(super) unread_places: usize,
}

impl Read {
    /// Reads what a checked letter holds.
    pub(super) fn of(checked: &Checked, frame: &Frame) -> Self {
        let language = frame.language;
        let summary = &checked.summary;
        let name = |party: &styrbord_app::plan::Party| party.name.clone().or_else(|| party.short.clone());
        let unknown = || words::UNKNOWN.get(language).to_owned();
        let year = summary.year.map(|year| year.to_string()).unwrap_or_default();
        let agency = name(&summary.agency).unwrap_or_else(unknown);
        let mut findings: Vec<&Finding> = checked.compiled.findings.findings.iter().collect();
        findings.sort_by_key(|finding| Reverse(finding.severity));
        let counts = [
            (summary.findings.error, Severity::Error, words::ERRORS),
            (summary.findings.warning, Severity::Warning, words::WARNINGS),
            (summary.findings.info, Severity::Info, words::NOTES),
        ];
        let counts = counts.into_iter().filter(|(number, ..)| *number > 0);
        Self {
            title: format!("{agency} {year}").trim().to_owned(),
            from: name(&summary.ministry).unwrap_or_else(unknown),
            facts: facts(checked, language),
            counts: counts
                .map(|(number, severity, noun)| {
                    (names::severity_color(severity), count(number, noun, language))
                })
                .collect(),
            verified: summary.verified.total,
            findings: findings
                .into_iter()
                .map(|finding| Found::of(finding, language, |_| String::new()))
                .collect(),
            unread: unread(checked, language),
            unread_places: summary.not_understood.places,
        }
    }
}

fn unread(checked: &Checked, language: Language) -> Vec<(String, String)> {
    let place = |one: &styrbord_app::plan::NotUnderstood| {
        let line = one.span.map(|spot| spot.place.line);
        line.map(|line| words::LINE.with(language, &[&line])).unwrap_or_default()
    };
    checked.summary.not_understood.first.iter().map(|one| (place(one), one.text.clone())).collect()
}

fn facts(checked: &Checked, language: Language) -> Vec<(&'static str, String)> {
    let summary = &checked.summary;
    let number = |number: usize| written::number(number);
    let dated = |total: usize, dated: usize| match total {
        0 => number(0),
        _ => words::DATED.with(language, &[&number(total), &number(dated)]),
    };
    let money = |amount: Nok| if amount == Nok::ZERO { "–".to_owned() } else { written::amount(amount) };
    let deadlines = summary.deadlines.first.zip(summary.deadlines.last).map(|(first, last)| {
        words::FROM_TO.with(language, &[&written::date(first, language), &written::date(last, language)])
    });
    let all: [(Text, String); 9] = [
        (words::GOALS, number(summary.steering.goals)),
        (words::PARAMETERS, number(summary.steering.parameters)),
        (words::ASSIGNMENTS, number(summary.assignments.total)),
        (words::DEADLINES, dated(summary.deadlines.total, summary.deadlines.dated)),
        (words::SPREAD, deadlines.unwrap_or_else(|| "–".to_owned())),
        (words::MONEY, money(summary.money.expenditure_nok)),
        (words::REPORTS, dated(summary.reports.total, summary.reports.dated)),
        (words::MEETINGS, dated(summary.meetings.total, summary.meetings.dated)),
        (words::DUTIES, dated(summary.duties.total, summary.duties.dated)),
    ];
    all.into_iter().map(|(name, value)| (name.get(language), value)).collect()
}
