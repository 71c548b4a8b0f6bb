//! Dates in running text: the text, and what is found as `printed = value form`.

use proptest::prelude::*;
use styrbord_calendar::{DateForm, DateMention, DateValue, find_dates, find_periods};

fn written(text: &str, mention: &DateMention) -> String {
    let value = match mention.value {
        DateValue::Day(date) => date.to_string(),
        DateValue::Impossible { year: Some(year), month, day } => format!("!{year}-{month:02}-{day:02}"),
        DateValue::Impossible { year: None, month, day } => format!("!{month:02}-{day:02}"),
        DateValue::WithoutYear { month, day } => format!("{month:02}-{day:02}"),
        DateValue::Month { year: Some(year), month } => format!("{year}-{month:02}"),
        DateValue::Month { year: None, month } => format!("month {month:02}"),
        DateValue::EndOfYear(year) => format!("end {year}"),
    };
    let form = match mention.form {
        DateForm::Numeric => "",
        DateForm::NumericSpaced => " spaced",
        DateForm::TwoDigitYear => " short",
        DateForm::Words => " words",
        DateForm::Iso => " iso",
        DateForm::NoYear => " no year",
    };
    format!("{} = {value}{form}", &text[mention.range.clone()])
}

fn check(cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        let found: Vec<String> = find_dates(text).iter().map(|mention| written(text, mention)).collect();
        assert_eq!(&found, expected, "in {text:?}");
    }
}

#[test]
fn figures() {
    check(&[
        ("Frist: 31.12.2024", &["31.12.2024 = 2024-12-31"]),
        ("1.6.2026", &["1.6.2026 = 2026-06-01"]),
        ("den 1.1.2024.", &["1.1.2024 = 2024-01-01"]),
        ("31. 12 2024", &["31. 12 2024 = 2024-12-31 spaced"]),
        ("Del 1: 31.12 2026", &["31.12 2026 = 2026-12-31 spaced"]),
        ("Frist:   01.04 2024", &["01.04 2024 = 2024-04-01 spaced"]),
        ("31. 12. 2024", &["31. 12. 2024 = 2024-12-31 spaced"]),
        ("31.12.\n2024", &["31.12.\n2024 = 2024-12-31 spaced"]),
        ("F.o.m 20.03.24 \n2024-02", &["20.03.24 = 2024-03-20 short"]),
        ("29.03.24 ", &["29.03.24 = 2024-03-29 short"]),
        ("Del II:30.09.2024", &["30.09.2024 = 2024-09-30"]),
        ("(01.06.2023) \n31.12.2024 ", &["01.06.2023 = 2023-06-01", "31.12.2024 = 2024-12-31"]),
        ("31.09.2026", &["31.09.2026 = !2026-09-31"]),
        ("31.6.2026", &["31.6.2026 = !2026-06-31"]),
        ("31.09 2026", &["31.09 2026 = !2026-09-31 spaced"]),
        ("31.09.26", &["31.09.26 = !2026-09-31 short"]),
        ("29.02.2023, 29.02.2024", &["29.02.2023 = !2023-02-29", "29.02.2024 = 2024-02-29"]),
        ("15.13.2024", &["15.13.2024 = !2024-13-15"]),
        ("2024-06-30", &["2024-06-30 = 2024-06-30 iso"]),
        ("2024-06-31", &["2024-06-31 = !2024-06-31 iso"]),
        ("31.12.2024–15.01.2025", &["31.12.2024 = 2024-12-31", "15.01.2025 = 2025-01-15"]),
        ("31.12.2024\n2024-07 Rapport", &["31.12.2024 = 2024-12-31"]),
        ("31.12\n2024-07 Rapport", &["31.12 = 12-31 no year"]),
        ("Frist: 29/5-2026", &["29/5-2026 = 2026-05-29"]),
        ("31/06-2026", &["31/06-2026 = !2026-06-31"]),
        ("01.03.2024, 2025", &["01.03.2024 = 2024-03-01", "2025 = 2025-03-01"]),
    ]);
}

#[test]
fn figures_without_a_year() {
    check(&[
        ("30.6 og 31.12", &["30.6 = 06-30 no year", "31.12 = 12-31 no year"]),
        ("31.12 og 30.6", &["31.12 = 12-31 no year", "30.6 = 06-30 no year"]),
        ("30.06 og 31.12.2025", &["30.06 = 2025-06-30", "31.12.2025 = 2025-12-31"]),
        ("1.3, 1.6 og 1.9.2025", &["1.3 = 2025-03-01", "1.6 = 2025-06-01", "1.9.2025 = 2025-09-01"]),
        ("15.12–15.01.2025", &["15.12 = 2024-12-15", "15.01.2025 = 2025-01-15"]),
        ("frist 1.6", &["1.6 = 06-01 no year"]),
        ("Frist: 1.6", &["1.6 = 06-01 no year"]),
        ("pr. 1.9 hvert år", &["1.9 = 09-01 no year"]),
        ("f.o.m. 1.9", &["1.9 = 09-01 no year"]),
        ("innen 31.06", &["31.06 = !06-31 no year"]),
        ("status per 31.12", &["31.12 = 12-31 no year"]),
    ]);
}

#[test]
fn figures_that_are_no_date() {
    for text in [
        "R-115",
        "3.1.2",
        "3.1.2 Tilskuddsforvaltning",
        "kap. 601.21",
        "post 601.21 (4,5 mill.)",
        "9.1. Budsjettrammen",
        "kap. 10.02",
        "pkt. 2.3.2",
        "punkt 3.1",
        "§ 14",
        "§ 3.12",
        "§§ 3.10, 3.11 og 3.12",
        "2018–2024",
        "Prop. 1 S (2023-2024)",
        "Prop. 1 S (2023–2024)",
        "12.345.678",
        "tlf. 22.24.90.90",
        "22 24 90 90",
        "Oppdrag nr. 2024-07",
        "8.1 Års- og halvårsrapportering",
        "9.12 Samordning",
        "kl. 12.10",
        "12.10 prosent",
        "12.10 %",
        "LOV-2018-06-15-38",
        "Innst. 16 S",
        "1.5 millioner",
        "versjon 10.11.12",
        "10.11.12.13",
        "31.12.2024.1",
        "2024",
        "i 2024",
        "A4.10",
        "0.0",
        "SP 3.10.2b",
        "",
    ] {
        assert_eq!(find_dates(text), [], "in {text:?}");
    }
}

#[test]
fn words() {
    check(&[
        ("av 15. desember 2023 \nog", &["15. desember 2023 = 2023-12-15 words"]),
        ("15.desember 2023", &["15.desember 2023 = 2023-12-15 words"]),
        ("fra 1.juni", &["1.juni = 06-01 no year"]),
        ("22. april", &["22. april = 04-22 no year"]),
        ("Innen 15. mars.", &["15. mars = 03-15 no year"]),
        ("31. jan.", &["31. jan. = 01-31 no year"]),
        ("9. okt. 2024", &["9. okt. 2024 = 2024-10-09 words"]),
        ("9. OKT. 2024", &["9. OKT. 2024 = 2024-10-09 words"]),
        ("den 1. juni 2025", &["1. juni 2025 = 2025-06-01 words"]),
        ("15 desember 2024", &["15 desember 2024 = 2024-12-15 words"]),
        ("3 sept 2024", &["3 sept 2024 = 2024-09-03 words"]),
        ("30.\u{a0}juni 2024", &["30.\u{a0}juni 2024 = 2024-06-30 words"]),
        ("31. desember\n2024", &["31. desember\n2024 = 2024-12-31 words"]),
        ("31. desember\n2024-07 Tekst", &["31. desember = 12-31 no year"]),
        ("31. juni 2025", &["31. juni 2025 = !2025-06-31 words"]),
        ("36. desember 2025", &["36. desember 2025 = !2025-12-36 words"]),
        ("31. juni", &["31. juni = !06-31 no year"]),
        ("29. februar", &["29. februar = 02-29 no year"]),
        ("17. mai-feiring", &["17. mai = 05-17 no year"]),
        ("20. mars 2024  ", &["20. mars 2024 = 2024-03-20 words"]),
    ]);
    for text in [
        "15maiar",
        "1. marsboer",
        "45. mai",
        "sak 25/13-2026",
        "1/29/5-2026",
        "R-1. mars",
        "2 des i alt",
        "kap. 3, post 1",
        "1. juledag",
    ] {
        assert_eq!(find_dates(text), [], "in {text:?}");
    }
}

#[test]
fn several_days_and_years() {
    check(&[
        (
            "15. januar 2024, 2025, 2026",
            &["15. januar 2024 = 2024-01-15 words", "2025 = 2025-01-15 words", "2026 = 2026-01-15 words"],
        ),
        (
            "15. januar 2024,2025, 2026",
            &["15. januar 2024 = 2024-01-15 words", "2025 = 2025-01-15 words", "2026 = 2026-01-15 words"],
        ),
        (
            "15. januar \n\n2024,2025, 2026, \n\nsamt ved behov",
            &["15. januar \n\n2024 = 2024-01-15 words", "2025 = 2025-01-15 words", "2026 = 2026-01-15 words"],
        ),
        ("15. januar\n\n\n2024", &["15. januar = 01-15 no year"]),
        ("15. januar 2024 og 2025-budsjettet", &["15. januar 2024 = 2024-01-15 words"]),
        ("15. januar 2024, 2023", &["15. januar 2024 = 2024-01-15 words"]),
        ("1. og 15. mars 2025", &["1. = 2025-03-01 words", "15. mars 2025 = 2025-03-15 words"]),
        ("1., 10. og 15. mars", &["1. = 03-01 no year", "10. = 03-10 no year", "15. mars = 03-15 no year"]),
        (
            "30. april og 31. august 2025",
            &["30. april = 2025-04-30 words", "31. august 2025 = 2025-08-31 words"],
        ),
        (
            "15. mars, 15. mai og 31. september 2025",
            &[
                "15. mars = 2025-03-15 words",
                "15. mai = 2025-05-15 words",
                "31. september 2025 = !2025-09-31 words",
            ],
        ),
        ("1.–15. mars 2025", &["1. = 2025-03-01 words", "15. mars 2025 = 2025-03-15 words"]),
        ("10.-12. mai 2025", &["10. = 2025-05-10 words", "12. mai 2025 = 2025-05-12 words"]),
        ("10–12. mai 2025", &["10 = 2025-05-10 words", "12. mai 2025 = 2025-05-12 words"]),
        (
            "15. desember til 15. januar 2025",
            &["15. desember = 2024-12-15 words", "15. januar 2025 = 2025-01-15 words"],
        ),
        (
            "31. desember 2024 Innen 15. mars 2025",
            &["31. desember 2024 = 2024-12-31 words", "15. mars 2025 = 2025-03-15 words"],
        ),
    ]);
}

#[test]
fn months_and_ends_of_years() {
    check(&[
        ("juni 2025", &["juni 2025 = 2025-06 words"]),
        ("des. 2024", &["des. 2024 = 2024-12 words"]),
        ("innen juni.", &["juni = month 06 no year"]),
        ("April kommer", &[]),
        ("jul 2024", &[]),
        ("innen utgangen av 2025", &["utgangen av 2025 = end 2025 words"]),
        ("Årsskiftet 2025/2026", &["Årsskiftet 2025/2026 = end 2025 words"]),
        ("innen årsskiftet 2025/26", &["årsskiftet 2025/26 = end 2025 words"]),
    ]);
}

proptest! {
    #[test]
    fn any_text_gives_ranges_in_order_at_boundaries(
        text in "(\\PC|[0-9 .,\n/–-]|[0-9]{1,4}[. ,–]|mai|mars 2024|i |innen |uke |høsten |å){0,40}",
        year in any::<i16>(),
    ) {
        let dates = find_dates(&text).into_iter().map(|mention| mention.range);
        let periods = find_periods(&text, year).into_iter().map(|mention| mention.range);
        for ranges in [dates.collect::<Vec<_>>(), periods.collect()] {
            let mut end = 0;
            for range in ranges {
                prop_assert!(range.start >= end && !range.is_empty());
                prop_assert!(text.get(range.clone()).is_some());
                end = range.end;
            }
        }
    }

    #[test]
    fn a_date_written_is_found(days in 0..150_000, as_iso in any::<bool>()) {
        let date = styrbord_calendar::Date::nearest(1750, 1, 1).add_days(days);
        let printed = if as_iso { date.to_string() } else { date.written(styrbord_calendar::Language::Nb) };
        let found = find_dates(&format!("Frist er {printed}."));
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(found[0].value, DateValue::Day(date));
    }
}
