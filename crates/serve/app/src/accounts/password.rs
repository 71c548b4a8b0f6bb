//! Passwords: what is one, and its argon2id hash.

use super::refusals;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use styrbord_events::{Nonce, Refusal};
use styrbord_store::{Concealed, StoreError};

/// The fewest characters of a password.
pub const PASSWORD_MIN: usize = 12;

/// The most characters of a password: long enough for any sentence, short enough to be hashed at once.
pub const PASSWORD_MAX: usize = 200;

/// Memory in KiB, passes and lanes: the first choice of OWASP's password storage cheat sheet for argon2id.
const COST: (u32, u32, u32) = (19 * 1024, 2, 1);

/// Checks a new password.
pub(super) fn check(password: &Concealed, login: &str) -> Result<(), Refusal> {
    let words = password.reveal();
    let length = words.chars().count();
    if !(PASSWORD_MIN..=PASSWORD_MAX).contains(&length) {
        return Err(refusals::password_length(length));
    }
    let mut different: Vec<char> = words.to_lowercase().chars().collect();
    different.sort_unstable();
    different.dedup();
    if different.len() < 5 || words.to_lowercase().contains(login) {
        return Err(refusals::password_easy());
    }
    Ok(())
}

/// Hashes a password with a salt, in the form that says how it was made.
pub(super) fn hash(password: &Concealed, salt: Nonce) -> Result<Concealed, StoreError> {
    let failed = |error: &dyn std::fmt::Display| StoreError::failed("hashing a password", error);
    let (memory, passes, lanes) = COST;
    let params = Params::new(memory, passes, lanes, None).map_err(|error| failed(&error))?;
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let hashed = argon.hash_password_with_salt(password.reveal().as_bytes(), &salt);
    Ok(Concealed::new(hashed.map_err(|error| failed(&error))?.to_string()))
}

/// Tells whether a password is the one of a hash. Without a hash it takes as long, and says no.
pub(super) fn is_right(password: &Concealed, hash: Option<&Concealed>) -> Result<bool, StoreError> {
    // A password that cannot be one costs no more than the longest that can.
    let bytes = password.reveal().as_bytes();
    let bytes = bytes.get(..PASSWORD_MAX * 4).unwrap_or(bytes);
    let Some(known) = hash else {
        let _ = self::hash(&Concealed::new(String::from_utf8_lossy(bytes)), Nonce::default())?;
        return Ok(false);
    };
    Ok(Argon2::default().verify_password(bytes, known.reveal()).is_ok())
}
