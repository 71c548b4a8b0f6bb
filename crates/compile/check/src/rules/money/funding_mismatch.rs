//! The description of an assignment gives it other money than the row for it under a post.
//!
//! ## Why it matters
//! The agency plans the assignment by one amount and books it by another.
//!
//! ## Example
//! > Nye prosjekter: 2025-06 Evaluere fjelltilskuddet 1,8 mill. kroner
//! > Oppdraget finansieres med 1,3 mill. kroner i 2025.
//!
//! ## What to ask
//! Which amount does the assignment get this year?
//!
//! ## What it does not report
//! Money for other years, estimates over several years, rows of a table that does not say its unit (see
//! `unit-missing`), and money that the description takes from another post than the row. Where row and assignment share
//! the number but not the title, and either has several amounts, a difference is a warning.

use super::funded::{self, Row, Rows};
use super::posts::{self, Book};
use crate::{Family, Letter, Rule, Sink};
use styrbord_diagnostics::{Message, Severity};
use styrbord_money::Nok;
use styrbord_plan::{Assignment, Funding};
use styrbord_source::{Span, Spot};
use styrbord_syntax::BlockKind;

pub(crate) const RULE: Rule = Rule {
    code: "funding-mismatch",
    family: Family::Money,
    severity: Severity::Error,
    file: include_str!("funding_mismatch.rs"),
    check,
};

/// An amount with half a unit of its last printed digit, both in øre.
type Printed = (i64, i64);

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let (rows, book) = (Rows::of(letter), Book::of(letter));
    for assignment in &letter.plan.assignments {
        let this_year = |funding: &&Funding| funding.year.is_none() || funding.year == letter.plan.year;
        let funding: Vec<&Funding> = assignment.funding.iter().filter(this_year).collect();
        let (rows, severity) = rows.of_assignment(assignment);
        if !funding.is_empty() && !rows.is_empty() {
            compare(letter, &book, assignment, &funding, &rows, severity, sink);
        }
    }
}

fn compare(
    letter: &Letter<'_>,
    book: &Book<'_>,
    assignment: &Assignment,
    funding: &[&Funding],
    rows: &[&Row<'_>],
    severity: Severity,
    sink: &mut Sink<'_>,
) {
    let given: Vec<Printed> =
        funding.iter().map(|money| printed(letter, book, money.span, money.amount_nok)).collect();
    let set_aside: Vec<Printed> =
        rows.iter().map(|row| printed(letter, book, row.portion.span, row.portion.amount_nok)).collect();
    let (all_given, all_rows) = (total(&given), total(&set_aside));
    let spots = funding.iter().map(|money| money.span).chain(rows.iter().map(|row| row.portion.span));
    let spans: Vec<Span> = spots.flatten().map(|spot| spot.span).collect();
    let unknown = |row: &&Row<'_>| {
        row.portion.span.is_some_and(|spot| {
            let term = book.term(spot.span, row.portion.amount_nok).map(|term| term.spot.span);
            let number = term.unwrap_or_else(|| last_number(letter, spot.span));
            posts::unit_unknown(letter, number) || in_silent_table(letter, number)
        })
    };
    if spans.len() < 2 || rows.iter().any(unknown) {
        return;
    }
    let name = assignment.number.as_deref().unwrap_or(&assignment.title);
    let single = || given.iter().any(|one| set_aside.iter().any(|other| agree(*one, *other)));
    if agree(all_given, all_rows) || single() {
        let amount = Nok::from_ore(all_given.0);
        let what = Message::new(
            format!("Oppdrag {name} får {amount} både i beskrivelsen og under posten"),
            format!("Oppdrag {name} får {amount} både i omtalen og under posten"),
            format!("Assignment {name} gets {amount} both in its description and under the post"),
        );
        sink.verify(what, &spans);
    } else if !funded::names_other_post(letter, funding, rows) {
        // One amount against one row that names the assignment's number.
        let plain = given.len() == 1 && set_aside.len() == 1;
        let severity = if plain { Severity::Error } else { severity };
        report(severity, name, Nok::from_ore(all_rows.0), Nok::from_ore(all_given.0), &spans, sink);
    }
}

/// Returns the number that a row ends with, or the whole row.
fn last_number(letter: &Letter<'_>, row: Span) -> Span {
    let text = letter.source.slice(row).trim_end_matches(|c: char| c == '|' || c.is_whitespace());
    let before = text.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace());
    let start = row.start as usize;
    if before.len() == text.len() { row } else { Span::new(start + before.len(), start + text.len()) }
}

/// Tells whether a small number stands in a table of which neither the head nor the text above says the unit.
fn in_silent_table(letter: &Letter<'_>, number: Span) -> bool {
    /// So many digits show that an amount is whole kroner.
    const KRONER_DIGITS: usize = 7;
    let printed = letter.source.slice(number);
    let small = printed.chars().filter(char::is_ascii_digit).count() < KRONER_DIGITS;
    let blocks = &letter.tree.blocks;
    let at = blocks.partition_point(|block| block.span.end <= number.start);
    let Some(BlockKind::Table(table)) = blocks.get(at).map(|block| &block.kind) else { return false };
    let says_unit = |text: &str| {
        let text = text.to_lowercase();
        let mut words = text.split(|c: char| !c.is_alphabetic());
        words.any(|word| ["kr", "nok", "mill", "mrd", "tusen"].contains(&word) || word.starts_with("kron"))
    };
    let head =
        table.rows.first().is_some_and(|row| row.cells.iter().any(|cell| says_unit(cell.flow.as_str())));
    let above = at.checked_sub(1).is_some_and(|above| says_unit(blocks[above].flow.as_str()));
    small && !printed.contains(char::is_alphabetic) && !head && !above
}

fn agree(one: Printed, other: Printed) -> bool {
    one.0.abs_diff(other.0) <= one.1.saturating_add(other.1).unsigned_abs()
}

fn total(amounts: &[Printed]) -> Printed {
    amounts.iter().fold((0, 0), |all, one| (all.0.saturating_add(one.0), all.1.saturating_add(one.1)))
}

/// Returns an amount with its precision: of the sum it stands in, of its own words, else a twentieth of it.
fn printed(letter: &Letter<'_>, book: &Book<'_>, spot: Option<Spot>, amount: Nok) -> Printed {
    let of_sum = spot.and_then(|spot| book.term(spot.span, amount)).map(|term| term.tolerance);
    let of_words = || {
        let words = letter.source.slice(spot?.span);
        let found = styrbord_money::find_amounts(words);
        found.iter().find(|found| found.amount == amount).map(styrbord_money::Printed::tolerance)
    };
    let tolerance = of_sum.or_else(of_words).map_or(amount.ore() / 20, Nok::ore);
    (amount.ore(), tolerance)
}

fn report(severity: Severity, name: &str, row: Nok, given: Nok, spans: &[Span], sink: &mut Sink<'_>) {
    let labels: Vec<(Span, Option<Message>)> = spans.iter().map(|span| (*span, None)).collect();
    sink.find_as(
        severity,
        Message::new(
            format!("Oppdrag {name} har {row} under posten, men {given} i beskrivelsen"),
            format!("Oppdrag {name} har {row} under posten, men {given} i omtalen"),
            format!("Assignment {name} has {row} under the post, but {given} in its description"),
        ),
        &labels,
        Message::new(
            "Spør departementet hvilket beløp oppdraget får i år.",
            "Spør departementet kva beløp oppdraget får i år.",
            "Ask the ministry which amount the assignment gets this year.",
        ),
    );
}
