//! What a vault keeps. What is secret or about a person is never printed.

use std::fmt;
use styrbord_diagnostics::Language;
use styrbord_events::{Actor, Hash, Instant, PersonId};

/// Words that are not to be printed: a login, the hash of a password.
#[derive(Clone, PartialEq, Eq)]
pub struct Concealed(String);

impl Concealed {
    /// Conceals words.
    pub fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }

    /// Returns the words, for whoever needs them.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Concealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// A secret as its SHA-256 sum: enough to know it again, and nothing that lets anyone in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seal(Hash);

impl Seal {
    /// Seals a secret for one purpose; for another one the same secret has another seal.
    pub fn of(purpose: &str, secret: &[u8]) -> Self {
        Self(Hash::of(&[b"styrbord secret", purpose.as_bytes(), secret]))
    }

    /// Makes a seal of the sum that [`Seal::hash`] gave.
    pub fn from_hash(hash: Hash) -> Self {
        Self(hash)
    }

    /// Returns the sum, by which a list may name what it stands for.
    pub fn hash(&self) -> Hash {
        self.0
    }
}

impl fmt::Debug for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// A code that lets a person choose a password, once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OneTimeCode {
    /// The code, sealed.
    pub seal: Seal,
    /// When it ends.
    pub until: Instant,
}

/// What a person logs in by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Whose it is.
    pub person: PersonId,
    /// The login, as it is compared.
    pub login: Concealed,
    /// The argon2id hash of the password; none until one is chosen.
    pub password: Option<Concealed>,
    /// What a new password is chosen by.
    pub code: Option<OneTimeCode>,
    /// Whether the person runs the installation, beside the roles in the directory.
    pub operator: bool,
    /// The language that the person chose.
    pub language: Option<Language>,
    /// When the last visit began.
    pub visited: Option<Instant>,
}

/// A visit of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Session {
    /// Its secret, sealed.
    pub seal: Seal,
    /// Who.
    pub person: PersonId,
    /// When it began.
    pub begun: Instant,
    /// When it was last used.
    pub seen: Instant,
    /// When it ends at the latest.
    pub until: Instant,
    /// When the visit before it began; what came since is news.
    pub before: Option<Instant>,
}

/// What a pass is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PassKind {
    /// A token of the API.
    Token,
    /// The address of a calendar feed.
    Feed,
}

/// What lets a program in on behalf of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pass {
    /// Its secret, sealed.
    pub seal: Seal,
    /// On whose behalf.
    pub person: PersonId,
    /// What it is for.
    pub kind: PassKind,
    /// What the person calls it.
    pub label: Concealed,
    /// What it opens, in words of the application.
    pub scope: String,
    /// When it was made.
    pub made: Instant,
    /// When it was last used.
    pub seen: Option<Instant>,
    /// When it ends; none when it is revoked only.
    pub until: Option<Instant>,
}

/// Attempts that failed, one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attempts {
    /// How many.
    pub failures: u32,
    /// When the last one was.
    pub last: Instant,
}

/// Names what is done to who may log in, once, each with its word in tables, exports and the audit.
macro_rules! deeds {
    ($($(#[$doc:meta])* $kind:ident = $word:literal,)*) => {
        /// Something that is done to who may log in.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum DeedKind {
            $($(#[$doc])* $kind,)*
        }

        impl DeedKind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$kind,)*];

            /// Returns its word.
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$kind => $word,)*
                }
            }
        }
    };
}

deeds! {
    /// The first account was made.
    SetUp = "account.set_up",
    /// An account was made, and a code for it.
    Made = "account.made",
    /// The password was taken away, and a code made for a new one.
    Reset = "account.reset",
    /// A password was chosen by a code.
    PasswordChosen = "account.password_chosen",
    /// The person changed the own password.
    PasswordChanged = "account.password_changed",
    /// The login was changed.
    LoginChanged = "account.login_changed",
    /// The person runs the installation from then on.
    OperatorMade = "account.operator_made",
    /// The person no longer runs the installation.
    OperatorUnmade = "account.operator_unmade",
    /// The account was closed, with everything that let in on behalf of it.
    Closed = "account.closed",
    /// All sessions were ended.
    SessionsEnded = "account.sessions_ended",
    /// So many attempts to log in failed that the next has to wait.
    Refused = "account.refused",
    /// A token was made.
    TokenMade = "account.token_made",
    /// The address of a feed was made.
    FeedMade = "account.feed_made",
    /// A token or the address of a feed was revoked.
    PassRevoked = "account.pass_revoked",
    /// All tokens and addresses of feeds were revoked.
    PassesRevoked = "account.passes_revoked",
}

/// Something that was done to who may log in, as the audit keeps it: ids alone, and neither names nor secrets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deed {
    /// Its number, which rises; 0 before it is kept.
    pub seq: u64,
    /// When.
    pub at: Instant,
    /// Who did it; none when that is not known, as of attempts that failed.
    pub by: Option<Actor>,
    /// What.
    pub kind: DeedKind,
    /// To whose account; none when there is no such one.
    pub whom: Option<PersonId>,
}
