//! The rows of the table, and what one may choose by.

use super::asked::{Asked, NOBODY, NOT_REPORTED, PORTION};
use super::rows::{WorkRow, Worklist};
use super::texts as words;
use crate::fields::Choice;
use crate::frame::Frame;
use crate::pages::names;
use crate::visit::Values;
use crate::written;
use std::collections::{BTreeMap, BTreeSet};
use styrbord_app::follow::events::work::Status;
use styrbord_app::texts::Text;

/// What is shown.
pub(super) struct Seen {
    pub(super) rows: Vec<Row>,
    pub(super) total: usize,
    pub(super) filters: Vec<Choice>,
    /// What can be set for several at once; nothing when the visitor may set nothing.
    pub(super) sets: Vec<Choice>,
}

/// An assignment.
pub(super) struct Row {
    pub(super) id: String,
    pub(super) version: u64,
    pub(super) may_pick: bool,
    pub(super) is_picked: bool,
    pub(super) address: String,
    pub(super) label: String,
    pub(super) title: String,
    pub(super) goal: String,
    pub(super) status: &'static str,
    pub(super) color: &'static str,
    pub(super) unit: String,
    pub(super) owner: String,
    pub(super) next: String,
    pub(super) overdue: bool,
}

impl Seen {
    /// Shows the assignments that are asked for.
    pub(super) fn of(mut list: Worklist, frame: &Frame, asked: &Asked, given: &Values) -> Self {
        let filters = filters(&list, frame, asked);
        list.narrow(asked);
        let shown = list.rows.iter().skip((asked.page - 1).saturating_mul(PORTION)).take(PORTION);
        let rows: Vec<Row> = shown.map(|row| Row::of(row, frame, given)).collect();
        let sets = if rows.iter().any(|row| row.may_pick) { sets(&list, frame, given) } else { Vec::new() };
        Self { total: list.rows.len(), rows, filters, sets }
    }
}

type Options = Vec<(String, String, bool)>;

fn choice(frame: &Frame, name: &'static str, label: Text, first: Text, options: Options) -> Choice {
    let first = (String::new(), frame.t(first).to_owned(), false);
    let options = std::iter::once(first).chain(options).collect();
    Choice { name, label: frame.t(label), options, error: None }
}

/// Returns statuses to choose, with the word of the one that is chosen.
fn statuses(frame: &Frame, chosen: &str) -> Options {
    let option = |status: &Status| {
        let word = names::status_word(*status);
        (word.to_owned(), frame.t(names::status(*status)).to_owned(), word == chosen)
    };
    Status::ALL.iter().map(option).collect()
}

fn filters(list: &Worklist, frame: &Frame, asked: &Asked) -> Vec<Choice> {
    let silent =
        (NOT_REPORTED.to_owned(), frame.t(names::NOT_REPORTED).to_owned(), asked.status == NOT_REPORTED);
    let all = std::iter::once(silent).chain(statuses(frame, &asked.status)).collect();
    let goals: BTreeSet<&str> =
        list.rows.iter().map(|row| row.goal.as_str()).filter(|goal| !goal.is_empty()).collect();
    let goals = goals.into_iter().map(|goal| (goal.to_owned(), goal.to_owned(), goal == asked.goal));
    let held = |pairs: BTreeMap<String, String>, chosen: &str| -> Options {
        let nobody = (NOBODY.to_owned(), frame.t(words::NOBODY).to_owned(), chosen == NOBODY);
        let mut pairs: Vec<(String, String)> = pairs.into_iter().collect();
        pairs.sort_by(|one, other| one.1.cmp(&other.1));
        let rest = pairs.into_iter().map(|(id, name)| {
            let is_chosen = id == chosen;
            (id, name, is_chosen)
        });
        std::iter::once(nobody).chain(rest).collect()
    };
    let units = list.rows.iter().filter_map(|row| Some((row.unit?.to_string(), row.unit_name.clone())));
    let owners = list.rows.iter().filter_map(|row| Some((row.owner?.to_string(), row.owner_name.clone())));
    let any = |name, label, options| choice(frame, name, label, words::ANY, options);
    vec![
        any("status", words::STATUS, all),
        any("goal", words::GOAL, goals.collect()),
        any("unit", words::UNIT, held(units.collect(), &asked.unit)),
        any("owner", words::OWNER, held(owners.collect(), &asked.owner)),
    ]
}

/// Returns what can be set for several at once.
fn sets(list: &Worklist, frame: &Frame, given: &Values) -> Vec<Choice> {
    let chosen = |name: &str| given.get(name).unwrap_or_default().to_owned();
    let with_nobody = |pairs: Vec<(String, String)>, chosen: &str| -> Options {
        let nobody = (NOBODY.to_owned(), frame.t(words::NOBODY).to_owned());
        let all = std::iter::once(nobody).chain(pairs);
        all.map(|(id, name)| {
            let is_chosen = id == chosen;
            (id, name, is_chosen)
        })
        .collect()
    };
    let people = list.people.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
    let units = list.units.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
    let delay = chosen("set-delay");
    let delays = names::DELAYS
        .iter()
        .map(|(_, word, name)| ((*word).to_owned(), frame.t(name).to_owned(), *word == delay));
    let set = |name, label, options| choice(frame, name, label, words::UNCHANGED, options);
    let mut sets = Vec::new();
    if list.rows.iter().any(|row| row.may.assign) {
        sets.push(set("set-unit", words::UNIT, with_nobody(units, &chosen("set-unit"))));
        sets.push(set("set-owner", words::OWNER, with_nobody(people, &chosen("set-owner"))));
    }
    sets.push(set("set-status", words::STATUS, statuses(frame, &chosen("set-status"))));
    sets.push(choice(frame, "set-delay", words::DELAY, words::NO_DELAY, delays.collect()));
    sets
}

impl Row {
    fn of(row: &WorkRow, frame: &Frame, given: &Values) -> Self {
        let (status, color) = names::reported(row.reported());
        let id = row.object.to_string();
        let base = frame.year.as_ref().map(|year| year.base.as_str()).unwrap_or_default();
        Self {
            address: format!("{base}/objects/{id}{}", frame.day_end()),
            version: row.version,
            may_pick: row.may.assign || row.may.report,
            is_picked: given.iter().any(|(name, value)| name == "row" && value == id),
            label: if row.label.is_empty() {
                frame.t(words::NO_NUMBER).to_owned()
            } else {
                row.label.clone()
            },
            title: row.title.clone(),
            goal: row.goal.clone(),
            status: frame.t(status),
            color,
            unit: row.unit_name.clone(),
            owner: row.owner_name.clone(),
            next: row.next.map(written::short_date).unwrap_or_default(),
            overdue: row.overdue,
            id,
        }
    }
}
