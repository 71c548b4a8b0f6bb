//! Content: where operators put glyphs and lines.

use super::*;
use crate::pdf::page::{Rule, Turn};

/// Writes rows short: text, then place, advance and size in tenths of a point.
fn check(content: &str, expected: &[(&str, [i32; 4])]) {
    let expected: Vec<_> = expected.iter().map(|(text, numbers)| ((*text).to_owned(), *numbers)).collect();
    assert_eq!(rows(&drawn(content)), expected, "{content}");
}

#[test]
fn text_is_placed_by_its_operators() {
    check("BT /F 10 Tf 20 30 Td (ab) Tj ET", &[("a", [200, 700, 50, 100]), ("b", [250, 700, 50, 100])]);
    check("BT /F 10 Tf 2 Tc 20 30 Td (ab) Tj ET", &[("a", [200, 700, 50, 100]), ("b", [270, 700, 50, 100])]);
    check("BT /F 10 Tf 3 Tw ( a) Tj ET", &[(" ", [0, 1000, 50, 100]), ("a", [80, 1000, 50, 100])]);
    check("BT /F 10 Tf 50 Tz (ab) Tj ET", &[("a", [0, 1000, 25, 100]), ("b", [25, 1000, 25, 100])]);
    check("BT /F 10 Tf 4 Ts (a) Tj ET", &[("a", [0, 960, 50, 100])]);
    check("BT /F 10 Tf [(a) -1000 (b)] TJ ET", &[("a", [0, 1000, 50, 100]), ("b", [150, 1000, 50, 100])]);
    check(
        "BT /F 10 Tf 12 TL 10 80 Td (a) Tj T* (b) Tj (c) ' 1 2 (d) \" ET",
        &[
            ("a", [100, 200, 50, 100]),
            ("b", [100, 320, 50, 100]),
            ("c", [100, 440, 50, 100]),
            ("d", [100, 560, 50, 100]),
        ],
    );
    check(
        "BT /F 10 Tf 5 50 TD 0 -20 TD (a) Tj T* (b) Tj ET",
        &[("a", [50, 700, 50, 100]), ("b", [50, 900, 50, 100])],
    );
    check("BT /F 1 Tf 12 0 0 12 10 20 Tm (a) Tj ET", &[("a", [100, 800, 60, 120])]);
    check("2 0 0 2 10 10 cm BT /F 10 Tf 5 5 Td (a) Tj ET", &[("a", [200, 800, 100, 200])]);
    check("q 1 0 0 1 50 0 cm Q Q BT /F 10 Tf 3 Tr (a) Tj ET", &[("a", [0, 1000, 50, 100])]);
    check("BT /F 10 Tf 500 500 Td (a) Tj ET BT (b) Tj ET", &[("b", [0, 1000, 50, 100])]);
}

#[test]
fn strings_and_names_undo_their_escapes() {
    let paper = drawn("BT /#46 10 Tf (\\(a\\)\\345(x)\\\n\\\\) Tj % note\n<4 1 4> Tj ET");
    assert_eq!(text(&paper), "(a)å(x)\\A@");
}

#[test]
fn text_reads_in_a_direction() {
    for (matrix, turn) in [
        ("1 0 0 1", Turn::Right),
        ("1 .02 -.02 1", Turn::Right),
        ("0 1 -1 0", Turn::Up),
        ("0 -1 1 0", Turn::Down),
        ("-1 0 0 -1", Turn::Left),
        ("1 1 -1 1", Turn::Slanted),
    ] {
        let paper = drawn(&format!("BT /F 10 Tf {matrix} 50 50 Tm (a) Tj ET"));
        assert_eq!(paper.pages[0].glyphs[0].turn, turn, "{matrix}");
    }
}

#[test]
fn text_that_stands_for_other_text() {
    for (content, expected) in [
        ("/Span<</ActualText<FEFF00AD>>>BDC (-) Tj EMC (b) Tj", "\u{ad}b"),
        ("/Span<</Lang(nb)/ActualText(ffi)>>BDC (x) Tj EMC (b) Tj", "ffib"),
        ("/Span<</ActualText()>>BDC (x) Tj EMC (b) Tj", "b"),
        ("/Span/P1 BDC (x) Tj EMC (b) Tj", "åb"),
        ("/Span<</ActualText(ab)>>BDC (xyz) Tj EMC", "ab"),
    ] {
        let resources = "/Properties<</P1<</ActualText<FEFF00E5>>>>>";
        let page = one_page("", resources, &format!("BT /F 10 Tf {content} (.) Tj ET"), FONT, &[]);
        assert_eq!(text(&paper(&page).unwrap()), format!("{expected}."), "{content}");
    }
}

#[test]
fn artifacts_are_marked_and_hidden_layers_left_out() {
    let catalog = "<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[6 0 R 7 0 R]/D<</OFF[7 0 R]>>>>>>";
    let content = "BT /F 10 Tf /Artifact BMC (a) Tj EMC /OC/On BDC (b) Tj EMC /OC/Off BDC (c) Tj EMC \
                   /OC/Both BDC (d) Tj EMC /OC/All BDC (e) Tj EMC (f) Tj ET";
    let layers = "/Properties<</On 6 0 R/Off 7 0 R/Both<</Type/OCMD/OCGs[6 0 R 7 0 R]>>\
                  /All<</Type/OCMD/P/AllOn/OCGs[6 0 R 7 0 R]>>>>";
    let group = "<</Type/OCG/Name(x)>>".to_owned();
    let page = one_page("", layers, content, FONT, &[group.clone(), group]);
    let page = String::from_utf8(page).unwrap().replace("<</Type/Catalog/Pages 2 0 R>>", catalog);
    let paper = paper(page.as_bytes()).unwrap();
    assert_eq!(text(&paper), "abdf");
    let artifacts: Vec<bool> = paper.pages[0].glyphs.iter().map(|glyph| glyph.artifact).collect();
    assert_eq!(artifacts, [true, false, false, false]);
}

#[test]
fn forms_are_painted_in_their_place() {
    let form = stream(
        "/Type/XObject/Subtype/Form/Matrix[1 0 0 1 30 0]/Resources<</Font<</G 5 0 R>>/XObject<</X 6 0 R>>>>",
        "BT /G 10 Tf (b) Tj ET /X Do",
    );
    let content = "BT /F 10 Tf (a) Tj ET 1 0 0 1 0 40 cm /X Do /Y Do /Z Do";
    let picture = stream("/Type/XObject/Subtype/Image/Width 1/Height 1", "x");
    let page = one_page("", "/XObject<</X 6 0 R/Y 7 0 R>>", content, FONT, &[form, picture]);
    let paper = paper(&page).unwrap();
    // The form paints itself, which a form cannot.
    assert_eq!(rows(&paper), [("a".to_owned(), [0, 1000, 50, 100]), ("b".to_owned(), [300, 600, 50, 100])]);
    assert_eq!((text(&paper).as_str(), paper.pages[0].pictures), ("ab", 1));
}

#[test]
fn pictures_in_the_content_are_left_out() {
    let content = "BT /F 10 Tf (a) Tj ET BI /W 2 /H 2 /BPC 8 ID \x01 EI \x02\x03(no) Tj EI BT (b) Tj ET";
    let paper = drawn(content);
    assert_eq!((text(&paper).as_str(), paper.pages[0].pictures), ("ab", 1));
}

#[test]
fn ruled_lines_are_found() {
    let line = |x0, y0, x1, y1| Rule { x0, y0, x1, y1 };
    for (content, expected) in [
        ("10 20 m 90 20 l S", vec![line(10.0, 80.0, 90.0, 80.0)]),
        ("[2 2] 0 d 10 20 m 10 90 l s", vec![line(10.0, 10.0, 10.0, 80.0), line(10.0, 10.0, 10.0, 80.0)]),
        ("10 20 80 1 re f", vec![line(10.0, 79.5, 90.0, 79.5)]),
        ("10 20 80 1 re B", vec![line(10.0, 79.5, 90.0, 79.5)]),
        ("10 20 1 60 re f*", vec![line(10.5, 20.0, 10.5, 80.0)]),
        ("10 20 80 50 re f", vec![]),
        ("1 g 10 20 80 1 re f", vec![]),
        ("1 1 1 RG 10 20 m 90 20 l S", vec![]),
        ("0 0 0 0 K 10 20 m 90 20 l S", vec![]),
        ("/DeviceRGB CS 1 1 1 SC 10 20 m 90 20 l S", vec![]),
        ("/Cs1 CS 1 SC 10 20 m 90 20 l S", vec![line(10.0, 80.0, 90.0, 80.0)]),
        ("10 20 m 90 60 l S", vec![]),
        ("10 20 m 90 20 l W n", vec![]),
        ("10 20 m 90 20 90 20 90 90 c 90 95 l S", vec![line(90.0, 5.0, 90.0, 10.0)]),
        ("10 20 m 10 21 l S", vec![]),
        ("0 20 m 1e99 20 l S", vec![]),
    ] {
        let paper = drawn(&format!("BT /F 10 Tf (a) Tj ET {content}"));
        assert_eq!(paper.pages[0].rules, expected, "{content}");
    }
    let boxed = drawn("BT /F 10 Tf (a) Tj ET 10 20 80 50 re S");
    let mut rules: Vec<[i32; 4]> =
        boxed.pages[0].rules.iter().map(|r| [r.x0, r.y0, r.x1, r.y1].map(|n| n as i32)).collect();
    rules.sort_unstable();
    assert_eq!(rules, [[10, 30, 10, 80], [10, 30, 90, 30], [10, 80, 90, 80], [90, 30, 90, 80]]);
}

#[test]
fn outlines_make_text_bold() {
    for (content, expected) in
        [("2 Tr .3 w", true), ("2 Tr .01 w", false), ("0 Tr .3 w", false), ("1 Tr 1 w", false)]
    {
        let paper = drawn(&format!("BT /F 10 Tf {content} (a) Tj ET"));
        let face = usize::from(paper.pages[0].glyphs[0].font);
        assert_eq!(paper.fonts[face].bold, expected, "{content}");
    }
}
