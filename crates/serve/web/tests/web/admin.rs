//! `/admin`, `/admin/people…`, `/admin/units…`, `/admin/organisations…`.

mod access;
mod audit;
mod backup;

use crate::browser::Browser;
use crate::colleagues::{THEIRS, code_in};
use axum::http::StatusCode;

const KARI: &str = "/admin/people/person-1";

#[tokio::test]
async fn a_person_is_registered_changed_and_listed() {
    let mut browser = Browser::set_up().await;
    browser.get("/admin").await.has("Folk").has("Enheter").has("Sporing").has("Drift");
    let person = browser.register("  Ola <b>Nordmann</b> ", "organisation-1").await;
    assert_eq!(person, "/admin/people/person-2");
    let page = browser.get(&person).await;
    page.has("Ola &#60;b&#62;Nordmann&#60;/b&#62;").lacks("<b>").has("Ingen roller.");
    let said = [("email", "ola@brygge.no"), ("phone", "22 33 44 55")];
    let answer = browser.fill(&person, &format!("{person}/contact"), &said).await;
    assert_eq!(answer.to(), "/admin/people/person-2?done=contact");
    browser.get(answer.to()).await.has("ola@brygge.no").has("Lagret.");
    let answer = browser.fill(&person, &format!("{person}/name"), &[("name", "Ola Dahl")]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    browser.get("/admin/people").await.has("Ola Dahl").has("Kari Nordmann").has("Virksomhetsstyrer");
    browser.get("/admin/people?words=dahl").await.has("Ola Dahl").lacks("person-1\"").has("1 person");
    browser.get("/admin/people?words=%3Cscript%3E").await.has("&#60;script&#62;").has("Ingen passer.");
}

#[tokio::test]
async fn what_is_refused_stands_at_the_field_with_what_was_typed() {
    let mut browser = Browser::set_up().await;
    let answer = browser
        .fill("/admin/people", "/admin/people", &[("name", ""), ("organisation", "organisation-1")])
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    answer.has("href=\"#name\"").has("id=\"name-error\"");
    let person = browser.register("Ola", "organisation-1").await;
    let said = [("email", "ikke en adresse"), ("phone", "22 33")];
    let answer = browser.fill(&person, &format!("{person}/contact"), &said).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    answer.has("id=\"email-error\"").has("ikke en adresse").has("value=\"22 33\"");
    let said = [("role", "reader"), ("at", "organisation-1"), ("until", "i morgen"), ("reason", "Vikar")];
    let answer = browser.fill(&person, &format!("{person}/roles"), &said).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    answer.has("id=\"until-error\"").has("value=\"i morgen\"").has("value=\"Vikar\"");
    let steward = [("role", "steward"), ("at", "organisation-1")];
    let answer = browser.fill(&person, &format!("{person}/roles"), &steward).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    answer.has("id=\"role-error\"");
}

#[tokio::test]
async fn who_came_second_sees_what_the_first_did_and_loses_nothing() {
    let mut browser = Browser::set_up().await;
    let person = browser.register("Ola", "organisation-1").await;
    let shown = browser.get(&person).await;
    let (token, seen) = (shown.token(), shown.value("seen"));
    browser.fill(&person, &format!("{person}/name"), &[("name", "Ola Dahl")]).await;
    let form = [("name", "Ola Berg"), ("token", token.as_str()), ("seen", &seen)];
    let answer = browser.post(&format!("{person}/name"), &form).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    answer.has("Ola Dahl").has("value=\"Ola Berg\"").has("Noen andre har endret dette");
}

#[tokio::test]
async fn roles_are_given_and_taken_for_a_time_and_for_a_unit() {
    let mut browser = Browser::set_up().await;
    let unit = [("name", "Avdeling <tilsyn>"), ("above", "organisation-1")];
    assert_eq!(browser.fill("/admin/units", "/admin/units", &unit).await.to(), "/admin/units");
    let person = browser.register("Ola", "organisation-1").await;
    let said = [("role", "unit"), ("at", "unit-1"), ("until", "31.12.2099")];
    let answer = browser.fill(&person, &format!("{person}/roles"), &said).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let page = browser.get(&person).await;
    page.has("Rapporterer for en enhet, Avdeling &#60;tilsyn&#62;, Bryggetilsynet").has("31.12.2099");
    let taken = [("role", "unit"), ("at", "unit-1")];
    assert_eq!(
        browser.fill(&person, &format!("{person}/take"), &taken).await.to(),
        format!("{person}?done=take")
    );
    browser.get(&person).await.has("Ingen roller.");
    // Somebody stays who can give roles.
    let last = [("role", "administrator"), ("at", "organisation-1")];
    let answer = browser.fill(KARI, &format!("{KARI}/take"), &last).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn an_account_is_made_by_a_code_that_is_shown_once_and_holds_once() {
    let mut browser = Browser::set_up().await;
    let person = browser.register("Ola", "organisation-1").await;
    let code = browser.invite(&person, "ola").await;
    assert_eq!(code.len(), 19, "{code}");
    browser.get(&person).await.lacks(&code).has("engangskoden gjelder til").has("ola");
    let mut ola = browser.other();
    // A wrong code and an unknown login are answered alike.
    let wrong = ola.redeem("ola", "0000-0000-0000-0000", THEIRS).await;
    let unknown = ola.redeem("ukjent", &code, THEIRS).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(unknown.status, wrong.status);
    for answer in [&wrong, &unknown] {
        answer.has("Koden gjelder ikke, eller ikke lenger").has("href=\"#code\"").lacks(THEIRS);
    }
    let short = ola.redeem("ola", &code, "kort").await;
    short.has("id=\"password-error\"");
    let planted = "1".repeat(64);
    ola.set_cookie("session", &planted);
    assert_eq!(ola.redeem(" OLA ", &code.to_lowercase(), THEIRS).await.to(), "/");
    assert_ne!(ola.cookie("session"), Some(planted.as_str()));
    ola.get("/account").await.has("Ola");
    assert_eq!(browser.other().redeem("ola", &code, THEIRS).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_reset_asks_first_ends_visits_and_gives_a_new_code() {
    let mut browser = Browser::set_up().await;
    let mut ola = browser.colleague("ola", "organisation-1", "reader").await;
    let person = "/admin/people/person-2";
    browser.get(&format!("{person}/reset")).await.has("Dette skjer").has("Gi Person ola en ny engangskode?");
    assert_eq!(ola.get("/account").await.status, StatusCode::OK, "asking does nothing");
    let answer = browser.fill(&format!("{person}/reset"), &format!("{person}/reset"), &[]).await;
    assert_eq!(ola.get("/account").await.status, StatusCode::SEE_OTHER);
    assert_eq!(ola.redeem("ola", &code_in(&answer), "en helt annen setning").await.to(), "/");
    let done = browser.fill(person, &format!("{person}/sessions"), &[]).await;
    assert_eq!(done.to(), format!("{person}?done=sessions"));
    assert_eq!(ola.get("/account").await.status, StatusCode::SEE_OTHER);
    let closed = browser.fill(&format!("{person}/close"), &format!("{person}/close"), &[]).await;
    assert_eq!(closed.to(), format!("{person}?done=close"));
    browser.get(person).await.has("Personen har ingen konto.");
}

#[tokio::test]
async fn who_leaves_is_deactivated_and_then_erased_with_a_reason() {
    let mut browser = Browser::set_up().await;
    let mut ola = browser.colleague("ola", "organisation-1", "reader").await;
    let person = "/admin/people/person-2";
    assert_eq!(browser.get(&format!("{person}/erase")).await.status, StatusCode::FORBIDDEN);
    let leave = format!("{person}/deactivate");
    let answer = browser.fill(&leave, &leave, &[("reason", "Sluttet")]).await;
    assert_eq!(answer.to(), format!("{person}?done=deactivate"));
    assert_eq!(ola.get("/account").await.status, StatusCode::SEE_OTHER);
    browser.get(person).await.has("Aktiver igjen").lacks(&format!("{person}/deactivate"));
    let back = browser.fill(person, &format!("{person}/reactivate"), &[]).await;
    assert_eq!(back.to(), format!("{person}?done=reactivate"));
    browser.fill(&leave, &leave, &[]).await;
    let erase = format!("{person}/erase");
    browser.get(&erase).await.has("Dette kan ikke gjøres om.");
    let answer = browser.fill(&erase, &erase, &[]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    answer.has("id=\"reason-error\"");
    let answer = browser.fill(&erase, &erase, &[("reason", "Krav fra personen")]).await;
    assert_eq!(answer.to(), format!("{person}?done=erase"), "{}", answer.text);
    browser.get(person).await.has("Person 2 (slettet)").lacks("Person ola");
    browser.get("/admin/people").await.lacks("Person ola");
}

#[tokio::test]
async fn somebody_else_may_run_the_installation_and_somebody_always_does() {
    let mut browser = Browser::set_up().await;
    let own = format!("{KARI}/operator");
    let answer = browser.fill(&own, &own, &[]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    answer.has("Ingen ville lenger drive installasjonen");
    let mut ola = browser.colleague("ola", "organisation-1", "administrator").await;
    assert_eq!(ola.get("/admin/backup").await.status, StatusCode::FORBIDDEN);
    let other = "/admin/people/person-2/operator";
    assert_eq!(browser.fill(other, other, &[]).await.to(), "/admin/people/person-2?done=operator");
    assert_eq!(ola.get("/admin/backup").await.status, StatusCode::OK);
    assert_eq!(browser.fill(&own, &own, &[]).await.to(), format!("{KARI}?done=operator"));
    assert_eq!(browser.get("/admin/backup").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn units_lie_beneath_each_other_and_are_closed_when_empty() {
    let mut browser = Browser::set_up().await;
    for (name, above) in [("Tilsyn", "organisation-1"), ("Fjordlaget", "unit-1")] {
        browser.fill("/admin/units", "/admin/units", &[("name", name), ("above", above)]).await;
    }
    browser.get("/admin/units").await.has("Tilsyn").has("Fjordlaget");
    let change = [("name", "Tilsyn sør"), ("above", "organisation-1")];
    assert_eq!(
        browser.fill("/admin/units/unit-1", "/admin/units/unit-1", &change).await.to(),
        "/admin/units/unit-1"
    );
    // A unit is not offered what lies beneath it, and is refused it.
    browser.get("/admin/units/unit-1").await.has("Tilsyn sør").lacks("value=\"unit-2\"");
    let ring = [("name", "Tilsyn"), ("above", "unit-2")];
    let answer = browser.fill("/admin/units/unit-1", "/admin/units/unit-1", &ring).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let close = |unit: &str| format!("/admin/units/{unit}/close");
    let in_use = browser.fill(&close("unit-1"), &close("unit-1"), &[]).await;
    assert_eq!(in_use.status, StatusCode::UNPROCESSABLE_ENTITY);
    in_use.has("id=\"reason-error\"");
    let person = browser.register("Ola", "organisation-1").await;
    browser.fill(&person, &format!("{person}/place"), &[("place", "unit-2")]).await;
    browser.get("/admin/units/unit-2").await.has("Ola");
    assert_eq!(
        browser.fill(&close("unit-2"), &close("unit-2"), &[]).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    browser.fill(&person, &format!("{person}/place"), &[("place", "organisation-1")]).await;
    assert_eq!(browser.fill(&close("unit-2"), &close("unit-2"), &[]).await.to(), "/admin/units");
    browser.get("/admin/units").await.lacks("Fjordlaget");
    browser.get("/admin/units/unit-2").await.has("Enheten er lagt ned.").lacks("/close\"");
}

#[tokio::test]
async fn organisations_have_names_and_numbers() {
    let mut browser = Browser::set_up().await;
    let page = "/admin/organisations";
    let wrong = [("kind", "partner"), ("name", "Havnevesenet"), ("number", "123456789")];
    let answer = browser.fill(page, page, &wrong).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    answer.has("id=\"number-error\"").has("value=\"Havnevesenet\"");
    let right =
        [("kind", "ministry"), ("name", "Havnedepartementet"), ("short", "HD"), ("number", "912345688")];
    assert_eq!(browser.fill(page, page, &right).await.to(), page);
    browser.get(page).await.has("Havnedepartementet (HD)").has("Departement").has("912345688");
    let one = "/admin/organisations/organisation-2";
    let rename = [("name", "Havne- og bryggedepartementet")];
    assert_eq!(browser.fill(one, &format!("{one}/name"), &rename).await.to(), one);
    browser.get(one).await.has("Tidligere navn: Havnedepartementet");
    let taken = [("number", "912345688")];
    let answer = browser
        .fill("/admin/organisations/organisation-1", "/admin/organisations/organisation-1/number", &taken)
        .await;
    answer.has("id=\"number-error\"");
}
