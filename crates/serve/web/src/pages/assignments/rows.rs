//! The assignments of a year as this page, its lists and its timeline have them.

use super::asked::Asked;
use crate::frame::Frame;
use crate::pages::{names, who};
use crate::site::{Looked, Visitor};
use std::collections::BTreeMap;
use styrbord_app::Date;
use styrbord_app::access::UseCase;
use styrbord_app::follow::events::letters::PartValue;
use styrbord_app::follow::events::work::{self, Due, StatusReport};
use styrbord_app::follow::events::{ObjectId, PersonId, TextRef, UnitId};
use styrbord_app::follow::{AssignmentRow, overview};
use styrbord_app::plan::Research;

/// An assignment and how it stands.
#[derive(Debug, Clone)]
pub(super) struct WorkRow {
    pub(super) object: ObjectId,
    pub(super) label: String,
    pub(super) title: String,
    /// The label of its goal.
    pub(super) goal: String,
    pub(super) report: Option<StatusReport>,
    /// What was said with the report.
    pub(super) comment: String,
    pub(super) owner: Option<PersonId>,
    pub(super) owner_name: String,
    pub(super) unit: Option<UnitId>,
    pub(super) unit_name: String,
    pub(super) research: bool,
    /// Whether the visitor or the visitor's unit answers for it.
    pub(super) mine: bool,
    pub(super) next: Option<Date>,
    pub(super) overdue: bool,
    /// The days of its open deadlines.
    pub(super) open: Vec<Date>,
    /// Everything that is due.
    pub(super) dues: Vec<Due>,
    /// The number of the record that changed it last.
    pub(super) version: u64,
    /// What the visitor may do.
    pub(super) may: May,
}

/// What a visitor may do with an assignment.
#[derive(Debug, Clone, Copy)]
pub(super) struct May {
    /// Say who does it.
    pub(super) assign: bool,
    /// Say how far it is.
    pub(super) report: bool,
}

/// Whom one may choose, with names.
pub(super) type Named<I> = Vec<(I, String)>;

/// The assignments that a visitor sees, and whom one may choose for them.
pub(super) struct Worklist {
    pub(super) rows: Vec<WorkRow>,
    pub(super) people: Named<PersonId>,
    pub(super) units: Named<UnitId>,
}

impl WorkRow {
    /// Returns the status that was reported last; none when nobody has.
    pub(super) fn reported(&self) -> Option<work::Status> {
        self.report.as_ref().map(|report| report.status)
    }
}

impl Worklist {
    /// Gathers the assignments that the visitor may read.
    pub(super) fn of(looked: &Looked<'_>, frame: &Frame, visitor: &Visitor) -> Self {
        let all = overview(looked.book, looked.year.stream, looked.day, looked.names);
        let rows = all.map(|overview| overview.assignments).unwrap_or_default();
        let rows = rows.iter().filter(|row| looked.may(UseCase::ReadWork, Some(row.row.part)));
        let (people, units) = (who::people(looked), who::units(looked));
        let mut list = Self { rows: Vec::new(), people, units };
        list.rows = rows.map(|row| list.row(looked, frame, visitor, row)).collect();
        list
    }

    /// Returns the texts that the rows refer to.
    pub(super) fn texts(&self) -> Vec<TextRef> {
        self.rows.iter().filter_map(|row| row.report.as_ref()?.comment).collect()
    }

    /// Puts the texts in; one that was erased is empty.
    pub(super) fn fill(&mut self, words: &BTreeMap<TextRef, Option<String>>) {
        for row in &mut self.rows {
            let comment = row.report.as_ref().and_then(|report| report.comment);
            row.comment = comment.and_then(|text| words.get(&text).cloned().flatten()).unwrap_or_default();
        }
    }

    /// Keeps those that are asked for, in the order that is asked for.
    pub(super) fn narrow(&mut self, asked: &Asked) {
        self.rows.retain(|row| asked.takes(row));
        asked.sort(&mut self.rows);
    }

    fn row(&self, looked: &Looked<'_>, frame: &Frame, visitor: &Visitor, row: &AssignmentRow) -> WorkRow {
        let (year, object) = (looked.year, row.row.part);
        let item = year.work.items.get(&object);
        let held = item.and_then(|item| item.responsibility.as_ref()).map(|held| &held.value);
        let unit = held.and_then(|held| held.unit);
        let known = self.people.iter().find(|(id, _)| Some(*id) == row.owner).map(|(_, name)| name.clone());
        let named = || row.owner_name.clone().or(row.owner.map(|owner| owner.to_string()));
        let directory = &looked.book.directory;
        let unit_name = unit.map(|unit| {
            let known = self.units.iter().find(|(id, _)| *id == unit).map(|(_, name)| name.clone());
            known
                .or_else(|| Some(directory.units.get(&unit)?.name.clone()))
                .unwrap_or_else(|| unit.to_string())
        });
        let own_unit = directory.people.get(&visitor.person).and_then(|person| person.unit);
        let value = year.letters.parts.get(&object).map(|part| &part.value);
        let dues = work::dues(year, object);
        let settled = year.work.status(object).is_settled();
        let open = dues.iter().filter(|due| !settled && !due.status.is_settled());
        let is_now = frame.year.as_ref().is_some_and(|year| year.as_of.is_none());
        let may = |use_case| is_now && work::counts(year, object) && looked.may(use_case, Some(object));
        WorkRow {
            object,
            label: row.row.label.clone().unwrap_or_default(),
            title: names::title(&row.row.title, frame.language),
            goal: row.goal.clone().unwrap_or_default(),
            report: year.work.report(object, None).cloned(),
            comment: String::new(),
            owner: row.owner,
            owner_name: known.or_else(named).unwrap_or_default(),
            unit,
            unit_name: unit_name.unwrap_or_default(),
            research: matches!(value, Some(PartValue::Assignment(one)) if one.research != Research::default()),
            mine: row.owner == Some(visitor.person) || (unit.is_some() && unit == own_unit),
            next: row.next,
            overdue: row.overdue,
            open: open.filter_map(|due| due.date).collect(),
            version: looked.book.touched(year.stream, object),
            may: May { assign: may(UseCase::AssignWork), report: may(UseCase::ReportStatus) },
            dues,
        }
    }
}
