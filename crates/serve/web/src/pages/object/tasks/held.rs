//! What the forms need of the year: who and what there is to choose, and what holds.

use super::{Task, words};
use crate::frame::{Frame, year_base};
use crate::pages::{names, who};
use crate::problem::Problem;
use crate::site::Looked;
use crate::written;
use std::collections::BTreeMap;
use styrbord_app::Date;
use styrbord_app::access::UseCase;
use styrbord_app::follow::events::letters::Stage;
use styrbord_app::follow::events::work::{
    self, DueKey, MilestoneState, Responsibility, Schedule, Slot, Status,
};
use styrbord_app::follow::events::{ObjectId, ObjectKind, TextRef};
use styrbord_app::plan::DeadlineKind;

/// Words of forms with their names.
pub(super) type Pairs = Vec<(String, String)>;

/// What there is.
pub(super) struct Held {
    /// The address of the object's page.
    pub(super) address: String,
    /// What the object is called.
    pub(super) about: String,
    /// The number of the record that changed it last.
    pub(super) version: u64,
    pub(super) people: Pairs,
    pub(super) units: Pairs,
    /// All organisations but the agency itself.
    pub(super) organisations: Pairs,
    /// Its deadlines.
    pub(super) dues: Pairs,
    /// Those for which the letter gives no day and a person may say which days.
    pub(super) free: Pairs,
    /// Those for which it gives no day.
    pub(super) dayless: Pairs,
    /// The days that are proposed where the letter says how often.
    pub(super) proposed: BTreeMap<String, Schedule>,
    pub(super) reports: Pairs,
    /// Other work for which it may wait.
    pub(super) others: Pairs,
    /// What it waits for.
    pub(super) waits: Pairs,
    /// Who does it: of the whole under no word, of its deadlines under theirs.
    pub(super) responsible: BTreeMap<String, Responsibility>,
    /// What was reported last in this year, of the whole and of deadlines.
    pub(super) reported: Pairs,
    pub(super) is_material: Option<bool>,
    pub(super) milestones: Vec<Milestone>,
    may: BTreeMap<UseCase, bool>,
    /// What it is.
    kind: ObjectKind,
    /// Whether it is followed up by status and deadline, and can be changed.
    counts: bool,
    /// Whether it is in force, and can be changed.
    in_force: bool,
    /// Whether nothing of the year can be changed any longer.
    is_closed: bool,
}

/// A day that the agency set itself.
pub(super) struct Milestone {
    pub(super) number: u32,
    title_text: TextRef,
    pub(super) title: String,
    pub(super) day: Date,
    pub(super) state: MilestoneState,
}

impl Held {
    /// Gathers what there is of an object; none when the year does not have it.
    pub(super) fn of(looked: &Looked<'_>, frame: &Frame, object: ObjectId) -> Option<Self> {
        let year = looked.year;
        let part = year.letters.parts.get(&object)?;
        let item = year.work.items.get(&object);
        let slots = work::slots(part);
        let live: Vec<&Slot> = slots.iter().filter(|slot| slot.in_force).collect();
        let without_day = |slot: &&&Slot| slot.last().is_some_and(|last| last.deadline.date.is_none());
        // A day that is to be agreed, or that the letter gets wrong, is for the ministry to say.
        let is_free = |slot: &&&Slot| {
            let kind = slot.last().map(|last| last.deadline.kind);
            let open = matches!(kind, Some(DeadlineKind::None | DeadlineKind::Invalid));
            !(open && object.kind == ObjectKind::Assignment)
        };
        let named = |slot: &&Slot| (slot.key.to_string(), slot_name(slot, frame));
        let proposal =
            |slot: &&Slot| Some((slot.key.to_string(), work::proposed_schedule(year, object, &slot.key)?));
        let is_closed = year.letters.stage == Stage::Closed;
        let use_cases = [UseCase::AssignWork, UseCase::ReportStatus, UseCase::PlanWork];
        let may = use_cases.map(|use_case| (use_case, looked.may(use_case, Some(object))));
        Some(Self {
            address: format!("{}/objects/{object}", year_base(year.stream)),
            about: called(looked, frame, object),
            version: looked.book.touched(year.stream, object),
            people: who::people(looked).into_iter().map(|(id, name)| (id.to_string(), name)).collect(),
            units: who::units(looked).into_iter().map(|(id, name)| (id.to_string(), name)).collect(),
            organisations: who::others(looked),
            dues: dues(looked, frame, object),
            free: live.iter().filter(without_day).filter(is_free).map(named).collect(),
            dayless: live.iter().filter(without_day).map(named).collect(),
            proposed: live.iter().filter_map(proposal).collect(),
            reports: parts(looked, frame, |id| id.kind == ObjectKind::Report && id != object),
            others: parts(looked, frame, |id| {
                let waits = item.is_some_and(|item| item.depends_on.contains(&id));
                id != object && !waits && work::counts(year, id)
            }),
            waits: item
                .into_iter()
                .flat_map(|item| &item.depends_on)
                .map(|id| (id.to_string(), called(looked, frame, *id)))
                .collect(),
            responsible: responsible(looked, object),
            reported: reported(looked, frame, object),
            is_material: item.and_then(|item| item.material.as_ref()).map(|marked| marked.value),
            milestones: milestones(looked, object),
            may: may.into_iter().collect(),
            kind: object.kind,
            counts: !is_closed && work::counts(year, object) && object.kind != ObjectKind::Meeting,
            in_force: part.repealed.is_none() && !is_closed,
            is_closed,
        })
    }

    /// Tells whether a task can be done: it has something to be done to.
    ///
    /// # Errors
    /// When the visitor may not.
    pub(super) fn allows(&self, task: Task) -> Result<bool, Problem> {
        if !self.may.get(&task.use_case()).copied().unwrap_or_default() {
            return Err(Problem::Forbidden);
        }
        let (counts, is_report) = (self.counts, self.kind == ObjectKind::Report);
        Ok(match task {
            Task::Responsible | Task::Milestone => counts,
            Task::Schedule => counts && !self.free.is_empty(),
            Task::WithReport => counts && !is_report && !self.dayless.is_empty() && !self.reports.is_empty(),
            Task::Waits => counts && !self.others.is_empty(),
            Task::WaitsNoMore => !self.is_closed && !self.waits.is_empty(),
            Task::Material => self.in_force,
            Task::TakeBack => counts && !self.reported.is_empty(),
        })
    }

    /// Returns the texts that it refers to.
    pub(super) fn texts(&self) -> Vec<TextRef> {
        self.milestones.iter().map(|one| one.title_text).collect()
    }

    /// Puts the texts in.
    pub(super) fn fill(&mut self, texts: &BTreeMap<TextRef, Option<String>>, frame: &Frame) {
        for one in &mut self.milestones {
            let said = texts.get(&one.title_text).cloned().flatten();
            one.title = said.unwrap_or_else(|| frame.t(words::ERASED).to_owned());
        }
    }
}

/// Returns number and title of a part, or its id where the year does not have it.
pub(in crate::pages::object) fn called(looked: &Looked<'_>, frame: &Frame, object: ObjectId) -> String {
    let Some(part) = looked.year.letters.parts.get(&object) else { return object.to_string() };
    let label = part.value.label().unwrap_or_default();
    let title = names::title(part.value.title(), frame.language);
    format!("{} {label} {title}", frame.t(names::kind(object.kind))).replace("  ", " ")
}

fn slot_name(slot: &Slot, frame: &Frame) -> String {
    let name = slot.key.part.clone().unwrap_or_else(|| frame.t(words::WHOLE).to_owned());
    let printed = slot.last().map(|last| last.deadline.printed.clone()).unwrap_or_default();
    if printed.is_empty() { name } else { format!("{name}: {printed}") }
}

fn due_name(due: &work::Due, frame: &Frame) -> String {
    let name = due.key.part.clone().unwrap_or_else(|| frame.t(words::WHOLE).to_owned());
    let day = due.date.map(|date| written::date(date, frame.language)).unwrap_or_default();
    format!("{name} {day}").trim().to_owned()
}

fn dues(looked: &Looked<'_>, frame: &Frame, object: ObjectId) -> Pairs {
    let all = work::dues(looked.year, object);
    all.iter().map(|due| (due.key.to_string(), due_name(due, frame))).collect()
}

fn parts(looked: &Looked<'_>, frame: &Frame, wanted: impl Fn(ObjectId) -> bool) -> Pairs {
    let all = looked.year.letters.in_force().filter(|(id, _)| wanted(*id));
    all.map(|(id, _)| (id.to_string(), called(looked, frame, id))).collect()
}

fn responsible(looked: &Looked<'_>, object: ObjectId) -> BTreeMap<String, Responsibility> {
    let Some(item) = looked.year.work.items.get(&object) else { return BTreeMap::new() };
    let whole = item.responsibility.iter().map(|held| (String::new(), held.value.clone()));
    let of_due = |(key, state): (&DueKey, &work::DueState)| {
        Some((key.to_string(), state.responsibility.as_ref()?.value.clone()))
    };
    whole.chain(item.dues.iter().filter_map(of_due)).collect()
}

/// Returns what was reported last in this year and can be taken back, with what held before it.
fn reported(looked: &Looked<'_>, frame: &Frame, object: ObjectId) -> Pairs {
    let Some(item) = looked.year.work.items.get(&object) else { return Vec::new() };
    let is_settled = looked.year.work.status(object).is_settled();
    let keys = item.dues.keys().filter(|_| !is_settled).map(|key| Some(key.clone()));
    let dues = work::dues(looked.year, object);
    let said = |status: Option<Status>| frame.t(names::reported(status).0);
    let one = |key: Option<DueKey>| {
        let mut standing = item.standing(key.as_ref());
        let last = standing.pop().filter(|last| item.is_of_this_year(last))?;
        let before = standing.last().map(|before| before.status);
        let name = match &key {
            None => frame.t(words::WHOLE).to_owned(),
            Some(key) => {
                let due = dues.iter().find(|due| due.key == *key);
                due.map_or_else(|| key.to_string(), |due| due_name(due, frame))
            }
        };
        let change = words::BACK_TO.with(frame.language, &[&said(Some(last.status)), &said(before)]);
        Some((key.map(|key| key.to_string()).unwrap_or_default(), format!("{name}: {change}")))
    };
    std::iter::once(None).chain(keys).filter_map(one).collect()
}

fn milestones(looked: &Looked<'_>, object: ObjectId) -> Vec<Milestone> {
    let Some(item) = looked.year.work.items.get(&object) else { return Vec::new() };
    let one = |(number, version): (&u32, &styrbord_app::follow::events::Version<work::Milestone>)| {
        let work::Milestone { title, day, state } = version.value;
        Milestone { number: *number, title_text: title, title: String::new(), day, state }
    };
    item.milestones.iter().map(one).collect()
}
