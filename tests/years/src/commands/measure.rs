//! Series, targets, measurements and report entries.

use crate::draw::Draw;
use styrbord_calendar::Date;
use styrbord_events::measure::{
    Aim, Better, Card, ChainStage, Command, Decimal, Finality, Level, Measurement, Period, Reading, Series,
    Target, TargetBy, Unit,
};
use styrbord_events::{ObjectId, ObjectKind};

const REGISTERS: &[&str] = &["Stiregisteret", "Varderegisteret"];
const WHAT: &[&str] = &["Andel merkede stier", "Antall varder", "Grad av merking"];

pub(super) fn draw(draw: &mut Draw<'_>) -> Command {
    let series = series(draw);
    let known = draw.year().and_then(|year| year.measure.series.get(&series));
    match draw.chance.below(32) {
        0..=5 => defined(draw),
        6 | 7 => revised(draw, series, known),
        8 => Command::MarkBreak { series, from: draw.day(), why: draw.text() },
        9 => Command::CloseSeries { series },
        10..=12 => Command::SetTarget { series, target: target(draw, known) },
        13 | 14 => {
            let target =
                Target { period: held(draw, known.map(|one| one.targets.keys())), ..target(draw, known) };
            Command::ReviseTarget { series, target }
        }
        15 => Command::DropTarget { series, period: held(draw, known.map(|one| one.targets.keys())) },
        16..=19 => Command::RecordMeasurement { series, measurement: Box::new(measurement(draw, known)) },
        20 | 21 => {
            let period = held(draw, known.map(|one| one.points.keys()));
            let measurement = Measurement { period, ..measurement(draw, known) };
            Command::ReviseMeasurement { series, measurement: Box::new(measurement) }
        }
        22 => Command::WithdrawMeasurement { series, period: held(draw, known.map(|one| one.points.keys())) },
        23..=27 => {
            let (data, analysis, assessment) = (draw.some_text(), draw.some_text(), draw.some_text());
            let (object, period) = entry(draw);
            Command::WriteEntry { object, period, data, analysis, assessment }
        }
        28..=30 => {
            let (object, period) = entry(draw);
            Command::CompleteEntry { object, period }
        }
        _ => {
            let (object, period) = entry(draw);
            Command::ReopenEntry { object, period }
        }
    }
}

/// Returns a series, more often one that has targets and figures.
fn series(draw: &mut Draw<'_>) -> ObjectId {
    let all = draw.year().map(|year| &year.measure.series).into_iter().flatten();
    let full = all.filter(|(_, one)| !one.points.is_empty() || !one.targets.is_empty());
    let full: Vec<ObjectId> = full.map(|(id, _)| *id).collect();
    match draw.chance.pick(&full) {
        Some(series) if draw.chance.percent(50) => series,
        _ => draw.object(&[ObjectKind::Series]),
    }
}

fn defined(draw: &mut Draw<'_>) -> Command {
    use ObjectKind::{Assignment, Direction, Goal, Parameter, Post, Requirement};
    let kinds = [Parameter, Parameter, Parameter, Requirement, Goal, Assignment, Direction, Post];
    let under = draw.chance.percent(80).then(|| draw.object(&kinds));
    let follows = draw.chance.percent(20).then(|| draw.object(&[ObjectKind::Series]));
    Command::DefineSeries { under, follows, card: Box::new(card(draw)) }
}

fn revised(draw: &mut Draw<'_>, series: ObjectId, known: Option<&Series>) -> Command {
    let card = match known {
        Some(known) if draw.chance.percent(80) => {
            let uncertainty = draw.some_text();
            Card {
                lag_days: draw.chance.below(90) as u16,
                ..known.card.clone().with_uncertainty(uncertainty)
            }
        }
        _ => card(draw),
    };
    Command::ReviseCard { series, card: Box::new(card), same_definition: draw.some_text() }
}

fn card(draw: &mut Draw<'_>) -> Card<String> {
    let grades = ["lav", "middels", "høy"].map(str::to_owned).to_vec();
    let unit = match draw.chance.below(8) {
        0..=2 => Unit::Number("stier".to_owned()),
        3 | 4 => Unit::Percent,
        5 => Unit::Kroner,
        6 => Unit::Grade(grades),
        _ => Unit::Grade(vec!["lav".to_owned(); draw.chance.below(3)]),
    };
    Card {
        name: draw.public(WHAT),
        definition: draw.public(WHAT),
        population: "Alle stier i fjellet".to_owned(),
        unit,
        share: None,
        stage: ChainStage::Output,
        better: Better::Higher,
        source: draw.chance.word(REGISTERS),
        frequency: draw.chance.percent(70).then(|| draw.frequency()),
        first: Date::nearest(draw.number(), 1, 1),
        lag_days: draw.chance.below(60) as u16,
        owner: draw.chance.percent(40).then(|| draw.person()),
        baseline: None,
        uncertainty: draw.some_text(),
    }
}

/// Returns a period of the year: few, so that they meet again.
fn period(draw: &mut Draw<'_>) -> Period {
    let year = draw.number();
    let first = Date::nearest(year, 1, 1);
    let month = draw.chance.below(3) as i32 * 4;
    let from = first.add_months(month);
    let tertial = Period::new(from, from.add_months(4).add_days(-1));
    tertial.filter(|_| draw.chance.percent(80)).unwrap_or(Period::year(year))
}

/// Returns a period that something is known of, mostly.
fn held<'p>(draw: &mut Draw<'_>, periods: Option<impl Iterator<Item = &'p Period>>) -> Period {
    let known: Vec<Period> = periods.into_iter().flatten().copied().collect();
    match draw.chance.pick(&known) {
        Some(known) if draw.chance.percent(90) => known,
        _ => period(draw),
    }
}

fn decimal(draw: &mut Draw<'_>) -> Decimal {
    let units = draw.chance.below(1000) as i64;
    Decimal::new(units, 1).unwrap_or(Decimal::parse("0").unwrap_or_else(|| unreachable!()))
}

fn target(draw: &mut Draw<'_>, known: Option<&Series>) -> Target {
    let graded = known.is_some_and(|known| matches!(known.card.unit, Unit::Grade(_)));
    let level = if graded && draw.chance.percent(90) {
        Level::Grade(draw.chance.below(3) as u8)
    } else {
        Level::Number(decimal(draw))
    };
    let by = match draw.chance.below(20) {
        0 => TargetBy::EarlierYear(2024),
        1..=9 => TargetBy::Person(draw.person()),
        _ => TargetBy::Letter(draw.object(&[ObjectKind::Letter])),
    };
    let aim = draw.chance.pick(&[Aim::AtLeast, Aim::AtMost, Aim::Exactly]).unwrap_or(Aim::AtLeast);
    Target { period: period(draw), level, aim, by }
}

fn measurement(draw: &mut Draw<'_>, known: Option<&Series>) -> Measurement<String> {
    let unit = known.map(|known| known.card.unit.clone());
    let whole = 1 + draw.chance.below(500) as u64;
    let part = draw.chance.below(520) as u64;
    let share = Reading::share(part, whole, 1);
    let reading = match unit {
        Some(Unit::Grade(_)) => Reading::Grade(draw.chance.below(4) as u8),
        Some(Unit::Percent) if draw.chance.percent(60) => share.unwrap_or(Reading::Suppressed),
        _ if draw.chance.percent(8) => Reading::Suppressed,
        _ => Reading::Number(decimal(draw)),
    };
    let finality = if draw.chance.percent(50) { Finality::Preliminary } else { Finality::Final };
    let counted = if draw.chance.percent(92) { draw.past() } else { draw.day() };
    let evidence = draw.some_text();
    Measurement {
        period: period(draw),
        counted,
        reading,
        source: draw.chance.word(REGISTERS),
        finality,
        evidence,
    }
}

/// Returns an object and period of which something is reported already, mostly.
fn entry(draw: &mut Draw<'_>) -> (ObjectId, Period) {
    let entries = draw.year().map(|year| &year.measure.entries).into_iter().flatten();
    let known: Vec<(ObjectId, Period)> =
        entries.flat_map(|(id, of)| of.keys().map(|period| (*id, *period))).collect();
    match draw.chance.pick(&known) {
        Some(known) if draw.chance.percent(75) => known,
        _ => (draw.object(&[ObjectKind::Series, ObjectKind::Assignment, ObjectKind::Goal]), period(draw)),
    }
}
