//! Names of the receiver that are more than one word.

use styrbord_plan::{Party, Plan};
use styrbord_source::{Format, Laid, Source, TextKind};

fn plan(letter: &str) -> Plan {
    let source = Source::new(letter.to_owned(), Format::Text);
    styrbord_lower::lower(&source, &styrbord_syntax::parse(&source))
}

fn party(name: &str, short: Option<&str>) -> Party {
    Party { name: Some(name.to_owned()), short: short.map(str::to_owned) }
}

#[test]
fn a_name_keeps_its_preposition() {
    let plan = plan(
        "Sjøverket for småhavner\nPostboks 7\n9000 TROMSØ\n\nSupplerende tildelingsbrev nr. 2 for 2025 – Sjøverket for småhavner\n\n\
         Havdepartementet viser til tildelingsbrev av 20.12.2024.\n",
    );
    assert_eq!(plan.agency, party("Sjøverket for småhavner", None));
}

#[test]
fn a_year_is_no_part_of_the_name() {
    let plan = plan(
        "Sjøverket\nPostboks 7\n\nTildelingsbrev til Sjøverket for budsjettåret 2025\n\nHavdepartementet viser til brevet.\n",
    );
    assert_eq!(plan.agency, party("Sjøverket", None));
}

#[test]
fn the_abbreviation_behind_a_long_name_is_its_own() {
    let plan = plan(
        "DET KONGELEGE\nHAVDEPARTEMENT\n\nHøgskulen på Nordkysten\nPostboks 7\n\nTildelingsbrev 2025 til Høgskulen på Nordkysten\n\n\
         Havdepartementet (HD) gir med dette tildelingsbrevet til Høgskulen på Nordkysten (HNK).\n",
    );
    assert_eq!(plan.agency, party("Høgskulen på Nordkysten", Some("HNK")));
}

#[test]
fn a_ministry_that_only_the_running_head_names_is_the_sender() {
    let document = [
        Laid::line(TextKind::Furniture, "Havdepartementet"),
        Laid::line(TextKind::Paragraph, "Sjøverket"),
        Laid::line(TextKind::Heading { level: 1 }, "Tildelingsbrev 2026 for Sjøverket"),
        Laid::line(TextKind::Paragraph, "Departementet viser til Stortingets vedtak."),
    ];
    let source = Source::from_laid(&document, Format::Docx);
    let plan = styrbord_lower::lower(&source, &styrbord_syntax::parse(&source));
    assert_eq!(plan.ministry, party("Havdepartementet", None));
    assert_eq!(plan.agency, party("Sjøverket", None));
}

/// The day that a letter with this head bears.
fn day(head: &str) -> Option<String> {
    let letter = format!(
        "{head}\n\nTildelingsbrev 2026 til Sjøverket\n\nHavdepartementet (HD) viser til Stortingets vedtak og tildeler med dette midler \
         for året. Brevet er drøftet med Sjøverket, 4. november 2025\n",
    );
    plan(&letter).evidence.letter_date.map(|(date, _)| date.to_string())
}

#[test]
fn a_letter_is_dated_with_and_without_the_word_for_it() {
    for (head, expected) in [
        ("Havdepartementet\n\nDeres ref. Vår ref. Dato\n25/118-4 25/2210-31 5. januar 2026", "2026-01-05"),
        ("Havdepartementet (HD), 5. januar 2026", "2026-01-05"),
        ("Havdepartementet\n\nOslo, 22.12.2025", "2025-12-22"),
        ("Havdepartementet\nOslo, den 22. desember 2025", "2025-12-22"),
        ("Havdepartementet\nVår ref.: 25/2214-9 22.12.2025", "2025-12-22"),
        ("Havdepartementet\n\n7. januar 2026\n\nSjøverket", "2026-01-07"),
        ("Fastsett av Havdepartementet 29. desember 2025", "2025-12-29"),
    ] {
        assert_eq!(day(head).as_deref(), Some(expected), "{head}");
    }
}

#[test]
fn another_day_in_the_head_is_not_the_letters() {
    for head in [
        "Havdepartementet",
        "Havdepartementet\n\nSvarfrist: 1. mars 2026",
        "Havdepartementet\n\n- Årsrapport, 15. mars 2026\n- Møte, 1. juni 2026",
        "Havdepartementet\n\nVi viser til brevet av 3. oktober 2025",
        "Havdepartementet\n\nOslo, 5. januar 2019",
    ] {
        assert_eq!(day(head), None, "{head}");
    }
}
