//! What the ministry and those who take part are shown: shared, submitted and taken back, one object or several.

mod section;
mod texts;
mod view;

pub(super) use section::Section;

use crate::fields::{Choice, Errors, Pager, Summary};
use crate::form::Form;
use crate::frame::{Frame, send, sent_to, year_base};
use crate::house::House;
use crate::pages::stream;
use crate::problem::Problem;
use crate::site::Typed;
use crate::visit::{Values, Visit};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use std::collections::BTreeSet;
use styrbord_app::access::UseCase;
use styrbord_app::follow::events::sharing::Command as Sharing;
use styrbord_app::follow::events::{Command, ObjectId, Stream};
use texts as words;
use view::{Asked, Row, Seen};

/// Returns the addresses of these pages.
pub(super) fn routes() -> Router<House> {
    Router::new().route("/years/{agency}/{year}/sharing", get(show).post(act))
}

#[derive(Template)]
#[template(path = "sharing.html")]
struct SharingPage<'a> {
    frame: &'a Frame,
    summary: Summary,
    filters: Vec<Choice>,
    rows: Vec<Row>,
    total: usize,
    pager: Pager,
    /// The address of the form: the page with what is asked for.
    action: String,
    may_share: bool,
    may_submit: bool,
}

/// Shows what is shared and what is not.
pub(crate) async fn show(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    page(&house, &visit, stream, &BTreeSet::new(), &Errors::default(), StatusCode::OK).await
}

async fn page(
    house: &House,
    visit: &Visit,
    stream: Stream,
    chosen: &BTreeSet<ObjectId>,
    errors: &Errors,
    status: StatusCode,
) -> Result<Response, Problem> {
    let visitor = visit.person()?.clone();
    let (asks, as_of, asked) = (visit.clone(), visit.as_of()?, Asked::read(&visit.query));
    let chosen = chosen.clone();
    let (frame, asked, seen) = house
        .ask(move |house| {
            let (frame, mut seen) = house.site().look(&visitor, stream, as_of, |looked| {
                let frame = Frame::of_year(house, &asks, looked, as_of);
                let seen = Seen::of(looked, &frame, &asked, &chosen);
                (frame, seen)
            })?;
            let words = house.site().words(&visitor, seen.texts())?;
            seen.fill(&words, &frame);
            Ok((frame, asked, seen))
        })
        .await?;
    let page = SharingPage {
        summary: errors.summary(visit.language),
        pager: asked.pager(&frame, seen.total),
        action: asked.action(stream),
        may_share: seen.may_share,
        may_submit: seen.may_submit,
        filters: seen.filters,
        rows: seen.rows,
        total: seen.total,
        frame: &frame,
    };
    send(status, &page)
}

/// What is done to the objects that were chosen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Act {
    Share,
    Submit,
    TakeBack,
}

impl Act {
    fn read(given: &Values) -> Result<Self, Problem> {
        match given.get("act") {
            Some("share") => Ok(Act::Share),
            Some("submit") => Ok(Act::Submit),
            Some("take-back") => Ok(Act::TakeBack),
            _ => Err(Problem::Unreadable),
        }
    }

    /// Returns the commands that do it. What is taken back is taken back one by one.
    fn commands(self, objects: &[ObjectId]) -> Vec<Command> {
        let all = match self {
            Act::Share => vec![Sharing::Share { objects: objects.to_vec() }],
            Act::Submit => vec![Sharing::Submit { objects: objects.to_vec() }],
            Act::TakeBack => objects.iter().map(|object| Sharing::TakeBack { object: *object }).collect(),
        };
        all.into_iter().map(Command::Sharing).collect()
    }
}

/// Shares, submits or takes back the objects that were chosen.
pub(crate) async fn act(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year)): Path<(String, String)>,
    Form(given): Form,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    let act = Act::read(&given)?;
    let named =
        given.iter().filter(|(name, _)| *name == "object").map(|(_, value)| value.parse::<ObjectId>());
    let mut objects: Vec<ObjectId> = named.collect::<Result<_, _>>().map_err(|_| Problem::Unreadable)?;
    objects.dedup();
    let chosen: BTreeSet<ObjectId> = objects.iter().copied().collect();
    let mut errors = Errors::default();
    if objects.is_empty() {
        errors.add("objects", words::CHOOSE.get(visit.language));
        return page(&house, &visit, stream, &chosen, &errors, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    match done(&house, &visit, stream, act, &objects, &given).await {
        Ok(()) => {
            let base = year_base(stream);
            let object = given.get("back").and_then(|back| back.parse::<ObjectId>().ok());
            let back = || Asked::read(&visit.query).action(stream);
            Ok(sent_to(&object.map_or_else(back, |object| format!("{base}/objects/{object}#sharing"))))
        }
        Err(problem @ (Problem::Conflict | Problem::Refused(_))) => {
            let (sentence, help) = (problem.sentence(visit.language), problem.help(visit.language));
            errors.add("objects", format!("{sentence}. {help}"));
            page(&house, &visit, stream, &chosen, &errors, problem.status()).await
        }
        Err(problem) => Err(problem),
    }
}

/// Does it, when nothing that was chosen has changed since it was seen.
async fn done(
    house: &House,
    visit: &Visit,
    stream: Stream,
    act: Act,
    objects: &[ObjectId],
    given: &Values,
) -> Result<(), Problem> {
    let visitor = visit.person()?.clone();
    let version = |object: &ObjectId| {
        let seen = given.get(&format!("seen-{object}")).and_then(|seen| seen.parse::<u64>().ok());
        seen.map(|seen| (*object, seen)).ok_or(Problem::Unreadable)
    };
    let seen: Vec<(ObjectId, u64)> = objects.iter().map(version).collect::<Result<_, _>>()?;
    let commands = act.commands(objects);
    let use_case = if act == Act::Submit { UseCase::Submit } else { UseCase::Share };
    house
        .ask(move |house| {
            let (may, is_new) = house.site().look(&visitor, stream, None, |looked| {
                let may = seen.iter().all(|(object, _)| looked.may(use_case, Some(*object)));
                let same = |(object, seen): &(ObjectId, u64)| looked.book.touched(stream, *object) == *seen;
                (may, !seen.iter().all(same))
            })?;
            match (may, is_new) {
                (false, _) => return Err(Problem::Forbidden),
                (true, true) => return Err(Problem::Conflict),
                (true, false) => {}
            }
            for (number, command) in commands.into_iter().enumerate() {
                let typed = Typed { seen: seen.get(number).copied(), ..Typed::default() };
                house.site().submit(&visitor, stream, command, &typed)?;
            }
            Ok(())
        })
        .await
}
