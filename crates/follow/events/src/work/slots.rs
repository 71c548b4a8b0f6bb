//! The deadlines that letters print, each followed through all versions of its part.
//!
//! A deadline that stands both in a list and in a description is one; a later letter's deadline is held to be an
//! earlier one by its label and day, then by its label alone.

use super::DueKey;
use crate::ids::ObjectId;
use crate::letters::{Part, PartValue, PartVersion};
use serde::Serialize;
use styrbord_calendar::Date;
use styrbord_plan::{Assignment, Deadline, DeadlineKind, Where};
use styrbord_source::Spot;

/// One deadline of a part, through all letters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Slot {
    /// Its name.
    pub key: DueKey,
    /// As the letters have it, oldest first; a letter that repeats it word for word adds nothing.
    pub printed: Vec<Printed>,
    /// Whether the last letter still has it.
    pub in_force: bool,
}

/// A deadline as one letter has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Printed {
    /// The deadline as it stands first.
    pub deadline: Deadline,
    /// Everywhere it stands.
    pub spans: Vec<Spot>,
    /// Older days that the letter still prints beside it.
    pub superseded: Vec<Deadline>,
    /// Whether it is one of several days that one phrase lists; such a list says all its days.
    pub listed: bool,
    /// The letter.
    pub letter: ObjectId,
    /// The record that brought the letter.
    pub seq: u64,
}

/// Follows the deadlines of a part from its first letter to its last.
pub fn slots(part: &Part) -> Vec<Slot> {
    let mut slots = Vec::new();
    for version in &part.history {
        follow(&mut slots, version);
    }
    slots
}

/// Returns the deadlines of a part, with their names in a year that begins with the part as it is now.
pub(super) fn renamed(part: &Part) -> Vec<(Slot, DueKey)> {
    let mut fresh = Vec::new();
    if let Some(last) = part.history.last() {
        follow(&mut fresh, last);
    }
    let mut pairs = Vec::new();
    for old in slots(part).into_iter().filter(|slot| slot.in_force) {
        let Some(printed) = old.last() else { continue };
        let twin =
            |new: &Slot| same_label(new, printed) && new.last().is_some_and(|last| same_day(last, printed));
        if let Some(index) = fresh.iter().position(twin) {
            let name = fresh.remove(index).key;
            pairs.push((old, name));
        }
    }
    pairs
}

/// Tells whether a slot, live or not, takes a deadline that a later letter prints.
type Rule<'a> = &'a dyn Fn(&Slot, bool, &Printed) -> bool;

fn follow(slots: &mut Vec<Slot>, version: &PartVersion) {
    let mut wanted: Vec<Option<Printed>> = printed(version).into_iter().map(Some).collect();
    let mut free: Vec<bool> = vec![true; slots.len()];
    let before: Vec<bool> = slots.iter().map(|slot| slot.in_force).collect();
    let lone = wanted.len() == 1 && before.iter().filter(|live| **live).count() == 1;
    let rules: [Rule<'_>; 3] = [
        &|slot, _, new| same_label(slot, new) && slot.last().is_some_and(|old| same_day(old, new)),
        &|slot, live, new| live && same_label(slot, new) && !new.listed,
        &|_, live, _| live && lone,
    ];
    for rule in rules {
        for place in &mut wanted {
            let Some(new) = place.as_ref() else { continue };
            let found = (0..free.len()).find(|index| {
                free[*index] && rule(&slots[*index], before.get(*index).copied().unwrap_or_default(), new)
            });
            if let (Some(index), Some(new)) = (found, found.and_then(|_| place.take())) {
                free[index] = false;
                slots[index].renew(new);
            }
        }
    }
    for (slot, free) in slots.iter_mut().zip(&free) {
        slot.in_force = !free;
    }
    for new in wanted.into_iter().flatten() {
        let part = label(&new.deadline);
        let index = slots.iter().filter(|slot| same_label(slot, &new)).count() as u32 + 1;
        // The label that was printed first stays, also when a later letter spells it otherwise.
        let known = slots.iter().find(|slot| same_label(slot, &new)).map(|slot| slot.key.part.clone());
        let key = DueKey { part: known.unwrap_or(part), index, day: None };
        slots.push(Slot { key, printed: vec![new], in_force: true });
    }
}

impl Slot {
    /// Returns it as the last letter that changed it has it.
    pub fn last(&self) -> Option<&Printed> {
        self.printed.last()
    }

    fn renew(&mut self, new: Printed) {
        if self.last().is_none_or(|old| !same_day(old, &new)) || !self.in_force {
            self.printed.push(new);
        }
    }
}

fn same_day(old: &Printed, new: &Printed) -> bool {
    let (old, new) = (&old.deadline, &new.deadline);
    (old.kind, old.date, old.frequency) == (new.kind, new.date, new.frequency)
}

fn same_label(slot: &Slot, new: &Printed) -> bool {
    spelling(slot.key.part.as_deref()) == spelling(label(&new.deadline).as_deref())
}

fn spelling(label: Option<&str>) -> String {
    let words = label.unwrap_or_default().split_whitespace().map(str::to_lowercase);
    words.collect::<Vec<_>>().join(" ")
}

fn label(deadline: &Deadline) -> Option<String> {
    let printed = |label: &Option<String>| label.clone().filter(|label| !label.trim().is_empty());
    match (printed(&deadline.parent_part), printed(&deadline.part)) {
        (Some(parent), Some(part)) => Some(format!("{parent}: {part}")),
        (parent, part) => part.or(parent),
    }
}

/// Returns the deadlines that one letter has for a part, each once.
fn printed(version: &PartVersion) -> Vec<Printed> {
    let alone = |deadline: Deadline| {
        let spans = deadline.span.into_iter().collect();
        vec![as_printed(deadline, spans, version)]
    };
    match &version.value {
        PartValue::Assignment(assignment) => of_assignment(assignment, version),
        PartValue::Report(report) => {
            let kind = match (report.frequency, report.due) {
                (Some(_), _) => DeadlineKind::Recurring,
                (None, Some(_)) => DeadlineKind::Date,
                (None, None) => DeadlineKind::None,
            };
            let (date, frequency, span) = (report.due, report.frequency, report.span);
            alone(Deadline { kind, date, frequency, span, ..Deadline::default() })
        }
        PartValue::Duty(duty) => alone(one_day(duty.due, duty.span)),
        // Meetings without a day are called: see `Sitting`.
        PartValue::Meeting(meeting) if meeting.date.is_some() => alone(one_day(meeting.date, meeting.span)),
        _ => Vec::new(),
    }
}

fn one_day(date: Option<Date>, span: Option<Spot>) -> Deadline {
    let kind = if date.is_some() { DeadlineKind::Date } else { DeadlineKind::None };
    Deadline { kind, date, span, ..Deadline::default() }
}

fn as_printed(deadline: Deadline, spans: Vec<Spot>, version: &PartVersion) -> Printed {
    let (letter, seq) = (version.letter, version.stamp.seq);
    Printed { deadline, spans, superseded: Vec::new(), listed: false, letter, seq }
}

fn of_assignment(assignment: &Assignment, version: &PartVersion) -> Vec<Printed> {
    let mut found: Vec<(Printed, Vec<Where>)> = Vec::new();
    for deadline in assignment.deadlines.iter().filter(|deadline| !deadline.superseded) {
        let twin = found.iter_mut().find(|(other, places)| {
            !places.contains(&deadline.place) && is_said_twice(&other.deadline, deadline)
        });
        if let Some((other, places)) = twin {
            other.spans.extend(deadline.span);
            places.push(deadline.place);
        } else {
            let spans = deadline.span.into_iter().collect();
            let mut new = as_printed(deadline.clone(), spans, version);
            new.listed = is_listed(assignment, deadline);
            found.push((new, vec![deadline.place]));
        }
    }
    let mut found: Vec<Printed> = found.into_iter().map(|(printed, _)| printed).collect();
    if found.is_empty() {
        let span = assignment.spans.first().copied();
        found.push(as_printed(one_day(None, span), span.into_iter().collect(), version));
    }
    for old in assignment.deadlines.iter().filter(|deadline| deadline.superseded) {
        let under = found.iter_mut().find(|one| label(&one.deadline) == label(old));
        if let Some(under) = under {
            under.superseded.push(old.clone());
        }
    }
    found
}

/// Tells whether a description says again what a list says: the same day, and labels that do not clash.
fn is_said_twice(list: &Deadline, other: &Deadline) -> bool {
    let recurs = |deadline: &Deadline| deadline.kind == DeadlineKind::Recurring;
    let same_day = match (list.date, other.date) {
        (Some(one), Some(two)) => one == two && recurs(list) == recurs(other),
        (None, None) => list.kind == other.kind,
        _ => false,
    };
    let same_rhythm =
        list.frequency.is_none() || other.frequency.is_none() || list.frequency == other.frequency;
    let (one, two) = (spelling(label(list).as_deref()), spelling(label(other).as_deref()));
    let parent = |deadline: &Deadline| spelling(deadline.parent_part.as_deref());
    let labels_fit = one == two
        || one.is_empty()
        || two.is_empty()
        || parent(other) == one
        || parent(list) == two
        || (!parent(list).is_empty() && parent(list) == parent(other));
    same_day && same_rhythm && labels_fit
}

fn is_listed(assignment: &Assignment, deadline: &Deadline) -> bool {
    let same_phrase = |other: &&Deadline| {
        other.place == deadline.place
            && other.printed == deadline.printed
            && label(other) == label(deadline)
            && !other.superseded
    };
    deadline.date.is_some()
        && !deadline.printed.is_empty()
        && assignment.deadlines.iter().filter(same_phrase).count() > 1
}
