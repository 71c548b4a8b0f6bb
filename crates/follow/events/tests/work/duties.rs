//! Duties in running text, and meetings.

use crate::common::day;
use crate::desk::{act, assignment, change, days, deadline, duty, id, letter, meeting, said, status, year};
use styrbord_events::Command;
use styrbord_events::work::{Command as Work, DutyVerdict, MeetingStep, Status, counts, due};

fn judge(object: &str, verdict: DutyVerdict, comment: Option<&str>) -> Work {
    Work::JudgeDuty { object: id(object), verdict, comment: comment.map(str::to_owned) }
}

#[test]
fn a_hidden_duty_counts_when_a_person_confirms_it() {
    let parts = vec![
        duty("Direktoratet skal innen 31. oktober melde stedet", Some("2025-10-31")),
        duty("Direktoratet skal varsle om ras", None),
        assignment("Stier", vec![deadline(None, "2025-11-01")]),
    ];
    let (mut desk, stream) = year(parts);
    let soon = |desk: &crate::common::Desk| due(&desk.book.years[&stream], day("2025-10-20"), 30).len();
    assert_eq!(soon(&desk), 1);
    assert_eq!(act(&mut desk, stream, status("duty-1", Status::OnTrack)), "duty-unconfirmed");
    let confirmed = DutyVerdict::Confirmed { due: None };
    let by_operator = Command::Work(judge("duty-1", confirmed, None));
    assert_eq!(desk.refused(stream, &by_operator), "needs-person");
    assert_eq!(act(&mut desk, stream, judge("assignment-1", confirmed, None)), "not-a-duty");
    let other = DutyVerdict::Confirmed { due: Some(day("2025-11-30")) };
    assert_eq!(act(&mut desk, stream, judge("duty-1", other, None)), "letter-has-day");
    assert_eq!(act(&mut desk, stream, judge("duty-1", confirmed, None)), "");
    assert_eq!(soon(&desk), 2);
    assert_eq!(act(&mut desk, stream, judge("duty-2", DutyVerdict::Declined, None)), "comment-missing");
    assert_eq!(act(&mut desk, stream, judge("duty-2", DutyVerdict::Declined, Some("Gjelder alle"))), "");
    assert!(!counts(&desk.book.years[&stream], id("duty-2")));
    // A later word replaces the earlier one, with the day that the person reads.
    assert_eq!(act(&mut desk, stream, judge("duty-2", other, None)), "");
    assert_eq!(days(&desk, stream, "duty-2"), ["1 2025-11-30"]);
    assert_eq!(act(&mut desk, stream, said("duty-2", Some("1"), Status::Delivered, None)), "");
    desk.assert_replays();
}

#[test]
fn a_meeting_is_called_held_and_minuted() {
    let parts =
        vec![meeting("etatsstyringsmøte", Some(2), None), meeting("Vårmøte", None, Some("2025-01-08"))];
    let (mut desk, stream) = year(parts);
    let mut go = |object: &str, sitting, step, comment: Option<&str>| {
        let comment = comment.map(str::to_owned);
        act(&mut desk, stream, Work::RecordMeeting { object: id(object), sitting, step, comment })
    };
    let (held, called) = (MeetingStep::Held(day("2025-01-09")), MeetingStep::Called(day("2025-05-05")));
    assert_eq!(go("meeting-1", 1, held, None), "out-of-step");
    assert_eq!(go("meeting-1", 2, called, None), "no-such-sitting");
    assert_eq!(go("meeting-1", 1, called, None), "");
    assert_eq!(go("meeting-1", 1, MeetingStep::Called(day("2025-05-06")), None), "");
    assert_eq!(go("meeting-1", 2, MeetingStep::Called(day("2025-11-06")), None), "");
    assert_eq!(go("meeting-1", 2, MeetingStep::Cancelled, None), "comment-missing");
    assert_eq!(go("meeting-1", 2, MeetingStep::Cancelled, Some("Utgår")), "");
    assert_eq!(go("meeting-1", 1, MeetingStep::Held(day("2025-05-06")), None), "day-to-come");
    assert_eq!(go("meeting-1", 1, MeetingStep::MinutesSent(day("2025-01-09")), None), "out-of-step");
    assert_eq!(go("meeting-2", 1, held, None), "");
    assert_eq!(go("meeting-2", 1, MeetingStep::MinutesSent(day("2025-01-08")), None), "out-of-step");
    assert_eq!(go("meeting-2", 1, MeetingStep::MinutesSent(day("2025-01-10")), None), "");
    assert_eq!(go("meeting-2", 1, called, None), "out-of-step");
    let held_meeting = desk.book.years[&stream].work.items[&id("meeting-2")].sittings[&1];
    assert_eq!((held_meeting.held, held_meeting.minutes), (Some(day("2025-01-09")), Some(day("2025-01-10"))));
    assert_eq!(days(&desk, stream, "meeting-1"), ["1 2025-05-06", "2 2025-11-06"]);
    let soon = due(&desk.book.years[&stream], day("2025-05-01"), 365);
    assert_eq!(soon.iter().map(|item| item.due.key.to_string()).collect::<Vec<_>>(), ["1"]);
    desk.assert_replays();
}

#[test]
fn a_duty_that_a_letter_changes_counts_on_and_is_asked_about() {
    let (mut desk, stream) = year(vec![duty("Meld innen 31. oktober", Some("2025-10-31"))]);
    assert_eq!(act(&mut desk, stream, judge("duty-1", DutyVerdict::Confirmed { due: None }, None)), "");
    letter(&mut desk, stream, vec![change("duty-1", duty("Meld innen 30. november", Some("2025-11-30")))]);
    assert!(counts(&desk.book.years[&stream], id("duty-1")));
    assert_eq!(days(&desk, stream, "duty-1"), ["1 2025-11-30"]);
    let concerns = crate::questions::concerns(&desk, stream, "2025-02-01");
    assert!(concerns.contains(&"duty-1 ChangedSinceVerdict".to_owned()), "{concerns:?}");
}
