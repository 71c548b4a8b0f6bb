//! The programs of others that tests make and read files with; without one its tests skip and say so.
//!
//! On Debian, run as root, what is missing is installed. Elsewhere, and without a network, nothing fails: what was
//! skipped is counted and named at the end of the run.

use crate::{process, web_assets};
use anyhow::Result;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// A program or Python module: what it is called, the package that has it.
struct Tool {
    name: &'static str,
    check: &'static [&'static str],
    source: Source,
}

/// Where a tool comes from.
#[derive(Clone, Copy)]
enum Source {
    Debian(&'static str),
    Python(&'static str),
}

const TOOLS: &[Tool] = &[
    Tool {
        name: "libreoffice",
        check: &["soffice", "--version"],
        source: Source::Debian("libreoffice-writer-nogui"),
    },
    Tool { name: "pdftotext", check: &["pdftotext", "-v"], source: Source::Debian("poppler-utils") },
    Tool { name: "qpdf", check: &["qpdf", "--version"], source: Source::Debian("qpdf") },
    Tool {
        name: "postgresql",
        check: &["sh", "-c", "command -v initdb || ls /usr/lib/postgresql/*/bin/initdb"],
        source: Source::Debian("postgresql"),
    },
    Tool { name: "chromium", check: &["chromium", "--version"], source: Source::Debian("chromium") },
    Tool { name: "node", check: &["node", "--version"], source: Source::Debian("nodejs") },
    Tool { name: "npm", check: &["npm", "--version"], source: Source::Debian("npm") },
    Tool { name: "typst", check: &["python3", "-c", "import typst"], source: Source::Python("typst") },
    Tool {
        name: "python-docx",
        check: &["python3", "-c", "import docx"],
        source: Source::Python("python-docx"),
    },
    Tool {
        name: "pdfplumber",
        check: &["python3", "-c", "import pdfplumber"],
        source: Source::Python("pdfplumber"),
    },
    Tool {
        name: "weasyprint",
        check: &["python3", "-c", "import weasyprint"],
        source: Source::Python("weasyprint"),
    },
    Tool {
        name: "schemathesis",
        check: &["schemathesis", "--version"],
        source: Source::Python("schemathesis"),
    },
    Tool { name: "highspy", check: &["python3", "-c", "import highspy"], source: Source::Python("highspy") },
    Tool {
        name: "icalendar",
        check: &["python3", "-c", "import icalendar"],
        source: Source::Python("icalendar"),
    },
];

/// What WeasyPrint and the Python modules need besides.
const DEBIAN_BESIDE: [&str; 2] = ["python3-pip", "libpangoft2-1.0-0"];

/// What drives the browser that walks through the pages, as its lock names it.
const PAGES_TESTS: &str = "crates/serve/cli/tests/pages";

/// Installs what is missing, where that is possible; never fails.
#[expect(clippy::unnecessary_wraps, reason = "a step of the run says whether it failed")]
pub(super) fn run() -> Result<()> {
    programs();
    packages();
    Ok(())
}

fn programs() {
    let missing: Vec<&Tool> = TOOLS.iter().filter(|tool| !is_there(tool)).collect();
    if missing.is_empty() {
        println!("{} tools, all there", TOOLS.len());
        return;
    }
    let names = |tools: &[&Tool]| tools.iter().map(|tool| tool.name).collect::<Vec<_>>().join(", ");
    println!("missing: {}", names(&missing));
    if is_root() && succeeds(&["apt-get", "--version"]) {
        install(&missing);
    } else {
        println!("not root on Debian: nothing is installed");
    }
    let still: Vec<&Tool> = missing.into_iter().filter(|tool| !is_there(tool)).collect();
    if still.is_empty() {
        println!("{} tools, all there now", TOOLS.len());
    } else {
        println!("still missing, so their tests skip: {}", names(&still));
    }
}

/// Fetches what the pages wear and what walks through them, into the clone.
fn packages() {
    if !web_assets::are_there()
        && let Err(error) = web_assets::run()
    {
        println!("the pages stay plain: {error:#}");
    }
    let tests = process::root().join(PAGES_TESTS);
    if !tests.join("node_modules").is_dir() {
        let npm = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
        attempt(Command::new("npm").args(npm).current_dir(tests));
    }
}

fn install(missing: &[&Tool]) {
    let debian = missing.iter().filter_map(|tool| match tool.source {
        Source::Debian(package) => Some(package),
        Source::Python(_) => None,
    });
    let python: Vec<&str> = missing
        .iter()
        .filter_map(|tool| match tool.source {
            Source::Python(package) => Some(package),
            Source::Debian(_) => None,
        })
        .collect();
    let beside = DEBIAN_BESIDE.iter().copied().filter(|_| !python.is_empty());
    let debian: Vec<&str> = debian.chain(beside).collect();
    let patience = ["-o", "Acquire::http::Timeout=20", "-o", "Acquire::Retries=1"];
    let quiet = ["-qq", "-y", "--no-install-recommends"];
    if !debian.is_empty() {
        println!("apt-get install {}", debian.join(" "));
        attempt(Command::new("apt-get").args(patience).args(["-qq", "update"]));
        let mut command = Command::new("apt-get");
        command.args(patience).arg("install").args(quiet).args(&debian);
        attempt(command.env("DEBIAN_FRONTEND", "noninteractive"));
    }
    if !python.is_empty() {
        println!("pip install {}", python.join(" "));
        let pip = ["-m", "pip", "install", "--quiet", "--timeout", "20", "--retries", "1"];
        let root = ["--break-system-packages", "--root-user-action=ignore"];
        attempt(Command::new("python3").args(pip).args(root).args(&python));
    }
}

/// Runs a command whose failure is told and borne.
fn attempt(command: &mut Command) {
    match command.stdout(Stdio::null()).status() {
        Ok(status) if status.success() => {}
        Ok(status) => println!("{} ended with {status}", command.get_program().display()),
        Err(error) => println!("{}: {error}", command.get_program().display()),
    }
}

fn is_there(tool: &Tool) -> bool {
    succeeds(tool.check)
}

fn succeeds(call: &[&str]) -> bool {
    let Some((program, args)) = call.split_first() else { return false };
    Command::new(program).args(args).output().is_ok_and(|out| out.status.success())
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|out| out.stdout.trim_ascii() == b"0")
}

/// The list of what tests skipped, which they write themselves.
pub(super) struct Skipped(PathBuf);

impl Skipped {
    /// The variable that tells a test where the list is.
    pub(super) const VARIABLE: &'static str = "STYRBORD_SKIPPED";

    /// Returns the list of this run.
    pub(super) fn of_this_run() -> Self {
        Self(std::env::temp_dir().join(format!("styrbord-skipped-{}", std::process::id())))
    }

    /// Returns where the list is.
    pub(super) fn path(&self) -> &std::path::Path {
        &self.0
    }

    /// Begins an empty list.
    pub(super) fn clear(&self) {
        // A list that is not there is empty already.
        let _ = std::fs::remove_file(&self.0);
    }

    /// Returns what was skipped, each once, and forgets it.
    pub(super) fn take(&self) -> Vec<String> {
        let text = std::fs::read_to_string(&self.0).unwrap_or_default();
        self.clear();
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.sort();
        lines.dedup();
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_skipped_is_named_once() {
        let skipped = Skipped(std::env::temp_dir().join("styrbord-skipped-in-a-test"));
        skipped.clear();
        assert_eq!(skipped.take(), [""; 0]);
        std::fs::write(skipped.path(), "PDF: typst\nHTML\nPDF: typst\n").unwrap();
        assert_eq!(skipped.take(), ["HTML", "PDF: typst"]);
        assert_eq!(skipped.take(), [""; 0]);
    }

    #[test]
    fn a_program_that_is_not_there_is_missing() {
        assert!(!succeeds(&["no-such-program-for-styrbord"]));
        assert!(!succeeds(&[]));
    }
}
