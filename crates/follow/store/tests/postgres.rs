//! PostgreSQL, a real server, does what every journal does.

#![cfg(feature = "postgres")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]
#![expect(clippy::disallowed_types, reason = "news are to arrive within a second")]

mod common;
mod conformance;

use common::{envelope, organisation};
use std::time::{Duration, Instant};
use styrbord_events::Envelope;
use styrbord_store::{Journal, Keeper, Postgres, Rejection};
use styrbord_truth::Cluster;

fn connect(address: &str) -> Box<dyn Journal> {
    Box::new(Postgres::connect(address).unwrap())
}

/// Gives each case a database of its own; one server serves them all.
macro_rules! cases_of_one_server {
    ($($case:ident,)*) => {
        #[test]
        fn does_what_every_journal_does() {
            let Some(cluster) = Cluster::start("PostgreSQL: what every journal does") else { return };
            $(
                println!("{}", stringify!($case));
                let address = cluster.database(stringify!($case));
                conformance::$case(&|| connect(&address));
            )*
        }
    };
}

conformance!(cases_of_one_server);

#[test]
fn a_restart_of_the_server_loses_nothing_that_was_acknowledged() {
    let Some(cluster) = Cluster::start("PostgreSQL: a restart in the middle") else { return };
    let address = cluster.database("restart");
    let mut keeper = Keeper::open(connect(&address)).unwrap();
    let mut other = Keeper::open(connect(&address)).unwrap();
    for number in 1..=5 {
        keeper.submit(&envelope(number), &organisation(&format!("Nr. {number}"))).unwrap();
    }
    // The server ends without writing its buffers out, as in a crash, in the midst of a transaction.
    keeper.journal().begin().unwrap();
    cluster.stop_server();
    let Err(Rejection::Store(error)) = keeper.submit(&envelope(6), &organisation("Nr. 6")) else { panic!() };
    assert!(!error.remedy().en.is_empty());
    cluster.start_server();
    let receipt = keeper.submit(&envelope(6), &organisation("Nr. 6")).unwrap();
    assert_eq!(receipt.seqs, 6..7);
    assert_eq!(other.catch_up(), Ok(6));
    assert_eq!(other.book(), keeper.book());
}

#[test]
fn news_come_through_a_broken_connection() {
    let Some(cluster) = Cluster::start("PostgreSQL: news after a restart") else { return };
    let address = cluster.database("news");
    let mut writer = Keeper::open(connect(&address)).unwrap();
    let mut reader = Keeper::open(connect(&address)).unwrap();
    cluster.stop_server();
    cluster.start_server();
    writer
        .submit(&envelope(1), &organisation("Nr. 1"))
        .or_else(|_| writer.submit(&envelope(1), &organisation("Nr. 1")))
        .unwrap();
    let begun = Instant::now();
    while reader.catch_up().unwrap_or_default() == 0 {
        assert!(begun.elapsed() < Duration::from_secs(5));
        let _ = reader.journal().wait(Duration::from_millis(100));
    }
    writer.submit(&envelope(2), &organisation("Nr. 2")).unwrap();
    let begun = Instant::now();
    assert_eq!(reader.journal().wait(Duration::from_secs(5)), Ok(true));
    assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
    assert_eq!(reader.catch_up(), Ok(1));
}

#[test]
fn two_threads_leave_no_gap_and_lose_no_update() {
    let Some(cluster) = Cluster::start("PostgreSQL: two writers at once") else { return };
    let address = cluster.database("writers");
    connect(&address);
    let write = |from: u64| {
        let address = address.clone();
        std::thread::spawn(move || {
            let mut keeper = Keeper::open(connect(&address)).unwrap();
            (from..from + 50)
                .map(|number| {
                    // One clock for both.
                    let envelope = Envelope { at: envelope(0).at, ..envelope(number) };
                    keeper.submit(&envelope, &organisation(&format!("Nr. {number}"))).unwrap().seqs.start
                })
                .collect::<Vec<_>>()
        })
    };
    let (one, other) = (write(1000), write(1500));
    let mut seqs = [one.join().unwrap(), other.join().unwrap()].concat();
    seqs.sort_unstable();
    assert_eq!(seqs, (1..=100).collect::<Vec<u64>>());
    let keeper = Keeper::open(connect(&address)).unwrap();
    assert_eq!(keeper.book().directory.organisations.len(), 100);
}

#[test]
fn what_is_no_journal_is_told_and_records_are_not_changed_by_sql() {
    let missing = Postgres::connect("postgres://nobody:hemmelig@localhost:1/none").unwrap_err();
    assert_eq!(missing.code(), "cannot-open");
    assert!(!missing.message().en.contains("hemmelig"), "{missing}");
    let Some(cluster) = Cluster::start("PostgreSQL: another program's schema") else { return };
    let address = cluster.database("other");
    let mut client = postgres::Client::connect(&address, postgres::NoTls).unwrap();
    client.batch_execute("CREATE SCHEMA styrbord").unwrap();
    assert_eq!(Postgres::connect(&address).unwrap_err().code(), "not-a-journal");
    let address = cluster.database("newer");
    let mut keeper = Keeper::open(connect(&address)).unwrap();
    keeper.submit(&envelope(1), &organisation("Nr. 1")).unwrap();
    let mut client = postgres::Client::connect(&address, postgres::NoTls).unwrap();
    for change in
        ["DELETE FROM styrbord.records", "UPDATE styrbord.records SET kind = ''", "TRUNCATE styrbord.records"]
    {
        assert!(client.batch_execute(change).is_err(), "{change}");
    }
    client.batch_execute("UPDATE styrbord.schema SET version = 1000").unwrap();
    assert_eq!(Postgres::connect(&address).unwrap_err().code(), "newer-schema");
}
