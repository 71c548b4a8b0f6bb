//! The research portfolio over the years: what is bound, what is new, and what is free.

use super::position;
use crate::book::Stamp;
use crate::ids::ObjectId;
use crate::letters::PartValue;
use crate::money::{ProjectYear, add, less};
use crate::text::TextRef;
use crate::year::Year;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use styrbord_money::Nok;
use styrbord_plan::{Portion, PortionKind};

/// The portfolio of one post.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Portfolio {
    /// The projects: those that are registered, then those that the letter alone names.
    pub rows: Vec<PortfolioRow>,
    /// The sums of each year.
    pub years: BTreeMap<i16, PortfolioYear>,
    /// The sums of each assignment, all years taken together; projects without one are not here.
    pub assignments: BTreeMap<ObjectId, ProjectYear>,
}

/// A project, or a portion of the letter that nobody has registered as one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PortfolioRow {
    /// The project; none when only the letter names it.
    pub project: Option<ObjectId>,
    /// Its title as it was registered.
    pub title: Option<TextRef>,
    /// The portion of the letter that it carries out.
    pub portion: Option<String>,
    /// The assignment that asks for it.
    pub assignment: Option<ObjectId>,
    /// What it costs in each year.
    pub amounts: BTreeMap<i16, ProjectYear>,
    /// What was delivered last.
    pub delivered: Option<(TextRef, Stamp)>,
    /// Where it was published last.
    pub published: Option<(TextRef, Stamp)>,
    /// Whether it was cancelled; its amounts then do not count.
    pub cancelled: bool,
}

/// The sums of one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct PortfolioYear {
    /// What the post is allocated; known for the year of the letter alone.
    pub allocated: Option<Nok>,
    /// Bound.
    pub committed: Nok,
    /// Set aside for new projects and not yet bound.
    pub new: Nok,
    /// What is left; below zero when there is too little.
    pub free: Option<Nok>,
}

/// Returns the portfolio of a post.
pub fn portfolio(year: &Year, post: ObjectId) -> Portfolio {
    let mut portfolio = Portfolio::default();
    for (id, project) in year.money.projects.iter().filter(|(_, project)| project.terms.post == post) {
        portfolio.rows.push(PortfolioRow {
            project: Some(*id),
            title: Some(project.terms.title),
            portion: project.terms.portion.clone(),
            assignment: project.terms.assignment,
            amounts: project.amounts.clone(),
            delivered: project.delivered.last().copied(),
            published: project.published.last().copied(),
            cancelled: project.cancelled.is_some(),
        });
    }
    if let Some((_, _, value)) = position::post_part(year, post) {
        let carried = position::carried_portions(&year.money, post);
        let stated = value.breakdown.iter().flat_map(|portion| leaves(portion, &carried));
        portfolio.rows.extend(stated.filter_map(|portion| stated_row(year, portion)));
    }
    portfolio.years.insert(year.year, PortfolioYear::default());
    for row in portfolio.rows.iter().filter(|row| !row.cancelled) {
        for (of, amounts) in &row.amounts {
            let sums = portfolio.years.entry(*of).or_default();
            sums.committed = add(sums.committed, amounts.committed);
            sums.new = add(sums.new, amounts.new);
            if let Some(assignment) = row.assignment {
                let sums = portfolio.assignments.entry(assignment).or_default();
                sums.committed = add(sums.committed, amounts.committed);
                sums.new = add(sums.new, amounts.new);
            }
        }
    }
    if let Some(sums) = portfolio.years.get_mut(&year.year) {
        sums.allocated = position::sums(year, post).allocated;
        sums.free = sums.allocated.map(|allocated| less(less(allocated, sums.committed), sums.new));
    }
    portfolio
}

/// Returns the smallest portions that nobody has taken up.
fn leaves<'a>(portion: &'a Portion, carried: &BTreeSet<&str>) -> Vec<&'a Portion> {
    if carried.contains(portion.title.as_str()) {
        return Vec::new();
    }
    if portion.breakdown.is_empty() {
        return vec![portion];
    }
    portion.breakdown.iter().flat_map(|below| leaves(below, carried)).collect()
}

fn stated_row(year: &Year, portion: &Portion) -> Option<PortfolioRow> {
    let amounts = match portion.kind {
        PortionKind::Commitment => ProjectYear { committed: portion.amount_nok, new: Nok::ZERO },
        PortionKind::NewProject => ProjectYear { committed: Nok::ZERO, new: portion.amount_nok },
        PortionKind::SubAllocation | PortionKind::Free | PortionKind::Recipient => return None,
    };
    Some(PortfolioRow {
        project: None,
        title: None,
        portion: Some(portion.title.clone()),
        assignment: portion.assignment.as_deref().and_then(|number| assignment(year, number)),
        amounts: BTreeMap::from([(year.year, amounts)]),
        delivered: None,
        published: None,
        cancelled: false,
    })
}

/// Returns the assignment with a number, when the year has it; one of an earlier letter it may not have.
fn assignment(year: &Year, number: &str) -> Option<ObjectId> {
    let numbered = |value: &PartValue| matches!(value, PartValue::Assignment(assignment) if assignment.number.as_deref() == Some(number));
    year.letters.parts.iter().find(|(_, part)| numbered(&part.value)).map(|(id, _)| *id)
}
