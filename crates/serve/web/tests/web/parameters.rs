//! `/years/…/parameters`: goals, steering parameters, series and their forms.

use crate::browser::{Answer, Browser};
use axum::http::StatusCode;

const BASE: &str = "/years/organisation-1/2025";
const OWN: &str = "/years/organisation-1/2025/parameters/own/series";
const SERIES: &str = "/years/organisation-1/2025/parameters/series-1";

const CARD: [(&str, &str); 12] = [
    ("name", "Brygger uten råte"),
    ("definition", "Andel kontrollerte brygger uten råte"),
    ("population", "Brygger i kommunene langs kysten"),
    ("unit", "percent"),
    ("numerator", "brygger uten råte"),
    ("denominator", "kontrollerte brygger"),
    ("stage", "user-effect"),
    ("better", "higher"),
    ("source", "Bryggeregisteret"),
    ("frequency", "yearly"),
    ("first", "1.1.2022"),
    ("lag", "30"),
];

async fn fill(browser: &mut Browser, address: &str, fields: &[(&str, &str)]) -> Answer {
    let page = browser.get(address).await;
    assert_eq!(page.status, StatusCode::OK, "{address} {}", page.text);
    let (token, seen) = (page.token(), page.value("seen"));
    let form = [fields, &[("token", token.as_str()), ("seen", seen.as_str())]].concat();
    browser.post(address.split('?').next().unwrap(), &form).await
}

async fn with_series() -> Browser {
    let mut browser = Browser::at_year().await;
    let answer = fill(&mut browser, OWN, &CARD).await;
    assert_eq!(answer.to(), format!("{BASE}/parameters"), "{}", answer.text);
    browser
}

async fn record(browser: &mut Browser, period: &str, value: &str, reason: &str) -> Answer {
    let form = [
        ("period", period),
        ("value", value),
        ("finality", "final"),
        ("source", "Bryggeregisteret"),
        ("reason", reason),
    ];
    fill(browser, &format!("{SERIES}/figure"), &form).await
}

#[tokio::test]
async fn goals_without_parameters_say_so_and_offer_an_indicator() {
    let mut browser = Browser::at_year().await;
    let page = browser.get(&format!("{BASE}/parameters")).await;
    page.has("Trygge brygger").has("Brevet har ingen styringsparametere for dette målet.").has(OWN);
    let goal = browser.get(&format!("{BASE}/parameters/goal-1")).await;
    goal.has("Ingen måler dette ennå").has("/letter?letter=letter-1#line-").has("/parameters/goal-1/series");
    browser.get(&format!("{BASE}/objects/goal-1")).await.has("/parameters/goal-1\"");
    for missing in ["parameter-9", "series-9", "letter-1", "nonsense"] {
        let page = browser.get(&format!("{BASE}/parameters/{missing}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{missing}");
    }
}

#[tokio::test]
async fn a_card_says_what_is_missing_and_keeps_what_was_typed() {
    let mut browser = Browser::at_year().await;
    let answer = fill(&mut browser, OWN, &[("name", "Råte <script>"), ("unit", "number")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    answer.has("id=\"definition-error\"").has("id=\"number-error\"").has("Råte &#60;script&#62;");
    answer.lacks("Råte <script>");
}

#[tokio::test]
async fn figures_and_targets_are_shown_and_never_overwritten() {
    let mut browser = with_series().await;
    for (period, value) in [("2022", "46,3"), ("2023", "120/400"), ("2024", ":")] {
        assert_eq!(record(&mut browser, period, value, "").await.to(), SERIES);
    }
    let target = [("period", "2023"), ("aim", "at-least"), ("value", "40"), ("by", "me")];
    assert_eq!(fill(&mut browser, &format!("{SERIES}/target"), &target).await.to(), SERIES);
    let page = browser.get(SERIES).await;
    page.has("<svg").has("46,3\u{a0}%").has("30,0\u{a0}% (120 av 400)").has("skjermet hos kilden");
    page.has("minst 40\u{a0}%").has("aria-labelledby=\"chart-series-1-title chart-series-1-desc\"");
    let again = [("period", "2023"), ("aim", "at-least"), ("value", "35"), ("by", "me")];
    let refused = fill(&mut browser, &format!("{SERIES}/target"), &again).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.has("id=\"reason-error\"").has("value=\"35\"");
    let again = [again.as_slice(), &[("reason", "Avtalt i styringsmøtet")]].concat();
    assert_eq!(fill(&mut browser, &format!("{SERIES}/target"), &again).await.to(), SERIES);
    assert_eq!(record(&mut browser, "2022", "46,1", "Feil i registeret").await.to(), SERIES);
    let page = browser.get(SERIES).await;
    page.has("erstattet").has("minst 35\u{a0}%").has("minst 40\u{a0}%").has("Avtalt i styringsmøtet");
    page.has("Tall for 2022: 46,3").has("Tall for 2022: 46,1").has("Feil i registeret");
    browser.get(&format!("{BASE}/parameters")).await.has("Brygger uten råte").has("class=\"spark\"");
}

#[tokio::test]
async fn what_is_no_figure_is_refused_at_its_field() {
    let mut browser = with_series().await;
    let answer = record(&mut browser, "i fjor", "mye", "").await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    answer.has("id=\"period-error\"").has("id=\"value-error\"").has("value=\"mye\"");
    for task in ["nonsense", "own"] {
        let page = browser.get(&format!("{SERIES}/{task}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{task}");
    }
}

#[tokio::test]
async fn who_records_second_sees_the_conflict() {
    let mut browser = with_series().await;
    let page = browser.get(&format!("{SERIES}/figure")).await;
    let (token, seen) = (page.token(), page.value("seen"));
    assert_eq!(record(&mut browser, "2022", "46", "").await.to(), SERIES);
    let form = [("token", token.as_str()), ("seen", &seen), ("period", "2023"), ("value", "48")];
    let form = [form.as_slice(), &[("finality", "final"), ("source", "Bryggeregisteret")]].concat();
    let answer = browser.post(&format!("{SERIES}/figure"), &form).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    answer.has("Noen andre har endret dette").has("value=\"48\"");
}

#[tokio::test]
async fn an_entry_is_written_completed_and_opened_again() {
    let mut browser = with_series().await;
    let entry = format!("{SERIES}/entry");
    let form = [("period", "2024"), ("data", "46 prosent"), ("analysis", "Mildere vinter")];
    assert_eq!(fill(&mut browser, &entry, &form).await.to(), SERIES);
    let refused = fill(&mut browser, &format!("{SERIES}/complete?period=2024"), &[("period", "2024")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let form = [("period", "2024"), ("data", "46 prosent"), ("assessment", "Godt nok")];
    assert_eq!(fill(&mut browser, &entry, &form).await.to(), SERIES);
    browser.get(&format!("{entry}?period=2024")).await.has("Mildere vinter").has("Godt nok");
    let done = fill(&mut browser, &format!("{SERIES}/complete?period=2024"), &[("period", "2024")]).await;
    assert_eq!(done.to(), SERIES);
    browser.get(SERIES).await.has("Merket som ferdig").has("/reopen?period=2024");
}

#[tokio::test]
async fn a_grade_needs_evidence() {
    let mut browser = Browser::at_year().await;
    let mut card = CARD.to_vec();
    card.retain(|(name, _)| !["unit", "numerator", "denominator"].contains(name));
    card.extend([("unit", "grade"), ("grades", "Svakt\nGodt\nSvært godt")]);
    let address = format!("{BASE}/parameters/goal-1/series");
    assert_eq!(fill(&mut browser, &address, &card).await.to(), format!("{BASE}/parameters/goal-1"));
    let refused = record(&mut browser, "2024", "Godt", "").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.has("id=\"evidence-error\"");
    let form = [("period", "2024"), ("value", "Godt"), ("finality", "final"), ("source", "Tilsyn")];
    let form = [form.as_slice(), &[("evidence", "Tolv tilsyn uten avvik")]].concat();
    assert_eq!(fill(&mut browser, &format!("{SERIES}/figure"), &form).await.to(), SERIES);
    browser.get(SERIES).await.has("Tolv tilsyn uten avvik").has("Svakt &#60; Godt");
}

#[tokio::test]
async fn as_of_a_day_nothing_can_be_changed() {
    let mut browser = with_series().await;
    let page = browser.get(&format!("{BASE}/parameters/goal-1?as-of=2025-06-30")).await;
    page.has("slik det var 30. juni 2025").lacks("/parameters/goal-1/series\"");
}

/// Sends a form as of an older record, and returns what is shown after the conflict.
async fn too_late(browser: &mut Browser, task: &str, typed: &[(&str, &str)], other: &str) -> Answer {
    let page = format!("{SERIES}/{task}");
    let stale = browser.get(&page).await.value("seen");
    assert_eq!(record(browser, "2022", other, "Nytt tall").await.to(), SERIES);
    let late = [typed, &[("seen", stale.as_str())]].concat();
    browser.send_form(&page, &page, &late).await
}

#[tokio::test]
async fn all_that_was_typed_stays_after_a_conflict_however_a_period_is_written() {
    let mut browser = with_series().await;
    let figure = [
        ("period", "1.1.2023–31.12.2023"),
        ("value", "48,5"),
        ("finality", "preliminary"),
        ("counted", "15.1.2024"),
        ("source", "Eget register"),
        ("evidence", "Tolv <tilsyn>"),
        ("reason", "Rettet"),
    ];
    let answer = too_late(&mut browser, "figure", &figure, "45").await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    for (_, value) in figure.iter().filter(|(name, _)| !["finality", "evidence"].contains(name)) {
        assert!(
            answer.text.contains(&format!("value=\"{value}\""))
                || answer.text.contains(&format!(">{value}<")),
            "{value}"
        );
    }
    answer.has("value=\"preliminary\" selected").has(">Tolv &#60;tilsyn&#62;<");
    let target =
        [("period", "2023"), ("aim", "at-most"), ("value", "33,3"), ("by", "letter-1"), ("reason", "Avtalt")];
    let answer = too_late(&mut browser, "target", &target, "46").await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    answer.has("value=\"2023\"").has("value=\"33,3\"").has("value=\"at-most\" selected");
    answer.has("value=\"letter-1\" selected").has(">Avtalt<");
    let entry = [("period", "2022"), ("data", "Tall"), ("analysis", "Snø"), ("assessment", "Godt")];
    let answer = too_late(&mut browser, "entry", &entry, "47").await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    answer.has(">Tall<").has(">Snø<").has(">Godt<");
    // Sent once more, it is done.
    let page = format!("{SERIES}/target");
    let now = answer.value("seen");
    let again = [&target[..], &[("seen", now.as_str())]].concat();
    assert_eq!(browser.send_form(&page, &page, &again).await.to(), SERIES);
}

#[tokio::test]
async fn a_figure_that_stands_is_in_its_form_however_the_period_is_written() {
    let mut browser = with_series().await;
    record(&mut browser, "2023", "46", "").await;
    for period in ["2023", "2023-01-01/2023-12-31", "1.1.2023–31.12.2023"] {
        let page = browser.get(&format!("{SERIES}/figure?period={}", period.replace('–', "%E2%80%93"))).await;
        page.has("value=\"46\"").has(&format!("value=\"{period}\""));
    }
}

#[tokio::test]
async fn a_figure_that_is_late_is_told_as_late_and_the_next_is_to_come() {
    let mut browser = with_series().await;
    assert_eq!(record(&mut browser, "2022", "46,3", "").await.to(), SERIES);
    for address in [format!("{BASE}/parameters"), SERIES.to_owned()] {
        let page = browser.get(&format!("{address}?as-of=2040-01-01")).await;
        page.has("16 mangler: det første skulle foreligge 30. januar 2024").has("30. januar 2040");
    }
    let mut once = with_series().await;
    once.get(&format!("{SERIES}?as-of=2023-02-01")).await.lacks("Mangler");
    let page = once.get(SERIES).await;
    page.has("det første skulle foreligge 30. januar 2023");
}
