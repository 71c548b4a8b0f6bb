//! What happened to an object, as sentences.

use super::bench::VERDICTS;
use super::tasks::{STATES, called};
use super::texts as words;
use crate::frame::Frame;
use crate::pages::{names, who};
use crate::site::Looked;
use crate::written;
use styrbord_app::follow::events::work::{self, Entry, Event, What};
use styrbord_app::follow::events::{Actor, ObjectId, TextRef};

/// Something that happened.
pub(super) struct Line {
    /// The day.
    pub(super) day: String,
    /// Who did it.
    pub(super) who: String,
    /// What.
    pub(super) what: String,
    /// What was said with it: references, and then the words.
    pub(super) texts: Vec<TextRef>,
    pub(super) words: Vec<String>,
}

/// Returns all that happened, the latest first.
pub(super) fn lines(looked: &Looked<'_>, frame: &Frame, object: ObjectId) -> Vec<Line> {
    let entries = work::history(looked.year, object);
    entries.iter().rev().map(|entry| line(entry, looked, frame)).collect()
}

fn line(entry: &Entry, looked: &Looked<'_>, frame: &Frame) -> Line {
    let (what, comment) = sentence(&entry.what, looked, frame);
    let who = match entry.stamp.actor {
        Actor::Operator => frame.t(words::OPERATOR).to_owned(),
        Actor::Person(person) => who::name(looked.names, person, frame.language),
    };
    Line {
        day: written::date(entry.stamp.on, frame.language),
        who,
        what,
        texts: comment.into_iter().chain(entry.stamp.reason).collect(),
        words: Vec::new(),
    }
}

fn sentence(what: &What, looked: &Looked<'_>, frame: &Frame) -> (String, Option<TextRef>) {
    let plain = |text| (frame.t(text).to_owned(), None);
    let event = match what {
        What::Printed { letter, .. } => {
            let letter = looked.year.letters.letters.get(letter);
            let title = letter.map(|letter| letter.document.title.as_str()).unwrap_or_default();
            return (frame.with(words::PRINTED, title), None);
        }
        What::Repealed { .. } => return plain(words::REPEALED),
        What::Done(event) => event,
    };
    match event {
        Event::StatusReported { status, comment, .. } => {
            (frame.with(words::REPORTED, frame.t(names::status(*status))), *comment)
        }
        Event::StatusTakenBack { status, now, .. } => {
            let said = |status| frame.t(names::reported(status).0);
            let values: [&dyn std::fmt::Display; 2] = [&said(Some(*status)), &said(*now)];
            (words::TAKEN_BACK.with(frame.language, &values), None)
        }
        Event::Assigned { responsibility, .. } => match responsibility.owner {
            Some(owner) => {
                (frame.with(words::ASSIGNED, who::name(looked.names, owner, frame.language)), None)
            }
            None if *responsibility != work::Responsibility::default() => plain(words::SHARED_OUT),
            None => plain(words::UNASSIGNED),
        },
        Event::DeadlineMoved { to, comment, .. } => {
            (frame.with(words::MOVED, written::date(*to, frame.language)), *comment)
        }
        Event::DeliverableRegistered { title, .. } => (frame.t(words::DELIVERED).to_owned(), Some(*title)),
        Event::DeliverableJudged { verdict, comment, .. } => {
            let name = VERDICTS.iter().find(|(one, ..)| one == verdict).map(|(.., name)| frame.t(name));
            (format!("{}: {}", frame.t(words::VERDICT), name.unwrap_or_default()), *comment)
        }
        Event::DutyJudged { verdict, comment, .. } => {
            let is_one = !matches!(verdict, work::DutyVerdict::Declined);
            (frame.t(if is_one { words::CONFIRM } else { words::DECLINE }).to_owned(), *comment)
        }
        _ => planned(event, looked, frame),
    }
}

/// Says what was planned: days, ties, what shows a delivery, and what is material.
fn planned(event: &Event, looked: &Looked<'_>, frame: &Frame) -> (String, Option<TextRef>) {
    let part = |object: &ObjectId| called(looked, frame, *object);
    match event {
        Event::MilestoneSet { day, state, title, .. } => {
            let state = STATES.iter().find(|(one, ..)| one == state).map(|(.., name)| frame.t(*name));
            let day = written::date(*day, frame.language);
            let what = words::MILESTONE_SET.with(frame.language, &[&day, &state.unwrap_or_default()]);
            (what, Some(*title))
        }
        Event::ScheduleSet { first, comment, .. } => {
            (frame.with(words::SCHEDULED, written::date(*first, frame.language)), *comment)
        }
        Event::TiedToReport { report, .. } => (frame.with(words::TIED, part(report)), None),
        Event::DependencyAdded { on, comment, .. } => (frame.with(words::NOW_WAITS, part(on)), *comment),
        Event::DependencyRemoved { on, comment, .. } => {
            (frame.with(words::WAITS_NO_MORE, part(on)), *comment)
        }
        Event::EvidenceAdded { .. } => (frame.t(words::EVIDENCE_ADDED).to_owned(), None),
        Event::MaterialityMarked { material, why, .. } => {
            let name = if *material { words::MATERIAL } else { words::NOT_MATERIAL };
            (frame.t(name).to_owned(), Some(*why))
        }
        _ => (frame.t(words::CHANGED).to_owned(), None),
    }
}
