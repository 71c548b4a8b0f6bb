//! Who may read which file.

use super::*;
use styrbord_app::follow::events::work::Evidence;
use styrbord_app::journal::StoreError;
use styrbord_events::Hash;

const LETTER: &[u8] = b"# Et brev som ingen har tatt inn\n";
const PROOF: &[u8] = b"Rapporten er levert.\n";

fn evidence(hash: Hash) -> Command {
    let (deliverable, name) = (id("deliverable-1"), "rapport.txt".to_owned());
    let file = Evidence::File { hash, name, media_type: "text/plain".to_owned(), bytes: 21, note: None };
    Command::Work(work::Command::AddEvidence { deliverable, evidence: file })
}

fn read(site: &Site, person: u32, hash: Hash) -> Result<Vec<u8>, Rejection> {
    site.file(&visitor(person), hash, day()).map(|file| file.bytes)
}

/// Makes the accounts of people who send something.
fn members(site: &Site, people: &[u32]) {
    let operator =
        site.visit(&set_up(site, "Fjellvettdirektoratet").unwrap(), at(1)).unwrap().unwrap().visitor;
    for person in people {
        join(site, &operator, *person, 2);
    }
}

#[test]
fn a_file_is_the_senders_until_a_year_has_it() {
    let folder = Folder::with_world();
    let (controller, unit) = (person_of(Role::Controller), person_of(Role::Unit));
    let site = folder.site();
    members(&site, &[controller, unit, STRANGER_]);
    let letter = site.keep_letter(&visitor(controller), "text/markdown", LETTER, day()).unwrap();
    drop(site);
    let site = folder.site();
    assert_eq!(read(&site, controller, letter).unwrap(), LETTER, "also after a new start");
    for person in [unit, STRANGER_, person_of(Role::Leader), person_of(Role::Steward), NOBODY, 99] {
        assert_eq!(code(read(&site, person, letter)), "not-allowed", "{person}");
        let unknown = Hash::of_bytes(b"unknown");
        assert_eq!(code(read(&site, person, unknown)), "not-allowed", "nor is told what is there");
    }
    site.keep_letter(&visitor(STRANGER_), "text/markdown", LETTER, day()).unwrap();
    assert_eq!(read(&site, STRANGER_, letter).unwrap(), LETTER, "who has the same bytes");
}

const STRANGER_: u32 = world::STRANGER;

#[test]
fn a_file_of_a_deliverable_is_read_by_who_sees_it_from_inside() {
    let folder = Folder::with_world();
    let site = folder.site();
    let unit = person_of(Role::Unit);
    members(&site, &[unit]);
    let kept = site.attach(&visitor(unit), PROOF.to_vec(), 100, day()).unwrap();
    assert_eq!((kept.media_type.as_str(), kept.size), ("text/plain", PROOF.len() as u64));
    let controller = person_of(Role::Controller);
    assert_eq!(code(read(&site, controller, kept.hash)), "not-allowed");
    site.submit(&visitor(unit), OWN, evidence(kept.hash), &asking(3)).unwrap();
    for person in [unit, controller, person_of(Role::Leader), person_of(Role::Reader)] {
        assert_eq!(read(&site, person, kept.hash).unwrap(), PROOF, "{person}");
    }
    for person in [STRANGER_, person_of(Role::Steward), person_of(Role::Partner), NOBODY, 99] {
        assert_eq!(code(read(&site, person, kept.hash)), "not-allowed", "{person}");
    }
}

#[test]
fn nobody_opens_a_file_by_naming_its_sum() {
    let folder = Folder::with_world();
    let site = folder.site();
    let (controller, unit) = (person_of(Role::Controller), person_of(Role::Unit));
    members(&site, &[controller, unit]);
    let secret = site.keep_letter(&visitor(controller), "text/markdown", LETTER, day()).unwrap();
    for hash in [secret, Hash::of_bytes(b"not there yet")] {
        let named = site.submit(&visitor(unit), OWN, evidence(hash), &asking(3));
        assert_eq!(code(named), "not-allowed");
    }
    assert_eq!(code(read(&site, unit, secret)), "not-allowed");
}

#[test]
fn who_could_do_nothing_with_a_file_sends_none_and_content_is_looked_at() {
    let folder = Folder::with_world();
    let site = folder.site();
    for person in [person_of(Role::Reader), person_of(Role::Steward), person_of(Role::Partner), NOBODY] {
        let sent = site.keep_letter(&visitor(person), "text/markdown", LETTER, day());
        assert_eq!(code(sent), "not-allowed", "{person}");
        assert_eq!(code(site.attach(&visitor(person), PROOF.to_vec(), 100, day())), "not-allowed");
    }
    let unit = visitor(person_of(Role::Unit));
    let hostile = site.attach(&unit, b"<svg onload=x>".to_vec(), 100, day());
    assert!(matches!(hostile, Err(Rejection::Store(StoreError::AttachmentRefused { .. }))), "{hostile:?}");
    let large = site.attach(&unit, PROOF.to_vec(), 3, day());
    assert!(matches!(large, Err(Rejection::Store(StoreError::AttachmentTooLarge { .. }))), "{large:?}");
}
