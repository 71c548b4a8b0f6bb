//! Why a command is refused.

use serde::Serialize;
use std::fmt;
use styrbord_diagnostics::Message;

/// A command that changes nothing, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refusal {
    /// Names the reason for machines, as `no-such-object`.
    pub code: &'static str,
    /// The same for people.
    #[serde(flatten)]
    pub said: Box<Said>,
}

/// What a refusal says, in three languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Said {
    /// What is wrong, with the values concerned.
    pub message: Message,
    /// What to do instead.
    pub help: Message,
}

impl Refusal {
    /// Makes a refusal; both texts in bokmål, nynorsk and English.
    pub fn new(code: &'static str, message: Message, help: Message) -> Self {
        Self { code, said: Box::new(Said { message, help }) }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.said.message.en)
    }
}

impl std::error::Error for Refusal {}
