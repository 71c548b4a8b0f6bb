//! `check --accept`: what is accepted counts no longer, and a file that cannot be understood says where.

use crate::program::{LETTER, Run, folder, run_in};

const ENTRY: &str = "[[accept]]\ncode = \"chapter-sum-mismatch\"\nreason = \"Checked with the ministry.\"\n\
    who = \"Kari Nordmann\"\ndate = \"2025-01-05\"\n";

fn check(test: &str, file: &str) -> Run {
    let folder = folder(test);
    std::fs::write(folder.join("letter.txt"), LETTER).unwrap();
    std::fs::write(folder.join("accepted.toml"), file).unwrap();
    run_in(&folder, "check letter.txt --lang en --accept accepted.toml")
}

#[test]
fn an_accepted_error_is_none() {
    let run = check("accepted", ENTRY);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{}", run.out);
    assert!(run.out.contains("Checked with the ministry. (Kari Nordmann, 2025-01-05)"), "{}", run.out);
    assert!(run.out.ends_with("; 1 accepted\n"), "{}", run.out);
}

#[test]
fn line_and_quote_narrow_it() {
    assert_eq!(check("accepted-line", &format!("{ENTRY}line = 12\n")).code, 0);
    assert_eq!(check("accepted-quote", &format!("{ENTRY}quote = \"45 000\"\n")).code, 0);
    assert_eq!(check("accepted-other", &format!("{ENTRY}line = 2\n")).code, 1);
}

#[test]
fn an_entry_that_answers_to_nothing_is_told() {
    let run = check("accepted-unused", &format!("{ENTRY}\n{}", ENTRY.replace("chapter-sum", "total-sum")));
    assert_eq!(run.code, 0);
    assert!(
        run.err.starts_with(
            "warning: accepted.toml, line 7: no finding answers to the entry about total-sum-mismatch"
        ),
        "{}",
        run.err
    );
}

#[test]
fn a_file_that_cannot_be_understood_says_where() {
    for (file, expected) in [
        (ENTRY.replace("who = ", "who "), "error: accepted.toml, line 4: this is not TOML"),
        (ENTRY.replace("reason", "reson"), "error: accepted.toml, line 3: “reson” is not known"),
        (ENTRY.replace("who = \"Kari Nordmann\"\n", ""), "error: accepted.toml, line 1: the entry lacks who"),
        (
            ENTRY.replace("2025-01-05", "5.1.2025"),
            "error: accepted.toml, line 5: date should be a day that exists",
        ),
        (ENTRY.replace("[[accept]]", "[accept]"), "error: accepted.toml, line 1: accept should be a list"),
    ] {
        let run = check("accepted-wrong", &file);
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        assert!(run.err.starts_with(expected), "{}", run.err);
    }
    let folder = folder("accepted-missing");
    std::fs::write(folder.join("letter.txt"), LETTER).unwrap();
    let run = run_in(&folder, "check letter.txt --lang en --accept none.toml");
    assert_eq!((run.code, run.err.starts_with("error: there is no file none.toml")), (2, true));
}
