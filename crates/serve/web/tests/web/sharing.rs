//! `/years/…/sharing`, and the section on an object's page.

use crate::browser::{Answer, Browser};
use axum::http::StatusCode;

const BASE: &str = "/years/organisation-1/2025";

/// Sends the form of the page with what it had, for some objects.
async fn act(browser: &mut Browser, page: &Answer, act: &str, objects: &[&str]) -> Answer {
    let token = page.token();
    let mut form = vec![("token".to_owned(), token), ("act".to_owned(), act.to_owned())];
    for object in objects {
        form.push(("object".to_owned(), (*object).to_owned()));
        form.push((format!("seen-{object}"), page.value(&format!("seen-{object}"))));
    }
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post(&format!("{BASE}/sharing"), &form).await
}

#[tokio::test]
async fn several_objects_are_shared_submitted_and_taken_back() {
    let mut browser = Browser::at_year().await;
    let address = format!("{BASE}/sharing");
    let page = browser.get(&address).await;
    page.has("Bare i virksomheten").has("Det de ville se nå").lacks(">Delt</span>");
    let both = ["assignment-1", "assignment-2"];
    assert_eq!(act(&mut browser, &page, "share", &both).await.to(), address);
    let page = browser.get(&format!("{address}?state=shared")).await;
    page.has(">Delt</span>").has("Kari Nordmann").has("objects/assignment-1").has("objects/assignment-2");
    page.lacks("objects/assignment-3");
    assert_eq!(act(&mut browser, &page, "take-back", &["assignment-2"]).await.to(), address);
    let page = browser.get(&address).await;
    assert_eq!(act(&mut browser, &page, "submit", &["assignment-1"]).await.to(), address);
    browser.get(&format!("{address}?state=submitted")).await.has("assignment-1").lacks("assignment-2");
    let page = browser.get(&address).await;
    let refused = act(&mut browser, &page, "submit", &["assignment-1"]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused
        .has("Oppdrag 2025-01 er slik det ble sendt inn sist")
        .has("value=\"assignment-1\"")
        .has(" checked");
    let refused = act(&mut browser, &page, "take-back", &["assignment-1"]).await;
    refused.has("er sendt inn og kan ikke trekkes tilbake");
    act(&mut browser, &page, "take-back", &["assignment-3"]).await.has("Oppdrag 2025-03 er ikke delt");
    act(&mut browser, &page, "share", &[]).await.has("Velg minst ett objekt");
}

#[tokio::test]
async fn an_object_is_shared_from_its_page_and_tells_when_it_changed() {
    let mut browser = Browser::at_year().await;
    let object = format!("{BASE}/objects/assignment-1");
    let page = browser.get(&object).await;
    page.has("Hvem ser dette").has("Bare i virksomheten").lacks("Trekk tilbake");
    let (token, seen) = (page.token(), page.value("seen-assignment-1"));
    let form = [("token", token.as_str()), ("object", "assignment-1"), ("back", "assignment-1")];
    let form = [form.as_slice(), &[("seen-assignment-1", &seen), ("act", "share")]].concat();
    let answer = browser.post(&format!("{BASE}/sharing"), &form).await;
    assert_eq!(answer.to(), format!("{object}#sharing"), "{}", answer.text);
    let page = browser.get(&object).await;
    page.has(">Delt</span>").has("Trekk tilbake").lacks("Det er endret siden");
    let seen = page.value("seen");
    let form = [("token", token.as_str()), ("seen", &seen), ("status", "on-track"), ("comment", "Halvveis")];
    assert_eq!(browser.post(&format!("{object}/status"), &form).await.to(), object);
    browser.get(&object).await.has("Det er endret siden").has("<dd>Halvveis</dd>");
    browser.get(&format!("{BASE}/sharing?state=changed")).await.has("assignment-1").lacks("assignment-2");
    let stale =
        [("token", token.as_str()), ("object", "assignment-1"), ("seen-assignment-1", "1"), ("act", "share")];
    let answer = browser.post(&format!("{BASE}/sharing"), &stale).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    answer.has("Noen andre har endret dette");
}

#[tokio::test]
async fn nothing_is_shared_as_of_a_day_nor_by_nonsense() {
    let mut browser = Browser::at_year().await;
    let page = browser.get(&format!("{BASE}/sharing?as-of=2030-01-01&state=nonsense&page=99999999999")).await;
    assert_eq!(page.status, StatusCode::OK);
    page.lacks("type=\"checkbox\"").lacks("value=\"submit\"");
    let token = browser.get(&format!("{BASE}/sharing")).await.token();
    for (name, value, status) in [
        ("act", "destroy", StatusCode::BAD_REQUEST),
        ("object", "person-1", StatusCode::BAD_REQUEST),
        ("object", "assignment-99", StatusCode::FORBIDDEN),
        ("object", "letter-1", StatusCode::UNPROCESSABLE_ENTITY),
    ] {
        let seen = format!("seen-{value}");
        let version = if value == "letter-1" { "2" } else { "0" };
        let act = if name == "act" { value } else { "share" };
        let form = [("token", token.as_str()), (name, value), (seen.as_str(), version), ("act", act)];
        let answer = browser.post(&format!("{BASE}/sharing"), &form).await;
        assert!(
            answer.status == status || (value == "letter-1" && answer.status == StatusCode::CONFLICT),
            "{value} {}",
            answer.status
        );
    }
}
