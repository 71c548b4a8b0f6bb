//! Search in a year, or in all the years that the visitor sees.

mod texts;
mod view;

use crate::frame::{Frame, send, year_base};
use crate::house::House;
use crate::pages::{outside, shown, stream};
use crate::problem::Problem;
use crate::site::{Outside, Visitor};
use crate::visit::{Visit, encoded};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use std::collections::BTreeMap;
use std::sync::Arc;
use styrbord_app::Date;
use styrbord_app::access::UseCase;
use styrbord_app::follow::events::{Hash, ObjectId, Stream, TextRef};
use styrbord_app::search::{self, Entry, Found, Gathered, Index, Key};
use texts as words;
pub(super) use view::address;
use view::{Asked, Place};

/// Returns the addresses of these pages.
pub(super) fn routes() -> Router<House> {
    Router::new().route("/search", get(everywhere)).route("/years/{agency}/{year}/search", get(in_year))
}

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage<'a> {
    frame: &'a Frame,
    asked: Asked,
    title: String,
    places: Vec<Place>,
    total: usize,
    /// What to ask instead: the words, and the address.
    instead: Vec<(String, String)>,
}

/// Searches a year.
pub(crate) async fn in_year(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    let (visitor, as_of, asked) = (visit.person()?.clone(), visit.as_of()?, Asked::read(&visit.query));
    if let Some(seen) = outside::of(&house, &visit, stream).await? {
        let frame = outside::frame(&house, &visit, &seen)?;
        let words = asked.words.clone();
        let found = house.ask(move |house| ask_outside(house, &visitor, &seen, as_of, &words)).await?;
        let title = frame.t(words::TITLE).to_owned();
        return page(&frame, asked, title, vec![(String::new(), year_base(stream), found)]);
    }
    let (frame, asked, found) = house
        .ask(move |house| {
            let index = index_of(house, &visitor, stream, as_of)?;
            let (frame, found) = house.site().look(&visitor, stream, as_of, |looked| {
                let frame = Frame::of_year(house, &visit, looked, as_of);
                let may = |use_case, object| looked.may(use_case, Some(object));
                (frame, ask(&index, &asked.words, may))
            })?;
            Ok((frame, asked, found))
        })
        .await?;
    let base = year_base(stream);
    let title = frame.t(words::TITLE).to_owned();
    page(&frame, asked, title, vec![(String::new(), base, found)])
}

/// Returns what of a year answers a question, among what a visitor sees of it from inside.
///
/// # Errors
/// When there is no such year, or the journal cannot be read.
pub(crate) fn find(
    house: &House,
    visitor: &Visitor,
    (stream, as_of): (Stream, Option<Date>),
    question: &str,
) -> Result<Found, Problem> {
    let index = index_of(house, visitor, stream, as_of)?;
    house.site().look(visitor, stream, as_of, |looked| {
        ask(&index, question, |use_case, object| looked.may(use_case, Some(object)))
    })
}

/// Searches every year that the visitor sees.
pub(crate) async fn everywhere(State(house): State<House>, visit: Visit) -> Result<Response, Problem> {
    let (visitor, asked) = (visit.person()?.clone(), Asked::read(&visit.query));
    let frame = Frame::plain(&house, &visit);
    let (asked, found) = house
        .ask(move |house| {
            let mut found = Vec::new();
            for year in house.site().years(&visitor)? {
                let index = index_of(house, &visitor, year.stream, None)?;
                let hits = house.site().look(&visitor, year.stream, None, |looked| {
                    ask(&index, &asked.words, |use_case, object| looked.may(use_case, Some(object)))
                })?;
                found.push((format!("{} {}", year.agency, year.year), year_base(year.stream), hits));
            }
            for year in house.site().years_shown(&visitor)? {
                let Some(seen) = house.site().outside(&visitor, year.stream, None)? else { continue };
                let hits = ask_outside(house, &visitor, &seen, None, &asked.words)?;
                found.push((format!("{} {}", year.agency, year.year), year_base(year.stream), hits));
            }
            Ok((asked, found))
        })
        .await?;
    let title = frame.t(words::TITLE_ALL).to_owned();
    page(&frame, asked, title, found)
}

fn page(
    frame: &Frame,
    asked: Asked,
    title: String,
    found: Vec<(String, String, Found)>,
) -> Result<Response, Problem> {
    let total = found.iter().map(|(.., found)| found.hits.len()).sum();
    let mut instead: Vec<String> = Vec::new();
    if total == 0 {
        for other in found.iter().flat_map(|(.., found)| &found.instead) {
            if !instead.contains(other) {
                instead.push(other.clone());
            }
        }
    }
    let link = |words: String| {
        let address = format!("?q={}{}", encoded(&words), asked.day_end());
        (words, address)
    };
    let instead = instead.into_iter().map(link).collect();
    let filled = found.into_iter().filter(|(.., found)| !found.hits.is_empty());
    let places = filled.map(|(name, base, found)| Place::of(frame, &asked, (name, base), found)).collect();
    send(StatusCode::OK, &SearchPage { frame, asked, title, places, total, instead })
}

/// Asks an index for what the visitor may see; each object is asked about once.
fn ask(index: &Index, question: &str, may: impl Fn(UseCase, ObjectId) -> bool) -> Found {
    let known = std::cell::RefCell::new(BTreeMap::new());
    index.ask(question, |entry: &Entry| {
        let Some(needs) = entry.needs else { return true };
        *known.borrow_mut().entry(needs).or_insert_with(|| may(needs.0, needs.1))
    })
}

/// Asks for what somebody outside the agency sees; nothing else is in that index.
fn ask_outside(
    house: &House,
    visitor: &Visitor,
    seen: &Outside,
    day: Option<Date>,
    question: &str,
) -> Result<Found, Problem> {
    let key = Key { seq: seen.seq, stream: seen.view.stream, day, viewer: Some(seen.viewer) };
    let index = match house.searches().get(key) {
        Some(index) => index,
        None => made(house, visitor, key, search::gather_shown(&seen.view), &seen.erased)?,
    };
    Ok(ask(&index, question, |_, object| {
        seen.view.letters.contains_key(&object) || seen.view.plan.contains_key(&object)
    }))
}

/// Returns the index of a year, made anew when something was written since.
fn index_of(
    house: &House,
    visitor: &Visitor,
    stream: Stream,
    day: Option<Date>,
) -> Result<Arc<Index>, Problem> {
    let shelf = house.searches();
    let (key, known, gathered, erased) = house.site().look(visitor, stream, day, |looked| {
        let key = Key { seq: looked.present.0.seq, stream, day, viewer: None };
        let known = shelf.get(key);
        let gathered = if known.is_some() { None } else { looked.gather() };
        (key, known, gathered, looked.present.0.erased.clone())
    })?;
    match known {
        Some(index) => Ok(index),
        None => made(house, visitor, key, gathered.unwrap_or_default(), &erased),
    }
}

/// Makes an index and keeps it until something is written.
fn made(
    house: &House,
    visitor: &Visitor,
    key: Key,
    gathered: Gathered,
    erased: &std::collections::BTreeSet<TextRef>,
) -> Result<Arc<Index>, Problem> {
    let shelf = house.searches();
    let texts = gathered.texts();
    let mut said = shelf.words(&texts, erased);
    let missing = texts.into_iter().filter(|text| !said.contains_key(text) && !erased.contains(text));
    let read: shown::Words = house.site().words(visitor, missing.collect::<Vec<_>>())?;
    let read: Vec<(TextRef, String)> =
        read.into_iter().filter_map(|(text, said)| Some((text, said?))).collect();
    shelf.keep_words(read.iter().cloned());
    said.extend(read);
    let mut lines = BTreeMap::new();
    for hash in gathered.files() {
        if let Some(known) = lines_of(house, visitor, hash)? {
            lines.insert(hash, known);
        }
    }
    let index = Arc::new(gathered.index(&said, &lines));
    shelf.put(key, &index);
    Ok(index)
}

/// Returns the lines of a letter; none when its file is not kept.
pub(super) fn lines_of(
    house: &House,
    visitor: &Visitor,
    hash: Hash,
) -> Result<Option<Arc<Vec<String>>>, Problem> {
    let shelf = house.searches();
    if let Some(known) = shelf.lines(hash) {
        return Ok(Some(known));
    }
    match house.site().file(visitor, hash) {
        Ok(bytes) => {
            let lines = Arc::new(search::lines(&bytes).unwrap_or_default());
            shelf.keep_lines(hash, &lines);
            Ok(Some(lines))
        }
        Err(Problem::NotFound) => Ok(None),
        Err(problem) => Err(problem),
    }
}
