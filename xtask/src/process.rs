//! Starting other programs from the repository's root.

use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Returns the root of the repository: of the clone that `cargo xtask` was called in.
pub(crate) fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.parent().map(Path::to_path_buf).unwrap_or(here)
}

/// Returns `cargo`, started in the root, building into a lasting folder outside the clone where none is set.
pub(crate) fn cargo() -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(root());
    let var = |name| std::env::var_os(name).filter(|value| !value.is_empty());
    if var("CARGO_TARGET_DIR").is_none()
        && let Some(folder) = default_target_dir(var("XDG_CACHE_HOME"), var("HOME"))
    {
        command.env("CARGO_TARGET_DIR", folder);
    }
    command
}

/// Returns the folder that outlives a clone; `.ci/run` computes the same.
fn default_target_dir(cache: Option<OsString>, home: Option<OsString>) -> Option<PathBuf> {
    let cache = cache.map(PathBuf::from).filter(|path| path.is_absolute());
    Some(cache.or_else(|| home.map(|home| Path::new(&home).join(".cache")))?.join("styrbord/target"))
}

/// Runs `command` with its output on the terminal.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("starting {}", shown(command)))?;
    if !status.success() {
        bail!("{} ended with {status}", shown(command));
    }
    Ok(())
}

/// Returns what `command` prints; what it complains about goes to the terminal.
pub(crate) fn capture(command: &mut Command) -> Result<String> {
    capture_if(command, |code| code == 0)
}

/// Returns what `command` prints when its exit code is one of those that `accept` takes.
pub(crate) fn capture_if(command: &mut Command, accept: fn(i32) -> bool) -> Result<String> {
    let out = command
        .stderr(std::process::Stdio::inherit())
        .output()
        .with_context(|| format!("starting {}", shown(command)))?;
    if !out.status.code().is_some_and(accept) {
        bail!("{} ended with {}", shown(command), out.status);
    }
    String::from_utf8(out.stdout).with_context(|| format!("reading what {} printed", shown(command)))
}

/// Tells whether `cargo NAME` is installed.
pub(crate) fn has_cargo_command(name: &str) -> bool {
    cargo().args([name, "--version"]).output().is_ok_and(|out| out.status.success())
}

/// Builds the binary `styrbord` with `profile` and returns its path.
pub(crate) fn styrbord(profile: &str) -> Result<PathBuf> {
    binary("styrbord", "styrbord", profile)
}

/// Builds the binary `styrbord` that serves the pages too, with `profile`, and returns its path.
pub(crate) fn styrbord_with_pages(profile: &str) -> Result<PathBuf> {
    let call = ["build", "--package", "styrbord", "--features", "web", "--profile", profile];
    let messages = capture(cargo().args(call).arg("--message-format=json-render-diagnostics"))?;
    executable(&messages, "styrbord").context("cargo built no styrbord")
}

/// Builds the binary `name` of `package` with `profile` and returns its path.
pub(crate) fn binary(package: &str, name: &str, profile: &str) -> Result<PathBuf> {
    built(package, "--bin", name, profile)
}

/// Builds the example `name` of `package` with `profile` and returns its path.
pub(crate) fn example(package: &str, name: &str, profile: &str) -> Result<PathBuf> {
    built(package, "--example", name, profile)
}

/// Builds the bench `name` of `package` with `profile` and returns its path.
pub(crate) fn bench(package: &str, name: &str, profile: &str) -> Result<PathBuf> {
    built(package, "--bench", name, profile)
}

fn built(package: &str, kind: &str, name: &str, profile: &str) -> Result<PathBuf> {
    let messages = capture(cargo().args([
        "build",
        "--package",
        package,
        kind,
        name,
        "--profile",
        profile,
        "--message-format=json-render-diagnostics",
    ]))?;
    executable(&messages, name).with_context(|| format!("cargo built no program named {name}"))
}

/// Returns the path of the binary `name` from cargo's messages, one JSON object a line.
fn executable(messages: &str, name: &str) -> Option<PathBuf> {
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|message| message["target"]["name"] == name)
        .find_map(|message| message["executable"].as_str().map(PathBuf::from))
}

/// Returns `cargo metadata` of the workspace, without the packages that are not its members.
pub(crate) fn metadata() -> Result<Value> {
    let text = capture(cargo().args(["metadata", "--format-version=1", "--no-deps"]))?;
    serde_json::from_str(&text).context("reading cargo metadata")
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    format!("`{}`", words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_target_folder_lies_in_the_cache() {
        let dir = |cache: Option<&str>, home: Option<&str>| {
            default_target_dir(cache.map(OsString::from), home.map(OsString::from))
        };
        assert_eq!(dir(Some("/c"), Some("/h")), Some(PathBuf::from("/c/styrbord/target")));
        assert_eq!(dir(Some("relative"), Some("/h")), Some(PathBuf::from("/h/.cache/styrbord/target")));
        assert_eq!(dir(None, Some("/h")), Some(PathBuf::from("/h/.cache/styrbord/target")));
        assert_eq!(dir(None, None), None);
    }

    #[test]
    fn the_binary_is_found_in_cargos_messages() {
        let messages = r#"{"reason":"compiler-artifact","target":{"name":"clap"},"executable":null}
{"reason":"compiler-artifact","target":{"name":"styrbord"},"executable":"/t/debug/styrbord"}
{"reason":"build-finished","success":true}"#;
        assert_eq!(executable(messages, "styrbord"), Some(PathBuf::from("/t/debug/styrbord")));
        assert_eq!(executable(messages, "xtask"), None);
    }

    #[test]
    fn a_failing_program_is_named() {
        let error = run(Command::new("false").arg("--so")).unwrap_err().to_string();
        assert!(error.contains("`false --so`"), "{error}");
    }
}
