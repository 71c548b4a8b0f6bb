//! Settlement: a year or a batch in, a proposal out, with what proves how good it is. People decide.

mod explain;
mod simulate;
mod solve;
mod verify;

pub use explain::{Choice, Excluded, Explained, explain};
pub use simulate::{
    Group, HeldFloors, HeldGroup, HeldRegion, SimulateReport, Simulated, Waits, Week, simulate,
};
pub use solve::{Request, Scarce, ScarceKind, SolveReport, Solved, Unplaced, Why, solve};
pub use verify::{Asked, Fault, Judged, Proof, verify};

pub use styrbord_settlement::read::{
    CAPACITY_MAX, Note, PlanFile, PoolTables, PriceFile, ReadError, Reading, Tables, Wrong, group_floors,
    kind_prices, openings, pairs, plan, prices, read, region_floors,
};
pub use styrbord_settlement::{
    Among, Certificate, Decisions, Floors, Instance, KindPrices, NoProof, Plan, Violation, from_units,
};
pub use styrbord_solvers::simulate::{Policy, Setting};
pub use styrbord_solvers::{Begin, Effort, Order, Progress, Shortage, Solution};
pub use styrbord_synthetic::{Wish, Year, write as generate};
pub use styrbord_tables::{Format, Input, Kind, Row, Spot, Table, TableError, Wrong as WrongTable};

use serde::Serialize;

/// A municipality as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlaceName {
    /// Its key in the files.
    pub place: String,
    /// What people call it, when the files say.
    pub name: String,
}

impl PlaceName {
    fn of(instance: &Instance, place: usize) -> Self {
        instance.places.get(place).map_or_else(
            || PlaceName { place: String::new(), name: String::new() },
            |about| PlaceName { place: about.key.clone(), name: about.name.clone() },
        )
    }
}

/// Returns units as what they are worth.
#[expect(clippy::float_arithmetic, clippy::cast_precision_loss, reason = "what is shown of exact units")]
fn worth(units: i64, scale: i32) -> f64 {
    units as f64 / f64::from(scale)
}

/// Returns how far a plan may be from the best one, as a part of the bound.
#[expect(clippy::float_arithmetic, clippy::cast_precision_loss, reason = "what is shown of exact units")]
fn gap(value: i64, bound: i64) -> f64 {
    if bound <= 0 { 0.0 } else { (bound - value) as f64 / bound as f64 }
}

/// Returns how many persons a plan puts in each place.
fn living(instance: &Instance, plan: &Plan) -> Vec<u64> {
    let mut living = vec![0; instance.places.len()];
    for (case, home) in instance.cases.iter().zip(&plan.homes) {
        if let Some(persons) = home.and_then(|place| living.get_mut(place as usize)) {
            *persons += u64::from(case.persons);
        }
    }
    living
}

/// Returns how much of a further kind of room a plan uses in each place.
fn using(instance: &Instance, plan: &Plan, kind: usize) -> Vec<u64> {
    let mut using = vec![0; instance.places.len()];
    let needs = instance.kinds.get(kind).map_or(&[][..], |kind| &kind.need);
    for (need, home) in needs.iter().zip(&plan.homes) {
        if let Some(used) = home.and_then(|place| using.get_mut(place as usize)) {
            *used += u64::from(*need);
        }
    }
    using
}
