//! Changes as lines that a case can expect.

use styrbord_compare::{Change, Changes, FieldChange, Side, Value};
use styrbord_plan::Plan;

/// Returns the plan of a letter.
pub fn plan(letter: &str) -> Plan {
    styrbord_pipeline::compile(letter.as_bytes()).unwrap().plan
}

/// Returns a line for each change: `kind status by: old => new | field old -> new`.
pub fn lines(changes: &Changes) -> Vec<String> {
    changes.changes.iter().map(line).collect()
}

fn line(change: &Change) -> String {
    let reason = change.reason.map(|reason| format!(" {}", word(&reason.by))).unwrap_or_default();
    let sides = |sides: &[Side]| sides.iter().map(side).collect::<Vec<_>>().join(" & ");
    let fields: Vec<String> =
        change.fields.iter().map(|field| format!(" | {}", self::field(field))).collect();
    let fields = fields.concat();
    let (kind, status) = (word(&change.kind), word(&change.status));
    let line = format!("{kind} {status}{reason}: {} => {}{fields}", sides(&change.old), sides(&change.new));
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn side(side: &Side) -> String {
    let named = side.label.clone().unwrap_or_else(|| side.title.clone());
    side.inside.as_ref().map_or(named.clone(), |inside| format!("{inside}/{named}"))
}

fn field(field: &FieldChange) -> String {
    let days = field.days.map(|days| format!(" {days}d")).unwrap_or_default();
    let money = field.difference_permille.map(|permille| format!(" {permille}‰")).unwrap_or_default();
    let agrees = field.agrees.map(|agrees| format!(" agrees={agrees}")).unwrap_or_default();
    format!("{} {} -> {}{days}{money}{agrees}", word(&field.field), value(&field.old), value(&field.new))
}

fn value(value: &Value) -> String {
    serde_json::to_string(value).unwrap().replace('"', "")
}

fn word(code: &impl serde::Serialize) -> String {
    serde_json::to_value(code).unwrap().as_str().unwrap().to_owned()
}
