//! The lines, in words.

use super::kinds;
use super::texts as words;
use crate::frame::year_base;
use crate::pages::admin::{Scene, names};
use crate::pages::who;
use crate::problem::Problem;
use crate::written;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use styrbord_app::access::{Target, UseCase};
use styrbord_app::follow::Names;
use styrbord_app::follow::events::{Actor, Book, ObjectId, ObjectKind, PersonId, Stream, TextRef};
use styrbord_app::site::{AuditLine, AuditSubject};

/// Names of people, and what reasons say.
pub(super) struct Told {
    names: Arc<Names>,
    reasons: BTreeMap<TextRef, Option<String>>,
    actors: BTreeSet<PersonId>,
}

/// A line of the trail.
pub(super) struct Line {
    /// By which it is found on the page.
    pub(super) id: String,
    /// The number of the record; empty for what the journal has no record of.
    pub(super) seq: String,
    /// When it was recorded.
    pub(super) at: String,
    /// The day on which it holds, when it is another one.
    pub(super) on: String,
    pub(super) who: String,
    /// The kind of event in words, and as it is called in the journal.
    pub(super) what: &'static str,
    pub(super) kind: String,
    /// What it was about, each with its address when it has a page that the visitor may open.
    pub(super) about: Vec<(String, Option<String>)>,
    pub(super) why: String,
}

impl Told {
    /// Reads the names and reasons of some lines.
    pub(super) fn of(scene: &Scene, lines: &[AuditLine]) -> Result<Self, Problem> {
        let reasons: BTreeSet<TextRef> = lines.iter().filter_map(|line| line.reason).collect();
        let actors = lines.iter().filter_map(|line| match line.actor {
            Some(Actor::Person(person)) => Some(person),
            Some(Actor::Operator) | None => None,
        });
        Ok(Self {
            names: scene.site().names()?,
            reasons: scene.site().words(&scene.visitor, reasons)?,
            actors: actors.collect(),
        })
    }

    fn name(&self, scene: &Scene, person: PersonId) -> String {
        who::name(&self.names, person, scene.frame.language)
    }

    /// Returns who did something: those of the lines, and the colleagues whom the visitor may see.
    pub(super) fn people(&self, scene: &Scene) -> Vec<(String, String)> {
        let sees = |id: &PersonId| scene.may(UseCase::ReadPeople, Target::Person(*id));
        let colleagues = scene.book.directory.people.keys().copied().filter(sees);
        let all: BTreeSet<PersonId> = self.actors.iter().copied().chain(colleagues).collect();
        let mut people: Vec<(String, String)> =
            all.into_iter().map(|id| (id.to_string(), self.name(scene, id))).collect();
        people.sort_by_key(|(_, name)| name.to_lowercase());
        people
    }
}

/// Returns lines in words.
pub(super) fn lines(scene: &Scene, lines: &[AuditLine], told: &Told) -> Vec<Line> {
    lines.iter().map(|line| in_words(scene, line, told)).collect()
}

fn in_words(scene: &Scene, line: &AuditLine, told: &Told) -> Line {
    let why = line.reason.map(|reason| told.reasons.get(&reason).cloned().flatten());
    let erased = || scene.t(words::ERASED).to_owned();
    let at = written::moment(line.at);
    let on = written::short_date(line.on);
    let mut about = subjects(scene, line, told);
    about.extend(line.whom.map(|person| of_person(scene, person, told)));
    Line {
        id: format!("{}-{}", if line.of_account { "account" } else { "line" }, line.seq),
        seq: if line.of_account { String::new() } else { line.seq.to_string() },
        on: if at.starts_with(&on) || line.of_account { String::new() } else { on },
        at,
        who: match line.actor {
            Some(Actor::Operator) => scene.t(words::OPERATOR).to_owned(),
            Some(Actor::Person(person)) => told.name(scene, person),
            None => scene.t(words::UNKNOWN).to_owned(),
        },
        what: scene.t(kinds::in_words(&line.kind)),
        kind: line.kind.clone(),
        about,
        why: why.map(|said| said.unwrap_or_else(erased)).unwrap_or_default(),
    }
}

fn subjects(scene: &Scene, line: &AuditLine, told: &Told) -> Vec<(String, Option<String>)> {
    let book = &scene.book;
    let manages = |target| scene.may(UseCase::ManageOrganisation, target);
    match &line.subject {
        AuditSubject::Organisation(id) => {
            let address = format!("/admin/organisations/{id}");
            let opens = manages(Target::Organisation(*id));
            vec![(names::organisation(book, *id), opens.then_some(address))]
        }
        AuditSubject::Unit(id) => vec![(names::unit(book, *id), Some(format!("/admin/units/{id}")))],
        AuditSubject::Person(id) => vec![of_person(scene, *id, told)],
        AuditSubject::Installation => vec![(scene.t(words::INSTALLATION).to_owned(), None)],
        AuditSubject::Year => vec![year(book, line.stream)],
        AuditSubject::Objects(objects) => {
            objects.iter().map(|object| of_object(scene, line.stream, *object)).collect()
        }
    }
}

fn of_person(scene: &Scene, person: PersonId, told: &Told) -> (String, Option<String>) {
    let sees = scene.may(UseCase::ReadPeople, Target::Person(person));
    (told.name(scene, person), sees.then(|| format!("/admin/people/{person}")))
}

fn year(book: &Book, stream: Stream) -> (String, Option<String>) {
    let Some(year) = book.years.get(&stream) else { return (stream.to_string(), None) };
    let name = format!("{} {}", names::organisation(book, year.agency), year.year);
    (name, Some(year_base(stream)))
}

fn of_object(scene: &Scene, stream: Stream, object: ObjectId) -> (String, Option<String>) {
    let part = scene.book.years.get(&stream).and_then(|year| year.letters.parts.get(&object));
    let kind = scene.t(crate::pages::names::kind(object.kind));
    let base = year_base(stream);
    let Some(part) = part else {
        let is_series = object.kind == ObjectKind::Series;
        return (
            format!("{kind} {}", object.number),
            is_series.then(|| format!("{base}/parameters/{object}")),
        );
    };
    let title = || Some(part.value.title().to_owned()).filter(|title| !title.trim().is_empty());
    let name = part.value.label().or_else(title).unwrap_or_else(|| object.number.to_string());
    (format!("{kind} {name}"), Some(format!("{base}/objects/{object}")))
}
