//! How far something is.

use crate::desk::{STEWARD, act, act_as, assignment, deadline, id, key, letter, meeting, said, status, year};
use styrbord_events::work::{Command as Work, DelayReason, Status, history};
use styrbord_events::{Command, letters};

fn one() -> (crate::common::Desk, styrbord_events::Stream) {
    let parts = vec![deadline(Some("Del 1"), "2025-03-01"), deadline(Some("Del 2"), "2025-09-01")];
    year(vec![assignment("Rapport om stier", parts), meeting("etatsstyringsmøte", Some(2), None)])
}

#[test]
fn only_the_ministry_or_its_letter_accepts_what_was_delivered() {
    let (mut desk, stream) = one();
    assert_eq!(act(&mut desk, stream, status("assignment-1", Status::Accepted)), "not-delivered");
    assert_eq!(act(&mut desk, stream, status("assignment-1", Status::Delivered)), "");
    assert_eq!(act(&mut desk, stream, status("assignment-1", Status::Accepted)), "needs-ministry");
    let by = |letter: &str| {
        let mut command = status("assignment-1", Status::Accepted);
        if let Work::ReportStatus { letter: answer, .. } = &mut command {
            *answer = Some(id(letter));
        }
        command
    };
    assert_eq!(act(&mut desk, stream, by("letter-1")), "letter-gave-it");
    assert_eq!(act(&mut desk, stream, by("letter-2")), "no-such-letter");
    letter(&mut desk, stream, Vec::new());
    assert_eq!(act(&mut desk, stream, by("letter-2")), "");
    assert_eq!(act(&mut desk, stream, status("assignment-1", Status::OnTrack)), "comment-missing");
    let reopened = said("assignment-1", None, Status::OnTrack, Some("Kapittel 3 mangler"));
    assert_eq!(act(&mut desk, stream, reopened), "");
    assert_eq!(act(&mut desk, stream, status("assignment-1", Status::Delivered)), "");
    assert_eq!(act_as(&mut desk, stream, STEWARD, status("assignment-1", Status::Accepted)), "");
    assert_eq!(
        act(&mut desk, stream, said("assignment-1", None, Status::Cancelled, Some("Nei"))),
        "reopen-first"
    );
    let all: Vec<Status> =
        desk.book.years[&stream].work.statuses(id("assignment-1")).map(|(status, _)| status).collect();
    let expected =
        [Status::Delivered, Status::Accepted, Status::OnTrack, Status::Delivered, Status::Accepted];
    assert_eq!(all, expected);
    desk.assert_replays();
}

#[test]
fn what_is_delayed_says_why_in_a_comment() {
    let (mut desk, stream) = one();
    let delayed = |comment: Option<&str>, delay| {
        let mut command = said("assignment-1", None, Status::Delayed, comment);
        if let Work::ReportStatus { delay: reason, .. } = &mut command {
            *reason = delay;
        }
        command
    };
    assert_eq!(act(&mut desk, stream, delayed(None, Some(DelayReason::Data))), "comment-missing");
    assert_eq!(act(&mut desk, stream, delayed(Some("  "), None)), "comment-missing");
    // The reason of the command is no comment on the delay.
    let command = Command::Work(delayed(None, None));
    assert_eq!(desk.run_because(stream, "Retting", &command).unwrap_err().code, "comment-missing");
    assert_eq!(act(&mut desk, stream, delayed(Some("Tallene kom sent"), Some(DelayReason::Data))), "");
    let report = desk.book.years[&stream].work.report(id("assignment-1"), None).unwrap().clone();
    assert_eq!((report.status, report.delay), (Status::Delayed, Some(DelayReason::Data)));
    assert_eq!(desk.text(report.comment.unwrap()), Some("Tallene kom sent"));
    let out_of_place = Work::ReportStatus {
        object: id("assignment-1"),
        due: None,
        status: Status::OnTrack,
        comment: None,
        delay: Some(DelayReason::Data),
        letter: None,
    };
    assert_eq!(act(&mut desk, stream, out_of_place), "delay-out-of-place");
}

#[test]
fn each_part_has_a_status_of_its_own() {
    let (mut desk, stream) = one();
    assert_eq!(
        act(&mut desk, stream, said("assignment-1", Some("Del 3/1"), Status::OnTrack, None)),
        "no-such-due"
    );
    assert_eq!(act(&mut desk, stream, said("assignment-1", Some("Del 1/1"), Status::Delivered, None)), "");
    assert_eq!(act(&mut desk, stream, status("assignment-1", Status::OnTrack)), "");
    let all: Vec<Status> =
        crate::desk::dues(&desk, stream, "assignment-1").iter().map(|due| due.status).collect();
    assert_eq!(all, [Status::Delivered, Status::OnTrack]);
    assert_eq!(
        act_as(&mut desk, stream, STEWARD, said("assignment-1", Some("Del 1/1"), Status::Accepted, None)),
        ""
    );
    assert_eq!(act(&mut desk, stream, status("assignment-1", Status::Delivered)), "");
    assert_eq!(
        act(&mut desk, stream, said("assignment-1", Some("Del 2/1"), Status::OnTrack, None)),
        "settled"
    );
    // The part that was accepted stays so; the other one is delivered with the whole.
    let all: Vec<Status> =
        crate::desk::dues(&desk, stream, "assignment-1").iter().map(|due| due.status).collect();
    assert_eq!(all, [Status::Accepted, Status::Delivered]);
}

#[test]
fn a_status_belongs_to_work_in_force() {
    let (mut desk, stream) = one();
    assert_eq!(act(&mut desk, stream, status("assignment-9", Status::OnTrack)), "no-such-object");
    assert_eq!(act(&mut desk, stream, status("meeting-1", Status::OnTrack)), "meeting-has-steps");
    letter(&mut desk, stream, vec![crate::desk::repeal("assignment-1")]);
    assert_eq!(act(&mut desk, stream, status("assignment-1", Status::OnTrack)), "part-repealed");
    let long = said("meeting-1", None, Status::OnTrack, Some("x"));
    assert_eq!(act(&mut desk, stream, long), "meeting-has-steps");
}

#[test]
fn a_comment_has_bounds() {
    let (mut desk, stream) = one();
    let long = "a".repeat(20_001);
    let command = said("assignment-1", None, Status::OnTrack, Some(&long));
    assert_eq!(act(&mut desk, stream, command), "text-too-long");
}

#[test]
fn a_closed_year_stands() {
    let (mut desk, stream) = one();
    let close = letters::Command::SetStage { stage: letters::Stage::Closed };
    desk.run(stream, &Command::Letters(close)).unwrap();
    assert_eq!(act(&mut desk, stream, status("assignment-1", Status::OnTrack)), "year-closed");
}

/// Takes a status back with a reason, and returns the code of the refusal, or nothing.
fn take_back(
    desk: &mut crate::common::Desk,
    stream: styrbord_events::Stream,
    due: Option<&str>,
    reason: &str,
) -> &'static str {
    let command = Command::Work(Work::TakeBackStatus { object: id("assignment-1"), due: due.map(key) });
    desk.run_because(stream, reason, &command).map_or_else(|refusal| refusal.code, |()| "")
}

fn reported(
    desk: &crate::common::Desk,
    stream: styrbord_events::Stream,
    due: Option<&str>,
) -> Option<Status> {
    let due = due.map(key);
    desk.book.years[&stream].work.report(id("assignment-1"), due.as_ref()).map(|report| report.status)
}

#[test]
fn a_status_that_was_wrong_is_taken_back_and_both_stay_in_the_history() {
    let (mut desk, stream) = one();
    assert_eq!(take_back(&mut desk, stream, None, "Feil oppdrag"), "no-status");
    act(&mut desk, stream, status("assignment-1", Status::OnTrack));
    let before = desk.book.years[&stream].work.report(id("assignment-1"), None).cloned();
    act(&mut desk, stream, said("assignment-1", None, Status::Cancelled, Some("Trengs ikke")));
    assert_eq!(take_back(&mut desk, stream, None, " "), "reason-missing");
    assert_eq!(take_back(&mut desk, stream, None, "Feil oppdrag"), "");
    // The one before holds again as it was reported, with its day and who reported it.
    assert_eq!(desk.book.years[&stream].work.report(id("assignment-1"), None).cloned(), before);
    let kinds: Vec<String> = desk.records.iter().rev().take(3).map(|record| record.kind.clone()).collect();
    assert_eq!(kinds, ["work.status_taken_back", "work.status_reported", "work.status_reported"]);
    assert_eq!(history(&desk.book.years[&stream], id("assignment-1")).len(), 4);
    assert_eq!(take_back(&mut desk, stream, None, "Også feil"), "");
    assert_eq!(reported(&desk, stream, None), None);
    assert_eq!(take_back(&mut desk, stream, None, "Igjen"), "no-status");
    desk.assert_replays();
}

#[test]
fn a_part_and_the_whole_are_taken_back_each_for_itself() {
    let (mut desk, stream) = one();
    let part = Some("Del 1/1");
    act(&mut desk, stream, said("assignment-1", part, Status::OnTrack, None));
    act(&mut desk, stream, said("assignment-1", part, Status::Delivered, None));
    act(&mut desk, stream, status("assignment-1", Status::Delivered));
    assert_eq!(take_back(&mut desk, stream, part, "Feil del"), "settled");
    assert_eq!(take_back(&mut desk, stream, None, "Ikke alt"), "");
    assert_eq!(
        (reported(&desk, stream, None), reported(&desk, stream, part)),
        (None, Some(Status::Delivered))
    );
    assert_eq!(take_back(&mut desk, stream, part, "Feil del"), "");
    assert_eq!(reported(&desk, stream, part), Some(Status::OnTrack));
    assert_eq!(take_back(&mut desk, stream, Some("Del 2/1"), "Feil del"), "no-status");
    desk.assert_replays();
}

#[test]
fn what_the_ministry_itself_accepted_the_agency_does_not_take_back() {
    let (mut desk, stream) = one();
    act(&mut desk, stream, status("assignment-1", Status::Delivered));
    assert_eq!(act_as(&mut desk, stream, STEWARD, status("assignment-1", Status::Accepted)), "");
    assert_eq!(take_back(&mut desk, stream, None, "Nei"), "ministry-said-so");
    let reopened = said("assignment-1", None, Status::Delivered, Some("Departementet vil se mer"));
    assert_eq!(act(&mut desk, stream, reopened), "");
    letter(&mut desk, stream, Vec::new());
    let mut accepted = status("assignment-1", Status::Accepted);
    if let Work::ReportStatus { letter: answer, .. } = &mut accepted {
        *answer = Some(id("letter-2"));
    }
    assert_eq!(act(&mut desk, stream, accepted), "");
    assert_eq!(take_back(&mut desk, stream, None, "Brevet gjaldt et annet oppdrag"), "");
    assert_eq!(reported(&desk, stream, None), Some(Status::Delivered));
}
