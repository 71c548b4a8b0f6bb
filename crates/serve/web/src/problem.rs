//! What can go wrong with a request, and the page that says so.

use crate::words::problem as words;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use std::fmt::Display;
use styrbord_app::follow::events::Refusal;
use styrbord_app::follow::{AnswerError, Failure, Rejection, StoreError, Unfit, YearError};
use styrbord_app::texts::Text;
use styrbord_app::{Language, Message, ReadError};

/// Why a request was not done as asked.
#[derive(Debug, Clone)]
pub(crate) enum Problem {
    /// Nothing lies at the address.
    NotFound,
    /// The visitor may not.
    Forbidden,
    /// One has to log in first.
    LogInFirst,
    /// Login and password do not go together.
    WrongLogIn,
    /// The form is not one of this visit, or comes from elsewhere.
    Strange,
    /// The address takes no such request.
    Method,
    /// Somebody changed it meanwhile.
    Conflict,
    /// It is too large.
    TooLarge,
    /// It cannot be read.
    Unreadable,
    /// It is refused, with the reason in three languages.
    Refused(Box<Refusal>),
    /// It does not do, as the sentence says.
    Unfit(Message),
    /// There were too many attempts.
    TooMany,
    /// It took too long.
    Slow,
    /// Something failed here; the cause is for the log only.
    Failed(String),
}

impl Problem {
    /// Returns the status of the answer.
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Problem::NotFound => StatusCode::NOT_FOUND,
            Problem::Forbidden | Problem::Strange => StatusCode::FORBIDDEN,
            Problem::LogInFirst => StatusCode::UNAUTHORIZED,
            Problem::Method => StatusCode::METHOD_NOT_ALLOWED,
            Problem::Conflict => StatusCode::CONFLICT,
            Problem::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Problem::Unreadable => StatusCode::BAD_REQUEST,
            Problem::Refused(refusal) if refusal.code == "log-in-too-often" => StatusCode::TOO_MANY_REQUESTS,
            Problem::Refused(_) | Problem::Unfit(_) | Problem::WrongLogIn => StatusCode::UNPROCESSABLE_ENTITY,
            Problem::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Problem::Slow => StatusCode::REQUEST_TIMEOUT,
            Problem::Failed(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Returns the problem that a bare status stands for.
    pub(crate) fn of(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Problem::NotFound,
            StatusCode::FORBIDDEN => Problem::Forbidden,
            StatusCode::METHOD_NOT_ALLOWED => Problem::Method,
            StatusCode::PAYLOAD_TOO_LARGE => Problem::TooLarge,
            StatusCode::REQUEST_TIMEOUT => Problem::Slow,
            StatusCode::TOO_MANY_REQUESTS => Problem::TooMany,
            status if status.is_client_error() => Problem::Unreadable,
            status => Problem::Failed(format!("an answer with the status {status}")),
        }
    }

    /// Returns the sentence that says what is wrong.
    pub(crate) fn sentence(&self, language: Language) -> String {
        match self {
            Problem::Refused(refusal) => refusal.said.message.get(language).to_owned(),
            Problem::Unfit(message) => message.get(language).to_owned(),
            _ => self.title().get(language).to_owned(),
        }
    }

    /// Returns what one can do about it.
    pub(crate) fn help(&self, language: Language) -> String {
        if let Problem::Refused(refusal) = self {
            return refusal.said.help.get(language).to_owned();
        }
        let text = match self {
            Problem::NotFound => words::NOT_FOUND_HELP,
            Problem::Forbidden => words::FORBIDDEN_HELP,
            Problem::LogInFirst => words::LOG_IN_HELP,
            Problem::WrongLogIn => words::WRONG_LOG_IN_HELP,
            Problem::Strange => words::STRANGE_HELP,
            Problem::Method => words::METHOD_HELP,
            Problem::Conflict => words::CONFLICT_HELP,
            Problem::TooLarge => words::TOO_LARGE_HELP,
            Problem::TooMany => words::TOO_MANY_HELP,
            Problem::Slow => words::SLOW_HELP,
            Problem::Failed(_) => words::FAILED_HELP,
            Problem::Unreadable | Problem::Refused(_) | Problem::Unfit(_) => words::UNREADABLE_HELP,
        };
        text.get(language).to_owned()
    }

    /// Returns the heading of the page.
    pub(crate) fn title(&self) -> Text {
        match self {
            Problem::NotFound => words::NOT_FOUND,
            Problem::Forbidden => words::FORBIDDEN,
            Problem::LogInFirst => words::LOG_IN,
            Problem::WrongLogIn => words::WRONG_LOG_IN,
            Problem::Strange => words::STRANGE,
            Problem::Method => words::METHOD,
            Problem::Conflict => words::CONFLICT,
            Problem::TooLarge => words::TOO_LARGE,
            Problem::Unreadable => words::UNREADABLE,
            Problem::Refused(_) | Problem::Unfit(_) => words::REFUSED,
            Problem::TooMany => words::TOO_MANY,
            Problem::Slow => words::SLOW,
            Problem::Failed(_) => words::FAILED,
        }
    }
}

/// Gives the bare status with the problem beside it; `guard` writes the page.
impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        match refusal.code {
            "changed-meanwhile" => Problem::Conflict,
            "log-in-failed" => Problem::WrongLogIn,
            "not-allowed" => Problem::Forbidden,
            _ => Problem::Refused(Box::new(refusal)),
        }
    }
}

impl From<Rejection> for Problem {
    fn from(rejection: Rejection) -> Self {
        match rejection {
            Rejection::Refused(refusal) => refusal.into(),
            Rejection::Store(error) => error.into(),
        }
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::AttachmentTooLarge { .. } => Problem::TooLarge,
            StoreError::AttachmentRefused { .. } => Problem::Unfit(error.message()),
            error => Problem::Failed(error.to_string()),
        }
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Refused(refusal) => refusal.into(),
            Failure::Store(error) => error.into(),
            Failure::Unfit(Unfit::Unreadable(error)) => error.into(),
            Failure::Unfit(Unfit::NotAPlan(_)) => Problem::Unfit(words::message(words::NOT_A_PLAN)),
            Failure::Year(error) => Problem::Unfit(year(&error)),
            Failure::Answer(error) => Problem::Unfit(answer(&error)),
            Failure::Asked(_) => Problem::Unfit(words::message(words::ASKED)),
        }
    }
}

impl From<ReadError> for Problem {
    fn from(error: ReadError) -> Self {
        Problem::Unfit(reading(&error))
    }
}

/// Says why a file cannot be read, in three languages.
fn reading(error: &ReadError) -> Message {
    use crate::words::reading as words;
    match error {
        ReadError::Empty => filled(words::EMPTY, &[]),
        ReadError::TooLarge(megabytes) => filled(words::TOO_LARGE, &[megabytes]),
        ReadError::Unsupported(format) => filled(words::UNSUPPORTED, &[format]),
        ReadError::Binary(..) => filled(words::BINARY, &[]),
        ReadError::Damaged(format, _) => filled(words::DAMAGED, &[format]),
        ReadError::NoText(pages) => filled(words::NO_TEXT, &[pages]),
        ReadError::Encrypted(format) => filled(words::ENCRYPTED, &[format]),
        ReadError::TooManyPages(pages) => filled(words::PAGES, &[pages]),
        ReadError::TooMuchInside(format) => filled(words::INSIDE, &[format]),
    }
}

fn filled(text: Text, values: &[&dyn Display]) -> Message {
    let of = |language| text.with(language, values);
    Message::new(of(Language::Nb), of(Language::Nn), of(Language::En))
}

fn year(error: &YearError) -> Message {
    match error {
        YearError::NoAgency => words::message(words::NO_AGENCY),
        YearError::NoMinistry => words::message(words::NO_MINISTRY),
        YearError::NoYear => words::message(words::NO_YEAR),
        YearError::ClockOfReal => words::message(words::CLOCK_OF_REAL),
        YearError::NoLetter(file) => filled(words::NO_LETTER, &[file]),
        YearError::OtherAgency(own, theirs) => filled(words::THEIRS, &[theirs, own]),
        YearError::OtherYear(own, theirs) => filled(words::YEAR_OF, &[theirs, own]),
        _ => words::message(words::OTHER_YEAR),
    }
}

fn answer(error: &AnswerError) -> Message {
    match error {
        AnswerError::SamePart(number, part) => filled(words::SAME_PART, &[number, part]),
        AnswerError::NotPossible(number) => filled(words::NOT_POSSIBLE, &[number]),
        AnswerError::Unreadable(_) | AnswerError::Twice(_) | AnswerError::NoQuestion(_) => {
            words::message(words::ANSWER_AGAIN)
        }
    }
}
