//! Where the rules put what they find.

use crate::Rule;
use styrbord_diagnostics::{Finding, Findings, LABELS_MAX, Label, Message, Severity, Verified};
use styrbord_source::{Source, Span};

/// Collects findings and verified facts.
#[derive(Debug)]
pub struct Sink<'a> {
    source: &'a Source,
    code: &'static str,
    severity: Severity,
    out: Findings,
}

impl<'a> Sink<'a> {
    /// Returns an empty sink.
    pub fn new(source: &'a Source) -> Self {
        Sink { source, code: "", severity: Severity::Info, out: Findings::default() }
    }

    /// Says which rule speaks from now on.
    pub fn begin(&mut self, rule: &'static Rule) {
        self.code = rule.code;
        self.severity = rule.severity;
    }

    /// Adds a finding with the rule's own severity. The first label is the place of the finding.
    pub fn find(&mut self, message: Message, labels: &[(Span, Option<Message>)], help: Message) {
        self.find_as(self.severity, message, labels, help);
    }

    /// Adds a finding with another severity than the rule's own.
    pub fn find_as(
        &mut self,
        severity: Severity,
        message: Message,
        labels: &[(Span, Option<Message>)],
        help: Message,
    ) {
        let mut finding = Finding::new(self.code, severity, message).help(help);
        for (span, note) in labels {
            finding = finding.label(self.source, *span, note.clone());
        }
        self.out.findings.push(finding);
    }

    /// Adds a fact that checks out, with both places.
    pub fn verify(&mut self, what: Message, spans: &[Span]) {
        let mut labels: Vec<Label> = Vec::new();
        for span in spans {
            if labels.len() < LABELS_MAX && labels.iter().all(|label| label.span != *span) {
                labels.push(Label::new(self.source, *span, None));
            }
        }
        self.out.verified.push(Verified { code: self.code, what, labels });
    }

    /// Returns everything in the order of the letter.
    pub(crate) fn finish(mut self) -> Findings {
        let start = |labels: &[Label]| labels.first().map_or(u32::MAX, |label| label.span.start);
        self.out.findings.sort_by_key(|finding| (start(&finding.labels), finding.code));
        self.out.findings.dedup();
        self.out.verified.sort_by_key(|fact| (start(&fact.labels), fact.code));
        self.out.verified.dedup();
        self.out
    }
}
