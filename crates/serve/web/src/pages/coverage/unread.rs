//! What no part of the plan was made of: the lines of the letters that were not understood.

use super::texts as words;
use super::view::{Row, Seen};
use crate::frame::Frame;
use crate::house::House;
use crate::problem::Problem;
use crate::site::Visitor;
use styrbord_app::Checked;
use styrbord_app::follow::events::{Hash, ObjectId};

/// A letter of the year.
pub(super) struct Letter {
    pub(super) id: ObjectId,
    pub(super) name: String,
    pub(super) hash: Option<Hash>,
}

/// Adds the lines that were not understood, and leaves no link to a text that is not kept.
///
/// # Errors
/// When a letter is kept and cannot be read.
pub(super) fn add(house: &House, visitor: &Visitor, frame: &Frame, seen: &mut Seen) -> Result<(), Problem> {
    let mut rows = Vec::new();
    for letter in std::mem::take(&mut seen.letters) {
        let Some(checked) = kept(house, visitor, letter.hash)? else {
            seen.forget(letter.id);
            seen.not_kept.push(letter.name);
            continue;
        };
        for one in &checked.compiled.plan.not_understood {
            rows.push(row(seen, frame, &letter, &one.text, one.span.map(|spot| spot.place.line)));
        }
    }
    seen.add_unread(rows, frame);
    Ok(())
}

fn kept(
    house: &House,
    visitor: &Visitor,
    hash: Option<Hash>,
) -> Result<Option<std::sync::Arc<Checked>>, Problem> {
    let Some(hash) = hash else { return Ok(None) };
    match house.site().file(visitor, hash) {
        Ok(bytes) => Ok(Some(house.letter(hash, &bytes)?)),
        Err(Problem::NotFound) => Ok(None),
        Err(problem) => Err(problem),
    }
}

fn row(seen: &Seen, frame: &Frame, letter: &Letter, text: &str, line: Option<u32>) -> Row {
    let address = seen.line(letter.id, line, frame);
    Row {
        title: text.to_owned(),
        serves: frame.t(words::LETTER_ONLY),
        place: line.map(|line| (letter.id, frame.with(words::LINE, line), address.clone())),
        address,
        gaps: vec![frame.t(words::NOT_UNDERSTOOD).to_owned()],
        ..Row::default()
    }
}
