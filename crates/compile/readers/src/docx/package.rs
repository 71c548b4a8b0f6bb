//! The package: a zip of parts that point at each other.

use super::FORMAT;
use super::budget::Budget;
use super::xml::{Event, Events};
use crate::ReadError;
use crate::limits::{ENTRIES_MAX, UNPACKED_MAX};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// The parts of a file.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The entry of each part; names of parts are the same in small and large letters.
    parts: BTreeMap<String, usize>,
    /// How many bytes may still be unpacked.
    left: usize,
}

/// Where a part points.
#[derive(Debug, Clone)]
pub(super) struct Relation {
    /// What the part calls it.
    pub id: String,
    /// The last word of its type: `styles`, `header`.
    pub kind: String,
    /// The part that it points at.
    pub target: String,
}

impl<'a> Package<'a> {
    /// Opens a package.
    pub fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
        if archive.len() > ENTRIES_MAX {
            return Err(ReadError::TooMuchInside(FORMAT));
        }
        let names = archive.file_names_raw().map(|name| part_name(&String::from_utf8_lossy(name)));
        let parts = names.enumerate().map(|(index, name)| (name, index)).collect();
        Ok(Package { archive, parts, left: UNPACKED_MAX })
    }

    /// Tells whether there is such a part.
    pub fn has(&self, name: &str) -> bool {
        self.parts.contains_key(&part_name(name))
    }

    /// Returns the text of a part; nothing when there is no such part.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        let Some(index) = self.parts.get(&part_name(name)) else { return Ok(None) };
        let mut entry = self.archive.by_index(*index).map_err(|error| damaged(&error))?;
        let mut bytes = Vec::new();
        let read = (&mut entry).take(self.left as u64 + 1).read_to_end(&mut bytes);
        let read = read.map_err(|error| ReadError::Damaged(FORMAT, error.to_string()))?;
        self.left = self.left.checked_sub(read).ok_or(ReadError::TooMuchInside(FORMAT))?;
        Ok(Some(decoded(bytes)))
    }

    /// Returns where a part points within the package; the package itself is the part without a name.
    pub fn relations(&mut self, part: &str, budget: &Budget) -> Result<Vec<Relation>, ReadError> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let Some(text) = self.text(&format!("{folder}/_rels/{file}.rels"))? else { return Ok(Vec::new()) };
        let mut relations = Vec::new();
        let mut events = Events::new(&text, budget);
        while let Some(event) = events.next()? {
            let Event::Open(element) = event else { continue };
            let outside = element.attribute("TargetMode").is_some_and(|mode| mode == "External");
            if element.name() != "Relationship" || outside {
                continue;
            }
            let kind = element.attribute("Type").unwrap_or_default();
            relations.push(Relation {
                id: element.attribute("Id").unwrap_or_default(),
                kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                target: resolved(folder, &element.attribute("Target").unwrap_or_default()),
            });
        }
        Ok(relations)
    }
}

/// Returns a name as parts are compared by it.
fn part_name(name: &str) -> String {
    name.trim_start_matches(['/', '\\']).replace('\\', "/").to_lowercase()
}

/// Returns the part that a target means, seen from a folder.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut steps: Vec<&str> = Vec::new();
    let from = if target.starts_with('/') { "" } else { folder };
    for step in from.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

fn decoded(bytes: Vec<u8>) -> String {
    match encoding_rs::Encoding::for_bom(&bytes) {
        Some((encoding, mark)) => {
            encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default()).0.into_owned()
        }
        None => String::from_utf8(bytes)
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()),
    }
}

fn damaged(error: &ZipError) -> ReadError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            ReadError::Encrypted(FORMAT)
        }
        error => ReadError::Damaged(FORMAT, error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    #[test]
    fn parts_together_unpack_to_no_more_than_the_limit() {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for name in ["a.xml", "b.xml"] {
            writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            writer.write_all(&[b' '; 1_000]).unwrap();
        }
        let bytes = writer.finish().unwrap().into_inner();
        let mut package = Package::open(&bytes).unwrap();
        package.left = 1_500;
        assert_eq!(package.text("A.xml").unwrap().unwrap().len(), 1_000);
        assert_eq!(package.text("b.xml").unwrap_err(), ReadError::TooMuchInside(FORMAT));
    }

    #[test]
    fn targets_are_seen_from_their_folder() {
        for (folder, target, expected) in [
            ("word", "styles.xml", "word/styles.xml"),
            ("word", "/word/styles.xml", "word/styles.xml"),
            ("word/a", "../../x/./y.xml", "x/y.xml"),
            ("", "../../x.xml", "x.xml"),
            ("word", "a\\b.xml", "word/a/b.xml"),
        ] {
            assert_eq!(resolved(folder, target), expected);
        }
    }
}
