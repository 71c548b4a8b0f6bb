//! What is damaged, too much or too deep is refused with its reason.

use crate::package::{Document, cell, p, zip};
use crate::{blocks, check};
use styrbord_readers::{ReadError, read};

#[test]
fn damaged_files_say_so() {
    let bytes = Document::new(&p("Mål")).bytes();
    let cut = read(&bytes[..bytes.len() - 40]).unwrap_err();
    assert!(matches!(cut, ReadError::Damaged("Word", _)), "{cut:?}");
    for body in ["<w:p>", "<w:p></w:r>", "<w:p><w:r", "</w:body>"] {
        let error = read(&Document::new(body).bytes()).unwrap_err();
        assert!(matches!(error, ReadError::Damaged("Word", _)), "{body}: {error:?}");
    }
    let files =
        [("word/_rels/document.xml.rels", "<R/>"), ("[Content_Types].xml", "wordprocessingml.document.main")];
    let error = read(&zip(&files.map(|(name, text)| (name.to_owned(), text.to_owned())))).unwrap_err();
    assert!(matches!(error, ReadError::Damaged("Word", _)), "{error:?}");
}

#[test]
fn entities_are_never_expanded() {
    let bomb = "<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]><d><p><r><t>a&b;&c;d</t></r></p></d>";
    let files = [("[Content_Types].xml", ""), ("word/document.xml", bomb)];
    let source = read(&zip(&files.map(|(name, text)| (name.to_owned(), text.to_owned())))).unwrap().source;
    assert_eq!(blocks(&source), ["p ad"]);
}

#[test]
fn tables_in_tables_have_a_limit() {
    let nested = |depth: usize| {
        let inner = (0..depth).fold(p("innerst"), |inner, _| {
            format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell("", &inner), cell("", ""))
        });
        read(&Document::new(&inner).bytes())
    };
    assert!(nested(20).unwrap().source.text().contains("innerst"));
    assert_eq!(nested(100).unwrap_err(), ReadError::TooMuchInside("Word"));
    let deep = format!("{}{}", "<w:a>".repeat(5_000), "</w:a>".repeat(5_000));
    assert_eq!(read(&Document::new(&deep).bytes()).unwrap_err(), ReadError::TooMuchInside("Word"));
}

#[test]
fn tables_have_a_limit_of_cells() {
    let wide: String = (0..2_000).map(|_| "<w:tc/>").collect();
    let rows = format!("<w:tr>{wide}</w:tr>{}", "<w:tr><w:tc/></w:tr>".repeat(2_000));
    let error = read(&Document::new(&format!("<w:tbl>{rows}</w:tbl>")).bytes()).unwrap_err();
    assert_eq!(error, ReadError::TooMuchInside("Word"));
}

#[test]
fn elements_out_of_place_lose_no_words() {
    check(&format!("<w:tr>{}</w:tr>", cell("", &p("en"))), &["p en"]);
    check(&format!("<w:tbl>{}</w:tbl>", p("en")), &["p en"]);
    check(&format!("<w:p>{}</w:p>", p("en")), &["p en"]);
    check(
        "<w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>en</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:p>",
        &["p en"],
    );
}
