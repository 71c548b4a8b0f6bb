//! Each invariant has a test of its own name, and ARCHITECTURE.md names it.
//!
//! The convention: a table whose first column is headed `Invariant`, and in each row at least one
//! `` `test_name` in `path/to/file.rs` ``.

use super::rust_source::{code_only, has_word};
use super::tree::Tree;

const DOCUMENT: &str = "ARCHITECTURE.md";

/// Returns a line for each invariant without a test, and for each test that is not where the document says.
pub(super) fn violations(tree: &Tree) -> Vec<String> {
    let Some(text) = tree.text(DOCUMENT) else { return Vec::new() };
    let mut wrong = Vec::new();
    let mut in_table = false;
    for (line, number) in text.lines().zip(1..) {
        let Some(row) = line.trim().strip_prefix('|') else {
            in_table = false;
            continue;
        };
        let tests = named_tests(row);
        if in_table && tests.is_empty() && !is_rule(row) {
            wrong.push(format!(
                "{DOCUMENT}:{number}: the row names no test (write: `test_name` in `path/to/file.rs`)"
            ));
        }
        in_table = in_table || row.trim_start().to_lowercase().starts_with("invariant");
        wrong.extend(tests.into_iter().filter_map(|(name, path)| {
            let found = has_word(&code_only(tree.text(path)?), &format!("fn {name}"));
            (!found).then(|| format!("{DOCUMENT}:{number}: there is no test `{name}` in {path}"))
        }));
    }
    wrong
}

/// Tells whether the row is the line between a table's head and its body.
fn is_rule(row: &str) -> bool {
    row.chars().all(|char| matches!(char, '|' | '-' | ':' | ' '))
}

/// Returns the pairs of test and file in a row. That the file exists is asked of every path in a document.
fn named_tests(row: &str) -> Vec<(&str, &str)> {
    let between: Vec<&str> = row.split('`').collect();
    let triples = between.windows(3).skip(1).step_by(2);
    triples
        .filter(|triple| triple[1].trim() == "in" && triple[2].ends_with(".rs"))
        .map(|triple| (triple[0], triple[2]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tree::tests::tree;
    use super::*;

    const HEAD: &str = "| Invariant | Test |\n|---|:--|\n";

    fn check(row: &str, expected: &[&str]) {
        let text = format!("{HEAD}{row}\n\n| Other | Table |\n|---|---|\n| no | test |\n");
        let found = violations(&tree(&[
            (DOCUMENT, &text),
            ("crates/a.rs", "// fn said_only()\n#[test]\nfn nothing_is_lost() {}\nfn twice() {}\n"),
        ]));
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for (found, expected) in found.iter().zip(expected) {
            assert!(found.contains(expected), "expected {expected:?}, found {found:?}");
        }
    }

    #[test]
    fn a_named_test_exists_in_its_file() {
        check("| Nothing is lost | `nothing_is_lost` in `crates/a.rs` |", &[]);
        check("| Both | `nothing_is_lost` in `crates/a.rs`, `twice` in `crates/a.rs` |", &[]);
        check(
            "| `x` stays | `gone` in `crates/a.rs` |",
            &["ARCHITECTURE.md:3: there is no test `gone` in crates/a.rs"],
        );
        check("| Said | `said_only` in `crates/a.rs` |", &["no test `said_only`"]);
        check("| Begun | `nothing_is` in `crates/a.rs` |", &["no test `nothing_is`"]);
    }

    #[test]
    fn a_row_names_a_test() {
        check("| Nothing is lost | by hand |", &["ARCHITECTURE.md:3: the row names no test"]);
    }
}
