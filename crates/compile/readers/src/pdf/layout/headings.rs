//! Which paragraphs are headings, and of which level: by number, by size, by weight.

use super::flow::{Block, Kind, Usual};
use styrbord_source::TextKind;

/// The level of a bold line of the size of running text.
const MINOR: u8 = 7;

/// A way in which headings of a document look.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Style {
    /// Size in quarters of a point.
    size: u32,
    bold: bool,
}

/// How many headings of one look have numbers of each depth, from 1.
#[derive(Debug, Default)]
struct Votes([u32; 6]);

impl Votes {
    fn add(&mut self, depth: u8) {
        if let Some(votes) = self.0.get_mut(usize::from(depth).saturating_sub(1)) {
            *votes += 1;
        }
    }

    /// Returns the depth that most have, the deeper of two: an annex that counts anew is the exception.
    fn most(&self) -> Option<u8> {
        let (depth, votes) = (1..).zip(self.0).max_by_key(|(_, votes)| *votes)?;
        (votes > 0).then_some(depth)
    }
}

/// The levels of a document's headings by their looks.
#[derive(Debug, Default)]
pub(super) struct Levels(Vec<(Style, u8)>);

impl Levels {
    /// Reads the levels off the headings: numbered ones tell theirs, others stand between by size.
    pub fn of<'a>(blocks: impl Iterator<Item = &'a Block>, usual: Usual) -> Levels {
        let mut styles: Vec<(Style, Votes)> = Vec::new();
        for block in blocks {
            let Some(style) = style(block, usual) else { continue };
            let depth = match block.kind {
                Kind::Heading(level) => Some(level),
                _ => depth(&words(block)),
            };
            let room = styles.len() < 40;
            if room && !styles.iter().any(|(other, _)| *other == style) {
                styles.push((style, Votes::default()));
            }
            let known = styles.iter_mut().find(|(other, _)| *other == style);
            if let Some(((_, votes), depth)) = known.zip(depth) {
                votes.add(depth);
            }
        }
        let mut styles: Vec<(Style, Option<u8>)> =
            styles.into_iter().map(|(style, votes)| (style, votes.most())).collect();
        styles.sort_by_key(|(style, _)| (std::cmp::Reverse(style.size), !style.bold));
        let mut above = 0;
        let mut levels = Vec::new();
        for (at, (style, depth)) in styles.iter().enumerate() {
            let below = styles.iter().skip(at + 1).find_map(|(_, depth)| *depth);
            let level = match (depth, below) {
                (Some(depth), _) => (*depth).max(above),
                (None, Some(below)) => (above + 1).min(below).max(1),
                (None, None) => (above + 1).min(MINOR - 1),
            };
            above = level;
            levels.push((*style, level));
        }
        Levels(levels)
    }

    /// Returns what a block is.
    pub fn kind(&self, block: &Block, usual: Usual) -> TextKind {
        match &block.kind {
            Kind::Text => self.of_text(block, usual),
            Kind::Item(marker, depth) => TextKind::Item { marker: marker.clone(), depth: *depth },
            Kind::Heading(level) => TextKind::Heading { level: *level },
            Kind::Contents => TextKind::Contents,
        }
    }

    /// Returns what a block of running text is.
    fn of_text(&self, block: &Block, usual: Usual) -> TextKind {
        let Some(style) = style(block, usual) else { return TextKind::Paragraph };
        let level = self.0.iter().find(|(other, _)| *other == style).map_or(MINOR, |(_, level)| *level);
        let minor = style.size <= quarters(usual.size * 1.04);
        let level = match depth(&words(block)) {
            Some(depth) => depth,
            None if minor => MINOR,
            None => level,
        };
        TextKind::Heading { level: level.clamp(1, MINOR) }
    }
}

fn quarters(size: f32) -> u32 {
    (size * 4.0).round().clamp(0.0, 10_000.0) as u32
}

fn words(block: &Block) -> String {
    block.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// Returns how a block looks when it looks like a heading.
fn style(block: &Block, usual: Usual) -> Option<Style> {
    if !matches!(block.kind, Kind::Text | Kind::Heading(_)) || block.lines.len() > 3 {
        return None;
    }
    let text = words(block);
    let first = block.lines.first()?;
    let bold = block.lines.iter().all(|line| line.bold);
    let large = first.size > 1.08 * usual.size;
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    if letters < 2 || !(large || bold && first.size > 0.92 * usual.size) {
        return None;
    }
    let ends = text.ends_with(['.', ',', ';']) && !(large && bold);
    let long = text.chars().count() > if large { 200 } else { 140 };
    (!ends && !long).then_some(Style { size: quarters(first.size), bold })
}

/// Returns how many numbers stand before a heading: two in `3.1 Mål`.
fn depth(text: &str) -> Option<u8> {
    let (number, rest) = text.split_once(' ')?;
    let number = number.trim_end_matches('.');
    let parts: Vec<&str> = number.split('.').collect();
    let figures =
        parts.iter().all(|part| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()));
    let titled = rest.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_uppercase);
    (figures && titled && parts.len() < 7).then(|| u8::try_from(parts.len()).unwrap_or(6))
}
