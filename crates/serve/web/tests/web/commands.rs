//! Every command of the year is done by a form of the pages and by the API, or stands here with the reason why not.

use crate::api::Program;
use crate::browser::Browser;
use axum::http::StatusCode;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use styrbord_app::follow::events::Command;

const BASE: &str = "/years/organisation-1/2025";
const NEXT: &str = "/years/organisation-1/2026";
const FJELLVETT: &[u8] = include_bytes!("../../../../../examples/letters/fjellvett-2025.txt");
const LEDGER: &[u8] = include_bytes!("../../../../../examples/year/fjellvett-2025-hovedbok.csv");
const LETTER_2026: &str = "\
# Tildelingsbrev 2026 for Direktoratet for fjellvett

Dato: 20. desember 2025

Fra Fjell- og friluftsdepartementet

## Budsjett

| Kap./post | Betegnelse | Beløp (kroner) |
|---|---|---:|
| **1932** | **Direktoratet for fjellvett** | |
| 1932.45 | Større utstyrsanskaffelser | 20 000 000 |
| | Sum kap. 1932 | 20 000 000 |
";

/// Commands of the year that no form does, with the reason.
const WITHOUT_FORM: [(&str, &str); 0] = [];

/// Commands that the API does not take, with the reason.
const WITHOUT_API: [(&str, &str); 1] = [(
    "directory.",
    "people, units and roles are not the affair of a token; the pages of administration do it",
)];

/// A form: the command that it is, the event that comes of it, the page, the end of the form's address after `BASE`,
/// and what is typed over what stands in it.
type Step = (&'static str, &'static str, &'static str, &'static str, &'static [(&'static str, &'static str)]);

/// What people do with the work.
const WORK: [Step; 13] = [
    (
        "work.assign",
        "work.assigned",
        "/objects/assignment-1/responsible",
        "",
        &[("partners", "organisation-2")],
    ),
    (
        "work.report_status",
        "work.status_reported",
        "/objects/assignment-1",
        "/status",
        &[("status", "at-risk")],
    ),
    (
        "work.take_back_status",
        "work.status_taken_back",
        "/objects/assignment-1/take-back",
        "",
        &[("reason", "Feil oppdrag")],
    ),
    (
        "work.set_milestone",
        "work.milestone_set",
        "/objects/assignment-1/milestone",
        "",
        &[("title", "Utkast"), ("day", "1.3.2025")],
    ),
    (
        "work.move_deadline",
        "work.deadline_moved",
        "/objects/assignment-1",
        "/deadline",
        &[("move-to", "15.12.2025"), ("dated", "1.2.2025"), ("reference", "Sak 25/17")],
    ),
    ("work.set_schedule", "work.schedule_set", "/objects/report-1/schedule", "", &[("first", "31.1.2025")]),
    ("work.add_dependency", "work.dependency_added", "/objects/assignment-2/waits-for", "", &[]),
    ("work.remove_dependency", "work.dependency_removed", "/objects/assignment-2/waits-no-more", "", &[]),
    (
        "work.register_deliverable",
        "work.deliverable_registered",
        "/objects/assignment-1",
        "/deliverables",
        &[("title", "Rapport"), ("link", "https://arkiv.test/1")],
    ),
    (
        "work.add_evidence",
        "work.evidence_added",
        "/objects/assignment-1",
        "/deliverables",
        &[("add-to", "deliverable-1"), ("link", "https://arkiv.test/2")],
    ),
    (
        "work.judge_deliverable",
        "work.deliverable_judged",
        "/objects/assignment-1",
        "/verdict",
        &[("verdict", "withdrawn"), ("said", "Feil fil")],
    ),
    ("work.judge_duty", "work.duty_judged", "/objects/duty-1", "/duty", &[("duty", "confirmed")]),
    (
        "work.mark_materiality",
        "work.materiality_marked",
        "/objects/assignment-1/material",
        "",
        &[("why", "Mange går der")],
    ),
];

/// What people do with series.
const MEASURE: [Step; 13] = [
    (
        "measure.define_series",
        "measure.series_defined",
        "/parameters/own/series",
        "",
        &[
            ("name", "Kurs"),
            ("definition", "Andel med kurs"),
            ("population", "Førere"),
            ("source", "Registeret"),
            ("first", "1.1.2022"),
        ],
    ),
    (
        "measure.revise_card",
        "measure.card_revised",
        "/parameters/series-1/card",
        "",
        &[("source", "Kursregisteret"), ("same", "Registeret har nytt navn")],
    ),
    (
        "measure.mark_break",
        "measure.break_marked",
        "/parameters/series-1/break",
        "",
        &[("from", "1.1.2024"), ("why", "Nytt skjema")],
    ),
    (
        "measure.set_target",
        "measure.target_set",
        "/parameters/series-1/target",
        "",
        &[("period", "2025"), ("value", "40")],
    ),
    (
        "measure.revise_target",
        "measure.target_revised",
        "/parameters/series-1/target",
        "",
        &[("period", "2025"), ("value", "35"), ("reason", "Avtalt")],
    ),
    (
        "measure.drop_target",
        "measure.target_dropped",
        "/parameters/series-1/drop-target",
        "",
        &[("period", "2025"), ("reason", "Avtalt")],
    ),
    (
        "measure.record_measurement",
        "measure.measurement_recorded",
        "/parameters/series-1/figure",
        "",
        &[("period", "2023"), ("value", "46")],
    ),
    (
        "measure.revise_measurement",
        "measure.measurement_revised",
        "/parameters/series-1/figure",
        "",
        &[("period", "2023"), ("value", "47"), ("reason", "Feil")],
    ),
    (
        "measure.withdraw_measurement",
        "measure.measurement_withdrawn",
        "/parameters/series-1/withdraw",
        "",
        &[("period", "2023"), ("reason", "Feil")],
    ),
    (
        "measure.write_entry",
        "measure.entry_written",
        "/parameters/series-1/entry",
        "",
        &[("period", "2024"), ("data", "46"), ("analysis", "Snø"), ("assessment", "Godt")],
    ),
    (
        "measure.complete_entry",
        "measure.entry_completed",
        "/parameters/series-1/complete",
        "",
        &[("period", "2024")],
    ),
    (
        "measure.reopen_entry",
        "measure.entry_reopened",
        "/parameters/series-1/reopen",
        "",
        &[("period", "2024"), ("reason", "Mer å si")],
    ),
    (
        "measure.close_series",
        "measure.series_closed",
        "/parameters/series-1/close",
        "",
        &[("reason", "Ikke lenger")],
    ),
];

/// What people do with the money.
const MONEY: [Step; 22] = [
    (
        "money.commit",
        "money.committed",
        "/money/post-2",
        "/commit",
        &[("commit-title", "Radar"), ("commit-amount", "500 000"), ("commit-later", "2026: 100 000")],
    ),
    (
        "money.commit",
        "money.committed",
        "/money/post-4",
        "/commit",
        &[("commit-title", "Mast"), ("commit-amount", "500 000")],
    ),
    (
        "money.change_commitment",
        "money.commitment_changed",
        "/money/commitment-2/change",
        "",
        &[("amounts", "2025: 600 000")],
    ),
    ("money.draw", "money.commitment_drawn", "/money/commitment-2/draw", "", &[("amount", "100 000")]),
    (
        "money.release",
        "money.commitment_released",
        "/money/post-4",
        "/release",
        &[("release-commitment", "commitment-2"), ("release-amount", "1 000")],
    ),
    ("money.release", "money.commitment_released", "/money/commitment-2/release", "", &[("amount", "1 000")]),
    ("money.close", "money.commitment_closed", "/money/commitment-2/close", "", &[]),
    (
        "money.sub_allocate",
        "money.sub_allocated",
        "/money/post-4",
        "/share",
        &[("share-title", "Drift"), ("share-amount", "1 000")],
    ),
    (
        "money.change_sub_allocation",
        "money.sub_allocation_changed",
        "/money/sub_allocation-1/change",
        "",
        &[("amount", "2 000")],
    ),
    (
        "money.use_authorisation",
        "money.authorisation_used",
        "/money",
        "/use",
        &[("use-amount", "1 000"), ("use-purpose", "Radar")],
    ),
    (
        "money.return_authorisation",
        "money.authorisation_returned",
        "/money/authorisation-1/return",
        "",
        &[("amount", "400")],
    ),
    (
        "money.limit_authorisation",
        "money.authorisation_limited",
        "/money",
        "/limit",
        &[("limit-amount", "9 000"), ("limit-basis", "Rundskriv")],
    ),
    (
        "money.charge",
        "money.charged",
        "/money/post-4/charge",
        "",
        &[("title", "Felles"), ("amount", "1 000")],
    ),
    (
        "money.charge",
        "money.charged",
        "/money/year/charge",
        "",
        &[("title", "Felles"), ("amount", "1 000"), ("their-post", "671.60")],
    ),
    ("money.change_charge", "money.charge_changed", "/money/charge-1/change", "", &[("amount", "3 000")]),
    ("money.report_charge", "money.charge_reported", "/money/charge-1/report", "", &[("amount", "500")]),
    (
        "money.register_project",
        "money.project_registered",
        "/money/post-4/project",
        "",
        &[("title", "Skredstudie"), ("committed", "2025: 1 000")],
    ),
    (
        "money.change_project",
        "money.project_changed",
        "/money/project-1/change",
        "",
        &[("new", "2025: 2 000")],
    ),
    (
        "money.deliver_project",
        "money.project_delivered",
        "/money/project-1/deliver",
        "",
        &[("reference", "Rapport")],
    ),
    (
        "money.publish_project",
        "money.project_published",
        "/money/project-1/publish",
        "",
        &[("reference", "Arkivet")],
    ),
    ("money.cancel_project", "money.project_cancelled", "/money/project-1/cancel", "", &[]),
    (
        "money.forecast",
        "money.forecasted",
        "/money/post-4",
        "/forecast",
        &[("forecast-amount", "20 000 000")],
    ),
];

/// What is done to the letters and to who sees what.
const OTHER: [Step; 6] = [
    (
        "money.explain_variance",
        "money.variance_explained",
        "/money/post-4",
        "/explain",
        &[("explain-text", "Sent")],
    ),
    ("sharing.share", "sharing.shared", "/objects/assignment-1", "!/sharing", &[("act", "share")]),
    (
        "sharing.take_back",
        "sharing.taken_back",
        "/objects/assignment-1",
        "!/sharing",
        &[("act", "take-back")],
    ),
    ("sharing.submit", "sharing.submitted", "/objects/assignment-1", "!/sharing", &[("act", "submit")]),
    ("letters.meet_announcement", "letters.announcement_met", "/year/met", "", &[]),
    (
        "work.record_meeting",
        "work.meeting_recorded",
        "/calendar/meetings/meeting-1",
        "",
        &[("step", "called"), ("day", "2025-03-01")],
    ),
];

async fn walk(browser: &mut Browser, steps: &[Step], done: &mut BTreeSet<&'static str>) {
    for (kind, _, page, end, typed) in steps {
        let action = match end.strip_prefix('!') {
            Some(own) => format!("{BASE}{own}"),
            None => format!("{BASE}{page}{end}"),
        };
        let answer = browser.send_form(&format!("{BASE}{page}"), &action, typed).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{kind} at {page}: {}", answer.text);
        done.insert(kind);
    }
}

/// Accepts a finding and takes that back, lists it and takes it off.
async fn findings(browser: &mut Browser, done: &mut BTreeSet<&'static str>) {
    let list = browser.get(&format!("{BASE}/findings")).await;
    let name = list.text.split_once("<li class=\"finding\" id=\"").unwrap().1.split_once('"').unwrap().0;
    let page = format!("{BASE}/findings/{name}");
    for (kind, end, typed) in [
        ("letters.list_finding", "/list", ("note", "Hva gjelder?")),
        ("letters.unlist_finding", "/unlist", ("note", "")),
        ("letters.accept_finding", "/accept", ("reason", "Kjent")),
        ("letters.take_back_acceptance", "/take-back", ("back", "Likevel ikke")),
    ] {
        let answer = browser.send_form(&page, &format!("{page}{end}"), &[typed]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{kind} {}", answer.text);
        done.insert(kind);
    }
}

/// Books a file of actuals.
async fn actuals(browser: &mut Browser, done: &mut BTreeSet<&'static str>) {
    let page = format!("{BASE}/money/actuals");
    let token = browser.get(&page).await.token();
    let fields = [("token", token.as_str()), ("source", "ledger")];
    let preview = browser.upload_to(&page, &fields, "hovedbok.csv", LEDGER).await.to().to_owned();
    let booked = browser.send_form(&preview, &format!("{page}/book"), &[]).await;
    assert_eq!(booked.status, StatusCode::SEE_OTHER, "{}", booked.text);
    done.insert("money.import_actuals");
}

/// Opens the next year, takes its letter in, carries a commitment over and lets the year run.
async fn next_year(browser: &mut Browser, done: &mut BTreeSet<&'static str>) {
    let page = format!("{BASE}/year/next");
    assert_eq!(browser.send_form(&page, &page, &[]).await.to(), NEXT);
    let amendments = format!("{NEXT}/amendments");
    let token = browser.get(&amendments).await.token();
    let sent = browser.upload_to(&amendments, &[("token", &token)], "brev.md", LETTER_2026.as_bytes()).await;
    let to = sent.to().to_owned();
    let action = to.split('?').next().unwrap().to_owned();
    let received = browser.send_form(&to, &action, &[]).await;
    assert_eq!(received.status, StatusCode::SEE_OTHER, "{}", received.text);
    // No post of the new letter has the number of the one that paid.
    let carry = format!("{NEXT}/money/carry");
    let carried = browser.send_form(&format!("{NEXT}/money"), &carry, &[("carry-post", "1932.45")]).await;
    assert_eq!(carried.status, StatusCode::SEE_OTHER, "{}", carried.text);
    let page = format!("{NEXT}/year/stage");
    assert_eq!(browser.send_form(&page, &page, &[]).await.to(), amendments);
    done.extend(["letters.open_next", "letters.receive", "letters.set_stage", "money.carry"]);
}

/// Returns the kinds of all that was done in the two years.
async fn audit(program: &mut Program) -> BTreeSet<String> {
    let mut kinds = BTreeSet::new();
    for year in [BASE, NEXT] {
        let mut before = String::new();
        loop {
            let answer = program.get(&format!("/api/v1{year}/audit{before}")).await;
            let value: Value = serde_json::from_str(&answer.text).unwrap();
            let lines = value["lines"].as_array().unwrap();
            let Some(last) = lines.last() else { break };
            kinds.extend(lines.iter().map(|line| line["kind"].as_str().unwrap().to_owned()));
            before = format!("?before={}", last["seq"]);
        }
    }
    kinds
}

#[tokio::test]
async fn every_command_of_the_year_has_a_form_on_the_pages() {
    let mut browser = Browser::started("Direktoratet for fjellvett", FJELLVETT).await;
    let mut done = BTreeSet::from(["letters.start"]);
    browser.send_form("/admin/units", "/admin/units", &[("name", "Drift")]).await;
    for steps in [&WORK[..], &MEASURE, &MONEY, &OTHER] {
        walk(&mut browser, steps, &mut done).await;
    }
    tie(&mut browser, &mut done).await;
    findings(&mut browser, &mut done).await;
    actuals(&mut browser, &mut done).await;
    next_year(&mut browser, &mut done).await;
    let of_year = Command::KINDS.iter().filter(|kind| !kind.starts_with("directory."));
    let excused = |kind: &str| WITHOUT_FORM.iter().any(|(one, _)| *one == kind);
    let missing: Vec<&&str> = of_year.filter(|kind| !done.contains(**kind) && !excused(kind)).collect();
    assert!(missing.is_empty(), "no form does {missing:?}");
    let mut program = Program::of(&mut browser, "read").await;
    let audit = audit(&mut program).await;
    for (kind, event, ..) in WORK.iter().chain(&MEASURE).chain(&MONEY).chain(&OTHER) {
        assert!(audit.contains(*event), "{kind} did not give {event}: {audit:?}");
    }
}

/// Says with which report something comes, for the first assignment that has a deadline without a day.
async fn tie(browser: &mut Browser, done: &mut BTreeSet<&'static str>) {
    for number in 1..40 {
        let page = format!("{BASE}/objects/assignment-{number}/with-report");
        if browser.get(&page).await.status == StatusCode::OK {
            assert_eq!(browser.send_form(&page, &page, &[]).await.status, StatusCode::SEE_OTHER);
            done.insert("work.tie_to_report");
            return;
        }
    }
}

#[tokio::test]
async fn every_command_is_known_to_the_api() {
    let mut browser = Browser::at_year().await;
    let mut program = Program::of(&mut browser, "write").await;
    for kind in Command::KINDS {
        let (area, name) = kind.split_once('.').unwrap();
        // Nothing is said in it: the API tells what is missing, and that it knows the command.
        let answer = program.post(&json!({ "command": { area: { name: {} } } })).await;
        let excused = WITHOUT_API.iter().any(|(begin, _)| kind.starts_with(begin));
        if excused {
            assert!(answer.status.is_client_error(), "{kind}");
            continue;
        }
        let unknown = program.post(&json!({ "command": { area: { "nothing": {} } } })).await;
        assert!(unknown.text.contains("unknown variant"), "{}", unknown.text);
        assert!(!answer.text.contains("unknown variant"), "{kind}: {}", answer.text);
    }
}
