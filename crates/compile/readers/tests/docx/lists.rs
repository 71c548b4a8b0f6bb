//! Lists: what stands in front of an item.

use crate::check_document;
use crate::package::{Document, listed};

fn level(level: u32, format: &str, text: &str, more: &str) -> String {
    format!(
        "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>"
    )
}

fn pattern(id: u32, levels: &str) -> String {
    format!("<w:abstractNum w:abstractNumId=\"{id}\">{levels}</w:abstractNum>")
}

fn list(id: u32, pattern: u32, more: &str) -> String {
    format!("<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{pattern}\"/>{more}</w:num>")
}

/// Checks the blocks of paragraphs of list and level.
#[track_caller]
fn check(numbering: &str, paragraphs: &[(u32, u32)], expected: &[&str]) {
    let body: String = paragraphs.iter().map(|(id, level)| listed(*id, *level, "x")).collect();
    check_document(&Document::new(&body).numbering(numbering), expected);
}

#[test]
fn formats_are_printed() {
    for (format, text, expected) in [
        ("decimal", "%1.", ["item0 1. x", "item0 2. x"]),
        ("lowerLetter", "%1)", ["item0 a) x", "item0 b) x"]),
        ("upperLetter", "(%1)", ["item0 (A) x", "item0 (B) x"]),
        ("lowerRoman", "%1.", ["item0 i. x", "item0 ii. x"]),
        ("upperRoman", "%1", ["item0 I x", "item0 II x"]),
        ("decimalZero", "%1", ["item0 01 x", "item0 02 x"]),
        ("ordinal", "%1", ["item0 1. x", "item0 2. x"]),
        ("bullet", "\u{f0b7}", ["item0 • x", "item0 • x"]),
        ("bullet", "o", ["item0 • x", "item0 • x"]),
        ("bullet", "–", ["item0 - x", "item0 - x"]),
        ("bullet", "\u{f02d}", ["item0 - x", "item0 - x"]),
        ("none", "", ["p x", "p x"]),
        ("decimal", "Mål %1:", ["p Mål 1: x", "p Mål 2: x"]),
        ("decimal", "3.%1", ["p 3.1 x", "p 3.2 x"]),
    ] {
        let numbering = pattern(0, &level(0, format, text, "")) + &list(1, 0, "");
        check(&numbering, &[(1, 0), (1, 0)], &expected);
    }
}

#[test]
fn levels_count_by_themselves_and_begin_anew() {
    let levels = level(0, "decimal", "%1.", "")
        + &level(1, "lowerLetter", "%2)", "")
        + &level(2, "lowerRoman", "%3.", "");
    check(
        &(pattern(0, &levels) + &list(1, 0, "")),
        &[(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2)],
        &["item0 1. x", "item1 a) x", "item1 b) x", "item2 i. x", "item0 2. x", "item1 a) x", "item2 i. x"],
    );
}

#[test]
fn a_level_may_go_on_counting() {
    let levels = level(0, "decimal", "%1.", "") + &level(1, "decimal", "%2)", "<w:lvlRestart w:val=\"0\"/>");
    check(
        &(pattern(0, &levels) + &list(1, 0, "")),
        &[(1, 0), (1, 1), (1, 0), (1, 1)],
        &["item0 1. x", "item1 1) x", "item0 2. x", "item1 2) x"],
    );
}

#[test]
fn a_level_without_those_above_counts_from_their_start() {
    let levels = level(0, "upperRoman", "%1", "")
        + &level(1, "decimal", "%1.%2", "")
        + &level(2, "decimal", "%1.%2.%3", "<w:isLgl/>");
    let numbering = pattern(0, &levels) + &list(1, 0, "");
    check(&numbering, &[(1, 1), (1, 1), (1, 2)], &["p I.1 x", "p I.2 x", "p 1.2.1 x"]);
}

#[test]
fn lists_of_one_pattern_go_on_unless_they_say_where_they_start() {
    let start = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>";
    let other = format!("<w:lvlOverride w:ilvl=\"0\">{}</w:lvlOverride>", level(0, "upperLetter", "%1)", ""));
    let numbering = pattern(0, &level(0, "decimal", "%1.", ""))
        + &list(1, 0, "")
        + &list(2, 0, "")
        + &list(3, 0, start)
        + &list(4, 0, &other);
    check(
        &numbering,
        &[(1, 0), (2, 0), (3, 0), (3, 0), (4, 0)],
        &["item0 1. x", "item0 2. x", "item0 5. x", "item0 6. x", "item0 G) x"],
    );
}

#[test]
fn a_pattern_may_leave_its_levels_to_a_style() {
    let numbering = pattern(0, "<w:numStyleLink w:val=\"Liste\"/>")
        + &pattern(1, &level(0, "decimal", "%1.", ""))
        + &list(1, 0, "")
        + &list(2, 1, "");
    let styles = "<w:style w:type=\"numbering\" w:styleId=\"Liste\"><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style>";
    let document = Document::new(&listed(1, 0, "x")).numbering(&numbering).styles(styles);
    check_document(&document, &["item0 1. x"]);
}

#[test]
fn lists_that_are_not_there_number_nothing() {
    check("", &[(7, 0)], &["p x"]);
    check(&list(7, 3, ""), &[(7, 0)], &["p x"]);
    let numbering = pattern(0, &level(0, "decimal", "%1.", "")) + &list(1, 0, "");
    check(&numbering, &[(1, 40), (0, 0)], &["p x", "p x"]);
}
