//! Accepts what the program does now: golden files and generated pages are written anew, to be reviewed as a diff.

use crate::{generated, process};
use anyhow::Result;
use serde_json::Value;

/// The name of the test targets that compare with golden files and rewrite them under `STYRBORD_BLESS=1`.
const GOLDEN: &str = "golden";

/// Rewrites the golden files first, then the pages.
pub(crate) fn run() -> Result<()> {
    let packages = packages_with_golden_tests(&process::metadata()?);
    for package in &packages {
        process::run(
            process::cargo()
                .args(["test", "--package", package, "--test", GOLDEN])
                .env("STYRBORD_BLESS", "1"),
        )?;
    }
    let pages = generated::pages()?;
    for page in pages.iter().filter(|page| !page.is_current) {
        generated::write(page)?;
        println!("wrote {}", page.path);
    }
    let names: Vec<&str> = pages.iter().map(|page| page.path.as_str()).collect();
    println!("blessed: pages {}; golden tests of {}", listed(&names), listed(&packages));
    println!("review with git diff");
    Ok(())
}

fn listed<T: std::borrow::Borrow<str>>(names: &[T]) -> String {
    if names.is_empty() { "none".to_owned() } else { names.join(", ") }
}

fn packages_with_golden_tests(metadata: &Value) -> Vec<String> {
    let is_golden = |target: &Value| {
        target["name"] == GOLDEN
            && target["kind"].as_array().is_some_and(|kinds| kinds.contains(&"test".into()))
    };
    let packages = metadata["packages"].as_array().into_iter().flatten();
    packages
        .filter(|package| package["targets"].as_array().is_some_and(|targets| targets.iter().any(is_golden)))
        .filter_map(|package| package["name"].as_str().map(str::to_owned))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn golden_tests_are_found_by_their_target() {
        let metadata = json!({"packages": [
            {"name": "styrbord", "targets": [{"name": "styrbord", "kind": ["bin"]}, {"name": "golden", "kind": ["test"]}]},
            {"name": "golden", "targets": [{"name": "golden", "kind": ["lib"]}]},
        ]});
        assert_eq!(packages_with_golden_tests(&metadata), ["styrbord"]);
    }
}
