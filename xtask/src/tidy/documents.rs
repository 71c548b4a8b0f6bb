//! What the documents name exists: paths, links, crates.
//!
//! Looked at are links and what stands in backticks or in a fenced block, word by word. A word is a path of this
//! repository when it has a slash and begins with a folder at the root. Planned or past things are named in plain text.

use super::tree::Tree;
use std::collections::BTreeSet;

/// Returns a line for each thing that a document names and the tree does not have.
pub(super) fn violations(tree: &Tree) -> Vec<String> {
    let crates = crate_names(tree);
    let mut wrong = Vec::new();
    for (path, text) in tree.documents() {
        for (line, mention) in mentions(text) {
            let missing = match mention {
                Mention::Word(word) if is_crate(word) => {
                    (!crates.contains(&word.replace('_', "-"))).then(|| format!("there is no crate {word}"))
                }
                Mention::Word(word) => path_of(word, tree).filter(|path| !tree.has(path)).map(no_path),
                Mention::Link(target) => missing_target(path, target, tree),
            };
            wrong.extend(missing.map(|missing| format!("{path}:{line}: {missing}")));
        }
    }
    wrong
}

fn no_path(path: &str) -> String {
    format!("there is no {path}")
}

#[derive(Debug, PartialEq, Eq)]
enum Mention<'a> {
    Word(&'a str),
    Link(&'a str),
}

/// Returns the words of code and the targets of links, with their lines.
fn mentions(text: &str) -> Vec<(usize, Mention<'_>)> {
    let mut found = Vec::new();
    let mut fenced = false;
    for (line, number) in text.lines().zip(1..) {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if fenced {
            found.extend(words(line).map(|word| (number, Mention::Word(word))));
        } else {
            let spans = line.split('`').skip(1).step_by(2);
            found.extend(spans.flat_map(words).map(|word| (number, Mention::Word(word))));
            found.extend(link_targets(line).map(|target| (number, Mention::Link(target))));
        }
    }
    found
}

/// Returns the words of a piece of code, without quotes, full stops and positions (`:12:3`, `#L5`, `::item`).
fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split_whitespace().map(|word| {
        let word = word.trim_matches(|char: char| "\"'(),.;=[]".contains(char));
        word.split([':', '#']).next().unwrap_or_default()
    })
}

/// Returns the targets of inline links (`[text](target "title")`) and of reference lines (`[name]: target`).
fn link_targets(line: &str) -> impl Iterator<Item = &str> {
    let inline = line.split("](").skip(1).map(|rest| rest.split(')').next().unwrap_or_default());
    let reference = line.strip_prefix('[').and_then(|rest| rest.split_once("]: ")).map(|(_, target)| target);
    inline.chain(reference).filter_map(|target| target.split_whitespace().next())
}

/// Returns the path of the repository that `word` is, as far as it is no pattern.
fn path_of<'a>(word: &'a str, tree: &Tree) -> Option<&'a str> {
    let (top, _) = word.split_once('/')?;
    if top.is_empty() || !tree.has(top) {
        return None;
    }
    // `crates/*/*` and `packs/<agency>/plan.json` speak of what lies in `crates` and `packs`.
    let end = word.find(|char: char| "*<>{}$…".contains(char)).unwrap_or(word.len());
    Some(if end == word.len() { word } else { &word[..word[..end].rfind('/')?] })
}

/// Says what is missing when `target`, a link in the document at `from`, leads nowhere.
fn missing_target(from: &str, target: &str, tree: &Tree) -> Option<String> {
    let target = target.trim_matches(['<', '>']).split('#').next().unwrap_or_default();
    if target.is_empty() || target.contains("://") || target.starts_with("mailto:") {
        return None;
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in target.trim_end_matches('/').split('/').filter(|part| *part != ".") {
        if part != ".." {
            parts.push(part);
        } else if parts.pop().is_none() {
            return Some(format!("the link {target} leaves the repository"));
        }
    }
    let path = parts.join("/");
    (!path.is_empty() && !tree.has(&path)).then(|| no_path(&path))
}

fn is_crate(word: &str) -> bool {
    let name = word.strip_prefix("styrbord-").or_else(|| word.strip_prefix("styrbord_"));
    name.is_some_and(|name| {
        !name.is_empty() && name.chars().all(|char| char.is_ascii_lowercase() || "-_".contains(char))
    })
}

fn crate_names(tree: &Tree) -> BTreeSet<String> {
    let names = tree.manifests().flat_map(str::lines).filter_map(|line| line.strip_prefix("name = \""));
    names.map(|rest| rest.trim_end().trim_end_matches('"').to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tree::tests::tree;
    use super::*;

    /// Checks what is said about a document that lies in `docs/`.
    fn check(text: &str, expected: &[&str]) {
        let found = violations(&tree(&[
            ("docs/page.md", text),
            ("README.md", ""),
            ("crates/base/money/Cargo.toml", "[package]\nname = \"styrbord-money\"\n"),
            ("crates/base/money/src/lib.rs", ""),
        ]));
        assert_eq!(found, expected, "in:\n{text}");
    }

    #[test]
    fn a_path_in_backticks_exists() {
        check("See `crates/base/money`, `crates/base/`, `crates/base/money/src/lib.rs:12`.", &[]);
        check("a\nSee `crates/base/gold`.", &["docs/page.md:2: there is no crates/base/gold"]);
        check(
            "Run `styrbord check docs/none.txt --lang nb`.",
            &["docs/page.md:1: there is no docs/none.txt"],
        );
    }

    #[test]
    fn a_path_in_a_fenced_block_exists() {
        check("```sh\nstyrbord check docs/page.md | head\n  --> docs/page.md:12:3\n```\n", &[]);
        check(
            "```sh\nls crates/base/gold\n```\ncrates/base/gold\n",
            &["docs/page.md:2: there is no crates/base/gold"],
        );
    }

    #[test]
    fn patterns_are_followed_as_far_as_they_go() {
        check("`crates/*/*` `crates/<folder>/x` `docs/*.md` `crates/base/{a,b}`", &[]);
        check("`crates/basis/*`", &["docs/page.md:1: there is no crates/basis"]);
    }

    #[test]
    fn what_is_no_path_here_is_left() {
        check("`og/eller` `text/html` `/usr/bin` `target/debug` `and/or` `https://example.org/docs/x`", &[]);
        check("docs/none in plain text, 671/60", &[]);
    }

    #[test]
    fn a_link_leads_somewhere() {
        check(
            "[a](../README.md) [b](page.md#top) [c](https://x.no/y) [d](#e) [f](../crates/base \"t\")\n[g]: page.md",
            &[],
        );
        check("[a](none.md) `x`", &["docs/page.md:1: there is no docs/none.md"]);
        check("[a](../../x.md)", &["docs/page.md:1: the link ../../x.md leaves the repository"]);
        check("[a]: none.md", &["docs/page.md:1: there is no docs/none.md"]);
    }

    #[test]
    fn a_named_crate_exists() {
        check(
            "`styrbord-money`, `styrbord_money::Nok`, `cargo test -p styrbord-money`, `styrbord-plan.json`",
            &[],
        );
        check("`styrbord-gold`", &["docs/page.md:1: there is no crate styrbord-gold"]);
        check("```\nuse styrbord_gold::Bar;\n```", &["docs/page.md:2: there is no crate styrbord_gold"]);
    }
}
