//! Who reports for a unit sees the plan of the whole year, and of the rest what the unit answers for: on every page, in
//! every file, and by the interface for programs.

use crate::browser::Browser;
use crate::colleagues::code_in;
use axum::body::Body;
use axum::http::header::AUTHORIZATION;
use axum::http::{Request, StatusCode};

const BASE: &str = "/years/organisation-1/2025";
const OWN: &str = "/years/organisation-1/2025/objects/assignment-1";
const OTHER: &str = "/years/organisation-1/2025/objects/assignment-2";
/// It stands in all that is not the unit's.
const SECRET: &str = "Hemmelig";

async fn report(browser: &mut Browser, object: &str, comment: &str) {
    let form = [("status", "at-risk"), ("comment", comment), ("delay", "capacity")];
    let answer = browser.fill(object, &format!("{object}/status"), &form).await;
    assert_eq!(answer.to(), object, "{}", answer.text);
    let page = browser.get(object).await;
    let (token, seen) = (page.token(), page.value("seen"));
    let fields = [("token", token.as_str()), ("seen", seen.as_str()), ("title", comment)];
    let answer =
        browser.upload_to(&format!("{object}/deliverables"), &fields, "f.txt", comment.as_bytes()).await;
    assert_eq!(answer.to(), object, "{}", answer.text);
}

/// Opens a browser of the controller, and one of who reports for the unit of the first assignment.
async fn of_unit() -> (Browser, Browser) {
    let mut kari = Browser::at_year().await;
    let unit = [("name", "Brygger"), ("above", "organisation-1")];
    let made = kari.fill("/admin/units", "/admin/units", &unit).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
    let assigned = kari.fill(OWN, &format!("{OWN}/owner"), &[("unit", "unit-1")]).await;
    assert_eq!(assigned.to(), OWN, "{}", assigned.text);
    let mut ola = kari.colleague("ola.h", "organisation-1", "").await;
    kari.give("/admin/people/person-2", "unit", "unit-1").await;
    report(&mut kari, OWN, "Synlig for enheten").await;
    report(&mut kari, OTHER, &format!("{SECRET} om fortøyning")).await;
    let shared = kari.get(&format!("{BASE}/sharing")).await;
    assert_eq!(shared.status, StatusCode::OK);
    assert_eq!(ola.get(BASE).await.status, StatusCode::OK);
    (kari, ola)
}

#[tokio::test]
async fn of_other_work_there_is_the_plan_and_nothing_more() {
    let (mut kari, mut ola) = of_unit().await;
    kari.get(OTHER).await.has(SECRET).has("Kan bli forsinket");
    ola.get(OWN).await.has("Synlig for enheten").has("Kan bli forsinket").has("Historikk");
    let page = ola.get(OTHER).await;
    page.has("Lage veileder").has("1. september 2025").has("Sto i brevet").has("Du ser det brevet sier.");
    page.lacks(SECRET)
        .lacks("Kan bli forsinket")
        .lacks("Ikke meldt")
        .lacks("action=\"/years/organisation-1/2025/sharing");
    let file = ola.get(&format!("{OTHER}/evidence/deliverable-2/0")).await;
    assert_eq!(file.status, StatusCode::NOT_FOUND);
    // How things stand is counted of the own work.
    ola.get(BASE).await.has("Kartlegge").lacks("Evaluere");
}

#[tokio::test]
async fn no_page_and_no_file_tells_more() {
    let (mut kari, mut ola) = of_unit().await;
    let seen = kari.walk(&["/", BASE], 60).await;
    let telling = seen.values().filter(|page| page.text.contains(SECRET)).count();
    assert!(telling > 4, "{telling}");
    let mut addresses: Vec<&str> = seen.keys().map(String::as_str).collect();
    addresses.push(BASE);
    let pages = ola.walk(&addresses, 200).await;
    assert!(pages.len() > 60, "{}", pages.len());
    for (address, page) in &pages {
        assert!(!page.text.contains(SECRET), "{address}: {}", page.text);
    }
    for question in ["hemmelig", "fort%C3%B8yning"] {
        ola.get(&format!("{BASE}/search?q={question}")).await.lacks(SECRET);
    }
}

#[tokio::test]
async fn nor_does_the_interface_for_programs() {
    let (_, mut ola) = of_unit().await;
    let made = ola.fill("/account", "/account/tokens", &[("label", "Regneark"), ("scope", "read")]).await;
    let token = code_in(&made);
    let year = format!("/api/v1{BASE}");
    for end in [
        "",
        "/assignments",
        "/audit",
        "/due?days=366",
        "/parameters",
        "/plan",
        "/search?q=hemmelig",
        "/objects/assignment-1",
        "/objects/assignment-2",
        "/objects/goal-1",
    ] {
        let request =
            Request::builder().uri(format!("{year}{end}")).header(AUTHORIZATION, format!("Bearer {token}"));
        let answer = ola.other().send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, StatusCode::OK, "{end}: {}", answer.text);
        answer.lacks(SECRET);
        if end == "/objects/assignment-2" {
            answer.has("\"status\":null").has("Lage veileder");
        }
        if end == "/objects/assignment-1" {
            answer.has("Synlig for enheten");
        }
    }
}
