//! `/years/…/calendar`: what falls when, the files for other calendars, and meetings.

use crate::browser::Browser;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;

const BASE: &str = "/years/organisation-1/2025";

const LETTER: &str = "\
# Tildelingsbrev 2025 for Bryggetilsynet

Dato: 20. desember 2024

Fra Havnedepartementet

## Mål 1: Trygge brygger

Oppdrag:

| Nr. | Oppdrag | Frist |
|---|---|---|
| 2025-01 | Kartlegge <script>råte</script> i trebrygger | 01.06.2025 |
| 2025-02 | Lage veileder om fortøyning | 01.09.2025 |

## Rapportering

| Rapport | Telletidspunkt | Frist |
|---|---|---|
| Halvårsrapport | 30.06.2025 | 18.08.2025 |
| Årsrapport | 31.12.2025 | 15.03.2026 |

## Styringsdialog

Det skal holdes to etatsstyringsmøter i 2025.

## Varsler

Departementet vil komme tilbake til evalueringen høsten 2025.
";

async fn at_year() -> Browser {
    let mut browser = Browser::set_up().await;
    browser.start(LETTER).await;
    browser
}

#[tokio::test]
async fn the_days_of_the_year_stand_month_by_month() {
    let mut browser = at_year().await;
    let page = browser.get(&format!("{BASE}/calendar?show=year")).await;
    page.has("Simulerte data.").has("søndag 1. juni 2025").has("søndag: neste virkedag er 2. juni 2025");
    page.has("mandag 1. september 2025").has("id=\"month-2025-09\"").has("andre pinsedag (9)");
    page.lacks("<script>");
    page.has("Telletidspunkt").has("mandag 18. august 2025").has("id=\"month-2026-03\"");
    page.has("<svg class=\"wheel\"").has("aria-labelledby=\"wheel-title wheel-description\"");
    page.has("aria-current=\"page\"").has(&format!("{BASE}/calendar/assignment-1.ics?due=1"));
}

#[tokio::test]
async fn the_address_says_what_is_shown() {
    let mut browser = at_year().await;
    let of = |text: &str, words: &str| text.contains(&format!("{BASE}/calendar/{words}.ics"));
    for (query, assignment, report) in [
        ("?show=year", true, true),
        ("?from=2025-04-01&as-of=2025-04-01", true, false),
        ("?month=2025-08&as-of=2025-04-01", false, true),
        ("?month=8&as-of=2025-04-01", false, true),
        ("?show=late&as-of=2025-09-02", true, true),
        ("?month=2&as-of=2025-05-01", false, false),
        ("?show=year&kind=assignment", true, false),
        ("?show=year&kind=report", false, true),
        ("?show=year&kind=meeting", false, false),
        ("?show=year&person=person-1", false, false),
        ("?show=year&unit=unit-1", false, false),
        ("?show=year&kind=nonsense&month=77&unit=nonsense", true, true),
    ] {
        let page = browser.get(&format!("{BASE}/calendar{query}")).await;
        assert_eq!(page.status, StatusCode::OK, "{query}");
        let found = (of(&page.text, "assignment-1"), of(&page.text, "report-1"));
        let expected = (assignment, report);
        assert_eq!(found, expected, "{query}");
    }
    let page = browser.get(&format!("{BASE}/calendar?month=5&kind=report")).await;
    page.has("Mai 2025 som tabell").has("Tidligere: April 2025").has("Senere: Juni 2025");
    page.has("?kind=report&#38;month=2025-04\"")
        .has("Kristi himmelfartsdag")
        .has("Ingenting faller på disse dagene");
    page.has("name=\"month\" value=\"2025-05\"").has(">August (1)</a>").has("Mars 2026 (1)");
    let page = browser.get(&format!("{BASE}/calendar?as-of=2025-05-01")).await;
    page.has("1. mai 2025 – 29. juli 2025").has("søndag 1. juni 2025").lacks("mandag 18. august 2025");
    page.has("Senere: 30. juli 2025 – 27. oktober 2025").has("?from=2025-07-30&#38;as-of=2025-05-01");
    page.has("aria-current=\"true\">Neste 90 dager</a>").has(">Hele året (7)</a>");
    let page = browser.get(&format!("{BASE}/calendar?as-of=2025-09-02")).await;
    page.has("Fristen er ute").has("slik det var 2. september 2025");
    assert_eq!(browser.get("/years/organisation-1/2031/calendar").await.status, StatusCode::NOT_FOUND);
    let mut stranger = browser.other();
    assert_eq!(stranger.get(&format!("{BASE}/calendar")).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn one_deadline_goes_into_another_calendar() {
    let mut browser = at_year().await;
    let address = format!("{BASE}/calendar/assignment-1.ics?due=1");
    let file = browser.get(&address).await;
    assert_eq!(file.headers.get(CONTENT_TYPE).unwrap(), "text/calendar; charset=utf-8");
    file.has("DTSTART;VALUE=DATE:20250601\r\n").has("SEQUENCE:0\r\n").has("STATUS:CONFIRMED\r\n");
    file.has("(simulert)").lacks("Kari").lacks("METHOD");
    assert_eq!(browser.get(&address).await.text, file.text);
    for wrong in ["assignment-1.ics?due=2", "assignment-9.ics?due=1", "assignment-1", "goal-1.ics?due=1"] {
        let answer = browser.get(&format!("{BASE}/calendar/{wrong}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{wrong}");
    }
}

#[tokio::test]
async fn a_meeting_is_called_and_shown() {
    let mut browser = at_year().await;
    let address = format!("{BASE}/calendar/meetings/meeting-1");
    browser.get(&format!("{BASE}/calendar")).await.has(&address).has("Ingen møter er kalt inn");
    let page = browser.get(&address).await;
    let (token, seen) = (page.token(), page.value("seen"));
    let form = |step: &'static str, day: &'static str| {
        [("token", token.clone()), ("seen", seen.clone()), ("sitting", "1".to_owned())]
            .into_iter()
            .chain([("step", step.to_owned()), ("day", day.to_owned()), ("comment", "Rom 4".to_owned())])
            .collect::<Vec<_>>()
    };
    for (step, day) in [("called", "5. mai"), ("held", "05.05.2025")] {
        let answer = browser.post_all(&address, &form(step, day)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        answer.has("id=\"day-error\"").has(&format!("value=\"{day}\"")).has("Rom 4");
    }
    let answer = browser.post_all(&address, &form("called", "05.05.2025")).await;
    assert_eq!(answer.to(), format!("{BASE}/calendar#meetings"));
    let page = browser.get(&format!("{BASE}/calendar?month=5")).await;
    page.has("Kalt inn 5. mai 2025").has("mandag 5. mai 2025");
    let late = browser.post_all(&address, &form("called", "06.05.2025")).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    late.has("value=\"06.05.2025\"").has("Noen andre har endret dette");
    let wrong = browser.get(&format!("{BASE}/calendar/meetings/assignment-1")).await;
    assert_eq!(wrong.status, StatusCode::FORBIDDEN);
}
