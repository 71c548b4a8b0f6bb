//! Any bytes as an exchange folder: reading refuses with the file's name or gives an instance; a small one is solved,
//! and the verifier finds the plan in order and the bound proved.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::Arc;
use styrbord_settlement::read::{ReadError, Tables, read};
use styrbord_settlement::{Among, Instance, verify};
use styrbord_solvers::{Effort, Order, solve};
use styrbord_tables::Table;

/// What stands between the tables of an input: a form feed.
const BETWEEN: u8 = 0x0C;
/// The tables, in the order in which an input has them; the last two need not be there.
const NAMES: [&str; 5] = ["cases", "places", "values", "capacities", "needs"];
/// Larger instances are read and not solved.
const PAIRS_MAX: usize = 200;

fuzz_target!(|bytes: &[u8]| {
    // Read as one file, the bytes are Parquet when they begin so, and CSV otherwise.
    let parts: Vec<&[u8]> = bytes.splitn(NAMES.len(), |byte| *byte == BETWEEN).collect();
    let instance = match instance(&parts) {
        Ok(instance) => instance,
        Err(error) => {
            assert!(NAMES.contains(&error.spot.file.as_str()), "{error}");
            return;
        }
    };
    if instance.cases.len() * instance.places.len() > PAIRS_MAX {
        return;
    }
    for must_settle in [false, true] {
        for effort in [Effort::Quick, Effort::Thorough] {
            judge(&instance, &Order { must_settle, effort, ..Order::default() });
        }
    }
});

fn instance(parts: &[&[u8]]) -> Result<Instance, ReadError> {
    let table = |at: usize| Table::open(NAMES[at], Arc::new(parts.get(at).map_or(vec![], |part| part.to_vec())));
    let optional = |at: usize| parts.get(at).map(|_| table(at)).transpose();
    let tables = Tables {
        cases: table(0)?,
        places: table(1)?,
        values: table(2)?,
        capacities: optional(3)?,
        needs: optional(4)?,
        pool: None,
    };
    read(&tables).map(|reading| reading.instance)
}

fn judge(instance: &Instance, order: &Order) {
    let solution = solve(instance, order, &mut |progress| {
        assert!(progress.value <= progress.bound);
        true
    });
    assert_eq!(verify::check(instance, &solution.plan), Ok(solution.value));
    let is_complete = order.must_settle && solution.shortage.is_none();
    let among = if is_complete { Among::Complete } else { Among::All };
    let (certificate, kinds) = (&solution.certificate, &solution.certificate_kinds);
    let proved = verify::bound_with(instance, certificate, kinds, among).expect("the prices prove a bound");
    assert!(solution.value <= proved && proved <= solution.bound);
    assert!(!is_complete || solution.plan.unplaced_cases() == 0);
}
