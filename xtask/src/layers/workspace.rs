//! The workspace as the layers see it: crates at their place in the tree, and what each depends on.

use anyhow::{Context, Result};
use serde_json::Value;
use std::path::Path;

/// The crates under `crates/`, sorted by path.
pub(super) struct Workspace {
    pub(super) crates: Vec<Crate>,
    /// Package names of members outside `crates/`, such as this one.
    pub(super) outside: Vec<String>,
}

/// A crate at `crates/FOLDER/NAME`.
#[derive(Clone)]
pub(super) struct Crate {
    pub(super) folder: String,
    pub(super) name: String,
    pub(super) package: String,
    /// Package names of normal and build dependencies, optional ones too; what only tests use is not in it.
    pub(super) dependencies: Vec<String>,
}

impl Workspace {
    /// Returns the workspace of `cargo metadata --no-deps`.
    pub(super) fn from_metadata(metadata: &Value) -> Result<Self> {
        let root = metadata["workspace_root"].as_str().context("cargo metadata names no workspace_root")?;
        let packages = metadata["packages"].as_array().context("cargo metadata names no packages")?;
        let mut workspace = Self { crates: Vec::new(), outside: Vec::new() };
        for package in packages {
            let name = package["name"].as_str().context("a package has no name")?.to_owned();
            let manifest = package["manifest_path"].as_str().context("a package has no manifest_path")?;
            match place(root, manifest) {
                Some((folder, crate_name)) => workspace.crates.push(Crate {
                    folder,
                    name: crate_name,
                    package: name,
                    dependencies: dependencies(package),
                }),
                None => workspace.outside.push(name),
            }
        }
        workspace.crates.sort_by(|one, two| (&one.folder, &one.name).cmp(&(&two.folder, &two.name)));
        Ok(workspace)
    }

    /// Returns the crate whose package is called so.
    pub(super) fn by_package(&self, package: &str) -> Option<&Crate> {
        self.crates.iter().find(|one| one.package == package)
    }
}

impl Crate {
    /// Returns the crate's folder in the tree, for messages.
    pub(super) fn path(&self) -> String {
        format!("{}/{}", self.folder, self.name)
    }
}

fn place(root: &str, manifest: &str) -> Option<(String, String)> {
    let inside = Path::new(manifest).strip_prefix(root).ok()?;
    let parts: Vec<&str> = inside.iter().filter_map(|part| part.to_str()).collect();
    match parts[..] {
        ["crates", folder, name, "Cargo.toml"] => Some((folder.to_owned(), name.to_owned())),
        _ => None,
    }
}

fn dependencies(package: &Value) -> Vec<String> {
    let all = package["dependencies"].as_array().into_iter().flatten();
    let mut names: Vec<String> = all
        .filter(|dependency| dependency["kind"] != "dev")
        .filter_map(|dependency| dependency["name"].as_str().map(str::to_owned))
        .collect();
    names.sort();
    names.dedup();
    names
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use serde_json::json;

    /// Returns a workspace from lines such as `compile/lower: styrbord-plan clap`; `serve/cli` is package `styrbord`.
    pub(in crate::layers) fn workspace(lines: &[&str]) -> Workspace {
        let packages: Vec<Value> = lines
            .iter()
            .map(|line| {
                let (path, names) = line.split_once(':').unwrap();
                let name = path.rsplit('/').next().unwrap();
                let package = match path {
                    "serve/cli" => "styrbord".to_owned(),
                    "xtask" => "xtask".to_owned(),
                    _ => format!("styrbord-{name}"),
                };
                let folder = if path == "xtask" { path.to_owned() } else { format!("crates/{path}") };
                let dependencies: Vec<Value> =
                    names.split_whitespace().map(|name| json!({"name": name, "kind": null})).collect();
                json!({
                    "name": package, "manifest_path": format!("/w/{folder}/Cargo.toml"), "dependencies": dependencies,
                })
            })
            .collect();
        Workspace::from_metadata(&json!({"workspace_root": "/w", "packages": packages})).unwrap()
    }

    #[test]
    fn a_crate_has_its_place_in_the_tree() {
        let workspace = workspace(&["serve/cli: styrbord-app", "xtask: anyhow"]);
        assert_eq!(workspace.by_package("styrbord").unwrap().path(), "serve/cli");
        assert_eq!(workspace.outside, ["xtask"]);
    }

    #[test]
    fn what_only_tests_use_is_no_edge() {
        let package = json!({"dependencies": [
            {"name": "serde", "kind": null}, {"name": "proptest", "kind": "dev"}, {"name": "cc", "kind": "build"},
        ]});
        assert_eq!(dependencies(&package), ["cc", "serde"]);
    }
}
