//! PDF and Word documents to a checked plan, beside programs that only take the text out.

use super::measure::{Call, Cost, side_by_side};
use super::table::{self, tenths};
use super::{Bench, files};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Rounds for a letter, and for hundreds of pages.
const ROUNDS: usize = 15;
const ROUNDS_LONG: usize = 3;
/// What is asked of the full-length letter: no more than this much of what `pdftotext` takes, and this much memory.
const SHARE_MAX_PERCENT: u64 = 100;
const PEAK_MAX_MB: u64 = 64;

/// Takes all words out of a Word document, tables too.
const PYTHON_DOCX: &str = "\
import sys, docx
d = docx.Document(sys.argv[1])
for p in d.paragraphs: p.text
for t in d.tables:
    for r in t.rows:
        for c in r.cells: c.text
";

/// A file, and who is tried on it.
struct Case {
    name: &'static str,
    path: PathBuf,
    rounds: usize,
    peer: Peer,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Peer {
    Pdftotext,
    PythonDocx,
}

impl Peer {
    fn name(self) -> &'static str {
        match self {
            Peer::Pdftotext => "`pdftotext -layout`",
            Peer::PythonDocx => "python-docx, text alone",
        }
    }

    fn call(self, file: &str) -> Call {
        match self {
            Peer::Pdftotext => Call::new(Path::new("pdftotext"), ["-layout", file, "-"]),
            Peer::PythonDocx => Call::new(Path::new("python3"), ["-c", PYTHON_DOCX, file]),
        }
    }
}

/// Measures the full-length letter in each format, and PDFs of many pages.
pub(super) fn report(bench: &Bench) -> Result<String> {
    let folder = files::make(bench)?;
    let case = |name, file: &str, rounds, peer| Case { name, path: folder.join(file), rounds, peer };
    let letters = [
        case("PDF by Typst", "letters/fjellvett-2025.pdf", ROUNDS, Peer::Pdftotext),
        case("PDF by LibreOffice", "libreoffice.pdf", ROUNDS, Peer::Pdftotext),
        case("DOCX", "letters/fjellvett-2025.docx", ROUNDS, Peer::PythonDocx),
    ];
    let long = ["long-25.pdf", "long-50.pdf", "long-100.pdf"];
    let long = long.map(|file| case("PDF by Typst, over and over", file, ROUNDS_LONG, Peer::Pdftotext));
    let mut lines = vec![
        "| file | pages | kB | program | CPU ms, median | min | max | ms a page | peak MB | runs |"
            .to_owned(),
        "|---|---:|---:|---|---:|---:|---:|---:|---:|---:|".to_owned(),
    ];
    let (mut notes, mut grown) = (Vec::new(), Vec::new());
    for case in letters.iter().chain(&long) {
        if !case.path.is_file() {
            notes.push(format!("Skipped: {}, for the program that makes it is not installed.", case.name));
            continue;
        }
        let pages = pages(&case.path);
        let (ours, theirs) = measured(bench, case)?;
        lines.push(line(case, pages, "`styrbord check`", &ours));
        lines.push(line(case, pages, case.peer.name(), &theirs));
        if case.rounds == ROUNDS {
            notes.extend(verdict(case, &ours, &theirs));
        } else if let (Some(pages), Ok(cost)) = (pages, ours) {
            grown.push((pages, cost));
        }
    }
    lines.push(String::new());
    lines.extend(notes);
    lines.extend(growth(&grown));
    lines.push("CPU time is user and system time of the whole process, the programs run in turn.".to_owned());
    lines.push(format!("Measured on: {}.", super::machine()));
    Ok(lines.join("\n") + "\n")
}

fn measured(bench: &Bench, case: &Case) -> Result<(Result<Cost>, Result<Cost>)> {
    let path = case.path.to_str().context("the path is no text")?;
    let ours = Call::new(&bench.styrbord, ["check", path, "--format", "json"]);
    let mut costs = side_by_side(&[ours, case.peer.call(path)], case.rounds).into_iter();
    let mut next = || costs.next().context("a program was not measured");
    Ok((next()?, next()?))
}

/// Returns how many pages a PDF has, as Poppler counts them.
fn pages(path: &Path) -> Option<u64> {
    let out = Command::new("pdfinfo").arg(path).output().ok()?;
    let said = String::from_utf8_lossy(&out.stdout);
    said.lines().find_map(|line| line.strip_prefix("Pages:")?.trim().parse().ok())
}

fn line(case: &Case, pages: Option<u64>, program: &str, cost: &Result<Cost>) -> String {
    let dash = || "–".to_owned();
    let bytes = std::fs::metadata(&case.path).map_or(0, |file| file.len());
    let mut cells = vec![
        case.name.to_owned(),
        pages.map_or_else(dash, |pages| pages.to_string()),
        tenths(bytes * 10, 1000),
        program.to_owned(),
    ];
    match cost {
        Ok(cost) => cells.extend([
            tenths(cost.median_us() * 10, 1000),
            tenths(cost.min_us() * 10, 1000),
            tenths(cost.max_us() * 10, 1000),
            pages.map_or_else(dash, |pages| hundredths(cost.median_us() * 100, 1000 * pages)),
            table::peak(cost),
            cost.cpu_us.len().to_string(),
        ]),
        Err(_) => cells
            .extend(["not measured: it failed or is not installed", "", "", "", "", ""].map(str::to_owned)),
    }
    format!("| {} |", cells.join(" | "))
}

/// Says how much of the other program's time ours takes, and whether the targets are met.
fn verdict(case: &Case, ours: &Result<Cost>, theirs: &Result<Cost>) -> Option<String> {
    let (Ok(ours), Ok(theirs)) = (ours, theirs) else { return None };
    let percent = (ours.median_us() * 100).checked_div(theirs.median_us())?;
    let met = |is: bool| if is { "met" } else { "not met" };
    let memory = format!(
        "peak {} MB (target: at most {PEAK_MAX_MB} MB, {})",
        table::peak(ours),
        met(ours.peak_kb <= PEAK_MAX_MB * 1000)
    );
    let share = hundredths(ours.median_us() * 100, theirs.median_us());
    let target = match case.peer {
        Peer::Pdftotext => format!(" (target: at most 1.0 ×, {})", met(percent <= SHARE_MAX_PERCENT)),
        Peer::PythonDocx => String::new(),
    };
    Some(format!("- {}: {share} × the CPU time of {}{target}; {memory}.", case.name, case.peer.name()))
}

/// Says what a further page costs, from the first long file to the second and from there to the last.
fn growth(grown: &[(u64, Cost)]) -> Option<String> {
    let [(first, one), (middle, two), (last, three)] = grown else { return None };
    let further = |from: u64, to: u64, less: &Cost, more: &Cost| {
        (more.min_us().saturating_sub(less.min_us())).checked_div(to.checked_sub(from)?)
    };
    let (low, high) = (further(*first, *middle, one, two)?, further(*middle, *last, two, three)?);
    let percent = (high * 100).checked_div(low)?;
    let verdict = if percent <= 120 { "linear within 20 %" } else { "more than linear" };
    Some(format!(
        "- Growth: a further page costs {} ms from {first} to {middle} pages and {} ms from {middle} to {last}, \
         {percent} %: {verdict}. Peak memory {} MB at {last} pages.",
        hundredths(low * 100, 1000),
        hundredths(high * 100, 1000),
        table::peak(three),
    ))
}

/// Returns `hundred_times / divisor`, rounded to two decimals: the quotient counts hundredths.
fn hundredths(hundred_times: u64, divisor: u64) -> String {
    let hundredths = (hundred_times + divisor / 2) / divisor.max(1);
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cost(cpu_us: u64, peak_kb: u64) -> Cost {
        Cost { cpu_us: vec![cpu_us], wall_us: vec![cpu_us], peak_kb, floor_kb: 3000 }
    }

    #[test]
    fn a_verdict_holds_both_targets() {
        let case = |peer| Case { name: "PDF", path: PathBuf::new(), rounds: 1, peer };
        let said =
            |ours: Cost, theirs: Cost| verdict(&case(Peer::Pdftotext), &Ok(ours), &Ok(theirs)).unwrap();
        assert_eq!(
            said(cost(45_000, 20_000), cost(90_000, 9000)),
            "- PDF: 0.50 × the CPU time of `pdftotext -layout` (target: at most 1.0 ×, met); peak 20.0 MB (target: \
             at most 64 MB, met)."
        );
        let slow = said(cost(91_000, 64_001), cost(90_000, 9000));
        assert!(slow.contains("1.01 ×") && slow.matches("not met").count() == 2, "{slow}");
        assert_eq!(verdict(&case(Peer::PythonDocx), &Err(anyhow::anyhow!("gone")), &Ok(cost(1, 1))), None);
    }

    #[test]
    fn growth_compares_further_pages() {
        let grown =
            |last| [(500, cost(1_000_000, 9)), (1000, cost(2_000_000, 9)), (2000, cost(last, 80_000))];
        let linear = growth(&grown(4_000_000)).unwrap();
        assert!(linear.contains("2.00 ms from 500 to 1000 pages and 2.00 ms"), "{linear}");
        assert!(linear.contains("100 %: linear within 20 %. Peak memory 80.0 MB at 2000 pages."), "{linear}");
        assert!(growth(&grown(5_000_000)).unwrap().contains("150 %: more than linear"));
    }
}
