//! The files that git tracks or would track, as text.

use crate::process;
use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

/// The paths of the repository, and the text of those that the tasks read.
pub(crate) struct Tree {
    paths: BTreeSet<String>,
    texts: BTreeMap<String, String>,
}

impl Tree {
    /// Reads the working tree: what is tracked, and what is new and not ignored.
    pub(crate) fn read() -> Result<Self> {
        let root = process::root();
        let mut git = Command::new("git");
        git.args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"]).current_dir(&root);
        let listed = process::capture(&mut git)?;
        let mut tree = Self { paths: BTreeSet::new(), texts: BTreeMap::new() };
        for path in listed.split('\0').filter(|path| root.join(path).is_file()) {
            tree.paths.insert(path.to_owned());
            if is_read(path) {
                let text =
                    std::fs::read_to_string(root.join(path)).with_context(|| format!("reading {path}"))?;
                tree.texts.insert(path.to_owned(), text);
            }
        }
        Ok(tree)
    }

    /// Returns the text of the file at `path`, if it is one that the tasks read.
    pub(super) fn text(&self, path: &str) -> Option<&str> {
        self.texts.get(path).map(String::as_str)
    }

    /// Returns the documents that speak about the repository: those at its root, and all under `docs/`.
    pub(crate) fn documents(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts_ending("md").filter(|(path, _)| path.starts_with("docs/") || !path.contains('/'))
    }

    /// Returns the Rust files.
    pub(super) fn rust(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts_ending("rs")
    }

    /// Returns the manifests of the crates.
    pub(super) fn manifests(&self) -> impl Iterator<Item = &str> {
        self.texts_ending("toml").filter(|(path, _)| path.ends_with("/Cargo.toml")).map(|(_, text)| text)
    }

    /// Tells whether `path` is a file or a folder of the repository; a slash at the end makes no difference.
    pub(super) fn has(&self, path: &str) -> bool {
        let path = path.trim_end_matches('/');
        let folder = format!("{path}/");
        self.paths.contains(path)
            || self.paths.range(folder.clone()..).next().is_some_and(|next| next.starts_with(&folder))
    }

    fn texts_ending(&self, extension: &'static str) -> impl Iterator<Item = (&str, &str)> {
        let texts = self.texts.iter().map(|(path, text)| (path.as_str(), text.as_str()));
        texts.filter(move |(path, _)| Path::new(path).extension().is_some_and(|found| found == extension))
    }
}

fn is_read(path: &str) -> bool {
    let extension = Path::new(path).extension().and_then(|extension| extension.to_str());
    matches!(extension, Some("rs" | "md"))
        || path.ends_with("Cargo.toml")
        || path == super::lengths::EXCEPTIONS
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Returns a tree of the files given as path and text.
    pub(in crate::tidy) fn tree(files: &[(&str, &str)]) -> Tree {
        Tree {
            paths: files.iter().map(|(path, _)| (*path).to_owned()).collect(),
            texts: files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect(),
        }
    }

    #[test]
    fn files_and_their_folders_are_there() {
        let tree = tree(&[("docs/guide/start.md", ""), ("docs-old.md", "")]);
        for (path, there) in
            [("docs/guide/start.md", true), ("docs/guide/", true), ("docs", true), ("docs/gui", false)]
        {
            assert_eq!(tree.has(path), there, "{path}");
        }
    }

    #[test]
    fn documents_are_those_that_speak_about_the_repository() {
        let tree = tree(&[("README.md", ""), ("docs/guide/start.md", ""), ("examples/letters/a.md", "")]);
        assert_eq!(
            tree.documents().map(|(path, _)| path).collect::<Vec<_>>(),
            ["README.md", "docs/guide/start.md"]
        );
    }
}
