//! Days as files for other calendars.

use super::asked::kind_of;
use super::texts as words;
use super::view::suggestion;
use crate::frame::{Frame, year_base};
use crate::house::House;
use crate::pages::{names, stream};
use crate::problem::Problem;
use crate::site::Looked;
use crate::visit::Visit;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, HOST};
use axum::response::{IntoResponse, Response};
use styrbord_app::follow::CalendarDay;
use styrbord_app::follow::events::ObjectId;
use styrbord_app::sheets::{DayCalendar, DayEntry, UtcTime, icalendar};

/// After how many hours a calendar is to ask again.
const REFRESH_HOURS: u16 = 4;
/// The type of the file.
pub(crate) const MEDIA_TYPE: &str = "text/calendar; charset=utf-8";

/// Returns the address under which the browser knows this server; nothing when it does not say.
pub(crate) fn origin(house: &House, headers: &HeaderMap) -> String {
    let host = headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let is_plain = host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte));
    let scheme = if house.settings().https { "https" } else { "http" };
    if host.is_empty() || !is_plain { String::new() } else { format!("{scheme}://{host}") }
}

/// Writes a file with days.
pub(crate) fn written(name: String, entries: Vec<DayEntry>) -> String {
    icalendar(&DayCalendar { name, refresh_hours: REFRESH_HOURS, entries })
}

/// Returns a day as other calendars take it. It names nobody.
pub(crate) fn entry(looked: &Looked<'_>, frame: &Frame, origin: &str, day: &CalendarDay) -> DayEntry {
    let simulated = looked.year.simulated;
    let part = day.key.as_ref().and_then(|key| key.part.clone()).unwrap_or_default();
    let kind = frame.t(kind_of(day));
    let title = names::title(&day.title, frame.language);
    let mark = if simulated { frame.t(words::SIMULATED) } else { "" };
    let label = day.label.as_deref().unwrap_or_default();
    let said = [label, &title, &part, mark].into_iter().filter(|text| !text.is_empty());
    let printed = Some(&day.printed).filter(|printed| !printed.is_empty());
    let printed = printed.map(|printed| frame.with(words::PRINTED, printed)).unwrap_or_default();
    let simulated = if simulated { frame.t(words::SIMULATED_SAYS) } else { "" };
    let more = [printed, suggestion(day, frame), simulated.to_owned()];
    let more: Vec<String> = more.into_iter().filter(|text| !text.is_empty()).collect();
    let at = day.changed.at;
    DayEntry {
        uid: day.uid(looked.year),
        revision: day.revision,
        changed: UtcTime {
            day: at.date(),
            second: u32::try_from(at.millis().rem_euclid(86_400_000) / 1000).unwrap_or_default(),
        },
        day: day.date,
        cancelled: day.withdrawn,
        title: said.collect::<Vec<_>>().join(" "),
        description: more.join("\n"),
        categories: vec![kind.to_owned()],
        address: (!origin.is_empty())
            .then(|| format!("{origin}{}/objects/{}", year_base(looked.year.stream), day.object)),
    }
}

/// Sends the file of one day.
pub(super) async fn one(
    State(house): State<House>,
    visit: Visit,
    headers: HeaderMap,
    Path((agency, year, file)): Path<(String, String, String)>,
) -> Result<Response, Problem> {
    let object: ObjectId =
        file.strip_suffix(".ics").and_then(|object| object.parse().ok()).ok_or(Problem::NotFound)?;
    let stream = stream(&agency, &year)?;
    let (visitor, asks) = (visit.person()?.clone(), visit.clone());
    let text = house
        .ask(move |house| {
            let origin = origin(house, &headers);
            let text = house.site().look_by_object(&visitor, stream, None, |looked| {
                let frame = Frame::of_year(house, &asks, looked, None);
                let key = asks.query.get("due").unwrap_or_default();
                let mut days = looked.calendar().into_iter();
                let of = |day: &CalendarDay| day.key.as_ref().map(ToString::to_string).unwrap_or_default();
                let day = days.find(|day| day.object == object && of(day) == key)?;
                let name = names::title(&day.title, frame.language);
                Some(written(name, vec![entry(looked, &frame, &origin, &day)]))
            })?;
            text.ok_or(Problem::NotFound)
        })
        .await?;
    let name = format!("attachment; filename=\"{object}.ics\"");
    let headers = [(CONTENT_TYPE, MEDIA_TYPE.to_owned()), (CONTENT_DISPOSITION, name)];
    Ok((headers, text).into_response())
}
