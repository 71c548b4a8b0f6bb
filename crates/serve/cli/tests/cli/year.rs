//! `year`: a small year from its letter to the next one, and what is refused on the way.

use crate::program::{Run, folder, program, run_of};
use std::path::{Path, PathBuf};

const SUPPLEMENT: &str = "\
# Supplerende tildelingsbrev nr. 1 for 2025 til Bryggetilsynet

Dato: 2. juni 2025

## Endringer i bevilgningene

| Kap./post | Betegnelse | Tidligere tildelt (kroner) | Endring (kroner) | Ny tildeling (kroner) |
|---|---|---:|---:|---:|
| **512** | **Bryggetilsynet** | | | |
| 512.01 | Driftsutgifter | 41 300 000 | 1 000 000 | 42 300 000 |
";

const LETTER: &str = "\
# Tildelingsbrev 2025 for Bryggetilsynet

Dato: 20. desember 2024

## Mål 1: Trygge brygger

Oppdrag:

| Nr. | Oppdrag | Frist |
|---|---|---|
| 2025-01 | Kartlegge råte i trebrygger langs kysten | 01.06.2025 |
| 2025-02 | Lage veileder om fortøyning av fritidsbåter | 01.09.2025 |

## Budsjett

| Kap./post | Betegnelse | Beløp (kroner) |
|---|---|---:|
| **512** | **Bryggetilsynet** | |
| 512.01 | Driftsutgifter | 41 300 000 |
| 512.45 | Større utstyrsanskaffelser | 2 700 000 |
| | Sum kap. 512 | 44 000 000 |
";

/// Runs `styrbord year` with its database in the folder; quotes hold words together.
pub(crate) fn year(folder: &Path, call: &str) -> Run {
    let quoted = call.split('"').enumerate();
    let words =
        quoted.flat_map(
            |(at, piece)| {
                if at % 2 == 1 { vec![piece] } else { piece.split_whitespace().collect::<Vec<_>>() }
            },
        );
    let mut command = program();
    command.env("STYRBORD_DB", "year.db").arg("year").args(words).current_dir(folder);
    run_of(&command.output().unwrap())
}

const START: &str = "start letter.md --agency Bryggetilsynet --ministry Havnedepartementet --simulated --lang en \
                     --now 2025-01-02T09:00:00Z";

/// A folder with a simulated year that runs.
pub(crate) fn started(test: &str) -> PathBuf {
    let folder = folder(test);
    std::fs::write(folder.join("letter.md"), LETTER).unwrap();
    std::fs::write(folder.join("supplement.md"), SUPPLEMENT).unwrap();
    let run = year(&folder, START);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{}", run.out);
    folder
}

#[test]
fn a_year_is_started_followed_amended_and_opened_anew() {
    let folder = started("year-walk");
    let material =
        r#"{"work":{"mark_materiality":{"object":"assignment-1","material":true,"why":"Mange brukere"}}}"#;
    std::fs::write(folder.join("material.json"), material).unwrap();
    for (call, said) in [
        ("person add \"Kari Brygge\" --now 2025-01-03T09:00:00Z", "Kari Brygge is person-1"),
        (
            "owner assignment-1 \"kari brygge\" --now 2025-01-03T09:01:00Z",
            "Kari Brygge answers for assignment-1",
        ),
        (
            "status assignment-1 on-track --now 2025-03-01T09:00:00Z",
            "2025-01 Kartlegge råte i trebrygger langs kysten: on track",
        ),
        (
            "move-deadline assignment-2 2025-10-01 --writing \"e-post\" --dated 2025-03-01 --now 2025-03-02T09:00:00Z",
            "fritidsbåter: the deadline is now 1",
        ),
        ("do material.json --now 2025-03-03T09:00:00Z", "Done"),
        ("amend supplement.md --now 2025-06-03T09:00:00Z", "+1\u{a0}000\u{a0}000"),
        ("changes letter-2", "42\u{a0}300\u{a0}000"),
        ("as-of 2025-05-01", "41\u{a0}300\u{a0}000"),
        ("as-of 2025-06-02 --basis in-force", "42\u{a0}300\u{a0}000"),
        ("as-of 2025-06-02", "41\u{a0}300\u{a0}000"),
        ("due --days 90 --now 2025-07-05T09:00:00Z", "34 days over"),
        ("history assignment-2", "deadline moved from 1 September 2025 to 1 October 2025"),
        ("open-next --now 2025-11-01T09:00:00Z", "opened from 2025"),
        ("show --year 2026 --now 2025-11-02T09:00:00Z", "1 October 2025 (overdue)"),
    ] {
        let run = year(&folder, &format!("{call} --lang en"));
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{call}");
        assert!(run.out.starts_with("SIMULATED DATA\n") && run.out.contains(said), "{call}\n{}", run.out);
    }
    let shown = year(&folder, "show --year 2025 --format json --now 2025-11-02T09:00:00Z").json();
    assert_eq!((&shown["simulated"], &shown["stage"]), (&true.into(), &"running".into()));
    assert_eq!(shown["assignments"][0]["owner_name"], "Kari Brygge");
    assert_eq!(shown["total_nok"], 45_000_000);
}

#[test]
fn a_rehearsal_keeps_nothing() {
    let folder = folder("year-rehearsal");
    std::fs::write(folder.join("letter.md"), LETTER).unwrap();
    let run = year(&folder, &format!("{START} --dry-run"));
    assert_eq!((run.code, run.err.as_str()), (0, "warning: Rehearsal: nothing is kept\n"));
    assert!(run.out.contains("Kartlegge råte") && !folder.join("year.db").exists());
}

#[test]
fn questions_are_printed_with_the_words_of_the_letter() {
    let folder = started("year-questions");
    let corrected = LETTER
        .replace("Lage veileder om fortøyning av fritidsbåter", "Vurdere ny ordning for gjestehavner")
        .replace("2025-02", "2025-09");
    std::fs::write(folder.join("corrected.md"), corrected).unwrap();
    let call = "import corrected.md --now 2025-02-01T09:00:00Z --lang en";
    let asked = year(&folder, call);
    assert_eq!((asked.code, asked.err.as_str()), (1, ""));
    for said in
        ["1. The corrected letter", "| | 2025-09 | Vurdere", "--answer 1=assignment-2", "--answer 1=new"]
    {
        assert!(asked.out.contains(said), "{said}\n{}", asked.out);
    }
    assert!(!year(&folder, "show --lang en").out.contains("letter-2"));
    std::fs::write(folder.join("answers.txt"), "# Den samme\n1=assignment-2\n").unwrap();
    let done = year(&folder, &format!("{call} --answers answers.txt"));
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    assert!(done.out.contains("Vurdere ny ordning"), "{}", done.out);
}

#[test]
fn what_is_refused_says_why_and_what_to_do() {
    let folder = started("year-refused");
    for (call, said) in [
        ("status assignment-9 on-track", "There is no assignment-9 in this year; look at"),
        ("status assignment-1 delayed", "assignment-1"),
        ("owner assignment-1 Ola", "there is no person Ola; register with"),
        ("show --year 2031", "the journal does not have that year"),
        ("import letter.md", "The file has been taken in before, as letter-1"),
        ("move-deadline assignment-1 2025-07-01", "a deadline moves only by agreement"),
        ("met announcement-1 letter-1", "announcement-1 is not awaited"),
        ("stage planning", "`STAGE`"),
        ("show --db other.db", "other.db"),
        #[cfg(not(feature = "postgres"))]
        ("show --db postgres://localhost:1/x", "PostgreSQL"),
        #[cfg(feature = "postgres")]
        ("show --db postgres://localhost:1/x", "cannot be opened"),
    ] {
        let run = year(&folder, &format!("{call} --lang en"));
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{call}");
        assert!(run.err.contains(said) && run.err.lines().count() == 1, "{call}: {}", run.err);
    }
}

#[test]
fn the_clock_of_a_real_year_is_not_set() {
    let folder = folder("year-clock");
    std::fs::write(folder.join("letter.md"), LETTER).unwrap();
    let real = START.replace("--simulated ", "");
    let run = year(&folder, &real);
    assert_eq!(run.code, 2);
    assert!(
        run.err.contains("--now can be used only when all years of the journal are simulated"),
        "{}",
        run.err
    );
}

#[test]
fn a_pack_starts_a_year_without_a_status() {
    let folder = folder("year-pack");
    let pack = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../packs/imdi-2024/plan.json");
    let run = year(&folder, &format!("start {} --format json", pack.display()));
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let shown = run.json();
    assert_eq!(shown["simulated"], false);
    let assignments = shown["assignments"].as_array().unwrap();
    assert!(assignments.len() > 10);
    assert!(assignments.iter().all(|one| one["status"] == "not_started" && one["owner"].is_null()));
}

#[test]
fn a_start_that_is_refused_leaves_no_journal() {
    let folder = folder("year-no-start");
    std::fs::write(folder.join("note.txt"), "Notat fra møtet i går.\n").unwrap();
    std::fs::write(folder.join("letter.md"), LETTER).unwrap();
    for call in ["start note.txt", "start missing.txt", "start letter.md --agency A --as Ola"] {
        let run = year(&folder, &format!("{call} --lang en"));
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{call}");
        assert!(!folder.join("year.db").exists() && !folder.join("year.db-head").exists(), "{call}");
    }
}

#[test]
fn what_a_start_asks_is_answered_at_the_start() {
    let folder = folder("year-start-asked");
    let repeal = "## Oppdrag som faller bort\n\nOppdrag 4 om felles brygger faller bort.\n";
    std::fs::write(folder.join("supplement.md"), [SUPPLEMENT, "\n", repeal].concat()).unwrap();
    let call = START.replace("letter.md", "supplement.md");
    let asked = year(&folder, &call);
    assert!(asked.code == 1 && asked.out.contains("--answer 1=drop"), "{}{}", asked.out, asked.err);
    let run = year(&folder, &format!("{call} --answer 1=drop"));
    assert_eq!((run.code, run.err.as_str()), (0, ""));
}

#[test]
fn the_history_is_told_in_the_language_of_the_reader() {
    let folder = started("year-history");
    let words = "Kommunane har bede om meir tid til saka, og departementet er samd i at ho tek til seinare";
    let calls = [
        "do judged.json",
        &format!("move-deadline assignment-1 2025-07-01 --writing \"{words}\" --dated 2025-03-01"),
    ];
    let material =
        r#"{"work":{"mark_materiality":{"object":"assignment-1","material":true,"why":"Viktig"}}}"#;
    std::fs::write(folder.join("judged.json"), material).unwrap();
    for call in calls {
        assert_eq!(year(&folder, &format!("{call} --lang nn --now 2025-03-02T09:00:00Z")).code, 0, "{call}");
    }
    let run = year(&folder, "history assignment-1 --lang nn");
    for said in ["vesentleg; Viktig", "avtalt: Kommunane har bede"] {
        assert!(run.out.contains(said), "{said}\n{}", run.out);
    }
    assert!(run.out.lines().all(|line| line.chars().count() <= 100), "{}", run.out);
}

#[test]
fn income_has_a_sum_of_its_own() {
    let folder = folder("year-income");
    let income = "| **3512** | **Bryggetilsynet** | |\n| 3512.02 | Gebyrer | 1 300 000 |\n";
    std::fs::write(folder.join("letter.md"), [LETTER, income].concat()).unwrap();
    let run = year(&folder, START);
    for said in ["Total expenditure  44\u{a0}000\u{a0}000", "Total income        1\u{a0}300\u{a0}000"] {
        assert!(run.out.contains(said), "{said}\n{}", run.out);
    }
}

#[test]
fn letters_are_kept_with_their_text_unless_it_is_a_rehearsal() {
    use styrbord_app::follow::events::Hash;
    use styrbord_app::follow::{Database, Office};
    let folder = started("year-files");
    let db = folder.join("year.db");
    let kept = |text: &str| {
        let mut office = Office::<Database>::open(db.to_str().unwrap(), false).unwrap();
        office.file(Hash::of_bytes(text.as_bytes())).unwrap()
    };
    assert_eq!(kept(LETTER).as_deref(), Some(LETTER.as_bytes()));
    let amend = "amend supplement.md --lang en --now 2025-06-03T09:00:00Z";
    assert_eq!(year(&folder, &format!("{amend} --dry-run")).code, 0);
    assert_eq!(kept(SUPPLEMENT), None);
    assert_eq!(year(&folder, amend).code, 0);
    assert_eq!(kept(SUPPLEMENT).as_deref(), Some(SUPPLEMENT.as_bytes()));
}
