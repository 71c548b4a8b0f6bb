//! Who may open which address, and do what there.

use crate::browser::Browser;
use axum::http::StatusCode;

const OK: u16 = 200;
const NO: u16 = 403;
const NONE: u16 = 404;

/// Each address with what it answers the operator, an administrator of the agency, a reader, a steward in the
/// ministry, an administrator of another agency, and somebody without a role.
const PAGES: &[(&str, [u16; 6])] = &[
    ("/admin", [OK, OK, OK, OK, OK, NO]),
    ("/admin/people", [OK, OK, OK, OK, OK, NO]),
    ("/admin/people/person-1", [OK, OK, OK, NONE, NONE, NONE]),
    ("/admin/people/person-99", [NONE, NONE, NONE, NONE, NONE, NONE]),
    ("/admin/people/person-1/deactivate", [OK, OK, NO, NONE, NONE, NONE]),
    ("/admin/people/person-1/reset", [OK, NO, NO, NONE, NONE, NONE]),
    ("/admin/people/person-3/reset", [OK, OK, NO, NONE, NONE, NONE]),
    ("/admin/people/person-1/operator", [OK, NO, NO, NONE, NONE, NONE]),
    ("/admin/people/person-1/nothing", [NONE, NONE, NONE, NONE, NONE, NONE]),
    ("/admin/units", [OK, OK, OK, OK, OK, NO]),
    ("/admin/units/unit-1", [OK, OK, OK, NONE, NONE, NONE]),
    ("/admin/units/unit-1/close", [OK, OK, NO, NONE, NONE, NONE]),
    ("/admin/organisations", [OK, OK, NO, NO, OK, NO]),
    ("/admin/organisations/organisation-1", [OK, OK, NONE, NONE, NONE, NONE]),
    ("/admin/organisations/organisation-99", [NONE, NONE, NONE, NONE, NONE, NONE]),
    ("/admin/audit", [OK, OK, NO, NO, OK, NO]),
    ("/admin/audit.csv", [OK, OK, NO, NO, OK, NO]),
    ("/admin/backup", [OK, NO, NO, NO, NO, NO]),
    ("/admin/backup/journal.jsonl", [OK, NO, NO, NO, NO, NO]),
    ("/years/organisation-1/2025/history", [OK, NONE, OK, NONE, NONE, NONE]),
    ("/years/organisation-1/2025/history.csv", [OK, NONE, OK, NONE, NONE, NONE]),
    ("/account", [OK, OK, OK, OK, OK, OK]),
];

/// Every address that changes something, with a form that would.
const POSTS: &[(&str, &[(&str, &str)])] = &[
    ("/admin/people", &[("name", "Ny"), ("organisation", "organisation-1")]),
    ("/admin/people/person-1/name", &[("name", "En annen")]),
    ("/admin/people/person-1/contact", &[("email", "a@b.no")]),
    ("/admin/people/person-1/place", &[("place", "unit-1")]),
    ("/admin/people/person-1/roles", &[("role", "reader"), ("at", "organisation-1")]),
    ("/admin/people/person-1/take", &[("role", "controller"), ("at", "organisation-1")]),
    ("/admin/people/person-1/account", &[("login", "en-annen")]),
    ("/admin/people/person-1/reset", &[]),
    ("/admin/people/person-1/sessions", &[]),
    ("/admin/people/person-1/close", &[]),
    ("/admin/people/person-1/operator", &[]),
    ("/admin/people/person-1/deactivate", &[]),
    ("/admin/people/person-1/reactivate", &[]),
    ("/admin/people/person-1/erase", &[("reason", "x")]),
    ("/admin/units", &[("name", "Ny"), ("above", "organisation-1")]),
    ("/admin/units/unit-1", &[("name", "Ny"), ("above", "organisation-1")]),
    ("/admin/units/unit-1/close", &[]),
    ("/admin/organisations", &[("kind", "agency"), ("name", "Ny")]),
    ("/admin/organisations/organisation-1/name", &[("name", "Ny")]),
    ("/admin/organisations/organisation-1/number", &[("number", "912345688")]),
    ("/admin/backup/verify", &[]),
];

/// The operator, and the five others.
async fn everybody() -> Vec<Browser> {
    let mut operator = Browser::at_year().await;
    operator.fill("/admin/units", "/admin/units", &[("name", "Tilsyn"), ("above", "organisation-1")]).await;
    let other = [("kind", "agency"), ("name", "Fyrvesenet")];
    operator.fill("/admin/organisations", "/admin/organisations", &other).await;
    let mut all = Vec::new();
    for (login, organisation, role) in [
        ("adm", "organisation-1", "administrator"),
        ("lese", "organisation-1", "reader"),
        ("etat", "organisation-2", "steward"),
        ("fyr", "organisation-3", "administrator"),
        ("ingen", "organisation-1", ""),
    ] {
        all.push(operator.colleague(login, organisation, role).await);
    }
    all.insert(0, operator);
    all
}

#[tokio::test]
async fn every_address_is_open_to_those_who_may() {
    let mut all = everybody().await;
    for (address, expected) in PAGES {
        for (who, (browser, expected)) in all.iter_mut().zip(expected).enumerate() {
            let answer = browser.get(address).await;
            assert_eq!(answer.status.as_u16(), *expected, "{address} for {who}");
        }
    }
    let mut stranger = all[0].other();
    for (address, _) in PAGES {
        assert_eq!(stranger.get(address).await.status, StatusCode::SEE_OTHER, "{address}");
    }
}

#[tokio::test]
async fn nothing_is_changed_by_those_who_may_not() {
    let mut all = everybody().await;
    let before = all[0].get("/admin/audit").await.text;
    let lines = before.matches("<tr id=\"line-").count();
    for browser in &mut all[2..] {
        let token = browser.get("/account").await.token();
        for (address, form) in POSTS {
            let all = [form, [("token", token.as_str()), ("seen", "1")].as_slice()].concat();
            let status = browser.post(address, &all).await.status;
            let is_registering = *address == "/admin/organisations";
            assert!(
                matches!(status, StatusCode::FORBIDDEN | StatusCode::NOT_FOUND) || is_registering,
                "{address}: {status}"
            );
        }
    }
    // The administrator of another agency may register an organisation, and did.
    assert_eq!(all[0].get("/admin/audit").await.text.matches("<tr id=\"line-").count(), lines + 1);
    all[0].get("/admin/backup").await.has("Kontoer");
    assert_eq!(all[0].get("/account").await.status, StatusCode::OK, "the visit was not ended");
}

#[tokio::test]
async fn an_administrator_does_not_reach_who_runs_the_installation() {
    let mut all = everybody().await;
    let administrator = &mut all[1];
    let shown = administrator.get("/admin/people/person-1").await;
    shown.lacks("/person-1/reset\"").lacks("/person-1/close\"").lacks("/person-1/operator\"");
    let (token, seen) = (shown.token(), shown.value("seen"));
    for what in ["reset", "sessions", "close", "operator"] {
        let form = [("token", token.as_str()), ("seen", &seen)];
        let answer = administrator.post(&format!("/admin/people/person-1/{what}"), &form).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{what}");
    }
}

#[tokio::test]
async fn nothing_is_done_without_the_token_of_the_visit() {
    let mut browser = Browser::at_year().await;
    let strange = browser.other().get("/log-in").await.token();
    let own = ["/account/tokens", "/account/sessions/end", "/account/tokens/00/revoke", "/log-in/code"];
    for address in POSTS.iter().map(|(address, _)| *address).chain(own) {
        for token in ["", "00", strange.as_str()] {
            let answer = browser.post(address, &[("token", token), ("seen", "1")]).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{address} {token}");
        }
    }
}
