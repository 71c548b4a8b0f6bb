//! A year, step by step: who asks for what, what goes wrong on the way, and what must hold afterwards.

mod finish;
mod send;
mod setting;

use crate::chance::Chance;
use crate::commands;
use crate::draw::Draw;
use crate::invariants::{Growth, Mirror, ensure};
use crate::memory::{Crashing, Memory};
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use styrbord_calendar::Date;
use styrbord_events::letters::Command as Letters;
use styrbord_events::{Book, Command, Envelope, Instant, OrganisationId, Stream};
use styrbord_store::{Journal, Keeper, StoreError};

/// The invented agency whose year it is.
const AGENCY: OrganisationId = OrganisationId(1);
/// Its ministry.
const MINISTRY: OrganisationId = OrganisationId(2);
/// Another agency of the same ministry.
const OTHER: OrganisationId = OrganisationId(3);
/// The year.
const YEAR: i16 = 2025;
/// A simulated year goes on into the next one.
const DAYS: i64 = 400;
/// More records or texts than a simulated year has.
const ALL: usize = 1_000_000;

/// How long and how closely to look.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// How many commands make a year, after the first letters.
    pub steps: usize,
    /// After how many of them to stop.
    pub stop: usize,
    /// After every how many of them the views and histories are looked at, too; the rest is after each.
    pub every: usize,
}

/// Opens a connection to the journal of the simulation.
pub type Connect<'a> = &'a dyn Fn() -> Result<Box<dyn Journal>, StoreError>;

/// What came of the commands, by kind.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    /// How often a kind was done.
    pub accepted: BTreeMap<&'static str, u64>,
    /// How often a kind was refused.
    pub refused: BTreeMap<&'static str, u64>,
    /// How often something broke off.
    pub crashes: u64,
    /// How often a command was sent again.
    pub repeats: u64,
    /// How many records were kept.
    pub records: u64,
}

impl Tally {
    /// Adds another tally.
    pub fn add(&mut self, other: &Self) {
        other.accepted.iter().for_each(|(kind, count)| *self.accepted.entry(kind).or_default() += count);
        other.refused.iter().for_each(|(kind, count)| *self.refused.entry(kind).or_default() += count);
        self.crashes += other.crashes;
        self.repeats += other.repeats;
        self.records += other.records;
    }
}

/// What did not hold, and where.
#[derive(Debug, Clone)]
pub struct Failure {
    /// The seed.
    pub seed: u64,
    /// How many steps had been taken; so many are enough to see it.
    pub step: usize,
    /// How many make a year.
    pub steps: usize,
    /// The last command.
    pub command: String,
    /// What is wrong.
    pub why: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { seed, step, steps, command, why } = self;
        write!(f, "seed {seed}, step {step}: {why}\n  after {command}\n")?;
        write!(f, "  again: cargo xtask simulate 1 --from {seed} --steps {steps} --stop {step}")
    }
}

/// Simulates a year over a journal that holds nothing yet.
///
/// # Errors
/// The first thing that does not hold.
pub fn simulate(seed: u64, settings: Settings, connect: Connect<'_>) -> Result<Tally, Failure> {
    let fail = |why: String| Failure { seed, step: 0, steps: settings.steps, command: String::new(), why };
    let mut simulation = Simulation::new(seed, settings, connect).map_err(fail)?;
    let done = simulation.run();
    let (step, command) = (simulation.step, simulation.last.clone());
    done.map_err(|why| Failure { seed, step, steps: settings.steps, command, why })?;
    Ok(simulation.tally)
}

/// Simulates a year over records in memory. When it fails, it is run again more closely, for the shortest way there.
///
/// # Errors
/// The first thing that does not hold.
pub fn in_memory(seed: u64, settings: Settings) -> Result<Tally, Failure> {
    let run = |settings| {
        let memory = Memory::default();
        simulate(seed, settings, &|| Ok(Box::new(memory.connect()) as Box<dyn Journal>))
    };
    run(settings).map_err(|failure| {
        let closer = Settings { stop: failure.step, every: 1, ..settings };
        run(closer).err().unwrap_or(failure)
    })
}

/// A command that was done, to be sent again.
#[derive(Debug, Clone)]
struct Sent {
    envelope: Envelope,
    command: Command,
    seqs: Range<u64>,
}

struct Simulation<'a> {
    connect: Connect<'a>,
    keeper: Keeper<Crashing>,
    mirror: Mirror,
    growth: Growth,
    chance: Chance,
    settings: Settings,
    clock: Instant,
    step: usize,
    number: u64,
    last: String,
    done: Vec<Sent>,
    remembered: Vec<(Date, String)>,
    tally: Tally,
}

impl<'a> Simulation<'a> {
    fn new(seed: u64, settings: Settings, connect: Connect<'a>) -> Result<Self, String> {
        let journal = connect().map_err(|error| error.to_string())?;
        Ok(Self {
            connect,
            keeper: Keeper::open(Crashing::new(journal)).map_err(|error| error.to_string())?,
            mirror: Mirror::default(),
            growth: Growth::default(),
            chance: Chance::of(seed),
            settings,
            clock: Instant::start_of(Date::nearest(YEAR, 1, 2)),
            step: 0,
            number: 0,
            last: String::new(),
            done: Vec::new(),
            remembered: Vec::new(),
            tally: Tally::default(),
        })
    }

    fn run(&mut self) -> Result<(), String> {
        self.set_up()?;
        while self.step < self.settings.stop {
            self.step += 1;
            self.advance()?;
            let (stream, command) = self.choose();
            let envelope = self.envelope(stream);
            self.send(&envelope, &command)?;
            if self.step.is_multiple_of(self.settings.every) {
                self.look_closely()?;
            }
        }
        self.look_closely()?;
        self.finish()
    }

    fn book(&self) -> &Book {
        self.keeper.book()
    }

    /// Lets time pass; at the end of some days the book is remembered, to be asked for as of that day later.
    fn advance(&mut self) -> Result<(), String> {
        let mean = DAYS * 86_400_000 / self.settings.steps.max(1) as i64;
        let passed = self.chance.below(2 * mean as usize) as i64;
        let next = Instant::from_millis(self.clock.millis() + passed);
        if next.date() > self.clock.date() && self.remembered.len() < 4 && self.chance.percent(3) {
            let book = serde_json::to_string(self.book()).map_err(|error| error.to_string())?;
            self.remembered.push((self.clock.date(), book));
        }
        self.clock = next;
        Ok(())
    }

    /// Chooses what is asked, and of which stream.
    fn choose(&mut self) -> (Stream, Command) {
        let today = self.clock.date();
        let next = Stream::Year(AGENCY, YEAR + 1);
        let stream = match self.chance.below(100) {
            0..=13 => Stream::Directory,
            14..=62 => Stream::Year(AGENCY, YEAR),
            63..=75 => Stream::Year(OTHER, YEAR),
            76..=97 => next,
            98 => Stream::Year(AGENCY, YEAR + 2),
            _ => Stream::Year(OrganisationId(77), YEAR),
        };
        let late = 2 * self.step > self.settings.steps;
        let (chance, book) = (&mut self.chance, self.keeper.book());
        let mut draw = Draw { chance, book, stream, today };
        if stream == next && late {
            match book.years.get(&next) {
                None if draw.chance.percent(60) => return (stream, Command::Letters(Letters::OpenNext)),
                Some(year) if year.letters.main_letter().is_none() && draw.chance.percent(10) => {
                    return (stream, Command::Letters(commands::allocation(&mut draw)));
                }
                _ => {}
            }
        }
        // Until the next year is opened there is more to do in this one.
        if stream == next && !book.years.contains_key(&next) && draw.chance.percent(95) {
            draw.stream = Stream::Year(AGENCY, YEAR);
        }
        let stream = draw.stream;
        let command = match stream {
            Stream::Directory => commands::of_directory(&mut draw),
            Stream::Year(..) => commands::any(&mut draw),
        };
        (stream, command)
    }

    /// Looks at histories and views, which takes longer.
    fn look_closely(&mut self) -> Result<(), String> {
        self.growth.check(self.keeper.book())?;
        self.mirror.check_views()?;
        let live = serde_json::to_string(self.book()).map_err(|error| error.to_string())?;
        let folded = serde_json::to_string(&self.mirror.book).map_err(|error| error.to_string())?;
        ensure(live == folded, || "the records give another book, byte by byte".to_owned())?;
        ensure(!live.contains(crate::MARKER), || "the book holds what a person wrote".to_owned())
    }
}
