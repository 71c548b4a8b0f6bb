//! How figures went, at a glance.

use crate::chart::{Break, Point, Role, framed};
use crate::mark::Mark;
use crate::plot::Plot;
use crate::trace::{joined, marker};

const WIDTH: i64 = 1200;
const HEIGHT: i64 = 320;
/// The space around, so that no marker is cut off.
const EDGE: i64 = 80;

/// A small chart without axes, for a row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sparkline {
    /// Begins the id of the title: unique on the page.
    pub id: String,
    /// The figures in words.
    pub title: String,
    /// The figures.
    pub points: Vec<Point>,
    /// The days from which figures cannot be compared with those before.
    pub breaks: Vec<Break>,
}

impl Sparkline {
    /// Draws it: a line, and a marker at the latest figure.
    pub fn draw(&self) -> Mark {
        let mut points: Vec<&Point> = self.points.iter().collect();
        points.sort_by_key(|point| (point.from, point.to));
        let values = || points.iter().filter_map(|point| point.value);
        let (low, high) = (values().min().unwrap_or(0), values().max().unwrap_or(0));
        let days = points.iter().map(|point| point.from).min().zip(points.iter().map(|point| point.to).max());
        let plot = Plot::within((EDGE, WIDTH - EDGE, EDGE, HEIGHT - EDGE), days, (low, high));
        let mut svg = framed(&self.id, &self.title, "", (WIDTH, HEIGHT)).with("class", "spark");
        let path = joined(&points, &self.breaks, &plot);
        if !path.is_empty() {
            let line = Mark::new("path").with("d", path).with("fill", "none").with("stroke", "currentColor");
            svg = svg.holding(&line.with("stroke-width", 28));
        }
        let last = points.iter().filter_map(|point| Some((point, point.value?))).next_back();
        let Some((point, value)) = last else { return svg };
        svg.holding(&marker((plot.middle(point), plot.value(value)), Role::Figures, point.firm))
    }
}
