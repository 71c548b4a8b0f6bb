//! A numbered section has a heading and nothing under it.
//!
//! ## Why it matters
//! A requirement, a table or an authorisation may have fallen out.
//!
//! ## Example
//! > 6.2 Fullmakter
//! >
//! > 7 Rapportering
//!
//! ## What to ask
//! Ask the ministry whether something should stand there.
//!
//! ## What it does not report
//! A heading with subsections under it, tables of contents, and three or more such headings in a row, which are a
//! list.

use crate::{Family, Letter, Rule, Sink};
use std::collections::BTreeMap;
use styrbord_diagnostics::{Message, Severity};
use styrbord_syntax::{Block, leading_number};

pub(crate) const RULE: Rule = Rule {
    code: "empty-section",
    family: Family::Structure,
    severity: Severity::Info,
    file: include_str!("empty_section.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let blocks: Vec<&Block> = letter.tree.blocks.iter().collect();
    let mut times: BTreeMap<&str, u32> = BTreeMap::new();
    for (number, _) in blocks.iter().filter_map(|block| numbered(block)) {
        *times.entry(number).or_default() += 1;
    }
    let empty = |at: usize| -> bool {
        let (Some(block), next) = (blocks.get(at), blocks.get(at + 1)) else { return false };
        let Some(level) = block.level().filter(|_| numbered(block).is_some()) else { return false };
        next.is_none_or(|next| next.level().is_some_and(|next| next <= level))
    };
    for (at, block) in blocks.iter().enumerate().filter(|(at, _)| empty(*at)) {
        let in_a_row = at.checked_sub(1).is_some_and(&empty) || empty(at + 1);
        let Some((number, title)) = numbered(block) else { continue };
        if in_a_row || times.get(number).is_some_and(|times| *times > 1) {
            continue;
        }
        let mut labels = vec![(block.span, None)];
        if let Some(next) = blocks.get(at + 1) {
            let note = Message::new("neste overskrift", "neste overskrift", "the next heading");
            labels.push((next.span, Some(note)));
        }
        sink.find(
            Message::new(
                format!("Punkt {number} «{title}» er tomt"),
                format!("Punkt {number} «{title}» er tomt"),
                format!("Section {number} “{title}” is empty"),
            ),
            &labels,
            Message::new(
                "Spør departementet om noe skulle stått der.",
                "Spør departementet om noko skulle stått der.",
                "Ask the ministry whether something should stand there.",
            ),
        );
    }
}

/// Returns number and title of a numbered heading.
fn numbered(block: &Block) -> Option<(&str, String)> {
    block.level().filter(|level| *level < Block::MINOR)?;
    let text = block.flow.as_str();
    let (number, start) = leading_number(text)?;
    let title = text[start..].split_whitespace().collect::<Vec<_>>().join(" ");
    let counts = number.starts_with(|c: char| ('1'..='9').contains(&c));
    (counts && !ends_with_amount(&title)).then_some((number, title))
}

/// Tells whether a title ends with digits that are no year: it is a row of a table then.
fn ends_with_amount(title: &str) -> bool {
    let last = title.rsplit(' ').next().unwrap_or_default();
    let numeric = !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_digit());
    numeric && !(last.len() == 4 && last.starts_with(['1', '2']))
}
