//! A chart of figures over periods.

use crate::axis::{self, Axis};
use crate::legend;
use crate::mark::Mark;
use crate::plot::Plot;
use crate::trace;
use styrbord_calendar::Date;

/// The width of a chart in its own units; the page decides how large that is.
pub(crate) const WIDTH: i64 = 3600;
/// The height of the chart without the legend below it.
pub(crate) const HEIGHT: i64 = 2300;
/// The size of the letters, readable on a narrow screen; a page with room may set them smaller.
pub(crate) const LETTERS: i64 = 150;

/// Figures over periods, and what was to be reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// Begins the ids of title and description: unique on the page.
    pub id: String,
    /// What is shown, in a few words.
    pub title: String,
    /// The figures in words, for those who do not see the chart.
    pub description: String,
    /// What the values are.
    pub scale: Scale,
    /// What is drawn, the first one below the others.
    pub lines: Vec<Line>,
    /// The days from which figures cannot be compared with those before.
    pub breaks: Vec<Break>,
}

/// What the values of a chart are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scale {
    /// Whole numbers of the last decimal: with 1 decimal, 463 is 46.3.
    Number {
        /// How many decimals.
        decimals: u8,
        /// What stands between them and the whole.
        point: char,
    },
    /// Grades by name, the lowest first: the value 0 is the first.
    Grades(Vec<String>),
}

/// Something that is drawn through the periods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is called in the legend.
    pub name: String,
    /// What it tells.
    pub role: Role,
    /// How it is drawn.
    pub shape: Shape,
    /// Its values, one for each period.
    pub points: Vec<Point>,
}

/// What a line tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// What was measured.
    Figures,
    /// What was to be reached.
    Target,
    /// From where change is counted.
    Baseline,
}

/// How values are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A marker for each, joined where period follows on period.
    Joined,
    /// A column for each.
    Columns,
    /// A level that holds through its period.
    Steps,
}

/// A value and the days that it tells of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// What the period is called.
    pub label: String,
    /// The value; none for what is not known or not shown.
    pub value: Option<i64>,
    /// Whether it is the last word.
    pub firm: bool,
}

/// A day from which figures cannot be compared with those before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Break {
    /// The first day of what is new.
    pub on: Date,
    /// What is said of it.
    pub label: String,
}

impl Chart {
    /// Draws it. Without any value there is an empty frame.
    pub fn draw(&self) -> Mark {
        let axis = Axis::of(&self.scale, self.values(), self.has_columns());
        let plot = Plot::of(self.days(), &axis);
        let names = legend::rows(self);
        let height = HEIGHT + legend::height(&names);
        let mut svg = framed(&self.id, &self.title, &self.description, (WIDTH, height))
            .with("class", "chart")
            .with("font-size", LETTERS)
            .holding(&axis::grid(&axis, &plot))
            .holding(&axis::periods(self, &plot));
        for mark in &self.breaks {
            svg = svg.holding(&trace::broken(mark, &plot));
        }
        for line in &self.lines {
            svg = svg.holding(&trace::line(line, &self.breaks, &plot));
        }
        svg.holding(&legend::draw(&names))
    }

    fn values(&self) -> impl Iterator<Item = i64> + Clone {
        self.lines.iter().flat_map(|line| line.points.iter().filter_map(|point| point.value))
    }

    fn has_columns(&self) -> bool {
        self.lines.iter().any(|line| line.shape == Shape::Columns)
    }

    /// Returns the first and the last day of all that is drawn.
    fn days(&self) -> Option<(Date, Date)> {
        let points = || self.lines.iter().flat_map(|line| &line.points);
        Some((points().map(|point| point.from).min()?, points().map(|point| point.to).max()?))
    }
}

/// Begins an SVG that is one image with a name and a description.
pub(crate) fn framed(id: &str, title: &str, description: &str, (width, height): (i64, i64)) -> Mark {
    let (title_id, description_id) = (format!("{id}-title"), format!("{id}-desc"));
    let named =
        if description.is_empty() { title_id.clone() } else { format!("{title_id} {description_id}") };
    let svg = Mark::new("svg")
        .with("xmlns", "http://www.w3.org/2000/svg")
        .with("viewBox", format_args!("0 0 {width} {height}"))
        .with("role", "img")
        .with("aria-labelledby", named)
        .holding(&Mark::new("title").with("id", title_id).text(title));
    if description.is_empty() {
        return svg;
    }
    svg.holding(&Mark::new("desc").with("id", description_id).text(description))
}
