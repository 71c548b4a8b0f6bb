//! What was delivered, what shows it, and what is material.

use crate::desk::{STEWARD, act, act_as, assignment, deadline, id, key, letter, status, year};
use styrbord_events::Hash;
use styrbord_events::work::{Command as Work, DeliverableVerdict, Evidence, Status, history};

fn file(media_type: &str, bytes: u64) -> Evidence<String> {
    Evidence::File {
        hash: Hash::of_bytes(b"%PDF-1.7"),
        name: "rapport.pdf".to_owned(),
        media_type: media_type.to_owned(),
        bytes,
        note: Some("Kapittel 3 er ny".to_owned()),
    }
}

fn register(title: &str, evidence: Vec<Evidence<String>>) -> Work {
    Work::RegisterDeliverable {
        object: id("assignment-1"),
        due: Some(key("1")),
        title: title.to_owned(),
        evidence,
    }
}

fn judge(verdict: DeliverableVerdict, comment: Option<&str>) -> Work {
    let comment = comment.map(str::to_owned);
    Work::JudgeDeliverable { deliverable: id("deliverable-1"), verdict, letter: None, comment }
}

#[test]
fn a_deliverable_is_registered_with_what_shows_it() {
    let (mut desk, stream) = year(vec![assignment("Stier", vec![deadline(None, "2025-06-01")])]);
    assert_eq!(act(&mut desk, stream, register(" ", Vec::new())), "text-missing");
    assert_eq!(act(&mut desk, stream, register("Rapport", vec![file("pdf", 8)])), "not-evidence");
    assert_eq!(act(&mut desk, stream, register("Rapport", vec![file("application/pdf", 0)])), "not-evidence");
    assert_eq!(
        act(&mut desk, stream, register("Rapport", vec![file("application/pdf", 8); 51])),
        "not-evidence"
    );
    assert_eq!(act(&mut desk, stream, register("Rapport om stier", vec![file("application/pdf", 8)])), "");
    let link = Evidence::Link { address: "https://fjell.example/rapport".to_owned(), note: None };
    let add = |deliverable: &str| Work::AddEvidence { deliverable: id(deliverable), evidence: link.clone() };
    assert_eq!(act(&mut desk, stream, add("deliverable-2")), "no-such-object");
    assert_eq!(act(&mut desk, stream, add("deliverable-1")), "");
    let known = desk.book.years[&stream].work.deliverables[&id("deliverable-1")].clone();
    assert_eq!(desk.text(known.title), Some("Rapport om stier"));
    assert_eq!((known.evidence.len(), known.due), (2, Some(key("1"))));
    let told = history(&desk.book.years[&stream], id("deliverable-1"));
    assert_eq!(told.len(), 2);
    // No status follows by itself.
    assert_eq!(desk.book.years[&stream].work.status(id("assignment-1")), Status::NotStarted);
    desk.assert_replays();
}

#[test]
fn a_deliverable_is_accepted_returned_or_withdrawn() {
    let (mut desk, stream) = year(vec![assignment("Stier", vec![deadline(None, "2025-06-01")])]);
    assert_eq!(act(&mut desk, stream, register("Rapport", Vec::new())), "");
    assert_eq!(act(&mut desk, stream, judge(DeliverableVerdict::Accepted, None)), "needs-ministry");
    let returned = |comment| judge(DeliverableVerdict::Returned, comment);
    assert_eq!(act_as(&mut desk, stream, STEWARD, returned(None)), "comment-missing");
    assert_eq!(act_as(&mut desk, stream, STEWARD, returned(Some("Mangler kart"))), "");
    assert_eq!(act_as(&mut desk, stream, STEWARD, judge(DeliverableVerdict::Accepted, None)), "");
    assert_eq!(act_as(&mut desk, stream, STEWARD, judge(DeliverableVerdict::Accepted, None)), "already-so");
    assert_eq!(act(&mut desk, stream, judge(DeliverableVerdict::Withdrawn, Some("Feil fil"))), "");
    assert_eq!(act_as(&mut desk, stream, STEWARD, judge(DeliverableVerdict::Accepted, None)), "withdrawn");
    let verdicts: Vec<_> = desk.book.years[&stream].work.deliverables[&id("deliverable-1")]
        .verdicts
        .iter()
        .map(|one| one.value.verdict)
        .collect();
    let expected =
        [DeliverableVerdict::Returned, DeliverableVerdict::Accepted, DeliverableVerdict::Withdrawn];
    assert_eq!(verdicts, expected);
    desk.assert_replays();
}

#[test]
fn nothing_is_delivered_for_what_is_accepted() {
    let (mut desk, stream) = year(vec![assignment("Stier", vec![deadline(None, "2025-06-01")])]);
    assert_eq!(act(&mut desk, stream, status("assignment-1", Status::Delivered)), "");
    assert_eq!(act_as(&mut desk, stream, STEWARD, status("assignment-1", Status::Accepted)), "");
    assert_eq!(act(&mut desk, stream, register("For sent", Vec::new())), "reopen-first");
    letter(&mut desk, stream, vec![crate::desk::repeal("assignment-1")]);
    assert_eq!(act(&mut desk, stream, register("For sent", Vec::new())), "part-repealed");
}

#[test]
fn materiality_has_a_reason() {
    let (mut desk, stream) = year(vec![assignment("Stier", Vec::new())]);
    let mark =
        |why: &str| Work::MarkMateriality { object: id("assignment-1"), material: true, why: why.to_owned() };
    assert_eq!(act(&mut desk, stream, mark("")), "text-missing");
    assert_eq!(act(&mut desk, stream, mark("Mange går der")), "");
    let item = &desk.book.years[&stream].work.items[&id("assignment-1")];
    assert!(item.material.as_ref().unwrap().value);
}
