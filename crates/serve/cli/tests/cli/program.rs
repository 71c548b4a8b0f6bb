//! Starting the program in a known environment, on letters in a folder of the test's own.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A letter with one error (the sum), one note (the doubled word), and nothing to do with a real agency.
pub(crate) const LETTER: &str = "\
# Tildelingsbrev 2025 for Bryggetilsynet

## Budsjett

Bryggetilsynet skal skal sikre bryggene.

| Kap./post | Betegnelse | Beløp (kroner) |
|---|---|---:|
| **512** | **Bryggetilsynet** | |
| 512.01 | Driftsutgifter | 41 300 000 |
| 512.45 | Større utstyrsanskaffelser | 2 700 000 |
| | Sum kap. 512 | 45 000 000 |
";

/// What one run of the program gave.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Returns the program with an environment that says nothing.
pub(crate) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_styrbord"));
    for name in ["LANG", "LC_ALL", "LC_MESSAGES", "COLUMNS", "NO_COLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command.stdin(Stdio::null());
    command
}

/// Runs the program with arguments separated by spaces, in a folder.
pub(crate) fn run_in(folder: &Path, call: &str) -> Run {
    let output = program().args(call.split_whitespace()).current_dir(folder).output().unwrap();
    run_of(&output)
}

/// Runs the program in a folder, with something on standard input.
pub(crate) fn run_with_input(folder: &Path, call: &str, input: &str) -> Run {
    use std::io::Write as _;
    let mut command = program();
    command.args(call.split_whitespace()).current_dir(folder).stdin(Stdio::piped());
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    run_of(&child.wait_with_output().unwrap())
}

/// Runs the program on a letter that lies in `letter.txt`.
pub(crate) fn run_on(test: &str, letter: impl AsRef<[u8]>, call: &str) -> Run {
    let folder = folder(test);
    std::fs::write(folder.join("letter.txt"), letter).unwrap();
    run_in(&folder, call)
}

pub(crate) fn run_of(output: &Output) -> Run {
    Run {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout.clone()).unwrap(),
        err: String::from_utf8(output.stderr.clone()).unwrap(),
    }
}

/// Returns an empty folder for one test.
pub(crate) fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Returns the example letters of the repository, sorted.
pub(crate) fn examples() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../examples/letters");
    let mut letters: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt" || ending == "md"))
        .collect();
    letters.sort();
    assert!(!letters.is_empty());
    letters
}

impl Run {
    /// Returns standard output as JSON.
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}\n{}{}", self.out, self.err))
    }
}
