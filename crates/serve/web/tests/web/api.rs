//! `/api/v1`: years as JSON, for programs that come with a token.

use crate::browser::{Answer, Browser, PASSWORD};
use crate::colleagues::code_in;
use crate::hostile::filled;
use axum::body::Body;
use axum::http::header::{ALLOW, AUTHORIZATION, CONTENT_TYPE, SET_COOKIE, WWW_AUTHENTICATE};
use axum::http::{Method, Request, StatusCode};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const YEAR: &str = "/api/v1/years/organisation-1/2025";

/// A program with a token.
pub(crate) struct Program {
    browser: Browser,
    token: String,
}

impl Program {
    /// Makes a token for whoever is logged in, and forgets the visit.
    pub(crate) async fn of(browser: &mut Browser, scope: &str) -> Self {
        let form = [("label", "Regneark"), ("scope", scope), ("until", "")];
        let made = browser.fill("/account", "/account/tokens", &form).await;
        Self { token: code_in(&made), browser: browser.other() }
    }

    pub(crate) async fn get(&mut self, address: &str) -> Answer {
        self.send(Method::GET, address, None).await
    }

    pub(crate) async fn post(&mut self, body: &Value) -> Answer {
        self.send(Method::POST, &format!("{YEAR}/commands"), Some(body.to_string())).await
    }

    async fn send(&mut self, method: Method, address: &str, body: Option<String>) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(address)
            .header(AUTHORIZATION, format!("Bearer {}", self.token))
            .header(CONTENT_TYPE, "application/json")
            .body(Body::from(body.unwrap_or_default()))
            .unwrap();
        self.browser.send(request).await
    }
}

fn value(answer: &Answer) -> Value {
    serde_json::from_str(&answer.text).unwrap_or_else(|error| panic!("{error} in {}", answer.text))
}

/// Checks that an answer is a problem with this status, in three languages, and returns its code.
fn refused(answer: &Answer, status: StatusCode) -> String {
    assert_eq!(answer.status, status, "{}", answer.text);
    let error = &value(answer)["error"];
    for language in ["nb", "nn", "en"] {
        assert!(error["message"][language].as_str().is_some_and(|words| !words.is_empty()), "{error}");
        assert!(error["help"][language].is_string(), "{error}");
    }
    assert_eq!(error["reference"].as_str().unwrap().len(), 8);
    assert!(!answer.headers.contains_key(SET_COOKIE));
    error["code"].as_str().unwrap().to_owned()
}

fn report(status: &str) -> Value {
    let said = json!({ "object": "assignment-1", "due": null, "status": status, "comment": "Går sakte",
        "delay": null, "letter": null });
    json!({ "work": { "report_status": said } })
}

#[tokio::test]
async fn every_answer_keeps_its_schema() {
    let mut browser = Browser::at_year().await;
    let mut program = Program::of(&mut browser, "write").await;
    let done = program.post(&json!({ "command": report("at_risk"), "reason": "Møte" })).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.text);
    let document = value(&browser.other().get("/api/v1/openapi.json").await);
    let mut asked = 0;
    for (path, operations) in document["paths"].as_object().unwrap() {
        let Some(read) = operations.get("get") else { continue };
        if path.ends_with("/outside") {
            continue;
        }
        let filled = path.replace("{agency}", "organisation-1").replace("{year}", "2025");
        let filled = filled.replace("{object}", "assignment-1").replace("{letter}", "letter-1");
        let question = if path.ends_with("/search") { "?q=brygger" } else { "" };
        let answer = program.get(&format!("/api/v1{filled}{question}")).await;
        assert_eq!(answer.status, StatusCode::OK, "{path} {}", answer.text);
        let mut schema = read["responses"]["200"]["content"]["application/json"]["schema"].clone();
        schema["components"] = document["components"].clone();
        assert_eq!(breaches(&schema, &value(&answer)), [""; 0], "{path}");
        assert_ne!(breaches(&schema, &json!({ "other": 1 })), [""; 0], "{path}");
        asked += 1;
    }
    assert_eq!(asked, 11);
}

#[tokio::test]
async fn whatever_happened_in_a_year_its_answers_keep_their_schemas() {
    let mut browser = filled("Ord", 2).await;
    let mut steward = browser.colleague("steward", "organisation-2", "steward").await;
    let mut program = Program::of(&mut browser, "read").await;
    let mut outside = Program::of(&mut steward, "read").await;
    let document = value(&browser.other().get("/api/v1/openapi.json").await);
    let held = |path: &str, answer: &Answer| {
        assert_eq!(answer.status, StatusCode::OK, "{path} {}", answer.text);
        let read = &document["paths"][format!("/years/{{agency}}/{{year}}{path}")]["get"];
        let mut schema = read["responses"]["200"]["content"]["application/json"]["schema"].clone();
        schema["components"] = document["components"].clone();
        assert_eq!(breaches(&schema, &value(answer)), [""; 0], "{path}: {}", answer.text);
        value(answer)
    };
    for path in ["", "/assignments", "/audit", "/due", "/parameters", "/plan"] {
        let end = if path == "/due" { "?days=366" } else { "" };
        held(path, &program.get(&format!("{YEAR}{path}{end}")).await);
    }
    let money = held("/money", &program.get(&format!("{YEAR}/money")).await);
    assert_eq!(money["chapters"][0]["posts"].as_array().unwrap().len(), 2);
    held("/letters/{letter}/findings", &program.get(&format!("{YEAR}/letters/letter-1/findings")).await);
    let shown = held("/outside", &outside.get(&format!("{YEAR}/outside")).await);
    assert!(!shown["plan"].as_object().unwrap().is_empty());
    let (mut kinds, mut happened) = (BTreeSet::new(), BTreeSet::new());
    for kind in
        ["goal", "parameter", "assignment", "chapter", "post", "report", "meeting", "duty", "announcement"]
    {
        for number in 1..=2 {
            let answer = program.get(&format!("{YEAR}/objects/{kind}-{number}")).await;
            if answer.status == StatusCode::NOT_FOUND {
                continue;
            }
            let object = held("/objects/{object}", &answer);
            kinds.extend(object["value"].as_object().unwrap().keys().cloned());
            for event in object["history"].as_array().unwrap() {
                happened.extend(
                    event["what"]["done"].as_object().into_iter().flat_map(|done| done.keys().cloned()),
                );
            }
        }
    }
    assert!(kinds.len() > 6 && happened.len() > 2, "{kinds:?} {happened:?}");
}

fn breaches(schema: &Value, value: &Value) -> Vec<String> {
    let validator = jsonschema::draft202012::options().should_validate_formats(true).build(schema).unwrap();
    validator.iter_errors(value).map(|error| format!("{error} at {}", error.instance_path())).collect()
}

#[tokio::test]
async fn only_a_token_that_holds_opens_it() {
    let mut browser = Browser::at_year().await;
    // A session is no token, so no page of another site can use it here.
    let answer = browser.get("/api/v1/years").await;
    assert_eq!(refused(&answer, StatusCode::UNAUTHORIZED), "no-token");
    assert_eq!(answer.headers.get(WWW_AUTHENTICATE).unwrap(), "Bearer");
    let mut program = Program::of(&mut browser, "read").await;
    assert_eq!(program.get("/api/v1/years").await.status, StatusCode::OK);
    let good = program.token.clone();
    let session = browser.cookie("session").unwrap().to_owned();
    for bad in ["", "x", &good[1..], &good.replace(|digit: char| digit.is_ascii_digit(), "a"), &session] {
        program.token = bad.to_owned();
        assert_eq!(refused(&program.get("/api/v1/years").await, StatusCode::UNAUTHORIZED), "no-token");
    }
    program.token = good;
    let page = browser.get("/account").await.text;
    let revoke = page.split("action=\"/account/tokens/").nth(1).unwrap().split('"').next().unwrap();
    browser.fill("/account", &format!("/account/tokens/{revoke}"), &[]).await;
    assert_eq!(refused(&program.get("/api/v1/years").await, StatusCode::UNAUTHORIZED), "no-token");
}

#[tokio::test]
async fn a_token_that_reads_changes_nothing() {
    let mut browser = Browser::at_year().await;
    let mut program = Program::of(&mut browser, "read").await;
    let answer = program.post(&json!({ "command": report("at_risk") })).await;
    assert_eq!(refused(&answer, StatusCode::FORBIDDEN), "not-allowed");
    let year = value(&program.get(YEAR).await);
    assert_eq!(year["assignments"][0]["status"], "not_started");
}

#[tokio::test]
async fn a_command_is_done_once_and_not_over_what_was_not_seen() {
    let mut browser = Browser::at_year().await;
    let mut program = Program::of(&mut browser, "write").await;
    let seen = value(&program.get(&format!("{YEAR}/objects/assignment-1")).await)["version"].clone();
    let expected = json!({ "object": ["assignment-1", seen] });
    let body = json!({ "command": report("at_risk"), "id": "one", "reason": "Møte", "expected": expected });
    let first = value(&program.post(&body).await);
    assert_eq!(first["done_before"], false);
    let again = value(&program.post(&body).await);
    assert_eq!((&again["records"], &again["done_before"]), (&first["records"], &json!(true)));
    let late = json!({ "command": report("on_track"), "id": "two", "expected": expected });
    assert_eq!(refused(&program.post(&late).await, StatusCode::CONFLICT), "changed-meanwhile");
    let object = value(&program.get(&format!("{YEAR}/objects/assignment-1")).await);
    assert_eq!(object["status"], "at_risk");
    assert!(object["words"].to_string().contains("Går sakte"), "{object}");
    let audit = value(&program.get(&format!("{YEAR}/audit")).await);
    assert_eq!(
        (&audit["lines"][0]["reason"], &audit["lines"][0]["actor"]),
        (&json!("Møte"), &json!("person-1"))
    );
    let before = value(&program.get(&format!("{YEAR}?as-of=2024-12-31")).await);
    assert_eq!(before["assignments"][0]["status"], "not_started");
}

#[tokio::test]
async fn others_see_what_the_matrix_gives_them() {
    let mut browser = Browser::at_year().await;
    let mut reader = browser.colleague("ola", "organisation-1", "reader").await;
    let mut program = Program::of(&mut reader, "write").await;
    let answer = program.post(&json!({ "command": report("at_risk") })).await;
    assert_eq!(refused(&answer, StatusCode::FORBIDDEN), "not-allowed");
    let mut unit = browser.colleague("siv", "organisation-1", "").await;
    let mut nobody = Program::of(&mut unit, "write").await;
    assert_eq!(value(&nobody.get("/api/v1/years").await)["years"], json!([]));
    assert_eq!(refused(&nobody.get(YEAR).await, StatusCode::NOT_FOUND), "not-found");
    let mut steward = browser.colleague("eva", "organisation-2", "steward").await;
    let mut outside = Program::of(&mut steward, "write").await;
    let years = value(&outside.get("/api/v1/years").await);
    assert_eq!(years["years"][0]["sight"], "outside");
    let seen = value(&outside.get(&format!("{YEAR}/outside")).await);
    assert_eq!(seen["shown"], json!({}));
    assert!(seen["plan"]["assignment-1"].is_object(), "{seen}");
    for inside in ["", "/plan", "/money", "/audit", "/objects/assignment-1", "/search?q=brygger", "/due"] {
        assert_eq!(
            refused(&outside.get(&format!("{YEAR}{inside}")).await, StatusCode::NOT_FOUND),
            "not-found"
        );
    }
    let answer = outside.post(&json!({ "command": report("at_risk") })).await;
    assert_eq!(refused(&answer, StatusCode::FORBIDDEN), "not-allowed");
    assert_eq!(refused(&program.get(&format!("{YEAR}/outside")).await, StatusCode::NOT_FOUND), "not-found");
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_with_its_reason() {
    let mut browser = Browser::at_year().await;
    let mut program = Program::of(&mut browser, "write").await;
    let bad = StatusCode::BAD_REQUEST;
    for asked in [
        "?as-of=",
        "?as-of=i+fjor",
        "?as-of=2025-02-30",
        "?other=1",
        "/due?days=-1",
        "/due?days=367",
        "/search",
        "/search?q=%20",
        "/search?q=a&q=b",
        "/audit?before=0",
    ] {
        assert_eq!(refused(&program.get(&format!("{YEAR}{asked}")).await, bad), "unreadable", "{asked}");
    }
    for gone in [
        "/years/organisation-1/2031",
        "/years/x/2025",
        "/years/organisation-1/2025/objects/..%2f..",
        "/years/organisation-1/2025/objects/assignment-99",
        "/nothing",
        "/years/organisation-1/2025/letters/goal-1/findings",
    ] {
        let answer = program.get(&format!("/api/v1{gone}")).await;
        assert_eq!(refused(&answer, StatusCode::NOT_FOUND), "not-found", "{gone}");
    }
    let answer = program.send(Method::DELETE, YEAR, None).await;
    assert_eq!(refused(&answer, StatusCode::METHOD_NOT_ALLOWED), "method");
    assert!(answer.headers.contains_key(ALLOW));
    let commands = format!("{YEAR}/commands");
    for body in ["", "{", "\u{0}", &"[".repeat(5000)] {
        let answer = program.send(Method::POST, &commands, Some(body.to_owned())).await;
        assert_eq!(refused(&answer, bad), "unreadable");
    }
    for body in [
        json!([]),
        json!({}),
        json!({ "command": { "work": "x" } }),
        json!({ "command": report("at_risk"), "more": 1 }),
        json!({ "command": report("at_risk"), "on": "i fjor" }),
        json!({ "command": report("at_risk"), "id": "a b" }),
        json!({ "command": report("at_risk"), "expected": {} }),
    ] {
        assert_eq!(refused(&program.post(&body).await, StatusCode::UNPROCESSABLE_ENTITY), "unfit", "{body}");
    }
    let later = json!({ "command": report("at_risk"), "on": "2999-01-01" });
    assert_eq!(refused(&program.post(&later).await, StatusCode::UNPROCESSABLE_ENTITY), "day-to-come");
    let people = json!({ "command": { "directory": { "deactivate_person": { "person": "person-1" } } } });
    assert_eq!(refused(&program.post(&people).await, StatusCode::FORBIDDEN), "not-allowed");
    let large = format!("{{\"reason\":\"{}\"}}", "a".repeat(2 * 1024 * 1024));
    let answer = program.send(Method::POST, &commands, Some(large)).await;
    assert_eq!(refused(&answer, StatusCode::PAYLOAD_TOO_LARGE), "too-large");
    let form = [("command", "x")];
    let answer = browser.post(&commands, &form).await;
    assert_eq!(refused(&answer, StatusCode::UNAUTHORIZED), "no-token");
}

#[tokio::test]
async fn the_token_of_somebody_who_left_opens_nothing() {
    let mut browser = Browser::at_year().await;
    let page = browser.register("Ola", "organisation-1").await;
    browser.give(&page, "reader", "organisation-1").await;
    let code = browser.invite(&page, "ola").await;
    let mut other = browser.other();
    other.redeem("ola", &code, PASSWORD).await;
    let mut program = Program::of(&mut other, "read").await;
    assert_eq!(program.get(YEAR).await.status, StatusCode::OK);
    let leave = format!("{page}/deactivate");
    let left = browser.fill(&leave, &leave, &[]).await;
    assert_eq!(left.status, StatusCode::SEE_OTHER, "{}", left.text);
    assert_eq!(refused(&program.get(YEAR).await, StatusCode::UNAUTHORIZED), "no-token");
}
