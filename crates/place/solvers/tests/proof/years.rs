//! Invented years, by way of the files that they are written to.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::{Arc, Mutex};
use styrbord_settlement::Instance;
use styrbord_settlement::read::{PoolTables, Tables, read};
use styrbord_synthetic::{Wish, write};
use styrbord_tables::{Format, Table};

/// A file in memory.
#[derive(Clone, Default)]
struct InMemory(Arc<Mutex<Vec<u8>>>);

impl Write for InMemory {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Returns an invented year over the real municipalities.
pub(crate) fn year(persons: u32, seed: u64) -> Instance {
    year_and_pool(Wish { persons, seed, strength: 1.0 }).0
}

/// Returns an invented year with the cases of the year before.
pub(crate) fn year_and_pool(wish: Wish) -> (Instance, Instance) {
    let files: RefCell<BTreeMap<String, InMemory>> = RefCell::default();
    let open = |name: &str| Ok(files.borrow_mut().entry(name.to_owned()).or_default().clone());
    write(wish, Format::Csv, open).unwrap();
    let table = |name: &str| {
        let bytes = files.borrow()[&format!("{name}.csv")].0.lock().unwrap().clone();
        Table::open(name, Arc::new(bytes)).unwrap()
    };
    let tables = Tables {
        cases: table("cases"),
        places: table("places"),
        values: table("values"),
        capacities: None,
        needs: None,
        pool: Some(PoolTables { cases: table("pool/cases"), values: table("pool/values") }),
    };
    let reading = read(&tables).unwrap();
    (reading.instance, reading.pool.unwrap())
}
