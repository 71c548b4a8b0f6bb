//! One post: what there is, what it is divided into, who has it, how it goes, and all that happened to it.

use super::claims::{self, ChargeRow, Links, ProjectRow, ShareRow};
use super::deeds::{Deed, submit};
use super::drawn;
use super::findings::{self, Found, Shelf};
use super::forms::{self, MoneyForm};
use super::history::{self, Line};
use super::tasks;
use super::texts as words;
use super::view::{HEADS, PortionRow, Said, cells, defect, kroner, label, notes, portions, said};
use crate::fields::{Errors, Summary};
use crate::form::Form;
use crate::frame::{Frame, send, sent_to, year_base};
use crate::house::House;
use crate::pages::measured::Drawing;
use crate::pages::{names, stream};
use crate::problem::Problem;
use crate::site::Looked;
use crate::visit::{Values, Visit};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use styrbord_app::access::UseCase;
use styrbord_app::follow::events::letters::PartValue;
use styrbord_app::follow::events::money::{self, Recipient};
use styrbord_app::follow::events::{ObjectId, ObjectKind, Stream, TextRef};
use styrbord_app::follow::{letters, post_named};

#[derive(Template)]
#[template(path = "money_post.html")]
struct PostPage<'a> {
    frame: &'a Frame,
    summary: Summary,
    seen: Seen,
    forms: Vec<MoneyForm>,
}

/// A post.
struct Seen {
    object: ObjectId,
    /// The addresses of the money of the year and of the post among all objects.
    base: String,
    object_address: String,
    label: String,
    title: String,
    chapter: String,
    keywords: Vec<String>,
    notes: Vec<String>,
    /// The sums, each with its name.
    sums: Vec<(&'static str, String)>,
    portions: Vec<PortionRow>,
    /// Letter, line, and the address of the line.
    places: Vec<(String, u32, String)>,
    defects: Vec<String>,
    findings: Vec<Found>,
    bound: Vec<Bound>,
    projects: Vec<ProjectRow>,
    charges: Vec<ChargeRow>,
    shares: Vec<ShareRow>,
    /// What can be begun with the post on a page of its own.
    begin: Links,
    /// What was used by month.
    months: Vec<drawn::Row>,
    /// The same beside what was allocated, drawn, with its title; none before anything is booked.
    chart: Option<(String, Drawing)>,
    history: Vec<Line>,
    shelf: Shelf,
    words: Said,
}

/// A commitment.
struct Bound {
    id: String,
    title: TextRef,
    recipient: Option<TextRef>,
    organisation: String,
    /// The assignment that it serves: number and address.
    assignment: Option<(String, String)>,
    amount: String,
    paid: String,
    outstanding: String,
    later: String,
    is_closed: bool,
    links: Links,
}

impl Seen {
    fn of(looked: &Looked<'_>, frame: &Frame, post: ObjectId) -> Option<Self> {
        let year = looked.year;
        let tree = money::tree(year);
        let mut nodes =
            tree.chapters.iter().flat_map(|chapter| chapter.posts.iter().map(move |post| (chapter, post)));
        let (chapter, node) = nodes.find(|(_, node)| node.object == post)?;
        let base = year_base(year.stream);
        let broken = tree.checks.iter().filter(|check| !check.holds);
        let broken = broken.filter(|check| check.chapter == chapter.chapter && check.post == Some(node.post));
        let income = money::is_income(chapter.chapter);
        Some(Self {
            object: post,
            object_address: format!("{base}/objects/{post}{}", frame.day_end()),
            label: label(chapter.chapter, node.post),
            title: names::title(&node.title, frame.language),
            chapter: format!("{} {}", chapter.chapter, chapter.title),
            keywords: node.keywords.iter().map(|(_, printed)| printed.clone()).collect(),
            notes: notes(node, frame),
            sums: HEADS.iter().map(|head| frame.t(head)).zip(cells(&node.sums)).collect(),
            portions: portions(node, frame),
            places: places(looked, frame, post),
            defects: broken.map(|check| defect(check, frame)).collect(),
            findings: Vec::new(),
            bound: bound(looked, frame, post),
            projects: claims::projects(looked, frame, post),
            charges: claims::charges(looked, frame, Some(post)),
            shares: claims::shares(looked, frame, post),
            begin: tasks::links(looked, frame, Some(post)),
            months: drawn::rows(looked, frame, node, income),
            chart: drawn::used(looked, frame, node, income),
            history: history::lines(looked, frame, post),
            shelf: Shelf::of(looked),
            words: Said::new(),
            base: format!("{base}/money{}", frame.day_end()),
        })
    }

    fn texts(&self) -> Vec<TextRef> {
        let bound = self.bound.iter().flat_map(|bound| std::iter::once(bound.title).chain(bound.recipient));
        let shares = self.shares.iter().map(|one| one.title);
        let charges = self.charges.iter().map(|one| one.title);
        let projects = self.projects.iter().flat_map(|one| {
            std::iter::once(one.title).chain(one.performer).chain(one.delivered).chain(one.published)
        });
        let history = self.history.iter().flat_map(|line| line.texts.iter().copied());
        bound.chain(shares).chain(charges).chain(projects).chain(history).collect()
    }

    fn said(&self, text: &TextRef) -> &str {
        said(&self.words, *text)
    }
}

fn bound(looked: &Looked<'_>, frame: &Frame, post: ObjectId) -> Vec<Bound> {
    let year = looked.year;
    let base = year_base(year.stream);
    let of_post = year.money.commitments.iter().filter(|(_, bound)| bound.terms.post == post);
    let row = |(id, bound): (&ObjectId, &money::Commitment)| {
        let later: Vec<String> = bound
            .amounts
            .range(year.year.saturating_add(1)..)
            .map(|(of, amount)| format!("{of}: {}", kroner(Some(*amount))))
            .collect();
        let organisation = match &bound.terms.recipient {
            Some(Recipient::Organisation(id)) => looked.book.directory.organisations.get(id),
            _ => None,
        };
        let link = |id: ObjectId| {
            let part = year.letters.parts.get(&id).map(|part| &part.value);
            let label = part.and_then(PartValue::label);
            let title = || names::title(part.map(PartValue::title).unwrap_or_default(), frame.language);
            (label.unwrap_or_else(title), format!("{base}/objects/{id}{}", frame.day_end()))
        };
        Bound {
            id: id.to_string(),
            title: bound.terms.title,
            recipient: match &bound.terms.recipient {
                Some(Recipient::Named(name)) => Some(*name),
                _ => None,
            },
            organisation: organisation.map(|one| one.name.clone()).unwrap_or_default(),
            assignment: bound.terms.assignment.map(link),
            amount: kroner(Some(bound.takes(year.year, year.year))),
            paid: kroner(Some(bound.drawn)),
            outstanding: kroner(Some(bound.outstanding(year.year))),
            later: later.join("; "),
            is_closed: bound.closed,
            links: tasks::links(looked, frame, Some(*id)),
        }
    };
    of_post.map(row).collect()
}

fn places(looked: &Looked<'_>, frame: &Frame, post: ObjectId) -> Vec<(String, u32, String)> {
    let letters = letters(looked.year);
    let base = year_base(looked.year.stream);
    let Some(part) = looked.year.letters.parts.get(&post) else { return Vec::new() };
    let place = |version: &styrbord_app::follow::events::letters::PartVersion| {
        let line = version.value.span()?.place.line;
        let row = letters.iter().find(|row| row.letter == version.letter)?;
        let name = frame.t(names::document(row.document.kind)).to_owned();
        Some((name, line, format!("{base}/letter?letter={}#line-{line}", version.letter)))
    };
    part.history.iter().filter_map(place).collect()
}

/// Agency, year and post, as they stand in the address.
type Address = Path<(String, String, String)>;

/// Shows a post, named by its id or its number.
pub(crate) async fn show(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year, at)): Address,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    page(&house, &visit, (stream, at), &Values::default(), &Errors::default(), StatusCode::OK).await
}

async fn page(
    house: &House,
    visit: &Visit,
    (stream, at): (Stream, String),
    given: &Values,
    errors: &Errors,
    status: StatusCode,
) -> Result<Response, Problem> {
    let (visitor, as_of) = (visit.person()?.clone(), visit.as_of()?);
    let (asks, given, wrong) = (visit.clone(), given.clone(), errors.clone());
    let (frame, seen, forms) = house
        .ask(move |house| {
            let (frame, mut seen, mut forms) = house.site().look(&visitor, stream, as_of, |looked| {
                if !looked.may(UseCase::ReadMoney, None) {
                    return Err(Problem::Forbidden);
                }
                let frame = Frame::of_year(house, &asks, looked, as_of);
                let post = post_named(looked.year, &at).map_err(|_| Problem::NotFound)?;
                let seen = Seen::of(looked, &frame, post).ok_or(Problem::NotFound)?;
                let forms = forms::of_post(looked, &frame, (&given, &wrong), post);
                Ok((frame, seen, forms))
            })??;
            seen.words = house.site().words(&visitor, seen.texts())?;
            for form in &mut forms {
                form.fill(&seen.words);
            }
            let found = findings::of(house, &visitor, &seen.shelf, &frame)?.into_iter();
            let own = found.filter(|one| one.posts.contains(&seen.object));
            seen.findings = own.map(|one| one.found).collect();
            Ok((frame, seen, forms))
        })
        .await?;
    send(status, &PostPage { summary: errors.summary(visit.language), seen, forms, frame: &frame })
}

/// Does something to a post.
pub(crate) async fn act(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year, at, deed)): Path<(String, String, String, String)>,
    Form(given): Form,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    let deed = Deed::of_post(&deed).ok_or(Problem::NotFound)?;
    let post: ObjectId = at.parse().map_err(|_| Problem::NotFound)?;
    if post.kind != ObjectKind::Post {
        return Err(Problem::NotFound);
    }
    match submit(&house, &visit, (stream, Some(post)), deed, &given).await? {
        Ok(()) => Ok(sent_to(&format!("{}/money/{post}", year_base(stream)))),
        Err((errors, status)) => {
            // After a conflict the form is about what holds now.
            let is_kept = |name: &str| name != "seen" || status != StatusCode::CONFLICT;
            let mut kept = Values::default();
            for (name, value) in given.iter().filter(|(name, _)| is_kept(name)) {
                kept.push(name, value.to_owned());
            }
            page(&house, &visit, (stream, at), &kept, &errors, status).await
        }
    }
}
