//! What holds for any two letters.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]
#![expect(clippy::disallowed_methods, reason = "a test reads its cases from files")]

mod shown;

use proptest::prelude::*;
use shown::{lines, plan};
use std::collections::BTreeMap;
use std::path::Path;
use styrbord_compare::{Basis, Change, Changes, PartKind, Side, Status, compare, consolidate, of_letter};
use styrbord_plan::{Assignment, LetterKind, Plan, SteeringParameter};

/// Returns the plans of the example letters by name.
fn examples() -> BTreeMap<String, Plan> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../examples/letters");
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let letters =
        paths.filter(|path| path.extension().is_some_and(|ending| ending == "txt" || ending == "md"));
    let named = letters.map(|path| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, plan(&String::from_utf8(std::fs::read(&path).unwrap()).unwrap()))
    });
    named.collect()
}

fn example(name: &str) -> Plan {
    examples().remove(name).unwrap()
}

#[test]
fn a_letter_does_not_differ_from_itself() {
    for (name, plan) in examples() {
        let changes = compare(&plan, &plan);
        assert_eq!(lines(&changes), [""; 0], "{name}");
        assert!(name.contains("instruks") || !changes.same.is_empty(), "{name}");
    }
}

/// What is told of a part: its kind, its fate, and both sides.
type Told = (PartKind, Status, Vec<String>, Vec<String>);

/// Returns the changes so that old and new can be swapped: what is said of both sides, in order.
fn sides(changes: &Changes, swap: bool) -> Vec<Told> {
    let status = |one: &Change| match (one.status, swap) {
        (Status::New, true) => Status::Dropped,
        (Status::Dropped, true) => Status::New,
        (Status::Split, true) => Status::Merged,
        (Status::Merged, true) => Status::Split,
        (status, _) => status,
    };
    let side = |sides: &[Side]| {
        let mut all: Vec<String> = sides.iter().map(|side| format!("{side:?}")).collect();
        all.sort();
        all
    };
    let mut all: Vec<_> = changes
        .changes
        .iter()
        .chain(&changes.same)
        .map(|one| {
            let (old, new) = (side(&one.old), side(&one.new));
            let (old, new) = if swap { (new, old) } else { (old, new) };
            (one.kind, status(one), old, new)
        })
        .collect();
    all.sort();
    all
}

fn only(one: &[Told], other: &[Told]) -> Vec<Told> {
    one.iter().filter(|told| !other.contains(told)).cloned().collect()
}

fn mirrors(old: &Plan, new: &Plan) {
    let (there, back) = (compare(old, new), compare(new, old));
    if there.basis != Basis::Amendment && back.basis != Basis::Amendment {
        let (there, back) = (sides(&there, false), sides(&back, true));
        assert_eq!(only(&there, &back), only(&back, &there));
    }
}

#[test]
fn comparing_back_mirrors_comparing() {
    let examples: Vec<Plan> = examples().into_values().collect();
    for old in &examples {
        for new in &examples {
            // As letters of one agency, so that their numbers meet.
            let new = Plan { agency: old.agency.clone(), ..new.clone() };
            mirrors(old, &new);
        }
    }
}

/// Returns titles of a few words, so that many of them are alike.
fn titles() -> impl Strategy<Value = Vec<(u32, Vec<usize>)>> {
    proptest::collection::vec((1..9_u32, proptest::collection::vec(0..12_usize, 0..5)), 0..9)
}

fn plan_of(year: i16, titles: &[(u32, Vec<usize>)]) -> Plan {
    const WORDS: [&str; 12] = [
        "brygger",
        "kaier",
        "tilsyn",
        "kommuner",
        "veileder",
        "kurs",
        "ulykker",
        "gangveier",
        "havner",
        "plan",
        "2025",
        "kart",
    ];
    let title = |words: &[usize]| words.iter().map(|word| WORDS[*word]).collect::<Vec<_>>().join(" ");
    let assignment = |(number, words): &(u32, Vec<usize>)| Assignment {
        number: Some(format!("{year}-{number:02}")),
        title: title(words),
        ..Assignment::default()
    };
    let parameter = |(number, words): &(u32, Vec<usize>)| SteeringParameter {
        number: Some(*number),
        label: format!("SP {number}"),
        title: title(words),
        goal: None,
        goal_label: None,
        span: None,
    };
    Plan {
        year: Some(year),
        assignments: titles.iter().map(assignment).collect(),
        steering_parameters: titles.iter().map(parameter).collect(),
        ..Plan::default()
    }
}

proptest! {
    #[test]
    fn any_two_plans_mirror_and_lose_no_part(old in titles(), new in titles(), years in 0..2_i16) {
        let (old, new) = (plan_of(2025, &old), plan_of(2025 + years, &new));
        mirrors(&old, &new);
        prop_assert!(compare(&old, &old).changes.is_empty());
        let changes = compare(&old, &new);
        for (plan, side) in [(&old, false), (&new, true)] {
            let all = changes.changes.iter().chain(&changes.same);
            let told: usize = all
                .filter(|one| matches!(one.kind, PartKind::Assignment | PartKind::SteeringParameter))
                .map(|one| if side { one.new.len() } else { one.old.len() })
                .sum();
            prop_assert_eq!(told, plan.assignments.len() + plan.steering_parameters.len());
        }
    }
}

#[test]
fn the_consolidated_plan_differs_by_what_the_supplement_says() {
    let old = of_letter(example("fjellvett-2025.txt"), 1);
    let new = of_letter(example("fjellvett-2025-tillegg-1.txt"), 2);
    let said = compare(&old, &new);
    assert_eq!(said.basis, Basis::Amendment);
    let consolidated = consolidate(&old, &new);
    assert_eq!(consolidated.kind, LetterKind::Allocation);
    let again = compare(&old, &consolidated);
    assert_eq!(again.basis, Basis::SameYear);
    // New parts stand elsewhere in the consolidated plan than in the supplement.
    let anywhere = |sides: &[Side]| -> Vec<Side> {
        sides.iter().map(|side| Side { path: Vec::new(), ..side.clone() }).collect()
    };
    let facts = |changes: &Changes| -> Vec<_> {
        let all = changes.changes.iter().map(|one| {
            let fields = one.fields.iter();
            let fields: Vec<_> =
                fields.map(|field| (field.field, field.old.clone(), field.new.clone())).collect();
            (one.kind, one.status, anywhere(&one.old), anywhere(&one.new), fields)
        });
        all.collect()
    };
    for (said, again) in facts(&said).into_iter().zip(facts(&again)) {
        assert_eq!(said, again);
    }
    assert_eq!(said.changes.len(), again.changes.len());
    // Once taken in, the supplement has nothing more to say but what it adds to amounts.
    let left = compare(&consolidated, &new);
    let posts = |one: &&Change| !matches!(one.kind, PartKind::Post | PartKind::Portion | PartKind::Chapter);
    assert_eq!(left.changes.iter().filter(posts).count(), 0);
}

#[test]
fn what_a_supplement_repeals_is_gone_and_listed() {
    let new = of_letter(example("sporvegvesenet-2025-tillegg-2.txt"), 2);
    let given = ["Felles billettmaskinar", "Betre lys på haldeplassar"].iter().zip(["4", "3"]);
    let given = given.map(|(title, number)| Assignment {
        number: Some(number.to_owned()),
        title: (*title).to_owned(),
        ..Assignment::default()
    });
    let old = Plan {
        agency: new.agency.clone(),
        year: new.year,
        kind: LetterKind::Allocation,
        assignments: given.collect(),
        ..Plan::default()
    };
    assert!(
        compare(&old, &new).changes.iter().any(|one| one.status == Status::Dropped && one.repeal.is_some())
    );
    let consolidated = consolidate(&old, &new);
    let has = |plan: &Plan| plan.assignments.iter().any(|one| one.number.as_deref() == Some("4"));
    assert!(has(&old) && !has(&consolidated));
    let [repeal] = &consolidated.repeals[..] else { panic!("{:?}", consolidated.repeals) };
    assert_eq!(
        (repeal.number.as_deref(), repeal.span.and_then(|spot| spot.place.letter)),
        (Some("4"), Some(2))
    );
    // The same supplement again takes nothing more away.
    assert!(compare(&consolidated, &new).changes.iter().all(|change| change.repeal.is_none()));
}
