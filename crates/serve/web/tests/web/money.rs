//! `/years/…/money`: the tree, each post, its forms, the portfolio, actuals from a file, the table.

use crate::browser::{Answer, Browser, CODE, PASSWORD};
use axum::body::Body;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{Method, Request, StatusCode};

const BASE: &str = "/years/organisation-1/2025";
const MONEY: &str = "/years/organisation-1/2025/money";
const FJELLVETT: &[u8] = include_bytes!("../../../../../examples/letters/fjellvett-2025.txt");
const LEDGER: &[u8] = include_bytes!("../../../../../examples/year/fjellvett-2025-hovedbok.csv");
const MARCH: &[u8] = include_bytes!("../../../../../examples/year/fjellvett-2025-hovedbok-mars.csv");

/// A letter with incomes, keywords, a sign of markup in a title, and a chapter whose posts do not make its sum.
const LETTER: &str = "\
# Tildelingsbrev 2025 for Bryggetilsynet

Dato: 20. desember 2024

Fra Havnedepartementet

## Mål 1: Trygge brygger

## Budsjett

| Kap./post | Betegnelse | Beløp (kroner) |
|---|---|---:|
| **512** | **Bryggetilsynet** | |
| 512.01 | Driftsutgifter | 41 300 000 |
| 512.45 | Større utstyr <5 tonn, kan overføres | 2 700 000 |
| | Sum kap. 512 | 45 000 000 |
| **3512** | **Bryggetilsynet** | |
| 3512.01 | Gebyrer | 1 200 000 |
| | Sum kap. 3512 | 1 200 000 |
";

async fn at(agency: &str, letter: &[u8]) -> Browser {
    let mut browser = Browser::new();
    let token = browser.get("/set-up").await.token();
    let form = [("name", "Kari Nordmann"), ("agency", agency), ("login", "kari")];
    let form = [form.as_slice(), &[("password", PASSWORD), ("code", CODE), ("token", &token)]].concat();
    browser.post("/set-up", &form).await;
    let reading = browser.upload("brev", letter).await.to().to_owned();
    let token = browser.get(&reading).await.token();
    let start = format!("{}/start", reading.split('?').next().unwrap());
    let begun = browser.post(&start, &[("token", &token), ("file", "brev"), ("simulated", "1")]).await;
    assert_eq!(begun.to(), BASE, "{}", begun.text);
    browser
}

async fn at_fjellvett() -> Browser {
    at("Direktoratet for fjellvett", FJELLVETT).await
}

/// Posts a form with the token of the page that holds it.
async fn send(browser: &mut Browser, page: &str, end: &str, form: &[(&str, &str)]) -> Answer {
    let token = browser.get(page).await.token();
    let form = [&[("token", token.as_str())], form].concat();
    browser.post(&format!("{page}/{end}"), &form).await
}

async fn import(browser: &mut Browser, source: &str, name: &str, bytes: &[u8]) -> Answer {
    let token = browser.get(&format!("{MONEY}/actuals")).await.token();
    let field = |name: &str, value: &str| {
        format!("--grense\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let mut body = [field("token", &token), field("source", source)].concat();
    body.push_str("--grense\r\ncontent-disposition: form-data; name=\"file\"; filename=\"");
    body.push_str(name);
    body.push_str("\"\r\n\r\n");
    let body = [body.as_bytes(), bytes, b"\r\n--grense--\r\n"].concat();
    let request = Request::builder()
        .method(Method::POST)
        .uri(format!("{MONEY}/actuals"))
        .header(CONTENT_TYPE, "multipart/form-data; boundary=grense")
        .body(Body::from(body))
        .unwrap();
    browser.send(request).await
}

#[tokio::test]
async fn the_tree_shows_posts_portions_and_what_the_letter_leaves_undivided() {
    let mut browser = at_fjellvett().await;
    let page = browser.get(MONEY).await;
    page.has("1932.01").has("214\u{a0}680\u{a0}000").has("kan overføres").has("Sum kap. 1932");
    page.has("Ikke fordelt i brevet").has("198\u{a0}780\u{a0}000");
    page.has("Hele bevilgningen: 24\u{a0}900\u{a0}000").has("bundet fra før");
    page.has("11 summer stemmer").lacks("Stemmer ikke").lacks("Inntekter");
    page.has("1\u{a0}763\u{a0}785\u{a0}000").has("aria-current=\"page\"").has("Simulerte data.");
}

#[tokio::test]
async fn incomes_stand_apart_and_findings_beside_their_figures() {
    let mut browser = at("Bryggetilsynet", LETTER.as_bytes()).await;
    let page = browser.get(MONEY).await;
    page.has("Stemmer ikke")
        .has("Kap. 512: brevet sier 45\u{a0}000\u{a0}000, postene er 44\u{a0}000\u{a0}000");
    let (spending, income) = page.text.split_once("id=\"income\"").unwrap();
    assert!(spending.contains("512.45") && !spending.contains("3512.01"));
    assert!(income.contains("3512.01") && income.contains("1\u{a0}200\u{a0}000"));
    page.has("/letter?letter=letter-1#line-16").has("utstyr &#60;5 tonn").has("kan overføres");
    let overview = browser.get(BASE).await;
    overview.has("Sum utgifter").has("44\u{a0}000\u{a0}000\u{a0}kroner").has("Sum inntekter");
}

#[tokio::test]
async fn a_post_has_its_address_by_id_and_by_number() {
    let mut browser = at_fjellvett().await;
    for at in ["post-2", "1932.01"] {
        let page = browser.get(&format!("{MONEY}/{at}")).await;
        page.has("Driftsutgifter").has("Historikk").has("tildelt 214\u{a0}680\u{a0}000").has("#line-");
        page.has("name=\"commit-amount\"").has("name=\"forecast-amount\"");
    }
    for none in ["post-99", "99.01", "assignment-1", "tull"] {
        assert_eq!(browser.get(&format!("{MONEY}/{none}")).await.status, StatusCode::NOT_FOUND, "{none}");
    }
    let today = browser.get(&format!("{MONEY}/post-2?as-of=2030-01-01")).await;
    today.has("Driftsutgifter").lacks("name=\"commit-amount\"");
}

#[tokio::test]
async fn money_is_bound_released_and_expected() {
    let mut browser = at_fjellvett().await;
    let post = format!("{MONEY}/post-4");
    let form = [("commit-title", "Måle<b>utstyr"), ("commit-amount", "1,5 mill."), ("commit-to", "Varde AS")];
    let later = [("commit-later", "2026: 2 000 000\n2027: 500000")];
    let done = send(&mut browser, &post, "commit", &[form.as_slice(), &later].concat()).await;
    assert_eq!(done.to(), post, "{}", done.text);
    let page = browser.get(&post).await;
    page.has("Måle&#60;b&#62;utstyr").has("Varde AS").has("1\u{a0}500\u{a0}000");
    page.has("2026: 2\u{a0}000\u{a0}000; 2027: 500\u{a0}000")
        .has("Bundet 1\u{a0}500\u{a0}000")
        .lacks(">commitment-1<");
    let release = [("release-commitment", "commitment-1"), ("release-amount", "500 000")];
    assert_eq!(send(&mut browser, &post, "release", &release).await.to(), post);
    let forecast = [("forecast-amount", "20 000 000"), ("forecast-explanation", "Ett kjøp kommer i 2026")];
    assert_eq!(send(&mut browser, &post, "forecast", &forecast).await.to(), post);
    let explain = [("explain-month", "202504"), ("explain-text", "Leverandøren er forsinket")];
    assert_eq!(send(&mut browser, &post, "explain", &explain).await.to(), post);
    let page = browser.get(&post).await;
    page.has("Gitt tilbake 500\u{a0}000").has("Ett kjøp kommer i 2026").has("Leverandøren er forsinket");
    page.has("2\u{a0}760\u{a0}000");
    browser.get(MONEY).await.has("20\u{a0}000\u{a0}000");
}

#[tokio::test]
async fn what_is_refused_stands_at_its_field_and_nothing_typed_is_lost() {
    let mut browser = at_fjellvett().await;
    let post = format!("{MONEY}/post-4");
    let title = ("commit-title", "Radar");
    for (deed, form, field) in [
        ("commit", vec![title, ("commit-amount", "mye")], "commit-amount"),
        ("commit", vec![("commit-amount", "1 000")], "commit-title"),
        ("commit", vec![title, ("commit-amount", "90 mill.")], "commit-over"),
        ("commit", vec![title, ("commit-amount", "1000"), ("commit-later", "i fjor")], "commit-later"),
        ("forecast", vec![("forecast-amount", "-")], "forecast-amount"),
        ("explain", vec![("explain-month", "202401"), ("explain-text", "Sent")], "explain-month"),
        ("release", vec![("release-commitment", "commitment-9"), ("release-amount", "1")], "release-"),
    ] {
        let answer = send(&mut browser, &post, deed, &form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{deed} {form:?}");
        answer.has(&format!("href=\"#{field}"));
        if deed == "commit" {
            answer.has(&format!("id=\"{field}-error\"")).has("id=\"commit\" open");
            for (name, value) in form.iter().filter(|(name, _)| *name != "commit-later") {
                answer.has(&format!("name=\"{name}\" type=\"text\" autocomplete=\"off\" value=\"{value}\""));
            }
        }
    }
    let excess = [title, ("commit-amount", "90 mill."), ("commit-over", "Avtalt med departementet")];
    assert_eq!(send(&mut browser, &post, "commit", &excess).await.to(), post);
    browser.get(MONEY).await.has("1932.45: tildelt 22\u{a0}760\u{a0}000, bundet 90\u{a0}000\u{a0}000");
}

#[tokio::test]
async fn who_comes_second_to_a_post_sees_the_conflict() {
    let mut browser = at_fjellvett().await;
    let post = format!("{MONEY}/post-4");
    let page = browser.get(&post).await;
    let (token, seen) = (page.token(), page.value("seen"));
    let form = |amount| [("token", token.as_str()), ("seen", seen.as_str()), ("forecast-amount", amount)];
    assert_eq!(browser.post(&format!("{post}/forecast"), &form("20 000 000")).await.to(), post);
    let second = browser.post(&format!("{post}/forecast"), &form("21 000 000")).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    second.has("Noen andre har endret dette").has("value=\"21 000 000\"");
    let again = second.value("seen");
    let form = [("token", token.as_str()), ("seen", again.as_str()), ("forecast-amount", "21 000 000")];
    assert_eq!(browser.post(&format!("{post}/forecast"), &form).await.to(), post);
}

#[tokio::test]
async fn authorisations_are_used_to_their_limit() {
    let mut browser = at_fjellvett().await;
    let page = browser.get(MONEY).await;
    page.has("Fullmakter").has("name=\"use-authorisation\"");
    let id = page.text.split_once("id=\"limit-authorisation\"").unwrap().1;
    let id = id.split_once("value=\"").unwrap().1.split_once('"').unwrap().0.to_owned();
    let limit =
        [("limit-authorisation", id.as_str()), ("limit-amount", "100 000"), ("limit-basis", "Rundskriv")];
    assert_eq!(send(&mut browser, MONEY, "limit", &limit).await.to(), format!("{MONEY}#limit"));
    let used = [("use-authorisation", id.as_str()), ("use-amount", "100 001"), ("use-purpose", "Radar")];
    let refused = send(&mut browser, MONEY, "use", &used).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text);
    refused.has("id=\"use-amount-error\"").has("value=\"Radar\"");
    let used = [("use-authorisation", id.as_str()), ("use-amount", "60 000"), ("use-purpose", "Radar")];
    assert_eq!(send(&mut browser, MONEY, "use", &used).await.to(), format!("{MONEY}#use"));
    browser.get(MONEY).await.has("40\u{a0}000");
}

#[tokio::test]
async fn the_portfolio_shows_committed_new_and_free() {
    let mut browser = at_fjellvett().await;
    let page = browser.get(&format!("{MONEY}/portfolio")).await;
    page.has("1931.21").has("2025 bundet").has("2025 nytt").has("Langtidsstudie av skredkunnskap");
    page.has("Fritt i år: 4\u{a0}500\u{a0}000 av 18\u{a0}400\u{a0}000").has("/objects/assignment-");
    let mut none = Browser::at_year().await;
    none.get(&format!("{MONEY}/portfolio")).await.has("Ingen post har forskningsprosjekter");
}

#[tokio::test]
async fn a_file_of_actuals_is_looked_at_and_then_booked_once() {
    let mut browser = at_fjellvett().await;
    let actuals = format!("{MONEY}/actuals");
    browser.get(&actuals).await.has("Ingen fil er bokført");
    let preview = import(&mut browser, "ledger", "hovedbok.csv", LEDGER).await.to().to_owned();
    assert_eq!(preview, format!("{actuals}?preview=1"));
    let page = browser.get(&preview).await;
    page.has("hovedbok.csv").has("01.2025").has("16\u{a0}115\u{a0}400").has("ny</span>");
    page.has("Ingen fil er bokført");
    browser.get(MONEY).await.lacks("30\u{a0}503\u{a0}550,50");
    let (token, sum) = (page.token(), page.value("sum"));
    let form = [("token", token.as_str()), ("sum", sum.as_str()), ("preview", "1")];
    let booked = browser.post(&format!("{actuals}/book"), &form).await;
    assert_eq!(booked.to(), format!("{actuals}?booked=1"), "{}", booked.text);
    browser.get(booked.to()).await.has("Filen er bokført").has("hovedbok.csv");
    browser.get(MONEY).await.has("30\u{a0}503\u{a0}550,50");
    let post = browser.get(&format!("{MONEY}/1932.01")).await;
    post.has("02.2025").has("14\u{a0}388\u{a0}150,50");
    post.has("class=\"chart\"").has("Brukt hittil mot tildelt (millioner kroner)");
    post.has("02.2025 30\u{a0}503\u{a0}550,50")
        .has("chart-target")
        .has("aria-labelledby=\"used-post-2-title");
    browser.get(&format!("{MONEY}/1932.46")).await.lacks("class=\"chart\"");
    let overview = browser.get(BASE).await;
    overview.has("Brukt hittil").has("30\u{a0}503\u{a0}550,50\u{a0}kroner").has(&format!("{MONEY}/post-2\""));
    // What was booked is let go; the same file again changes nothing.
    let again = browser.post(&format!("{actuals}/book"), &form).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    again.has("Send den inn på nytt");
    let preview = import(&mut browser, "ledger", "hovedbok.csv", LEDGER).await.to().to_owned();
    browser.get(&preview).await.has("Alt i filen er bokført fra før").lacks("/actuals/book");
}

#[tokio::test]
async fn a_wrong_line_is_named_with_its_remedy_and_nothing_is_booked() {
    let mut browser = at_fjellvett().await;
    let actuals = format!("{MONEY}/actuals");
    let preview = import(&mut browser, "ledger", "mars.csv", MARCH).await.to().to_owned();
    let page = browser.get(&preview).await;
    page.has("Linje 5").has("nitten hundre").has("Linje 4").has("1932.46").lacks("/actuals/book");
    let page = browser.get(&format!("{preview}&leave-out=1932.46")).await;
    page.has("Linje 5").lacks("Linje 4").has("310\u{a0}000").has("Utelatt");
    let wrong = browser.get(&format!("{preview}&leave-out=alt")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    wrong.has("id=\"leave-out-error\"");
    for (name, bytes) in
        [("zip", b"PK\x03\x04\0\0\0\0".as_slice()), ("tom", b""), ("kolonner", b"a;b\n1;2\n")]
    {
        let answer = import(&mut browser, "ledger", name, bytes).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        answer.has("id=\"file-error\"").has("value=\"ledger\" selected");
    }
    browser.get(&actuals).await.has("Ingen fil er bokført");
}

#[tokio::test]
async fn the_state_accounts_are_read_as_dfo_writes_them() {
    let mut browser = at_fjellvett().await;
    let lines = "\"Periode\";\"Kapittel_id\";\"Post_id\";\"Artskonto_id\";\"Virksomhet\";\"Bel\u{f8}p\"\r\n\
                 \"202501\";\"1932\";\"193201\";\"500\";\"Fjellvett\";\"4120500,250\"\r\n";
    let windows: Vec<u8> = lines.chars().map(|sign| sign as u8).collect();
    let preview = import(&mut browser, "state", "stats.csv", &windows).await.to().to_owned();
    browser.get(&preview).await.has("Statsregnskapet").has("4\u{a0}120\u{a0}500,25").has("Bokfør</button>");
}

#[tokio::test]
async fn the_table_opens_in_a_spreadsheet() {
    let letter = LETTER.replace("Gebyrer", "=1+1");
    let mut browser = at("Bryggetilsynet", letter.as_bytes()).await;
    let table = browser.get(&format!("{MONEY}/table.csv")).await;
    assert_eq!(table.status, StatusCode::OK);
    assert!(table.headers[CONTENT_DISPOSITION].to_str().unwrap().starts_with("attachment"));
    assert!(table.text.starts_with("\u{feff}Side;Kapittel;Post;Del;Betegnelse;Stikkord;Tildelt;"));
    table.has("Utgifter;512;512.01;;Driftsutgifter;;\"41300000,00\";\"0,00\";\"41300000,00\";\"0,00\";;\r\n");
    table.has("Inntekter;3512;3512.01;;'=1+1;;\"1200000,00\";");
    let book = browser.get(&format!("{MONEY}/table.xlsx")).await;
    assert!(book.status == StatusCode::OK && book.text.starts_with("PK"));
}

#[tokio::test]
async fn the_money_is_for_those_who_may_read_it() {
    let mut browser = at_fjellvett().await;
    let mut stranger = browser.other();
    for address in [MONEY.to_owned(), format!("{MONEY}/post-4"), format!("{MONEY}/portfolio")] {
        assert_eq!(stranger.get(&address).await.status, StatusCode::SEE_OTHER, "{address}");
        let other = address.replace("organisation-1", "organisation-2");
        assert_eq!(browser.get(&other).await.status, StatusCode::NOT_FOUND, "{other}");
    }
    let table = browser.get("/years/organisation-2/2025/money/table.csv").await;
    assert_eq!(table.status, StatusCode::NOT_FOUND);
    let form = [("forecast-amount", "1")];
    let forged = browser.post(&format!("{MONEY}/post-4/forecast"), &form).await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN);
    let unknown = send(&mut browser, MONEY, "post-4/nonsense", &[]).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}
