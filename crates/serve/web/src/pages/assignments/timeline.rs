//! The assignments of a year by month: what is due when, part by part.

use super::asked::Asked;
use super::rows::WorkRow;
use super::{Address, texts as words, worklist};
use crate::frame::{Frame, send};
use crate::house::House;
use crate::pages::{names, stream};
use crate::problem::Problem;
use crate::visit::Visit;
use crate::written;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use styrbord_app::Date;
use styrbord_app::follow::events::Stream;
use styrbord_app::follow::events::work::{Due, Status};

#[derive(Template)]
#[template(path = "timeline.html")]
struct TimelinePage<'a> {
    frame: &'a Frame,
    asked: Asked,
    columns: Vec<Month>,
    rows: Vec<Line>,
}

/// A column: a month of the year, or what lies outside it.
struct Month {
    name: String,
    is_now: bool,
}

/// An assignment with a cell for each column.
struct Line {
    address: String,
    label: String,
    title: String,
    cells: Vec<Vec<Mark>>,
}

/// One deadline.
struct Mark {
    /// The day as it stands in the cell.
    day: String,
    color: &'static str,
    /// A sign beside the colour.
    sign: &'static str,
    /// Part, day and status in words.
    words: String,
}

/// Shows the timeline of those that are asked for.
pub(crate) async fn show(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year)): Address,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    let today = visit.as_of()?.unwrap_or_else(|| house.site().today());
    let (frame, mut list) = worklist(&house, &visit, stream).await?;
    let asked = Asked::read(&visit.query);
    list.narrow(&asked);
    let year = budget_year(stream);
    let has_other = list.rows.iter().flat_map(|row| &row.dues).any(|due| column(due.date, year) == OTHER);
    let shown = if has_other { OTHER + 1 } else { OTHER };
    let columns = (0..shown)
        .map(|at| Month { name: name(at, &frame), is_now: column(Some(today), year) == at && at < OTHER });
    let page = TimelinePage {
        columns: columns.collect(),
        rows: list.rows.iter().map(|row| line(row, &frame, (year, shown, today))).collect(),
        asked,
        frame: &frame,
    };
    send(StatusCode::OK, &page)
}

/// The column of what lies in no month of the year.
const OTHER: usize = 12;

fn budget_year(stream: Stream) -> i16 {
    match stream {
        Stream::Year(_, year) => year,
        Stream::Directory => 0,
    }
}

fn column(date: Option<Date>, year: i16) -> usize {
    let here = date.filter(|date| date.year() == year);
    here.map_or(OTHER, |date| usize::from(date.month()).saturating_sub(1))
}

fn name(at: usize, frame: &Frame) -> String {
    let all = frame.t(words::MONTHS);
    all.split(' ').nth(at).map_or_else(|| frame.t(words::OTHER_TIME).to_owned(), str::to_owned)
}

fn line(row: &WorkRow, frame: &Frame, (year, shown, today): (i16, usize, Date)) -> Line {
    let base = frame.year.as_ref().map(|year| year.base.as_str()).unwrap_or_default();
    let mut cells: Vec<Vec<Mark>> = (0..shown).map(|_| Vec::new()).collect();
    for due in &row.dues {
        if let Some(cell) = cells.get_mut(column(due.date, year)) {
            cell.push(mark(due, row, frame, (year, today)));
        }
    }
    Line {
        address: format!("{base}/objects/{}{}", row.object, frame.day_end()),
        label: row.label.clone(),
        title: row.title.clone(),
        cells,
    }
}

fn mark(due: &Due, row: &WorkRow, frame: &Frame, (year, today): (i16, Date)) -> Mark {
    let is_late = !due.status.is_settled() && due.date.is_some_and(|date| date < today);
    let is_silent = due.status == Status::NotStarted && row.report.is_none();
    let (status, color) = names::reported((!is_silent).then_some(due.status));
    let (status, color) = if is_late { (words::OVERDUE, "danger") } else { (status, color) };
    let sign = match (is_late, due.status) {
        (true, _) | (_, Status::Delayed) => "!",
        (_, Status::Delivered | Status::Accepted) => "✓",
        (_, Status::AtRisk) => "?",
        (_, Status::Cancelled) => "×",
        _ => "",
    };
    let part = due.key.part.clone().unwrap_or_default();
    let day = match due.date {
        Some(date) if date.year() == year => format!("{}.", date.day()),
        Some(date) => written::short_date(date),
        None => frame.t(words::NO_DAY).to_owned(),
    };
    let date = due.date.map(|date| written::date(date, frame.language));
    let date = date.unwrap_or_else(|| due.printed.clone());
    let said = [part, date, frame.t(status).to_owned()];
    let said: Vec<String> = said.into_iter().filter(|text| !text.is_empty()).collect();
    Mark { day, color, sign, words: said.join(", ") }
}
