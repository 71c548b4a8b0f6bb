//! Glyphs held against what poppler finds in the same file, when the programs for that are there.
#![expect(clippy::disallowed_methods, reason = "other programs make the files and read them")]

use super::*;
use crate::pdf::page::Page;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A letter with what Norwegian letters have: headings, lists, tables, quotation marks, ligatures, a note.
const TYPST: &str = "#set page(paper: \"a4\", header: [Tildelingsbrev], footer: context counter(page).display())
#set text(lang: \"nb\")
= Mål og prioriteringar
Fiskeriøkonomi på «Ærfugløya» – 1 234,5 mill. kroner. Effektivt og flittig, *feit* og _skrå_.#footnote[Ein merknad.]
#table(columns: 3, [Kap.], [Tekst], [Beløp], [571], [Rammetilskot], [25 200], [#rotate(-90deg, reflow: true)[Turned]], [b], [c])
- eit punkt
+ første
#pagebreak()
#set page(flipped: true)
#lorem(400)
";

/// The same as a web page, for LibreOffice.
const HTML: &str = "<html><head><meta charset=utf-8></head><body><h1>Mål og prioriteringar</h1><p>Fiskeriøkonomi på \
    «Ærfugløya» – 1&nbsp;234,5 mill. kroner. Effektivt og flittig, <b>feit</b> og <i>skrå</i>.</p><table border=1><tr>\
    <td>Kap.<td>Beløp<tr><td>571<td>25&nbsp;200</table><ul><li>eit punkt<li>to</ul></body></html>";

/// Runs a program; returns what it prints, or nothing when it is not there or fails.
fn run(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Returns an empty folder of this test.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("styrbord-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// A word of poppler: its page, its text, its left, upper, right and lower end.
struct Word {
    page: usize,
    text: String,
    ends: [f32; 4],
}

fn words(path: &Path) -> Option<Vec<Word>> {
    let boxes = run("pdftotext", &["-bbox", path.to_str()?, "-"])?;
    let mut words = Vec::new();
    let mut page = 0;
    for line in boxes.lines().map(str::trim) {
        if line.starts_with("<page ") {
            page += 1;
        }
        let Some(rest) = line.strip_prefix("<word ") else { continue };
        let (places, rest) = rest.split_once('>')?;
        let numbers: Vec<f32> = places.split('"').filter_map(|number| number.parse().ok()).collect();
        let text = rest
            .strip_suffix("</word>")?
            .replace("&apos;", "'")
            .replace("&quot;", "\"")
            .replace("&amp;", "&");
        words.push(Word { page, text, ends: numbers.try_into().ok()? });
    }
    Some(words)
}

/// Tells whether a page has a glyph that begins a word at its place, and one that ends it.
fn has(page: &Page, word: &Word) -> bool {
    let [left, upper, right, lower] = word.ends;
    let is_inside = |glyph: &&Glyph| {
        (left - 1.0..=right + 1.0).contains(&glyph.x) && (upper - 1.0..=lower + 1.0).contains(&glyph.y)
    };
    let inside: Vec<&Glyph> = page.glyphs.iter().filter(is_inside).collect();
    let text: String = inside.iter().flat_map(|glyph| glyph.text.as_slice()).collect();
    let is_there =
        |wanted: f32, place: fn(&Glyph) -> f32| inside.iter().any(|g| (place(g) - wanted).abs() < 0.6);
    let is_level = right - left > lower - upper;
    let stands = !is_level || is_there(left, |g| g.x) && is_there(right, |g| g.x + g.advance);
    word.text.chars().all(|c| text.contains(c)) && stands
}

/// Compares all words and all text of a file; says what differs.
fn check(path: &Path) {
    let Some(words) = words(path) else {
        println!("skipped: pdftotext (poppler) is not there");
        return;
    };
    let paper = paper(&std::fs::read(path).unwrap()).unwrap();
    assert!(words.len() > 20, "poppler found {} words", words.len());
    for word in &words {
        let page = &paper.pages[word.page - 1];
        assert!(has(page, word), "page {}: {:?} at {:?}", word.page, word.text, word.ends);
    }
    let dense = |text: &str| -> String { text.chars().filter(|c| !c.is_whitespace()).collect() };
    let raw = run("pdftotext", &["-raw", path.to_str().unwrap(), "-"]).unwrap();
    let raw = raw
        .replace('\u{fb01}', "fi")
        .replace('\u{fb02}', "fl")
        .replace('\u{fb00}', "ff")
        .replace('\u{fb03}', "ffi");
    let mut ours: Vec<char> = dense(&text(&paper)).chars().collect();
    let mut theirs: Vec<char> = dense(&raw).chars().collect();
    ours.sort_unstable();
    theirs.sort_unstable();
    assert_eq!(ours.iter().collect::<String>(), theirs.iter().collect::<String>());
}

#[test]
fn glyphs_of_a_typst_file_are_those_of_poppler() {
    let folder = folder("typst");
    let (source, target) = (folder.join("letter.typ"), folder.join("letter.pdf"));
    std::fs::write(&source, TYPST).unwrap();
    let program = format!("import typst; typst.compile({source:?}, output={target:?})");
    if run("python3", &["-c", &program]).is_some() {
        check(&target);
    } else {
        println!("skipped: the Python package typst is not there");
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn glyphs_of_a_libreoffice_file_are_those_of_poppler() {
    let folder = folder("libreoffice");
    let source = folder.join("letter.html");
    std::fs::write(&source, HTML).unwrap();
    let installation = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let (directory, source) = (folder.to_str().unwrap(), source.to_str().unwrap());
    let target = ["--headless", "--convert-to", "pdf:writer_web_pdf_Export", "--outdir", directory, source];
    let arguments: Vec<&str> = std::iter::once(installation.as_str()).chain(target).collect();
    if run("soffice", &arguments).is_some() {
        check(&folder.join("letter.pdf"));
    } else {
        println!("skipped: LibreOffice is not there");
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn files_without_a_password_open_and_others_say_so() {
    let folder = folder("qpdf");
    let (plain, locked) = (folder.join("plain.pdf"), folder.join("locked.pdf"));
    std::fs::write(&plain, one_page("", "", "BT /F 10 Tf (a\\345) Tj ET", FONT, &[])).unwrap();
    let (from, to) = (plain.to_str().unwrap(), locked.to_str().unwrap());
    for kind in [&["40"][..], &["128", "--use-aes=n"], &["128", "--use-aes=y"], &["256"]] {
        for (password, expected) in
            [("", Ok("aå".to_owned())), ("hemmelig", Err(ReadError::Encrypted("PDF")))]
        {
            let lock = ["--allow-weak-crypto", "--object-streams=generate", "--encrypt", password, "eier"];
            let arguments: Vec<&str> =
                lock.into_iter().chain(kind.iter().copied()).chain(["--", from, to]).collect();
            if run("qpdf", &arguments).is_none() {
                println!("skipped: qpdf is not there");
                continue;
            }
            let read = paper(&std::fs::read(&locked).unwrap()).map(|paper| text(&paper));
            assert_eq!(read, expected, "{kind:?} {password:?}");
        }
    }
    std::fs::remove_dir_all(&folder).unwrap();
}
