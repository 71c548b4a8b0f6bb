//! Series of a year, and what the ministry sees.

use super::Desk;
use crate::args::year::measure::{Measure, Record, Showing};
use crate::input;
use crate::output::{Outcome, plain};
use crate::render::year::{measure as render, outside};
use crate::texts::{join, year_money as words};
use anyhow::{Error, Result};
use serde_json::json;
use styrbord_app::follow::events::measure::{
    Card, Command as Ask, Finality, Measurement, Period, Series, Target, TargetBy,
};
use styrbord_app::follow::events::{Actor, Command, ObjectId, Stream, refusals, sharing};
use styrbord_app::follow::{Failure, YearError, level, reading};

/// Does what is asked of series.
pub(super) fn run(desk: &mut Desk<'_>, asked: &Measure) -> Result<Result<Outcome>, Failure> {
    let stream = desk.stream()?;
    match asked {
        Measure::List => {
            let list = desk.office.series(stream)?;
            Ok(desk.given(render::list(&list, desk.screen), &list))
        }
        Measure::Define { card, under, follows } => define(desk, stream, card, (*under, *follows)),
        Measure::Target { series, value, period, aim, letter } => {
            let card = &series_of(desk, stream, *series)?.card;
            let wanted =
                level(value, &card.unit).ok_or_else(|| YearError::NoValue(value.clone(), *series))?;
            let by = match (letter, desk.how.actor) {
                (Some(letter), _) => TargetBy::Letter(*letter),
                (None, Actor::Person(person)) => TargetBy::Person(person),
                (None, Actor::Operator) => return Err(YearError::WhoSetsTarget.into()),
            };
            target(desk, stream, *series, Target { period: *period, level: wanted, aim: aim.aim(), by })
        }
        Measure::Record(figure) => record(desk, stream, figure),
        Measure::Parameter { object } => {
            let parameter = desk.office.parameter(stream, *object)?;
            let names = desk.office.names()?;
            Ok(desk.given(render::parameter(&parameter, &names, desk.screen), &parameter))
        }
    }
}

/// Shows the ministry objects as they are now.
pub(super) fn show(desk: &mut Desk<'_>, showing: &Showing) -> Result<Result<Outcome>, Failure> {
    let stream = desk.stream()?;
    let objects = showing.objects.clone();
    let (command, text) = if showing.submits {
        (sharing::Command::Submit { objects }, words::NOW_SUBMITTED)
    } else {
        (sharing::Command::Share { objects }, words::NOW_SHARED)
    };
    let book = desk.office.run(&desk.how, stream, Command::Sharing(command))?;
    let named = join(showing.objects.iter().map(|object| super::named(&book, stream, *object)), ", ");
    let sentence = text.with(desk.screen.language, &[&named]);
    let value = json!({ "objects": showing.objects, "submitted": showing.submits });
    Ok(desk.said(&book, stream, &sentence, &value))
}

/// Shows what the ministry sees.
pub(super) fn as_ministry(desk: &mut Desk<'_>) -> Result<Result<Outcome>, Failure> {
    let stream = desk.stream()?;
    let seen = desk.office.as_ministry(stream)?;
    Ok(desk.given(outside::draw(&seen, desk.screen), &seen))
}

fn series_of(desk: &Desk<'_>, stream: Stream, series: ObjectId) -> Result<Series, Failure> {
    let year = desk.office.book().years.get(&stream).ok_or(YearError::Unknown)?;
    let known = year.measure.series.get(&series).cloned();
    known.ok_or_else(|| Failure::Refused(refusals::no_such_object(series)))
}

fn define(
    desk: &mut Desk<'_>,
    stream: Stream,
    file: &std::path::Path,
    (under, follows): (Option<ObjectId>, Option<ObjectId>),
) -> Result<Result<Outcome>, Failure> {
    let language = desk.screen.language;
    let input = match input::file(file, language) {
        Ok(input) => input,
        Err(error) => return Ok(Err(error)),
    };
    let card: Card<String> = match serde_json::from_slice(&input.bytes) {
        Ok(card) => card,
        Err(error) => return Ok(Err(Error::msg(words::NOT_A_CARD.with(language, &[&input.name, &error])))),
    };
    let name = card.name.clone();
    let command = Ask::DefineSeries { under, follows, card: Box::new(card) };
    let book = desk.office.run(&desk.how, stream, Command::Measure(command))?;
    let year = book.years.get(&stream).ok_or(YearError::Unknown)?;
    let series = year.measure.series.keys().next_back().ok_or(YearError::Unknown)?;
    let sentence = words::DEFINED.with(language, &[series, &plain(&name)]);
    Ok(desk.said(&book, stream, &sentence, &json!({ "series": series, "under": under })))
}

/// Sets a target, or another one for a period that has one.
fn target(
    desk: &mut Desk<'_>,
    stream: Stream,
    series: ObjectId,
    target: Target,
) -> Result<Result<Outcome>, Failure> {
    let known = series_of(desk, stream, series)?;
    let command = if known.target(target.period).is_some() {
        Ask::ReviseTarget { series, target }
    } else {
        Ask::SetTarget { series, target }
    };
    let book = desk.office.run(&desk.how, stream, Command::Measure(command))?;
    let language = desk.screen.language;
    let held = render::aim(&target, &known.card.unit, language);
    let named = named(series, &known);
    let sentence = words::TARGET_SET.with(language, &[&named, &render::period(target.period), &held]);
    Ok(desk.said(&book, stream, &sentence, &json!({ "series": series, "target": target })))
}

/// Records a figure, or another one for a period that has one.
fn record(desk: &mut Desk<'_>, stream: Stream, figure: &Record) -> Result<Result<Outcome>, Failure> {
    let series = figure.series;
    let known = series_of(desk, stream, series)?;
    let value = reading(&figure.value, &known.card.unit);
    let value = value.ok_or_else(|| YearError::NoValue(figure.value.clone(), series))?;
    let period: Period = figure.period;
    let measurement = Box::new(Measurement {
        period,
        counted: figure.counted.unwrap_or(period.to()),
        reading: value,
        source: figure.source.clone().unwrap_or_else(|| known.card.source.clone()),
        finality: if figure.preliminary { Finality::Preliminary } else { Finality::Final },
        evidence: figure.evidence.clone(),
    });
    let command = if known.point(period).is_some() {
        Ask::ReviseMeasurement { series, measurement }
    } else {
        Ask::RecordMeasurement { series, measurement }
    };
    let book = desk.office.run(&desk.how, stream, Command::Measure(command))?;
    let language = desk.screen.language;
    let shown = render::reading(value, &known.card.unit, language);
    let sentence = words::MEASURED.with(language, &[&named(series, &known), &render::period(period), &shown]);
    Ok(desk.said(&book, stream, &sentence, &json!({ "series": series, "period": period, "reading": value })))
}

fn named(id: ObjectId, series: &Series) -> String {
    format!("{id} {}", plain(&series.card.name))
}
