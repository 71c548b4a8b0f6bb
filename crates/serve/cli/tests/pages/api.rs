//! The description of the API against the program: schemathesis sends what it allows and what it does not.

use crate::server::{Server, letter};
use std::path::Path;
use std::process::Command;

/// What every answer is held against.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,\
                      response_schema_conformance,negative_data_rejection,unsupported_method,ignored_auth";

fn has_schemathesis() -> bool {
    let there = Command::new("schemathesis").arg("--version").output().is_ok_and(|out| out.status.success());
    if !there {
        styrbord_truth::skip("the API by schemathesis: it is not installed (`cargo xtask ci` installs it)");
    }
    there
}

/// Returns a token that may read and write the year of a letter.
fn token(server: &Server) -> String {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages/token.py");
    let letter = letter("fjellvett-2025.txt");
    let out = Command::new("python3")
        .arg(script)
        .args([&server.base, &letter, "Direktoratet for fjellvett", server.code(), "write"])
        .output()
        .unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap().trim().to_owned()
}

/// Has schemathesis ask the operations that `which` says, and tells what it found.
fn run(server: &Server, token: &str, which: &[&str], (checks, examples): (&str, &str)) {
    let out = Command::new("schemathesis")
        .args(["--no-color", "run", &format!("{}/api/v1/openapi.json", server.base)])
        .args(["--header", &format!("Authorization: Bearer {token}"), "--checks", checks])
        .args(["--phases", "examples,coverage,fuzzing", "--max-examples", examples, "--max-time", "15"])
        .args(["--generation-deterministic", "--warnings", "off"])
        .args(which)
        .current_dir(server.file(""))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&out.stdout).into_owned();
    assert!(out.status.success(), "{said}{}", String::from_utf8_lossy(&out.stderr));
    assert!(said.contains("No issues found"), "{said}");
}

#[test]
fn the_api_does_what_its_description_says() {
    if !has_schemathesis() {
        return;
    }
    let server = Server::start("api");
    let token = token(&server);
    let reads = ["--exclude-operation-id", "command"];
    run(&server, &token, &reads, (&format!("{CHECKS},positive_data_acceptance"), "20"));
    // A command may be refused for what it says, so not all that is well formed is done.
    run(&server, &token, &["--include-operation-id", "command"], (CHECKS, "60"));
}
