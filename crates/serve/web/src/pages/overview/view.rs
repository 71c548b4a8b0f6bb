//! What the overview of a year shows.

use super::texts as words;
use crate::frame::{Frame, year_base};
use crate::pages::names;
use crate::site::Looked;
use crate::written;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use styrbord_app::follow::events::ObjectId;
use styrbord_app::follow::events::work::{self, Attention, Concern, Status};
use styrbord_app::follow::{Overview, overview};

/// As many things that need somebody are shown at once.
const ATTENTION_MAX: usize = 12;
/// As many changes.
const CHANGES_MAX: usize = 8;
/// How far ahead deadlines are shown, in days.
const NEAR: u16 = 30;
const FAR: u16 = 90;

/// The overview of a year.
#[derive(Default)]
pub(super) struct Seen {
    /// The agency and the year.
    pub(super) title: String,
    /// The ministry.
    pub(super) ministry: String,
    /// What needs somebody now, each with why.
    pub(super) attention: Vec<Row>,
    /// How many more there are.
    pub(super) more: usize,
    /// How many deadlines have passed.
    pub(super) passed: usize,
    /// What is due within 30 days.
    pub(super) near: Vec<Row>,
    /// What is due after that, within 90 days.
    pub(super) far: Vec<Row>,
    /// The goals with their assignments.
    pub(super) goals: Vec<Goal>,
    /// The posts with their amounts.
    pub(super) posts: Vec<(String, String, String)>,
    /// Their sum.
    pub(super) total: String,
    /// The sum of the incomes, which are not in the total; none when there are none.
    pub(super) income: Option<String>,
    /// What changed last: the day, and what.
    pub(super) changes: Vec<Row>,
}

/// Something with a link.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// Its address.
    pub(super) address: String,
    /// What it is: kind or number.
    pub(super) label: String,
    /// Its title.
    pub(super) title: String,
    /// Why it is here, or its day.
    pub(super) notes: Vec<String>,
}

/// A goal.
pub(super) struct Goal {
    pub(super) label: String,
    pub(super) title: String,
    pub(super) total: usize,
    pub(super) overdue: usize,
    /// Statuses with their colours and counts.
    pub(super) statuses: Vec<(&'static str, String)>,
}

impl Seen {
    /// Shows a year.
    pub(super) fn of(looked: &Looked<'_>, frame: &Frame) -> Self {
        let Looked { book, year, names, day, .. } = *looked;
        let Some(overview) = overview(book, year.stream, day, names) else { return Self::default() };
        let (attention, more) = attention(looked, frame);
        let due = |row: &work::DueItem| {
            let mut notes = vec![written::date(row.date, frame.language)];
            if let Some(day) = row.suggested {
                notes.push(words::WORKING.with(frame.language, &[&written::short_date(day)]));
            }
            let label = row.label.clone().unwrap_or_else(|| kind_name(row.object, frame));
            Row {
                address: address(looked, frame, row.object),
                label,
                title: names::title(&row.title, frame.language),
                notes,
            }
        };
        let all = work::due(looked.followed, day, FAR);
        let (passed, ahead): (Vec<_>, Vec<_>) = all.iter().partition(|row| row.days_left < 0);
        let (near, far): (Vec<_>, Vec<_>) =
            ahead.into_iter().partition(|row| row.days_left <= i32::from(NEAR));
        Self {
            title: format!("{} {}", overview.agency, overview.year),
            ministry: overview.ministry.clone(),
            attention,
            more,
            passed: passed.len(),
            near: near.into_iter().map(due).collect(),
            far: far.into_iter().map(due).collect(),
            goals: goals(looked, frame, &overview),
            posts: overview.posts.iter().map(|post| post_row(post, frame)).collect(),
            total: written::amount(overview.total_nok),
            income: overview.income_nok.map(written::amount),
            changes: changes(looked, frame),
        }
    }
}

fn post_row(post: &styrbord_app::follow::PostRow, frame: &Frame) -> (String, String, String) {
    let amount = post.amount_nok.map_or_else(|| frame.t(words::NO_AMOUNT).to_owned(), written::amount);
    (post.label.clone(), post.title.clone(), amount)
}

fn kind_name(object: ObjectId, frame: &Frame) -> String {
    frame.t(names::kind(object.kind)).to_owned()
}

fn address(looked: &Looked<'_>, frame: &Frame, object: ObjectId) -> String {
    format!("{}/objects/{object}{}", year_base(looked.year.stream), frame.day_end())
}

fn row(looked: &Looked<'_>, frame: &Frame, object: ObjectId, notes: Vec<String>) -> Row {
    let part = looked.year.letters.parts.get(&object);
    let label = part.and_then(|part| part.value.label()).unwrap_or_else(|| kind_name(object, frame));
    let title = names::title(part.map(|part| part.value.title()).unwrap_or_default(), frame.language);
    Row { address: address(looked, frame, object), label, title, notes }
}

/// Gathers the concerns of each object; those that are overdue longest come first.
fn attention(looked: &Looked<'_>, frame: &Frame) -> (Vec<Row>, usize) {
    let mut by_object: BTreeMap<ObjectId, Vec<Attention>> = BTreeMap::new();
    for one in work::needs_attention(looked.followed, looked.day) {
        by_object.entry(one.object).or_default().push(one);
    }
    let late = |one: &Attention| match one.concern {
        Concern::Overdue { days } => days,
        _ => 0,
    };
    let latest = |all: &[Attention]| all.iter().map(late).max().unwrap_or_default();
    let mut objects: Vec<(ObjectId, Vec<Attention>)> = by_object.into_iter().collect();
    objects.sort_by_key(|(object, all)| (Reverse(latest(all)), *object));
    let more = objects.len().saturating_sub(ATTENTION_MAX);
    let rows = objects.into_iter().take(ATTENTION_MAX).map(|(object, all)| {
        let mut notes: Vec<String> = Vec::new();
        let latest = latest(&all);
        // Of several deadlines the one that passed first says it.
        for one in all.into_iter().filter(|one| late(one) == 0 || late(one) == latest) {
            let (text, number) = names::concern(one.concern);
            let note = match number {
                Some(number) => frame.with(text, number),
                None => frame.t(text).to_owned(),
            };
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
        row(looked, frame, object, notes)
    });
    (rows.collect(), more)
}

fn goals(looked: &Looked<'_>, frame: &Frame, overview: &Overview) -> Vec<Goal> {
    let summaries = work::by_goal(looked.followed, looked.day);
    let status = |(status, number): (Option<Status>, u32)| {
        let (name, color) = names::reported(status);
        (color, format!("{}: {number}", frame.t(name)))
    };
    let goal = |row: &styrbord_app::follow::PartRow| {
        let summary = summaries.iter().find(|summary| summary.goal == Some(row.part));
        Goal {
            label: row.label.clone().unwrap_or_default(),
            title: row.title.clone(),
            total: summary.map_or(0, |summary| summary.in_force as usize),
            overdue: summary.map_or(0, |summary| summary.overdue as usize),
            statuses: summary
                .map(|summary| by_report(&summary.statuses, row, overview).into_iter().map(status).collect())
                .unwrap_or_default(),
        }
    };
    overview.goals.iter().map(goal).collect()
}

/// Counts those that nobody has reported on apart from those that are not started.
fn by_report(
    statuses: &BTreeMap<Status, u32>,
    goal: &styrbord_app::follow::PartRow,
    overview: &Overview,
) -> Vec<(Option<Status>, u32)> {
    let of_goal = overview.assignments.iter().filter(|row| row.goal.is_some() && row.goal == goal.label);
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

/// Returns what people and letters changed last, the latest first.
fn changes(looked: &Looked<'_>, frame: &Frame) -> Vec<Row> {
    let year = looked.year;
    let mut last: Vec<(u64, ObjectId)> = year
        .touched
        .iter()
        .filter(|(object, _)| year.work.items.get(object).is_some_and(|item| !item.log.is_empty()))
        .map(|(object, seq)| (*seq, *object))
        .collect();
    last.sort_unstable_by(|one, other| other.cmp(one));
    let change = |(_, object): (u64, ObjectId)| {
        let stamp = work::history(year, object).last().map(|entry| entry.stamp);
        let day = stamp.map(|stamp| written::date(stamp.on, frame.language)).unwrap_or_default();
        let reported = year.work.report(object, None).map(|report| report.status);
        let status = frame.t(names::reported(reported).0).to_owned();
        row(looked, frame, object, vec![day, status])
    };
    last.into_iter().take(CHANGES_MAX).map(change).collect()
}
