//! HiGHS as a second oracle, by way of Python: the relaxation and the best plan of whole families.

use crate::instances::{SCALE, instance, relaxed, solved};
use crate::years::year;
use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};
use styrbord_settlement::Instance;
use styrbord_solvers::Order;

/// Reads instances and prints for each what the relaxation and the best plan of whole families are worth, in units.
/// An instance is `WHOLE CASES PLACES`, the persons, the rooms, and a row of gains for each case, - for none.
const SCRIPT: &str = r"
import sys, numpy as np, highspy
words = iter(sys.stdin.read().split())
number = lambda: int(next(words))
def solve(integer, cost, rows, upper):
    lp = highspy.HighsLp(); count = len(cost)
    lp.num_col_, lp.num_row_, lp.sense_ = count, len(upper), highspy.ObjSense.kMaximize
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = np.array(cost), np.zeros(count), np.ones(count)
    lp.row_lower_, lp.row_upper_ = np.full(len(upper), -highspy.kHighsInf), np.array(upper, float)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_ = np.arange(0, 2 * count + 1, 2, dtype=np.int32)
    lp.a_matrix_.index_ = np.array([row for pair in rows for row, _ in pair], np.int32)
    lp.a_matrix_.value_ = np.array([by for pair in rows for _, by in pair], float)
    if integer: lp.integrality_ = [highspy.HighsVarType.kInteger] * count
    h = highspy.Highs()
    for option, value in (('output_flag', False), ('threads', 1), ('mip_rel_gap', 0.), ('mip_abs_gap', 1e-7)):
        h.setOptionValue(option, value)
    h.passModel(lp); h.run()
    assert h.getModelStatus() == highspy.HighsModelStatus.kOptimal, h.getModelStatus()
    return h.getInfo().objective_function_value
for whole in words:
    cases, places = number(), number()
    persons = [number() for _ in range(cases)]; room = [number() for _ in range(places)]
    cost, rows = [], []
    for case in range(cases):
        for place in range(places):
            gain = next(words)
            if gain != '-':
                cost.append(float(int(gain) * persons[case]))
                rows.append(((case, 1), (cases + place, persons[case])))
    upper = [1] * cases + room
    print(solve(False, cost, rows, upper), solve(True, cost, rows, upper) if whole == '1' else '-')
";

/// What HiGHS says of an instance, in units.
struct Said {
    relaxed: f64,
    whole: Option<f64>,
}

/// Asks HiGHS about instances; with each whether whole families are asked for. None when it is not installed.
fn ask(instances: &[(Instance, bool)]) -> Option<Vec<Said>> {
    let is_there = Command::new("python3").args(["-c", "import highspy"]).output();
    if !is_there.is_ok_and(|out| out.status.success()) {
        styrbord_truth::skip("HiGHS as a second oracle of placement: highspy");
        return None;
    }
    let mut text = String::new();
    for (instance, whole) in instances {
        writeln!(text, "{} {} {}", i32::from(*whole), instance.cases.len(), instance.places.len()).unwrap();
        instance.cases.iter().for_each(|case| write!(text, "{} ", case.persons).unwrap());
        instance.places.iter().for_each(|place| write!(text, "{} ", place.capacity).unwrap());
        for case in 0..instance.cases.len() {
            for place in 0..instance.places.len() {
                match instance.gains.get(case, place) {
                    Some(gain) => write!(text, "{gain} ").unwrap(),
                    None => text.push_str("- "),
                }
            }
        }
    }
    let mut python = Command::new("python3")
        .args(["-c", SCRIPT])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    python.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let output = python.wait_with_output().unwrap();
    assert!(output.status.success());
    let said = |line: &str| {
        let (relaxed, whole) = line.split_once(' ').unwrap();
        Said { relaxed: relaxed.parse().unwrap(), whole: whole.parse().ok() }
    };
    Some(String::from_utf8(output.stdout).unwrap().lines().map(said).collect())
}

fn is_near(ours: i64, theirs: f64) -> bool {
    (ours as f64 - theirs).abs() <= 1e-6 * theirs.abs().max(1.0)
}

/// Numbers that look random, for instances that are the same each time.
fn mixed(index: u32) -> u32 {
    let bits = index.wrapping_add(1).wrapping_mul(0x9e37_79b9);
    let bits = (bits ^ (bits >> 15)).wrapping_mul(0x85eb_ca6b);
    bits ^ (bits >> 13)
}

/// Returns an instance that is too large to try all plans of, with about as much room as persons.
fn middling(seed: u32) -> Instance {
    let (cases, places) = (12 + mixed(seed) % 30, 3 + mixed(seed + 7) % 6);
    let draw = |about: u32, index: u32, below: u32| mixed(seed * 1_000_003 + about * 65_537 + index) % below;
    let persons: Vec<u32> = (0..cases).map(|case| 1 + draw(1, case, 5)).collect();
    let share = persons.iter().sum::<u32>() / places;
    let capacity: Vec<u32> = (0..places).map(|place| share / 2 + draw(2, place, share + 1)).collect();
    let gain = |pair: u32| (draw(3, pair, 10) > 1).then(|| draw(4, pair, SCALE as u32) as i32);
    let gains: Vec<Option<i32>> = (0..cases * places).map(gain).collect();
    instance(&persons, &capacity, &gains)
}

#[test]
fn highs_finds_the_same_relaxation_and_no_better_plan() {
    let mut instances: Vec<(Instance, bool)> = (0..40).map(|seed| (middling(seed), true)).collect();
    instances.push((year(300, 11), false));
    let Some(said) = ask(&instances) else { return };
    assert_eq!(said.len(), instances.len());
    let (mut found, mut asked) = (0, 0);
    for ((instance, _), said) in instances.iter().zip(&said) {
        let ours = relaxed(instance).value();
        assert!(is_near(ours, said.relaxed), "{ours} {}", said.relaxed);
        let Some(whole) = said.whole else { continue };
        let solution = solved(instance, &Order::default());
        assert!(solution.value as f64 <= whole + 0.5, "{} {whole}", solution.value);
        assert!(solution.bound as f64 >= whole - 0.5, "{} {whole}", solution.bound);
        asked += 1;
        found += i32::from(is_near(solution.value, whole));
        assert!(solution.value as f64 >= 0.99 * whole, "{} {whole}", solution.value);
    }
    // What HiGHS proves to be the best is found but for a few, and those are near.
    assert!(found * 10 >= asked * 9, "{found} of {asked}");
}
