//! A letter as a page of a public web site: menus, header and footer around the article.

use crate::{Letter, Part, Table};
use std::fmt::Write as _;

/// Writes a letter as a web page.
pub fn write(letter: &Letter) -> String {
    format!("{HEAD}{}{FOOT}", article(letter))
}

/// Writes a letter as a page of its own, with nothing around it.
pub fn plain(letter: &Letter) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"nb\"><head><meta charset=\"utf-8\"><title>Brev</title></head>\n<body>\n{}</body></html>\n",
        article(letter)
    )
}

fn article(letter: &Letter) -> String {
    let mut out = String::new();
    let mut list: Option<&str> = None;
    for part in &letter.parts {
        let kind = match part {
            Part::Item(marker, ..) if marker.ends_with('.') => Some("ol"),
            Part::Item(..) => Some("ul"),
            Part::Contents(..) => Some("nav"),
            _ => None,
        };
        if kind != list {
            if let Some(open) = list {
                let _ = writeln!(out, "</{open}>");
            }
            if let Some(open) = kind {
                let _ = writeln!(out, "<{open}{}>", first_number(part));
            }
            list = kind;
        }
        out.push_str(&one(part));
    }
    if let Some(open) = list {
        let _ = writeln!(out, "</{open}>");
    }
    out
}

/// Returns the attributes of a list, so that it counts as the letter does.
fn first_number(part: &Part) -> String {
    let Part::Item(marker, ..) = part else { return String::new() };
    let Some(number) = marker.strip_suffix('.') else { return String::new() };
    if number.parse::<u32>().is_ok() { format!(" start=\"{number}\"") } else { " type=\"a\"".to_owned() }
}

fn one(part: &Part) -> String {
    match part {
        Part::Title(text) => format!("<h1>{}</h1>\n", escape(text)),
        Part::Heading(level, text) => {
            let level = (level + 1).min(6);
            format!("<h{level}>{}</h{level}>\n", escape(text))
        }
        Part::Strong(text) => format!("<p><strong>{}</strong></p>\n", escape(text)),
        Part::Paragraph(text) => format!("<p>{}</p>\n", escape(text)),
        Part::Item(_, depth, text) => format!("<li class=\"depth-{depth}\">{}</li>\n", escape(text)),
        Part::Contents(title, _) => format!("<a href=\"#\">{}</a>\n", escape(title)),
        Part::Table(table) => rows(table),
    }
}

fn rows(table: &Table) -> String {
    let mut out = String::from("<div class=\"table-wrapper\"><table class=\"factbox\">\n<tbody>\n");
    for (at, row) in table.rows.iter().enumerate() {
        let tag = if at == 0 && table.has_head { "th" } else { "td" };
        out.push_str("<tr>");
        if Table::spans(row) {
            let _ = write!(out, "<{tag} colspan=\"{}\">{}</{tag}>", row.len(), cell(&row[0]));
        } else {
            for one in row {
                let _ = write!(out, "<{tag}>{}</{tag}>", cell(one));
            }
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody></table></div>\n");
    out
}

fn cell(paragraphs: &[String]) -> String {
    match paragraphs {
        [] => "&nbsp;".to_owned(),
        [one] => escape(one),
        many => many.iter().fold(String::new(), |all, text| all + "<p>" + &escape(text) + "</p>"),
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\u{a0}', "&nbsp;")
}

const HEAD: &str = "\
<!DOCTYPE html>
<html lang=\"nb\">
<head>
<meta charset=\"utf-8\">
<title>Brev – departementene.example</title>
<style>.factbox, .factbox td, .factbox th { padding: 4px; border: 1px solid; border-collapse: collapse }
@media print { header, aside, footer, .skip, .share, body > nav { display: none } }</style>
<script>window.dataLayer = window.dataLayer || []; if (1 > 2) { document.write('<p>Mål 99: Reklame</p>'); }</script>
</head>
<body>
<a class=\"skip\" href=\"#main\">Til hovedinnhold</a>
<header><div class=\"logo\">departementene.example</div>
<nav aria-label=\"Hovedmeny\"><ul><li><a href=\"/tema\">Tema</a></li><li><a href=\"/dok\">Dokument</a></li>
<li><a href=\"/dep\">Departementer</a></li></ul></nav>
<form role=\"search\"><label for=\"q\">Søk</label><input id=\"q\"><button>Søk</button></form></header>
<nav aria-label=\"Brødsmulesti\"><ol><li><a href=\"/\">Forsiden</a></li><li><a href=\"/dok\">Dokument</a></li></ol></nav>
<main id=\"main\">
<article class=\"article\">
<div class=\"article-body\">
";

const FOOT: &str = "\
</div>
</article>
<aside><h2>Les også</h2><ul><li><a href=\"/a\">Prop. 1 S</a></li></ul></aside>
<div class=\"share\"><button>Del på e-post</button></div>
</main>
<footer><h2>Kontakt</h2><p>Telefon: 00 00 00 00</p><nav><a href=\"/om\">Om nettstedet</a></nav></footer>
<script src=\"/static/menu.js\"></script>
</body>
</html>
";
