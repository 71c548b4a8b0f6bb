//! Counts of goals, assignments, deadlines, findings and facts.

use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use styrbord_calendar::Date;
use styrbord_diagnostics::{Findings, Severity, Verified};
use styrbord_plan::{Assignment, Deadline, DeadlineKind, Plan, Research};

/// Goals and what they are measured by.
#[derive(Debug, Serialize)]
pub struct SteeringCounts {
    /// Goals that stand under no other goal.
    pub goals: usize,
    /// Goals under another goal.
    pub sub_goals: usize,
    /// Steering parameters.
    pub parameters: usize,
    /// Performance requirements.
    pub requirements: usize,
}

impl SteeringCounts {
    pub(super) fn of(plan: &Plan) -> Self {
        let sub_goals = plan.goals.iter().filter(|goal| goal.parent.is_some()).count();
        SteeringCounts {
            goals: plan.goals.len() - sub_goals,
            sub_goals,
            parameters: plan.steering_parameters.len(),
            requirements: plan.requirements.len(),
        }
    }
}

/// Assignments by what matters to the one who plans them.
#[derive(Debug, Serialize)]
pub struct AssignmentCounts {
    /// All.
    pub total: usize,
    /// Given in this letter.
    pub new: usize,
    /// Given in an earlier one.
    pub earlier: usize,
    /// Research, in full or in part.
    pub research: usize,
    /// Number known, text withheld.
    pub withheld: usize,
}

impl AssignmentCounts {
    pub(super) fn of(assignments: &[Assignment]) -> Self {
        let count = |is: fn(&Assignment) -> bool| assignments.iter().filter(|one| is(one)).count();
        AssignmentCounts {
            total: assignments.len(),
            new: count(|one| one.new),
            earlier: count(|one| !one.new),
            research: count(|one| one.research != Research::None),
            withheld: count(|one| one.withheld),
        }
    }
}

/// Deadlines of assignments; one that stands in the list and in the annex counts once.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct DeadlineCounts {
    /// All that are in force.
    pub total: usize,
    /// Those with a day.
    pub dated: usize,
    /// The first day.
    pub first: Option<Date>,
    /// The last day.
    pub last: Option<Date>,
}

impl DeadlineCounts {
    pub(super) fn of(assignments: &[Assignment]) -> Self {
        let mut distinct = BTreeSet::new();
        for (index, assignment) in assignments.iter().enumerate() {
            let in_force = |one: &&Deadline| !one.superseded && one.kind != DeadlineKind::None;
            for deadline in assignment.deadlines.iter().filter(in_force) {
                distinct.insert((index, &deadline.part, deadline.kind, deadline.date));
            }
        }
        let days = || distinct.iter().filter_map(|(.., date)| *date);
        DeadlineCounts {
            total: distinct.len(),
            dated: days().count(),
            first: days().min(),
            last: days().max(),
        }
    }
}

/// Findings by severity.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct FindingCounts {
    /// Certain contradictions, not accepted.
    pub error: usize,
    /// Probable defects, not accepted.
    pub warning: usize,
    /// Worth knowing, not accepted.
    pub info: usize,
    /// Accepted by a person.
    pub accepted: usize,
}

impl FindingCounts {
    pub(super) fn of(findings: &Findings) -> Self {
        FindingCounts {
            error: findings.count(Severity::Error),
            warning: findings.count(Severity::Warning),
            info: findings.count(Severity::Info),
            accepted: findings.findings.iter().filter(|finding| finding.accepted.is_some()).count(),
        }
    }
}

/// Facts that check out, by the family of the rule that would have complained.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct VerifiedCounts {
    /// All.
    pub total: usize,
    /// By family, such as `money`.
    pub by_family: BTreeMap<&'static str, usize>,
}

impl VerifiedCounts {
    pub(super) fn of(verified: &[Verified]) -> Self {
        let mut by_family = BTreeMap::new();
        for rule in verified.iter().filter_map(|fact| styrbord_check::rule(fact.code)) {
            *by_family.entry(rule.family.name()).or_default() += 1;
        }
        VerifiedCounts { total: verified.len(), by_family }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_in_two_places_counts_once() {
        let deadline = |date: &str, superseded| Deadline {
            kind: DeadlineKind::Date,
            date: Date::parse_iso(date),
            superseded,
            ..Deadline::default()
        };
        let assignment = Assignment {
            deadlines: vec![
                deadline("2025-03-01", false),
                deadline("2025-03-01", false),
                deadline("2024-01-01", true),
                deadline("2025-12-31", false),
                Deadline { kind: DeadlineKind::Ongoing, ..Deadline::default() },
                Deadline::default(),
            ],
            ..Assignment::default()
        };
        let expected = DeadlineCounts {
            total: 3,
            dated: 2,
            first: Date::parse_iso("2025-03-01"),
            last: Date::parse_iso("2025-12-31"),
        };
        assert_eq!(DeadlineCounts::of(&[assignment]), expected);
    }
}
