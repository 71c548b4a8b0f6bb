//! Footnotes and endnotes.

use crate::check_document;
use crate::package::{Document, cell, p};

fn pointing(kind: &str, id: u32, more: &str) -> String {
    format!("<w:p><w:r><w:t>i 2024</w:t></w:r><w:r><w:{kind} w:id=\"{id}\"{more}/></w:r></w:p>")
}

fn notes() -> String {
    let note = |id: u32, text: &str| {
        format!(
            "<w:footnote w:id=\"{id}\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>"
        )
    };
    format!(
        "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>{}{}",
        note(1, "Jf. Prop. 1 S."),
        note(2, "Ikke nevnt")
    )
}

#[test]
fn a_note_stands_at_the_end_and_leaves_no_mark() {
    let body = pointing("footnoteReference", 1, "") + &p("Neste") + &pointing("footnoteReference", 1, "");
    let document = Document::new(&body).with("footnotes", &notes());
    check_document(&document, &["p i 2024", "p Neste", "p i 2024", "note Jf. Prop. 1 S."]);
}

#[test]
fn a_mark_of_ones_own_is_no_text() {
    let body = "<w:p><w:r><w:t>i 2024</w:t></w:r><w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"1\"/><w:t>*</w:t></w:r></w:p>";
    check_document(&Document::new(body).with("footnotes", &notes()), &["p i 2024", "note Jf. Prop. 1 S."]);
}

#[test]
fn a_note_of_a_cell_stands_behind_the_table() {
    let cells = cell("", &pointing("footnoteReference", 1, "")) + &cell("", &p("b"));
    let document = Document::new(&format!("<w:tbl><w:tr>{cells}</w:tr></w:tbl>")).with("footnotes", &notes());
    check_document(&document, &["table i 2024 | b", "note Jf. Prop. 1 S."]);
}

#[test]
fn endnotes_are_others_than_footnotes() {
    let ends = format!("<w:endnote w:id=\"1\">{}{}</w:endnote>", p("Slutt"), p("Mer"));
    let document = Document::new(&pointing("endnoteReference", 1, ""))
        .with("footnotes", &notes())
        .with("endnotes", &ends);
    check_document(&document, &["p i 2024", "note Slutt", "note Mer"]);
}
