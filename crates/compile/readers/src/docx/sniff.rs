//! What a package or an old Office container holds.

use super::package::Package;
use crate::ReadError;
use crate::sniff::Kind;

/// Tells what a zip holds, by the types that it names for its parts.
pub(crate) fn package_kind(bytes: &[u8]) -> Kind {
    let Ok(mut package) = Package::open(bytes) else {
        // A zip that is cut short still begins with the parts of a Word document.
        let head = &bytes[..bytes.len().min(4096)];
        let is_office = holds(head, b"[Content_Types].xml") || holds(head, b"word/");
        return if is_office { Kind::Docx } else { Kind::Other("ZIP") };
    };
    let (types, own_type) = match (package.text("[Content_Types].xml"), package.text("mimetype")) {
        (Err(ReadError::Encrypted(_)), _) => return Kind::Other("encrypted ZIP"),
        (types, own_type) => {
            (types.ok().flatten().unwrap_or_default(), own_type.ok().flatten().unwrap_or_default())
        }
    };
    let is_word = ["wordprocessingml.document.main", "wordprocessingml.template.main", "ms-word."];
    if is_word.iter().any(|kind| types.contains(kind)) {
        Kind::Docx
    } else if types.contains("spreadsheetml") || types.contains("ms-excel.") {
        Kind::Other("Excel")
    } else if types.contains("presentationml") || types.contains("ms-powerpoint.") {
        Kind::Other("PowerPoint")
    } else if own_type.contains("opendocument") {
        Kind::Other("OpenDocument")
    } else if own_type.contains("epub") {
        Kind::Other("EPUB")
    } else if package.has("word/document.xml") {
        Kind::Docx
    } else {
        Kind::Other("ZIP")
    }
}

/// Tells what an old Office container holds, by the names of its streams.
pub(crate) fn ole_kind(bytes: &[u8]) -> Kind {
    let has = |name: &str| holds(bytes, &name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>());
    if has("EncryptedPackage") {
        Kind::Locked("Word")
    } else if has("Workbook") {
        Kind::Other("Excel 97")
    } else if has("PowerPoint Document") {
        Kind::Other("PowerPoint 97")
    } else if has("__substg1.0_") {
        Kind::Other("Outlook")
    } else {
        Kind::Other("Word 97")
    }
}

fn holds(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
}
