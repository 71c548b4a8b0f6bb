//! Plain text, often from a PDF, to blocks.
//!
//! Two things must be told from layout alone: which lines belong together, and which are headings. A text from a
//! PDF may have a blank line after every line; there the blank line means nothing, and only a sentence's end on a
//! short line, a label, a bullet or a number starts something new.

use crate::columns;
use crate::lines::{self, Class, Line};
use crate::starters::{bullet, leading_label, leading_number, sentence_ends};
use crate::tree::{Block, BlockKind, Leaf, LeafKind, Tree};
use styrbord_source::{Flow, Source, Span};

/// Parses plain text.
pub(crate) fn parse(source: &Source) -> Tree {
    let classes = lines::classify(source);
    let lines = lines::text_lines(source, &classes);
    let layout = Layout::new(source, lines);
    Tree { blocks: layout.blocks(), leaves: leaves(source, &classes) }
}

fn leaves(source: &Source, classes: &[Class]) -> Vec<Leaf> {
    classes
        .iter()
        .enumerate()
        .map(|(line, class)| {
            let range = source.line_range(line);
            let kind = match class {
                Class::Blank => LeafKind::Space,
                Class::Furniture => LeafKind::Furniture,
                Class::Text => LeafKind::Text,
            };
            Leaf { kind, span: Span::new(range.start, range.end) }
        })
        .collect()
}

struct Layout<'a> {
    source: &'a Source,
    lines: Vec<Line>,
    /// For each line: the gap that still joins it to the line above.
    soft_gap: Vec<usize>,
    /// The width at which the letter's lines break.
    wrap: usize,
}

impl<'a> Layout<'a> {
    fn new(source: &'a Source, lines: Vec<Line>) -> Self {
        let mut widths: Vec<usize> =
            lines.iter().map(|line| line.width).filter(|width| *width > 30).collect();
        widths.sort_unstable();
        let wrap = widths.get(widths.len() * 97 / 100).copied().unwrap_or(80);
        let mut layout = Layout { source, lines, soft_gap: Vec::new(), wrap };
        layout.soft_gap = layout.soft_gaps();
        layout
    }

    fn text(&self, line: usize) -> &str {
        self.lines.get(line).map_or("", |line| &self.source.text()[line.range.clone()])
    }

    /// Returns for each line 1 where the text around it has a blank line after every line, else 0.
    ///
    /// The sign of such a text is that lines go on in lower case behind a blank line.
    fn soft_gaps(&self) -> Vec<usize> {
        const REACH: usize = 14;
        let goes_on: Vec<bool> = (0..self.lines.len())
            .map(|at| self.text(at).starts_with(char::is_lowercase) && !self.text(at).starts_with("a)"))
            .collect();
        let spaced = prefix_sums(self.lines.iter().map(|line| line.gap >= 1));
        let going = prefix_sums(self.lines.iter().zip(&goes_on).map(|(line, on)| line.gap >= 1 && *on));
        (0..self.lines.len())
            .map(|at| {
                let (from, to) = (at.saturating_sub(REACH), (at + REACH + 1).min(self.lines.len()));
                let count = to - from;
                let double = spaced[to] - spaced[from];
                let on = going[to] - going[from];
                usize::from(double * 4 >= count * 3 && on * 6 >= count)
            })
            .collect()
    }

    fn blocks(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut at = 0;
        while at < self.lines.len() {
            if let Some((table, taken)) = columns::table_at(self.source, &self.lines[at..]) {
                let span = self.span(at, at + taken);
                blocks.push(Block { kind: BlockKind::Table(table), flow: Flow::new(), span });
                at += taken;
                continue;
            }
            let start = at;
            at += 1;
            while at < self.lines.len() && self.joins(start, at) {
                at += 1;
            }
            blocks.push(self.block(start, at));
        }
        items_not_headings(&mut blocks);
        blocks
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.lines[start].range.start, self.lines[end - 1].range.end)
    }

    /// Tells whether line `at` goes on with the block that began at `start`.
    fn joins(&self, start: usize, at: usize) -> bool {
        let (above, line) = (&self.lines[at - 1], &self.lines[at]);
        let (text_above, text) = (self.text(at - 1), self.text(at));
        if line.gap > self.soft_gap[at] || contents_page(text_above).is_some() {
            return false;
        }
        if is_leader_row(text) || is_leader_row(text_above) {
            return false;
        }
        let ended = sentence_ends(text_above);
        if is_bracket_marker(text) && is_bracket_marker(self.text(start)) && !ends_open(text_above) {
            return false;
        }
        if lettered(text).is_some() && (ended || at - 1 == start && is_heading_line(text_above)) {
            return false;
        }
        let first_word = text.split_whitespace().next().map_or(0, |word| word.chars().count());
        let short = above.width + first_word + 3 <= self.wrap;
        let starts_lower = text.starts_with(char::is_lowercase) || (text.starts_with('(') && !ended);
        if line.gap <= self.soft_gap[at] && text_above.ends_with(['-', '–', ',']) && bullet(text).is_none()
        {
            return true;
        }
        if bullet(text).is_some() && !text_above.ends_with(['–', '-']) {
            return false;
        }
        if starts_lower && !ended && leading_number(text).is_none() {
            return true;
        }
        if is_heading_line(text_above) && at - 1 == start && (short || ended) && !starts_lower {
            return false;
        }
        if starts_strongly(text) && !ends_open(text_above) {
            return false;
        }
        if leading_number(text).is_some() && (ended || short) {
            return false;
        }
        ends_open(text_above) || !short || (starts_lower && !ended)
    }

    fn block(&self, start: usize, end: usize) -> Block {
        let span = self.span(start, end);
        let mut flow = Flow::new();
        for line in &self.lines[start..end] {
            flow.append(&Flow::copy(self.source.text(), line.range.clone()), "\n");
        }
        let text = self.text(start);
        if end - start == 1 && contents_page(text).is_some() {
            return Block { kind: BlockKind::Contents, flow, span };
        }
        if let Some((mark, body)) = bullet(text) {
            let marker = mark.to_owned();
            let depth = (self.lines[start].indent / 3).min(8) as u8;
            let flow = flow.slice(body..flow.as_str().len());
            return Block { kind: BlockKind::Item { marker, depth }, flow, span };
        }
        if let Some(body) = lettered(text) {
            let marker = text.chars().take(2).collect();
            let flow = flow.slice(body..flow.as_str().len());
            return Block { kind: BlockKind::Item { marker, depth: 0 }, flow, span };
        }
        if let Some(level) = self.heading_level(start, end) {
            return Block { kind: BlockKind::Heading { level }, flow, span };
        }
        if let Some((number, body)) = leading_number(text)
            && !number.contains('.')
            && is_marker(text, number)
        {
            let marker = format!("{number}.");
            let flow = flow.slice(body..flow.as_str().len());
            return Block { kind: BlockKind::Item { marker, depth: 0 }, flow, span };
        }
        Block { kind: BlockKind::Paragraph, flow, span }
    }

    /// Returns the level when the lines are a heading: numbered, or a short line of its own before running text.
    fn heading_level(&self, start: usize, end: usize) -> Option<u8> {
        if end - start > 2 {
            return None;
        }
        let text = self.text(start);
        let last = self.text(end - 1);
        if last.ends_with(['.', ',', ';', ':']) && (sentence_ends(last) || last.ends_with(','))
            || text.starts_with(char::is_lowercase)
        {
            return None;
        }
        if is_heading_line(text) {
            let (number, _) = section_number(text)?;
            return Some(number.split('.').count().min(6) as u8);
        }
        self.is_minor_heading(start, end).then_some(Block::MINOR)
    }

    /// Tells whether a line without number reads as a heading over the lines that follow.
    fn is_minor_heading(&self, start: usize, end: usize) -> bool {
        let text = self.text(start);
        let next = self.text(end);
        let words = text.split_whitespace().count();
        let lettered = text.chars().filter(|c| c.is_alphabetic()).count() * 10 >= text.chars().count() * 7;
        let alone = end - start == 1 && self.lines[start].width * 10 <= self.wrap * 9 || end - start == 2;
        alone
            && (1..=16).contains(&words)
            && lettered
            && !starts_with_squeezed_label(text)
            && text.starts_with(char::is_uppercase)
            && leading_label(text).is_none_or(|label| label.number.is_empty() && !label.separated)
            && !next.is_empty()
            && next.starts_with(|c: char| c.is_uppercase() || c == '-' || c == '•' || c.is_ascii_digit())
            && (start == 0
                || sentence_ends(self.text(start - 1))
                || self.lines[start].gap > self.soft_gap[start])
    }
}

/// Returns where the text of an item begins that a small letter and a full stop mark: `a. Etaten skal …`.
fn lettered(text: &str) -> Option<usize> {
    let body = text.strip_prefix(|c: char| c.is_ascii_lowercase())?.strip_prefix(". ")?.trim_start();
    body.starts_with(char::is_uppercase).then(|| text.len() - body.len())
}

fn prefix_sums(flags: impl Iterator<Item = bool>) -> Vec<usize> {
    let mut out = vec![0];
    let mut sum = 0;
    for flag in flags {
        sum += usize::from(flag);
        out.push(sum);
    }
    out
}

/// Returns the number of a section and where its title begins: `8.1 …`, `§ 4 …`.
fn section_number(text: &str) -> Option<(&str, usize)> {
    match text.strip_prefix('§') {
        Some(rest) => {
            let body = rest.trim_start();
            let (number, start) = leading_number(body)?;
            Some((number, text.len() - body.len() + start))
        }
        None => leading_number(text),
    }
}

/// Tells whether a number is printed as a list marker: `1.`, `1)`, `(1)`.
fn is_marker(text: &str, number: &str) -> bool {
    text.starts_with('(') || text[number.len()..].starts_with(['.', ')'])
}

/// Tells whether a line begins with a marker such as `3)` before a capital.
fn is_bracket_marker(text: &str) -> bool {
    text.split_once(") ").is_some_and(|(number, rest)| {
        (1..=2).contains(&number.len())
            && number.bytes().all(|byte| byte.is_ascii_digit())
            && rest.trim_start().starts_with(char::is_uppercase)
    })
}

/// Tells whether a line is a section heading with its number: `8.1 Rapportering`, `3. Mål`.
fn is_heading_line(text: &str) -> bool {
    let Some((number, start)) = section_number(text) else { return false };
    let title = &text[start..];
    let amount = title
        .split_whitespace()
        .rev()
        .take(2)
        .filter(|word| word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit()))
        .count()
        == 2;
    let columns = amount || title.contains("   ") || title.contains('\t');
    !columns
        && !number.starts_with('0')
        && !text.starts_with('(')
        && title.starts_with(char::is_uppercase)
        && number.starts_with(|c: char| c.is_ascii_digit())
        && title.chars().count() <= 100
        && !(title.trim_end().ends_with(['.', ',', ';'])
            && (sentence_ends(title) || title.trim_end().ends_with(',')))
        && title.split_whitespace().next().is_some_and(|word| word.chars().count() > 1 || title.len() > 20)
        && !title.contains(" Frist: ")
        && !title.starts_with("S (")
        && !title.starts_with("L (")
}

/// Tells whether a line starts something new whatever stands above it.
fn starts_strongly(text: &str) -> bool {
    if starts_with_assignment_number(text) || starts_with_squeezed_label(text) {
        return true;
    }
    let Some(label) = leading_label(text) else { return false };
    let titled = text[label.text_start..]
        .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '(' || c == '«');
    if label.number.is_empty() {
        return label.separated && label.word.chars().count() <= 40;
    }
    (label.separated || titled || text.len() == label.label_end) && label.word.split_whitespace().count() <= 2
}

/// Tells whether a line starts with a label such as `SP1` or `O4` and then a title.
fn starts_with_squeezed_label(text: &str) -> bool {
    let word = text.split_whitespace().next().unwrap_or_default();
    let core = word.trim_end_matches([':', '.']);
    let letters = core.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = &core[letters..];
    (1..=3).contains(&letters)
        && (1..=4).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && text[word.len()..].trim_start().starts_with(char::is_uppercase)
}

/// Tells whether a line starts with a number such as `2024-07` or `TB2026-17` and then a title.
fn starts_with_assignment_number(text: &str) -> bool {
    let word = text.split_whitespace().next().unwrap_or_default();
    let digits = word.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let Some((year, number)) = digits.split_once('-') else { return false };
    let numeric = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    year.len() == 4
        && numeric(year)
        && number.len() <= 3
        && numeric(number)
        && text[word.len()..].trim_start().chars().next().is_none_or(char::is_uppercase)
}

/// Tells whether a line ends on a word that must go on: a hyphen, a comma, a preposition.
fn ends_open(text: &str) -> bool {
    let text = text.trim_end();
    if text.ends_with(['-', ',', '–', '/', '(']) {
        return true;
    }
    let last = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    if last.len() > 4 && !last.chars().any(char::is_lowercase) {
        return false;
    }
    let last = last.to_lowercase();
    [
        "og", "eller", "i", "på", "av", "til", "for", "med", "om", "fra", "frå", "ved", "jf.", "nr.", "kap.",
        "post", "pkt.", "oppdrag", "tiltak", "som", "den", "det", "en", "et", "ein", "eit", "mot", "innst.",
        "prop.", "mill.", "innen", "innan", "senest", "seinast", "per", "pr.",
    ]
    .contains(&last.as_str())
}

/// Returns the page of a line of a table of contents: dots, then a number.
pub(crate) fn contents_page(text: &str) -> Option<&str> {
    let page = text.rsplit(|c: char| !c.is_ascii_digit()).next()?;
    let before = text[..text.len() - page.len()].trim_end();
    let dots =
        before.chars().rev().take_while(|c| matches!(c, '.' | '…' | ' ' | '·')).filter(|c| *c != ' ').count();
    let dotted = dots >= 4 || before.ends_with("……") || before.ends_with('…');
    (dotted && (1..=3).contains(&page.len())).then_some(page)
}

/// Tells whether dots lead from a line's words to the number at its end.
fn is_leader_row(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_digit()) && text.contains(" ....")
}

/// Turns runs of numbered headings that directly follow each other into list items.
fn items_not_headings(blocks: &mut [Block]) {
    let number = |block: &Block| match block.kind {
        BlockKind::Heading { level: 1 } => leading_number(block.flow.as_str())
            .and_then(|(number, start)| number.parse::<u32>().ok().map(|number| (number, start))),
        _ => None,
    };
    let numbers: Vec<Option<(u32, usize)>> = blocks.iter().map(number).collect();
    for at in 0..blocks.len() {
        let Some((this, start)) = numbers[at] else { continue };
        let beside =
            |other: Option<usize>| other.and_then(|other| numbers.get(other).copied().flatten()).map(|n| n.0);
        let sibling = beside(at.checked_sub(1)).is_some_and(|before| before + 1 == this)
            || beside(Some(at + 1)).is_some_and(|after| this + 1 == after);
        if sibling {
            let flow = &blocks[at].flow;
            blocks[at].flow = flow.slice(start..flow.as_str().len());
            blocks[at].kind = BlockKind::Item { marker: format!("{this}."), depth: 0 };
        }
    }
}
