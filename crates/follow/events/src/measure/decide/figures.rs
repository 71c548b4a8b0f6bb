//! Targets and measurements.

use super::{check_reason, known};
use crate::book::{Context, Outcome};
use crate::checks;
use crate::ids::ObjectId;
use crate::measure::refusals as refused;
use crate::measure::{
    Command, Event, Finality, Measurement, Period, Reading, Series, Target, TargetBy, Unit,
};
use crate::refusal::Refusal;
use crate::refusals::{no_such_object, same_as_before, unknown_person};
use crate::year::Year;
use styrbord_diagnostics::Message;

/// The most that the numbers of a share count: more than there are people.
const COUNT_MAX: u64 = 1_000_000_000_000;

pub(super) fn target(context: Context<'_>, year: &Year, command: &Command) -> Result<Event, Refusal> {
    match command {
        Command::SetTarget { series, target } => {
            let held = open(year, *series)?;
            check_target(context, year, held, target)?;
            if held.target(target.period).is_some() {
                return Err(refused::target_exists(target.period));
            }
            Ok(Event::TargetSet { series: *series, target: *target })
        }
        Command::ReviseTarget { series, target } => {
            let held = known(year, *series)?;
            check_target(context, year, held, target)?;
            let (before, supersedes) =
                held.target(target.period).ok_or_else(|| refused::no_target(target.period))?;
            check_reason(context)?;
            if before == target {
                return Err(same_as_before());
            }
            Ok(Event::TargetRevised { series: *series, target: *target, supersedes })
        }
        Command::DropTarget { series, period } => {
            known(year, *series)?.target(*period).ok_or_else(|| refused::no_target(*period))?;
            check_reason(context)?;
            Ok(Event::TargetDropped { series: *series, period: *period })
        }
        _ => Err(same_as_before()),
    }
}

fn open(year: &Year, series: ObjectId) -> Result<&Series, Refusal> {
    let held = known(year, series)?;
    if held.closed.is_some() { Err(refused::series_closed(series)) } else { Ok(held) }
}

fn check_target(context: Context<'_>, year: &Year, series: &Series, target: &Target) -> Result<(), Refusal> {
    check_period(target.period)?;
    if !target.level.fits(&series.card.unit) {
        return Err(refused::does_not_fit());
    }
    match target.by {
        TargetBy::Letter(letter) if !year.letters.letters.contains_key(&letter) => {
            Err(no_such_object(letter))
        }
        TargetBy::Person(person) if !context.book.directory.people.contains_key(&person) => {
            Err(unknown_person(person))
        }
        // Only the opening of a year carries targets over.
        TargetBy::EarlierYear(_) => Err(refused::earlier_year()),
        TargetBy::Letter(_) | TargetBy::Person(_) => Ok(()),
    }
}

pub(super) fn measurement(
    context: Context<'_>,
    year: &Year,
    command: &Command,
    out: &mut Outcome,
) -> Result<Event, Refusal> {
    match command {
        Command::RecordMeasurement { series, measurement } => {
            let held = open(year, *series)?;
            check_measurement(context, held, measurement)?;
            if held.point(measurement.period).is_some() {
                return Err(refused::measured_already(measurement.period));
            }
            let measurement = Box::new(written(measurement, out));
            Ok(Event::MeasurementRecorded { series: *series, measurement })
        }
        Command::ReviseMeasurement { series, measurement } => {
            let held = known(year, *series)?;
            check_measurement(context, held, measurement)?;
            let (before, supersedes) =
                held.point(measurement.period).ok_or_else(|| refused::not_measured(measurement.period))?;
            check_reason(context)?;
            if is_same(before, measurement) {
                return Err(same_as_before());
            }
            let measurement = Box::new(written(measurement, out));
            Ok(Event::MeasurementRevised { series: *series, measurement, supersedes })
        }
        Command::WithdrawMeasurement { series, period } => {
            known(year, *series)?.point(*period).ok_or_else(|| refused::not_measured(*period))?;
            check_reason(context)?;
            Ok(Event::MeasurementWithdrawn { series: *series, period: *period })
        }
        _ => Err(same_as_before()),
    }
}

fn check_measurement(
    context: Context<'_>,
    series: &Series,
    measurement: &Measurement<String>,
) -> Result<(), Refusal> {
    let Measurement { period, counted, reading, source, finality, evidence } = measurement;
    check_period(*period)?;
    checks::day(*counted)?;
    checks::title(&Message::new("kilden", "kjelda", "the source"), source)?;
    checks::text_if_any(&Message::new("grunnlaget", "grunnlaget", "the evidence"), evidence.as_deref())?;
    check_reading(*reading, &series.card.unit)?;
    let today = context.envelope.on;
    if *counted > today {
        return Err(refused::counted_later(*counted));
    }
    if *finality == Finality::Final && period.to() > today {
        return Err(refused::period_not_over(*period));
    }
    let graded = matches!(series.card.unit, Unit::Grade(_));
    let shown = evidence.as_deref().is_some_and(|evidence| !evidence.trim().is_empty());
    if graded && !shown { Err(refused::evidence_missing()) } else { Ok(()) }
}

fn check_reading(reading: Reading, unit: &Unit) -> Result<(), Refusal> {
    if let Reading::Share { numerator, denominator, percent } = reading
        && *unit == Unit::Percent
    {
        if numerator > denominator || denominator == 0 || denominator > COUNT_MAX {
            return Err(refused::no_share(numerator, denominator));
        }
        let right = crate::measure::Decimal::percent(numerator, denominator, percent.scale());
        return match right {
            Some(right) if right != percent => Err(refused::share_disagrees(percent, right)),
            _ => Ok(()),
        };
    }
    if reading.fits(unit) { Ok(()) } else { Err(refused::does_not_fit()) }
}

fn check_period(period: Period) -> Result<(), Refusal> {
    checks::day(period.from())?;
    checks::day(period.to())
}

fn is_same(before: &Measurement, measurement: &Measurement<String>) -> bool {
    let Measurement { counted, reading, source, finality, evidence, .. } = measurement;
    before.counted == *counted
        && before.reading == *reading
        && before.source == *source
        && before.finality == *finality
        && before.evidence.is_none()
        && evidence.is_none()
}

fn written(measurement: &Measurement<String>, out: &mut Outcome) -> Measurement {
    Measurement {
        period: measurement.period,
        counted: measurement.counted,
        reading: measurement.reading,
        source: measurement.source.clone(),
        finality: measurement.finality,
        evidence: out.scribe.write_some(measurement.evidence.as_deref()),
    }
}
