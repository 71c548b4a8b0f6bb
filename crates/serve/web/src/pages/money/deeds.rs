//! What can be done with the money: forms become commands, and refusals come back to their fields.

use super::texts as words;
use crate::fields::Errors;
use crate::house::House;
use crate::problem::Problem;
use crate::site::Typed;
use crate::visit::{Values, Visit};
use crate::words::fields::MISSING;
use axum::http::StatusCode;
use std::collections::BTreeMap;
use std::str::FromStr;
use styrbord_app::follow::events::money::{Command, Month, Recipient, Share, Terms};
use styrbord_app::follow::events::{Command as AnyCommand, ObjectId, Stream, UnitId, Year};
use styrbord_app::follow::{kroner, post_named};
use styrbord_app::texts::Text;
use styrbord_app::{Language, Nok};

/// Something that is done by a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deed {
    /// Binds money of a post.
    Commit,
    /// Gives a unit a part of a post.
    Share,
    /// Gives back a part of a commitment.
    Release,
    /// Says what a post will have used.
    Forecast,
    /// Explains a variance.
    Explain,
    /// Binds what the year before bound.
    Carry,
    /// Uses an authorisation.
    Use,
    /// Sets the limit of an authorisation.
    Limit,
}

impl Deed {
    /// What is done to a post.
    pub(super) const OF_POST: [Self; 5] =
        [Self::Commit, Self::Share, Self::Release, Self::Forecast, Self::Explain];
    /// What is done to no single post.
    pub(super) const OF_YEAR: [Self; 3] = [Self::Carry, Self::Use, Self::Limit];

    /// Returns its word in addresses.
    pub(super) fn word(self) -> &'static str {
        match self {
            Deed::Commit => "commit",
            Deed::Share => "share",
            Deed::Release => "release",
            Deed::Forecast => "forecast",
            Deed::Explain => "explain",
            Deed::Carry => "carry",
            Deed::Use => "use",
            Deed::Limit => "limit",
        }
    }

    /// Returns what is done to a post by the word.
    pub(super) fn of_post(word: &str) -> Option<Self> {
        Self::OF_POST.into_iter().find(|deed| deed.word() == word)
    }

    /// Returns what is done to no single post by the word.
    pub(super) fn of_year(word: &str) -> Option<Self> {
        Self::OF_YEAR.into_iter().find(|deed| deed.word() == word)
    }

    /// Returns the field that a refusal is about.
    fn field(self, code: &str) -> &'static str {
        match (self, code) {
            (Deed::Commit, "over-committed") => "commit-over",
            (Deed::Commit, "no-such-portion" | "portion-taken") => "commit-portion",
            (Deed::Commit, "year-out-of-range") => "commit-later",
            (Deed::Commit, _) => "commit-amount",
            (Deed::Share, "over-given") => "share-over",
            (Deed::Share, "unknown-unit") => "share-unit",
            (Deed::Share, _) => "share-amount",
            (Deed::Release, "ended" | "no-such-object") => "release-commitment",
            (Deed::Release, _) => "release-amount",
            (Deed::Forecast, _) => "forecast-amount",
            (Deed::Explain, "month-of-other-year") => "explain-month",
            (Deed::Explain, _) => "explain-text",
            (Deed::Carry, "over-committed") => "carry-over",
            (Deed::Carry, "nothing-to-carry") => "carry-commitment",
            (Deed::Carry, _) => "carry-post",
            (Deed::Use, "over-limit" | "amount-out-of-range") => "use-amount",
            (Deed::Use, _) => "use-authorisation",
            (Deed::Limit, "amount-out-of-range") => "limit-amount",
            (Deed::Limit, _) => "limit-authorisation",
        }
    }
}

/// What is wrong with a form that was sent, and the status of the answer.
pub(super) type Wrong = (Errors, StatusCode);

/// Does what a form asks. Inside is what is wrong with the form, outside what is wrong with the request.
///
/// # Errors
/// When the visitor may not, or the journal fails.
pub(super) async fn submit(
    house: &House,
    visit: &Visit,
    (stream, post): (Stream, Option<ObjectId>),
    deed: Deed,
    given: &Values,
) -> Result<Result<(), Wrong>, Problem> {
    let visitor = visit.person()?.clone();
    let (asks, sent, language) = (visitor.clone(), given.clone(), visit.language);
    let read = move |house: &House| {
        house.site().look(&asks, stream, None, |looked| command(deed, post, looked.year, &sent, language))
    };
    let command = match house.ask(read).await? {
        Ok(command) => AnyCommand::Money(command),
        Err(errors) => return Ok(Err((errors, StatusCode::UNPROCESSABLE_ENTITY))),
    };
    let seen = given.get("seen").and_then(|seen| seen.parse().ok());
    let typed = Typed { seen: post.zip(seen), ..Typed::default() };
    let done = house.ask(move |house| house.site().submit(&visitor, stream, command, &typed)).await;
    let Err(problem) = done else { return Ok(Ok(())) };
    let field = match &problem {
        Problem::Refused(refusal) if refusal.code != "not-allowed" => deed.field(refusal.code),
        Problem::Conflict => deed.field(""),
        _ => return Err(problem),
    };
    let mut errors = Errors::default();
    errors.add(field, format!("{}. {}", problem.sentence(language), problem.help(language)));
    Ok(Err((errors, problem.status())))
}

/// Reads a form.
fn command(
    deed: Deed,
    post: Option<ObjectId>,
    year: &Year,
    given: &Values,
    language: Language,
) -> Result<Command, Errors> {
    let mut form = Reader { given, errors: Errors::default(), language };
    let command = match (deed, post) {
        (Deed::Commit, Some(post)) => form.commit(post, year.year),
        (Deed::Share, Some(post)) => form.share(post),
        (Deed::Release, _) => {
            let commitment = form.object("release-commitment", words::COMMITMENT);
            let amount = form.amount("release-amount", words::AMOUNT);
            commitment.zip(amount).map(|(commitment, amount)| Command::Release { commitment, amount })
        }
        (Deed::Forecast, Some(post)) => {
            let explanation = form.optional("forecast-explanation");
            form.amount("forecast-amount", words::FORECAST_AMOUNT).map(|amount| Command::Forecast {
                post,
                amount,
                explanation,
            })
        }
        (Deed::Explain, Some(post)) => {
            let month: Option<Month> = form.parsed("explain-month", words::MONTH);
            let text = form.text("explain-text", words::EXPLANATION);
            month.zip(text).map(|(month, text)| Command::ExplainVariance { post, month, text })
        }
        (Deed::Carry, _) => form.carry(year),
        (Deed::Use, _) => {
            let authorisation = form.object("use-authorisation", words::AUTHORISATION);
            let amount = form.amount("use-amount", words::AMOUNT);
            let purpose = form.text("use-purpose", words::PURPOSE);
            authorisation.zip(amount).zip(purpose).map(|((authorisation, amount), purpose)| {
                Command::UseAuthorisation { authorisation, amount, purpose, commitment: None }
            })
        }
        (Deed::Limit, _) => {
            let authorisation = form.object("limit-authorisation", words::AUTHORISATION);
            let limit = form.amount("limit-amount", words::LIMIT);
            let basis = form.text("limit-basis", words::BASIS);
            authorisation.zip(limit).zip(basis).map(|((authorisation, limit), basis)| {
                Command::LimitAuthorisation { authorisation, limit, basis }
            })
        }
        (_, None) => None,
    };
    command.filter(|_| form.errors.is_empty()).ok_or(form.errors)
}

/// Reads fields, and gathers what is wrong with them.
struct Reader<'a> {
    given: &'a Values,
    errors: Errors,
    language: Language,
}

impl Reader<'_> {
    fn missing(&mut self, name: &'static str, label: Text) {
        self.errors.add(name, MISSING.with(self.language, &[&label.get(self.language)]));
    }

    fn optional(&self, name: &str) -> Option<String> {
        self.given.get(name).map(str::to_owned)
    }

    fn text(&mut self, name: &'static str, label: Text) -> Option<String> {
        let text = self.optional(name);
        if text.is_none() {
            self.missing(name, label);
        }
        text
    }

    fn parsed<T: FromStr>(&mut self, name: &'static str, label: Text) -> Option<T> {
        let value = self.given.get(name).and_then(|text| text.parse().ok());
        if value.is_none() {
            self.missing(name, label);
        }
        value
    }

    fn object(&mut self, name: &'static str, label: Text) -> Option<ObjectId> {
        self.parsed(name, label)
    }

    fn amount(&mut self, name: &'static str, label: Text) -> Option<Nok> {
        let text = self.text(name, label)?;
        let amount = kroner(&text);
        if amount.is_none() {
            self.errors.add(name, words::NO_AMOUNT.with(self.language, &[&text]));
        }
        amount
    }

    fn commit(&mut self, post: ObjectId, year: i16) -> Option<Command> {
        let title = self.text("commit-title", words::TITLE);
        let amount = self.amount("commit-amount", words::AMOUNT);
        let later = self.later();
        let terms = title.zip(amount).map(|(title, amount)| Terms {
            post,
            title,
            amounts: std::iter::once((year, amount)).chain(later).collect(),
            assignment: self.given.get("commit-assignment").and_then(|text| text.parse().ok()),
            project: None,
            portion: self.optional("commit-portion"),
            recipient: self.optional("commit-to").map(Recipient::Named),
        });
        terms.map(|terms| Command::Commit { terms, over: self.optional("commit-over") })
    }

    /// Reads what is bound of later years: a line for each, `2026: 1 500 000`.
    fn later(&mut self) -> BTreeMap<i16, Nok> {
        let mut amounts = BTreeMap::new();
        let text = self.given.get("commit-later").unwrap_or_default();
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let read = line.split_once([':', '=']);
            let read =
                read.and_then(|(year, amount)| Some((year.trim().parse().ok()?, kroner(amount.trim())?)));
            match read {
                Some((year, amount)) => {
                    amounts.insert(year, amount);
                }
                None => self.errors.add("commit-later", words::NO_YEAR.with(self.language, &[&line.trim()])),
            }
        }
        amounts
    }

    fn share(&mut self, post: ObjectId) -> Option<Command> {
        let unit: Option<UnitId> = self.parsed("share-unit", words::UNIT);
        let title = self.text("share-title", words::TITLE);
        let amount = self.amount("share-amount", words::AMOUNT);
        let share = unit.zip(title).zip(amount);
        let share = share.map(|((unit, title), amount)| Share { post, unit, title, amount });
        share.map(|share| Command::SubAllocate { share, over: self.optional("share-over") })
    }

    fn carry(&mut self, year: &Year) -> Option<Command> {
        let commitment = self.object("carry-commitment", words::COMMITMENT);
        let named = self.given.get("carry-post").map(|said| post_named(year, said));
        if let Some(Err(_)) = named {
            let said = self.given.get("carry-post").unwrap_or_default();
            self.errors.add("carry-post", words::NO_POST.with(self.language, &[&said]));
        }
        let post = named.and_then(Result::ok);
        let over = self.optional("carry-over");
        commitment.map(|commitment| Command::Carry { commitment, post, portion: None, over })
    }
}
