//! Reports, meetings, common directions and attachments in the forms that letters print them.

use styrbord_plan::Plan;
use styrbord_source::{Format, Source};

fn plan(body: &str) -> Plan {
    let letter = format!("Kystvernet\n\nTildelingsbrev 2025 til Kystvernet\n\nHavdepartementet\n\n{body}");
    let source = Source::new(letter, Format::Text);
    styrbord_lower::lower(&source, &styrbord_syntax::parse(&source))
}

type Row = (String, Option<String>, Option<String>);

fn reports(plan: &Plan) -> Vec<Row> {
    let text = |date: Option<styrbord_calendar::Date>| date.map(|date| date.to_string());
    plan.reports
        .iter()
        .map(|report| (report.title.clone(), text(report.count_date), text(report.due)))
        .collect()
}

fn report(title: &str, count: Option<&str>, due: Option<&str>) -> Row {
    (title.to_owned(), count.map(str::to_owned), due.map(str::to_owned))
}

type Meeting<'a> = (&'a str, Option<u32>, Option<&'a str>, Option<String>);

fn meetings(plan: &Plan) -> Vec<Meeting<'_>> {
    plan.meetings
        .iter()
        .map(|meeting| {
            let date = meeting.date.map(|date| date.to_string());
            (meeting.title.as_str(), meeting.count, meeting.when.as_deref(), date)
        })
        .collect()
}

#[test]
fn a_report_that_is_sent_by_a_day_has_it_as_deadline() {
    let plan = plan(
        "5. Rapportering\n\nÅrsmelding med rekneskap for 2025 sendast departementet innan 1. mars 2026. Kystvernet skal\n\
         utarbeide månedlige utgiftsprognoser som sendes departementet. Det holdes tre dialogmøter i året, i\n\
         mars, juni og oktober.\n",
    );
    assert_eq!(
        reports(&plan),
        [
            report("Årsmelding med rekneskap for 2025", None, Some("2026-03-01")),
            report("månedlige utgiftsprognoser", None, None)
        ]
    );
    assert_eq!(meetings(&plan), [("dialogmøter", Some(3), Some("i mars, juni og oktober"), None)]);
}

#[test]
fn days_in_brackets_are_counted_at_and_those_behind_are_due() {
    let plan = plan(
        "5 Rapportering\nKystvernet skal rapportere kvartalsvis (31. mars, 30. juni) med frist 15. april og\n15. juli 2025.\n",
    );
    let found = reports(&plan);
    assert!(
        found.contains(&report("rapportere kvartalsvis", Some("2025-03-31"), Some("2025-04-15"))),
        "{found:?}"
    );
    assert!(
        found.contains(&report("rapportere kvartalsvis", Some("2025-06-30"), Some("2025-07-15"))),
        "{found:?}"
    );
}

#[test]
fn a_short_line_opens_a_list_of_meetings() {
    let plan = plan(
        "Kontaktmøter:\n– 3. februar 2025: oppstartsmøte\n– 9. mai 2025: kontaktmøte 1\n\n\
         Rapportering:\n– Rekneskap per 31. august 2025: 20. september 2025\n",
    );
    assert_eq!(
        meetings(&plan),
        [
            ("oppstartsmøte", None, None, Some("2025-02-03".to_owned())),
            ("kontaktmøte 1", None, None, Some("2025-05-09".to_owned()))
        ]
    );
    assert_eq!(
        reports(&plan),
        [report("Rekneskap per 31. august 2025", Some("2025-08-31"), Some("2025-09-20"))]
    );
}

#[test]
fn days_behind_a_kind_of_meeting_are_its_when() {
    let plan = plan(
        "6 Styringsdialog\nKystvernet skal melde avvik av stor samfunns-\nmessig verdi. Departementet kaller inn til to styringsmøter: 4. mars\n\
         og 5. oktober 2025.\nDet vil bli avholdt ett fagmøte i 2025. Møtet holdes 3. juni 2025.\n",
    );
    assert_eq!(
        meetings(&plan),
        [
            ("styringsmøter", Some(2), Some("4. mars og 5. oktober 2025"), None),
            ("fagmøte", Some(1), Some("3. juni 2025"), Some("2025-06-03".to_owned()))
        ]
    );
}

#[test]
fn the_greeting_closes_the_common_directions() {
    let plan = plan(
        "7. FELLESFØRINGAR\n\n7.1 Ta imot lærlingar\n7.2 Spare straum\n\nMed helsing\n\nKari Nes\navdelingsdirektør\n",
    );
    let titles: Vec<_> = plan.common_directions.iter().map(|found| found.title.as_str()).collect();
    assert_eq!(titles, ["Ta imot lærlingar", "Spare straum"]);
}

#[test]
fn directions_may_run_into_their_text_and_attachments_be_counted() {
    let plan = plan(
        "7 Fellesføringer\nTa imot lærlinger: Kystvernet skal ha to lærlinger.\nSpare strøm: Kystvernet skal bruke mindre.\n\n\
         Vedlegg: 2\n1  Instruks\n2  Mal for rapport\n",
    );
    let titles: Vec<_> = plan.common_directions.iter().map(|found| found.title.as_str()).collect();
    assert_eq!(titles, ["Ta imot lærlinger", "Spare strøm"]);
    let attachments: Vec<_> =
        plan.attachments.iter().map(|found| (found.number, found.title.as_str())).collect();
    assert_eq!(attachments, [(Some(1), "Instruks"), (Some(2), "Mal for rapport")]);
}

#[test]
fn a_heading_may_say_that_it_is_a_common_direction() {
    let plan = plan(
        "4 Andre krav\n4.1 Samarbeid med kommunene (fellesføring)\nKystvernet skal i årsrapporten omtale arbeidet sitt med dei kommunane som har hamner.\n\n4.2 Eigedom\nVerksemda leiger hus.\n",
    );
    let titles: Vec<_> = plan.common_directions.iter().map(|found| found.title.as_str()).collect();
    assert_eq!(titles, ["Samarbeid med kommunene (fellesføring)"]);
}

#[test]
fn a_part_whose_colon_stands_on_the_next_line_is_read() {
    let plan = plan("3 Oppdrag\n\n2025-01 Kart over leier\n01.06.2025\nØ\n:Mål 1: Trygge leder\n");
    assert_eq!(plan.assignments.len(), 1);
}

#[test]
fn a_meeting_is_held_in_any_month() {
    for month in ["juni", "juli", "august"] {
        let plan = plan(&format!("6. Møter\n\nDet holdes ett kontaktmøte i {month}.\n"));
        let when = format!("i {month}");
        assert_eq!(
            plan.meetings.iter().map(|meeting| meeting.when.as_deref()).collect::<Vec<_>>(),
            [Some(when.as_str())]
        );
    }
}
