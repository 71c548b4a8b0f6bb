//! Files that are no letters: one sentence with the file and the remedy, exit code 2, bounded memory.

use crate::program::{LETTER, Run, folder, program, run_in, run_of, run_on};
use std::fs::File;
use std::io::Write;
use std::process::Stdio;

fn refused(run: &Run, parts: &[&str]) {
    assert_eq!((run.code, run.out.as_str()), (2, ""), "{}", run.err);
    assert_eq!(run.err.lines().count(), 1, "{}", run.err);
    for part in parts {
        assert!(run.err.contains(part), "{part}: {}", run.err);
    }
}

#[test]
fn what_is_no_letter_is_refused_with_a_remedy() {
    let check = |name, bytes: &[u8], parts: &[&str]| {
        for call in ["check letter.txt --lang en", "compile letter.txt --lang en"] {
            refused(&run_on(name, bytes, call), parts);
        }
    };
    check("empty", b"", &["letter.txt is empty", "give a file"]);
    check("blank", b" \n\t\n", &["letter.txt is empty"]);
    check("binary", b"ab\x00\x01\x02cd", &["letter.txt is not text", "byte 2 has the value 0x00"]);
    check("rtf", b"{\\rtf1}", &["letter.txt is a RTF file", "save it as PDF or Word"]);
}

#[test]
fn what_cannot_be_opened_is_refused() {
    let folder = folder("paths");
    std::fs::create_dir(folder.join("brev")).unwrap();
    refused(&run_in(&folder, "check none.txt --lang en"), &["there is no file none.txt", "check the name"]);
    refused(&run_in(&folder, "check brev --lang en"), &["brev is a folder"]);
    refused(&run_in(&folder, "check none.txt/x --lang en"), &["none.txt/x"]);
}

#[test]
fn a_file_that_is_too_large_is_refused_by_its_size() {
    let folder = folder("large");
    File::create(folder.join("letter.txt")).unwrap().set_len(40 * 1024 * 1024).unwrap();
    refused(
        &run_in(&folder, "check letter.txt --lang en"),
        &["letter.txt is 40 MB, more than the limit of 32 MB"],
    );
}

#[cfg(unix)]
#[test]
fn a_device_without_end_is_read_within_bounds() {
    refused(&run_in(&folder("device"), "check /dev/zero --lang en"), &["/dev/zero is over 32 MB"]);
}

#[cfg(unix)]
#[test]
fn a_file_without_permission_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder("denied");
    let path = folder.join("letter.txt");
    std::fs::write(&path, LETTER).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).unwrap();
    // The superuser may read it all the same.
    if std::fs::read(&path).is_err() {
        refused(&run_in(&folder, "check letter.txt --lang en"), &["letter.txt cannot be read", "permission"]);
    }
}

#[test]
fn standard_input_is_a_letter_too() {
    let run = |letter: &[u8]| {
        let mut command = program();
        command.args(["check", "-", "--lang", "en"]).stdin(Stdio::piped());
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(letter).unwrap();
        run_of(&child.wait_with_output().unwrap())
    };
    let checked = run(LETTER.as_bytes());
    assert_eq!(checked.code, 1);
    assert!(checked.out.contains("--> <stdin>:12:20"), "{}", checked.out);
    refused(&run(b""), &["standard input is empty"]);
}

#[test]
fn other_encodings_are_read() {
    let latin: Vec<u8> = LETTER.chars().map(|letter| u8::try_from(letter).unwrap()).collect();
    let run = run_on("latin", latin, "check letter.txt --lang en");
    assert!(run.out.contains("windows-1252") && run.out.contains("chapter-sum-mismatch"), "{}", run.out);
}
