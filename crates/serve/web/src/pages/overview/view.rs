//! What the overview of a year shows.

use super::attention::{Needs, needs};
use super::goals::{Goal, goals};
use super::money::{Money, money};
use super::news::{News, news};
use super::texts as words;
use crate::frame::{Frame, year_base};
use crate::house::House;
use crate::pages::names;
use crate::site::Looked;
use crate::written;
use std::collections::BTreeMap;
use styrbord_app::follow::events::work::{self, DueItem};
use styrbord_app::follow::events::{ObjectId, TextRef};
use styrbord_app::follow::overview;

/// How far ahead deadlines are shown, in days.
const NEAR: u16 = 30;
const FAR: u16 = 90;
/// As many of each are shown; the calendar has the rest.
const DUE_MAX: usize = 15;

/// The overview of a year.
#[derive(Default)]
pub(super) struct Seen {
    /// The agency and the year.
    pub(super) title: String,
    /// The ministry.
    pub(super) ministry: String,
    /// What needs the visitor now, and what needs others.
    pub(super) own: Needs,
    pub(super) others: Needs,
    /// How many deadlines have passed.
    pub(super) passed: usize,
    /// What is due within 30 days.
    pub(super) near: Needs,
    /// What is due after that, within 90 days.
    pub(super) far: Needs,
    /// The goals with their assignments and parameters.
    pub(super) goals: Vec<Goal>,
    /// The posts with their amounts.
    pub(super) money: Money,
    /// What changed.
    pub(super) news: News,
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

impl Seen {
    /// Shows a year.
    pub(super) fn of(house: &House, looked: &Looked<'_>, frame: &Frame) -> Self {
        let Looked { book, year, names, day, .. } = *looked;
        let Some(overview) = overview(book, year.stream, day, names) else { return Self::default() };
        let all = work::due(looked.followed, day, FAR);
        let (passed, ahead): (Vec<_>, Vec<_>) = all.into_iter().partition(|row| row.days_left < 0);
        let (near, far): (Vec<_>, Vec<_>) =
            ahead.into_iter().partition(|row| row.days_left <= i32::from(NEAR));
        let [own, others] = needs(looked, frame);
        Self {
            title: format!("{} {}", overview.agency, overview.year),
            ministry: overview.ministry.clone(),
            own,
            others,
            passed: passed.len(),
            near: due(looked, frame, &near),
            far: due(looked, frame, &far),
            goals: goals(looked, frame, &overview),
            money: money(looked, frame, &overview),
            news: news(house, looked, frame),
        }
    }

    /// Returns the texts of the reports that are shown.
    pub(super) fn texts(&self) -> Vec<TextRef> {
        self.goals.iter().flat_map(|goal| &goal.rows).filter_map(super::goals::Measured::text).collect()
    }

    /// Puts in what they say.
    pub(super) fn fill(&mut self, words: &BTreeMap<TextRef, Option<String>>) {
        self.goals.iter_mut().flat_map(|goal| &mut goal.rows).for_each(|row| row.fill(words));
    }
}

fn due(looked: &Looked<'_>, frame: &Frame, items: &[DueItem]) -> Needs {
    let told = |item: &DueItem| {
        let mut notes = vec![written::date(item.date, frame.language)];
        if let Some(day) = item.suggested {
            notes.push(words::WORKING.with(frame.language, &[&written::short_date(day)]));
        }
        if item.owner == Some(looked.visitor.person) {
            notes.push(frame.t(words::YOURS).to_owned());
        }
        row(looked, frame, item.object, notes)
    };
    let more = items.len().saturating_sub(DUE_MAX);
    Needs { rows: items.iter().take(DUE_MAX).map(told).collect(), more }
}

/// Returns an object by label and title with its address.
pub(super) fn row(looked: &Looked<'_>, frame: &Frame, object: ObjectId, notes: Vec<String>) -> Row {
    let part = looked.year.letters.parts.get(&object);
    let label = part.and_then(|part| part.value.label());
    Row {
        address: format!("{}/objects/{object}{}", year_base(looked.year.stream), frame.day_end()),
        label: label.unwrap_or_else(|| frame.t(names::kind(object.kind)).to_owned()),
        title: names::title(part.map(|part| part.value.title()).unwrap_or_default(), frame.language),
        notes,
    }
}
