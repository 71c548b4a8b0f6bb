//! The structure of tagged documents.

use super::*;
use crate::pdf::page::{Kid, Tag};

/// Writes a tag short: `Role(kids)`, marked content as `page:number`.
fn short(tag: &Tag) -> String {
    let kids: Vec<String> = tag
        .kids
        .iter()
        .map(|kid| match kid {
            Kid::Tag(tag) => short(tag),
            Kid::Mark(page, number) => format!("{page}:{number}"),
        })
        .collect();
    let spans = if (tag.columns, tag.rows) == (1, 1) {
        String::new()
    } else {
        format!("{}x{}", tag.columns, tag.rows)
    };
    format!("{}{spans}({})", tag.role, kids.join(" "))
}

fn tagged(root: &str, content: &str, resources: &str, more: &[String]) -> Paper {
    let page = one_page("", resources, content, FONT, more);
    let catalog = format!("<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot<<{root}>>>>");
    let page = String::from_utf8(page).unwrap().replace("<</Type/Catalog/Pages 2 0 R>>", &catalog);
    paper(page.as_bytes()).unwrap()
}

fn tree(paper: &Paper) -> String {
    paper.tags.iter().flatten().map(short).collect::<Vec<_>>().join(" ")
}

const CONTENT: &str = "/P<</MCID 0>>BDC BT /F 10 Tf (a) Tj ET EMC /Q<</MCID 1>>BDC BT (b) Tj /Span BMC (c) Tj EMC ET EMC \
                       BT (d) Tj ET";

#[test]
fn elements_have_roles_marks_and_spans() {
    for (root, expected) in [
        ("/K<</S/Document/Pg 3 0 R/K[<</S/P/K 0>><</S/H1/K[1]>>]>>", "Document(P(1:0) H1(1:1))"),
        ("/RoleMap<</Avsnitt/Brød/Brød/P/P/H1>>/K<</S/Avsnitt/Pg 3 0 R/K 0>>", "P(1:0)"),
        ("/RoleMap<</A/B/B/A>>/K<</S/A/Pg 3 0 R/K 0>>", "A(1:0)"),
        ("/K<</S/P/K[<</Type/MCR/Pg 3 0 R/MCID 1>><</Type/OBJR/Obj 5 0 R>>]>>", "P(1:1)"),
        ("/K<</S/P/K 0>>", "P()"),
        (
            "/K[<</S/TD/A<</O/Table/ColSpan 2/RowSpan 3>>>><</S/TD/A[<</ColSpan 0>>0<</ColSpan 4>>]>>]",
            "TD2x3() TD4x1()",
        ),
        ("/ClassMap<</wide<</O/Table/ColSpan 5>>>>/K<</S/TH/C/wide>>", "TH5x1()"),
        ("/K<</S/P/Pg 3 0 R/K[0 -4 (no) null 99 0 R]>>", "P(1:0)"),
        ("/K 12", ""),
    ] {
        assert_eq!(tree(&tagged(root, CONTENT, "", &[])), expected, "{root}");
    }
}

#[test]
fn glyphs_know_their_mark() {
    let paper = tagged("/K<</S/P/Pg 3 0 R/K[0 1]>>", CONTENT, "", &[]);
    let marks: Vec<_> = paper.pages[0].glyphs.iter().map(|glyph| glyph.mark).collect();
    assert_eq!(marks, [Some(0), Some(1), Some(1), None]);
    let untagged = drawn(CONTENT);
    assert!(untagged.tags.is_none() && untagged.pages[0].glyphs.iter().all(|glyph| glyph.mark.is_none()));
}

#[test]
fn marks_in_forms_are_not_those_of_the_page() {
    let form =
        stream("/Subtype/Form/Resources<</Font<</F 5 0 R>>>>", "/P<</MCID 0>>BDC BT /F 10 Tf (f) Tj ET EMC");
    let root = "/K<</S/Document/Pg 3 0 R/K[<</S/P/K 0>><</S/P/K<</Type/MCR/Stm 6 0 R/MCID 0>>>>]>>";
    let content = format!("{CONTENT} /X Do");
    let paper = tagged(root, &content, "/XObject<</X 6 0 R>>", &[form]);
    let last = paper.pages[0].glyphs.last().unwrap().mark.unwrap();
    assert_eq!(tree(&paper), format!("Document(P(1:0) P(1:{last}))"));
    assert_ne!(last, 0);
}

#[test]
fn text_of_the_structure_stands_for_its_marks() {
    let paper = tagged("/K<</S/P/Pg 3 0 R/K<</S/Span/ActualText(X)/K[0 1]>>>>", CONTENT, "", &[]);
    assert_eq!(text(&paper), "Xd");
}

#[test]
fn a_structure_that_bites_its_tail_ends() {
    let element = "<</S/Sect/K[6 0 R 7 0 R]>>".to_owned();
    let paper = tagged("/K 6 0 R", CONTENT, "", &[element.clone(), element]);
    assert_eq!(tree(&paper), "Sect(Sect())");
    let deep = format!("{}{}", "<</S/P/K[".repeat(40), "]>>".repeat(40));
    let paper = tagged(&format!("/K {deep}"), CONTENT, "", &[]);
    assert!(tree(&paper).starts_with("P(P(P("));
}
