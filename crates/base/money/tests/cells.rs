//! Table cells and the captions that give their unit.

use proptest::prelude::*;
use styrbord_money::{Nok, Unit, group_digits, parse_caption, parse_cell};

const CELLS: &[(&str, Unit, Option<i64>)] = &[
    ("25 200 000", Unit::Kroner, Some(25_200_000)),
    ("377 140 000", Unit::Kroner, Some(377_140_000)),
    ("142 056", Unit::Thousand, Some(142_056_000)),
    ("-1 500", Unit::Kroner, Some(-1_500)),
    ("– 3 000", Unit::Kroner, Some(-3_000)),
    ("−3 000", Unit::Kroner, Some(-3_000)),
    ("+ 5 000", Unit::Kroner, Some(5_000)),
    ("(1 500)", Unit::Kroner, Some(-1_500)),
    ("(-1 500)", Unit::Kroner, Some(-1_500)),
    ("1.234.567", Unit::Kroner, Some(1_234_567)),
    ("12,5", Unit::Million, Some(12_500_000)),
    ("89 mill. kroner", Unit::Thousand, Some(89_000_000)),
    ("12.5 mill. kr", Unit::Kroner, Some(12_500_000)),
    ("kr 5 000", Unit::Thousand, Some(5_000)),
    ("kr. -5 000,-", Unit::Kroner, Some(-5_000)),
    ("5 000 kr.", Unit::Kroner, Some(5_000)),
    (" 15 569\n000 ", Unit::Kroner, Some(15_569_000)),
    ("2 262 211 000", Unit::Kroner, Some(2_262_211_000)),
    ("0", Unit::Thousand, Some(0)),
    ("2024", Unit::Kroner, Some(2024)),
    ("23627135000", Unit::Kroner, Some(23_627_135_000)),
    ("1\u{a0}500", Unit::Kroner, Some(1_500)),
    ("-", Unit::Kroner, None),
    ("", Unit::Kroner, None),
    ("()", Unit::Kroner, None),
    ("kr", Unit::Kroner, None),
    ("671 60", Unit::Kroner, None),
    ("1234 567", Unit::Kroner, None),
    ("31.12.2024", Unit::Kroner, None),
    ("01.06.24", Unit::Kroner, None),
    ("31.12", Unit::Kroner, None),
    ("2024-07", Unit::Kroner, None),
    ("25 personer", Unit::Kroner, None),
    ("ca. 5 000", Unit::Kroner, None),
    ("post 21", Unit::Kroner, None),
    ("15 pst.", Unit::Kroner, None),
    ("0,0001", Unit::Kroner, None),
    ("99999999999999999999", Unit::Kroner, None),
];

#[test]
fn cells_that_are_a_number() {
    for (text, unit, kroner) in CELLS {
        let amount = parse_cell(text, *unit).map(|printed| printed.amount);
        assert_eq!(amount, kroner.map(Nok::from_kroner), "{text:?}");
    }
}

#[test]
fn a_cell_keeps_its_place_and_its_own_unit() {
    let printed = parse_cell("  89 mill. kroner\n", Unit::Thousand).unwrap();
    assert_eq!((printed.range, printed.unit, printed.decimals), (2..17, Unit::Million, 0));
}

const CAPTIONS: &[(&str, Option<Unit>)] = &[
    ("(i kroner)", Some(Unit::Kroner)),
    ("(i 1 000 kr)", Some(Unit::Thousand)),
    ("(i 1000 kr)", Some(Unit::Thousand)),
    ("(i 1.000 kr.)", Some(Unit::Thousand)),
    ("(alle tall i 1 000 kroner)", Some(Unit::Thousand)),
    ("i tusen kroner", Some(Unit::Thousand)),
    ("tusen kr", Some(Unit::Thousand)),
    ("Beløp i mill. kr", Some(Unit::Million)),
    ("BELØP I MILL. KR", Some(Unit::Million)),
    ("(i mill. kroner)", Some(Unit::Million)),
    ("i millioner kroner", Some(Unit::Million)),
    ("(i mrd. kroner)", Some(Unit::Billion)),
    ("i hele kroner", Some(Unit::Kroner)),
    ("beløp i heile tusen kroner", Some(Unit::Thousand)),
    ("1000-kr", Some(Unit::Thousand)),
    ("i 1000-kroner", Some(Unit::Thousand)),
    ("kr 1 000", Some(Unit::Thousand)),
    ("(kr 1 000)", Some(Unit::Thousand)),
    ("kr", Some(Unit::Kroner)),
    ("Beløp (kr)", Some(Unit::Kroner)),
    ("Beløp kr", Some(Unit::Kroner)),
    ("(1\u{a0}000 kr)", Some(Unit::Thousand)),
    ("Tabell 1: Bevilgning på kap. 671 (i 1 000 kroner)", Some(Unit::Thousand)),
    ("Post Betegnelse Tildeling 2024 (i 1 000 kr)", Some(Unit::Thousand)),
    ("MNOK", Some(Unit::Million)),
    ("kr 5 000", None),
    ("Det gis kr 1 000 til drift", None),
    ("utgjør 25,2 mill. kroner", None),
    ("Post", None),
    ("Krav", None),
    ("i 2024", None),
    ("", None),
];

#[test]
fn captions() {
    for (text, unit) in CAPTIONS {
        assert_eq!(parse_caption(text), *unit, "{text:?}");
    }
}

proptest! {
    #[test]
    fn no_text_breaks_a_reader(text in "(\\PC|[0-9 .,()\n+−–-]|kr|mill|i |1 000){0,30}") {
        parse_caption(&text);
        if let Some(printed) = parse_cell(&text, Unit::Thousand) {
            prop_assert!(text.get(printed.range).is_some());
        }
    }

    #[test]
    fn grouped_digits_read_back(number in -90_000_000_000_i64..90_000_000_000) {
        let amount = parse_cell(&group_digits(number), Unit::Kroner).map(|printed| printed.amount);
        prop_assert_eq!(amount, Some(Nok::from_kroner(number)));
    }
}
