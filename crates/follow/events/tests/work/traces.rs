//! How often a deadline changed, and that it is gone: what a calendar elsewhere has to know.

use crate::common::{Desk, day};
use crate::desk::{
    MINISTRY, act, assignment, by_mail, change, deadline, duty, id, key, letter, meeting, moved, of_kind,
    repeal, report, said, status, year,
};
use styrbord_calendar::Frequency;
use styrbord_events::Stream;
use styrbord_events::work::{Command as Work, DutyVerdict, MeetingStep, Status, Until, trace};
use styrbord_plan::DeadlineKind;

/// Returns names, days and revisions, as `1 2025-03-01 0`, and `gone` behind those that are withdrawn.
fn traced(desk: &Desk, stream: Stream, object: &str) -> Vec<String> {
    lines(desk, stream, object, Until::Now)
}

fn lines(desk: &Desk, stream: Stream, object: &str, until: Until) -> Vec<String> {
    let found = trace(&desk.book.years[&stream], id(object), until);
    let gone = |withdrawn: bool| if withdrawn { " gone" } else { "" };
    let line = |one: &styrbord_events::work::Traced| {
        format!("{} {} {}{}", one.due.key, one.date, one.revision, gone(one.withdrawn))
    };
    found.iter().map(line).collect()
}

#[test]
fn the_revision_rises_when_the_day_changes_and_at_nothing_else() {
    let with = |date: &str, title: &str| assignment(title, vec![deadline(None, date)]);
    let (mut desk, stream) = year(vec![with("2025-06-01", "Rapport om stier")]);
    assert_eq!(traced(&desk, stream, "assignment-1"), ["1 2025-06-01 0"]);
    let first = desk.book.seq;
    for quiet in
        [status("assignment-1", Status::AtRisk), said("assignment-1", Some("1"), Status::OnTrack, None)]
    {
        assert_eq!(act(&mut desk, stream, quiet), "");
        assert_eq!(traced(&desk, stream, "assignment-1"), ["1 2025-06-01 0"]);
    }
    let agreed = || by_mail(MINISTRY, "2025-01-02");
    assert_eq!(act(&mut desk, stream, moved("assignment-1", "1", "2025-09-01", agreed())), "");
    assert_eq!(traced(&desk, stream, "assignment-1"), ["1 2025-09-01 1"]);
    letter(&mut desk, stream, vec![change("assignment-1", with("2025-06-01", "Rapport om alle stier"))]);
    assert_eq!(traced(&desk, stream, "assignment-1"), ["1 2025-09-01 1"]);
    letter(&mut desk, stream, vec![change("assignment-1", with("2025-08-15", "Rapport om alle stier"))]);
    assert_eq!(traced(&desk, stream, "assignment-1"), ["1 2025-08-15 2"]);
    assert_eq!(act(&mut desk, stream, moved("assignment-1", "1", "2025-06-01", agreed())), "");
    assert_eq!(traced(&desk, stream, "assignment-1"), ["1 2025-06-01 3"]);
    // What others may know: up to a record, and by the letters alone.
    assert_eq!(lines(&desk, stream, "assignment-1", Until::Record(first)), ["1 2025-06-01 0"]);
    assert_eq!(lines(&desk, stream, "assignment-1", Until::Letters), ["1 2025-08-15 1"]);
    letter(&mut desk, stream, vec![repeal("assignment-1")]);
    assert_eq!(traced(&desk, stream, "assignment-1"), ["1 2025-06-01 4 gone"]);
    letter(&mut desk, stream, vec![change("assignment-1", with("2025-08-15", "Rapport om stier"))]);
    assert_eq!(traced(&desk, stream, "assignment-1"), ["1 2025-06-01 5"]);
    let dues = styrbord_events::work::dues(&desk.book.years[&stream], id("assignment-1"));
    let found = trace(&desk.book.years[&stream], id("assignment-1"), Until::Now);
    assert_eq!(found.iter().map(|one| one.due.clone()).collect::<Vec<_>>(), dues);
}

#[test]
fn a_part_that_is_dropped_or_called_off_is_gone() {
    let part = |label: &str, date: &str| deadline(Some(label), date);
    let both = assignment("Stier", vec![part("Del 1", "2025-03-01"), part("Del 2", "2025-06-01")]);
    let (mut desk, stream) = year(vec![both.clone()]);
    let second = assignment("Stier", vec![part("Del 2", "2025-06-01")]);
    letter(&mut desk, stream, vec![change("assignment-1", second)]);
    let expected = ["Del 1/1 2025-03-01 1 gone", "Del 2/1 2025-06-01 0"];
    assert_eq!(traced(&desk, stream, "assignment-1"), expected);
    letter(&mut desk, stream, vec![change("assignment-1", both)]);
    let expected = ["Del 1/1 2025-03-01 2", "Del 2/1 2025-06-01 0"];
    assert_eq!(traced(&desk, stream, "assignment-1"), expected);
    let called_off = said("assignment-1", None, Status::Cancelled, Some("Utgår"));
    assert_eq!(act(&mut desk, stream, called_off), "");
    let expected = ["Del 1/1 2025-03-01 3 gone", "Del 2/1 2025-06-01 1 gone"];
    assert_eq!(traced(&desk, stream, "assignment-1"), expected);
}

#[test]
fn meetings_duties_and_what_comes_with_a_report_are_followed_too() {
    let tied = assignment("Vedlegg", vec![of_kind(DeadlineKind::InReport, "I årsrapporten")]);
    let parts = vec![
        meeting("Etatsstyringsmøte", Some(2), None),
        duty("Etaten skal orientere", Some("2025-05-01")),
        tied,
        report("Årsrapport", Some("2025-03-15")),
    ];
    let (mut desk, stream) = year(parts);
    for object in ["meeting-1", "duty-1", "assignment-1"] {
        assert_eq!(traced(&desk, stream, object), [""; 0], "{object}");
    }
    let mut go = |command| assert_eq!(act(&mut desk, stream, command), "");
    let meet = |sitting, step| {
        let comment = Some("Utgår".to_owned());
        Work::RecordMeeting { object: id("meeting-1"), sitting, step, comment }
    };
    go(meet(1, MeetingStep::Called(day("2025-05-05"))));
    go(meet(1, MeetingStep::Called(day("2025-05-06"))));
    go(meet(2, MeetingStep::Called(day("2025-11-06"))));
    go(meet(2, MeetingStep::Cancelled));
    let verdict = DutyVerdict::Confirmed { due: None };
    go(Work::JudgeDuty { object: id("duty-1"), verdict, comment: None });
    go(Work::TieToReport { object: id("assignment-1"), due: key("1"), report: id("report-1") });
    let agreed = by_mail(MINISTRY, "2025-01-02");
    go(moved("report-1", "1", "2025-03-20", agreed));
    assert_eq!(traced(&desk, stream, "meeting-1"), ["1 2025-05-06 1", "2 2025-11-06 1 gone"]);
    assert_eq!(traced(&desk, stream, "duty-1"), ["1 2025-05-01 0"]);
    assert_eq!(traced(&desk, stream, "assignment-1"), ["1 2025-03-20 1"]);
    assert_eq!(traced(&desk, stream, "report-1"), ["1 2025-03-20 1"]);
}

#[test]
fn each_day_of_a_schedule_is_followed() {
    let yearly = of_kind(DeadlineKind::Recurring, "Tertialvis");
    let (mut desk, stream) = year(vec![assignment("Stier", vec![yearly])]);
    let set = |first: &str| Work::SetSchedule {
        object: id("assignment-1"),
        due: key("1"),
        frequency: Frequency::HalfYearly,
        first: day(first),
        comment: None,
    };
    assert_eq!(act(&mut desk, stream, set("2025-02-01")), "");
    assert_eq!(act(&mut desk, stream, set("2025-08-01")), "");
    let expected = ["1@2025-02-01 2025-02-01 1 gone", "1@2025-08-01 2025-08-01 0"];
    assert_eq!(traced(&desk, stream, "assignment-1"), expected);
}
