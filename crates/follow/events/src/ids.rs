//! The names that things keep for ever: people, units, organisations, and the objects of a year.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use styrbord_calendar::Date;

/// Text that is no id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnId;

impl fmt::Display for NotAnId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an id such as assignment-7")
    }
}

impl std::error::Error for NotAnId {}

/// Gives a type that is written as text the two halves of serde.
macro_rules! as_text {
    ($type:ty) => {
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
            }
        }
    };
}

macro_rules! numbered {
    ($(#[$doc:meta])* $name:ident, $word:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(pub u32);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($word, "-{}"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                let number = text.strip_prefix(concat!($word, "-")).ok_or(NotAnId)?;
                number_of(number).map(Self).ok_or(NotAnId)
            }
        }

        as_text!($name);
    };
}

numbered!(
    /// A person, as `person-3`. The name lies in an erasable text.
    PersonId,
    "person"
);
numbered!(
    /// A unit of an organisation, as `unit-2`.
    UnitId,
    "unit"
);
numbered!(
    /// An agency, ministry, partner agency or municipality, as `organisation-1`.
    OrganisationId,
    "organisation"
);

/// Reads a number without sign, leading zero or anything else that would give two texts for one id.
fn number_of(text: &str) -> Option<u32> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
    plain.then(|| text.parse().ok()).flatten()
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $word:literal,)*) => {
        /// What an object of a year is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum ObjectKind {
            $($(#[$doc])* $kind,)*
        }

        impl ObjectKind {
            /// Every kind, in the order in which they are told.
            pub const ALL: &[Self] = &[$(Self::$kind,)*];

            /// Returns the word that an id of the kind begins with.
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$kind => $word,)*
                }
            }
        }
    };
}

kinds! {
    /// A letter, circular or order.
    Letter = "letter",
    /// A goal or sub-goal.
    Goal = "goal",
    /// A steering parameter.
    Parameter = "parameter",
    /// A performance requirement.
    Requirement = "requirement",
    /// An assignment.
    Assignment = "assignment",
    /// A chapter of the budget.
    Chapter = "chapter",
    /// A post of a chapter.
    Post = "post",
    /// A report that is due.
    Report = "report",
    /// A meeting.
    Meeting = "meeting",
    /// A duty in running text.
    Duty = "duty",
    /// Something announced for later.
    Announcement = "announcement",
    /// An authorisation.
    Authorisation = "authorisation",
    /// A common direction.
    Direction = "direction",
    /// An attachment that a letter lists.
    Attachment = "attachment",
    /// A deliverable of an assignment.
    Deliverable = "deliverable",
    /// A series of measurements by one definition.
    Series = "series",
    /// A commitment of money.
    Commitment = "commitment",
    /// A part of a post that a unit has.
    SubAllocation = "sub_allocation",
    /// A charge authorisation, given or received.
    Charge = "charge",
    /// A project of the research portfolio.
    Project = "project",
    /// An import of actuals.
    Import = "import",
}

impl FromStr for ObjectKind {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        Self::ALL.iter().copied().find(|kind| kind.word() == text).ok_or(NotAnId)
    }
}

impl fmt::Display for ObjectKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

as_text!(ObjectKind);

/// An object of one year, as `assignment-7`; never used again for another, even when its number in the letter changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ObjectId {
    /// What it is.
    pub kind: ObjectKind,
    /// Counted from 1 within the kind, in the order of arrival.
    pub number: u32,
}

impl fmt::Display for ObjectId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.kind, self.number)
    }
}

impl FromStr for ObjectId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let (kind, number) = text.rsplit_once('-').ok_or(NotAnId)?;
        Ok(Self { kind: kind.parse()?, number: number_of(number).ok_or(NotAnId)? })
    }
}

as_text!(ObjectId);

/// Which numbers a year has used.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Numbers {
    last: BTreeMap<ObjectKind, u32>,
}

impl Numbers {
    /// Returns the next id of a kind and marks it as used.
    pub fn take(&mut self, kind: ObjectKind) -> ObjectId {
        let last = self.last.entry(kind).or_default();
        *last = last.saturating_add(1);
        ObjectId { kind, number: *last }
    }

    /// Marks an id as used.
    pub fn used(&mut self, id: ObjectId) {
        let last = self.last.entry(id.kind).or_default();
        *last = (*last).max(id.number);
    }
}

/// A line of history that has versions of its own: the directory of people, or one agency's year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stream {
    /// Organisations, people, units and roles, of all agencies.
    Directory,
    /// One agency, one year; as `organisation-1/2025`.
    Year(OrganisationId, i16),
}

impl fmt::Display for Stream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Directory => f.write_str("directory"),
            Self::Year(agency, year) => write!(f, "{agency}/{year:04}"),
        }
    }
}

impl FromStr for Stream {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        if text == "directory" {
            return Ok(Self::Directory);
        }
        let (agency, year) = text.split_once('/').ok_or(NotAnId)?;
        let first = Date::parse_iso(&format!("{year}-01-01")).ok_or(NotAnId)?;
        Ok(Self::Year(agency.parse()?, first.year()))
    }
}

as_text!(Stream);

/// Who does something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Actor {
    /// Whoever has the database in hand: set-up, command line, recovery.
    Operator,
    /// A registered person.
    Person(PersonId),
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Operator => f.write_str("operator"),
            Self::Person(person) => person.fmt(f),
        }
    }
}

impl FromStr for Actor {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        if text == "operator" { Ok(Self::Operator) } else { text.parse().map(Self::Person) }
    }
}

as_text!(Actor);

/// The most characters that the id of a command has.
const COMMAND_ID_MAX: usize = 64;

/// The idempotency key of a command: 1 to 64 letters, digits, `-`, `_`, `.` or `:`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CommandId(String);

impl CommandId {
    /// Returns it as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CommandId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for CommandId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.:".contains(&byte);
        let fits = (1..=COMMAND_ID_MAX).contains(&text.len()) && text.bytes().all(plain);
        if fits { Ok(Self(text.to_owned())) } else { Err(NotAnId) }
    }
}

as_text!(CommandId);

#[cfg(test)]
mod tests {
    use super::*;

    fn round<T: FromStr + fmt::Display>(text: &str) -> Option<String> {
        text.parse::<T>().ok().map(|id| id.to_string())
    }

    #[test]
    fn an_id_has_one_spelling() {
        assert_eq!(round::<ObjectId>("assignment-7").as_deref(), Some("assignment-7"));
        assert_eq!(round::<Stream>("organisation-12/2025").as_deref(), Some("organisation-12/2025"));
        assert_eq!(round::<Actor>("person-3").as_deref(), Some("person-3"));
        for wrong in ["assignment-07", "assignment-+7", "assignment-", "task-7", "assignment-4294967296", "7"]
        {
            assert_eq!(round::<ObjectId>(wrong), None, "{wrong}");
        }
        for wrong in ["organisation-1/25", "organisation-1/2025/", "directory/2025", "organisation-1/+025"] {
            assert_eq!(round::<Stream>(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn every_kind_has_its_own_word() {
        for kind in ObjectKind::ALL {
            assert_eq!(kind.word().parse(), Ok(*kind));
        }
    }
}
