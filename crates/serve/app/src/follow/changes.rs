//! What is to be changed of one object, as a list of many has it.

use styrbord_events::work::{Command, DelayReason, Responsibility, Status};
use styrbord_events::{ObjectId, PersonId, UnitId, Year};

/// Who is to have something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seat<I> {
    /// Nobody.
    Empty,
    /// Somebody.
    Held(I),
}

impl<I> Seat<I> {
    /// Returns who has it; none when nobody does.
    pub fn held(self) -> Option<I> {
        match self {
            Seat::Empty => None,
            Seat::Held(id) => Some(id),
        }
    }
}

/// What is to be changed of one object; what is not said stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The object.
    pub object: ObjectId,
    /// Who is to answer for it, or nobody.
    pub owner: Option<Seat<PersonId>>,
    /// Which unit, or none.
    pub unit: Option<Seat<UnitId>>,
    /// How far it is.
    pub status: Option<Status>,
    /// In words.
    pub comment: Option<String>,
    /// Why it is late, or may become so.
    pub delay: Option<DelayReason>,
}

impl Change {
    /// Makes a change of nothing.
    pub fn of(object: ObjectId) -> Self {
        Self { object, owner: None, unit: None, status: None, comment: None, delay: None }
    }

    /// Tells whether everything stays.
    pub fn is_nothing(&self) -> bool {
        self.owner.is_none() && self.unit.is_none() && self.status.is_none() && self.comment.is_none()
    }

    /// Returns the commands that it is. Lead and partners stay. A comment alone is one to the status that was reported
    /// last; none when there is no such status.
    pub fn commands(&self, year: &Year) -> Option<Vec<Command>> {
        let object = self.object;
        let mut commands = Vec::new();
        if self.owner.is_some() || self.unit.is_some() {
            let item = year.work.items.get(&object);
            let held = item.and_then(|item| item.responsibility.as_ref()).map(|held| held.value.clone());
            let held = held.unwrap_or_default();
            let owner = self.owner.map_or(held.owner, Seat::held);
            let unit = self.unit.map_or(held.unit, Seat::held);
            let responsibility = Responsibility { owner, unit, ..held };
            commands.push(Command::Assign { object, due: None, responsibility });
        }
        if self.status.is_some() || self.comment.is_some() {
            let last = year.work.report(object, None);
            let status = self.status.or(last.map(|last| last.status))?;
            // The same status again keeps its reason.
            let kept = last.filter(|last| last.status == status).and_then(|last| last.delay);
            commands.push(Command::ReportStatus {
                object,
                due: None,
                status,
                comment: self.comment.clone(),
                delay: self.delay.or(kept),
                letter: None,
            });
        }
        Some(commands)
    }
}
