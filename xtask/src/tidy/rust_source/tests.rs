use super::*;

/// Checks the names and lengths of the functions that are seen in `source`.
fn check(source: &str, expected: &[(&str, usize)]) {
    let found = functions(&code_only(source));
    let found: Vec<(&str, usize)> = found.iter().map(|one| (one.name.as_str(), one.lines)).collect();
    assert_eq!(found, expected, "in:\n{source}");
}

#[test]
fn a_function_runs_from_fn_to_its_closing_brace() {
    check("/// Says.\n#[inline]\npub fn one() -> u8 {\n    1\n}\n", &[("one", 3)]);
    check("fn one() {}\nfn two(\n    a: u8,\n) {\n}\n", &[("one", 1), ("two", 4)]);
    check("#[cfg(test)]\nmod tests {\n    fn inner() {\n        if a { b }\n    }\n}\n", &[("inner", 3)]);
}

#[test]
fn a_signature_alone_and_a_type_are_no_functions() {
    check(
        "trait T {\n    fn one(&self);\n    fn two(&self) -> [u8; 2] {\n        [0; 2]\n    }\n}\n",
        &[("two", 3)],
    );
    check(
        "type F = fn(u8) -> u8;\nstruct S { f: fn (u8) }\nfn real<F: Fn(u8)>() where F: Copy {\n}\n",
        &[("real", 2)],
    );
}

#[test]
fn braces_in_literals_and_comments_do_not_count() {
    for inside in [
        "\"}\"",
        "\"\\\"}\"",
        "'}'",
        "'\\''; '}'",
        "b'}'",
        "'\\u{7d}'",
        "r\"}\"",
        "r#\"}\"}\"#",
        "br##\"}\"#}\"##",
        "// }",
        "/* } /* } */ } */",
        "'ø'; '}'",
        "\"å}\"",
        "x::<'a>('}')",
        "for_r(\"}\")",
        "r#type",
    ] {
        check(&format!("fn one() {{\n    {inside}\n}}\nfn two() {{}}\n"), &[("one", 3), ("two", 1)]);
    }
}

#[test]
fn lifetimes_are_no_characters() {
    check(
        "fn one<'a>(x: &'a str) -> &'a str {\n    x\n}\nfn two(_: &'static str, c: char) {}\n",
        &[("one", 3), ("two", 1)],
    );
}

#[test]
fn blanking_keeps_the_lines_and_the_code() {
    let code = code_only("let a = \"x\ny\"; // z\nlet b = r#\"\n\"#;\nø()\n");
    let lines: Vec<&str> = code.lines().map(str::trim_end).collect();
    assert_eq!(lines, ["let a =", "  ;", "let b =", "  ;", "ø()"]);
}

#[test]
fn what_never_closes_ends_with_the_file() {
    for source in ["fn one() { \"", "/* ", "'", "'\\", "r#\"", "fn", "fn one() {"] {
        assert_eq!(code_only(source).len(), source.len(), "{source}");
        check(source, &[]);
    }
}

#[test]
fn words_are_whole() {
    assert!(has_word("pub fn one() {}", "fn one"));
    assert!(!has_word("pub fn one_more() {}", "fn one"));
    assert!(!has_word("my_todo!()", "todo"));
}
