//! A character stands in the text that has no fixed meaning: one from a private use area, or the replacement
//! character `U+FFFD`.
//!
//! ## Why it matters
//! Such characters come from symbol fonts (bullets, arrows, ticks) or from a lost letter. On another machine they show
//! as a box or as nothing, screen readers skip them, and a search does not find the word.
//!
//! ## Example
//! > U+F0B7 Hvordan har ordningen virket?
//!
//! ## What to ask
//! Ask the ministry for the text if it is unclear what stood there; otherwise replace the character.

use crate::{Family, Letter, Rule, Sink};
use std::collections::BTreeMap;
use styrbord_diagnostics::{LABELS_MAX, Message, Severity};
use styrbord_source::Span;

pub(crate) const RULE: Rule = Rule {
    code: "private-use-character",
    family: Family::Language,
    severity: Severity::Info,
    file: include_str!("private_use_character.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let text = letter.source.text();
    let mut places: BTreeMap<char, (usize, Vec<Span>)> = BTreeMap::new();
    for (at, character) in text.char_indices() {
        if is_without_meaning(character) {
            let (count, shown) = places.entry(character).or_default();
            *count += 1;
            if shown.len() < LABELS_MAX {
                shown.push(with_next_word(text, at));
            }
        }
    }
    for (character, (count, shown)) in places {
        report(character, count, &shown, sink);
    }
}

fn is_without_meaning(character: char) -> bool {
    matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{fffd}' | '\u{f0000}'..='\u{10ffff}')
}

/// Returns the character and the word behind it, since the character alone may not show.
fn with_next_word(text: &str, at: usize) -> Span {
    let line = text[at..].lines().next().unwrap_or_default();
    let lead = line.chars().next().map_or(0, char::len_utf8);
    let gap = line[lead..].len() - line[lead..].trim_start().len();
    let word = line[lead + gap..].find(char::is_whitespace).unwrap_or(line.len() - lead - gap);
    Span::new(at, at + lead + if word == 0 { 0 } else { gap + word })
}

fn report(character: char, count: usize, spans: &[Span], sink: &mut Sink<'_>) {
    let code = format!("U+{:04X}", u32::from(character));
    let (nb, nn, en) = places(count);
    let labels: Vec<(Span, Option<Message>)> = spans.iter().map(|span| (*span, None)).collect();
    let message = if character == '\u{fffd}' {
        Message::new(
            format!("En bokstav er gått tapt: {code} står {nb}"),
            format!("Ein bokstav er gått tapt: {code} står {nn}"),
            format!("A letter is lost: {code} stands in {en}"),
        )
    } else {
        Message::new(
            format!("Tegnet {code} har ingen fast betydning; det står {nb}"),
            format!("Teiknet {code} har inga fast tyding; det står {nn}"),
            format!("The character {code} has no fixed meaning; it stands in {en}"),
        )
    };
    sink.find(
        message,
        &labels,
        Message::new(
            "Bytt det ut med tegnet som var ment, for eksempel et kulepunkt eller en strek.",
            "Byt det ut med teiknet som var meint, til dømes eit kulepunkt eller ein strek.",
            "Replace it by the character that was meant, for example a bullet or a dash.",
        ),
    );
}

fn places(count: usize) -> (String, String, String) {
    match count {
        1 => ("ett sted".to_owned(), "éin stad".to_owned(), "one place".to_owned()),
        _ => (format!("{count} steder"), format!("{count} stader"), format!("{count} places")),
    }
}
