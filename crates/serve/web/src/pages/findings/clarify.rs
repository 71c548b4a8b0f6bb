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
use styrbord_app::sheets::inert;

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
    Ok(sent("text/markdown; charset=utf-8", "md", written(&points)))
}

/// Sends the list as CSV.
async fn csv(State(house): State<House>, visit: Visit, address: Address) -> Result<Response, Problem> {
    let points = points(&house, visit, address).await?;
    Ok(sent("text/csv; charset=utf-8", "csv", table(&points)))
}

fn sent(kind: &'static str, end: &str, text: String) -> Response {
    let name = format!("attachment; filename=\"avklaringer.{end}\"");
    ([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, name)], text).into_response()
}

fn written(points: &Points) -> String {
    let Points { frame, shelf, groups } = points;
    let mut text = format!("# {}: {}\n", frame.t(words::CLARIFY), escaped(&shelf.title));
    for (letter, rows) in groups {
        text.push_str(&format!("\n## {}\n", escaped(letter)));
        for (number, row) in (1_usize..).zip(rows) {
            text.push_str(&point(number, row, frame));
        }
    }
    if groups.is_empty() {
        text.push_str(&format!("\n{}\n", frame.t(words::NOTHING_LISTED)));
    }
    text
}

fn point(number: usize, row: &Row, frame: &Frame) -> String {
    let found = &row.found;
    let mut text = format!("\n{number}. **{}** ({})\n\n", escaped(&found.message), found.severity);
    for quote in &found.quotes {
        let note =
            if quote.note.is_empty() { String::new() } else { format!(" – {}", escaped(&quote.note)) };
        text.push_str(&format!("   - {}: «{}»{note}\n", quote.place, escaped(&quote.words)));
    }
    text.push_str(&format!("\n   {}\n", escaped(&found.help)));
    let note = row.listed.as_ref().map(|listed| listed.words.as_str()).unwrap_or_default();
    if !note.trim().is_empty() {
        text.push_str(&format!("\n   {}: {}\n", frame.t(words::NOTE), escaped(note)));
    }
    text
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

/// The first sign of a file, by which spreadsheets tell that it is UTF-8.
const MARK: &str = "\u{feff}";

fn table(points: &Points) -> String {
    let Points { frame, groups, .. } = points;
    let head = [
        words::LETTER,
        words::PLACE,
        words::SEVERITY,
        words::CODE,
        words::FINDING,
        words::QUOTES,
        words::WHAT_TO_DO,
        words::NOTE,
        words::LISTED_BY,
        words::DAY,
    ];
    let mut text = MARK.to_owned();
    text.push_str(&row_of(head.map(|name| frame.t(name).to_owned())));
    for (letter, rows) in groups {
        for row in rows {
            let found = &row.found;
            let places: Vec<&str> = found.quotes.iter().map(|quote| quote.place.as_str()).collect();
            let quotes: Vec<&str> = found.quotes.iter().map(|quote| quote.words.as_str()).collect();
            let said = row.listed.clone();
            let (note, who, day) = said.map(|said| (said.words, said.who, said.day)).unwrap_or_default();
            text.push_str(&row_of([
                letter.clone(),
                places.join("; "),
                found.severity.to_owned(),
                found.code.to_owned(),
                found.message.clone(),
                quotes.join(" | "),
                found.help.clone(),
                note,
                who,
                day,
            ]));
        }
    }
    text
}

/// Writes a row as Norwegian spreadsheets read it, between semicolons; no cell is run as a formula.
fn row_of<const N: usize>(cells: [String; N]) -> String {
    let cell = |cell: String| format!("\"{}\"", inert(&cell).replace('"', "\"\""));
    format!("{}\r\n", cells.map(cell).join(";"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_letters_say_is_no_markup_and_no_formula() {
        assert_eq!(escaped("# a\n*b* <img>"), "\\# a \\*b\\* &lt;img\\>");
        let row = row_of(["=1+1".to_owned(), "a\";b".to_owned(), "-2".to_owned()]);
        assert_eq!(row, "\"'=1+1\";\"a\"\";b\";\"'-2\"\r\n");
    }
}
