//! What is wrong in the letters of a year: each finding with what was decided about it, and the list of what the
//! ministry is to clarify.

mod clarify;
mod found;
mod shelf;
mod texts;

pub(crate) use found::Found;
pub(crate) use shelf::{Row, Said, Shelf};

use crate::fields::{Errors, Field, Kind, Summary};
use crate::form::Form;
use crate::frame::{Frame, send, sent_to, year_base};
use crate::house::House;
use crate::pages::stream;
use crate::problem::Problem;
use crate::site::{Typed, Visitor};
use crate::visit::{Values, Visit};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use styrbord_app::follow::events::letters::{Command as Decided, FindingKey};
use styrbord_app::follow::events::{Command, Stream};
use styrbord_app::texts::{Text, count};
use texts as words;

/// Returns the addresses of these pages.
pub(super) fn routes() -> Router<House> {
    Router::new()
        .route("/years/{agency}/{year}/findings", get(show_all))
        .route("/years/{agency}/{year}/findings/{finding}", get(show))
        .route("/years/{agency}/{year}/findings/{finding}/{deed}", post(decide))
        .merge(clarify::routes())
}

#[derive(Template)]
#[template(path = "findings.html")]
struct FindingsPage<'a> {
    frame: &'a Frame,
    shelf: &'a Shelf,
    /// The letters with the findings that are shown: name, and rows.
    groups: Vec<(String, Vec<Row>)>,
    /// Address, name, and whether it is the one that is shown.
    filters: Vec<(String, String, bool)>,
}

/// A choice of findings: its word in the address, its name, and which it shows.
type Filter = (&'static str, Text, fn(&Row) -> bool);

const FILTERS: [Filter; 4] = [
    ("open", words::OPEN, |row| row.accepted.is_none()),
    ("accepted", words::ACCEPTED, |row| row.accepted.is_some()),
    ("listed", words::LISTED, |row| row.listed.is_some()),
    ("all", words::ALL, |_| true),
];

/// Shows all findings of the year's letters, or some.
pub(crate) async fn show_all(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let at = (stream(&agency, &year)?, visit.as_of()?);
    let visitor = visit.person()?.clone();
    let asked = visit.query.get("show").unwrap_or("open").to_owned();
    let (frame, shelf, rows) = house
        .ask(move |house| {
            let (frame, shelf) = Shelf::load(house, &visit, &visitor, at)?;
            let rows = shelf.all(house, &visitor, frame.language)?;
            Ok((frame, shelf, rows))
        })
        .await?;
    let chosen = FILTERS.iter().find(|(word, ..)| *word == asked).unwrap_or(&FILTERS[0]);
    let day = frame.day_end().replacen('?', "&", 1);
    let filter = |(word, name, shows): &Filter| {
        let name = format!("{} ({})", frame.t(name), rows.iter().filter(|row| shows(row)).count());
        (format!("{}/findings?show={word}{day}", shelf.base), name, *word == chosen.0)
    };
    let filters = FILTERS.iter().map(filter).collect();
    let shown = rows.iter().filter(|row| (chosen.2)(row)).cloned();
    let groups = grouped(&shelf, shown, &frame);
    send(StatusCode::OK, &FindingsPage { frame: &frame, shelf: &shelf, groups, filters })
}

/// Puts findings under the names of their letters.
fn grouped(shelf: &Shelf, rows: impl Iterator<Item = Row>, frame: &Frame) -> Vec<(String, Vec<Row>)> {
    let mut groups: Vec<(String, Vec<Row>)> = Vec::new();
    let mut last = None;
    for row in rows {
        if last != Some(row.key.letter) {
            last = Some(row.key.letter);
            groups.push((shelf.letter_name(row.key.letter, frame.language), Vec::new()));
        }
        if let Some((_, rows)) = groups.last_mut() {
            rows.push(row);
        }
    }
    groups
}

/// Agency, year and finding, as they stand in the address.
type Address = Path<(String, String, String)>;

#[derive(Template)]
#[template(path = "finding.html")]
struct FindingPage<'a> {
    frame: &'a Frame,
    row: &'a Row,
    letter: String,
    base: String,
    decides: bool,
    history: Vec<Said>,
    summary: Summary,
    reason: Field,
    back: Field,
    note: Field,
}

/// Shows a finding.
pub(crate) async fn show(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year, finding)): Address,
) -> Result<Response, Problem> {
    let at = (stream(&agency, &year)?, finding);
    page(&house, &visit, at, &Values::default(), (&Errors::default(), StatusCode::OK)).await
}

async fn page(
    house: &House,
    visit: &Visit,
    (stream, name): (Stream, String),
    given: &Values,
    (errors, status): (&Errors, StatusCode),
) -> Result<Response, Problem> {
    let visitor = visit.person()?.clone();
    let (asks, at) = (visit.clone(), (stream, visit.as_of()?));
    let (frame, shelf, row) = house
        .ask(move |house| {
            let (frame, shelf) = Shelf::load(house, &asks, &visitor, at)?;
            let row = find(house, &shelf, &visitor, (&name, frame.language))?;
            Ok((frame, shelf, row))
        })
        .await?;
    let field = |name, label, hint| {
        let value = given.get(name).unwrap_or_default();
        Field::new(name, Kind::Long, frame.t(label)).hint(frame.t(hint)).value(value).wrong(errors)
    };
    let before = row.listed.as_ref().map(|listed| listed.words.clone()).unwrap_or_default();
    let note = field("note", words::NOTE, words::NOTE_HINT).optional();
    let page = FindingPage {
        letter: shelf.letter_name(row.key.letter, frame.language),
        base: shelf.base.clone(),
        decides: shelf.decides,
        history: shelf.history(&row.key, frame.language),
        summary: errors.summary(frame.language),
        reason: field("reason", words::REASON, words::REASON_HINT),
        back: field("back", words::BACK_REASON, words::BACK_HINT),
        note: if given.get("note").is_none() { note.value(before) } else { note },
        row: &row,
        frame: &frame,
    };
    send(status, &page)
}

fn find(
    house: &House,
    shelf: &Shelf,
    visitor: &Visitor,
    (name, language): (&str, styrbord_app::Language),
) -> Result<Row, Problem> {
    let rows = shelf.all(house, visitor, language)?;
    rows.into_iter().find(|row| row.name == name).ok_or(Problem::NotFound)
}

/// Decides something about a finding; when it is refused or came too late, shows it again with all that was typed.
pub(crate) async fn decide(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year, name, deed)): Path<(String, String, String, String)>,
    Form(given): Form,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    let visitor = visit.person()?.clone();
    let field = match deed.as_str() {
        "accept" => "reason",
        "take-back" => "back",
        "list" | "unlist" => "note",
        _ => return Err(Problem::NotFound),
    };
    let seen: u64 = given.get("seen").and_then(|seen| seen.parse().ok()).ok_or(Problem::Unreadable)?;
    let (asks, finding, words) = (visit.clone(), name.clone(), given.get(field).map(str::to_owned));
    let done = house
        .ask(move |house| {
            let (frame, shelf) = Shelf::load(house, &asks, &visitor, (stream, None))?;
            let row = find(house, &shelf, &visitor, (&finding, frame.language))?;
            if row.seen != seen {
                return Err(Problem::Conflict);
            }
            let typed =
                Typed { seen: Some((row.key.letter, shelf.touched(row.key.letter))), ..Typed::default() };
            house.site().submit(&visitor, stream, command(&deed, row.key, words), &typed)
        })
        .await;
    let base = year_base(stream);
    match done {
        Ok(()) if given.get("to") == Some("all") => Ok(sent_to(&format!("{base}/findings#{name}"))),
        Ok(()) if given.get("to") == Some("list") => Ok(sent_to(&format!("{base}/clarifications"))),
        Ok(()) => Ok(sent_to(&format!("{base}/findings/{name}"))),
        Err(problem @ (Problem::Conflict | Problem::Refused(_))) => {
            let mut errors = Errors::default();
            let language = visit.language;
            errors.add(field, format!("{}. {}", problem.sentence(language), problem.help(language)));
            page(&house, &visit, (stream, name), &given, (&errors, problem.status())).await
        }
        Err(problem) => Err(problem),
    }
}

fn command(deed: &str, finding: FindingKey, words: Option<String>) -> Command {
    Command::Letters(match deed {
        "accept" => Decided::AcceptFinding { finding, reason: words.unwrap_or_default() },
        "take-back" => Decided::TakeBackAcceptance { finding, reason: words.unwrap_or_default() },
        "list" => Decided::ListFinding { finding, note: words },
        _ => Decided::UnlistFinding { finding },
    })
}

/// Returns `3 errors, 1 warning` of what is not accepted; nothing when all is.
pub(crate) fn counted(rows: &[Row], frame: &Frame) -> Vec<(&'static str, String)> {
    use styrbord_app::Severity;
    let all = [
        (Severity::Error, words::ERRORS),
        (Severity::Warning, words::WARNINGS),
        (Severity::Info, words::NOTES),
    ];
    let counts = all.into_iter().map(|(severity, noun)| {
        let open = rows.iter().filter(|row| row.rank == severity && row.accepted.is_none());
        let color = crate::pages::names::severity_color(severity);
        (open.count(), color, noun)
    });
    let found = counts.filter(|(number, ..)| *number > 0);
    found.map(|(number, color, noun)| (color, count(number, noun, frame.language))).collect()
}
