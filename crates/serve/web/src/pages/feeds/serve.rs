//! A feed as calendars fetch it.

use super::scope::{Scope, scopes};
use super::texts as words;
use crate::frame::Frame;
use crate::house::House;
use crate::pages::calendar::file;
use crate::problem::Problem;
use crate::site::hex;
use crate::visit::Visit;
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use styrbord_app::follow::events::letters::Stage;

/// As many years back a feed goes.
const YEARS_BACK: i16 = 1;

/// Sends what the owner of a feed may see now; nothing new when the calendar has it already.
pub(super) async fn serve(
    State(house): State<House>,
    visit: Visit,
    headers: HeaderMap,
    Path(file): Path<String>,
) -> Result<Response, Problem> {
    let secret = file.strip_suffix(".ics").ok_or(Problem::NotFound)?.to_owned();
    let origin = file::origin(&house, &headers);
    let text = house.ask(move |house| text(house, visit, &secret, &origin)).await?;
    let tag = format!("W/\"{}\"", hex(&Sha256::digest(&text)[..16]));
    let known = headers.get_all(IF_NONE_MATCH).into_iter().filter_map(|value| value.to_str().ok());
    let mut known = known.flat_map(|tags| tags.split(',')).map(str::trim);
    // It is asked for each time, so that one that was revoked is gone at once.
    let headers = [(CACHE_CONTROL, "private, no-cache".to_owned()), (ETAG, tag.clone())];
    if known.any(|one| one == "*" || one.trim_start_matches("W/") == tag.trim_start_matches("W/")) {
        return Ok((StatusCode::NOT_MODIFIED, headers).into_response());
    }
    Ok((headers, [(CONTENT_TYPE, file::MEDIA_TYPE)], text).into_response())
}

fn text(house: &House, mut visit: Visit, secret: &str, origin: &str) -> Result<String, Problem> {
    let (visitor, scope) = house.site().opened_feed(secret)?.ok_or(Problem::NotFound)?;
    let scope: Scope = scope.parse().map_err(|()| Problem::NotFound)?;
    visit.language = visitor.language.unwrap_or_default();
    visit.visitor = None;
    let frame = Frame::plain(house, &visit);
    let days = house.site().look_at_all(&visitor, |looked| {
        let is_past = looked.year.year < looked.day.year().saturating_sub(YEARS_BACK);
        if is_past || looked.year.letters.stage == Stage::Planning {
            return Vec::new();
        }
        let days = looked.calendar().into_iter().filter(|day| scope.takes(looked, day));
        days.map(|day| file::entry(looked, &frame, origin, &day)).collect::<Vec<_>>()
    })?;
    let (_, name) = scopes(house, &visitor, &frame)?.remove(&scope).unwrap_or_default();
    Ok(file::written(frame.with(words::NAME, name), days.into_iter().flatten().collect()))
}
