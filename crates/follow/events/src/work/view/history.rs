//! All that happened to one object, oldest first.

use crate::book::Stamp;
use crate::ids::ObjectId;
use crate::letters::{Cause, Match, Part, Repealed};
use crate::work::{Event, slots};
use crate::year::Year;
use serde::Serialize;
use styrbord_plan::Deadline;

/// Something that happened to an object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// When, by whom and why.
    pub stamp: Stamp,
    /// What.
    pub what: What,
}

/// What happened to an object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// A letter has it, for the first time or changed.
    Printed {
        /// The letter.
        letter: ObjectId,
        /// Why it is held to be the same; none for the first.
        matched: Option<Match>,
        /// The deadlines that are new or changed by this letter.
        deadlines: Vec<Deadline>,
    },
    /// A letter took it away.
    Repealed {
        /// The letter.
        letter: ObjectId,
        /// Why.
        cause: Cause,
    },
    /// People did something.
    Done(Event),
}

/// Returns all that happened to an object or a deliverable, oldest first; nothing when the year does not have it.
pub fn history(year: &Year, object: ObjectId) -> Vec<Entry> {
    if let Some(known) = year.work.deliverables.get(&object) {
        let mut entries = done(year, known.object);
        entries.retain(
            |entry| matches!(&entry.what, What::Done(event) if event.objects().first() == Some(&object)),
        );
        return entries;
    }
    let Some(part) = year.letters.parts.get(&object) else { return Vec::new() };
    let mut entries = printed(part);
    let repealed = part.restored.iter().chain(&part.repealed).map(|Repealed { letter, cause, stamp }| {
        Entry { stamp: *stamp, what: What::Repealed { letter: *letter, cause: cause.clone() } }
    });
    entries.extend(repealed);
    entries.extend(done(year, object));
    // The sort is stable: of one record, the letter's words come first.
    entries.sort_by_key(|entry| entry.stamp.seq);
    entries
}

fn done(year: &Year, object: ObjectId) -> Vec<Entry> {
    let log = year.work.items.get(&object).map(|item| item.log.as_slice()).unwrap_or_default();
    log.iter().map(|logged| Entry { stamp: logged.stamp, what: What::Done(logged.value.clone()) }).collect()
}

fn printed(part: &Part) -> Vec<Entry> {
    let slots = slots(part);
    let entry = |version: &crate::letters::PartVersion| {
        let all = slots.iter().flat_map(|slot| &slot.printed);
        let new = all.filter(|printed| printed.seq == version.stamp.seq);
        let deadlines = new.map(|printed| printed.deadline.clone()).collect();
        let (letter, matched) = (version.letter, version.matched.clone());
        Entry { stamp: version.stamp, what: What::Printed { letter, matched, deadlines } }
    };
    part.history.iter().map(entry).collect()
}
