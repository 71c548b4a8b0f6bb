//! How the goals stand: their assignments by status, and the figures of their parameters.

use super::texts as words;
use crate::frame::Frame;
use crate::pages::{names, parameters};
use crate::site::Looked;
use std::collections::BTreeMap;
use styrbord_app::follow::events::work::{self, GoalSummary, Status};
use styrbord_app::follow::events::{ObjectId, TextRef};
use styrbord_app::follow::{Overview, PartRow};

/// As many letters of what a report says are shown; the rest stands on the page of the parameter.
const SAID_MAX: usize = 160;

/// A goal.
pub(super) struct Goal {
    /// Unique on the page.
    pub(super) id: String,
    pub(super) is_below: bool,
    pub(super) label: String,
    pub(super) title: String,
    /// Empty for what stands under no goal.
    pub(super) address: String,
    pub(super) total: usize,
    pub(super) overdue: usize,
    /// Statuses with their colours and counts.
    pub(super) statuses: Vec<(&'static str, String)>,
    pub(super) rows: Vec<Measured>,
}

/// A parameter with one of its series, or without.
pub(super) struct Measured {
    pub(super) row: parameters::Row,
    /// What the report says of it, in its own words.
    pub(super) said: String,
}

/// Returns the goals in the order of the letter, then what stands under none, and the agency's own indicators.
pub(super) fn goals(looked: &Looked<'_>, frame: &Frame, overview: &Overview) -> Vec<Goal> {
    let summaries = work::by_goal(looked.followed, looked.day);
    let of = |goal: Option<ObjectId>| summaries.iter().find(|summary| summary.goal == goal);
    let parameters::Seen { goals, own, .. } = parameters::Seen::of(looked, frame);
    let mut shown: Vec<Goal> = Vec::new();
    for goal in goals {
        let id: Option<ObjectId> = goal.id.parse().ok();
        let part = overview.goals.iter().find(|row| Some(row.part) == id);
        shown.push(told(goal, of(id), part, overview, frame));
    }
    if let Some(summary) = of(None)
        && !shown.iter().any(|goal| goal.address.is_empty())
    {
        shown.push(told(
            without("no-goal", frame.t(words::NO_GOAL), vec![]),
            Some(summary),
            None,
            overview,
            frame,
        ));
    }
    if !own.is_empty() {
        shown.push(told(without("own", frame.t(words::OWN), own), None, None, overview, frame));
    }
    shown
}

fn without(id: &str, title: &str, rows: Vec<parameters::Row>) -> parameters::Goal {
    parameters::Goal {
        id: id.to_owned(),
        is_below: false,
        label: String::new(),
        title: title.to_owned(),
        address: String::new(),
        rows,
        assignments: Vec::new(),
    }
}

fn told(
    goal: parameters::Goal,
    summary: Option<&GoalSummary>,
    part: Option<&PartRow>,
    overview: &Overview,
    frame: &Frame,
) -> Goal {
    let status = |(status, number): (Option<Status>, u32)| {
        let (name, color) = names::reported(status);
        (color, format!("{}: {number}", frame.t(name)))
    };
    let statuses = summary.map(|summary| by_report(&summary.statuses, part, overview)).unwrap_or_default();
    // What nobody measures is told of parameters alone; the page of parameters has the rest.
    let is_shown = |row: &parameters::Row| {
        row.series.is_some() || row.is_hidden || row.is_parameter || row.kind.is_empty()
    };
    Goal {
        id: goal.id,
        is_below: goal.is_below,
        label: goal.label,
        title: goal.title,
        address: goal.address,
        total: summary.map_or(0, |summary| summary.in_force as usize),
        overdue: summary.map_or(0, |summary| summary.overdue as usize),
        statuses: statuses.into_iter().map(status).collect(),
        rows: goal
            .rows
            .into_iter()
            .filter(is_shown)
            .map(|row| Measured { row, said: String::new() })
            .collect(),
    }
}

/// Counts those that nobody has reported on apart from those that are not started.
fn by_report(
    statuses: &BTreeMap<Status, u32>,
    goal: Option<&PartRow>,
    overview: &Overview,
) -> Vec<(Option<Status>, u32)> {
    let label = goal.and_then(|goal| goal.label.as_ref());
    let of_goal = overview.assignments.iter().filter(|row| label.is_some() && row.goal.as_ref() == label);
    let silent = of_goal.filter(|row| !row.reported).count() as u32;
    let idle = statuses.get(&Status::NotStarted).copied().unwrap_or_default();
    let silent = silent.min(idle);
    let counted = |(status, number): (&Status, &u32)| {
        let own = if *status == Status::NotStarted { number - silent } else { *number };
        (Some(*status), own)
    };
    let counts = std::iter::once((None, silent)).chain(statuses.iter().map(counted));
    counts.filter(|(_, number)| *number > 0).collect()
}

impl Goal {
    /// Tells whether a report says what any of its figures mean.
    pub(super) fn is_assessed(&self) -> bool {
        self.rows.iter().any(|row| !row.said.is_empty())
    }
}

impl Measured {
    /// Returns the text that the report has of it.
    pub(super) fn text(&self) -> Option<TextRef> {
        self.row.assessed.as_ref().map(|(_, text)| *text)
    }

    /// Puts in what the report says, cut where it is long.
    pub(super) fn fill(&mut self, words: &BTreeMap<TextRef, Option<String>>) {
        let Some((period, text)) = &self.row.assessed else { return };
        let Some(Some(said)) = words.get(text) else { return };
        let cut: String = said.chars().take(SAID_MAX).collect();
        let rest = if said.chars().count() > SAID_MAX { "…" } else { "" };
        self.said = format!("{period}: {}{rest}", cut.trim_end());
    }
}
