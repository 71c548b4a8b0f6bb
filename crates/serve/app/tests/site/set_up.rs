//! The set-up: a code that the terminal shows, and nothing left of what was refused.

use super::*;

fn attempt(site: &Site, code: &Code, password: &str, seconds: i64) -> Result<Secret, Rejection> {
    let said = SetUp {
        organisation: "Fjellvettdirektoratet",
        kind: OrganisationKind::Agency,
        name: &Concealed::new("Kari Nordmann"),
        login: &Concealed::new("kari"),
        password: &Concealed::new(password),
        language: Language::Nb,
        code,
        address: "192.0.2.1",
        role: None,
    };
    assert!(!format!("{said:?}").contains(password));
    assert!(!format!("{said:?}").contains(&code.reveal()));
    site.set_up(&said, &asking(seconds)).map(|entrance| entrance.secret)
}

#[test]
fn a_set_up_that_is_refused_leaves_no_trace() {
    let folder = Folder::new();
    let site = folder.site();
    let right = site.set_up_code().unwrap().unwrap();
    assert_eq!(code(attempt(&site, &right, "kort", 0)), "password-length");
    assert_eq!(site.book().seq, 0);
}

#[test]
fn who_does_not_know_the_code_sets_nothing_up_and_has_to_wait() {
    let folder = Folder::new();
    let site = folder.site();
    let (right, wrong) = (site.set_up_code().unwrap().unwrap(), Code::typed("0000-0000-0000-0000"));
    for second in 0..5 {
        assert_eq!(code(attempt(&site, &wrong, PASSWORD, second)), "set-up-code");
    }
    assert_eq!(code(attempt(&site, &right, PASSWORD, 5)), "log-in-too-often");
    assert_eq!(site.book().seq, 0);
    assert!(!site.accounts().is_set_up().unwrap());
    attempt(&site, &Code::typed(&right.reveal().to_lowercase()), PASSWORD, 60).unwrap();
    assert!(site.set_up_code().unwrap().is_none());
    assert_eq!(code(attempt(&site, &right, PASSWORD, 61)), "set-up-done");
}

#[test]
fn every_start_has_a_code_of_its_own_until_it_is_set_up() {
    let folder = Folder::new();
    let (one, other) = (folder.site(), folder.site());
    assert_ne!(one.set_up_code().unwrap(), other.set_up_code().unwrap());
    set_up(&one, "Fjellvettdirektoratet").unwrap();
    assert!(other.set_up_code().unwrap().is_none());
}
