//! What the pages cost: a server in a process of its own, asked over the loopback at a steady pace.

mod client;
mod lighthouse;

use super::Bench;
use super::table::tenths;
use crate::process;
use anyhow::{Context, Result, bail};
use client::{Answer, Client};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

const EVENTS: u64 = 100_000;
/// Requests a second, by so many people at once, for so long.
const PACE: u32 = 200;
const PEOPLE: u32 = 8;
const SECONDS: u32 = 20;
const PASSWORD: &str = "sti over fjellet 2025";
const YEAR: &str = "/years/organisation-1/2025";
/// The main pages of a year; one that a build does not have is left out, and the report says which were asked.
const PAGES: [&str; 7] =
    ["", "/assignments", "/objects/assignment-7", "/parameters", "/money", "/calendar", "/coverage"];

/// Measures and returns the table.
pub(super) fn report(bench: &Bench) -> Result<String> {
    let journal = journal(bench)?;
    let program = process::styrbord_with_pages("release")?;
    let begun = Instant::now();
    let server = Server::start(&program, &journal, &[])?;
    let ready = begun.elapsed();
    let mut first = Client::open(&server.address)?;
    first.get("/log-in")?;
    let to_first_page = begun.elapsed();
    first.log_in("kari", PASSWORD)?;
    let pages = pages(&mut first)?;
    let heaviest = heaviest(&mut first, &pages)?;
    let before = server.resident_mb()?;
    let times = at_a_steady_pace(&server.address, &first, &pages)?;
    let after = server.resident_mb()?;
    let part = |thousandths: usize| times.get((times.len() * thousandths / 1000).min(times.len() - 1));
    let ms = |time: Option<&Duration>| tenths(time.map_or(0, |time| time.as_micros() as u64 * 10), 1000);
    let alone = alone(&mut first, &pages)?;
    drop(server);
    let lines = [
        "| what | Styrbord | target |".to_owned(),
        "|---|---:|---|".to_owned(),
        format!("| ms from the start of `serve` until it listens | {} | |", ready.as_millis()),
        format!("| ms from the start of `serve` to the first page | {} | |", to_first_page.as_millis()),
        format!(
            "| {PACE} requests a second for {SECONDS} s, ms until half of the pages were there | {} | |",
            ms(part(500))
        ),
        format!("| … 99 of 100 pages | {} | at most 15 |", ms(part(990))),
        format!("| … the last page | {} | at most 100 |", ms(times.last())),
        format!("| … MB of memory before and after | {before} and {after} | at most 300 |"),
        format!(
            "| kB of the heaviest page with its style sheet, compressed | {} | at most 60 |",
            tenths(heaviest as u64 * 10, 1000)
        ),
        String::new(),
        alone,
        format!(
            "{} requests by {PEOPLE} people to these {} pages of a year with {EVENTS} events and 500 assignments; the time of \
             each counts from when it was due. Server and people share the machine.",
            times.len(),
            pages.len(),
        ),
        String::new(),
        lighthouse::report(bench, &program),
        format!("Measured on: {}.", super::machine()),
    ];
    Ok(lines.join("\n") + "\n")
}

/// Fills a journal and registers who asks.
fn journal(bench: &Bench) -> Result<PathBuf> {
    let db = bench.folder.join("pages.db");
    let fill = process::bench("styrbord-store", "journal", "release")?;
    process::capture(Command::new(fill).arg("fill").arg(&db).arg(EVENTS.to_string()))?;
    people(bench, &db, "2025-12-30T08:00:00Z")?;
    Ok(db)
}

/// Registers a controller with an account, from a moment on.
fn people(bench: &Bench, db: &Path, from: &str) -> Result<()> {
    call(bench, db, &["year", "person", "add", "Kari Fjell", "--now", from], "")?;
    let command = bench.folder.join("role.json");
    let role = r#"{"directory":{"give_role":{"person":"person-1","role":{"role":"controller","organisation":"organisation-1","unit":null},"until":null}}}"#;
    std::fs::write(&command, role).context("writing a command")?;
    let path = command.to_string_lossy();
    call(bench, db, &["year", "do", &path, "--now", from], "")?;
    call(bench, db, &["account", "add", "Kari Fjell", "kari", "--operator", "--password-stdin"], PASSWORD)
}

fn call(bench: &Bench, db: &Path, args: &[&str], input: &str) -> Result<()> {
    let mut command = Command::new(&bench.styrbord);
    let mut child = command
        .args(args)
        .arg("--db")
        .arg(db)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .context("starting styrbord")?;
    if let Some(mut pipe) = child.stdin.take() {
        pipe.write_all(input.as_bytes()).context("writing to styrbord")?;
    }
    let status = child.wait().context("waiting for styrbord")?;
    if !status.success() {
        bail!("`styrbord {}` ended with {status}", args.join(" "));
    }
    Ok(())
}

fn pages(client: &mut Client) -> Result<Vec<String>> {
    let mut there = Vec::new();
    for page in PAGES.map(|page| format!("{YEAR}{page}")) {
        if client.get(&page)?.status == 200 {
            there.push(page);
        }
    }
    if there.is_empty() {
        bail!("no page of the year is there");
    }
    Ok(there)
}

/// Returns the bytes of the heaviest page with the style sheet, as they are sent.
fn heaviest(client: &mut Client, pages: &[String]) -> Result<usize> {
    let mut most = 0;
    for page in pages {
        most = most.max(client.get_small(page)?.bytes);
    }
    let style = client.get("/log-in")?.text;
    let style = style
        .split('"')
        .find(|text| text.starts_with("/assets/style-"))
        .context("no style sheet")?
        .to_owned();
    Ok(most + client.get_small(&style)?.bytes)
}

/// Asks for each page some times with nobody else there, and returns the table of how long that took.
fn alone(client: &mut Client, pages: &[String]) -> Result<String> {
    const TIMES: usize = 21;
    let mut lines =
        vec!["| page, nobody else there | ms | kB compressed |".to_owned(), "|---|---:|---:|".to_owned()];
    for page in pages {
        let mut times = Vec::new();
        let mut bytes = 0;
        for _ in 0..TIMES {
            let begun = Instant::now();
            bytes = client.get_small(page)?.bytes;
            times.push(begun.elapsed());
        }
        times.sort_unstable();
        let middle = times.get(TIMES / 2).map_or(0, |time| time.as_micros() as u64 * 10);
        let name = page.trim_start_matches(YEAR);
        lines.push(format!("| `{name}` | {} | {} |", tenths(middle, 1000), tenths(bytes as u64 * 10, 1000)));
    }
    Ok(lines.join("\n") + "\n")
}

/// Asks for the pages in turn, each at its moment, and returns how long each took, the shortest first.
fn at_a_steady_pace(address: &str, known: &Client, pages: &[String]) -> Result<Vec<Duration>> {
    let begun = Instant::now() + Duration::from_millis(200);
    let times = Arc::new(Mutex::new(Vec::new()));
    let people: Vec<_> = (0..PEOPLE)
        .map(|person| {
            let (times, pages) = (Arc::clone(&times), pages.to_vec());
            let mut client = known.again(address)?;
            Ok(thread::spawn(move || -> Result<()> {
                let mut own = Vec::new();
                for number in (person..PACE * SECONDS).step_by(PEOPLE as usize) {
                    let due = begun + Duration::from_secs(1) * number / PACE;
                    thread::sleep(due.saturating_duration_since(Instant::now()));
                    let page = &pages[number as usize % pages.len()];
                    let Answer { status, .. } = client.get_small(page)?;
                    if status != 200 {
                        bail!("{page} answers {status}");
                    }
                    own.push(due.elapsed());
                }
                times.lock().map_err(|_| anyhow::anyhow!("a thread has died"))?.extend(own);
                Ok(())
            }))
        })
        .collect::<Result<_>>()?;
    for person in people {
        person.join().map_err(|_| anyhow::anyhow!("a thread has died"))??;
    }
    let mut times = std::mem::take(&mut *times.lock().map_err(|_| anyhow::anyhow!("a thread has died"))?);
    times.sort_unstable();
    Ok(times)
}

/// A server that ends with the value.
struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(program: &Path, db: &Path, more: &[&str]) -> Result<Self> {
        let mut child = Command::new(program)
            .args(["serve", "--listen", "127.0.0.1:0", "--lang", "en"])
            .args(more)
            .arg("--db")
            .arg(db)
            .stdout(Stdio::piped())
            .spawn()
            .context("starting the server")?;
        let out = child.stdout.take().context("the server prints nothing")?;
        for line in BufReader::new(out).lines() {
            let line = line.context("reading what the server prints")?;
            if let Some(at) = line.split_whitespace().find_map(|word| word.strip_prefix("http://")) {
                return Ok(Self { child, address: at.trim_end_matches('/').to_owned() });
            }
        }
        bail!("the server ended before it listened")
    }

    fn resident_mb(&self) -> Result<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))
            .context("reading how much memory the server holds")?;
        let kb = status.lines().find_map(|line| line.strip_prefix("VmRSS:")?.split_whitespace().next());
        Ok(kb.and_then(|kb| kb.parse::<u64>().ok()).context("no figure of memory")? / 1024)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // A server that has ended already needs no more.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
