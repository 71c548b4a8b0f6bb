//! The journal of the steering year: records, erasable texts and attachments in a database, and the book that is
//! folded from them.
//!
//! A [`Journal`] keeps what it is given, all of it or nothing; [`Sqlite`] is one, `Postgres` (feature `postgres`)
//! another. A [`Keeper`] holds a journal together with its [`Book`](styrbord_events::Book): it decides commands, keeps
//! their records, and answers with a [`Receipt`] once they are safe. A [`Vault`] keeps who may log in, beside the
//! journal and in the same database.
//!
//! This crate does not know what an event means (`events` does), and asks for no time: that comes with the command.
//!
//! ```
//! use styrbord_store::{Keeper, Sqlite};
//!
//! let keeper = Keeper::open(Sqlite::in_memory().unwrap()).unwrap();
//! assert_eq!(keeper.head().seq, 0);
//! ```

mod attachment;
mod contents;
mod copies;
mod desk;
mod error;
mod journal;
mod keeper;
mod lines;
#[cfg(feature = "postgres")]
mod postgres;
mod sqlite;
mod vault;
mod verify;

pub use attachment::ATTACHMENT_SIZE_MAX;
pub use contents::{Counts, Portion, Progress, Tell, copy};
pub use copies::{Overwrite, backup, make, restore};
pub use desk::Desk;
pub use error::StoreError;
pub use journal::{Attachment, Batch, Done, Journal, StoredText};
pub use keeper::{CLOCK_STEP_MAX_MS, Keeper, Receipt, Rejection, Request, Words, fresh_nonce};
pub use lines::{export, import};
#[cfg(feature = "postgres")]
pub use postgres::Postgres;
pub use sqlite::{Open, Sqlite};
pub use vault::{
    Account, Attempts, Concealed, Deed, DeedKind, OneTimeCode, Pass, PassKind, Seal, Session, Vault,
};
pub use verify::{Verified, verify};
