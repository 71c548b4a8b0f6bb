//! Two marks stand where one belongs: `..`, `,,`, `;;`, `::` or `,.`.
//!
//! ## Why it matters
//! It is nearly always a slip from editing. Now and then it is the trace of a sentence of which the rest was deleted.
//!
//! ## Example
//! > Informasjonen skal ligge åpent på nettet.. Den skal oppdateres hvert kvartal.
//!
//! ## What to ask
//! Ask the ministry only if words may be missing between the two marks; otherwise correct it in the next version.
//!
//! ## What it does not report
//! Three dots or more, dot leaders, ranges such as `1..5`, paths such as `../`, and a second full stop behind an
//! abbreviation (`osv..`).

use super::texts;
use crate::{Family, Letter, Rule, Sink};
use styrbord_diagnostics::{Message, Severity};
use styrbord_source::Flow;

pub(crate) const RULE: Rule = Rule {
    code: "doubled-punctuation",
    family: Family::Language,
    severity: Severity::Info,
    file: include_str!("doubled_punctuation.rs"),
    check,
};

const PAIRS: [&str; 5] = ["..", ",,", ";;", "::", ",."];

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    for flow in texts::flows(letter.tree) {
        let text = flow.as_str();
        let mut from = 0;
        while let Some(at) = text[from..].find(['.', ',', ';', ':']).map(|found| from + found) {
            let run = text[at..].bytes().take_while(|byte| b".,;:".contains(byte)).count();
            if run == 2 && is_slip(text, at) {
                report(flow, at, sink);
            }
            from = at + run;
        }
    }
}

/// Tells whether the two marks at `at` are a slip.
fn is_slip(text: &str, at: usize) -> bool {
    let pair = &text[at..at + 2];
    let before = text[..at].chars().next_back();
    let after = text[at + 2..].chars().next();
    let follows_word =
        before.is_some_and(|c| c.is_alphanumeric() || matches!(c, ')' | '»' | '”' | '"' | '%'));
    let ends_word = after.is_none_or(|c| c.is_whitespace() || matches!(c, ')' | '»' | '”' | '"'));
    PAIRS.contains(&pair)
        && follows_word
        && ends_word
        && (!pair.starts_with('.') || styrbord_syntax::sentence_ends(&text[..=at]))
}

fn report(flow: &Flow, at: usize, sink: &mut Sink<'_>) {
    let text = flow.as_str();
    let (pair, one) = (&text[at..at + 2], &text[at + 1..at + 2]);
    let span = flow.span_of(texts::word_start(text, at)..at + 2);
    sink.find(
        Message::new(
            format!("Det skulle stått ett skilletegn, men her står «{pair}»"),
            format!("Det skulle ha stått eitt skiljeteikn, men her står «{pair}»"),
            format!("One punctuation mark was expected, but “{pair}” stands here"),
        ),
        &[(span, None)],
        Message::new(
            format!("La «{one}» stå igjen, eller se om noe er falt ut mellom tegnene."),
            format!("Lat «{one}» stå att, eller sjå om noko er falle ut mellom teikna."),
            format!("Keep “{one}”, or see whether something has fallen out between the marks."),
        ),
    );
}
