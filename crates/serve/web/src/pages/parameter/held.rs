//! What the year holds of a steering parameter or a series, taken out of it to be shown.

use crate::frame::{Frame, year_base};
use crate::pages::measured::{self, Expected};
use crate::pages::{names, who};
use crate::site::Looked;
use crate::written;
use std::collections::{BTreeMap, BTreeSet};
use styrbord_app::Language;
use styrbord_app::access::UseCase;
use styrbord_app::follow::events::letters::Part;
use styrbord_app::follow::events::measure::{Entry, Period, Series, lineage};
use styrbord_app::follow::events::{Actor, ObjectId, ObjectKind, PersonId, Stamp, TextRef};
use styrbord_app::follow::{Names, letters, texts_in};

/// What texts say; none for one that was erased.
pub(super) type Said = BTreeMap<TextRef, Option<String>>;

/// A part of the plan, or a series alone, with all that was measured and written of it.
pub(super) struct Held {
    /// The beginning of the year's addresses.
    pub(super) base: String,
    /// What the page is about; none for an indicator that is about to be.
    pub(super) object: Option<ObjectId>,
    /// The part of the plan.
    pub(super) part: Option<Head>,
    /// The series that the visitor may see.
    pub(super) series: Vec<Line>,
    /// How many there are that the visitor may not see.
    pub(super) hidden: usize,
    /// What is reported, by series or part, and by period.
    pub(super) entries: BTreeMap<ObjectId, BTreeMap<Period, Entry>>,
    pub(super) names: Names,
    pub(super) language: Language,
    /// The people who can answer for something.
    pub(super) people: Vec<(PersonId, String)>,
    /// The letters: what each is called.
    pub(super) letters: Vec<(ObjectId, String)>,
    /// Whether the visitor may define series of the year, now.
    pub(super) defines: bool,
    /// Whether the visitor may write of the object, now.
    pub(super) writes: bool,
    /// The number of the record that changed the object last.
    pub(super) version: u64,
    /// The visitor.
    pub(super) visitor: PersonId,
}

/// A part of the plan.
pub(super) struct Head {
    pub(super) id: ObjectId,
    pub(super) kind: &'static str,
    pub(super) label: String,
    pub(super) title: String,
    pub(super) is_gone: bool,
    /// Where it stands: letter and line, and the address of the line.
    pub(super) places: Vec<(String, u32, String)>,
}

impl Head {
    /// Returns its kind with its label.
    pub(super) fn name(&self) -> String {
        names::called(self.kind, &self.label)
    }
}

/// A series through the years.
pub(super) struct Line {
    pub(super) id: ObjectId,
    /// This year's, then those of the years before with their year.
    pub(super) series: Series,
    pub(super) before: Vec<(String, Series)>,
    /// Which of its figures are missing, and when the next one is due.
    pub(super) expected: Expected,
    /// Whether the visitor may change card and targets, now.
    pub(super) defines: bool,
    /// Whether the visitor may record figures, now.
    pub(super) records: bool,
}

impl Line {
    /// Returns the series with what it was before, the latest first.
    pub(super) fn all(&self) -> Vec<&Series> {
        std::iter::once(&self.series).chain(self.before.iter().map(|(_, series)| series)).collect()
    }
}

impl Held {
    /// Takes out what there is of an object; none when the year does not have it or it cannot be measured.
    pub(super) fn of(looked: &Looked<'_>, frame: &Frame, object: Option<ObjectId>) -> Option<Self> {
        let (year, measure) = (looked.year, &looked.year.measure);
        let part = match object {
            Some(id) if id.kind == ObjectKind::Series => measure.series.get(&id)?.under,
            other => other,
        };
        let head = match part {
            Some(id) => {
                Some(head(looked, frame, id, year.letters.parts.get(&id).filter(|_| is_measured(id))?))
            }
            None => None,
        };
        let wanted = |id: ObjectId, series: &Series| {
            object.is_some_and(|object| id == object || series.under == Some(object))
        };
        let ids: Vec<ObjectId> =
            measure.series.iter().filter(|(id, one)| wanted(**id, one)).map(|(id, _)| *id).collect();
        let (seen, hidden): (Vec<ObjectId>, Vec<ObjectId>) =
            ids.into_iter().partition(|id| looked.may(UseCase::ReadWork, Some(*id)));
        let is_now = frame.year.as_ref().is_some_and(|year| year.as_of.is_none());
        let told: BTreeSet<ObjectId> = seen.iter().copied().chain(object).collect();
        let reads = |id: &ObjectId| looked.may(UseCase::ReadWork, Some(*id));
        let entries = measure.entries.iter().filter(|(id, _)| told.contains(id) && reads(id));
        let expected = measured::expected(looked);
        let is_open = head.as_ref().is_none_or(|head| !head.is_gone);
        Some(Self {
            base: year_base(year.stream),
            object,
            part: head,
            series: seen.into_iter().filter_map(|id| line(looked, id, &expected, is_now)).collect(),
            hidden: hidden.len(),
            entries: entries.map(|(id, entries)| (*id, entries.clone())).collect(),
            names: looked.names.clone(),
            language: frame.language,
            people: people(looked),
            letters: letters(year).into_iter().map(|row| (row.letter, row.document.title)).collect(),
            defines: is_now && is_open && looked.may(UseCase::DefineSeries, None),
            writes: is_now && object.is_some_and(|id| looked.may(UseCase::RecordFigures, Some(id))),
            version: object.map(|id| looked.book.touched(year.stream, id)).unwrap_or_default(),
            visitor: looked.visitor.person,
        })
    }

    /// Returns the texts that it refers to.
    pub(super) fn texts(&self) -> BTreeSet<TextRef> {
        let series = self.series.iter().flat_map(Line::all);
        let mut found: BTreeSet<TextRef> = series.flat_map(texts_in).collect();
        found.extend(texts_in(&self.entries));
        found
    }

    /// Returns the page of an object.
    pub(super) fn address(&self, object: ObjectId) -> String {
        format!("{}/parameters/{object}", self.base)
    }

    /// Returns the series that the page is about, when it is about one.
    pub(super) fn one(&self) -> Option<&Line> {
        self.series.iter().find(|line| Some(line.id) == self.object)
    }

    /// Returns the name of who did something.
    pub(super) fn who(&self, stamp: &Stamp, operator: &str) -> String {
        match stamp.actor {
            Actor::Operator => operator.to_owned(),
            Actor::Person(person) => self.name(person),
        }
    }

    /// Returns the name of a person.
    pub(super) fn name(&self, person: PersonId) -> String {
        who::name(&self.names, person, self.language)
    }
}

/// Tells whether a series can tell of a part.
pub(crate) fn is_measured(id: ObjectId) -> bool {
    matches!(
        id.kind,
        ObjectKind::Parameter
            | ObjectKind::Requirement
            | ObjectKind::Goal
            | ObjectKind::Assignment
            | ObjectKind::Direction
    )
}

fn head(looked: &Looked<'_>, frame: &Frame, id: ObjectId, part: &Part) -> Head {
    let base = year_base(looked.year.stream);
    let all = letters(looked.year);
    let place = |version: &styrbord_app::follow::events::letters::PartVersion| {
        let line = version.value.span()?.place.line;
        let row = all.iter().find(|row| row.letter == version.letter)?;
        let name = frame.t(names::document(row.document.kind)).to_owned();
        Some((name, line, format!("{base}/letter?letter={}#line-{line}", version.letter)))
    };
    Head {
        id,
        kind: frame.t(names::kind(id.kind)),
        label: part.value.label().unwrap_or_default(),
        title: names::title(part.value.title(), frame.language),
        is_gone: part.repealed.is_some(),
        places: part.history.iter().filter_map(place).collect(),
    }
}

fn line(
    looked: &Looked<'_>,
    id: ObjectId,
    expected: &BTreeMap<ObjectId, Expected>,
    is_now: bool,
) -> Option<Line> {
    let stream = looked.year.stream;
    let mut all = lineage(looked.book, stream, id).into_iter();
    let (_, _, series) = all.next()?;
    let before = all.filter_map(|(stream, _, series)| {
        let year = looked.book.years.get(&stream)?.year;
        Some((year.to_string(), series.clone()))
    });
    Some(Line {
        id,
        series: series.clone(),
        before: before.collect(),
        expected: expected.get(&id).copied().unwrap_or_default(),
        defines: is_now && looked.may(UseCase::DefineSeries, Some(id)),
        records: is_now && looked.may(UseCase::RecordFigures, Some(id)),
    })
}

fn people(looked: &Looked<'_>) -> Vec<(PersonId, String)> {
    let people = looked.book.directory.people.iter();
    let here = people.filter(|(_, person)| person.active && person.organisation == looked.year.agency);
    let mut named: Vec<(PersonId, String)> =
        here.filter_map(|(id, _)| Some((*id, looked.names.get(id).cloned().flatten()?))).collect();
    named.sort_by(|one, other| (&one.1, one.0).cmp(&(&other.1, other.0)));
    named
}

/// Returns what a text says; that it was erased, when it was.
pub(super) fn said(text: Option<TextRef>, said: &Said, erased: &str) -> String {
    let Some(text) = text else { return String::new() };
    said.get(&text).cloned().flatten().unwrap_or_else(|| erased.to_owned())
}

/// Returns a day in figures.
pub(super) fn day(stamp: &Stamp) -> String {
    written::short_date(stamp.on)
}
