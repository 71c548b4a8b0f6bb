//! The deadlines of a real letter, as the pack has them.

use crate::common::day;
use crate::desk::year;
use styrbord_events::letters::PartValue;
use styrbord_events::work::{Concern, DueItem, Holding, due, needs_attention};
use styrbord_plan::Plan;

fn parts() -> Vec<PartValue> {
    #[expect(clippy::disallowed_methods, reason = "a test reads the pack")]
    let text = std::fs::read_to_string("../../../packs/imdi-2024/plan.json").unwrap();
    let plan: Plan = serde_json::from_str(&text).unwrap();
    let assignments = plan.assignments.into_iter().map(|one| PartValue::Assignment(Box::new(one)));
    let mut parts: Vec<PartValue> = assignments.collect();
    parts.extend(plan.reports.into_iter().map(PartValue::Report));
    parts.extend(plan.duties.into_iter().map(PartValue::Duty));
    parts
}

#[test]
fn each_day_of_the_pack_is_due_once_and_no_duty_counts_unasked() {
    let (mut desk, stream) = year(parts());
    let year = desk.book.years.get_mut(&stream).unwrap();
    year.year = 2024;
    let all = due(year, day("2024-01-01"), u16::MAX);
    let count = |wanted: &dyn Fn(&DueItem) -> bool| all.iter().filter(|item| wanted(item)).count();
    assert_eq!(all.len(), 46);
    assert_eq!(count(&|item| item.date.year() == 2024), 33);
    assert_eq!(count(&|item| matches!(item.due.holding, Holding::Reckoned(_))), 4);
    assert_eq!(count(&|item| item.suggested.is_some()), 15);
    assert_eq!(count(&|item| item.due.span.is_none()), 0);
    let concerns = needs_attention(year, day("2024-01-01"));
    let count = |wanted: Concern| concerns.iter().filter(|one| one.concern == wanted).count();
    assert_eq!(count(Concern::Unconfirmed), 17);
    assert_eq!(count(Concern::ImpossibleDay), 1);
    assert_eq!((count(Concern::NoDay), count(Concern::NoReport), count(Concern::NoSchedule)), (2, 2, 1));
    assert!(year.work.items.is_empty());
}
