//! Writes the files that `cargo xtask bench` measures: `styrbord-bench-files FOLDER`.
//!
//! Each example as DOCX and as PDF, the full-length letter also as a PDF that LibreOffice made, and PDFs of that
//! letter over and over, for what many pages cost. A file whose maker is not installed is left out.

#![expect(clippy::disallowed_methods, reason = "it reads its arguments and writes files")]

use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use styrbord_formats::convert::{self, Folder, Tool};
use styrbord_formats::{Letter, docx, suite, typst};

/// The letter that is measured alone.
const FULL: &str = "fjellvett-2025";
/// How often the full-length letter stands in each of the long PDFs; at the end it has more than 2 000 pages.
const REPEATS: [usize; 3] = [25, 50, 100];

fn main() -> Result<()> {
    let to = PathBuf::from(std::env::args_os().nth(1).context("usage: styrbord-bench-files FOLDER")?);
    let examples = suite::examples()?;
    let letters = to.join("letters");
    std::fs::create_dir_all(&letters)?;
    let mut sources = Vec::new();
    for example in &examples {
        let file = letters.join(format!("{}.docx", example.name));
        std::fs::write(file, docx::write(&example.letter, docx::Manner::default())?)?;
        sources.push(write_typst(&letters, &example.name, &example.letter)?);
    }
    let full = examples.iter().find(|example| example.name == FULL).context("no full-length letter")?;
    for times in REPEATS {
        let parts = full.letter.parts.iter().cycle().take(times * full.letter.parts.len()).cloned();
        sources.push(write_typst(&to, &format!("long-{times}"), &Letter { parts: parts.collect() })?);
    }
    if Tool::Typst.or_skip("PDFs to measure") {
        convert::typst(&sources, true)?;
    }
    if Tool::LibreOffice.or_skip("a PDF by LibreOffice to measure") {
        let folder = Folder::new("bench-files")?;
        let document =
            folder.write("libreoffice.docx", &docx::write(&full.letter, docx::Manner::default())?)?;
        convert::libreoffice(&folder, "pdf", &[document])?;
        std::fs::copy(folder.path("libreoffice.pdf"), to.join("libreoffice.pdf"))?;
    }
    sources.iter().try_for_each(std::fs::remove_file)?;
    Ok(())
}

fn write_typst(folder: &Path, name: &str, letter: &Letter) -> Result<PathBuf> {
    let file = folder.join(format!("{name}.typ"));
    std::fs::write(&file, typst::write(letter, typst::Manner::default()))?;
    Ok(file)
}
