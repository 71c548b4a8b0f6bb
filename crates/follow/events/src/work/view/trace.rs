//! How the day of each deadline changed, told from the records of its object.
//!
//! Calendars that took a day over have to know that it moved, how often, and that it is gone.

use crate::book::Stamp;
use crate::history::Version;
use crate::ids::{ObjectId, ObjectKind};
use crate::letters::{Part, PartVersion, Repealed};
use crate::work::{self, Due, DueKey, Event, Status, counts, dues};
use crate::year::Year;
use crate::{letters, measure, money, sharing};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use styrbord_calendar::Date;

/// A deadline that has or had a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Traced {
    /// The deadline as it is, or as it was last.
    pub due: Due,
    /// The day that holds, or held last.
    pub date: Date,
    /// Whether it is no more: taken away, called off, or without a day.
    pub withdrawn: bool,
    /// How many times its day changed, it was withdrawn or came back.
    pub revision: u32,
    /// When that was last, or when it first had a day.
    pub changed: Stamp,
}

/// Whose records count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// All.
    Now,
    /// All up to and with a number.
    Record(u64),
    /// Those of the letters alone.
    Letters,
}

/// Follows the deadlines of an object through the records, in the order of their names.
pub fn trace(year: &Year, object: ObjectId, until: Until) -> Vec<Traced> {
    let mut objects: BTreeSet<ObjectId> = [object].into();
    objects.extend(log(year, object).iter().filter_map(|logged| match logged.value {
        Event::TiedToReport { report, .. } if report.kind == ObjectKind::Report => Some(report),
        _ => None,
    }));
    let mut steps: BTreeMap<u64, (Stamp, Vec<Step<'_>>)> = BTreeMap::new();
    for object in &objects {
        collect(year, *object, until, &mut steps);
    }
    let all = objects.len() > 1 || is_ever_cancelled(year, object);
    let (mut scratch, mut traced) = (empty(year), BTreeMap::new());
    let last = steps.keys().next_back().copied();
    for (seq, (stamp, steps)) in steps {
        let matters = steps.iter().any(|step| step.matters(all)) || last == Some(seq);
        for step in &steps {
            step.take(&mut scratch, &stamp);
        }
        if matters {
            look(&scratch, object, &stamp, &mut traced);
        }
    }
    traced.into_values().collect()
}

/// One record about an object.
#[derive(Clone, Copy)]
enum Step<'a> {
    Part(ObjectId, &'a Part, &'a PartVersion),
    Repealed(ObjectId, &'a Repealed),
    Work(&'a Event),
}

impl Step<'_> {
    /// Tells whether it can change a day; a status only where something was called off, or waits for a report.
    fn matters(&self, all: bool) -> bool {
        match self {
            Step::Part(..) | Step::Repealed(..) => true,
            Step::Work(event) => match event {
                Event::DeadlineMoved { .. }
                | Event::ScheduleSet { .. }
                | Event::TiedToReport { .. }
                | Event::DutyJudged { .. }
                | Event::MeetingRecorded { .. }
                | Event::CarriedOver { .. } => true,
                Event::StatusReported { .. } | Event::StatusTakenBack { .. } => all,
                _ => false,
            },
        }
    }

    fn take(&self, scratch: &mut Year, stamp: &Stamp) {
        match self {
            Step::Part(object, part, version) => {
                let new = || Part {
                    history: Vec::new(),
                    repealed: None,
                    restored: Vec::new(),
                    from: Vec::new(),
                    ..(*part).clone()
                };
                let part = scratch.letters.parts.entry(*object).or_insert_with(new);
                (part.value, part.letter) = (version.value.clone(), version.letter);
                part.history.push((*version).clone());
                part.repealed = None;
            }
            Step::Repealed(object, repealed) => {
                if let Some(part) = scratch.letters.parts.get_mut(object) {
                    part.repealed = Some((*repealed).clone());
                }
            }
            Step::Work(event) => work::apply(scratch, event, stamp),
        }
    }
}

fn log(year: &Year, object: ObjectId) -> &[Version<Event>] {
    year.work.items.get(&object).map(|item| item.log.as_slice()).unwrap_or_default()
}

fn is_ever_cancelled(year: &Year, object: ObjectId) -> bool {
    let cancels = |logged: &Version<Event>| {
        matches!(&logged.value, Event::StatusReported { status: Status::Cancelled, .. })
            || matches!(&logged.value, Event::CarriedOver { .. })
    };
    log(year, object).iter().any(cancels)
}

fn collect<'a>(
    year: &'a Year,
    object: ObjectId,
    until: Until,
    steps: &mut BTreeMap<u64, (Stamp, Vec<Step<'a>>)>,
) {
    let Some(part) = year.letters.parts.get(&object) else { return };
    let mut add = |stamp: &Stamp, step: Step<'a>| {
        if !matches!(until, Until::Record(last) if stamp.seq > last) {
            steps.entry(stamp.seq).or_insert_with(|| (*stamp, Vec::new())).1.push(step);
        }
    };
    for version in &part.history {
        add(&version.stamp, Step::Part(object, part, version));
    }
    for repealed in part.restored.iter().chain(&part.repealed) {
        add(&repealed.stamp, Step::Repealed(object, repealed));
    }
    if until != Until::Letters {
        for logged in log(year, object) {
            add(&logged.stamp, Step::Work(&logged.value));
        }
    }
}

fn empty(year: &Year) -> Year {
    Year {
        stream: year.stream,
        agency: year.agency,
        ministry: year.ministry,
        year: year.year,
        simulated: year.simulated,
        letters: letters::State::default(),
        work: work::State::default(),
        measure: measure::State::default(),
        money: money::State::default(),
        sharing: sharing::State::default(),
        numbers: crate::ids::Numbers::default(),
        touched: BTreeMap::new(),
    }
}

/// Returns the deadlines of an object that have a day now and are not called off: what [`trace`] has that is not
/// withdrawn, without reading the records of the object.
pub fn dated(year: &Year, object: ObjectId) -> BTreeMap<DueKey, (Due, Date)> {
    let all = if counts(year, object) { dues(year, object) } else { Vec::new() };
    let stands = all.into_iter().filter(|due| due.status != Status::Cancelled);
    stands.filter_map(|due| Some((due.key.clone(), (due.clone(), due.date?)))).collect()
}

/// Holds what is due now against what was known.
fn look(scratch: &Year, object: ObjectId, stamp: &Stamp, traced: &mut BTreeMap<DueKey, Traced>) {
    let mut dated = dated(scratch, object);
    for (key, known) in traced.iter_mut() {
        let changed = match dated.remove(key) {
            Some((due, date)) => {
                let changed = known.withdrawn || known.date != date;
                (known.due, known.date, known.withdrawn) = (due, date, false);
                changed
            }
            None => !std::mem::replace(&mut known.withdrawn, true),
        };
        if changed {
            (known.revision, known.changed) = (known.revision.saturating_add(1), *stamp);
        }
    }
    for (key, (due, date)) in dated {
        let new = Traced { due, date, withdrawn: false, revision: 0, changed: *stamp };
        traced.entry(key).or_insert(new);
    }
}
