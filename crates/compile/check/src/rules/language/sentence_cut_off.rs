//! A sentence stops on a word that must go on, or a new sentence begins in the middle of one.
//!
//! ## Why it matters
//! Text has fallen out. What fell out may be a duty, a condition or a deadline.
//!
//! ## Example
//! > Kommunene kan søke om tilskudd til tiltak i sin kommune. og metoder som også er av nasjonal interesse.
//!
//! ## What to ask
//! Ask the ministry for the whole sentence.
//!
//! ## What it does not report
//! A preposition at the end of a title (`språk som virksomhetene har behov for`): such a word (`i`, `innenfor`, `uten`,
//! `blant`), `den`, `skal` or a comma counts only where a whole sentence stands before it in the paragraph. Paragraphs
//! of fewer than six words, one that a list or a table goes on from, and lower case behind an abbreviation or an
//! ordinal number. Of a sentence in lower case, only one that begins with a small word such as `og`, `som` or `skal` is
//! reported.

use super::texts;
use crate::{Family, Letter, Rule, Sink};
use styrbord_diagnostics::{Message, Severity};
use styrbord_source::Span;
use styrbord_syntax::{Block, BlockKind, sentence_ends};

pub(crate) const RULE: Rule = Rule {
    code: "sentence-cut-off",
    family: Family::Language,
    severity: Severity::Warning,
    file: include_str!("sentence_cut_off.rs"),
    check,
};

/// Words that no sentence or title ends on.
const NEVER_LAST: [&str; 12] =
    ["og", "eller", "samt", "at", "som", "fordi", "å", "en", "et", "ein", "eit", "dersom"];

/// Words that a title may end on, but hardly a paragraph.
const HARDLY_LAST: [&str; 27] = [
    "i", "på", "av", "til", "for", "med", "om", "fra", "frå", "ved", "mot", "den", "det", "de", "dei",
    "denne", "skal", "mellom", "innenfor", "innanfor", "innen", "innan", "gjennom", "uten", "utan", "blant",
    "hos",
];

/// Small words that begin no sentence in lower case.
const NEVER_FIRST: [&str; 40] = [
    "og", "eller", "men", "samt", "som", "at", "i", "på", "av", "for", "fra", "frå", "til", "med", "om",
    "ved", "mot", "etter", "der", "når", "er", "var", "har", "skal", "kan", "vil", "må", "bør", "blir",
    "den", "det", "de", "dei", "en", "et", "ein", "eit", "ikke", "ikkje", "mens",
];

/// Words of more than three letters that are abbreviations where a full stop follows.
const ABBREVIATIONS: [&str; 22] = [
    "innst",
    "prop",
    "meld",
    "pkt",
    "mill",
    "vedr",
    "maks",
    "sept",
    "febr",
    "avsn",
    "dept",
    "komm",
    "fylk",
    "univ",
    "inkl",
    "ekskl",
    "tilsv",
    "resp",
    "foreg",
    "post",
    "bokst",
    "eventuelt",
];

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let blocks = &letter.tree.blocks;
    for (number, block) in blocks.iter().enumerate() {
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::Item { .. }) {
            continue;
        }
        if let Some((span, word)) = stops_open(block, blocks.get(number + 1)) {
            report_end(&word, span, sink);
        }
        for span in lower_case_starts(block) {
            report_start(letter, span, sink);
        }
        if let Some(before) = number.checked_sub(1).and_then(|before| blocks.get(before))
            && goes_on_in_lower_case(before, block)
        {
            let text = block.flow.as_str();
            report_start(letter, block.flow.span_of(0..texts::word_end(text, 0)), sink);
        }
    }
}

/// Returns the last word of a paragraph that must go on, but does not.
fn stops_open(block: &Block, next: Option<&Block>) -> Option<(Span, String)> {
    let text = block.flow.as_str().trim_end();
    let start = texts::word_start(text, text.len());
    let word = &text[start..];
    let running = text.match_indices(". ").any(|(at, _)| sentence_ends(&text[..=at]))
        || text.match_indices(".\n").any(|(at, _)| sentence_ends(&text[..=at]));
    let open = NEVER_LAST.contains(&word) || running && (HARDLY_LAST.contains(&word) || word.ends_with(','));
    let paragraph = matches!(block.kind, BlockKind::Paragraph) && text.split_whitespace().count() >= 6;
    (open && paragraph && next.is_none_or(starts_anew))
        .then(|| (block.flow.span_of(start..text.len()), word.to_owned()))
}

/// Tells whether a block cannot be the rest of the one before it.
fn starts_anew(block: &Block) -> bool {
    match block.kind {
        BlockKind::Heading { .. } => true,
        BlockKind::Paragraph => block.flow.as_str().starts_with(char::is_uppercase),
        _ => false,
    }
}

/// Returns the words in lower case that follow a full stop, with the word before them.
fn lower_case_starts(block: &Block) -> Vec<Span> {
    let text = block.flow.as_str();
    let mut spans = Vec::new();
    for (stop, _) in text.match_indices('.') {
        let rest = &text[stop + 1..];
        let next = rest.trim_start();
        if next.len() == rest.len() || !begins_wrongly(next) {
            continue;
        }
        let start = texts::word_start(text, stop);
        if ends_for_certain(&text[start..stop]) {
            let at = text.len() - next.len();
            spans.push(block.flow.span_of(start..texts::word_end(text, at)));
        }
    }
    spans
}

fn begins_wrongly(text: &str) -> bool {
    let word = &text[..texts::word_end(text, 0)];
    NEVER_FIRST.contains(&word.trim_end_matches(','))
}

/// Tells whether a full stop behind the word ends a sentence: no abbreviation, number or name with stops.
fn ends_for_certain(word: &str) -> bool {
    let word = word.trim_end_matches([')', '»', '”', '"']).trim_start_matches(['(', '«']);
    word.chars().count() > 3
        && word.chars().all(|c| c.is_alphabetic() || c == '-')
        && !ABBREVIATIONS.contains(&word.to_lowercase().as_str())
        && sentence_ends(&format!("{word}."))
}

/// Tells whether a paragraph begins with a small word in lower case although the one before it had ended.
fn goes_on_in_lower_case(before: &Block, block: &Block) -> bool {
    let (above, text) = (before.flow.as_str().trim_end(), block.flow.as_str());
    let last = texts::word_start(above, above.len());
    matches!((&before.kind, &block.kind), (BlockKind::Paragraph, BlockKind::Paragraph))
        && ["og", "eller", "som", "samt", "men"].contains(&&text[..texts::word_end(text, 0)])
        && above.starts_with(char::is_uppercase)
        && above.strip_suffix('.').is_some_and(|stem| ends_for_certain(&stem[last.min(stem.len())..]))
}

fn report_end(word: &str, span: Span, sink: &mut Sink<'_>) {
    sink.find(
        Message::new(
            format!("Avsnittet stopper på «{word}»; resten av setningen mangler"),
            format!("Avsnittet stoppar på «{word}»; resten av setninga manglar"),
            format!("The paragraph stops on “{word}”; the rest of the sentence is missing"),
        ),
        &[(span, None)],
        help(),
    );
}

fn report_start(letter: &Letter<'_>, span: Span, sink: &mut Sink<'_>) {
    let quote = letter.source.quote(span);
    sink.find(
        Message::new(
            format!("Setningen begynner midt i: «{quote}»"),
            format!("Setninga byrjar midt i: «{quote}»"),
            format!("The sentence begins in its middle: “{quote}”"),
        ),
        &[(span, None)],
        help(),
    );
}

fn help() -> Message {
    Message::new(
        "Spør departementet om hele setningen; det kan mangle tekst her.",
        "Spør departementet om heile setninga; det kan mangle tekst her.",
        "Ask the ministry for the whole sentence; text may be missing here.",
    )
}
