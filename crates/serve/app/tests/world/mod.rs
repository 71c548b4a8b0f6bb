//! Two agencies with their ministries, and people in every role.

#![allow(dead_code, reason = "each test takes what it needs")]

use styrbord_app::Date;
use styrbord_app::plan::Assignment;
use styrbord_events::directory::{OrganisationKind, Role, RoleKey};
use styrbord_events::letters::{Document, DocumentKind, PartChange, PartValue, Stage};
use styrbord_events::work::Responsibility;
use styrbord_events::{
    Actor, Book, Command, Envelope, Expected, Hash, Instant, ObjectId, OrganisationId, PersonId, Record,
    Stream, UnitId, directory, letters, sharing, work,
};

/// The day on which everything happens.
pub const DAY: &str = "2025-03-01";

/// The year of most people here, and another agency's.
pub const OWN: Stream = Stream::Year(OrganisationId(1), 2025);
pub const OTHERS: Stream = Stream::Year(OrganisationId(4), 2025);

pub const COLLEAGUE: u32 = 8;
pub const STRANGER: u32 = 9;
pub const UNIT_LEADER: u32 = 10;
pub const MINISTRY_READER: u32 = 11;
pub const NOBODY: u32 = 12;

pub const fn agency(number: u32) -> OrganisationId {
    OrganisationId(number)
}

/// Returns who has a role.
pub fn person_of(role: Role) -> u32 {
    match role {
        Role::Controller => 1,
        Role::Unit => 2,
        Role::Leader => 3,
        Role::Steward => 4,
        Role::Partner => 5,
        Role::Reader => 6,
        Role::Administrator => 7,
    }
}

/// A book, and what gave it.
#[derive(Default)]
pub struct World {
    pub book: Book,
    pub done: Vec<(Stream, Command)>,
}

impl World {
    /// Decides and takes in a command of whoever has the database in hand.
    pub fn run(&mut self, stream: Stream, command: Command) {
        self.run_because(stream, command, None);
    }

    /// The same, with a reason.
    pub fn run_because(&mut self, stream: Stream, command: Command, reason: Option<&str>) {
        let day = Date::parse_iso(DAY).unwrap();
        let number = self.done.len();
        let envelope = Envelope {
            id: format!("world-{number}").parse().unwrap(),
            stream,
            actor: Actor::Operator,
            at: Instant::start_of(day),
            on: day,
            reason: reason.map(str::to_owned),
            expected: Expected::Any,
            nonce: [number as u8; 16],
        };
        for draft in self.book.decide(&envelope, &command).unwrap().drafts {
            let (seq, version) = (self.book.seq + 1, self.book.version(stream) + 1);
            self.book.apply(&Record::seal(draft, seq, version, Hash::ZERO)).unwrap();
        }
        self.done.push((stream, command));
    }

    /// Makes the organisations, the people and their years.
    pub fn new() -> Self {
        let mut world = Self::default();
        world.found();
        world.people();
        world.year(OWN, 1, 2, 6);
        world.year(OTHERS, 4, 5, 2);
        world.work();
        world
    }

    fn found(&mut self) {
        use OrganisationKind::{Agency, Ministry};
        for (kind, name) in [
            (Agency, "Fjellvettdirektoratet"),
            (Ministry, "Fjelldepartementet"),
            (Agency, "Dalsdirektoratet"),
            (Agency, "Havdirektoratet"),
            (Ministry, "Havdepartementet"),
        ] {
            let name = name.to_owned();
            let command = directory::Command::RegisterOrganisation { kind, name, short: None, number: None };
            self.run(Stream::Directory, Command::Directory(command));
        }
        for (organisation, parent, name) in
            [(1, None, "Stier"), (1, None, "Hytter"), (1, Some(UnitId(1)), "Skilt"), (4, None, "Bølger")]
        {
            let (organisation, name) = (agency(organisation), name.to_owned());
            let command = directory::Command::AddUnit { organisation, parent, name };
            self.run(Stream::Directory, Command::Directory(command));
        }
    }

    fn people(&mut self) {
        for (number, organisation) in [1, 1, 1, 2, 3, 1, 1, 1, 4, 1, 2, 1].into_iter().enumerate() {
            let (name, organisation) = (format!("Person {}", number + 1), agency(organisation));
            let command = directory::Command::RegisterPerson { name, organisation };
            self.run(Stream::Directory, Command::Directory(command));
        }
        let lasting = [Role::Administrator, Role::Controller, Role::Unit, Role::Leader, Role::Reader];
        for role in lasting {
            let unit = (role == Role::Unit).then_some(UnitId(1));
            self.give(person_of(role), role, 1, unit);
        }
        self.give(person_of(Role::Steward), Role::Steward, 2, None);
        self.give(person_of(Role::Partner), Role::Partner, 3, None);
        self.give(STRANGER, Role::Controller, 4, None);
        self.give(UNIT_LEADER, Role::Leader, 1, Some(UnitId(1)));
        self.give(MINISTRY_READER, Role::Reader, 2, None);
    }

    fn give(&mut self, person: u32, role: Role, organisation: u32, unit: Option<UnitId>) {
        let role = RoleKey { role, organisation: agency(organisation), unit };
        let command = directory::Command::GiveRole { person: PersonId(person), role, until: None };
        self.run(Stream::Directory, Command::Directory(command));
    }

    fn year(&mut self, stream: Stream, agency: u32, ministry: u32, assignments: u32) {
        let (agency, ministry) = (OrganisationId(agency), OrganisationId(ministry));
        let (year, stage) = (2025, Stage::Running);
        let start = letters::Command::Start { agency, ministry, year, stage, simulated: true };
        self.run(stream, Command::Letters(start));
        let document = Document {
            kind: DocumentKind::Allocation,
            title: "Tildelingsbrev 2025".to_owned(),
            number: None,
            date: None,
            file: None,
            hash: None,
        };
        let add = |number: u32| {
            let title = format!("Oppdrag nummer {number}");
            let value = Assignment { title, ..Assignment::default() };
            PartChange::Add { value: PartValue::Assignment(Box::new(value)) }
        };
        let changes = (1..=assignments).map(add).collect();
        self.run(stream, Command::Letters(letters::Command::Receive { document, changes }));
    }

    fn work(&mut self) {
        for (number, unit) in [(1, 1), (2, 2), (3, 2), (4, 2), (5, 2), (6, 3)] {
            let partners = if number == 5 { vec![agency(3)] } else { Vec::new() };
            self.assign(OWN, number, unit, partners);
        }
        self.assign(OTHERS, 1, 4, Vec::new());
        let deliverable = work::Command::RegisterDeliverable {
            object: assignment(1),
            due: None,
            title: "Rapport".to_owned(),
            evidence: Vec::new(),
        };
        self.run(OWN, Command::Work(deliverable));
        let share = |objects: &[u32]| {
            let objects = objects.iter().map(|number| assignment(*number)).collect();
            Command::Sharing(sharing::Command::Share { objects })
        };
        self.run(OWN, share(&[3, 5]));
        let objects = vec![assignment(4)];
        self.run(OWN, Command::Sharing(sharing::Command::Submit { objects }));
        self.run(OTHERS, share(&[2]));
    }

    fn assign(&mut self, stream: Stream, number: u32, unit: u32, partners: Vec<OrganisationId>) {
        let unit = Some(UnitId(unit));
        let responsibility = Responsibility { unit, partners, ..Responsibility::default() };
        let object = assignment(number);
        self.run(stream, Command::Work(work::Command::Assign { object, due: None, responsibility }));
    }
}

fn assignment(number: u32) -> ObjectId {
    format!("assignment-{number}").parse().unwrap()
}
