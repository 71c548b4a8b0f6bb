//! Secrets: random bytes that let somebody in, never printed by accident.

use std::fmt;
use styrbord_events::Hash;
use styrbord_store::{Seal, StoreError, fresh_nonce};

/// Thirty-two random bytes: a session, a token, the address of a feed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Secret([u8; 32]);

impl Secret {
    /// Makes a secret of random bytes.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Asks the system for a new one.
    ///
    /// # Errors
    /// When the system has no random bytes.
    pub fn fresh() -> Result<Self, StoreError> {
        let mut bytes = [0; 32];
        let (one, other) = bytes.split_at_mut(16);
        one.copy_from_slice(&fresh_nonce()?);
        other.copy_from_slice(&fresh_nonce()?);
        Ok(Self(bytes))
    }

    /// Reads what [`Secret::reveal`] gave.
    pub fn parse(text: &str) -> Option<Self> {
        Hash::parse(text).map(|hash| Self(*hash.bytes()))
    }

    /// Returns it as 64 hexadecimal digits, for a cookie or an address.
    pub fn reveal(&self) -> String {
        Hash::from_bytes(self.0).to_string()
    }

    /// Seals it for a purpose.
    pub fn seal(&self, purpose: &str) -> Seal {
        Seal::of(purpose, &self.0)
    }

    /// Returns what every form of the session carries, so that a page elsewhere cannot send one.
    pub fn form_token(&self) -> String {
        self.seal("form").hash().to_string()
    }

    /// Tells whether a form carries the token of this session. Sums are compared, so that the time tells nothing.
    pub fn is_form_token(&self, token: &str) -> bool {
        Seal::of("token", token.as_bytes()) == Seal::of("token", self.form_token().as_bytes())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// Letters and digits of a code: none that is taken for another.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A code that an administrator hands to a person: four groups of four letters and digits, eighty random bits.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(String);

impl Code {
    /// Makes a code of random bytes.
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        let letter =
            |byte: &u8| LETTERS.get(usize::from(byte & 31)).map_or('0', |letter| char::from(*letter));
        Self(bytes.iter().map(letter).collect())
    }

    /// Asks the system for a new one.
    ///
    /// # Errors
    /// When the system has no random bytes.
    pub fn fresh() -> Result<Self, StoreError> {
        fresh_nonce().map(Self::from_bytes)
    }

    /// Reads a code as a person types it.
    pub fn typed(text: &str) -> Self {
        let read = |letter: char| match letter.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        Self(text.chars().filter(char::is_ascii_alphanumeric).map(read).take(64).collect())
    }

    /// Returns it in groups, for the person alone.
    pub fn reveal(&self) -> String {
        let letters: Vec<char> = self.0.chars().collect();
        let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
        groups.join("-")
    }

    /// Seals it.
    pub(super) fn seal(&self) -> Seal {
        Seal::of("code", self.0.as_bytes())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}
