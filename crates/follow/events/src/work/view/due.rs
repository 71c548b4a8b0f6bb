//! What is due soon, and what should have been done.

use crate::ids::{ObjectId, OrganisationId, PersonId, UnitId};
use crate::work::{Due, Responsibility, counts, dues};
use crate::year::Year;
use serde::Serialize;
use styrbord_calendar::{Date, next_working_day};

/// Something that is due on a day and not done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DueItem {
    /// What.
    pub object: ObjectId,
    /// Its number or label, as printed.
    pub label: Option<String>,
    /// Its title, as printed.
    pub title: String,
    /// Which of its deadlines, with the line of the letter.
    pub due: Due,
    /// The day.
    pub date: Date,
    /// The next working day, when the day is none. A suggestion: the deadline stays as it is.
    pub suggested: Option<Date>,
    /// Days until then; below zero when it is overdue.
    pub days_left: i32,
    /// The person who answers for it.
    pub owner: Option<PersonId>,
    /// The unit.
    pub unit: Option<UnitId>,
    /// The organisation with the main responsibility, when it is not the agency.
    pub lead: Option<OrganisationId>,
}

/// Returns all that is due until so many days after today and not done, the overdue first.
pub fn due(year: &Year, today: Date, days: u16) -> Vec<DueItem> {
    let until = today.add_days(i32::from(days));
    let mut items: Vec<DueItem> = Vec::new();
    for (object, part) in year.letters.in_force().filter(|(object, _)| counts(year, *object)) {
        for due in dues(year, object).into_iter().filter(|due| !due.status.is_settled()) {
            let Some(date) = due.date.filter(|date| *date <= until) else { continue };
            let who = responsible(year, object, &due);
            let working = next_working_day(date);
            items.push(DueItem {
                object,
                label: part.value.label(),
                title: part.value.title().to_owned(),
                date,
                suggested: (working != date).then_some(working),
                days_left: today.days_until(date),
                owner: who.owner,
                unit: who.unit,
                lead: who.lead,
                due,
            });
        }
    }
    items.sort_by(|one, other| {
        (one.date, one.object, &one.due.key).cmp(&(other.date, other.object, &other.due.key))
    });
    items
}

/// Returns who answers for something that is due: of the day itself, else of the deadline, else of the whole.
pub fn responsible(year: &Year, object: ObjectId, due: &Due) -> Responsibility {
    let Some(item) = year.work.items.get(&object) else { return Responsibility::default() };
    let slot = due.key.slot();
    let of = |key| item.dues.get(key).and_then(|state| state.responsibility.as_ref());
    let held = of(&due.key).or_else(|| of(&slot)).or(item.responsibility.as_ref());
    held.map(|held| held.value.clone()).unwrap_or_default()
}
