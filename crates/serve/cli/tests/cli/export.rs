//! `export`: the plan as JSON, as one table, as Markdown; and its schema.

use crate::program::{LETTER, examples, folder, program, run_in, run_of, run_on};
use serde_json::json;

#[test]
fn json_is_the_plan_of_the_contract() {
    let exported = run_on("export", LETTER, "export plan letter.txt");
    let compiled = run_on("export", LETTER, "compile letter.txt --emit plan --format json");
    assert_eq!((exported.code, &exported.out), (0, &compiled.out));
}

#[test]
fn the_schema_is_the_published_one() {
    let printed = run_in(&folder("export-schema"), "export schema");
    let published = include_str!("../../../../../docs/plan.schema.json");
    assert!(printed.out == published, "cargo xtask bless writes docs/plan.schema.json anew");
    let schema = printed.json();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert!(schema["required"].as_array().unwrap().contains(&json!("goals")));
}

#[test]
fn csv_has_a_row_for_each_part() {
    let table = run_on("export-csv", LETTER, "export plan letter.txt --format csv").out;
    let rows: Vec<&str> = table.split_terminator("\r\n").collect();
    assert!(rows[0].starts_with("part,number,title,belongs_to,kind,date,printed,"), "{}", rows[0]);
    assert_eq!(rows[1], "letter,,Bryggetilsynet,,allocation,,,,,2025,,,,,,,,,");
    assert!(
        rows.contains(&"post,512.45,Større utstyrsanskaffelser,512,,,,,,,2700000,,,,11,11,,,"),
        "{table}"
    );
    let excel = run_on("export-csv", LETTER, "export plan letter.txt --excel").out;
    assert!(excel.starts_with("\u{feff}part;number;title;"), "{excel}");
    assert!(excel.contains("\r\npost;\"=\"\"512.45\"\"\";Større utstyrsanskaffelser;512;"), "{excel}");
}

#[test]
fn markdown_has_a_table_for_each_kind() {
    let page = run_on("export-md", LETTER, "export plan letter.txt --format md --lang en").out;
    for part in [
        "# Plan: Allocation letter 2025\n",
        "- To: Bryggetilsynet\n",
        "## Budget\n",
        "| Chap./post | Text | NOK | Details | Line |\n| --- | --- | ---: | --- | --- |\n",
        "| 512.45 | Større utstyrsanskaffelser | 2\u{a0}700\u{a0}000 |  | 11 |\n",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    let nothing = run_on("export-none", "Hei.\n", "export plan letter.txt --format md --lang en").out;
    assert!(nothing.ends_with("Nothing in the letter was understood as a part of a plan.\n"), "{nothing}");
}

#[test]
fn a_letter_cannot_break_out_of_its_cell() {
    let letter = LETTER
        .replace("Driftsutgifter", "Drift <b>|</b> [x](y)")
        .replace("| 512.01 | Drift <b>|</b>", "| 512.01 | Drift <b>\\|</b>");
    let page = run_on("export-cell", letter, "export plan letter.txt --format md").out;
    let rows: Vec<&str> = page.lines().filter(|line| line.starts_with("| 512.01")).collect();
    assert_eq!(rows.len(), 1, "{page}");
    assert_eq!(rows[0].replace("\\|", "").matches('|').count(), 6, "{}", rows[0]);
}

#[test]
fn a_file_takes_the_plan() {
    let folder = folder("export-file");
    std::fs::write(folder.join("letter.txt"), LETTER).unwrap();
    let run = run_in(&folder, "export plan letter.txt -o plan.json");
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, "", ""));
    let plan: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(folder.join("plan.json")).unwrap()).unwrap();
    assert_eq!(plan["year"], 2025);
    assert_eq!(run_in(&folder, "export plan none.txt -o plan.json").code, 2);
}

#[test]
fn the_examples_pass_through_every_format() {
    for letter in examples() {
        for format in ["json", "csv", "md"] {
            let call = ["export", "plan", "--format", format];
            let run = run_of(&program().args(call).arg(&letter).output().unwrap());
            assert_eq!((run.code, run.err.as_str()), (0, ""), "{} {format}", letter.display());
            if format == "csv" {
                let rows = run.out.trim_start_matches('\u{feff}').split_terminator("\r\n");
                assert!(rows.clone().count() > 10);
            }
        }
    }
}
