//! Tables: merged cells, heads, tables in tables.

use crate::check;
use crate::package::{cell, listed, p, table};

fn rows(rows: &[&[(&str, &str)]]) -> String {
    let rows: String = rows
        .iter()
        .map(|cells| {
            let cells: String = cells.iter().map(|(props, text)| cell(props, &p(text))).collect();
            format!("<w:tr>{cells}</w:tr>")
        })
        .collect();
    format!("<w:tbl>{rows}</w:tbl>")
}

#[test]
fn cells_of_several_paragraphs_have_several_lines() {
    let first = cell("", &(p("Mål 1") + "<w:p/>" + &p("Trygg ferdsel")));
    check(
        &format!("<w:tbl><w:tr>{first}{}</w:tr></w:tbl>", cell("", &p("2025"))),
        &["table Mål 1 / Trygg ferdsel | 2025"],
    );
}

#[test]
fn cells_that_span_columns_stand_in_the_first() {
    let two = "<w:gridSpan w:val=\"2\"/>";
    check(
        &rows(&[&[(two, "Kapittel 300"), ("", "Sum")], &[("", "01"), ("", "Drift"), ("", "12")]]),
        &["table Kapittel 300 |  | Sum // 01 | Drift | 12"],
    );
    check(&rows(&[&[(two, "a"), ("", "b")], &[(two, "c"), ("", "d")]]), &["table a | b // c | d"]);
}

#[test]
fn cells_that_span_rows_stand_in_the_first() {
    check(
        &rows(&[&[("<w:vMerge w:val=\"restart\"/>", "Post"), ("", "a")], &[("<w:vMerge/>", ""), ("", "b")]]),
        &["table Post | a //  | b"],
    );
}

#[test]
fn rows_may_begin_later() {
    let late = format!("<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>{}</w:tr>", cell("", &p("b")));
    let first = format!("<w:tr>{}{}</w:tr>", cell("", &p("Post")), cell("", &p("a")));
    check(&format!("<w:tbl>{first}{late}</w:tbl>"), &["table Post | a //  | b"]);
}

#[test]
fn heads_are_told_or_look_like_heads() {
    let body = |props: &str, row: &str, run: &str, cell: &str| {
        format!(
            "<w:tbl><w:tblPr>{props}</w:tblPr><w:tr><w:trPr>{row}</w:trPr><w:tc><w:tcPr>{cell}</w:tcPr><w:p><w:r><w:rPr>{run}</w:rPr><w:t>Post</w:t></w:r></w:p></w:tc>\
             <w:tc><w:tcPr>{cell}</w:tcPr><w:p><w:r><w:rPr>{run}</w:rPr><w:t>Sum</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>01</w:t></w:r></w:p></w:tc><w:tc/></w:tr></w:tbl>"
        )
    };
    let (head, none) = (["table with head Post | Sum // 01 | "], ["table Post | Sum // 01 | "]);
    check(&body("", "<w:tblHeader/>", "", ""), &head);
    check(&body("", "", "<w:b/>", ""), &head);
    check(&body("", "", "", "<w:shd w:val=\"clear\" w:fill=\"D9E2F3\"/>"), &head);
    check(&body("", "", "", "<w:shd w:val=\"clear\" w:fill=\"auto\"/>"), &none);
    check(&body("<w:tblLook w:val=\"04A0\"/>", "", "", ""), &none);
    let style = "<w:style w:type=\"table\" w:styleId=\"Rader\"><w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>";
    let styled = |look: &str| {
        let body = body(&format!("<w:tblStyle w:val=\"Rader\"/><w:tblLook {look}/>"), "", "", "");
        crate::package::Document::new(&body).styles(style)
    };
    crate::check_document(&styled("w:val=\"04A0\""), &head);
    crate::check_document(&styled("w:val=\"0480\""), &none);
    crate::check_document(&styled("w:firstRow=\"1\""), &head);
}

#[test]
fn a_table_in_a_cell_follows_unless_it_is_one_row() {
    let outer = |inner: &str| {
        let inner = cell("", &(p("Før") + inner + &p("etter")));
        format!("<w:tbl><w:tr>{inner}{}</w:tr></w:tbl>", cell("", &p("b")))
    };
    check(&outer(&table(&[&["1", "2"], &["3", "4"]])), &["table Før / etter | b", "table 1 | 2 // 3 | 4"]);
    check(&outer(&table(&[&["1", "2"]])), &["table Før / 1 / 2 / etter | b"]);
    check(&outer(&table(&[&["1"], &["2"]])), &["table Før / 1 / 2 / etter | b"]);
}

#[test]
fn a_table_of_one_column_is_running_text() {
    let frame = cell("", &(crate::package::styled("Heading1", "Oppdrag") + &p("Tekst")));
    check(&format!("<w:tbl><w:tr>{frame}</w:tr></w:tbl>"), &["h1 Oppdrag", "p Tekst"]);
}

#[test]
fn items_in_cells_keep_their_markers() {
    let numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%1)\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
    let cells = cell("", &(listed(1, 0, "en") + &listed(1, 0, "to"))) + &cell("", &p("b"));
    let document = crate::package::Document::new(&format!("<w:tbl><w:tr>{cells}</w:tr></w:tbl>"));
    crate::check_document(&document.numbering(numbering), &["table a) en / b) to | b"]);
}

#[test]
fn controls_around_rows_and_cells_hide_nothing() {
    let control = |inner: &str, shown: &str| {
        format!("<w:sdt><w:sdtPr>{shown}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>")
    };
    let (a, b) = (cell("", &p("a")), cell("", &p("b")));
    let asks = "<w:showingPlcHdr/>";
    check(&format!("<w:tbl><w:tr>{}{b}</w:tr></w:tbl>", control(&a, "")), &["table a | b"]);
    check(&format!("<w:tbl><w:tr>{}{b}</w:tr></w:tbl>", control(&a, asks)), &["table  | b"]);
    let row = format!("<w:tr>{a}{b}</w:tr>");
    check(&format!("<w:tbl>{}{row}</w:tbl>", control(&row, "")), &["table a | b // a | b"]);
    check(&control(&format!("<w:tbl>{row}</w:tbl>"), ""), &["table a | b"]);
}
