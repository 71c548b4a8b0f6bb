//! `/years/…`: what needs the visitor, the goals with their parameters, and what changed since the last visit.

use crate::browser::{Answer, Browser, PASSWORD};
use crate::colleagues::THEIRS;
use axum::http::StatusCode;

const BASE: &str = "/years/organisation-1/2025";
const ONE: &str = "/years/organisation-1/2025/objects/assignment-1";

const LETTER: &str = "\
# Tildelingsbrev 2025 for Bryggetilsynet

Dato: 20. desember 2024

Fra Havnedepartementet

## Mål 1: Trygge brygger

Styringsparametere:

- SP 1: Andel brygger uten råte
- SP 2: Antall tilsyn

Oppdrag:

| Nr. | Oppdrag | Frist |
|---|---|---|
| 2025-01 | Kartlegge &lt;b&gt;råte i trebrygger | 01.06.2025 |
| 2025-02 | Lage veileder om fortøyning | 01.09.2025 |
";

async fn at_year() -> Browser {
    let mut browser = Browser::set_up().await;
    browser.start(LETTER).await;
    browser
}

/// Returns a section of the page.
fn section<'a>(page: &'a Answer, id: &str) -> &'a str {
    let begin = format!("<section aria-labelledby=\"{id}\">");
    let rest = page.text.split_once(&begin).unwrap_or_else(|| panic!("no {id} in {}", page.text)).1;
    // The goals hold sections of their own.
    let end = if id == "goals" { "<section aria-labelledby=\"money\">" } else { "</section>" };
    rest.split(end).next().unwrap()
}

async fn report(browser: &mut Browser, object: &str, status: &str) {
    let answer = browser.fill(object, &format!("{object}/status"), &[("status", status)]).await;
    assert_eq!(answer.to(), object, "{}", answer.text);
}

async fn log_in(browser: &mut Browser, login: &str, password: &str) {
    let form = [("login", login), ("password", password)];
    let answer = browser.fill("/log-in", "/log-in", &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
}

#[tokio::test]
async fn goals_stand_with_the_figures_of_their_parameters() {
    let mut browser = at_year().await;
    let page = browser.get(BASE).await;
    let goals = section(&page, "goals");
    assert!(goals.contains("SP 1") && goals.contains("Andel brygger uten råte"), "{goals}");
    assert!(goals.contains("Ingen måler dette ennå.") && goals.contains("2 oppdrag"), "{goals}");
    let own = format!("{BASE}/parameters/parameter-1");
    let card = [
        ("name", "Brygger uten råte"),
        ("definition", "Andel kontrollerte brygger uten råte"),
        ("population", "Brygger langs kysten"),
        ("unit", "percent"),
        ("numerator", "brygger uten råte"),
        ("denominator", "kontrollerte brygger"),
        ("stage", "user-effect"),
        ("better", "higher"),
        ("source", "Bryggeregisteret"),
        ("first", "1.1.2023"),
        ("lag", "30"),
    ];
    let series = format!("{own}/series");
    assert_eq!(browser.fill(&series, &series, &card).await.to(), own);
    let series = format!("{BASE}/parameters/series-1");
    for (period, value) in [("2023", "46,3"), ("2024", "48,1")] {
        let form = [("period", period), ("value", value), ("finality", "final"), ("source", "Registeret")];
        let figure = format!("{series}/figure");
        assert_eq!(browser.fill(&figure, &figure, &form).await.to(), series);
    }
    let target = [("period", "2024"), ("aim", "at-least"), ("value", "60"), ("by", "me")];
    let address = format!("{series}/target");
    assert_eq!(browser.fill(&address, &address, &target).await.to(), series);
    let entry = format!("{series}/entry");
    let form = [
        ("period", "2024"),
        ("data", "48 prosent"),
        ("analysis", "Vind"),
        ("assessment", "Gult lys: <i>for sakte</i>"),
    ];
    assert_eq!(browser.fill(&entry, &entry, &form).await.to(), series);
    let draft = browser.get(BASE).await;
    draft.has("48,1\u{a0}%").has("minst 60\u{a0}%").has("class=\"spark\"").lacks("Gult lys");
    let done = format!("{series}/complete");
    let page = format!("{done}?period=2024");
    assert_eq!(browser.fill(&page, &done, &[("period", "2024")]).await.to(), series);
    let page = browser.get(BASE).await;
    page.has("2024: Gult lys: &#60;i&#62;for sakte").has("Brygger uten råte: 2023 46,3");
    // Whether the target is met is for people to say.
    let goals = section(&page, "goals");
    assert!(!goals.contains("ikke nådd") && !goals.contains("data-color=\"warning\""), "{goals}");
    let before = browser.get(&format!("{BASE}?as-of=2025-02-01")).await;
    assert_eq!(before.status, StatusCode::OK);
    before.lacks("48,1").has("Endret sist");
}

#[tokio::test]
async fn what_needs_the_visitor_stands_apart_from_what_needs_others() {
    let mut kari = at_year().await;
    let mut ola = kari.colleague("ola", "organisation-1", "leader").await;
    let assign = |person: &'static str| [("owner", person)];
    let two = format!("{BASE}/objects/assignment-2");
    kari.fill(ONE, &format!("{ONE}/owner"), &assign("person-2")).await;
    kari.fill(&two, &format!("{two}/owner"), &assign("person-1")).await;
    for (browser, own, other) in
        [(&mut kari, "assignment-2", "assignment-1"), (&mut ola, "assignment-1", "assignment-2")]
    {
        let page = browser.get(BASE).await;
        let (before, after) = section(&page, "attention").split_once("Dette trenger andre").unwrap();
        assert!(before.contains(own) && !before.contains(other), "{before}");
        assert!(after.contains(other) && !after.contains(own), "{after}");
    }
}

#[tokio::test]
async fn what_others_changed_since_the_last_visit_is_told() {
    let mut kari = at_year().await;
    let page = kari.get(BASE).await;
    assert!(section(&page, "changes").contains("Endret sist"), "the first visit knows of none before");
    let mut ola = kari.colleague("ola", "organisation-1", "controller").await;
    log_in(&mut kari, "kari", PASSWORD).await;
    let page = kari.get(BASE).await;
    let news = section(&page, "changes");
    assert!(news.contains("Ingen andre har endret noe siden du logget inn"), "{news}");
    assert!(news.contains(&format!("{BASE}/history?from=")), "{news}");
    report(&mut ola, ONE, "on-track").await;
    report(&mut kari, &format!("{BASE}/objects/assignment-2"), "on-track").await;
    let page = kari.get(BASE).await;
    let news = section(&page, "changes");
    assert!(news.contains("Det andre har gjort siden du logget inn"), "{news}");
    assert!(news.contains("assignment-1") && news.contains("Person ola"), "{news}");
    assert!(!news.contains("assignment-2") && news.contains("Kartlegge &#60;b&#62;"), "{news}");
    kari.get(&format!("{BASE}?as-of=2040-01-01")).await.has("Endret sist").lacks("Det andre har gjort");
    // Who logs in anew has seen what was there at the log-in before.
    log_in(&mut ola, "ola", THEIRS).await;
    let page = ola.get(BASE).await;
    assert!(
        section(&page, "changes").contains("assignment-2"),
        "kari's change came after ola's first log-in"
    );
    log_in(&mut kari, "kari", PASSWORD).await;
    log_in(&mut kari, "kari", PASSWORD).await;
    let page = kari.get(BASE).await;
    assert!(section(&page, "changes").contains("Ingen andre har endret noe"), "{}", page.text);
}

#[tokio::test]
async fn many_changes_at_once_are_told_once() {
    let mut kari = Browser::set_up().await;
    let mut ola = kari.colleague("ola", "organisation-1", "controller").await;
    log_in(&mut ola, "ola", THEIRS).await;
    kari.start(LETTER).await;
    let page = ola.get(BASE).await;
    let news = section(&page, "changes");
    assert!(news.contains("Kom med et brev") && news.contains("Brev mottatt"), "{news}");
    assert!(news.matches("<li>").count() <= 8, "{news}");
    for link in news.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        let answer = ola.get(&link.replace("&#38;", "&")).await;
        assert_eq!(answer.status, StatusCode::OK, "{link}");
    }
}
