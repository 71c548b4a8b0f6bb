//! `/years/…`: overview, letter, assignments, objects.

use crate::browser::Browser;
use crate::colleagues::THEIRS;
use axum::http::StatusCode;

const BASE: &str = "/years/organisation-1/2025";

#[tokio::test]
async fn the_overview_shows_what_the_letter_gave() {
    let mut browser = Browser::at_year().await;
    let page = browser.get(BASE).await;
    page.has("Simulerte data.").has("Trygge brygger").has("44\u{a0}000\u{a0}000\u{a0}kroner");
    page.has("Ingen er ansvarlig").has("aria-current=\"page\"");
    browser.get("/").await.has("Bryggetilsynet 2025").has("simulert");
}

#[tokio::test]
async fn what_somebody_may_not_open_is_not_offered() {
    let mut browser = Browser::at_year().await;
    browser.get("/").await.has("action=\"/letters\"");
    browser.get(BASE).await.has(&format!("{BASE}/money\""));
    let unit = [("name", "Tilsyn"), ("above", "organisation-1")];
    browser.fill("/admin/units", "/admin/units", &unit).await;
    let person = browser.register("Ola", "organisation-1").await;
    browser.give(&person, "unit", "unit-1").await;
    let code = browser.invite(&person, "ola").await;
    let mut ola = browser.other();
    ola.redeem("ola", &code, THEIRS).await;
    ola.get("/").await.has(BASE).lacks("action=\"/letters\"");
    ola.get(BASE).await.has(&format!("{BASE}/assignments\"")).lacks(&format!("{BASE}/money\""));
    assert_eq!(ola.get(&format!("{BASE}/money")).await.status, StatusCode::FORBIDDEN);
    let object = format!("{BASE}/objects/assignment-1");
    browser.fill(&object, &format!("{object}/owner"), &[("owner", "person-2")]).await;
    browser.get(&object).await.has(&format!("{object}/owner\""));
    ola.get(&object).await.has(&format!("{object}/status\"")).lacks(&format!("{object}/owner\""));
    let mut new = browser.colleague("eva", "organisation-1", "").await;
    new.get("/").await.has("Spør en administrator om en rolle").lacks("action=\"/letters\"");
}

#[tokio::test]
async fn the_letter_leads_to_its_objects_and_back() {
    let mut browser = Browser::at_year().await;
    let page = browser.get(&format!("{BASE}/letter")).await;
    page.has("id=\"line-13\"").has("Kartlegge råte i trebrygger langs kysten");
    page.has(&format!("{BASE}/objects/assignment-1"));
    let object = browser.get(&format!("{BASE}/objects/assignment-1")).await;
    object.has("/letter?letter=letter-1#line-13").has("1. juni 2025").has("2025-01");
}

#[tokio::test]
async fn assignments_are_chosen_and_sorted_by_the_address() {
    let mut browser = Browser::at_year().await;
    let of = |text: &str| -> Vec<usize> {
        (1..=3).filter(|number| text.contains(&format!("/objects/assignment-{number}\""))).collect()
    };
    for (query, expected) in [
        ("", vec![1, 2, 3]),
        ("?words=BRYGGER", vec![1, 3]),
        ("?words=veileder+lage", vec![2]),
        ("?status=delivered", vec![]),
        ("?status=not-reported&owner=nobody", vec![1, 2, 3]),
        ("?owner=person-1", vec![]),
        ("?page=7", vec![]),
        ("?sort=nonsense&status=nonsense", vec![1, 2, 3]),
    ] {
        let page = browser.get(&format!("{BASE}/assignments{query}")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert_eq!(of(&page.text), expected, "{query}");
    }
    let page = browser.get(&format!("{BASE}/assignments?sort=next&order=descending")).await;
    let place = |number: u32| page.text.find(&format!("/objects/assignment-{number}\"")).unwrap();
    assert!(place(3) < place(2) && place(2) < place(1));
    page.has("aria-sort=\"descending\"");
}

#[tokio::test]
async fn status_and_owner_are_reported_and_stay_in_the_history() {
    let mut browser = Browser::at_year().await;
    let object = format!("{BASE}/objects/assignment-1");
    let page = browser.get(&object).await;
    let (token, seen) = (page.token(), page.value("seen"));
    let form = [("token", token.as_str()), ("seen", &seen), ("owner", "person-1")];
    assert_eq!(browser.post(&format!("{object}/owner"), &form).await.to(), object);
    let seen = browser.get(&object).await.value("seen");
    let form = [("token", token.as_str()), ("seen", &seen), ("status", "delayed"), ("delay", "money")];
    let refused = browser.post(&format!("{object}/status"), &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.has("id=\"comment-error\"").has("value=\"money\" selected");
    let form = [form.as_slice(), &[("comment", "Venter på <b>svar</b>")]].concat();
    assert_eq!(browser.post(&format!("{object}/status"), &form).await.to(), object);
    let page = browser.get(&object).await;
    page.has("Status: Forsinket")
        .has("Ansvarlig: Kari Nordmann")
        .has("Venter på &#60;b&#62;svar&#60;/b&#62;");
    browser.get(BASE).await.has("Endret sist").has("Kartlegge råte");
}

#[tokio::test]
async fn who_comes_second_sees_the_conflict_and_keeps_what_was_typed() {
    let mut browser = Browser::at_year().await;
    let object = format!("{BASE}/objects/assignment-2");
    let page = browser.get(&object).await;
    let (token, seen) = (page.token(), page.value("seen"));
    let first = [("token", token.as_str()), ("seen", &seen), ("status", "on-track")];
    assert_eq!(browser.post(&format!("{object}/status"), &first).await.to(), object);
    let second =
        [("token", token.as_str()), ("seen", &seen), ("status", "at-risk"), ("comment", "Usikkert vær")];
    let answer = browser.post(&format!("{object}/status"), &second).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    answer.has("Noen andre har endret dette").has("Usikkert vær").has("Status: I rute");
    let again = answer.value("seen");
    let second = [second.as_slice(), &[]].concat();
    let again: Vec<(&str, &str)> = second
        .into_iter()
        .map(|(name, value)| if name == "seen" { (name, again.as_str()) } else { (name, value) })
        .collect();
    assert_eq!(browser.post(&format!("{object}/status"), &again).await.to(), object);
}

#[tokio::test]
async fn a_year_is_shown_as_of_a_day_and_then_takes_no_reports() {
    let mut browser = Browser::at_year().await;
    let object = format!("{BASE}/objects/assignment-1");
    browser
        .get(&format!("{object}?as-of=2025-06-02"))
        .await
        .has("slik det var 2. juni 2025")
        .lacks("/status\"");
    browser.get(&format!("{object}?as-of=2025-06-02")).await.has("data-color=\"danger\">fristen er ute");
    assert_eq!(browser.get(&format!("{BASE}?as-of=2001-01-01")).await.status, StatusCode::NOT_FOUND);
}
