//! Footnotes: what points at one, and what is one.

use super::content::At;
use super::element::has_class;
use scraper::node::Element;
use std::collections::BTreeMap;
use styrbord_source::Laid;

/// The longest text of a link that is only a note's sign, in bytes.
const SIGN_MAX: usize = 8;

/// Tells whether an element holds one footnote or all of them.
pub(super) fn is_note(element: &Element) -> bool {
    let by_id = element.id().is_some_and(|id| {
        ["sdfootnote", "sdendnote", "ftn", "edn"].iter().any(|start| {
            id.strip_prefix(start)
                .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()))
        })
    });
    by_id
        || matches!(
            element.attr("role").map(str::trim),
            Some("doc-endnotes" | "doc-footnote" | "doc-endnote")
        )
        || has_class(element, &["footnotes", "endnotes"])
}

/// Tells whether a link is only the sign of a note, in the text or before the note itself.
pub(super) fn is_sign(link: At<'_>, element: &Element, in_note: bool, in_sup: bool) -> bool {
    let named = matches!(element.attr("role").map(str::trim), Some("doc-noteref" | "doc-backlink"))
        || has_class(
            element,
            &[
                "footnote-ref",
                "footnote-back",
                "footnote-backref",
                "sdfootnoteanc",
                "sdfootnotesym",
                "sdendnoteanc",
                "sdendnotesym",
            ],
        );
    if named {
        return true;
    }
    let Some(target) = element.attr("href").and_then(|target| target.trim().strip_prefix('#')) else {
        return false;
    };
    let points =
        ["fn", "_ftn", "_edn", "footnote", "note", "cite_"].iter().any(|start| target.starts_with(start));
    let raised = in_sup
        || link
            .descendants()
            .take(4)
            .any(|node| node.value().as_element().is_some_and(|one| one.name() == "sup"));
    (in_note || points || raised) && has_short_text(link)
}

fn has_short_text(link: At<'_>) -> bool {
    let mut length = 0;
    for text in link.descendants().take(20).filter_map(|node| node.value().as_text()) {
        let text = text.trim();
        length += text.len();
        if text.chars().filter(|c| c.is_alphabetic()).count() > 1 {
            return false;
        }
    }
    length <= SIGN_MAX
}

/// The notes of a page, and the blocks that point at them.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// Which block points at a note first, by the note's name.
    pointed: BTreeMap<String, usize>,
    /// Names that the block which is being read points at.
    pending: Vec<String>,
    /// The notes in order, with their names.
    read: Vec<(Option<String>, Laid)>,
    /// The name of the note that is being read.
    name: Option<String>,
}

impl Notes {
    /// Keeps the note at which a link in the text points.
    pub(super) fn point(&mut self, link: &Element) {
        if let Some(target) = link.attr("href").and_then(|target| target.trim().strip_prefix('#')) {
            self.pending.push(target.to_owned());
        }
    }

    /// Says that the block which is being read will be the one of that number.
    pub(super) fn place(&mut self, block: usize) {
        for name in self.pending.drain(..) {
            self.pointed.entry(name).or_insert(block);
        }
    }

    /// Takes the name of an element within a note for the note's, when something points at it.
    pub(super) fn name(&mut self, element: &Element) {
        for name in [element.id(), element.attr("name")].into_iter().flatten() {
            if self.pointed.contains_key(name) || self.pending.iter().any(|one| one == name) {
                self.name = Some(name.to_owned());
            }
        }
    }

    /// Adds a block of the note that is being read.
    pub(super) fn push(&mut self, block: Laid) {
        self.read.push((self.name.clone(), block));
    }

    /// Returns the blocks of a page with each note behind the block that points at it, the others at the end.
    pub(super) fn insert(self, blocks: Vec<Laid>) -> Vec<Laid> {
        let mut behind: BTreeMap<usize, Vec<Laid>> = BTreeMap::new();
        for (name, note) in self.read {
            let block = name.and_then(|name| self.pointed.get(&name).copied()).unwrap_or(usize::MAX);
            behind.entry(block).or_default().push(note);
        }
        let mut out = Vec::new();
        for (at, block) in blocks.into_iter().enumerate() {
            out.push(block);
            out.append(&mut behind.remove(&at).unwrap_or_default());
        }
        out.extend(behind.into_values().flatten());
        out
    }
}
