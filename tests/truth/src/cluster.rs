//! A throw-away PostgreSQL server: a real one, of its own data directory, reached by a socket alone.

#![expect(clippy::disallowed_methods, reason = "a server is a process with a folder of its own")]
#![allow(clippy::unwrap_used, clippy::missing_panics_doc, reason = "a test stops at its first surprise")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// A running server that is stopped and deleted at the end.
pub struct Cluster {
    folder: PathBuf,
    programs: PathBuf,
}

static COUNT: AtomicU32 = AtomicU32::new(0);

impl Cluster {
    /// Makes and starts a server, or says why the test is skipped: PostgreSQL is not installed.
    pub fn start(test: &str) -> Option<Self> {
        let Some(programs) = programs() else {
            crate::skip(&format!("{test}: PostgreSQL is not installed"));
            return None;
        };
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("styrbord-pg-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let cluster = Self { folder, programs };
        if is_root() {
            expect(Command::new("chown").arg("postgres").arg(&cluster.folder));
        }
        let data = cluster.data();
        expect(cluster.run("initdb").arg("-D").arg(&data).args([
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "-U",
            "styrbord",
        ]));
        cluster.start_server();
        Some(cluster)
    }

    /// Starts the server again after [`Cluster::stop_server`].
    pub fn start_server(&self) {
        let options =
            format!("-c listen_addresses='' -c unix_socket_directories='{}'", self.folder.display());
        let mut start = self.run("pg_ctl");
        start.arg("-D").arg(self.data()).arg("-l").arg(self.folder.join("log"));
        expect(start.args(["-w", "-o"]).arg(options).arg("start"));
    }

    /// Stops the server; open connections break at once.
    pub fn stop_server(&self) {
        expect(self.run("pg_ctl").arg("-D").arg(self.data()).args(["-m", "immediate", "-w", "stop"]));
    }

    /// Makes an empty database and returns its address.
    pub fn database(&self, name: &str) -> String {
        let folder = self.folder.display().to_string();
        expect(self.run("createdb").args(["-h", &folder, "-U", "styrbord", name]));
        format!("postgres://styrbord@/{name}?host={folder}")
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// A program of the server, as the user `postgres` when the tests run as root: the server refuses root.
    fn run(&self, program: &str) -> Command {
        let program = self.programs.join(program);
        if !is_root() {
            return Command::new(program);
        }
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--"]).arg(program).current_dir(&self.folder);
        command
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let mut stop = self.run("pg_ctl");
        let _ = stop.arg("-D").arg(self.data()).args(["-m", "immediate", "-w", "stop"]).output();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn expect(command: &mut Command) -> Output {
    // A server keeps what it inherits open: a pipe would wait for its end.
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
    assert!(status.success(), "{command:?} ended with {status}");
    Output { status, stdout: Vec::new(), stderr: Vec::new() }
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout == b"0\n")
}

/// Returns the folder of the newest server on this machine.
fn programs() -> Option<PathBuf> {
    let debian = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = debian.map(|entry| entry.path().join("bin")).collect();
    folders.sort();
    folders.reverse();
    folders.extend(std::env::var_os("PATH").iter().flat_map(std::env::split_paths));
    folders.into_iter().find(|folder: &PathBuf| has(folder, "initdb") && has(folder, "pg_ctl"))
}

fn has(folder: &Path, program: &str) -> bool {
    folder.join(program).exists()
}
