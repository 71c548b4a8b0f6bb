//! A letter as Typst source.

use crate::{Letter, Part, Table};
use std::fmt::Write as _;

/// How the pages look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Manner {
    /// Tables without rules, columns by alignment alone.
    pub borderless: bool,
    /// Running text in two columns.
    pub two_columns: bool,
    /// Every other chapter with a table stands on a page on its side.
    pub landscape: bool,
}

/// Writes a letter as Typst source.
pub fn write(letter: &Letter, manner: Manner) -> String {
    let mut out = String::from(HEAD);
    if manner.two_columns {
        out.push_str("#set page(columns: 2, margin: 1.6cm)\n");
    }
    let mut chapter = 0;
    for part in &letter.parts {
        if manner.landscape && matches!(part, Part::Heading(1, _)) {
            chapter += 1;
            let _ = writeln!(out, "#set page(flipped: {})", chapter % 2 == 0);
        }
        out.push_str(&one(part, manner));
        out.push_str("\n\n");
    }
    out
}

fn one(part: &Part, manner: Manner) -> String {
    match part {
        Part::Title(text) => format!("#block(text(size: 15pt, weight: \"bold\")[{}])", string(text)),
        Part::Heading(level, text) => format!("#heading(level: {level})[{}]", string(text)),
        Part::Strong(text) => format!("#strong[{}]", string(text)),
        Part::Paragraph(text) => string(text),
        Part::Item(marker, depth, text) => {
            let item = match marker.strip_suffix('.') {
                Some(number) => numbered(number, text),
                None => format!("#list(marker: [{}], [{}])", string(bullet(marker)), string(text)),
            };
            format!("#pad(left: {depth}em)[{item}]")
        }
        Part::Contents(title, page) => {
            format!("#block[{} #box(width: 1fr, repeat[.]) {}]", string(title), string(page))
        }
        Part::Table(table) => rows(table, manner),
    }
}

fn numbered(number: &str, text: &str) -> String {
    let letter = number.chars().next().filter(char::is_ascii_lowercase);
    let (pattern, start) = match letter {
        Some(letter) => ("a)", u32::from(letter) - u32::from('a') + 1),
        None => ("1.", number.parse().unwrap_or(1)),
    };
    format!("#enum(numbering: \"{pattern}\", start: {start}, [{}])", string(text))
}

/// Returns a bullet that the fonts have.
fn bullet(marker: &str) -> &str {
    if marker.chars().any(|c| ('\u{e000}'..='\u{f8ff}').contains(&c)) { "•" } else { marker }
}

fn rows(table: &Table, manner: Manner) -> String {
    let stroke = if manner.borderless { "none" } else { "0.5pt" };
    let mut out = format!("#table(columns: ({},), stroke: {stroke},\n", widths(table).join(", "));
    for (at, row) in table.rows.iter().enumerate() {
        let is_head = at == 0 && table.has_head;
        if is_head {
            out.push_str("table.header(repeat: false,\n");
        }
        if Table::spans(row) {
            let _ = write!(out, "table.cell(colspan: {})[{}],", row.len(), cell(&row[0], is_head));
        } else {
            for one in row {
                let _ = write!(out, "[{}],", cell(one, is_head));
            }
        }
        out.push_str(if is_head { "),\n" } else { "\n" });
    }
    out.push(')');
    out
}

fn cell(paragraphs: &[String], is_head: bool) -> String {
    let text: Vec<String> = paragraphs.iter().map(|text| string(text)).collect();
    let text = text.join("\n\n");
    if is_head { format!("#strong[{text}]") } else { text }
}

/// Returns the widths of the columns, so narrow that longer cells take several lines.
fn widths(table: &Table) -> Vec<String> {
    (0..table.columns()).map(|column| format!("{}fr", share(table, column))).collect()
}

/// Returns the share of a column: by its longest word at the least, and far below what its longest cell would take.
pub(crate) fn share(table: &Table, column: usize) -> usize {
    let cells = table.rows.iter().filter(|row| !Table::spans(row)).filter_map(|row| row.get(column));
    let texts: Vec<&String> = cells.flatten().collect();
    let word =
        texts.iter().flat_map(|text| text.split(' ')).map(|word| word.chars().count()).max().unwrap_or(0);
    let text = texts.iter().map(|text| text.chars().count()).max().unwrap_or(0);
    let text = if texts.iter().all(|text| is_amount(text)) { text } else { text.min(word.max(text / 3)) };
    text.max(word + 2).max(7)
}

fn is_amount(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_digit()) && text.chars().count() <= 14
}

/// Returns a text that Typst takes as it is.
fn string(text: &str) -> String {
    format!("#\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

const HEAD: &str = "\
#set document(title: \"Tildelingsbrev\")
#set page(paper: \"a4\", margin: (x: 2.4cm, top: 2.6cm, bottom: 2.4cm),
  header: context { if counter(page).get().first() > 1 [#text(size: 8pt)[Vår ref. 24/2210 #h(1fr) Tildelingsbrev]] },
  footer: context align(center, text(size: 8pt)[Side #counter(page).display() av #counter(page).final().first()]))
#set text(size: 10.5pt, lang: \"nb\", hyphenate: true)
#set par(justify: true)
#set table(inset: 4pt)
";
