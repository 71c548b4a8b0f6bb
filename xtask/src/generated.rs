//! The pages and parts of pages that the program itself prints, and whether they are up to date.
//!
//! A part stands in a Markdown file between two lines of their own:
//! `<!-- excerpt:check examples/letters/x.txt --lang nb | head 40 -->` and `<!-- /excerpt -->`. The marker is a call
//! of `styrbord`, without its name; after `|` comes which of the printed lines to show: `head N` or `lines A-B`. Words
//! in double quotes are one. The calls of one page share a database that is new with each page, so that a page can
//! walk through a year.

use crate::{markers, process, tidy::Tree};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Whole pages: the file, and the call of `styrbord` that prints it.
const PAGES: &[(&str, &[&str])] =
    &[("docs/rules.md", &["explain", "--format", "md"]), ("docs/plan.schema.json", &["export", "schema"])];

/// A file as it should be.
pub(crate) struct Page {
    pub(crate) path: String,
    pub(crate) text: String,
    pub(crate) is_current: bool,
}

/// Fails when a generated page is not what the program prints now.
pub(crate) fn run() -> Result<()> {
    let pages = pages()?;
    let stale: Vec<&str> =
        pages.iter().filter(|page| !page.is_current).map(|page| page.path.as_str()).collect();
    if !stale.is_empty() {
        bail!(
            "not as the program prints it now: {} (mend: cargo xtask bless, and read the diff)",
            stale.join(", ")
        );
    }
    println!("generated: {} pages are as the program prints them", pages.len());
    Ok(())
}

/// Returns each page that is generated or has generated parts.
pub(crate) fn pages() -> Result<Vec<Page>> {
    let (path, root) = (process::styrbord("dev")?, process::root());
    let database = std::env::temp_dir().join(format!("styrbord-excerpts-{}.db", std::process::id()));
    let program = Program { path, root, database };
    let tree = Tree::read()?;
    let whole = PAGES.iter().map(|(path, call)| {
        let text = program.prints(call)?;
        let old = std::fs::read_to_string(program.root.join(path)).unwrap_or_default();
        Ok(Page { path: (*path).to_owned(), is_current: old == text, text })
    });
    let hand_written = tree
        .documents()
        .filter(|(path, text)| text.contains("<!-- excerpt:") && PAGES.iter().all(|(page, _)| page != path));
    let parts = hand_written.map(|(path, old)| {
        program.forget();
        let text = with_excerpts(old, |call| program.prints(call)).with_context(|| path.to_owned())?;
        program.forget();
        Ok(Page { path: path.to_owned(), is_current: text == old, text })
    });
    whole.chain(parts).collect()
}

struct Program {
    path: PathBuf,
    root: PathBuf,
    /// Where `styrbord year` works.
    database: PathBuf,
}

impl Program {
    /// Takes the database away; one that is not there is as well.
    fn forget(&self) {
        for ending in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{ending}", self.database.display()));
        }
    }

    /// Returns what the program prints, plain and at most 100 columns wide, whatever terminal this is.
    fn prints(&self, call: &[&str]) -> Result<String> {
        let mut command = Command::new(&self.path);
        command.args(call).current_dir(&self.root).env("NO_COLOR", "1").env("COLUMNS", "100");
        command.env("STYRBORD_DB", &self.database);
        // `check` says with 1 that the letter has findings, `diff` that letters differ, `year` that it has questions:
        // an excerpt is to show it.
        let speaks_by_code = matches!(call.first(), Some(&"check" | &"diff" | &"year"));
        let accept = if speaks_by_code { |code| matches!(code, 0 | 1) } else { |code| code == 0 };
        process::capture_if(&mut command, accept)
    }
}

/// Returns `page` with its excerpts printed anew by `prints`.
fn with_excerpts(page: &str, prints: impl Fn(&[&str]) -> Result<String>) -> Result<String> {
    markers::rewrite(page, "excerpt", |marker, _| {
        let (call, cut) = marker.split_once('|').unwrap_or((marker, "head 1000000"));
        let (skip, take) = cut_of(cut.trim())?;
        let printed = prints(&words(call))?;
        let shown: Vec<&str> = printed.lines().skip(skip).take(take).map(str::trim_end).collect();
        if shown.is_empty() {
            bail!("the program prints no such lines");
        }
        Ok(format!("```text\n{}\n```", shown.join("\n")))
    })
}

/// Returns the words of a call; what stands in double quotes is one.
fn words(call: &str) -> Vec<&str> {
    let quoted = call.split('"').enumerate();
    let apart = quoted
        .flat_map(|(at, piece)| if at % 2 == 1 { vec![piece] } else { piece.split_whitespace().collect() });
    apart.collect()
}

/// Returns how many lines to skip and how many to show: `head N` or `lines A-B`.
fn cut_of(cut: &str) -> Result<(usize, usize)> {
    let bounds = match cut.split_once(' ') {
        Some(("head", last)) => Some(("1", last)),
        Some(("lines", range)) => range.split_once('-'),
        _ => None,
    };
    match bounds.and_then(|(first, last)| Some((number(first)?, number(last)?))) {
        Some((first, last)) if 1 <= first && first <= last => Ok((first - 1, last - first + 1)),
        _ => bail!("expected `head N` or `lines A-B` after the bar, found `{cut}`"),
    }
}

fn number(word: &str) -> Option<usize> {
    word.trim().parse().ok()
}

/// Writes `page` into the tree.
pub(crate) fn write(page: &Page) -> Result<()> {
    let path = process::root().join(&page.path);
    std::fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
    std::fs::write(&path, &page.text).with_context(|| format!("writing {}", page.path))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns `page` with excerpts of a program that prints its call and three more lines.
    fn rewritten(page: &str) -> Result<String> {
        with_excerpts(page, |call| Ok(format!("{}\ntwo  \nthree\nfour\n", call.join(" "))))
    }

    #[test]
    fn an_excerpt_shows_the_lines_asked_for() {
        let page =
            |marker: &str, lines: &str| format!("# T\n<!-- excerpt:{marker} -->\n{lines}<!-- /excerpt -->\n");
        for (marker, lines) in [
            ("check a.txt --lang nb | head 2", "check a.txt --lang nb\ntwo"),
            ("check a.txt | lines 2-3", "two\nthree"),
            ("help", "help\ntwo\nthree\nfour"),
        ] {
            let new = rewritten(&page(marker, "old\n")).unwrap();
            assert_eq!(new, page(marker, &format!("```text\n{lines}\n```\n")));
        }
    }

    #[test]
    fn what_stands_in_quotes_is_one_word() {
        assert_eq!(
            words("year owner  a \"Kari Fjell\" --now x"),
            ["year", "owner", "a", "Kari Fjell", "--now", "x"]
        );
    }

    #[test]
    fn a_cut_that_shows_nothing_is_told() {
        for marker in ["check a | tail 3", "check a | lines 3-2", "check a | head 0", "check a | lines 9-9"] {
            let page = format!("<!-- excerpt:{marker} -->\n<!-- /excerpt -->\n");
            assert!(rewritten(&page).is_err(), "{marker}");
        }
    }
}
