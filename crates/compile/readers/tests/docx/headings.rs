//! What makes a paragraph a heading or a line of a table of contents.

use crate::package::{Document, listed, p, pp, styled};
use crate::{check, check_document};

const STYLES: &str = "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Overskrift1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Kapittel\"><w:name w:val=\"Kapittel\"/><w:basedOn w:val=\"Overskrift1\"/></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Delkapittel\"><w:name w:val=\"Delkapittel\"/><w:basedOn w:val=\"Kapittel\"/><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Ramme\"><w:name w:val=\"Ramme\"/><w:basedOn w:val=\"Overskrift1\"/><w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"a7\"><w:name w:val=\"Title\"/></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"INNH2\"><w:name w:val=\"toc 2\"/></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Feit\"><w:name w:val=\"Feit\"/><w:rPr><w:b/></w:rPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Ring1\"><w:basedOn w:val=\"Ring2\"/></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Ring2\"><w:basedOn w:val=\"Ring1\"/></w:style>";

#[test]
fn styles_make_headings() {
    for (style, expected) in [
        ("Overskrift1", "h1 Mål"),
        ("Kapittel", "h1 Mål"),
        ("Delkapittel", "h3 Mål"),
        ("Ramme", "p Mål"),
        ("a7", "h1 Mål"),
        ("INNH2", "contents Mål"),
        ("Feit", "h7 Mål"),
        ("Ring1", "p Mål"),
        ("Normal", "p Mål"),
    ] {
        check_document(&Document::new(&styled(style, "Mål")).styles(STYLES), &[expected]);
    }
}

#[test]
fn styles_that_are_not_defined_are_known_by_their_names() {
    for (style, expected) in [
        ("Heading2", "h2 Mål"),
        ("Overskrift 3", "h3 Mål"),
        ("Tittel", "h1 Mål"),
        ("Undertittel", "p Mål"),
        ("TOC1", "contents Mål"),
        ("INNH3", "contents Mål"),
        ("Overskriftforinnholdsfortegnelse", "h1 Mål"),
        ("Brødtekst", "p Mål"),
    ] {
        check(&styled(style, "Mål"), &[expected]);
    }
}

#[test]
fn the_paragraph_counts_before_its_style() {
    check(&pp("<w:outlineLvl w:val=\"1\"/>", "Mål"), &["h2 Mål"]);
    check(&pp("<w:pStyle w:val=\"Heading1\"/><w:outlineLvl w:val=\"9\"/>", "Mål"), &["p Mål"]);
}

#[test]
fn bold_lines_are_headings_of_low_rank() {
    let bold = |text: &str| format!("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r></w:p>");
    check(&bold("Styringsparametere"), &["h7 Styringsparametere"]);
    check(&bold("Dette er viktig."), &["p Dette er viktig."]);
    check(&bold(&"lang ".repeat(40)), &[&format!("p {}", "lang ".repeat(40).trim())]);
    check("<w:p><w:r><w:rPr><w:b w:val=\"0\"/></w:rPr><w:t>Mål</w:t></w:r></w:p>", &["p Mål"]);
    check(
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Frist</w:t></w:r><w:r><w:t> mai</w:t></w:r></w:p>",
        &["p Fristmai"],
    );
}

#[test]
fn numbered_headings_have_their_number_in_front() {
    let numbering = "<w:abstractNum w:abstractNumId=\"0\">\
        <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:pStyle w:val=\"Heading1\"/><w:lvlText w:val=\"%1\"/></w:lvl>\
        <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:pStyle w:val=\"Heading2\"/><w:lvlText w:val=\"%1.%2\"/></w:lvl>\
        </w:abstractNum><w:num w:numId=\"5\"><w:abstractNumId w:val=\"0\"/></w:num>";
    let heading = |level: u8| {
        format!(
            "<w:style w:styleId=\"Heading{level}\"><w:name w:val=\"heading {level}\"/><w:pPr><w:numPr><w:numId w:val=\"5\"/></w:numPr></w:pPr></w:style>"
        )
    };
    let body = [
        ("Heading1", "Om"),
        ("Heading1", "Mål"),
        ("Heading2", "Hav"),
        ("Heading2", "Land"),
        ("Heading1", "Penger"),
        ("Heading2", "Rammer"),
    ];
    let body: String = body.iter().map(|(style, text)| styled(style, text)).collect();
    let loose = pp("<w:pStyle w:val=\"Heading1\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>", "Vedlegg");
    let document = Document::new(&(body + &loose)).styles(&(heading(1) + &heading(2))).numbering(numbering);
    check_document(
        &document,
        &["h1 1 Om", "h1 2 Mål", "h2 2.1 Hav", "h2 2.2 Land", "h1 3 Penger", "h2 3.1 Rammer", "h1 Vedlegg"],
    );
}

#[test]
fn a_numbered_bold_line_is_a_heading_when_it_stands_alone() {
    let numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
    let bold = |text: &str| listed(1, 0, text).replace("<w:r>", "<w:r><w:rPr><w:b/></w:rPr>");
    let body = bold("Om brevet") + &p("Tekst") + &bold("Mål") + &p("Tekst") + &bold("en") + &bold("to");
    let document = Document::new(&body).numbering(numbering);
    let expected = ["h7 1. Om brevet", "p Tekst", "h7 2. Mål", "p Tekst", "item0 3. en", "item0 4. to"];
    check_document(&document, &expected);
}

#[test]
fn a_bullet_says_nothing_before_a_heading() {
    let numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"-\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
    let body = listed(1, 0, "Punkt")
        + &pp("<w:pStyle w:val=\"Heading1\"/><w:numPr><w:numId w:val=\"1\"/></w:numPr>", "Mål")
        + &p("Tekst");
    check_document(&Document::new(&body).numbering(numbering), &["item0 - Punkt", "h1 Mål", "p Tekst"]);
}
