//! A letter that is to be taken in: what it would change, what it leaves open, and the taking in.

use super::changes::{Group, Money, Places, counted, groups};
use super::texts as said;
use super::{CORRECTION, KINDS};
use crate::fields::{Errors, Summary};
use crate::form::Form;
use crate::frame::{Frame, send, sent_to, year_base};
use crate::house::House;
use crate::pages::{names, stream};
use crate::problem::Problem;
use crate::site::{Intake, Rehearsed, Visitor};
use crate::visit::{Values, Visit};
use crate::written;
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use styrbord_app::follow::events::letters::DocumentKind;
use styrbord_app::follow::events::{Hash, ObjectId, Stream};
use styrbord_app::follow::{
    Answers, Failure, Incoming, OnlyChanges, Question, Reception, Why, incoming, only_changes,
};
use styrbord_app::texts::{Text, join};

pub(super) fn routes() -> Router<House> {
    Router::new().route("/years/{agency}/{year}/amendments/new/{sum}", get(show).post(take_in))
}

type Address = Path<(String, String, String)>;

#[derive(Template)]
#[template(path = "intake.html")]
struct IntakePage<'a> {
    frame: &'a Frame,
    address: String,
    base: String,
    kind: String,
    title: String,
    day: String,
    counted: String,
    groups: Vec<Group>,
    money: Money,
    /// What is awaited: id and words, and whether it is said to come with the letter.
    awaited: Vec<(String, String, bool)>,
    kept: Vec<(String, String)>,
    seen: u64,
    summary: Summary,
}

#[derive(Template)]
#[template(path = "questions.html")]
struct QuestionsPage<'a> {
    frame: &'a Frame,
    address: String,
    base: String,
    title: String,
    questions: Vec<Asked>,
    kept: Vec<(String, String)>,
    summary: Summary,
}

/// A question with what can be answered.
struct Asked {
    number: usize,
    why: &'static str,
    name: String,
    place: String,
    lines: Vec<String>,
    /// Value, words, and whether it is chosen.
    answers: Vec<(String, String, bool)>,
    error: String,
}

/// What a letter and its form give.
struct Tried {
    frame: Frame,
    incoming: Incoming,
    seen: u64,
    awaited: Vec<(String, String, bool)>,
    rehearsed: Result<Rehearsed, Problem>,
}

/// Shows what a letter would change, or what it leaves open.
pub(crate) async fn show(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year, sum)): Address,
) -> Result<Response, Problem> {
    let at = (stream(&agency, &year)?, Hash::parse(&sum).ok_or(Problem::NotFound)?);
    let given = visit.query.clone();
    page(&house, &visit, at, given, (Errors::default(), StatusCode::OK)).await
}

async fn page(
    house: &House,
    visit: &Visit,
    (stream, sum): (Stream, Hash),
    given: Values,
    (mut errors, status): (Errors, StatusCode),
) -> Result<Response, Problem> {
    let visitor = visit.person()?.clone();
    let (asks, form) = (visit.clone(), given.clone());
    let tried = house.ask(move |house| attempt(house, &asks, &visitor, (stream, sum), &form)).await?;
    let Tried { frame, incoming, seen, awaited, rehearsed } = tried;
    let address = format!("{}/amendments/new/{sum}", year_base(stream));
    let base = year_base(stream);
    match rehearsed {
        Ok(Rehearsed::Received(received)) => {
            let only = only_changes(&received.book, stream, received.letter);
            let OnlyChanges { letter, changes, parts, money } = only.ok_or(Problem::NotFound)?;
            let places = Places::of(stream, &frame, Some(received.letter));
            let page = IntakePage {
                kind: names::unsaid_kind(&letter.document, frame.language).to_owned(),
                title: letter.document.title.clone(),
                day: written::date(letter.on, frame.language),
                counted: counted(&changes.changes, &frame),
                groups: groups(&changes.changes, &parts, &places, &frame),
                money: Money::of(&money, &frame),
                kept: kept(&given, |name| name != "meets"),
                summary: errors.summary(frame.language),
                awaited,
                address,
                base,
                seen,
                frame: &frame,
            };
            send(status, &page)
        }
        Ok(Rehearsed::Asked(questions)) => {
            let language = frame.language;
            let has_some = questions.iter().any(|one| given.get(&name(one.number)).is_some());
            let show = |one: &Question| asked(one, &given, has_some, &frame);
            let shown: Vec<Asked> = questions.iter().map(show).collect();
            if has_some && errors.is_empty() {
                for question in shown.iter().filter(|one| !one.error.is_empty()) {
                    errors.add_at(name(question.number), question.error.clone());
                }
            }
            let status = if errors.is_empty() { status } else { StatusCode::UNPROCESSABLE_ENTITY };
            let page = QuestionsPage {
                title: incoming.title,
                questions: shown,
                kept: kept(&given, |name| !name.starts_with("answer-")),
                summary: errors.summary(language),
                address,
                base,
                frame: &frame,
            };
            send(status, &page)
        }
        Err(problem @ (Problem::Unfit(_) | Problem::Refused(_))) => {
            let language = visit.language;
            let help =
                if matches!(problem, Problem::Refused(_)) { problem.help(language) } else { String::new() };
            let mut errors = Errors::default();
            errors.add("file", join([problem.sentence(language), help], ". "));
            super::page(house, visit, stream, &given, &errors).await
        }
        Err(problem) => Err(problem),
    }
}

/// Reads the letter and rehearses it. Answers to questions that are no longer asked are left out, and all is asked anew.
fn attempt(
    house: &House,
    visit: &Visit,
    visitor: &Visitor,
    (stream, sum): (Stream, Hash),
    given: &Values,
) -> Result<Tried, Problem> {
    let chosen: Vec<ObjectId> = meets(given);
    let (frame, seen, awaited, main) = house.site().look(visitor, stream, None, |looked| {
        let frame = Frame::of_year(house, visit, looked, None);
        let state = &looked.year.letters;
        let announced = |(id, part): (ObjectId, &styrbord_app::follow::events::letters::Part)| {
            (id.to_string(), part.value.title().to_owned(), chosen.contains(&id))
        };
        let awaited: Vec<_> = state.awaited().map(announced).collect();
        (frame, looked.book.version(stream), awaited, state.main_letter())
    })?;
    let bytes = house.site().file(visitor, sum)?;
    let incoming = incoming(given.get("file").unwrap_or("brev"), &bytes).map_err(Failure::from)?;
    let try_with = |intake: Result<Intake, Problem>| {
        intake.and_then(|intake| house.site().rehearse(visitor, stream, &incoming, &intake))
    };
    let mut rehearsed = try_with(intake(given, main));
    if let Err(Problem::Unfit(_)) = rehearsed {
        let bare = intake(given, main).map(|intake| Intake {
            reception: Reception { answers: Answers::default(), ..intake.reception },
            ..intake
        });
        if let Ok(Rehearsed::Asked(questions)) = try_with(bare.or_else(|_| intake(&unanswered(given), main)))
        {
            rehearsed = Ok(Rehearsed::Asked(questions));
        }
    }
    Ok(Tried { frame, incoming, seen, awaited, rehearsed })
}

fn unanswered(given: &Values) -> Values {
    let mut rest = Values::default();
    for (name, value) in given.iter().filter(|(name, _)| !name.starts_with("answer-")) {
        rest.push(name, value.to_owned());
    }
    rest
}

/// Returns how the form wants the letter taken in.
fn intake(given: &Values, main: Option<ObjectId>) -> Result<Intake, Problem> {
    let word = given.get("kind").unwrap_or_default();
    let kind = match (word, main) {
        (CORRECTION, Some(main)) => Some(DocumentKind::Correction(main)),
        _ => KINDS.iter().find(|(known, _)| *known == word).and_then(|(_, kind)| *kind),
    };
    let answers = given.iter().filter_map(|(name, value)| Some((name.strip_prefix("answer-")?, value)));
    let answers: Vec<String> = answers.map(|(number, value)| format!("{number}={value}")).collect();
    let answers = Answers::read(answers.iter().map(String::as_str)).map_err(Failure::from)?;
    let number = given.get("number").map(str::to_owned);
    let on = given.get("on").and_then(written::read_date);
    Ok(Intake { reception: Reception { kind, number, answers, meets: meets(given) }, on })
}

fn meets(given: &Values) -> Vec<ObjectId> {
    given.iter().filter(|(name, _)| *name == "meets").filter_map(|(_, id)| id.parse().ok()).collect()
}

/// Returns what the form carries on.
fn kept(given: &Values, keeps: impl Fn(&str) -> bool) -> Vec<(String, String)> {
    let known = |name: &str| {
        matches!(name, "file" | "kind" | "number" | "on" | "meets") || name.starts_with("answer-")
    };
    let pairs = given.iter().filter(|(name, _)| known(name) && keeps(name));
    pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

fn name(number: usize) -> String {
    format!("answer-{number}")
}

fn asked(question: &Question, given: &Values, has_some: bool, frame: &Frame) -> Asked {
    let chosen = given.get(&name(question.number)).unwrap_or_default();
    let option = |value: String, words: String| {
        let is_chosen = value == chosen;
        (value, words, is_chosen)
    };
    let follows = matches!(question.why, Why::ChangedSince | Why::GoneButChangedSince | Why::GoneButWorkedOn);
    let mut answers: Vec<_> = question
        .candidates
        .iter()
        .map(|one| {
            let title = names::title(&one.title, frame.language);
            let words = join([one.label.clone().unwrap_or_default(), title], " ");
            let words = if follows { frame.with(said::FOLLOW, words) } else { words };
            option(one.part.to_string(), words)
        })
        .collect();
    if question.may_be_new {
        answers.push(option("new".to_owned(), frame.t(said::NEW_PART).to_owned()));
    }
    answers.push(option("drop".to_owned(), frame.t(said::LEFT_OUT).to_owned()));
    let is_answered = answers.iter().any(|(.., is_chosen)| *is_chosen);
    let line = question.span.map(|spot| frame.with(said::LINE, spot.place.line));
    Asked {
        number: question.number,
        why: frame.t(why(question.why)),
        name: join([question.label.clone().unwrap_or_default(), question.title.clone()], " "),
        place: line.unwrap_or_default(),
        lines: question.lines.iter().filter(|line| !line.is_empty()).cloned().collect(),
        answers,
        error: if has_some && !is_answered {
            frame.with(said::ANSWER, question.number)
        } else {
            String::new()
        },
    }
}

fn why(why: Why) -> Text {
    match why {
        Why::Ambiguous => said::WHY_AMBIGUOUS,
        Why::Split => said::WHY_SPLIT,
        Why::Merged => said::WHY_MERGED,
        Why::LeftOver => said::WHY_LEFT_OVER,
        Why::ChangedSince => said::WHY_CHANGED_SINCE,
        Why::GoneButChangedSince => said::WHY_GONE,
        Why::GoneButWorkedOn => said::WHY_WORKED_ON,
        Why::UnclearRepeal => said::WHY_UNCLEAR_REPEAL,
        Why::UnknownRepeal => said::WHY_UNKNOWN_REPEAL,
    }
}

/// Takes the letter in; when the year is another than it was when its changes were shown, shows them anew.
pub(crate) async fn take_in(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year, sum)): Address,
    Form(given): Form,
) -> Result<Response, Problem> {
    let at = (stream(&agency, &year)?, Hash::parse(&sum).ok_or(Problem::NotFound)?);
    let (stream, hash) = at;
    let visitor = visit.person()?.clone();
    let seen: u64 = given.get("seen").and_then(|seen| seen.parse().ok()).ok_or(Problem::Unreadable)?;
    let form = given.clone();
    let done = house
        .ask(move |house| {
            let main =
                house.site().look(&visitor, stream, None, |looked| looked.year.letters.main_letter())?;
            let bytes = house.site().file(&visitor, hash)?;
            let read = incoming(form.get("file").unwrap_or("brev"), &bytes).map_err(Failure::from)?;
            house.site().receive(&visitor, stream, &read, (&intake(&form, main)?, seen))
        })
        .await;
    match done {
        Ok(letter) => Ok(sent_to(&format!("{}/amendments/{letter}?done=1", year_base(stream)))),
        Err(problem @ (Problem::Conflict | Problem::Unfit(_) | Problem::Refused(_))) => {
            let mut errors = Errors::default();
            let language = visit.language;
            errors.add("confirm", join([problem.sentence(language), problem.help(language)], ". "));
            page(&house, &visit, at, given, (errors, problem.status())).await
        }
        Err(problem) => Err(problem),
    }
}
