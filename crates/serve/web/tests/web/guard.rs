//! What stands around every page: headers, tokens, errors, sizes.

use crate::browser::Browser;
use axum::body::Body;
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY};
use axum::http::{Method, Request, StatusCode};

/// Every address that changes something.
const POSTS: [&str; 16] = [
    "/set-up",
    "/log-in",
    "/log-out",
    "/password",
    "/language",
    "/letters",
    "/letters/00/start",
    "/years/organisation-1/2025/assignments/change",
    "/years/organisation-1/2025/assignments/import",
    "/years/organisation-1/2025/assignments/import/confirm",
    "/years/organisation-1/2025/objects/assignment-1/status",
    "/years/organisation-1/2025/objects/assignment-1/owner",
    "/years/organisation-1/2025/objects/assignment-1/deadline",
    "/years/organisation-1/2025/objects/assignment-1/duty",
    "/years/organisation-1/2025/objects/assignment-1/deliverables",
    "/years/organisation-1/2025/objects/assignment-1/verdict",
];

#[tokio::test]
async fn nothing_is_done_without_the_token_of_the_visit() {
    let mut browser = Browser::at_year().await;
    let mut stranger = browser.other();
    let strange = stranger.get("/log-in").await.token();
    for address in POSTS {
        for token in ["", "00", strange.as_str()] {
            let answer = match address {
                address
                    if address == "/letters"
                        || address.ends_with("/import")
                        || address.ends_with("/deliverables") =>
                {
                    browser.upload_to(address, &[("token", token)], "brev.md", b"x").await
                }
                _ => browser.post(address, &[("token", token), ("language", "en")]).await,
            };
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{address} {token}");
        }
    }
}

#[tokio::test]
async fn a_form_from_elsewhere_is_refused_even_with_a_token() {
    let mut browser = Browser::set_up().await;
    let token = browser.get("/").await.token();
    for (name, value) in
        [("origin", "http://evil.test"), ("origin", "null"), ("sec-fetch-site", "cross-site")]
    {
        let request = Request::builder()
            .method(Method::POST)
            .uri("/language")
            .header("host", "styrbord.test")
            .header("content-type", "application/x-www-form-urlencoded")
            .header(name, value)
            .body(Body::from(format!("language=en&token={token}")))
            .unwrap();
        assert_eq!(browser.send(request).await.status, StatusCode::FORBIDDEN, "{name}: {value}");
    }
}

#[tokio::test]
async fn every_answer_has_the_headers() {
    let mut browser = Browser::at_year().await;
    let style = browser.get("/").await;
    let style = style.text.split("href=\"/assets/style-").nth(1).unwrap().split('"').next().unwrap();
    let style = format!("/assets/style-{style}");
    for address in ["/", "/log-in", "/nowhere", "/years/organisation-1/2025", style.as_str()] {
        let answer = browser.get(address).await;
        let header = |name: &str| answer.headers.get(name).map(|value| value.to_str().unwrap().to_owned());
        let policy = header(CONTENT_SECURITY_POLICY.as_str()).unwrap();
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{address}: {policy}");
        assert_eq!(header("x-content-type-options").as_deref(), Some("nosniff"), "{address}");
        assert_eq!(header("referrer-policy").as_deref(), Some("same-origin"), "{address}");
        let cache = header(CACHE_CONTROL.as_str()).unwrap();
        assert_eq!(cache.contains("immutable"), address.starts_with("/assets"), "{address}: {cache}");
        assert!(!answer.text.contains(" style="), "{address}");
        // Scripts are files of the server's own.
        let mut scripts = answer.text.split("<script").skip(1);
        assert!(scripts.all(|script| script.starts_with(" src=\"/assets/")), "{address}");
    }
}

#[tokio::test]
async fn errors_have_pages_of_their_own() {
    let mut browser = Browser::at_year().await;
    for (address, status, words) in [
        ("/nowhere", 404, "Siden finnes ikke"),
        ("/years/organisation-1/2031", 404, "Siden finnes ikke"),
        ("/years/organisation-9/2025/letter", 404, "Siden finnes ikke"),
        ("/years/organisation-1/2025/objects/assignment-99", 404, "Siden finnes ikke"),
        ("/years/organisation-1/2025?as-of=igjen", 400, "Forespørselen kunne ikke leses"),
        ("/letters/00", 404, "Siden finnes ikke"),
    ] {
        let answer = browser.get(address).await;
        assert_eq!(answer.status.as_u16(), status, "{address}");
        answer.has(words).has("Referanse").has("href=\"/\"");
    }
}

#[tokio::test]
async fn an_address_that_only_takes_forms_leads_to_its_page() {
    let mut browser = Browser::at_year().await;
    let object = "/years/organisation-1/2025/objects/assignment-1";
    for (address, page) in [("/log-out", "/"), (&*format!("{object}/status"), object)] {
        let answer = browser.get(address).await;
        assert_eq!((answer.status, answer.to()), (StatusCode::SEE_OTHER, page));
    }
    let answer = browser.post("/assets/style.css", &[]).await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    answer.has("Adressen tar ikke imot dette");
}

#[tokio::test]
async fn what_is_too_large_is_refused_on_the_way() {
    let mut browser = Browser::set_up().await;
    let answer = browser.upload("brev.md", &vec![b'x'; 65 * 1024]).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    answer.has("Det er for stort");
    let token = browser.get("/").await.token();
    let long = "x".repeat(300 * 1024);
    let answer = browser.post("/log-in", &[("token", &token), ("login", &long)]).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn text_is_sent_small_to_those_who_take_it() {
    let mut browser = Browser::set_up().await;
    for (accepted, small) in [("br, gzip", true), ("gzip;q=0", false), ("br", false)] {
        let request =
            Request::builder().uri("/").header(ACCEPT_ENCODING, accepted).body(Body::empty()).unwrap();
        let answer = browser.send(request).await;
        assert_eq!(answer.headers.contains_key(CONTENT_ENCODING), small, "{accepted}");
        assert_eq!(answer.text.contains("</html>"), !small, "{accepted}");
    }
}
