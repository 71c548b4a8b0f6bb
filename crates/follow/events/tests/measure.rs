//! Steering parameters: definitions, targets, figures and what is reported on them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]

mod common;
mod series;

use common::day;
use series::{Desk, MEASURED, card, figure, graded, id, number, period, ready, run, share, target};
use styrbord_events::measure::{
    Aim, Card, Command as Measure, Decimal, Difference, DifferenceUnit, Finality, Gap, Level, Measurement,
    Reading, Target, TargetBy, Unit, lineage, readiness,
};
use styrbord_events::{Basis, Book, Command, OrganisationId, PersonId, Stream, letters};

#[test]
fn two_definitions_are_two_series() {
    let mut desk = ready();
    let revised = |definition: &str, said: Option<&str>| Measure::ReviseCard {
        series: id("series-1"),
        card: Box::new(Card { definition: definition.to_owned(), ..card() }),
        same_definition: said.map(str::to_owned),
    };
    let other = "Andel i arbeid eller utdanning året etter";
    assert_eq!(desk.refused(&revised(other, None)), "definition-changed");
    assert_eq!(desk.refused(&revised(other, Some(" "))), "definition-changed");
    assert_eq!(desk.refused(&revised(MEASURED, None)), "same-as-before");
    let follows = |series: Option<&str>, definition: &str| Measure::DefineSeries {
        under: Some(id("parameter-1")),
        follows: series.map(id),
        card: Box::new(Card { definition: definition.to_owned(), ..card() }),
    };
    assert_eq!(desk.refused(&follows(Some("series-1"), MEASURED)), "series-exists");
    assert_eq!(desk.refused(&follows(None, MEASURED)), "series-exists");
    run(&mut desk, follows(Some("series-1"), other));
    assert_eq!(desk.refused(&follows(Some("series-1"), "Noe tredje")), "followed-already");
    let state = &desk.year().measure;
    assert_eq!(state.series[&id("series-1")].followed_by, Some(id("series-2")));
    assert_eq!(state.series[&id("series-2")].follows, Some(id("series-1")));
    assert_eq!(state.series[&id("series-1")].card.definition, MEASURED);
    desk.desk.assert_replays();
}

#[test]
fn corrected_words_are_a_version_of_the_card_with_a_reason() {
    let mut desk = ready();
    let corrected = format!("{MEASURED} (rettet skrivefeil)");
    run(
        &mut desk,
        Measure::ReviseCard {
            series: id("series-1"),
            card: Box::new(Card { definition: corrected.clone(), ..card() }),
            same_definition: Some("Bare en skrivefeil".to_owned()),
        },
    );
    let series = &desk.year().measure.series[&id("series-1")];
    assert_eq!((series.card.definition.as_str(), series.cards.len()), (corrected.as_str(), 2));
    let reason = series.cards[1].value.same_definition.unwrap();
    assert_eq!(desk.desk.text(reason), Some("Bare en skrivefeil"));
    let unit = Measure::ReviseCard {
        series: id("series-1"),
        card: Box::new(Card { unit: Unit::Kroner, share: None, ..card() }),
        same_definition: Some("Samme".to_owned()),
    };
    assert_eq!(desk.refused(&unit), "unit-changed");
    let owner = Measure::ReviseCard {
        series: id("series-1"),
        card: Box::new(Card { owner: Some(PersonId(9)), ..card() }),
        same_definition: None,
    };
    assert_eq!(desk.refused(&owner), "unknown-person");
}

#[test]
fn a_figure_is_never_overwritten() {
    let mut desk = ready();
    let first = share("2024", 1_087, 2_200, 1, Finality::Preliminary);
    let last = share("2024", 1_105, 2_210, 1, Finality::Final);
    let record = |measurement| Measure::RecordMeasurement {
        series: id("series-1"),
        measurement: Box::new(measurement),
    };
    let revise = |measurement| Measure::ReviseMeasurement {
        series: id("series-1"),
        measurement: Box::new(measurement),
    };
    assert_eq!(desk.refused(&revise(first.clone())), "not-measured");
    run(&mut desk, record(first.clone()));
    assert_eq!(desk.refused(&record(last.clone())), "measured-already");
    assert_eq!(desk.refused(&revise(last.clone())), "reason-missing");
    assert_eq!(desk.refused_because("Igjen", &revise(first.clone())), "same-as-before");
    desk.because("Endelige tall", revise(last));
    let withdraw = Measure::WithdrawMeasurement { series: id("series-1"), period: period("2024") };
    assert_eq!(desk.refused(&withdraw), "reason-missing");
    let versions = |desk: &Desk| desk.year().measure.series[&id("series-1")].points[&period("2024")].clone();
    assert_eq!(versions(&desk)[0].value.as_ref().unwrap().reading, first.reading);
    let revision = desk.desk.records.last().unwrap();
    assert!(revision.payload.contains(&format!("\"supersedes\":{}", versions(&desk)[0].stamp.seq)));
    desk.because("Feil register", withdraw.clone());
    assert_eq!(desk.refused_because("Igjen", &withdraw), "not-measured");
    assert_eq!(versions(&desk).len(), 3);
    assert!(desk.year().measure.series[&id("series-1")].latest().is_none());
    run(&mut desk, record(first));
    assert_eq!(versions(&desk).len(), 4);
    desk.desk.assert_replays();
}

#[test]
fn what_cannot_be_a_figure_is_refused() {
    let mut desk = ready();
    let good = share("2024", 1, 2, 1, Finality::Final);
    let reading = |reading| Measurement { reading, ..good.clone() };
    let percent = Decimal::parse("50.1").unwrap();
    let cases = [
        (reading(Reading::Share { numerator: 1, denominator: 2, percent }), "share-disagrees"),
        (reading(Reading::Share { numerator: 3, denominator: 2, percent }), "no-share"),
        (reading(Reading::Share { numerator: 0, denominator: 0, percent }), "no-share"),
        (reading(Reading::Grade(1)), "does-not-fit-the-unit"),
        (Measurement { counted: day("2025-02-01"), ..good.clone() }, "counted-later"),
        (Measurement { period: period("2025"), ..good.clone() }, "period-not-over"),
        (Measurement { period: period("1800"), ..good.clone() }, "day-out-of-range"),
        (Measurement { source: String::new(), ..good.clone() }, "text-missing"),
        (Measurement { evidence: Some("x".repeat(20_001)), ..good.clone() }, "text-too-long"),
    ];
    for (measurement, code) in cases {
        let shown = format!("{measurement:?}");
        let record =
            Measure::RecordMeasurement { series: id("series-1"), measurement: Box::new(measurement) };
        assert_eq!(desk.refused(&record), code, "{}", &shown[..shown.len().min(200)]);
    }
    let unknown = Measure::RecordMeasurement { series: id("series-9"), measurement: Box::new(good.clone()) };
    assert_eq!(desk.refused(&unknown), "no-such-object");
    desk.because("Måles ikke mer", Measure::CloseSeries { series: id("series-1") });
    let closed = Measure::RecordMeasurement { series: id("series-1"), measurement: Box::new(good) };
    assert_eq!(desk.refused(&closed), "series-closed");
}

#[test]
fn a_card_says_all_that_it_must() {
    let mut desk = ready();
    let card = || Card { definition: "En annen".to_owned(), ..card() };
    let grades = |grades: &[&str]| Unit::Grade(grades.iter().map(|grade| (*grade).to_owned()).collect());
    let cases: [(Card<String>, &str); 8] = [
        (Card { definition: String::new(), ..card() }, "text-missing"),
        (Card { population: " ".to_owned(), ..card() }, "text-missing"),
        (Card { source: "x".repeat(501), ..card() }, "text-too-long"),
        (Card { unit: Unit::Kroner, ..card() }, "share-of-no-percent"),
        (Card { unit: grades(&["svak"]), share: None, ..card() }, "no-scale"),
        (Card { unit: grades(&["svak", "svak"]), share: None, ..card() }, "no-scale"),
        (Card { unit: grades(&["svak", "god"]), share: None, ..card() }, "does-not-fit-the-unit"),
        (Card { lag_days: 4000, ..card() }, "lag-too-long"),
    ];
    for (card, code) in cases {
        let define = Measure::DefineSeries { under: None, follows: None, card: Box::new(card) };
        assert_eq!(desk.refused(&define), code, "{define:?}");
    }
    for (under, code) in [("parameter-9", "no-such-object"), ("letter-1", "no-such-object")] {
        let define = Measure::DefineSeries { under: Some(id(under)), follows: None, card: Box::new(card()) };
        assert_eq!(desk.refused(&define), code, "{under}");
    }
}

#[test]
fn a_target_keeps_what_it_was_and_who_set_it() {
    let mut desk = ready();
    let letter = TargetBy::Letter(id("letter-1"));
    let set =
        |level: &str, by| Measure::SetTarget { series: id("series-1"), target: target("2024", level, by) };
    let revise =
        |level: &str, by| Measure::ReviseTarget { series: id("series-1"), target: target("2024", level, by) };
    assert_eq!(desk.refused(&revise("60", letter)), "no-target");
    assert_eq!(desk.refused(&set("60", TargetBy::Letter(id("letter-9")))), "no-such-object");
    assert_eq!(desk.refused(&set("60", TargetBy::Person(PersonId(9)))), "unknown-person");
    assert_eq!(desk.refused(&set("60", TargetBy::EarlierYear(2024))), "target-of-an-earlier-year");
    run(&mut desk, set("60", letter));
    assert_eq!(desk.refused(&set("65", letter)), "target-exists");
    assert_eq!(desk.refused(&revise("65", letter)), "reason-missing");
    assert_eq!(desk.refused_because("Igjen", &revise("60", letter)), "same-as-before");
    desk.because("Nytt nivå i dialogen", revise("65", TargetBy::Person(PersonId(1))));
    let history = &desk.year().measure.series[&id("series-1")].targets[&period("2024")];
    let levels: Vec<Level> = history.iter().map(|version| version.value.unwrap().level).collect();
    assert_eq!(levels, [number("60"), number("65")]);
    assert_eq!(history[1].value.unwrap().by, TargetBy::Person(PersonId(1)));
    assert_eq!(desk.desk.text(history[1].stamp.reason.unwrap()), Some("Nytt nivå i dialogen"));
    let drop = Measure::DropTarget { series: id("series-1"), period: period("2024") };
    desk.because("Faller bort", drop.clone());
    assert_eq!(desk.refused_because("Igjen", &drop), "no-target");
    desk.desk.assert_replays();
}

#[test]
fn a_share_differs_from_its_target_in_percentage_points() {
    let mut desk = ready();
    let by = TargetBy::Letter(id("letter-1"));
    run(&mut desk, Measure::SetTarget { series: id("series-1"), target: target("2024", "60", by) });
    // The published figure of 2016: 1 087 to work and 961 to education, of 4 469.
    let measured = share("2024", 1_087 + 961, 4_469, 1, Finality::Final);
    run(&mut desk, Measure::RecordMeasurement { series: id("series-1"), measurement: Box::new(measured) });
    let standing = desk.year().measure.series[&id("series-1")].standing().unwrap();
    let points = |amount: &str| {
        let amount = Decimal::parse(amount).unwrap();
        Some(Difference { amount, unit: DifferenceUnit::PercentagePoints })
    };
    assert_eq!(standing.reading.level(), Some(number("45.8")));
    assert_eq!((standing.to_target, standing.met), (points("-14.2"), Some(false)));
    assert_eq!((standing.from_baseline, standing.broken), (points("-4.2"), false));
    let mark = Measure::MarkBreak {
        series: id("series-1"),
        from: day("2024-01-01"),
        why: "Nytt register".to_owned(),
    };
    run(&mut desk, mark.clone());
    assert_eq!(desk.refused(&mark), "same-as-before");
    let standing = desk.year().measure.series[&id("series-1")].standing().unwrap();
    assert_eq!((standing.from_baseline, standing.broken), (None, true));
    assert_eq!(standing.to_target, points("-14.2"));
}

#[test]
fn a_target_is_met_on_its_own_side() {
    for (aim, level, met) in [
        (Aim::AtLeast, "45.80", true),
        (Aim::AtLeast, "45.9", false),
        (Aim::AtMost, "45.8", true),
        (Aim::AtMost, "45.7", false),
        (Aim::Exactly, "45.800", true),
        (Aim::Exactly, "46", false),
    ] {
        let mut desk = ready();
        let by = TargetBy::Letter(id("letter-1"));
        let target = Target { aim, ..target("2024", level, by) };
        run(&mut desk, Measure::SetTarget { series: id("series-1"), target });
        run(&mut desk, figure("2024", "45.8"));
        let standing = desk.year().measure.series[&id("series-1")].standing().unwrap();
        assert_eq!(standing.met, Some(met), "{aim:?} {level}");
    }
}

#[test]
fn what_the_source_suppresses_is_no_number() {
    let mut desk = ready();
    let by = TargetBy::Letter(id("letter-1"));
    run(&mut desk, Measure::SetTarget { series: id("series-1"), target: target("2024", "60", by) });
    let reading = Reading::Suppressed;
    let measurement = Box::new(Measurement { reading, ..share("2024", 1, 2, 0, Finality::Final) });
    run(&mut desk, Measure::RecordMeasurement { series: id("series-1"), measurement });
    let standing = desk.year().measure.series[&id("series-1")].standing().unwrap();
    assert_eq!((standing.reading, standing.to_target, standing.met), (Reading::Suppressed, None, None));
}

#[test]
fn a_quality_is_a_grade_on_a_declared_scale_with_evidence() {
    let mut desk = ready();
    let scale = ["svak", "tilfredsstillende", "god"].map(str::to_owned).to_vec();
    let graded_card = Card {
        definition: "Kvaliteten på veiledningen".to_owned(),
        unit: Unit::Grade(scale),
        share: None,
        baseline: None,
        ..card()
    };
    run(&mut desk, Measure::DefineSeries { under: None, follows: None, card: Box::new(graded_card) });
    let level = Level::Grade(2);
    let by = TargetBy::Letter(id("letter-1"));
    let target = Target { level, ..target("2024", "0", by) };
    run(&mut desk, Measure::SetTarget { series: id("series-2"), target });
    assert_eq!(desk.refused(&graded(1, None)), "evidence-missing");
    assert_eq!(desk.refused(&graded(3, Some("Evalueringen"))), "does-not-fit-the-unit");
    run(&mut desk, graded(1, Some("Evalueringen")));
    let standing = desk.year().measure.series[&id("series-2")].standing().unwrap();
    let amount = Decimal::parse("-1").unwrap();
    assert_eq!(standing.to_target, Some(Difference { amount, unit: DifferenceUnit::Steps }));
}

#[test]
fn an_entry_is_complete_with_data_analysis_and_assessment() {
    let mut desk = ready();
    let write = |data: Option<&str>, analysis: Option<&str>, assessment: Option<&str>| Measure::WriteEntry {
        object: id("series-1"),
        period: period("2024"),
        data: data.map(str::to_owned),
        analysis: analysis.map(str::to_owned),
        assessment: assessment.map(str::to_owned),
    };
    let complete = Measure::CompleteEntry { object: id("series-1"), period: period("2024") };
    let reopen = Measure::ReopenEntry { object: id("series-1"), period: period("2024") };
    assert_eq!(desk.refused(&complete), "text-missing");
    run(&mut desk, write(Some("45,8 prosent"), None, None));
    run(&mut desk, write(None, Some("Færre fant arbeid"), Some(" ")));
    assert_eq!(desk.refused(&complete), "text-missing");
    assert_eq!(desk.refused(&write(None, None, None)), "nothing-written");
    run(&mut desk, write(None, None, Some("Målet nås ikke")));
    run(&mut desk, complete.clone());
    assert_eq!(desk.refused(&complete), "same-as-before");
    assert_eq!(desk.refused(&write(Some("46"), None, None)), "entry-complete");
    assert_eq!(desk.refused(&reopen), "reason-missing");
    desk.because("Tallet er rettet", reopen);
    run(&mut desk, write(Some("46,0 prosent"), None, None));
    let entry = desk.year().measure.entry(id("series-1"), period("2024")).unwrap();
    assert!(!entry.is_complete());
    assert_eq!((entry.versions.len(), entry.completions.len()), (4, 2));
    assert_eq!(desk.desk.text(entry.texts().analysis.unwrap()), Some("Færre fant arbeid"));
    desk.desk.assert_replays();
}

#[test]
fn a_series_as_of_a_day_is_what_the_records_until_then_give() {
    let mut desk = ready();
    let (stream, by) = (desk.stream, TargetBy::Letter(id("letter-1")));
    let on = |desk: &mut Desk, on: &str, command: Measure| {
        desk.desk.run_on(stream, on, &Command::Measure(command)).unwrap();
    };
    on(&mut desk, "2025-02-01", figure("2023", "41"));
    on(
        &mut desk,
        "2025-03-01",
        Measure::SetTarget { series: id("series-1"), target: target("2024", "60", by) },
    );
    on(&mut desk, "2025-04-01", figure("2024", "45.8"));
    let series = &desk.year().measure.series[&id("series-1")];
    for asked in ["2025-01-10", "2025-02-01", "2025-03-15", "2025-04-01"] {
        for basis in [Basis::Known, Basis::InForce] {
            let book = Book::as_of(&desk.desk.records, day(asked), basis).unwrap();
            let folded = &book.years[&stream].measure.series[&id("series-1")];
            assert_eq!(series.as_of(day(asked), basis).as_ref(), Some(folded), "{asked}");
        }
    }
    assert!(series.as_of(day("2025-01-09"), Basis::Known).is_none());
    assert_eq!(
        series.as_of(day("2025-03-15"), Basis::Known).unwrap().latest().unwrap().period,
        period("2023")
    );
}

#[test]
fn what_is_due_without_a_figure_is_told_in_time() {
    let mut desk = ready();
    let gaps = |desk: &Desk, on: &str| -> Vec<String> {
        let missing = readiness(&desk.desk.book, desk.stream, day(on));
        missing.iter().map(|missing| format!("{} {:?}", missing.object, missing.gap)).collect()
    };
    let due = |year: &str, due: &str| {
        let gap = Gap::NoFigure { period: period(year), due: day(due) };
        format!("series-1 {gap:?}")
    };
    let always = ["parameter-2 NoSeries", "series-1 NoOwner", "series-1 NoTarget"].map(str::to_owned);
    assert_eq!(gaps(&desk, "2024-03-29"), always);
    let late = |last: &[String]| [&always, last].concat();
    assert_eq!(gaps(&desk, "2024-03-30"), late(&[due("2023", "2024-03-30")]));
    assert_eq!(gaps(&desk, "2025-12-31"), late(&[due("2023", "2024-03-30"), due("2024", "2025-03-31")]));
    run(&mut desk, figure("2023", "41"));
    let unwritten = format!("series-1 {:?}", Gap::NoEntry { period: period("2023") });
    assert_eq!(gaps(&desk, "2025-12-31"), late(&[due("2024", "2025-03-31"), unwritten]));
}

#[test]
fn a_series_goes_on_in_the_next_year() {
    let mut desk = ready();
    let by = TargetBy::Letter(id("letter-1"));
    run(&mut desk, figure("2023", "41"));
    let mark = Measure::MarkBreak {
        series: id("series-1"),
        from: day("2022-01-01"),
        why: "Nytt register".to_owned(),
    };
    run(&mut desk, mark);
    for (year, level) in [("2024", "60"), ("2027", "70")] {
        run(&mut desk, Measure::SetTarget { series: id("series-1"), target: target(year, level, by) });
    }
    let next = Stream::Year(OrganisationId(1), 2026);
    desk.desk.run(next, &Command::Letters(letters::Command::OpenNext)).unwrap();
    let year = &desk.desk.book.years[&next];
    let series = &year.measure.series[&id("series-1")];
    assert_eq!(series.card, desk.year().measure.series[&id("series-1")].card);
    assert_eq!(series.breaks.len(), 1);
    let targets: Vec<&Target> = series.current_targets().collect();
    assert_eq!(targets.len(), 1);
    assert_eq!((targets[0].period, targets[0].by), (period("2027"), TargetBy::EarlierYear(2025)));
    let all = lineage(&desk.desk.book, next, id("series-1"));
    assert_eq!(all.iter().map(|(stream, ..)| *stream).collect::<Vec<_>>(), [next, desk.stream]);
    assert!(series.points.is_empty() && all[1].2.point(period("2023")).is_some());
    let due = readiness(&desk.desk.book, next, day("2025-03-31"));
    let due: Vec<_> = due.iter().filter(|missing| matches!(missing.gap, Gap::NoFigure { .. })).collect();
    assert_eq!(due.len(), 1, "the figure of 2023 stands in the year before: {due:?}");
    desk.desk.assert_replays();
}
