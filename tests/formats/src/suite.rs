//! Every example in every format, and how far its plan is from the letter's truth.

use crate::convert::{self, Folder, Tool};
use crate::{Letter, docx, html, markdown, repository, typst};
use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use styrbord_pipeline::Compiled;

/// A letter with its truth.
#[derive(Debug)]
pub struct Example {
    /// The file's name without its ending.
    pub name: String,
    /// The letter as its author had it.
    pub letter: Letter,
    /// The plan that a person wrote.
    pub truth: Value,
    /// The findings in the letter's own text: how many of each code.
    findings: BTreeMap<String, usize>,
}

/// A way to make a file of a letter.
#[derive(Clone, Copy)]
pub struct Format {
    /// What people call it.
    pub name: &'static str,
    /// The programs that it takes.
    pub needs: &'static [Tool],
    /// Makes the files of letters, in order.
    make: Make,
}

/// Makes files of letters, each with its name.
type Make = fn(&[(&str, &Letter)], &Folder) -> Result<Vec<PathBuf>>;

/// The formats in which every example is tried.
pub const FORMATS: [Format; 5] = [
    Format {
        name: "Markdown",
        needs: &[],
        make: |letters, folder| {
            written(letters, folder, "md", |letter| Ok(markdown::write(letter).into_bytes()))
        },
    },
    Format { name: "HTML", needs: &[], make: |letters, folder| web_pages(letters, folder) },
    Format {
        name: "DOCX",
        needs: &[],
        make: |letters, folder| documents(letters, folder, docx::Manner::default()),
    },
    Format {
        name: "PDF, LibreOffice",
        needs: &[Tool::LibreOffice],
        make: |letters, folder| printed(letters, folder, docx::Manner::default(), false),
    },
    Format {
        name: "PDF, Typst",
        needs: &[Tool::Typst],
        make: |letters, folder| typeset(letters, folder, typst::Manner::default(), true),
    },
];

/// What the full-length letter is tried in besides.
pub const FULL_LENGTH: [Format; 14] = [
    Format {
        name: "DOCX: tracked changes",
        needs: &[],
        make: |letters, folder| {
            documents(letters, folder, docx::Manner { tracked: true, ..docx::Manner::default() })
        },
    },
    Format {
        name: "DOCX: merged cells",
        needs: &[],
        make: |letters, folder| {
            documents(letters, folder, docx::Manner { merged: true, ..docx::Manner::default() })
        },
    },
    Format {
        name: "DOCX: footnotes",
        needs: &[],
        make: |letters, folder| {
            documents(letters, folder, docx::Manner { footnotes: true, ..docx::Manner::default() })
        },
    },
    Format {
        name: "DOCX: all of it, with pages on their side and in columns",
        needs: &[],
        make: |letters, folder| documents(letters, folder, docx::Manner::ALL),
    },
    Format {
        name: "DOCX saved as ODT and back",
        needs: &[Tool::LibreOffice],
        make: |letters, folder| saved_again(letters, folder, "odt"),
    },
    Format {
        name: "DOCX saved as RTF and back",
        needs: &[Tool::LibreOffice],
        make: |letters, folder| saved_again(letters, folder, "rtf"),
    },
    Format {
        name: "DOCX saved from HTML",
        needs: &[Tool::LibreOffice],
        make: |letters, folder| {
            let pages = written(letters, folder, "html", |letter| Ok(html::plain(letter).into_bytes()))?;
            convert::libreoffice(folder, "docx:Office Open XML Text", &pages)?;
            Ok(with_ending(&pages, "docx"))
        },
    },
    Format {
        name: "PDF, LibreOffice, tagged",
        needs: &[Tool::LibreOffice],
        make: |letters, folder| printed(letters, folder, docx::Manner::default(), true),
    },
    Format {
        name: "PDF, LibreOffice: merged cells, footnotes, pages on their side and in columns",
        needs: &[Tool::LibreOffice],
        make: |letters, folder| {
            let manner = docx::Manner { tracked: false, small_pages: false, ..docx::Manner::ALL };
            printed(letters, folder, manner, false)
        },
    },
    Format {
        name: "PDF, LibreOffice: tables over three pages",
        needs: &[Tool::LibreOffice],
        make: |letters, folder| {
            printed(letters, folder, docx::Manner { small_pages: true, ..docx::Manner::default() }, false)
        },
    },
    Format {
        name: "PDF, Typst, untagged",
        needs: &[Tool::Typst],
        make: |letters, folder| typeset(letters, folder, typst::Manner::default(), false),
    },
    Format {
        name: "PDF, Typst, untagged: tables without rules",
        needs: &[Tool::Typst],
        make: |letters, folder| {
            typeset(letters, folder, typst::Manner { borderless: true, ..typst::Manner::default() }, false)
        },
    },
    Format {
        name: "PDF, Chromium from HTML",
        needs: &[Tool::Chromium],
        make: |letters, folder| {
            let pages = web_pages(letters, folder)?;
            pages.iter().try_for_each(|page| convert::chromium(page))?;
            Ok(with_ending(&pages, "pdf"))
        },
    },
    Format {
        name: "PDF, WeasyPrint from HTML",
        needs: &[Tool::WeasyPrint],
        make: |letters, folder| {
            let pages = web_pages(letters, folder)?;
            convert::weasyprint(&pages)?;
            Ok(with_ending(&pages, "pdf"))
        },
    },
];

fn written(
    letters: &[(&str, &Letter)],
    folder: &Folder,
    ending: &str,
    write: impl Fn(&Letter) -> Result<Vec<u8>>,
) -> Result<Vec<PathBuf>> {
    letters.iter().map(|(name, letter)| folder.write(&format!("{name}.{ending}"), &write(letter)?)).collect()
}

fn web_pages(letters: &[(&str, &Letter)], folder: &Folder) -> Result<Vec<PathBuf>> {
    written(letters, folder, "html", |letter| Ok(html::write(letter).into_bytes()))
}

fn documents(letters: &[(&str, &Letter)], folder: &Folder, manner: docx::Manner) -> Result<Vec<PathBuf>> {
    written(letters, folder, "docx", |letter| docx::write(letter, manner))
}

fn printed(
    letters: &[(&str, &Letter)],
    folder: &Folder,
    manner: docx::Manner,
    tagged: bool,
) -> Result<Vec<PathBuf>> {
    let files = documents(letters, folder, manner)?;
    let to =
        format!("pdf:writer_pdf_Export:{{\"UseTaggedPDF\":{{\"type\":\"boolean\",\"value\":\"{tagged}\"}}}}");
    convert::libreoffice(folder, &to, &files)?;
    Ok(with_ending(&files, "pdf"))
}

fn typeset(
    letters: &[(&str, &Letter)],
    folder: &Folder,
    manner: typst::Manner,
    tagged: bool,
) -> Result<Vec<PathBuf>> {
    let files = written(letters, folder, "typ", |letter| Ok(typst::write(letter, manner).into_bytes()))?;
    convert::typst(&files, tagged)?;
    Ok(with_ending(&files, "pdf"))
}

/// Lets LibreOffice save Word documents in a format and as Word documents again.
fn saved_again(letters: &[(&str, &Letter)], folder: &Folder, ending: &str) -> Result<Vec<PathBuf>> {
    let files = documents(letters, folder, docx::Manner::default())?;
    convert::libreoffice(folder, ending, &files)?;
    files.iter().try_for_each(std::fs::remove_file)?;
    convert::libreoffice(folder, "docx:Office Open XML Text", &with_ending(&files, ending))?;
    Ok(files)
}

fn with_ending(files: &[PathBuf], ending: &str) -> Vec<PathBuf> {
    files.iter().map(|file| file.with_extension(ending)).collect()
}

/// Returns the examples, sorted; `STYRBORD_LETTER` names a part of the names of those wanted.
pub fn examples() -> Result<Vec<Example>> {
    let only = std::env::var("STYRBORD_LETTER").unwrap_or_default();
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(repository().join("examples/letters"))? {
        let path = entry?.path();
        let is_letter = path.extension().is_some_and(|ending| ending == "txt" || ending == "md");
        if is_letter && path.to_string_lossy().contains(&only) {
            paths.push(path);
        }
    }
    paths.sort();
    paths.iter().map(|path| example(path, &path.with_extension("plan.json"))).collect()
}

/// Returns the real letter that lies beside the checkout, if it is there; its tables are lines, as its text has them.
pub fn real_letter() -> Result<Option<Example>> {
    let path = repository().join("../shared/letters/imdi-2024.txt");
    let there = path.is_file();
    there.then(|| example(&path, &repository().join("packs/imdi-2024/plan.json"))).transpose()
}

/// Returns the letter at a path with its truth.
pub fn example(path: &Path, truth: &Path) -> Result<Example> {
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let truth = std::fs::read_to_string(truth).with_context(|| format!("the truth of {name}"))?;
    let compiled = styrbord_pipeline::compile(&std::fs::read(path)?)?;
    let letter = Letter::open(path).with_context(|| name.clone())?;
    Ok(Example { name, letter, truth: serde_json::from_str(&truth)?, findings: codes(&compiled) })
}

/// Makes the file of one letter in a format.
pub fn make(format: &Format, example: &Example, folder: &Folder) -> Result<PathBuf> {
    let files = (format.make)(&[(example.name.as_str(), &example.letter)], folder)?;
    files.into_iter().next().context("no file was made")
}

/// What a letter in one format gave.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Differences between its plan and the truth.
    pub plan: Vec<String>,
    /// Differences between its findings and those of the letter's own text.
    pub findings: Vec<String>,
}

/// Makes the files of letters in a format and returns the outcomes, in order; none when a program is missing.
pub fn outcomes(format: &Format, examples: &[Example]) -> Result<Option<Vec<Outcome>>> {
    if let Some(missing) = format.needs.iter().find(|tool| !tool.is_there()) {
        styrbord_truth::skip(&format!("letters as {}: {} is not installed", format.name, missing.name()));
        return Ok(None);
    }
    let name: String = format.name.chars().filter(char::is_ascii_alphanumeric).collect();
    let folder = Folder::new(&name)?;
    let letters: Vec<(&str, &Letter)> =
        examples.iter().map(|example| (example.name.as_str(), &example.letter)).collect();
    let files = (format.make)(&letters, &folder).with_context(|| format!("making {}", format.name))?;
    files.iter().zip(examples).map(|(file, example)| outcome(example, file)).collect::<Result<_>>().map(Some)
}

fn outcome(example: &Example, file: &Path) -> Result<Outcome> {
    let bytes = std::fs::read(file).with_context(|| format!("reading {}", file.display()))?;
    let compiled = match styrbord_pipeline::compile(&bytes) {
        Ok(compiled) => compiled,
        Err(error) => return Ok(Outcome { plan: vec![error.to_string()], ..Outcome::default() }),
    };
    let plan = serde_json::to_value(&compiled.plan)?;
    let found = codes(&compiled);
    let mut findings = Vec::new();
    let all: std::collections::BTreeSet<&String> = example.findings.keys().chain(found.keys()).collect();
    for code in all {
        let count = |codes: &BTreeMap<String, usize>| codes.get(code).copied().unwrap_or(0);
        let (expected, found) = (count(&example.findings), count(&found));
        if expected != found && !OF_THE_FORMAT.contains(&code.as_str()) {
            findings.push(format!("{code}: {expected} expected, {found} found"));
        }
    }
    Ok(Outcome { plan: styrbord_truth::differences_but_places(&example.truth, &plan), findings })
}

/// Findings about what a format has and another has not.
const OF_THE_FORMAT: [&str; 3] = ["private-use-character", "row-does-not-fit", "tracked-changes"];

fn codes(compiled: &Compiled) -> BTreeMap<String, usize> {
    let mut codes = BTreeMap::new();
    for finding in &compiled.findings.findings {
        *codes.entry(finding.code.to_owned()).or_default() += 1;
    }
    codes
}
