//! Who does something, and what waits for what.

use crate::desk::{AGENCY, KARI, PARTNER, act, assignment, deadline, id, key, year};
use styrbord_events::work::{Command as Work, Responsibility, partners};
use styrbord_events::{OrganisationId, PersonId, UnitId};

fn assign(due: Option<&str>, responsibility: Responsibility) -> Work {
    Work::Assign { object: id("assignment-1"), due: due.map(key), responsibility }
}

#[test]
fn who_answers_for_something_is_known() {
    let parts = vec![deadline(Some("Del 1"), "2025-03-01"), deadline(Some("Del 2"), "2025-09-01")];
    let (mut desk, stream) = year(vec![assignment("Stier", parts)]);
    let none = Responsibility::default();
    let owner = Responsibility { owner: Some(PersonId(9)), ..none.clone() };
    assert_eq!(act(&mut desk, stream, assign(None, owner)), "unknown-person");
    let unit = Responsibility { unit: Some(UnitId(1)), ..none.clone() };
    assert_eq!(act(&mut desk, stream, assign(None, unit)), "no-such-unit");
    let lead = Responsibility { lead: Some(OrganisationId(9)), ..none.clone() };
    assert_eq!(act(&mut desk, stream, assign(None, lead)), "unknown-organisation");
    let whole =
        Responsibility { owner: Some(KARI), partners: vec![PARTNER, AGENCY, PARTNER], ..none.clone() };
    assert_eq!(act(&mut desk, stream, assign(None, whole)), "");
    let part = Responsibility { lead: Some(PARTNER), ..none };
    assert_eq!(act(&mut desk, stream, assign(Some("Del 9/1"), part.clone())), "no-such-due");
    assert_eq!(act(&mut desk, stream, assign(Some("Del 2/1"), part)), "");
    assert_eq!(partners(&desk.book.years[&stream], id("assignment-1")), [AGENCY, PARTNER]);
    desk.assert_replays();
}

#[test]
fn nothing_waits_for_itself() {
    let (mut desk, stream) = year(["A", "B", "C"].map(|title| assignment(title, Vec::new())).to_vec());
    let name = |number: u32| id(&format!("assignment-{number}"));
    let add = |object, on| Work::AddDependency { object: name(object), on: name(on), comment: None };
    let remove = |object, on| Work::RemoveDependency { object: name(object), on: name(on), comment: None };
    assert_eq!(act(&mut desk, stream, add(1, 1)), "circle");
    assert_eq!(act(&mut desk, stream, add(1, 2)), "");
    assert_eq!(act(&mut desk, stream, add(1, 2)), "already-so");
    assert_eq!(act(&mut desk, stream, add(2, 3)), "");
    assert_eq!(act(&mut desk, stream, add(3, 1)), "circle");
    assert_eq!(act(&mut desk, stream, add(3, 9)), "no-such-object");
    assert_eq!(act(&mut desk, stream, remove(3, 1)), "no-such-dependency");
    assert_eq!(act(&mut desk, stream, remove(2, 3)), "");
    assert_eq!(act(&mut desk, stream, add(3, 1)), "");
    desk.assert_replays();
}
