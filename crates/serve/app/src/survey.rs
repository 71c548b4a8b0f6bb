//! One letter of many: what is said of it in a table where letters are held against each other.

mod totals;

pub use totals::SurveyTotals;

use crate::summary::MoneySummary;
use serde::Serialize;
use std::collections::BTreeMap;
use styrbord_check::RULES;
use styrbord_diagnostics::{Finding, Severity};
use styrbord_money::Nok;
use styrbord_pipeline::Compiled;
use styrbord_plan::{Counts, LetterKind, Party, Plan};
use styrbord_readers::ReadError;
use styrbord_source::{Format, Source, Span};

/// What a file among letters is.
#[derive(Debug, Clone)]
pub enum Surveyed {
    /// A letter.
    Letter(Box<SurveyedLetter>),
    /// A document in which no part of a letter was found.
    NoLetter,
    /// Data of some program (JSON), as may lie beside letters.
    Data,
}

/// A letter in numbers; the counts are those of the open method ([`Counts`]).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SurveyedLetter {
    /// The kind of document.
    pub kind: LetterKind,
    /// The receiver.
    pub agency: Party,
    /// The sender.
    pub ministry: Party,
    /// The budget year.
    pub year: Option<i16>,
    /// The document format.
    pub format: Format,
    /// How many pages it has, when the format has pages.
    pub pages: Option<u32>,
    /// How many lines it has.
    pub lines: usize,
    /// What it asks for.
    pub counts: Counts,
    /// What it gives.
    pub money: SurveyedMoney,
    /// What is wrong or worth knowing.
    pub findings: SurveyedFindings,
    /// How many facts check out.
    pub verified: usize,
    /// The share of its lines that were not understood, in thousandths.
    pub not_understood_permille: u32,
}

/// The money of a letter, added up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SurveyedMoney {
    /// What the posts of the spending chapters add up to.
    pub expenditure_nok: Nok,
    /// What the posts of the income chapters add up to.
    pub income_nok: Nok,
    /// What the changes of a supplementary letter add up to, on the spending side.
    pub change_nok: Option<Nok>,
}

/// How many findings a letter has.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct SurveyedFindings {
    /// All of them.
    #[serde(flatten)]
    pub all: SeverityCounts,
    /// By family, such as `money`; every family is there.
    pub by_family: BTreeMap<&'static str, SeverityCounts>,
}

/// Findings by severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct SeverityCounts {
    /// Certain contradictions.
    pub error: usize,
    /// Probable defects.
    pub warning: usize,
    /// Worth knowing.
    pub info: usize,
}

/// Reads one file among letters.
///
/// # Errors
/// When the bytes cannot be read as a letter.
pub fn survey(bytes: &[u8]) -> Result<Surveyed, ReadError> {
    if is_json(bytes) {
        return Ok(Surveyed::Data);
    }
    let compiled = styrbord_pipeline::compile(bytes)?;
    if is_no_letter(&compiled.plan) {
        return Ok(Surveyed::NoLetter);
    }
    Ok(Surveyed::Letter(Box::new(SurveyedLetter::of(&compiled))))
}

/// Tells whether bytes are an object or an array of JSON, by how they begin and end.
fn is_json(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii();
    let second = text.iter().skip(1).find(|byte| !byte.is_ascii_whitespace());
    match (text.first(), second, text.last()) {
        (Some(b'{'), Some(second), Some(b'}')) => matches!(second, b'"' | b'}'),
        (Some(b'['), Some(second), Some(b']')) => matches!(second, b'"' | b'{' | b'[' | b']' | b'0'..=b'9'),
        _ => false,
    }
}

/// Tells whether nothing in a document speaks for a letter: neither its head nor any part of a plan.
fn is_no_letter(plan: &Plan) -> bool {
    plan.kind == LetterKind::Other
        && plan.agency == Party::default()
        && Counts::of(plan) == Counts::default()
        && plan.authorisations.is_empty()
        && plan.common_directions.is_empty()
        && plan.announcements.is_empty()
}

impl SurveyedLetter {
    fn of(compiled: &Compiled) -> Self {
        let plan = &compiled.plan;
        SurveyedLetter {
            kind: plan.kind,
            agency: plan.agency.clone(),
            ministry: plan.ministry.clone(),
            year: plan.year,
            format: compiled.source.format(),
            pages: pages(&compiled.source),
            lines: compiled.source.line_count(),
            counts: Counts::of(plan),
            money: SurveyedMoney::of(plan),
            findings: SurveyedFindings::of(&compiled.findings.findings),
            verified: compiled.findings.verified.len(),
            not_understood_permille: plan.not_understood_permille,
        }
    }
}

impl SurveyedMoney {
    fn of(plan: &Plan) -> Self {
        let summary = MoneySummary::of(&plan.budget);
        let changes: Vec<Nok> = summary
            .chapters
            .iter()
            .filter(|chapter| !chapter.is_income)
            .filter_map(|chapter| chapter.change_nok)
            .collect();
        SurveyedMoney {
            expenditure_nok: summary.expenditure_nok,
            income_nok: summary.income_nok,
            change_nok: (!changes.is_empty()).then(|| changes.into_iter().sum()),
        }
    }
}

impl SurveyedFindings {
    fn of(findings: &[Finding]) -> Self {
        let mut counts = SurveyedFindings::default();
        for rule in RULES {
            counts.by_family.entry(rule.family.name()).or_default();
        }
        for finding in findings {
            counts.all.add(finding.severity);
            if let Some(rule) = styrbord_check::rule(finding.code) {
                counts.by_family.entry(rule.family.name()).or_default().add(finding.severity);
            }
        }
        counts
    }
}

impl SeverityCounts {
    fn add(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.error += 1,
            Severity::Warning => self.warning += 1,
            Severity::Info => self.info += 1,
        }
    }
}

/// Returns the last page on which a line stands.
fn pages(source: &Source) -> Option<u32> {
    source.layout()?;
    let page =
        |line| source.place(Span::new(source.line_range(line).start, source.line_range(line).start)).page;
    (0..source.line_count()).filter_map(page).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTER: &str = "\
# Tildelingsbrev 2025 for Bryggetilsynet

Tilsynet skal skal sikre bryggene.

Mål 1: Trygge brygger

| Kap./post | Betegnelse | Beløp (kroner) |
|---|---|---:|
| **512** | **Bryggetilsynet** | |
| 512.01 | Driftsutgifter | 41 300 000 |
| 512.45 | Større utstyrsanskaffelser | 2 700 000 |
| | Sum kap. 512 | 45 000 000 |
";

    fn letter(text: &str) -> SurveyedLetter {
        match survey(text.as_bytes()) {
            Ok(Surveyed::Letter(letter)) => *letter,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_letter_is_counted() {
        let letter = letter(LETTER);
        assert_eq!((letter.kind, letter.year), (LetterKind::Allocation, Some(2025)));
        assert_eq!((letter.counts.goals, letter.counts.chapters, letter.counts.posts), (1, 1, 2));
        assert_eq!(letter.money.expenditure_nok, Nok::from_kroner(44_000_000));
        assert_eq!((letter.pages, letter.lines), (None, 12));
        assert_eq!(letter.findings.by_family["money"].error, 1);
        let by_family: usize = letter.findings.by_family.values().map(|counts| counts.error).sum();
        assert_eq!(letter.findings.all.error, by_family);
    }

    #[test]
    fn data_is_told_by_its_content() {
        for (bytes, is_data) in [
            ("{\"goals\": []}", true),
            ("\u{feff}[\n  {\"a\": 1}\n]\n", true),
            ("{}", true),
            ("[brev](brev.md)", false),
            ("{\\rtf1}", false),
            ("{ 2025 }", false),
            ("[Mål 1]", false),
            ("", false),
        ] {
            assert_eq!(is_json(bytes.as_bytes()), is_data, "{bytes}");
        }
    }

    #[test]
    fn a_document_without_any_part_is_no_letter() {
        assert!(matches!(survey(b"Huskeliste\n\nMelk og egg.\n"), Ok(Surveyed::NoLetter)));
        assert_eq!(letter("Tildelingsbrev 2025\n\nHilsen departementet\n").counts, Counts::default());
    }
}
