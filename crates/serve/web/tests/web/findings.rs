//! `/years/…/findings`, `/years/…/clarifications`, `/rules/…`: what is wrong in a letter, and what is done about it.

use crate::browser::{Answer, Browser, LETTER};
use axum::http::StatusCode;
use axum::http::header::CONTENT_DISPOSITION;

const BASE: &str = "/years/organisation-1/2025";

/// Opens a browser at a year whose letter has sums that do not add up, and hostile words.
async fn browser() -> Browser {
    let letter = LETTER.replace("44 000 000", "45 000 000").replace(
        "Oppdrag:",
        "Bryggene skal <script>alert(1)</script> sikres og og vedlikeholdes.\n\nOppdrag:",
    );
    Browser::started("Bryggetilsynet", letter.as_bytes()).await
}

/// Returns the address of the finding with a code.
fn address_of(page: &Answer, code: &str) -> String {
    let before = page.text.split_once(&format!("/rules/{code}")).unwrap().0;
    let name = before.rsplit_once("<li class=\"finding\" id=\"").unwrap().1.split_once('"').unwrap().0;
    format!("{BASE}/findings/{name}")
}

#[tokio::test]
async fn the_letter_shows_findings_at_their_lines() {
    let mut browser = browser().await;
    let page = browser.get(&format!("{BASE}/letter")).await;
    page.has("1 feil").has("href=\"#line-").has(&format!("{BASE}/findings/"));
    // Each of the lines that clash has its note.
    let lines = page.text.matches("data-color=\"danger\" data-size=\"sm\">Feil").count();
    assert!(lines > 2, "{lines}");
    page.lacks("<script>").has("&#60;script&#62;");
}

#[tokio::test]
async fn a_finding_is_accepted_with_a_reason_and_that_is_taken_back() {
    let mut browser = browser().await;
    let list = browser.get(&format!("{BASE}/findings")).await;
    let address = address_of(&list, "chapter-sum-mismatch");
    let page = browser.get(&address).await;
    page.has("href=\"/rules/chapter-sum-mismatch\"")
        .has("/letter?letter=letter-1#line-")
        .has("Ingen har tatt stilling");
    let (token, seen) = (page.token(), page.value("seen"));
    let empty = [("token", token.as_str()), ("seen", &seen), ("note", "blir stående")];
    let refused = browser.post(&format!("{address}/accept"), &empty).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.has("id=\"reason-error\"").has("Begrunnelsen mangler").has("blir stående");
    let form =
        [("token", token.as_str()), ("seen", &seen), ("reason", "Departementet har <b>rettet</b> det")];
    assert_eq!(browser.post(&format!("{address}/accept"), &form).await.to(), address);
    let page = browser.get(&address).await;
    page.has("Godtatt").has("Kari Nordmann").has("har &#60;b&#62;rettet&#60;/b&#62; det").lacks("/accept\"");
    // Who comes second is told.
    let second = browser.post(&format!("{address}/accept"), &form).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    browser.get(&format!("{BASE}/findings")).await.lacks("chapter-sum-mismatch");
    browser.get(&format!("{BASE}/findings?show=accepted")).await.has("chapter-sum-mismatch");
    browser.get(&format!("{BASE}/letter")).await.lacks("1 feil").has(">Godtatt</span>");
    let seen = page.value("seen");
    let back = [("token", token.as_str()), ("seen", &seen), ("back", "Det var ikke rettet")];
    assert_eq!(browser.post(&format!("{address}/take-back"), &back).await.to(), address);
    let page = browser.get(&address).await;
    page.has("Godkjenning tatt tilbake").has("Det var ikke rettet").has("/accept\"");
}

#[tokio::test]
async fn findings_are_collected_for_the_ministry() {
    let mut browser = browser().await;
    browser.get(&format!("{BASE}/clarifications")).await.has("Ingenting er satt på listen.");
    let list = browser.get(&format!("{BASE}/findings")).await;
    let address = address_of(&list, "chapter-sum-mismatch");
    let form = [
        ("token", list.token()),
        ("seen", "0".to_owned()),
        ("note", "=HYPERLINK(\"x\") og [lenke](x)".to_owned()),
    ];
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(browser.post(&format!("{address}/list"), &form).await.to(), address);
    let page = browser.get(&format!("{BASE}/clarifications")).await;
    page.has("=HYPERLINK").has("Kari Nordmann").has("clarifications.csv");
    let markdown = browser.get(&format!("{BASE}/clarifications.md")).await;
    markdown.has("# Punkter å avklare").has("## Tildelingsbrev 2025").has("og \\[lenke\\](x)");
    let csv = browser.get(&format!("{BASE}/clarifications.csv")).await;
    assert!(csv.headers[CONTENT_DISPOSITION].to_str().unwrap().contains("avklaringer.csv"));
    csv.has("\"'=HYPERLINK(\"\"x\"\")").has("chapter-sum-mismatch");
    let unlist = [("token", page.token()), ("seen", page.value("seen")), ("to", "list".to_owned())];
    let unlist: Vec<(&str, &str)> = unlist.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let back = browser.post(&format!("{address}/unlist"), &unlist).await;
    assert_eq!(back.to(), format!("{BASE}/clarifications"));
    browser.get(&format!("{BASE}/clarifications")).await.has("Ingenting er satt på listen.");
}

#[tokio::test]
async fn hostile_words_are_text_in_every_list() {
    let mut browser = browser().await;
    let list = browser.get(&format!("{BASE}/findings?show=all")).await;
    list.has("doubled-word").lacks("<script>");
    let address = address_of(&list, "doubled-word");
    let form = [("token", list.token()), ("seen", "0".to_owned())];
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser.post(&format!("{address}/list"), &form).await;
    for page in ["/clarifications", "/clarifications.md", "/findings?show=listed", "/letter"] {
        let answer = browser.get(&format!("{BASE}{page}")).await;
        assert_eq!(answer.status, StatusCode::OK, "{page}");
        answer.lacks("<script>").lacks("javascript:");
    }
}

#[tokio::test]
async fn an_earlier_day_takes_no_decisions_and_unknown_findings_are_not_there() {
    let mut browser = browser().await;
    let list = browser.get(&format!("{BASE}/findings?as-of=2025-02-01")).await;
    list.has("chapter-sum-mismatch").lacks("/list\"");
    let address = address_of(&list, "chapter-sum-mismatch");
    browser.get(&format!("{address}?as-of=2025-02-01")).await.lacks("/accept\"");
    for unknown in ["/findings/000000000000", "/findings/x%2F..", "/letter?letter=letter-9&as-of=x"] {
        let answer = browser.get(&format!("{BASE}{unknown}")).await;
        assert!(answer.status.is_client_error(), "{unknown} {}", answer.status);
    }
    let form = [("token", list.token()), ("seen", "0".to_owned())];
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let answer = browser.post(&format!("{address}/burn"), &form).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    let mut stranger = browser.other();
    assert_ne!(stranger.get(&format!("{BASE}/findings")).await.status, StatusCode::OK);
}

#[tokio::test]
async fn each_rule_has_its_page() {
    let mut browser = Browser::set_up().await;
    let page = browser.get("/rules/chapter-sum-mismatch").await;
    page.has("What to ask").has("lang=\"en\"").has("money · error");
    assert_eq!(browser.get("/rules/%3Cscript%3E").await.status, StatusCode::NOT_FOUND);
}
