//! What lets programs in on behalf of a person: tokens of the API, and secret addresses of feeds.

use super::limits::{SEEN_EVERY_MS, earlier};
use super::{Account, Accounts, By, Concealed, Pass, PassKind, Secret, refusals};
use crate::access::Entry;
use styrbord_events::{Hash, Instant, PersonId};
use styrbord_store::{DeedKind, Rejection, Seal};

/// The most passes of a person.
const PASSES_MAX: usize = 50;

/// The most characters of a label.
const LABEL_MAX: usize = 100;

/// A way in that a pass opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// On whose behalf.
    pub account: Account,
    /// How far.
    pub entry: Entry,
    /// What a feed shows, in the words with which it was made.
    pub scope: String,
}

impl Accounts {
    /// Makes a token; its secret is shown this once.
    ///
    /// # Errors
    /// When the label is none, or the person has too many.
    pub fn make_token(
        &self,
        person: PersonId,
        label: &str,
        may_write: bool,
        until: Option<Instant>,
        now: Instant,
    ) -> Result<Secret, Rejection> {
        let scope = if may_write { WRITE } else { READ };
        self.make(&Made { person, kind: PassKind::Token, label, scope, until, now })
    }

    /// Makes the secret address of a feed; `scope` says of what, in words of the page that serves it.
    ///
    /// # Errors
    /// As for a token.
    pub fn make_feed(
        &self,
        person: PersonId,
        label: &str,
        scope: &str,
        now: Instant,
    ) -> Result<Secret, Rejection> {
        self.make(&Made { person, kind: PassKind::Feed, label, scope, until: None, now })
    }

    fn make(&self, made: &Made<'_>) -> Result<Secret, Rejection> {
        let Made { person, kind, label, scope, until, now } = *made;
        let label = label.trim();
        if !(1..=LABEL_MAX).contains(&label.chars().count()) || label.contains(char::is_control) {
            return Err(refusals::no_label(LABEL_MAX).into());
        }
        let secret = Secret::fresh()?;
        let (label, scope) = (Concealed::new(label), scope.to_owned());
        let mut vault = self.vault();
        if vault.account(person)?.is_none() {
            return Err(refusals::no_account(person).into());
        }
        if vault.passes(person)?.len() >= PASSES_MAX {
            return Err(refusals::too_many_passes(PASSES_MAX).into());
        }
        let seal = secret.seal(purpose(kind));
        vault.put_pass(&Pass { seal, person, kind, label, scope, made: now, seen: None, until })?;
        let made = match kind {
            PassKind::Token => DeedKind::TokenMade,
            PassKind::Feed => DeedKind::FeedMade,
        };
        vault.note(&By::person(person, now).did(made, person))?;
        Ok(secret)
    }

    /// Returns what a secret opens, when it is a pass of the kind that still holds.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub fn open(&self, secret: &Secret, kind: PassKind, now: Instant) -> Result<Option<Opened>, Rejection> {
        let mut vault = self.vault();
        let seal = secret.seal(purpose(kind));
        let holds = |pass: &Pass| pass.kind == kind && pass.until.is_none_or(|until| now < until);
        let Some(pass) = vault.pass(seal)?.filter(holds) else { return Ok(None) };
        if pass.seen.is_none_or(|seen| seen <= earlier(now, SEEN_EVERY_MS)) {
            vault.see_pass(seal, now)?;
        }
        let entry = match (kind, pass.scope.as_str()) {
            (PassKind::Feed, _) => Entry::Feed,
            (PassKind::Token, WRITE) => Entry::WriteToken,
            (PassKind::Token, _) => Entry::ReadToken,
        };
        Ok(vault.account(pass.person)?.map(|account| Opened { account, entry, scope: pass.scope }))
    }

    /// Returns the passes of a person, the newest first.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub fn passes(&self, person: PersonId) -> Result<Vec<Pass>, Rejection> {
        Ok(self.vault().passes(person)?)
    }

    /// Revokes a pass of a person by the sum that the list names it by.
    ///
    /// # Errors
    /// When the person has no such pass.
    pub fn revoke(&self, person: PersonId, pass: Hash, by: By) -> Result<(), Rejection> {
        let mut vault = self.vault();
        if !vault.revoke_pass(person, Seal::from_hash(pass))? {
            return Err(refusals::no_such_pass().into());
        }
        Ok(vault.note(&by.did(DeedKind::PassRevoked, person))?)
    }

    /// Revokes all passes of a person and returns how many there were.
    ///
    /// # Errors
    /// When the vault cannot be written to.
    pub fn revoke_all(&self, person: PersonId, by: By) -> Result<u64, Rejection> {
        let mut vault = self.vault();
        let revoked = vault.revoke_passes(person)?;
        if revoked > 0 {
            vault.note(&by.did(DeedKind::PassesRevoked, person))?;
        }
        Ok(revoked)
    }
}

/// What a pass is to be.
struct Made<'a> {
    person: PersonId,
    kind: PassKind,
    label: &'a str,
    scope: &'a str,
    until: Option<Instant>,
    now: Instant,
}

const READ: &str = "read";
const WRITE: &str = "write";

/// A secret opens only what it was made for.
fn purpose(kind: PassKind) -> &'static str {
    match kind {
        PassKind::Token => "token of the interface",
        PassKind::Feed => "feed",
    }
}
