//! The simulated year of the demo: the calls that are written down, and what people report month by month.

use super::Program;
use crate::process;
use anyhow::{Context, Result};
use serde_json::Value;
use std::fmt::Write as _;
use std::io::Write as _;

const CALLS: &str = "examples/year/fjellvett-2025.calls";
/// Statuses are drawn by this seed, so that every demo is the same.
const SEED: u64 = 2025;
/// Those to whom assignments are given.
const OWNERS: [&str; 4] = ["Ola Varde", "Berit Nut", "Eva Tind", "Kari Fjell"];
/// The months in which people report, and the first day of reporting.
const MONTHS: std::ops::RangeInclusive<u32> = 2..=10;
const DAY: u32 = 4;

const GOING_WELL: [&str; 6] = [
    "Etter planen.",
    "Arbeidsgruppen har møttes, og utkastet er sendt på intern runde.",
    "Tall fra kommunene er kommet inn.",
    "Avtalen med oppdragstakeren er undertegnet.",
    "Første del er prøvd ut med tre kommuner.",
    "Innspill fra de frivillige lagene er arbeidet inn.",
];
const IN_DOUBT: [&str; 4] = [
    "To kommuner har trukket seg.",
    "Vi venter på data fra Ruteregisteret.",
    "Snøforholdene har utsatt befaringene.",
    "Anskaffelsen tar lengre tid enn ventet.",
];
const LATE: [(&str, &str); 3] = [
    ("partner", "Samarbeidsparten leverer en måned senere enn avtalt."),
    ("capacity", "To medarbeidere er lånt ut til beredskapen."),
    ("data", "Tallgrunnlaget måtte hentes inn på nytt."),
];

/// One call of `styrbord year`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Call {
    /// When, as `2025-01-02T08:00:00Z`.
    at: String,
    /// Who; nobody for the one who has the database.
    who: Option<String>,
    args: Vec<String>,
    /// A command as JSON, for `do`.
    command: Option<String>,
}

/// Plays the whole year.
pub(super) fn play(program: &Program) -> Result<()> {
    let text =
        std::fs::read_to_string(process::root().join(CALLS)).with_context(|| format!("reading {CALLS}"))?;
    let mut calls = written(&text);
    // The year has to be there before it can be asked for its assignments.
    let rest = calls.split_off(calls.iter().take_while(|call| call.at.as_str() < "2025-01-03").count());
    play_all(program, &calls)?;
    let shown: Value = serde_json::from_str(&program.year(&["show", "--format", "json"], None)?)
        .context("reading what `styrbord year show` prints")?;
    let mut calls = rest;
    calls.extend(reported(&assignments(&shown)));
    // Stable: what is written down for a moment comes before what is drawn for it.
    calls.sort_by(|one, other| one.at.cmp(&other.at));
    play_all(program, &calls)
}

fn play_all(program: &Program, calls: &[Call]) -> Result<()> {
    for (number, call) in calls.iter().enumerate() {
        print!("\r  {} of {} events, {}   ", number + 1, calls.len(), call.at.get(..10).unwrap_or_default());
        std::io::stdout().flush().context("writing to the terminal")?;
        let mut args: Vec<&str> = call.args.iter().map(String::as_str).collect();
        args.extend(["--now", &call.at]);
        if let Some(who) = &call.who {
            args.extend(["--as", who]);
        }
        program.year(&args, call.command.as_deref())?;
    }
    println!();
    Ok(())
}

/// Reads the calls that are written down.
fn written(text: &str) -> Vec<Call> {
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .filter_map(|line| {
            let (at, rest) = line.split_once(' ')?;
            let (who, call) = rest.split_once(' ')?;
            let (args, command) = match call.strip_prefix("do ") {
                Some(command) => (vec!["do".to_owned()], Some(command.to_owned())),
                None => (words(call), None),
            };
            let who = OWNERS.iter().find(|name| name.starts_with(who)).map(|name| (*name).to_owned());
            Some(Call { at: format!("{at}:00Z"), who, args, command })
        })
        .collect()
}

/// Splits a call into its words; quotes hold words together.
fn words(call: &str) -> Vec<String> {
    let (mut words, mut word, mut quoted) = (Vec::new(), String::new(), false);
    for letter in call.chars() {
        match letter {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(std::mem::take(&mut word)),
            other => word.push(other),
        }
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words
}

/// Returns the assignments with the day on which each is due first.
fn assignments(shown: &Value) -> Vec<(String, Option<String>)> {
    let rows = shown.get("assignments").and_then(Value::as_array).into_iter().flatten();
    let text = |row: &Value, name: &str| row.get(name).and_then(Value::as_str).map(str::to_owned);
    rows.filter_map(|row| Some((text(row, "part")?, text(row, "next")))).collect()
}

/// Draws who gets each assignment, and what is reported in each month.
fn reported(assignments: &[(String, Option<String>)]) -> Vec<Call> {
    let mut dice = Dice(SEED);
    let mut calls = Vec::new();
    let owners: Vec<&str> = assignments.iter().map(|_| dice.one(&OWNERS)).collect();
    for (number, ((id, _), owner)) in assignments.iter().zip(&owners).enumerate() {
        let at = moment(1, 6, number);
        let args = ["owner", id, owner].map(str::to_owned).to_vec();
        calls.push(Call { at, who: Some("Kari Fjell".to_owned()), args, command: None });
    }
    let mut done = vec![false; assignments.len()];
    for month in MONTHS {
        for (number, (((id, due), owner), done)) in assignments.iter().zip(&owners).zip(&mut done).enumerate()
        {
            let day = format!("2025-{month:02}-{DAY:02}");
            let is_due = due.as_ref().is_some_and(|due| *due < day);
            if *done || dice.below(10) < 4 {
                continue;
            }
            let mut args = vec!["status".to_owned(), id.clone()];
            args.extend(status(&mut dice, is_due, done));
            calls.push(Call {
                at: moment(month, DAY, number),
                who: Some((*owner).to_owned()),
                args,
                command: None,
            });
        }
    }
    calls
}

/// Draws a status with its comment.
fn status(dice: &mut Dice, is_due: bool, done: &mut bool) -> Vec<String> {
    let said = |status: &str, comment: &str| [status, "--comment", comment].map(str::to_owned).to_vec();
    match dice.below(10) {
        0..=5 if is_due => {
            *done = true;
            said("delivered", "Levert til departementet.")
        }
        0..=6 if !is_due => said("on-track", dice.one(&GOING_WELL)),
        7 | 8 if !is_due => said("at-risk", dice.one(&IN_DOUBT)),
        _ => {
            let (why, comment) = dice.one(&LATE);
            let mut args = said("delayed", comment);
            args.extend(["--delay", why].map(str::to_owned));
            args
        }
    }
}

fn moment(month: u32, day: u32, number: usize) -> String {
    let mut text = String::new();
    // Writing to a string does not fail.
    let _ = write!(text, "2025-{month:02}-{day:02}T{:02}:{:02}:00Z", 8 + number / 60, number % 60);
    text
}

/// A sequence of numbers that a seed gives (`SplitMix64`).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    fn one<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len() as u64) as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_are_read_with_their_quotes_and_commands() {
        let calls = written(
            "# x\n\n2025-01-02T09:00 - person add \"Kari Fjell\"\n2025-01-03T09:00 Ola do {\"a\":1}\n",
        );
        assert_eq!(calls[0].args, ["person", "add", "Kari Fjell"]);
        assert_eq!((calls[0].at.as_str(), calls[0].who.as_deref()), ("2025-01-02T09:00:00Z", None));
        assert_eq!(
            (calls[1].who.as_deref(), calls[1].command.as_deref()),
            (Some("Ola Varde"), Some("{\"a\":1}"))
        );
    }

    #[test]
    fn the_year_is_the_same_each_time_and_in_order() {
        let assignments =
            [("assignment-1".to_owned(), Some("2025-05-20".to_owned())), ("assignment-2".to_owned(), None)];
        let calls = reported(&assignments);
        assert_eq!(calls, reported(&assignments));
        assert!(calls.len() > 8, "{}", calls.len());
        assert!(calls.iter().all(|call| call.at.starts_with("2025-")));
    }
}
