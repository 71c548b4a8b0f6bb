//! Payloads of earlier versions, raised to today's shape step by step. Stored records are never rewritten.

use crate::event::{PAYLOAD_VERSION, Undecodable};
use serde_json::Value;

/// Turns a payload of one version into the next one's.
type Step = fn(kind: &str, payload: Value) -> Value;

/// One step for each version, the first raising 1 to 2.
const STEPS: &[Step] = &[];

/// Raises a payload to the shape of [`PAYLOAD_VERSION`].
///
/// # Errors
/// When the version is 0 or later than this program knows.
pub fn raise(kind: &str, version: u32, payload: Value) -> Result<Value, Undecodable> {
    raise_by(STEPS, PAYLOAD_VERSION, kind, version, payload)
}

fn raise_by(
    steps: &[Step],
    today: u32,
    kind: &str,
    version: u32,
    payload: Value,
) -> Result<Value, Undecodable> {
    if version == 0 || version > today {
        return Err(Undecodable {
            why: format!("payload version {version}; this program reads 1 to {today}: use a newer Styrbord"),
        });
    }
    let passed = version as usize - 1;
    Ok(steps.iter().skip(passed).fold(payload, |payload, step| step(kind, payload)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_old_payload_takes_every_later_step() {
        let steps: &[Step] = &[
            |_, mut payload| {
                payload["second"] = json!(2);
                payload
            },
            |_, mut payload| {
                payload["third"] = json!(3);
                payload
            },
        ];
        let raised = |version| raise_by(steps, 3, "work.status_reported", version, json!({"first": 1}));
        assert_eq!(raised(1), Ok(json!({"first": 1, "second": 2, "third": 3})));
        assert_eq!(raised(2), Ok(json!({"first": 1, "third": 3})));
        assert!(raised(0).is_err() && raised(4).is_err());
    }

    #[test]
    fn there_is_a_step_for_each_version() {
        assert_eq!(STEPS.len() as u32 + 1, PAYLOAD_VERSION);
    }
}
