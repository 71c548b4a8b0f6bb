//! What other programs read in a file, our readers read too: no word is lost, none is made up.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]
#![expect(clippy::disallowed_methods, reason = "a test reads the files that it made")]

use std::collections::BTreeMap;
use std::path::Path;
use styrbord_formats::convert::{Folder, Tool};
use styrbord_formats::suite::{self, Example, FORMATS};
use styrbord_formats::{Part, docx, oracle};
use styrbord_syntax::BlockKind;

/// The letters that are held against others' reading: the full-length one, and one with wide tables.
fn letters() -> Vec<Example> {
    let mut examples = suite::examples().unwrap();
    examples.retain(|example| matches!(example.name.as_str(), "fjellvett-2025" | "isfjordverket-2026"));
    examples
}

/// Returns the text that our readers make of a file, running heads and feet included.
fn source(file: &Path) -> String {
    let compiled = styrbord_pipeline::compile(&std::fs::read(file).unwrap()).unwrap();
    compiled.source.text().to_owned()
}

/// Returns the words of the letter that our readers find in a file: blocks and cells in order, but those of `left_out`.
fn text(bytes: &[u8], left_out: fn(&BlockKind) -> bool) -> String {
    let compiled = styrbord_pipeline::compile(bytes).unwrap();
    let mut found = String::new();
    for block in &compiled.tree.blocks {
        if !left_out(&block.kind) {
            found.push_str(block.flow.as_str());
        }
        found.push('\n');
        let cells = block.table().into_iter().flat_map(|table| &table.rows).flat_map(|row| &row.cells);
        for cell in cells {
            found.push_str(cell.flow.as_str());
            found.push('\n');
        }
    }
    found
}

/// Returns the head of a table.
fn head(part: &Part) -> Option<String> {
    match part {
        Part::Table(table) if table.has_head => Some(table.rows.first()?.concat().join(" ")),
        _ => None,
    }
}

fn sum(one: &BTreeMap<char, usize>, other: &BTreeMap<char, usize>) -> BTreeMap<char, usize> {
    let mut sum = one.clone();
    for (c, count) in other {
        *sum.entry(*c).or_default() += count;
    }
    sum
}

/// Counts the characters of a text, but white space, hyphens, and what stands for layout: bars and bullets.
fn characters(text: &str) -> BTreeMap<char, usize> {
    let mut count = BTreeMap::new();
    let layout = |c: char| c.is_whitespace() || "|-–•.\u{ad}\u{f0b7}\u{c}".contains(c);
    for c in text.chars().filter(|c| !layout(*c)) {
        *count.entry(c).or_default() += 1;
    }
    count
}

fn same_characters(name: &str, ours: &BTreeMap<char, usize>, theirs: &BTreeMap<char, usize>) {
    let all: std::collections::BTreeSet<&char> = ours.keys().chain(theirs.keys()).collect();
    let wrong = all.into_iter().filter(|c| ours.get(c) != theirs.get(c));
    let wrong: Vec<_> = wrong.map(|c| (c, ours.get(c), theirs.get(c))).collect();
    assert!(wrong.is_empty(), "{name}: character, ours, theirs: {wrong:?}");
}

/// Counts the words of a text that are no layout.
fn words(text: &str) -> BTreeMap<String, usize> {
    let mut count = BTreeMap::new();
    let layout = |word: &&str| !word.chars().any(char::is_alphanumeric);
    for word in text.split_whitespace().filter(|word| !layout(word)) {
        *count.entry(word.trim_matches(['.', ',', '|']).to_owned()).or_default() += 1;
    }
    count
}

/// Makes the letters in a format and calls `check` with each and the path of its file.
fn each(format: &str, check: impl Fn(&Example, &Path)) {
    let format = FORMATS.iter().find(|one| one.name == format).unwrap();
    let folder = Folder::new(&format!("oracle-{}", format.name.replace(", ", "-"))).unwrap();
    for example in letters() {
        let file = suite::make(format, &example, &folder).unwrap();
        check(&example, &file);
    }
}

#[test]
fn a_pdf_has_the_characters_that_pdftotext_reads() {
    if !Tool::Poppler.or_skip("characters of PDFs") {
        return;
    }
    for (format, tool) in [("PDF, LibreOffice", Tool::LibreOffice), ("PDF, Typst", Tool::Typst)] {
        if tool.or_skip("characters of PDFs") {
            each(format, |example, file| {
                let theirs = characters(&oracle::pdftotext(file).unwrap());
                let mut ours = characters(&source(file));
                // Where a page repeats the head of a table, it stands once in ours.
                let heads = example.letter.parts.iter().filter_map(head);
                if let Some(head) =
                    heads.map(|head| characters(&head)).find(|head| sum(&ours, head) == theirs)
                {
                    ours = sum(&ours, &head);
                }
                same_characters(&format!("{format}: {}", example.name), &ours, &theirs);
            });
        }
    }
}

#[test]
fn a_pdf_has_the_cells_that_pdfplumber_finds() {
    if !Tool::Pdfplumber.or_skip("cells of PDFs") || !Tool::LibreOffice.or_skip("cells of PDFs") {
        return;
    }
    each("PDF, LibreOffice", |example, file| {
        let name = &example.name;
        let compiled = styrbord_pipeline::compile(&std::fs::read(file).unwrap()).unwrap();
        let tables = compiled.tree.blocks.iter().filter_map(styrbord_syntax::Block::table);
        let cells = tables.flat_map(|table| &table.rows).flat_map(|row| &row.cells);
        let all: String = cells.map(|cell| cell.flow.as_str().to_owned() + "\n").collect();
        let theirs = oracle::pdfplumber(file).unwrap();
        assert!(theirs.lines().filter(|cell| !cell.is_empty()).count() > 40, "{name}: few cells are found");
        same_characters(name, &characters(&all), &characters(&theirs));
    });
}

#[test]
fn a_word_document_has_the_words_that_python_docx_reads() {
    if !Tool::PythonDocx.or_skip("words of Word documents") {
        return;
    }
    let folder = Folder::new("oracle-docx").unwrap();
    for example in letters() {
        let bytes = docx::write(&example.letter, docx::Manner::default()).unwrap();
        let file = folder.write(&format!("{}.docx", example.name), &bytes).unwrap();
        let theirs = words(&oracle::python_docx(&file).unwrap());
        let ours = words(&text(&bytes, |_| false));
        for (word, count) in &theirs {
            assert!(ours.get(word) >= Some(count), "{}: {word} is lost: {:?}", example.name, ours.get(word));
        }
        // Numbers of headings and list items are not in their text: nothing else may be in ours alone.
        for (word, count) in &ours {
            let more = theirs.get(word) != Some(count);
            let is_number = word.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ')');
            assert!(!more || is_number, "{}: {word} is made up", example.name);
        }
    }
}

#[test]
fn a_word_document_keeps_the_words_in_order() {
    for example in suite::examples().unwrap() {
        let bytes = docx::write(&example.letter, docx::Manner::ALL).unwrap();
        let found = text(&bytes, |kind| matches!(kind, BlockKind::Contents | BlockKind::Note));
        let found: Vec<&str> = found.split_whitespace().collect();
        let expected = example.letter.words();
        let first = found.iter().zip(&expected).position(|(found, expected)| found != expected);
        let near =
            first.map(|at| (&found[at..found.len().min(at + 6)], &expected[at..expected.len().min(at + 6)]));
        assert!(near.is_none() && found.len() == expected.len(), "{}: {near:?}", example.name);
    }
}
