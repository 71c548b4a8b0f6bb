//! The site: set-up, visits, what the matrix lets through, people, and the audit view.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]

mod files;
mod keep;
#[cfg(feature = "postgres")]
mod postgres;
mod set_up;
#[path = "../world/mod.rs"]
mod world;
mod years;

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use styrbord_app::access::{Entry, Target, Visitor};
use styrbord_app::accounts::{Attempt, Code, Concealed, PassKind, Secret};
use styrbord_app::site::{Asking, AuditQuery, AuditSubject, SetUp, Site};
use styrbord_app::{Date, Language};
use styrbord_events::directory::{OrganisationKind, Role, RoleKey};
use styrbord_events::work::Status;
use styrbord_events::{
    Actor, Basis, Command, Envelope, Expected, Instant, ObjectId, PersonId, Stream, UnitId, directory, work,
};
use styrbord_store::{Keeper, Open, Rejection, Sqlite};
use world::{COLLEAGUE, DAY, NOBODY, OTHERS, OWN, World, agency, person_of};

const PASSWORD: &str = "Fjellet er blått i kveld";

static FOLDERS: AtomicU32 = AtomicU32::new(0);

/// A database of one test.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let number = FOLDERS.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("styrbord-site-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn db(&self) -> String {
        self.0.join("year.db").display().to_string()
    }

    fn site(&self) -> Site {
        Site::open(&self.db(), Open::OrCreate).unwrap()
    }

    /// Fills the database with what is in the world of the tests.
    fn with_world() -> Self {
        let folder = Self::new();
        let mut keeper = Keeper::open(Sqlite::open(folder.db(), Open::OrCreate).unwrap()).unwrap();
        let day = Date::parse_iso(DAY).unwrap();
        for (number, (stream, command)) in World::new().done.into_iter().enumerate() {
            let envelope = Envelope {
                id: format!("world-{number}").parse().unwrap(),
                stream,
                actor: Actor::Operator,
                at: Instant::start_of(day),
                on: day,
                reason: None,
                expected: Expected::Any,
                nonce: [number as u8; 16],
            };
            keeper.submit(&envelope, &command).unwrap();
        }
        folder
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn day() -> Date {
    Date::parse_iso(DAY).unwrap()
}

fn at(seconds: i64) -> Instant {
    Instant::from_millis(Instant::start_of(day()).millis() + seconds * 1000)
}

fn asking(seconds: i64) -> Asking {
    Asking::at(at(seconds), day())
}

fn because(seconds: i64, reason: &str) -> Asking {
    Asking { reason: Some(reason.to_owned()), ..asking(seconds) }
}

fn id(text: &str) -> ObjectId {
    text.parse().unwrap()
}

fn visitor(person: u32) -> Visitor {
    Visitor { person: PersonId(person), operator: false, language: Language::Nb, entry: Entry::Session }
}

fn status(object: &str, status: Status) -> Command {
    let (object, comment) = (id(object), None);
    Command::Work(work::Command::ReportStatus {
        object,
        due: None,
        status,
        comment,
        delay: None,
        letter: None,
    })
}

fn code<T: std::fmt::Debug>(answer: Result<T, Rejection>) -> &'static str {
    match answer {
        Err(Rejection::Refused(refusal)) => refusal.code,
        other => panic!("{other:?}"),
    }
}

fn set_up(site: &Site, organisation: &str) -> Result<Secret, Rejection> {
    let (name, login) = (Concealed::new("Kari Nordmann"), Concealed::new("kari@fjellvett.no"));
    let said = SetUp {
        organisation,
        kind: OrganisationKind::Agency,
        name: &name,
        login: &login,
        password: &Concealed::new(PASSWORD),
        language: Language::En,
        code: &site.set_up_code().unwrap().unwrap_or_else(|| Code::typed("done")),
        address: "192.0.2.1",
        role: Some(Role::Controller),
    };
    site.set_up(&said, &asking(0)).map(|entrance| entrance.secret)
}

fn log_in(site: &Site, login: &str, seconds: i64) -> Result<Secret, Rejection> {
    let password = Concealed::new(PASSWORD);
    let attempt = Attempt { login, password: &password, address: "192.0.2.1", now: at(seconds) };
    site.log_in(&attempt, None).map(|entrance| entrance.secret)
}

/// Gives a person an account and lets the person in.
fn join(site: &Site, by: &Visitor, person: u32, seconds: i64) -> Secret {
    let login = format!("person-{person}");
    let code = site.invite(by, PersonId(person), &login, at(seconds), day()).unwrap();
    let password = Concealed::new(PASSWORD);
    let attempt = Attempt { login: &login, password: &password, address: "192.0.2.1", now: at(seconds) };
    site.accounts().redeem(&attempt, &code).unwrap();
    log_in(site, &login, seconds).unwrap()
}

#[test]
fn the_first_person_is_administrator_and_runs_the_installation() {
    let folder = Folder::new();
    let site = folder.site();
    let secret = set_up(&site, "Fjellvettdirektoratet").unwrap();
    let visit = site.visit(&secret, at(1)).unwrap().unwrap();
    assert!(visit.visitor.operator);
    assert_eq!((visit.visitor.language, visit.before), (Language::En, None));
    let book = site.book();
    let roles: Vec<Role> =
        book.directory.roles(visit.visitor.person, day()).iter().map(|key| key.role).collect();
    assert_eq!(roles, [Role::Administrator, Role::Controller]);
    let people = site.people(&visit.visitor, day()).unwrap();
    assert_eq!(people[0].name.as_ref().unwrap().reveal(), "Kari Nordmann");
    assert!(people[0].has_account && !format!("{people:?}").contains("Kari"));
    assert_eq!(code(set_up(&site, "Et annet direktorat")), "set-up-done");
    assert_eq!(site.book().directory.organisations.len(), 1);
    assert!(site.visit(&Secret::from_bytes([1; 32]), at(1)).unwrap().is_none());
}

#[test]
fn the_last_visit_is_told_by_the_next() {
    let folder = Folder::new();
    let site = folder.site();
    set_up(&site, "Fjellvettdirektoratet").unwrap();
    let again = log_in(&site, "kari@fjellvett.no", 100).unwrap();
    assert_eq!(site.visit(&again, at(101)).unwrap().unwrap().before, Some(at(0)));
}

#[test]
fn a_command_is_done_for_those_who_may_and_for_nobody_else() {
    let folder = Folder::with_world();
    let site = folder.site();
    let seq = site.book().seq;
    let report = |person: u32, stream: Stream, object: &str| {
        site.submit(&visitor(person), stream, status(object, Status::OnTrack), &asking(1))
    };
    for (person, object) in [
        (person_of(Role::Unit), "assignment-2"),
        (person_of(Role::Steward), "assignment-3"),
        (person_of(Role::Partner), "assignment-5"),
        (person_of(Role::Reader), "assignment-1"),
        (person_of(Role::Administrator), "assignment-1"),
        (NOBODY, "assignment-1"),
        (person_of(Role::Controller), "assignment-99"),
        (99, "assignment-1"),
    ] {
        assert_eq!(code(report(person, OWN, object)), "not-allowed", "{person} {object}");
    }
    assert_eq!(code(report(person_of(Role::Controller), OTHERS, "assignment-1")), "not-allowed");
    assert_eq!(site.book().seq, seq, "nothing was done");
    report(person_of(Role::Unit), OWN, "assignment-1").unwrap();
    report(person_of(Role::Controller), OWN, "assignment-2").unwrap();
    assert_eq!(site.book().seq, seq + 2);
    assert_eq!(site.book().years[&OWN].work.status(id("assignment-1")), Status::OnTrack);
}

#[test]
fn nobody_gives_roles_for_another_organisation() {
    let folder = Folder::with_world();
    let site = folder.site();
    let administrator = visitor(person_of(Role::Administrator));
    let give = |visitor: &Visitor, role, organisation, unit| {
        let role = RoleKey { role, organisation: agency(organisation), unit };
        let command = directory::Command::GiveRole { person: PersonId(NOBODY), role, until: None };
        site.submit(visitor, Stream::Directory, Command::Directory(command), &asking(1))
    };
    assert_eq!(code(give(&administrator, Role::Reader, 4, None)), "not-allowed");
    assert_eq!(code(give(&administrator, Role::Unit, 1, Some(UnitId(4)))), "not-allowed");
    assert_eq!(code(give(&visitor(person_of(Role::Leader)), Role::Reader, 1, None)), "not-allowed");
    give(&administrator, Role::Reader, 1, None).unwrap();
}

#[test]
fn an_administrator_does_not_become_who_runs_the_installation() {
    let folder = Folder::with_world();
    let site = folder.site();
    let operator =
        site.visit(&set_up(&site, "Fjellvettdirektoratet").unwrap(), at(1)).unwrap().unwrap().visitor;
    assert_eq!(site.book().directory.organisations.len(), 5, "the organisation was there already");
    let administrator = visitor(person_of(Role::Administrator));
    assert_eq!(code(site.reset(&administrator, operator.person, at(2), day())), "not-allowed");
    assert_eq!(code(site.close_account(&administrator, operator.person, (at(0), day()))), "not-allowed");
    assert_eq!(
        code(site.set_operator(&administrator, administrator.person, true, (at(0), day()))),
        "not-allowed"
    );
    let stranger = PersonId(world::STRANGER);
    assert_eq!(code(site.invite(&administrator, stranger, "fremmed", at(3), day())), "not-allowed");
    join(&site, &administrator, COLLEAGUE, 4);
    assert_eq!(code(site.reset(&visitor(COLLEAGUE), operator.person, at(5), day())), "not-allowed");
    site.reset(&administrator, PersonId(COLLEAGUE), at(6), day()).unwrap();
    site.reset(&operator, operator.person, at(7), day()).unwrap();
}

#[test]
fn who_is_deactivated_is_out_at_once() {
    let folder = Folder::with_world();
    let site = folder.site();
    let administrator = visitor(person_of(Role::Administrator));
    let secret = join(&site, &administrator, COLLEAGUE, 1);
    let colleague = site.visit(&secret, at(2)).unwrap().unwrap().visitor;
    let token = site.make_token(&colleague, "Regneark", true, None, (at(2), day())).unwrap();
    let by_token = site.opened(&token, PassKind::Token, at(3)).unwrap().unwrap().0;
    assert_eq!(code(site.make_feed(&by_token, "Feed", "unit-1", (at(3), day()))), "not-allowed");
    let leave = directory::Command::DeactivatePerson { person: colleague.person };
    let leave = Command::Directory(leave);
    site.submit(&administrator, Stream::Directory, leave, &asking(4)).unwrap();
    assert!(site.visit(&secret, at(5)).unwrap().is_none());
    assert!(site.opened(&token, PassKind::Token, at(5)).unwrap().is_none());
    assert_eq!(code(log_in(&site, "person-8", 5)), "log-in-failed");
    assert_eq!(code(site.set_language(&colleague, Language::Nn, day())), "not-allowed");
}

#[test]
fn who_is_erased_has_no_account_and_somebody_always_runs_the_installation() {
    let folder = Folder::with_world();
    let site = folder.site();
    let operator =
        site.visit(&set_up(&site, "Fjellvettdirektoratet").unwrap(), at(1)).unwrap().unwrap().visitor;
    let person = PersonId(COLLEAGUE);
    join(&site, &operator, COLLEAGUE, 2);
    let submit = |command: directory::Command, seconds| {
        let asking = because(seconds, "Sluttet");
        site.submit(&operator, Stream::Directory, Command::Directory(command), &asking)
    };
    submit(directory::Command::DeactivatePerson { person }, 3).unwrap();
    assert!(site.accounts().of(person).unwrap().is_some());
    submit(directory::Command::ErasePerson { person }, 4).unwrap();
    assert!(site.accounts().of(person).unwrap().is_none());
    let people = site.people(&operator, day()).unwrap();
    assert_eq!(people.iter().find(|row| row.person == person).unwrap().name, None);
    let alone = directory::Command::DeactivatePerson { person: operator.person };
    assert_eq!(code(submit(alone, 5)), "last-operator");
}

#[test]
fn the_audit_shows_what_its_reader_may_see() {
    let folder = Folder::with_world();
    let site = folder.site();
    let unit = visitor(person_of(Role::Unit));
    let controller = visitor(person_of(Role::Controller));
    let report = |visitor, object, seconds| {
        let asking = because(seconds, "Avtalt i møtet");
        site.submit(visitor, OWN, status(object, Status::OnTrack), &asking).unwrap();
    };
    report(&unit, "assignment-1", 1);
    report(&controller, "assignment-2", 2);
    let of = |person: u32, query: AuditQuery| site.audit(&visitor(person), query, day(), 1000).unwrap();
    let everything = |person: u32| of(person, AuditQuery::default());
    let latest = &everything(controller.person.0)[0];
    assert_eq!(
        (latest.actor, latest.kind.as_str()),
        (Some(Actor::Person(controller.person)), "work.status_reported")
    );
    assert_eq!((latest.at, &latest.subject), (at(2), &AuditSubject::Objects(vec![id("assignment-2")])));
    let words = site.words([latest.reason.unwrap()]).unwrap();
    assert_eq!(words.into_values().collect::<Vec<_>>(), [Some("Avtalt i møtet".to_owned())]);
    let own = everything(unit.person.0);
    assert_eq!(own[0].actor, Some(Actor::Person(unit.person)));
    let about = |line: &styrbord_app::site::AuditLine| match &line.subject {
        AuditSubject::Objects(objects) => objects[0],
        other => panic!("{other:?}"),
    };
    let expected = ["assignment-1", "assignment-6", "deliverable-1"].map(id);
    assert!(own.iter().all(|line| line.stream == OWN && expected.contains(&about(line))), "{own:?}");
    for person in [person_of(Role::Steward), person_of(Role::Partner), NOBODY] {
        assert!(everything(person).is_empty(), "{person}");
    }
    let administrator = everything(person_of(Role::Administrator));
    assert!(!administrator.is_empty());
    assert!(administrator.iter().all(|line| line.stream == Stream::Directory));
    let elsewhere = AuditSubject::Person(PersonId(world::STRANGER));
    assert!(administrator.iter().all(|line| line.subject != elsewhere));
    assert!(everything(controller.person.0).iter().all(|line| line.stream == OWN));
}

#[test]
fn the_audit_is_asked_by_object_by_person_and_page_by_page() {
    let folder = Folder::with_world();
    let site = folder.site();
    let controller = visitor(person_of(Role::Controller));
    for (number, object) in ["assignment-1", "assignment-2", "assignment-1"].into_iter().enumerate() {
        let step = [Status::OnTrack, Status::OnTrack, Status::AtRisk][number];
        site.submit(&controller, OWN, status(object, step), &asking(number as i64 + 1)).unwrap();
    }
    let ask = |query: AuditQuery, limit: usize| site.audit(&controller, query, day(), limit).unwrap();
    let mine = AuditQuery { actor: Some(Actor::Person(controller.person)), ..AuditQuery::default() };
    assert_eq!(ask(mine, 10).len(), 3);
    assert_eq!(ask(AuditQuery { about: Some(Target::Object(OWN, id("assignment-1"))), ..mine }, 10).len(), 2);
    assert_eq!(ask(AuditQuery { stream: Some(OTHERS), ..mine }, 10).len(), 0);
    let first = ask(mine, 2);
    let rest = ask(AuditQuery { before: Some(first[1].seq), ..mine }, 2);
    assert_eq!((first.len(), rest.len()), (2, 1));
    assert!(first[0].seq > first[1].seq && first[1].seq > rest[0].seq);
}

#[test]
fn two_people_do_not_overwrite_each_other_and_a_form_sent_twice_is_done_once() {
    let folder = Folder::with_world();
    let site = folder.site();
    let controller = visitor(person_of(Role::Controller));
    let object = id("assignment-1");
    let seen = Expected::Object(object, site.book().touched(OWN, object));
    let asking = |key: &str| Asking { id: Some(key.parse().unwrap()), expected: seen, ..asking(1) };
    let submit = |key: &str, step| site.submit(&controller, OWN, status("assignment-1", step), &asking(key));
    let first = submit("form-1", Status::OnTrack).unwrap();
    assert_eq!(submit("form-1", Status::OnTrack).unwrap().seqs, first.seqs);
    assert_eq!(code(submit("form-2", Status::AtRisk)), "changed-meanwhile");
}

#[test]
fn what_another_process_writes_is_seen_after_a_refresh() {
    let folder = Folder::with_world();
    let (one, other) = (folder.site(), folder.site());
    let controller = visitor(person_of(Role::Controller));
    let held = other.book();
    one.submit(&controller, OWN, status("assignment-1", Status::OnTrack), &asking(1)).unwrap();
    other.refresh().unwrap();
    assert_eq!(*other.book(), *one.book());
    assert_eq!(held.seq + 1, other.book().seq, "who reads keeps what was there");
    let before = one.as_of(Basis::Known, day().add_days(-1)).unwrap();
    assert!(before.years.is_empty());
    assert_eq!(*one.as_of(Basis::Known, day()).unwrap(), *one.book());
}

#[test]
fn many_threads_share_a_site() {
    let folder = Folder::with_world();
    let site = folder.site();
    let seq = site.book().seq;
    std::thread::scope(|scope| {
        for (thread, object) in ["assignment-1", "assignment-2", "assignment-3"].into_iter().enumerate() {
            let site = &site;
            scope.spawn(move || {
                let controller = visitor(person_of(Role::Controller));
                for step in 0..5 {
                    let next = [Status::OnTrack, Status::AtRisk][step % 2];
                    let asking = asking((thread + step) as i64);
                    site.submit(&controller, OWN, status(object, next), &asking).unwrap();
                    assert!(!site.names().unwrap().is_empty());
                }
            });
        }
    });
    assert_eq!(site.book().seq, seq + 15);
}
