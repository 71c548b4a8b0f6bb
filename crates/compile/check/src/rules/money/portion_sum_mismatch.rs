//! The portions of a post, or of a portion, do not add up to what they are portions of.
//!
//! ## Why it matters
//! More is given away than there is, or some of the money has no purpose. The agency cannot pay all recipients.
//!
//! ## Example
//! > Det er bevilget 12,2 mill. kroner på posten. Midlene fordeles slik:
//! > - 11,16 mill. kroner til lokale lag
//! > - 2,04 mill. kroner til opplæring
//!
//! ## What to ask
//! Which amount is right: one of the portions, or the whole?
//!
//! ## What it does not report
//! Portions that make less than the whole, unless the letter says that they are all of it; and differences that
//! rounding of the printed amounts can explain.

use super::adding::{Added, Outcome};
use crate::{Family, Letter, Rule, Sink};
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::SumKind;

pub(crate) const RULE: Rule = Rule {
    code: "portion-sum-mismatch",
    family: Family::Money,
    severity: Severity::Error,
    file: include_str!("portion_sum_mismatch.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let sums = letter.evidence().sums.iter();
    for sum in sums.filter(|sum| matches!(sum.kind, SumKind::Post | SumKind::Portion)) {
        let Some(added) = Added::of(sum) else { continue };
        let (what, parts, total) = (&sum.what, added.parts, sum.total.amount);
        match added.outcome {
            Outcome::Agrees => {
                let what = Message::new(
                    format!("Fordelingen på {what} gir {total}"),
                    format!("Fordelinga på {what} gjev {total}"),
                    format!("The distribution on {what} adds up to {total}"),
                );
                added.verify(what, sink);
            }
            Outcome::Less if !sum.exhaustive => {}
            Outcome::Less | Outcome::More => {
                let message = Message::new(
                    format!("På {what} skal {total} fordeles, men delene gir {parts}"),
                    format!("På {what} skal {total} fordelast, men delane gjev {parts}"),
                    format!("On {what}, {total} is to be distributed, but the portions make {parts}"),
                );
                added.report(message, sink);
            }
        }
    }
}
