//! `place`: from files to a proposal and back, and what is refused.

use crate::program::{Run, folder, program, run_in, run_of};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// A folder with a small generated year in `year`.
pub(crate) fn generated(test: &str, options: &str) -> PathBuf {
    let folder = folder(test);
    let run = run_in(&folder, &format!("place generate --persons 150 --seed 3 {options} year"));
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{}", run.out);
    folder
}

pub(crate) fn json(folder: &Path, call: &str) -> Value {
    let run = run_in(folder, &format!("{call} --format json"));
    assert_eq!(run.code, 0, "{}", run.err);
    run.json()
}

pub(crate) fn read(folder: &Path, file: &str) -> String {
    std::fs::read_to_string(folder.join(file)).unwrap()
}

#[test]
fn a_year_is_generated_alike_and_says_that_it_is_synthetic() {
    let (one, two) = (generated("place-one", ""), generated("place-two", ""));
    for file in ["cases.csv", "places.csv", "values.csv", "pool/cases.csv", "pool/values.csv"] {
        let file = format!("year/{file}");
        assert_eq!(read(&one, &file), read(&two, &file), "{file}");
    }
    assert_eq!(read(&one, "year/places.csv").lines().count(), 358);
    let about = read(&one, "year/README.txt");
    assert!(about.contains("SYNTETISKE DATA") && about.contains("SYNTHETIC DATA"));
    let again = run_in(&one, "place generate --persons 150 year --lang en");
    assert_eq!(
        (again.code, again.err.as_str()),
        (2, "error: the folder year is not empty; give a new one\n")
    );
}

#[test]
fn parquet_and_csv_give_the_same_plan() {
    let csv = generated("place-csv", "");
    let parquet = generated("place-parquet", "--format parquet");
    assert!(std::fs::read(parquet.join("year/values.parquet")).unwrap().starts_with(b"PAR1"));
    let [csv, parquet] = [csv, parquet].map(|folder| json(&folder, "place solve year"));
    assert_eq!(csv["plan_sha256"], parquet["plan_sha256"]);
    assert_eq!(csv["value"], parquet["value"]);
}

#[test]
fn what_is_solved_is_verified() {
    let folder = generated("place-verify", "");
    for duty in ["", "--must-settle"] {
        let files = "--out plan.csv --prices prices.csv --certificate proof.csv";
        let solved = json(&folder, &format!("place solve year {duty} {files}"));
        assert_eq!(solved["persons"], 150);
        assert!(solved["cpu_seconds"].is_number() && solved["peak_mb"].is_number() || !cfg!(unix));
        let judged = json(&folder, &format!("place verify year plan.csv {duty} --certificate proof.csv"));
        assert_eq!((&judged["valid"], &judged["violations"]), (&Value::Bool(true), &Value::Array(vec![])));
        for same in ["value", "bound", "gap", "placed_persons", "unplaced_cases"] {
            assert_eq!(solved[same], judged[same], "{duty} {same}");
        }
        let by_prices = json(&folder, &format!("place verify year plan.csv {duty} --prices prices.csv"));
        assert!(by_prices["bound"].as_f64() >= solved["bound"].as_f64(), "{by_prices}");
    }
}

#[test]
fn the_hash_is_that_of_the_plan_as_a_file() {
    let folder = generated("place-hash", "");
    let solved = json(&folder, "place solve year --out plan.csv");
    let sum = std::process::Command::new("sha256sum").arg(folder.join("plan.csv")).output();
    // Where there is no such program, the other tests must do.
    if let Ok(sum) = sum {
        let printed = String::from_utf8(sum.stdout).unwrap();
        assert_eq!(printed.split_whitespace().next(), solved["plan_sha256"].as_str());
    }
}

#[test]
fn further_kinds_are_verified_and_not_forgotten() {
    let folder = generated("place-kinds", "");
    json(&folder, "place solve year --out plan.csv");
    let plan = read(&folder, "plan.csv");
    let placed = plan.lines().skip(1).find(|line| !line.ends_with(',')).unwrap();
    let (case, place) = placed.split_once(',').unwrap();
    for (room, valid) in [(2, true), (1, false)] {
        let text = format!("place,kind,capacity\n{place},minors,{room}\n");
        std::fs::write(folder.join("year/capacities.csv"), text).unwrap();
        std::fs::write(folder.join("year/needs.csv"), format!("case,kind,amount\n{case},minors,2\n"))
            .unwrap();
        let run = run_in(&folder, "place verify year plan.csv --lang en");
        assert_eq!(run.code, i32::from(!valid), "{}", run.out);
        assert_eq!(run.out.contains("has 1 of minors, and the cases there need 2"), !valid, "{}", run.out);
    }
    // The room of the further kind is one too few for the case, wherever else it is: the proposal heeds it.
    let solved = run_in(&folder, "place solve year --lang en");
    assert!(solved.out.contains(&format!("case {case}, ")), "{}", solved.out);
    assert!(
        solved.out.contains("needs 2 of minors; none of the places that suit has so many"),
        "{}",
        solved.out
    );
    let settled = run_in(&folder, "place solve year --must-settle --lang en");
    let why =
        "For 1 case: 2 of minors are needed, and there are 0 places that can receive them, with 0 in all.";
    assert!(settled.out.contains("Not everybody can be settled"), "{}", settled.out);
    assert!(settled.out.split_whitespace().collect::<Vec<_>>().join(" ").contains(why), "{}", settled.out);
}

/// Gives a year room of two further kinds, scarce enough to matter, and cases that need it.
fn add_kinds(folder: &Path) {
    let (mut capacities, mut needs) =
        (vec!["place,kind,capacity".to_owned()], vec!["case,kind,amount".to_owned()]);
    let first = |line: &str| line.split(',').next().unwrap().to_owned();
    for (at, line) in read(folder, "year/places.csv").lines().skip(1).enumerate() {
        if line.split(',').nth(1) != Some("0") {
            let kind = ["minors", "adapted"][at % 2];
            capacities.push(format!("{},{kind},{}", first(line), 1 + at % 3));
        }
    }
    for (at, line) in read(folder, "year/cases.csv").lines().skip(1).enumerate() {
        if at % 3 == 0 {
            needs.push(format!("{},{},{}", first(line), ["minors", "adapted"][at % 2], 1 + at % 2));
        }
    }
    std::fs::write(folder.join("year/capacities.csv"), capacities.join("\n")).unwrap();
    std::fs::write(folder.join("year/needs.csv"), needs.join("\n")).unwrap();
}

#[test]
fn further_kinds_have_prices_that_prove_the_bound() {
    let folder = generated("place-kind-prices", "");
    let free = json(&folder, "place solve year");
    add_kinds(&folder);
    let files = "--out plan.csv --prices prices.csv --kind-prices kinds.csv --certificate proof.csv";
    let solved = json(&folder, &format!("place solve year {files}"));
    assert!(solved["bound"].as_f64() < free["value"].as_f64(), "the kinds are to be scarce: {solved}");
    assert!(read(&folder, "kinds.csv").starts_with("place,kind,price\n"));
    let judged = json(&folder, "place verify year plan.csv --certificate proof.csv");
    assert_eq!(judged["valid"], true, "{judged}");
    assert_eq!((&judged["value"], &judged["bound"]), (&solved["value"], &solved["bound"]));
    let apart = json(&folder, "place verify year plan.csv --prices prices.csv --kind-prices kinds.csv");
    let without = json(&folder, "place verify year plan.csv --prices prices.csv");
    let bound = |judged: &Value| judged["bound"].as_f64().unwrap();
    assert!(bound(&solved) <= bound(&apart) && bound(&apart) < bound(&without), "{apart} {without}");
    // A negative price proves nothing.
    let kinds = read(&folder, "kinds.csv").replacen(",minors,", ",minors,-", 1);
    std::fs::write(folder.join("kinds.csv"), kinds).unwrap();
    let run =
        run_in(&folder, "place verify year plan.csv --prices prices.csv --kind-prices kinds.csv --lang en");
    assert!(run.code == 1 && run.out.contains("minors is negative"), "{}", run.out);
}

#[test]
fn decisions_of_people_stand() {
    let folder = generated("place-locks", "");
    json(&folder, "place solve year --out plan.csv");
    let plan = read(&folder, "plan.csv");
    let free = |line: &&str| !line.ends_with(',');
    let (case, place) = plan.lines().skip(1).find(free).unwrap().split_once(',').unwrap();
    std::fs::write(folder.join("forbid.csv"), format!("case,place\n{case},{place}\n")).unwrap();
    json(&folder, "place solve year --forbid forbid.csv --out other.csv");
    let line = format!("{case},{place}\n");
    assert!(!read(&folder, "other.csv").contains(&format!("\n{line}")));
    json(&folder, "place solve year --lock forbid.csv --out again.csv");
    assert!(read(&folder, "again.csv").contains(&format!("\n{line}")));
    // A municipality that is asked for nobody suits nobody.
    let places = read(&folder, "year/places.csv");
    let closed = places.lines().find(|line| line.split(',').nth(1) == Some("0")).unwrap();
    let closed = closed.split(',').next().unwrap();
    std::fs::write(folder.join("lock.csv"), format!("case,place\n{case},{closed}\n")).unwrap();
    let run = run_in(&folder, "place solve year --lock lock.csv --lang en");
    assert!(run.err.starts_with(&format!("warning: case {case} is locked to {closed}")), "{}", run.err);
}

#[test]
fn a_bound_around_decisions_is_verified() {
    let folder = generated("place-decided", "");
    let free = json(&folder, "place solve year --out plan.csv --prices prices.csv");
    // One family goes to the place that another one has, and a third one does not go where it would.
    let plan = read(&folder, "plan.csv");
    let mut placed = plan.lines().skip(1).filter(|line| !line.ends_with(',')).map(|line| {
        let (case, place) = line.split_once(',').unwrap();
        (case.to_owned(), place.to_owned())
    });
    let (first, forbidden) = (placed.next().unwrap(), placed.next().unwrap());
    let values = read(&folder, "year/values.csv");
    let other = values.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let other = other.filter(|row| row[0] == first.0 && row[1] != first.1).map(|row| row[1].to_owned());
    let lines: Vec<String> = other.map(|place| format!("case,place\n{},{place}\n", first.0)).collect();
    let decided = "--lock lock.csv --forbid forbid.csv";
    std::fs::write(folder.join("forbid.csv"), format!("case,place\n{},{}\n", forbidden.0, forbidden.1))
        .unwrap();
    std::fs::write(folder.join("lock.csv"), &lines[0]).unwrap();
    let solve = format!("place solve year {decided} --warm prices.csv");
    let solved =
        json(&folder, &format!("{solve} --out new.csv --prices new-prices.csv --certificate proof.csv"));
    assert!(solved["bound"].as_f64() < free["bound"].as_f64(), "{solved} {free}");
    let proved = json(&folder, &format!("place verify year new.csv {decided} --certificate proof.csv"));
    assert_eq!((&proved["valid"], &proved["bound"]), (&Value::Bool(true), &solved["bound"]));
    let by_prices = json(&folder, &format!("place verify year new.csv {decided} --prices new-prices.csv"));
    assert!(by_prices["bound"].as_f64() >= solved["bound"].as_f64(), "{by_prices}");
    // Begun from all that is known, it moves few besides.
    let known = "--warm plan.csv --warm prices.csv --warm proof.csv";
    let near = json(
        &folder,
        &format!("place solve year {decided} {known} --out near.csv --certificate near-proof.csv"),
    );
    let judged = json(&folder, &format!("place verify year near.csv {decided} --certificate near-proof.csv"));
    assert_eq!((&judged["valid"], &judged["bound"]), (&Value::Bool(true), &near["bound"]));
    let near = read(&folder, "near.csv");
    let moved = plan.lines().zip(near.lines()).filter(|(before, after)| before != after).count();
    assert!((1..=12).contains(&moved), "{moved}");
    let refused = run_in(&folder, "place solve year --warm year/places.csv --lang en");
    assert!(refused.code == 2 && refused.err.contains("column case"), "{}", refused.err);
    // The plan from before keeps neither decision.
    let run = run_in(&folder, &format!("place verify year plan.csv {decided} --prices prices.csv --lang en"));
    assert_eq!(run.code, 1);
    for fault in ["the plan does not place it there", "the plan places it there"] {
        assert!(run.out.contains(fault), "{}", run.out);
    }
}

#[test]
fn a_year_is_simulated_with_a_chart() {
    let folder = generated("place-simulate", "");
    let greedy = json(&folder, "place simulate year --policy greedy --chart year.svg");
    assert_eq!((&greedy["persons"], &greedy["weeks"]), (&Value::from(150), &Value::from(52)));
    assert!(greedy["share_of_bound"].as_f64().unwrap() <= 1.0);
    let svg = read(&folder, "year.svg");
    assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n") && svg.matches("<polyline").count() == 2);
    std::fs::remove_dir_all(folder.join("year/pool")).unwrap();
    let refused = run_in(&folder, "place simulate year --lang en");
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("has no pool"), "{}", refused.err);
}

#[test]
fn waits_of_the_placed_and_of_the_others_are_told_apart() {
    let folder = generated("place-waits", "");
    let report = json(&folder, "place simulate year --futures 1");
    let count = |of: &str| report[of]["cases"].as_u64().unwrap();
    assert_eq!(Some(count("waited") + count("waiting")), report["cases"].as_u64());
    assert_eq!(Some(count("waiting")), report["unplaced_cases"].as_u64());
    let most = ["waited", "waiting"].map(|of| report[of]["weeks_max"].as_u64().unwrap());
    assert_eq!(report["longest_wait_weeks"].as_u64(), most.into_iter().max());
    let seconds = ["week_seconds_p50", "week_seconds_max"].map(|of| report[of].as_f64().unwrap());
    assert!(0.0 < seconds[0] && seconds[0] <= seconds[1], "{seconds:?}");
    let busy = ["week_cpu_seconds_mean", "cpu_seconds"].map(|of| report[of].as_f64().unwrap());
    assert!(0.0 < busy[0] && busy[0] <= busy[1], "{busy:?}");
}

#[test]
fn rules_are_told_with_what_they_cost() {
    let folder = generated("place-rules", "");
    let free = json(&folder, "place simulate year --futures 1");
    let places = read(&folder, "year/places.csv");
    let region = places.lines().nth(1).unwrap().split(',').nth(3).unwrap();
    std::fs::write(folder.join("floors.csv"), format!("region,min_share,max_share\n{region},0,0.9\n"))
        .unwrap();
    std::fs::write(folder.join("groups.csv"), "origin_group,min_value_share\n1,1\n").unwrap();
    let call = "place simulate year --futures 1 --floors floors.csv --group-floors groups.csv";
    let held = &json(&folder, call)["floors"];
    assert_eq!(held["value_without"], free["value"]);
    assert_eq!(held["regions"][0]["kept"], true);
    assert_eq!(held["regions"][0]["price"].as_f64(), Some(0.0));
    // Nobody can promise every case of a group its best place.
    let group = &held["groups"][0];
    assert!(group["kept"] == false && group["weight"].as_f64() > Some(0.0), "{group}");
    assert!(group["value_share_without"].is_number() && group["cost"].is_number(), "{group}");
    let told = run_in(&folder, &format!("{call} --lang en")).out;
    assert!(
        told.contains(&format!("region {region}: ")) && told.contains("at most 90.00\u{a0}%: kept;"),
        "{told}"
    );
    assert!(told.contains("of its best value, asked at least 100.00\u{a0}%: NOT kept;"), "{told}");
}

#[test]
fn rules_that_cannot_be_are_refused_with_their_place() {
    let folder = generated("place-wrong-rules", "");
    for (option, text, expected) in [
        ("floors", "region,min_share\n99999,0.1\n", "column region “99999”: is not in the column region of"),
        ("floors", "region,min_share,max_share\n3,1.5,\n", "column min_share “1.5”: should be at most 1"),
        (
            "floors",
            "region,min_share,max_share\n3,0.5,0.4\n",
            "column max_share “0.4”: should not be below min_share",
        ),
        (
            "group-floors",
            "origin_group,min_value_share\n1,0.5\n1,0.6\n",
            "column origin_group “1”: the same stands in line 2",
        ),
        (
            "openings",
            "place,week,capacity\n0301,5,1\n0301,5,2\n",
            "line 3, column place, week “0301, 5”: the same stands in line 2",
        ),
        ("openings", "place,week,capacity\n0301,5,1000000\n", "should be at most 999"),
    ] {
        std::fs::write(folder.join("rules.csv"), text).unwrap();
        let run = run_in(&folder, &format!("place simulate year --{option} rules.csv --lang en"));
        assert_eq!(run.code, 2, "{}", run.out);
        assert!(run.err.starts_with("error: rules.csv, line ") && run.err.contains(expected), "{}", run.err);
    }
}

#[test]
fn room_that_opens_later_is_used_from_its_week() {
    let folder = generated("place-openings", "");
    // All room opens in week 20: nobody has a place before.
    let places = read(&folder, "year/places.csv");
    let mut openings = "place,week,capacity\n".to_owned();
    let mut closed = String::new();
    for (at, line) in places.lines().enumerate() {
        let mut cells: Vec<&str> = line.split(',').collect();
        if at > 0 && cells[1] != "0" {
            openings.extend([cells[0], ",20,", cells[1], "\n"]);
            cells[1] = "0";
        }
        closed += &(cells.join(",") + "\n");
    }
    std::fs::write(folder.join("year/places.csv"), closed).unwrap();
    std::fs::write(folder.join("openings.csv"), openings).unwrap();
    let report = json(&folder, "place simulate year --futures 1 --openings openings.csv");
    assert!(report["share_of_bound"].as_f64().is_some_and(|share| (0.8..=1.0).contains(&share)), "{report}");
    // The first case comes in one of the first weeks.
    assert!(
        report["waited"]["weeks_max"].as_u64().is_some_and(|weeks| (15..=20).contains(&weeks)),
        "{report}"
    );
    assert!(report["waited"]["over_3_months"].as_u64() > Some(0));
}

#[test]
fn a_file_that_cannot_be_is_refused_with_its_place() {
    let refused = |file: &str, line: &str| -> Run {
        let folder = generated("place-refused", "");
        let text = read(&folder, &format!("year/{file}.csv"));
        std::fs::write(folder.join(format!("year/{file}.csv")), text + line).unwrap();
        run_in(&folder, "place solve year --lang en")
    };
    let cases = [
        ("cases", "1,1,0,0,\n", "column case “1”: the same stands in line 2"),
        ("cases", "x,0,0,0,\n", "column persons “0”: should be at least 1"),
        ("values", "1,9999,1\n", "column place “9999”: is not in the column place of year/places.csv"),
        ("values", "1,0301,many\n", "column value “many”: should be a number"),
        ("values", "1,0301\n", "the line should have 3 values; it has 2"),
    ];
    for (file, line, expected) in cases {
        let run = refused(file, line);
        assert_eq!(run.code, 2);
        assert!(run.err.starts_with(&format!("error: year/{file}.csv, line ")), "{}", run.err);
        assert!(run.err.contains(expected), "{}", run.err);
    }
    let folder = generated("place-missing", "");
    std::fs::remove_file(folder.join("year/values.csv")).unwrap();
    let run = run_in(&folder, "place solve year --lang en");
    assert_eq!(
        run.err,
        "error: the folder year lacks the table values; give it as values.csv or values.parquet\n"
    );
}

#[test]
fn a_case_that_is_not_there_is_told() {
    let folder = generated("place-explain", "");
    let run = run_in(&folder, "place explain year x9 --lang en");
    assert_eq!((run.code, run.err.as_str()), (2, "error: there is no case x9 in year\n"));
    let explained = json(&folder, "place explain year 1");
    let choices = explained["choices"].as_array().unwrap();
    let nets: Vec<f64> = choices.iter().map(|choice| choice["net"].as_f64().unwrap()).collect();
    assert!(!nets.is_empty() && nets.windows(2).all(|pair| pair[0] >= pair[1]), "{nets:?}");
    assert_eq!(choices[0]["cost"].as_f64(), Some(0.0));
}

#[test]
fn a_wrong_call_is_told_in_a_sentence() {
    let folder = folder("place-calls");
    for (call, expected) in [
        ("place", "generate|solve|verify|simulate|explain is missing; see `styrbord place --help`"),
        ("place generate --persons 0 x", "`--persons` cannot be `0`; see `styrbord place generate --help`"),
        (
            "place generate --persons 5 --strength 2 x",
            "`--strength` cannot be `2`; see `styrbord place generate --help`",
        ),
        ("place solv x", "there is no command `solv`; did you mean `solve`? see `styrbord place --help`"),
    ] {
        let run = run_in(&folder, &format!("{call} --lang en"));
        assert_eq!((run.code, run.err), (2, format!("error: {expected}\n")), "{call}");
    }
}

/// Tells whether a process listens to Ctrl-C, as Linux tells it; none where it is gone.
#[cfg(target_os = "linux")]
fn listens(process: u32) -> Option<bool> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let caught = status.lines().find_map(|line| line.strip_prefix("SigCgt:"))?;
    // SIGINT is the second signal.
    Some(u64::from_str_radix(caught.trim(), 16).unwrap() & 2 != 0)
}

#[test]
#[cfg(target_os = "linux")]
fn ctrl_c_gives_the_best_plan_so_far_with_its_bound() {
    let folder = folder("place-interrupted");
    run_in(&folder, "place generate --persons 2500 --seed 3 --format parquet year");
    for duty in ["", " --must-settle"] {
        let call =
            format!("place solve year --out plan.csv --certificate proof.csv --format json --lang en{duty}");
        let pipe = std::process::Stdio::piped;
        let mut solving = program();
        solving.args(call.split_whitespace()).current_dir(&folder).stdout(pipe()).stderr(pipe());
        let solving = solving.spawn().unwrap();
        // It listens from when the files are read and the work begins.
        while listens(solving.id()) == Some(false) {
            std::thread::yield_now();
        }
        let pid = solving.id().to_string();
        assert!(std::process::Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
        let run = run_of(&solving.wait_with_output().unwrap());
        assert_eq!(run.code, 0, "{}", run.err);
        assert!(run.err.contains("the work was stopped before it was done"), "{} {}", run.out, run.err);
        let solved = run.json();
        // Whoever is left was not looked for to the end: the bound is about all plans then.
        let duty = if solved["unplaced_cases"] == 0 { duty } else { "" };
        let judged = json(&folder, &format!("place verify year plan.csv --certificate proof.csv{duty}"));
        assert_eq!(judged["valid"], true, "{judged}");
        assert_eq!((&judged["value"], &judged["bound"]), (&solved["value"], &solved["bound"]));
        assert!(solved["gap"].as_f64().unwrap() < 0.05, "{solved}");
    }
}
