//! The same row stands twice in one table or one list.
//!
//! ## Why it matters
//! A row that was copied and never changed hides what should have stood there, and a sum that counts it twice is
//! too large.
//!
//! ## Example
//! > - 4,0 mill. kroner til nye lanterner
//! >
//! > - 4,0 mill. kroner til nye lanterner
//!
//! ## What to ask
//! Ask the ministry whether the row should stand once, or something else was meant.
//!
//! ## What it does not report
//! Rows of sums, heads that are printed again on a new page, rows of a word or two, and the same row in two lists.

use crate::{Family, Letter, Rule, Sink};
use std::collections::BTreeMap;
use styrbord_diagnostics::{Message, Severity};
use styrbord_source::Span;
use styrbord_syntax::{BlockKind, Table};

pub(crate) const RULE: Rule = Rule {
    code: "duplicate-row",
    family: Family::Structure,
    severity: Severity::Warning,
    file: include_str!("duplicate_row.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let mut list = Rows::default();
    for block in &letter.tree.blocks {
        match &block.kind {
            BlockKind::Item { depth, .. } => {
                list.see(format!("{depth} {}", block.flow.joined()), block.span, sink);
            }
            BlockKind::Table(table) => {
                list = Rows::default();
                check_table(table, sink);
            }
            _ => list = Rows::default(),
        }
    }
}

fn check_table(table: &Table, sink: &mut Sink<'_>) {
    let mut rows = Rows::default();
    let text = |at: usize| {
        let cells = table.rows.get(at).map(|row| row.cells.iter().map(styrbord_syntax::Cell::joined));
        cells.map(|cells| cells.collect::<Vec<_>>().join(" ")).unwrap_or_default()
    };
    let head = text(0);
    for (at, row) in table.rows.iter().enumerate() {
        let text = text(at);
        let head_again = at > 0 && text == head && !text.contains(|c: char| c.is_ascii_digit());
        if !head_again {
            rows.see(text, row.span, sink);
        }
    }
}

/// The rows of one table or list, by their text.
#[derive(Default)]
struct Rows(BTreeMap<String, Span>);

impl Rows {
    fn see(&mut self, text: String, span: Span, sink: &mut Sink<'_>) {
        if !tells(&text) {
            return;
        }
        match self.0.get(&text) {
            Some(first) => report(*first, span, sink),
            None => {
                self.0.insert(text, span);
            }
        }
    }
}

/// Tells whether a row says enough to be no accident: three words, and no sum.
fn tells(text: &str) -> bool {
    let lower = text.to_lowercase();
    let sum = ["sum", "samlet", "samla", "totalt", "i alt", "til saman"];
    let words =
        lower.split_whitespace().filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1);
    words.count() >= 3 && !sum.iter().any(|word| lower.trim_start_matches([' ', '0']).starts_with(word))
}

fn report(first: Span, second: Span, sink: &mut Sink<'_>) {
    sink.find(
        Message::new(
            "Den samme raden står to ganger",
            "Den same rada står to gonger",
            "The same row stands twice",
        ),
        &[(second, None), (first, Some(Message::new("første gang", "første gongen", "the first time")))],
        Message::new(
            "Spør departementet om raden skal stå én gang, eller om noe annet var ment.",
            "Spør departementet om rada skal stå éin gong, eller om noko anna var meint.",
            "Ask the ministry whether the row should stand once, or something else was meant.",
        ),
    );
}
