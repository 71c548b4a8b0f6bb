//! What lays claim to a post, or lets another one be used: projects, charge authorisations, shares of units.

use super::tasks;
use super::view::kroner;
use crate::frame::{Frame, year_base};
use crate::site::Looked;
use styrbord_app::follow::events::money::{ChargeSide, ProjectYear, Recipient};
use styrbord_app::follow::events::{ObjectId, OrganisationId, TextRef};

/// What can be done: address and name.
pub(super) type Links = Vec<(String, &'static str)>;

/// A charge authorisation.
pub(super) struct ChargeRow {
    pub(super) id: String,
    pub(super) title: TextRef,
    /// The other agency, and the post there when it was received.
    pub(super) other: String,
    pub(super) amount: String,
    pub(super) used: String,
    pub(super) links: Links,
}

/// A share of a unit.
pub(super) struct ShareRow {
    pub(super) unit: String,
    pub(super) title: TextRef,
    pub(super) amount: String,
    pub(super) links: Links,
}

/// A project of the research portfolio.
pub(super) struct ProjectRow {
    pub(super) id: String,
    pub(super) title: TextRef,
    pub(super) performer: Option<TextRef>,
    pub(super) organisation: String,
    /// The assignment that asks for it: number and address.
    pub(super) assignment: Option<(String, String)>,
    /// Each year with what is bound and what is new.
    pub(super) years: Vec<(i16, String, String)>,
    pub(super) delivered: Option<TextRef>,
    pub(super) published: Option<TextRef>,
    pub(super) is_cancelled: bool,
    pub(super) links: Links,
}

fn organisation(looked: &Looked<'_>, id: OrganisationId) -> String {
    looked.book.directory.organisations.get(&id).map(|one| one.name.clone()).unwrap_or_default()
}

/// Returns the charge authorisations that others were given on a post, or without one those that were received.
pub(super) fn charges(looked: &Looked<'_>, frame: &Frame, post: Option<ObjectId>) -> Vec<ChargeRow> {
    let row = |(id, charge): (&ObjectId, &styrbord_app::follow::events::money::Charge)| {
        let other = match (charge.side, post) {
            (ChargeSide::Given { post, to }, Some(of)) if post == of => organisation(looked, to),
            (ChargeSide::Received { from, chapter, post }, None) => {
                format!("{} {chapter}.{post:02}", organisation(looked, from))
            }
            _ => return None,
        };
        Some(ChargeRow {
            id: id.to_string(),
            title: charge.title,
            other,
            amount: kroner(Some(charge.amount())),
            used: kroner(Some(charge.used())),
            links: tasks::links(looked, frame, Some(*id)),
        })
    };
    looked.year.money.charges.iter().filter_map(row).collect()
}

/// Returns what units were given of a post.
pub(super) fn shares(looked: &Looked<'_>, frame: &Frame, post: ObjectId) -> Vec<ShareRow> {
    let units = &looked.book.directory.units;
    let of_post = looked.year.money.sub_allocations.iter().filter(|(_, given)| given.share.post == post);
    let row = |(id, given): (&ObjectId, &styrbord_app::follow::events::money::SubAllocation)| ShareRow {
        unit: units.get(&given.share.unit).map(|unit| unit.name.clone()).unwrap_or_default(),
        title: given.share.title,
        amount: kroner(Some(given.amount())),
        links: tasks::links(looked, frame, Some(*id)),
    };
    of_post.map(row).collect()
}

/// Returns the projects that a post pays.
pub(super) fn projects(looked: &Looked<'_>, frame: &Frame, post: ObjectId) -> Vec<ProjectRow> {
    let base = year_base(looked.year.stream);
    let of_post = looked.year.money.projects.iter().filter(|(_, project)| project.terms.post == post);
    let row = |(id, project): (&ObjectId, &styrbord_app::follow::events::money::Project)| {
        let (performer, other) = match &project.terms.performer {
            Some(Recipient::Named(name)) => (Some(*name), String::new()),
            Some(Recipient::Organisation(id)) => (None, organisation(looked, *id)),
            None => (None, String::new()),
        };
        let number = |id: ObjectId| looked.year.letters.parts.get(&id).and_then(|part| part.value.label());
        let assignment = project.terms.assignment.map(|id| {
            let address = format!("{base}/objects/{id}{}", frame.day_end());
            (number(id).unwrap_or_else(|| id.to_string()), address)
        });
        let year = |(of, ProjectYear { committed, new }): (&i16, &ProjectYear)| {
            (*of, kroner(Some(*committed)), kroner(Some(*new)))
        };
        ProjectRow {
            id: id.to_string(),
            title: project.terms.title,
            performer,
            organisation: other,
            assignment,
            years: project.amounts.iter().map(year).collect(),
            delivered: project.delivered.last().map(|(text, _)| *text),
            published: project.published.last().map(|(text, _)| *text),
            is_cancelled: project.cancelled.is_some(),
            links: tasks::links(looked, frame, Some(*id)),
        }
    };
    of_post.map(row).collect()
}
