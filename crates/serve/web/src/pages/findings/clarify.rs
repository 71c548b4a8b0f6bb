//! The list of what the ministry is to clarify, on a page and as files to send.

use super::shelf::{Row, Shelf};
use super::{grouped, texts as words};
use crate::frame::{Frame, send};
use crate::house::House;
use crate::pages::stream;
use crate::problem::Problem;
use crate::visit::Visit;
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use styrbord_app::sheets::{Cell, Column, Kind, Table, to_csv};

pub(super) fn routes() -> Router<House> {
    Router::new()
        .route("/years/{agency}/{year}/clarifications", get(show))
        .route("/years/{agency}/{year}/clarifications.md", get(markdown))
        .route("/years/{agency}/{year}/clarifications.csv", get(csv))
}

type Address = Path<(String, String)>;

#[derive(Template)]
#[template(path = "clarifications.html")]
struct ClarifyPage<'a> {
    frame: &'a Frame,
    shelf: &'a Shelf,
    groups: Vec<(String, Vec<Row>)>,
}

/// The findings on the list, under the names of their letters.
struct Points {
    frame: Frame,
    shelf: Shelf,
    groups: Vec<(String, Vec<Row>)>,
}

async fn points(house: &House, visit: Visit, Path((agency, year)): Address) -> Result<Points, Problem> {
    let at = (stream(&agency, &year)?, visit.as_of()?);
    let visitor = visit.person()?.clone();
    house
        .ask(move |house| {
            let (frame, shelf) = Shelf::load(house, &visit, &visitor, at)?;
            let rows = shelf.all(house, &visitor, frame.language)?;
            let groups = grouped(&shelf, rows.into_iter().filter(|row| row.listed.is_some()), &frame);
            Ok(Points { frame, shelf, groups })
        })
        .await
}

/// Shows the list.
async fn show(State(house): State<House>, visit: Visit, address: Address) -> Result<Response, Problem> {
    let Points { frame, shelf, groups } = points(&house, visit, address).await?;
    send(StatusCode::OK, &ClarifyPage { frame: &frame, shelf: &shelf, groups })
}

/// Sends the list as Markdown.
async fn markdown(State(house): State<House>, visit: Visit, address: Address) -> Result<Response, Problem> {
    let points = points(&house, visit, address).await?;
    Ok(sent("text/markdown; charset=utf-8", "md", written(&points).into_bytes()))
}

/// Sends the list as CSV.
async fn csv(State(house): State<House>, visit: Visit, address: Address) -> Result<Response, Problem> {
    let points = points(&house, visit, address).await?;
    Ok(sent("text/csv; charset=utf-8", "csv", to_csv(&table(&points))))
}

fn sent(kind: &'static str, end: &str, text: Vec<u8>) -> Response {
    let name = format!("attachment; filename=\"avklaringer.{end}\"");
    ([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, name)], text).into_response()
}

fn written(points: &Points) -> String {
    let Points { frame, shelf, groups } = points;
    let mut blocks = vec![format!("# {}: {}", frame.t(words::CLARIFY), escaped(&shelf.title))];
    for (letter, rows) in groups {
        blocks.push(format!("## {}", escaped(letter)));
        blocks.extend((1_usize..).zip(rows).flat_map(|(number, row)| point(number, row, frame)));
    }
    if groups.is_empty() {
        blocks.push(frame.t(words::NOTHING_LISTED).to_owned());
    }
    blocks.join("\n\n") + "\n"
}

fn point(number: usize, row: &Row, frame: &Frame) -> Vec<String> {
    let found = &row.found;
    let quote = |quote: &super::found::Quote| {
        let note =
            if quote.note.is_empty() { String::new() } else { format!(" – {}", escaped(&quote.note)) };
        format!("   - {}: «{}»{note}", quote.place, escaped(&quote.words))
    };
    let quotes: Vec<String> = found.quotes.iter().map(quote).collect();
    let note = row.listed.as_ref().map(|listed| listed.words.as_str()).unwrap_or_default();
    let mut blocks = vec![
        format!("{number}. **{}** ({})", escaped(&found.message), found.severity),
        quotes.join("\n"),
        format!("   {}", escaped(&found.help)),
    ];
    if !note.trim().is_empty() {
        blocks.push(format!("   {}: {}", frame.t(words::NOTE), escaped(note)));
    }
    blocks
}

/// Returns words of a letter or a person as they stand in Markdown: on one line, and never as markup.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for sign in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        match sign {
            '<' => escaped.push_str("&lt;"),
            '&' => escaped.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '!' | '>' | '~' => {
                escaped.push('\\');
                escaped.push(sign);
            }
            _ => escaped.push(sign),
        }
    }
    escaped
}

fn table(points: &Points) -> Table {
    let Points { frame, groups, .. } = points;
    let columns = [
        (words::LETTER, 40),
        (words::PLACE, 20),
        (words::SEVERITY, 10),
        (words::CODE, 26),
        (words::FINDING, 60),
        (words::QUOTES, 60),
        (words::WHAT_TO_DO, 60),
        (words::NOTE, 40),
        (words::LISTED_BY, 20),
        (words::DAY, 18),
    ];
    let columns = columns.map(|(name, width)| Column::new(frame.t(name), Kind::Text, width));
    let mut rows = Vec::new();
    for (letter, points) in groups {
        rows.extend(points.iter().map(|point| cells(letter, point)));
    }
    Table { name: frame.t(words::LISTED).to_owned(), columns: columns.to_vec(), rows }
}

fn cells(letter: &str, row: &Row) -> Vec<Cell> {
    let found = &row.found;
    let places: Vec<&str> = found.quotes.iter().map(|quote| quote.place.as_str()).collect();
    let quotes: Vec<&str> = found.quotes.iter().map(|quote| quote.words.as_str()).collect();
    let said = row.listed.clone();
    let (note, who, day) = said.map(|said| (said.words, said.who, said.day)).unwrap_or_default();
    let (places, quotes) = (places.join("; "), quotes.join(" | "));
    let all: [&str; 10] = [
        letter,
        &places,
        found.severity,
        found.code,
        &found.message,
        &quotes,
        &found.help,
        &note,
        &who,
        &day,
    ];
    all.into_iter().map(Cell::text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_letters_say_is_no_markup() {
        assert_eq!(escaped("# a\n*b* <img>"), "\\# a \\*b\\* &lt;img\\>");
    }
}
