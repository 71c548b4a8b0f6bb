//! The program at work, at an address of its own, and the scripts that a browser runs by.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// A server that ends with the value.
pub(crate) struct Server {
    child: Child,
    folder: PathBuf,
    /// Where it listens, as `http://127.0.0.1:1234`.
    pub(crate) base: String,
    /// What it printed until it was ready.
    said: String,
}

impl Server {
    /// Starts `styrbord serve` at an empty journal.
    pub(crate) fn start(name: &str) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("pages-{name}"));
        if folder.exists() {
            std::fs::remove_dir_all(&folder).unwrap();
        }
        std::fs::create_dir_all(&folder).unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_styrbord"))
            .args(["serve", "--db", "year.db", "--listen", "127.0.0.1:0", "--lang", "en"])
            .current_dir(&folder)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (mut said, mut base) = (String::new(), None);
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        // The line with the code comes last: an empty journal has one.
        while base.is_none() || !said.contains("code") {
            let line = lines.next().unwrap_or_else(|| panic!("the server ended: {said}")).unwrap();
            let address = line.split_whitespace().find(|word| word.starts_with("http://"));
            base = base.or_else(|| address.map(|address| address.trim_end_matches('/').to_owned()));
            said.push_str(&line);
            said.push('\n');
        }
        Self { child, folder, base: base.unwrap(), said }
    }

    /// Returns the code for the set-up, which stands last in the line that names it.
    pub(crate) fn code(&self) -> &str {
        let line = self.said.lines().find(|line| line.contains("code"));
        line.and_then(|line| line.split_whitespace().last()).unwrap_or_default()
    }

    /// Returns the path of a file beside the journal.
    pub(crate) fn file(&self, name: &str) -> String {
        self.folder.join(name).to_string_lossy().into_owned()
    }

    /// Runs a script of this folder, which must find nothing wrong.
    pub(crate) fn run(&self, script: &str, args: &[&str]) {
        let out = Command::new("node")
            .arg(scripts().join(script))
            .arg(&self.base)
            .args(args)
            .current_dir(&self.folder)
            .output()
            .unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        assert!(out.status.success(), "{script}:\n{}\n{}", text(&out.stdout), text(&out.stderr));
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // A server that has ended already needs no more.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn scripts() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages")
}

/// Returns the path of an example letter.
pub(crate) fn letter(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../examples/letters")
        .join(name)
        .to_string_lossy()
        .into_owned()
}

/// Tells whether there is a browser and what drives it; says what is skipped when there is not.
pub(crate) fn has_browser(what: &str) -> bool {
    let works = |call: &mut Command| call.output().is_ok_and(|out| out.status.success());
    let driver = "await import('playwright-core'); await import('axe-core'); await import('marked')";
    let node = works(Command::new("node").args(["--input-type=module", "-e", driver]).current_dir(scripts()));
    let chromium = works(Command::new("/usr/bin/chromium").arg("--version"));
    if !(node && chromium) {
        styrbord_truth::skip(&format!(
            "{what}: no Chromium with its driver (`cargo xtask ci` installs them)"
        ));
    }
    node && chromium
}
