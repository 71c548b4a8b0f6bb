//! What letters and people write stays text: on every page, after every form, in every file; and what is one agency's
//! is not another's, at any address.

use crate::browser::{Answer, Browser};
use crate::walk::{Filled, Tag, forms, kind_of, tags};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use std::collections::{BTreeMap, BTreeSet};

/// It breaks out of text, of values in both kinds of quotes, and of comments.
const MARKUP: &str = "'\"><img src=x onerror=alert(1)><script>alert(2)</script>";
/// It is reckoned when a spreadsheet opens it.
const FORMULA: &str = "=HYPERLINK(\"http://evil.test\")";

const BASE: &str = "/years/organisation-1/2025";

/// A letter with everything that the pages know, and with words that are no words.
fn letter(words: &str) -> String {
    let words = words.replace('|', " ");
    format!(
        "\
# Tildelingsbrev 2025 for Bryggetilsynet

Dato: 20. desember 2024

Fra Havnedepartementet

## Mål 1: Trygge brygger {words}

| Nr. | Styringsparameter |
|---|---|
| SP 1 | Andel brygger uten råte {words} |

Oppdrag:

| Nr. | Oppdrag | Frist |
|---|---|---|
| 2025-01 | {words} Kartlegge råte i trebrygger | 01.06.2025 |
| 2025-02 | Lage veileder om fortøyning {words} | 01.09.2025 |

Bryggetilsynet skal innen 1. oktober 2025 orientere departementet om råte {words}.

## Rapportering

| Rapport | Telletidspunkt | Frist |
|---|---|---|
| {words} Halvårsrapport | 30.06.2025 | 18.08.2025 |

## Styringsdialog

Det skal holdes to etatsstyringsmøter i 2025 {words}.

## Varsler

Departementet vil komme tilbake til evalueringen {words} høsten 2025.

## Budsjett

| Kap./post | Betegnelse | Beløp (kroner) |
|---|---|---:|
| **512** | **Bryggetilsynet** | |
| 512.01 | {words} Driftsutgifter | 41 300 000 |
| 512.45 | Større utstyrsanskaffelser | 2 700 000 |
| | Sum kap. 512 | 45 000 000 |
"
    )
}

/// Opens a browser at a year in which every form of every page was sent, as often as is said.
pub(crate) async fn filled(words: &str, times: usize) -> Browser {
    let mut browser = at_year(words).await;
    for _ in 0..times {
        let pages = browser.walk(&["/", BASE, "/admin/people"], 3).await;
        send_all(&mut browser, &pages, &fitting(words)).await;
    }
    browser
}

async fn at_year(words: &str) -> Browser {
    Browser::started("Bryggetilsynet", letter(words).as_bytes()).await
}

fn is_html(answer: &Answer) -> bool {
    let kind = answer.headers.get(CONTENT_TYPE).map(|value| value.to_str().unwrap()).unwrap_or_default();
    kind.starts_with("text/html")
}

/// Tells what on a page would be more than text: a script, a handler, a picture or an address of somebody else.
fn harm(page: &Answer) -> Option<Tag> {
    let is_own = |address: &str| address.starts_with('/') && !address.starts_with("//");
    // The sign of the program stands in the page itself.
    let is_sign =
        |tag: &Tag| tag.get("rel") == "icon" && tag.get("href").starts_with("data:image/svg+xml,%3Csvg ");
    tags(&page.text).into_iter().filter(|tag| !is_sign(tag)).find(|tag| {
        let outside = ["javascript:", "data:", "vbscript:"];
        let leads = ["href", "action", "formaction", "src", "xlink:href"];
        let odd_lead = |name: &&str| {
            let value = tag.get(name).trim().to_lowercase();
            outside.iter().any(|scheme| value.starts_with(scheme))
        };
        let strange = match tag.name.as_str() {
            "script" | "img" | "link" => {
                !is_own(if tag.name == "link" { tag.get("href") } else { tag.get("src") })
            }
            "iframe" | "object" | "embed" | "base" | "style" | "frame" | "math" => true,
            _ => false,
        };
        let handles =
            tag.attributes.keys().any(|name| name.starts_with("on") || name == "style" || name == "srcdoc");
        strange || handles || leads.iter().any(odd_lead)
    })
}

fn check(address: &str, answer: &Answer) {
    if is_html(answer) {
        assert!(harm(answer).is_none(), "{address}: {:?}", harm(answer));
        assert!(!answer.text.contains("<img src=x"), "{address}");
    } else {
        let policy = answer.headers.get("x-content-type-options");
        assert!(answer.status.is_redirection() || policy.is_some_and(|said| said == "nosniff"), "{address}");
    }
}

/// What goes into a field so that the form is taken: days and figures where they are asked for, and else the words.
fn fitting(words: &str) -> impl Fn(&Tag) -> String {
    move |tag| {
        let name = tag.get("name");
        let is = |parts: &[&str]| parts.iter().any(|part| name.contains(part));
        let text = match tag.get("type") {
            "date" => "2025-06-01",
            "number" => "1",
            "password" => "bølgene slår mot brygga",
            "email" => "kari@brygge.test",
            _ if is(&["link", "address"]) => "javascript:alert(4)",
            _ if is(&["period"]) => "2025",
            _ if is(&["date", "day", "until", "first", "due", "dated", "month", "to"]) && name != "note" => {
                "01.06.2025"
            }
            _ if is(&["amount", "value", "limit", "sum", "lag", "rank", "level"]) => "1000",
            _ if is(&["login"]) => "ola.nordmann",
            _ => words,
        };
        text.to_owned()
    }
}

/// Forms that would end the visit, take its roles away, or close the year.
fn ends_the_visit(action: &str) -> bool {
    let ends = ["/log-out", "/account/sessions/end", "/password", "/language", "/log-in", "/year/stage"];
    ends.iter().any(|end| action.ends_with(end)) || action.starts_with("/admin/people/person-1/")
}

async fn send(browser: &mut Browser, form: &Filled) -> Answer {
    let fields: Vec<(&str, &str)> =
        form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    if form.takes_file {
        let name = "../'><img src=x onerror=alert(3)>.txt";
        return browser.upload_to(&form.action, &fields, name, b"Brygga er trygg").await;
    }
    browser.post(&form.action, &fields).await
}

/// Sends every kind of form on some pages once; returns how many, and how many of them were taken.
async fn send_all(
    browser: &mut Browser,
    pages: &BTreeMap<String, Answer>,
    typed: &dyn Fn(&Tag) -> String,
) -> (usize, usize) {
    let (mut sent, mut taken, mut known) = (0, 0, BTreeSet::new());
    for (address, page) in pages.iter().filter(|(_, page)| is_html(page)) {
        for form in forms(address, page, typed) {
            let names: Vec<&str> = form.fields.iter().map(|(name, _)| name.as_str()).collect();
            let kind = format!("{} {}", kind_of(&form.action), names.join(" "));
            if ends_the_visit(&form.action) || !known.insert(kind) {
                continue;
            }
            let answer = send(browser, &form).await;
            assert!(!answer.status.is_server_error(), "{} {:?}: {}", form.action, form.fields, answer.text);
            check(&form.action, &answer);
            sent += 1;
            taken += usize::from(answer.status == StatusCode::SEE_OTHER || answer.status == StatusCode::OK);
        }
    }
    (sent, taken)
}

#[tokio::test]
async fn markup_stays_text_on_every_page_and_after_every_form() {
    let mut browser = at_year(MARKUP).await;
    let mut steward = browser.colleague("steward", "organisation-2", "steward").await;
    let (mut sent, mut taken) = (0, 0);
    for typed in [&fitting(MARKUP) as &dyn Fn(&Tag) -> String, &fitting(MARKUP), &|_: &Tag| MARKUP.to_owned()]
    {
        let pages = browser.walk(&["/", BASE, "/admin/people"], 3).await;
        for (address, page) in &pages {
            check(address, page);
        }
        let (more, good) = send_all(&mut browser, &pages, typed).await;
        (sent, taken) = (sent + more, taken + good);
    }
    assert!(sent > 60 && taken > 25, "{sent} forms, {taken} taken");
    let mut shown = BTreeSet::new();
    for (browser, from) in [(&mut browser, "/"), (&mut steward, "/")] {
        let pages = browser.walk(&[from, BASE], 6).await;
        for (address, page) in pages {
            check(&address, &page);
            if is_html(&page) && page.text.contains("&#60;img src=x") {
                shown.insert(kind_of(&address));
            }
        }
    }
    assert!(shown.len() > 25, "{shown:?}");
}

#[tokio::test]
async fn what_stands_in_an_address_stays_text() {
    let mut browser = at_year("").await;
    let pages = browser.walk(&["/", BASE], 2).await;
    let hostile: String = MARKUP.bytes().map(|byte| format!("%{byte:02X}")).collect::<Vec<_>>().concat();
    let names = [
        "q", "words", "status", "owner", "unit", "goal", "sort", "kind", "state", "page", "letter", "to",
        "as-of", "done", "about", "actor", "from", "month", "before", "file", "only", "view",
    ];
    let query: String = names.iter().map(|name| format!("{name}={hostile}&")).collect::<Vec<_>>().concat();
    let mut asked = 0;
    for address in pages.keys().map(|address| address.split('?').next().unwrap()).collect::<BTreeSet<_>>() {
        for query in [query.as_str(), &query.replace("as-of", "x"), &format!("q={hostile}&words={hostile}")] {
            let answer = browser.get(&format!("{address}?{query}")).await;
            assert!(!answer.status.is_server_error(), "{address}: {}", answer.text);
            check(address, &answer);
        }
        let beneath = browser.get(&format!("{address}/{hostile}")).await;
        assert!(beneath.status.is_client_error() || beneath.status.is_redirection(), "{address}/…");
        check(address, &beneath);
        asked += 1;
    }
    assert!(asked > 25, "{asked}");
}

#[tokio::test]
async fn no_day_and_no_number_is_too_much() {
    let mut browser = at_year("").await;
    let pages = browser.walk(&["/", BASE], 2).await;
    let names =
        ["as-of", "page", "before", "before-account", "from", "to", "month", "line", "due", "days", "year"];
    let odd = [
        "0001-01-01",
        "9999-12-31",
        "-9999-01-01",
        "31.12.9999",
        "18446744073709551615",
        "-1",
        "0",
        "9999-12",
    ];
    for address in pages.keys().map(|address| address.split('?').next().unwrap()).collect::<BTreeSet<_>>() {
        for value in odd {
            let query: Vec<String> = names.iter().map(|name| format!("{name}={value}")).collect();
            for query in [query.join("&"), query[1..].join("&"), format!("as-of={value}")] {
                let answer = browser.get(&format!("{address}?{query}")).await;
                assert!(!answer.status.is_server_error(), "{address}?{query}: {}", answer.text);
            }
        }
    }
}

#[tokio::test]
async fn no_file_holds_a_formula() {
    let mut browser = filled(FORMULA, 2).await;
    let person = browser.register(FORMULA, "organisation-1").await;
    let said = [("role", "reader"), ("at", "organisation-1"), ("reason", "@SUM(1)")];
    browser.fill(&person, &format!("{person}/roles"), &said).await;
    let pages = browser.walk(&["/", BASE, "/admin/audit"], 3).await;
    let mut files = 0;
    for (address, answer) in &pages {
        let kind = answer.headers.get(CONTENT_TYPE).map(|kind| kind.to_str().unwrap()).unwrap_or_default();
        if kind.starts_with("text/csv") {
            files += 1;
            let cells = answer.text.trim_start_matches('\u{feff}').split(['\n', ';', '\t']);
            for cell in cells {
                let cell = cell.trim_start_matches('"');
                assert!(!cell.starts_with(['=', '@', '+']), "{address}: {cell}");
            }
        } else if kind.contains("spreadsheetml") {
            files += 1;
            // What a workbook is made of has a test of its own: no cell of any is a formula.
            assert!(answer.bytes.starts_with(b"PK"), "{address}");
        }
    }
    assert!(files >= 4, "{:?}", pages.keys());
}

#[tokio::test]
async fn nobody_of_another_agency_gets_to_any_address_of_a_year() {
    let mut browser = at_year("").await;
    let pages = browser.walk(&[BASE], 50).await;
    let mut stranger = {
        let answer = browser
            .fill(
                "/admin/organisations",
                "/admin/organisations",
                &[("name", "Fyrdirektoratet"), ("kind", "agency")],
            )
            .await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        browser.colleague("fyr", "organisation-3", "controller").await
    };
    let mut nobody = browser.other();
    let mut asked = 0;
    for address in pages.keys().filter(|address| address.starts_with("/years/")) {
        let answer = stranger.get(address).await;
        assert!(
            matches!(answer.status, StatusCode::NOT_FOUND | StatusCode::FORBIDDEN),
            "{address}: {} {}",
            answer.status,
            answer.text
        );
        answer.lacks("Kartlegge");
        let answer = nobody.get(address).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{address}");
        asked += 1;
    }
    assert!(asked > 40, "{asked}");
    // Nor does a form of theirs change anything.
    let mut refused = 0;
    for (address, page) in pages.iter().filter(|(_, page)| is_html(page)) {
        for mut form in forms(address, page, &fitting("Fyr")) {
            if !form.action.starts_with("/years/") {
                continue;
            }
            let token = stranger.get("/account").await.token();
            form.fields.retain(|(name, _)| name != "token");
            form.fields.insert(0, ("token".to_owned(), token));
            let answer = send(&mut stranger, &form).await;
            assert!(answer.status.is_client_error(), "{}: {}", form.action, answer.status);
            answer.lacks("Kartlegge");
            refused += 1;
        }
    }
    assert!(refused > 20, "{refused}");
}
