//! A row has more or fewer cells than its table's head.
//!
//! ## Why it matters
//! Amounts and dates then stand under the wrong heading, for people as for machines.
//!
//! ## Example
//! > | Post | Tittel | Beløp |
//! >
//! > | 01 | Driftsutgifter | 4 200 | 4 100 |
//!
//! ## What to ask
//! Ask the ministry for the row as it should be.
//!
//! ## What it does not report
//! Rows of sums and captions, which have fewer cells by nature, and text set in columns without a head.

use crate::{Family, Letter, Rule, Sink};
use styrbord_diagnostics::{Message, Severity};

pub(crate) const RULE: Rule = Rule {
    code: "row-does-not-fit",
    family: Family::Structure,
    severity: Severity::Warning,
    file: include_str!("row_does_not_fit.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    for row in &letter.evidence().row_defects {
        let (expected, found) = (row.expected, row.found);
        sink.find(
            Message::new(
                format!("Tabellen har {expected} kolonner, men raden har {found}"),
                format!("Tabellen har {expected} kolonnar, men rada har {found}"),
                format!("The table has {expected} columns, but the row has {found}"),
            ),
            &[
                (row.spot.span, None),
                (
                    row.head.span,
                    Some(Message::new("tabellens hode", "hovudet i tabellen", "the table's head")),
                ),
            ],
            Message::new(
                "Spør departementet hvordan raden skal være.",
                "Spør departementet korleis rada skal vere.",
                "Ask the ministry for the row as it should be.",
            ),
        );
    }
}
