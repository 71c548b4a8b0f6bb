//! A steering parameter has no requirement, ambition or starting point.
//!
//! ## Why it matters
//! Without a target the agency chooses its own, and nobody knows at the end of the year whether the result is good.
//!
//! ## Example
//! > SP 1: Andel søkere som får svar innen fristen
//!
//! ## What to ask
//! Which level is expected this year, and which level is it compared with?
//!
//! ## What it does not report
//! Parameters under which a requirement (resultatkrav, prestasjonskrav, ambisjon) stands, also one for their goal, and
//! titles with a number that can be a level (no year, and not `per 1 000`). More than three without a target are one finding.

use super::wording;
use crate::{Family, Letter, Rule, Sink};
use std::collections::BTreeSet;
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::{Plan, SteeringParameter};
use styrbord_source::{Span, Spot};

pub(crate) const RULE: Rule = Rule {
    code: "parameter-without-target",
    family: Family::Steering,
    severity: Severity::Info,
    file: include_str!("parameter_without_target.rs"),
    check,
};

/// So many are reported one by one.
const ALONE_MAX: usize = 3;

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let targets = Targets::of(letter.plan);
    let parameters = &letter.plan.steering_parameters;
    let bare: Vec<(&SteeringParameter, Spot)> = parameters
        .iter()
        .filter_map(|parameter| Some((parameter, parameter.span?)))
        .filter(|(parameter, spot)| {
            !wording::names_level(&parameter.title) && !targets.reach(parameter, *spot)
        })
        .collect();
    if bare.len() > ALONE_MAX {
        report_all(&bare, parameters.len(), sink);
        return;
    }
    for (parameter, spot) in bare {
        report(parameter, spot, sink);
    }
}

/// The requirements of a letter, by what they belong to.
struct Targets<'a> {
    labels: BTreeSet<&'a str>,
    /// First bytes of the requirements.
    places: BTreeSet<u32>,
    /// First bytes of parameters and goals.
    heads: BTreeSet<u32>,
}

impl<'a> Targets<'a> {
    fn of(plan: &'a Plan) -> Self {
        let start = |spot: &Spot| spot.span.start;
        let parameters = plan.steering_parameters.iter().filter_map(|parameter| parameter.span);
        let goals = plan.goals.iter().filter_map(|goal| goal.span);
        let requirements = plan.requirements.iter();
        Targets {
            labels: requirements.clone().filter_map(|found| found.parent.as_deref()).collect(),
            places: requirements.filter_map(|found| found.span.as_ref().map(start)).collect(),
            heads: parameters.chain(goals).map(|spot| spot.span.start).collect(),
        }
    }

    /// Tells whether a requirement names the parameter or its goal, or stands between it and the next one.
    fn reach(&self, parameter: &SteeringParameter, spot: Spot) -> bool {
        let named = |label: &str| !label.is_empty() && self.labels.contains(label);
        let next = self.heads.range(spot.span.start + 1..).next().copied().unwrap_or(u32::MAX);
        named(&parameter.label)
            || parameter.goal_label.as_deref().is_some_and(named)
            || self.places.range(spot.span.start..next).next().is_some()
    }
}

fn report(parameter: &SteeringParameter, spot: Spot, sink: &mut Sink<'_>) {
    let name = wording::name(parameter);
    sink.find(
        Message::new(
            format!("{name} har verken krav, ambisjon eller utgangspunkt"),
            format!("{name} har verken krav, ambisjon eller utgangspunkt"),
            format!("{name} has neither requirement, ambition nor starting point"),
        ),
        &[(spot.span, None)],
        help(),
    );
}

fn report_all(bare: &[(&SteeringParameter, Spot)], all: usize, sink: &mut Sink<'_>) {
    let count = bare.len();
    let labels: Vec<(Span, Option<Message>)> = bare.iter().map(|(_, spot)| (spot.span, None)).collect();
    sink.find(
        Message::new(
            format!("{count} av {all} styringsparametere har verken krav, ambisjon eller utgangspunkt"),
            format!("{count} av {all} styringsparametrar har verken krav, ambisjon eller utgangspunkt"),
            format!(
                "{count} of {all} steering parameters have neither requirement, ambition nor starting point"
            ),
        ),
        &labels,
        help(),
    );
}

fn help() -> Message {
    Message::new(
        "Avklar med departementet hvilket nivå som ventes, og hva resultatet skal sammenlignes med.",
        "Avklar med departementet kva nivå som er venta, og kva resultatet skal samanliknast med.",
        "Settle with the ministry which level is expected, and what the result is compared with.",
    )
}
