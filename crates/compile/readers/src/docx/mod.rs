//! Word documents to blocks.
//!
//! The package ([`package`]) is a zip of parts of XML ([`xml`]) that point at each other by relations. Styles and
//! numbering are read first, then the notes; then [`walk`] goes over the document once, and over its headers and
//! footers. The text is as it stands when every tracked change is accepted. Word keeps no pages in its files, so
//! lines have none.

mod budget;
mod fields;
mod labels;
mod numbering;
mod package;
mod paragraph;
mod scope;
mod sniff;
mod styles;
mod symbols;
mod table;
mod walk;
mod xml;

use crate::ReadError;
use budget::Budget;
use numbering::Numbering;
use package::{Package, Relation};
use scope::NoteKind;
pub(crate) use sniff::{ole_kind, package_kind};
use std::collections::BTreeSet;
use styles::Styles;
use styrbord_source::{Laid, TextKind};
use walk::{Section, Shared, Walked, walk};

/// The name of the format in messages.
const FORMAT: &str = "Word";

/// Reads a document.
pub(crate) fn read(bytes: &[u8]) -> Result<Vec<Laid>, ReadError> {
    let mut package = Package::open(bytes)?;
    let budget = Budget::default();
    let document = document_part(&mut package, &budget)?;
    let Some(text) = package.text(&document)? else {
        return Err(ReadError::Damaged(FORMAT, format!("the part {document} is missing")));
    };
    let relations = package.relations(&document, &budget)?;
    let shared = shared(&mut package, &relations, &budget)?;
    let Walked { blocks, sections, .. } = walk(&text, &shared, &budget)?;
    let (mut document, foot) = furniture(&mut package, &relations, &sections, &shared, &budget)?;
    document.extend(blocks);
    document.extend(foot);
    Ok(document)
}

/// Returns the name of the part that holds the document.
fn document_part(package: &mut Package<'_>, budget: &Budget) -> Result<String, ReadError> {
    let relations = package.relations("", budget)?;
    let main = relations.into_iter().find(|it| it.kind == "officeDocument" && package.has(&it.target));
    Ok(main.map_or_else(|| "word/document.xml".to_owned(), |it| it.target))
}

/// Reads what the document's parts share.
fn shared(package: &mut Package<'_>, relations: &[Relation], budget: &Budget) -> Result<Shared, ReadError> {
    let mut shared = Shared::default();
    if let Some(text) = part(package, relations, "styles")? {
        shared.styles = Styles::read(&text, budget)?;
    }
    if let Some(text) = part(package, relations, "numbering")? {
        shared.numbering = Numbering::read(&text, budget)?;
    }
    for (kind, name) in [(NoteKind::Foot, "footnotes"), (NoteKind::End, "endnotes")] {
        if let Some(text) = part(package, relations, name)? {
            let notes = walk(&text, &shared, budget)?.notes;
            shared.notes.extend(notes.into_iter().map(|(id, texts)| ((kind, id), texts)));
        }
    }
    Ok(shared)
}

/// Returns the text of the part of a kind, when there is one.
fn part(package: &mut Package<'_>, relations: &[Relation], kind: &str) -> Result<Option<String>, ReadError> {
    match relations.iter().find(|relation| relation.kind == kind) {
        Some(relation) => package.text(&relation.target),
        None => Ok(None),
    }
}

/// Returns the headers and the footers that pages show, each different text once.
fn furniture(
    package: &mut Package<'_>,
    relations: &[Relation],
    sections: &[Section],
    shared: &Shared,
    budget: &Budget,
) -> Result<(Vec<Laid>, Vec<Laid>), ReadError> {
    let settings = part(package, relations, "settings")?.unwrap_or_default();
    let has_even_pages = settings.contains("evenAndOddHeaders");
    let (mut heads, mut feet) = (Vec::new(), Vec::new());
    let (mut parts, mut texts) = (BTreeSet::new(), BTreeSet::new());
    for section in sections {
        for furniture in &section.furniture {
            let is_shown = match furniture.pages.as_str() {
                "first" => section.title_page,
                "even" => has_even_pages,
                _ => true,
            };
            let relation = relations.iter().find(|relation| relation.id == furniture.id);
            let Some(relation) = relation.filter(|relation| is_shown && parts.insert(&relation.target))
            else {
                continue;
            };
            let Some(text) = package.text(&relation.target)? else { continue };
            let list = if furniture.is_footer { &mut feet } else { &mut heads };
            for text in table::lines(walk(&text, shared, budget)?.blocks) {
                let words: Vec<String> = text.lines.iter().map(|line| line.text.trim().to_owned()).collect();
                if !text.is_blank() && texts.insert(words) {
                    list.push(Laid::Text(TextKind::Furniture, text));
                }
            }
        }
    }
    Ok((heads, feet))
}
