//! What the letters of a year changed, one after the other, and the taking in of another one.

mod between;
mod changes;
mod intake;
mod plan;
mod texts;
mod words;

use crate::fields::{Choice, Errors, Field, Kind, Summary};
use crate::form::Upload;
use crate::frame::{Frame, send, sent_to, year_base};
use crate::house::House;
use crate::pages::front::ACCEPTS;
use crate::pages::{names, stream, turn};
use crate::problem::Problem;
use crate::site::Looked;
use crate::visit::{Values, Visit, encoded};
use crate::written;
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use changes::{Group, Money, Places, counted, groups};
use styrbord_app::access::UseCase;
use styrbord_app::follow::events::letters::{DocumentKind, Held, Stage};
use styrbord_app::follow::events::{ObjectId, Stream};
use styrbord_app::follow::{Failure, LetterRow, YearError, incoming, letters, only_changes};
use texts as said;

/// Returns the addresses of these pages.
pub(super) fn routes() -> Router<House> {
    Router::new()
        .route("/years/{agency}/{year}/amendments", get(show).post(upload))
        .route("/years/{agency}/{year}/amendments/{letter}", get(only))
        .merge(between::routes())
        .merge(intake::routes())
        .merge(plan::routes())
}

#[derive(Template)]
#[template(path = "amendments.html")]
struct AmendmentsPage<'a> {
    frame: &'a Frame,
    base: String,
    rows: Vec<Row>,
    summary: Summary,
    /// Whether the visitor may take a letter in, now.
    takes: bool,
    /// What can be done to the year as a whole: address and name.
    tasks: Vec<(String, &'static str)>,
    file: Field,
    kind: Choice,
    number: Field,
    on: Field,
    from: Field,
    to: Field,
}

/// A letter of the year.
struct Row {
    kind: &'static str,
    title: String,
    number: String,
    day: String,
    /// What it changed, in brief.
    what: String,
    money: String,
    /// The page of its changes; empty for the one that gives the year its plan.
    changes: String,
    letter: String,
}

/// The kinds that can be chosen, with their words in the form; none for what the letter says itself.
const KINDS: [(&str, Option<DocumentKind>); 5] = [
    ("", None),
    ("supplement", Some(DocumentKind::Supplement)),
    ("instruction", Some(DocumentKind::Instruction)),
    ("circular", Some(DocumentKind::Circular)),
    ("order", Some(DocumentKind::Order)),
];
/// The word of a correction of the year's letter.
const CORRECTION: &str = "correction";

/// Shows the letters of the year and what each changed.
pub(crate) async fn show(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    page(&house, &visit, stream, &Values::default(), &Errors::default()).await
}

async fn page(
    house: &House,
    visit: &Visit,
    stream: Stream,
    given: &Values,
    errors: &Errors,
) -> Result<Response, Problem> {
    let visitor = visit.person()?.clone();
    let (asks, as_of) = (visit.clone(), visit.as_of()?);
    let (frame, rows, (takes, tasks), days) = house
        .ask(move |house| {
            house.site().look(&visitor, stream, as_of, |looked| {
                let frame = Frame::of_year(house, &asks, looked, as_of);
                let all = letters(looked.year);
                let rows = all.iter().map(|row| letter_row(looked, &frame, row)).collect::<Vec<_>>();
                let is_open = looked.year.letters.stage != Stage::Closed;
                let takes = as_of.is_none() && is_open && looked.may(UseCase::TakeInLetter, None);
                let first = all.first().map_or(looked.day, |row| row.on);
                let tasks = turn::links(looked, &frame);
                (frame, rows, (takes, tasks), [first, looked.day].map(|day| day.to_string()))
            })
        })
        .await?;
    let value = |name: &str| given.get(name).unwrap_or_default().to_owned();
    let typed = |name: &str, else_day: String| given.get(name).map_or(else_day, str::to_owned);
    let [first, today] = days;
    let file = Field::new("file", Kind::File, frame.t(said::FILE)).hint(frame.t(said::FILE_HINT));
    let page = AmendmentsPage {
        base: year_base(stream),
        rows,
        summary: errors.summary(frame.language),
        takes,
        tasks,
        file: file.accepts(ACCEPTS).wrong(errors),
        kind: kinds(&frame, &value("kind")),
        number: Field::new("number", Kind::Text, frame.t(said::OWN_NUMBER)).optional().value(value("number")),
        on: Field::new("on", Kind::Date, frame.t(said::ON))
            .hint(frame.t(said::ON_HINT))
            .optional()
            .value(value("on"))
            .wrong(errors),
        from: Field::new("from", Kind::Date, frame.t(said::FROM)).value(typed("from", first)).wrong(errors),
        to: Field::new("to", Kind::Date, frame.t(said::TO)).value(typed("to", today)),
        frame: &frame,
    };
    send(if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &page)
}

fn kinds(frame: &Frame, chosen: &str) -> Choice {
    let option = |word: &str, name: &str| (word.to_owned(), name.to_owned(), word == chosen);
    let mut options: Vec<(String, String, bool)> = KINDS
        .iter()
        .map(|(word, kind)| option(word, frame.t(kind.map_or(said::AS_SAID, names::document))))
        .collect();
    options.push(option(CORRECTION, frame.t(names::CORRECTION)));
    Choice { name: "kind", label: frame.t(said::KIND), options, error: None }
}

fn letter_row(looked: &Looked<'_>, frame: &Frame, row: &LetterRow) -> Row {
    let base = year_base(looked.year.stream);
    let state = &looked.year.letters;
    let is_first = state.main_letter().is_none_or(|main| row.letter <= main);
    let only = || only_changes(looked.book, looked.year.stream, row.letter).map(|only| only.changes.changes);
    let effect = state.money_effect(row.letter);
    let document = &row.document;
    Row {
        kind: names::unsaid_kind(document, frame.language),
        title: document.title.clone(),
        number: document.number.clone().unwrap_or_default(),
        day: written::date(row.on, frame.language),
        what: if is_first {
            frame.t(said::BEGINS).to_owned()
        } else {
            counted(&only().unwrap_or_default(), frame)
        },
        money: if effect.posts.is_empty() { String::new() } else { words::signed(effect.change_nok) },
        changes: if is_first {
            String::new()
        } else {
            format!("{base}/amendments/{}{}", row.letter, frame.day_end())
        },
        letter: format!("{base}/letter?letter={}{}", row.letter, frame.day_end().replacen('?', "&", 1)),
    }
}

/// Takes the file of a letter and goes to what it would change.
pub(crate) async fn upload(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year)): Path<(String, String)>,
    upload: Upload,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    let visitor = visit.person()?.clone();
    let given = upload.values.clone();
    let mut errors = Errors::default();
    if given.get("on").is_some_and(|on| written::read_date(on).is_none()) {
        errors.add("on", said::ON_WRONG.get(visit.language));
    }
    if upload.bytes.is_empty() && upload.name.is_empty() {
        errors.add("file", said::NO_FILE.get(visit.language));
    }
    if !errors.is_empty() {
        return page(&house, &visit, stream, &given, &errors).await;
    }
    let name = upload.name.clone();
    let any_text = matches!(given.get("kind"), Some("instruction" | "circular" | "order"));
    let kept = house
        .ask(move |house| {
            let may = house
                .site()
                .look(&visitor, stream, None, |looked| looked.may(UseCase::TakeInLetter, None))?;
            if !may {
                return Err(Problem::Forbidden);
            }
            let read = incoming(&upload.name, &upload.bytes).map_err(Failure::from)?;
            // A circular may say nothing that a year holds; a letter that does is the wrong file.
            if !any_text && Held::places(&read.plan).is_empty() && read.plan.repeals.is_empty() {
                return Err(Failure::Year(YearError::NoLetter(read.file)).into());
            }
            let checked = house.letter(read.hash, &upload.bytes)?;
            let kind = styrbord_app::follow::media_type(checked.compiled.source.format());
            house.site().keep_file(&visitor, kind, &upload.bytes)
        })
        .await;
    match kept {
        Ok(hash) => {
            let pair = |name: &&str| Some(format!("{name}={}", encoded(given.get(name)?)));
            let mut pairs = vec![format!("file={}", encoded(&name))];
            pairs.extend(["kind", "number", "on"].iter().filter_map(pair));
            Ok(sent_to(&format!("{}/amendments/new/{hash}?{}", year_base(stream), pairs.join("&"))))
        }
        Err(problem @ Problem::Unfit(_)) => {
            errors.add("file", problem.sentence(visit.language));
            page(&house, &visit, stream, &given, &errors).await
        }
        Err(problem) => Err(problem),
    }
}

#[derive(Template)]
#[template(path = "changes.html")]
struct ChangesPage<'a> {
    frame: &'a Frame,
    base: String,
    kicker: String,
    title: String,
    /// The day from which it holds, or what is compared.
    lead: String,
    done: bool,
    counted: String,
    groups: Vec<Group>,
    money: Money,
    met: Vec<String>,
}

/// Shows what one letter changed and nothing else.
pub(crate) async fn only(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year, letter)): Path<(String, String, String)>,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    let letter: ObjectId = letter.parse().map_err(|_| Problem::NotFound)?;
    let (visitor, as_of) = (visit.person()?.clone(), visit.as_of()?);
    let done = visit.query.get("done").is_some();
    let (frame, only, met) = house
        .ask(move |house| {
            house.site().look(&visitor, stream, as_of, |looked| {
                let frame = Frame::of_year(house, &visit, looked, as_of);
                let only = only_changes(looked.book, stream, letter).ok_or(Problem::NotFound)?;
                Ok((frame, only, met(looked.year, letter)))
            })?
        })
        .await?;
    let places = Places::of(stream, &frame, None);
    let page = ChangesPage {
        base: year_base(stream),
        kicker: names::unsaid_kind(&only.letter.document, frame.language).to_owned(),
        title: only.letter.document.title.clone(),
        lead: format!("{} {}", frame.t(said::IN_FORCE), written::date(only.letter.on, frame.language)),
        done,
        counted: counted(&only.changes.changes, &frame),
        groups: groups(&only.changes.changes, &only.parts, &places, &frame),
        money: Money::of(&only.money, &frame),
        met,
        frame: &frame,
    };
    send(StatusCode::OK, &page)
}

/// Returns what was announced and came with a letter.
fn met(year: &styrbord_app::follow::events::Year, letter: ObjectId) -> Vec<String> {
    let came = year.letters.met.iter().filter(|(_, met)| met.letter == letter);
    came.filter_map(|(id, _)| Some(year.letters.parts.get(id)?.value.title().to_owned())).collect()
}
