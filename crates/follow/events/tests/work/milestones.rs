//! Days that the agency sets itself.

use crate::common::{Desk, day};
use crate::desk::{act, assignment, days, deadline, id, meeting, status, year};
use styrbord_events::Stream;
use styrbord_events::work::{Command as Work, Concern, MilestoneState, Status, needs_attention};

fn one() -> (Desk, Stream) {
    let parts = vec![deadline(None, "2025-09-01")];
    year(vec![assignment("Rapport om stier", parts), meeting("etatsstyringsmøte", Some(2), None)])
}

fn set(object: &str, milestone: Option<u32>, title: &str, on: &str, state: MilestoneState) -> Work {
    let (title, day) = (title.to_owned(), day(on));
    Work::SetMilestone { object: id(object), milestone, title, day, state, comment: None }
}

fn passed(desk: &Desk, stream: Stream, today: &str) -> Vec<i32> {
    let all = needs_attention(&desk.book.years[&stream], day(today)).into_iter();
    let passed = all.filter_map(|one| match one.concern {
        Concern::MilestonePassed { days } => Some(days),
        _ => None,
    });
    passed.collect()
}

#[test]
fn the_agency_sets_itself_days_and_no_deadline_moves() {
    let (mut desk, stream) = one();
    let before = days(&desk, stream, "assignment-1");
    let open = MilestoneState::Open;
    assert_eq!(act(&mut desk, stream, set("assignment-1", None, "Utkast", "2025-05-01", open)), "");
    assert_eq!(act(&mut desk, stream, set("assignment-1", None, "Høring", "2025-06-15", open)), "");
    assert_eq!(act(&mut desk, stream, set("assignment-1", Some(1), "Utkast", "2025-05-20", open)), "");
    assert_eq!(days(&desk, stream, "assignment-1"), before);
    let item = &desk.book.years[&stream].work.items[&id("assignment-1")];
    let all: Vec<_> = item.milestones.iter().map(|(number, one)| (*number, one.value.day)).collect();
    assert_eq!(all, [(1, day("2025-05-20")), (2, day("2025-06-15"))]);
    assert_eq!(item.log.len(), 3);
    assert_eq!(desk.text(item.milestones[&2].value.title), Some("Høring"));
    desk.assert_replays();
}

#[test]
fn one_that_passed_needs_attention_until_it_is_reached_or_dropped() {
    let (mut desk, stream) = one();
    let wish = |state| set("assignment-1", Some(1), "Utkast", "2025-05-01", state);
    act(&mut desk, stream, set("assignment-1", None, "Utkast", "2025-05-01", MilestoneState::Open));
    assert_eq!(passed(&desk, stream, "2025-05-01"), [0; 0]);
    assert_eq!(passed(&desk, stream, "2025-05-04"), [3]);
    for state in [MilestoneState::Reached, MilestoneState::Dropped] {
        assert_eq!(act(&mut desk, stream, wish(state)), "");
        assert_eq!(passed(&desk, stream, "2025-05-04"), [0; 0]);
    }
    act(&mut desk, stream, wish(MilestoneState::Open));
    act(&mut desk, stream, status("assignment-1", Status::Delivered));
    assert_eq!(passed(&desk, stream, "2025-05-04"), [0; 0], "what is delivered needs no day of its own");
}

#[test]
fn a_day_belongs_to_work_and_has_a_name() {
    let (mut desk, stream) = one();
    let open = MilestoneState::Open;
    for (command, code) in [
        (set("assignment-1", Some(1), "Utkast", "2025-05-01", open), "no-such-milestone"),
        (set("assignment-1", None, " ", "2025-05-01", open), "text-missing"),
        (set("assignment-1", None, "Utkast", "1800-05-01", open), "day-out-of-range"),
        (set("meeting-1", None, "Utkast", "2025-05-01", open), "meeting-has-steps"),
        (set("goal-9", None, "Utkast", "2025-05-01", open), "no-such-object"),
    ] {
        assert_eq!(act(&mut desk, stream, command), code);
    }
    for _ in 0..100 {
        assert_eq!(act(&mut desk, stream, set("assignment-1", None, "Utkast", "2025-05-01", open)), "");
    }
    let one_more = set("assignment-1", None, "Utkast", "2025-05-01", open);
    assert_eq!(act(&mut desk, stream, one_more), "too-many-milestones");
}
