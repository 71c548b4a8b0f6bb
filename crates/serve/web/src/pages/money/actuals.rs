//! Actuals from a file: sent in, looked at, and then booked or not. Nothing is kept before it is booked.

mod texts;
mod view;

use super::texts as money_words;
use crate::fields::{Choice, Errors, Field, Kind, Summary};
use crate::form::{Form, Upload};
use crate::frame::{Frame, send, sent_to, year_base};
use crate::house::House;
use crate::pages::stream;
use crate::problem::Problem;
use crate::site::Typed;
use crate::visit::{Values, Visit, encoded};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use std::sync::Arc;
use styrbord_app::access::UseCase;
use styrbord_app::follow::events::money::Command as MoneyCommand;
use styrbord_app::follow::events::money::import::{
    Extent, ImportChoice, Preview, Reading, preview, read_ledger, read_state_accounts,
};
use styrbord_app::follow::events::{Command, Stream};
use texts as words;
use view::{Earlier, Shown};

/// Returns the addresses of these pages.
pub(super) fn routes() -> Router<House> {
    Router::new()
        .route("/years/{agency}/{year}/money/actuals", get(show).post(upload))
        .route("/years/{agency}/{year}/money/actuals/book", post(book))
}

#[derive(Template)]
#[template(path = "money_actuals.html")]
struct ActualsPage<'a> {
    frame: &'a Frame,
    summary: Summary,
    address: String,
    money: String,
    earlier: Vec<Earlier>,
    /// What the file that was sent in would change.
    shown: Option<Shown>,
    source: Choice,
    agency: Field,
    file: Field,
    leave_out: Field,
    is_whole: bool,
    may_book: bool,
    /// Whether a file was just booked.
    is_booked: bool,
}

fn address(stream: Stream) -> String {
    format!("{}/money/actuals", year_base(stream))
}

/// Shows what was booked, and what the file that was sent in would change.
pub(crate) async fn show(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    let given = visit.query.clone();
    page(&house, &visit, stream, &given, &Errors::default(), StatusCode::OK).await
}

async fn page(
    house: &House,
    visit: &Visit,
    stream: Stream,
    given: &Values,
    errors: &Errors,
    status: StatusCode,
) -> Result<Response, Problem> {
    let (visitor, as_of) = (visit.person()?.clone(), visit.as_of()?);
    let mut wrong = errors.clone();
    let choice = match read_choice(given) {
        Ok(choice) => choice,
        Err(text) => {
            wrong.add("leave-out", words::NO_NUMBERS.with(visit.language, &[&text]));
            ImportChoice::default()
        }
    };
    let held = given.get("preview").and_then(|_| house.held(visitor.person, stream));
    let (asks, is_asked) = (visit.clone(), given.get("preview").is_some());
    let (frame, earlier, shown, may_book) = house
        .ask(move |house| {
            house.site().look(&visitor, stream, as_of, |looked| {
                if !looked.may(UseCase::ReadMoney, None) {
                    return Err(Problem::Forbidden);
                }
                let frame = Frame::of_year(house, &asks, looked, as_of);
                let may_book = as_of.is_none() && looked.may(UseCase::ManageMoney, None);
                let held = held.filter(|_| may_book);
                let shown = held.map(|held| {
                    let preview = preview(looked.year, &held, &choice);
                    Shown::of(looked, &frame, &held, &preview)
                });
                let earlier = view::earlier(looked, &frame);
                Ok((frame, earlier, shown, may_book))
            })?
        })
        .await?;
    if is_asked && shown.is_none() && wrong.is_empty() {
        wrong.add("file", frame.t(words::SEND_AGAIN));
    }
    let status =
        if wrong.is_empty() || status != StatusCode::OK { status } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = ActualsPage {
        summary: wrong.summary(visit.language),
        address: address(stream),
        money: format!("{}/money{}", year_base(stream), frame.day_end()),
        earlier,
        shown,
        source: source_choice(&frame, given),
        agency: Field::new("of", Kind::Text, frame.t(words::OF))
            .optional()
            .hint(frame.t(words::OF_HINT))
            .value(given.get("of").unwrap_or_default())
            .wrong(&wrong),
        file: Field::new("file", Kind::File, frame.t(words::FILE)).accepts(".csv,text/csv").wrong(&wrong),
        leave_out: Field::new("leave-out", Kind::Text, frame.t(words::LEAVE_OUT))
            .optional()
            .hint(frame.t(words::LEAVE_OUT_HINT))
            .value(given.get("leave-out").unwrap_or_default())
            .wrong(&wrong),
        is_whole: given.get("whole").is_some(),
        may_book,
        is_booked: given.get("booked").is_some(),
        frame: &frame,
    };
    send(status, &page)
}

fn source_choice(frame: &Frame, given: &Values) -> Choice {
    let now = given.get("source").unwrap_or("state");
    let options = [("state", words::STATE_ACCOUNTS), ("ledger", words::LEDGER)];
    let option = |(value, name): (&str, _)| {
        let name: styrbord_app::texts::Text = name;
        (value.to_owned(), frame.t(name).to_owned(), value == now)
    };
    let options = options.into_iter().map(option).collect();
    Choice { name: "source", label: frame.t(words::KIND), options, error: None }
}

/// Reads what is left out, `1932.46, 1940`, and how far the file reaches.
///
/// # Errors
/// What is no number of a chapter or post.
fn read_choice(given: &Values) -> Result<ImportChoice, String> {
    let text = given.get("leave-out").unwrap_or_default();
    let named = text.split([',', ';', ' ']).map(str::trim).filter(|text| !text.is_empty());
    let number = |text: &str| -> Option<(u32, Option<u32>)> {
        match text.split_once('.') {
            Some((chapter, post)) => Some((chapter.parse().ok()?, Some(post.parse().ok()?))),
            None => Some((text.parse().ok()?, None)),
        }
    };
    let leave_out: Result<Vec<_>, String> =
        named.map(|text| number(text).ok_or_else(|| text.to_owned())).collect();
    let extent = if given.get("whole").is_some() { Extent::WholeMonths } else { Extent::Listed };
    Ok(ImportChoice { extent, leave_out: leave_out? })
}

/// Reads a file and shows what it would change.
pub(crate) async fn upload(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year)): Path<(String, String)>,
    upload: Upload,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    let visitor = visit.person()?.clone();
    let given = upload.values.clone();
    let read = house
        .ask(move |house| {
            let may =
                house.site().look(&visitor, stream, None, |looked| looked.may(UseCase::ManageMoney, None))?;
            if !may {
                return Err(Problem::Forbidden);
            }
            let reading = read(&upload)?;
            house.hold(visitor.person, stream, reading);
            Ok(())
        })
        .await;
    match read {
        Ok(()) => Ok(sent_to(&format!("{}?preview=1", address(stream)))),
        Err(problem @ Problem::Refused(_)) => {
            let mut errors = Errors::default();
            let language = visit.language;
            errors.add("file", format!("{}. {}", problem.sentence(language), problem.help(language)));
            page(&house, &visit, stream, &given, &errors, problem.status()).await
        }
        Err(problem) => Err(problem),
    }
}

fn read(upload: &Upload) -> Result<Reading, Problem> {
    let (name, bytes) = (upload.name.as_str(), upload.bytes.as_slice());
    let reading = match upload.values.get("source") {
        Some("ledger") => read_ledger(name, bytes),
        Some("state") => read_state_accounts(name, bytes, upload.values.get("of")),
        _ => return Err(Problem::Unreadable),
    };
    reading.map_err(Problem::from)
}

/// Books the file that was looked at, all of it or nothing.
pub(crate) async fn book(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year)): Path<(String, String)>,
    Form(given): Form,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    let visitor = visit.person()?.clone();
    let held = house.held(visitor.person, stream);
    let held = held.filter(|held| given.get("sum") == Some(held.file.hash.to_string().as_str()));
    let Some(held) = held else {
        let mut errors = Errors::default();
        errors.add("file", words::SEND_AGAIN.get(visit.language));
        return page(&house, &visit, stream, &given, &errors, StatusCode::CONFLICT).await;
    };
    let choice = read_choice(&given).map_err(|_| Problem::Unreadable)?;
    let done = house.ask(move |house| booked(house, &visitor, stream, &held, choice)).await;
    match done {
        Ok(()) => Ok(sent_to(&format!("{}?booked=1", address(stream)))),
        Err(Problem::Refused(refusal)) if refusal.code != "not-allowed" => {
            let left = encoded(given.get("leave-out").unwrap_or_default());
            Ok(sent_to(&format!("{}?preview=1&leave-out={left}", address(stream))))
        }
        Err(problem) => Err(problem),
    }
}

fn booked(
    house: &House,
    visitor: &crate::site::Visitor,
    stream: Stream,
    held: &Arc<Reading>,
    choice: ImportChoice,
) -> Result<(), Problem> {
    let is_news = |preview: &Preview| preview.refused_count > 0 || preview.news().next().is_some();
    let is_news =
        house.site().look(visitor, stream, None, |looked| is_news(&preview(looked.year, held, &choice)))?;
    if is_news {
        let reading = Reading::clone(held);
        let command = Command::Money(MoneyCommand::ImportActuals { reading, choice });
        house.site().submit(visitor, stream, command, &Typed::default())?;
    }
    house.let_go(visitor.person, stream);
    Ok(())
}
