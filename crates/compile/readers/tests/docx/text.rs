//! Runs, characters, hidden text, text boxes, content controls.

use crate::check;
use crate::package::{p, pp};

#[test]
fn words_keep_the_space_that_counts() {
    check(
        "<w:p><w:r><w:t xml:space=\"preserve\">Mål </w:t></w:r><w:r><w:t> 1 </w:t></w:r><w:r><w:t>a &amp; b&#160;c&eier;</w:t></w:r></w:p>",
        &["p Mål 1a & b\u{a0}c"],
    );
    check("<w:p><w:r><w:t>Frist:</w:t><w:tab/><w:t>1. mai</w:t></w:r></w:p>", &["p Frist:\t1. mai"]);
}

#[test]
fn marks_become_characters() {
    let body = "<w:p><w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>post til\u{2011}taks</w:t><w:softHyphen/><w:t>\u{ad}hav</w:t>\
                <w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/><w:t>\u{f0b7}</w:t></w:r></w:p>";
    check(body, &["p e-post til-takshav≥✓•"]);
}

#[test]
fn breaks_end_lines_and_paragraphs_end_blocks() {
    check(
        "<w:p><w:r><w:t>Fra</w:t><w:br/><w:t>Til</w:t><w:cr/><w:t>Dato</w:t><w:br w:type=\"page\"/><w:t>Side</w:t></w:r></w:p><w:p/>",
        &["p Fra / Til / Dato / Side"],
    );
}

#[test]
fn hidden_text_is_left_out() {
    let hidden = |props: &str| {
        format!("<w:p><w:r><w:t>synlig</w:t></w:r><w:r><w:rPr>{props}</w:rPr><w:t>skjult</w:t></w:r></w:p>")
    };
    check(&hidden("<w:vanish/>"), &["p synlig"]);
    check(&hidden("<w:vanish w:val=\"0\"/>"), &["p synligskjult"]);
    check(&hidden("<w:webHidden/>"), &["p synligskjult"]);
}

#[test]
fn wrappers_hide_nothing() {
    for (open, close) in [
        ("<w:hyperlink r:id=\"x\">", "</w:hyperlink>"),
        ("<w:smartTag><w:smartTagPr><w:attr/></w:smartTagPr>", "</w:smartTag>"),
        ("<w:customXml w:element=\"a\"><w:customXmlPr/>", "</w:customXml>"),
        ("<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<m:oMath>", "</m:oMath>"),
        ("<w:ruby><w:rt><w:r><w:t>uttale</w:t></w:r></w:rt><w:rubyBase>", "</w:rubyBase></w:ruby>"),
    ] {
        check(&format!("<w:p>{open}<w:r><w:t>ord</w:t></w:r>{close}</w:p>"), &["p ord"]);
    }
    check(&format!("<w:sdt><w:sdtContent>{}{}</w:sdtContent></w:sdt>", p("en"), p("to")), &["p en", "p to"]);
}

#[test]
fn what_a_control_asks_for_is_no_text() {
    let control = |shown: &str| {
        format!(
            "<w:p><w:r><w:t>Sak: </w:t></w:r><w:sdt><w:sdtPr>{shown}</w:sdtPr><w:sdtContent><w:r><w:t>Klikk her</w:t></w:r></w:sdtContent></w:sdt></w:p>"
        )
    };
    check(&control("<w:placeholder><w:docPart w:val=\"a\"/></w:placeholder><w:showingPlcHdr/>"), &["p Sak:"]);
    check(&control("<w:placeholder><w:docPart w:val=\"a\"/></w:placeholder>"), &["p Sak:Klikk her"]);
}

#[test]
fn a_text_box_stands_once_behind_its_paragraph() {
    let inner = format!("<w:txbxContent>{}{}</w:txbxContent>", p("I boksen"), p("Mer"));
    let body = format!(
        "<w:p><w:r><w:t>Før</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx>{inner}</wps:txbx></mc:Choice>\
         <mc:Fallback><v:textbox>{inner}</v:textbox></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t> etter</w:t></w:r></w:p>{}",
        p("Neste")
    );
    check(&body, &["p Føretter", "p I boksen", "p Mer", "p Neste"]);
    let old = format!("<w:p><w:r><w:pict><v:textbox>{inner}</v:textbox></w:pict></w:r></w:p>");
    check(&old, &["p I boksen", "p Mer"]);
    let only = "<w:p><mc:AlternateContent><mc:Fallback><w:r><w:t>Reserve</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>";
    check(only, &["p Reserve"]);
}

#[test]
fn sections_lose_nothing() {
    let wide = "<w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/></w:sectPr>";
    check(&format!("{}{}{wide}", pp(wide, "Stående"), p("Liggende")), &["p Stående", "p Liggende"]);
}
