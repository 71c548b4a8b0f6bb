//! `/admin/backup`.

use crate::browser::{Browser, PASSWORD};
use axum::http::StatusCode;

#[tokio::test]
async fn the_operator_sees_what_there_is_and_verifies_it() {
    let mut browser = Browser::at_year().await;
    let page = browser.get("/admin/backup").await;
    page.has(env!("CARGO_PKG_VERSION")).has("Kontrollsum for siste hendelse").has("Kontoer");
    let answer = browser.fill("/admin/backup", "/admin/backup/verify", &[]).await;
    assert_eq!(answer.status, StatusCode::OK);
    answer.has("Alt er i orden:");
}

#[tokio::test]
async fn the_copy_is_whole_and_has_no_secret() {
    let mut browser = Browser::at_year().await;
    browser.fill("/account", "/account/tokens", &[("label", "Regnearket"), ("scope", "read")]).await;
    let session = browser.cookie("session").unwrap().to_owned();
    let answer = browser.get("/admin/backup/journal.jsonl").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.headers["content-disposition"].to_str().unwrap().ends_with(".jsonl\""));
    let lines: Vec<&str> = answer.text.lines().collect();
    assert_eq!(lines[0], "{\"styrbord_journal\":1}");
    assert!(lines.last().unwrap().starts_with("{\"end\":{\"records\":"), "{:?}", lines.last());
    answer.has("Kari Nordmann");
    for secret in ["argon2", PASSWORD, &session, "Regnearket", "kari"] {
        answer.lacks(secret);
    }
}
