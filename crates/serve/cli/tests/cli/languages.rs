//! Every word in bokmål, nynorsk and English; a wrong call is said in one sentence of the language.

use crate::program::{LETTER, folder, program, run_in, run_of, run_on};

/// Words of clap that would show that a text is not ours.
const NOT_OURS: [&str; 7] =
    ["Usage:", "Options:", "Commands:", "Arguments:", "Print help", "[default", "[possible"];

#[test]
fn help_is_complete_in_each_language() {
    for call in [
        "--help",
        "check --help",
        "compile --help",
        "diff --help",
        "survey --help",
        "export --help",
        "export plan --help",
        "export schema -h",
        "explain -h",
        "journal --help",
        "place --help",
        "completions --help",
        "serve --help",
    ] {
        let help = |language: &str| run_in(&folder("help"), &format!("{call} --lang {language}"));
        let [nb, nn, en] = ["nb", "nn", "en"].map(help);
        assert_eq!([nb.code, nn.code, en.code], [0; 3], "{call}");
        assert!(nb.out.lines().count() > 10, "{}", nb.out);
        for norwegian in [&nb.out, &nn.out] {
            for word in NOT_OURS {
                assert!(!norwegian.contains(word), "{call}: {word}\n{norwegian}");
            }
        }
        assert!(nb.out != nn.out && nn.out != en.out, "{call}");
        assert!(en.out.contains("Usage: styrbord") && en.out.contains("Examples:"), "{}", en.out);
        assert!(nb.out.contains("Eksempler:") && nn.out.contains("Døme:"));
    }
}

#[test]
fn the_output_speaks_each_language() {
    for (language, words) in [
        ("nb", ["Penger", "feil[", "hjelp: ", "merknad["]),
        ("nn", ["Pengar", "feil[", "hjelp: ", "merknad["]),
        ("en", ["Money", "error[", "help: ", "note["]),
    ] {
        let run = run_on("speaks", LETTER, &format!("check letter.txt --lang {language}"));
        for word in words {
            assert!(run.out.contains(word), "{language} {word}\n{}", run.out);
        }
    }
}

#[test]
fn the_environment_chooses_when_the_call_does_not() {
    let first_line = |locale: &str| {
        let mut command = program();
        command.arg("--help").env("LANG", locale);
        run_of(&command.output().unwrap()).out.lines().next().unwrap().to_owned()
    };
    assert!(first_line("en_GB.UTF-8").starts_with("Reads an allocation letter"));
    assert!(first_line("nn_NO.UTF-8").starts_with("Les eit tildelingsbrev"));
    assert!(first_line("C").starts_with("Leser et tildelingsbrev"));
}

#[test]
fn a_wrong_call_is_one_sentence() {
    for (call, expected) in [
        (
            "",
            "error: check|compile|diff|survey|export|explain|journal|place|serve|account|year|completions is missing; see `styrbord --help`
",
        ),
        ("chek a", "error: there is no command `chek`; did you mean `check`? see `styrbord --help`\n"),
        ("check", "error: `LETTER` is missing; see `styrbord check --help`\n"),
        ("check a b", "error: `b` is not known here; see `styrbord check --help`\n"),
        (
            "check a --fromat json",
            "error: `--fromat` is not known here; did you mean `--format`? see `styrbord check --help`\n",
        ),
        ("check a --format", "error: `--format` lacks a value; see `styrbord check --help`\n"),
        (
            "check a --format xml",
            "error: `--format` should be one of text, json, sarif, md, csv; found `xml`; see `styrbord check --help`\n",
        ),
        ("export", "error: plan|schema is missing; see `styrbord export --help`\n"),
        ("survey", "error: `DIR` is missing; see `styrbord survey --help`\n"),
        ("check a --all --all", "error: `--all` is given more than once; see `styrbord check --help`\n"),
        (
            "check a --lang fr",
            "error: `--lang` should be one of nb, nn, en; found `fr`; see `styrbord check --help`\n",
        ),
    ] {
        let mut command = program();
        command.args(call.split_whitespace()).env("LANG", "en_GB.UTF-8");
        let run = run_of(&command.output().unwrap());
        assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (2, "", expected), "{call}");
    }
}

#[test]
fn the_version_is_one_line() {
    let run = run_in(&folder("version"), "--version");
    assert_eq!((run.code, run.out), (0, format!("styrbord {}\n", env!("CARGO_PKG_VERSION"))));
}
