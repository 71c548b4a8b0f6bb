//! Forms in which letters take parts away, each in a small letter of its own, and what only looks like it.

use styrbord_plan::{Plan, Repeal, RepealKind};
use styrbord_source::{Format, Source};

fn plan(kind: &str, body: &str, format: Format) -> Plan {
    let text = format!("Kystfondet\n\n{kind} 2025 til Kystfondet\n\n{body}");
    let source = Source::new(text, format);
    styrbord_lower::lower(&source, &styrbord_syntax::parse(&source))
}

fn supplement(body: &str) -> Plan {
    plan("Supplerende tildelingsbrev nr. 1 for", body, Format::Text)
}

/// Returns each repeal as kind, what names it, and what comes in its place.
fn lines(plan: &Plan) -> Vec<String> {
    plan.repeals.iter().map(line).collect()
}

fn line(one: &Repeal) -> String {
    let kind = match one.kind {
        RepealKind::Goal => "goal",
        RepealKind::SteeringParameter => "steering_parameter",
        RepealKind::Requirement => "requirement",
        RepealKind::Assignment => "assignment",
        RepealKind::Deadline => "deadline",
        RepealKind::Report => "report",
        RepealKind::Meeting => "meeting",
        RepealKind::Post => "post",
        RepealKind::Authorisation => "authorisation",
        RepealKind::Other => "other",
    };
    let mut words = vec![kind.to_owned()];
    words.extend(one.number.clone());
    words.extend(one.label.clone());
    words.extend(one.under.iter().map(|under| format!("under {under}")));
    words.extend(one.title.iter().map(|title| format!("«{title}»")));
    words.extend(one.all.then(|| "all".to_owned()));
    words.extend(one.replaced_by.iter().map(|by| format!("by {by}")));
    words.join(" ")
}

#[test]
fn sentences_take_numbered_parts_away_in_any_letter() {
    for (sentence, expected) in [
        (
            "Oppdrag 4 om felles billettmaskinar fell bort, fordi byane no gjer dette sjølve.",
            "assignment 4 «felles billettmaskinar»",
        ),
        ("Oppdrag 2024-07 utgår.", "assignment 2024-07"),
        ("2024-07 Kart over kaier utgår.", "assignment 2024-07 «Kart over kaier»"),
        (
            "Oppdrag 2024-07 «Kart over kaier» i tildelingsbrevet for 2024 trekkes tilbake.",
            "assignment 2024-07 «Kart over kaier»",
        ),
        ("Oppdrag nr. 3 går ut.", "assignment 3"),
        ("Oppdrag 3, som gjelder slepebåter, er trukket tilbake.", "assignment 3"),
        ("Med dette opphever departementet oppdrag 3.", "assignment 3"),
        ("Departementet trekker oppdrag 3 om slepebåter tilbake.", "assignment 3 «slepebåter»"),
        ("Frå 1. juli 2025 fell difor oppdrag 3 bort.", "assignment 3"),
        ("Kommunane gjer no dette sjølve, og oppdrag 3 er difor stroke.", "assignment 3"),
        ("Oppdrag 3 skal ikke lenger gjennomføres.", "assignment 3"),
        ("Oppdrag 3 er ikkje lenger aktuelt.", "assignment 3"),
        ("Oppdrag 3 erstattes av oppdrag 9.", "assignment 3 by 9"),
        ("Oppdrag 3 utgår og erstattes av nytt oppdrag 2025-09.", "assignment 3 by 2025-09"),
        ("SP 3 oppheves.", "steering_parameter SP 3"),
        ("Styringsparameter 3 er oppheva.", "steering_parameter Styringsparameter 3"),
        ("Mål 2 fell bort.", "goal Mål 2"),
        ("2024-07 Kart over kaier (FoU) utgår.", "assignment 2024-07 «Kart over kaier (FoU)»"),
        ("Resultatkravet under mål 2 bortfaller.", "requirement under mål 2"),
        ("Resultatkravene under SP 3 bortfaller.", "requirement under SP 3 all"),
        ("Fristen for oppdrag 5 utgår.", "deadline under 5 all"),
        ("Fristen for del 2 av oppdrag 5 strykes.", "deadline Del 2 under 5"),
        ("Del 2 av oppdrag 5 utgår.", "deadline Del 2 under 5"),
        ("Oppdrag 5 bokstav b utgår.", "other «Oppdrag 5 bokstav b»"),
        ("Kap. 512 post 71 utgår.", "post 512.71"),
    ] {
        for kind in ["Tildelingsbrev", "Supplerende tildelingsbrev nr. 1 for"] {
            let found = plan(kind, &format!("1 Endringer\n\n{sentence}\n"), Format::Text);
            let expected =
                expected.replace("Del 2", if sentence.contains("Del 2") { "Del 2" } else { "del 2" });
            assert_eq!(lines(&found), [expected.as_str()], "{kind}: {sentence}");
            assert_eq!(found.repeals[0].text, sentence);
            assert!(found.assignments.is_empty() && found.steering_parameters.is_empty(), "{sentence}");
            assert!(found.goals.is_empty() && found.requirements.is_empty(), "{sentence}");
        }
    }
}

#[test]
fn a_sentence_below_a_list_is_no_part_of_its_last_row() {
    let found = supplement(
        "1 Oppdrag\n\n2025-01 Plan for trygge gangveier. Frist: 1. oktober 2025\n\nOppdrag 2025-02 om eldre kaier \
         utgår.\n\nSP 4 oppheves.\n",
    );
    assert_eq!(lines(&found), ["assignment 2025-02 «eldre kaier»", "steering_parameter SP 4"]);
    assert_eq!(found.assignments.len(), 1);
    assert_eq!(found.assignments[0].title, "Plan for trygge gangveier.");
}

#[test]
fn what_belongs_to_a_goal_goes_with_it() {
    let found =
        supplement("1 Endringer\n\nMål 3 med tilhørende styringsparametere og resultatkrav oppheves.\n");
    assert_eq!(
        lines(&found),
        ["goal Mål 3", "steering_parameter under Mål 3 all", "requirement under Mål 3 all"]
    );
}

#[test]
fn several_numbers_are_several_parts() {
    let found = supplement("1 Endringer\n\nOppdrag 2, 4 og 2024-07 utgår.\n");
    assert_eq!(lines(&found), ["assignment 2", "assignment 4", "assignment 2024-07"]);
}

#[test]
fn only_a_supplement_takes_parts_away_by_their_words() {
    for (sentence, expected) in [
        ("Oppdraget om felles ordbok for havner utgår.", "assignment «felles ordbok for havner»"),
        ("Kontaktmøtet 4. desember 2025 avlyses.", "meeting «Kontaktmøtet 4. desember 2025»"),
        ("Tertialrapporten for 2. tertial fell bort.", "report «Tertialrapporten for 2. tertial»"),
        (
            "Bestillingsfullmakten på kap. 512 post 45 trekkes tilbake.",
            "authorisation 512.45 «Bestillingsfullmakten på kap. 512 post 45»",
        ),
        (
            "Oppdrag 2024-03 Register over moloer vidareførast ikkje.",
            "assignment 2024-03 «Register over moloer»",
        ),
    ] {
        let body = format!("1 Endringer\n\n{sentence}\n");
        let found = supplement(&body);
        assert_eq!(lines(&found), [expected]);
        assert!(found.meetings.is_empty() && found.reports.is_empty() && found.authorisations.is_empty());
        assert_eq!(lines(&plan("Tildelingsbrev", &body, Format::Text)), [""; 0], "{sentence}");
    }
}

#[test]
fn lists_under_a_heading_that_says_so() {
    let found = supplement(
        "1 Nytt oppdrag\n\nOppdrag 7 Varsling av stengte havner\n\nFondet skal varsle. Frist: 1. oktober 2025\n\n\
         2 Oppdrag som utgår\n\n2024-07 Kart over kaier\n\n2024-09 Register over moloer\n\n3 Rapportering\n\n\
         Fondet skal levere rapport innen 1. mars 2026.\n",
    );
    assert_eq!(
        lines(&found),
        ["assignment 2024-07 «Kart over kaier»", "assignment 2024-09 «Register over moloer»"]
    );
    let titles: Vec<_> = found.assignments.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(titles, ["Varsling av stengte havner"]);
}

#[test]
fn tables_and_items_under_words_that_say_so() {
    let body = "## Oppdrag\n\nFølgende oppdrag bortfaller:\n\n- Oppdrag 3 Kart over kaier\n- Oppdrag 4: Register over \
                moloer. Kommunene fører det.\n\n### Avlyste møter\n\n| Møte | Dato |\n|---|---|\n| Kontaktmøte om \
                havner | 4. desember 2025 |\n";
    let found = plan("Supplerende tildelingsbrev nr. 1 for", body, Format::Markdown);
    assert_eq!(
        lines(&found),
        [
            "assignment 3 «Kart over kaier»",
            "assignment 4 «Register over moloer»",
            "meeting «Kontaktmøte om havner: 4. desember 2025»"
        ]
    );
    assert_eq!((found.assignments, found.meetings), (Vec::new(), Vec::new()));
}

#[test]
fn the_text_of_an_assignment_takes_it_away_itself() {
    let body = "## Endrede oppdrag\n\n| Nr. | Oppdrag | Gammel frist | Ny frist |\n|---|---|---|---|\n| 2025-02 | Kart over \
                kaier | 1. juni 2025 | 1. mars 2026 |\n| 2025-03 | Register over moloer | 1. juni 2025 | Utgår |\n\n\
                ### Oppdrag 2025-04 Felles ordbok\n\nOppdraget utgår.\n\n### Oppdrag 2025-05 Nytt havnekart\n\nFondet skal \
                lage et kart. Frist: 1. oktober 2025\n\n| Nr. | Oppdrag | Frist |\n|---|---|---|\n| 2025-06 | Flere fyr | \
                Utgår |\n| 2025-07 | Flere lykter | Erstattes av oppdrag 2025-05 |\n";
    let found = plan("Supplerende tildelingsbrev nr. 1 for", body, Format::Markdown);
    assert_eq!(
        lines(&found),
        [
            "deadline under 2025-03 «Register over moloer» all",
            "assignment 2025-04 «Felles ordbok»",
            "assignment 2025-06 «Flere fyr»",
            "assignment 2025-07 «Flere lykter» by 2025-05"
        ]
    );
    let numbers: Vec<_> = found.assignments.iter().filter_map(|one| one.number.as_deref()).collect();
    assert_eq!(numbers, ["2025-02", "2025-05"]);
}

#[test]
fn much_else_ends_without_taking_a_part_away() {
    for sentence in [
        "Fondet skal øve på bortfall av strøm i oppdrag 4.",
        "Tilskuddsordningen avvikles, og midlene faller bort.",
        "Midlene til oppdrag 4 faller bort.",
        "Oppdrag 4 utgår ikke.",
        "Oppdrag 4 er ikkje avlyst.",
        "Oppdrag 4 kan trekkes tilbake når som helst.",
        "Dersom oppdrag 4 utgår, skal fondet melde fra.",
        "Departementet foreslår at oppdrag 4 utgår.",
        "Fristen for oppdrag 5 går ut 1. juni 2025.",
        "Fristen for oppdrag 5 utgår og erstattes av 1. november 2025.",
        "Oppdrag 4 går ut på å lage et kart.",
        "Oppdrag 4 utgår fra regjeringens plan.",
        "Oppdrag 4 skal ferdigstilles selv om kravet bortfaller.",
        "Første setning i oppdrag 4 strykes.",
        "Tabellen i tildelingsbrevet punkt 9.4 erstattes av denne.",
        "SP 3 erstattes av følgende tekst.",
        "Statistikkvedlegget utgår som en enkeltstående leveranse.",
        "Fondet skal avlyse flere rapporter.",
        "Skal oppdrag 4 utgå?",
        "SP 3: Andel besøkende som kjenner faregraden før de går ut",
        "Mål 3: Færre elever faller bort",
        "Oppdrag 4 Tiltak for elever som faller bort.",
        "Oppdrag 4: Hindre at unge faller bort.",
        "Oppdrag 4 tek ut dei enklaste gevinstane.",
    ] {
        let found = supplement(&format!("1 Endringer\n\n{sentence}\n"));
        assert_eq!(lines(&found), [""; 0], "{sentence}");
    }
}

#[test]
fn words_over_other_lists_take_nothing_away() {
    let found = plan(
        "Supplerende tildelingsbrev nr. 1 for",
        "## Oppdrag som ikke utgår\n\n- Oppdrag 3 Kart over kaier. Frist: 1. juni 2025\n\n## Oppdrag for unge som faller bort\n\n- \
         Oppdrag 4 Register. Frist: 1. juni 2025\n",
        Format::Markdown,
    );
    assert_eq!(lines(&found), [""; 0]);
    assert_eq!(found.assignments.len(), 2);
    assert!(found.repeals.iter().all(|one| one.kind != RepealKind::Other));
}
