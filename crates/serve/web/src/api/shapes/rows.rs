//! The rows within lists and objects: deadlines, events, money, series, findings, and what was shown.

use super::{Shape, anything, by_name, count, list, maybe, named, object, one_of, text, truth, whole};
use serde_json::{Map, Value, json};

/// Returns the shapes of all rows by their names.
pub(super) fn all() -> impl Iterator<Item = Shape> {
    parts().into_iter().chain(work()).chain(money()).chain(measured()).chain(judged())
}

/// Returns an object with one field, which says what it is.
fn tagged(of: &[(&str, Value)]) -> Value {
    let fields: Map<String, Value> =
        of.iter().map(|(name, shape)| ((*name).to_owned(), shape.clone())).collect();
    json!({
        "type": "object", "minProperties": 1, "maxProperties": 1,
        "additionalProperties": false, "properties": fields,
    })
}

fn either(of: &[Value]) -> Value {
    json!({ "anyOf": of })
}

/// Parts of the plan as letters have them.
fn parts() -> Vec<Shape> {
    let of_plan = [
        ("goal", "PlanGoal"),
        ("parameter", "PlanSteeringParameter"),
        ("requirement", "PlanRequirement"),
        ("assignment", "PlanAssignment"),
        ("chapter", "PlanChapter"),
        ("report", "PlanReport"),
        ("meeting", "PlanMeeting"),
        ("duty", "PlanDuty"),
        ("announcement", "PlanAnnouncement"),
        ("authorisation", "PlanAuthorisation"),
        ("direction", "PlanCommonDirection"),
        ("attachment", "PlanAttachment"),
    ];
    let post = object(&[("chapter", count()), ("post", named("PlanPost"))]);
    let values: Vec<(&str, Value)> =
        of_plan.iter().map(|(name, shape)| (*name, named(shape))).chain([("post", post)]).collect();
    let stated = object(&[("text", text()), ("span", maybe(&anything()))]);
    let cause =
        either(&[one_of(&["not_in_correction", "not_in_letter", "divided"]), tagged(&[("stated", stated)])]);
    let document = object(&[
        ("kind", text()),
        ("title", text()),
        ("number", maybe(&text())),
        ("date", maybe(&named("Day"))),
        ("hash", maybe(&text())),
    ]);
    let part = object(&[
        ("value", named("PartValue")),
        ("letter", named("Id")),
        ("repealed", maybe(&named("Cause"))),
    ]);
    let shown = object(&[
        ("visibility", one_of(&["shared", "submitted"])),
        ("at", named("Moment")),
        ("on", named("Day")),
        ("content", anything()),
    ]);
    let stamp = object(&[
        ("seq", count()),
        ("at", named("Moment")),
        ("on", named("Day")),
        ("actor", text()),
        ("reason", maybe(&text())),
    ]);
    vec![
        ("Moment", json!({ "type": "string", "format": "date-time" })),
        ("Stamp", stamp),
        ("PartValue", tagged(&values)),
        ("Cause", cause),
        ("Document", document),
        ("PlanPart", part),
        ("Shown", shown),
    ]
}

/// Deadlines, who answers, and what happened.
fn work() -> Vec<Shape> {
    let responsibility = object(&[
        ("owner", maybe(&named("Id"))),
        ("unit", maybe(&named("Id"))),
        ("lead", maybe(&named("Id"))),
        ("partners", list(&named("Id"))),
    ]);
    let holding = either(&[
        one_of(&["open"]),
        tagged(&[
            ("letter", named("Id")),
            ("reckoned", named("Id")),
            ("moved", count()),
            ("set", count()),
            ("report", named("Id")),
        ]),
    ]);
    let kinds = ["date", "recurring", "ongoing", "in_report", "period", "invalid", "none"];
    let deadline = object(&[
        ("key", text()),
        ("date", maybe(&named("Day"))),
        ("holding", holding),
        ("kind", one_of(&kinds)),
        ("printed", text()),
        ("lead", maybe(&text())),
        ("letter", named("Id")),
        ("span", maybe(&anything())),
        ("status", named("Status")),
    ]);
    let printed = object(&[
        ("letter", named("Id")),
        ("matched", maybe(&either(&[one_of(&["answered", "stated"]), tagged(&[("compared", text())])]))),
        ("deadlines", list(&named("PlanDeadline"))),
    ]);
    let repealed = object(&[("letter", named("Id")), ("cause", named("Cause"))]);
    let what = tagged(&[("printed", printed), ("repealed", repealed), ("done", tagged(&done()))]);
    vec![
        ("Responsibility", responsibility),
        ("Deadline", deadline),
        ("Event", object(&[("stamp", named("Stamp")), ("what", what)])),
    ]
}

/// What people do with work, as it stands in a history.
fn done() -> Vec<(&'static str, Value)> {
    let (id, day, said) = (|| ("object", named("Id")), || named("Day"), || ("comment", maybe(&text())));
    let key = || ("due", text());
    let some_key = || ("due", maybe(&text()));
    let with = |fields: &[(&'static str, Value)]| object(&[&[id()], fields].concat());
    let status = || ("status", named("Status"));
    let verdict =
        either(&[one_of(&["declined"]), tagged(&[("confirmed", object(&[("due", maybe(&day()))]))])]);
    vec![
        ("assigned", with(&[some_key(), ("responsibility", named("Responsibility"))])),
        (
            "status_reported",
            with(&[some_key(), status(), said(), ("delay", maybe(&text())), ("letter", maybe(&named("Id")))]),
        ),
        (
            "deadline_moved",
            with(&[key(), ("from", maybe(&day())), ("to", day()), ("agreed", anything()), said()]),
        ),
        ("schedule_set", with(&[key(), ("frequency", text()), ("first", day()), said()])),
        ("tied_to_report", with(&[key(), ("report", named("Id"))])),
        ("dependency_added", with(&[("on", named("Id")), said()])),
        ("dependency_removed", with(&[("on", named("Id")), said()])),
        (
            "deliverable_registered",
            with(&[
                ("deliverable", named("Id")),
                some_key(),
                ("title", text()),
                ("evidence", list(&anything())),
            ]),
        ),
        ("evidence_added", object(&[("deliverable", named("Id")), ("evidence", anything())])),
        (
            "deliverable_judged",
            object(&[
                ("deliverable", named("Id")),
                ("verdict", one_of(&["accepted", "returned", "withdrawn"])),
                ("letter", maybe(&named("Id"))),
                said(),
            ]),
        ),
        ("duty_judged", with(&[("verdict", verdict), said()])),
        ("materiality_marked", with(&[("material", truth()), ("why", text())])),
        ("meeting_recorded", with(&[("sitting", count()), ("step", either(&[text(), anything()])), said()])),
        ("carried_over", with(&[("from", named("Stream")), ("was", named("Id")), ("work", anything())])),
    ]
}

/// Chapters, posts, what is bound and what waits.
fn money() -> Vec<Shape> {
    let nok = || named("Nok");
    let sums = object(&[
        ("allocated", maybe(&nok())),
        ("sub_allocated", nok()),
        ("committed", nok()),
        ("outstanding", nok()),
        ("charged", nok()),
        ("actual", nok()),
        ("forecast", maybe(&nok())),
        ("uncommitted", maybe(&nok())),
        ("disposable", maybe(&nok())),
        ("variance", maybe(&nok())),
    ]);
    let month = object(&[("month", text()), ("state_accounts", nok()), ("ledger", nok())]);
    let divided = object(&[("whole", nok()), ("portions", nok()), ("undivided", nok())]);
    let keyword = one_of(&["transferable", "estimated", "usable_under", "other"]);
    let keyword = json!({ "type": "array", "prefixItems": [keyword, text()], "minItems": 2, "maxItems": 2 });
    let forecast = object(&[("amount", nok()), ("explanation", maybe(&text())), ("stamp", named("Stamp"))]);
    let explanation = object(&[("month", text()), ("text", text()), ("stamp", named("Stamp"))]);
    let post = object(&[
        ("object", named("Id")),
        ("post", count()),
        ("title", text()),
        ("repealed", truth()),
        ("keywords", list(&keyword)),
        ("appropriation", maybe(&nok())),
        ("share", maybe(&nok())),
        ("breakdown", list(&named("PlanPortion"))),
        ("divided", maybe(&divided)),
        ("sums", named("Sums")),
        ("actual", object(&[("months", by_name(&nok())), ("differences", list(&month))])),
        ("forecasts", list(&forecast)),
        ("explanations", list(&explanation)),
    ]);
    let chapter = object(&[
        ("chapter", count()),
        ("object", maybe(&named("Id"))),
        ("title", text()),
        ("stated", maybe(&nok())),
        ("posts", list(&named("PostMoney"))),
        ("sums", named("Sums")),
    ]);
    let check = object(&[
        ("kind", one_of(&["chapter_sum", "portions", "committed", "sub_allocated"])),
        ("chapter", count()),
        ("post", maybe(&count())),
        ("expected", nok()),
        ("found", nok()),
        ("holds", truth()),
    ]);
    let shapes = [("Sums", sums), ("PostMoney", post), ("ChapterMoney", chapter), ("Check", check)];
    shapes.into_iter().chain(bound()).collect()
}

/// What is bound, and what waits to be.
fn bound() -> [Shape; 2] {
    let (nok, id) = (|| named("Nok"), || named("Id"));
    let commitment = object(&[
        ("commitment", id()),
        ("post", id()),
        ("label", text()),
        ("title", maybe(&text())),
        ("recipient", maybe(&text())),
        ("assignment", maybe(&id())),
        ("amount_nok", nok()),
        ("drawn_nok", nok()),
        ("outstanding_nok", nok()),
        ("later", by_name(&nok())),
        ("closed", truth()),
        ("from", maybe(&object(&[("stream", named("Stream")), ("commitment", id())]))),
    ]);
    let waiting = object(&[
        ("commitment", id()),
        ("label", text()),
        ("title", maybe(&text())),
        ("amount_nok", nok()),
        ("post", maybe(&id())),
    ]);
    [("Commitment", commitment), ("Waiting", waiting)]
}

/// Series and how they stand.
fn measured() -> Vec<Shape> {
    let unit =
        either(&[one_of(&["percent", "kroner"]), tagged(&[("number", text()), ("grade", list(&text()))])]);
    let share = object(&[("numerator", count()), ("denominator", count()), ("percent", text())]);
    let reading = either(&[
        one_of(&["suppressed"]),
        tagged(&[("number", text()), ("share", share), ("grade", count())]),
    ]);
    let of_difference =
        either(&[one_of(&["percentage_points", "kroner", "steps"]), tagged(&[("number", text())])]);
    let difference = object(&[("amount", text()), ("unit", of_difference)]);
    let target = object(&[
        ("period", text()),
        ("level", tagged(&[("number", text()), ("grade", count())])),
        ("aim", text()),
        ("by", either(&[text(), anything()])),
    ]);
    let standing = object(&[
        ("period", text()),
        ("reading", reading),
        ("finality", text()),
        ("target", maybe(&target)),
        ("to_target", maybe(&difference)),
        ("met", maybe(&truth())),
        ("from_baseline", maybe(&difference)),
        ("broken", truth()),
    ]);
    let series = object(&[
        ("series", named("Id")),
        ("name", text()),
        ("under", maybe(&named("Id"))),
        ("unit", unit),
        ("standing", maybe(&standing)),
        ("closed", truth()),
    ]);
    vec![("Series", series)]
}

/// What is wrong in a letter.
fn judged() -> Vec<Shape> {
    let label = object(&[
        ("line", whole()),
        ("end_line", whole()),
        ("quote", text()),
        ("note", maybe(&named("Said"))),
    ]);
    let accepted = object(&[("reason", text()), ("who", text()), ("date", text())]);
    let finding = object(&[
        ("code", text()),
        ("severity", one_of(&["error", "warning", "info"])),
        ("message", named("Said")),
        ("labels", list(&label)),
        ("help", maybe(&named("Said"))),
        ("accepted", maybe(&accepted)),
    ]);
    vec![("Finding", finding)]
}
