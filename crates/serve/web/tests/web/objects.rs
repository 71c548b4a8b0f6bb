//! `/years/…/objects/…`: parts, deadlines, what was delivered.

use crate::browser::{Answer, Browser};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};

const OBJECT: &str = "/years/organisation-1/2025/objects/assignment-1";

async fn send(browser: &mut Browser, end: &str, fields: &[(&str, &str)]) -> Answer {
    let page = browser.get(OBJECT).await;
    let (token, seen) = (page.token(), page.value("seen"));
    let form = [&[("token", token.as_str()), ("seen", &seen)], fields].concat();
    browser.post(&format!("{OBJECT}/{end}"), &form).await
}

async fn deliver(browser: &mut Browser, fields: &[(&str, &str)], name: &str, bytes: &[u8]) -> Answer {
    let page = browser.get(OBJECT).await;
    let (token, seen) = (page.token(), page.value("seen"));
    let form = [&[("token", token.as_str()), ("seen", &seen)], fields].concat();
    browser.upload_to(&format!("{OBJECT}/deliverables"), &form, name, bytes).await
}

#[tokio::test]
async fn one_deadline_is_reported_for_itself() {
    let mut browser = Browser::at_year().await;
    browser.get(OBJECT).await.has("<option value=\"1\">Fristen 1. juni 2025</option>");
    let answer = send(&mut browser, "status", &[("due", "1"), ("status", "at-risk")]).await;
    assert_eq!(answer.to(), OBJECT, "{}", answer.text);
    browser.get(OBJECT).await.has("data-color=\"neutral\">Ikke meldt").has("Kan bli forsinket</span></td>");
    let answer = send(&mut browser, "status", &[("due", "7"), ("status", "at-risk")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_deadline_moves_when_the_ministry_agreed_in_writing() {
    let mut browser = Browser::at_year().await;
    let missing =
        [("move-due", "1"), ("ground", "writing"), ("move-to", "31.02.2026"), ("reference", "<b>sak")];
    let answer = send(&mut browser, "deadline", &missing).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    answer.has("href=\"#move-to\"").has("href=\"#dated\"").has("value=\"31.02.2026\"").has("&#60;b&#62;sak");
    let moved = [
        ("move-due", "1"),
        ("ground", "writing"),
        ("move-to", "01.10.2025"),
        ("dated", "2025-01-15"),
        ("reference", "Sak 25/17"),
        ("move-comment", "Felt må vente på snø"),
    ];
    assert_eq!(send(&mut browser, "deadline", &moved).await.to(), OBJECT);
    browser
        .get(OBJECT)
        .await
        .has("Fristen flyttet til 1. oktober 2025")
        .has("flyttet etter avtale")
        .has("vente på snø");
    // The letter that gave the deadline is no agreement to move it.
    let letter = [("move-due", "1"), ("ground", "letter-1"), ("move-to", "01.11.2025")];
    assert_eq!(send(&mut browser, "deadline", &letter).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn what_was_delivered_is_kept_with_a_safe_name_and_judged() {
    let mut browser = Browser::at_year().await;
    let pdf = b"%PDF-1.7 rapport";
    let fields = [("title", "Rapport om <råte>"), ("link", "https://arkiv.test/25/17")];
    let answer = deliver(&mut browser, &fields, "../../etc/r\u{e5}te\u{202e}.pdf", pdf).await;
    assert_eq!(answer.to(), OBJECT, "{}", answer.text);
    let page = browser.get(OBJECT).await;
    page.has("Rapport om &#60;råte&#62;")
        .has("https://arkiv.test/25/17")
        .has(">råte.pdf</a>")
        .has("Venter på svar");
    let file = browser.get(&format!("{OBJECT}/evidence/deliverable-1/0")).await;
    assert_eq!(file.bytes, pdf);
    assert_eq!(file.headers[CONTENT_TYPE], "application/pdf");
    assert_eq!(
        file.headers[CONTENT_DISPOSITION],
        "attachment; filename=\"r_te.pdf\"; filename*=UTF-8''r%C3%A5te.pdf"
    );
    assert_eq!(file.headers["x-content-type-options"], "nosniff");
    for end in ["deliverable-1/1", "deliverable-1/9", "deliverable-2/0", "..%2Fx/0"] {
        let answer = browser.get(&format!("{OBJECT}/evidence/{end}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{end}");
    }
    let other = OBJECT.replace("assignment-1", "assignment-2");
    let answer = browser.get(&format!("{other}/evidence/deliverable-1/0")).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    // Only the ministry accepts; the agency may take back, with words.
    let accepted = [("deliverable", "deliverable-1"), ("verdict", "accepted")];
    assert_eq!(send(&mut browser, "verdict", &accepted).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let back = [("deliverable", "deliverable-1"), ("verdict", "withdrawn"), ("said", "Feil fil")];
    assert_eq!(send(&mut browser, "verdict", &back).await.to(), OBJECT);
    browser.get(OBJECT).await.has("Trukket tilbake av virksomheten").has("Feil fil");
}

#[tokio::test]
async fn files_that_are_none_or_too_large_are_refused_and_words_stay() {
    let mut browser = Browser::at_year().await;
    let answer = deliver(&mut browser, &[("title", "Et program")], "x.pdf", b"MZ\0\x01").await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    answer.has("href=\"#file\"").has("value=\"Et program\"");
    let answer = deliver(&mut browser, &[("title", "Stor")], "x.txt", &vec![b'x'; 65 * 1024]).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    let markup = b"<script>alert(1)</script>";
    assert_eq!(deliver(&mut browser, &[("title", "Side")], "side.html", markup).await.to(), OBJECT);
    let file = browser.get(&format!("{OBJECT}/evidence/deliverable-1/0")).await;
    assert_eq!(file.headers[CONTENT_TYPE], "text/plain");
    let mut stranger = browser.other();
    let answer = stranger.get(&format!("{OBJECT}/evidence/deliverable-1/0")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_page_shows_what_its_kind_of_object_has_and_no_more() {
    let mut browser = Browser::at_year().await;
    let objects = OBJECT.trim_end_matches("assignment-1");
    for kind in ["goal-1", "chapter-1", "post-1"] {
        let page = browser.get(&format!("{objects}{kind}")).await;
        assert_eq!(page.status, StatusCode::OK, "{kind}");
        page.has("Historikk").lacks("Ikke meldt").lacks("Ansvarlig").lacks("id=\"dues\"");
    }
    browser.get(&format!("{objects}goal-1")).await.lacks("Mål Mål 1").has("<title>Mål 1: ");
    browser.get(&format!("{objects}post-1")).await.has("Beløp i brevet").has("/money/post-1\"");
    browser.get(&format!("{objects}chapter-1")).await.has("/money#chapter-");
    // An assignment names its goal with a way to it.
    browser.get(OBJECT).await.has("/objects/goal-1\">Mål 1 ").has("Ansvarlig").has("id=\"dues\"");
}

#[tokio::test]
async fn a_refusal_names_things_as_people_know_them() {
    let mut browser = Browser::at_year().await;
    let letter = [("move-due", "1"), ("ground", "letter-1"), ("move-to", "01.11.2025")];
    let answer = send(&mut browser, "deadline", &letter).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    answer.has("» er brevet som gir oppdrag 2025-01").lacks("letter-1 er").lacks("gir assignment-1");
}
