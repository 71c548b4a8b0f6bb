//! Pages and the blocks that are read from them, a line for each.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]

use styrbord_source::{Laid, LaidText, TextKind};

/// Writes blocks as lines: `h2`, `p`, `-0` for an item and its depth, `note`, `toc`, `furniture`, `table` and rows.
fn shown(html: &str) -> Vec<String> {
    let blocks = super::read(html).unwrap();
    blocks.iter().flat_map(lines).collect()
}

fn lines(block: &Laid) -> Vec<String> {
    match block {
        Laid::Text(kind, one) => {
            let kind = match kind {
                TextKind::Heading { level } => format!("h{level}"),
                TextKind::Paragraph => "p".to_owned(),
                TextKind::Item { marker, depth } => format!("{depth} {marker}"),
                TextKind::Contents => "toc".to_owned(),
                TextKind::Note => "note".to_owned(),
                TextKind::Furniture => "furniture".to_owned(),
            };
            vec![format!("{kind}: {}", text(one))]
        }
        Laid::Table(table) => {
            let head = if table.has_head { " head" } else { "" };
            let rows = table.rows.iter().map(|row| row.iter().map(text).collect::<Vec<_>>().join(" | "));
            std::iter::once(format!("table {}{head}", table.columns)).chain(rows).collect()
        }
        Laid::Remark(kind, _) => vec![format!("remark {kind:?}")],
    }
}

fn text(text: &LaidText) -> String {
    let shown = text.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" / ");
    let remarks = text.remarks.iter().map(|remark| format!(" [{remark:?}]"));
    std::iter::once(shown).chain(remarks).collect()
}

#[track_caller]
fn check(html: &str, expected: &[&str]) {
    assert_eq!(shown(html), expected, "{html}");
}

#[test]
fn headings_and_paragraphs() {
    check(
        "<h1>Tildelingsbrev</h1><p>Fra <b>oss</b>\n  til\tdere",
        &["h1: Tildelingsbrev", "p: Fra oss til dere"],
    );
    check("<div role=heading aria-level=3>Mål</div>tekst<div>mer</div>", &["h3: Mål", "p: tekst", "p: mer"]);
    check("<p>en<br>to<br/>tre</p>", &["p: en / to / tre"]);
    check("<p>en<br><br>to", &["p: en", "p: to"]);
    check("<h2>3.1 <span>Mål</span><div>for</div></h2>", &["h2: 3.1 Mål for"]);
    check(
        "<p>arbeids&shy;livet, arbeids<wbr>livet 25&nbsp;000 &lt;kr&gt;</p>",
        &["p: arbeidslivet, arbeidslivet 25\u{a0}000 <kr>"],
    );
    check("<pre>en\n  to   tre\n\nfire</pre>", &["p: en /   to   tre", "p: fire"]);
    check("<details><summary>Mål 1</summary>Tekst</details>", &["h7: Mål 1", "p: Tekst"]);
    check("<dl><dt>Frist</dt><dd>1. mars</dd></dl>", &["p: Frist", "p: 1. mars"]);
    check("<p>a<img alt='Riksvåpen' src=x></p><hr><p>b", &["p: a", "p: b"]);
}

#[test]
fn a_bold_line_of_its_own_is_a_heading() {
    check("<p><b>Rapportering</b></p><p>Tekst", &["h7: Rapportering", "p: Tekst"]);
    check("<p><strong>Frist:</strong></p>", &["p: Frist:"]);
    check("<p><b>Frist</b> 1. mars</p>", &["p: Frist 1. mars"]);
    check("<p style='font-weight: bold'>Mål</p>", &["h7: Mål"]);
}

#[test]
fn lists() {
    check("<ul><li>en<li>to<ul><li>tre</ul></ul>", &["0 -: en", "0 -: to", "1 -: tre"]);
    check("<ol start=3><li>c<li value=7>g<li>h</ol>", &["0 3.: c", "0 7.: g", "0 8.: h"]);
    check("<ol type=a><li>en<li>to</ol>", &["0 a): en", "0 b): to"]);
    check("<ol reversed><li>to<li>en</ol>", &["0 2.: to", "0 1.: en"]);
    check("<ol style='list-style-type: lower-roman'><li>en<li>to</ol>", &["0 i.: en", "0 ii.: to"]);
    check("<ul><li><p>en</p><p>mer</p></li></ul>", &["0 -: en", "p: mer"]);
    check("<ol><li><h3>Mål</h3>Tekst</ol>", &["h3: 1. Mål", "p: Tekst"]);
    check("<ul style='list-style:none'><li>a) en</ul>", &["p: a) en"]);
}

#[test]
fn tables() {
    check(
        "<table><caption>Budsjett</caption><thead><tr><th>Post<th>Sum</thead><tr><td>01<td>2 000</table>",
        &["p: Budsjett", "table 2 head", "Post | Sum", "01 | 2 000"],
    );
    check(
        "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d<tr><td>e</table>",
        &["table 3", "a | b | ", " | c | d", "e |  | "],
    );
    check(
        "<table><tr><td>a<td rowspan=2>b<tr><td>c<tr><td>d<td>e</table>",
        &["table 2", "a | b", "c | ", "d | e"],
    );
    check(
        "<table><tr><td><p>a</p><ul><li>b</ul><td>c<tr><td><ol><li>d</ol><td>e</table>",
        &["table 2", "a / b | c", "1. d | e"],
    );
    check("<table><tr><td><h2>Mål</h2><p>Tekst</table>", &["h2: Mål", "p: Tekst"]);
    check("<table role=presentation><tr><td>a<td>b</table>", &["p: a", "p: b"]);
    check(
        "<table><tr><th>a<th>b<tr><td>c<td><table><tr><td>1<td>2<tr><td>3<td>4</table></table>",
        &["table 2 head", "a | b", "c | 1 2 / 3 4"],
    );
    check(
        "<table><tr><td><b>Post</b><td><b>Sum</b><tr><td>1<td>2</table>",
        &["table 2 head", "Post | Sum", "1 | 2"],
    );
    check(
        "<table><tr><th colspan=2>Tabell 1<tr><th>Post<th>Sum<tr><td>1<td>2</table>",
        &["p: Tabell 1", "table 2 head", "Post | Sum", "1 | 2"],
    );
    check(
        "<div role=table><div role=row><span role=columnheader>a</span><span role=columnheader>b</span></div>\
         <div role=row><span role=cell>c</span><span role=cell>d</span></div></div>",
        &["table 2 head", "a | b", "c | d"],
    );
}

#[test]
fn spans_without_end_are_left() {
    let rows = "<tr><td rowspan=60000 colspan=1000>a<td>b".repeat(300);
    let blocks = super::read(&format!("<table>{rows}</table>")).unwrap();
    let Some(Laid::Table(table)) = blocks.first() else { panic!("{blocks:?}") };
    assert_eq!((table.columns, table.rows.len()), (2, 300));
}

#[test]
fn the_letter_is_told_from_its_page() {
    check(
        "<header><a href=/>Forside</a></header><nav>Meny</nav><main><nav>sti</nav><article><header><h1>Brev</h1></header>\
         <p>Tekst</p><ul class='share-links'><li><a href=x>Del</a></ul></article></main><footer>Fot</footer>",
        &["h1: Brev", "p: Tekst"],
    );
    check(
        "<body><header>Departementet</header><h1>Brev</h1><p>Tekst<footer>Fot</footer>",
        &["h1: Brev", "p: Tekst"],
    );
    check("<main></main><p>Tekst", &["p: Tekst"]);
    check("<main><article>a</article><article>b</article></main>", &["p: a", "p: b"]);
    check("<aside>x</aside><script>y</script><style>z</style><noscript>w</noscript>Tekst", &["p: Tekst"]);
    check("<p hidden>a<p aria-hidden=true>b<p style='display: none'>c<p>d", &["p: d"]);
    check("<form><input type=hidden><h1>Brev</h1></form><form>Søk<input></form>", &["h1: Brev"]);
    check("<p>Tekst <button>Kopier</button><select><option>a</select></p>", &["p: Tekst"]);
    check("<ul><li><a href='https://www.facebook.com/sharer/x'>Del</a></ul><p>Tekst", &["p: Tekst"]);
    check(
        "<h2><button aria-controls=m aria-expanded=false>Mål</button></h2><div id=m hidden><p>Tekst</div>",
        &["h2: Mål", "p: Tekst"],
    );
    check("<div title=header><p>Departementet</div><p>Tekst", &["furniture: Departementet", "p: Tekst"]);
    check("<nav>bare meny</nav><main>Brev</main>", &["p: Brev"]);
}

#[test]
fn a_list_of_links_to_headings_is_the_contents() {
    check(
        "<ol><li><a href=#m>1 Mål</a><li><a href=#r>2 Rapport</a> <a href=#r>7</a><li><a href=#x>Vedlegg</a></ol>\
         <h2 id=m>1 Mål</h2><p>a<h2 id=r>2 Rapport</h2><p>b",
        &["toc: 1 Mål", "toc: 2 Rapport 7", "0 3.: Vedlegg", "h2: 1 Mål", "p: a", "h2: 2 Rapport", "p: b"],
    );
}

#[test]
fn tracked_changes_are_told() {
    check("<p>en <ins>to</ins> <del>tre</del> fire</p>", &["p: en to fire [Inserted] [Deleted]"]);
    check("<p>en</p><del><p>to</p></del><p>tre", &["p: en", "p:  [Deleted]", "p: tre"]);
    check("<ins><p>en</p><p>to</p></ins>", &["p: en [Inserted]", "p: to [Inserted]"]);
    check("<table><tr><td>a<td><s>1</s> <ins>2</ins></table>", &["table 2", "a | 2 [Deleted] [Inserted]"]);
}

#[test]
fn notes_stand_behind_what_points_at_them() {
    check(
        "<p>Mål<sup><a href=#fn1>1</a></sup> her</p><p>m<sup>2</sup></p><section class=footnotes><ol>\
         <li id=fn1><p>Se loven.<a href=#r1>↩</a></p></ol></section>",
        &["p: Mål her", "note: Se loven.", "p: m2"],
    );
    check(
        "<p>a<a class=sdfootnoteanc href=#sdfootnote1sym><sup>1</sup></a></p><p>b<div id=sdfootnote1><p>\
         <a class=sdfootnotesym name=sdfootnote1sym href=#sdfootnote1anc>1</a>Noten</div>",
        &["p: a", "note: Noten", "p: b"],
    );
    check("<div role=doc-endnotes><p>Noten</div><p>a", &["p: a", "note: Noten"]);
}

#[test]
fn deep_and_broken_pages_are_read() {
    check("<p>a</div></td></table><li>b", &["p: a", "0 -: b"]);
    check("<td>a<th>b", &["p: ab"]);
    let deep = format!("{}x{}", "<div>".repeat(400), "</div>".repeat(400));
    check(&deep, &["p: x"]);
}
