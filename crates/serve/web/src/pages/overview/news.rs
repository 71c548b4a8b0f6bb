//! What others changed since the visitor was last here; or what changed last, when that is not known.

use super::texts as words;
use super::view::{Row, row};
use crate::frame::{Frame, year_base};
use crate::house::House;
use crate::pages::{admin, names, search};
use crate::site::Looked;
use crate::{clock, written};
use styrbord_app::access::UseCase;
use styrbord_app::follow::events::work;
use styrbord_app::follow::events::{Actor, Instant, ObjectId, ObjectKind};
use styrbord_app::search::{Spot, spot_of};
use styrbord_app::site::AuditLine;

/// As many changes are shown.
const CHANGES_MAX: usize = 8;

/// What changed.
#[derive(Default)]
pub(super) struct News {
    pub(super) title: &'static str,
    /// Since when, and how much.
    pub(super) lead: String,
    pub(super) rows: Vec<Row>,
    /// How many more objects changed.
    pub(super) more: usize,
    /// The history of that time; empty for who may not read it.
    pub(super) history: String,
}

/// Tells what others changed since the visitor's visit before this one. The first time, and as of a day, what changed
/// last.
pub(super) fn news(house: &House, looked: &Looked<'_>, frame: &Frame) -> News {
    let is_now = frame.year.as_ref().is_some_and(|year| year.as_of.is_none());
    let history = |end: &str| {
        let address = format!("{}/history{end}", year_base(looked.year.stream));
        if looked.may(UseCase::ReadHistory, None) { address } else { String::new() }
    };
    let changed = house.site().changed(looked.visitor, looked.year).filter(|_| is_now);
    let Some((since, changed)) = changed else {
        let rows = last(looked, frame);
        let lead = if rows.is_empty() { frame.t(words::NO_CHANGES).to_owned() } else { String::new() };
        return News { title: frame.t(words::CHANGES), lead, rows, more: 0, history: history("") };
    };
    let end = format!("?from={}", clock::day_in_norway(since));
    News { history: history(&end), ..since_then(house, looked, frame, (since, changed)) }
}

fn since_then(
    house: &House,
    looked: &Looked<'_>,
    frame: &Frame,
    (since, changed): (Instant, Vec<(u64, ObjectId)>),
) -> News {
    let lines = changed.into_iter().filter_map(|(seq, object)| Some((house.site().line(seq)?, object)));
    let mut total: usize = 0;
    // What was done to many at once is told once.
    let mut groups: Vec<(AuditLine, Vec<ObjectId>)> = Vec::new();
    let mut shown: usize = 0;
    for (line, object) in lines.filter(|(line, object)| sees(looked, line, *object)) {
        total += 1;
        let same =
            |other: &AuditLine| (other.at, other.actor, &other.kind) == (line.at, line.actor, &line.kind);
        let is_full = groups.len() == CHANGES_MAX;
        match groups.last_mut().filter(|(other, _)| same(other)) {
            Some((_, objects)) => objects.push(object),
            None if is_full => continue,
            None => groups.push((line, vec![object])),
        }
        shown += 1;
    }
    let at = written::moment(since);
    let lead = if total == 0 { words::NOTHING_NEW } else { words::SINCE };
    News {
        title: frame.t(words::NEWS),
        lead: frame.with(lead, at),
        rows: groups.iter().filter_map(|(line, objects)| told(looked, frame, line, objects)).collect(),
        more: total - shown,
        history: String::new(),
    }
}

/// Tells whether the visitor sees what a record says of an object: who may read the plan sees what letters did to it.
fn sees(looked: &Looked<'_>, line: &AuditLine, object: ObjectId) -> bool {
    let of_letter = line.kind.starts_with("letters.part_") || line.kind == "letters.letter_received";
    let use_case = if of_letter { UseCase::ReadPlan } else { UseCase::ReadHistory };
    let opens = match spot_of(looked.year, object) {
        Spot::Money(_) => looked.may(UseCase::ReadMoney, None),
        Spot::Series(series) => looked.may(UseCase::ReadWork, Some(series)),
        Spot::Object(_) | Spot::Line(..) => true,
    };
    opens && looked.may(use_case, Some(object))
}

fn told(looked: &Looked<'_>, frame: &Frame, line: &AuditLine, objects: &[ObjectId]) -> Option<Row> {
    // The one that came first stands for all of them.
    let object = *objects.last()?;
    let who = match line.actor {
        Some(Actor::Operator) | None => frame.t(words::OPERATOR).to_owned(),
        Some(Actor::Person(person)) => {
            looked.names.get(&person).cloned().flatten().unwrap_or_else(|| person.to_string())
        }
    };
    let mut notes = vec![frame.t(admin::in_words(&line.kind)).to_owned(), who, written::moment(line.at)];
    if objects.len() > 1 {
        notes.insert(0, frame.with(words::AND_MORE, objects.len() - 1));
    }
    Some(named(looked, frame, object, notes))
}

/// Names an object, also one that no letter names, and leads to where it is shown.
fn named(looked: &Looked<'_>, frame: &Frame, object: ObjectId, notes: Vec<String>) -> Row {
    let year = looked.year;
    let spot = spot_of(year, object);
    let at = match spot {
        Spot::Object(page) => page,
        _ => object,
    };
    let kind = || frame.t(names::kind(object.kind)).to_owned();
    let title = match object.kind {
        ObjectKind::Series => year.measure.series.get(&object).map(|series| series.card.name.clone()),
        ObjectKind::Letter => year.letters.letters.get(&object).map(|letter| letter.document.title.clone()),
        _ => None,
    };
    let known = row(looked, frame, at, notes);
    let address = search::address(spot, &year_base(year.stream), "");
    match title {
        Some(title) => Row { address, label: kind(), title, ..known },
        None if at == object && year.letters.parts.contains_key(&object) => Row { address, ..known },
        // What belongs to a part is told by its kind and by the part.
        None if at != object => {
            Row { address, label: kind(), title: format!("{} {}", known.label, known.title), ..known }
        }
        None => Row { address, label: kind(), title: object.number.to_string(), ..known },
    }
}

/// Returns what people and letters changed last, the latest first.
fn last(looked: &Looked<'_>, frame: &Frame) -> Vec<Row> {
    let year = looked.year;
    let touched = year.touched.iter().filter(|(object, _)| year.work.items.contains_key(object));
    let mut last: Vec<(u64, ObjectId)> = touched.map(|(object, seq)| (*seq, *object)).collect();
    last.sort_unstable_by(|one, other| other.cmp(one));
    let seen = last.into_iter().filter(|(_, object)| looked.may(UseCase::ReadWork, Some(*object)));
    let change = |(_, object): (u64, ObjectId)| {
        let stamp = work::history(year, object).last().map(|entry| entry.stamp);
        let day = stamp.map(|stamp| written::date(stamp.on, frame.language)).unwrap_or_default();
        let reported = year.work.report(object, None).map(|report| report.status);
        row(looked, frame, object, vec![day, frame.t(names::reported(reported).0).to_owned()])
    };
    seen.take(CHANGES_MAX).map(change).collect()
}
