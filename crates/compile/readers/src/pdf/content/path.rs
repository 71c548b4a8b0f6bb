//! Paths: the ruled lines among them.
#![expect(clippy::float_arithmetic, reason = "places on a page are lengths")]

use crate::pdf::matrix::{Matrix, Point};
use crate::pdf::page::Rule;

/// An area no thicker than this is a line.
const THICKNESS_MAX: f64 = 4.0;
/// A line is at least this many times as long as thick.
const SLENDER_MIN: f64 = 3.0;
/// A line shorter than this is a dot.
const LENGTH_MIN: f64 = 1.5;
/// How far the ends of a level line may differ in height, for each point of its length.
const SLOPE_MAX: f64 = 0.01;
/// The most points of one path; longer ones are drawings.
const POINTS_MAX: usize = 20_000;

/// A path that is being built, in places as shown.
#[derive(Debug, Default)]
pub(super) struct Path {
    strokes: Vec<Stroke>,
}

/// A part of a path without lifting the pen.
#[derive(Debug)]
struct Stroke {
    points: Vec<Point>,
    /// It has curves, which are left out of the points.
    is_curved: bool,
}

impl Path {
    /// Lifts the pen to a point.
    pub fn move_to(&mut self, matrix: Matrix, x: f64, y: f64) {
        self.strokes.push(Stroke { points: vec![matrix.apply(x, y)], is_curved: false });
        self.bound();
    }

    /// Draws a line to a point.
    pub fn line_to(&mut self, matrix: Matrix, x: f64, y: f64) {
        let point = matrix.apply(x, y);
        match self.strokes.last_mut() {
            Some(stroke) if stroke.points.len() < POINTS_MAX => stroke.points.push(point),
            Some(_) => {}
            None => self.strokes.push(Stroke { points: vec![point], is_curved: false }),
        }
    }

    /// Draws a curve to a point.
    pub fn curve_to(&mut self, matrix: Matrix, x: f64, y: f64) {
        // What goes on after a curve begins a new part, so that the curve's ends are not joined by a line.
        if let Some(stroke) = self.strokes.last_mut() {
            stroke.is_curved = true;
        }
        self.strokes.push(Stroke { points: vec![matrix.apply(x, y)], is_curved: true });
        self.bound();
    }

    /// Adds a rectangle.
    pub fn rectangle(&mut self, matrix: Matrix, [x, y, width, height]: [f64; 4]) {
        let corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)];
        let points = corners.iter().map(|(x, y)| matrix.apply(*x, *y)).collect();
        self.strokes.push(Stroke { points, is_curved: false });
        self.bound();
    }

    /// Draws a line back to where the part began.
    pub fn close(&mut self) {
        if let Some(stroke) = self.strokes.last_mut()
            && !stroke.is_curved
            && let Some(first) = stroke.points.first().copied()
        {
            stroke.points.push(first);
        }
    }

    fn bound(&mut self) {
        if self.strokes.len() > POINTS_MAX {
            self.strokes.pop();
        }
    }

    /// Returns the level and upright lines of the path when its lines are drawn this thick.
    pub fn stroked(&self, thickness: f64, rules: &mut Vec<Rule>) {
        for stroke in &self.strokes {
            let pairs = stroke.points.iter().zip(stroke.points.iter().skip(1));
            rules.extend(pairs.filter_map(|(from, to)| rule(*from, *to, thickness)));
        }
    }

    /// Returns the areas of the path that are as thin as lines.
    pub fn filled(&self, rules: &mut Vec<Rule>) {
        rules.extend(self.strokes.iter().filter(|stroke| !stroke.is_curved).filter_map(Stroke::bar));
    }

    /// Forgets the path.
    pub fn clear(&mut self) {
        self.strokes.clear();
    }
}

impl Stroke {
    fn bar(&self) -> Option<Rule> {
        // Only boxes: four corners, with or without the way back.
        if !(4..=6).contains(&self.points.len()) {
            return None;
        }
        let ends = |key: fn(&Point) -> f64| {
            let values = self.points.iter().map(key);
            (values.clone().fold(f64::INFINITY, f64::min), values.fold(f64::NEG_INFINITY, f64::max))
        };
        let ((x0, x1), (y0, y1)) = (ends(|point| point.x), ends(|point| point.y));
        let (width, height) = (x1 - x0, y1 - y0);
        let (length, thickness) = (width.max(height), width.min(height));
        if thickness > THICKNESS_MAX || length < SLENDER_MIN * thickness {
            return None;
        }
        let (x, y) = (f64::midpoint(x0, x1), f64::midpoint(y0, y1));
        if width > height {
            rule(Point { x: x0, y }, Point { x: x1, y }, 0.0)
        } else {
            rule(Point { x, y: y0 }, Point { x, y: y1 }, 0.0)
        }
    }
}

/// Returns the rule between two points when it is level or upright and long enough.
fn rule(from: Point, to: Point, thickness: f64) -> Option<Rule> {
    let (width, height) = ((to.x - from.x).abs(), (to.y - from.y).abs());
    let (length, lean) = (width.max(height), width.min(height));
    let is_line = length >= LENGTH_MIN && lean <= (length * SLOPE_MAX).max(0.3);
    // A short line that is drawn very thick is an area.
    let is_area = thickness > THICKNESS_MAX && length < SLENDER_MIN * thickness;
    if !is_line || is_area || !length.is_finite() {
        return None;
    }
    let (x, y) = (f64::midpoint(from.x, to.x), f64::midpoint(from.y, to.y));
    let [x0, y0, x1, y1] = if width > height {
        [from.x.min(to.x), y, from.x.max(to.x), y]
    } else {
        [x, from.y.min(to.y), x, from.y.max(to.y)]
    };
    Some(Rule { x0: x0 as f32, y0: y0 as f32, x1: x1 as f32, y1: y1 as f32 })
}
