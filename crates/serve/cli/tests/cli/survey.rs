//! `survey`: a row for each file, whatever it is, in the order of paths.

use crate::program::{LETTER, Run, folder, program, run_in, run_of};
use serde_json::{Value, json};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// Returns a folder with letters, files that are none, and folders in it.
fn letters(test: &str) -> PathBuf {
    let root = folder(test);
    let put = |name: &str, bytes: &[u8]| {
        let path = root.join("brev").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    };
    put("b.txt", LETTER.as_bytes());
    put("a.md", LETTER.replace("45 000 000", "44 000 000").as_bytes());
    put("2024/c", LETTER.as_bytes());
    put("blank.txt", b" \n");
    put("binary.pdf", b"ab\x00\x01\x02cd");
    put("broken.pdf", b"%PDF-1.7\nnothing more");
    put("list.txt", b"Handleliste\n\nMelk og ost.\n");
    put("plan.json", b"{\"goals\": []}");
    put(".hidden.txt", LETTER.as_bytes());
    put("~$b.docx", b"\x05Kari");
    put(".git/x.txt", LETTER.as_bytes());
    File::create(root.join("brev/large.txt")).unwrap().set_len(40 * 1024 * 1024).unwrap();
    root
}

fn paths(survey: &Value, is_read: bool) -> Vec<&str> {
    let files = survey["files"].as_array().unwrap().iter();
    files
        .filter(|file| file["letter"].is_null() != is_read)
        .filter_map(|file| file["path"].as_str())
        .collect()
}

#[test]
fn every_file_is_a_row_by_path_with_its_letter_or_its_reason() {
    let run = run_in(&letters("survey"), "survey brev --format json --lang en");
    assert_eq!((run.code, run.err.as_str()), (1, ""));
    let survey = run.json();
    assert_eq!(paths(&survey, true), ["2024/c", "a.md", "b.txt"]);
    assert_eq!(paths(&survey, false), ["binary.pdf", "blank.txt", "broken.pdf", "large.txt", "list.txt"]);
    assert_eq!((&survey["failed"], &survey["data_files"]), (&json!(5), &json!(1)));
    let reason = |path: &str| {
        let file = survey["files"].as_array().unwrap().iter().find(|file| file["path"] == path).unwrap();
        file["reason"].as_str().unwrap().to_owned()
    };
    assert!(reason("blank.txt").contains("is empty"));
    assert!(reason("binary.pdf").contains("is not text"));
    assert!(reason("large.txt").contains("40 MB, more than the limit of 32 MB"));
    assert!(reason("list.txt").contains("no part of an allocation letter"));
}

#[test]
fn a_row_counts_as_a_check_of_the_letter_does() {
    let root = letters("survey-counts");
    let survey = run_in(&root, "survey brev --format json").json();
    let checked = run_in(&root, "check brev/b.txt --format json").json();
    let file = survey["files"].as_array().unwrap().iter().find(|file| file["path"] == "b.txt").unwrap();
    let (letter, summary) = (&file["letter"], &checked["summary"]);
    for field in ["kind", "agency", "ministry", "year"] {
        assert_eq!(letter[field], summary[field], "{field}");
    }
    assert_eq!(letter["lines"], summary["read"]["lines"]);
    assert_eq!(letter["money"]["expenditure_nok"], 44_000_000);
    assert_eq!(letter["counts"]["posts"], 2);
    assert_eq!(letter["findings"]["by_family"]["money"]["error"], 1);
    let of = |severity: &str| {
        let findings = checked["findings"].as_array().unwrap().iter();
        findings.filter(|one| one["severity"] == severity).count()
    };
    for severity in ["error", "warning", "info"] {
        assert_eq!(letter["findings"][severity], of(severity), "{severity}");
    }
    assert_eq!(survey["totals"]["letters"], 3);
    assert_eq!(survey["totals"]["expenditure_nok"], 3 * 44_000_000);
    assert_eq!(survey["totals"]["findings"]["error"], 2);
}

#[test]
fn the_exit_code_says_whether_every_file_was_read() {
    let root = letters("survey-codes");
    let check = |call: &str, code, err: &str| {
        let Run { code: found, out, err: said } = run_in(&root, call);
        assert_eq!(found, code, "{call}\n{out}{said}");
        assert!(said.contains(err) && (code != 2 || out.is_empty()), "{call}\n{said}");
    };
    check("survey brev/2024", 0, "");
    check("survey brev", 1, "");
    check("survey none --lang en", 2, "there is no folder none");
    check("survey brev/b.txt --lang en", 2, "brev/b.txt is a file; give the folder");
    fs::create_dir(root.join("void")).unwrap();
    check("survey void --lang en", 2, "there are no files in void");
    check("survey brev/2024 -o none/x.csv --lang en", 2, "none/x.csv cannot be written");
}

#[test]
fn the_same_folder_gives_the_same_bytes() {
    let root = letters("survey-same");
    for index in 0..20 {
        fs::write(root.join(format!("brev/{index}.txt")), LETTER.repeat(index % 3 + 1)).unwrap();
    }
    for format in ["table", "csv", "json"] {
        let call = format!("survey brev --format {format}");
        assert_eq!(run_in(&root, &call).out, run_in(&root, &call).out);
    }
}

#[test]
fn a_pipe_sees_the_table_and_no_progress() {
    let run = run_in(&letters("survey-table"), "survey brev --lang en");
    assert_eq!(run.err, "");
    for part in [
        "Letter",
        "b.txt ",
        "44\u{a0}000",
        "blank.txt   ",
        "brev/blank.txt is empty",
        "Total",
        "3 letters read, 5 files not read, 1 data file left out.",
    ] {
        assert!(run.out.contains(part), "{part}\n{}", run.out);
    }
    assert!(
        !run.out.contains("hidden") && run.out.lines().all(|line| line.chars().count() <= 100),
        "{}",
        run.out
    );
}

#[test]
fn a_file_takes_what_the_screen_would_show() {
    let root = letters("survey-file");
    let shown = run_in(&root, "survey brev --format csv --excel");
    let saved = run_in(&root, "survey brev --format csv --excel -o brev.csv");
    assert_eq!((saved.code, saved.out.as_str()), (1, ""));
    let file = fs::read_to_string(root.join("brev.csv")).unwrap();
    assert_eq!(file, shown.out);
    assert!(file.starts_with("\u{feff}path;kind;agency;"), "{file}");
    assert_eq!(file.lines().count(), 1 + 3 + 5);
    assert_eq!(run_in(&root, "survey brev --format csv --excel -o -").out, shown.out);
}

#[cfg(unix)]
#[test]
fn links_are_read_once_and_circles_end() {
    use std::os::unix::fs::symlink;
    let root = letters("survey-links");
    let link = |to: &str, name: &str| symlink(to, root.join("brev/2024").join(name)).unwrap();
    link("..", "circle");
    link("../b.txt", "linked.txt");
    link("gone.txt", "lost.txt");
    link("/dev/zero", "endless");
    let survey = run_in(&root, "survey brev/2024 --format json --lang en").json();
    assert_eq!(paths(&survey, true), ["c", "linked.txt"]);
    assert_eq!(paths(&survey, false), ["lost.txt"]);
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_is_a_row_too() {
    use std::os::unix::fs::PermissionsExt;
    let root = letters("survey-denied");
    let deny = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    let (file, closed) = (root.join("brev/b.txt"), root.join("brev/2024"));
    deny(&file, 0o000);
    deny(&closed, 0o000);
    // The superuser may read them all the same.
    let is_bound = fs::read(&file).is_err();
    let survey = run_in(&root, "survey brev --format json --lang en").json();
    deny(&closed, 0o755);
    if is_bound {
        assert_eq!(paths(&survey, true), ["a.md"]);
        assert!(paths(&survey, false).contains(&"2024") && paths(&survey, false).contains(&"b.txt"));
    }
}

/// Tells whether a process has said what an interrupt is to do: the second bit of the signals that it catches.
#[cfg(target_os = "linux")]
fn catches_interrupts(id: &str) -> bool {
    let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap();
    let caught = status.lines().find_map(|line| line.strip_prefix("SigCgt:")).unwrap();
    u64::from_str_radix(caught.trim(), 16).unwrap() & 2 == 2
}

#[cfg(target_os = "linux")]
#[test]
fn an_interrupt_ends_the_survey_and_writes_nothing() {
    let root = letters("survey-interrupt");
    let long = LETTER.repeat(40);
    for index in 0..200 {
        fs::write(root.join(format!("brev/{index}.txt")), &long).unwrap();
    }
    let mut command = program();
    command.args(["survey", "brev", "--lang", "en", "-o", "x.txt"]).current_dir(&root);
    let child =
        command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).spawn().unwrap();
    let id = child.id().to_string();
    while !catches_interrupts(&id) {
        std::thread::yield_now();
    }
    assert!(std::process::Command::new("kill").args(["-INT", &id]).status().unwrap().success());
    let run = run_of(&child.wait_with_output().unwrap());
    assert_eq!((run.code, run.out.as_str()), (130, ""), "{}", run.err);
    assert!(run.err.contains("interrupted after ") && run.err.contains("nothing is written"), "{}", run.err);
    assert!(!root.join("x.txt").exists());
}
