//! Commands, events and the fold, across areas.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]

mod common;

use common::started;
use styrbord_events::work::Status;
use styrbord_events::{Book, Command, Expected, OrganisationId, Record, Stream, work};

fn status(object: &str, status: Status) -> Command {
    let comment = Some("Etter planen".to_owned());
    Command::Work(work::Command::ReportStatus {
        object: object.parse().unwrap(),
        due: None,
        status,
        comment,
        delay: None,
        letter: None,
    })
}

#[test]
fn a_replayed_book_is_the_live_one_byte_for_byte() {
    let (mut desk, stream) = started();
    desk.run(stream, &status("assignment-1", Status::OnTrack)).unwrap();
    desk.run(stream, &status("assignment-1", Status::Delivered)).unwrap();
    desk.assert_replays();
}

#[test]
fn what_is_unknown_is_refused_and_changes_nothing() {
    let (mut desk, stream) = started();
    let before = desk.book.clone();
    let refused = desk.run(stream, &status("assignment-2", Status::OnTrack)).unwrap_err();
    assert_eq!(refused.code, "no-such-object");
    let elsewhere = Stream::Year(OrganisationId(1), 2026);
    assert_eq!(
        desk.run(elsewhere, &status("assignment-1", Status::OnTrack)).unwrap_err().code,
        "no-such-year"
    );
    assert_eq!(desk.book, before);
}

#[test]
fn who_saw_an_older_version_is_told() {
    let (mut desk, stream) = started();
    let object = "assignment-1".parse().unwrap();
    let seen = desk.book.touched(stream, object);
    let mut envelope = desk.envelope(stream);
    envelope.expected = Expected::Object(object, seen);
    desk.run_in(&envelope, &status("assignment-1", Status::OnTrack)).unwrap();
    let refused = desk.run_in(&envelope, &status("assignment-1", Status::Delayed)).unwrap_err();
    assert_eq!(refused.code, "changed-meanwhile");
}

#[test]
fn a_changed_dropped_or_swapped_record_is_named() {
    let (mut desk, stream) = started();
    for _ in 0..3 {
        desk.run(stream, &status("assignment-1", Status::OnTrack)).unwrap();
    }
    let first_wrong = |records: Vec<Record>| Book::replay(&records).unwrap_err().seq;
    let mut tampered = desk.records.clone();
    tampered[5].payload = tampered[5].payload.replace("on_track", "accepted");
    assert_eq!(first_wrong(tampered), 6);
    let mut dropped = desk.records.clone();
    dropped.remove(2);
    assert_eq!(first_wrong(dropped), 3);
    let mut swapped = desk.records.clone();
    swapped.swap(1, 2);
    assert_eq!(first_wrong(swapped), 2);
}
