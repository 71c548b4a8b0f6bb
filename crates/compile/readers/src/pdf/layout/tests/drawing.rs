//! A drawing in characters to a page: six points to the right for a character, twelve down for a line.
//!
//! `|` is an upright rule through its line, a run of `-`, at least four long, a level one through its characters.
//! `~` before a line makes it bold, `^` large, `'` small; a digit in `⁰¹²³` is raised.

use super::super::super::page::{Characters, Face, Glyph, Page, Paper, Rule, Turn};
use super::super::read;
use styrbord_source::{Laid, LaidText, LineEnd, TextKind};

pub(super) const WIDE: f32 = 6.0;
pub(super) const HIGH: f32 = 12.0;

/// Returns the paper of drawings, one for each page.
pub(super) fn paper(pages: &[&str]) -> Paper {
    let pages = pages.iter().zip(1..).map(|(drawing, number)| page(drawing, number)).collect();
    let face = |bold| Face { bold, ..Face::default() };
    Paper { pages, fonts: vec![face(false), face(true)], tags: None }
}

fn page(drawing: &str, number: u32) -> Page {
    let lines: Vec<&str> = drawing.trim_matches('\n').lines().collect();
    let mut page = Page { number, width: 600.0, height: 842.0, ..Page::default() };
    for (line, row) in lines.iter().zip(0_u16..) {
        draw(&mut page, f32::from(row), line);
    }
    page
}

fn draw(page: &mut Page, row: f32, line: &str) {
    let (font, size, line) = match line.chars().next() {
        Some('~') => (1, 10.0, &line[1..]),
        Some('^') => (1, 16.0, &line[1..]),
        Some('\'') => (0, 7.0, &line[1..]),
        _ => (0, 10.0, line),
    };
    let (top, mut run) = (60.0 + row * HIGH, None);
    for (c, at) in line.chars().chain(std::iter::once(' ')).zip(0_u16..) {
        let x = 60.0 + f32::from(at) * WIDE;
        if c == '-' && line.contains("----") {
            run = run.or(Some(x));
            continue;
        }
        if let Some(from) = run.take() {
            let y = top + HIGH / 2.0;
            page.rules.push(Rule { x0: from - WIDE / 2.0, y0: y, x1: x - WIDE / 2.0, y1: y });
        }
        if c == '|' {
            let x = x + WIDE / 2.0;
            page.rules.push(Rule { x0: x, y0: top - HIGH / 2.0, x1: x, y1: top + 1.5 * HIGH });
            continue;
        }
        let raised = "⁰¹²³".chars().position(|raised| raised == c);
        let (text, y, size) = match raised {
            Some(digit) => (digit.to_string(), top + HIGH - 6.0, size * 0.6),
            None => (c.to_string(), top + HIGH - 2.0, size),
        };
        if c != ' ' {
            page.glyphs.push(glyph(&text, x, y, size, font));
        }
    }
}

/// Returns a glyph that is as wide as a character of a drawing.
pub(super) fn glyph(text: &str, x: f32, y: f32, size: f32, font: u16) -> Glyph {
    let (text, turn) = (Characters::new(text), Turn::Right);
    Glyph { text, x, y, advance: WIDE, size, font, turn, mark: None, artifact: false }
}

/// Reads drawings and returns each block on a line of its own.
pub(super) fn blocks(pages: &[&str]) -> Vec<String> {
    read(paper(pages)).iter().map(shown).collect()
}

/// Returns a block as a case writes it: its kind, its words, `/` where the author broke a line.
pub(super) fn shown(block: &Laid) -> String {
    match block {
        Laid::Text(kind, text) => {
            let kind = match kind {
                TextKind::Heading { level } => format!("h{level}"),
                TextKind::Paragraph => "p".to_owned(),
                TextKind::Item { marker, depth } => format!("i{depth} {marker}"),
                TextKind::Contents => "c".to_owned(),
                TextKind::Note => "note".to_owned(),
                TextKind::Furniture => "furniture".to_owned(),
            };
            format!("{kind}: {}", words(text))
        }
        Laid::Table(table) => {
            let row = |row: &Vec<LaidText>| row.iter().map(words).collect::<Vec<_>>().join("|");
            let rows: Vec<String> = table.rows.iter().map(row).collect();
            format!("{}: {}", if table.has_head { "headed" } else { "table" }, rows.join(" & "))
        }
        Laid::Remark(kind, page) => format!("{kind:?} {page:?}"),
    }
}

fn words(text: &LaidText) -> String {
    let mut all = String::new();
    for (at, line) in text.lines.iter().enumerate() {
        all.push_str(&line.text);
        if at + 1 < text.lines.len() {
            all.push_str(match line.end {
                LineEnd::Break => "/",
                LineEnd::Wrap => " ",
                LineEnd::InWord => "",
            });
        }
    }
    all
}
