//! `styrbord journal`: from a journal that was filled to its copies, and what is said of a damaged one.

use crate::program::{Run, folder, run_in};
use serde_json::json;
use std::path::Path;
use styrbord_app::Date;
use styrbord_app::journal::{Actor, Command, Envelope, Expected, Instant, Keeper, Open, Stream, open};

/// Fills `year.db` in a folder with three organisations.
fn filled(test: &str) -> std::path::PathBuf {
    let folder = folder(test);
    let db = folder.join("year.db");
    let mut keeper = Keeper::open(open(db.to_str().unwrap(), Open::OrCreate).unwrap()).unwrap();
    let on = Date::parse_iso("2025-01-10").unwrap();
    for (number, name) in ["Fjellvettdirektoratet", "Fjelldepartementet", "Stitilsynet"].iter().enumerate() {
        let command = json!({"directory": {"register_organisation":
            {"kind": "agency", "name": name, "short": null, "number": null}}});
        let command: Command = serde_json::from_value(command).unwrap();
        let envelope = Envelope {
            id: format!("command-{number}").parse().unwrap(),
            stream: Stream::Directory,
            actor: Actor::Operator,
            at: Instant::start_of(on),
            on,
            reason: Some("Første gang".to_owned()),
            expected: Expected::Any,
            nonce: [number as u8; 16],
        };
        keeper.submit(&envelope, &command).unwrap();
    }
    folder
}

fn run(folder: &Path, call: &str) -> Run {
    run_in(folder, &format!("journal {call} --lang en"))
}

fn good(folder: &Path, call: &str) -> String {
    let run = run(folder, call);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{call}: {}", run.out);
    run.out
}

#[test]
fn a_journal_is_copied_moved_and_brought_back() {
    let folder = filled("journal-copies");
    let verified = good(&folder, "verify --db year.db");
    assert!(
        verified.starts_with("The journal is in order: 3 records, 3 texts, 0 attachments.\nLast record: "),
        "{verified}"
    );
    let replayed = good(&folder, "replay --db year.db --format json");
    assert_eq!(
        good(&folder, "backup --db year.db copy.db"),
        "copy.db: 3 records, 3 texts, 0 attachments, verified.\n"
    );
    assert_eq!(
        good(&folder, "restore --db again.db copy.db"),
        "again.db: 3 records, 3 texts, 0 attachments, verified.\n"
    );
    let lines = good(&folder, "export --db again.db");
    assert_eq!(good(&folder, "export --db year.db -o year.jsonl"), "");
    assert_eq!(std::fs::read_to_string(folder.join("year.jsonl")).unwrap(), lines);
    good(&folder, "import --db new.db year.jsonl");
    assert_eq!(good(&folder, "export --db new.db"), lines);
    assert_eq!(good(&folder, "replay --db new.db --format json"), replayed);
    let text = good(&folder, "replay --db new.db");
    assert!(text.starts_with("3 records and 0 years in 0."), "{text}");
}

#[test]
fn nothing_is_replaced_unasked() {
    let folder = filled("journal-force");
    good(&folder, "backup --db year.db copy.db");
    for call in ["backup --db year.db copy.db", "restore --db year.db copy.db"] {
        let run = run(&folder, call);
        assert_eq!(run.code, 2);
        assert!(run.err.contains("already. Choose a new file, or use --force"), "{}", run.err);
        good(&folder, &format!("{call} --force"));
    }
    good(&folder, "export --db year.db -o year.jsonl");
    assert_eq!(run(&folder, "import --db year.db year.jsonl").code, 2);
    assert!(good(&folder, "verify --db year.db").contains("3 records"));
}

#[test]
fn a_damaged_journal_is_told_with_its_first_wrong_record() {
    let folder = filled("journal-damaged");
    good(&folder, "backup --db year.db copy.db");
    let mut bytes = std::fs::read(folder.join("copy.db")).unwrap();
    let at = bytes.windows(8).rposition(|window| window == b"Fjelldep").unwrap();
    bytes[at + 1] = b'i';
    std::fs::write(folder.join("copy.db"), bytes).unwrap();
    let run_verify = run(&folder, "verify --db copy.db");
    assert_eq!((run_verify.code, run_verify.err.as_str()), (1, ""));
    assert!(
        run_verify.out.contains("- Record 2 of the journal is not as it was written"),
        "{}",
        run_verify.out
    );
    let json = run(&folder, "verify --db copy.db --format json").json();
    assert_eq!((&json["faults"][0]["seq"], &json["in_order"]), (&json!(2), &json!(false)));
    let restored = run(&folder, "restore --db again.db copy.db");
    assert_eq!(restored.code, 2);
    assert!(restored.err.starts_with("error: Record 2 of the journal"), "{}", restored.err);
    assert!(!folder.join("again.db").exists());
}

#[test]
fn what_is_no_journal_is_told_with_what_to_do() {
    let folder = folder("journal-none");
    std::fs::write(folder.join("letter.txt"), "Tildelingsbrev 2025 for Bryggetilsynet").unwrap();
    for (call, said) in [
        ("verify --db none.db", "error: There is no journal at none.db. See whether the path"),
        ("verify --db letter.txt", "error: letter.txt is no journal of Styrbord. See"),
        ("import --db new.db none.jsonl", "error: none.jsonl cannot be read"),
        ("import --db new.db letter.txt", "error: Line 1 of the export is not as it was written"),
        #[cfg(not(feature = "postgres"))]
        ("replay --db postgres://localhost/year", "error: This build of the program has no PostgreSQL."),
        #[cfg(feature = "postgres")]
        (
            "replay --db postgres://localhost:1/year",
            "error: The journal postgres://localhost/year cannot be opened",
        ),
    ] {
        let run = run(&folder, call);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{call}");
        assert!(run.err.starts_with(said), "{call}: {}", run.err);
    }
    assert!(!folder.join("new.db").exists());
}
