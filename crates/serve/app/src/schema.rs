//! The JSON Schema of the plan, made from the types that print it.

use schemars::generate::SchemaSettings;
use serde_json::Value;
use styrbord_plan::Plan;

/// Returns the schema (draft 2020-12) of the plan as the program prints it: every field is there.
///
/// A program that reads plans should take fields that it does not know: fields are added, never renamed.
pub fn plan_schema() -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<Plan>().to_value()
}

/// Returns the schema of a plan that a person writes: a field that holds its empty value may be left out.
pub fn written_plan_schema() -> Value {
    let settings = SchemaSettings::draft2020_12().for_deserialize();
    settings.into_generator().into_root_schema_for::<Plan>().to_value()
}
