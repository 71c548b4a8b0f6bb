//! Accounts: set-up, log-in, waits, sessions, codes, tokens and feeds.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]

use styrbord_app::Language;
use styrbord_app::access::Entry;
use styrbord_app::accounts::{
    ABSOLUTE_MAX_MS, Accounts, Attempt, By, CODE_MAX_MS, Code, Concealed, IDLE_MAX_MS, PassKind, Secret,
};
use styrbord_events::{Instant, PersonId};
use styrbord_store::{Rejection, Sqlite};

const KARI: PersonId = PersonId(1);
const OLA: PersonId = PersonId(2);
const PASSWORD: &str = "Fjellet er blått i kveld";
const OTHER: &str = "Havet ligger stille nå";

fn at(seconds: i64) -> Instant {
    Instant::from_millis(1_740_000_000_000 + seconds * 1000)
}

fn by(millis: i64) -> By {
    By::operator(at(millis))
}

fn after(begun: Instant, millis: i64) -> Instant {
    Instant::from_millis(begun.millis() + millis)
}

fn words(password: &str) -> Concealed {
    Concealed::new(password)
}

fn attempt<'a>(login: &'a str, password: &'a Concealed, now: Instant) -> Attempt<'a> {
    Attempt { login, password, address: "192.0.2.1", now }
}

fn accounts() -> Accounts {
    let accounts = Accounts::new(Box::new(Sqlite::in_memory().unwrap()));
    accounts.set_up(KARI, "Kari@Fjellvett.no", &words(PASSWORD), (Language::Nn, at(0))).unwrap();
    accounts
}

fn code<T: std::fmt::Debug>(answer: Result<T, Rejection>) -> &'static str {
    match answer {
        Err(Rejection::Refused(refusal)) => {
            let said = &refusal.said;
            for text in [&said.message.nb, &said.message.nn, &said.message.en, &said.help.nb, &said.help.nn] {
                assert!(!text.is_empty());
            }
            refusal.code
        }
        other => panic!("{other:?}"),
    }
}

fn log_in(accounts: &Accounts, login: &str, password: &str, now: Instant) -> Result<Secret, Rejection> {
    accounts.log_in(&attempt(login, &words(password), now), None).map(|entrance| entrance.secret)
}

#[test]
fn the_first_account_is_made_once_and_logs_in() {
    let fresh = Accounts::new(Box::new(Sqlite::in_memory().unwrap()));
    assert!(!fresh.is_set_up().unwrap());
    let accounts = accounts();
    assert!(accounts.is_set_up().unwrap());
    let again = accounts.set_up(OLA, "ola@fjellvett.no", &words(PASSWORD), (Language::Nb, at(0)));
    assert_eq!(code(again), "set-up-done");
    let entrance = accounts.log_in(&attempt(" KARI@fjellvett.no ", &words(PASSWORD), at(0)), None).unwrap();
    assert!(entrance.account.operator);
    assert_eq!((entrance.account.person, entrance.account.language), (KARI, Some(Language::Nn)));
    let (account, session) = accounts.resume(&entrance.secret, at(1)).unwrap().unwrap();
    assert_eq!((account.person, session.begun), (KARI, at(0)));
}

#[test]
fn what_is_no_login_or_password_is_refused() {
    let fresh = Accounts::new(Box::new(Sqlite::in_memory().unwrap()));
    let set_up = |login: &str, password: &str| {
        code(fresh.set_up(KARI, login, &words(password), (Language::Nb, at(0))))
    };
    assert_eq!(set_up("ab", PASSWORD), "no-login");
    assert_eq!(set_up("kari nordmann", PASSWORD), "no-login");
    assert_eq!(set_up("kari\u{7}", PASSWORD), "no-login");
    assert_eq!(set_up("kari", "for kort"), "password-length");
    assert_eq!(set_up("kari", &"æ".repeat(201)), "password-length");
    assert_eq!(set_up("kari", "aaaaaaaaaaaaaa"), "password-easy");
    assert_eq!(set_up("kari", "Her er KARI igjen"), "password-easy");
    assert!(!fresh.is_set_up().unwrap());
}

#[test]
fn an_unknown_login_and_a_wrong_password_are_answered_alike() {
    let accounts = accounts();
    accounts.invite(OLA, "ola", by(0)).unwrap();
    let Err(Rejection::Refused(wrong)) = log_in(&accounts, "kari@fjellvett.no", OTHER, at(0)) else {
        panic!()
    };
    for login in ["nobody", "ola", ""] {
        assert_eq!(
            log_in(&accounts, login, PASSWORD, at(0)),
            Err(Rejection::Refused(wrong.clone())),
            "{login}"
        );
    }
}

#[test]
fn failures_make_a_login_wait_whether_it_is_known_or_not() {
    let accounts = accounts();
    for login in ["kari@fjellvett.no", "nobody"] {
        let tries: Vec<&str> = (0..6).map(|_| code(log_in(&accounts, login, OTHER, at(0)))).collect();
        assert_eq!(tries[..5], ["log-in-failed"; 5]);
        assert_eq!(tries[5], "log-in-too-often");
    }
    assert_eq!(code(log_in(&accounts, "kari@fjellvett.no", PASSWORD, at(4))), "log-in-too-often");
    assert_eq!(code(log_in(&accounts, "kari@fjellvett.no", OTHER, at(5))), "log-in-failed");
    assert_eq!(code(log_in(&accounts, "kari@fjellvett.no", PASSWORD, at(14))), "log-in-too-often");
    log_in(&accounts, "kari@fjellvett.no", PASSWORD, at(15)).unwrap();
    assert_eq!(code(log_in(&accounts, "kari@fjellvett.no", OTHER, at(16))), "log-in-failed");
}

#[test]
fn many_failures_from_one_address_make_it_wait_and_no_other() {
    let accounts = accounts();
    for number in 0..50 {
        assert_eq!(code(log_in(&accounts, &format!("gjett-{number}"), "", at(0))), "log-in-failed");
    }
    assert_eq!(code(log_in(&accounts, "kari@fjellvett.no", PASSWORD, at(1))), "log-in-too-often");
    let password = words(PASSWORD);
    let elsewhere = Attempt { address: "192.0.2.2", ..attempt("kari@fjellvett.no", &password, at(1)) };
    assert!(accounts.log_in(&elsewhere, None).is_ok());
}

#[test]
fn a_session_ends_when_idle_and_at_the_latest_after_a_day_of_work() {
    let accounts = accounts();
    let secret = log_in(&accounts, "kari@fjellvett.no", PASSWORD, at(0)).unwrap();
    let holds = |secret: &Secret, now: Instant| accounts.resume(secret, now).unwrap().is_some();
    let mut now = at(0);
    while now.millis() + IDLE_MAX_MS < after(at(0), ABSOLUTE_MAX_MS).millis() {
        now = after(now, IDLE_MAX_MS);
        assert!(holds(&secret, now), "{now}");
    }
    assert!(!holds(&secret, after(at(0), ABSOLUTE_MAX_MS)));
    assert!(!holds(&secret, now), "it has ended for good");
    let idle = log_in(&accounts, "kari@fjellvett.no", PASSWORD, at(0)).unwrap();
    assert!(!holds(&idle, after(at(0), IDLE_MAX_MS + 1)));
    assert!(!holds(&Secret::from_bytes([7; 32]), at(0)));
}

#[test]
fn a_log_in_gives_a_new_session_and_ends_the_one_the_browser_had() {
    let accounts = accounts();
    let first = log_in(&accounts, "kari@fjellvett.no", PASSWORD, at(0)).unwrap();
    let password = words(PASSWORD);
    let again =
        accounts.log_in(&attempt("kari@fjellvett.no", &password, at(1)), Some(&first)).unwrap().secret;
    assert_ne!(first, again);
    assert!(accounts.resume(&first, at(2)).unwrap().is_none());
    let planted = Secret::from_bytes([9; 32]);
    accounts.log_in(&attempt("kari@fjellvett.no", &password, at(3)), Some(&planted)).unwrap();
    assert!(accounts.resume(&planted, at(4)).unwrap().is_none());
    assert_eq!(accounts.sessions(KARI).unwrap().len(), 2);
    assert_eq!(accounts.log_out_everywhere(KARI, by(0)).unwrap(), 2);
    assert!(accounts.resume(&again, at(5)).unwrap().is_none());
}

#[test]
fn a_changed_password_ends_the_other_sessions() {
    let accounts = accounts();
    let here = log_in(&accounts, "kari@fjellvett.no", PASSWORD, at(0)).unwrap();
    let there = log_in(&accounts, "kari@fjellvett.no", PASSWORD, at(0)).unwrap();
    let change = |old: &str, new: &str| {
        accounts.change_password(&here, &attempt("kari@fjellvett.no", &words(old), at(1)), &words(new))
    };
    assert_eq!(code(change(OTHER, OTHER)), "log-in-failed");
    assert_eq!(code(change(PASSWORD, PASSWORD)), "password-same");
    assert_eq!(code(change(PASSWORD, "kort")), "password-length");
    assert!(accounts.resume(&there, at(2)).unwrap().is_some());
    change(PASSWORD, OTHER).unwrap();
    assert!(accounts.resume(&here, at(3)).unwrap().is_some());
    assert!(accounts.resume(&there, at(3)).unwrap().is_none());
    assert_eq!(code(log_in(&accounts, "kari@fjellvett.no", PASSWORD, at(4))), "log-in-failed");
    log_in(&accounts, "kari@fjellvett.no", OTHER, at(5)).unwrap();
}

#[test]
fn a_code_gives_a_password_once() {
    let accounts = accounts();
    let invited = accounts.invite(OLA, "ola", by(0)).unwrap();
    assert_eq!(code(accounts.invite(OLA, "ola2", by(0))), "login-taken");
    assert_eq!(code(log_in(&accounts, "ola", "", at(0))), "log-in-failed");
    let redeem =
        |login: &str, code: &Code, now: Instant| accounts.redeem(&attempt(login, &words(OTHER), now), code);
    assert_eq!(code(redeem("kari@fjellvett.no", &invited, at(1))), "code-wrong");
    assert_eq!(code(redeem("ola", &Code::from_bytes([1; 16]), at(1))), "code-wrong");
    let typed = Code::typed(&invited.reveal().to_lowercase().replace('-', " ").replace('0', "o"));
    assert_eq!(redeem("ola", &typed, at(2)).unwrap().person, OLA);
    assert_eq!(code(redeem("ola", &invited, at(3))), "code-wrong");
    let session = log_in(&accounts, "ola", OTHER, at(4)).unwrap();
    let reset = accounts.reset(OLA, by(5)).unwrap();
    assert!(accounts.resume(&session, at(6)).unwrap().is_none());
    assert_eq!(code(log_in(&accounts, "ola", OTHER, at(7))), "log-in-failed");
    assert_eq!(code(redeem("ola", &reset, after(at(5), CODE_MAX_MS))), "code-wrong");
    redeem("ola", &reset, after(at(5), CODE_MAX_MS - 1)).unwrap();
}

#[test]
fn codes_cannot_be_guessed_one_after_the_other() {
    let accounts = accounts();
    accounts.invite(OLA, "ola", by(0)).unwrap();
    let guess = |number: u8| {
        let guessed = Code::from_bytes([number; 16]);
        code(accounts.redeem(&attempt("ola", &words(OTHER), at(1)), &guessed))
    };
    let answers: Vec<&str> = (0..6).map(guess).collect();
    assert_eq!((answers[4], answers[5]), ("code-wrong", "log-in-too-often"));
}

#[test]
fn somebody_always_runs_the_installation() {
    let accounts = accounts();
    accounts.invite(OLA, "ola", by(0)).unwrap();
    assert_eq!(code(accounts.set_operator(KARI, false, by(0))), "last-operator");
    assert_eq!(code(accounts.close(KARI, by(0))), "last-operator");
    accounts.set_operator(OLA, true, by(0)).unwrap();
    accounts.close(KARI, by(0)).unwrap();
    assert_eq!(accounts.all().unwrap().len(), 1);
    accounts.close(KARI, by(0)).unwrap();
}

#[test]
fn a_token_opens_what_it_was_made_for_until_it_is_revoked() {
    let accounts = accounts();
    let write = accounts.make_token(KARI, "Regnearket", true, Some(at(100)), at(0)).unwrap();
    let read = accounts.make_token(KARI, "Rapporten", false, None, at(1)).unwrap();
    let feed = accounts.make_feed(KARI, "Telefonen", "unit-1", at(2)).unwrap();
    let entry = |secret: &Secret, kind, now| {
        accounts.open(secret, kind, now).unwrap().map(|opened| (opened.entry, opened.scope))
    };
    assert_eq!(entry(&write, PassKind::Token, at(99)).unwrap().0, Entry::WriteToken);
    assert_eq!(entry(&write, PassKind::Token, at(100)), None);
    assert_eq!(entry(&read, PassKind::Token, at(3)).unwrap().0, Entry::ReadToken);
    assert_eq!(entry(&feed, PassKind::Feed, at(3)), Some((Entry::Feed, "unit-1".to_owned())));
    assert_eq!((entry(&feed, PassKind::Token, at(3)), entry(&read, PassKind::Feed, at(3))), (None, None));
    assert!(accounts.resume(&write, at(3)).unwrap().is_none(), "a token is no session");
    let named: Vec<_> = accounts.passes(KARI).unwrap();
    assert_eq!(
        named.iter().map(|pass| pass.label.reveal()).collect::<Vec<_>>(),
        ["Telefonen", "Rapporten", "Regnearket"]
    );
    assert_eq!(code(accounts.revoke(OLA, named[1].seal.hash(), by(0))), "no-such-pass");
    accounts.revoke(KARI, named[1].seal.hash(), by(0)).unwrap();
    assert_eq!(entry(&read, PassKind::Token, at(4)), None);
    assert_eq!(code(accounts.make_token(KARI, "  ", false, None, at(5))), "no-label");
    assert_eq!(code(accounts.make_feed(OLA, "Min", "unit-1", at(5))), "no-account");
    assert_eq!(accounts.revoke_all(KARI, by(0)).unwrap(), 2);
}

#[test]
fn a_form_token_belongs_to_one_session() {
    let (one, other) = (Secret::from_bytes([1; 32]), Secret::from_bytes([2; 32]));
    assert!(one.is_form_token(&one.form_token()));
    assert!(!one.is_form_token(&other.form_token()) && !one.is_form_token(""));
    assert_ne!(one.form_token(), one.reveal());
    assert_eq!(Secret::parse(&one.reveal()), Some(one));
    assert_eq!(Secret::parse("x"), None);
}

#[test]
fn no_secret_and_no_person_is_printed() {
    let accounts = accounts();
    let password = words(PASSWORD);
    let attempt = attempt("kari@fjellvett.no", &password, at(0));
    let entrance = accounts.log_in(&attempt, None).unwrap();
    let code = accounts.invite(OLA, "ola", by(0)).unwrap();
    let token = accounts.make_token(KARI, "Telefonen", true, None, at(0)).unwrap();
    let opened = accounts.open(&token, PassKind::Token, at(1)).unwrap();
    let printed = format!(
        "{accounts:?} {attempt:?} {entrance:?} {code:?} {token:?} {opened:?} {:?} {:?} {:?}",
        accounts.all().unwrap(),
        accounts.sessions(KARI).unwrap(),
        accounts.passes(KARI).unwrap(),
    );
    let hidden = [
        PASSWORD.to_owned(),
        "kari".to_owned(),
        "ola\"".to_owned(),
        "argon2".to_owned(),
        "Telefonen".to_owned(),
        "192.0.2.1".to_owned(),
        entrance.secret.reveal(),
        token.reveal(),
        code.reveal(),
        code.reveal().replace('-', ""),
    ];
    for hidden in hidden {
        assert!(!printed.contains(&hidden), "{hidden} in {printed}");
    }
}
