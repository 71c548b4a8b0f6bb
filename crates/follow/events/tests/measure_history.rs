//! Whatever is asked of series, in whatever order: what was said stays.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]

mod common;
mod series;

use series::{card, id, period, ready, share, target};
use std::collections::BTreeMap;
use styrbord_calendar::{Date, Frequency};
use styrbord_events::measure::{
    Aim, Card, Carried, Command as Measure, Decimal, EntryTexts, Event, Finality, Level, Measurement, Period,
    Reading, State, Target, TargetBy, Unit, lineage, readiness,
};
use styrbord_events::sharing::object_view;
use styrbord_events::{Basis, Command, Hash, ObjectId, TextRef};

/// Numbers that look like chance and are the same for a seed.
struct Draw(u64);

impl Draw {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }

    fn text(&mut self, stem: &str) -> String {
        format!("{stem} {}", self.below(3))
    }
}

/// Returns a command that may or may not be allowed.
fn command(draw: &mut Draw) -> Measure {
    let series = id(&format!("series-{}", 1 + draw.below(3)));
    let year = (2022 + draw.below(4)).to_string();
    let period = period(&year);
    let by = TargetBy::Letter(id(&format!("letter-{}", 1 + draw.below(2))));
    let target = target(&year, &draw.below(100).to_string(), by);
    let reading = match draw.below(4) {
        0 => Reading::Suppressed,
        1 => Reading::Grade(0),
        _ => Reading::share(draw.below(20), 10 + draw.below(10), 1).unwrap(),
    };
    let finality = if draw.below(2) == 0 { Finality::Preliminary } else { Finality::Final };
    let measurement = Box::new(Measurement { reading, ..share(&year, 1, 2, 1, finality) });
    let some = |draw: &mut Draw, stem| (draw.below(2) == 0).then(|| draw.text(stem));
    match draw.below(13) {
        0 => {
            let card = Card { definition: draw.text("Definisjon"), ..card() };
            let follows = (draw.below(2) == 0).then_some(series);
            Measure::DefineSeries { under: Some(id("parameter-1")), follows, card: Box::new(card) }
        }
        1 => {
            let card = Card { definition: draw.text("Definisjon"), ..card() };
            let same_definition = some(draw, "Samme");
            Measure::ReviseCard { series, card: Box::new(card), same_definition }
        }
        2 => Measure::MarkBreak { series, from: period.from(), why: draw.text("Brudd") },
        3 if draw.below(8) == 0 => Measure::CloseSeries { series },
        3 | 4 => Measure::SetTarget { series, target },
        5 => Measure::ReviseTarget { series, target },
        6 => Measure::DropTarget { series, period },
        7 => Measure::RecordMeasurement { series, measurement },
        8 => Measure::ReviseMeasurement { series, measurement },
        9 => Measure::WithdrawMeasurement { series, period },
        10 => Measure::WriteEntry {
            object: series,
            period,
            data: some(draw, "Data"),
            analysis: some(draw, "Analyse"),
            assessment: some(draw, "Vurdering"),
        },
        11 => Measure::CompleteEntry { object: series, period },
        _ => Measure::ReopenEntry { object: series, period },
    }
}

/// Tells whether every list of the first is the beginning of that of the second.
fn grows<K: Ord, T: PartialEq>(before: &BTreeMap<K, Vec<T>>, after: &BTreeMap<K, Vec<T>>) -> bool {
    before.iter().all(|(key, list)| after.get(key).is_some_and(|longer| longer.starts_with(list)))
}

fn assert_grows(before: &State, after: &State) {
    for (id, old) in &before.series {
        let new = &after.series[id];
        assert!(new.cards.starts_with(&old.cards) && new.breaks.starts_with(&old.breaks));
        assert!(grows(&old.points, &new.points) && grows(&old.targets, &new.targets));
        assert!(old.closed.is_none() || new.closed == old.closed);
        assert_eq!((old.under, old.follows), (new.under, new.follows));
    }
    for (object, entries) in &before.entries {
        for (period, old) in entries {
            let new = &after.entries[object][period];
            assert!(new.versions.starts_with(&old.versions) && new.completions.starts_with(&old.completions));
        }
    }
}

fn assert_holds(state: &State) {
    for series in state.series.values() {
        assert!(series.current_points().all(|point| point.reading.fits(&series.card.unit)));
        for pair in series.cards.windows(2) {
            let (old, new) = (&pair[0].value, &pair[1].value);
            assert!(old.card.reads_alike(&new.card) || new.same_definition.is_some());
        }
    }
    for entry in state.entries.values().flat_map(BTreeMap::values).filter(|entry| entry.is_complete()) {
        let texts = entry.texts();
        assert!(texts.data.is_some() && texts.analysis.is_some() && texts.assessment.is_some());
    }
}

#[test]
fn histories_only_grow() {
    let (mut done, mut refused) = (0, BTreeMap::<&str, u32>::new());
    for seed in 1..=10 {
        let (mut desk, mut draw) = (ready(), Draw(seed));
        for _ in 0..120 {
            let before = desk.year().measure.clone();
            let command = Command::Measure(command(&mut draw));
            let outcome = if draw.below(4) == 0 {
                desk.desk.run(desk.stream, &command)
            } else {
                desk.desk.run_because(desk.stream, "Derfor", &command)
            };
            match outcome {
                Ok(()) => done += 1,
                Err(refusal) => {
                    *refused.entry(refusal.code).or_default() += 1;
                    assert_eq!(before, desk.year().measure, "a refused command changes nothing");
                }
            }
            assert_grows(&before, &desk.year().measure);
            assert_holds(&desk.year().measure);
        }
        desk.desk.assert_replays();
    }
    // The draw reaches what is allowed and most of what is not; else it would try too little.
    assert!(done > 200 && refused.len() > 12, "{done} done, refused: {refused:?}");
}

/// Events that no command gives: unknown series, extreme days and numbers, shares that do not add up.
fn wild(series: ObjectId, card: &Card) -> Vec<Event> {
    let text = TextRef(Hash::ZERO);
    let forever = Period::new(Date::MIN, Date::MAX).unwrap();
    let (most, least) = (Decimal::parse("4000000000000").unwrap(), Decimal::parse("-0.000001").unwrap());
    let reading = Reading::Share { numerator: u64::MAX, denominator: 0, percent: most };
    let measurement = Box::new(Measurement {
        period: forever,
        counted: Date::MAX,
        reading,
        source: String::new(),
        finality: Finality::Final,
        evidence: Some(text),
    });
    let by = TargetBy::EarlierYear(i16::MIN);
    let target = Target { period: forever, level: Level::Number(least), aim: Aim::Exactly, by };
    let extreme = |first| Card {
        first,
        lag_days: u16::MAX,
        frequency: Some(Frequency::Weekly),
        unit: Unit::Grade(Vec::new()),
        ..card.clone()
    };
    let from = Carried { year: i16::MAX, series };
    vec![
        Event::SeriesDefined {
            series,
            under: Some(series),
            follows: Some(series),
            card: Box::new(card.clone()),
        },
        Event::SeriesCarried { series, under: None, from, card: Box::new(extreme(Date::MIN)) },
        Event::CardRevised { series, card: Box::new(extreme(Date::MAX)), same_definition: None },
        Event::BreakMarked { series, from: Date::MIN, why: text },
        Event::TargetRevised { series, target, supersedes: u64::MAX },
        Event::TargetSet { series, target: Target { level: Level::Grade(u8::MAX), ..target } },
        Event::TargetDropped { series, period: forever },
        Event::TargetSet { series, target },
        Event::MeasurementWithdrawn { series, period: forever },
        Event::MeasurementRevised { series, measurement: measurement.clone(), supersedes: 0 },
        Event::MeasurementRecorded { series, measurement },
        Event::EntryCompleted { object: series, period: forever },
        Event::EntryWritten { object: series, period: forever, texts: EntryTexts::default() },
        Event::EntryReopened { object: series, period: forever },
        Event::SeriesClosed { series },
    ]
}

#[test]
fn any_event_is_taken_in_and_every_question_is_answered() {
    for object in ["series-1", "series-4294967295", "parameter-1", "meeting-7"] {
        let mut desk = ready();
        let card = desk.year().measure.series[&id("series-1")].card.clone();
        for event in wild(id(object), &card) {
            let event = styrbord_events::Event::Measure(event);
            let payload = event.encode().unwrap();
            assert_eq!(styrbord_events::Event::decode(&event.kind(), 1, &payload).as_ref(), Ok(&event));
            let record = desk.desk.records.last().unwrap().clone();
            desk.desk.book.take(&record, &event);
            for series in desk.year().measure.series.values() {
                let _ = (series.standing(), series.as_of(Date::MAX, Basis::Known));
            }
            for day in [Date::MIN, Date::MAX] {
                let _ = readiness(&desk.desk.book, desk.stream, day);
            }
            let found = lineage(&desk.desk.book, desk.stream, id(object));
            assert!(found.len() <= 1);
            assert!(object_view(desk.year(), id(object)).starts_with('{'));
        }
    }
}
