//! Letters into state.

use super::state::{Letter, Part, PartVersion, Repealed};
use super::{Event, Match, PartValue};
use crate::book::Stamp;
use crate::ids::ObjectId;
use crate::year::Year;

/// Takes an event in. What refers to an unknown part changes nothing.
pub(crate) fn apply(year: &mut Year, event: &Event, stamp: &Stamp) {
    let state = &mut year.letters;
    match event {
        Event::YearStarted(start) => state.stage = start.stage,
        Event::LetterReceived { letter, document } => {
            state.letters.insert(*letter, Letter { document: document.clone(), stamp: *stamp });
        }
        Event::PartAdded { part, letter, value } => {
            let first = version(value, *letter, None, stamp);
            let added = Part { value: value.clone(), letter: *letter, history: vec![first], repealed: None };
            state.parts.insert(*part, added);
        }
        Event::PartChanged { part, letter, value, matched } => {
            if let Some(part) = state.parts.get_mut(part) {
                part.history.push(version(value, *letter, Some(matched.clone()), stamp));
                (part.value, part.letter) = (value.clone(), *letter);
                part.repealed = None;
            }
        }
        Event::PartRepealed { part, letter, text, span } => {
            if let Some(part) = state.parts.get_mut(part) {
                part.repealed =
                    Some(Repealed { letter: *letter, text: text.clone(), span: *span, stamp: *stamp });
            }
        }
    }
}

fn version(value: &PartValue, letter: ObjectId, matched: Option<Match>, stamp: &Stamp) -> PartVersion {
    PartVersion { value: value.clone(), letter, matched, stamp: *stamp }
}
