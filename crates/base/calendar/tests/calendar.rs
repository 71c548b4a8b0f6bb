//! Days, holidays, parts of the year, recurrences.

use proptest::prelude::*;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};
use serde::{Deserialize, Serialize};
use styrbord_calendar::{
    Date, Frequency, HalfYear, Language, Quarter, Season, Tertial, Weekday, days_in_month, easter_sunday,
    holidays, is_working_day, next_working_day, occurrences,
};

#[expect(clippy::unwrap_used, reason = "a wrong date in a case must stop the test")]
fn day(iso: &str) -> Date {
    Date::parse_iso(iso).unwrap()
}

#[test]
fn days_that_do_not_exist_are_refused() {
    for iso in [
        "2023-02-29",
        "1900-02-29",
        "2024-04-31",
        "2024-00-01",
        "2024-13-01",
        "2024-01-00",
        "0000-01-01",
        "2024-1-1",
        "2024-01-1x",
        "+024-01-01",
        "ååååå",
        "",
    ] {
        assert_eq!(Date::parse_iso(iso), None, "{iso}");
    }
    assert_eq!((days_in_month(2024, 2), days_in_month(2023, 2), days_in_month(2023, 13)), (29, 28, 0));
}

#[test]
fn known_weekdays_and_weeks() {
    for (iso, weekday, week) in [
        ("1970-01-01", Weekday::Thursday, (1970, 1)),
        ("2024-12-31", Weekday::Tuesday, (2025, 1)),
        ("2024-02-29", Weekday::Thursday, (2024, 9)),
        ("2021-01-03", Weekday::Sunday, (2020, 53)),
        ("1814-05-17", Weekday::Tuesday, (1814, 20)),
    ] {
        assert_eq!((day(iso).weekday(), day(iso).iso_week()), (weekday, week), "{iso}");
    }
    assert_eq!(Date::from_iso_week(2025, 12), Some(day("2025-03-17")));
    assert_eq!(Date::from_iso_week(2020, 53), Some(day("2020-12-28")));
    assert_eq!((Date::from_iso_week(2025, 53), Date::from_iso_week(2025, 0)), (None, None));
}

#[test]
fn arithmetic() {
    assert_eq!(day("2024-02-28").add_days(2), day("2024-03-01"));
    assert_eq!(day("2024-01-31").add_months(1), day("2024-02-29"));
    assert_eq!(day("2024-01-31").add_months(-13), day("2022-12-31"));
    assert_eq!(day("2024-01-15").days_until(day("2025-01-15")), 366);
    assert_eq!(day("2023-02-03").end_of_month(), day("2023-02-28"));
    assert_eq!((Date::MAX.add_days(i32::MAX), Date::MIN.add_days(i32::MIN)), (Date::MAX, Date::MIN));
    assert_eq!((Date::MAX.add_months(1), Date::MIN.add_months(-1)), (Date::MAX, Date::MIN));
    assert_eq!((Date::MAX.add_months(i32::MAX), Date::MIN.add_months(i32::MIN)), (Date::MAX, Date::MIN));
    assert_eq!(day("2024-12-31").written(Language::Nn), "31. desember 2024");
    assert_eq!(day("2024-12-31").written(Language::En), "31 December 2024");
}

#[test]
fn a_date_is_its_iso_form_in_json() {
    struct Written(Date);
    impl std::fmt::Display for Written {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            self.0.serialize(f)
        }
    }
    assert_eq!(Written(day("2024-03-01")).to_string(), "2024-03-01");
    let text: StrDeserializer<'_, Error> = "2024-03-01".into_deserializer();
    assert_eq!(Date::deserialize(text), Ok(day("2024-03-01")));
}

#[test]
fn easter_by_hand() {
    for iso in
        ["1961-04-02", "2000-04-23", "2008-03-23", "2024-03-31", "2025-04-20", "2038-04-25", "2076-04-19"]
    {
        assert_eq!(easter_sunday(day(iso).year()), day(iso));
    }
}

/// The list lies outside the repository; where it is absent, the dates by hand have to do.
#[test]
fn holidays_agree_with_the_published_list() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../../shared/data/norwegian-public-holidays.csv");
    #[expect(clippy::disallowed_methods, reason = "the test compares with a file")]
    let Ok(list) = std::fs::read_to_string(path) else {
        println!("skipped: {path} is absent");
        return;
    };
    let mut published: Vec<(String, String, String)> = Vec::new();
    for row in list.lines().skip(1) {
        let fields: Vec<&str> = row.split(',').collect();
        published.push((fields[0].to_owned(), fields[1].to_owned(), fields[2].to_owned()));
    }
    let years = 2023..=2030;
    let mut computed: Vec<(String, String, String)> = years
        .flat_map(holidays)
        .map(|(date, holiday)| {
            let name = |text: &str| text.to_owned();
            (date.to_string(), name(holiday.name(Language::Nb)), name(date.weekday().name(Language::Nb)))
        })
        .collect();
    published.sort();
    computed.sort();
    assert_eq!(computed, published);
}

#[test]
fn working_days() {
    for (iso, next) in [
        ("2024-03-28", "2024-04-02"),
        ("2024-05-01", "2024-05-02"),
        ("2024-05-17", "2024-05-21"),
        ("2024-12-24", "2024-12-24"),
        ("2024-12-25", "2024-12-27"),
        ("2026-05-14", "2026-05-15"),
        ("2024-06-01", "2024-06-03"),
    ] {
        assert_eq!(next_working_day(day(iso)), day(next), "{iso}");
        assert!(is_working_day(day(next)));
    }
    assert_eq!(next_working_day(Date::MAX), Date::MAX);
}

#[test]
fn parts_of_the_year() {
    let ends = |first: Date, last: Date| format!("{first}..{last}");
    assert_eq!(
        ends(Tertial::Second.first_day(2025), Tertial::Second.last_day(2025)),
        "2025-05-01..2025-08-31"
    );
    assert_eq!(
        ends(HalfYear::First.first_day(2025), HalfYear::First.last_day(2025)),
        "2025-01-01..2025-06-30"
    );
    assert_eq!(ends(Quarter::First.first_day(2026), Quarter::First.last_day(2026)), "2026-01-01..2026-03-31");
    assert_eq!(ends(Season::Winter.first_day(2024), Season::Winter.last_day(2024)), "2023-12-01..2024-02-29");
    assert_eq!((Tertial::from_number(0), Tertial::from_number(4)), (None, None));
    assert_eq!(
        (Tertial::of(day("2025-09-01")), HalfYear::of(day("2025-06-30"))),
        (Tertial::Third, HalfYear::First)
    );
}

#[test]
fn recurrences() {
    let listed = |frequency, from, until| {
        let dates = occurrences(frequency, day(from), day(until));
        dates.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    };
    for (frequency, from, until, dates) in [
        (Frequency::Yearly, "2024-08-01", "2026-08-01", "2024-08-01 2025-08-01 2026-08-01"),
        (Frequency::HalfYearly, "2024-06-30", "2024-12-31", "2024-06-30 2024-12-31"),
        (Frequency::Tertial, "2024-04-30", "2024-12-31", "2024-04-30 2024-08-31 2024-12-31"),
        (Frequency::Quarterly, "2024-01-15", "2024-08-01", "2024-01-15 2024-04-15 2024-07-15"),
        (Frequency::Monthly, "2024-01-30", "2024-03-31", "2024-01-30 2024-02-29 2024-03-30"),
        (Frequency::Weekly, "2024-12-23", "2025-01-06", "2024-12-23 2024-12-30 2025-01-06"),
        (Frequency::Weekly, "2024-12-23", "2024-12-22", ""),
        (Frequency::Yearly, "9999-12-31", "9999-12-31", "9999-12-31"),
    ] {
        assert_eq!(listed(frequency, from, until), dates);
    }
    assert_eq!(occurrences(Frequency::Weekly, Date::MIN, Date::MAX).len(), 1_100);
}

fn any_date() -> impl Strategy<Value = Date> {
    (0..3_652_058).prop_map(|days| Date::MIN.add_days(days))
}

proptest! {
    #[test]
    fn days_go_out_and_back(date in any_date(), days in -100_000..100_000) {
        let other = date.add_days(days);
        prop_assert!(other == Date::MIN || other == Date::MAX || date.days_until(other) == days);
        prop_assert_eq!(Date::parse_iso(&date.to_string()), Some(date));
        prop_assert_eq!(Date::new(date.year(), date.month(), date.day()), Some(date));
        let (year, week) = date.iso_week();
        if (1..=9998).contains(&year) && date.year() > 1 {
            let monday = Date::from_iso_week(year, week).unwrap();
            prop_assert!((0..7).contains(&monday.days_until(date)));
        }
    }

    #[test]
    fn each_day_follows_the_last(date in any_date()) {
        let next = date.add_days(1);
        let expected = Date::new(date.year(), date.month(), date.day() + 1)
            .or_else(|| Date::new(date.year(), date.month() + 1, 1))
            .or_else(|| Date::new(date.year() + 1, 1, 1));
        prop_assert_eq!(Some(next), expected.or(Some(Date::MAX)));
        prop_assert!(next == date || (date.weekday() as i32 + 1) % 7 == next.weekday() as i32);
    }
}
