//! A rule: code, family, severity, page, and the function that looks.

use crate::{Letter, Sink};
use styrbord_diagnostics::Severity;

/// What kind of defect a rule looks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Sums, amounts, chapters and posts.
    Money,
    /// Dates and deadlines.
    Dates,
    /// Numbers, titles, references, parties.
    Identity,
    /// Lists, tables, attachments, templates.
    Structure,
    /// Whether goals and parameters can steer.
    Steering,
    /// What a machine can be sure of in the language.
    Language,
}

impl Family {
    /// Returns the family's name, lower case.
    pub fn name(self) -> &'static str {
        match self {
            Family::Money => "money",
            Family::Dates => "dates",
            Family::Identity => "identity",
            Family::Structure => "structure",
            Family::Steering => "steering",
            Family::Language => "language",
        }
    }
}

/// One rule.
#[derive(Debug)]
pub struct Rule {
    /// Names the defect; stable.
    pub code: &'static str,
    /// What kind of defect.
    pub family: Family,
    /// The severity of what it finds, unless it says otherwise at the place.
    pub severity: Severity,
    /// The text of the rule's own file, whose doc comment is its page.
    pub file: &'static str,
    /// Looks through a letter.
    pub check: fn(&Letter<'_>, &mut Sink<'_>),
}

impl Rule {
    /// Returns the rule's page as Markdown: what it finds, why it matters, an example, what to ask.
    pub fn page(&self) -> String {
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        };
        let mut page = format!("# `{}`\n\n{} · {severity}\n\n", self.code, self.family.name());
        for line in self.file.lines().map_while(|line| line.strip_prefix("//!")) {
            page.push_str(line.strip_prefix(' ').unwrap_or(line));
            page.push('\n');
        }
        page
    }
}
