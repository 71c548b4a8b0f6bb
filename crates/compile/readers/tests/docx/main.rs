//! Word documents to blocks: each case is a fragment of XML and the blocks that it becomes.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]
#![expect(clippy::format_collect, reason = "rows of a case are few")]

mod fields;
mod headings;
mod limits;
mod lists;
mod notes;
mod package;
mod parts;
mod tables;
mod text;
mod tracked;

use package::Document;
use styrbord_source::{Flow, Piece, RemarkKind, Source, TextKind};

/// Checks the blocks of a document with that body.
#[track_caller]
fn check(body: &str, expected: &[&str]) {
    check_document(&Document::new(body), expected);
}

/// Checks the blocks of a document.
#[track_caller]
fn check_document(document: &Document, expected: &[&str]) {
    let source = styrbord_readers::read(&document.bytes()).unwrap().source;
    assert_eq!(blocks(&source), expected, "\n{}", source.text());
}

/// Returns each block as a line: what it is, and its text with `/` for line breaks.
fn blocks(source: &Source) -> Vec<String> {
    let layout = source.layout().unwrap();
    let mut blocks: Vec<String> = layout.pieces.iter().map(block).collect();
    blocks.extend(layout.remarks.iter().map(|(kind, span)| {
        let kind = match kind {
            RemarkKind::Inserted => "inserted",
            RemarkKind::Deleted => "deleted",
            RemarkKind::Commented => "commented",
            RemarkKind::PageWithoutText => "page without text",
        };
        format!("{kind}: {}", source.slice(*span).trim())
    }));
    blocks
}

fn block(piece: &Piece) -> String {
    let line = |flow: &Flow| flow.as_str().replace('\n', " / ");
    match piece {
        Piece::Text(TextKind::Heading { level }, flow) => format!("h{level} {}", line(flow)),
        Piece::Text(TextKind::Paragraph, flow) => format!("p {}", line(flow)),
        Piece::Text(TextKind::Item { marker, depth }, flow) => format!("item{depth} {marker} {}", line(flow)),
        Piece::Text(TextKind::Contents, flow) => format!("contents {}", line(flow)),
        Piece::Text(TextKind::Note, flow) => format!("note {}", line(flow)),
        Piece::Text(TextKind::Furniture, flow) => format!("furniture {}", line(flow)),
        Piece::Table { has_head, rows, .. } => {
            let row = |cells: &Vec<Flow>| cells.iter().map(line).collect::<Vec<_>>().join(" | ");
            let rows: Vec<String> = rows.iter().map(|(cells, _)| row(cells)).collect();
            format!("table{} {}", if *has_head { " with head" } else { "" }, rows.join(" // "))
        }
    }
}
