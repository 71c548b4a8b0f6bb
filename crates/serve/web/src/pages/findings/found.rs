//! A finding as pages show it.

use super::texts as words;
use crate::pages::names;
use styrbord_app::{Finding, Label, Language};

/// A finding.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) color: &'static str,
    pub(crate) severity: &'static str,
    pub(crate) code: &'static str,
    pub(crate) message: String,
    pub(crate) help: String,
    /// The letter's own words.
    pub(crate) quotes: Vec<Quote>,
}

/// Words of the letter, and what they have to do with a finding.
#[derive(Debug, Clone)]
pub(crate) struct Quote {
    /// Page and line.
    pub(crate) place: String,
    /// The address of the line; empty where the text has no page.
    pub(crate) address: String,
    pub(crate) line: u32,
    pub(crate) words: String,
    pub(crate) note: String,
}

impl Found {
    /// Shows a finding; `address` gives that of a line.
    pub(crate) fn of(finding: &Finding, language: Language, address: impl Fn(u32) -> String) -> Self {
        let quote = |label: &Label| Quote {
            place: place(label, language),
            address: address(label.line),
            line: label.line,
            words: label.quote.clone(),
            note: label.note.as_ref().map(|note| note.get(language).to_owned()).unwrap_or_default(),
        };
        Self {
            color: names::severity_color(finding.severity),
            severity: names::severity(finding.severity).get(language),
            code: finding.code,
            message: finding.message.get(language).to_owned(),
            help: finding.help.get(language).to_owned(),
            quotes: finding.labels.iter().map(quote).collect(),
        }
    }
}

fn place(label: &Label, language: Language) -> String {
    match label.page {
        Some(page) => words::PAGE_LINE.with(language, &[&page, &label.line]),
        None => words::LINE.with(language, &[&label.line]),
    }
}
