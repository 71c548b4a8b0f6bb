//! Any event that can be read is taken in without harm.

use crate::common::day;
use crate::desk::{STEWARD, assignment, by_letter, deadline, id, key, meeting, report, year};
use styrbord_calendar::{Date, Frequency};
use styrbord_events::work::{
    CarriedDue, CarriedWork, DeliverableVerdict, Event as Work, MeetingStep, MilestoneState, Status, by_goal,
    due, dues, history, needs_attention, object_view, slots,
};
use styrbord_events::{Actor, Draft, Event, ObjectId, Record, Stream, TextRef};

/// Events that no command gives: unknown objects, circles, extreme days.
fn wild(object: ObjectId) -> Vec<Work> {
    let text = TextRef(styrbord_events::Hash::ZERO);
    let far = Date::MAX;
    let set = |due: &str, first| Work::ScheduleSet {
        object,
        due: key(due),
        frequency: Frequency::Weekly,
        first,
        comment: None,
    };
    vec![
        Work::DependencyAdded { object, on: object, comment: None },
        Work::DependencyAdded { object, on: id("duty-99"), comment: None },
        Work::DeadlineMoved {
            object,
            due: key("Ukjent/4294967295"),
            from: None,
            to: far,
            agreed: by_letter("letter-1").map(|_| text),
            comment: None,
        },
        Work::DeadlineMoved {
            object,
            due: key("1"),
            from: Some(Date::MIN),
            to: far,
            agreed: by_letter("letter-9").map(|_| text),
            comment: None,
        },
        set("1", Date::MIN),
        set("1", far),
        Work::TiedToReport { object, due: key("1"), report: object },
        Work::TiedToReport { object, due: key("1"), report: id("report-1") },
        Work::MeetingRecorded { object, sitting: u32::MAX, step: MeetingStep::Held(far), comment: None },
        Work::StatusReported {
            object,
            due: Some(key("1@9999-12-31")),
            status: Status::Accepted,
            comment: None,
            delay: None,
            letter: Some(id("letter-77")),
        },
        Work::StatusTakenBack { object, due: Some(key("1")), status: Status::Accepted, now: None },
        Work::StatusTakenBack { object, due: None, status: Status::OnTrack, now: Some(Status::Delayed) },
        Work::MilestoneSet {
            object,
            milestone: u32::MAX,
            title: text,
            day: Date::MIN,
            state: MilestoneState::Open,
            comment: None,
        },
        Work::DeliverableRegistered {
            deliverable: object,
            object,
            due: None,
            title: text,
            evidence: Vec::new(),
        },
        Work::DeliverableJudged {
            deliverable: id("deliverable-4294967295"),
            verdict: DeliverableVerdict::Accepted,
            letter: None,
            comment: None,
        },
        carried(object),
    ]
}

fn carried(object: ObjectId) -> Work {
    Work::CarriedOver {
        object,
        from: Stream::Directory,
        was: object,
        work: Box::new(CarriedWork {
            depends_on: vec![object],
            dues: vec![CarriedDue {
                due: key("1"),
                responsibility: None,
                status: None,
                moved: Some((None, Date::MAX)),
            }],
            ..CarriedWork::default()
        }),
    }
}

#[test]
fn any_event_is_taken_in_and_every_question_answered() {
    let parts = vec![
        assignment("Stier", vec![deadline(None, "2025-03-01")]),
        report("Årsrapport", None),
        meeting("Møte", Some(u32::MAX), None),
    ];
    let (mut desk, stream) = year(parts);
    let objects = ["assignment-1", "report-1", "meeting-1", "goal-1", "deliverable-1"].map(id);
    for event in objects.into_iter().flat_map(wild).map(Event::Work) {
        let envelope = desk.envelope(stream);
        let draft = Draft {
            stream,
            at: envelope.at,
            on: envelope.on,
            actor: Actor::Person(STEWARD),
            command: envelope.id,
            reason: None,
            kind: event.kind(),
            payload_version: styrbord_events::PAYLOAD_VERSION,
            payload: event.encode().unwrap(),
        };
        let before = desk.records.last().map(Record::link).unwrap_or_default();
        let record = Record::seal(draft, before.seq + 1, desk.book.version(stream) + 1, before.hash);
        assert_eq!(record.event(), Ok(event));
        desk.book.apply(&record).unwrap();
        desk.records.push(record);
    }
    desk.assert_replays();
    let year = &desk.book.years[&stream];
    for today in [Date::MIN, day("2025-06-01"), Date::MAX] {
        due(year, today, u16::MAX);
        needs_attention(year, today);
        by_goal(year, today);
    }
    for object in objects {
        dues(year, object);
        history(year, object);
        object_view(year, object);
    }
    assert!(!year.work.items.contains_key(&id("goal-1")));
    assert!(year.letters.parts.values().all(|part| slots(part).len() <= 1));
}
