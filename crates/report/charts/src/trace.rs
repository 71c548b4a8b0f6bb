//! What is drawn through the periods: lines with markers, columns, levels, and breaks.

use crate::axis::shortened;
use crate::chart::{Break, LETTERS, Line, Point, Role, Shape};
use crate::mark::Mark;
use crate::plot::Plot;
use std::fmt::Write;

/// The size of a marker.
pub(crate) const MARKER: i64 = 55;
/// As many letters stand beside a break.
const BREAK_MAX: usize = 22;

/// Returns the class that gives a line its colour, dashes and width.
pub(crate) fn class(role: Role) -> &'static str {
    match role {
        Role::Figures => "chart-figures",
        Role::Target => "chart-target",
        Role::Baseline => "chart-baseline",
    }
}

/// Returns the dashes of a line, so that no eye has to tell colours apart.
pub(crate) fn dashes(role: Role) -> &'static str {
    if role == Role::Target { "110 60" } else { "none" }
}

/// Draws a line of a chart.
pub(crate) fn line(line: &Line, breaks: &[Break], plot: &Plot) -> Mark {
    let mut points: Vec<&Point> = line.points.iter().collect();
    points.sort_by_key(|point| (point.from, point.to));
    let group = Mark::new("g").with("class", class(line.role));
    match line.shape {
        Shape::Columns => columns(group, &points, plot),
        Shape::Steps => {
            let markers = line.role == Role::Figures;
            let group = stroked(group, &steps(&points, plot), line.role);
            if markers { marked(group, &points, line.role, plot) } else { group }
        }
        Shape::Joined => {
            let group = stroked(group, &joined(&points, breaks, plot), line.role);
            marked(group, &points, line.role, plot)
        }
    }
}

fn stroked(group: Mark, path: &str, role: Role) -> Mark {
    if path.is_empty() {
        return group;
    }
    let path = Mark::new("path").with("d", path).with("fill", "none").with("stroke", "currentColor");
    group.holding(&path.with("stroke-width", 24).with("stroke-dasharray", dashes(role)))
}

fn columns(mut group: Mark, points: &[&Point], plot: &Plot) -> Mark {
    for point in points {
        let Some(value) = point.value else { continue };
        let (from, to) = plot.ends(point);
        let room = (to - from) / 6;
        let (top, foot) = (plot.value(value), plot.value(0));
        let column = Mark::new("rect")
            .with("x", from + room)
            .with("y", top.min(foot))
            .with("width", (to - from - 2 * room).max(20))
            .with("height", (foot - top).abs())
            .with("fill", if point.firm { "currentColor" } else { "none" })
            .with("stroke", "currentColor")
            .with("stroke-width", 18);
        group = group.holding(&column);
    }
    group
}

/// Returns the path of levels; those that follow on each other are one.
fn steps(points: &[&Point], plot: &Plot) -> String {
    let mut path = String::new();
    let mut before: Option<&Point> = None;
    for point in points {
        let Some(value) = point.value else {
            before = None;
            continue;
        };
        let ((from, to), y) = (plot.ends(point), plot.value(value));
        let goes_on = before.is_some_and(|before| before.to.add_days(1) == point.from);
        // Writing into a text cannot fail.
        let _ = if goes_on { write!(path, "V{y}H{to}") } else { write!(path, "M{from} {y}H{to}") };
        before = Some(point);
    }
    path
}

/// Returns the path through the middles; it stops where a period is missing and where figures cannot be compared.
pub(crate) fn joined(points: &[&Point], breaks: &[Break], plot: &Plot) -> String {
    let pace = pace(points);
    let mut path = String::new();
    for pair in points.windows(2) {
        let [one, other] = pair else { continue };
        let (Some(first), Some(second)) = (one.value, other.value) else { continue };
        let apart = one.from.days_until(other.from);
        let broken = breaks.iter().any(|mark| one.from < mark.on && mark.on <= other.to);
        if broken || !alike(one, other) || apart * 2 > pace * 3 {
            continue;
        }
        let (x, y) = (plot.middle(one), plot.value(first));
        let _ = write!(path, "M{x} {y}L{} {}", plot.middle(other), plot.value(second));
    }
    path
}

/// Returns how many days lie between the beginnings of periods that follow on each other.
fn pace(points: &[&Point]) -> i32 {
    let pairs = points.windows(2).filter_map(|pair| match pair {
        [one, other] if alike(one, other) => Some(one.from.days_until(other.from)),
        _ => None,
    });
    pairs.filter(|days| *days > 0).min().unwrap_or_default()
}

/// Tells whether two periods are about equally long: a year does not go on in a month.
fn alike(one: &Point, other: &Point) -> bool {
    let days = |point: &Point| point.from.days_until(point.to) + 1;
    let (one, other) = (days(one), days(other));
    (one - other).abs() * 5 <= one.max(other)
}

fn marked(mut group: Mark, points: &[&Point], role: Role, plot: &Plot) -> Mark {
    for point in points {
        if let Some(value) = point.value {
            let at = (plot.middle(point), plot.value(value));
            group = group.holding(&marker(at, role, point.firm));
        }
    }
    group
}

/// Draws a marker: a dot, or a square for what is no figure of the line; hollow for what is not the last word.
pub(crate) fn marker((x, y): (i64, i64), role: Role, firm: bool) -> Mark {
    let mark = if role == Role::Figures {
        Mark::new("circle").with("cx", x).with("cy", y).with("r", MARKER)
    } else {
        let corner = |at: i64| at - MARKER;
        Mark::new("rect")
            .with("x", corner(x))
            .with("y", corner(y))
            .with("width", 2 * MARKER)
            .with("height", 2 * MARKER)
    };
    let mark = mark.with("stroke", "currentColor").with("stroke-width", 22);
    if firm {
        mark.with("fill", "currentColor")
    } else {
        mark.with("class", "chart-hollow").with("fill", "none")
    }
}

/// Draws where figures cease to be comparable.
pub(crate) fn broken(mark: &Break, plot: &Plot) -> Mark {
    let x = plot.day(mark.on);
    let path = Mark::new("path")
        .with("d", format_args!("M{x} {}V{}", plot.top, plot.bottom))
        .with("stroke", "currentColor")
        .with("stroke-width", 16)
        .with("stroke-dasharray", "20 50");
    let is_left = x > i64::midpoint(plot.left, plot.right);
    let (anchor, at) = if is_left { ("end", x - LETTERS / 3) } else { ("start", x + LETTERS / 3) };
    let text =
        Mark::new("text").with("x", at).with("y", plot.top + LETTERS * 2 / 3).with("text-anchor", anchor);
    Mark::new("g")
        .with("class", "chart-break")
        .holding(&path)
        .holding(&text.text(&shortened(&mark.label, BREAK_MAX)))
}
