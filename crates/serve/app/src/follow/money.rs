//! The money of a year at a glance: chapters and posts, what is bound, what waits, and what a file of actuals says.

use super::office::{Circumstances, Failure, Office, YearError};
use serde::Serialize;
use std::collections::BTreeMap;
use styrbord_events::letters::PartValue;
use styrbord_events::money::import::{ImportChoice, Preview, Reading, preview};
use styrbord_events::money::{self, CarriedFrom, Recipient, Tree, awaiting, portfolio, tree};
use styrbord_events::{Book, Command, ObjectId, ObjectKind, Stream, TextRef, Year};
use styrbord_money::{Nok, Unit, parse_cell};
use styrbord_store::Journal;

/// What texts say, by their references; none for one that was erased.
pub type Said = BTreeMap<TextRef, Option<String>>;

/// The money of a year.
#[derive(Debug, Clone, Serialize)]
pub struct Money {
    /// Agency and year.
    pub stream: Stream,
    /// The name of the agency.
    pub agency: String,
    /// The budget year.
    pub year: i16,
    /// Whether the data are simulated.
    pub simulated: bool,
    /// Chapters with their posts and sums, and what was checked.
    #[serde(flatten)]
    pub tree: Tree,
    /// What is bound.
    pub commitments: Vec<CommitmentRow>,
    /// What the year before bound of this year, and no post of it pays yet.
    pub waiting: Vec<WaitingRow>,
}

/// A commitment in its year.
#[derive(Debug, Clone, Serialize)]
pub struct CommitmentRow {
    /// Its id.
    pub commitment: ObjectId,
    /// The post that pays.
    pub post: ObjectId,
    /// The number of that post, `671.60`.
    pub label: String,
    /// For what; none when that was erased.
    pub title: Option<String>,
    /// The registered organisation or the name that gets the money, as far as it is said and not erased.
    pub recipient: Option<String>,
    /// The assignment that it serves.
    pub assignment: Option<ObjectId>,
    /// How much of this year it takes.
    pub amount_nok: Nok,
    /// What was paid.
    pub drawn_nok: Nok,
    /// What is still to be paid in this year.
    pub outstanding_nok: Nok,
    /// What it binds of later years.
    pub later: BTreeMap<i16, Nok>,
    /// Whether it has ended.
    pub closed: bool,
    /// What it was in the year before.
    pub from: Option<CarriedFrom>,
}

/// A commitment of the year before that waits.
#[derive(Debug, Clone, Serialize)]
pub struct WaitingRow {
    /// Its id in the year before.
    pub commitment: ObjectId,
    /// The number of the post that paid then.
    pub label: String,
    /// For what; none when that was erased.
    pub title: Option<String>,
    /// What it binds of this year.
    pub amount_nok: Nok,
    /// The post of this year with that number; none as long as no letter gives one.
    pub post: Option<ObjectId>,
}

/// The research portfolio of the posts that have one.
#[derive(Debug, Clone, Serialize)]
pub struct Portfolios {
    /// Agency and year.
    pub stream: Stream,
    /// Whether the data are simulated.
    pub simulated: bool,
    /// The posts.
    pub posts: Vec<PostPortfolio>,
    /// What the texts say.
    pub words: Said,
}

/// The research portfolio of a post.
#[derive(Debug, Clone, Serialize)]
pub struct PostPortfolio {
    /// The post.
    pub post: ObjectId,
    /// Its number, `671.21`.
    pub label: String,
    /// Its title.
    pub title: String,
    /// Projects and sums.
    #[serde(flatten)]
    pub portfolio: money::Portfolio,
}

/// Reads an amount in kroner: `1500000`, `1 500 000` or `1,5 mill.`
pub fn kroner(text: &str) -> Option<Nok> {
    parse_cell(text, Unit::Kroner).map(|printed| printed.amount)
}

/// Returns the post that goes by an id or a number, as `post-3` or `671.60`.
///
/// # Errors
/// When the year has no such post.
pub fn post_named(year: &Year, said: &str) -> Result<ObjectId, YearError> {
    if let Ok(id) = said.parse::<ObjectId>() {
        return Ok(id);
    }
    let number = |text: &str| -> Option<(u32, u32)> {
        let (chapter, post) = text.split_once('.')?;
        Some((chapter.trim().parse().ok()?, post.trim().parse().ok()?))
    };
    let wanted = number(said).ok_or_else(|| YearError::NoPost(said.to_owned()))?;
    let is = |value: &PartValue| matches!(value, PartValue::Post { chapter, post } if (*chapter, post.post) == wanted);
    let mut posts = year.letters.in_force().filter(|(_, part)| is(&part.value));
    posts.next().map(|(id, _)| id).ok_or_else(|| YearError::NoPost(said.to_owned()))
}

impl<J: Journal> Office<J> {
    /// Returns the money of a year.
    ///
    /// # Errors
    /// When the journal does not have the year, or cannot be read.
    pub fn money(&mut self, book: &Book, stream: Stream) -> Result<Money, Failure> {
        let words = self.words(money_texts(book, stream))?;
        Ok(money_of(book, stream, &words).ok_or(YearError::Unknown)?)
    }

    /// Holds a file of actuals against what is booked, and books it unless a line of it is refused.
    /// Returns what it changes.
    ///
    /// # Errors
    /// When the journal does not have the year, or fails.
    pub fn actuals(
        &mut self,
        how: &Circumstances,
        stream: Stream,
        reading: Reading,
        choice: ImportChoice,
    ) -> Result<Preview, Failure> {
        let year = self.book().years.get(&stream).ok_or(YearError::Unknown)?;
        let held = preview(year, &reading, &choice);
        if held.refused_count == 0 && held.news().next().is_some() {
            self.run(how, stream, Command::Money(money::Command::ImportActuals { reading, choice }))?;
        }
        Ok(held)
    }

    /// Returns the research portfolio of one post, or of all that have projects.
    ///
    /// # Errors
    /// When the journal does not have the year, or cannot be read.
    pub fn portfolios(&mut self, stream: Stream, post: Option<ObjectId>) -> Result<Portfolios, Failure> {
        let year = self.book().years.get(&stream).ok_or(YearError::Unknown)?;
        let all = year.letters.in_force().filter(|(id, _)| id.kind == ObjectKind::Post);
        let wanted = all.filter(|(id, _)| post.is_none_or(|post| post == *id));
        let posts: Vec<PostPortfolio> = wanted
            .map(|(id, part)| PostPortfolio {
                post: id,
                label: label(year, id),
                title: part.value.title().to_owned(),
                portfolio: portfolio(year, id),
            })
            .filter(|of| post.is_some() || !of.portfolio.rows.is_empty())
            .collect();
        let simulated = year.simulated;
        let rows = posts.iter().flat_map(|of| &of.portfolio.rows);
        let texts = rows.flat_map(|row| {
            let last = [row.delivered.as_ref(), row.published.as_ref()];
            row.title.into_iter().chain(last.into_iter().flatten().map(|(text, _)| *text))
        });
        let words = self.words(texts.collect::<Vec<_>>())?;
        Ok(Portfolios { stream, simulated, posts, words })
    }
}

/// Returns the texts that the money of a year refers to.
pub fn money_texts(book: &Book, stream: Stream) -> Vec<TextRef> {
    let Some(year) = book.years.get(&stream) else { return Vec::new() };
    let commitments = year.money.commitments.values();
    let recipients = commitments.clone().filter_map(|bound| named(bound.terms.recipient.as_ref()));
    let titles = commitments.map(|bound| bound.terms.title);
    let waiting = awaiting(book, year);
    titles.chain(recipients).chain(waiting.iter().map(|waits| waits.carried.title)).collect()
}

/// Returns the money of a year, with what its texts say; none when the book does not have the year.
pub fn money_of(book: &Book, stream: Stream, words: &Said) -> Option<Money> {
    let year = book.years.get(&stream)?;
    let said = |text: TextRef| words.get(&text).cloned().flatten();
    let organisation = |id| book.directory.organisations.get(&id).map(|one| one.name.clone());
    let commitments = year.money.commitments.iter().map(|(id, bound)| CommitmentRow {
        commitment: *id,
        post: bound.terms.post,
        label: label(year, bound.terms.post),
        title: said(bound.terms.title),
        recipient: match &bound.terms.recipient {
            Some(Recipient::Organisation(id)) => organisation(*id),
            Some(Recipient::Named(name)) => said(*name),
            None => None,
        },
        assignment: bound.terms.assignment,
        amount_nok: bound.takes(year.year, year.year),
        drawn_nok: bound.drawn,
        outstanding_nok: bound.outstanding(year.year),
        later: bound
            .amounts
            .range(year.year.saturating_add(1)..)
            .map(|(of, amount)| (*of, *amount))
            .collect(),
        closed: bound.closed,
        from: bound.from,
    });
    let waits = awaiting(book, year);
    let waiting = waits.iter().map(|waits| WaitingRow {
        commitment: waits.carried.from.commitment,
        label: format!("{}.{:02}", waits.number.0, waits.number.1),
        title: said(waits.carried.title),
        amount_nok: waits.carried.amounts.get(&year.year).copied().unwrap_or_default(),
        post: waits.post,
    });
    Some(Money {
        stream,
        agency: organisation(year.agency).unwrap_or_default(),
        year: year.year,
        simulated: year.simulated,
        tree: tree(year),
        commitments: commitments.collect(),
        waiting: waiting.collect(),
    })
}

fn named(recipient: Option<&Recipient<TextRef>>) -> Option<TextRef> {
    match recipient {
        Some(Recipient::Named(name)) => Some(*name),
        _ => None,
    }
}

fn label(year: &Year, post: ObjectId) -> String {
    year.letters.parts.get(&post).and_then(|part| part.value.label()).unwrap_or_default()
}
