//! How Lighthouse scores the main pages of the example year, logged in: on a phone and on a desktop.

use super::super::Bench;
use super::{PASSWORD, Server, YEAR, call, client::Client, people};
use crate::process;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The package with the script, and its lock.
const PACKAGE: &str = "xtask/lighthouse";
const LETTER: &str = "examples/letters/fjellvett-2025.txt";
/// The day on which the year is looked at: its clock stands there, so that something is due.
const TODAY: &str = "2025-10-20T08:00:00Z";
const PAGES: [&str; 5] = ["", "/assignments", "/letter", "/money", "/calendar"];

/// What Lighthouse says of a page in one form.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Score {
    page: String,
    is_phone: bool,
    performance: u64,
    accessibility: u64,
    largest_ms: u64,
    blocked_ms: u64,
    shift_thousandths: u64,
}

/// Scores the pages and returns the table; why there is none where Lighthouse cannot run.
pub(super) fn report(bench: &Bench, program: &Path) -> String {
    match scores(bench, program) {
        Ok(scores) => table(&scores),
        Err(error) => format!("Lighthouse was not run: {error:#}.\n"),
    }
}

fn scores(bench: &Bench, program: &Path) -> Result<Vec<Score>> {
    let package = installed()?;
    let server = Server::start(program, &year(bench)?, &["--now", TODAY])?;
    let mut client = Client::open(&server.address)?;
    client.log_in("kari", PASSWORD)?;
    let pages = PAGES.map(|page| format!("{YEAR}{page}"));
    for page in &pages {
        ensure!(client.get(page)?.status == 200, "{page} is not there");
    }
    let mut script = Command::new("node");
    script.arg("score.mjs").arg(format!("http://{}", server.address)).arg(client.cookies()).args(&pages);
    let printed = process::capture(script.current_dir(package))?;
    printed.lines().filter(|line| line.starts_with('{')).map(read).collect()
}

/// Installs what the lock names, unless it is there, and returns its folder.
fn installed() -> Result<PathBuf> {
    let package = process::root().join(PACKAGE);
    if !package.join("node_modules").is_dir() {
        let npm = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
        process::run(Command::new("npm").args(npm).current_dir(&package))?;
    }
    Ok(package)
}

/// Begins a year with the full-length example letter and registers who looks at it.
fn year(bench: &Bench) -> Result<PathBuf> {
    let db = bench.folder.join("lighthouse.db");
    let letter = process::root().join(LETTER);
    let at = "2025-01-02T08:00:00Z";
    let letter = letter.to_str().context("the example letter has a strange path")?;
    call(bench, &db, &["year", "start", letter, "--simulated", "--now", at], "")?;
    people(bench, &db, at)?;
    Ok(db)
}

fn read(line: &str) -> Result<Score> {
    let value: Value = serde_json::from_str(line).context("reading a score")?;
    let text = |name: &str| value.get(name).and_then(Value::as_str).with_context(|| format!("no {name}"));
    let figure = |name: &str| value.get(name).and_then(Value::as_u64).with_context(|| format!("no {name}"));
    Ok(Score {
        page: text("page")?.to_owned(),
        is_phone: text("form")? == "phone",
        performance: figure("performance")?,
        accessibility: figure("accessibility")?,
        largest_ms: figure("largest_ms")?,
        blocked_ms: figure("blocked_ms")?,
        shift_thousandths: figure("shift_thousandths")?,
    })
}

fn table(scores: &[Score]) -> String {
    let mut lines = vec![
        "| Lighthouse: page | form | performance | accessibility | ms until the largest part is there | ms blocked | shift |"
            .to_owned(),
        "|---|---|---:|---:|---:|---:|---:|".to_owned(),
    ];
    lines.extend(scores.iter().map(line));
    lines.push(String::new());
    lines.push(format!(
        "Medians of three runs by Lighthouse at the pages of the example year (`{LETTER}`), logged in. *Phone* is what it \
         simulates by default: a slow network and a slow processor; *desktop* its preset of that name."
    ));
    lines.join("\n") + "\n"
}

fn line(score: &Score) -> String {
    let page = score.page.strip_prefix(YEAR).unwrap_or(&score.page);
    let page = if page.is_empty() { "overview".to_owned() } else { format!("`{page}`") };
    let form = if score.is_phone { "phone" } else { "desktop" };
    let Score { performance, accessibility, largest_ms, blocked_ms, shift_thousandths, .. } = score;
    let shift = format!("{}.{:03}", shift_thousandths / 1000, shift_thousandths % 1000);
    format!("| {page} | {form} | {performance} | {accessibility} | {largest_ms} | {blocked_ms} | {shift} |")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_becomes_a_line() {
        let text = r#"{"page":"/years/organisation-1/2025/letter","form":"phone","performance":97,"accessibility":100,"largest_ms":1650,"blocked_ms":12,"shift_thousandths":4}"#;
        let score = read(text).unwrap();
        assert_eq!(line(&score), "| `/letter` | phone | 97 | 100 | 1650 | 12 | 0.004 |");
        let overview = Score { page: YEAR.to_owned(), is_phone: false, ..score };
        assert_eq!(line(&overview), "| overview | desktop | 97 | 100 | 1650 | 12 | 0.004 |");
        assert!(table(&[overview]).contains("\n| overview | desktop | 97 |"));
        assert!(read(r#"{"page":"/","form":"phone"}"#).is_err());
    }
}
