//! The plan that holds when all letters are put together.

use super::texts as said;
use super::words as names_of;
use crate::frame::{Frame, send, year_base};
use crate::house::House;
use crate::pages::{names, stream};
use crate::problem::Problem;
use crate::site::Looked;
use crate::visit::Visit;
use crate::written;
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use styrbord_app::follow::events::ObjectId;
use styrbord_app::follow::events::letters::{Part, PartValue};

pub(super) fn routes() -> Router<House> {
    Router::new().route("/years/{agency}/{year}/amendments/plan", get(show))
}

#[derive(Template)]
#[template(path = "plan.html")]
struct PlanPage<'a> {
    frame: &'a Frame,
    base: String,
    /// Kind, and parts.
    groups: Vec<(&'static str, Vec<Row>)>,
}

/// A part that holds.
struct Row {
    label: String,
    title: String,
    amount: String,
    address: String,
    /// The letter that says so and the line, with its address; nothing when no letter does.
    place: Option<(String, String)>,
    /// What became of it since the year's letter, and the colour of that.
    mark: Option<(&'static str, &'static str)>,
}

/// Shows the plan.
pub(crate) async fn show(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    let (visitor, as_of) = (visit.person()?.clone(), visit.as_of()?);
    let (frame, groups) = house
        .ask(move |house| {
            house.site().look(&visitor, stream, as_of, |looked| {
                let frame = Frame::of_year(house, &visit, looked, as_of);
                let groups = groups(looked, &frame);
                (frame, groups)
            })
        })
        .await?;
    send(StatusCode::OK, &PlanPage { base: year_base(stream), groups, frame: &frame })
}

fn groups(looked: &Looked<'_>, frame: &Frame) -> Vec<(&'static str, Vec<Row>)> {
    let mut groups: Vec<(&'static str, Vec<Row>)> = Vec::new();
    for (id, part) in looked.year.letters.in_force() {
        let kind = frame.t(names::kinds(id.kind));
        if groups.last().is_none_or(|(last, _)| *last != kind) {
            groups.push((kind, Vec::new()));
        }
        if let Some((_, rows)) = groups.last_mut() {
            rows.push(row(looked, frame, id, part));
        }
    }
    groups
}

fn row(looked: &Looked<'_>, frame: &Frame, id: ObjectId, part: &Part) -> Row {
    let base = year_base(looked.year.stream);
    let day = frame.day_end();
    let main = looked.year.letters.main_letter();
    let first = part.history.first().map(|version| version.letter);
    let mark = match (main, first) {
        (Some(main), Some(first)) if first > main => {
            Some(names_of::status(styrbord_app::changes::Status::New))
        }
        (Some(main), _) if part.letter > main => {
            Some(names_of::status(styrbord_app::changes::Status::Changed))
        }
        _ => None,
    };
    let place = part.value.span().map(|spot| {
        let line = spot.place.line;
        let words =
            said::LETTER_LINE.with(frame.language, &[&part.letter.number, &frame.with(said::LINE, line)]);
        (words, format!("{base}/letter?letter={}{}#line-{line}", part.letter, day.replacen('?', "&", 1)))
    });
    let amount = match &part.value {
        PartValue::Post { post, .. } => post.amount_nok.map(written::amount).unwrap_or_default(),
        _ => String::new(),
    };
    Row {
        label: part.value.label().unwrap_or_default(),
        title: names::title(part.value.title(), frame.language),
        amount,
        address: format!("{base}/objects/{id}{day}"),
        place,
        mark: mark.map(|(text, color)| (color, frame.t(text))),
    }
}
