//! The wheel of a year: its months in a ring, and what falls on its days.

#![expect(clippy::float_arithmetic, reason = "angles of a drawing, rounded to tenths")]

use crate::Mark;
use std::collections::BTreeMap;
use std::f64::consts::TAU;
use styrbord_calendar::Date;

/// The side of the drawing.
const SIDE: f64 = 480.0;
/// The middle of the drawing.
const MIDDLE: f64 = SIDE / 2.0;
/// How far out the months end and begin.
const RIM: f64 = 232.0;
const MONTHS_FROM: f64 = 192.0;
/// How far out the first ring of days lies, and how far apart the rings are.
const FIRST_RING: f64 = 168.0;
const BETWEEN_RINGS: f64 = 36.0;
/// Half the size of a mark for one thing, and what each further one adds, as many times.
const SMALL: f64 = 6.0;
const GROWTH: f64 = 1.5;
const GROWTH_MAX: usize = 4;

/// What a wheel shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wheel {
    /// What the ids inside begin with, so that a page can have several drawings.
    pub id: String,
    /// What it is.
    pub title: String,
    /// What it shows, in a sentence or two.
    pub description: String,
    /// The year.
    pub year: i16,
    /// The names of the months, short.
    pub months: [String; 12],
    /// What falls on the days, the outermost ring first; three at most are drawn.
    pub rings: Vec<Ring>,
    /// A day that is marked, as today is.
    pub today: Option<Date>,
}

/// Things of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ring {
    /// The days, with words for each thing; those of other years are left out.
    pub days: Vec<(Date, String)>,
}

/// Draws the wheel of a year. The first of January is at the top, and the year goes round with the clock.
pub fn wheel(wheel: &Wheel) -> Mark {
    let (title, description) = (format!("{}-title", wheel.id), format!("{}-description", wheel.id));
    let mut drawing = Mark::new("svg")
        .with("class", "wheel")
        .with("viewBox", format!("0 0 {SIDE} {SIDE}"))
        .with("role", "img")
        .with("aria-labelledby", format!("{title} {description}"))
        .with("xmlns", "http://www.w3.org/2000/svg")
        .holding(&Mark::new("title").with("id", title).text(&wheel.title))
        .holding(&Mark::new("desc").with("id", description).text(&wheel.description));
    for radius in [RIM, MONTHS_FROM] {
        drawing = drawing.holding(&circle("wheel-line", (MIDDLE, MIDDLE), radius));
    }
    for (month, name) in (1_u8..).zip(&wheel.months) {
        let first = Date::nearest(wheel.year, month, 1);
        drawing = drawing.holding(&ray("wheel-line", turn(first, 0.0), 60.0));
        let (x, y) = place(turn(first.add_days(14), 0.5), f64::midpoint(RIM, MONTHS_FROM));
        let text = Mark::new("text").with("class", "wheel-month").with("x", tenths(x)).with("y", tenths(y));
        drawing = drawing.holding(&text.text(name));
    }
    if let Some(today) = wheel.today.filter(|today| today.year() == wheel.year) {
        drawing = drawing.holding(&ray("wheel-today", turn(today, 0.5), 40.0));
    }
    let middle = Mark::new("text").with("class", "wheel-year").with("x", MIDDLE).with("y", MIDDLE);
    drawing = drawing.holding(&middle.text(&wheel.year.to_string()));
    for (index, ring) in wheel.rings.iter().enumerate().take(3) {
        drawing = drawing.holding(&ring_mark(wheel.year, index, ring));
    }
    drawing
}

fn ring_mark(year: i16, index: usize, ring: &Ring) -> Mark {
    let mut days: BTreeMap<Date, Vec<&str>> = BTreeMap::new();
    for (date, words) in ring.days.iter().filter(|(date, _)| date.year() == year) {
        days.entry(*date).or_default().push(words);
    }
    let radius = [FIRST_RING, FIRST_RING - BETWEEN_RINGS, FIRST_RING - 2.0 * BETWEEN_RINGS];
    let radius = radius.get(index).copied().unwrap_or(FIRST_RING);
    let mut group = Mark::new("g").with("class", format!("wheel-ring-{}", index + 1));
    for (date, words) in days {
        let further = u32::try_from(words.len().saturating_sub(1).min(GROWTH_MAX)).unwrap_or_default();
        let size = SMALL + GROWTH * f64::from(further);
        let told = Mark::new("title").text(&words.join("; "));
        group = group.holding(&shape(index, place(turn(date, 0.5), radius), size).holding(&told));
    }
    group
}

/// Each ring has a shape of its own: colour alone tells nothing.
fn shape(index: usize, (x, y): (f64, f64), size: f64) -> Mark {
    match index {
        0 => circle("wheel-mark", (x, y), size),
        1 => Mark::new("rect")
            .with("class", "wheel-mark")
            .with("x", tenths(x - size))
            .with("y", tenths(y - size))
            .with("width", tenths(2.0 * size))
            .with("height", tenths(2.0 * size)),
        _ => {
            let far = size * 1.3;
            let corners = [(x, y - far), (x + far, y), (x, y + far), (x - far, y)];
            let corners = corners.map(|(x, y)| format!("{},{}", tenths(x), tenths(y)));
            Mark::new("polygon").with("class", "wheel-mark").with("points", corners.join(" "))
        }
    }
}

fn circle(class: &str, (x, y): (f64, f64), radius: f64) -> Mark {
    let circle = Mark::new("circle").with("class", class);
    circle.with("cx", tenths(x)).with("cy", tenths(y)).with("r", tenths(radius))
}

/// Returns a line from near the middle to the rim.
fn ray(class: &str, turn: f64, from: f64) -> Mark {
    let ((x1, y1), (x2, y2)) = (place(turn, from), place(turn, RIM));
    let line = Mark::new("line").with("class", class).with("x1", tenths(x1)).with("y1", tenths(y1));
    line.with("x2", tenths(x2)).with("y2", tenths(y2))
}

/// Returns how far the year has gone on a day, from 0 to 1; `within` is how much of the day has passed.
fn turn(date: Date, within: f64) -> f64 {
    let (first, last) = (date.start_of_year(), date.end_of_year());
    (f64::from(first.days_until(date)) + within) / f64::from(first.days_until(last) + 1)
}

fn place(turn: f64, radius: f64) -> (f64, f64) {
    let angle = turn * TAU;
    (MIDDLE + radius * angle.sin(), MIDDLE - radius * angle.cos())
}

fn tenths(number: f64) -> String {
    format!("{number:.1}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse_iso(text).unwrap_or(Date::MIN)
    }

    fn drawn(days: &[(&str, &str)]) -> String {
        let days = days.iter().map(|(date, words)| (day(date), (*words).to_owned())).collect();
        let rings = vec![Ring { days }, Ring::default()];
        let months = std::array::from_fn(|month| format!("m{}", month + 1));
        let (title, description) = ("Året <2025>".to_owned(), "Tre frister".to_owned());
        let today = Some(day("2025-07-02"));
        wheel(&Wheel { id: "year".to_owned(), title, description, year: 2025, months, rings, today })
            .to_string()
    }

    #[test]
    fn the_year_goes_round_with_the_clock_from_the_top() {
        let places = [("2025-01-01", 0.0), ("2025-04-02", 0.25), ("2025-07-02", 0.5), ("2025-12-31", 1.0)];
        for (date, expected) in places {
            assert!((turn(day(date), 0.5) - expected).abs() < 0.004, "{date}");
        }
        let (top, right) = (place(0.0, 100.0), place(0.25, 100.0));
        assert!((top.0 - MIDDLE).abs() < 0.01 && top.1 < MIDDLE);
        assert!((right.1 - MIDDLE).abs() < 0.01 && right.0 > MIDDLE);
    }

    #[test]
    fn a_wheel_says_what_it_shows_and_marks_each_day_once() {
        let text = drawn(&[
            ("2025-06-01", "A & B"),
            ("2025-06-01", "C"),
            ("2024-06-01", "old"),
            ("2025-12-31", "D"),
        ]);
        for words in [
            "aria-labelledby=\"year-title year-description\"",
            "<title id=\"year-title\">Året &lt;2025&gt;</title>",
            "<desc id=\"year-description\">Tre frister</desc>",
            "<title>A &amp; B; C</title>",
            ">m12</text>",
            "class=\"wheel-today\"",
        ] {
            assert!(text.contains(words), "no {words} in {text}");
        }
        assert_eq!(text.matches("class=\"wheel-mark\"").count(), 2);
        assert!(!text.contains("old") && !text.contains("style="));
    }
}
