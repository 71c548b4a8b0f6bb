//! What a person sees of a small letter, byte for byte. `STYRBORD_BLESS=1` writes the files anew.
#![expect(clippy::disallowed_methods, reason = "a golden test compares with files and starts the program")]

use std::path::Path;
use std::process::Command;

const CASES: [(&str, &str); 25] = [
    ("check.nb.txt", "check letter.txt --lang nb"),
    ("check.nn.txt", "check letter.txt --lang nn"),
    ("check.en.txt", "check letter.txt --lang en"),
    ("accepted.en.txt", "check letter.txt --lang en --accept accepted.toml"),
    ("report.nb.md", "check letter.txt --lang nb --format md"),
    ("plan.nb.txt", "compile letter.txt --lang nb --emit plan"),
    ("place/solve.nb.txt", "place solve place/year --lang nb"),
    ("place/solve.nn.txt", "place solve place/year --lang nn"),
    ("place/solve.en.txt", "place solve place/year --lang en"),
    ("place/must-settle.en.txt", "place solve place/year --lang en --must-settle"),
    ("place/verify.nb.txt", "place verify place/year place/wrong.csv --lang nb"),
    ("place/explain.nb.txt", "place explain place/year a2 --lang nb"),
    ("place/explain-tied.en.txt", "place explain place/year b2 --lang en"),
    ("plan.nn.md", "export plan letter.txt --lang nn --format md"),
    ("plan.csv", "export plan letter.txt --format csv"),
    ("diff.nb.txt", "diff letter.txt letter-2026.txt --lang nb"),
    ("diff.nn.md", "diff letter.txt letter-2026.txt --lang nn --format md"),
    ("diff.en.json", "diff letter.txt letter-2026.txt --lang en --format json"),
    ("amendment.en.txt", "diff letter.txt supplement.txt --lang en"),
    ("consolidated.nb.txt", "diff letter.txt supplement.txt --emit consolidated --lang nb"),
    ("survey.nb.txt", "survey survey --lang nb"),
    ("survey.nn.txt", "survey survey --lang nn"),
    ("survey.en.txt", "survey survey --lang en"),
    ("survey.en.csv", "survey survey --lang en --format csv"),
    ("survey.en.json", "survey survey --lang en --format json"),
];

#[test]
fn golden() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut changed = Vec::new();
    for (name, call) in CASES {
        let mut command = Command::new(env!("CARGO_BIN_EXE_styrbord"));
        command.args(call.split_whitespace()).current_dir(&folder).env("COLUMNS", "100");
        let printed = String::from_utf8(command.output().unwrap().stdout).unwrap();
        let path = folder.join(name);
        if std::env::var("STYRBORD_BLESS").is_ok() {
            std::fs::write(&path, &printed).unwrap();
        }
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        if printed != expected {
            changed.push(format!("== {name}: styrbord {call}\n-- expected\n{expected}\n-- found\n{printed}"));
        }
    }
    assert!(changed.is_empty(), "accept with cargo xtask bless:\n{}", changed.join("\n"));
}
