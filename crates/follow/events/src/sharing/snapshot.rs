//! An object as it was at one moment.

use crate::ids::ObjectId;
use crate::letters::PartValue;
use crate::year::Year;
use crate::{measure, money, work};
use serde::Serialize;
use serde_json::Value;

/// What all areas held of an object at one moment, as JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Snapshot(String);

/// What each area holds of an object; none where it holds nothing.
#[derive(Serialize)]
struct ObjectView<'a, W, S, M> {
    /// As the letters have it.
    part: Option<&'a PartValue>,
    /// How far it is.
    work: Option<W>,
    /// What was measured of it.
    measure: Option<S>,
    /// What was used of it, bound and expected.
    money: Option<M>,
}

impl Snapshot {
    /// Takes down what the areas hold of an object now.
    pub(super) fn take(year: &Year, object: ObjectId) -> Self {
        Self(object_view(year, object))
    }

    /// Returns it as JSON.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Returns it as a value.
    pub fn value(&self) -> Value {
        serde_json::from_str(&self.0).unwrap_or_default()
    }
}

/// Returns what the areas hold of an object now, as JSON: what others are shown of it.
///
/// Each area says what that is. It shows what holds, never what held before, nor who did it or why: that is internal.
pub fn object_view(year: &Year, object: ObjectId) -> String {
    let view = ObjectView {
        part: year.letters.parts.get(&object).map(|part| &part.value),
        work: work::object_view(year, object),
        measure: measure::object_view(year, object),
        money: money::object_view(year, object),
    };
    // No area holds a value that cannot be JSON.
    serde_json::to_string(&view).unwrap_or_default()
}
