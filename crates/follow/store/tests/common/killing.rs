//! A process that writes until it is killed, and what must be there afterwards.

#![expect(clippy::disallowed_methods, reason = "the test starts itself as another process, and kills it")]

use super::{envelope, organisation, person};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;
use styrbord_events::{Envelope, PersonId, Record, directory};
use styrbord_store::{Desk, Journal, Keeper, Open, Request, Sqlite, Words};

/// Says to the process that it is the one to be killed, and where its journal lies.
const JOURNAL: &str = "STYRBORD_TEST_JOURNAL";

/// After so many kills the journal begins anew, so that there is not too much to replay.
const KILLS_OF_ONE_JOURNAL: u64 = 10;

const WRITERS: u64 = 4;

/// The commands that were acknowledged, each with its first record and the one after its last.
type Acknowledged = BTreeMap<String, (u64, u64)>;

/// Writes without end, and acknowledges each command on standard output once it has its receipt.
fn be_killed(site: &str) {
    let keeper = Keeper::open(open(site)).unwrap();
    let before = keeper.head().seq;
    let people = keeper.book().directory.people.len() as u64;
    let desk = Desk::open(keeper).unwrap();
    let process = std::process::id();
    let submit = |number: u64, reason: Option<&str>, command| {
        let id = format!("{before}-{process}-{number}").parse().unwrap();
        let envelope =
            Envelope { id, reason: reason.map(str::to_owned), at: envelope(0).at, ..envelope(number) };
        let receipt = desk.submit(Request { envelope, command }).unwrap();
        let line = format!("\nack {before}-{process}-{number} {} {}\n", receipt.seqs.start, receipt.seqs.end);
        std::io::stdout().lock().write_all(line.as_bytes()).unwrap();
        receipt
    };
    submit(0, None, organisation(&format!("Nr. {before} {process}")));
    std::thread::scope(|scope| {
        for writer in 0..WRITERS {
            let submit = &submit;
            scope.spawn(move || {
                for turn in 0.. {
                    let number = 1 + (turn * WRITERS + writer) * 10;
                    let receipt = submit(number, None, person(&format!("Kari {number}")));
                    let id = first_person(receipt.seqs.start, before, people);
                    if let Some(person) = id {
                        leave_and_be_erased(person, number, submit);
                    }
                }
            });
        }
    });
}

/// Returns the person of a record when that is known for sure: of the first one of a run.
fn first_person(seq: u64, before: u64, people: u64) -> Option<PersonId> {
    (seq == before + 2).then_some(PersonId(people as u32 + 1))
}

/// Gives a person contacts and erases all of it: several records by one command.
fn leave_and_be_erased<R>(
    person: PersonId,
    number: u64,
    submit: &impl Fn(u64, Option<&str>, styrbord_events::Command) -> R,
) {
    let directory = styrbord_events::Command::Directory;
    let (email, phone) = (Some("kari@fjellvett.example".to_owned()), Some("+47 00 00 00 00".to_owned()));
    submit(number + 1, None, directory(directory::Command::SetContact { person, email, phone }));
    submit(number + 2, Some("Sluttet"), directory(directory::Command::DeactivatePerson { person }));
    submit(number + 3, Some("Bedt om det"), directory(directory::Command::ErasePerson { person }));
}

/// A small generator, so that the moments are others each time and the same in each run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

/// Starts the process that is to be killed: this test again, told by its environment.
fn start(test: &str, site: &str) -> (Child, BufReader<ChildStdout>) {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture", "--test-threads=1"])
        .env(JOURNAL, site)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    (child, out)
}

/// Kills processes, `at_once` of them side by side, each after some acknowledgements and a moment, and returns all that
/// they acknowledged.
fn kill_some(test: &str, site: &str, at_once: usize, dice: &mut Dice) -> Acknowledged {
    let started: Vec<_> = (0..at_once).map(|_| start(test, site)).collect();
    started.into_iter().flat_map(|(child, out)| kill_one(child, out, dice)).collect()
}

fn kill_one(mut child: Child, mut out: BufReader<ChildStdout>, dice: &mut Dice) -> Acknowledged {
    let mut said = String::new();
    for _ in 0..dice.below(24) {
        out.read_line(&mut said).unwrap();
    }
    std::thread::sleep(Duration::from_micros(dice.below(6000)));
    child.kill().unwrap();
    child.wait().unwrap();
    out.read_to_string(&mut said).unwrap();
    let whole = said.rfind('\n').map_or("", |end| &said[..end]);
    whole.lines().filter_map(|line| line.strip_prefix("ack ")).map(acknowledged).collect()
}

fn acknowledged(line: &str) -> (String, (u64, u64)) {
    let mut parts = line.split(' ');
    let id = parts.next().unwrap().to_owned();
    let mut number = || parts.next().unwrap().parse().unwrap();
    (id, (number(), number()))
}

/// Checks that all that was acknowledged is there, all of each command, and every text of it.
pub fn check(site: &str, acknowledged: &Acknowledged) -> usize {
    let mut keeper = Keeper::open(open(site)).unwrap();
    let records: Vec<Record> = keeper.journal().records(0, 1_000_000).unwrap();
    let mut kept = Acknowledged::new();
    for record in &records {
        let seqs = kept.entry(record.command.to_string()).or_insert((record.seq, record.seq));
        assert_eq!(seqs.1, record.seq, "the records of one command follow each other");
        seqs.1 = record.seq + 1;
        let erasure = record.kind == "directory.text_erased";
        assert!(record.reason.is_some() || !erasure);
    }
    for (id, seqs) in acknowledged {
        assert_eq!(kept.get(id), Some(seqs), "{id} was acknowledged");
    }
    for (id, person) in keeper.book().directory.people.clone() {
        let erased = person.texts().iter().filter(|text| keeper.book().erased.contains(text)).count();
        assert!(erased == 0 || erased == person.texts().len(), "{id} is erased whole or not at all");
        for text in person.texts() {
            let gone = keeper.book().erased.contains(&text);
            assert_eq!(keeper.text(text).unwrap() == Words::Erased, gone);
        }
    }
    records.len()
}

/// What a suite kills: how its journals come about, and how many processes write side by side.
pub struct Plan<'a> {
    /// The name of the test, by which it starts itself.
    pub test: &'a str,
    pub seed: u64,
    pub kills: u64,
    pub at_once: usize,
    /// Makes an empty journal of the number, and returns where it lies.
    pub fresh: &'a dyn Fn(u64) -> String,
}

/// Tells whether this process is the one that is to be killed; if so, it writes until then.
pub fn is_to_be_killed() -> bool {
    let site = std::env::var(JOURNAL);
    if let Ok(site) = &site {
        be_killed(site);
    }
    site.is_ok()
}

/// Kills many times and checks after each time.
pub fn killed_at_any_moment(plan: &Plan<'_>) {
    let mut dice = Dice(plan.seed);
    let (mut site, mut all, mut commands) = (String::new(), Acknowledged::new(), 0);
    for kill in 0..plan.kills / plan.at_once as u64 {
        if kill % KILLS_OF_ONE_JOURNAL == 0 {
            (site, all) = ((plan.fresh)(kill), Acknowledged::new());
        }
        let acknowledged = kill_some(plan.test, &site, plan.at_once, &mut dice);
        commands += acknowledged.len();
        all.extend(acknowledged);
        assert!(check(&site, &all) >= all.len());
    }
    assert!(commands as u64 > plan.kills, "there was load: {commands} commands were acknowledged");
}

/// Opens the journal at a path or an address.
fn open(site: &str) -> Box<dyn Journal> {
    #[cfg(feature = "postgres")]
    if site.starts_with("postgres://") {
        return Box::new(styrbord_store::Postgres::connect(site).unwrap());
    }
    Box::new(Sqlite::open(site, Open::OrCreate).unwrap())
}
