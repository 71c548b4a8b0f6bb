//! Pages: what they inherit, how they are shown, what is refused.

use super::*;

#[test]
fn a_page_is_read_as_it_is_shown() {
    let content = "BT /F 10 Tf 20 30 Td (a) Tj ET";
    for (page, size, place) in [
        ("", [200, 100], [200, 700]),
        ("/CropBox[10 20 110 90]", [100, 70], [100, 600]),
        ("/CropBox[110 90 10 20]", [100, 70], [100, 600]),
        ("/CropBox[900 900 950 950]", [200, 100], [200, 700]),
        ("/MediaBox[0 0 400 200]", [400, 200], [200, 1700]),
        ("/MediaBox[0 0 0 0]", [595, 842], [200, 8120]),
        ("/UserUnit 2", [400, 200], [400, 1400]),
        ("/Rotate 90", [100, 200], [300, 200]),
        ("/Rotate 180", [200, 100], [1800, 300]),
        ("/Rotate -90", [100, 200], [700, 1800]),
    ] {
        let paper = paper(&one_page(page, "", content, FONT, &[])).unwrap();
        let shown = &paper.pages[0];
        let (_, [x, y, _, _]) = row(&shown.glyphs[0]);
        assert_eq!(([shown.width as i32, shown.height as i32], [x, y]), (size, place), "{page}");
    }
}

#[test]
fn text_on_a_turned_page_reads_as_shown() {
    use crate::pdf::page::Turn;
    let content = "BT /F 10 Tf 0 1 -1 0 50 20 Tm (a) Tj ET";
    let paper = paper(&one_page("/Rotate 90", "", content, FONT, &[])).unwrap();
    assert_eq!(paper.pages[0].glyphs[0].turn, Turn::Right);
}

#[test]
fn content_in_parts_is_one_content() {
    let page = one_page("", "", "BT /F 10 Tf (a) T", FONT, &[stream("", "(b) Tj"), stream("", "(c) Tj ET")]);
    let page =
        String::from_utf8(page).unwrap().replace("/Contents 4 0 R", "/Contents[4 0 R 6 0 R 99 0 R 7 0 R]");
    assert_eq!(text(&paper(page.as_bytes()).unwrap()), "bc");
}

#[test]
fn a_tree_of_pages_that_bites_its_tail_ends() {
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R 4 0 R 2 0 R]/MediaBox[0 0 200 100]/Resources<</Font<</F 6 0 R>>>>>>"
            .to_owned(),
        "<</Type/Page/Contents 5 0 R>>".to_owned(),
        "<</Type/Pages/Kids[2 0 R 3 0 R 7 0 R null 12]>>".to_owned(),
        stream("", "BT /F 10 Tf (a) Tj ET"),
        FONT.to_owned(),
        "<</Type/Page/Contents 5 0 R>>".to_owned(),
    ];
    let paper = paper(&document(&objects)).unwrap();
    assert_eq!((paper.pages.len(), text(&paper).as_str()), (2, "aa"));
    assert_eq!(paper.pages[1].number, 2);
}

#[test]
fn documents_without_pages_or_text_are_refused_with_a_reason() {
    let catalog = "<</Type/Catalog/Pages 2 0 R>>".to_owned();
    let empty = document(&[catalog.clone(), "<</Type/Pages/Kids[]>>".to_owned()]);
    assert_eq!(refused(&empty), ReadError::Damaged("PDF", "it has no pages".to_owned()));
    let scan = one_page("", "/XObject<</X 6 0 R>>", "/X Do", FONT, &[stream("/Subtype/Image", "x")]);
    assert_eq!(refused(&scan), ReadError::NoText(1));
    let blank = one_page("", "", "BT /F 10 Tf (  ) Tj ET", FONT, &[]);
    assert_eq!(refused(&blank), ReadError::NoText(1));
    assert!(matches!(refused(b"%PDF-1.7\nnothing here"), ReadError::Damaged("PDF", _)));
    let kids = "3 0 R ".repeat(5_001);
    let mut many =
        vec![catalog, format!("<</Type/Pages/Kids[{}]>>", kids.replace("3 0 R", "<</Type/Page>>"))];
    assert_eq!(refused(&document(&many)), ReadError::TooManyPages(5_001));
    many[1] = "<</Type/Pages/Kids 3 0 R>>".to_owned();
    assert!(matches!(refused(&document(&many)), ReadError::Damaged("PDF", _) | ReadError::NoText(1)));
}

#[test]
fn a_file_with_wrong_places_is_mended() {
    let page = String::from_utf8(one_page("", "", "BT /F 10 Tf (a) Tj ET", FONT, &[])).unwrap();
    for broken in [
        page.replace("startxref\n", "startxref\n9"),
        page.replace("%PDF-1.7\n", "%PDF-1.7\n% a line more than when the places were noted\n"),
        page[..page.find("startxref").unwrap()].to_owned(),
        page.replace("/Length 21", "/Length 7"),
    ] {
        assert_eq!(paper(broken.as_bytes()).map(|paper| text(&paper)), Ok("a".to_owned()), "{broken}");
    }
}

#[test]
fn a_file_without_tables_is_searched() {
    let page = String::from_utf8(one_page("", "", "BT /F 10 Tf (a) Tj ET", FONT, &[])).unwrap();
    let bare = &page[..page.find("xref").unwrap()];
    assert_eq!(text(&paper(bare.as_bytes()).unwrap()), "a");
    // The last object of a number counts, and objects in streams of objects are found.
    let content = stream("", "BT /F 10 Tf (b) Tj ET");
    let packed = stream("/Type/ObjStm/N 1/First 4", &format!("5 0 {FONT}"));
    let font = page.find("5 0 obj").unwrap();
    let changed = format!("{}4 0 obj\n{content}\nendobj\n9 0 obj\n{packed}\nendobj\n", &page[..font]);
    assert_eq!(text(&paper(changed.as_bytes()).unwrap()), "b");
}
