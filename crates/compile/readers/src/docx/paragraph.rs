//! A paragraph with its style and its list to blocks.

use super::numbering::{Counters, Label};
use super::scope::{Paragraph, ParagraphProps, Story};
use super::styles::{Look, Role, outline_role};
use super::walk::Shared;
use styrbord_source::{Laid, RemarkKind, TextKind};

/// The level of a heading that only its bold letters make one.
const BOLD_LEVEL: u8 = 7;

/// A longer bold paragraph is emphasis.
const BOLD_HEADING_MAX: usize = 120;

/// Returns the blocks of a paragraph: itself, what hangs on it, the notes that it points at.
pub(super) fn blocks(mut paragraph: Paragraph, shared: &Shared, counters: &mut Counters) -> Vec<Laid> {
    let look = shared.styles.paragraph(paragraph.props.style.as_deref());
    let is_blank = paragraph.is_blank();
    let was_deleted = is_blank && paragraph.remarks.contains(&RemarkKind::Deleted);
    let label = list(&paragraph.props, &look, shared)
        .filter(|_| !was_deleted)
        .and_then(|(id, level)| Some((shared.numbering.count(counters, id, level, &shared.styles)?, level)));
    let mut blocks = Vec::new();
    if !is_blank || !paragraph.remarks.is_empty() {
        let (kind, label) = kind(&paragraph, &look, label);
        blocks.push(Laid::Text(kind, paragraph.text(&label)));
    }
    blocks.append(&mut paragraph.hanging);
    for note in paragraph.notes {
        let texts = shared.notes.get(&note).into_iter().flatten();
        blocks.extend(texts.map(|text| Laid::Text(TextKind::Note, text.clone())));
    }
    blocks
}

impl Story {
    /// Adds the blocks of a paragraph.
    pub fn add(&mut self, paragraph: Paragraph, shared: &Shared, counters: &mut Counters) {
        self.weight.add(paragraph.weight);
        if reads_as_heading(&paragraph) {
            self.bold_items.push(self.blocks.len());
        }
        self.blocks.extend(blocks(paragraph, shared, counters));
    }

    /// Returns the blocks. A numbered line in bold letters is a heading when it stands in no run of items.
    pub fn into_blocks(mut self) -> Vec<Laid> {
        let is_item = |at: Option<usize>| {
            at.and_then(|at| self.blocks.get(at))
                .is_some_and(|it| matches!(it, Laid::Text(TextKind::Item { .. }, _)))
        };
        let alone =
            |at: &usize| !is_item(at.checked_sub(1)) && !is_item(Some(*at + 1)) && at + 1 < self.blocks.len();
        let alone: Vec<usize> = self.bold_items.iter().copied().filter(alone).collect();
        for at in alone {
            if let Some(Laid::Text(kind, text)) = self.blocks.get_mut(at)
                && let TextKind::Item { marker, .. } = kind
                && marker.chars().any(char::is_alphanumeric)
            {
                if let Some(line) = text.lines.iter_mut().find(|line| !line.text.trim().is_empty()) {
                    line.text = format!("{marker} {}", line.text.trim_start());
                }
                *kind = TextKind::Heading { level: BOLD_LEVEL };
            }
        }
        self.blocks
    }
}

/// Returns the list of a paragraph and its level there: its own word counts before its style's.
fn list(props: &ParagraphProps, look: &Look<'_>, shared: &Shared) -> Option<(i64, usize)> {
    let (id, from_style) = match (props.list, look.list) {
        (Some(id), _) => (id, None),
        (None, Some((style, id, level))) => (id, Some((style, level))),
        (None, None) => return None,
    };
    let of_style = |style: &str| shared.numbering.level_of_style(id, style, &shared.styles);
    let level = props
        .list_level
        .and_then(|level| usize::try_from(level).ok())
        .or_else(|| props.style.as_deref().and_then(of_style))
        .or_else(|| from_style.and_then(|(style, _)| of_style(style)))
        .or_else(|| from_style.and_then(|(_, level)| usize::try_from(level?).ok()));
    (id != 0).then_some((id, level.unwrap_or(0)))
}

/// Returns what a paragraph is, and what stands in front of its text.
fn kind(paragraph: &Paragraph, look: &Look<'_>, label: Option<(Label, usize)>) -> (TextKind, String) {
    let role = paragraph.props.outline.map(outline_role).or(look.role);
    match (role, label) {
        (Some(Role::Heading(level)), label) => (TextKind::Heading { level }, in_front(label)),
        (Some(Role::Contents), label) => (TextKind::Contents, in_front(label)),
        (_, label) if paragraph.in_contents => (TextKind::Contents, in_front(label)),
        (_, Some((Label::Marker(marker), depth))) => {
            (TextKind::Item { marker, depth: depth.min(8) as u8 }, String::new())
        }
        (_, label) if reads_as_heading(paragraph) => {
            (TextKind::Heading { level: BOLD_LEVEL }, in_front(label))
        }
        (_, label) => (TextKind::Paragraph, in_front(label)),
    }
}

/// Returns a label as it stands in front of a text; a bullet says nothing there.
fn in_front(label: Option<(Label, usize)>) -> String {
    match label {
        Some((Label::Marker(marker), _)) if marker.chars().any(char::is_alphanumeric) => format!("{marker} "),
        Some((Label::Text(text), _)) => format!("{text} "),
        _ => String::new(),
    }
}

/// Tells whether a paragraph in bold letters is the heading of what follows.
fn reads_as_heading(paragraph: &Paragraph) -> bool {
    let mut lines = paragraph.lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty());
    let (Some(line), None) = (lines.next(), lines.next()) else { return false };
    paragraph.weight.is_bold()
        && line.chars().count() <= BOLD_HEADING_MAX
        && !line.ends_with(['.', ':', ';', ','])
}
