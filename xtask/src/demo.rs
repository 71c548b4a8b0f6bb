//! A first look: a whole letter of an invented agency, checked; its simulated year, in a browser.

mod story;

use crate::{process, web_assets};
use anyhow::{Context, Result, bail};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const LETTER: &str = "examples/letters/fjellvett-2025.txt";
const ADDRESS: &str = "127.0.0.1:8080";
/// The day of the simulated year on which the pages open.
const TODAY: &str = "2025-10-20T08:00:00Z";
/// The password of all accounts: there is nothing real behind it, and only this machine reaches it.
const PASSWORD: &str = "sti over fjellet 2025";
/// Who may log in: name, login, and what the person sees.
const PEOPLE: [(&str, &str, &str); 5] = [
    ("Kari Fjell", "kari", "controller and administrator of the agency: everything"),
    ("Ola Varde", "ola", "reports for the unit Ruter og merking"),
    ("Eva Tind", "eva", "leads the agency"),
    ("Siri Dal", "siri", "steward in the ministry: only what is shared or submitted"),
    ("Nils Sti", "nils", "partner agency: only the joint assignments"),
];

/// The program, and the folder of the demo's journal with all that is kept beside it.
pub(crate) struct Program {
    path: PathBuf,
    folder: PathBuf,
}

/// Checks the letter, makes the year unless it is there from before, and serves it until Ctrl-C. `--no-serve` ends
/// before that, `--fresh` makes the year anew.
pub(crate) fn run(args: &[&str]) -> Result<()> {
    if let Some(other) = args.iter().find(|arg| !["--no-serve", "--fresh"].contains(arg)) {
        bail!("`{other}` is no option of `cargo xtask demo`: there are --no-serve and --fresh");
    }
    if !web_assets::are_there()
        && let Err(error) = web_assets::run()
    {
        println!("The pages will be plain, for the design system could not be fetched: {error:#}\n");
    }
    let path = process::styrbord_with_pages("dev")?;
    check(&path)?;
    let built = path.parent().context("the program lies in no folder")?;
    // Beside what cargo builds, so that it outlives a clone.
    let program = Program { folder: built.join("demo"), path };
    if args.contains(&"--fresh") {
        program.forget()?;
    }
    if program.db().exists() {
        println!("\nThe simulated year is there from before: {}", program.db().display());
    } else {
        program.make()?;
    }
    tell();
    if args.contains(&"--no-serve") { Ok(()) } else { program.serve() }
}

fn check(styrbord: &Path) -> Result<()> {
    println!("$ styrbord check {LETTER}\n");
    let status = Command::new(styrbord)
        .args(["check", LETTER])
        .current_dir(process::root())
        .status()
        .context("starting styrbord")?;
    match status.code() {
        Some(0) => println!(
            "\nIt found no contradiction here; its warnings and notes are for the ministry to look at."
        ),
        Some(1) => println!("\nFindings are what it is for: each names the lines that clash."),
        _ => bail!("`styrbord check {LETTER}` ended with {status}"),
    }
    println!("The letter is invented for this project: agency, people and sums are made up.");
    Ok(())
}

impl Program {
    fn db(&self) -> PathBuf {
        self.folder.join("fjellvett-2025.db")
    }

    /// Makes the year in a folder of its own, which takes its place when all is there.
    fn make(&self) -> Result<()> {
        println!("\nMaking the simulated year of an invented agency:");
        let making = Program { path: self.path.clone(), folder: self.folder.with_extension("making") };
        making.forget()?;
        std::fs::create_dir_all(&making.folder)
            .with_context(|| format!("making {}", making.folder.display()))?;
        story::play(&making)?;
        for (name, login, _) in PEOPLE {
            let mut args = vec!["account", "add", name, login, "--password-stdin"];
            if login == "kari" {
                args.push("--operator");
            }
            making.call(&args, Some(PASSWORD))?;
        }
        making.call(&["journal", "verify"], None)?;
        self.forget()?;
        std::fs::rename(&making.folder, &self.folder).context("putting the journal in its place")
    }

    /// Removes the journal with what is kept beside it.
    fn forget(&self) -> Result<()> {
        match std::fs::remove_dir_all(&self.folder) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(error).with_context(|| format!("removing {}", self.folder.display()))
            }
            _ => Ok(()),
        }
    }

    /// Runs `styrbord year` with a command as JSON in a file when one is given; returns what it prints.
    fn year(&self, args: &[&str], command: Option<&str>) -> Result<String> {
        let file = self.folder.join("command.json");
        let name = file.to_string_lossy().into_owned();
        let (verb, options) = args.split_first().context("no command of a year")?;
        let mut all = vec!["year", verb];
        if let Some(command) = command {
            std::fs::write(&file, command).with_context(|| format!("writing {name}"))?;
            all.push(&name);
        }
        all.extend(options);
        self.call(&all, None)
    }

    fn call(&self, args: &[&str], input: Option<&str>) -> Result<String> {
        let mut command = Command::new(&self.path);
        command.args(args).arg("--db").arg(self.db()).current_dir(process::root());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().context("starting styrbord")?;
        if let Some(mut pipe) = child.stdin.take() {
            pipe.write_all(input.unwrap_or_default().as_bytes()).context("writing to styrbord")?;
        }
        let out = child.wait_with_output().context("waiting for styrbord")?;
        if !out.status.success() {
            bail!("`styrbord {}`: {}", args.join(" "), String::from_utf8_lossy(&out.stderr).trim());
        }
        Ok(String::from_utf8_lossy(&out.stdout).into_owned())
    }

    fn serve(&self) -> Result<()> {
        process::run(
            Command::new(&self.path)
                .args(["serve", "--lang", "en", "--listen", ADDRESS, "--now", TODAY, "--db"])
                .arg(self.db())
                .current_dir(process::root()),
        )
    }
}

fn tell() {
    println!("\nAccounts, all with the password `{PASSWORD}`:");
    for (name, login, sees) in PEOPLE {
        println!("  {login:<5} {name:<11} {sees}");
    }
    println!(
            "\nThe clock of the demo stands at {TODAY} and runs from there. `cargo xtask demo --fresh` begins anew.
Your own letter:  cargo run -- check YOUR-LETTER  (cargo run -- explain CODE tells what a finding means)
Your own year:    cargo run --features web -- serve --db YOUR.db\n"
        );
}
