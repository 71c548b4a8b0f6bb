//! What every area draws from: the people, objects, words, days and amounts of a book, and now and then a wild one.

use crate::chance::Chance;
use styrbord_calendar::{Date, Frequency};
use styrbord_events::{
    Actor, Book, ObjectId, ObjectKind, OrganisationId, PersonId, Stream, UnitId, Year, work,
};
use styrbord_money::Nok;

/// Stands in every text that a person writes, so that it can be looked for where it must not be.
pub const MARKER: &str = "Fjellhemmelighet";

/// Chance and the book that it draws from.
#[derive(Debug)]
pub struct Draw<'a> {
    /// Chance.
    pub chance: &'a mut Chance,
    /// What there is.
    pub book: &'a Book,
    /// The line of history that the command is about.
    pub stream: Stream,
    /// The day of the clock.
    pub today: Date,
}

impl<'a> Draw<'a> {
    /// Returns the year that the command is about, when it is started.
    pub fn year(&self) -> Option<&'a Year> {
        self.book.years.get(&self.stream)
    }

    /// Returns the number of the year that the command is about.
    pub fn number(&self) -> i16 {
        match self.stream {
            Stream::Year(_, year) => year,
            Stream::Directory => self.today.year(),
        }
    }

    /// Returns a text with the marker; now and then an empty one, and seldom one that is too long.
    pub fn text(&mut self) -> String {
        match self.chance.below(400) {
            0 => format!("{MARKER} {}", "x".repeat(20_000)),
            1..=9 => String::new(),
            10..=20 => format!("{MARKER}\n{}", self.chance.below(1000)),
            _ => format!("{MARKER} nr. {}", self.chance.below(100_000)),
        }
    }

    /// Returns a text or none.
    pub fn some_text(&mut self) -> Option<String> {
        self.chance.percent(60).then(|| self.text())
    }

    /// Returns public words: of a letter, a method card or an organisation.
    pub fn public(&mut self, of: &[&str]) -> String {
        match self.chance.below(60) {
            0 => String::new(),
            1 => "y".repeat(501),
            _ => format!("{} {}", self.chance.word(of), self.chance.below(12)),
        }
    }

    /// Returns the objects of a kind that the year has had.
    pub fn objects(&self, kind: ObjectKind) -> Vec<ObjectId> {
        let touched = self.year().map(|year| year.touched.keys().copied());
        touched.into_iter().flatten().filter(|id| id.kind == kind).collect()
    }

    /// Returns an object of one of some kinds; now and then one that does not exist.
    pub fn object(&mut self, kinds: &[ObjectKind]) -> ObjectId {
        let kind = self.chance.pick(kinds).unwrap_or(ObjectKind::Assignment);
        let known = self.objects(kind);
        if self.chance.percent(96)
            && let Some(id) = self.chance.pick(&known)
        {
            return id;
        }
        let kind = if self.chance.percent(50) { kind } else { self.any_kind() };
        ObjectId { kind, number: 1 + self.chance.below(30) as u32 }
    }

    /// Returns an object that somebody works on.
    pub fn work(&mut self) -> ObjectId {
        use ObjectKind::{Assignment, Duty, Meeting, Report};
        self.object(&[Assignment, Assignment, Assignment, Report, Duty, Meeting])
    }

    /// Returns any kind of object.
    pub fn any_kind(&mut self) -> ObjectKind {
        self.chance.pick(ObjectKind::ALL).unwrap_or(ObjectKind::Goal)
    }

    /// Returns a letter, when one is asked for.
    pub fn some_letter(&mut self) -> Option<ObjectId> {
        self.chance.percent(40).then(|| self.object(&[ObjectKind::Letter]))
    }

    /// Returns a deadline of an object; now and then one that it does not have.
    pub fn due(&mut self, object: ObjectId) -> work::DueKey {
        let mut keys: Vec<work::DueKey> = Vec::new();
        if let Some(year) = self.year() {
            keys.extend(work::dues(year, object).into_iter().map(|due| due.key));
            let slots = year.letters.parts.get(&object).map(work::slots).unwrap_or_default();
            keys.extend(slots.into_iter().map(|slot| slot.key));
        }
        match self.chance.pick(&keys) {
            Some(key) if self.chance.percent(92) => key,
            _ => work::DueKey::whole(1 + self.chance.below(3) as u32),
        }
    }

    /// Returns an organisation; now and then an unknown one.
    pub fn organisation(&mut self) -> OrganisationId {
        let known: Vec<_> = self.book.directory.organisations.keys().copied().collect();
        match self.chance.pick(&known) {
            Some(id) if self.chance.percent(96) => id,
            _ => OrganisationId(90 + self.chance.below(5) as u32),
        }
    }

    /// Returns a person; now and then an unknown one.
    pub fn person(&mut self) -> PersonId {
        let known: Vec<_> = self.book.directory.people.keys().copied().collect();
        match self.chance.pick(&known) {
            Some(id) if self.chance.percent(96) => id,
            _ => PersonId(900 + self.chance.below(5) as u32),
        }
    }

    /// Returns a unit; now and then an unknown one.
    pub fn unit(&mut self) -> UnitId {
        let known: Vec<_> = self.book.directory.units.keys().copied().collect();
        match self.chance.pick(&known) {
            Some(id) if self.chance.percent(95) => id,
            _ => UnitId(900),
        }
    }

    /// Returns who asks: mostly a person who is active, sometimes the operator, seldom somebody unknown.
    pub fn actor(&mut self) -> Actor {
        let people = &self.book.directory.people;
        let active: Vec<_> = people.iter().filter(|(_, person)| person.active).map(|(id, _)| *id).collect();
        match self.chance.below(50) {
            0 => Actor::Person(self.person()),
            1..=9 => Actor::Operator,
            _ => self.chance.pick(&active).map_or(Actor::Operator, Actor::Person),
        }
    }

    /// Returns a day near the year; seldom one far from everything.
    pub fn day(&mut self) -> Date {
        let first = Date::nearest(self.number(), 1, 1);
        match self.chance.below(60) {
            0 => Date::nearest(1850, 1, 1),
            1 => Date::nearest(2300, 1, 1),
            _ => first.add_days(self.chance.below(480) as i32 - 60),
        }
    }

    /// Returns a day that has been, not long ago.
    pub fn past(&mut self) -> Date {
        self.today.add_days(-(self.chance.below(40) as i32))
    }

    /// Returns how often something comes again.
    pub fn frequency(&mut self) -> Frequency {
        use Frequency::{HalfYearly, Monthly, Quarterly, Tertial, Yearly};
        self.chance.pick(&[Yearly, HalfYearly, Tertial, Quarterly, Monthly]).unwrap_or(Yearly)
    }

    /// Returns an amount of some millions; now and then zero, below zero or far too large.
    pub fn amount(&mut self) -> Nok {
        match self.chance.below(40) {
            0 => Nok::ZERO,
            1 => Nok::from_kroner(-1_000_000),
            2 => Nok::from_ore(i64::MAX),
            3..=6 => Nok::from_kroner(400_000_000),
            _ => Nok::from_ore(1 + self.chance.below(3_000_000_000) as i64),
        }
    }
}
