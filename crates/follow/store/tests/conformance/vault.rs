//! What every vault does, whatever database keeps it. Each case gets a function that opens one more connection to the
//! same, at first empty, vault.

use styrbord_diagnostics::Language;
use styrbord_events::{Actor, Hash, Instant, PersonId};
use styrbord_store::{
    Account, Attempts, Concealed, Deed, DeedKind, OneTimeCode, Pass, PassKind, Seal, Session, StoreError,
    Vault,
};

/// Opens one more connection.
pub type Opener<'a> = &'a dyn Fn() -> Box<dyn Vault>;

/// Names the cases, once for all databases: `$each` is a macro that is given them.
#[macro_export]
macro_rules! vault_conformance {
    ($each:ident) => {
        $each! {
            an_account_is_read_back_by_person_and_by_login,
            a_login_or_a_person_has_one_account,
            the_first_account_is_made_once,
            who_saw_an_older_account_changes_nothing,
            a_session_ends_alone_or_with_the_others,
            a_removed_account_takes_sessions_and_passes_along,
            a_pass_is_revoked_by_its_owner_alone,
            attempts_are_counted_pardoned_and_forgotten,
            what_has_ended_is_swept_away,
            who_sent_a_file_in_is_known_as_long_as_the_account,
            what_was_done_is_numbered_and_stays,
            nothing_secret_or_personal_is_printed,
        }
    };
}

fn at(seconds: i64) -> Instant {
    Instant::from_millis(1_740_000_000_000 + seconds * 1000)
}

fn seal(secret: &str) -> Seal {
    Seal::of("test", secret.as_bytes())
}

pub fn account(person: u32, login: &str) -> Account {
    Account {
        person: PersonId(person),
        login: Concealed::new(login),
        password: None,
        code: None,
        operator: false,
        language: None,
        visited: None,
    }
}

fn session(secret: &str, person: u32, seen: i64) -> Session {
    let before = (seen > 1).then(|| at(-60));
    Session {
        seal: seal(secret),
        person: PersonId(person),
        begun: at(0),
        seen: at(seen),
        until: at(1000),
        before,
    }
}

fn pass(secret: &str, person: u32, until: Option<i64>) -> Pass {
    Pass {
        seal: seal(secret),
        person: PersonId(person),
        kind: PassKind::Feed,
        label: Concealed::new("Telefonen min"),
        scope: "calendar".to_owned(),
        made: at(5),
        seen: None,
        until: until.map(at),
    }
}

pub fn an_account_is_read_back_by_person_and_by_login(open: Opener<'_>) {
    let full = Account {
        password: Some(Concealed::new("$argon2id$v=19$…")),
        code: Some(OneTimeCode { seal: seal("kode"), until: at(60) }),
        operator: true,
        language: Some(Language::Nn),
        visited: Some(at(3)),
        ..account(2, "øyvind@fjellvett.no")
    };
    let plain = account(1, "kari");
    assert_eq!(open().add_account(&full), Ok(true));
    assert_eq!(open().add_account(&plain), Ok(true));
    let mut vault = open();
    assert_eq!(vault.account(PersonId(2)), Ok(Some(full.clone())));
    assert_eq!(vault.account_by_login("øyvind@fjellvett.no"), Ok(Some(full.clone())));
    assert_eq!(vault.account_by_login("ola"), Ok(None));
    assert_eq!(vault.account(PersonId(3)), Ok(None));
    assert_eq!(vault.accounts(), Ok(vec![plain, full]));
}

pub fn a_login_or_a_person_has_one_account(open: Opener<'_>) {
    let mut vault = open();
    assert_eq!(vault.add_account(&account(1, "kari")), Ok(true));
    assert_eq!(vault.add_account(&account(2, "kari")), Ok(false));
    assert_eq!(vault.add_account(&account(1, "ola")), Ok(false));
    assert_eq!(vault.add_account(&account(2, "ola")), Ok(true));
    assert_eq!(vault.change_account(&account(2, "ola"), &account(2, "kari")), Ok(false));
    assert_eq!(vault.accounts().unwrap().len(), 2);
}

pub fn the_first_account_is_made_once(open: Opener<'_>) {
    assert_eq!(open().add_first_account(&account(1, "kari")), Ok(true));
    assert_eq!(open().add_first_account(&account(2, "ola")), Ok(false));
    let mut vault = open();
    assert_eq!(vault.remove_account(PersonId(1)), Ok(true));
    assert_eq!(vault.add_account(&account(2, "ola")), Ok(true));
    assert_eq!(vault.add_first_account(&account(3, "per")), Ok(false));
}

pub fn who_saw_an_older_account_changes_nothing(open: Opener<'_>) {
    let (mut one, mut other) = (open(), open());
    let code = Some(OneTimeCode { seal: seal("kode"), until: at(60) });
    let before = Account { code, ..account(1, "kari") };
    one.add_account(&before).unwrap();
    let chosen = |words: &str| Account { password: Some(Concealed::new(words)), ..account(1, "kari") };
    assert_eq!(one.change_account(&before, &chosen("a")), Ok(true));
    assert_eq!(other.change_account(&before, &chosen("b")), Ok(false), "the code is used up");
    assert_eq!(other.account(PersonId(1)), Ok(Some(chosen("a"))));
    assert_eq!(other.change_account(&chosen("a"), &chosen("b")), Ok(true));
    assert_eq!(one.change_account(&account(9, "per"), &account(9, "per")), Ok(false));
}

pub fn a_session_ends_alone_or_with_the_others(open: Opener<'_>) {
    let mut vault = open();
    for (person, login) in [(1, "kari"), (2, "ola")] {
        vault.add_account(&account(person, login)).unwrap();
    }
    for (secret, person, seen) in [("a", 1, 1), ("b", 1, 3), ("c", 1, 2), ("d", 2, 1)] {
        vault.put_session(&session(secret, person, seen)).unwrap();
    }
    assert_eq!(open().session(seal("a")), Ok(Some(session("a", 1, 1))));
    vault.see_session(seal("a"), at(9)).unwrap();
    let order = |vault: &mut dyn Vault| -> Vec<Seal> {
        vault.sessions(PersonId(1)).unwrap().iter().map(|session| session.seal).collect()
    };
    assert_eq!(order(&mut *vault), [seal("a"), seal("b"), seal("c")]);
    vault.end_session(seal("b")).unwrap();
    assert_eq!(vault.session(seal("b")), Ok(None));
    assert_eq!(vault.end_sessions(PersonId(1), Some(seal("c"))), Ok(1));
    assert_eq!(order(&mut *vault), [seal("c")]);
    assert_eq!(vault.end_sessions(PersonId(1), None), Ok(1));
    assert_eq!(vault.sessions(PersonId(2)).unwrap().len(), 1);
}

pub fn a_removed_account_takes_sessions_and_passes_along(open: Opener<'_>) {
    let mut vault = open();
    vault.add_account(&account(1, "kari")).unwrap();
    vault.put_session(&session("a", 1, 1)).unwrap();
    vault.put_pass(&pass("b", 1, None)).unwrap();
    assert_eq!(vault.remove_account(PersonId(1)), Ok(true));
    assert_eq!((vault.session(seal("a")), vault.pass(seal("b"))), (Ok(None), Ok(None)));
    assert_eq!(vault.remove_account(PersonId(1)), Ok(false));
    let nobody: Result<(), StoreError> = vault.put_session(&session("e", 7, 1));
    assert!(nobody.is_err(), "a session without an account");
}

pub fn a_pass_is_revoked_by_its_owner_alone(open: Opener<'_>) {
    let mut vault = open();
    vault.add_account(&account(1, "kari")).unwrap();
    vault.add_account(&account(2, "ola")).unwrap();
    let token = Pass { kind: PassKind::Token, made: at(6), ..pass("t", 1, Some(50)) };
    vault.put_pass(&pass("f", 1, None)).unwrap();
    vault.put_pass(&token).unwrap();
    vault.see_pass(seal("t"), at(8)).unwrap();
    let seen = Pass { seen: Some(at(8)), ..token };
    assert_eq!(open().passes(PersonId(1)), Ok(vec![seen.clone(), pass("f", 1, None)]));
    assert_eq!(vault.revoke_pass(PersonId(2), seal("t")), Ok(false));
    assert_eq!(vault.pass(seal("t")), Ok(Some(seen)));
    assert_eq!(vault.revoke_pass(PersonId(1), seal("t")), Ok(true));
    assert_eq!(vault.pass(seal("t")), Ok(None));
    assert_eq!(vault.revoke_passes(PersonId(1)), Ok(1));
}

pub fn attempts_are_counted_pardoned_and_forgotten(open: Opener<'_>) {
    let (mut one, mut other) = (open(), open());
    let (login, address) = (seal("kari"), seal("192.0.2.1"));
    assert_eq!(one.count_attempt(login, at(1), at(0)), Ok(Attempts { failures: 1, last: at(1) }));
    assert_eq!(other.count_attempt(login, at(2), at(0)), Ok(Attempts { failures: 2, last: at(2) }));
    one.count_attempt(address, at(2), at(0)).unwrap();
    one.pardon_attempt(address).unwrap();
    one.pardon_attempt(address).unwrap();
    assert_eq!((one.attempts(address), one.attempts(seal("x"))), (Ok(None), Ok(None)));
    assert_eq!(one.count_attempt(login, at(50), at(40)), Ok(Attempts { failures: 1, last: at(50) }));
    other.forget_attempts(login).unwrap();
    assert_eq!(one.attempts(login), Ok(None));
}

pub fn what_has_ended_is_swept_away(open: Opener<'_>) {
    let mut vault = open();
    vault.add_account(&account(1, "kari")).unwrap();
    vault.put_session(&session("idle", 1, 1)).unwrap();
    vault.put_session(&session("used", 1, 20)).unwrap();
    vault.put_session(&Session { until: at(15), ..session("over", 1, 20) }).unwrap();
    vault.put_pass(&pass("over", 1, Some(15))).unwrap();
    vault.put_pass(&pass("stays", 1, None)).unwrap();
    vault.count_attempt(seal("old"), at(1), at(0)).unwrap();
    vault.count_attempt(seal("new"), at(20), at(0)).unwrap();
    vault.sweep(at(20), at(10), at(10)).unwrap();
    assert_eq!(vault.sessions(PersonId(1)), Ok(vec![session("used", 1, 20)]));
    assert_eq!(vault.passes(PersonId(1)), Ok(vec![pass("stays", 1, None)]));
    assert_eq!(vault.attempts(seal("old")), Ok(None));
    assert!(vault.attempts(seal("new")).unwrap().is_some());
}

pub fn who_sent_a_file_in_is_known_as_long_as_the_account(open: Opener<'_>) {
    let mut vault = open();
    let (kari, ola, file) = (PersonId(1), PersonId(2), Hash::of_bytes(b"brev"));
    vault.add_account(&account(1, "kari")).unwrap();
    vault.add_account(&account(2, "ola")).unwrap();
    vault.put_upload(kari, file).unwrap();
    vault.put_upload(kari, file).unwrap();
    drop(vault);
    let mut vault = open();
    assert_eq!(vault.has_uploaded(kari, file), Ok(true));
    assert_eq!(vault.has_uploaded(ola, file), Ok(false));
    assert_eq!(vault.has_uploaded(kari, Hash::of_bytes(b"et annet")), Ok(false));
    vault.remove_account(kari).unwrap();
    assert_eq!(vault.has_uploaded(kari, file), Ok(false));
}

pub fn what_was_done_is_numbered_and_stays(open: Opener<'_>) {
    let (mut one, mut other) = (open(), open());
    let person = PersonId(7);
    let deed = |seconds, by, kind, whom| Deed { seq: 0, at: at(seconds), by, kind, whom };
    let done: Vec<Deed> = DeedKind::ALL
        .iter()
        .zip(1..)
        .map(|(kind, seconds)| deed(seconds, Some(Actor::Person(PersonId(3))), *kind, Some(person)))
        .chain([deed(90, Some(Actor::Operator), DeedKind::Made, Some(PersonId(8)))])
        .chain([deed(91, None, DeedKind::Refused, None)])
        .collect();
    one.add_account(&account(7, "kari")).unwrap();
    for deed in &done {
        one.note(deed).unwrap();
    }
    assert!(one.remove_account(person).unwrap());
    let ever = (at(0), at(1000));
    let kept = other.deeds_before(u64::MAX, ever, 100).unwrap();
    assert!(kept.windows(2).all(|pair| pair[0].seq > pair[1].seq));
    let plain: Vec<Deed> = kept.iter().rev().map(|deed| Deed { seq: 0, ..*deed }).collect();
    assert_eq!(plain, done);
    let third = kept[2].seq;
    assert_eq!(other.deeds_before(third, ever, 2).unwrap(), kept[3..5]);
    let seen: Vec<Deed> = other.deeds_before(u64::MAX, (at(90), at(91)), 100).unwrap();
    assert_eq!(seen, [kept[1]]);
}

pub fn nothing_secret_or_personal_is_printed(open: Opener<'_>) {
    let mut vault = open();
    let password = Some(Concealed::new("$argon2id$hemmelig"));
    let code = Some(OneTimeCode { seal: seal("kode"), until: at(60) });
    vault.add_account(&Account { password, code, ..account(1, "kari@fjellvett.no") }).unwrap();
    vault.put_session(&session("a", 1, 1)).unwrap();
    vault.put_pass(&pass("b", 1, None)).unwrap();
    let printed = format!(
        "{:?} {:?} {:?}",
        vault.accounts().unwrap(),
        vault.sessions(PersonId(1)).unwrap(),
        vault.passes(PersonId(1)).unwrap()
    );
    let sums = [seal("a"), seal("b"), seal("kode")].map(|seal| format!("{:?}", seal.hash().bytes()));
    for hidden in
        ["kari", "argon2id", "hemmelig", "Telefonen"].into_iter().chain(sums.iter().map(|sum| &**sum))
    {
        assert!(!printed.contains(hidden), "{hidden} in {printed}");
    }
}
