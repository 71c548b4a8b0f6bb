//! What a later letter does to the work, and what goes into the next year.

use crate::common::day;
use crate::desk::{
    AGENCY, KARI, MINISTRY, act, assignment, by_mail, change, days, deadline, dues, id, letter, moved,
    repeal, said, status, year,
};
use styrbord_events::work::{
    Command as Work, Holding, MilestoneState, Responsibility, Status, What, counts, history,
};
use styrbord_events::{Command, Stream, letters};

#[test]
fn a_letter_that_changes_a_deadline_after_it_was_moved_holds() {
    let with = |date: &str, title: &str| assignment(title, vec![deadline(None, date)]);
    let (mut desk, stream) = year(vec![with("2025-06-01", "Rapport om stier")]);
    let later = moved("assignment-1", "1", "2025-09-01", by_mail(MINISTRY, "2025-01-02"));
    assert_eq!(act(&mut desk, stream, later), "");
    // A letter that repeats the old deadline says nothing about it.
    letter(&mut desk, stream, vec![change("assignment-1", with("2025-06-01", "Rapport om alle stier"))]);
    assert_eq!(days(&desk, stream, "assignment-1"), ["1 2025-09-01"]);
    letter(&mut desk, stream, vec![change("assignment-1", with("2025-08-15", "Rapport om alle stier"))]);
    let due = &dues(&desk, stream, "assignment-1")[0];
    assert_eq!((due.date, due.holding), (Some(day("2025-08-15")), Holding::Letter(id("letter-3"))));
    let again = moved("assignment-1", "1", "2025-10-01", by_mail(MINISTRY, "2025-01-02"));
    assert_eq!(act(&mut desk, stream, again), "");
    let due = &dues(&desk, stream, "assignment-1")[0];
    assert!(due.date == Some(day("2025-10-01")) && matches!(due.holding, Holding::Moved(_)));
    let told: Vec<String> = history(&desk.book.years[&stream], id("assignment-1"))
        .iter()
        .map(|entry| match &entry.what {
            What::Printed { letter, deadlines, .. } => {
                format!("{letter} {}", deadlines.iter().map(|one| one.printed.as_str()).collect::<String>())
            }
            What::Repealed { letter, .. } => format!("{letter} repeals"),
            What::Done(event) => event.name().to_owned(),
        })
        .collect();
    assert_eq!(
        told,
        ["letter-1 2025-06-01", "deadline_moved", "letter-2 ", "letter-3 2025-08-15", "deadline_moved"]
    );
    desk.assert_replays();
}

#[test]
fn a_deadline_keeps_its_name_through_all_letters() {
    let part = |label: &str, date: &str| deadline(Some(label), date);
    let first = assignment("Stier", vec![part("Del 1", "2025-03-01"), part("Del 2", "2025-06-01")]);
    let (mut desk, stream) = year(vec![first]);
    assert_eq!(act(&mut desk, stream, said("assignment-1", Some("Del 2/1"), Status::AtRisk, None)), "");
    // The first part goes, the second one has a new day and another spelling, a third one comes.
    let second = assignment("Stier", vec![part("DEL  2", "2025-07-01"), part("Del 3", "2025-09-01")]);
    letter(&mut desk, stream, vec![change("assignment-1", second)]);
    assert_eq!(days(&desk, stream, "assignment-1"), ["Del 2/1 2025-07-01", "Del 3/1 2025-09-01"]);
    assert_eq!(dues(&desk, stream, "assignment-1")[0].status, Status::AtRisk);
    assert_eq!(
        act(&mut desk, stream, said("assignment-1", Some("Del 1/1"), Status::OnTrack, None)),
        "no-such-due"
    );
    // The only deadline of an assignment is the same one, whatever its label.
    let (mut desk, stream) = year(vec![assignment("Stier", vec![deadline(None, "2025-03-01")])]);
    letter(
        &mut desk,
        stream,
        vec![change("assignment-1", assignment("Stier", vec![part("Utredning", "2025-05-01")]))],
    );
    assert_eq!(days(&desk, stream, "assignment-1"), ["1 2025-05-01"]);
    // A second one of the same label gets a new number, and a dropped one comes back under its own.
    let both = vec![part("Utredning", "2025-05-01"), part("Utredning", "2025-11-01")];
    letter(&mut desk, stream, vec![change("assignment-1", assignment("Stier", both))]);
    assert_eq!(days(&desk, stream, "assignment-1").len(), 2);
}

#[test]
fn what_a_letter_takes_away_keeps_its_follow_up() {
    let (mut desk, stream) = year(vec![assignment("Stier", vec![deadline(None, "2025-03-01")])]);
    assert_eq!(act(&mut desk, stream, status("assignment-1", Status::AtRisk)), "");
    letter(&mut desk, stream, vec![repeal("assignment-1")]);
    let year = &desk.book.years[&stream];
    assert!(!counts(year, id("assignment-1")));
    assert_eq!(year.work.status(id("assignment-1")), Status::AtRisk);
    assert_eq!(history(year, id("assignment-1")).len(), 3);
    letter(
        &mut desk,
        stream,
        vec![change("assignment-1", assignment("Stier", vec![deadline(None, "2025-04-01")]))],
    );
    assert!(counts(&desk.book.years[&stream], id("assignment-1")));
    assert_eq!(days(&desk, stream, "assignment-1"), ["1 2025-04-01"]);
    assert_eq!(history(&desk.book.years[&stream], id("assignment-1")).len(), 4);
}

#[test]
fn open_work_goes_into_the_next_year_with_all_that_hangs_on_it() {
    let parts = vec![
        assignment("Ferdig", vec![deadline(None, "2025-03-01")]),
        assignment(
            "Stier",
            vec![deadline(Some("Del 1"), "2025-03-01"), deadline(Some("Del 2"), "2026-03-01")],
        ),
        assignment("Hytter", vec![deadline(None, "2026-06-01")]),
    ];
    let (mut desk, stream) = year(parts);
    assert_eq!(act(&mut desk, stream, said("assignment-1", None, Status::Cancelled, Some("Ikke nå"))), "");
    let owner = Responsibility { owner: Some(KARI), ..Responsibility::default() };
    let commands = [
        Work::Assign { object: id("assignment-2"), due: None, responsibility: owner.clone() },
        said("assignment-2", None, Status::Delayed, Some("Snø")),
        said("assignment-2", Some("Del 1/1"), Status::Delivered, None),
        moved("assignment-2", "Del 2/1", "2026-05-01", by_mail(MINISTRY, "2025-01-02")),
        Work::AddDependency { object: id("assignment-2"), on: id("assignment-3"), comment: None },
        Work::MarkMateriality {
            object: id("assignment-2"), material: true, why: "Mange går der".to_owned()
        },
        milestone("Utkast", MilestoneState::Reached),
        milestone("Høring", MilestoneState::Open),
    ];
    for command in commands {
        assert_eq!(act(&mut desk, stream, command), "");
    }
    let next = Stream::Year(AGENCY, 2026);
    desk.run(next, &Command::Letters(letters::Command::OpenNext)).unwrap();
    // Only two are open; they are counted anew.
    let item = &desk.book.years[&next].work.items[&id("assignment-1")];
    assert_eq!(item.carried, Some((stream, id("assignment-2"))));
    assert_eq!(item.responsibility.as_ref().unwrap().value, owner);
    assert_eq!(item.status.as_ref().unwrap().status, Status::Delayed);
    assert_eq!(desk.text(item.status.as_ref().unwrap().comment.unwrap()), Some("Snø"));
    assert!(item.material.as_ref().unwrap().value && item.depends_on.contains(&id("assignment-2")));
    let open: Vec<_> = item.milestones.values().map(|one| desk.text(one.value.title)).collect();
    assert_eq!(open, [Some("Høring")]);
    // What was reported in the year before is not taken back in this one.
    let back = Command::Work(Work::TakeBackStatus { object: id("assignment-1"), due: None });
    assert_eq!(desk.run_because(next, "Feil", &back).unwrap_err().code, "no-status");
    assert_eq!(days(&desk, next, "assignment-1"), ["Del 1/1 2025-03-01", "Del 2/1 2026-05-01"]);
    assert_eq!(dues(&desk, next, "assignment-1")[0].status, Status::Delivered);
    desk.assert_replays();
}

fn milestone(title: &str, state: MilestoneState) -> Work {
    Work::SetMilestone {
        object: id("assignment-2"),
        milestone: None,
        title: title.to_owned(),
        day: day("2025-05-01"),
        state,
        comment: None,
    }
}

#[test]
fn a_move_that_a_letter_overtook_stays_in_its_year() {
    let with = |date: &str| assignment("Stier", vec![deadline(None, date)]);
    let (mut desk, stream) = year(vec![with("2026-03-01")]);
    let agreed = moved("assignment-1", "1", "2026-09-01", by_mail(MINISTRY, "2025-01-02"));
    assert_eq!(act(&mut desk, stream, agreed), "");
    letter(&mut desk, stream, vec![change("assignment-1", with("2026-05-01"))]);
    let next = Stream::Year(AGENCY, 2026);
    desk.run(next, &Command::Letters(letters::Command::OpenNext)).unwrap();
    assert_eq!(days(&desk, next, "assignment-1"), ["1 2026-05-01"]);
}
