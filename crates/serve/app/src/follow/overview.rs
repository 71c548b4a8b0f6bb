//! A year at a glance: what its letters hold and how far it is.

use serde::Serialize;
use std::collections::BTreeMap;
use styrbord_calendar::Date;
use styrbord_events::directory::OrganisationKind;
use styrbord_events::letters::{Document, PartValue, Stage};
use styrbord_events::work::{self, Status};
use styrbord_events::{Book, ObjectId, ObjectKind, PersonId, Stream, TextRef, Year};
use styrbord_money::Nok;

/// Names of people by id; none for one that was erased.
pub type Names = BTreeMap<PersonId, Option<String>>;

/// A year at a glance, as of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Overview {
    /// The year's line of history, as `organisation-1/2025`.
    pub stream: Stream,
    /// The name of the agency.
    pub agency: String,
    /// The name of the ministry.
    pub ministry: String,
    /// The budget year.
    pub year: i16,
    /// How far it is.
    pub stage: Stage,
    /// Whether the data are simulated.
    pub simulated: bool,
    /// The year that it was opened from.
    pub opened_from: Option<i16>,
    /// The day on which this holds.
    pub day: Date,
    /// The documents, in the order in which they were taken in.
    pub letters: Vec<LetterRow>,
    /// The goals.
    pub goals: Vec<PartRow>,
    /// The assignments.
    pub assignments: Vec<AssignmentRow>,
    /// What is announced and has not come.
    pub awaited: Vec<PartRow>,
    /// The posts by chapter.
    pub posts: Vec<PostRow>,
    /// The sum of the amounts of those of spending.
    pub total_nok: Nok,
    /// The sum of the amounts of those of income; none when there are none.
    pub income_nok: Option<Nok>,
    /// How many parts of each other kind the year holds.
    pub counts: BTreeMap<ObjectKind, usize>,
    /// The duties in running text that nobody has confirmed or declined.
    pub unconfirmed_duties: usize,
}

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LetterRow {
    /// Its id.
    pub letter: ObjectId,
    /// What it is.
    #[serde(flatten)]
    pub document: Document,
    /// The day from which it holds.
    pub on: Date,
}

/// A part of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartRow {
    /// Its id.
    pub part: ObjectId,
    /// Its number or label, as printed.
    pub label: Option<String>,
    /// Its title or text, as printed.
    pub title: String,
    /// When it is expected, as printed, for what is announced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
    /// The letter that says so.
    pub letter: ObjectId,
    /// The line there.
    pub line: Option<u32>,
}

/// An assignment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AssignmentRow {
    /// Id, number, title and place.
    #[serde(flatten)]
    pub row: PartRow,
    /// The label of the goal that it serves.
    pub goal: Option<String>,
    /// How far it is.
    pub status: Status,
    /// Whether anybody has reported that; if not, the status is what a year begins with and nobody's word.
    pub reported: bool,
    /// The person who answers for it.
    pub owner: Option<PersonId>,
    /// The name of that person; none when it was erased.
    pub owner_name: Option<String>,
    /// The next deadline that is not met.
    pub next: Option<Date>,
    /// The part of the assignment that it is for.
    pub next_part: Option<String>,
    /// Whether it has passed.
    pub overdue: bool,
    /// What it was in the year before, when it was carried over.
    pub carried: Option<ObjectId>,
}

/// A post of the budget.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PostRow {
    /// Its id.
    pub part: ObjectId,
    /// Its number, `671.60`.
    pub label: String,
    /// Its title.
    pub title: String,
    /// What is allocated.
    pub amount_nok: Option<Nok>,
    /// The letter that says so.
    pub letter: ObjectId,
}

/// Returns the references of the names of all people, to be asked of the journal.
pub fn name_references(book: &Book) -> BTreeMap<PersonId, TextRef> {
    book.directory.people.iter().map(|(id, person)| (*id, person.name)).collect()
}

/// Returns a year at a glance; none when the book does not have it.
pub fn overview(book: &Book, stream: Stream, day: Date, names: &Names) -> Option<Overview> {
    let year = book.years.get(&stream)?;
    let state = &year.letters;
    let of_kind = |kind: ObjectKind| state.in_force_of(kind);
    let mut posts: Vec<PostRow> = of_kind(ObjectKind::Post)
        .map(|(id, part)| PostRow {
            part: id,
            label: part.value.label().unwrap_or_default(),
            title: part.value.title().to_owned(),
            amount_nok: amount(&part.value),
            letter: part.letter,
        })
        .collect();
    posts.sort_by_key(|post| number(&post.label));
    let mut counts: BTreeMap<ObjectKind, usize> = BTreeMap::new();
    for (id, _) in state.in_force() {
        *counts.entry(id.kind).or_default() += 1;
    }
    let unconfirmed = of_kind(ObjectKind::Duty)
        .filter(|(id, _)| year.work.items.get(id).is_none_or(|item| item.verdict.is_none()));
    let name = |id| book.directory.organisations.get(&id).map(|one| one.name.clone()).unwrap_or_default();
    Some(Overview {
        stream,
        agency: name(year.agency),
        ministry: name(year.ministry),
        year: year.year,
        stage: state.stage,
        simulated: year.simulated,
        opened_from: state.from,
        day,
        letters: letters(year),
        goals: of_kind(ObjectKind::Goal).map(|(id, _)| row(year, id)).collect(),
        assignments: of_kind(ObjectKind::Assignment)
            .map(|(id, _)| assignment(year, id, day, names))
            .collect(),
        awaited: state.awaited().map(|(id, _)| row(year, id)).collect(),
        total_nok: sum(&posts, false),
        income_nok: posts.iter().any(is_income).then(|| sum(&posts, true)),
        posts,
        unconfirmed_duties: unconfirmed.count(),
        counts,
    })
}

/// Returns the documents of a year.
pub fn letters(year: &Year) -> Vec<LetterRow> {
    let row = |(id, letter): (&ObjectId, &styrbord_events::letters::Letter)| LetterRow {
        letter: *id,
        document: letter.document.clone(),
        on: letter.stamp.on,
    };
    year.letters.letters.iter().map(row).collect()
}

/// Returns a part with its place.
pub fn row(year: &Year, id: ObjectId) -> PartRow {
    let part = year.letters.parts.get(&id);
    let value = part.map(|part| &part.value);
    PartRow {
        part: id,
        label: value.and_then(PartValue::label),
        title: value.map(|value| value.title().to_owned()).unwrap_or_default(),
        expected: value.and_then(|value| match value {
            PartValue::Announcement(one) => one.expected.clone(),
            _ => None,
        }),
        letter: part.map_or(id, |part| part.letter),
        line: value.and_then(PartValue::span).map(|spot| spot.place.line),
    }
}

fn assignment(year: &Year, id: ObjectId, day: Date, names: &Names) -> AssignmentRow {
    let part = year.letters.parts.get(&id);
    let goal = part.and_then(|part| match &part.value {
        PartValue::Assignment(one) => one.goal_label.clone(),
        _ => None,
    });
    let item = year.work.items.get(&id);
    let owner = item.and_then(|item| item.responsibility.as_ref()?.value.owner);
    let status = year.work.status(id);
    let open =
        work::dues(year, id).into_iter().filter(|due| !due.status.is_settled() && !status.is_settled());
    let next = open.filter(|due| due.date.is_some()).min_by_key(|due| due.date);
    AssignmentRow {
        row: row(year, id),
        goal,
        status,
        reported: year.work.report(id, None).is_some(),
        owner,
        owner_name: owner.and_then(|owner| names.get(&owner).cloned().flatten()),
        overdue: next.as_ref().and_then(|due| due.date).is_some_and(|date| date < day),
        next_part: next.as_ref().and_then(|due| due.key.part.clone()),
        next: next.and_then(|due| due.date),
        carried: part.and_then(|part| Some(part.carried?.part)),
    }
}

/// Returns the id of the ministry of a year.
pub fn ministry(book: &Book, stream: Stream) -> Option<styrbord_events::OrganisationId> {
    let ministry = book.years.get(&stream)?.ministry;
    let known = book.directory.organisations.get(&ministry)?;
    (known.kind == OrganisationKind::Ministry).then_some(ministry)
}

fn is_income(post: &PostRow) -> bool {
    styrbord_events::money::is_income(number(&post.label).0)
}

/// Adds up the posts of one side of the budget.
fn sum(posts: &[PostRow], income: bool) -> Nok {
    posts.iter().filter(|post| is_income(post) == income).filter_map(|post| post.amount_nok).sum()
}

fn amount(value: &PartValue) -> Option<Nok> {
    match value {
        PartValue::Post { post, .. } => post.amount_nok,
        _ => None,
    }
}

fn number(label: &str) -> (u32, u32) {
    let (chapter, post) = label.split_once('.').unwrap_or((label, ""));
    (chapter.parse().unwrap_or_default(), post.parse().unwrap_or_default())
}
