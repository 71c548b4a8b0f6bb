//! What people added to an object beside its status: who takes part, what it waits for, days of the agency's own, and
//! the pages where more is done.

use super::tasks::{self, STATES, called};
use super::texts as words;
use crate::frame::{Frame, year_base};
use crate::site::Looked;
use crate::written;
use std::collections::BTreeMap;
use styrbord_app::access::UseCase;
use styrbord_app::follow::events::work::{self, Milestone, MilestoneState};
use styrbord_app::follow::events::{ObjectId, OrganisationId, TextRef, Version};

/// What people added.
pub(super) struct More {
    /// Names with values.
    pub(super) facts: Vec<(&'static str, String)>,
    /// What it waits for: name and address.
    pub(super) waits: Vec<(String, String)>,
    pub(super) milestones: Vec<MilestoneRow>,
    /// The pages where more is done: address and name.
    pub(super) tasks: Vec<(String, &'static str)>,
}

/// A day that the agency set itself.
pub(super) struct MilestoneRow {
    text: TextRef,
    pub(super) title: String,
    pub(super) day: String,
    pub(super) state: &'static str,
    pub(super) color: &'static str,
    pub(super) is_late: bool,
    /// Where it is changed; empty for who may not.
    pub(super) change: String,
}

impl More {
    /// Gathers what people added to an object.
    pub(super) fn of(looked: &Looked<'_>, frame: &Frame, object: ObjectId) -> Self {
        let tasks = tasks::links(looked, frame, object);
        let reads = looked.may(UseCase::ReadWork, Some(object));
        let Some(item) = looked.year.work.items.get(&object).filter(|_| reads) else {
            return Self { facts: Vec::new(), waits: Vec::new(), milestones: Vec::new(), tasks };
        };
        let base = format!("{}/objects", year_base(looked.year.stream));
        let wait = |on: &ObjectId| (called(looked, frame, *on), format!("{base}/{on}{}", frame.day_end()));
        let is_settled = looked.year.work.status(object).is_settled();
        let milestones = item.milestones.iter().map(|(number, version)| {
            let may = tasks.iter().find(|(address, _)| address.ends_with("/milestone"));
            let change = may.map(|(address, _)| format!("{address}?milestone={number}"));
            MilestoneRow::of(version, looked, frame, (is_settled, change.unwrap_or_default()))
        });
        Self {
            facts: facts(looked, frame, item),
            waits: item.depends_on.iter().map(wait).collect(),
            milestones: milestones.collect(),
            tasks,
        }
    }

    /// Returns the texts that it refers to.
    pub(super) fn texts(&self) -> Vec<TextRef> {
        self.milestones.iter().map(|one| one.text).collect()
    }

    /// Puts the texts in.
    pub(super) fn fill(&mut self, texts: &BTreeMap<TextRef, Option<String>>, frame: &Frame) {
        for one in &mut self.milestones {
            let said = texts.get(&one.text).cloned().flatten();
            one.title = said.unwrap_or_else(|| frame.t(words::ERASED).to_owned());
        }
    }
}

impl MilestoneRow {
    fn of(
        version: &Version<Milestone>,
        looked: &Looked<'_>,
        frame: &Frame,
        (is_settled, change): (bool, String),
    ) -> Self {
        let Milestone { title, day, state } = version.value;
        let color = match state {
            MilestoneState::Open => "info",
            MilestoneState::Reached => "success",
            MilestoneState::Dropped => "neutral",
        };
        Self {
            text: title,
            title: String::new(),
            day: written::date(day, frame.language),
            state: STATES.iter().find(|(one, ..)| *one == state).map_or("", |(.., name)| frame.t(*name)),
            color,
            is_late: state == MilestoneState::Open && !is_settled && day < looked.day,
            change,
        }
    }
}

fn facts(looked: &Looked<'_>, frame: &Frame, item: &work::Item) -> Vec<(&'static str, String)> {
    let directory = &looked.book.directory;
    let organisation = |id: &OrganisationId| directory.organisations.get(id).map(|one| one.name.clone());
    let held = item.responsibility.as_ref().map(|held| &held.value);
    let lead = held.and_then(|held| organisation(&held.lead?));
    let partners: Vec<String> =
        held.into_iter().flat_map(|held| &held.partners).filter_map(organisation).collect();
    let name = |id| looked.names.get(&id).cloned().flatten();
    let part = |(key, state): (&work::DueKey, &work::DueState)| {
        let held = &state.responsibility.as_ref()?.value;
        let unit = held.unit.and_then(|unit| Some(directory.units.get(&unit)?.name.clone()));
        let all = [held.owner.and_then(name), unit, held.lead.as_ref().and_then(organisation)];
        let who: Vec<String> = all.into_iter().flatten().collect();
        let part = key.part.clone().unwrap_or_else(|| frame.t(words::WHOLE).to_owned());
        (!who.is_empty()).then(|| format!("{part}: {}", who.join(", ")))
    };
    let parts: Vec<String> = item.dues.iter().filter_map(part).collect();
    let material = item.material.as_ref().filter(|marked| marked.value);
    let material = material.map(|_| frame.t(words::YES).to_owned());
    let all = [
        (words::SET_LEAD, lead.unwrap_or_default()),
        (words::SET_PARTNERS, partners.join(", ")),
        (words::PART_HOLDERS, parts.join("; ")),
        (words::MATERIAL, material.unwrap_or_default()),
    ];
    let said = all.into_iter().filter(|(_, value)| !value.is_empty());
    said.map(|(name, value)| (frame.t(name), value)).collect()
}
