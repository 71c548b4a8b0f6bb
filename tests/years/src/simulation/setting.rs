//! The first commands, alike in every year, and the circumstances of each later one.

use super::{AGENCY, MINISTRY, OTHER, Simulation, YEAR};
use crate::commands;
use crate::draw::{Draw, MARKER};
use styrbord_events::directory::{Command as Directory, OrganisationKind};
use styrbord_events::{Actor, Command, Envelope, Expected, Instant, Nonce, OrganisationId, Stream};

impl Simulation<'_> {
    /// Registers everybody, starts two years, and takes their letters in.
    pub(super) fn set_up(&mut self) -> Result<(), String> {
        for command in directory() {
            self.first(Stream::Directory, &Command::Directory(command))?;
        }
        for agency in [AGENCY, OTHER] {
            let stream = Stream::Year(agency, YEAR);
            let start = commands::start(agency, MINISTRY, YEAR);
            self.first(stream, &Command::Letters(start))?;
            let (today, chance) = (self.clock.date(), &mut self.chance);
            let mut draw = Draw { chance, book: self.keeper.book(), stream, today };
            // A letter that no year has: its parts are those of this one.
            let letter = commands::allocation(&mut draw);
            self.first(stream, &Command::Letters(letter))?;
        }
        Ok(())
    }

    /// Does a command that nothing stands against.
    fn first(&mut self, stream: Stream, command: &Command) -> Result<(), String> {
        let (on, at) = (self.clock.date(), self.clock);
        let envelope =
            Envelope { actor: Actor::Operator, expected: Expected::Any, on, at, ..self.envelope(stream) };
        let refused = self.send(&envelope, command)?;
        refused.map_or(Ok(()), |code| Err(format!("the first commands were refused: {code}")))
    }

    /// Draws the circumstances of a command, now and then such that it must be refused.
    pub(super) fn envelope(&mut self, stream: Stream) -> Envelope {
        self.number += 1;
        let back = match self.chance.below(100) {
            0 => 7_200_000,
            1..=4 => self.chance.below(30_000) as i64,
            _ => 0,
        };
        // Not into the day before, which may have been remembered already.
        let behind = Instant::from_millis(self.clock.millis() - back);
        let at = if behind.date() == self.clock.date() { behind } else { self.clock };
        let today = at.date();
        let on = match self.chance.below(50) {
            0 => today.add_days(3),
            1..=8 => today.add_days(-(self.chance.below(50) as i32)),
            _ => today,
        };
        let expected = self.expected(stream);
        let mut draw = Draw { chance: &mut self.chance, book: self.keeper.book(), stream, today };
        let actor = draw.actor();
        let reason = draw.chance.percent(50).then(|| format!("{MARKER} fordi {}", draw.chance.below(1000)));
        let mut nonce = Nonce::default();
        let halves = nonce.chunks_mut(8);
        halves.for_each(|half| half.copy_from_slice(&self.chance.draw().to_be_bytes()));
        let id = format!("kommando-{}", self.number).parse().unwrap_or_else(|_| unreachable!());
        Envelope { id, stream, actor, at, on, reason, expected, nonce }
    }

    fn expected(&mut self, stream: Stream) -> Expected {
        let book = self.keeper.book();
        let version = book.version(stream);
        match self.chance.below(40) {
            0..=3 => Expected::Stream(version),
            4 => Expected::Stream(version + 1),
            5 => Expected::Stream(version.saturating_sub(1)),
            6..=9 => {
                let touched = book.years.get(&stream).map(|year| &year.touched);
                let all: Vec<_> = touched.into_iter().flatten().map(|(id, seq)| (*id, *seq)).collect();
                let wrong = u64::from(self.chance.percent(25));
                let one = self.chance.pick(&all);
                one.map_or(Expected::Any, |(id, seq)| Expected::Object(id, seq - wrong))
            }
            _ => Expected::Any,
        }
    }
}

fn directory() -> Vec<Directory> {
    let organisations = [
        (OrganisationKind::Agency, "Fjellvettdirektoratet (simulert)"),
        (OrganisationKind::Ministry, "Fjelldepartementet (simulert)"),
        (OrganisationKind::Agency, "Vardetilsynet (simulert)"),
        (OrganisationKind::Partner, "Stiverket"),
        (OrganisationKind::Municipality, "Ingenstad kommune (simulert)"),
    ];
    let registered = organisations.into_iter().map(|(kind, name)| Directory::RegisterOrganisation {
        kind,
        name: name.to_owned(),
        short: None,
        number: None,
    });
    let people = [1, 1, 1, 2, 2, 3, 4].into_iter().enumerate().map(|(at, organisation)| {
        let name = format!("{MARKER} Person {at}");
        Directory::RegisterPerson { name, organisation: OrganisationId(organisation) }
    });
    let units = ["Avdeling for stier", "Avdeling for skilt"].into_iter().map(|name| Directory::AddUnit {
        organisation: AGENCY,
        parent: None,
        name: name.to_owned(),
    });
    registered.chain(people).chain(units).collect()
}
