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
//! Portions that make less than the whole, unless the letter says that they are all of it (or names the rest); posts in
//! a table without a unit, and portions of which only some stand in one; and differences within the rounding of the
//! total or of the most exact part. A difference that only the rounding of several amounts, all the same way, could
//! explain is a warning. A single portion is compared too: it may be less than its post, but not more.

use super::adding::{Added, Outcome};
use super::{posts, prose};
use crate::{Family, Letter, Rule, Sink};
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::{Sum, SumKind, Term};

pub(crate) const RULE: Rule = Rule {
    code: "portion-sum-mismatch",
    family: Family::Money,
    severity: Severity::Error,
    file: include_str!("portion_sum_mismatch.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let sums = letter.evidence().sums.iter();
    let own = prose::sums(letter);
    for sum in sums.filter(|sum| matches!(sum.kind, SumKind::Post | SumKind::Portion)).chain(&own) {
        let unknown = |term: &Term| posts::unit_unknown(letter, term.spot.span);
        let silent = sum.parts.iter().filter(|part| unknown(part)).count() + usize::from(unknown(&sum.total));
        if silent == 0 || sum.kind == SumKind::Portion && silent == sum.parts.len() + 1 {
            judge(letter, sum, sink);
        }
    }
    for (what, part, whole) in prose::too_large(letter) {
        report_part(&what, &part, &whole, sink);
    }
}

fn judge(letter: &Letter<'_>, sum: &Sum, sink: &mut Sink<'_>) {
    let Some(added) = Added::of(sum) else { return };
    let (what, parts, total) = (&sum.what, added.parts, sum.total.amount);
    match added.outcome {
        Outcome::Agrees | Outcome::Rounded => {
            let what = Message::new(
                format!("Fordelingen på {what} gir {total}"),
                format!("Fordelinga på {what} gjev {total}"),
                format!("The distribution on {what} adds up to {total}"),
            );
            added.verify(what, sink);
        }
        Outcome::Less if !sum.exhaustive && !prose::names_the_rest(letter, sum) => {}
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

fn report_part(what: &str, part: &Term, whole: &Term, sink: &mut Sink<'_>) {
    let (of_it, all) = (part.amount, whole.amount);
    sink.find(
        Message::new(
            format!("På {what} er {all} til rådighet, men én del av det er {of_it}"),
            format!("På {what} er {all} til rådvelde, men éin del av det er {of_it}"),
            format!("On {what}, {all} is available, but one portion of it is {of_it}"),
        ),
        &[
            (part.spot.span, Some(Message::new("delen", "delen", "the portion"))),
            (whole.spot.span, Some(Message::new("hele posten", "heile posten", "the whole post"))),
        ],
        Message::new(
            "Spør departementet hvilket av de to beløpene som er riktig.",
            "Spør departementet kva for eit av dei to beløpa som er rett.",
            "Ask the ministry which of the two amounts is right.",
        ),
    );
}
