//! The text of the document, its numbering and its footnotes.

use super::Manner;
use super::parts::SPACES;
use crate::typst::share;
use crate::{Letter, Part, Table};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What depends on the letter.
pub(super) struct Body {
    pub document: String,
    pub numbering: String,
    pub footnotes: String,
}

/// Writes the body of a letter.
pub(super) fn write(letter: &Letter, manner: Manner) -> Body {
    let mut writer = Writer { manner, ..Writer::default() };
    writer.heading_patterns(letter);
    for part in &letter.parts {
        writer.part(part);
    }
    let last = writer.section();
    let document = format!("{XML}<w:document {SPACES}><w:body>{}{last}</w:body></w:document>", writer.out);
    Body { document, numbering: writer.numbering(), footnotes: writer.footnotes() }
}

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The numbering of headings; lists come after it.
const HEADINGS: usize = 1;

#[derive(Default)]
struct Writer {
    manner: Manner,
    out: String,
    chapter: usize,
    paragraphs: usize,
    notes: Vec<String>,
    /// Each list: its marker, its level, the number it begins with.
    lists: Vec<(String, u8, u32)>,
    in_list: bool,
    /// By level of heading: how its number is printed, as `%1.`.
    patterns: BTreeMap<u8, String>,
    counters: [u32; 9],
}

impl Writer {
    /// Finds how the letter prints the numbers of its headings: by the first heading of each level that has one.
    fn heading_patterns(&mut self, letter: &Letter) {
        for part in &letter.parts {
            let Part::Heading(level, text) = part else { continue };
            let number = number(text);
            let depth = number.trim_end_matches('.').split('.').filter(|part| !part.is_empty()).count();
            if depth == usize::from(*level) && !self.patterns.contains_key(level) {
                let parts: Vec<String> = (1..=depth).map(|at| format!("%{at}")).collect();
                let stop = if number.ends_with('.') { "." } else { "" };
                self.patterns.insert(*level, parts.join(".") + stop);
            }
        }
    }

    fn part(&mut self, part: &Part) {
        let is_item = matches!(part, Part::Item(..));
        match part {
            Part::Title(text) => self.paragraph("<w:pStyle w:val=\"Tittel\"/>", text),
            Part::Strong(text) => {
                let _ = write!(self.out, "<w:p><w:r><w:rPr><w:b/></w:rPr>{}</w:r></w:p>", words(text));
            }
            Part::Paragraph(text) => self.running(text),
            Part::Heading(level, text) => self.heading(*level, text),
            Part::Item(marker, depth, text) => self.item(marker, *depth, text),
            Part::Contents(title, page) => {
                let _ = write!(
                    self.out,
                    "<w:p><w:pPr><w:pStyle w:val=\"INNH1\"/></w:pPr><w:r>{}</w:r><w:r><w:tab/></w:r><w:r>{}</w:r></w:p>",
                    words(title),
                    words(page)
                );
            }
            Part::Table(table) => self.table(table),
        }
        self.in_list = is_item;
    }

    fn paragraph(&mut self, properties: &str, text: &str) {
        let _ = write!(self.out, "<w:p><w:pPr>{properties}</w:pPr><w:r>{}</w:r></w:p>", words(text));
    }

    /// Writes running text, with what the manner adds to some of it.
    fn running(&mut self, text: &str) {
        self.paragraphs += 1;
        self.out.push_str("<w:p>");
        match text.split_once(' ') {
            Some((first, rest)) if self.manner.tracked && self.paragraphs.is_multiple_of(4) => {
                let _ = write!(
                    self.out,
                    "<w:r>{}</w:r><w:del w:id=\"{id}\" w:author=\"A\" w:date=\"2024-12-01T00:00:00Z\"><w:r>\
                     <w:delText xml:space=\"preserve\"> innen 1. mai 1999 og 77 mill. kroner</w:delText></w:r></w:del>\
                     <w:ins w:id=\"{next}\" w:author=\"A\" w:date=\"2024-12-01T00:00:00Z\"><w:r>{}</w:r></w:ins>",
                    words(first),
                    words(&format!(" {rest}")),
                    id = self.paragraphs * 2,
                    next = self.paragraphs * 2 + 1
                );
            }
            _ => {
                let _ = write!(self.out, "<w:r>{}</w:r>", words(text));
            }
        }
        if self.manner.footnotes && self.paragraphs.is_multiple_of(5) {
            let number = self.notes.len() + 1;
            self.notes.push(format!("Omtalen bygger på note {number} i grunnlaget."));
            let _ = write!(
                self.out,
                "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteReference w:id=\"{number}\"/></w:r>"
            );
        }
        self.out.push_str("</w:p>");
    }

    /// Writes a heading; its number comes from the numbering when it counts as the numbering does.
    fn heading(&mut self, level: u8, text: &str) {
        if level == 1 {
            if self.chapter > 0 && (self.manner.landscape || self.manner.two_columns) {
                let section = self.section();
                let _ = write!(self.out, "<w:p><w:pPr>{section}</w:pPr></w:p>");
            }
            self.chapter += 1;
        }
        let style = format!("<w:pStyle w:val=\"Overskrift{level}\"/>");
        let number = number(text);
        let at = usize::from(level);
        if let Some(pattern) = self.patterns.get(&level).filter(|_| !number.is_empty()) {
            let mut next = self.counters;
            next[at - 1] += 1;
            next[at..].fill(0);
            let counted = (1..=at).fold(pattern.clone(), |text, level| {
                text.replace(&format!("%{level}"), &next[level - 1].to_string())
            });
            if counted == number {
                self.counters = next;
                let title = text[number.len()..].trim_start();
                let numbered = format!(
                    "{style}<w:numPr><w:ilvl w:val=\"{}\"/><w:numId w:val=\"{HEADINGS}\"/></w:numPr>",
                    level - 1
                );
                return self.paragraph(&numbered, title);
            }
        }
        self.paragraph(&style, text);
    }

    fn item(&mut self, marker: &str, depth: u8, text: &str) {
        let number = marker.strip_suffix('.').map(|number| {
            number.parse().unwrap_or_else(|_| {
                number.bytes().next().map_or(1, |byte| u32::from(byte.max(b'a') - b'a') + 1)
            })
        });
        let goes_on = self.in_list
            && self.lists.last().is_some_and(|(open, level, _)| {
                *level == depth
                    && (open == marker || open.ends_with('.') && number.is_some_and(|number| number > 1))
            });
        if !goes_on {
            self.lists.push((marker.to_owned(), depth, number.unwrap_or(1)));
        }
        let id = HEADINGS + self.lists.len();
        let properties = format!("<w:numPr><w:ilvl w:val=\"{depth}\"/><w:numId w:val=\"{id}\"/></w:numPr>");
        self.paragraph(&properties, text);
    }

    fn table(&mut self, table: &Table) {
        let shares: Vec<usize> = (0..table.columns()).map(|column| share(table, column)).collect();
        let all: usize = shares.iter().sum::<usize>().max(1);
        let room = if self.manner.two_columns && self.chapter == 4 { 4200 } else { 9000 };
        let widths: Vec<usize> = shares.iter().map(|share| share * room / all).collect();
        let _ = write!(
            self.out,
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"Tabellrutenett\"/><w:tblW w:w=\"{room}\" w:type=\"dxa\"/>\
             <w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>"
        );
        for width in &widths {
            let _ = write!(self.out, "<w:gridCol w:w=\"{width}\"/>");
        }
        self.out.push_str("</w:tblGrid>");
        for (at, row) in table.rows.iter().enumerate() {
            self.out.push_str("<w:tr>");
            if at == 0 && table.has_head {
                self.out.push_str("<w:trPr><w:tblHeader/></w:trPr>");
            }
            self.row(table, at, row, &widths);
            self.out.push_str("</w:tr>");
        }
        self.out.push_str("</w:tbl><w:p/>");
    }

    fn row(&mut self, table: &Table, at: usize, row: &[Vec<String>], widths: &[usize]) {
        let is_head = at == 0 && table.has_head;
        let mut column = 0;
        while column < row.len() {
            let span = self.span(table, at, column);
            let width: usize = widths.get(column..column + span).unwrap_or_default().iter().sum();
            let _ = write!(self.out, "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>");
            if span > 1 {
                let _ = write!(self.out, "<w:gridSpan w:val=\"{span}\"/>");
            }
            if self.manner.merged && span == 1 && column == 0 && !is_head {
                self.out.push_str(if row[0].is_empty() {
                    "<w:vMerge/>"
                } else {
                    "<w:vMerge w:val=\"restart\"/>"
                });
            }
            self.out.push_str("</w:tcPr>");
            for text in &row[column] {
                let bold = if is_head { "<w:rPr><w:b/></w:rPr>" } else { "" };
                let _ = write!(self.out, "<w:p><w:r>{bold}{}</w:r></w:p>", words(text));
            }
            if row[column].is_empty() {
                self.out.push_str("<w:p/>");
            }
            self.out.push_str("</w:tc>");
            column += span;
        }
    }

    /// Returns over how many columns a cell runs.
    fn span(&self, table: &Table, at: usize, column: usize) -> usize {
        let row = &table.rows[at];
        if column == 0 && Table::spans(row) {
            return row.len();
        }
        let rest = &row[column + 1..];
        let is_last = !row[column].is_empty() && rest.iter().all(Vec::is_empty);
        if self.manner.merged && at > 0 && is_last && column > 0 { rest.len() + 1 } else { 1 }
    }

    /// Returns the properties of the section that ends here.
    fn section(&self) -> String {
        let (width, height) = if self.manner.small_pages { (11906, 5400) } else { (11906, 16838) };
        let page = if self.manner.landscape && self.chapter % 3 == 2 {
            format!("<w:pgSz w:w=\"{height}\" w:h=\"{width}\" w:orient=\"landscape\"/>")
        } else {
            format!("<w:pgSz w:w=\"{width}\" w:h=\"{height}\"/>")
        };
        let columns = if self.manner.two_columns && self.chapter == 4 {
            "<w:cols w:num=\"2\" w:space=\"400\"/>"
        } else {
            ""
        };
        let margin = if self.manner.small_pages { 900 } else { 1417 };
        format!(
            "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId4\"/><w:footerReference w:type=\"default\" r:id=\"rId5\"/>\
             {page}<w:pgMar w:top=\"{margin}\" w:right=\"1417\" w:bottom=\"{margin}\" w:left=\"1417\" \
             w:header=\"400\" w:footer=\"400\" w:gutter=\"0\"/>{columns}</w:sectPr>"
        )
    }

    fn numbering(&self) -> String {
        let mut out = format!("{XML}<w:numbering {SPACES}><w:abstractNum w:abstractNumId=\"{HEADINGS}\">");
        for level in 1..=6u8 {
            let pattern = self.patterns.get(&level).map_or("", String::as_str);
            let _ = write!(
                out,
                "<w:lvl w:ilvl=\"{}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:suff w:val=\"space\"/>\
                 <w:lvlText w:val=\"{pattern}\"/></w:lvl>",
                level - 1
            );
        }
        out.push_str("</w:abstractNum>");
        for (at, (marker, depth, start)) in self.lists.iter().enumerate() {
            let number = marker.strip_suffix('.');
            let (format, pattern) = match number {
                Some(number) if number.parse::<u32>().is_ok() => ("decimal", format!("%{}.", depth + 1)),
                Some(_) => ("lowerLetter", format!("%{})", depth + 1)),
                None => ("bullet", escape(marker)),
            };
            let is_symbol = marker.chars().any(|c| ('\u{e000}'..='\u{f8ff}').contains(&c));
            let font = if is_symbol {
                "<w:rPr><w:rFonts w:ascii=\"Symbol\" w:hAnsi=\"Symbol\" w:hint=\"default\"/></w:rPr>"
            } else {
                ""
            };
            let _ = write!(
                out,
                "<w:abstractNum w:abstractNumId=\"{}\"><w:lvl w:ilvl=\"{depth}\"><w:start w:val=\"{start}\"/>\
                 <w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{pattern}\"/><w:pPr><w:ind w:left=\"{}\" w:hanging=\"360\"/>\
                 </w:pPr>{font}</w:lvl></w:abstractNum>",
                HEADINGS + 1 + at,
                720 + 360 * u32::from(*depth)
            );
        }
        for id in HEADINGS..=HEADINGS + self.lists.len() {
            let _ = write!(out, "<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{id}\"/></w:num>");
        }
        out.push_str("</w:numbering>");
        out
    }

    fn footnotes(&self) -> String {
        let mut out = format!(
            "{XML}<w:footnotes {SPACES}><w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p>\
             </w:footnote><w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"
        );
        for (note, number) in self.notes.iter().zip(1..) {
            let _ = write!(
                out,
                "<w:footnote w:id=\"{number}\"><w:p><w:pPr><w:pStyle w:val=\"Fotnotetekst\"/></w:pPr><w:r><w:rPr>\
                 <w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteRef/></w:r><w:r>{}</w:r></w:p></w:footnote>",
                words(&format!(" {note}"))
            );
        }
        out.push_str("</w:footnotes>");
        out
    }
}

/// Returns the number that a heading begins with, as printed; empty when there is none.
fn number(text: &str) -> &str {
    let first = text.split(' ').next().unwrap_or_default();
    let is_number = first.starts_with(|c: char| c.is_ascii_digit())
        && first.chars().all(|c| c.is_ascii_digit() || c == '.');
    if is_number { first } else { "" }
}

fn words(text: &str) -> String {
    format!("<w:t xml:space=\"preserve\">{}</w:t>", escape(text))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
