//! `/years/…/amendments`: a letter is taken in, what it changes alone is shown, and what it leaves open is asked.

use crate::browser::{Answer, Browser};
use axum::http::StatusCode;

const BASE: &str = "/years/organisation-1/2025";
const FJELLVETT: &[u8] = include_bytes!("../../../../../examples/letters/fjellvett-2025.txt");
const SUPPLEMENT: &[u8] = include_bytes!("../../../../../examples/letters/fjellvett-2025-tillegg-1.txt");

async fn sent(browser: &mut Browser, form: &[(&str, &str)], bytes: &[u8]) -> Answer {
    let address = format!("{BASE}/amendments");
    let token = browser.get(&address).await.token();
    let form = [&[("token", token.as_str())], form].concat();
    browser.upload_to(&address, &form, "../brev <1>.txt", bytes).await
}

/// Sends a letter in and returns the page of what it would change.
async fn tried(browser: &mut Browser, form: &[(&str, &str)], bytes: &[u8]) -> (String, Answer) {
    let answer = sent(browser, form, bytes).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let to = answer.to().to_owned();
    let page = browser.get(&to).await;
    (to, page)
}

/// Confirms what a page shows.
async fn confirm(browser: &mut Browser, to: &str, page: &Answer, more: &[(&str, &str)]) -> Answer {
    let (address, query) = to.split_once('?').unwrap();
    let (token, seen) = (page.token(), page.value("seen"));
    let asked: Vec<(String, String)> = query
        .split('&')
        .map(|pair| pair.split_once('=').unwrap())
        .map(|(name, value)| (name.to_owned(), value.replace("%2F", "/")))
        .collect();
    let mut form = vec![("token", token.as_str()), ("seen", seen.as_str())];
    form.extend(asked.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    form.extend(more);
    browser.post(address, &form).await
}

#[tokio::test]
async fn a_supplement_shows_only_what_it_changes_before_it_is_taken_in() {
    let mut browser = Browser::started("Direktoratet for fjellvett", FJELLVETT).await;
    browser.get(&format!("{BASE}/amendments")).await.has("gir året planen").has("Ta inn et brev");
    let (to, page) = tried(&mut browser, &[("number", "24/2210-44")], SUPPLEMENT).await;
    assert!(!to.contains(".."), "{to}");
    page.has("Ingenting er lagret ennå.")
        .has("1932 post 45")
        .has("<del>22\u{a0}760\u{a0}000\u{a0}kroner</del>");
    page.has("+34\u{a0}320\u{a0}000\u{a0}kroner").lacks("objects/assignment-99");
    browser.get(&format!("{BASE}/amendments")).await.lacks("24/2210-44");
    let done = confirm(&mut browser, &to, &page, &[]).await;
    assert_eq!(done.to(), format!("{BASE}/amendments/letter-2?done=1"), "{}", done.text);
    let only = browser.get(done.to()).await;
    only.has("Tatt inn.").has("1932 post 45").has("/letter?letter=letter-2#line-").has("/objects/post-");
    let list = browser.get(&format!("{BASE}/amendments")).await;
    list.has("24/2210-44").has("+34\u{a0}320\u{a0}000\u{a0}kroner").has("27. juni 2025");
    let plan = browser.get(&format!("{BASE}/amendments/plan")).await;
    plan.has("21\u{a0}260\u{a0}000\u{a0}kroner").has(">Endret</span>").has("/letter?letter=letter-2#line-");
    browser
        .get(&format!("{BASE}/amendments/plan?as-of=2025-06-26"))
        .await
        .has("22\u{a0}760\u{a0}000\u{a0}kroner")
        .lacks("21\u{a0}260\u{a0}000\u{a0}kroner");
    browser.get(&format!("{BASE}/letter")).await.has("endret av et senere brev");
    browser.get(&format!("{BASE}/letter?letter=letter-2")).await.has("nr. 1 for 2025");
    let again = sent(&mut browser, &[], SUPPLEMENT).await.to().to_owned();
    let again = browser.get(&again).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    again.has("error-summary");
}

#[tokio::test]
async fn what_changed_between_two_days_is_told() {
    let mut browser = Browser::started("Direktoratet for fjellvett", FJELLVETT).await;
    let (to, page) = tried(&mut browser, &[], SUPPLEMENT).await;
    confirm(&mut browser, &to, &page, &[]).await;
    let between = |from: &str, to: &str| format!("{BASE}/amendments/between?from={from}&to={to}");
    let page = browser.get(&between("2025-01-15", "2025-06-30")).await;
    page.has("15. januar 2025").has("30. juni 2025").has("1932 post 45").has("Endret");
    browser.get(&between("2025-01-15", "2025-06-01")).await.has("Ingenting er endret.");
    let wrong = browser.get(&between("2025-06-30", "2025-01-15")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    wrong.has("Den første dagen må komme før den siste");
    assert_eq!(browser.get(&between("x", "2025-01-15")).await.status, StatusCode::BAD_REQUEST);
}

fn letter(head: &str, body: &str) -> String {
    format!("# {head} for Bryggetilsynet\n\nFra Havnedepartementet\n\n## Oppdrag\n\n{body}\n")
}

const MACHINES: &str = "Oppdrag 2 Kontroll av bryggefester. Frist: 1. september 2025\n\n\
                        Oppdrag 3 Felles billettmaskiner for fergekaier. Frist: 1. oktober 2025";

#[tokio::test]
async fn what_a_letter_leaves_open_is_asked_and_nothing_is_guessed() {
    let first = letter("Tildelingsbrev 2025", MACHINES);
    let mut browser = Browser::started("Bryggetilsynet", first.as_bytes()).await;
    let supplement = letter(
        "Supplerende tildelingsbrev 2025",
        "Oppdrag 2 om felles billettmaskiner utgår.\n\nOppdrag 17 utgår.",
    );
    let (to, page) = tried(&mut browser, &[], supplement.as_bytes()).await;
    page.has("Styrbord gjetter ikke.").has("Oppdrag 2 om felles billettmaskiner utgår.").has("assignment-2");
    page.lacks("name=\"answer-1\" value=\"new\"");
    let half = browser.get(&format!("{to}&answer-1=assignment-2")).await;
    assert_eq!(half.status, StatusCode::UNPROCESSABLE_ENTITY);
    half.has("Svar på spørsmål 2").has("value=\"assignment-2\" checked");
    for wrong in
        ["&answer-1=new&answer-2=drop", "&answer-1=assignment-9&answer-2=drop", "&answer-x=%3Cscript%3E"]
    {
        let answer = browser.get(&format!("{to}{wrong}")).await;
        answer.has("Spørsmål 1").lacks("<script>");
    }
    let to = format!("{to}&answer-1=assignment-2&answer-2=drop");
    let page = browser.get(&to).await;
    page.has("Falt bort").has("billettmaskiner").lacks("Spørsmål 1");
    let done = confirm(&mut browser, &to, &page, &[]).await;
    assert_eq!(done.to(), format!("{BASE}/amendments/letter-2?done=1"), "{}", done.text);
    browser.get(&format!("{BASE}/amendments/plan")).await.has("bryggefester").lacks("billettmaskiner");
}

#[tokio::test]
async fn a_corrected_letter_goes_the_same_way_and_a_changed_year_is_shown_anew() {
    let first = letter("Tildelingsbrev 2025", MACHINES);
    let mut browser = Browser::started("Bryggetilsynet", first.as_bytes()).await;
    let corrected = first.replace("1. oktober", "15. oktober");
    let (to, page) = tried(&mut browser, &[("kind", "correction")], corrected.as_bytes()).await;
    page.has("Rettet brev").has("14 dager senere");
    let form = [
        ("token", page.token()),
        ("seen", browser.get(&format!("{BASE}/objects/assignment-1")).await.value("seen")),
    ];
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let report = [form.as_slice(), &[("status", "on-track")]].concat();
    browser.post(&format!("{BASE}/objects/assignment-1/status"), &report).await;
    let late = confirm(&mut browser, &to, &page, &[]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    late.has("Noen andre har endret dette").has("14 dager senere");
    let done = confirm(&mut browser, &to, &late, &[]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
}

#[tokio::test]
async fn what_is_no_letter_of_the_year_is_refused_with_the_reason() {
    let first = letter("Tildelingsbrev 2025", MACHINES);
    let mut browser = Browser::started("Bryggetilsynet", first.as_bytes()).await;
    let other_agency = first.replace("Bryggetilsynet", "Fyrdirektoratet");
    let other_year = first.replace("Tildelingsbrev 2025", "Tildelingsbrev 2026");
    for (kind, bytes, words) in [
        ("", b"Handleliste: melk, egg og <script>alert(1)</script>.".as_slice(), "Er det riktig fil?"),
        ("correction", b"Ingenting her.".as_slice(), "Er det riktig fil?"),
        ("supplement", b"".as_slice(), "Filen er tom"),
        ("", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1doc".as_slice(), "Lagre brevet som PDF eller Word"),
        ("", other_agency.as_bytes(), "Fyrdirektoratet"),
        ("", other_year.as_bytes(), "2026"),
    ] {
        let mut answer = sent(&mut browser, &[("kind", kind), ("number", "7 <b>")], bytes).await;
        if answer.status == StatusCode::SEE_OTHER {
            let to = answer.to().to_owned();
            answer = browser.get(&to).await;
        }
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{words}");
        answer.has(words).has("error-summary").has("value=\"7 &#60;b&#62;\"").lacks("<script>");
    }
    let answer = sent(&mut browser, &[("on", "31.02.2025")], first.as_bytes()).await;
    answer.has("Skriv en dato").has("value=\"31.02.2025\"");
    browser.get(&format!("{BASE}/amendments")).await.lacks("amendments/letter-2");
}

#[tokio::test]
async fn strangers_and_earlier_days_take_nothing_in() {
    let first = letter("Tildelingsbrev 2025", MACHINES);
    let mut browser = Browser::started("Bryggetilsynet", first.as_bytes()).await;
    browser
        .get(&format!("{BASE}/amendments?as-of=2029-12-31"))
        .await
        .lacks("Ta inn et brev")
        .has("gir året planen");
    for unknown in
        ["/amendments/letter-9", "/amendments/x", "/amendments/new/abc", "/amendments/assignment-1"]
    {
        let answer = browser.get(&format!("{BASE}{unknown}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{unknown}");
    }
    let mut stranger = browser.other();
    assert_ne!(stranger.get(&format!("{BASE}/amendments")).await.status, StatusCode::OK);
    let answer = stranger.upload_to(&format!("{BASE}/amendments"), &[("token", "0")], "brev.md", b"x").await;
    assert!(answer.status.is_client_error() || answer.status.is_redirection(), "{}", answer.status);
}
