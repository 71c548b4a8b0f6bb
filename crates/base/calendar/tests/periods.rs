//! Periods in running text, in a letter for 2024: the text, and what is found as `printed = first..last`.

use styrbord_calendar::{PeriodLabel, PeriodMention, Season, find_periods};

const LETTER_YEAR: i16 = 2024;

/// A `*` marks a year that is not printed.
fn written(text: &str, mention: &PeriodMention) -> String {
    let mark = if mention.year_stated { "" } else { "*" };
    format!("{} = {}..{}{mark}", &text[mention.range.clone()], mention.first, mention.last)
}

fn check(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        let found: Vec<String> =
            find_periods(text, LETTER_YEAR).iter().map(|mention| written(text, mention)).collect();
        assert_eq!(found.join("; "), *expected, "in {text:?}");
    }
}

#[test]
fn years() {
    check(&[
        ("Ut 2024", "Ut 2024 = 2024-01-01..2024-12-31"),
        ("videreføres ut 2024.", "ut 2024 = 2024-01-01..2024-12-31"),
        ("ut året 2025", "ut året 2025 = 2025-01-01..2025-12-31"),
        ("ut året", "ut året = 2024-01-01..2024-12-31*"),
        ("i løpet av 2025", "i løpet av 2025 = 2025-01-01..2025-12-31"),
        ("i løpet\nav året \n", "i løpet\nav året = 2024-01-01..2024-12-31*"),
        ("i løpet av inneværende år", "i løpet av inneværende år = 2024-01-01..2024-12-31*"),
        ("innen utgangen av 2025", "innen utgangen av 2025 = 2025-01-01..2025-12-31"),
        ("innan utgangen av 2025", "innan utgangen av 2025 = 2025-01-01..2025-12-31"),
        ("innen utgangen av året", "innen utgangen av året = 2024-01-01..2024-12-31*"),
        ("før utgangen av 2025", "før utgangen av 2025 = 2025-01-01..2025-12-31"),
        ("ut 2024–2026", "ut 2024–2026 = 2024-01-01..2026-12-31"),
        ("innen årsskiftet 2025/2026", "innen årsskiftet 2025/2026 = 2025-12-31..2025-12-31"),
        ("INNEN ÅRSSKIFTET 2025/26", "INNEN ÅRSSKIFTET 2025/26 = 2025-12-31..2025-12-31"),
        ("innan årsskiftet", "innan årsskiftet = 2024-12-31..2024-12-31*"),
        ("før årsskiftet", "før årsskiftet = 2024-12-31..2024-12-31*"),
        ("i løpet av et år", ""),
        ("i 2024", ""),
        ("ut 2024-07", ""),
        ("ut 20000 kr", ""),
        ("året 2024", ""),
        ("", ""),
    ]);
}

#[test]
fn parts_of_the_year() {
    check(&[
        ("1. halvår 2024", "1. halvår 2024 = 2024-01-01..2024-06-30"),
        ("2.halvår", "2.halvår = 2024-07-01..2024-12-31*"),
        ("andre halvår 2025", "andre halvår 2025 = 2025-07-01..2025-12-31"),
        ("i første halvår av 2025", "første halvår av 2025 = 2025-01-01..2025-06-30"),
        ("2. tertial 2025", "2. tertial 2025 = 2025-05-01..2025-08-31"),
        ("Første tertial", "Første tertial = 2024-01-01..2024-04-30*"),
        ("1. kvartal 2026", "1. kvartal 2026 = 2026-01-01..2026-03-31"),
        ("innen utgangen av fjerde kvartal", "innen utgangen av fjerde kvartal = 2024-10-01..2024-12-31*"),
        ("før 2. tertial 2025", "før 2. tertial 2025 = 2025-01-01..2025-04-30"),
        ("3. halvår 2024", ""),
        ("4. tertial", ""),
        ("3.1 kvartal", ""),
        ("halvårsrapport 2024", ""),
        ("Tertialvis analyse", ""),
    ]);
}

#[test]
fn seasons() {
    check(&[
        ("høsten 2024", "høsten 2024 = 2024-08-01..2024-11-30"),
        ("hausten 2025", "hausten 2025 = 2025-08-01..2025-11-30"),
        ("våren 2025", "våren 2025 = 2025-01-01..2025-05-31"),
        ("sommeren 2026", "sommeren 2026 = 2026-06-01..2026-08-31"),
        ("vinteren 2025", "vinteren 2025 = 2024-12-01..2025-02-28"),
        ("vinteren 2025/2026", "vinteren 2025/2026 = 2025-12-01..2026-02-28"),
        ("HØSTEN 2024", "HØSTEN 2024 = 2024-08-01..2024-11-30"),
        ("i løpet av våren", "i løpet av våren = 2024-01-01..2024-05-31*"),
        ("høst 2025", "høst 2025 = 2025-08-01..2025-11-30"),
        ("før sommeren 2025", "før sommeren 2025 = 2025-01-01..2025-05-31"),
        ("en ledersamling om høsten", ""),
        ("vår rapport", ""),
        ("i vår", ""),
    ]);
    let label = find_periods("vinteren 2025", LETTER_YEAR)[0].label;
    assert_eq!(label, PeriodLabel::Season(Season::Winter));
}

#[test]
fn months_and_weeks() {
    check(&[
        ("i løpet av juni 2025", "i løpet av juni 2025 = 2025-06-01..2025-06-30"),
        ("innen juni 2024", "innen juni 2024 = 2024-06-01..2024-06-30"),
        ("i juni", "juni = 2024-06-01..2024-06-30*"),
        ("Desember 2025", "Desember 2025 = 2025-12-01..2025-12-31"),
        ("før juni 2025", "før juni 2025 = 2025-01-01..2025-05-31"),
        ("primo mai", "primo mai = 2024-05-01..2024-05-10*"),
        ("medio mai 2025", "medio mai 2025 = 2025-05-15..2025-05-15"),
        ("innen ultimo september 2025", "innen ultimo september 2025 = 2025-09-30..2025-09-30"),
        ("uke 12 2025", "uke 12 2025 = 2025-03-17..2025-03-23"),
        ("veke 12", "veke 12 = 2024-03-18..2024-03-24*"),
        ("uke 12–13, 2025", "uke 12–13, 2025 = 2025-03-17..2025-03-30"),
        ("uke 12, og", "uke 12 = 2024-03-18..2024-03-24*"),
        ("uke 53 2025", ""),
        ("1. juni 2025", ""),
        ("innen 1. juni 2025", ""),
        ("i Mai", ""),
    ]);
}
