//! The letter beside what was understood of it and what is wrong in it.

mod texts;
mod view;

use crate::frame::{Frame, send};
use crate::house::House;
use crate::pages::findings::{Shelf as Findings, counted};
use crate::pages::{outside, stream};
use crate::problem::Problem;
use crate::visit::Visit;
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use texts as words;
use view::{Seen, Shelf};

/// Returns the addresses of these pages.
pub(super) fn routes() -> Router<House> {
    Router::new().route("/years/{agency}/{year}/letter", get(show))
}

#[derive(Template)]
#[template(path = "letter.html")]
struct LetterPage<'a> {
    frame: &'a Frame,
    shelf: Shelf,
    seen: Seen,
}

/// Shows a letter of the year: the one that is asked for, else the year's own.
pub(crate) async fn show(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    if let Some(page) = outside::letter(&house, &visit, stream).await? {
        return Ok(page);
    }
    let (visitor, as_of) = (visit.person()?.clone(), visit.as_of()?);
    let (frame, shelf, seen) = house
        .ask(move |house| {
            let (frame, mut shelf, mut findings) = house.site().look(&visitor, stream, as_of, |looked| {
                let frame = Frame::of_year(house, &visit, looked, as_of);
                let shelf = Shelf::of(looked, &frame, visit.query.get("letter"));
                let findings = Findings::of(looked, &frame);
                (frame, shelf, findings)
            })?;
            let kept = match shelf.shown {
                Some((letter, Some(hash))) => {
                    house.site().file(&visitor, hash).map(|bytes| (letter, hash, bytes))
                }
                _ => Err(Problem::NotFound),
            };
            let (letter, hash, bytes) = match kept {
                Ok(kept) => kept,
                Err(Problem::NotFound) => return Ok((frame, shelf, Seen::default())),
                Err(problem) => return Err(problem),
            };
            let checked = house.letter(hash, &bytes)?;
            let mut rows = Vec::new();
            if let Some(findings) = &mut findings {
                findings.fill(house, &visitor)?;
                rows = findings.rows(letter, &checked.compiled.findings.findings, frame.language);
            }
            let counts = counted(&rows, &frame);
            let seen = Seen::of(checked.compiled.source.text(), &rows, &mut shelf, &frame);
            Ok((frame, shelf, Seen { counts, ..seen }))
        })
        .await?;
    send(StatusCode::OK, &LetterPage { frame: &frame, shelf, seen })
}
