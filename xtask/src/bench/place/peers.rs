//! Other programs on the same years. The answers of slow ones are kept in the tree, with machine and versions.

use super::years::{Year, tools};
use crate::process;
use anyhow::{Context, Result};
use serde_json::{Map, Value, json};
use std::cell::RefCell;
use std::path::PathBuf;
use std::process::Command;

/// Where answers are kept.
const KEPT: &str = "xtask/data/place-peers.json";
const FLOW: &str = include_str!("flow.py");
/// Modules whose versions matter.
const MODULES: &str = "import importlib.metadata as m, json
def version(name):
    try: return m.version(name)
    except m.PackageNotFoundError: return None
print(json.dumps({name: version(name) for name in ('ortools', 'highspy', 'pyscipopt', 'scipy', 'numpy')}))";

/// Answers of peers.
pub(super) struct Peers {
    kept: RefCell<Map<String, Value>>,
    /// Peers whose answer is not kept are run.
    run: bool,
    machine: String,
}

impl Peers {
    pub(super) fn open(run: bool) -> Result<Self> {
        let text = std::fs::read_to_string(path()).unwrap_or_else(|_| "{}".to_owned());
        let kept = serde_json::from_str(&text).with_context(|| format!("reading {KEPT}"))?;
        Ok(Peers { kept: RefCell::new(kept), run, machine: crate::bench::processor() })
    }

    /// Tells whether the answer to a year that is called so is kept.
    pub(super) fn knows(&self, year: &str, name: &str) -> bool {
        self.kept.borrow().contains_key(&format!("{year}/{name}"))
    }

    /// Returns the answer of a script beside the generator, one JSON object; `name` is what it is kept as.
    pub(super) fn answer(
        &self,
        year: &Year,
        name: &str,
        script: &str,
        args: &[&str],
    ) -> Result<Option<Value>> {
        let key = format!("{}/{name}", year.name);
        if let Some(known) = self.kept.borrow().get(&key) {
            return Ok(Some(known.clone()).filter(|known| known["failed"].is_null()));
        }
        let (true, Some(tools), Some(file)) = (self.run, tools(), &year.peers_file) else { return Ok(None) };
        println!("running {key}");
        let mut command = Command::new("python3");
        let (first, rest) = if script == "bench.py" { args.split_at(1) } else { args.split_at(0) };
        command.arg("-B").arg(tools.join(script)).args(first).arg(file).args(rest);
        let said = process::capture(&mut command);
        // A script prints a line for each thing that it did; the last one is the answer.
        let mut answer = match &said {
            Ok(said) => serde_json::from_str(said.lines().last().unwrap_or_default()).context(key.clone())?,
            Err(error) => json!({ "failed": error.to_string().lines().next() }),
        };
        answer["machine"] = Value::from(self.machine.clone());
        answer["versions"] = versions()?;
        self.keep(key, answer.clone())?;
        Ok(Some(answer).filter(|answer| answer["failed"].is_null()))
    }

    fn keep(&self, key: String, answer: Value) -> Result<()> {
        self.kept.borrow_mut().insert(key, answer);
        let text = serde_json::to_string_pretty(&*self.kept.borrow())? + "\n";
        if let Some(folder) = path().parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(path(), text).with_context(|| format!("writing {KEPT}"))
    }

    /// Says where the answers come from.
    pub(super) fn origin(&self) -> String {
        let kept = self.kept.borrow();
        let mut machines: Vec<&str> = kept.values().filter_map(|answer| answer["machine"].as_str()).collect();
        machines.sort_unstable();
        machines.dedup();
        let flow = "The flow was measured in turn with ours";
        if machines.is_empty() {
            return format!("{flow}; of other peers no answer is kept (`--peers` runs them).\n");
        }
        format!("{flow}; answers of other peers are kept in `{KEPT}`, from {}.\n", machines.join("; "))
    }
}

/// Returns what OR-Tools' flow says of a year, measured now; none where it is not installed.
pub(super) fn flow(year: &Year, scale: &str, rounds: u32) -> Option<Value> {
    let mut command = Command::new("python3");
    command.args(["-c", FLOW]).arg(&year.folder).args([scale, &rounds.to_string()]);
    let said = process::capture(&mut command).ok()?;
    serde_json::from_str(&said).ok()
}

fn path() -> PathBuf {
    process::root().join(KEPT)
}

fn versions() -> Result<Value> {
    let said = process::capture(Command::new("python3").args(["-c", MODULES]))?;
    serde_json::from_str(&said).context("reading the versions of Python's modules")
}
