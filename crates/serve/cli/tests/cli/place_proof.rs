//! `place verify` on plans and prices that were tampered with, and `place solve` again and again.

use crate::place::{generated, json, read};
use crate::program::{program, run_in};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// A solved year in a folder, with `plan.csv`, `prices.csv` and `proof.csv`.
struct Solved {
    folder: PathBuf,
    report: Value,
}

fn solved(test: &str) -> Solved {
    let folder = generated(test, "");
    let files = "--out plan.csv --prices prices.csv --certificate proof.csv";
    let report = json(&folder, &format!("place solve year {files}"));
    Solved { folder, report }
}

impl Solved {
    /// Returns what is said of a plan or prices in which a line was changed, and the exit code.
    fn judged(&self, file: &str, change: impl Fn(&mut Vec<String>)) -> (Value, i32) {
        let mut lines: Vec<String> = read(&self.folder, file).lines().map(str::to_owned).collect();
        change(&mut lines);
        let tampered = format!("tampered-{file}");
        std::fs::write(self.folder.join(&tampered), lines.join("\n") + "\n").unwrap();
        let plan = if file == "plan.csv" { &tampered } else { "plan.csv" };
        let proof = if file == "plan.csv" { "proof.csv" } else { &tampered };
        let call = format!("place verify year {plan} --certificate {proof} --format json");
        let run = run_in(&self.folder, &call);
        let said = if run.code == 2 { Value::Null } else { run.json() };
        (said, run.code)
    }

    /// Checks that a changed plan is found out, and as what.
    fn found_out(&self, kind: &str, change: impl Fn(&mut Vec<String>)) {
        let (said, code) = self.judged("plan.csv", change);
        assert_eq!((code, &said["valid"]), (1, &Value::Bool(false)), "{kind}");
        let kinds = said["violations"].as_array().unwrap().iter();
        assert!(kinds.clone().any(|violation| violation["kind"] == kind), "{kind}: {said}");
    }
}

/// Returns the rows of a table of the year, its head left out, in cells.
fn rows(folder: &Path, table: &str) -> Vec<Vec<String>> {
    let text = read(folder, &format!("year/{table}.csv"));
    text.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

#[test]
fn a_plan_that_was_tampered_with_is_found_out() {
    let year = solved("place-tampered");
    let cases = rows(&year.folder, "cases");
    let places = rows(&year.folder, "places");
    let values = rows(&year.folder, "values");
    let line_of = |case: &str| cases.iter().position(|row| row[0] == case).unwrap() + 1;
    let tied = cases.iter().find(|row| !row[4].is_empty()).unwrap();
    let other = places.iter().find(|row| row[0] != tied[4] && row[1] != "0").unwrap();
    year.found_out("not-its-tie", |lines| lines[line_of(&tied[0])] = format!("{},{}", tied[0], other[0]));
    let free = cases.iter().find(|row| row[4].is_empty()).unwrap();
    let suits = |place: &str| values.iter().any(|row| row[0] == free[0] && row[1] == place);
    let unfit = places.iter().find(|row| !suits(&row[0])).unwrap();
    year.found_out("not-compatible", |lines| lines[line_of(&free[0])] = format!("{},{}", free[0], unfit[0]));
    let crowded = &values[0][1];
    year.found_out("over-capacity", |lines| {
        for row in cases.iter().filter(|case| case[4].is_empty()) {
            lines[line_of(&row[0])] = format!("{},{crowded}", row[0]);
        }
    });
    year.found_out("plan-file", |lines| lines.push("no-such-case,".to_owned()));
    year.found_out("plan-file", |lines| lines[1] = lines[1].split(',').next().unwrap().to_owned() + ",9999");
    year.found_out("plan-file", |lines| lines.push(lines[1].clone()));
    year.found_out("plan-file", |lines| drop(lines.remove(1)));
    let (said, code) = year.judged("plan.csv", |_| ());
    assert_eq!((code, &said["value"]), (0, &year.report["value"]));
}

#[test]
fn a_bound_is_what_the_prices_prove_and_nothing_else() {
    let year = solved("place-prices-tampered");
    let bound = year.report["bound"].as_f64().unwrap();
    let (untouched, code) = year.judged("proof.csv", |_| ());
    assert_eq!((code, untouched["bound"].as_f64()), (0, Some(bound)));
    // Prices that were changed prove what they prove: never less than the plan is worth.
    let zeros = |lines: &mut Vec<String>| {
        for line in lines.iter_mut().skip(1) {
            *line = line.split(',').next().unwrap().to_owned() + ",0";
        }
    };
    let (free, code) = year.judged("proof.csv", zeros);
    assert_eq!(code, 0);
    assert!(free["bound"].as_f64().unwrap() > bound, "{free}");
    let (negative, code) = year.judged("proof.csv", |lines| {
        lines[1] = lines[1].split(',').next().unwrap().to_owned() + ",-0.5";
    });
    assert_eq!((code, &negative["violations"][0]["kind"]), (1, &Value::from("negative-price")));
    assert_eq!(year.judged("proof.csv", |lines| drop(lines.pop())).1, 2);
    assert_eq!(year.judged("proof.csv", |lines| lines.push(lines[1].clone())).1, 2);
    assert_eq!(year.judged("proof.csv", |lines| lines[1].push('x')).1, 2);
}

#[test]
fn a_value_is_that_of_the_files_and_not_of_the_plan() {
    let year = solved("place-values-tampered");
    let plan = read(&year.folder, "plan.csv");
    let text = read(&year.folder, "year/values.csv");
    let is_chosen = |line: &str| {
        let pair = line.rsplit_once(',').unwrap().0;
        plan.lines().any(|placed| placed == pair)
    };
    let less: Vec<String> = text
        .lines()
        .map(|line| match line.rsplit_once(',').unwrap() {
            (pair, value) if is_chosen(line) && value != "value" => format!("{pair},0"),
            _ => line.to_owned(),
        })
        .collect();
    std::fs::write(year.folder.join("year/values.csv"), less.join("\n") + "\n").unwrap();
    let (said, _) = year.judged("plan.csv", |_| ());
    let per_person = said["value"].as_f64().unwrap() / said["placed_persons"].as_f64().unwrap();
    assert!((per_person - 1e-4).abs() < 1e-9, "{said}");
}

#[test]
fn two_at_once_and_one_after_the_other_give_the_same_hash() {
    let folder = generated("place-hashes", "");
    let alone = json(&folder, "place solve year")["plan_sha256"].clone();
    let calls = ["place solve year --format json"; 2].map(|call| {
        let mut command = program();
        command.args(call.split(' ')).current_dir(&folder).stdout(std::process::Stdio::piped());
        command.spawn().unwrap()
    });
    for call in calls {
        let output = call.wait_with_output().unwrap();
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(report["plan_sha256"], alone);
    }
}
