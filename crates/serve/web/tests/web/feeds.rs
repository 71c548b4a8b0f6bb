//! `/account/feeds` and `/feeds/…`: secret addresses for other calendars.

use crate::browser::{Answer, Browser};
use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, ETAG, IF_NONE_MATCH, SET_COOKIE};
use axum::http::{Request, StatusCode};

const PAGE: &str = "/account/feeds";
const YEAR: &str = "/years/organisation-1/2025";

/// Makes a feed and returns the path of its address.
async fn made(browser: &mut Browser, scope: &str) -> String {
    let token = browser.get(PAGE).await.token();
    let form = [("token", token.as_str()), ("label", "Kontoret"), ("scope", scope)];
    let answer = browser.post(PAGE, &form).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    answer.has("http://styrbord.test/feeds/").has("webcal://styrbord.test/feeds/");
    let rest = answer.text.split_once("http://styrbord.test").unwrap().1;
    rest.split_once('<').unwrap().0.to_owned()
}

/// Fetches a feed as a program does: without cookies.
async fn fetched(browser: &Browser, path: &str, known: Option<&str>) -> Answer {
    let mut request = Request::builder().uri(path).header("host", "styrbord.test");
    if let Some(known) = known {
        request = request.header(IF_NONE_MATCH, known);
    }
    browser.other().send(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn a_feed_shows_what_its_owner_sees_until_it_is_revoked() {
    let mut browser = Browser::at_year().await;
    browser.get(&format!("{YEAR}/calendar")).await.has(PAGE);
    let agency = made(&mut browser, "organisation-1").await;
    let feed = fetched(&browser, &agency, None).await;
    assert_eq!(feed.status, StatusCode::OK);
    assert_eq!(feed.headers.get(CACHE_CONTROL).unwrap(), "private, no-cache");
    assert!(feed.headers.get(SET_COOKIE).is_none());
    feed.has("X-WR-CALNAME:Styrbord: Bryggetilsynet\r\n")
        .has("DTSTART;VALUE=DATE:20250601\r\n")
        .has("Oppdrag")
        .lacks("Kari");
    assert_eq!(feed.text.matches("BEGIN:VEVENT").count(), 3);
    // The secret is shown once, and only by its owner revoked.
    let page = browser.get(PAGE).await;
    page.has("Kontoret").has("Alt du ser i Bryggetilsynet").lacks(&agency).lacks(".ics");
    let (token, id) = (page.token(), page.value("feed"));
    let strange = [("token", token.as_str()), ("feed", &"0".repeat(64))];
    let answer = browser.post(&format!("{PAGE}/revoke"), &strange).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    let form = [("token", token.as_str()), ("feed", &id)];
    let answer = browser.post(&format!("{PAGE}/revoke"), &form).await;
    browser.get(answer.to()).await.has("trukket tilbake").lacks("Kontoret");
    let gone = fetched(&browser, &agency, None).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
    // The page that says so does not repeat the secret.
    gone.lacks(agency.trim_start_matches("/feeds/").trim_end_matches(".ics"));
    for wrong in
        ["/feeds/x.ics".to_owned(), format!("/feeds/{}.ics", "0".repeat(64)), agency.replace(".ics", "")]
    {
        assert_eq!(fetched(&browser, &wrong, None).await.status, StatusCode::NOT_FOUND, "{wrong}");
    }
}

#[tokio::test]
async fn a_feed_that_did_not_change_is_not_sent_again() {
    let mut browser = Browser::at_year().await;
    let path = made(&mut browser, "person").await;
    let empty = fetched(&browser, &path, None).await;
    assert_eq!(empty.text.matches("BEGIN:VEVENT").count(), 0);
    let tag = empty.headers.get(ETAG).unwrap().to_str().unwrap().to_owned();
    let same = fetched(&browser, &path, Some(&tag)).await;
    assert_eq!((same.status, same.text.as_str()), (StatusCode::NOT_MODIFIED, ""));
    assert_eq!(same.headers.get(ETAG).unwrap(), tag.as_str());
    let object = format!("{YEAR}/objects/assignment-1");
    let page = browser.get(&object).await;
    let (token, seen) = (page.token(), page.value("seen"));
    let form = [("token", token.as_str()), ("seen", &seen), ("owner", "person-1")];
    browser.post(&format!("{object}/owner"), &form).await;
    let feed = fetched(&browser, &path, Some(&tag)).await;
    assert_eq!((feed.status, feed.text.matches("BEGIN:VEVENT").count()), (StatusCode::OK, 1));
    feed.has("SEQUENCE:0").lacks("Kari");
}

#[tokio::test]
async fn a_feed_needs_a_name_and_something_to_show() {
    let mut browser = Browser::at_year().await;
    let token = browser.get(PAGE).await.token();
    let form = [("token", token.as_str()), ("label", " "), ("scope", "organisation-1")];
    let answer = browser.post(PAGE, &form).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    answer.has("id=\"label-error\"").has("value=\"organisation-1\" selected").lacks("/feeds/");
    for scope in ["organisation-2", "unit-9", "", "alt"] {
        let form = [("token", token.as_str()), ("label", "Kontoret"), ("scope", scope)];
        assert_eq!(browser.post(PAGE, &form).await.status, StatusCode::BAD_REQUEST, "{scope}");
    }
    let mut stranger = browser.other();
    assert_eq!(stranger.get(PAGE).await.status, StatusCode::SEE_OTHER);
}
