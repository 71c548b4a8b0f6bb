//! The fields of the forms, with what holds.

use super::held::{Held, Pairs};
use super::{Task, words};
use crate::fields::Kind;
use crate::frame::Frame;
use crate::pages::measured;
use crate::pages::task::{Filler, Input};
use crate::written;
use styrbord_app::follow::events::work::MilestoneState;
use styrbord_app::texts::Text;

/// How far a day of the agency's own is, with its word in forms.
pub(in crate::pages::object) const STATES: [(MilestoneState, &str, Text); 3] = [
    (MilestoneState::Open, "open", words::OPEN),
    (MilestoneState::Reached, "reached", words::REACHED),
    (MilestoneState::Dropped, "dropped", words::DROPPED),
];

/// Returns the fields of a task.
pub(super) fn of(fill: &Filler<'_>, held: &Held, task: Task) -> Vec<Input> {
    match task {
        Task::Responsible => responsible(fill, held),
        Task::Milestone => milestone(fill, held),
        Task::Schedule => schedule(fill, held),
        Task::WithReport => vec![
            fill.choice("due", words::DUE, held.dayless.clone(), ""),
            fill.choice("report", words::REPORT, held.reports.clone(), ""),
        ],
        Task::Waits => vec![fill.choice("on", words::WAITS_ON, held.others.clone(), ""), comment(fill)],
        Task::WaitsNoMore => {
            vec![fill.choice("on", words::WAITS_ON, held.waits.clone(), ""), comment(fill)]
        }
        Task::Material => {
            let yes_no = [("yes", words::IS_MATERIAL), ("no", words::NOT_MATERIAL)];
            let known = if held.is_material == Some(true) { "no" } else { "yes" };
            vec![
                fill.choice("material", words::MATERIAL, named(fill.frame, &yes_no), known),
                Input::Field(fill.must("why", Kind::Long, words::REASON, "")),
            ]
        }
        Task::TakeBack => vec![
            fill.choice("due", words::WHAT, held.reported.clone(), ""),
            Input::Field(fill.must("reason", Kind::Long, words::REASON, "")),
        ],
    }
}

fn comment(fill: &Filler<'_>) -> Input {
    Input::Field(fill.may("comment", Kind::Long, words::COMMENT, ""))
}

fn named(frame: &Frame, words: &[(&str, Text)]) -> Pairs {
    words.iter().map(|(word, name)| ((*word).to_owned(), frame.t(*name).to_owned())).collect()
}

/// Returns choices with one for nobody or nothing before them.
fn or_none(fill: &Filler<'_>, none: Text, pairs: &Pairs) -> Pairs {
    let first = (String::new(), fill.frame.t(none).to_owned());
    std::iter::once(first).chain(pairs.iter().cloned()).collect()
}

fn responsible(fill: &Filler<'_>, held: &Held) -> Vec<Input> {
    let due = fill.value("due", "");
    // What nobody said of a deadline is as of the whole.
    let known = held.responsible.get(&due).or_else(|| held.responsible.get("")).cloned().unwrap_or_default();
    let id = |id: Option<String>| id.unwrap_or_default();
    let partners: Vec<String> = known.partners.iter().map(ToString::to_string).collect();
    let mut inputs = vec![
        fill.choice("due", words::DUE, or_none(fill, words::WHOLE, &held.dues), ""),
        fill.choice(
            "owner",
            words::OWNER,
            or_none(fill, words::NOBODY, &held.people),
            &id(known.owner.map(|one| one.to_string())),
        ),
        fill.choice(
            "unit",
            words::UNIT,
            or_none(fill, words::NO_UNIT, &held.units),
            &id(known.unit.map(|one| one.to_string())),
        ),
        fill.choice(
            "lead",
            words::LEAD,
            or_none(fill, words::OURSELVES, &held.organisations),
            &id(known.lead.map(|one| one.to_string())),
        ),
    ];
    if !held.organisations.is_empty() {
        inputs.push(fill.checks("partners", words::PARTNERS, held.organisations.clone(), &partners));
    }
    inputs
}

fn milestone(fill: &Filler<'_>, held: &Held) -> Vec<Input> {
    let asked = fill.value("milestone", "");
    let known = held.milestones.iter().find(|one| one.number.to_string() == asked);
    let all: Pairs = held.milestones.iter().map(|one| (one.number.to_string(), one.title.clone())).collect();
    let state = known.map_or(MilestoneState::Open, |one| one.state);
    let state = STATES.iter().find(|(one, ..)| *one == state).map_or("open", |(_, word, _)| word);
    let states: Vec<(&str, Text)> = STATES.iter().map(|(_, word, name)| (*word, *name)).collect();
    let day = known.map(|one| written::short_date(one.day)).unwrap_or_default();
    let title = known.map(|one| one.title.clone()).unwrap_or_default();
    vec![
        fill.choice("milestone", words::WHICH, or_none(fill, words::NEW_ONE, &all), ""),
        Input::Field(fill.must("title", Kind::Text, words::TO_BE_DONE, title)),
        Input::Field(fill.must("day", Kind::Text, words::DAY, day).hint(fill.frame.t(words::DAY_HINT))),
        fill.choice("state", words::STATE, named(fill.frame, &states), state),
        comment(fill),
    ]
}

fn schedule(fill: &Filler<'_>, held: &Held) -> Vec<Input> {
    let first_due = held.free.first().map(|(key, _)| key.clone()).unwrap_or_default();
    let due = fill.value("due", first_due);
    let proposed = held.proposed.get(&due);
    let rhythms: Vec<(&str, Text)> = measured::RHYTHMS.iter().map(|(_, word, name)| (*word, *name)).collect();
    let rhythm = proposed.and_then(|one| measured::RHYTHMS.iter().find(|(of, ..)| *of == one.frequency));
    let first = proposed.map(|one| written::short_date(one.first)).unwrap_or_default();
    vec![
        fill.choice("due", words::DUE, held.free.clone(), &due),
        fill.choice(
            "frequency",
            words::HOW_OFTEN,
            named(fill.frame, &rhythms),
            rhythm.map_or("yearly", |(_, word, _)| word),
        ),
        Input::Field(
            fill.must("first", Kind::Text, words::FIRST_DAY, first).hint(fill.frame.t(words::DAY_HINT)),
        ),
        comment(fill),
    ]
}
