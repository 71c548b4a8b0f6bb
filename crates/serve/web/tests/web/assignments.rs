//! `/years/…/assignments` and its lists, `/years/…/timeline`.

use crate::browser::{Answer, Browser};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};

const BASE: &str = "/years/organisation-1/2025";

fn of(answer: &Answer) -> Vec<usize> {
    (1..=3).filter(|number| answer.text.contains(&format!("/objects/assignment-{number}\""))).collect()
}

/// Returns what a form had as the version of an object.
fn seen(answer: &Answer, object: &str) -> String {
    answer.value(&format!("seen-{object}"))
}

async fn change(browser: &mut Browser, fields: &[(&str, &str)]) -> Answer {
    let page = browser.get(&format!("{BASE}/assignments")).await;
    let token = page.token();
    let versions: Vec<(String, String)> = (1..=3)
        .map(|number| {
            let object = format!("assignment-{number}");
            (format!("seen-{object}"), seen(&page, &object))
        })
        .collect();
    let versions: Vec<(&str, &str)> =
        versions.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let form = [&[("token", token.as_str())], versions.as_slice(), fields].concat();
    browser.post(&format!("{BASE}/assignments/change"), &form).await
}

#[tokio::test]
async fn what_nobody_reported_is_not_called_not_started() {
    let mut browser = Browser::at_year().await;
    browser.get(&format!("{BASE}/assignments")).await.has("data-color=\"neutral\">Ikke meldt");
    browser.get(BASE).await.has("Ikke meldt: 3").lacks("Ikke begynt");
    browser.get(&format!("{BASE}/objects/assignment-1")).await.has("data-color=\"neutral\">Ikke meldt");
    let object = ("row", "assignment-1");
    change(&mut browser, &[object, ("set-status", "not-started")]).await;
    browser.get(&format!("{BASE}/assignments")).await.has("data-color=\"neutral\">Ikke begynt");
    browser.get(BASE).await.has("Ikke meldt: 2").has("Ikke begynt: 1");
}

#[tokio::test]
async fn several_are_changed_at_once_and_what_is_refused_stays_chosen() {
    let mut browser = Browser::at_year().await;
    let rows = [("row", "assignment-1"), ("row", "assignment-3")];
    let fields = [("set-owner", "person-1"), ("set-status", "on-track")];
    let answer = change(&mut browser, &[rows, fields].concat()).await;
    assert_eq!(answer.to(), format!("{BASE}/assignments?done=2"), "{}", answer.text);
    browser.get(answer.to()).await.has("Endret: 2.");
    assert_eq!(of(&browser.get(&format!("{BASE}/assignments?owner=person-1&status=on-track")).await), [1, 3]);
    assert_eq!(of(&browser.get(&format!("{BASE}/assignments?mine=1")).await), [1, 3]);
    assert_eq!(of(&browser.get(&format!("{BASE}/assignments?status=not-reported")).await), [2]);
    // Only what was delivered is accepted, and only by the ministry.
    let answer =
        change(&mut browser, &[&rows[..1], &[("set-status", "accepted"), ("set-comment", "<b>")]].concat())
            .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    answer.has("Ikke endret: 1").has("value=\"accepted\" selected").has("&#60;b&#62;");
    answer.has(
        "value=\"assignment-1\" aria-label=\"Velg 2025-01 Kartlegge råte i trebrygger langs kysten\" checked",
    );
    let nothing = change(&mut browser, &[("set-status", "on-track")]).await;
    nothing.has("Velg minst ett oppdrag");
    change(&mut browser, &rows).await.has("Velg hva som skal endres");
    change(&mut browser, &[("row", "assignment-2"), ("set-comment", "x")]).await.has("Velg en status sammen");
}

#[tokio::test]
async fn of_several_only_the_one_that_others_changed_is_a_conflict() {
    let mut browser = Browser::at_year().await;
    let page = browser.get(&format!("{BASE}/assignments")).await;
    let (token, old) = (page.token(), seen(&page, "assignment-1"));
    let other = seen(&page, "assignment-2");
    change(&mut browser, &[("row", "assignment-1"), ("set-status", "at-risk")]).await;
    let form = [
        ("token", token.as_str()),
        ("row", "assignment-1"),
        ("row", "assignment-2"),
        ("seen-assignment-1", &old),
        ("seen-assignment-2", &other),
        ("set-status", "on-track"),
    ];
    let answer = browser.post(&format!("{BASE}/assignments/change"), &form).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    answer.has("Endret: 1.").has("Noen andre har endret dette").has("Kan bli forsinket");
    for (name, value) in [("row", "../etc"), ("row", "assignment-99"), ("set-owner", "person-x")] {
        let form =
            [("token", token.as_str()), ("row", "assignment-2"), ("seen-assignment-2", "0"), (name, value)];
        let answer = browser.post(&format!("{BASE}/assignments/change"), &form).await;
        assert!(answer.status.is_client_error(), "{name} {value}");
    }
}

#[tokio::test]
async fn deadlines_are_chosen_by_days() {
    let mut browser = Browser::at_year().await;
    for (query, expected) in [
        ("from=2025-06-01&to=2025-09-01", vec![1, 2]),
        ("from=2025-09-02", vec![3]),
        ("to=2025-05-31", vec![]),
        ("research=1", vec![]),
        ("unit=nobody", vec![1, 2, 3]),
        ("unit=unit-1", vec![]),
    ] {
        assert_eq!(of(&browser.get(&format!("{BASE}/assignments?{query}")).await), expected, "{query}");
    }
}

async fn import(browser: &mut Browser, name: &str, bytes: &[u8]) -> Answer {
    let address = format!("{BASE}/assignments/import");
    let token = browser.get(&address).await.token();
    browser.upload_to(&address, &[("token", &token)], name, bytes).await
}

#[tokio::test]
async fn an_exported_list_changes_nothing_when_it_comes_back() {
    let mut browser = Browser::at_year().await;
    let words = "=HYPERLINK(\"x\");\n\"åpen\" <b>'";
    change(&mut browser, &[("row", "assignment-1"), ("set-status", "at-risk"), ("set-comment", words)]).await;
    change(&mut browser, &[("row", "assignment-2"), ("set-owner", "person-1")]).await;
    for (ending, kind) in [
        ("csv", "text/csv; charset=utf-8"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ] {
        let file = browser.get(&format!("{BASE}/assignments/export.{ending}")).await;
        assert_eq!(file.headers[CONTENT_TYPE], kind);
        assert_eq!(
            file.headers[CONTENT_DISPOSITION],
            format!("attachment; filename=\"assignments-2025.{ending}\"")
        );
        let answer = import(&mut browser, "../../liste", &file.bytes).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        answer.has("Ingenting blir endret").has("3 rader som før").lacks("import/confirm");
    }
    let file = browser.get(&format!("{BASE}/assignments/export.csv?owner=person-1")).await;
    file.has("assignment-2;").lacks("assignment-1;").lacks("assignment-3;");
    let all = browser.get(&format!("{BASE}/assignments/export.csv")).await;
    all.has("\"'=HYPERLINK(").has(";01.06.2025;");
}

#[tokio::test]
async fn a_list_is_shown_before_it_changes_anything_and_conflicts_stay_out() {
    let mut browser = Browser::at_year().await;
    let file = browser.get(&format!("{BASE}/assignments/export.csv")).await.text;
    change(&mut browser, &[("row", "assignment-3"), ("set-status", "at-risk")]).await;
    let lines: Vec<&str> = file.lines().collect();
    let changed = lines
        .iter()
        .map(|line| match line {
            line if line.starts_with("assignment-1;") => {
                line.replace(";;;;", ";;Kari Nordmann;I rute;Går bra")
            }
            line if line.starts_with("assignment-2;") => line.replace(";;;;", ";;Ola <Ukjent>;;"),
            line if line.starts_with("assignment-3;") => line.replace(";;;;", ";;;Levert;"),
            line => (*line).to_owned(),
        })
        .collect::<Vec<String>>()
        .join("\n");
    let answer = import(&mut browser, "liste.csv", changed.as_bytes()).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    answer.has("Endret av andre siden listen ble laget").has("Levert");
    answer.has("Rad 3, kolonnen «Ansvarlig»: «Ola &#60;Ukjent&#62;» er ikke kjent her");
    answer.has("name=\"owner-assignment-1\" value=\"person-1\"").lacks("name=\"status-assignment-3\"");
    browser.get(&format!("{BASE}/assignments?owner=person-1")).await.has("Ingen oppdrag passer");
    let (token, version) = (answer.token(), answer.value("seen-assignment-1"));
    let form = [
        ("token", token.as_str()),
        ("row", "assignment-1"),
        ("seen-assignment-1", &version),
        ("owner-assignment-1", "person-1"),
        ("status-assignment-1", "on-track"),
        ("comment-assignment-1", "Går bra"),
    ];
    let address = format!("{BASE}/assignments/import/confirm");
    assert_eq!(browser.post(&address, &form).await.to(), format!("{BASE}/assignments?done=1"));
    browser.get(&format!("{BASE}/objects/assignment-1")).await.has("Går bra").has("Status: I rute");
    let again = browser.post(&address, &form).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    again.has("Ikke endret: 1").has("Noen andre har endret dette");
}

#[tokio::test]
async fn what_is_no_list_is_refused_with_its_place() {
    let mut browser = Browser::at_year().await;
    for (file, words) in [
        (b"a;b\n1;2\n".as_slice(), "kolonnen «Ansvarlig»: kolonnen mangler"),
        (b"", "Filen er tom"),
        (b"PK\x03\x04x", "verken CSV eller XLSX"),
        (
            "Id;Versjon;Enhet;Ansvarlig;Status;Kommentar\nassignment-1;én;;;;\n".as_bytes(),
            "Rad 2, kolonnen «Versjon»: «én» er ikke et helt tall",
        ),
    ] {
        let answer = import(&mut browser, "liste.csv", file).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        answer.has(words).has("href=\"#file\"");
    }
    let answer = import(&mut browser, "stor.csv", &vec![b'x'; 65 * 1024]).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    let twice = "Id;Versjon;Enhet;Ansvarlig;Status;Kommentar\nassignment-1;1;;;;\nassignment-1;1;;;;\nassignment-9;1;;;;\n";
    let answer = import(&mut browser, "liste.csv", twice.as_bytes()).await;
    answer.has("«assignment-1» står to ganger").has("«assignment-9» er ikke kjent her");
}

#[tokio::test]
async fn the_timeline_has_each_deadline_in_its_month() {
    let mut browser = Browser::at_year().await;
    let page = browser.get(&format!("{BASE}/timeline")).await;
    page.has("<h1").has("1. juni 2025, ").has("1. desember 2025, ").has("aria-current=\"page\">Tidslinje");
    assert_eq!(of(&browser.get(&format!("{BASE}/timeline?to=2025-08-01")).await), [1]);
    let page = browser.get(&format!("{BASE}/timeline?as-of=2025-07-01")).await;
    page.has("1. juni 2025, fristen er ute").has("data-color=\"danger\"").has("class=\"now\">juli");
}

#[tokio::test]
async fn on_a_day_gone_by_nothing_is_to_be_changed() {
    let mut browser = Browser::at_year().await;
    let page = browser.get(&format!("{BASE}/assignments?as-of=2025-07-01")).await;
    page.has("slik det var 1. juli 2025").lacks("name=\"row\"").lacks("assignments/import");
}

#[tokio::test]
async fn the_script_that_asks_before_words_are_lost_comes_from_here() {
    let mut browser = Browser::at_year().await;
    let page = browser.get(BASE).await;
    let name = page.text.split("src=\"/assets/unsaved-").nth(1).unwrap().split('"').next().unwrap();
    let script = browser.get(&format!("/assets/unsaved-{name}")).await;
    assert_eq!(script.headers[CONTENT_TYPE], "text/javascript; charset=utf-8");
    script.has("beforeunload");
}
