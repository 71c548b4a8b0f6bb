//! Days that a person may want to set, where the letter says how often and not when.

use crate::ids::ObjectId;
use crate::work::{DueKey, Schedule, Slot, slots};
use crate::year::Year;
use styrbord_calendar::Date;

/// Returns the ends of the periods as a proposal, for what recurs without a day; none counts until a person sets it.
pub fn proposed_schedule(year: &Year, object: ObjectId, key: &DueKey) -> Option<Schedule> {
    let part = year.letters.parts.get(&object)?;
    let slots = slots(part);
    let printed = slots.iter().find(|slot| slot.in_force && slot.key == *key).and_then(Slot::last)?;
    let set = year.work.items.get(&object).and_then(|item| item.dues.get(key)?.schedule.as_ref());
    if printed.deadline.date.is_some() || set.is_some() {
        return None;
    }
    let frequency = printed.deadline.frequency?;
    let first = Date::nearest(year.year, 1, 1).add_months(frequency.months()?).add_days(-1);
    Some(Schedule { frequency, first })
}
