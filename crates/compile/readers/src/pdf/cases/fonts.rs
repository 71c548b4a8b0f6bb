//! Fonts: encodings, character maps, widths.

use super::*;

/// Returns the text and the advances in tenths of points, at size 10, of a string in a font.
fn shown(string: &str, font: &str, more: &[String]) -> (String, Vec<i32>) {
    let paper = paper(&one_page("", "", &format!("BT /F 10 Tf {string} Tj ET"), font, more)).unwrap();
    (text(&paper), rows(&paper).iter().map(|(_, [_, _, advance, _])| *advance).collect())
}

fn simple(rest: &str) -> String {
    format!("<</Type/Font/Subtype/Type1/BaseFont/Helvetica{rest}>>")
}

#[test]
fn bytes_are_read_by_their_encoding() {
    for (encoding, bytes, expected) in [
        ("/Encoding/WinAnsiEncoding", "<4de56c96e6f8c680a0ad>", "Mål–æøÆ€ -"),
        ("/Encoding/MacRomanEncoding", "<4d8c6cd0bebfae>", "Mål–æøÆ"),
        ("/Encoding/StandardEncoding", "<4df1f9e1aeafb1>", "MæøÆfifl–"),
        ("", "<4df1f9e1>", "MæøÆ"),
        ("/Encoding/MacExpertEncoding", "<3031>", "\u{f730}\u{f731}"),
        (
            "/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[65/oslash/uni00E5 100/f_f_i/u00C6/a.sc]>>",
            "<41424364656667e6>",
            "øåCffiÆagæ",
        ),
        (
            "/Encoding<</Differences[1/fi/ffl/g12/.notdef/Aring/minus/bullet]>>",
            "<01020304050607>",
            "fiffl\u{fffd}\u{fffd}Å−•",
        ),
        ("/Encoding<</Differences[300/a -1/b 65/ae]>>", "<41>", "æ"),
    ] {
        assert_eq!(shown(bytes, &simple(encoding), &[]).0, expected, "{encoding}");
    }
    let symbol = "<</Type/Font/Subtype/Type1/BaseFont/Symbol>>";
    assert_eq!(shown("<b761>", symbol, &[]).0, "•α");
}

#[test]
fn character_maps_say_more_than_encodings() {
    let map = stream(
        "",
        "1 begincodespacerange <00> <ff> endcodespacerange
         3 beginbfchar <01> <00660066> <02> <D83DDE00> <03> <FB01> endbfchar
         2 beginbfrange <10> <12> <00E5> <20> <22> [<0041> <00420043> <0044>] endbfrange",
    );
    let font = simple("/Encoding/WinAnsiEncoding/ToUnicode 6 0 R");
    let (text, _) = shown("<010203101112202122e6>", &font, &[map]);
    assert_eq!(text, "ff😀fiåæçABCDæ");
}

fn composite(encoding: &str, rest: &str) -> String {
    format!(
        "<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Test-Identity-H/Encoding {encoding}/ToUnicode 6 0 R\
         /DescendantFonts[<</Type/Font/Subtype/CIDFontType2{rest}>>]>>"
    )
}

#[test]
fn widths_come_in_every_form() {
    let map = stream("", "1 beginbfrange <0001> <0020> <0061> endbfrange");
    let more = [map, "[600 650]".to_owned(), "[12 13 250 14 14 350]".to_owned()];
    for (widths, expected) in [
        ("/DW 900/W[1[500 600]3 5 700 9[250]]", [50, 60, 70, 70, 70, 90, 25]),
        ("/DW 0/W[1 2 500 3 3 600 4 6 450 9 9 100]", [50, 50, 60, 45, 45, 45, 10]),
        ("/W[1 7 0 R 3 [1 2 3]]", [60, 65, 0, 0, 0, 100, 100]),
        ("/DW 333.3/W[2 2 250.5 (no) 3 3 100]", [33, 25, 10, 33, 33, 33, 33]),
        ("/DW 500/W[1 2]", [50; 7]),
    ] {
        let font = composite("/Identity-H", widths);
        let (text, advances) = shown("<0001000200030004000500060009>", &font, &more);
        assert_eq!((text.as_str(), advances), ("abcdefi", expected.to_vec()), "{widths}");
    }
}

#[test]
fn an_embedded_map_cuts_codes_and_numbers_glyphs() {
    let unicode = stream("", "3 beginbfchar <20> <0020> <8140> <00e5> <8141> <00e6> endbfchar");
    let codes = stream(
        "/Type/CMap",
        "2 begincodespacerange <00> <7f> <8140> <9ffc> endcodespacerange
         1 begincidchar <20> 1 endcidchar 1 begincidrange <8140> <8142> 5 endcidrange",
    );
    let font = composite("7 0 R", "/DW 0/W[1[300]5[400 500]]");
    let (text, advances) = shown("<8140208141>", &font, &[unicode, codes]);
    assert_eq!((text.as_str(), advances), ("å æ", vec![40, 30, 50]));
}

#[test]
fn what_stands_for_nothing_known_is_said_so() {
    let nothing = stream("", "");
    let (text, _) = shown("<00010002>", &composite("/Identity-H", ""), std::slice::from_ref(&nothing));
    assert_eq!(text, "\u{fffd}\u{fffd}");
}

#[test]
fn widths_of_simple_fonts() {
    for (rest, expected) in [
        ("/FirstChar 97/Widths[500 600]/FontDescriptor<</MissingWidth 123>>", [50, 60, 12]),
        ("/FirstChar 98/Widths[600 700]", [0, 60, 70]),
        ("/FirstChar -4/Widths[600 700]", [0, 0, 0]),
        ("", [56, 56, 50]),
    ] {
        assert_eq!(shown("(abc)", &simple(rest), &[]).1, expected, "{rest}");
    }
}

#[test]
fn a_font_that_the_page_draws_has_a_scale_of_its_own() {
    let font = "<</Type/Font/Subtype/Type3/FontMatrix[0.01 0 0 0.01 0 0]/FontBBox[0 -20 80 80]/FirstChar 97\
                /Widths[50]/Encoding<</Differences[97/aring]>>/CharProcs<<>>>>";
    let paper = paper(&one_page("", "", "BT /F 10 Tf 5 50 Td (aa) Tj ET", font, &[])).unwrap();
    assert_eq!(rows(&paper), [("å".to_owned(), [50, 500, 50, 100]), ("å".to_owned(), [100, 500, 50, 100])]);
}

#[test]
fn faces_are_told_by_name_and_descriptor() {
    for (name, descriptor, expected) in [
        ("ABCDEF+Calibri-Bold", "", ("Calibri-Bold", true, false)),
        ("TimesNewRomanPS-BoldItalicMT", "", ("TimesNewRomanPS-BoldItalicMT", true, true)),
        ("Calibri", "/Flags 64", ("Calibri", false, true)),
        ("Calibri", "/Flags 262144", ("Calibri", true, false)),
        ("Calibri", "/StemV 140", ("Calibri", true, false)),
        ("Calibri", "/StemV 80/ItalicAngle -12", ("Calibri", false, true)),
        ("Calibri", "/FontWeight 700", ("Calibri", true, false)),
        ("OpenSans-Semibold", "", ("OpenSans-Semibold", true, false)),
    ] {
        let font = format!("<</Type/Font/Subtype/TrueType/BaseFont/{name}/FontDescriptor<<{descriptor}>>>>");
        let paper = paper(&one_page("", "", "BT /F 10 Tf (a) Tj ET", &font, &[])).unwrap();
        let face = &paper.fonts[0];
        assert_eq!((face.name.as_str(), face.bold, face.italic), expected);
    }
}
