//! Findings that a person accepted with a reason.
//!
//! The file is TOML, one `[[accept]]` for each acceptance: `code`, `reason`, `who` and `date` are required; `line`
//! and `quote` narrow it to the findings that have a label on that line, or with those words in it.

mod parse;

pub use parse::{AcceptError, Expected, parse_accepts};

use styrbord_diagnostics::{Acceptance, Finding, Findings, Label};

/// Which findings are accepted, and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accept {
    /// The code of the findings.
    pub code: String,
    /// A line on which one of their labels stands.
    pub line: Option<u32>,
    /// Words that one of their labels holds; runs of white space count as one space.
    pub quote: Option<String>,
    /// Why, who and when.
    pub acceptance: Acceptance,
    /// The line of the file on which the entry stands, counted from 1.
    pub file_line: usize,
}

impl Accept {
    /// Tells whether the entry speaks of a finding: the code, and one label with both the line and the words.
    fn covers(&self, finding: &Finding) -> bool {
        let anywhere = self.line.is_none() && self.quote.is_none();
        self.code == finding.code && (anywhere || finding.labels.iter().any(|label| self.is_at(label)))
    }

    fn is_at(&self, label: &Label) -> bool {
        let on_line = self.line.is_none_or(|line| (label.line..=label.end_line).contains(&line));
        on_line && self.quote.as_deref().is_none_or(|quote| label.quote.contains(&one_line(quote)))
    }
}

/// Marks the findings that are accepted, each by the first entry that covers it; returns the entries that cover none.
pub(crate) fn apply(accepts: &[Accept], findings: &mut Findings) -> Vec<Accept> {
    let mut used = vec![false; accepts.len()];
    for finding in &mut findings.findings {
        for (index, accept) in accepts.iter().enumerate() {
            if accept.covers(finding) {
                used[index] = true;
                finding.accepted.get_or_insert_with(|| accept.acceptance.clone());
            }
        }
    }
    accepts.iter().zip(used).filter(|(_, used)| !used).map(|(accept, _)| accept.clone()).collect()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use styrbord_diagnostics::{Message, Severity};
    use styrbord_source::{Format, Source, Span};

    /// Accepts what `place` says in a letter with two findings: on line 1 `to to`, on line 3 `tre tre`.
    fn accepted(place: &str) -> Vec<bool> {
        let source = Source::new("to to\n\ntre  tre\n".to_owned(), Format::Text);
        let finding = |start, end| {
            Finding::new("doubled-word", Severity::Info, Message::same("Word")).label(
                &source,
                Span::new(start, end),
                None,
            )
        };
        let mut findings = Findings { findings: vec![finding(0, 5), finding(7, 15)], verified: Vec::new() };
        let file = format!("[[accept]]\nreason = 'r'\nwho = 'w'\ndate = '2025-01-05'\n{place}\n");
        let unused = apply(&parse_accepts(&file).unwrap(), &mut findings);
        let marks: Vec<bool> = findings.findings.iter().map(|finding| finding.accepted.is_some()).collect();
        assert_eq!(unused.is_empty(), marks.contains(&true));
        marks
    }

    #[test]
    fn an_entry_covers_the_findings_that_it_describes() {
        for (place, expected) in [
            ("code = 'doubled-word'", [true, true]),
            ("code = 'doubled-word'\nline = 3", [false, true]),
            ("code = 'doubled-word'\nquote = 'to'", [true, false]),
            ("code = 'doubled-word'\nquote = 'tre   tre'", [false, true]),
            ("code = 'doubled-word'\nline = 1\nquote = 'tre'", [false, false]),
            ("code = 'doubled-words'", [false, false]),
        ] {
            assert_eq!(accepted(place), expected, "{place}");
        }
    }
}
