//! Changes of posts that running text tells: `Kap. 1386 post 45 … Bevilgningen økes med 2,3 mill. kroner`.

use super::posts::Key;
use std::collections::BTreeSet;
use styrbord_money::{Nok, find_amounts};
use styrbord_source::Span;
use styrbord_syntax::{Block, Tree, sentence_ends};

/// A change of a post in running text; negative when the post is lowered.
pub(super) struct Change {
    pub(super) post: Key,
    pub(super) amount: Nok,
    pub(super) tolerance: Nok,
    pub(super) span: Span,
}

/// Words that a sentence on the whole post begins with.
const SUBJECTS: [&str; 8] =
    ["bevilgning", "løyving", "posten", "anslag", "tildeling", "ramma", "rammen", "overslag"];

/// Stems of words that raise.
const RAISED: [&str; 9] = ["øke", "øker", "økes", "økt", "auka", "auk", "styrk", "oppjuster", "heva"];

/// Stems of words that lower; `satt ned` and `sett ned` are read from their second word.
const LOWERED: [&str; 6] = ["reduser", "ned", "nedjuster", "kutt", "senk", "minsk"];

/// Returns the changes that the running text of a letter tells, in order.
pub(super) fn of(tree: &Tree, known: &BTreeSet<Key>) -> Vec<Change> {
    let mut changes = Vec::new();
    let (mut chapter, mut post) = (None, None);
    for block in &tree.blocks {
        let text = block.flow.as_str();
        match leading_post(text, chapter) {
            (Some(found), None) => (chapter, post) = (Some(found), None),
            (Some(found), Some(number)) => (chapter, post) = (Some(found), Some((found, number))),
            (None, _) if block.level().is_some() => post = None,
            (None, _) => {}
        }
        if let Some(post) = post {
            changes.extend(in_block(block, post));
        } else if leading_post(text, chapter).0.is_none() || post.is_none() {
            changes.extend(by_number(block, known));
        }
    }
    changes
}

/// Reads chapter and post at the start of a text; `Post 21` alone belongs to the chapter above.
fn leading_post(text: &str, above: Option<u32>) -> (Option<u32>, Option<u32>) {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(8)
        .map(str::to_lowercase)
        .collect();
    let after = |names: &[&str]| {
        let at = words.iter().position(|word| names.contains(&word.as_str()))?;
        words.get(at + 1)?.parse::<u32>().ok().map(|number| (at, number))
    };
    let post = after(&["post"]);
    match (after(&["kap", "kapittel"]), post) {
        (Some((_, chapter)), post) => (Some(chapter), post.map(|(_, number)| number)),
        (None, Some((0, number))) => (above, Some(number)),
        _ => (None, None),
    }
}

/// Reads sentences such as `Post 45 reduseres med 1,5 mill. kroner`, when one chapter alone has such a post.
fn by_number(block: &Block, known: &BTreeSet<Key>) -> Vec<Change> {
    let text = block.flow.as_str();
    let mut changes = Vec::new();
    for printed in find_amounts(text) {
        let before = text[sentence_start(text, printed.range.start)..printed.range.start].trim_start();
        let mut words = before.split_whitespace();
        let (Some("Post"), Some(Ok(number))) = (words.next(), words.next().map(str::parse::<u32>)) else {
            continue;
        };
        let mut posts = known.iter().filter(|(_, post)| *post == number);
        let (Some(post), None) = (posts.next(), posts.next()) else { continue };
        let Some(raised) = direction(&format!("posten {before}")) else { continue };
        let ore = printed.amount.ore();
        changes.push(Change {
            post: *post,
            amount: Nok::from_ore(if raised { ore } else { ore.saturating_neg() }),
            tolerance: printed.tolerance(),
            span: block.flow.span_of(printed.range),
        });
    }
    changes
}

fn in_block(block: &Block, post: Key) -> Vec<Change> {
    let text = block.flow.as_str();
    let mut changes = Vec::new();
    for printed in find_amounts(text) {
        let start = sentence_start(text, printed.range.start);
        let Some(raised) = direction(&text[start..printed.range.start]) else { continue };
        let ore = printed.amount.ore();
        changes.push(Change {
            post,
            amount: Nok::from_ore(if raised { ore } else { ore.saturating_neg() }),
            tolerance: printed.tolerance(),
            span: block.flow.span_of(printed.range),
        });
    }
    changes
}

/// Returns where the sentence around a byte begins, or a byte near by where it is very long.
fn sentence_start(text: &str, at: usize) -> usize {
    const REACH: usize = 300;
    let from = text.floor_char_boundary(at.saturating_sub(REACH));
    let stops = text[from..at].rmatch_indices(['.', ':']).map(|(stop, mark)| (from + stop, mark));
    let ends =
        |stop: &usize| text[stop + 1..].starts_with(char::is_whitespace) && sentence_ends(&text[..=*stop]);
    stops.map(|(stop, _)| stop).find(ends).map_or(from, |stop| stop + 1)
}

/// Tells whether the words before an amount raise the post (true) or lower it (false): `Løyvinga er auka med`.
fn direction(before: &str) -> Option<bool> {
    let words: Vec<String> = before
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let (last, rest) = words.split_last()?;
    let subject = words.iter().take(6).any(|word| SUBJECTS.iter().any(|stem| word.starts_with(stem)));
    if last != "med" || !subject {
        return None;
    }
    let verb = rest.last()?;
    if LOWERED.iter().any(|stem| verb.starts_with(stem)) {
        return Some(false);
    }
    let up = verb == "opp" || RAISED.iter().any(|stem| verb.starts_with(stem));
    up.then_some(true)
}
