//! What is shown of goals and what is measured under them.

use super::texts as words;
use crate::frame::{Frame, year_base};
use crate::pages::measured::{self, Drawing, Expected};
use crate::pages::names;
use crate::site::Looked;
use crate::written;
use std::collections::{BTreeMap, BTreeSet};
use styrbord_app::access::UseCase;
use styrbord_app::follow::events::letters::PartValue;
use styrbord_app::follow::events::measure::{Series, lineage};
use styrbord_app::follow::events::{ObjectId, ObjectKind, TextRef};

/// The goals of a year.
pub(in crate::pages) struct Seen {
    /// In the order of the letter, each followed by those below it; last what stands under none.
    pub(in crate::pages) goals: Vec<Goal>,
    /// Series of the agency's own.
    pub(in crate::pages) own: Vec<Row>,
    /// Where a series of the agency's own is defined; empty when the visitor may not.
    pub(in crate::pages) define: String,
}

/// A goal with what stands under it.
pub(in crate::pages) struct Goal {
    /// Unique on the page.
    pub(in crate::pages) id: String,
    pub(in crate::pages) is_below: bool,
    pub(in crate::pages) label: String,
    pub(in crate::pages) title: String,
    /// Empty for what stands under no goal.
    pub(in crate::pages) address: String,
    pub(in crate::pages) rows: Vec<Row>,
    pub(in crate::pages) assignments: Vec<(String, String)>,
}

/// A parameter or requirement with one series that tells of it, or without.
#[derive(Default)]
pub(in crate::pages) struct Row {
    /// Whether it is a steering parameter of the letter.
    pub(in crate::pages) is_parameter: bool,
    pub(in crate::pages) kind: &'static str,
    pub(in crate::pages) label: String,
    pub(in crate::pages) title: String,
    pub(in crate::pages) address: String,
    /// What the series is called, and its own page.
    pub(in crate::pages) series: Option<(String, String)>,
    pub(in crate::pages) figure: String,
    pub(in crate::pages) target: String,
    pub(in crate::pages) met: Option<(&'static str, &'static str)>,
    pub(in crate::pages) spark: Option<Drawing>,
    pub(in crate::pages) counted: String,
    /// The day to come on which the next figure is due.
    pub(in crate::pages) next: String,
    /// How many figures should have been there, and since when; empty when none is missing.
    pub(in crate::pages) late: String,
    pub(in crate::pages) is_closed: bool,
    /// What the last report that is complete says it means for the goal: the period and the text.
    pub(in crate::pages) assessed: Option<(String, TextRef)>,
    /// Where a series is defined, when there is none and the visitor may.
    pub(in crate::pages) define: String,
    /// Whether there is a series that the visitor may not see.
    pub(in crate::pages) is_hidden: bool,
}

struct Reader<'a> {
    looked: &'a Looked<'a>,
    frame: &'a Frame,
    base: String,
    expected: BTreeMap<ObjectId, Expected>,
    defines: bool,
}

impl Seen {
    /// Shows the goals of a year.
    pub(in crate::pages) fn of(looked: &Looked<'_>, frame: &Frame) -> Self {
        let is_now = frame.year.as_ref().is_some_and(|year| year.as_of.is_none());
        let defines = is_now && looked.may(UseCase::DefineSeries, None);
        let base = year_base(looked.year.stream);
        let reader = Reader { looked, frame, base, expected: measured::expected(looked), defines };
        let own = looked.year.measure.series.iter().filter(|(_, series)| series.under.is_none());
        Self {
            goals: reader.goals(),
            own: own.map(|(id, series)| reader.own(*id, series)).collect(),
            define: if defines { format!("{}/parameters/own/series", reader.base) } else { String::new() },
        }
    }
}

impl Reader<'_> {
    fn parts(&self, kind: ObjectKind) -> impl Iterator<Item = (ObjectId, &PartValue)> {
        self.looked.year.letters.in_force_of(kind).map(|(id, part)| (id, &part.value))
    }

    /// Returns the goals, each followed by those below it, and at last what stands under none.
    fn goals(&self) -> Vec<Goal> {
        let all: Vec<ObjectId> = self.parts(ObjectKind::Goal).map(|(id, _)| id).collect();
        let mut ordered = Vec::new();
        let mut seen = BTreeSet::new();
        let roots = all.iter().filter(|id| self.above(**id).is_none());
        // Goals that name each other as the one above have no beginning; they come as they stand.
        for id in roots.chain(&all) {
            self.descend(*id, &all, 0, &mut seen, &mut ordered);
        }
        let mut told = BTreeSet::new();
        let mut goals: Vec<Goal> =
            ordered.into_iter().map(|(id, depth)| self.goal(id, depth, &mut told)).collect();
        let measured = [ObjectKind::Parameter, ObjectKind::Requirement];
        let rest = measured.into_iter().flat_map(|kind| self.parts(kind)).map(|(id, _)| id);
        let rest: Vec<Row> = rest.filter(|id| !told.contains(id)).flat_map(|id| self.rows(id)).collect();
        if !rest.is_empty() {
            goals.push(Goal {
                id: "no-goal".to_owned(),
                is_below: false,
                label: String::new(),
                title: self.frame.t(words::WITHOUT_GOAL).to_owned(),
                address: String::new(),
                rows: rest,
                assignments: Vec::new(),
            });
        }
        goals
    }

    fn descend(
        &self,
        id: ObjectId,
        all: &[ObjectId],
        depth: usize,
        seen: &mut BTreeSet<ObjectId>,
        ordered: &mut Vec<(ObjectId, usize)>,
    ) {
        if !seen.insert(id) {
            return;
        }
        ordered.push((id, depth));
        for below in all.iter().filter(|other| self.above(**other) == Some(id)) {
            self.descend(*below, all, depth + 1, seen, ordered);
        }
    }

    fn above(&self, id: ObjectId) -> Option<ObjectId> {
        let Some(PartValue::Goal(goal)) = self.value(id) else { return None };
        let parent = goal.parent.as_deref()?;
        let mut goals = self.parts(ObjectKind::Goal);
        goals
            .find(|(other, value)| *other != id && value.label().as_deref() == Some(parent))
            .map(|(id, _)| id)
    }

    fn value(&self, id: ObjectId) -> Option<&PartValue> {
        self.looked.year.letters.parts.get(&id).map(|part| &part.value)
    }

    fn goal(&self, id: ObjectId, depth: usize, told: &mut BTreeSet<ObjectId>) -> Goal {
        let value = self.value(id);
        let label = value.and_then(PartValue::label).unwrap_or_default();
        let number = match value {
            Some(PartValue::Goal(goal)) => goal.number,
            _ => None,
        };
        let is_here = |of_label: Option<&str>, of_number: Option<u32>| match of_label {
            Some(of_label) => !label.is_empty() && of_label == label,
            None => of_number.is_some() && of_number == number,
        };
        let mut ids = vec![];
        for (parameter, value) in self.parts(ObjectKind::Parameter) {
            let PartValue::Parameter(one) = value else { continue };
            if is_here(one.goal_label.as_deref(), one.goal) && told.insert(parameter) {
                ids.push(parameter);
                ids.extend(self.requirements(&one.label, told));
            }
        }
        ids.extend(self.requirements(&label, told));
        let assignments = self.parts(ObjectKind::Assignment).filter_map(|(object, value)| {
            let PartValue::Assignment(one) = value else { return None };
            let title = names::title(&one.title, self.frame.language);
            let named = format!("{} {title}", one.number.clone().unwrap_or_default());
            is_here(one.goal_label.as_deref(), one.goal)
                .then(|| (self.object(object), named.trim().to_owned()))
        });
        Goal {
            id: id.to_string(),
            is_below: depth > 0,
            title: names::title(value.map(PartValue::title).unwrap_or_default(), self.frame.language),
            address: self.object(id),
            rows: ids.into_iter().flat_map(|id| self.rows(id)).collect(),
            assignments: assignments.collect(),
            label,
        }
    }

    fn requirements(&self, label: &str, told: &mut BTreeSet<ObjectId>) -> Vec<ObjectId> {
        let under = |value: &PartValue| matches!(value, PartValue::Requirement(one) if !label.is_empty() && one.parent.as_deref() == Some(label));
        let found = self.parts(ObjectKind::Requirement).filter(|(_, value)| under(value)).map(|(id, _)| id);
        found.filter(|id| told.insert(*id)).collect()
    }

    fn object(&self, id: ObjectId) -> String {
        format!("{}/objects/{id}{}", self.base, self.frame.day_end())
    }

    fn page(&self, id: ObjectId) -> String {
        format!("{}/parameters/{id}{}", self.base, self.frame.day_end())
    }

    /// Returns one row for each series of a part, or one that says that there is none.
    fn rows(&self, part: ObjectId) -> Vec<Row> {
        let value = self.value(part);
        let row = || Row {
            is_parameter: part.kind == ObjectKind::Parameter,
            kind: self.frame.t(names::kind(part.kind)),
            label: value.and_then(PartValue::label).unwrap_or_default(),
            title: names::title(value.map(PartValue::title).unwrap_or_default(), self.frame.language),
            address: self.page(part),
            ..Row::default()
        };
        let all: Vec<_> = self.looked.year.measure.under(part).collect();
        if all.is_empty() {
            let define = format!("{}/parameters/{part}/series", self.base);
            let defines = self.defines && part.kind == ObjectKind::Parameter;
            return vec![Row { define: if defines { define } else { String::new() }, ..row() }];
        }
        all.into_iter().map(|(id, series)| self.stands(row(), id, series)).collect()
    }

    /// Returns the last assessment of an object that is marked as complete.
    fn assessed(&self, object: ObjectId) -> Option<(String, TextRef)> {
        let entries = self.looked.year.measure.entries.get(&object)?;
        let mut complete = entries.iter().rev().filter(|(_, entry)| entry.is_complete());
        complete.find_map(|(of, entry)| Some((measured::period(*of), entry.texts().assessment?)))
    }

    fn own(&self, id: ObjectId, series: &Series) -> Row {
        let row = Row { title: series.card.name.clone(), address: self.page(id), ..Row::default() };
        Row { series: None, ..self.stands(row, id, series) }
    }

    /// Fills in how a series stands.
    fn stands(&self, row: Row, id: ObjectId, series: &Series) -> Row {
        if !self.looked.may(UseCase::ReadWork, Some(id)) {
            return Row { is_hidden: true, ..row };
        }
        let (frame, language, unit) = (self.frame, self.frame.language, &series.card.unit);
        let all = lineage(self.looked.book, self.looked.year.stream, id);
        let all: Vec<&Series> = all.into_iter().map(|(_, _, series)| series).collect();
        let latest = all.iter().find_map(|series| series.latest());
        let standing = series.standing();
        let target = standing.as_ref().and_then(|standing| standing.target);
        let target =
            target.or_else(|| series.current_targets().max_by_key(|target| target.period.to()).copied());
        let expected = self.expected.get(&id).copied().unwrap_or_default();
        Row {
            series: Some((series.card.name.clone(), self.page(id))),
            figure: latest.map(|point| measured::reading(point.reading, unit, language)).unwrap_or_default(),
            target: target.map(|target| measured::aim(&target, unit, language)).unwrap_or_default(),
            met: measured::met(standing.and_then(|standing| standing.met), frame),
            spark: measured::spark(&format!("spark-{id}"), &all, frame),
            counted: latest.map_or_else(String::new, |point| {
                let period = measured::period(point.period);
                if point.counted == point.period.to() {
                    return period;
                }
                words::MEASURED_AT.with(language, &[&period, &written::short_date(point.counted)])
            }),
            late: expected.late(frame),
            next: expected.next(frame),
            is_closed: series.closed.is_some(),
            assessed: self.assessed(id).or_else(|| self.assessed(series.under?)),
            ..row
        }
    }
}
