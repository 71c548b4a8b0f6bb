//! `/letters`: a letter is sent in, read, and becomes a year.

use crate::browser::{Browser, LETTER};
use axum::http::StatusCode;

#[tokio::test]
async fn a_letter_is_read_before_anything_begins() {
    let mut browser = Browser::set_up().await;
    let letter = LETTER.replace("44 000 000", "45 000 000");
    let answer = browser.upload("../../etc/brev <b>.md", letter.as_bytes()).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let to = answer.to().to_owned();
    assert!(!to.contains("etc"), "{to}");
    let page = browser.get(&to).await;
    page.has("Bryggetilsynet 2025").has("Havnedepartementet").has("1 feil").has("chapter-sum-mismatch");
    browser.get("/").await.has("Begynn med tildelingsbrevet");
}

#[tokio::test]
async fn what_is_no_letter_says_why() {
    let mut browser = Browser::set_up().await;
    for (bytes, words) in [
        (b"".as_slice(), "Filen er tom"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1doc".as_slice(), "Lagre brevet som PDF eller Word"),
    ] {
        let answer = browser.upload("brev.doc", bytes).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        answer.has(words);
    }
}

#[tokio::test]
async fn what_the_letter_does_not_say_is_asked_for() {
    let mut browser = Browser::set_up().await;
    let letter = LETTER.replace("Fra Havnedepartementet\n", "");
    let to = browser.upload("brev.md", letter.as_bytes()).await.to().to_owned();
    let page = browser.get(&to).await;
    page.has("id=\"ministry\"").has("Brevet sier det ikke selv.").lacks("id=\"agency\"");
    let start = format!("{}/start", to.split('?').next().unwrap());
    let answer = browser.post(&start, &[("token", &page.token())]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    answer.has("Brevet sier ikke hvem det er fra");
    let form = [("token", page.token()), ("ministry", "Havnedepartementet".to_owned())];
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(browser.post(&start, &form).await.to(), "/years/organisation-1/2025");
    let again = browser.post(&start, &form).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    again.has("error-summary");
}

#[tokio::test]
async fn markup_in_a_letter_stays_text() {
    let mut browser = Browser::set_up().await;
    let hostile = "<img src=x onerror=alert(1)>\"'&";
    let letter = LETTER.replace("Evaluere tilskuddet", hostile).replace("Trygge brygger", hostile);
    let to = browser.upload("brev.md", letter.as_bytes()).await.to().to_owned();
    let token = browser.get(&to).await.token();
    let start = format!("{}/start", to.split('?').next().unwrap());
    let base = browser.post(&start, &[("token", &token)]).await.to().to_owned();
    assert_eq!(base, "/years/organisation-1/2025");
    for page in ["", "/letter", "/assignments", "/objects/assignment-3", "/assignments?words=%3Cimg+src%3Dx"]
    {
        let answer = browser.get(&format!("{base}{page}")).await;
        assert_eq!(answer.status, StatusCode::OK, "{page}");
        answer.lacks("<img");
    }
}

#[tokio::test]
async fn nobody_starts_the_year_of_another_agency() {
    let mut browser = Browser::set_up().await;
    let letter = LETTER.replace("Bryggetilsynet", "Fyrdirektoratet");
    let to = browser.upload("brev.md", letter.as_bytes()).await.to().to_owned();
    let token = browser.get(&to).await.token();
    let start = format!("{}/start", to.split('?').next().unwrap());
    let answer = browser.post(&start, &[("token", &token)]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    answer.has("en annen virksomhet");
    browser.get("/").await.has("Begynn med tildelingsbrevet");
}

#[tokio::test]
async fn who_knows_a_sum_reads_no_file_by_it() {
    let mut browser = Browser::set_up().await;
    let to = browser.upload("brev.md", LETTER.as_bytes()).await.to().to_owned();
    let address = to.split('?').next().unwrap();
    assert_eq!(browser.get(address).await.status, StatusCode::OK);
    assert_eq!(browser.other().get(address).await.status, StatusCode::SEE_OTHER, "nobody is logged in");
    let unknown = format!("/letters/{}", "0".repeat(64));
    assert_eq!(browser.get(&unknown).await.status, StatusCode::NOT_FOUND);
}
