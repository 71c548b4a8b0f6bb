//! Fields: what they show is text.

use crate::check;
use crate::package::p;

fn mark(kind: &str) -> String {
    format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>")
}

fn code(code: &str) -> String {
    format!("<w:r><w:instrText>{code}</w:instrText></w:r>")
}

fn run(text: &str) -> String {
    format!("<w:r><w:t>{text}</w:t></w:r>")
}

fn field(instruction: &str, shown: &str) -> String {
    [mark("begin"), code(instruction), mark("separate"), shown.to_owned(), mark("end")].concat()
}

#[test]
fn what_a_field_shows_is_text() {
    check(&format!("<w:p>{}{}</w:p>", run("Kap."), field(" REF a ", &run("300"))), &["p Kap.300"]);
    check(
        &format!("<w:p><w:fldSimple w:instr=\" DATE \">{}</w:fldSimple></w:p>", run("1. mai")),
        &["p 1. mai"],
    );
    let inner = field(" PAGE ", &run("7"));
    let outer =
        [mark("begin"), code("IF "), inner, code(" = 7 "), mark("separate"), run("ja"), mark("end")].concat();
    check(&format!("<w:p>{outer}</w:p>"), &["p ja"]);
    check(&format!("<w:p>{}{}{}{}</w:p>", run("a"), mark("begin"), code(" XE "), mark("end")), &["p a"]);
    let form = "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:name w:val=\"a\"/></w:ffData></w:fldChar></w:r>";
    check(
        &format!("<w:p>{form}{}{}{}{}</w:p>", code("FORMTEXT"), mark("separate"), run("svar"), mark("end")),
        &["p svar"],
    );
}

#[test]
fn a_field_of_contents_makes_lines_of_contents() {
    let body = format!(
        "<w:p>{}{}{}{}</w:p>{}<w:p>{}</w:p>{}",
        mark("begin"),
        code(" TOC \\o \"1-3\" "),
        mark("separate"),
        run("1 Om brevet 2"),
        p("2 Mål 3"),
        mark("end"),
        p("Tekst")
    );
    check(&body, &["contents 1 Om brevet 2", "contents 2 Mål 3", "p Tekst"]);
}

#[test]
fn a_field_that_never_ends_hides_nothing() {
    check(&format!("<w:p>{}{}</w:p>{}", mark("begin"), code(" TOC "), p("Tekst")), &["p Tekst"]);
    let open = [mark("begin"), code(" TOC "), mark("separate")].concat();
    check(&format!("<w:p>{open}</w:p>{}", p("Tekst")), &["p Tekst"]);
    check(&format!("<w:p>{}{}</w:p>", mark("end"), run("Tekst")), &["p Tekst"]);
}
