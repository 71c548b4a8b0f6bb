//! Forms in which ministries print assignments, each in a small letter of its own.

use styrbord_plan::{Assignment, DeadlineKind, Duty, Plan};
use styrbord_source::{Format, Source};

fn plan(body: &str, format: Format) -> Plan {
    let text = format!("Kystfondet\n\nTildelingsbrev 2025 til Kystfondet\n\n{body}");
    let source = Source::new(text, format);
    styrbord_lower::lower(&source, &styrbord_syntax::parse(&source))
}

fn assignments(body: &str) -> Vec<Assignment> {
    plan(body, Format::Text).assignments
}

fn titles(found: &[Assignment]) -> Vec<&str> {
    found.iter().map(|one| one.title.as_str()).collect()
}

/// Returns each deadline as kind and date, with a star when it is superseded.
fn deadlines(one: &Assignment) -> Vec<String> {
    one.deadlines
        .iter()
        .map(|deadline| {
            let date = deadline.date.map(|date| date.to_string()).unwrap_or_default();
            format!("{:?} {date}{}", deadline.kind, if deadline.superseded { "*" } else { "" })
        })
        .collect()
}

#[test]
fn subsections_without_numbers_of_their_own() {
    let found = assignments(
        "4. Oppdrag\n\n4.1 Register over moloer\n\nFondet skal bygge et register.\n\nFrist: 1. mars 2025\n\n4.2 Ny \
         beredskapsplan for havner\n\nPlanen skal øves. Frist: 30. juni 2025.\n\n4.3 Enklere søknad. Fondet skal \
         levere en skisse innen 1. april 2025 og et utkast innen 1. september 2025.\n\n5. Budsjett\n",
    );
    assert_eq!(titles(&found), ["Register over moloer", "Ny beredskapsplan for havner", "Enklere søknad."]);
    assert_eq!(deadlines(&found[0]), ["Date 2025-03-01"]);
    assert_eq!(deadlines(&found[1]), ["Date 2025-06-30"]);
    assert_eq!(deadlines(&found[2]), ["Date 2025-04-01", "Date 2025-09-01"]);
}

#[test]
fn reports_named_before_their_days_are_parts() {
    let found = assignments(
        "4 Oppdrag i 2025\n\n4.1 Merking av skjær\nFondet skal merke skjær. Departementet ber om en delrapport innen \
         1. mai 2025, og en sluttrapport innen 1. desember 2025.\n\n5 Rapportering\n",
    );
    let parts: Vec<_> = found[0].deadlines.iter().map(|deadline| deadline.part.as_deref()).collect();
    assert_eq!(parts, [Some("delrapport"), Some("sluttrapport")]);
}

#[test]
fn lettered_items_of_a_section() {
    let found = assignments(
        "3 Oppdrag i 2025\na. Kystfondet skal greie ut ei ny avgift. Utgreiinga skal vere ferdig innan 1. mai 2025.\n\
         b. Kystfondet skal saman med Hamnetilsynet vurdere gebyra. Hamnetilsynet har hovudansvaret. Frist: 1. juni \
         2025.\nc. Kystfondet skal følgje opp planen. Dette er eit løpande oppdrag.\n\n4 Løyvingar\n",
    );
    assert_eq!(found.len(), 3);
    assert_eq!(found[0].title, "Kystfondet skal greie ut ei ny avgift.");
    assert_eq!(found[1].lead.as_deref(), Some("Hamnetilsynet"));
    assert_eq!(deadlines(&found[0]), ["Date 2025-05-01"]);
    assert_eq!(deadlines(&found[1]), ["Date 2025-06-01"]);
    assert_eq!(found[2].deadlines[0].kind, DeadlineKind::Ongoing);
}

#[test]
fn bullets_of_a_section() {
    let found = assignments(
        "3. Oppdrag\n\n• Fondet skal kartlegge brygger innen 1. mai 2025.\n• Fondet skal fornye avtalen. Frist: 1. \
         juni 2025.\n\n4. Budsjett\n",
    );
    assert_eq!(
        titles(&found),
        ["Fondet skal kartlegge brygger innen 1. mai 2025.", "Fondet skal fornye avtalen."]
    );
    assert_eq!(deadlines(&found[1]), ["Date 2025-06-01"]);
}

#[test]
fn letter_and_number_with_a_dot() {
    let found = assignments(
        "3. OPPDRAG (O)\n\nO 1.1 Plan for fyrene\nFondet skal levere planen i løpet av høsten 2025.\nKoordinerende: \
         Fyrverket. Støttende: Lostilsynet, Kartkontoret.\n\nO1.2 Nye ladeplasser\nFrist: 30. april 2026, deretter \
         årlig.\n\nO 2.1\nUnntatt offentlighet, jf. offentleglova § 21.\n",
    );
    let numbers: Vec<_> = found.iter().map(|one| one.number.as_deref().unwrap_or_default()).collect();
    assert_eq!(numbers, ["O 1.1", "O1.2", "O 2.1"]);
    assert_eq!(found[0].title, "Plan for fyrene");
    assert_eq!(found[0].lead.as_deref(), Some("Fyrverket"));
    assert_eq!(found[0].partners, ["Lostilsynet", "Kartkontoret"]);
    assert_eq!(deadlines(&found[0]), ["Period 2025-11-30"]);
    assert_eq!(deadlines(&found[1]), ["Recurring 2026-04-30"]);
    assert!(found[2].withheld);
}

#[test]
fn title_text_and_deadline_in_one_line() {
    let found = assignments(
        "Oppdrag 2025\n• Oppdrag 1 Kart over tareskog. Fondet skal i samarbeid med Havtilsynet lage kart. Frist: \
         1.10.2025.\n• Oppdrag 2 Videreføring av oppdrag 9 i tildelingsbrevet for 2023: Bly i sjøvann. Frist: \
         (1.12.2024) 1.6.2025.\n",
    );
    assert_eq!(found[0].title, "Kart over tareskog.");
    assert_eq!(found[0].partners, ["Havtilsynet"]);
    assert_eq!(deadlines(&found[0]), ["Date 2025-10-01"]);
    assert!(found[0].new && !found[1].new);
    assert_eq!(deadlines(&found[1]), ["Date 2024-12-01*", "Date 2025-06-01"]);
}

#[test]
fn cards_with_a_field_for_the_title() {
    let found = plan(
        "## 3 Oppdrag\n\n**ID: 2025-04**\n**Oppdrag:** Mål for havneliv\n**Samarbeidsparter:** Tallhuset, \
         Kartregisteret\n**Frist:** 15. november 2025\n\n**ID: 2025-05**\n**Oppdrag:** Felles ordbok\n**Ansvarlig:** \
         Tallhuset\n**Frist:** Ved behov\n",
        Format::Markdown,
    )
    .assignments;
    let numbers: Vec<_> = found.iter().map(|one| one.number.as_deref().unwrap_or_default()).collect();
    assert_eq!(numbers, ["2025-04", "2025-05"]);
    assert_eq!(titles(&found), ["Mål for havneliv", "Felles ordbok"]);
    assert_eq!(found[0].partners, ["Tallhuset", "Kartregisteret"]);
    assert_eq!(found[1].lead.as_deref(), Some("Tallhuset"));
}

#[test]
fn a_sentence_moves_the_deadline_of_an_assignment() {
    let plan = plan(
        "2. Endrede oppdrag\n\nFristen for oppdrag 2025-08 Ny slepeordning forlenges fra 1. september 2025 til 1. mars \
         2026.\nOppdrag 2025-11 Ventebrygger utgår.\n",
        Format::Text,
    );
    let found = plan.assignments;
    assert_eq!(titles(&found), ["Ny slepeordning"]);
    assert_eq!(plan.repeals[0].number.as_deref(), Some("2025-11"));
    assert_eq!(deadlines(&found[0]), ["Date 2025-09-01*", "Date 2026-03-01"]);
    assert!(found.iter().all(|one| !one.new));
}

#[test]
fn list_rows_with_brackets_and_a_heading_below() {
    let found = assignments(
        "3 Oppdrag\n\n2025-01 Kart over sundet (frist: avtales i dialog med departementet)\n2025-02 Måling av fangst \
         31.12.2024 (utsatt til 31.03.2025)\n2025-03 Plan for opplæring 1. juni 2025\nVedlegg 1 Oversikt over \
         rapportering\n",
    );
    assert_eq!(titles(&found), ["Kart over sundet", "Måling av fangst", "Plan for opplæring"]);
    assert_eq!(found[0].deadlines[0].kind, DeadlineKind::None);
    assert_eq!(found[0].deadlines[0].printed, "avtales i dialog med departementet");
    assert_eq!(deadlines(&found[1]), ["Date 2024-12-31*", "Date 2025-03-31"]);
}

#[test]
fn an_unchanged_deadline_stays() {
    let found = plan(
        "### 3.3 Tidligere gitte oppdrag\n\n| Nummer | Tittel | Opprinnelig frist | Ny frist |\n|---|---|---|---|\n| \
         2024-07 | Opplæring av loser | 31.12.2025 | 30.06.2026 |\n| 2024-09 | Nødnett i havn | 1.4.2026 | Uendret |\n",
        Format::Markdown,
    )
    .assignments;
    assert_eq!(deadlines(&found[0]), ["Date 2025-12-31*", "Date 2026-06-30"]);
    assert_eq!(deadlines(&found[1]), ["Date 2026-04-01"]);
}

#[test]
fn two_days_of_one_duty() {
    let found = plan(
        "3. Særskilte oppgaver\n\nUndersøkelsen skal være ferdig ut 2025. Departementet ber om en redegjørelse for \
         fangsten innen 1. mai og 1. oktober 2025.\n",
        Format::Text,
    );
    let due: Vec<_> =
        found.duties.iter().filter_map(|duty: &Duty| duty.due).map(|due| due.to_string()).collect();
    assert_eq!(due, ["2025-12-31", "2025-05-01", "2025-10-01"]);
}

#[test]
fn a_part_in_brackets_belongs_to_the_date_before_it() {
    let found = assignments(
        "2 Oppdrag\n\nOppdrag 2025-01 Plan for lanterner\nFondet skal lage en plan.\nFrist: 15. mai 2025 (del 1) og 1. \
         desember 2025 (del 2)\n",
    );
    let parts: Vec<_> =
        found[0].deadlines.iter().map(|one| (one.part.as_deref(), one.printed.as_str())).collect();
    assert_eq!(parts, [(Some("del 1"), "15. mai 2025"), (Some("del 2"), "1. desember 2025")]);
}

#[test]
fn a_row_without_a_number_keeps_its_deadline() {
    let found = assignments(
        "2 Oppdrag\n\nOppdrag til mål 1:\n\n2025-01 Kart over alle holmer og \nskjær.\n31.12.2025\nBygge om den gamle \
         kaia 01.10.2025\n\n2025-02 Nye bøyer 01.06.2025\n",
    );
    assert_eq!(deadlines(&found[0]), ["Date 2025-12-31"]);
    assert_eq!(deadlines(&found[1]), ["Date 2025-06-01"]);
}

#[test]
fn a_year_in_brackets_behind_the_number() {
    let found = assignments(
        "B. OPPDRAG\nOppdrag nr. 1 (2025): Samle inn årer\n  Frist: 29/5-2025.\nOppdrag nr. 2 (2025): Gi ut bok om flo\n  \
         Frist: 1. desember 2025.\n",
    );
    assert_eq!(titles(&found), ["Samle inn årer", "Gi ut bok om flo"]);
    assert_eq!(deadlines(&found[0]), ["Date 2025-05-29"]);
}

#[test]
fn attachments_listed_without_a_heading() {
    let body = "1 Innledning\n\nBrevet gjelder 2025.\n\nMed hilsen\nKari Vik\n\nVedlegg 1 Omtale av oppdrag\n\nVedlegg 1 Omtale \
                av oppdrag\n\nFondet skal rydde fjæra.\n";
    let found = plan(body, Format::Text).attachments;
    let listed: Vec<_> = found.iter().map(|one| (one.number, one.title.as_str(), one.present)).collect();
    assert_eq!(listed, [(Some(1), "Omtale av oppdrag", true)]);
}

#[test]
fn marked_items_that_end_in_their_deadline() {
    let found = assignments(
        "4 Oppdrag\n\nFondet får disse oppdragene:\n\n1) Lage kart over ferjekaier. Frist: 1. mai 2025\n2) Telle måker. \
         Frist: 1. november 2025\n\n5 Budsjett\n",
    );
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(deadlines(&found[1]), ["Date 2025-11-01"]);
}

#[test]
fn money_covered_over_a_post_is_funding() {
    let found = assignments(
        "2 Oppdrag\n\nOppdrag 2025-01 Kart over skjær\nFondet skal lage et kart. Arbeidet dekkes over kap. 77 post 21 med 2 \
         mill. kroner.\nFrist: 1. mars 2025\n",
    );
    let funding: Vec<_> = found[0].funding.iter().map(|one| one.amount_nok.whole_kroner()).collect();
    assert_eq!(funding, [Some(2_000_000)]);
}

#[test]
fn partners_that_only_a_joining_word_names() {
    let found = plan(
        "## 3 Oppdrag\n\n| Nr. | Oppdrag | Samarbeid | Frist |\n|---|---|---|---|\n| 2025-01 | Lage plan for åpne \
         fyr | Riksantikvaren og Kystverket | 1. juni 2025 |\n| 2025-02 | Bedre havner | Arbeids- og \
         velferdsdirektoratet og Kystverket | 1. juli 2025 |\n",
        Format::Markdown,
    )
    .assignments;
    assert_eq!(found[0].partners, ["Riksantikvaren", "Kystverket"]);
    assert_eq!(found[1].partners, ["Arbeids- og velferdsdirektoratet", "Kystverket"]);
}
