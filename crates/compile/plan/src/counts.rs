//! How much a letter steers by, counted by the open method.

use crate::{Assignment, Plan};
use serde::Serialize;
use std::collections::BTreeSet;
use std::iter::Sum;
use std::ops::Add;
use styrbord_calendar::Date;

/// What a letter asks for, in numbers that can be held against another letter's.
///
/// The method is open: it stands here, field by field, and on the page of the rule `steering-counts`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Counts {
    /// Each goal and sub-goal with a title, once.
    pub goals: usize,
    /// Each steering parameter, once; key figures are none.
    pub steering_parameters: usize,
    /// Each performance requirement or ambition.
    pub requirements: usize,
    /// Each assignment once, however often it is described.
    pub assignments: usize,
    /// Those that the letter does not say were given before.
    pub new_assignments: usize,
    /// The different days on which an assignment, or one of its parts, is due; superseded ones are not counted.
    pub deadlines: usize,
    /// Each row of the reporting table and each periodic report in prose.
    pub reports: usize,
    /// Each kind of meeting in prose, and each dated meeting of a calendar.
    pub meetings: usize,
    /// What running text asks for besides.
    pub duties: usize,
    /// Duties with a day.
    pub dated_duties: usize,
    /// Chapters of the budget.
    pub chapters: usize,
    /// Posts of all chapters.
    pub posts: usize,
}

impl Counts {
    /// Counts what a plan holds.
    pub fn of(plan: &Plan) -> Self {
        Counts {
            goals: plan.goals.len(),
            steering_parameters: plan.steering_parameters.len(),
            requirements: plan.requirements.len(),
            assignments: plan.assignments.len(),
            new_assignments: plan.assignments.iter().filter(|one| one.new).count(),
            deadlines: plan.assignments.iter().map(days).sum(),
            reports: plan.reports.len(),
            meetings: plan.meetings.len(),
            duties: plan.duties.len(),
            dated_duties: plan.duties.iter().filter(|one| one.due.is_some()).count(),
            chapters: plan.budget.len(),
            posts: plan.budget.iter().map(|chapter| chapter.posts.len()).sum(),
        }
    }
}

/// Returns on how many different days an assignment or its parts are due.
fn days(assignment: &Assignment) -> usize {
    let in_force = assignment.deadlines.iter().filter(|deadline| !deadline.superseded);
    in_force.filter_map(|deadline| deadline.date).collect::<BTreeSet<Date>>().len()
}

impl Add for Counts {
    type Output = Counts;

    fn add(self, other: Counts) -> Counts {
        Counts {
            goals: self.goals + other.goals,
            steering_parameters: self.steering_parameters + other.steering_parameters,
            requirements: self.requirements + other.requirements,
            assignments: self.assignments + other.assignments,
            new_assignments: self.new_assignments + other.new_assignments,
            deadlines: self.deadlines + other.deadlines,
            reports: self.reports + other.reports,
            meetings: self.meetings + other.meetings,
            duties: self.duties + other.duties,
            dated_duties: self.dated_duties + other.dated_duties,
            chapters: self.chapters + other.chapters,
            posts: self.posts + other.posts,
        }
    }
}

impl Sum for Counts {
    fn sum<I: Iterator<Item = Counts>>(counts: I) -> Counts {
        counts.fold(Counts::default(), Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Deadline;

    #[test]
    fn a_day_counts_once_for_each_assignment() {
        let deadline = |date: &str, superseded| Deadline {
            date: Date::parse_iso(date),
            superseded,
            ..Deadline::default()
        };
        let assignment = Assignment {
            deadlines: vec![
                deadline("2025-03-01", false),
                deadline("2025-03-01", false),
                deadline("2025-06-01", false),
                deadline("2024-06-01", true),
                Deadline::default(),
            ],
            ..Assignment::default()
        };
        let plan = Plan { assignments: vec![assignment.clone(), assignment], ..Plan::default() };
        assert_eq!(Counts::of(&plan), Counts { assignments: 2, deadlines: 4, ..Counts::default() });
    }

    #[test]
    fn counts_are_added_field_by_field() {
        let one = Counts { goals: 1, posts: 5, ..Counts::default() };
        let other = Counts { goals: 2, meetings: 3, ..Counts::default() };
        let expected = Counts { goals: 3, meetings: 3, posts: 5, ..Counts::default() };
        assert_eq!([one, other].into_iter().sum::<Counts>(), expected);
    }
}
