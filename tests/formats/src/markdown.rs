//! A letter as Markdown with pipe tables.

use crate::{Letter, Part, Table};
use std::fmt::Write as _;

/// Writes a letter as Markdown.
pub fn write(letter: &Letter) -> String {
    let mut out = String::new();
    let mut in_list = false;
    for part in &letter.parts {
        let item = matches!(part, Part::Item(..) | Part::Contents(..));
        if in_list && !item {
            out.push('\n');
        }
        in_list = item;
        match part {
            Part::Title(text) => block(&mut out, &format!("# {}", escape(text))),
            Part::Heading(level, text) => {
                block(&mut out, &format!("{} {}", "#".repeat(usize::from(*level)), escape(text)));
            }
            Part::Strong(text) => block(&mut out, &format!("**{}**", escape(text))),
            Part::Paragraph(text) => block(&mut out, &escape(text)),
            Part::Item(marker, depth, text) => {
                let marker = match marker.strip_suffix('.') {
                    Some(number) if number.parse::<u32>().is_ok() => marker.clone(),
                    Some(letter) => format!("{letter})"),
                    None => "-".to_owned(),
                };
                let _ = writeln!(out, "{}{marker} {}", "  ".repeat(usize::from(*depth)), escape(text));
            }
            Part::Contents(title, _) => {
                let _ = writeln!(out, "- {}", escape(title));
            }
            Part::Table(table) => block(&mut out, &rows(table)),
        }
    }
    out
}

fn block(out: &mut String, text: &str) {
    out.push_str(text);
    out.push_str("\n\n");
}

fn rows(table: &Table) -> String {
    let columns = table.columns();
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let mut out = String::new();
    if !table.has_head {
        out.push_str(&line(&vec![String::new(); columns]));
        out.push_str(&line(&vec!["---".to_owned(); columns]));
    }
    for (at, row) in table.rows.iter().enumerate() {
        let cell = |cell: &Vec<String>| {
            let paragraphs: Vec<String> = cell.iter().map(|text| escape(text)).collect();
            paragraphs.join("<br>").replace('|', "\\|")
        };
        out.push_str(&line(&row.iter().map(cell).collect::<Vec<_>>()));
        if at == 0 && table.has_head {
            out.push_str(&line(&vec!["---".to_owned(); columns]));
        }
    }
    out.trim_end().to_owned()
}

/// Escapes what would be read as markup.
fn escape(text: &str) -> String {
    text.replace('*', "\\*").replace('<', "\\<")
}
