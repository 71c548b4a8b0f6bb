//! One file, one thing, and a function fits a screen; the exceptions are listed with their size and only shrink.

use super::rust_source::{code_only, functions};
use super::tree::Tree;
use anyhow::{Context, Result};
use std::collections::BTreeMap;

/// The longest file, in lines.
const FILE_MAX: usize = 500;
/// The longest function, in lines from `fn` to its closing brace.
const FUNCTION_MAX: usize = 70;
/// The list of exceptions: a path, or a path and `::function`, and its present size.
pub(super) const EXCEPTIONS: &str = "xtask/tidy-exceptions.txt";

/// Returns a line for each file and function that is too long, and for each exception that is no longer true.
pub(super) fn violations(tree: &Tree) -> Result<Vec<String>> {
    let mut exceptions = exceptions(tree.text(EXCEPTIONS).unwrap_or_default())?;
    let mut wrong = Vec::new();
    for (item, size, max) in sizes(tree).into_iter().map(|(item, (size, max))| (item, size, max)) {
        match exceptions.remove(&item) {
            None if size > max => wrong.push(format!("{item}: {size} lines, at most {max}: split it")),
            Some(_) if size <= max => {
                wrong.push(format!("{EXCEPTIONS}: {item} is down to {size} lines: take its line out"));
            }
            Some(listed) if size > listed => {
                wrong.push(format!("{item}: grew from {listed} to {size} lines: an exception only shrinks"));
            }
            Some(listed) if size < listed => {
                wrong.push(format!("{EXCEPTIONS}: {item} is down to {size} lines: lower its {listed}"));
            }
            _ => {}
        }
    }
    wrong
        .extend(exceptions.keys().map(|item| format!("{EXCEPTIONS}: there is no {item}: take its line out")));
    Ok(wrong)
}

/// Returns the size and the bound of each file and function; of functions with the same name in a file, the longest.
fn sizes(tree: &Tree) -> BTreeMap<String, (usize, usize)> {
    let mut sizes = BTreeMap::new();
    for (path, text) in tree.rust() {
        sizes.insert(path.to_owned(), (text.lines().count(), FILE_MAX));
        for function in functions(&code_only(text)) {
            let size = sizes.entry(format!("{path}::{}", function.name)).or_insert((0, FUNCTION_MAX));
            size.0 = size.0.max(function.lines);
        }
    }
    sizes
}

fn exceptions(list: &str) -> Result<BTreeMap<String, usize>> {
    let lines = list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let entry = line
                .split_once(' ')
                .and_then(|(item, size)| Some((item.to_owned(), size.trim().parse().ok()?)));
            entry.with_context(|| {
                format!("{EXCEPTIONS}: expected `path size` or `path::function size`, found `{line}`")
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tree::tests::tree;
    use super::*;

    fn function(name: &str, lines: usize) -> String {
        format!("fn {name}() {{\n{}}}\n", "    step();\n".repeat(lines - 2))
    }

    /// Checks what is said about one file of `text` under a list of exceptions.
    fn check(text: &str, list: &str, expected: &[&str]) {
        let found = violations(&tree(&[("a.rs", text), (EXCEPTIONS, list)])).unwrap();
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for (found, expected) in found.iter().zip(expected) {
            assert!(found.contains(expected), "expected {expected:?}, found {found:?}");
        }
    }

    #[test]
    fn a_file_has_at_most_500_lines() {
        check(&"const A: u8 = 1;\n".repeat(500), "", &[]);
        check(&"const A: u8 = 1;\n".repeat(501), "", &["a.rs: 501 lines, at most 500"]);
    }

    #[test]
    fn a_function_has_at_most_70_lines() {
        check(&function("short", 70), "", &[]);
        check(&function("long", 71), "", &["a.rs::long: 71 lines, at most 70"]);
        check(&(function("same", 3) + &function("same", 71)), "", &["a.rs::same: 71 lines"]);
    }

    #[test]
    fn an_exception_only_shrinks() {
        let text = function("long", 80);
        check(&text, "# Why.\na.rs::long 80\n", &[]);
        check(&text, "a.rs::long 79", &["a.rs::long: grew from 79 to 80 lines"]);
        check(&text, "a.rs::long 81", &["a.rs::long is down to 80 lines: lower its 81"]);
        check(&function("long", 70), "a.rs::long 80", &["a.rs::long is down to 70 lines: take its line out"]);
        check("", "a.rs::gone 80\nb.rs 600", &["there is no a.rs::gone", "there is no b.rs"]);
    }

    #[test]
    fn an_exception_that_cannot_be_read_is_told() {
        assert!(exceptions("a.rs many").is_err());
        assert!(exceptions("a.rs").is_err());
    }
}
