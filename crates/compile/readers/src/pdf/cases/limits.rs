//! Documents made to take endless time or memory.

use super::*;

#[test]
fn forms_that_paint_forms_end() {
    let form = |other: u32| {
        let resources = format!("/Subtype/Form/Resources<</XObject<</X {other} 0 R>>>>");
        stream(&resources, "/X Do /X Do")
    };
    let text = "BT /F 10 Tf (a) Tj ET /X Do";
    let circle = one_page("", "/XObject<</X 6 0 R>>", text, FONT, &[form(7), form(6)]);
    assert_eq!(self::text(&open(&circle).unwrap()), "a");
    let chain: Vec<String> = (7..67).map(form).collect();
    let page = one_page("", "/XObject<</X 6 0 R>>", text, FONT, &chain);
    assert_eq!(refused(&page), ReadError::TooMuchInside("PDF"));
}

#[test]
fn deep_nesting_is_no_danger() {
    let deep = 200_000;
    for content in ["q ", "[ ", "<< ", "( ", "/P BMC ", "BT ", "{ ", "/X << "] {
        let paper = drawn(&format!("BT /F 10 Tf (a) Tj ET {}", content.repeat(deep)));
        assert!(text(&paper).starts_with('a'), "{content}");
    }
}

#[test]
fn numbers_of_any_size_are_no_danger() {
    for number in
        ["99999999999999999999999999", "-1e5", "1.7976931348623157", "--5", "4-3", ".", "0.000000000001"]
    {
        let content = format!(
            "BT /F 10 Tf (a) Tj ET {number} 0 0 {number} {number} {number} cm 10 {number} m {number} 5 l S \
             BT /F {number} Tf {number} Tc {number} Tz {number} {number} Td [(b) {number} (c)] TJ ET"
        );
        let paper = drawn(&content);
        let is_finite =
            |glyph: &Glyph| [glyph.x, glyph.y, glyph.advance, glyph.size].iter().all(|n| n.is_finite());
        assert!(paper.pages[0].glyphs.iter().all(is_finite), "{number}");
    }
}

#[test]
fn fonts_of_nonsense_are_no_danger() {
    for font in [
        "<</Type/Font/Subtype/Type0>>",
        "<</Type/Font/Subtype/Type0/DescendantFonts[5 0 R]/Encoding/Identity-H>>",
        "<</Type/Font/Subtype/Type3/FontMatrix[0 0 0 0 0 0]/Widths[1e30 -1e30]/FirstChar 97>>",
        "<</Type/Font/Subtype/Type0/DescendantFonts[<</W[0 4294967295 500 -5[1]]/DW -1e38>>]>>",
        "[1 2 3]",
        "null",
    ] {
        let content = "BT /F 10 Tf (aa) Tj ET";
        let _any = open(&one_page("", "", content, font, &[])).map(|paper| text(&paper));
    }
}

#[test]
fn tables_of_places_that_lie_are_no_danger() {
    let page = String::from_utf8(one_page("", "", "BT /F 10 Tf (a) Tj ET", FONT, &[])).unwrap();
    for (from, to) in [
        ("0 6\n", "0 4294967295\n"),
        ("0 6\n", "4294967290 6\n"),
        ("/Size 6", "/Size 6/Prev 430"),
        ("/Size 6", "/Size 6/XRefStm 0/Prev -3"),
        ("0000000216", "9999999999"),
        ("0000000216", "0000000009"),
        ("/Length 21", "/Length 4 0 R"),
        ("/Length 21", "/Length -21"),
        ("/Length 21", "/Length 99999999999"),
        ("/Length 21", "/Filter 4 0 R/Length 21"),
    ] {
        let broken = page.replace(from, to);
        let read = open(broken.as_bytes()).map(|paper| text(&paper));
        assert_eq!(read, Ok("a".to_owned()), "{from} -> {to}");
    }
}
