//! `check`: exit codes, and each format read back by another program.

use crate::program::{LETTER, examples, folder, program, run_in, run_of, run_on};
use serde_json::{Value, json};

#[test]
fn the_exit_code_says_whether_anything_is_that_grave() {
    let check = |fail_on: &str, expected| {
        let run = run_on("exit-code", LETTER, &format!("check letter.txt {fail_on}"));
        assert_eq!(run.code, expected, "{fail_on}\n{}{}", run.out, run.err);
    };
    check("", 1);
    check("--fail-on error", 1);
    check("--fail-on warning", 1);
    check("--fail-on never", 0);
    let mended = LETTER.replace("45 000 000", "44 000 000");
    let check =
        |fail_on: &str| run_on("exit-code-mended", &mended, &format!("check letter.txt {fail_on}")).code;
    assert_eq!([check(""), check("--fail-on info")], [0, 1]);
}

#[test]
fn text_has_summary_findings_and_count() {
    let run = run_on("text", LETTER, "check letter.txt --lang en");
    for part in [
        "Allocation letter 2025\n",
        "Bryggetilsynet",
        "Markdown, utf-8, 12 lines",
        "44\u{a0}000\u{a0}000  (the letter says 45\u{a0}000\u{a0}000)",
        "error[chapter-sum-mismatch]: ",
        "  --> letter.txt:12:20\n",
        "12 | | | Sum kap. 512 | 45 000 000 |\n",
        "   = help: ",
        "note[doubled-word]: ",
    ] {
        assert!(run.out.contains(part), "{part}\n{}", run.out);
    }
    assert!(run.out.ends_with("verified\n"), "{}", run.out);
    assert!(run.out.find("error[").unwrap() < run.out.find("note[").unwrap());
}

#[test]
fn many_notes_of_a_kind_are_collected() {
    let letter = format!("Tildelingsbrev 2025\n{}", "\nTilsynet skal skal se til bryggene.\n".repeat(8));
    let drawn = |call: &str| run_on("many", &letter, call).out.matches("note[doubled-word]").count();
    let collected = run_on("many", &letter, "check letter.txt --lang en");
    assert!(collected.out.contains("7 more of the same kind, on lines 5, 7, "), "{}", collected.out);
    assert_eq!(drawn("check letter.txt --lang en"), 1);
    assert_eq!(drawn("check letter.txt --lang en --all"), 8);
}

#[test]
fn json_is_the_findings_object_with_a_summary() {
    let checked = run_on("json", LETTER, "check letter.txt --format json").json();
    let compiled = run_on("json", LETTER, "compile letter.txt --emit findings --format json").json();
    assert_eq!((&checked["findings"], &checked["verified"]), (&compiled["findings"], &compiled["verified"]));
    let finding =
        &checked["findings"].as_array().unwrap().iter().find(|one| one["severity"] == "error").unwrap();
    for field in ["code", "severity", "message", "labels", "help", "accepted"] {
        assert!(finding.get(field).is_some(), "{field}");
    }
    let summary = &checked["summary"];
    assert_eq!((&summary["kind"], &summary["year"]), (&json!("allocation"), &json!(2025)));
    assert_eq!(summary["read"], json!({"format": "markdown", "encoding": "utf-8", "lines": 12}));
    assert_eq!(summary["money"]["chapters"][0]["sum_nok"], 44_000_000);
    assert_eq!(summary["findings"]["error"], 1);
}

#[test]
fn sarif_names_its_rules_and_places() {
    let accept = "[[accept]]\ncode = 'doubled-word'\nreason = 'So be it.'\nwho = 'Kari'\ndate = 2025-01-05\n";
    let folder = folder("sarif");
    std::fs::write(folder.join("letter.txt"), LETTER).unwrap();
    std::fs::write(folder.join("accepted.toml"), accept).unwrap();
    let log = run_in(&folder, "check letter.txt --format sarif --accept accepted.toml --lang en").json();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert!(rules[index]["help"]["markdown"].as_str().unwrap().contains("## "));
    }
    let result = |code: &str| results.iter().find(|result| result["ruleId"] == code).unwrap();
    let region = &result("chapter-sum-mismatch")["locations"][0]["physicalLocation"]["region"];
    let place = json!({
        "startLine": 12, "startColumn": 20, "endLine": 12, "endColumn": 30, "snippet": {"text": "45 000 000"},
    });
    assert_eq!(region, &place);
    assert_eq!(result("doubled-word")["suppressions"][0]["justification"], "So be it.");
    assert_eq!(result("chapter-sum-mismatch")["suppressions"], Value::Null);
}

#[test]
fn csv_has_a_row_for_each_finding() {
    let table = run_on("csv", LETTER, "check letter.txt --format csv --lang en").out;
    let rows: Vec<&str> = table.split_terminator("\r\n").collect();
    let head = "severity,code,line,end_line,quote,second_line,second_quote,message,help,accepted,page,section,table,row";
    assert_eq!(rows[0], head);
    let row = rows.iter().find(|row| row.contains("chapter-sum-mismatch")).unwrap();
    assert!(row.starts_with("error,chapter-sum-mismatch,12,12,45 000 000,10,41 300 000,"), "{row}");
    let excel = run_on("csv", LETTER, "check letter.txt --lang en --excel").out;
    assert!(excel.starts_with("\u{feff}severity;code;line;"), "{excel}");
}

#[test]
fn a_report_quotes_both_places_and_says_what_to_ask() {
    let report = run_on("md", LETTER, "check letter.txt --format md --lang en").out;
    for part in [
        "# Points to clarify: ",
        "## Errors\n",
        "> Line 12: «45 000 000»",
        "> Line 10: «41 300 000»",
        "**To ask or do:** ",
    ] {
        assert!(report.contains(part), "{part}\n{report}");
    }
}

#[test]
fn the_examples_pass_through_every_format() {
    for letter in examples() {
        for format in ["text", "json", "sarif", "md", "csv"] {
            let run =
                run_of(&program().arg("check").arg(&letter).args(["--format", format]).output().unwrap());
            assert!(run.code == 0 || run.code == 1, "{}: {}", letter.display(), run.err);
            assert_eq!(run.err, "", "{}", letter.display());
            if format == "json" || format == "sarif" {
                run.json();
            }
        }
    }
}

#[test]
fn the_same_letter_gives_the_same_bytes() {
    let letter = &examples()[0];
    for format in ["text", "json", "sarif", "md", "csv"] {
        let print = || program().arg("check").arg(letter).args(["--format", format]).output().unwrap().stdout;
        assert_eq!(print(), print(), "{format}");
    }
}
