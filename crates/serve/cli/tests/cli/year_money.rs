//! `year`: money, series, and what the ministry sees.

use crate::year::{started, year};
use std::path::Path;

const LEDGER: &str = "period;chapter;post;amount\n202501;512;01;3100000,00\n202502;512;01;2900000,50\n202502;512;45;40000,00\n";

const CARD: &str = r#"{"name":"Trygge brygger","definition":"Andel brygger uten råte","population":"Trebrygger",
    "unit":"percent","share":{"numerator":"uten råte","denominator":"brygger"},"stage":"output","better":"higher",
    "source":"Bryggeregisteret","frequency":"yearly","first":"2024-01-01","lag_days":60}"#;

/// Does calls one after the other, a minute between them; each is to say something.
fn walk(folder: &Path, calls: &[(&str, &str)]) {
    for (minute, (call, said)) in calls.iter().enumerate() {
        let run = year(folder, &format!("{call} --lang en --now 2025-03-10T09:{minute:02}:00Z"));
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{call}");
        let out = run.out.replace('\u{a0}', " ");
        assert!(out.starts_with("SIMULATED DATA\n") && out.contains(said), "{call}\n{out}");
    }
}

#[test]
fn money_is_bound_used_expected_and_carried_over() {
    let folder = started("year-money");
    std::fs::write(folder.join("ledger.csv"), LEDGER).unwrap();
    let bound = "commit 512.01 \"1,5 mill.\" --title Fendere --to \"Tau og sønner\" --later 2026=400000";
    walk(
        &folder,
        &[
            (bound, "commitment-1: 1 500 000 kroner bound of post-1 512.01 Driftsutgifter"),
            ("release commitment-1 500000", "commitment-1: 500 000 kroner given back to post-1"),
            ("commit post-2 9000000 --title Kran --over \"Vedtatt\"", "9 000 000 kroner bound of post-2"),
            ("actuals ledger.csv", "new: 3, changed: 0, the same: 0, lines refused: 0"),
            ("actuals ledger.csv", "new: 0, changed: 0, the same: 3, lines refused: 0"),
            ("forecast 512.1 40000000 --explain Lavt", "the forecast is 40 000 000, the variance 1 300 000"),
            ("portfolio", "No post has research projects."),
            ("open-next", "opened from 2025"),
        ],
    );
    let run = year(&folder, "money --lang en --year 2025 --color never");
    let expected = "\
SIMULATED DATA
The money of Bryggetilsynet 2025 (kroner)
           allocated   committed          used    forecast   variance
  512.01  41 300 000   1 000 000  6 000 000,50  40 000 000  1 300 000  Driftsutgifter
  512.45   2 700 000   9 000 000        40 000                         Større utstyrsanskaffelser
  512     44 000 000  10 000 000  6 040 000,50                         Bryggetilsynet

Does not add up
  512.45: allocated 2 700 000, committed 9 000 000

2 sums add up

Commitments (kroner: this year, paid, later)
  commitment-1  512.01  1 000 000  0  400 000  (–2026)  Fendere, Tau og sønner
  commitment-2  512.45  9 000 000  0                    Kran
";
    assert_eq!(run.out.replace('\u{a0}', " "), expected);
    let money = year(&folder, "money --year 2025 --format json").json();
    assert_eq!(money["chapters"][0]["posts"][0]["sums"]["allocated"], 41_300_000);
    assert_eq!(money["commitments"][0]["recipient"], "Tau og sønner");
    let next = year(&folder, "money --year 2026 --format json").json();
    assert_eq!(
        (&next["waiting"][0]["amount_nok"], &next["waiting"][0]["post"]),
        (&400_000.into(), &().into())
    );
    for (language, word) in [("nb", "Stemmer ikke"), ("nn", "Stemmer ikkje")] {
        let run = year(&folder, &format!("money --year 2025 --lang {language}"));
        assert!(run.out.contains(word), "{}", run.out);
    }
}

#[test]
fn a_ledger_is_booked_whole_or_not_at_all() {
    let folder = started("year-actuals");
    std::fs::write(folder.join("ledger.csv"), LEDGER).unwrap();
    let rehearsed = year(&folder, "actuals ledger.csv --dry-run --format json");
    assert_eq!((rehearsed.code, &rehearsed.json()["booked"]), (0, &false.into()));
    std::fs::write(folder.join("wrong.csv"), format!("{LEDGER}202503;9999;01;1\n202503;512;01;mye\n"))
        .unwrap();
    let run = year(&folder, "actuals wrong.csv --lang en");
    assert_eq!((run.code, run.err.as_str()), (1, ""));
    for said in [
        "lines refused: 2",
        "line 5, chapter: 9999",
        "line 6, amount: mye",
        "Lines refused; nothing is booked",
    ] {
        assert!(run.out.contains(said), "{said}\n{}", run.out);
    }
    let used = |folder: &Path| {
        let money = year(folder, "money --format json").json();
        money["chapters"][0]["sums"]["actual"].clone()
    };
    assert_eq!(used(&folder), 0);
    assert_eq!(year(&folder, "actuals ledger.csv --leave-out 512.45 --lang en").code, 0);
    assert_eq!(used(&folder), "6000000.50");
}

#[test]
fn a_series_has_its_card_its_targets_and_every_figure() {
    let folder = started("year-series");
    std::fs::write(folder.join("card.json"), CARD).unwrap();
    walk(
        &folder,
        &[
            ("series", "The year has no series."),
            ("series card.json --under goal-1", "series-1: Trygge brygger"),
            ("target series-1 60 2025 --letter letter-1", "the target for 2025 is at least 60 %"),
            ("target series-1 65 2025 --letter letter-1 --reason Nytt", "2025 is at least 65 %"),
            ("measure series-1 120/200 2025 --counted 2025-03-01 --preliminary", "2025 is 60.0 % (120/200)"),
            (
                "measure series-1 132/200 2025 --counted 2025-03-01 --preliminary --reason Talt",
                "2025 is 66.0 % (132/200)",
            ),
            ("measure series-1 61,5 2024-T1", "2024-01-01–2024-04-30 is 61.5 %"),
            ("series", "2025 is 66.0 % (132/200) (at least 65 %: met)"),
        ],
    );
    let run = year(&folder, "parameter goal-1 --lang en");
    for said in [
        "at least 60\u{a0}% (superseded)",
        "60.0\u{a0}% (120/200) (preliminary) (superseded)",
        "Andel brygger uten råte",
        "percent: uten råte / brygger",
    ] {
        assert!(run.out.contains(said), "{said}\n{}", run.out);
    }
    let parameter = year(&folder, "parameter series-1 --format json").json();
    assert_eq!(parameter["series"][0]["standing"]["met"], true);
    assert_eq!(parameter["part"]["part"], "goal-1");
}

#[test]
fn the_ministry_sees_what_was_shown_as_it_was_then() {
    let folder = started("year-ministry");
    walk(
        &folder,
        &[
            ("show --as-ministry", "Nothing is shared or submitted."),
            ("status assignment-1 on-track --comment \"Etter planen\"", "on track"),
            ("share assignment-1", "The ministry now sees assignment-1 2025-01 Kartlegge"),
            ("status assignment-1 at-risk --comment \"Mangler folk\"", "at risk"),
            ("submit post-1", "Submitted to the ministry: post-1 512.01"),
        ],
    );
    let run = year(&folder, "show --as-ministry --lang en");
    let said = run.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("on track; Etter planen") && run.out.contains("submitted"), "{}", run.out);
    assert!(!run.out.contains("at risk") && !run.out.contains("Mangler folk"), "{}", run.out);
    let seen = year(&folder, "show --as-ministry --format json").json();
    assert_eq!(seen["shown"]["post-1"][0]["visibility"], "submitted");
}

#[test]
fn what_is_refused_of_money_and_series_says_what_to_do() {
    let folder = started("year-money-refused");
    std::fs::write(folder.join("card.json"), CARD).unwrap();
    std::fs::write(folder.join("bare.json"), "{}").unwrap();
    assert_eq!(year(&folder, "series card.json").code, 0);
    for (call, said) in [
        (
            "commit 512.99 1 --title Tau",
            "the year has no post 512.99; look at them with `styrbord year money`",
        ),
        ("commit 512.01 mye --title Tau", "`AMOUNT`"),
        ("commit 512.45 9000000 --title Tau", "would be over-committed by"),
        ("carry commitment-1", "commitment-1"),
        ("release commitment-1 1", "There is no commitment-1"),
        ("series bare.json", "bare.json is no method card (missing field"),
        ("target series-1 60 2025", "say who sets the target"),
        ("target series-1 mange 2025 --letter letter-1", "mange is no value in the unit of series-1"),
        ("measure series-9 1 2025", "There is no series-9"),
        ("measure series-1 1 2025-T4", "`PERIOD`"),
        ("parameter parameter-9", "There is no parameter-9"),
        ("share letter-1", "There is no letter-1"),
    ] {
        let run = year(&folder, &format!("{call} --lang en"));
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{call}");
        assert!(run.err.contains(said) && run.err.lines().count() == 1, "{call}: {}", run.err);
    }
}
