//! Years that people start and letters that they take in, through the site.

use super::*;
use styrbord_app::follow::{Failure, Incoming, Reception, Start, YearError, incoming};
use styrbord_events::letters::Stage;

const LETTER: &str = "\
# Tildelingsbrev 2026 for Fjellvettdirektoratet

Dato: 20. desember 2025

Fra Fjelldepartementet

Oppdrag:

| Nr. | Oppdrag | Frist |
|---|---|---|
| 2026-01 | Merke stier på ny | 01.06.2026 |
| 2026-02 | Telle hytter | 01.09.2026 |
";

const SUPPLEMENT: &str = "\
# Supplerende tildelingsbrev 2026 for Fjellvettdirektoratet

Dato: 1. mars 2026

Fra Fjelldepartementet

Nye oppdrag:

| Nr. | Oppdrag | Frist |
|---|---|---|
| 2026-03 | Sette opp skilt | 01.10.2026 |
";

const NEXT: Stream = Stream::Year(agency(1), 2026);

fn letter(text: &str) -> Incoming {
    incoming("brev.md", text.as_bytes()).unwrap()
}

fn start(site: &Site, person: u32, text: &str) -> Result<Stream, Failure> {
    let received = site.start(&visitor(person), &letter(text), &Start::default(), &asking(1))?;
    assert_eq!(received.book.seq, site.book().seq);
    Ok(received.stream)
}

fn refused<T>(answer: Result<T, Failure>) -> &'static str {
    match answer {
        Err(Failure::Refused(refusal)) => refusal.code,
        Err(other) => panic!("{other:?}"),
        Ok(_) => panic!("it was done"),
    }
}

#[test]
fn the_controller_starts_the_year_and_nobody_else() {
    let folder = Folder::with_world();
    let site = folder.site();
    let seq = site.book().seq;
    for role in [Role::Unit, Role::Leader, Role::Reader, Role::Administrator] {
        assert_eq!(refused(start(&site, person_of(role), LETTER)), "not-allowed", "{role:?}");
    }
    for person in [world::STRANGER, person_of(Role::Steward), person_of(Role::Partner)] {
        let other = start(&site, person, LETTER);
        assert!(matches!(other, Err(Failure::Year(YearError::OtherAgency(..)))), "{other:?}");
    }
    assert_eq!(site.book().seq, seq, "nothing is left of it");
    assert_eq!(start(&site, person_of(Role::Controller), LETTER).unwrap(), NEXT);
    let book = site.book();
    assert_eq!(book.years[&NEXT].letters.stage, Stage::Running);
    assert_eq!(book.years[&NEXT].letters.parts.len(), 2);
    assert_eq!(refused(start(&site, person_of(Role::Controller), LETTER)), "already-started");
}

#[test]
fn a_letter_is_rehearsed_and_then_taken_in_by_who_may() {
    let folder = Folder::with_world();
    let site = folder.site();
    start(&site, person_of(Role::Controller), LETTER).unwrap();
    let seq = site.book().seq;
    let (supplement, plain) = (letter(SUPPLEMENT), Reception::default());
    for person in [world::STRANGER, person_of(Role::Leader), person_of(Role::Steward), NOBODY] {
        let someone = visitor(person);
        let rehearsed = site.rehearse_receive(&someone, NEXT, &supplement, &plain, &asking(2));
        assert_eq!(refused(rehearsed), "not-allowed", "{person}");
        let taken = site.receive(&someone, NEXT, &supplement, &plain, &asking(2));
        assert_eq!(refused(taken), "not-allowed", "{person}");
    }
    let controller = visitor(person_of(Role::Controller));
    let rehearsed = site.rehearse_receive(&controller, NEXT, &supplement, &plain, &asking(2)).unwrap();
    assert_eq!(rehearsed.book.years[&NEXT].letters.parts.len(), 3);
    assert_eq!((site.book().seq, site.book().years[&NEXT].letters.parts.len()), (seq, 2));
    let taken = site.receive(&controller, NEXT, &supplement, &plain, &asking(2)).unwrap();
    assert_eq!(taken.book.years[&NEXT], rehearsed.book.years[&NEXT]);
    assert_eq!(taken.letter, id("letter-2"));
}

#[test]
fn a_letter_is_not_taken_into_a_year_that_changed_since_it_was_seen() {
    let folder = Folder::with_world();
    let site = folder.site();
    start(&site, person_of(Role::Controller), LETTER).unwrap();
    let expected = Expected::Stream(site.book().version(NEXT));
    let controller = visitor(person_of(Role::Controller));
    site.submit(&controller, NEXT, status("assignment-1", Status::OnTrack), &asking(2)).unwrap();
    let asking = Asking { expected, ..asking(3) };
    let taken = site.receive(&controller, NEXT, &letter(SUPPLEMENT), &Reception::default(), &asking);
    assert_eq!(refused(taken), "changed-meanwhile");
}

#[test]
fn a_letter_comes_in_while_others_write_to_the_same_year() {
    let folder = Folder::with_world();
    let site = folder.site();
    start(&site, person_of(Role::Controller), LETTER).unwrap();
    let controller = visitor(person_of(Role::Controller));
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for step in 0..6 {
                let next = [Status::OnTrack, Status::AtRisk][step % 2];
                site.submit(&controller, NEXT, status("assignment-1", next), &asking(2)).unwrap();
            }
        });
        let (supplement, plain) = (letter(SUPPLEMENT), Reception::default());
        let mut taken = site.receive(&controller, NEXT, &supplement, &plain, &asking(2));
        while matches!(&taken, Err(Failure::Refused(refusal)) if refusal.code == "changed-meanwhile") {
            taken = site.receive(&controller, NEXT, &supplement, &plain, &asking(2));
        }
        taken.unwrap();
    });
    let book = site.book();
    assert_eq!(book.years[&NEXT].letters.parts.len(), 3);
    assert_eq!(book.years[&NEXT].work.status(id("assignment-1")), Status::AtRisk);
}

#[test]
fn names_are_those_of_the_directory_as_it_is() {
    let folder = Folder::with_world();
    let site = folder.site();
    let before = site.names().unwrap();
    site.submit(
        &visitor(person_of(Role::Controller)),
        OWN,
        status("assignment-1", Status::OnTrack),
        &asking(1),
    )
    .unwrap();
    assert!(std::sync::Arc::ptr_eq(&before, &site.names().unwrap()), "a year's record changes no name");
    let person = PersonId(COLLEAGUE);
    let rename = directory::Command::RenamePerson { person, name: "Ola Dal".to_owned() };
    let administrator = visitor(person_of(Role::Administrator));
    site.submit(&administrator, Stream::Directory, Command::Directory(rename), &asking(2)).unwrap();
    assert_eq!(site.names().unwrap()[&person].as_deref(), Some("Ola Dal"));
    let leave = directory::Command::DeactivatePerson { person };
    for command in [leave, directory::Command::ErasePerson { person }] {
        let because = because(3, "Ba om det");
        site.submit(&administrator, Stream::Directory, Command::Directory(command), &because).unwrap();
    }
    assert_eq!(site.names().unwrap()[&person], None);
}
