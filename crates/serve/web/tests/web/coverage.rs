//! `/years/…/coverage`: every part of a letter is a row, and every link leads to what it names.

use crate::browser::{Answer, Browser};
use axum::http::StatusCode;
use std::collections::{BTreeMap, BTreeSet};
use styrbord_app::follow::events::ObjectKind;
use styrbord_app::follow::events::letters::Held;

const BASE: &str = "/years/organisation-1/2025";
const FJELLVETT: &[u8] = include_bytes!("../../../../../examples/letters/fjellvett-2025.txt");

/// The kinds with the names of their sections.
const SECTIONS: [(ObjectKind, &str); 13] = [
    (ObjectKind::Goal, "goals"),
    (ObjectKind::Parameter, "steering-parameters"),
    (ObjectKind::Requirement, "requirements"),
    (ObjectKind::Assignment, "assignments"),
    (ObjectKind::Report, "reports"),
    (ObjectKind::Meeting, "meetings"),
    (ObjectKind::Duty, "duties"),
    (ObjectKind::Chapter, "chapters"),
    (ObjectKind::Post, "posts"),
    (ObjectKind::Authorisation, "authorisations"),
    (ObjectKind::Announcement, "announced"),
    (ObjectKind::Direction, "common-directions"),
    (ObjectKind::Attachment, "attachments"),
];

/// Starts a year with a letter and returns the beginning of its addresses.
async fn started(agency: &str, letter: &[u8]) -> (Browser, String) {
    let mut browser = Browser::set_up_for(agency).await;
    let reading = browser.upload("brev.txt", letter).await.to().to_owned();
    let token = browser.get(&reading).await.token();
    let start = format!("{}/start", reading.split('?').next().unwrap());
    let form = [("token", token.as_str()), ("file", "brev.txt"), ("simulated", "1")];
    let answer = browser.post(&start, &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let base = answer.to().to_owned();
    (browser, base)
}

/// Returns the rows of a section, each with its words and marks.
fn rows<'a>(page: &'a Answer, section: &str) -> Vec<&'a str> {
    let begin = format!("<section aria-labelledby=\"{section}\">");
    let Some((_, rest)) = page.text.split_once(&begin) else { return Vec::new() };
    let section = rest.split("</section>").next().unwrap();
    section.split("<tr><th scope=\"row\">").skip(1).collect()
}

fn links(page: &Answer) -> BTreeSet<String> {
    let addresses = page.text.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    let addresses = addresses.map(|address| address.replace("&#38;", "&").replace("&amp;", "&"));
    addresses.filter(|address| address.starts_with("/years/")).collect()
}

/// Follows every link of the page and looks for the place that it names.
async fn walk(agency: &str, letter: &[u8]) {
    let (mut browser, base) = started(agency, letter).await;
    let page = browser.get(&format!("{base}/coverage")).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    let plan = styrbord_app::check(letter, &[]).unwrap().compiled.plan;
    let mut expected: BTreeMap<ObjectKind, usize> = BTreeMap::new();
    for (kind, _) in Held::places(&plan) {
        *expected.entry(kind).or_default() += 1;
    }
    assert!(expected.len() > 4, "{expected:?}");
    for (kind, section) in SECTIONS {
        let number = expected.remove(&kind).unwrap_or_default();
        assert_eq!(rows(&page, section).len(), number, "{section}");
    }
    assert!(expected.is_empty(), "no section for {expected:?}");
    assert_eq!(rows(&page, "not-understood").len(), plan.not_understood.len());
    let mut read: BTreeMap<String, Answer> = BTreeMap::new();
    for address in links(&page) {
        let (path, place) = address.split_once('#').unwrap_or((&address, ""));
        if !read.contains_key(path) {
            read.insert(path.to_owned(), browser.get(path).await);
        }
        let answer = read.get(path).unwrap();
        assert_eq!(answer.status, StatusCode::OK, "{address}");
        assert!(place.is_empty() || answer.text.contains(&format!("id=\"{place}\"")), "no {address}");
    }
    assert!(read.len() > 20, "{}", read.len());
}

macro_rules! walks {
    ($($name:ident: $agency:literal, $file:literal;)*) => {
        $(#[tokio::test]
        async fn $name() {
            walk($agency, include_bytes!(concat!("../../../../../examples/letters/", $file))).await;
        })*
    };
}

walks! {
    every_link_of_fjellvett_leads_somewhere: "Direktoratet for fjellvett", "fjellvett-2025.txt";
    every_link_of_isfjordverket_leads_somewhere: "Isfjordverket", "isfjordverket-2026.md";
    every_link_of_kystarv_leads_somewhere: "Kystarvdirektoratet", "kystarv-2026.md";
    every_link_of_lyngtilsynet_leads_somewhere: "Lyngtilsynet", "lyngtilsynet-2025.txt";
    every_link_of_tarefondet_leads_somewhere: "Tarefondet", "tarefondet-oppdrag-2026.txt";
    every_link_of_tonekontoret_leads_somewhere: "Tonekontoret", "tonekontoret-2025.md";
    every_link_of_vassdragsarkivet_leads_somewhere: "Vassdragsarkivet", "vassdragsarkivet-2026.txt";
}

#[tokio::test]
async fn a_gap_goes_when_somebody_fills_it() {
    let mut browser = Browser::at_year().await;
    let coverage = format!("{BASE}/coverage");
    let page = browser.get(&coverage).await;
    let row = |page: &Answer| rows(page, "assignments").first().map(ToString::to_string).unwrap();
    assert!(row(&page).contains("Ingen er ansvarlig") && row(&page).contains("Ingen status er meldt"));
    let object = format!("{BASE}/objects/assignment-1");
    for (end, field) in [("owner", ("owner", "person-1")), ("status", ("status", "on-track"))] {
        let shown = browser.get(&object).await;
        let (token, seen) = (shown.token(), shown.value("seen"));
        let form = [("token", token.as_str()), ("seen", &seen), field];
        assert_eq!(browser.post(&format!("{object}/{end}"), &form).await.to(), object);
    }
    let page = browser.get(&coverage).await;
    assert!(row(&page).contains("<span class=\"quiet\">Ingenting</span>"), "{}", row(&page));
    assert_eq!(rows(&page, "assignments").len(), 3);
    let only = browser.get(&format!("{coverage}?only=gaps")).await;
    assert_eq!(rows(&only, "assignments").len(), 2);
    only.lacks("Kartlegge råte").has("Vis alt").has("<td class=\"number\">3</td><td class=\"number\">2</td>");
}

#[tokio::test]
async fn the_page_is_shown_as_of_a_day_and_in_every_language() {
    let (mut browser, _) = started("Direktoratet for fjellvett", FJELLVETT).await;
    let page = browser.get(&format!("{BASE}/coverage?only=gaps&as-of=2025-06-02")).await;
    page.has("slik det var 2. juni 2025").has(&format!("{BASE}/objects/assignment-1?as-of=2025-06-02"));
    page.has(&format!("{BASE}/coverage?as-of=2025-06-02"));
    page.has("/letter?letter=letter-1&#38;as-of=2025-06-02#line-");
    assert_eq!(browser.get(&format!("{BASE}/coverage?as-of=2001-01-01")).await.status, StatusCode::NOT_FOUND);
    browser.get(BASE).await.has(&format!("{BASE}/coverage\">Dekning</a>"));
    for (language, words) in [("nn", "Ingen måleserie"), ("en", "Not understood"), ("nb", "Fellesføringer")]
    {
        let token = browser.get(BASE).await.token();
        browser.post("/language", &[("token", &token), ("language", language), ("back", BASE)]).await;
        browser.get(&format!("{BASE}/coverage")).await.has(words);
    }
}

#[tokio::test]
async fn hostile_words_of_a_letter_are_words_here_too() {
    let letter =
        crate::browser::LETTER.replace("Kartlegge råte", "&lt;script&gt;alert(1)&lt;/script&gt; råte");
    let mut browser = Browser::started("Bryggetilsynet", letter.as_bytes()).await;
    let page = browser.get(&format!("{BASE}/coverage")).await;
    page.has("&#60;script&#62;alert(1)").lacks("<script>alert");
    browser.other().get(&format!("{BASE}/coverage")).await.lacks("råte");
}
