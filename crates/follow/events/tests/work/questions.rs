//! What is due, what needs attention, and how the goals stand.

use crate::common::{Desk, day};
use crate::desk::{
    KARI, act, assignment, deadline, duty, id, key, letter, meeting, of_kind, repeal, report, said, status,
    year,
};
use styrbord_events::Stream;
use styrbord_events::letters::PartValue;
use styrbord_events::work::{Command as Work, Responsibility, Status, by_goal, due, needs_attention};
use styrbord_plan::{Assignment, DeadlineKind, Goal};

/// Returns what needs attention, as `assignment-1 NoOwner` or `assignment-1 1 NoDay`.
pub fn concerns(desk: &Desk, stream: Stream, today: &str) -> Vec<String> {
    let line = |one: &styrbord_events::work::Attention| {
        let due = one.due.as_ref().map(|due| format!("{due} ")).unwrap_or_default();
        format!("{} {due}{:?}", one.object, one.concern)
    };
    needs_attention(&desk.book.years[&stream], day(today)).iter().map(line).collect()
}

fn owned(object: &str, due: Option<&str>) -> Work {
    let responsibility = Responsibility { owner: Some(KARI), ..Responsibility::default() };
    Work::Assign { object: id(object), due: due.map(key), responsibility }
}

#[test]
fn what_is_due_is_listed_by_day_with_a_working_day_suggested() {
    let parts = vec![
        assignment(
            "Stier",
            vec![deadline(Some("Del 1"), "2025-03-03"), deadline(Some("Del 2"), "2025-03-15")],
        ),
        assignment("Hytter", vec![deadline(None, "2025-02-01")]),
        assignment("Senere", vec![deadline(None, "2025-12-31")]),
        report("Tertialrapport", Some("2025-03-14")),
        meeting("Vårmøte", None, Some("2025-03-20")),
    ];
    let (mut desk, stream) = year(parts);
    assert_eq!(act(&mut desk, stream, owned("assignment-1", None)), "");
    assert_eq!(act(&mut desk, stream, said("assignment-1", Some("Del 1/1"), Status::Delivered, None)), "");
    let list = due(&desk.book.years[&stream], day("2025-03-01"), 14);
    let lines: Vec<String> = list
        .iter()
        .map(|item| format!("{} {} {} {}", item.object, item.due.key, item.date, item.days_left))
        .collect();
    assert_eq!(
        lines,
        ["assignment-2 1 2025-02-01 -28", "report-1 1 2025-03-14 13", "assignment-1 Del 2/1 2025-03-15 14"]
    );
    // 1 February and 15 March 2025 are Saturdays; the deadlines stay what they are.
    let suggested: Vec<_> = list.iter().map(|item| item.suggested).collect();
    assert_eq!(suggested, [Some(day("2025-02-03")), None, Some(day("2025-03-17"))]);
    assert_eq!(list[2].owner, Some(KARI));
    assert_eq!(list[0].owner, None);
    assert_eq!(due(&desk.book.years[&stream], day("2025-03-01"), u16::MAX).len(), 5);
}

#[test]
fn what_needs_attention_says_why() {
    let parts = vec![
        assignment("Stier", vec![deadline(None, "2025-02-01")]),
        assignment("Umulig", vec![of_kind(DeadlineKind::Invalid, "31.09.2026")]),
        assignment("I rapport", vec![of_kind(DeadlineKind::InReport, "I årsrapporten")]),
        assignment("Løpende", vec![of_kind(DeadlineKind::Ongoing, "Løpende")]),
        duty("Skal varsle", None),
        meeting("etatsstyringsmøte", Some(2), None),
    ];
    let (mut desk, stream) = year(parts);
    assert_eq!(
        concerns(&desk, stream, "2025-02-03"),
        [
            "assignment-1 1 Overdue { days: 2 }",
            "assignment-1 NoOwner",
            "assignment-2 1 ImpossibleDay",
            "assignment-2 NoOwner",
            "assignment-3 1 NoReport",
            "assignment-3 NoOwner",
            "assignment-4 NoOwner",
            "meeting-1 NoOwner",
            "meeting-1 MeetingsToCall { missing: 2 }",
            "duty-1 Unconfirmed",
        ]
    );
    for object in ["assignment-1", "assignment-2", "assignment-3", "assignment-4", "meeting-1"] {
        assert_eq!(act(&mut desk, stream, owned(object, None)), "");
    }
    let waits = Work::AddDependency { object: id("assignment-1"), on: id("assignment-2"), comment: None };
    assert_eq!(act(&mut desk, stream, waits), "");
    assert_eq!(act(&mut desk, stream, said("assignment-1", None, Status::Delayed, Some("Snø"))), "");
    assert_eq!(act(&mut desk, stream, status("assignment-3", Status::Delivered)), "");
    assert_eq!(act(&mut desk, stream, said("assignment-4", Some("1"), Status::Delivered, None)), "");
    letter(&mut desk, stream, vec![repeal("assignment-2")]);
    assert_eq!(
        concerns(&desk, stream, "2025-02-03"),
        [
            "assignment-1 1 Overdue { days: 2 }",
            "assignment-1 Delayed",
            "assignment-1 DependencyGone { on: ObjectId { kind: Assignment, number: 2 } }",
            "assignment-3 AwaitsAcceptance",
            "assignment-4 AllPartsDelivered",
            "meeting-1 MeetingsToCall { missing: 2 }",
            "duty-1 Unconfirmed",
        ]
    );
}

#[test]
fn goals_count_their_assignments() {
    let goal = |label: &str, number| {
        PartValue::Goal(Goal {
            number: Some(number),
            label: label.to_owned(),
            title: String::new(),
            parent: None,
            span: None,
        })
    };
    let under = |goal: Option<u32>, label: Option<&str>| {
        PartValue::Assignment(Box::new(Assignment {
            title: "Stier".to_owned(),
            goal,
            goal_label: label.map(str::to_owned),
            deadlines: vec![deadline(None, "2025-02-01")],
            ..Assignment::default()
        }))
    };
    let parts = vec![
        goal("Mål 1", 1),
        goal("Mål 2", 2),
        under(Some(1), Some("Mål 1")),
        under(None, Some("Mål 1")),
        under(Some(2), None),
        under(Some(2), None),
        under(None, None),
    ];
    let (mut desk, stream) = year(parts);
    assert_eq!(act(&mut desk, stream, status("assignment-1", Status::Delivered)), "");
    letter(&mut desk, stream, vec![repeal("assignment-3")]);
    let summary = by_goal(&desk.book.years[&stream], day("2025-03-01"));
    let line = |one: &styrbord_events::work::GoalSummary| {
        let goal = one.goal.map(|goal| goal.to_string());
        (goal, one.in_force, one.overdue, one.out_of_force, one.statuses.clone())
    };
    let expected = [
        (Some("goal-1".to_owned()), 2, 1, 0, [(Status::NotStarted, 1), (Status::Delivered, 1)].into()),
        (Some("goal-2".to_owned()), 1, 1, 1, [(Status::NotStarted, 1)].into()),
        (None, 1, 1, 0, [(Status::NotStarted, 1)].into()),
    ];
    assert_eq!(summary.iter().map(line).collect::<Vec<_>>(), expected);
}
