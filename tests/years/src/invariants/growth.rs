//! Histories only grow: what stood in one stays as it was, and what has an id never goes away.

use super::{Checked, ensure};
use serde_json::Value;
use styrbord_events::money::Month;
use styrbord_events::{Book, ObjectId, OrganisationId, PersonId, Stream, UnitId, measure, work};

/// The book as it was when it was looked at last.
#[derive(Debug, Default)]
pub(crate) struct Growth(Value);

impl Growth {
    /// Holds the book against what it was the last time.
    pub(crate) fn check(&mut self, book: &Book) -> Checked {
        let now = serde_json::to_value(book).map_err(|error| error.to_string())?;
        grows(&self.0, &now, "")?;
        self.0 = now;
        Ok(())
    }
}

fn grows(old: &Value, new: &Value, path: &str) -> Checked {
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => {
            for (name, was) in old {
                match new.get(name) {
                    Some(is) => grows(was, is, &format!("{path}/{name}"))?,
                    None => ensure(!is_id(name), || format!("{path}/{name} is gone"))?,
                }
            }
            Ok(())
        }
        (Value::Array(old), _) if old.iter().any(is_stamped) => {
            let kept = new.as_array().is_some_and(|new| new.starts_with(old));
            ensure(kept, || format!("the history {path} was changed"))
        }
        _ => Ok(()),
    }
}

/// Tells whether a value of a list says when and by whom.
fn is_stamped(value: &Value) -> bool {
    let stamp = |value: &Value| value.get("seq").is_some() && value.get("at").is_some();
    match value {
        Value::Object(fields) => fields.get("stamp").is_some_and(stamp),
        Value::Array(pair) => pair.last().is_some_and(stamp),
        _ => false,
    }
}

fn is_id(name: &str) -> bool {
    // A budget year is no id: what is bound in it may be bound no longer.
    let is_due = name.parse::<u32>().map_or(true, |number| number < 1900);
    name.parse::<ObjectId>().is_ok()
        || name.parse::<PersonId>().is_ok()
        || name.parse::<OrganisationId>().is_ok()
        || name.parse::<UnitId>().is_ok()
        || name.parse::<Stream>().is_ok()
        || name.parse::<Month>().is_ok()
        || measure::Period::parse(name).is_some()
        || (is_due && name.parse::<work::DueKey>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_history_that_lost_or_changed_an_entry_is_found() {
        let version = |value: i32| json!({"value": value, "stamp": {"seq": value, "at": "x"}});
        let one = json!({"log": [version(1)]});
        let two = json!({"log": [version(1), version(2)]});
        assert_eq!(grows(&one, &two, ""), Ok(()));
        assert!(grows(&two, &one, "").is_err());
        assert!(grows(&one, &json!({"log": [version(3), version(2)]}), "").is_err());
        assert!(grows(&json!({"goal-1": 1}), &json!({}), "").is_err());
    }
}
