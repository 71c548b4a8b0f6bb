//! The name of one deadline of an object.

use crate::ids::NotAnId;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use styrbord_calendar::Date;

/// One deadline of an object, as `1`, `Del 2/1` or, of one that comes again, `1@2025-03-20`.
///
/// It stays the same when the deadline is moved or a later letter changes it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DueKey {
    /// The label of the part, as first printed; `Del II: underveisrapport` of a part within a part.
    pub part: Option<String>,
    /// Counted from 1 among the deadlines with that label, in the order in which letters brought them.
    pub index: u32,
    /// The planned day of one occurrence.
    pub day: Option<Date>,
}

impl DueKey {
    /// Makes the key of a deadline that is one of no part.
    pub const fn whole(index: u32) -> Self {
        Self { part: None, index, day: None }
    }

    /// Returns the key of one occurrence.
    #[must_use]
    pub fn on(&self, day: Date) -> Self {
        Self { day: Some(day), ..self.clone() }
    }

    /// Returns the key of the deadline that an occurrence belongs to.
    #[must_use]
    pub fn slot(&self) -> Self {
        Self { day: None, ..self.clone() }
    }
}

impl fmt::Display for DueKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(part) = &self.part {
            write!(f, "{part}/")?;
        }
        write!(f, "{}", self.index)?;
        self.day.map_or(Ok(()), |day| write!(f, "@{day}"))
    }
}

impl FromStr for DueKey {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let (part, rest) = match text.rsplit_once('/') {
            Some((part, rest)) => (Some(part.to_owned()), rest),
            None => (None, text),
        };
        let (index, day) = match rest.split_once('@') {
            Some((index, day)) => (index, Some(Date::parse_iso(day).ok_or(NotAnId)?)),
            None => (rest, None),
        };
        let index: u32 = index.parse().map_err(|_| NotAnId)?;
        let key = Self { part, index, day };
        // One spelling for each key: no sign, no leading zero, no empty label.
        let plain = index > 0 && key.part.as_deref() != Some("") && key.to_string() == text;
        if plain { Ok(key) } else { Err(NotAnId) }
    }
}

impl TryFrom<String> for DueKey {
    type Error = NotAnId;

    fn try_from(text: String) -> Result<Self, NotAnId> {
        text.parse()
    }
}

impl From<DueKey> for String {
    fn from(key: DueKey) -> Self {
        key.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_as_it_is_written() {
        for text in ["1", "12", "Del 2/1", "Del II: rapport/2", "a/b/1", "1@2025-03-20", "Del 2/1@2025-03-20"]
        {
            assert_eq!(text.parse::<DueKey>().unwrap().to_string(), text);
        }
        for wrong in ["", "0", "01", "+1", "/1", "Del 2", "Del 2/", "1@", "1@2025-02-30", "1@2025-3-2"] {
            assert_eq!(wrong.parse::<DueKey>(), Err(NotAnId), "{wrong}");
        }
    }
}
