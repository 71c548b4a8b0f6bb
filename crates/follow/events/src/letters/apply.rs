//! Letters into state.

use super::state::{Carried, Met, PartVersion, StageReached};
use super::{Event, FindingKey, FindingStep, Letter, Match, Part, PartValue, Repealed, State};
use crate::book::Stamp;
use crate::ids::{ObjectId, ObjectKind};
use crate::year::Year;

/// Takes an event in. What refers to an unknown part changes nothing.
pub(crate) fn apply(year: &mut Year, event: &Event, stamp: &Stamp) {
    let state = &mut year.letters;
    match event {
        // A year starts once; `Book` makes it of the first start.
        Event::YearStarted(start) if state.stages.is_empty() => {
            state.from = start.from;
            state.stage = start.stage;
            state.stages.push(StageReached { stage: start.stage, stamp: *stamp });
        }
        Event::YearStarted(_) => {}
        Event::StageSet { stage } => {
            state.stage = *stage;
            state.stages.push(StageReached { stage: *stage, stamp: *stamp });
        }
        Event::LetterReceived { letter, document } => {
            state
                .letters
                .entry(*letter)
                .or_insert_with(|| Letter { document: document.clone(), stamp: *stamp });
        }
        Event::PartAdded { part, letter, value, from } => {
            let added = Part { from: from.clone(), ..new(value, *letter, stamp) };
            add(year, *part, added);
        }
        Event::PartCarried { part, letter, value, year: before, from } => {
            let carried = Some(Carried { year: *before, part: *from });
            add(year, *part, Part { carried, ..new(value, *letter, stamp) });
        }
        Event::PartChanged { part, letter, value, matched } => {
            if let Some(known) = state.parts.get_mut(part).filter(|_| super::value_kind(value) == part.kind) {
                known.history.push(version(value, *letter, Some(matched.clone()), stamp));
                (known.value, known.letter) = (value.clone(), *letter);
                known.restored.extend(known.repealed.take());
            }
        }
        Event::PartRepealed { part, letter, cause } => {
            if let Some(part) = state.parts.get_mut(part) {
                let repealed = Repealed { letter: *letter, cause: cause.clone(), stamp: *stamp };
                part.restored.extend(part.repealed.replace(repealed));
            }
        }
        Event::AnnouncementMet { announcement, letter } => {
            if announcement.kind == ObjectKind::Announcement && state.parts.contains_key(announcement) {
                let met = Met { letter: *letter, stamp: *stamp };
                state.met.entry(*announcement).or_insert(met);
            }
        }
        Event::FindingAccepted { finding, reason } => {
            step(state, finding, FindingStep::Accepted(*reason), stamp);
        }
        Event::AcceptanceTakenBack { finding, reason } => {
            step(state, finding, FindingStep::TakenBack(*reason), stamp);
        }
        Event::FindingListed { finding, note } => step(state, finding, FindingStep::Listed(*note), stamp),
        Event::FindingUnlisted { finding } => step(state, finding, FindingStep::Unlisted, stamp),
    }
}

/// Adds what was done about a finding of a letter that the year has.
fn step(state: &mut State, finding: &FindingKey, step: FindingStep, stamp: &Stamp) {
    if state.letters.contains_key(&finding.letter) {
        state.findings.add(finding, step, stamp);
    }
}

/// Adds a part under its id; one that is there already stays as it is.
fn add(year: &mut Year, id: ObjectId, part: Part) {
    if super::value_kind(&part.value) == id.kind {
        year.letters.parts.entry(id).or_insert(part);
    }
}

fn new(value: &PartValue, letter: ObjectId, stamp: &Stamp) -> Part {
    Part {
        value: value.clone(),
        letter,
        history: vec![version(value, letter, None, stamp)],
        repealed: None,
        restored: Vec::new(),
        from: Vec::new(),
        carried: None,
    }
}

fn version(value: &PartValue, letter: ObjectId, matched: Option<Match>, stamp: &Stamp) -> PartVersion {
    PartVersion { value: value.clone(), letter, matched, stamp: *stamp }
}
