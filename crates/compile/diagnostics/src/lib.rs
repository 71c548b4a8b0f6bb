//! A finding: what is wrong in a letter, where, and what to do; and its twin, a fact that checks out.
//!
//! A rule gives a [`Finding`] with a stable code, a [`Message`] in three languages and at most six [`Label`]s,
//! each with the letter's own words. What adds up or agrees is a [`Verified`].
//!
//! This crate does not know the rules (`check`) nor how a finding is drawn on a terminal (`cli`).
//!
//! ```
//! use styrbord_diagnostics::{Finding, Message, Severity};
//! let finding = Finding::new("doubled-word", Severity::Info, Message::new("Ord", "Ord", "Word"));
//! assert!(finding.labels.is_empty());
//! assert!(Severity::Error > Severity::Warning);
//! ```

mod message;

pub use message::{Language, Message};

use serde::{Deserialize, Serialize};
use styrbord_source::{Source, Span};

/// The most labels that one finding carries.
pub const LABELS_MAX: usize = 6;

/// How sure a finding is and how much it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// A probable defect.
    Warning,
    /// A certain contradiction or impossibility.
    Error,
}

/// The letter's own words at one place, and what they have to do with the finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Label {
    /// First line, counted from 1.
    pub line: u32,
    /// Last line.
    pub end_line: u32,
    /// Page, when the format has pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// Table, counted from 1 in the document, when the format has tables.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<u32>,
    /// Row of the table, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
    /// The words, as one line.
    pub quote: String,
    /// What the words say or clash with.
    pub note: Option<Message>,
    /// The exact bytes, to mark them.
    #[serde(skip)]
    pub span: Span,
}

impl Label {
    /// Returns a label on a span of the source.
    pub fn new(source: &Source, span: Span, note: Option<Message>) -> Self {
        let place = source.place(span);
        Label {
            line: place.line,
            end_line: place.end_line,
            page: place.page,
            table: place.table,
            row: place.row,
            quote: source.quote(span),
            note,
            span,
        }
    }
}

/// Why, by whom and when a finding was accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acceptance {
    /// The reason, in the words of the person.
    pub reason: String,
    /// Who accepted it.
    pub who: String,
    /// The day, as `YYYY-MM-DD`.
    pub date: String,
}

/// Something in the letter that is wrong, probably wrong, or worth knowing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Names the defect, for example `chapter-sum-mismatch`; stable.
    pub code: &'static str,
    /// How sure and how grave.
    pub severity: Severity,
    /// A headline that stands alone.
    pub message: Message,
    /// The lines that clash, the first one first.
    pub labels: Vec<Label>,
    /// What to do or ask.
    pub help: Message,
    /// Set when a person accepted it with a reason.
    pub accepted: Option<Acceptance>,
}

impl Finding {
    /// Returns a finding without labels and help.
    pub fn new(code: &'static str, severity: Severity, message: Message) -> Self {
        Finding {
            code,
            severity,
            message,
            labels: Vec::new(),
            help: Message::new("", "", ""),
            accepted: None,
        }
    }

    /// Adds a label, up to [`LABELS_MAX`]; a second label on the same span is left out.
    #[must_use]
    pub fn label(mut self, source: &Source, span: Span, note: Option<Message>) -> Self {
        if self.labels.len() < LABELS_MAX && self.labels.iter().all(|label| label.span != span) {
            self.labels.push(Label::new(source, span, note));
        }
        self
    }

    /// Sets what to do or ask.
    #[must_use]
    pub fn help(mut self, help: Message) -> Self {
        self.help = help;
        self
    }
}

/// Something that checks out: a sum that adds up, a deadline that agrees in both places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verified {
    /// The code of the rule that would have complained.
    pub code: &'static str,
    /// What was compared.
    pub what: Message,
    /// Both places.
    pub labels: Vec<Label>,
}

/// All that the rules say of one letter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Findings {
    /// What is wrong or worth knowing, in the order of the letter.
    pub findings: Vec<Finding>,
    /// What checks out, in the order of the letter.
    pub verified: Vec<Verified>,
}

impl Findings {
    /// Returns how many findings there are of one severity, accepted ones left out.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings
            .iter()
            .filter(|finding| finding.severity == severity && finding.accepted.is_none())
            .count()
    }
}
