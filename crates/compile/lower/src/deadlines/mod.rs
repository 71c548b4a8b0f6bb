//! Deadlines: from the words of a cell, a line's tail or a `Frist:` field to [`Deadline`]s.

mod elements;
mod reader;
mod tail;

use crate::view::View;
use crate::words::{PART_WORDS, bare, is_one_of};
use std::ops::Range;
use styrbord_calendar::Frequency;
use styrbord_plan::{Deadline, Where};
use styrbord_source::Flow;

pub(crate) use elements::{is_deadline_text, starts_with_part};
pub(crate) use tail::split_tail;

/// What is known around a deadline's words.
#[derive(Debug, Clone, Default)]
pub(crate) struct Context {
    /// The letter's year, for dates without one.
    pub year: i16,
    /// How often, when the title says so and the deadline does not.
    pub frequency: Option<Frequency>,
    /// The label of the part that the words belong to.
    pub part: Option<String>,
    /// The kind of place.
    pub place: Where,
}

/// Reads every deadline in a flow that is known to hold deadlines.
pub(crate) fn read(view: &View<'_>, flow: &Flow, context: &Context) -> Vec<Deadline> {
    reader::read(view, flow, context)
}

/// Returns the label of the only part that a title names and describes, such as `Deloppdrag 5:`.
pub(crate) fn part_in_title(title: &str) -> Option<Range<usize>> {
    let mut found = None;
    let mut words = title.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let Some(number) = words.peek() else { break };
        if is_one_of(word, &PART_WORDS) && word.starts_with(char::is_uppercase) && number.ends_with(':') {
            let start = word.as_ptr() as usize - title.as_ptr() as usize;
            let end = bare(number).as_ptr() as usize - title.as_ptr() as usize + bare(number).len();
            if found.is_some() {
                return None;
            }
            found = Some(start..end);
        }
    }
    found
}

/// Returns the range of the first date or period in a text.
pub(crate) fn first_dated(text: &str, year: i16) -> Option<Range<usize>> {
    let found = elements::elements(text, year);
    let dated = found.iter().find(|element| element.is_dated())?;
    Some(dated.range.clone())
}
