//! When something is due: as printed, moved, set, or with a report.

use crate::common::{Desk, day};
use crate::desk::{
    AGENCY, MINISTRY, PARTNER, act, assignment, by_letter, by_mail, days, deadline, dues, id, in_annex, key,
    letter, moved, of_kind, report, said, year,
};
use styrbord_calendar::Frequency;
use styrbord_events::work::{
    Agreement, Command as Work, Ground, Holding, Schedule, Status, proposed_schedule,
};
use styrbord_plan::{Deadline, DeadlineKind, Report};

fn recurring(date: Option<&str>, frequency: Frequency, printed: &str) -> Deadline {
    Deadline { date: date.map(day), frequency: Some(frequency), ..of_kind(DeadlineKind::Recurring, printed) }
}

fn printed(deadlines: Vec<Deadline>) -> Vec<String> {
    let (desk, stream) = year(vec![assignment("Rapport om stier", deadlines)]);
    days(&desk, stream, "assignment-1")
}

#[test]
fn each_kind_of_deadline_gives_its_day() {
    let within = |part: &str, inner: &str, date: &str| Deadline {
        parent_part: Some(part.to_owned()),
        ..deadline(Some(inner), date)
    };
    let cases: Vec<(Vec<Deadline>, Vec<&str>)> = vec![
        (Vec::new(), vec!["1 -"]),
        (vec![deadline(None, "2026-12-31")], vec!["1 2026-12-31"]),
        // A list and a description say it twice; different days are two.
        (
            vec![deadline(None, "2025-10-01"), in_annex(deadline(Some("Utredning"), "2025-10-01"))],
            vec!["1 2025-10-01"],
        ),
        (
            vec![deadline(None, "2025-10-01"), in_annex(deadline(None, "2025-11-01"))],
            vec!["1 2025-10-01", "2 2025-11-01"],
        ),
        (
            vec![
                deadline(Some("Del II"), "2025-12-15"),
                within("Del II", "underveisrapport", "2025-06-15"),
                in_annex(within("Del II", "Underveisrapport", "2025-06-15")),
                in_annex(within("Del II", "Endelig rapport", "2025-12-15")),
            ],
            vec!["Del II/1 2025-12-15", "Del II: underveisrapport/1 2025-06-15"],
        ),
        // An old day that is still printed is none.
        (
            vec![Deadline { superseded: true, ..deadline(None, "2024-06-01") }, deadline(None, "2025-12-31")],
            vec!["1 2025-12-31"],
        ),
        (vec![of_kind(DeadlineKind::Invalid, "31.09.2026")], vec!["1 -"]),
        (vec![of_kind(DeadlineKind::Ongoing, "Løpende")], vec!["1 -"]),
    ];
    check(cases);
}

#[test]
fn what_recurs_gives_each_day_of_the_year() {
    let cases: Vec<(Vec<Deadline>, Vec<&str>)> = vec![
        (
            vec![recurring(Some("2025-03-20"), Frequency::Tertial, "Tertialvis f.o.m. 20. mars 2025")],
            vec!["1@2025-03-20 2025-03-20", "1@2025-07-20 2025-07-20", "1@2025-11-20 2025-11-20"],
        ),
        (
            vec![recurring(Some("2027-08-01"), Frequency::HalfYearly, "Halvårsrapportering 01.08.2027")],
            vec!["1@2025-02-01 2025-02-01", "1@2025-08-01 2025-08-01"],
        ),
        (
            vec![recurring(Some("2027-08-01"), Frequency::Yearly, "Årlig f.o.m. 01.08.2027")],
            vec!["1 2027-08-01"],
        ),
        (
            vec![recurring(Some("2024-12-31"), Frequency::Quarterly, "Hvert kvartal")],
            vec![
                "1@2025-03-31 2025-03-31",
                "1@2025-06-30 2025-06-30",
                "1@2025-09-30 2025-09-30",
                "1@2025-12-31 2025-12-31",
            ],
        ),
        (
            ["2024-01-15", "2025-01-15", "2026-01-15"]
                .map(|date| recurring(Some(date), Frequency::Yearly, "15. januar 2024, 2025, 2026"))
                .to_vec(),
            vec!["1 2024-01-15", "2 2025-01-15", "3 2026-01-15"],
        ),
        // Two days of one rhythm, in a list and in a description, give each day once.
        (
            vec![
                recurring(Some("2025-08-01"), Frequency::Yearly, "01.08.2025 (årlig)"),
                in_annex(recurring(Some("2027-08-01"), Frequency::Yearly, "01.08.2027 (årlig)")),
            ],
            vec!["1@2025-08-01 2025-08-01"],
        ),
    ];
    check(cases);
}

fn check(cases: Vec<(Vec<Deadline>, Vec<&str>)>) {
    for (deadlines, expected) in cases {
        assert_eq!(printed(deadlines.clone()), expected, "{deadlines:?}");
    }
}

#[test]
fn a_day_that_is_reckoned_says_so() {
    let deadlines = vec![recurring(Some("2025-03-20"), Frequency::Tertial, "f.o.m. 20. mars 2025")];
    let (desk, stream) = year(vec![assignment("Analyse", deadlines)]);
    let holding: Vec<Holding> = dues(&desk, stream, "assignment-1").iter().map(|due| due.holding).collect();
    let letter = id("letter-1");
    assert_eq!(holding, [Holding::Letter(letter), Holding::Reckoned(letter), Holding::Reckoned(letter)]);
}

#[test]
fn a_deadline_moves_only_by_agreement() {
    let (mut desk, stream) = year(vec![assignment("Rapport om stier", vec![deadline(None, "2025-06-01")])]);
    let mut go =
        |to: &str, agreed: Agreement<String>| act(&mut desk, stream, moved("assignment-1", "1", to, agreed));
    assert_eq!(go("2025-09-01", by_mail(AGENCY, "2025-01-09")), "agency-alone");
    assert_eq!(go("2025-09-01", by_letter("letter-1")), "letter-gave-it");
    assert_eq!(go("2025-09-01", by_letter("letter-7")), "no-such-letter");
    assert_eq!(go("2025-09-01", by_mail(MINISTRY, "2025-01-11")), "day-to-come");
    assert_eq!(
        go("2025-09-01", Agreement { organisation: PARTNER, ..by_letter("letter-1") }),
        "person-elsewhere"
    );
    let nothing = Ground::Writing { dated: day("2025-01-09"), reference: " ".to_owned() };
    assert_eq!(go("2025-09-01", Agreement { ground: nothing, ..by_letter("letter-1") }), "text-missing");
    assert_eq!(go("2025-06-01", by_mail(MINISTRY, "2025-01-09")), "same-deadline");
    assert_eq!(go("2301-06-01", by_mail(MINISTRY, "2025-01-09")), "day-out-of-range");
    assert_eq!(go("2025-09-01", by_mail(MINISTRY, "2025-01-09")), "");
    assert_eq!(go("2025-10-01", by_mail(MINISTRY, "2025-01-10")), "");
    let due = &dues(&desk, stream, "assignment-1")[0];
    assert_eq!(due.date, Some(day("2025-10-01")));
    assert!(matches!(due.holding, Holding::Moved(_)));
    let moves = &desk.book.years[&stream].work.items[&id("assignment-1")].dues[&key("1")].moves;
    let days: Vec<_> = moves.iter().map(|one| (one.from, one.to)).collect();
    assert_eq!(
        days,
        [(Some(day("2025-06-01")), day("2025-09-01")), (Some(day("2025-09-01")), day("2025-10-01"))]
    );
    let Some(Agreement { ground: Ground::Writing { reference, .. }, .. }) = moves[0].agreed else { panic!() };
    assert_eq!(desk.text(reference), Some("E-post, sak 25/17"));
    desk.assert_replays();
}

#[test]
fn what_is_done_keeps_its_deadline_and_one_to_be_agreed_gets_one() {
    let parts = vec![assignment("Rapport om stier", vec![of_kind(DeadlineKind::None, "Avtales")])];
    let (mut desk, stream) = year(parts);
    let set = moved("assignment-1", "1", "2025-05-01", by_mail(MINISTRY, "2025-01-02"));
    assert_eq!(act(&mut desk, stream, set), "");
    assert_eq!(days(&desk, stream, "assignment-1"), ["1 2025-05-01"]);
    assert_eq!(act(&mut desk, stream, said("assignment-1", Some("1"), Status::Delivered, None)), "");
    let late = moved("assignment-1", "1", "2025-06-01", by_mail(MINISTRY, "2025-01-02"));
    assert_eq!(act(&mut desk, stream, late), "settled");
    letter(&mut desk, stream, vec![crate::desk::repeal("assignment-1")]);
    let gone = moved("assignment-1", "1", "2025-06-01", by_letter("letter-2"));
    assert_eq!(act(&mut desk, stream, gone), "part-repealed");
}

#[test]
fn one_occurrence_moves_and_is_done_alone() {
    let deadlines = vec![recurring(Some("2025-03-20"), Frequency::Tertial, "f.o.m. 20. mars 2025")];
    let (mut desk, stream) = year(vec![assignment("Analyse", deadlines)]);
    let whole = moved("assignment-1", "1", "2025-04-01", by_mail(MINISTRY, "2025-01-02"));
    assert_eq!(act(&mut desk, stream, whole), "no-such-due");
    let one = moved("assignment-1", "1@2025-07-20", "2025-08-20", by_mail(MINISTRY, "2025-01-02"));
    assert_eq!(act(&mut desk, stream, one), "");
    assert_eq!(
        act(&mut desk, stream, said("assignment-1", Some("1@2025-03-20"), Status::Delivered, None)),
        ""
    );
    let all = days(&desk, stream, "assignment-1");
    assert_eq!(all, ["1@2025-03-20 2025-03-20", "1@2025-07-20 2025-08-20", "1@2025-11-20 2025-11-20"]);
    let done: Vec<bool> =
        dues(&desk, stream, "assignment-1").iter().map(|due| due.status.is_settled()).collect();
    assert_eq!(done, [true, false, false]);
}

#[test]
fn a_person_says_on_which_days_a_report_without_days_recurs() {
    let monthly = Report {
        title: "månedlig analyse".to_owned(),
        frequency: Some(Frequency::Monthly),
        ..Report::default()
    };
    let parts = vec![
        styrbord_events::letters::PartValue::Report(monthly),
        report("Årsrapport", Some("2026-03-15")),
        assignment("Uten frist", vec![of_kind(DeadlineKind::None, "")]),
    ];
    let (mut desk, stream) = year(parts);
    assert_eq!(days(&desk, stream, "report-1"), ["1 -"]);
    let set = |object: &str, first: &str| Work::SetSchedule {
        object: id(object),
        due: key("1"),
        frequency: Frequency::Monthly,
        first: day(first),
        comment: None,
    };
    let proposed =
        |desk: &Desk, object: &str| proposed_schedule(&desk.book.years[&stream], id(object), &key("1"));
    let at_ends = Schedule { frequency: Frequency::Monthly, first: day("2025-01-31") };
    assert_eq!(proposed(&desk, "report-1"), Some(at_ends));
    assert_eq!((proposed(&desk, "report-2"), proposed(&desk, "assignment-1")), (None, None));
    assert_eq!(act(&mut desk, stream, set("report-1", "2026-01-31")), "no-day-in-year");
    assert_eq!(act(&mut desk, stream, set("report-2", "2025-01-31")), "letter-has-day");
    assert_eq!(act(&mut desk, stream, set("assignment-1", "2025-01-31")), "needs-agreement");
    assert_eq!(act(&mut desk, stream, set("report-1", "2025-10-31")), "");
    let all = days(&desk, stream, "report-1");
    assert_eq!(all, ["1@2025-10-31 2025-10-31", "1@2025-11-30 2025-11-30", "1@2025-12-31 2025-12-31"]);
    assert!(dues(&desk, stream, "report-1").iter().all(|due| matches!(due.holding, Holding::Set(_))));
    assert_eq!(proposed(&desk, "report-1"), None);
}

#[test]
fn what_is_delivered_with_a_report_is_due_with_it() {
    let parts = vec![
        assignment("Tall", vec![of_kind(DeadlineKind::InReport, "I halvårsrapporten")]),
        report("Halvårsrapport", Some("2025-08-18")),
    ];
    let (mut desk, stream) = year(parts);
    let tie = |object: &str, report: &str| Work::TieToReport {
        object: id(object),
        due: key("1"),
        report: id(report),
    };
    assert_eq!(act(&mut desk, stream, tie("assignment-1", "assignment-1")), "not-a-report");
    assert_eq!(act(&mut desk, stream, tie("assignment-1", "report-2")), "no-such-object");
    assert_eq!(act(&mut desk, stream, tie("report-1", "report-1")), "not-a-report");
    assert_eq!(act(&mut desk, stream, tie("assignment-1", "report-1")), "");
    assert_eq!(days(&desk, stream, "assignment-1"), ["1 2025-08-18"]);
    let later = moved("report-1", "1", "2025-09-01", by_mail(MINISTRY, "2025-01-02"));
    assert_eq!(act(&mut desk, stream, later), "");
    let due = &dues(&desk, stream, "assignment-1")[0];
    assert_eq!((due.date, due.holding), (Some(day("2025-09-01")), Holding::Report(id("report-1"))));
}
