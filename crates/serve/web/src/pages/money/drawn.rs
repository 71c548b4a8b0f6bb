//! What a post used month by month, drawn beside what it was allocated.

use super::texts as words;
use super::view::kroner;
use crate::frame::Frame;
use crate::pages::measured::{self, Drawing};
use crate::site::Looked;
use styrbord_app::charts::{Chart, Line, Point, Role, Scale, Shape};
use styrbord_app::follow::events::money::{Month, PostNode, amendments};
use styrbord_app::texts::Text;
use styrbord_app::{Date, Nok};

/// How much is used by the end of each month of the year in which something is booked, with the amount of the month.
/// Incomes count above zero.
fn months(node: &PostNode, income: bool) -> Vec<(Month, Nok, Nok)> {
    let mut sum = Nok::ZERO;
    let row = |(month, amount): (&Month, &Nok)| {
        let amount = if income { Nok::from_ore(amount.ore().saturating_neg()) } else { *amount };
        sum = Nok::from_ore(sum.ore().saturating_add(amount.ore()));
        (*month, amount, sum)
    };
    node.actual.months.iter().map(row).collect()
}

/// A month of the table beside the chart.
pub(super) struct Row {
    pub(super) month: String,
    pub(super) used: String,
    pub(super) so_far: String,
    /// What the letters had allocated by the end of it.
    pub(super) allocated: String,
}

/// Returns what is drawn as the rows of a table.
pub(super) fn rows(looked: &Looked<'_>, frame: &Frame, node: &PostNode, income: bool) -> Vec<Row> {
    let allocated = allocated(looked, node);
    let row = |(of, amount, sum): (Month, Nok, Nok)| {
        let (_, last, ..) = step(of, sum, looked.year.year, frame);
        let by_then = allocated.iter().rev().find(|(since, ..)| *since <= last);
        Row {
            month: month(of, frame),
            used: kroner(Some(amount)),
            so_far: kroner(Some(sum)),
            allocated: kroner(by_then.map(|(.., amount, _)| *amount)),
        }
    };
    months(node, income).into_iter().map(row).collect()
}

/// Returns what a month is called; the thirteenth closes the year.
fn month(month: Month, frame: &Frame) -> String {
    if month.month() > 12 {
        return frame.t(words::CLOSING).to_owned();
    }
    format!("{:02}.{}", month.month(), month.year())
}

/// Draws what a post has used so far, what it was allocated, and the forecast; none before anything is booked. Returns
/// the title with it, which says in what the axis counts.
pub(super) fn used(
    looked: &Looked<'_>,
    frame: &Frame,
    node: &PostNode,
    income: bool,
) -> Option<(String, Drawing)> {
    let used = months(node, income);
    if used.is_empty() {
        return None;
    }
    let year = looked.year.year;
    let last = Date::nearest(year, 12, 31);
    let allocated = allocated(looked, node);
    let forecast = node.sums.forecast.map(|amount| (last, last, amount, frame.t(words::FORECAST).to_owned()));
    let booked: Vec<Step> = used.iter().map(|(of, _, sum)| step(*of, *sum, year, frame)).collect();
    let all = booked.iter().chain(&allocated).chain(&forecast);
    let scale = Units::of(all.map(|(.., amount, _)| *amount));
    let line = |name: Text, role, shape, steps: Vec<Step>| Line {
        name: frame.t(name).to_owned(),
        role,
        shape,
        points: steps.into_iter().map(|step| scale.point(step)).collect(),
    };
    let title = frame.with(words::CHART, frame.t(scale.name));
    let description = described(frame, (&booked, &allocated), node.sums.forecast);
    let lines = vec![
        line(words::ALLOCATED, Role::Target, Shape::Steps, allocated),
        line(words::FORECAST, Role::Baseline, Shape::Joined, forecast.into_iter().collect()),
        line(words::SO_FAR, Role::Figures, Shape::Joined, booked),
    ];
    let chart = Chart {
        id: format!("used-{}", node.object),
        title: title.clone(),
        description,
        scale: Scale::Number { decimals: scale.decimals, point: measured::point(frame.language) },
        lines: lines.into_iter().filter(|line| !line.points.is_empty()).collect(),
        breaks: Vec::new(),
    };
    Some((title, Drawing::of(&chart)))
}

/// An amount that holds from a day to a day, and what that time is called.
type Step = (Date, Date, Nok, String);

fn step(of: Month, sum: Nok, year: i16, frame: &Frame) -> Step {
    let first = Date::nearest(year, of.month().min(12), 1);
    let last = first.end_of_month();
    // What closes the year belongs to its last day.
    (if of.month() > 12 { last } else { first }, last, sum, month(of, frame))
}

/// Returns what the letters allocated, from letter to letter.
fn allocated(looked: &Looked<'_>, node: &PostNode) -> Vec<Step> {
    let year = looked.year.year;
    let (first, last) = (Date::nearest(year, 1, 1), Date::nearest(year, 12, 31));
    let mut steps: Vec<Step> = Vec::new();
    for one in amendments(looked.year).into_iter().filter(|one| one.post == node.object) {
        let Some(new) = one.new else { continue };
        let from = one.stamp.on.max(first).min(last);
        steps.retain(|(since, ..)| *since < from);
        if let Some((_, until, ..)) = steps.last_mut() {
            *until = from.add_days(-1);
        }
        steps.push((from, last, new, one.title));
    }
    steps
}

/// Says in words what is drawn, with the amounts in full.
fn described(frame: &Frame, (booked, allocated): (&[Step], &[Step]), forecast: Option<Nok>) -> String {
    let told = |steps: &[Step]| {
        let each = steps.iter().map(|(.., amount, name)| format!("{name} {}", kroner(Some(*amount))));
        each.collect::<Vec<_>>().join("; ")
    };
    let mut sentences = vec![frame.with(words::USED_BY, told(booked))];
    if !allocated.is_empty() {
        sentences.push(frame.with(words::ALLOCATED_BY, told(allocated)));
    }
    if let Some(forecast) = forecast {
        sentences.push(frame.with(words::FORECAST_IS, kroner(Some(forecast))));
    }
    sentences.join(" ")
}

/// In what a chart counts, so that its axis stays readable.
struct Units {
    name: Text,
    ore: i64,
    decimals: u8,
}

impl Units {
    fn of(amounts: impl Iterator<Item = Nok>) -> Self {
        match amounts.map(|amount| amount.ore().saturating_abs()).max().unwrap_or_default() {
            1_000_000_000.. => Self { name: words::IN_MILLIONS, ore: 10_000_000, decimals: 1 },
            1_000_000.. => Self { name: words::IN_THOUSANDS, ore: 100_000, decimals: 0 },
            _ => Self { name: words::IN_KRONE, ore: 100, decimals: 0 },
        }
    }

    fn point(&self, (from, to, amount, label): Step) -> Point {
        let value = amount.ore().saturating_add(self.ore / 2).div_euclid(self.ore);
        Point { from, to, label, value: Some(value), firm: true }
    }
}
