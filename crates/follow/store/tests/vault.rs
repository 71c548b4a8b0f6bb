//! SQLite and PostgreSQL do what every vault does.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]

mod common;
#[path = "conformance/vault.rs"]
mod conformance;

use common::Folder;
use styrbord_store::{Journal, Keeper, Open, Sqlite, Vault};

fn sqlite(folder: &Folder) -> Box<dyn Vault> {
    Box::new(Sqlite::open(folder.file("journal.db"), Open::OrCreate).unwrap())
}

/// Makes a test of each case.
macro_rules! test_of_each {
    ($($case:ident,)*) => {
        $(
            #[test]
            fn $case() {
                let folder = Folder::new();
                conformance::$case(&|| sqlite(&folder));
            }
        )*

        #[cfg(feature = "postgres")]
        #[test]
        fn postgres_does_what_every_vault_does() {
            let title = "PostgreSQL: what every vault does";
            let Some(cluster) = styrbord_truth::Cluster::start(title) else { return };
            $(
                println!("{}", stringify!($case));
                let address = cluster.database(stringify!($case));
                conformance::$case(&|| Box::new(styrbord_store::Postgres::connect(&address).unwrap()));
            )*
        }
    };
}

vault_conformance!(test_of_each);

#[test]
fn a_vault_lies_beside_the_journal_and_leaves_it_alone() {
    let folder = Folder::new();
    let mut vault = sqlite(&folder);
    let mut keeper = Keeper::open(folder.sqlite()).unwrap();
    keeper.submit(&common::envelope(1), &common::organisation("A")).unwrap();
    let head = keeper.head();
    assert!(vault.add_first_account(&conformance::account(1, "kari")).unwrap());
    assert_eq!(keeper.journal().head(), Ok(head));
    assert_eq!(keeper.catch_up(), Ok(0));
}

#[test]
fn a_journal_of_the_first_version_gets_its_vault() {
    let folder = Folder::new();
    let path = folder.file("old.db");
    let old = rusqlite::Connection::open(&path).unwrap();
    old.execute_batch(include_str!("../src/sqlite/schema/1.sql")).unwrap();
    old.execute_batch("PRAGMA application_id = 1400142178; PRAGMA user_version = 1;").unwrap();
    drop(old);
    assert!(Sqlite::open(&path, Open::ToRead).unwrap().head().is_ok());
    let mut vault = Sqlite::open(&path, Open::Existing).unwrap();
    assert!(vault.add_account(&conformance::account(1, "kari")).unwrap());
}
