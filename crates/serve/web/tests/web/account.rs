//! `/set-up`, `/log-in`, `/log-out`, `/password`, `/language`.

use crate::browser::{Browser, CODE, PASSWORD};
use axum::http::StatusCode;
use styrbord_web::{House, Opened, Pack, Settings, Site, router};

#[tokio::test]
async fn the_first_visitor_sets_it_up_and_nobody_does_so_again() {
    let mut browser = Browser::new();
    assert_eq!(browser.get("/").await.to(), "/set-up");
    assert_eq!(browser.get("/log-in").await.to(), "/set-up");
    let mut first = Browser::set_up().await;
    first.get("/").await.has("Begynn med tildelingsbrevet").has("Kari Nordmann");
    assert_eq!(first.get("/set-up").await.to(), "/log-in");
    let token = first.get("/").await.token();
    let form = [("name", "x"), ("agency", "x"), ("login", "x"), ("password", PASSWORD), ("token", &token)];
    assert_eq!(first.post("/set-up", &form).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn what_is_wrong_stands_above_and_at_the_field_and_what_was_typed_stays() {
    let mut browser = Browser::new();
    let token = browser.get("/set-up").await.token();
    let form = [("name", "Kari & Ola"), ("agency", ""), ("login", "kari"), ("password", "kort")];
    let answer = browser.post("/set-up", &[form.as_slice(), &[("token", &token)]].concat()).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    answer.has("href=\"#agency\"").has("href=\"#password\"").has("id=\"agency-error\"");
    answer.has("Kari &#38; Ola").lacks("value=\"kort\"");
}

#[tokio::test]
async fn who_does_not_know_the_code_sets_nothing_up() {
    let mut browser = Browser::new();
    let token = browser.get("/set-up").await.token();
    let form = [("name", "Kari"), ("agency", "Bryggetilsynet"), ("login", "kari"), ("password", PASSWORD)];
    let with = |code| [form.as_slice(), &[("code", code), ("token", token.as_str())]].concat();
    for (number, code) in ["", "gjettet", "0000", "1", "2", "3"].into_iter().enumerate() {
        let answer = browser.post("/set-up", &with(code)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{number}");
        answer.has("id=\"code-error\"").has("value=\"kari\"");
    }
    let late = browser.post("/set-up", &with(CODE)).await;
    assert_eq!(late.status, StatusCode::TOO_MANY_REQUESTS);
    late.has("id=\"code-error\"").has("Det er prøvd for mange ganger. Vent ");
    assert_eq!(browser.get("/").await.to(), "/set-up");
}

#[tokio::test]
async fn one_logs_in_with_a_new_secret_and_out_again() {
    let mut browser = Browser::set_up().await;
    let mut other = browser.other();
    assert_eq!(
        other.get("/years/organisation-1/2025").await.to(),
        "/log-in?to=%2Fyears%2Forganisation-1%2F2025"
    );
    // A secret that somebody planted is not taken over.
    other.set_cookie("session", "planted");
    let token = other.get("/log-in?to=/password").await.token();
    let wrong = other.post("/log-in", &[("login", "kari"), ("password", "feil"), ("token", &token)]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    wrong.has("Brukernavn og passord hører ikke sammen");
    let form = [("login", " KARI "), ("password", PASSWORD), ("to", "/password"), ("token", &token)];
    assert_eq!(other.post("/log-in", &form).await.to(), "/password");
    assert_ne!(other.cookie("session"), Some("planted"));
    assert_ne!(other.cookie("session"), browser.cookie("session"));
    let token = other.get("/password").await.token();
    assert_eq!(other.post("/log-out", &[("token", &token)]).await.to(), "/log-in");
    assert_eq!(other.get("/password").await.to(), "/log-in?to=%2Fpassword");
    assert_eq!(browser.get("/password").await.status, StatusCode::OK);
}

#[tokio::test]
async fn too_many_attempts_have_to_wait() {
    let mut browser = Browser::set_up().await;
    let token = browser.get("/log-in").await.token();
    let mut last = StatusCode::OK;
    for _ in 0..6 {
        let form = [("login", "kari"), ("password", "feil"), ("token", token.as_str())];
        last = browser.post("/log-in", &form).await.status;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn one_goes_on_to_this_server_only() {
    let mut browser = Browser::set_up().await;
    for to in ["//evil.test/", "https://evil.test/", "/\\evil.test", "/a\r\nset-cookie: x=y"] {
        let token = browser.get("/log-in").await.token();
        let form = [("login", "kari"), ("password", PASSWORD), ("to", to), ("token", token.as_str())];
        assert_eq!(browser.post("/log-in", &form).await.to(), "/", "{to:?}");
    }
}

#[tokio::test]
async fn a_new_password_ends_the_other_visits() {
    let mut browser = Browser::set_up().await;
    let mut other = browser.other();
    let token = other.get("/log-in").await.token();
    other.post("/log-in", &[("login", "kari"), ("password", PASSWORD), ("token", &token)]).await;
    let token = browser.get("/password").await.token();
    let new = "en ganske annen setning";
    let wrong = browser.post("/password", &[("old", "feil"), ("new", new), ("token", &token)]).await;
    wrong.has("id=\"old-error\"");
    let done = browser.post("/password", &[("old", PASSWORD), ("new", new), ("token", &token)]).await;
    assert_eq!(done.to(), "/password?done=1");
    browser.get("/password?done=1").await.has("Passordet er byttet.");
    assert_eq!(other.get("/password").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_language_is_chosen_and_remembered() {
    let mut browser = Browser::set_up().await;
    browser.get("/").await.has("<html lang=\"nb\"").has("Les brevet");
    for (code, words) in [("nn", "Byrja med tildelingsbrevet"), ("en", "Begin with the allocation letter")] {
        let token = browser.get("/").await.token();
        let form = [("language", code), ("back", "/"), ("token", token.as_str())];
        assert_eq!(browser.post("/language", &form).await.to(), "/");
        browser.get("/").await.has(&format!("<html lang=\"{code}\"")).has(words);
    }
}

#[tokio::test]
async fn who_sets_up_a_database_with_a_year_works_at_its_agency() {
    let bytes = include_bytes!("../../../../../packs/imdi-2024/plan.json");
    for (agency, starts) in
        [("Dalsdirektoratet", false), ("integrerings- og mangfoldsdirektoratet", true), ("IMDi", true)]
    {
        let site = Site::open(Opened::Memory).unwrap();
        site.choose_set_up_code(CODE);
        assert!(site.start_with(Pack { file: "plan.json", bytes }).unwrap());
        let mut browser = Browser::at(router(House::new(site, Settings::default())));
        let page = browser.get("/set-up").await;
        page.has("value=\"Integrerings- og mangfoldsdirektoratet\"");
        let token = page.token();
        let form = [("name", "Kari"), ("agency", agency), ("login", "kari"), ("password", PASSWORD)];
        let form = [form.as_slice(), &[("code", CODE), ("token", &token)]].concat();
        let answer = browser.post("/set-up", &form).await;
        if starts {
            assert_eq!(answer.to(), "/", "{agency}: {}", answer.text);
            browser.get("/").await.has("2024");
            let year = browser.get("/years/organisation-1/2024").await;
            assert_eq!(year.status, StatusCode::OK, "{agency}");
        } else {
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            answer
                .has("id=\"agency-error\"")
                .has("Databasen har allerede et år")
                .has("value=\"Dalsdirektoratet\"");
        }
    }
}
