//! The package: parts by their relations, headers and footers, what is no Word document.

use crate::package::{Document, p, styled, zip};
use crate::{blocks, check_document};
use styrbord_readers::{ReadError, read};

fn text(document: &Document) -> String {
    read(&document.bytes()).unwrap().source.text().to_owned()
}

fn section(more: &str) -> String {
    format!(
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header\"/><w:footerReference w:type=\"first\" r:id=\"footer\"/>{more}</w:sectPr>"
    )
}

#[test]
fn headers_come_first_and_footers_last_each_once() {
    let body = p("Tekst") + &section("<w:titlePg/>");
    let wide = format!("<w:p><w:pPr>{}</w:pPr></w:p>", section(""));
    let document = Document::new(&(wide + &body))
        .with("header", &(p("Departementet") + &p("Departementet")))
        .with("footer", &p("Side 1"));
    assert_eq!(text(&document), "Departementet\n\nTekst\n\nSide 1\n");
    check_document(&document, &["p Tekst"]);
}

#[test]
fn headers_that_no_page_shows_are_left_out() {
    let document = Document::new(&(p("Tekst") + &section("")))
        .with("header", &p("Departementet"))
        .with("footer", &p("Side 1"));
    assert_eq!(text(&document), "Departementet\n\nTekst\n");
}

#[test]
fn strict_documents_are_read_too() {
    let mut document = Document::new(&styled("Heading1", "Mål"));
    document.namespace = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    check_document(&document, &["h1 Mål"]);
}

#[test]
fn parts_are_found_by_their_relations() {
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships><Relationship Id=\"a\" Type=\"x/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let files = [
        ("[Content_Types].xml", "<Types><Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>".to_owned()),
        ("_rels/.rels", relation("officeDocument", "/Brev/tekst.xml")),
        ("brev/_rels/tekst.xml.rels", relation("styles", "../stil/ark.xml")),
        ("Brev/Tekst.xml", "<d><b><p><pPr><pStyle val=\"x\"/></pPr><r><t>Mål</t></r></p></b></d>".to_owned()),
        ("stil/ark.xml", "<s><style styleId=\"x\"><name val=\"Heading 4\"/></style></s>".to_owned()),
    ];
    let source = read(&zip(&files.map(|(name, text)| (name.to_owned(), text)))).unwrap().source;
    assert_eq!(blocks(&source), ["h4 Mål"]);
}

#[test]
fn other_packages_are_called_by_their_names() {
    let office = |kind: &str| {
        let kind = format!(
            "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.{kind}.main+xml\"/></Types>"
        );
        zip(&[("[Content_Types].xml".to_owned(), kind)])
    };
    let own = |kind: &str| zip(&[("mimetype".to_owned(), kind.to_owned())]);
    for (bytes, name) in [
        (office("spreadsheetml.sheet"), "Excel"),
        (office("presentationml.presentation"), "PowerPoint"),
        (own("application/vnd.oasis.opendocument.text"), "OpenDocument"),
        (own("application/epub+zip"), "EPUB"),
        (zip(&[("brev.txt".to_owned(), "Mål".to_owned())]), "ZIP"),
        (zip(&[]), "ZIP"),
        (old(&["WordDocument"]), "Word 97"),
        (old(&["Workbook"]), "Excel 97"),
    ] {
        assert_eq!(read(&bytes).unwrap_err(), ReadError::Unsupported(name));
    }
    assert_eq!(read(&old(&["EncryptedPackage"])).unwrap_err(), ReadError::Encrypted("Word"));
}

/// Returns the beginning of an old container with streams of those names.
fn old(streams: &[&str]) -> Vec<u8> {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.extend(streams.iter().flat_map(|name| name.encode_utf16()).flat_map(u16::to_le_bytes));
    bytes
}

#[test]
fn a_document_without_words_is_empty() {
    assert_eq!(read(&Document::new("<w:p/>").bytes()).unwrap_err(), ReadError::Empty);
}
