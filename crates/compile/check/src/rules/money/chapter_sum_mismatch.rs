//! The posts of a chapter do not add up to the sum that the table prints.
//!
//! ## Why it matters
//! The agency does not know how much it may spend: either a post or the sum is wrong, and both are quoted further.
//!
//! ## Example
//! > Post 01 Driftsutgifter 61 240 000
//! > Post 21 Spesielle driftsutgifter 9 860 000
//! > Sum kap. 346 72 100 000
//!
//! ## What to ask
//! Which amount is right: one of the posts, or the sum of the chapter?
//!
//! ## What it does not report
//! Differences that rounding of the printed amounts can explain.
//! A difference that only the rounding of several amounts, all the same way, could explain is a warning; one within
//! the rounding of the total or of the most exact part is no finding.

use super::adding::Added;
use crate::{Family, Letter, Rule, Sink};
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::SumKind;

pub(crate) const RULE: Rule = Rule {
    code: "chapter-sum-mismatch",
    family: Family::Money,
    severity: Severity::Error,
    file: include_str!("chapter_sum_mismatch.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    for sum in letter.evidence().sums.iter().filter(|sum| sum.kind == SumKind::Chapter) {
        let Some(added) = Added::of_rows(sum) else { continue };
        let (what, parts, total) = (&sum.what, added.parts, sum.total.amount);
        if added.agrees() {
            let what = Message::new(
                format!("Postene på {what} gir summen {total}"),
                format!("Postane på {what} gjev summen {total}"),
                format!("The posts of {what} add up to {total}"),
            );
            added.verify(what, sink);
        } else {
            let message = Message::new(
                format!("Postene på {what} gir {parts}, men summen er oppgitt til {total}"),
                format!("Postane på {what} gjev {parts}, men summen er oppgjeven til {total}"),
                format!("The posts of {what} make {parts}, but the sum is given as {total}"),
            );
            added.report(message, sink);
        }
    }
}
