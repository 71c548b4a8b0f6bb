//! `/account` and what lies beneath it.

use crate::browser::{Browser, PASSWORD};
use crate::colleagues::code_in;
use axum::http::StatusCode;

#[tokio::test]
async fn one_sees_where_one_is_logged_in_and_logs_out_everywhere() {
    let mut browser = Browser::set_up().await;
    let mut other = browser.other();
    let token = other.get("/log-in").await.token();
    other.post("/log-in", &[("login", "kari"), ("password", PASSWORD), ("token", &token)]).await;
    let page = browser.get("/account").await;
    page.has("Kari Nordmann").has("dette besøket").has("href=\"/password\"");
    assert_eq!(page.text.matches("<tr><th scope=\"row\">").count(), 2);
    let answer = browser.fill("/account", "/account/sessions/end", &[]).await;
    assert_eq!(answer.to(), "/log-in");
    for visit in [&mut browser, &mut other] {
        assert_eq!(visit.get("/account").await.to(), "/log-in?to=%2Faccount");
    }
}

#[tokio::test]
async fn a_token_is_shown_once_and_revoked() {
    let mut browser = Browser::set_up().await;
    let form = [("label", "Regneark <1>"), ("scope", "write"), ("until", "31.12.2099")];
    let made = browser.fill("/account", "/account/tokens", &form).await;
    assert_eq!(made.status, StatusCode::OK);
    let secret = code_in(&made);
    assert_eq!(secret.len(), 64);
    let page = browser.get("/account").await;
    page.lacks(&secret).has("Regneark &#60;1&#62;").has("Lese og endre").has("01.01.2100 00:00");
    let revoke = page.text.split("action=\"/account/tokens/").nth(1).unwrap().split('"').next().unwrap();
    let revoke = format!("/account/tokens/{revoke}");
    let stranger = &mut browser.colleague("ola", "organisation-1", "reader").await;
    let token = stranger.get("/account").await.token();
    let answer = stranger.post(&revoke, &[("token", &token)]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "the token is somebody else's");
    assert_eq!(browser.fill("/account", &revoke, &[]).await.to(), "/account?done=revoked");
    browser
        .get("/account?done=revoked")
        .await
        .has("Nøkkelen er trukket tilbake.")
        .has("Du har ingen nøkler.");
}

#[tokio::test]
async fn what_is_wrong_with_a_token_stands_at_its_field() {
    let mut browser = Browser::set_up().await;
    for (form, field) in [
        ([("label", ""), ("until", "")], "label"),
        ([("label", "Mitt"), ("until", "snart")], "until"),
        ([("label", "Mitt"), ("until", "01.01.2020")], "until"),
    ] {
        let answer = browser.fill("/account", "/account/tokens", &form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{form:?}");
        answer.has(&format!("id=\"{field}-error\"")).has(&format!("value=\"{}\"", form[1].1));
    }
    browser.get("/account").await.has("Du har ingen nøkler.");
}

#[tokio::test]
async fn the_pages_speak_every_language() {
    let mut browser = Browser::set_up().await;
    for (code, account, people) in
        [("nn", "Kontoen din", "Registrer ein person"), ("en", "Your account", "Register a person")]
    {
        browser.fill("/account", "/language", &[("language", code), ("back", "/account")]).await;
        browser.get("/account").await.has(account);
        browser.get("/admin/people").await.has(people);
    }
}
