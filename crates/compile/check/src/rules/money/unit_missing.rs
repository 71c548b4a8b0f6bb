//! A table of money does not say whether it counts kroner, thousands or millions.
//!
//! ## Why it matters
//! Read in the wrong unit, the agency has a thousand times too much or too little.
//!
//! ## Example
//! > Post Betegnelse Tildeling 2025
//! > 01 Driftsutgifter 61 240
//!
//! ## What to ask
//! In which unit does the table count?
//!
//! ## What it does not report
//! Tables whose caption, head or cells say the unit. Amounts of seven digits and more can hardly be anything but
//! kroner; such tables are collected in one finding for information, the others are warnings.

use crate::{Family, Letter, Rule, Sink};
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::UnitUse;
use styrbord_source::Span;

pub(crate) const RULE: Rule = Rule {
    code: "unit-missing",
    family: Family::Money,
    severity: Severity::Warning,
    file: include_str!("unit_missing.rs"),
    check,
};

/// So many digits show that the amounts are whole kroner.
const KRONER_DIGITS: u8 = 7;

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let silent = || letter.evidence().units.iter().filter(|table| table.unit.is_none());
    for table in silent().filter(|table| table.largest_digits < KRONER_DIGITS) {
        sink.find(
            Message::new(
                "Tabellen sier ikke om beløpene er i kroner, 1 000 kroner eller mill. kroner",
                "Tabellen seier ikkje om beløpa er i kroner, 1 000 kroner eller mill. kroner",
                "The table does not say whether the amounts are kroner, 1 000 kroner or millions of kroner",
            ),
            &[(table.spot.span, None)],
            help(),
        );
    }
    let plain: Vec<&UnitUse> = silent().filter(|table| table.largest_digits >= KRONER_DIGITS).collect();
    if !plain.is_empty() {
        report_plain(&plain, sink);
    }
}

fn report_plain(tables: &[&UnitUse], sink: &mut Sink<'_>) {
    let labels: Vec<(Span, Option<Message>)> = tables.iter().map(|table| (table.spot.span, None)).collect();
    let message = match tables.len() {
        1 => Message::new(
            "En tabell med beløp sier ikke hvilken enhet den har; tallene tyder på kroner",
            "Ein tabell med beløp seier ikkje kva eining han har; tala tyder på kroner",
            "A table of amounts does not say its unit; the figures suggest kroner",
        ),
        count => Message::new(
            format!("{count} tabeller med beløp sier ikke hvilken enhet de har; tallene tyder på kroner"),
            format!("{count} tabellar med beløp seier ikkje kva eining dei har; tala tyder på kroner"),
            format!("{count} tables of amounts do not say their unit; the figures suggest kroner"),
        ),
    };
    sink.find_as(Severity::Info, message, &labels, help());
}

fn help() -> Message {
    Message::new(
        "Før opp enheten over tabellen, for eksempel «(i 1 000 kroner)».",
        "Før opp eininga over tabellen, til dømes «(i 1 000 kroner)».",
        "State the unit above the table, for example “(i 1 000 kroner)”.",
    )
}
