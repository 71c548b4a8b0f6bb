//! Who may do what: one matrix of use cases and roles, held against the directory and the years.
//!
//! From: a [`Visitor`], a [`UseCase`] and its [`Target`]. To: a [`Sight`], or none. Pages and programs ask here and
//! decide nothing themselves.

mod commands;
mod extract;
mod matrix;
mod reach;

pub use commands::asked_by;
pub use extract::{Extract, extract};
pub use matrix::{CONTENTS, Content, MATRIX, Reach, Reaches, Row, UseCase};

use styrbord_calendar::Date;
use styrbord_diagnostics::{Language, Message};
use styrbord_events::directory::{Role, RoleKey};
use styrbord_events::{Book, ObjectId, OrganisationId, PersonId, Refusal, Stream, UnitId};

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visitor {
    /// The person.
    pub person: PersonId,
    /// Whether the person runs the installation.
    pub operator: bool,
    /// In which language the person is spoken to.
    pub language: Language,
    /// How the person came in.
    pub entry: Entry,
}

/// How somebody came in, which may narrow what is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entry {
    /// By logging in.
    Session,
    /// By a token that may read and change what is in the years.
    WriteToken,
    /// By a token that may read what is in the years.
    ReadToken,
    /// By the secret address of a calendar feed.
    Feed,
}

/// What something is done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// The installation as a whole.
    Installation,
    /// An organisation, its units and people.
    Organisation(OrganisationId),
    /// A unit.
    Unit(UnitId),
    /// A person.
    Person(PersonId),
    /// A year as a whole.
    Year(Stream),
    /// An object of a year.
    Object(Stream, ObjectId),
}

/// How much of a target somebody sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sight {
    /// What the letters say of it and what was shown of it, as it was then.
    AsShown,
    /// All of it.
    Inside,
}

/// Tells whether a visitor may do something to a target on a day, and how much of it is seen; none when not.
pub fn may(book: &Book, visitor: &Visitor, use_case: UseCase, target: Target, today: Date) -> Option<Sight> {
    if !book.directory.is_active(visitor.person) || !is_open(visitor.entry, use_case) {
        return None;
    }
    let row = MATRIX.iter().find(|row| row.use_case == use_case)?;
    let roles = book.directory.roles(visitor.person, today);
    let by_role = roles.iter().flat_map(|key| row.of(key.role).iter().map(move |reach| (*reach, Some(*key))));
    let as_operator = if visitor.operator { row.operator } else { &[] };
    let without = row.everybody.iter().chain(as_operator).map(|reach| (*reach, None::<RoleKey>));
    by_role
        .chain(without)
        .filter_map(|(reach, key)| reach::sight(book, visitor.person, reach, key, target))
        .max()
}

/// Tells whether a visitor has a role by which something may be done, wherever that is.
pub fn may_somewhere(book: &Book, visitor: &Visitor, use_case: UseCase, today: Date) -> bool {
    let row = MATRIX.iter().find(|row| row.use_case == use_case);
    let reaches = |key: &RoleKey| row.is_some_and(|row| !row.of(key.role).is_empty());
    book.directory.is_active(visitor.person)
        && is_open(visitor.entry, use_case)
        && book.directory.roles(visitor.person, today).iter().any(reaches)
}

/// Returns the organisation for which a visitor sees a year from outside; none when for none. The ministry of the year
/// goes before those who take part.
pub fn viewer(book: &Book, visitor: &Visitor, stream: Stream, today: Date) -> Option<OrganisationId> {
    if !book.directory.is_active(visitor.person) || !is_open(visitor.entry, UseCase::SeeYear) {
        return None;
    }
    let ministry = book.years.get(&stream)?.ministry;
    let row = MATRIX.iter().find(|row| row.use_case == UseCase::SeeYear)?;
    let is_shown = |key: &RoleKey| {
        row.of(key.role).iter().any(|reach| {
            let sight = reach::sight(book, visitor.person, *reach, Some(*key), Target::Year(stream));
            sight == Some(Sight::AsShown)
        })
    };
    let roles = book.directory.roles(visitor.person, today);
    let organisations = roles.iter().filter(|key| is_shown(key)).map(|key| key.organisation);
    organisations.min_by_key(|organisation| (*organisation != ministry, *organisation))
}

/// Checks that a visitor may do something to every one of its targets.
///
/// # Errors
/// [`not_allowed`], which says nothing of whether the target is there.
pub fn check(
    book: &Book,
    visitor: &Visitor,
    use_case: UseCase,
    targets: &[Target],
    today: Date,
) -> Result<(), Refusal> {
    let all = targets.iter().all(|target| may(book, visitor, use_case, *target, today).is_some());
    if all && !targets.is_empty() { Ok(()) } else { Err(not_allowed()) }
}

/// The visitor may not do that, or there is no such thing: who may not see it is not told which.
pub fn not_allowed() -> Refusal {
    Refusal::new(
        "not-allowed",
        Message::new(
            "Du har ikke tilgang til dette, eller det finnes ikke",
            "Du har ikkje tilgang til dette, eller det finst ikkje",
            "You have no access to this, or it does not exist",
        ),
        Message::new(
            "Be administratoren i virksomheten om den rollen du trenger",
            "Be administratoren i verksemda om den rolla du treng",
            "Ask the administrator of your organisation for the role that you need",
        ),
    )
}

/// Tells whether a way in is open for a use case at all.
fn is_open(entry: Entry, use_case: UseCase) -> bool {
    match entry {
        Entry::Session => true,
        Entry::WriteToken => use_case.is_of_years(),
        Entry::ReadToken => use_case.is_of_years() && use_case.reads(),
        Entry::Feed => matches!(use_case, UseCase::SeeYear | UseCase::ReadPlan | UseCase::ReadWork),
    }
}

/// The roles, in the order of the matrix.
pub const ROLES: &[Role] = &[
    Role::Controller,
    Role::Unit,
    Role::Leader,
    Role::Steward,
    Role::Partner,
    Role::Reader,
    Role::Administrator,
];
