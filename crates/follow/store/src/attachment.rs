//! Files beside the records: how large they may be, and what kind their content is. A name is no evidence.

use crate::StoreError;
use crate::journal::Attachment;
use std::str;
use styrbord_events::Hash;

/// The most bytes of an attachment, unless the caller says otherwise.
pub const ATTACHMENT_SIZE_MAX: u64 = 50_000_000;

/// Files that begin with these bytes are taken.
const TAKEN: &[(&[u8], &str)] =
    &[(b"%PDF-", "application/pdf"), (b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg")];

/// Files that begin with these bytes are refused, and what they are called then.
const REFUSED: &[(&[u8], &str)] = &[
    (b"MZ", "a Windows program"),
    (b"\x7fELF", "a program"),
    (b"\xfe\xed\xfa", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\0asm", "a program"),
    (b"#!", "a script"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file, which may hold macros"),
];

/// The first part of a package, and what the package is then. Without such a part it is an archive of anything.
const PACKAGES: &[(&str, &str)] = &[
    ("word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
];

/// Packages that say themselves what they are, uncompressed, in their first part.
const OPEN_DOCUMENTS: &[&str] = &[
    "application/vnd.oasis.opendocument.text",
    "application/vnd.oasis.opendocument.spreadsheet",
    "application/vnd.oasis.opendocument.presentation",
];

/// Beginnings of text that a browser would run.
const RUNS_IN_A_BROWSER: &[&str] =
    &["<!doctype html", "<html", "<script", "<svg", "<?xml", "<head", "<body", "<iframe"];

impl Attachment {
    /// Makes an attachment of a file, when its size and its content allow it.
    ///
    /// # Errors
    /// [`StoreError::AttachmentTooLarge`], or [`StoreError::AttachmentRefused`] with what the content looks like.
    pub fn of(bytes: Vec<u8>, size_max: u64) -> Result<Self, StoreError> {
        let size = bytes.len() as u64;
        if size > size_max {
            return Err(StoreError::AttachmentTooLarge { size, size_max });
        }
        let media_type = media_type(&bytes).map_err(|found| StoreError::AttachmentRefused { found })?;
        Ok(Self { hash: Hash::of_bytes(&bytes), media_type: media_type.to_owned(), bytes })
    }
}

/// Returns the media type that the content tells, or what is found instead.
fn media_type(bytes: &[u8]) -> Result<&'static str, &'static str> {
    let begins = |list: &[(&[u8], &'static str)]| {
        list.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, what)| *what)
    };
    if bytes.is_empty() {
        return Err("nothing");
    }
    if let Some(taken) = begins(TAKEN) {
        return Ok(taken);
    }
    if let Some(refused) = begins(REFUSED) {
        return Err(refused);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return package(bytes);
    }
    text(bytes)
}

/// Tells a package by the names in the list at its end, which every program that opens it goes by.
fn package(bytes: &[u8]) -> Result<&'static str, &'static str> {
    let has =
        |name: &str| bytes.windows(name.len()).any(|window| window.eq_ignore_ascii_case(name.as_bytes()));
    if has("vbaProject.bin") {
        return Err("an Office file with macros");
    }
    // Behind the head of 30 bytes comes the name of the first part, then its content.
    let first = bytes.get(30..).unwrap_or_default();
    let open = |media_type: &&&str| {
        first.strip_prefix(b"mimetype").is_some_and(|rest| {
            rest.strip_prefix(media_type.as_bytes()).is_some_and(|rest| rest.starts_with(b"PK"))
        })
    };
    if let Some(media_type) = OPEN_DOCUMENTS.iter().find(open) {
        return Ok(media_type);
    }
    let office = PACKAGES.iter().find(|(part, _)| has("[Content_Types].xml") && has(part));
    office.map(|(_, media_type)| *media_type).ok_or("an archive")
}

fn text(bytes: &[u8]) -> Result<&'static str, &'static str> {
    let text = str::from_utf8(bytes).map_err(|_| "neither a known kind of document nor UTF-8 text")?;
    let control =
        |character: char| character.is_control() && !matches!(character, '\n' | '\r' | '\t' | '\u{c}');
    let text = text.trim_start_matches('\u{feff}');
    if text.chars().any(control) {
        return Err("text with control characters");
    }
    let start: String = text.trim_start().chars().take(16).collect::<String>().to_lowercase();
    if RUNS_IN_A_BROWSER.iter().any(|tag| start.starts_with(tag)) {
        return Err("a page or picture that a browser runs");
    }
    Ok(if is_csv(text) { "text/csv" } else { "text/plain" })
}

/// Tells whether the first lines have equally many separators of one kind.
fn is_csv(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).take(5).collect();
    [';', ',', '\t'].iter().any(|separator| {
        let count = |line: &&str| line.matches(*separator).count();
        let mut counts = lines.iter().map(count);
        lines.len() > 1 && counts.next().is_some_and(|first| first > 0 && counts.all(|other| other == first))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stored(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut bytes = Vec::new();
        for (name, content) in parts {
            bytes.extend(b"PK\x03\x04");
            bytes.extend([0; 26]);
            bytes.extend(name.as_bytes());
            bytes.extend(content.as_bytes());
        }
        bytes.extend(b"PK\x05\x06");
        bytes
    }

    #[test]
    fn the_content_tells_the_kind() {
        let odt = stored(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "x")]);
        let docx = stored(&[("[Content_Types].xml", "x"), ("word/document.xml", "x")]);
        let macros =
            stored(&[("[Content_Types].xml", "x"), ("word/document.xml", "x"), ("word/vbaProject.bin", "x")]);
        for (bytes, kind) in [
            (b"%PDF-1.7\n".to_vec(), Ok("application/pdf")),
            (b"\x89PNG\r\n\x1a\n...".to_vec(), Ok("image/png")),
            (b"\xff\xd8\xff\xe0".to_vec(), Ok("image/jpeg")),
            (odt, Ok("application/vnd.oasis.opendocument.text")),
            (docx, Ok(PACKAGES[0].1)),
            (macros, Err("an Office file with macros")),
            (stored(&[("virus.exe", "MZ")]), Err("an archive")),
            ("Vedlegg på norsk, én linje.\n".into(), Ok("text/plain")),
            ("kapittel;post;beløp\n671;60;12,5\n".into(), Ok("text/csv")),
            (b"MZ\x90\0".to_vec(), Err("a Windows program")),
            (b"\x7fELF\x02".to_vec(), Err("a program")),
            (b"#!/bin/sh\n".to_vec(), Err("a script")),
            (b"\xef\xbb\xbf \n<!DOCTYPE HTML><p>".to_vec(), Err("a page or picture that a browser runs")),
            (b"<svg onload=x>".to_vec(), Err("a page or picture that a browser runs")),
            (b"bl\xe5".to_vec(), Err("neither a known kind of document nor UTF-8 text")),
            (b"a\0b".to_vec(), Err("text with control characters")),
            (Vec::new(), Err("nothing")),
        ] {
            assert_eq!(media_type(&bytes), kind, "{}", String::from_utf8_lossy(&bytes));
        }
    }

    #[test]
    fn what_is_too_large_is_refused_with_both_sizes() {
        assert!(Attachment::of(b"abc".to_vec(), 3).is_ok());
        let refused = Attachment::of(b"abcd".to_vec(), 3);
        assert_eq!(refused, Err(StoreError::AttachmentTooLarge { size: 4, size_max: 3 }));
    }
}
