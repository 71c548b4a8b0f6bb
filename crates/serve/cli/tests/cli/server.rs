//! A year that moves from a file to a PostgreSQL server and back.

use crate::program::{folder, run_in};
use std::path::Path;
use styrbord_truth::Cluster;

const LETTER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../examples/letters/fjellvett-2025.txt");

fn good(folder: &Path, call: &str) -> String {
    let run = run_in(folder, &format!("{call} --lang en"));
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{call}: {}", run.out);
    run.out
}

#[test]
fn a_year_moves_to_a_server_and_back_byte_for_byte() {
    let Some(cluster) = Cluster::start("a year on a PostgreSQL server") else { return };
    let folder = folder("year-on-a-server");
    let server = cluster.database("year");
    let now = "--now 2025-01-02T09:00:00Z";
    good(&folder, &format!("year start {LETTER} --simulated {now} --db here.db"));
    good(&folder, &format!("year person add Kari {now} --db here.db"));
    let lines = good(&folder, "journal export --db here.db");
    std::fs::write(folder.join("year.jsonl"), &lines).unwrap();
    good(&folder, &format!("journal import --db {server} year.jsonl"));
    assert_eq!(good(&folder, &format!("journal export --db {server}")), lines);
    assert_eq!(good(&folder, &format!("year show --db {server}")), good(&folder, "year show --db here.db"));
    let later = "--now 2025-03-03T09:00:00Z --as Kari";
    good(&folder, &format!("year status assignment-8 at-risk --comment Sent {later} --db {server}"));
    good(&folder, &format!("journal verify --db {server}"));
    let lines = good(&folder, &format!("journal export --db {server}"));
    std::fs::write(folder.join("later.jsonl"), &lines).unwrap();
    good(&folder, "journal import --db again.db later.jsonl");
    assert_eq!(good(&folder, "journal export --db again.db"), lines);
    let history = |db: &str| good(&folder, &format!("year history assignment-8 --db {db}"));
    assert!(history(&server).contains("at risk; Sent"));
    assert_eq!(history("again.db"), history(&server));
    let copied = good(&folder, &format!("journal backup --db {server} copy.db"));
    assert!(copied.starts_with("copy.db: "), "{copied}");
    assert_eq!(good(&folder, "journal export --db copy.db"), lines);
}
