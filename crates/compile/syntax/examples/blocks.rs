//! Prints the blocks of a file, one a line.
use styrbord_source::{Format, Source};
fn main() {
    let path = std::env::args().nth(1).unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    let format = if path.ends_with(".md") { Format::Markdown } else { Format::Text };
    let source = Source::new(text, format);
    for block in &styrbord_syntax::parse(&source).blocks {
        let kind = match &block.kind {
            styrbord_syntax::BlockKind::Table(t) => format!(
                "Table {:?}",
                t.rows
                    .iter()
                    .map(|r| r.cells.iter().map(|c| c.joined()).collect::<Vec<_>>())
                    .collect::<Vec<_>>()
            ),
            k => format!("{k:?}"),
        };
        println!("{:4} {kind}: {}", source.place(block.span).line, block.flow.as_str().replace('\n', " ⏎ "));
    }
}
