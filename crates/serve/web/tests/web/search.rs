//! `/search` and `/years/…/search`: what is found, and that nothing else is.

use crate::browser::Browser;
use axum::http::StatusCode;

const BASE: &str = "/years/organisation-1/2025";

#[tokio::test]
async fn the_plan_the_letter_and_what_people_say_are_found_and_marked() {
    let mut browser = Browser::at_year().await;
    let object = format!("{BASE}/objects/assignment-1");
    let page = browser.get(&object).await;
    let (token, seen) = (page.token(), page.value("seen"));
    let form = [
        ("token", token.as_str()),
        ("seen", &seen),
        ("status", "on-track"),
        ("comment", "Feltarbeidet er i gang"),
    ];
    assert_eq!(browser.post(&format!("{object}/status"), &form).await.to(), object);
    let page = browser.get(&format!("{BASE}/search?q=trebryggene")).await;
    page.has("Oppdrag (1)").has("/objects/assignment-1\"").has("<mark>trebrygger</mark>");
    page.has("/letter?letter=letter-1#line-13");
    browser.get(&format!("{BASE}/search?q=2025-01")).await.has("<mark>2025-01</mark>");
    browser.get(&format!("{BASE}/search?q=512.45")).await.has("<mark>512.45</mark>").has("objects/post-2");
    browser.get(&format!("{BASE}/search?q=44000000")).await.has("objects/chapter-1");
    let said = browser.get(&format!("{BASE}/search?q=feltarb")).await;
    said.has("Kommentarer og rapportering (1)")
        .has("<mark>Feltarbeidet</mark> er i gang")
        .has("objects/assignment-1");
    browser.get("/search?q=feltarbeid").await.has("Bryggetilsynet 2025").has("objects/assignment-1");
    browser
        .get(&format!("{BASE}/search?q=brygger&kind=lines"))
        .await
        .has("Linjer i brevene")
        .lacks("Oppdrag (");
}

#[tokio::test]
async fn what_was_written_after_a_search_is_found_by_the_next() {
    let mut browser = Browser::at_year().await;
    browser.get(&format!("{BASE}/search?q=snøscooter")).await.has("Ingen treff");
    let object = format!("{BASE}/objects/assignment-2");
    let page = browser.get(&object).await;
    let (token, seen) = (page.token(), page.value("seen"));
    let form = [
        ("token", token.as_str()),
        ("seen", &seen),
        ("status", "on-track"),
        ("comment", "Snøscooter er kjøpt"),
    ];
    assert_eq!(browser.post(&format!("{object}/status"), &form).await.to(), object);
    browser.get(&format!("{BASE}/search?q=snøscooter")).await.has("<mark>Snøscooter</mark>");
    browser.get(&format!("{BASE}/search?q=sn%C3%B8scooter&as-of=2030-01-01")).await.has("as-of=2030-01-01");
}

#[tokio::test]
async fn no_hit_says_what_to_try() {
    let mut browser = Browser::at_year().await;
    browser.get(&format!("{BASE}/search?q=veildeer")).await.has("Prøv heller").has("?q=veileder");
    browser.get(&format!("{BASE}/search?q=zzzz")).await.has("Ingen treff på «zzzz»").has("Prøv færre");
    browser.get(&format!("{BASE}/search")).await.has("Skriv ord").has("role=\"search\"");
    browser.get("/search?q=veildeer").await.has("?q=veileder");
}

#[tokio::test]
async fn what_is_asked_is_text_and_asked_by_visitors() {
    let mut browser = Browser::at_year().await;
    for address in [format!("{BASE}/search"), "/search".to_owned()] {
        let page = browser.get(&format!("{address}?q=%3Cimg+src%3Dx%3E%22")).await;
        assert_eq!(page.status, StatusCode::OK);
        page.lacks("<img").has("&#60;img");
        let mut stranger = browser.other();
        assert_eq!(stranger.get(&format!("{address}?q=brygger")).await.status, StatusCode::SEE_OTHER);
    }
    let long = "brygger ".repeat(500);
    let page = browser.get(&format!("{BASE}/search?q={}", long.trim().replace(' ', "+"))).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(
        browser.get("/years/organisation-9/2025/search?q=brygger").await.status,
        StatusCode::NOT_FOUND
    );
}
