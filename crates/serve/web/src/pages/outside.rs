//! A year for those outside the agency: its ministry sees its own letters and plan, who takes part sees what is joint,
//! and both what was shown, as it was then. Every other page of the year is closed to them.

mod texts;
mod view;

use crate::frame::{Frame, FrameYear, send};
use crate::house::House;
use crate::pages::names;
use crate::problem::Problem;
use crate::site::Outside;
use crate::visit::Visit;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use styrbord_app::follow::events::{ObjectId, Stream};
use texts as words;
use view::{AssignmentRow, LetterSeen, ObjectSeen, OverviewSeen};

#[derive(Template)]
#[template(path = "outside_overview.html")]
struct OverviewPage<'a> {
    frame: &'a Frame,
    seen: OverviewSeen,
}

#[derive(Template)]
#[template(path = "outside_object.html")]
struct ObjectPage<'a> {
    frame: &'a Frame,
    seen: ObjectSeen,
}

#[derive(Template)]
#[template(path = "outside_assignments.html")]
struct AssignmentsPage<'a> {
    frame: &'a Frame,
    rows: Vec<AssignmentRow>,
}

#[derive(Template)]
#[template(path = "outside_letter.html")]
struct LetterPage<'a> {
    frame: &'a Frame,
    seen: LetterSeen,
}

/// Returns the year as the visitor sees it from outside; none when the visitor sees the inside.
///
/// # Errors
/// When the visitor sees nothing of it.
pub(super) async fn of(house: &House, visit: &Visit, stream: Stream) -> Result<Option<Outside>, Problem> {
    let (visitor, as_of) = (visit.person()?.clone(), visit.as_of()?);
    house.ask(move |house| house.site().outside(&visitor, stream, as_of)).await
}

/// Makes the frame of a page for those outside, with the pages that they may open.
pub(super) fn frame(house: &House, visit: &Visit, outside: &Outside) -> Result<Frame, Problem> {
    let year = FrameYear::outside(visit, outside, visit.as_of()?);
    Ok(Frame { year: Some(year), ..Frame::plain(house, visit) })
}

/// Shows the year at a glance to who sees it from outside.
pub(super) async fn overview(
    house: &House,
    visit: &Visit,
    stream: Stream,
) -> Result<Option<Response>, Problem> {
    let Some(outside) = of(house, visit, stream).await? else { return Ok(None) };
    let frame = frame(house, visit, &outside)?;
    let seen = OverviewSeen::of(&outside, &frame);
    send(StatusCode::OK, &OverviewPage { frame: &frame, seen }).map(Some)
}

/// Shows the assignments to who sees the year from outside.
pub(super) async fn assignments(
    house: &House,
    visit: &Visit,
    stream: Stream,
) -> Result<Option<Response>, Problem> {
    let Some(outside) = of(house, visit, stream).await? else { return Ok(None) };
    let frame = frame(house, visit, &outside)?;
    let rows = view::assignments(&outside, &frame);
    send(StatusCode::OK, &AssignmentsPage { frame: &frame, rows }).map(Some)
}

/// Shows what was shown of an object to who sees it from outside.
pub(super) async fn object(
    house: &House,
    visit: &Visit,
    (stream, object): (Stream, ObjectId),
) -> Result<Option<Response>, Problem> {
    let Some(outside) = of(house, visit, stream).await? else { return Ok(None) };
    let frame = frame(house, visit, &outside)?;
    let visitor = visit.person()?.clone();
    let mut seen = ObjectSeen::of(&outside, &frame, object).ok_or(Problem::NotFound)?;
    // The texts of what was shown, and no others.
    let mut texts = seen.texts();
    texts.retain(|text| outside.view.may_read.contains(text));
    let words = house.ask(move |house| house.site().words(&visitor, texts)).await?;
    seen.fill(&words, &frame);
    send(StatusCode::OK, &ObjectPage { frame: &frame, seen }).map(Some)
}

/// Shows the ministry one of its own letters, without what the agency found in it.
pub(super) async fn letter(
    house: &House,
    visit: &Visit,
    stream: Stream,
) -> Result<Option<Response>, Problem> {
    let Some(outside) = of(house, visit, stream).await? else { return Ok(None) };
    let frame = frame(house, visit, &outside)?;
    let mut seen = LetterSeen::of(&outside, &frame, visit.query.get("letter")).ok_or(Problem::NotFound)?;
    let visitor = visit.person()?.clone();
    if let Some(hash) = seen.hash {
        let lines = house.ask(move |house| super::search::lines_of(house, &visitor, hash)).await?;
        seen.fill(&lines.unwrap_or_default());
    }
    send(StatusCode::OK, &LetterPage { frame: &frame, seen }).map(Some)
}
