//! A letter as a Word document: heading styles, real numbering, real tables, running header and footer with fields.

mod body;
mod parts;

use crate::Letter;
use anyhow::Result;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;

/// What the document has beside the letter.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each of them is there or not, whatever the others are")]
pub struct Manner {
    /// Tracked changes: words put in are words of the letter, words taken out are not.
    pub tracked: bool,
    /// Cells over several rows and columns.
    pub merged: bool,
    /// Chapters on pages on their side.
    pub landscape: bool,
    /// A chapter in two columns.
    pub two_columns: bool,
    /// Footnotes.
    pub footnotes: bool,
    /// Low pages, so that tables run over three of them.
    pub small_pages: bool,
}

impl Manner {
    /// Everything at once.
    pub const ALL: Manner = Manner {
        tracked: true,
        merged: true,
        landscape: true,
        two_columns: true,
        footnotes: true,
        small_pages: true,
    };
}

/// Writes a letter as a Word document.
pub fn write(letter: &Letter, manner: Manner) -> Result<Vec<u8>> {
    let body = body::write(letter, manner);
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let files = [
        ("[Content_Types].xml", parts::CONTENT_TYPES.to_owned()),
        ("_rels/.rels", parts::PACKAGE_RELATIONS.to_owned()),
        ("word/_rels/document.xml.rels", parts::DOCUMENT_RELATIONS.to_owned()),
        ("word/document.xml", body.document),
        ("word/styles.xml", parts::styles()),
        ("word/numbering.xml", body.numbering),
        ("word/footnotes.xml", body.footnotes),
        ("word/header1.xml", parts::HEADER.to_owned()),
        ("word/footer1.xml", parts::FOOTER.to_owned()),
    ];
    for (name, text) in files {
        zip.start_file(name, SimpleFileOptions::default())?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}
