//! The tables of one letter count in different units.
//!
//! ## Why it matters
//! Whoever moves amounts from table to table is off by a thousand. It is no error, but a trap.
//!
//! ## Example
//! > Kap. 1952 (i 1 000 kroner) … Kap. 1953 (i kroner)
//!
//! ## What to ask
//! Nothing; take care when the amounts are entered, and ask for one unit in the next letter.
//!
//! ## What it does not report
//! Tables without a unit (see `unit-missing`), and amounts in running text.

use crate::{Family, Letter, Rule, Sink};
use std::collections::BTreeMap;
use styrbord_diagnostics::{Message, Severity};
use styrbord_money::Unit;
use styrbord_plan::UnitUse;
use styrbord_source::Span;

pub(crate) const RULE: Rule = Rule {
    code: "unit-changes",
    family: Family::Money,
    severity: Severity::Info,
    file: include_str!("unit_changes.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let mut first: BTreeMap<Unit, &UnitUse> = BTreeMap::new();
    for table in &letter.evidence().units {
        if let Some(unit) = table.unit {
            first.entry(unit).or_insert(table);
        }
    }
    if first.len() < 2 {
        return;
    }
    let mut units: Vec<(Unit, Span)> =
        first.into_iter().map(|(unit, table)| (unit, table.spot.span)).collect();
    units.sort_by_key(|(_, span)| span.start);
    let names: Vec<&str> = units.iter().map(|(unit, _)| name(*unit)).collect();
    let (nb, en) = (names.join(" og "), names.join(" and "));
    let labels: Vec<(Span, Option<Message>)> =
        units.iter().map(|(unit, span)| (*span, Some(Message::same(name(*unit))))).collect();
    sink.find(
        Message::new(
            format!("Tabellene bruker ulike enheter: {nb}"),
            format!("Tabellane bruker ulike einingar: {nb}"),
            format!("The tables use different units: {en}"),
        ),
        &labels,
        Message::new(
            "Regn om før beløp flyttes mellom tabellene.",
            "Rekn om før beløp blir flytta mellom tabellane.",
            "Convert before moving amounts between the tables.",
        ),
    );
}

fn name(unit: Unit) -> &'static str {
    match unit {
        Unit::Kroner => "kroner",
        Unit::Thousand => "1 000 kroner",
        Unit::Million => "mill. kroner",
        Unit::Billion => "mrd. kroner",
    }
}
