//! Charts of series.

use super::texts as words;
use super::{aim, level, period, point, reading};
use crate::frame::Frame;
use crate::written;
use askama::filters::HtmlSafe;
use std::collections::BTreeMap;
use std::fmt;
use styrbord_app::charts::{Break, Chart, Line, Point, Role, Scale, Shape, Sparkline};
use styrbord_app::follow::events::measure::{Decimal, Finality, Level, Measurement, Period, Series, Unit};

/// The text of an SVG, to stand in a page as it is: `charts` has escaped what people write.
#[derive(Debug, Clone, Default)]
pub(crate) struct Drawing(String);

impl Drawing {
    /// Draws a chart.
    pub(crate) fn of(chart: &Chart) -> Self {
        Self(chart.draw().to_string())
    }
}

impl fmt::Display for Drawing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for Drawing {}

/// Returns the figures of a series through the years, the latest year first; of each period the one that is told last.
pub(crate) fn through<'a>(all: &[&'a Series]) -> BTreeMap<Period, &'a Measurement> {
    let mut points = BTreeMap::new();
    for series in all.iter().rev() {
        points.extend(series.current_points().map(|point| (point.period, point)));
    }
    points
}

/// Draws a series with what it was in the years before; none without any figure and target.
pub(crate) fn chart(id: &str, all: &[&Series], frame: &Frame) -> Option<Drawing> {
    let series = *all.first()?;
    let (card, language) = (&series.card, frame.language);
    let found = through(all);
    let targets: Vec<_> = series.current_targets().collect();
    if found.is_empty() && targets.is_empty() {
        return None;
    }
    let baseline = card.baseline.as_ref();
    let levels = found.values().filter_map(|point| point.reading.level());
    let levels = levels.chain(targets.iter().map(|target| target.level));
    let decimals = decimals(levels.chain(baseline.map(|base| base.level)));
    let graded = matches!(card.unit, Unit::Grade(_));
    let shape = if graded { Shape::Steps } else { Shape::Joined };
    let target_points = targets.iter().map(|target| at(target.period, Some(target.level), true, decimals));
    let base_points = baseline.iter().map(|base| at(base.period, Some(base.level), true, decimals));
    let line = |name: styrbord_app::texts::Text, role, shape, points: Vec<Point>| Line {
        name: frame.t(name).to_owned(),
        role,
        shape,
        points,
    };
    let lines = vec![
        line(words::TARGET, Role::Target, Shape::Steps, target_points.collect()),
        line(words::BASELINE, Role::Baseline, Shape::Joined, base_points.collect()),
        line(words::FIGURES, Role::Figures, shape, points(&found, decimals)),
    ];
    let scale = match &card.unit {
        Unit::Grade(grades) => Scale::Grades(grades.clone()),
        _ => Scale::Number { decimals, point: point(language) },
    };
    let chart = Chart {
        id: id.to_owned(),
        title: format!("{} ({})", card.name, super::unit(&card.unit, language)),
        description: description(series, &found, frame),
        scale,
        lines: lines.into_iter().filter(|line| !line.points.is_empty()).collect(),
        breaks: breaks(series, frame),
    };
    Some(Drawing::of(&chart))
}

/// Draws a series at a glance; none without a figure.
pub(crate) fn spark(id: &str, all: &[&Series], frame: &Frame) -> Option<Drawing> {
    let found = through(all);
    let series = *all.first().filter(|_| !found.is_empty())?;
    let decimals = decimals(found.values().filter_map(|point| point.reading.level()));
    let spark = Sparkline {
        id: id.to_owned(),
        title: format!("{}: {}", series.card.name, told(series, &found, frame)),
        points: points(&found, decimals),
        breaks: breaks(series, frame),
    };
    Some(Drawing(spark.draw().to_string()))
}

fn points(found: &BTreeMap<Period, &Measurement>, decimals: u8) -> Vec<Point> {
    let point = |point: &&Measurement| {
        at(point.period, point.reading.level(), point.finality == Finality::Final, decimals)
    };
    found.values().map(point).collect()
}

fn at(of: Period, level: Option<Level>, firm: bool, decimals: u8) -> Point {
    let value = level.and_then(|level| match level {
        Level::Number(number) => whole(number, decimals),
        Level::Grade(grade) => Some(i64::from(grade)),
    });
    Point { from: of.from(), to: of.to(), label: period(of), value, firm }
}

fn decimals(levels: impl Iterator<Item = Level>) -> u8 {
    let of = |level: Level| match level {
        Level::Number(number) => number.scale(),
        Level::Grade(_) => 0,
    };
    levels.map(of).max().unwrap_or_default()
}

/// Returns a number in whole units of its last decimal.
fn whole(number: Decimal, decimals: u8) -> Option<i64> {
    let units: i64 = number.to_string().replace('.', "").parse().ok()?;
    let more = decimals.saturating_sub(number.scale());
    units.checked_mul(10_i64.checked_pow(u32::from(more))?)
}

fn breaks(series: &Series, frame: &Frame) -> Vec<Break> {
    let marks = series.breaks.iter().map(|version| version.value.from);
    marks
        .map(|on| Break { on, label: format!("{} {}", frame.t(words::BREAK), written::short_date(on)) })
        .collect()
}

/// Returns the figures in words.
fn told(series: &Series, found: &BTreeMap<Period, &Measurement>, frame: &Frame) -> String {
    let one = |point: &&Measurement| {
        let figure = reading(point.reading, &series.card.unit, frame.language);
        let note = match point.finality {
            Finality::Preliminary => format!(" ({})", frame.t(words::PRELIMINARY)),
            Finality::Final => String::new(),
        };
        format!("{} {figure}{note}", period(point.period))
    };
    found.values().map(one).collect::<Vec<_>>().join("; ")
}

fn description(series: &Series, found: &BTreeMap<Period, &Measurement>, frame: &Frame) -> String {
    let unit = &series.card.unit;
    let mut sentences = vec![];
    if !found.is_empty() {
        sentences.push(frame.with(words::DESCRIBED, told(series, found, frame)));
    }
    let targets: Vec<String> = series
        .current_targets()
        .map(|target| format!("{} {}", period(target.period), aim(target, unit, frame.language)))
        .collect();
    if !targets.is_empty() {
        sentences.push(frame.with(words::TARGETS_ARE, targets.join("; ")));
    }
    if let Some(base) = &series.card.baseline {
        let base = format!("{} {}", period(base.period), level(base.level, unit, frame.language));
        sentences.push(format!("{}: {base}.", frame.t(words::BASELINE)));
    }
    for mark in &series.breaks {
        let day = written::date(mark.value.from, frame.language);
        sentences.push(frame.with(words::BREAKS_ARE, day));
    }
    if found.values().any(|point| point.finality == Finality::Preliminary) {
        sentences.push(frame.t(words::HOLLOW).to_owned());
    }
    sentences.join(" ")
}
