//! Who calls, and what the address asks for.

use crate::house::House;
use crate::problem::Problem;
use crate::site::Visitor;
use crate::visit::Values;
use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use styrbord_app::Date;

/// Who calls by a token that holds.
pub(super) struct Caller(pub(super) Visitor);

impl FromRequestParts<House> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Problem> {
        let secret = token(parts).ok_or(Problem::LogInFirst)?;
        let visitor = house.ask(move |house| house.site().opened_token(&secret)).await?;
        visitor.map(Self).ok_or(Problem::LogInFirst)
    }
}

/// Returns the token that a request sends; none when it sends none, or several.
fn token(parts: &Parts) -> Option<String> {
    let mut all = parts.headers.get_all(AUTHORIZATION).into_iter();
    let (only, more) = (all.next()?, all.next());
    let (scheme, token) = only.to_str().ok()?.split_once(' ')?;
    (scheme.eq_ignore_ascii_case("bearer") && more.is_none()).then(|| token.trim().to_owned())
}

/// The values of an address, as they stand there.
pub(super) struct Asked(Values);

impl FromRequestParts<House> for Asked {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &House) -> Result<Self, Problem> {
        Ok(Self(Values::read(parts.uri.query().unwrap_or_default())))
    }
}

impl Asked {
    /// Checks that nothing but what is known is asked for, each once and with a value.
    ///
    /// # Errors
    /// When something else is.
    pub(super) fn only(&self, names: &[&str]) -> Result<(), Problem> {
        let fits = |(name, value): (&str, &str)| {
            let times = self.0.iter().filter(|(other, _)| *other == name).count();
            names.contains(&name) && times == 1 && !value.trim().is_empty()
        };
        if self.0.iter().all(fits) { Ok(()) } else { Err(Problem::Unreadable) }
    }

    /// Returns a value.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name)
    }

    /// Returns the day as of which it is asked.
    ///
    /// # Errors
    /// When it is no day as `2025-06-01`.
    pub(super) fn as_of(&self) -> Result<Option<Date>, Problem> {
        let day = self.get("as-of").map(|text| Date::parse_iso(text).ok_or(Problem::Unreadable));
        day.transpose()
    }

    /// Returns a whole number between two bounds, or what holds without it.
    ///
    /// # Errors
    /// When it is none.
    pub(super) fn number(&self, name: &str, bounds: (u64, u64), without: u64) -> Result<u64, Problem> {
        let Some(text) = self.get(name) else { return Ok(without) };
        let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let number = text.parse().ok().filter(|number| plain && (bounds.0..=bounds.1).contains(number));
        number.ok_or(Problem::Unreadable)
    }
}
