//! The money of a year: what is bound, used and expected.

use super::{ASKED, Desk, named};
use crate::args::year::money::{Actuals, Commit, Money, SourceName};
use crate::input;
use crate::output::Outcome;
use crate::render::year::{actuals, kroner, money as render, portfolio};
use crate::texts::year_money as words;
use anyhow::Result;
use serde_json::json;
use std::collections::BTreeMap;
use styrbord_app::Nok;
use styrbord_app::follow::events::money::import::{Extent, ImportChoice, read_ledger, read_state_accounts};
use styrbord_app::follow::events::money::{self, Recipient, Terms, tree};
use styrbord_app::follow::events::{Book, Command, ObjectId, Stream, Year};
use styrbord_app::follow::{Failure, YearError, post_named};

/// Does what is asked.
pub(super) fn run(desk: &mut Desk<'_>, asked: &Money) -> Result<Result<Outcome>, Failure> {
    let stream = desk.stream()?;
    match asked {
        Money::Tree => {
            let book = desk.office.book().clone();
            let money = desk.office.money(&book, stream)?;
            Ok(desk.given(render::draw(&money, desk.screen), &money))
        }
        Money::Portfolio { post } => {
            let post = post.as_deref().map(|post| post_named(year(desk, stream)?, post)).transpose()?;
            let portfolios = desk.office.portfolios(stream, post)?;
            Ok(desk.given(portfolio::draw(&portfolios, desk.screen), &portfolios))
        }
        Money::Commit(asked) => commit(desk, stream, asked),
        Money::Carry { commitment, post, portion, over } => {
            let post = post.as_deref().map(|post| post_named(year(desk, stream)?, post)).transpose()?;
            let (portion, over) = (portion.clone(), over.clone());
            bind(desk, stream, money::Command::Carry { commitment: *commitment, post, portion, over })
        }
        Money::Release { commitment, amount } => release(desk, stream, *commitment, *amount),
        Money::Forecast { post, amount, explain } => {
            forecast(desk, stream, (post, *amount), explain.as_deref())
        }
        Money::Actuals(file) => book_actuals(desk, stream, file),
    }
}

fn year<'a>(desk: &'a Desk<'_>, stream: Stream) -> Result<&'a Year, YearError> {
    desk.office.book().years.get(&stream).ok_or(YearError::Unknown)
}

fn commit(desk: &mut Desk<'_>, stream: Stream, asked: &Commit) -> Result<Result<Outcome>, Failure> {
    let year = year(desk, stream)?;
    let mut amounts: BTreeMap<i16, Nok> = asked.later.iter().copied().collect();
    amounts.insert(year.year, asked.amount);
    let terms = Terms {
        post: post_named(year, &asked.post)?,
        title: asked.title.clone(),
        amounts,
        assignment: asked.assignment,
        project: asked.project,
        portion: asked.portion.clone(),
        recipient: asked.to.clone().map(Recipient::Named),
    };
    bind(desk, stream, money::Command::Commit { terms, over: asked.over.clone() })
}

/// Binds, and says what is bound.
fn bind(desk: &mut Desk<'_>, stream: Stream, command: money::Command) -> Result<Result<Outcome>, Failure> {
    let book = desk.office.run(&desk.how, stream, Command::Money(command))?;
    let bound = &book.years.get(&stream).ok_or(YearError::Unknown)?.money.commitments;
    let (id, bound) = bound.last_key_value().ok_or(YearError::Unknown)?;
    let Stream::Year(_, number) = stream else { return Err(YearError::Unknown.into()) };
    let amount = bound.takes(number, number);
    let post = named(&book, stream, bound.terms.post);
    let sentence = words::BOUND.with(desk.screen.language, &[id, &amount, &post]);
    let value = json!({ "commitment": id, "post": bound.terms.post, "amounts": bound.amounts });
    Ok(desk.said(&book, stream, &sentence, &value))
}

fn release(
    desk: &mut Desk<'_>,
    stream: Stream,
    commitment: ObjectId,
    amount: Nok,
) -> Result<Result<Outcome>, Failure> {
    let command = money::Command::Release { commitment, amount };
    let book = desk.office.run(&desk.how, stream, Command::Money(command))?;
    let bound = book.years.get(&stream).and_then(|year| year.money.commitments.get(&commitment));
    let post = bound.ok_or(YearError::Unknown)?.terms.post;
    let named = named(&book, stream, post);
    let sentence = words::RELEASED.with(desk.screen.language, &[&commitment, &amount, &named]);
    Ok(desk.said(&book, stream, &sentence, &json!({ "commitment": commitment, "amount_nok": amount })))
}

fn forecast(
    desk: &mut Desk<'_>,
    stream: Stream,
    (post, amount): (&str, Nok),
    explain: Option<&str>,
) -> Result<Result<Outcome>, Failure> {
    let post = post_named(year(desk, stream)?, post)?;
    let command = money::Command::Forecast { post, amount, explanation: explain.map(str::to_owned) };
    let book = desk.office.run(&desk.how, stream, Command::Money(command))?;
    let variance = variance(&book, stream, post);
    let named = named(&book, stream, post);
    let sentence =
        words::FORECAST_IS.with(desk.screen.language, &[&named, &kroner(Some(amount)), &kroner(variance)]);
    let value = json!({ "post": post, "forecast_nok": amount, "variance_nok": variance });
    Ok(desk.said(&book, stream, &sentence, &value))
}

fn variance(book: &Book, stream: Stream, post: ObjectId) -> Option<Nok> {
    let tree = tree(book.years.get(&stream)?);
    let mut posts = tree.chapters.iter().flat_map(|chapter| &chapter.posts);
    posts.find(|of| of.object == post)?.sums.variance
}

fn book_actuals(desk: &mut Desk<'_>, stream: Stream, asked: &Actuals) -> Result<Result<Outcome>, Failure> {
    let input = match input::file(&asked.file, desk.screen.language) {
        Ok(input) => input,
        Err(error) => return Ok(Err(error)),
    };
    let name = asked.file.file_name().map_or(input.name.clone(), |name| name.to_string_lossy().into_owned());
    let reading = match asked.source {
        SourceName::State => read_state_accounts(&name, &input.bytes, asked.of.as_deref())?,
        SourceName::Ledger => read_ledger(&name, &input.bytes)?,
    };
    let extent = if asked.whole_months { Extent::WholeMonths } else { Extent::Listed };
    let choice = ImportChoice { extent, leave_out: asked.leave_out.clone() };
    let preview = desk.office.actuals(&desk.how, stream, reading, choice)?;
    let simulated = year(desk, stream)?.simulated;
    let text = actuals::draw(&preview, simulated, desk.screen);
    let booked = preview.refused_count == 0 && !desk.how.dry_run;
    let value = json!({ "simulated": simulated, "stream": stream, "booked": booked, "preview": preview });
    let code = if preview.refused_count == 0 { 0 } else { ASKED };
    Ok(desk.given(text, &value).map(|outcome| Outcome { code, ..outcome }))
}
