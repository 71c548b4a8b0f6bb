//! The text of an assignment is withheld from the public.
//!
//! ## Why it matters
//! Nothing about it can be checked here, and whoever follows up by this version of the letter sees a number only.
//!
//! ## Example
//! > 2031-12 Unntatt offentlighet, jf. offentleglova § 21
//!
//! ## What to ask
//! Check the assignment in the letter that was sent to the agency.
//!
//! ## What it does not report
//! More than one finding a letter; all withheld assignments are named in it.

use crate::{Family, Letter, Rule, Sink};
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::Assignment;

pub(crate) const RULE: Rule = Rule {
    code: "assignment-withheld",
    family: Family::Structure,
    severity: Severity::Info,
    file: include_str!("assignment_withheld.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let withheld: Vec<&Assignment> =
        letter.plan.assignments.iter().filter(|assignment| assignment.withheld).collect();
    if withheld.is_empty() {
        return;
    }
    let numbers: Vec<&str> = withheld.iter().filter_map(|assignment| assignment.number.as_deref()).collect();
    let numbers = numbers.join(", ");
    let labels: Vec<_> =
        withheld.iter().filter_map(|assignment| Some((assignment.spans.first()?.span, None))).collect();
    sink.find(
        Message::new(
            format!("Teksten er unntatt offentlighet: oppdrag {numbers}"),
            format!("Teksten er unnateken offentlegheit: oppdrag {numbers}"),
            format!("The text is withheld: assignment {numbers}"),
        ),
        &labels,
        Message::new(
            "Sjekk oppdraget i brevet slik det ble sendt til virksomheten.",
            "Sjekk oppdraget i brevet slik det vart sendt til verksemda.",
            "Check the assignment in the letter as it was sent to the agency.",
        ),
    );
}
