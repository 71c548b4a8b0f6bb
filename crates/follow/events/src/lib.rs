//! Commands to events to the state of the steering year, and the record that the journal keeps of each event.
//!
//! [`Book::decide`] gives a [`Command`] its events or a [`Refusal`]; [`Book::apply`] folds a [`Record`] into the
//! state. One area is one module: [`directory`], [`letters`], [`work`], [`measure`], [`money`], [`sharing`]; each has
//! its `Command`, its `Event`, its `State`, `decide` and `apply`.
//!
//! This crate does not know where records are kept (`store`), what time it is, nor how letters are compiled or
//! compared: that comes in as arguments.

mod book;
mod checks;
mod command;
pub mod directory;
mod event;
mod hash;
mod history;
mod ids;
mod instant;
mod kinds;
pub mod letters;
pub mod measure;
pub mod money;
mod record;
mod refusal;
pub mod refusals;
pub mod sharing;
mod text;
pub mod upcast;
pub mod work;
mod year;

pub use book::{Basis, Book, Broken, Context, Decision, Outcome, Stamp};
pub use command::{Command, Envelope, Expected};
pub use event::{Event, PAYLOAD_VERSION, Undecodable};
pub use hash::Hash;
pub use history::Version;
pub use ids::{
    Actor, CommandId, NotAnId, Numbers, ObjectId, ObjectKind, OrganisationId, PersonId, Stream, UnitId,
};
pub use instant::Instant;
pub use record::{Draft, Fault, Link, Record};
pub use refusal::{Refusal, Said};
pub use text::{Nonce, Note, Scribe, TextRef};
pub use year::Year;
