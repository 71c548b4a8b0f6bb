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
    assert_eq!(self::text(&paper(&circle).unwrap()), "a");
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
        let _any = paper(&one_page("", "", content, font, &[])).map(|paper| text(&paper));
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
        let read = paper(broken.as_bytes()).map(|paper| text(&paper));
        assert_eq!(read, Ok("a".to_owned()), "{from} -> {to}");
    }
}

/// Changes bytes of a file here and there, by a number that stands for chance.
fn changed(file: &[u8], chance: &mut u64) -> Vec<u8> {
    let mut draw = |below: usize| {
        *chance ^= *chance << 13;
        *chance ^= *chance >> 7;
        *chance ^= *chance << 17;
        usize::try_from(*chance % below.max(1) as u64).unwrap()
    };
    let mut bytes = file.to_vec();
    for _ in 0..=draw(6) {
        let at = draw(bytes.len());
        let from = draw(bytes.len());
        match draw(5) {
            0 => bytes[at] = draw(256) as u8,
            1 => bytes[at] = b"0123456789-.<>[]()/ R"[draw(21)],
            2 => drop(bytes.drain(at..(at + draw(8)).min(file.len() - 1).max(at).min(bytes.len()))),
            3 => {
                let piece = bytes[from..(from + draw(24)).min(bytes.len())].to_vec();
                drop(bytes.splice(at..at, piece));
            }
            _ => bytes.truncate(bytes.len() - draw(bytes.len() / 4)),
        }
        if bytes.is_empty() {
            return file.to_vec();
        }
    }
    bytes
}

#[test]
fn any_change_of_a_file_is_read_or_refused() {
    let map = "2 begincodespacerange <00> <7f> <8140> <9ffc> endcodespacerange 1 beginbfrange <20> <22> [<0041> \
               <00420043> <0044>] endbfrange 1 begincidrange <20> <7f> 1 endcidrange";
    let content = "q 2 0 0 2 1 1 cm /P<</MCID 0/ActualText(x)>>BDC BT /F 10 Tf 2 Tc 1 0 0 1 5 5 Tm [(a b) -20 <41>] TJ \
                   ET EMC 10 20 80 1 re f 1 2 m 3 9 l S /X Do BI /W 1 ID x EI Q";
    let form =
        stream("/Subtype/Form/Matrix[1 0 0 1 3 3]/Resources<</Font<</F 5 0 R>>>>", "BT /F 8 Tf (f) Tj ET");
    let composite =
        "<</Type/Font/Subtype/Type0/Encoding 6 0 R/ToUnicode 6 0 R/DescendantFonts[<</W[1[5 6]7 9 8]>>]>>";
    let simple = "<</Type/Font/Subtype/Type1/BaseFont/Symbol/Widths[1 2 3]/FirstChar 60/ToUnicode 6 0 R/Encoding\
                  <</Differences[65/a/uni00E5]>>>>";
    let resources = "/XObject<</X 7 0 R>>";
    let more = [stream("", map), form, "<</Type/ObjStm/N 1/First 4>>".to_owned()];
    let mut chance = 0x5eed_1e77_u64;
    for font in [composite, simple] {
        let file = one_page("/Rotate 90", resources, content, font, &more);
        let root = "<</Type/Catalog/MarkInfo<</Marked true>>/StructTreeRoot<</K<</S/P/Pg 3 0 R/K 0>>>>/Pages 2 0 R>>";
        let file = String::from_utf8(file).unwrap().replace("<</Type/Catalog/Pages 2 0 R>>", root);
        assert!(paper(file.as_bytes()).is_ok());
        for _ in 0..CHANGES {
            let changed = changed(file.as_bytes(), &mut chance);
            let _any = crate::pdf::read(&changed);
        }
    }
}

/// How many changes are tried of each file.
const CHANGES: usize = 500;
