//! Amounts in running text: the text, and what is found as "kroner[~]" with the printed words.

use proptest::prelude::*;
use styrbord_money::{Nok, Unit, find_amounts};

/// Writes what is found as `kroner|printed`, with `~` before an approximate amount.
fn found(text: &str) -> Vec<String> {
    let written = |printed: styrbord_money::Printed| {
        let mark = if printed.approximate { "~" } else { "" };
        let ore = printed.amount.ore();
        format!("{mark}{}.{:02}|{}", ore / 100, ore.abs() % 100, &text[printed.range]).replace(".00|", "|")
    };
    find_amounts(text).into_iter().map(written).collect()
}

const CASES: &[(&str, &[&str])] = &[
    ("stiller 25,2 mill. kroner til", &["25200000|25,2 mill. kroner"]),
    ("- 8,293 mill. kroner til", &["8293000|8,293 mill. kroner"]),
    ("med 1 mill. kroner.", &["1000000|1 mill. kroner"]),
    ("kr 1 500 000", &["1500000|kr 1 500 000"]),
    ("1 500 000 kroner", &["1500000|1 500 000 kroner"]),
    ("inntil kr. 30.000.", &["~30000|kr. 30.000"]),
    ("kr 21 000 000,-", &["21000000|kr 21 000 000,-"]),
    ("kr 21 000 000,– i alt", &["21000000|kr 21 000 000,–"]),
    ("500,- per deltaker", &["500|500,-"]),
    ("500 000 kr", &["500000|500 000 kr"]),
    ("NOK 3 000", &["3000|NOK 3 000"]),
    ("2,5 mrd. kroner", &["2500000000|2,5 mrd. kroner"]),
    ("1,2 milliardar kroner", &["1200000000|1,2 milliardar kroner"]),
    ("3 millionar kroner", &["3000000|3 millionar kroner"]),
    ("3 millioner kroner", &["3000000|3 millioner kroner"]),
    ("35 tusen kroner", &["35000|35 tusen kroner"]),
    ("1 921 000 kroner", &["1921000|1 921 000 kroner"]),
    ("1\u{a0}921\u{a0}000 kroner", &["1921000|1\u{a0}921\u{a0}000 kroner"]),
    ("1\u{2009}921\u{202f}000\u{a0}kroner", &["1921000|1\u{2009}921\u{202f}000\u{a0}kroner"]),
    ("5 mill. kr og 2 mill.kr", &["5000000|5 mill. kr", "2000000|2 mill.kr"]),
    ("−2,5 mill. kroner", &["-2500000|−2,5 mill. kroner"]),
    ("-2 000 kroner", &["-2000|-2 000 kroner"]),
    ("(–2 000 kroner)", &["-2000|–2 000 kroner"]),
    ("kr -2 000", &["-2000|kr -2 000"]),
    ("10–12 mill. kroner", &["~12000000|12 mill. kroner"]),
    ("- 2 000 kroner", &["2000|2 000 kroner"]),
    ("om lag 3 mill. kroner", &["~3000000|3 mill. kroner"]),
    ("Om lag 3 mill. kroner", &["~3000000|3 mill. kroner"]),
    ("rundt kr 500", &["~500|kr 500"]),
    ("ca. 500 kroner", &["~500|500 kroner"]),
    ("stønadsrundt 500 kroner", &["500|500 kroner"]),
    ("styrkes med 2,2 mill. \nkroner fra", &["2200000|2,2 mill. \nkroner"]),
    ("styrkes med 2,2 mill. \n\nkroner, som", &["2200000|2,2 mill. \n\nkroner"]),
    ("2023\n\n2024\n\nkr\n\n1 500", &[]),
    ("utgjør 17 mill.\n\nNeste", &["17000000|17 mill."]),
    ("17 mill. til kommunene", &["17000000|17 mill."]),
    ("17 mill. innbyggere", &[]),
    ("20 000 personer", &[]),
    ("15,5 pst. av 2024", &[]),
    ("35 tusen personer", &[]),
    ("i 2024 500 000 kroner", &["500000|500 000 kroner"]),
    ("i 2024 kr 500 000", &["500000|kr 500 000"]),
    ("Post 21 kr 500 000", &["500000|kr 500 000"]),
    ("31.12 kr 500", &["500|kr 500"]),
    ("500 000 kr 300 000 kr", &["500000|500 000 kr", "300000|300 000 kr"]),
    ("kr 500 kr 300", &["500|kr 500", "300|kr 300"]),
    ("500 kr 300 kr", &["500|500 kr", "300|300 kr"]),
    ("500 kr 300 kroner", &["500|500 kr", "300|300 kroner"]),
    ("post 21 500 000 kroner", &["500000|500 000 kroner"]),
    ("kap. 671 300 000 kroner", &["300000|300 000 kroner"]),
    ("post 601.21 (4,5 mill. kroner): ", &["4500000|4,5 mill. kroner"]),
    ("01 500 kroner", &["500|500 kroner"]),
    ("31.12.2024 500 kroner", &["500|500 kroner"]),
    ("2.5 mill. kroner", &["2500000|2.5 mill. kroner"]),
    ("12,50 kroner", &["12.50|12,50 kroner"]),
    ("kr 1,5 mill. til drift", &["1500000|kr 1,5 mill."]),
    ("(i 1 000 kroner)", &[]),
    ("Alle tall i 1 000 kr", &[]),
    ("1 000 kroner", &["1000|1 000 kroner"]),
    ("1 500\n000 kroner", &["1500000|1 500\n000 kroner"]),
    ("post 21\n500 000 kroner", &["500000|500 000 kroner"]),
    ("R-115 kr", &[]),
    ("A4 500 kr", &["500|500 kr"]),
    ("5 MNOK", &["5000000|5 MNOK"]),
    ("99999999999999999999999 kroner", &[]),
    ("99 999 999 mrd. kroner", &[]),
];

#[test]
fn amounts_in_running_text() {
    for (text, expected) in CASES {
        assert_eq!(&found(text), expected, "in {text:?}");
    }
}

#[test]
fn the_printed_digits_set_the_tolerance() {
    for (text, unit, kroner) in [
        ("25,2 mill. kroner", Unit::Million, 50_000),
        ("17 mill. kroner", Unit::Million, 500_000),
        ("8,293 mill. kroner", Unit::Million, 500),
        ("2,5 mrd. kroner", Unit::Billion, 50_000_000),
        ("35 tusen kroner", Unit::Thousand, 500),
        ("25 200 000 kroner", Unit::Kroner, 0),
    ] {
        let printed = &find_amounts(text)[0];
        assert_eq!((printed.unit, printed.tolerance()), (unit, Nok::from_kroner(kroner)), "{text}");
        let edge = printed.amount.checked_add(printed.tolerance()).unwrap();
        assert!(printed.agrees_with(edge));
        assert!(!printed.agrees_with(edge.checked_add(Nok::from_ore(1)).unwrap()));
    }
}

proptest! {
    #[test]
    fn any_text_gives_ranges_in_order_at_boundaries(text in "(\\PC|[0-9 .,\n−–-]|kr|mill|mrd|kroner|post){0,40}") {
        let mut end = 0;
        for printed in find_amounts(&text) {
            prop_assert!(printed.range.start >= end);
            prop_assert!(text.get(printed.range.clone()).is_some());
            end = printed.range.end;
        }
    }

    #[test]
    fn an_amount_written_is_found(kroner in -9_000_000_000_000_i64..9_000_000_000_000) {
        let amount = Nok::from_kroner(kroner);
        let text = format!("Det gis {} til drift.", amount.norwegian());
        let found = find_amounts(&text);
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(found[0].amount, amount);
    }
}
