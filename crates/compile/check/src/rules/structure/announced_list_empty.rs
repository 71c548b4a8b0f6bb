//! A sentence announces a list, and no list follows.
//!
//! ## Why it matters
//! What was to stand there is either lost or has slid to another place, where it seems to belong to something
//! else. Money that is bound by such a list looks free.
//!
//! ## Example
//! > Det er følgende bindinger på posten:
//! >
//! > Kap. 1912 Tilskudd til fyrvesen
//!
//! ## What to ask
//! Ask the ministry for the list, or for the place where it stands.
//!
//! ## What it does not report
//! Announcements that goals, assignments, chapters or subsections follow. It is an error when the sentence ends with a
//! colon and the next thing is a new section or chapter; a warning where running text follows, or where only a label
//! such as `Krav:` stands over nothing.

use crate::{Family, Letter, Rule, Sink};
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::{AnnouncedList, TitleKind, TitleUse};
use styrbord_source::Span;
use styrbord_syntax::{Block, BlockKind, leading_label, leading_number};

pub(crate) const RULE: Rule = Rule {
    code: "announced-list-empty",
    family: Family::Structure,
    severity: Severity::Warning,
    file: include_str!("announced_list_empty.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    for list in letter.evidence().announced_lists.iter().filter(|list| list.found == 0) {
        let next = next_block(letter, list.spot.span);
        let chapters = next.is_some_and(opens_chapter) && speaks_of_money(letter, list);
        if chapters || next.is_some_and(|next| begins_the_list(letter, list, next)) {
            continue;
        }
        let other =
            next.filter(|next| ends_with_colon(letter, list) && opens_something_else(letter, list, next));
        report(list.spot.span, other, other.is_some(), sink);
    }
    for (at, block) in letter.tree.blocks.iter().enumerate() {
        if let Some((span, next, sure)) = ends_open(letter, at, block) {
            report(span, Some(next), sure, sink);
        }
    }
}

/// Words that a sentence ends with when nothing but a list can follow.
const OPEN_ENDS: [&str; 8] = [
    " slik:",
    "følgende måte:",
    "følgjande måte:",
    "følgende:",
    "følgjande:",
    "som følger:",
    "som følgjer:",
    "desse:",
];

/// Returns the end of a paragraph that announces a list, with what stands there instead, and whether that is sure.
fn ends_open<'a>(letter: &Letter<'a>, at: usize, block: &Block) -> Option<(Span, &'a Block, bool)> {
    let text = block.flow.as_str().trim_end();
    let next = letter.tree.blocks.get(at + 1)?;
    let told = letter.evidence().announced_lists.iter().filter(|list| list.found == 0);
    if !matches!(block.kind, BlockKind::Paragraph)
        || !text.ends_with(':')
        || told.into_iter().any(|list| list.spot.span.overlaps(block.span))
    {
        return None;
    }
    let low = block.flow.joined().trim_end().to_lowercase();
    let open = OPEN_ENDS.iter().any(|end| low.ends_with(end));
    let start = text.rfind(". ").map_or(0, |stop| stop + 2);
    let span = block.flow.span_of(start..text.len());
    let section = next.level().is_some_and(|level| level < Block::MINOR - 1)
        && leading_number(next.flow.as_str())
            .is_some_and(|(number, _)| number.rsplit('.').next() != Some("1"))
        && level_before(letter, at).is_none_or(|above| next.level() <= Some(above));
    if section {
        return Some((span, next, open));
    }
    let goal = |used: &TitleUse| used.kind == TitleKind::Goal && used.spot.span.overlaps(next.span);
    let below = low.split_whitespace().count() <= 2 && !low.contains("mål") && !low.contains("frist");
    if below && letter.evidence().titles.iter().any(goal) && begins_with_goal(letter, next) {
        return Some((span, next, false));
    }
    let prose = matches!(next.kind, BlockKind::Paragraph) && is_prose(next.flow.as_str());
    (open && prose).then_some((span, next, false))
}

/// Tells whether a block is a goal's title by its label.
fn begins_with_goal(letter: &Letter<'_>, block: &Block) -> bool {
    letter
        .plan
        .goals
        .iter()
        .any(|goal| !goal.label.is_empty() && block.flow.as_str().starts_with(&goal.label))
}

/// Tells whether a text is a sentence on its own, without a label, a number or an amount that a list begins with.
fn is_prose(text: &str) -> bool {
    let text = text.trim();
    let first = text.lines().next().unwrap_or_default();
    text.ends_with('.')
        && text.starts_with(char::is_uppercase)
        && text.split_whitespace().count() >= 5
        && leading_label(first).is_none_or(|label| label.number.is_empty())
        && (!first.contains("kroner") || first.starts_with("På kap"))
        && !first.contains(':')
}

/// Returns the level of the section around a block.
fn level_before(letter: &Letter<'_>, at: usize) -> Option<u8> {
    let before = &letter.tree.blocks[..at];
    before.iter().rev().find_map(|block| block.level().filter(|level| *level < Block::MINOR - 1))
}

fn next_block<'a>(letter: &Letter<'a>, span: Span) -> Option<&'a Block> {
    let blocks = &letter.tree.blocks;
    blocks.get(blocks.partition_point(|block| block.span.start < span.end))
}

/// Tells whether the announcement is the last thing before the next block and ends with a colon.
fn ends_with_colon(letter: &Letter<'_>, list: &AnnouncedList) -> bool {
    let end = next_block(letter, list.spot.span).map_or(list.spot.span.end, |next| next.span.start);
    let after = Span { start: list.spot.span.start, end };
    letter
        .source
        .slice(after)
        .trim_end_matches(|c: char| c.is_whitespace() || "*#_-|".contains(c))
        .ends_with(':')
}

fn opens_chapter(block: &Block) -> bool {
    leading_label(block.flow.as_str())
        .is_some_and(|label| !label.number.is_empty() && label.word.to_lowercase().starts_with("kap"))
}

/// Tells whether the sentence announces what chapters hold, so that a chapter is the list.
fn speaks_of_money(letter: &Letter<'_>, list: &AnnouncedList) -> bool {
    let sentence = letter.source.quote(list.spot.span).to_lowercase();
    ["kap", "bevilgning", "løyving", "midla", "midle", "ramme", "tildeling"]
        .iter()
        .any(|word| sentence.contains(word))
}

/// Tells whether a block opens a section beside or above the one that announces, or a chapter.
fn opens_something_else(letter: &Letter<'_>, list: &AnnouncedList, next: &Block) -> bool {
    let text = next.flow.as_str();
    if leading_label(text).is_some_and(|label| !label.number.is_empty()) {
        return opens_chapter(next);
    }
    let Some(level) = next.level().filter(|level| *level < Block::MINOR - 1) else { return false };
    let first = leading_number(text).is_some_and(|(number, _)| number == "1");
    !first && level_above(letter, list).is_none_or(|above| level <= above)
}

/// Returns the level of the section that announces; headings without a level of their own are passed over.
fn level_above(letter: &Letter<'_>, list: &AnnouncedList) -> Option<u8> {
    let blocks = &letter.tree.blocks;
    let before = blocks.partition_point(|block| block.span.start < list.spot.span.end);
    blocks[..before].iter().rev().find_map(|block| block.level().filter(|level| *level < Block::MINOR - 1))
}

/// Tells whether the next block is the list after all: goals, parameters, assignments or subsections.
fn begins_the_list(letter: &Letter<'_>, list: &AnnouncedList, next: &Block) -> bool {
    let titles = letter.evidence().titles.iter();
    let named = |used: &TitleUse| used.kind != TitleKind::Post && next.span.contains(used.spot.span);
    let deeper =
        next.level().is_some_and(|level| level_above(letter, list).is_some_and(|above| level > above));
    deeper || titles.into_iter().any(named)
}

/// Reports an announcement, with what stands there instead when that is certain.
fn report(span: Span, other: Option<&Block>, sure: bool, sink: &mut Sink<'_>) {
    let mut labels = vec![(span, Some(Message::new("varslet her", "varsla her", "announced here")))];
    let note = Message::new("neste som står der", "det neste som står der", "the next thing there");
    labels.extend(other.map(|next| (next.span, Some(note))));
    sink.find_as(
        if sure { Severity::Error } else { Severity::Warning },
        Message::new(
            "En liste er varslet, men ingen liste følger",
            "Ei liste er varsla, men inga liste følgjer",
            "A list is announced, but no list follows",
        ),
        &labels,
        Message::new(
            "Be departementet om listen, eller om å få vite hvor den står.",
            "Be departementet om lista, eller om å få vite kvar ho står.",
            "Ask the ministry for the list, or for the place where it stands.",
        ),
    );
}
