//! An assignment is marked as research in one place and not, or in another way, in another.
//!
//! ## Why it matters
//! The marking decides which post pays, what is counted as research in the accounts, and which terms a contract
//! must have.
//!
//! ## Example
//! > 2030-04 Fyrlys – register og forsøk
//! >
//! > 2030-04 Fyrlys – register og forsøk (FoU) 0,8 mill. kroner
//!
//! ## What to ask
//! Ask the ministry whether the assignment is research, wholly or in part.
//!
//! ## What it does not report
//! Places that give the number to another thing (see `number-with-two-titles`), and mentions in running text.

use super::numbering;
use crate::{Family, Letter, Rule, Sink};
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::{Research, TitleKind};

pub(crate) const RULE: Rule = Rule {
    code: "research-marking-differs",
    family: Family::Identity,
    severity: Severity::Warning,
    file: include_str!("research_marking_differs.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    for named in numbering::named(letter).iter().filter(|named| named.kind == TitleKind::Assignment) {
        for group in &named.groups {
            let Some(first) = group.uses.first() else { continue };
            let spans: Vec<_> = group.uses.iter().map(|used| used.spot.span).collect();
            let number = named.number;
            if let Some(other) = group.uses.iter().find(|used| used.research != first.research) {
                let (one, two) = (marking(first.research), marking(other.research));
                sink.find(
                    Message::new(
                        format!("Oppdrag {number} er {} ett sted og {} et annet", one.nb, two.nb),
                        format!("Oppdrag {number} er {} éin stad og {} ein annan", one.nn, two.nn),
                        format!("Assignment {number} is {} in one place and {} in another", one.en, two.en),
                    ),
                    &group
                        .uses
                        .iter()
                        .map(|used| (used.spot.span, Some(marking(used.research))))
                        .collect::<Vec<_>>(),
                    Message::new(
                        "Spør departementet om oppdraget er forskning og utvikling, helt eller delvis.",
                        "Spør departementet om oppdraget er forsking og utvikling, heilt eller delvis.",
                        "Ask the ministry whether the assignment is research, wholly or in part.",
                    ),
                );
            } else if first.research != Research::None && spans.len() > 1 {
                let mark = marking(first.research);
                sink.verify(
                    Message::new(
                        format!("Oppdrag {number} er {} overalt", mark.nb),
                        format!("Oppdrag {number} er {} overalt", mark.nn),
                        format!("Assignment {number} is {} everywhere", mark.en),
                    ),
                    &spans,
                );
            }
        }
    }
}

fn marking(research: Research) -> Message {
    match research {
        Research::None => Message::new("uten FoU-merke", "utan FoU-merke", "without a research mark"),
        Research::Partly => Message::new("merket delvis FoU", "merkt delvis FoU", "marked partly research"),
        Research::Full => Message::new("merket FoU", "merkt FoU", "marked research"),
    }
}
