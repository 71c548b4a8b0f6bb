//! The research portfolio over the years: what is bound, what is new, what is free.

use super::claims::Links;
use super::tasks;
use super::texts as words;
use super::view::{Said, kroner, label, said};
use crate::frame::{Frame, send, year_base};
use crate::house::House;
use crate::pages::{names, stream};
use crate::problem::Problem;
use crate::site::Looked;
use crate::visit::Visit;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use std::collections::BTreeMap;
use styrbord_app::access::UseCase;
use styrbord_app::follow::events::letters::PartValue;
use styrbord_app::follow::events::money::{self, PortfolioRow, ProjectYear};
use styrbord_app::follow::events::{ObjectId, TextRef};

#[derive(Template)]
#[template(path = "money_portfolio.html")]
struct PortfolioPage<'a> {
    frame: &'a Frame,
    posts: Vec<OfPost>,
    money: String,
    words: Said,
}

/// The portfolio of a post.
struct OfPost {
    id: String,
    address: String,
    name: String,
    /// Where a project is registered, and what else begins with the post.
    begin: Links,
    /// Each year twice: what is bound and what is new in it.
    heads: Vec<String>,
    rows: Vec<Row>,
    sums: Vec<String>,
    /// What is free of what is allocated this year.
    free: Option<String>,
    /// Assignment, its address, bound and new in all years.
    assignments: Vec<(String, String, String, String)>,
}

/// A project.
struct Row {
    title: Option<TextRef>,
    printed: String,
    /// The number of the assignment that asks for it, and its address.
    assignment: Option<(String, String)>,
    cells: Vec<String>,
    is_cancelled: bool,
    links: Links,
}

impl PortfolioPage<'_> {
    fn said(&self, text: &TextRef) -> &str {
        said(&self.words, *text)
    }
}

/// Shows the portfolio of every post that has one.
pub(crate) async fn show(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    let (visitor, as_of) = (visit.person()?.clone(), visit.as_of()?);
    let (frame, posts, words) = house
        .ask(move |house| {
            let (frame, posts) = house.site().look(&visitor, stream, as_of, |looked| {
                if !looked.may(UseCase::ReadMoney, None) {
                    return Err(Problem::Forbidden);
                }
                let frame = Frame::of_year(house, &visit, looked, as_of);
                let posts = posts(looked, &frame);
                Ok((frame, posts))
            })??;
            let texts = posts.iter().flat_map(|post| &post.rows).filter_map(|row| row.title);
            let words = house.site().words(&visitor, texts.collect::<Vec<_>>())?;
            Ok((frame, posts, words))
        })
        .await?;
    let money = format!("{}/money{}", year_base(stream), frame.day_end());
    send(StatusCode::OK, &PortfolioPage { frame: &frame, posts, money, words })
}

fn posts(looked: &Looked<'_>, frame: &Frame) -> Vec<OfPost> {
    let base = year_base(looked.year.stream);
    let mut posts: Vec<((u32, u32), OfPost)> = Vec::new();
    for (id, part) in looked.year.letters.in_force() {
        let PartValue::Post { chapter, post } = &part.value else { continue };
        let portfolio = money::portfolio(looked.year, id);
        if portfolio.rows.is_empty() {
            continue;
        }
        let years: Vec<i16> = portfolio.years.keys().copied().collect();
        let sums: BTreeMap<i16, ProjectYear> = (portfolio.years.iter())
            .map(|(of, sums)| (*of, ProjectYear { committed: sums.committed, new: sums.new }))
            .collect();
        let this = portfolio.years.get(&looked.year.year).copied().unwrap_or_default();
        let heads = years
            .iter()
            .flat_map(|year| [frame.with(words::BOUND_IN, year), frame.with(words::NEW_IN, year)]);
        let of_post = OfPost {
            id: id.to_string(),
            address: format!("{base}/money/{id}{}", frame.day_end()),
            begin: tasks::links(looked, frame, Some(id)),
            name: format!("{} {}", label(*chapter, post.post), names::title(&post.title, frame.language)),
            heads: heads.collect(),
            rows: portfolio.rows.iter().map(|one| row(looked, frame, one, &years)).collect(),
            sums: cells(&sums, &years),
            free: this.free.map(|free| {
                words::FREE_OF.with(frame.language, &[&kroner(Some(free)), &kroner(this.allocated)])
            }),
            assignments: (portfolio.assignments.iter())
                .map(|(id, sums)| {
                    let (name, address) = link(looked, frame, *id);
                    (name, address, kroner(Some(sums.committed)), kroner(Some(sums.new)))
                })
                .collect(),
        };
        posts.push(((*chapter, post.post), of_post));
    }
    posts.sort_by_key(|(number, _)| *number);
    posts.into_iter().map(|(_, post)| post).collect()
}

fn row(looked: &Looked<'_>, frame: &Frame, row: &PortfolioRow, years: &[i16]) -> Row {
    let label = |id| looked.year.letters.parts.get(&id).and_then(|part| part.value.label());
    // A project of the letter has the assignment's own title.
    let shortened = |(name, address), id| match label(id).filter(|_| row.portion.is_some()) {
        Some(label) => (label, address),
        None => (name, address),
    };
    Row {
        title: row.title,
        printed: row.portion.clone().unwrap_or_default(),
        assignment: row.assignment.map(|id| shortened(link(looked, frame, id), id)),
        cells: cells(&row.amounts, years),
        is_cancelled: row.cancelled,
        links: row.project.map(|id| tasks::links(looked, frame, Some(id))).unwrap_or_default(),
    }
}

fn cells(amounts: &BTreeMap<i16, ProjectYear>, years: &[i16]) -> Vec<String> {
    let of = |year: &i16| amounts.get(year).copied();
    let both = years.iter().map(|year| of(year).map(|of| (of.committed, of.new)).unzip());
    both.flat_map(|(committed, new)| [kroner(committed), kroner(new)]).collect()
}

fn link(looked: &Looked<'_>, frame: &Frame, id: ObjectId) -> (String, String) {
    let part = looked.year.letters.parts.get(&id);
    let name = part.map(|part| {
        let title = names::title(part.value.title(), frame.language);
        format!("{} {title}", part.value.label().unwrap_or_default())
    });
    let address = format!("{}/objects/{id}{}", year_base(looked.year.stream), frame.day_end());
    (name.unwrap_or_else(|| id.to_string()).trim().to_owned(), address)
}
