//! Tracked changes and comments: the text as it stands when all are accepted.

use crate::check;
use crate::package::{cell, p};

const WHO: &str = "w:id=\"1\" w:author=\"a\" w:date=\"2025-01-01T00:00:00Z\"";

fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

#[test]
fn what_is_put_in_counts_and_what_is_taken_out_does_not() {
    for (put, taken) in [("ins", "del"), ("moveTo", "moveFrom")] {
        let body = format!(
            "<w:p>{}<w:{taken} {WHO}><w:r><w:delText>1. mai</w:delText></w:r></w:{taken}><w:{put} {WHO}>{}{}</w:{put}></w:p>",
            run("Frist "),
            run("1. "),
            run("juni")
        );
        check(&body, &["p Frist 1. juni", "deleted: Frist 1. juni", "inserted: Frist 1. juni"]);
    }
    check(
        &format!("<w:p>{}<w:moveFrom {WHO}>{}</w:moveFrom></w:p>", run("Her"), run("der")),
        &["p Her", "deleted: Her"],
    );
    check(
        &format!(
            "<w:p>{}<w:ins {WHO}><w:del {WHO}><w:r><w:delText>x</w:delText></w:r></w:del></w:ins></w:p>",
            run("Her")
        ),
        &["p Her", "deleted: Her"],
    );
}

#[test]
fn changes_of_white_space_and_of_looks_are_none() {
    check(
        &format!(
            "<w:p>{}<w:ins {WHO}>{}</w:ins><w:r><w:rPr><w:rPrChange {WHO}><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>b</w:t></w:r></w:p>",
            run("a"),
            run(" ")
        ),
        &["p a b"],
    );
    check(
        &format!(
            "<w:p><w:pPr><w:pPrChange {WHO}><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:pPrChange></w:pPr>{}</w:p>",
            run("a")
        ),
        &["p a"],
    );
}

#[test]
fn paragraphs_join_where_the_mark_between_is_taken_out() {
    let taken = format!("<w:rPr><w:del {WHO}/></w:rPr>");
    let first = format!("<w:p><w:pPr>{taken}</w:pPr>{}</w:p>", run("Mål for "));
    check(&(first.clone() + &p("havet")), &["p Mål for havet"]);
    check(
        &format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell("", &first), cell("", &p("b"))),
        &["table Mål for | b"],
    );
    let gone = format!("<w:p><w:pPr>{taken}</w:pPr><w:del {WHO}>{}</w:del></w:p>", run("bort"));
    let heading = crate::package::styled("Heading1", "Mål");
    check(&(gone + &heading), &["h1 Mål", "deleted: Mål"]);
}

#[test]
fn rows_and_cells_are_put_in_and_taken_out() {
    let row = |change: &str, text: &str| {
        format!("<w:tr><w:trPr>{change}</w:trPr>{}{}</w:tr>", cell("", &p(text)), cell("", &p("x")))
    };
    let body = format!(
        "{}<w:tbl>{}{}{}</w:tbl>",
        p("Før"),
        row("", "en"),
        row(&format!("<w:del {WHO}/>"), "to"),
        row(&format!("<w:ins {WHO}/>"), "tre")
    );
    check(
        &body,
        &["p Før", "table en | x // tre | x", "inserted: tre", "inserted: x", "deleted: en | x\ntre | x"],
    );
    let gone = cell(&format!("<w:cellDel {WHO}/>"), &p("bort"));
    let body = format!("<w:tbl><w:tr>{}{}{gone}</w:tr></w:tbl>", cell("", &p("a")), cell("", &p("b")));
    check(&body, &["table a | b | ", "deleted: a | b |"]);
}

#[test]
fn a_comment_is_told_and_not_read() {
    let body = format!(
        "<w:p><w:commentRangeStart w:id=\"0\"/>{}<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>",
        run("Frist")
    );
    let document = crate::package::Document::new(&body)
        .with("comments", &format!("<w:comment w:id=\"0\">{}</w:comment>", p("Sikker?")));
    crate::check_document(&document, &["p Frist", "commented: Frist"]);
}
