//! `/admin/audit` and `/years/…/history`, as pages and as sheets.

use crate::browser::Browser;
use axum::http::StatusCode;

const HISTORY: &str = "/years/organisation-1/2025/history";

#[tokio::test]
async fn the_audit_says_who_did_what_when_and_why() {
    let mut browser = Browser::set_up().await;
    let person = browser.register("Ola", "organisation-1").await;
    let said = [("role", "reader"), ("at", "organisation-1"), ("reason", "Vikar <for> Kari")];
    browser.fill(&person, &format!("{person}/roles"), &said).await;
    let page = browser.get("/admin/audit").await;
    page.has("Rolle gitt").has("Vikar &#60;for&#62; Kari").has("href=\"/admin/people/person-2\">Ola</a>");
    page.has("Person registrert").has("Drift").has("Kari Nordmann");
    browser.get("/admin/audit?about=person-2").await.has("2 linjer på denne siden").has("Rolle gitt");
    browser.get("/admin/audit?actor=operator").await.lacks("Vikar").has("Virksomhet registrert");
    browser.get("/admin/audit?actor=person-1&to=01.01.2020").await.has("Ingen linjer passer.");
    browser
        .get("/admin/audit?from=01.01.2020&before=3")
        .await
        .has("3 linjer")
        .lacks("line-3\"")
        .has("Første konto");
}

#[tokio::test]
async fn what_is_done_to_accounts_is_told_without_names_or_secrets() {
    let mut browser = Browser::set_up().await;
    let mut ola = browser.colleague("ola.h", "organisation-1", "reader").await;
    ola.fill("/account", "/account/tokens", &[("label", "Regnearket"), ("scope", "read")]).await;
    ola.fill("/account", "/account/sessions/end", &[]).await;
    let mut stranger = browser.other();
    for _ in 0..5 {
        stranger.fill("/log-in", "/log-in", &[("login", "ola.h"), ("password", "feil passord her")]).await;
    }
    let page = browser.get("/admin/audit?about=person-2").await;
    for said in [
        "Konto opprettet",
        "Passord valgt med kode",
        "Nøkkel til grensesnittet laget",
        "Logget ut overalt",
        "For mange mislykkede innlogginger",
        "Ikke kjent",
    ] {
        page.has(said);
    }
    page.lacks("Regnearket").lacks("127.0.0.1").lacks("feil passord her");
    let sheet = browser.get("/admin/audit.csv?about=person-2&stream=directory").await;
    sheet.has("account.made").has("account.refused").lacks("Regnearket");
    let copy = browser.get("/admin/backup/journal.jsonl").await;
    copy.has("{\"account\":{").has("account.token_made").lacks("Regnearket");
    // Of the others, those alone may see it who see the person.
    let history = browser.get("/admin/audit?actor=person-2").await;
    history.has("Nøkkel til grensesnittet laget").lacks("Konto opprettet");
}

#[tokio::test]
async fn a_filter_that_means_nothing_is_told() {
    let mut browser = Browser::set_up().await;
    for (query, field) in [
        ("from=i+morgen", "from"),
        ("to=31.02.2025", "to"),
        ("about=%3Cb%3E", "about"),
        ("about=assignment-1", "about"),
    ] {
        let answer = browser.get(&format!("/admin/audit?{query}")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
        answer.has(&format!("id=\"{field}-error\"")).lacks("<b>").lacks("<tr id=");
    }
    assert_eq!(browser.get("/admin/audit.csv?from=x").await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn each_line_of_a_year_leads_to_its_object() {
    let mut browser = Browser::at_year().await;
    let object = "/years/organisation-1/2025/objects/assignment-1";
    let form = [("status", "on-track"), ("comment", "Båten er i rute")];
    browser.fill(object, &format!("{object}/status"), &form).await;
    let page = browser.get(HISTORY).await;
    page.has("Status meldt").has(&format!("href=\"{object}\">Oppdrag 2025-01</a>")).has("Brev mottatt");
    let one = browser.get(&format!("{HISTORY}?about=assignment-1")).await;
    one.has("Status meldt").has("Kom med et brev").lacks("Brev mottatt");
    browser.get("/admin/audit?stream=organisation-1%2F2025&about=assignment-1").await.has("Status meldt");
    browser.get(&format!("{HISTORY}?about=person-1")).await.has("Ingen linjer passer.");
    browser.get("/admin/audit").await.has("Bryggetilsynet 2025");
}

#[tokio::test]
async fn a_long_history_comes_in_portions() {
    let mut browser = Browser::set_up().await;
    for number in 0..51 {
        let unit = [("name", format!("Enhet {number}"))];
        let token = browser.get("/account").await.token();
        let form = [("name", unit[0].1.as_str()), ("above", "organisation-1"), ("token", &token)];
        browser.post("/admin/units", &form).await;
    }
    let first = browser.get("/admin/audit?actor=person-1").await;
    first.has("Enhet 50").lacks(">Enhet 0</a>").has("Vis eldre linjer");
    let more = first.text.split("href=\"?").nth(1).unwrap().split('"').next().unwrap().replace("&#38;", "&");
    browser.get(&format!("/admin/audit?{more}")).await.has(">Enhet 0</a>").lacks("Vis eldre linjer");
}

#[tokio::test]
async fn a_sheet_has_no_formula_and_every_line() {
    let mut browser = Browser::set_up().await;
    let person = browser.register("=HYPERLINK(\"http://evil.test\")", "organisation-1").await;
    let said = [("role", "reader"), ("at", "organisation-1"), ("reason", "@SUM(1);2")];
    browser.fill(&person, &format!("{person}/roles"), &said).await;
    let answer = browser.get("/admin/audit.csv?about=person-2").await;
    assert_eq!(answer.headers["content-type"], "text/csv; charset=utf-8");
    assert!(answer.headers["content-disposition"].to_str().unwrap().contains("attachment"));
    let lines: Vec<&str> = answer.text.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines.len(), 3, "{}", answer.text);
    answer.has("\"'@SUM(1);2\"").has("\"'=HYPERLINK(").lacks(";=").lacks(";\"=").has("directory.role_given");
}
