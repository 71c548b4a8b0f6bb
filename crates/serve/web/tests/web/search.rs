//! `/search` and `/years/…/search`: what is found, and that nothing else is.

use crate::browser::{Answer, Browser};
use axum::http::StatusCode;
use std::collections::BTreeSet;

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
    page.has("/letter?letter=letter-1#line-13").has("Bryggetilsynet, linje 13");
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

/// Returns the addresses of the hits of a page.
fn hits(page: &Answer) -> BTreeSet<String> {
    let rows = page.text.split("<ul class=\"rows\">").skip(1).filter_map(|rest| rest.split("</ul>").next());
    let links = rows.flat_map(|row| row.split("<a class=\"ds-link\" href=\"").skip(1));
    let addresses = links.filter_map(|rest| rest.split('"').next());
    addresses.map(|address| address.replace("&#38;", "&")).collect()
}

/// Defines a series of the agency's own, which no letter names.
async fn define(browser: &mut Browser, base: &str) {
    let address = format!("{base}/parameters/own/series");
    let page = browser.get(&address).await;
    let (token, seen) = (page.token(), page.value("seen"));
    let form = [
        ("token", token.as_str()),
        ("seen", &seen),
        ("name", "Trivsel og ro"),
        ("definition", "Andel som trives"),
        ("population", "Alle som er her"),
        ("unit", "percent"),
        ("numerator", "de som trives"),
        ("denominator", "alle"),
        ("stage", "user-effect"),
        ("better", "higher"),
        ("source", "Spørreskjema"),
        ("first", "1.1.2022"),
        ("lag", "30"),
    ];
    let answer = browser.post(&address, &form).await;
    assert_eq!(answer.to(), format!("{base}/parameters"), "{}", answer.text);
}

/// Follows every hit of words that stand all over a letter.
async fn follow(agency: &str, letter: &[u8]) {
    let mut browser = Browser::set_up_for(agency).await;
    let reading = browser.upload("brev.txt", letter).await.to().to_owned();
    let token = browser.get(&reading).await.token();
    let start = format!("{}/start", reading.split('?').next().unwrap());
    let form = [("token", token.as_str()), ("file", "brev.txt"), ("simulated", "1")];
    let base = browser.post(&start, &form).await.to().to_owned();
    define(&mut browser, &base).await;
    let mut found = BTreeSet::new();
    for words in ["og", "i", "til", "for", "1", "2", "000", "trives", "sk"] {
        for kind in [
            "goals",
            "parameters",
            "assignments",
            "duties",
            "reports",
            "meetings",
            "money",
            "other",
            "said",
            "lines",
        ] {
            found.extend(hits(&browser.get(&format!("{base}/search?q={words}&kind={kind}")).await));
        }
    }
    assert!(found.contains(&format!("{base}/parameters/series-1")), "{found:?}");
    let pages: BTreeSet<&str> = found.iter().filter_map(|address| address.split('#').next()).collect();
    assert!(pages.len() > 10, "{pages:?}");
    for address in pages {
        assert_eq!(browser.get(address).await.status, StatusCode::OK, "{address}");
    }
}

macro_rules! follows {
    ($($name:ident: $agency:literal, $file:literal;)*) => {
        $(#[tokio::test]
        async fn $name() {
            follow($agency, include_bytes!(concat!("../../../../../examples/letters/", $file))).await;
        })*
    };
}

follows! {
    every_hit_of_fjellvett_has_a_page: "Direktoratet for fjellvett", "fjellvett-2025.txt";
    every_hit_of_isfjordverket_has_a_page: "Isfjordverket", "isfjordverket-2026.md";
    every_hit_of_kystarv_has_a_page: "Kystarvdirektoratet", "kystarv-2026.md";
    every_hit_of_lyngtilsynet_has_a_page: "Lyngtilsynet", "lyngtilsynet-2025.txt";
    every_hit_of_tarefondet_has_a_page: "Tarefondet", "tarefondet-oppdrag-2026.txt";
    every_hit_of_tonekontoret_has_a_page: "Tonekontoret", "tonekontoret-2025.md";
    every_hit_of_vassdragsarkivet_has_a_page: "Vassdragsarkivet", "vassdragsarkivet-2026.txt";
}
