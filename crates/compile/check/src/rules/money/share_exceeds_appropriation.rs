//! The agency's share of a post is larger than the whole appropriation.
//!
//! ## Why it matters
//! A part cannot be more than the whole: one of the amounts is wrong, and the agency may spend money that is not there.
//!
//! ## Example
//! > Det er bevilget 15,9 mill. kroner på posten. Etatens andel av bevilgningen utgjør 19,5 mill. kroner.
//!
//! ## What to ask
//! Which amount is right: the whole appropriation, or the agency's share of it?
//!
//! ## What it does not report
//! A share that is the whole appropriation, and differences that rounding can explain.

use super::posts::{self, Key};
use crate::{Family, Letter, Rule, Sink};
use std::collections::BTreeMap;
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::{AmountRole, AmountUse, Term};

pub(crate) const RULE: Rule = Rule {
    code: "share-exceeds-appropriation",
    family: Family::Money,
    severity: Severity::Error,
    file: include_str!("share_exceeds_appropriation.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let uses = &letter.evidence().amounts;
    let mut appropriations: BTreeMap<Key, &Term> = BTreeMap::new();
    for amount in uses.iter().filter(|amount| amount.role == AmountRole::Appropriation) {
        let largest = appropriations.entry((amount.chapter, amount.post)).or_insert(&amount.term);
        if largest.amount < amount.term.amount {
            *largest = &amount.term;
        }
    }
    for share in uses.iter().filter(|amount| amount.role != AmountRole::Appropriation) {
        if let Some(whole) = appropriations.get(&(share.chapter, share.post)) {
            compare(share, whole, sink);
        }
    }
}

fn compare(share: &AmountUse, whole: &Term, sink: &mut Sink<'_>) {
    let (name, part) = (posts::name((share.chapter, share.post)), &share.term);
    let slack = part.tolerance.ore().saturating_add(whole.tolerance.ore());
    let (of_it, all) = (part.amount, whole.amount);
    if of_it.ore().saturating_sub(all.ore()) <= slack {
        let what = Message::new(
            format!("Andelen av {name} ligger innenfor bevilgningen: {of_it} av {all}"),
            format!("Delen av {name} ligg innanfor løyvinga: {of_it} av {all}"),
            format!("The share of {name} is within the appropriation: {of_it} of {all}"),
        );
        sink.verify(what, &[part.spot.span, whole.spot.span]);
        return;
    }
    sink.find(
        Message::new(
            format!("Bevilgningen på {name} er {all}, men andelen av den er oppgitt til {of_it}"),
            format!("Løyvinga på {name} er {all}, men delen av henne er oppgjeven til {of_it}"),
            format!("The appropriation on {name} is {all}, but the share of it is given as {of_it}"),
        ),
        &[
            (part.spot.span, Some(Message::new("andelen", "delen", "the share"))),
            (
                whole.spot.span,
                Some(Message::new("hele bevilgningen", "heile løyvinga", "the whole appropriation")),
            ),
        ],
        Message::new(
            "Spør departementet hvilket av de to beløpene som er riktig.",
            "Spør departementet kva for eit av dei to beløpa som er rett.",
            "Ask the ministry which of the two amounts is right.",
        ),
    );
}
