//! What others see of an agency's year, and as it was when.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]

mod common;
mod series;

use common::{Desk, organisation, started, started_with};
use std::collections::BTreeSet;
use styrbord_events::directory::OrganisationKind;
use styrbord_events::letters::{Document, DocumentKind, Match, PartChange, PartValue};
use styrbord_events::measure::{Card, Command as Measure};
use styrbord_events::sharing::{
    Act, Command as Sharing, OutsideView, Visibility, is_seen_outside, ministry_view, outside_view,
    partner_view,
};
use styrbord_events::work::Status;
use styrbord_events::{Command, ObjectId, OrganisationId, PersonId, Stream, TextRef, letters, work};
use styrbord_plan::Assignment;

fn id(text: &str) -> ObjectId {
    text.parse().unwrap()
}

fn share(object: &str) -> Command {
    Command::Sharing(Sharing::Share { objects: vec![id(object)] })
}

fn submit(object: &str) -> Command {
    Command::Sharing(Sharing::Submit { objects: vec![id(object)] })
}

fn take_back(object: &str) -> Command {
    Command::Sharing(Sharing::TakeBack { object: id(object) })
}

fn report(desk: &mut Desk, stream: Stream, object: &str, status: Status, comment: &str) -> TextRef {
    let command = work::Command::ReportStatus {
        object: id(object),
        due: None,
        status,
        comment: Some(comment.to_owned()),
        delay: None,
        letter: None,
    };
    desk.run_because(stream, &format!("Grunn: {comment}"), &Command::Work(command)).unwrap();
    desk.notes.iter().rev().find(|note| note.text == comment).unwrap().reference
}

fn seen(desk: &Desk, stream: Stream) -> OutsideView {
    assert_single_objects_agree(desk, stream);
    ministry_view(&desk.book, stream).unwrap()
}

/// Checks that what is said of one object is what the whole view says, for ministry, partners and strangers.
fn assert_single_objects_agree(desk: &Desk, stream: Stream) {
    for viewer in (1..=4).map(OrganisationId).filter(|viewer| *viewer != OrganisationId(1)) {
        let view = outside_view(&desk.book, stream, viewer);
        for object in desk.book.years[&stream].touched.keys() {
            let holds = view.as_ref().is_some_and(|view| {
                view.plan.contains_key(object)
                    || view.shown.contains_key(object)
                    || view.letters.contains_key(object)
            });
            assert_eq!(is_seen_outside(&desk.book, stream, viewer, *object), holds, "{viewer}: {object}");
        }
    }
}

fn assignment(title: &str, partners: &[&str]) -> PartValue {
    PartValue::Assignment(Box::new(Assignment {
        title: title.to_owned(),
        partners: partners.iter().map(|name| (*name).to_owned()).collect(),
        ..Assignment::default()
    }))
}

#[test]
fn the_ministry_sees_what_is_shown_as_it_was_and_nothing_internal() {
    let (mut desk, stream) = started_with(vec![assignment("Stier", &[]), assignment("Hytter", &[])]);
    let draft = report(&mut desk, stream, "assignment-1", Status::Delayed, "Utkast som ingen skal se");
    let shown = report(&mut desk, stream, "assignment-1", Status::AtRisk, "Vi venter på data");
    desk.run_because(stream, "Avtalt internt", &share("assignment-1")).unwrap();
    let later = report(&mut desk, stream, "assignment-1", Status::Delivered, "Levert i dag");
    let other = report(&mut desk, stream, "assignment-2", Status::Delayed, "Bare for oss");
    let view = seen(&desk, stream);
    assert_eq!(view.plan.len(), 2, "the plan is the ministry's own");
    assert_eq!(view.shown.keys().copied().collect::<Vec<_>>(), [id("assignment-1")]);
    assert_eq!(view.may_read.iter().copied().collect::<Vec<_>>(), [shown]);
    let json = serde_json::to_string(&view).unwrap();
    assert!(json.contains("at_risk") && json.contains(&shown.0.to_string()));
    for hidden in [draft, later, other] {
        assert!(!json.contains(&hidden.0.to_string()));
    }
    for reason in desk.records.iter().filter_map(|record| record.reason) {
        assert!(!json.contains(&reason.0.to_string()));
    }
    for word in ["delivered", "delayed", "operator", "stamp", "reason"] {
        assert!(!json.contains(word), "{word} in {json}");
    }
    desk.assert_replays();
}

#[test]
fn sharing_again_renews_the_moment_and_taking_back_ends_it() {
    let (mut desk, stream) = started();
    report(&mut desk, stream, "assignment-1", Status::AtRisk, "Først");
    desk.run(stream, &share("assignment-1")).unwrap();
    let second = report(&mut desk, stream, "assignment-1", Status::OnTrack, "Så");
    desk.run(stream, &share("assignment-1")).unwrap();
    let view = seen(&desk, stream);
    assert_eq!(view.shown[&id("assignment-1")].len(), 1);
    assert_eq!(view.may_read.iter().copied().collect::<Vec<_>>(), [second]);
    desk.run(stream, &take_back("assignment-1")).unwrap();
    assert!(seen(&desk, stream).shown.is_empty());
    assert!(seen(&desk, stream).may_read.is_empty());
    assert_eq!(desk.book.years[&stream].sharing.visibility(id("assignment-1")), Visibility::Internal);
    let log = &desk.book.years[&stream].sharing.showings[&id("assignment-1")].log;
    let acts: Vec<Act> = log.iter().map(|version| version.value).collect();
    assert_eq!(acts, [Act::Shared, Act::Shared, Act::TakenBack]);
    assert_eq!(desk.refused(stream, &take_back("assignment-1")), "not-shared");
    desk.assert_replays();
}

#[test]
fn what_was_submitted_stays_and_gets_a_new_version_beside_it() {
    let (mut desk, stream) = started();
    let first = report(&mut desk, stream, "assignment-1", Status::AtRisk, "Først");
    desk.run(stream, &share("assignment-1")).unwrap();
    desk.run(stream, &submit("assignment-1")).unwrap();
    assert_eq!(desk.refused(stream, &take_back("assignment-1")), "submitted-stays");
    assert_eq!(desk.refused(stream, &submit("assignment-1")), "nothing-new");
    let second = report(&mut desk, stream, "assignment-1", Status::Delivered, "Så");
    desk.run(stream, &share("assignment-1")).unwrap();
    let kinds = |desk: &Desk| -> Vec<Visibility> {
        seen(desk, stream).shown[&id("assignment-1")].iter().map(|shown| shown.visibility).collect()
    };
    assert_eq!(kinds(&desk), [Visibility::Submitted, Visibility::Shared]);
    desk.run(stream, &take_back("assignment-1")).unwrap();
    assert_eq!(seen(&desk, stream).may_read.iter().copied().collect::<Vec<_>>(), [first]);
    desk.run(stream, &submit("assignment-1")).unwrap();
    assert_eq!(kinds(&desk), [Visibility::Submitted, Visibility::Submitted]);
    assert!(seen(&desk, stream).may_read.contains(&first) && seen(&desk, stream).may_read.contains(&second));
    desk.assert_replays();
}

#[test]
fn what_cannot_be_shown_is_refused() {
    let (mut desk, stream) = started();
    let many = |objects: Vec<ObjectId>| Command::Sharing(Sharing::Share { objects });
    let one = id("assignment-1");
    for (command, code) in [
        (share("assignment-9"), "no-such-object"),
        (submit("letter-1"), "no-such-object"),
        (take_back("assignment-9"), "no-such-object"),
        (take_back("assignment-1"), "not-shared"),
        (many(Vec::new()), "how-many-objects"),
        (many(vec![one; 1001]), "how-many-objects"),
        (many(vec![one, one]), "named-twice"),
        (many(vec![one, id("assignment-9")]), "no-such-object"),
    ] {
        assert_eq!(desk.refused(stream, &command), code, "{command:?}");
    }
    let elsewhere = Stream::Year(OrganisationId(1), 2026);
    assert_eq!(desk.refused(elsewhere, &share("assignment-1")), "no-such-year");
}

#[test]
fn a_partner_sees_joint_assignments_alone() {
    let parts = vec![assignment("Stier", &["Dalsdirektoratet"]), assignment("Hytter", &[])];
    let (mut desk, stream) = started_with(parts);
    desk.run(Stream::Directory, &organisation(OrganisationKind::Partner, "Dalsdirektoratet")).unwrap();
    desk.run(Stream::Directory, &organisation(OrganisationKind::Partner, "Et annet direktorat")).unwrap();
    let joint = report(&mut desk, stream, "assignment-1", Status::AtRisk, "Felles");
    report(&mut desk, stream, "assignment-2", Status::AtRisk, "Eget");
    let both = Sharing::Share { objects: vec![id("assignment-1"), id("assignment-2")] };
    desk.run(stream, &Command::Sharing(both)).unwrap();
    let view = |partner| partner_view(&desk.book, stream, OrganisationId(partner)).unwrap();
    assert_eq!(view(3).plan.keys().copied().collect::<Vec<_>>(), [id("assignment-1")]);
    assert_eq!(view(3).shown.keys().copied().collect::<Vec<_>>(), [id("assignment-1")]);
    assert_eq!(view(3).may_read.iter().copied().collect::<Vec<_>>(), [joint]);
    assert!(!serde_json::to_string(&view(3)).unwrap().contains("Hytter"));
    assert!(view(4).plan.is_empty() && view(4).shown.is_empty());
    assert!(partner_view(&desk.book, stream, OrganisationId(9)).is_none());
    let outside = |viewer| outside_view(&desk.book, stream, OrganisationId(viewer));
    assert_eq!((outside(2), outside(3)), (ministry_view(&desk.book, stream), Some(view(3))));
    assert!(outside(9).is_none());
}

/// Takes in a document of the agency's own.
fn commission(desk: &mut Desk, stream: Stream, changes: Vec<PartChange>) {
    let document = Document {
        kind: DocumentKind::Commission,
        title: "Intern bestilling".to_owned(),
        number: None,
        date: None,
        file: None,
        hash: None,
    };
    desk.run(stream, &Command::Letters(letters::Command::Receive { document, changes })).unwrap();
}

#[test]
fn an_own_commission_is_internal_until_it_is_shown_also_in_the_next_year() {
    let (mut desk, stream) = started();
    let change = PartChange::Change {
        part: id("assignment-1"),
        value: assignment("Omskrevet internt", &[]),
        matched: Match::Answered,
    };
    let add = PartChange::Add { value: assignment("Intern gjennomgang", &["Dalsdirektoratet"]) };
    commission(&mut desk, stream, vec![change, add]);
    desk.run(Stream::Directory, &organisation(OrganisationKind::Partner, "Dalsdirektoratet")).unwrap();
    let json = |desk: &Desk, stream| serde_json::to_string(&seen(desk, stream)).unwrap();
    assert!(!json(&desk, stream).to_lowercase().contains("intern"));
    assert!(json(&desk, stream).contains("Rapport om stier"), "the ministry's own words stay");
    let partner = partner_view(&desk.book, stream, OrganisationId(3)).unwrap();
    assert!(partner.plan.is_empty() && partner.shown.is_empty());
    let next = Stream::Year(OrganisationId(1), 2026);
    desk.run(next, &Command::Letters(letters::Command::OpenNext)).unwrap();
    assert_eq!(desk.book.years[&next].letters.parts.len(), 2);
    assert_eq!(seen(&desk, next).plan.len(), 1);
    assert!(!json(&desk, next).to_lowercase().contains("intern"));
    assert!(json(&desk, next).contains("Rapport om stier"));
    desk.run(stream, &share("assignment-2")).unwrap();
    let shown = json(&desk, stream);
    assert!(shown.contains("Intern gjennomgang") && !shown.contains("Intern bestilling"));
    desk.assert_replays();
}

/// What the ministry is to see of an object, told without the code that is tried.
#[derive(Default, Clone)]
struct Model {
    comment: Option<TextRef>,
    shared: Option<TextRef>,
    submitted: Vec<TextRef>,
}

#[test]
fn after_any_acts_the_ministry_reads_what_was_shown_and_nothing_else() {
    for seed in 1..=8_u64 {
        let (mut desk, stream) = started_with(vec![assignment("Stier", &[]), assignment("Hytter", &[])]);
        let mut models = [Model::default(), Model::default()];
        let mut state = seed;
        let mut next = |below: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        };
        for step in 0..30 {
            let at = next(2) as usize;
            let object = format!("assignment-{}", at + 1);
            let model = &mut models[at];
            match next(4) {
                0 => {
                    let status = [Status::OnTrack, Status::AtRisk, Status::Delayed][next(3) as usize];
                    model.comment =
                        Some(report(&mut desk, stream, &object, status, &format!("{seed}/{step}")));
                }
                1 => {
                    desk.run(stream, &share(&object)).unwrap();
                    model.shared = model.comment;
                }
                2 if desk.run(stream, &submit(&object)).is_ok() => {
                    model.shared = None;
                    model.submitted.extend(model.comment);
                }
                3 if desk.run(stream, &take_back(&object)).is_ok() => model.shared = None,
                _ => {}
            }
            let expected: BTreeSet<TextRef> = models
                .iter()
                .flat_map(|model| model.submitted.iter().chain(&model.shared))
                .copied()
                .collect();
            let view = seen(&desk, stream);
            assert_eq!(view.may_read, expected, "seed {seed}, step {step}");
            let json = serde_json::to_string(&view).unwrap();
            let hidden = desk.notes.iter().filter(|note| !expected.contains(&note.reference));
            assert!(hidden.into_iter().all(|note| !json.contains(&note.reference.0.to_string())));
        }
        desk.assert_replays();
    }
}

#[test]
fn drafts_old_figures_and_owners_stay_inside() {
    let mut desk = series::ready();
    let stream = desk.stream;
    let write = |data: &str| Measure::WriteEntry {
        object: id("series-1"),
        period: series::period("2024"),
        data: Some(data.to_owned()),
        analysis: Some("Analyse".to_owned()),
        assessment: Some("Vurdering".to_owned()),
    };
    series::run(
        &mut desk,
        Measure::ReviseCard {
            series: id("series-1"),
            card: Box::new(Card { owner: Some(PersonId(1)), ..series::card() }),
            same_definition: None,
        },
    );
    series::run(&mut desk, series::figure("2024", "12.3"));
    let Measure::RecordMeasurement { series, measurement } = series::figure("2024", "45.8") else { panic!() };
    desk.because("Rettet", Measure::ReviseMeasurement { series, measurement });
    series::run(&mut desk, series::figure("2023", "98.7"));
    desk.because("Feil", Measure::WithdrawMeasurement { series, period: series::period("2023") });
    series::run(&mut desk, write("Utkast"));
    desk.desk.run(stream, &share("series-1")).unwrap();
    let json = |desk: &Desk| serde_json::to_string(&seen(desk, stream)).unwrap();
    let shown = json(&desk.desk);
    assert!(shown.contains("45.8") && shown.contains(series::MEASURED));
    for hidden in ["12.3", "98.7", "person-1", "supersedes", "stamp"] {
        assert!(!shown.contains(hidden), "{hidden} in {shown}");
    }
    assert!(seen(&desk.desk, stream).may_read.is_empty(), "the entry is a draft");
    series::run(&mut desk, Measure::CompleteEntry { object: id("series-1"), period: series::period("2024") });
    assert!(seen(&desk.desk, stream).may_read.is_empty(), "as it was when it was shared");
    desk.desk.run(stream, &submit("series-1")).unwrap();
    assert_eq!(seen(&desk.desk, stream).may_read.len(), 3);
}
