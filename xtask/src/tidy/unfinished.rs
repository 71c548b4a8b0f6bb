//! Code that says itself that it is not finished, and tests that do not run.

use super::rust_source::{code_only, has_word};
use super::tree::Tree;

/// Returns a line for each place in code (not in its comments and literals) that is not finished or does not run.
pub(super) fn violations(tree: &Tree) -> Vec<String> {
    tree.rust().flat_map(|(path, text)| in_file(path, text)).collect()
}

fn in_file(path: &str, text: &str) -> Vec<String> {
    let code = code_only(text);
    let lines = code.lines().zip(1..);
    lines.filter_map(|(line, number)| Some(format!("{path}:{number}: {}", complaint(line)?))).collect()
}

fn complaint(line: &str) -> Option<&'static str> {
    let line = line.trim_start();
    let is_conditional = line.starts_with("#[cfg_attr(") && has_word(line, "ignore");
    if has_word(line, "todo!") {
        Some("todo!: write it, or leave it out")
    } else if has_word(line, "unimplemented!") {
        Some("unimplemented!: write it, or leave it out")
    } else if line.starts_with("#[ignore") || is_conditional {
        Some("an ignored test: a test runs or is deleted")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unfinished_code_is_told_with_its_line() {
        let code = "fn a() {\n    todo!()\n}\nfn b() { unimplemented!() }\n";
        assert_eq!(
            in_file("a.rs", code),
            ["a.rs:2: todo!: write it, or leave it out", "a.rs:4: unimplemented!: write it, or leave it out"]
        );
        for attribute in ["#[ignore]", "#[ignore = \"slow\"]", "#[cfg_attr(miri, ignore)]"] {
            let code = format!("#[test]\n{attribute}\nfn a() {{}}\n");
            assert_eq!(in_file("a.rs", &code), ["a.rs:2: an ignored test: a test runs or is deleted"]);
        }
    }

    #[test]
    fn words_in_comments_and_literals_are_no_marks() {
        let text = "// todo!\nlet a = \"unimplemented! #[ignore]\";\nmy_todo!();\nmatch_some(a, ignore);\n";
        assert_eq!(in_file("a.rs", text), [""; 0]);
    }
}
