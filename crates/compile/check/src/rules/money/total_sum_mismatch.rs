//! Chapters or posts do not add up to the grand total that the letter prints.
//!
//! ## Why it matters
//! The grand total is the frame that the agency plans by, and the figure that travels into the agency's own budget.
//!
//! ## Example
//! > Sum kap. 2390 90 550
//! > Sum kap. 2391 62 200
//! > Samlet tildeling 153 750
//!
//! ## What to ask
//! Which amount is right: one of the chapters, or the grand total?
//!
//! ## What it does not report
//! Differences that rounding of the printed amounts can explain, and a sum that is just one of the amounts, since it
//! is then no grand total.
//! A difference that only the rounding of several amounts, all the same way, could explain is a warning; one within
//! the rounding of the total or of the most exact part is no finding.

use super::adding::Added;
use crate::{Family, Letter, Rule, Sink};
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::{Sum, SumKind};

pub(crate) const RULE: Rule = Rule {
    code: "total-sum-mismatch",
    family: Family::Money,
    severity: Severity::Error,
    file: include_str!("total_sum_mismatch.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    for sum in letter.evidence().sums.iter().filter(|sum| sum.kind == SumKind::Total) {
        let Some(added) = Added::of_rows(sum).filter(|_| !repeats_a_part(sum)) else { continue };
        let (parts, total) = (added.parts, sum.total.amount);
        if added.agrees() {
            let what = Message::new(
                format!("Postene gir totalsummen {total}"),
                format!("Postane gjev totalsummen {total}"),
                format!("The posts add up to the grand total of {total}"),
            );
            added.verify(what, sink);
        } else {
            let message = Message::new(
                format!("Postene gir til sammen {parts}, men totalsummen er oppgitt til {total}"),
                format!("Postane gjev til saman {parts}, men totalsummen er oppgjeven til {total}"),
                format!("The posts make {parts} together, but the grand total is given as {total}"),
            );
            added.report(message, sink);
        }
    }
}

/// Tells whether the total is one of several parts, said again.
fn repeats_a_part(sum: &Sum) -> bool {
    sum.parts.len() > 1 && sum.parts.iter().any(|part| part.amount == sum.total.amount)
}
