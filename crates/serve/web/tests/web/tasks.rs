//! `/years/…/objects/…/…`, `/years/…/money/…/…`, `/years/…/year/…`: forms that are pages of their own.

use crate::browser::{Answer, Browser};
use axum::http::StatusCode;

const BASE: &str = "/years/organisation-1/2025";
const OBJECT: &str = "/years/organisation-1/2025/objects/assignment-1";
const FJELLVETT: &[u8] = include_bytes!("../../../../../examples/letters/fjellvett-2025.txt");

/// What is typed: fields with values.
type Typed = &'static [(&'static str, &'static str)];

/// What each form takes.
const GOOD: [(&str, Typed); 5] = [
    ("responsible", &[("lead", "organisation-2"), ("partners", "organisation-2")]),
    ("milestone", &[("title", "Utkast <b>"), ("day", "1.3.2025")]),
    ("waits-for", &[("on", "assignment-2"), ("comment", "Samme kart")]),
    ("waits-no-more", &[("on", "assignment-2")]),
    ("material", &[("why", "Mange bruker bryggene")]),
];

/// What each form refuses, with the field at which it says so.
const BAD: [(&str, Typed, &str); 6] = [
    ("responsible", &[("lead", "organisation-9")], "lead"),
    ("milestone", &[("day", "1.3.2025")], "title"),
    ("milestone", &[("title", "Utkast"), ("day", "i morgen")], "day"),
    ("milestone", &[("title", "Utkast"), ("day", "1.3.1800")], "day"),
    ("waits-for", &[("on", "assignment-1"), ("comment", "Seg selv")], "on"),
    ("material", &[("why", "")], "why"),
];

async fn send(browser: &mut Browser, task: &str, typed: &[(&str, &str)]) -> Answer {
    let page = format!("{OBJECT}/{task}");
    browser.send_form(&page, &page, typed).await
}

#[tokio::test]
async fn each_form_of_an_object_is_linked_from_it_and_does_what_it_says() {
    let mut browser = Browser::at_year().await;
    for (task, typed) in GOOD {
        browser.get(OBJECT).await.has(&format!("href=\"{OBJECT}/{task}\""));
        assert_eq!(send(&mut browser, task, typed).await.to(), OBJECT, "{task}");
    }
    let page = browser.get(OBJECT).await;
    page.has("Hovedansvar, satt her").has("Havnedepartementet").has("Utkast &#60;b&#62;").has("1. mars 2025");
    page.has("Venter på Oppdrag 2025-02").has("Venter ikke lenger på").has("Mange bruker bryggene");
    page.has(&format!("href=\"{OBJECT}/milestone?milestone=1\"")).lacks("Endret</strong>");
    // What is there already stands in the form.
    let form = browser.get(&format!("{OBJECT}/milestone?milestone=1")).await;
    form.has("value=\"Utkast &#60;b&#62;\"").has("value=\"01.03.2025\"");
    let form = browser.get(&format!("{OBJECT}/responsible")).await;
    form.has("value=\"organisation-2\" selected").has("value=\"organisation-2\" checked");
    browser.get(&format!("{OBJECT}?as-of=2030-01-01")).await.lacks(&format!("{OBJECT}/milestone"));
}

#[tokio::test]
async fn what_is_wrong_stands_at_its_field_and_all_that_was_typed_stays() {
    let mut browser = Browser::at_year().await;
    for (task, typed, field) in BAD {
        let answer = send(&mut browser, task, typed).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{task} {typed:?}");
        answer.has(&format!("href=\"#{field}\"")).has(&format!("id=\"{field}-error\""));
        for (name, value) in typed.iter().filter(|(name, value)| !value.is_empty() && *name != "on") {
            let is_kept = answer.text.contains(&format!("name=\"{name}\""))
                && (answer.text.contains(&format!("value=\"{value}\""))
                    || answer.text.contains(&format!(">{value}<")));
            assert!(is_kept || *value == "organisation-9", "{task}: {name} {value} is lost");
        }
    }
    for none in ["schedule", "with-report", "waits-no-more", "take-back", "nonsense"] {
        assert_eq!(browser.get(&format!("{OBJECT}/{none}")).await.status, StatusCode::NOT_FOUND, "{none}");
    }
}

#[tokio::test]
async fn who_comes_second_to_a_form_sees_the_conflict_and_loses_nothing() {
    let mut browser = Browser::at_year().await;
    let typed = [("title", "Høring"), ("day", "5.5.2025"), ("comment", "To uker")];
    let page = browser.get(&format!("{OBJECT}/milestone")).await;
    let stale = page.value("seen");
    assert_eq!(send(&mut browser, "milestone", &typed).await.to(), OBJECT);
    let late = [&typed[..], &[("seen", stale.as_str())]].concat();
    let second = send(&mut browser, "milestone", &late).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    second
        .has("Noen andre har endret dette")
        .has("value=\"Høring\"")
        .has("value=\"5.5.2025\"")
        .has(">To uker<");
    // What holds now is what the form is about from then on.
    let now = second.value("seen");
    let again = [&typed[..], &[("seen", now.as_str())]].concat();
    assert_eq!(send(&mut browser, "milestone", &again).await.to(), OBJECT);
}

#[tokio::test]
async fn a_status_is_taken_back_with_a_reason_and_both_stay() {
    let mut browser = Browser::at_year().await;
    for status in ["on-track", "delivered"] {
        let action = format!("{OBJECT}/status");
        assert_eq!(browser.send_form(OBJECT, &action, &[("status", status)]).await.to(), OBJECT);
    }
    let silent = send(&mut browser, "take-back", &[("reason", " ")]).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    silent.has("id=\"reason-error\"").has("Hele: Levert → I rute");
    assert_eq!(send(&mut browser, "take-back", &[("reason", "Feil <oppdrag>")]).await.to(), OBJECT);
    let page = browser.get(OBJECT).await;
    page.has("Status tatt tilbake: Levert gjelder ikke, men I rute").has("Feil &#60;oppdrag&#62;");
    page.has("<strong>Status: Levert</strong>").has("<strong>Status: I rute</strong>");
    page.has("data-color=\"info\">I rute</span></dd>");
}

#[tokio::test]
async fn forms_are_for_those_who_may() {
    let mut browser = Browser::started("Direktoratet for fjellvett", FJELLVETT).await;
    let mut reader = browser.colleague("ola", "organisation-1", "reader").await;
    let mut steward = browser.colleague("eva", "organisation-2", "steward").await;
    let pages = [
        format!("{OBJECT}/responsible"),
        format!("{OBJECT}/milestone"),
        format!("{BASE}/money/post-4/project"),
        format!("{BASE}/money/year/charge"),
        format!("{BASE}/year/next"),
        format!("{BASE}/year/met"),
    ];
    for page in &pages {
        assert_eq!(browser.get(page).await.status, StatusCode::OK, "{page}");
        assert_eq!(reader.get(page).await.status, StatusCode::FORBIDDEN, "{page}");
        assert_eq!(steward.get(page).await.status, StatusCode::NOT_FOUND, "{page}");
        let other = page.replace("organisation-1", "organisation-2");
        assert_eq!(browser.get(&other).await.status, StatusCode::NOT_FOUND, "{other}");
    }
    let shown = reader.get(OBJECT).await;
    shown.lacks("/responsible").lacks("/milestone").lacks("/material");
    // A form that is made up is no way in either.
    let token = shown.token();
    let form = [
        ("token", token.as_str()),
        ("seen", "1"),
        ("title", "Utkast"),
        ("day", "1.3.2025"),
        ("state", "open"),
    ];
    assert_eq!(reader.post(&format!("{OBJECT}/milestone"), &form).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_file_of_a_form_that_was_refused_goes_with_the_next_one() {
    let mut browser = Browser::at_year().await;
    let action = format!("{OBJECT}/deliverables");
    let page = browser.get(OBJECT).await;
    let (token, seen) = (page.token(), page.value("seen"));
    let fields = [("token", token.as_str()), ("seen", &seen), ("title", "")];
    let refused = browser.upload_to(&action, &fields, "råte.pdf", b"%PDF-1.7 rapport").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.has("Filen råte.pdf er sendt inn og følger med");
    let (sum, name) = (refused.value("kept"), refused.value("kept-name"));
    let fields = [("token", token.as_str()), ("seen", &seen), ("kept", &sum), ("kept-name", &name)];
    let named = [&fields[..], &[("title", "Rapport")]].concat();
    assert_eq!(browser.upload_to(&action, &named, "", b"").await.to(), OBJECT);
    let file = browser.get(&format!("{OBJECT}/evidence/deliverable-1/0")).await;
    assert_eq!(file.bytes, b"%PDF-1.7 rapport");
    // It is left out when it is not wanted, and one that is not there is told.
    let page = browser.get(OBJECT).await;
    let seen = page.value("seen");
    let without =
        [("token", token.as_str()), ("seen", &seen), ("kept", &sum), ("drop-kept", "1"), ("title", "Brev")];
    assert_eq!(browser.upload_to(&action, &without, "", b"").await.to(), OBJECT);
    let gone = browser.get(&format!("{OBJECT}/evidence/deliverable-2/0")).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
    let seen = browser.get(OBJECT).await.value("seen");
    let unknown = "0".repeat(64);
    let lost = [("token", token.as_str()), ("seen", &seen), ("kept", &unknown), ("title", "Brev")];
    let lost = browser.upload_to(&action, &lost, "", b"").await;
    assert_eq!(lost.status, StatusCode::UNPROCESSABLE_ENTITY);
    lost.has("Filen er ikke lenger her").has("value=\"Brev\"");
}

/// A form about money: its page after `BASE`, what is refused with the field, and what is taken.
type Asked = (&'static str, Typed, &'static str, Typed);

const MONEY: [Asked; 8] = [
    ("/money/commitment-1/change", &[("amounts", "i år: 5")], "amounts", &[("amounts", "2025: 600 000")]),
    ("/money/commitment-1/draw", &[("amount", "900 000")], "amount", &[("amount", "100 000")]),
    (
        "/money/post-4/project",
        &[("title", "Skred"), ("committed", "")],
        "committed",
        &[("title", "Skred"), ("new", "2025: 1 000")],
    ),
    ("/money/project-1/change", &[("committed", "2025: 90 000 000")], "over", &[("new", "2025: 2 000")]),
    ("/money/project-1/deliver", &[("reference", " ")], "reference", &[("reference", "Rapport")]),
    (
        "/money/post-4/charge",
        &[("title", "Felles"), ("amount", "mye")],
        "amount",
        &[("title", "Felles"), ("amount", "1 000")],
    ),
    ("/money/charge-1/report", &[("amount", "1 001")], "amount", &[("amount", "500")]),
    (
        "/money/year/charge",
        &[("title", "Felles"), ("amount", "5"), ("their-post", "671")],
        "their-post",
        &[("title", "Felles"), ("amount", "5"), ("their-post", "671.60")],
    ),
];

#[tokio::test]
async fn money_is_paid_charged_and_set_aside_by_forms_of_their_own() {
    let mut browser = Browser::started("Direktoratet for fjellvett", FJELLVETT).await;
    let post = format!("{BASE}/money/post-4");
    let commit = [("commit-title", "Radar"), ("commit-amount", "500 000")];
    assert_eq!(browser.send_form(&post, &format!("{post}/commit"), &commit).await.to(), post);
    for (page, bad, field, good) in MONEY {
        let page = format!("{BASE}{page}");
        let refused = browser.send_form(&page, &page, bad).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{page} {}", refused.text);
        refused.has(&format!("id=\"{field}-error\""));
        for (_, value) in bad.iter().filter(|(_, value)| !value.trim().is_empty()) {
            refused.has(value);
        }
        let done = browser.send_form(&page, &page, good).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{page} {}", done.text);
    }
    let page = browser.get(&post).await;
    page.has("/money/commitment-1/draw").has("Skred").has("Rapport").has("Felles").has("Betalt 100\u{a0}000");
    page.lacks(">commitment-1<").lacks("commitment-1:").lacks(">project-1<");
    browser.get(&format!("{BASE}/money")).await.has("Mottatte belastningsfullmakter").has("671.60");
    // Two at the same commitment.
    let draw = format!("{BASE}/money/commitment-1/draw");
    let stale = browser.get(&draw).await.value("seen");
    assert_eq!(browser.send_form(&draw, &draw, &[("amount", "1")]).await.to(), post);
    let late = [("seen", stale.as_str()), ("amount", "77 000")];
    let second = browser.send_form(&draw, &draw, &late).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    second.has("Noen andre har endret dette").has("value=\"77 000\"");
    assert_eq!(
        browser.send_form(&draw.replace("draw", "close"), &draw.replace("draw", "close"), &[]).await.to(),
        post
    );
    for none in [
        draw.as_str(),
        "/years/organisation-1/2025/money/commitment-9/draw",
        "/years/organisation-1/2025/money/post-4/draw",
    ] {
        assert_eq!(browser.get(none).await.status, StatusCode::NOT_FOUND, "{none}");
    }
}

#[tokio::test]
async fn the_year_is_taken_on_and_the_next_one_opened() {
    let mut browser = Browser::at_year().await;
    let amendments = format!("{BASE}/amendments");
    browser.get(&amendments).await.has("/year/stage").has("/year/next").lacks("/year/met");
    let next = format!("{BASE}/year/next");
    assert_eq!(browser.send_form(&next, &next, &[]).await.to(), "/years/organisation-1/2026");
    assert_eq!(browser.get(&next).await.status, StatusCode::NOT_FOUND);
    // A year without a letter does not run.
    let stage = "/years/organisation-1/2026/year/stage";
    let refused = browser.send_form(stage, stage, &[("reason", "Nå")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.has("id=\"stage-error\"").has(">Nå<");
    let stage = format!("{BASE}/year/stage");
    assert_eq!(browser.send_form(&stage, &stage, &[]).await.to(), amendments);
    browser.get(&amendments).await.lacks("/year/stage");
    browser.get(OBJECT).await.lacks("/responsible");
}
