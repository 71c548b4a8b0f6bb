//! What is shown of an object.

use super::facts::{self, Fact};
use super::history::{Line, lines};
use super::texts as words;
use crate::frame::{Frame, year_base};
use crate::pages::{names, who};
use crate::site::Looked;
use crate::written;
use std::collections::BTreeMap;
use styrbord_app::access::UseCase;
use styrbord_app::follow::events::letters::Part;
use styrbord_app::follow::events::work::{self, DutyVerdict, Holding, Status, is_work};
use styrbord_app::follow::events::{ObjectId, ObjectKind, TextRef, Year};
use styrbord_app::follow::letters;
use styrbord_app::texts::Text;

/// An object.
pub(super) struct Seen {
    pub(super) address: String,
    /// The pages where more of it is shown or done: address and name.
    pub(super) elsewhere: Vec<(String, &'static str)>,
    /// Its kind with its label.
    pub(super) name: String,
    pub(super) title: String,
    /// Whether a letter took it away.
    pub(super) is_gone: bool,
    /// Whether the visitor may know how far it is.
    pub(super) reads: bool,
    /// What the letters say of it.
    pub(super) facts: Vec<Fact>,
    /// What its days are called; none for what nobody answers for and has no days.
    pub(super) days: Option<Days>,
    /// Where it stands: the letter's name, the line, and the address of the line.
    pub(super) places: Vec<(String, u32, String)>,
    pub(super) dues: Vec<DueRow>,
    pub(super) history: Vec<Line>,
    /// How far it is; empty for what has no status of its own.
    pub(super) status: &'static str,
    pub(super) status_word: &'static str,
    pub(super) color: &'static str,
    /// The id of the person who answers for it.
    pub(super) owner: String,
    pub(super) owner_name: String,
    /// The people who may, for who says who does it: id and name.
    pub(super) people: Vec<(String, String)>,
    /// The number of the record that changed it last.
    pub(super) version: String,
    /// Whether it is work that people report on now.
    pub(super) takes_reports: bool,
}

/// What the days of something are called, and what is said when there are none.
pub(super) struct Days {
    pub(super) title: &'static str,
    pub(super) none: &'static str,
}

impl Days {
    fn of(kind: ObjectKind, frame: &Frame) -> Self {
        let (title, none) = match kind {
            ObjectKind::Meeting => (words::MEETINGS, words::NOT_CALLED),
            _ => (words::DEADLINES, words::NO_DEADLINES),
        };
        Self { title: frame.t(title), none: frame.t(none) }
    }
}

/// A deadline.
pub(super) struct DueRow {
    pub(super) name: String,
    pub(super) date: String,
    pub(super) printed: String,
    pub(super) why: &'static str,
    pub(super) status: &'static str,
    pub(super) color: &'static str,
    pub(super) is_late: bool,
}

impl Seen {
    /// Shows an object; none when the year does not have it.
    pub(super) fn of(looked: &Looked<'_>, frame: &Frame, object: ObjectId) -> Option<Self> {
        let year = looked.year;
        let part = year.letters.parts.get(&object)?;
        let status = year.work.status(object);
        let responsibility = year.work.items.get(&object).and_then(|item| item.responsibility.as_ref());
        let owner = responsibility.and_then(|held| held.value.owner);
        let name = |id| looked.names.get(&id).cloned().flatten();
        let people = who::people(looked).into_iter().map(|(id, name)| (id.to_string(), name)).collect();
        let reported = year.work.report(object, None).map(|report| report.status);
        let (status_name, color) = match object.kind {
            ObjectKind::Duty if !work::counts(year, object) => judged(year, object),
            _ => names::reported(reported),
        };
        let has_status = is_work(object.kind) && object.kind != ObjectKind::Meeting;
        let is_now = frame.year.as_ref().is_some_and(|year| year.as_of.is_none());
        Some(Self {
            address: format!("{}/objects/{object}", year_base(year.stream)),
            elsewhere: facts::elsewhere(looked, frame, object, &part.value),
            name: names::called(frame.t(names::kind(object.kind)), &part.value.label().unwrap_or_default()),
            title: names::title(part.value.title(), frame.language),
            is_gone: part.repealed.is_some(),
            reads: looked.may(UseCase::ReadWork, Some(object)),
            facts: facts::of(looked, frame, &part.value),
            days: is_work(object.kind).then(|| Days::of(object.kind, frame)),
            places: places(looked, frame, part),
            dues: work::dues(year, object).iter().map(|due| due_row(due, looked, frame, object)).collect(),
            history: lines(looked, frame, object),
            status: if has_status { frame.t(status_name) } else { "" },
            status_word: names::status_word(status),
            color,
            owner: owner.map(|owner| owner.to_string()).unwrap_or_default(),
            owner_name: owner.and_then(name).unwrap_or_default(),
            people: if looked.may(UseCase::AssignWork, Some(object)) { people } else { Vec::new() },
            version: looked.book.touched(year.stream, object).to_string(),
            takes_reports: is_now
                && has_status
                && work::counts(year, object)
                && looked.may(UseCase::ReportStatus, Some(object)),
        })
    }

    /// Returns the texts that the history refers to.
    pub(super) fn texts(&self) -> Vec<TextRef> {
        self.history.iter().flat_map(|line| line.texts.iter().copied()).collect()
    }

    /// Puts the texts in.
    pub(super) fn fill(&mut self, words: &BTreeMap<TextRef, Option<String>>, frame: &Frame) {
        for line in &mut self.history {
            let said = |text: &TextRef| words.get(text).cloned().flatten();
            let erased = || frame.t(words::ERASED).to_owned();
            line.words = line.texts.iter().map(|text| said(text).unwrap_or_else(erased)).collect();
        }
    }
}

/// Returns what was said of a duty in running text that does not count.
fn judged(year: &Year, object: ObjectId) -> (Text, &'static str) {
    let verdict = year.work.items.get(&object).and_then(|item| item.verdict.as_ref());
    match verdict.map(|verdict| &verdict.value) {
        Some(DutyVerdict::Declined) => (words::DECLINE, "neutral"),
        _ => (words::UNJUDGED, "warning"),
    }
}

fn places(looked: &Looked<'_>, frame: &Frame, part: &Part) -> Vec<(String, u32, String)> {
    let letters = letters(looked.year);
    let base = year_base(looked.year.stream);
    let place = |version: &styrbord_app::follow::events::letters::PartVersion| {
        let spot = version.value.span()?;
        let row = letters.iter().find(|row| row.letter == version.letter)?;
        let name = frame.t(names::document(row.document.kind)).to_owned();
        let line = spot.place.line;
        Some((name, line, format!("{base}/letter?letter={}#line-{line}", version.letter)))
    };
    part.history.iter().filter_map(place).collect()
}

fn due_row(due: &work::Due, looked: &Looked<'_>, frame: &Frame, object: ObjectId) -> DueRow {
    let report = |key| looked.year.work.report(object, key);
    let (key, slot) = (&due.key, due.key.slot());
    let is_said = report(Some(key)).or_else(|| report(Some(&slot))).or_else(|| report(None)).is_some();
    // What nobody said is not `not started`; of a meeting its steps tell.
    let is_said = is_said || due.status != Status::NotStarted || object.kind == ObjectKind::Meeting;
    let (status, color) = names::reported(is_said.then_some(due.status));
    let why = match due.holding {
        Holding::Letter(_) => words::BY_LETTER,
        Holding::Reckoned(_) => words::BY_RHYTHM,
        Holding::Moved(_) => words::BY_MOVE,
        Holding::Set(_) => words::BY_PERSON,
        Holding::Report(_) => words::BY_REPORT,
        Holding::Open => words::BY_NOTHING,
    };
    let is_open = !due.status.is_settled();
    let no_day = || frame.t(words::NO_DAY).to_owned();
    DueRow {
        name: due.key.part.clone().unwrap_or_else(|| frame.t(words::WHOLE).to_owned()),
        date: due.date.map_or_else(no_day, |date| written::date(date, frame.language)),
        printed: due.printed.clone(),
        why: frame.t(why),
        status: frame.t(status),
        color,
        is_late: is_open && due.status != Status::Cancelled && due.date.is_some_and(|date| date < looked.day),
    }
}
