//! The earlier amount and the change do not give the new amount in a supplementary letter.
//!
//! ## Why it matters
//! The agency does not know what it disposes of after the letter, and the next letter builds on the new amount.
//!
//! ## Example
//! > 45 Større utstyrskjøp: tidligere 88 200, endring 2 300, ny bevilgning 91 500
//!
//! ## What to ask
//! Which amount is right: the earlier one, the change, or the new one?
//!
//! ## What it does not report
//! Differences that rounding of the printed amounts can explain. Where most rows of a letter do not add up, the
//! columns mean something else, and nothing is reported.
//! A difference that only the rounding of several amounts, all the same way, could explain is a warning; one within
//! the rounding of the total or of the most exact part is no finding.

use super::adding::Added;
use crate::{Family, Letter, Rule, Sink};
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::{Sum, SumKind};

pub(crate) const RULE: Rule = Rule {
    code: "change-total-mismatch",
    family: Family::Money,
    severity: Severity::Error,
    file: include_str!("change_total_mismatch.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let sums = letter.evidence().sums.iter().filter(|sum| sum.kind == SumKind::Change);
    let rows: Vec<(&Sum, Added<'_>)> = sums.filter_map(|sum| Some((sum, Added::of(sum)?))).collect();
    let wrong = rows.iter().filter(|(_, added)| !added.agrees()).count();
    if wrong > 1 && wrong * 2 > rows.len() {
        return;
    }
    for (sum, added) in &rows {
        judge(sum, added, sink);
    }
}

fn judge(sum: &Sum, added: &Added<'_>, sink: &mut Sink<'_>) {
    let (what, parts, total) = (&sum.what, added.parts, sum.total.amount);
    if added.agrees() {
        let what = Message::new(
            format!("Tidligere beløp og endring på {what} gir {total}"),
            format!("Tidlegare beløp og endring på {what} gjev {total}"),
            format!("The earlier amount and the change of {what} give {total}"),
        );
        added.verify(what, sink);
        return;
    }
    let message = Message::new(
        format!("Tidligere beløp og endring på {what} gir {parts}, men det nye beløpet er {total}"),
        format!("Tidlegare beløp og endring på {what} gjev {parts}, men det nye beløpet er {total}"),
        format!("The earlier amount and the change of {what} give {parts}, but the new amount is {total}"),
    );
    added.report(message, sink);
}
