//! Charts as they are drawn, held against the files in `tests/golden`; `STYRBORD_BLESS=1` writes them anew.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]
#![expect(clippy::disallowed_methods, reason = "tests read and write the golden files")]

use std::path::Path;
use styrbord_calendar::Date;
use styrbord_charts::{Break, Chart, Line, Mark, Point, Role, Scale, Shape, Sparkline};

const NUMBER: Scale = Scale::Number { decimals: 1, point: ',' };

fn year(year: i16, value: Option<i64>) -> Point {
    let (from, to) = (Date::nearest(year, 1, 1), Date::nearest(year, 12, 31));
    Point { from, to, label: year.to_string(), value, firm: year < 2025 }
}

fn line(name: &str, role: Role, shape: Shape, points: Vec<Point>) -> Line {
    Line { name: name.to_owned(), role, shape, points }
}

fn chart(scale: Scale, lines: Vec<Line>) -> Chart {
    let (title, description) = ("Overgang til arbeid".to_owned(), "2020: 49,0 %; 2021: 49,2 %".to_owned());
    Chart { id: "series-1".to_owned(), title, description, scale, lines, breaks: Vec::new() }
}

/// Figures with a gap, a withheld figure, a break, a target that rises and a preliminary figure.
fn full() -> Chart {
    let figures = [(2016, 460), (2017, 471), (2019, 480), (2020, 490), (2022, 520), (2023, 515), (2025, 541)];
    let figures = figures.map(|(at, value)| year(at, Some(value))).into_iter().chain([year(2024, None)]);
    let targets = (2020..=2025).map(|at| year(at, Some(if at < 2023 { 500 } else { 550 })));
    let lines = vec![
        line("Mål", Role::Target, Shape::Steps, targets.collect()),
        line("Utgangspunkt", Role::Baseline, Shape::Joined, vec![year(2016, Some(460))]),
        line("Registrert", Role::Figures, Shape::Joined, figures.collect()),
    ];
    let breaks = vec![Break { on: Date::nearest(2020, 1, 1), label: "Brudd: ny kilde".to_owned() }];
    Chart { breaks, ..chart(NUMBER, lines) }
}

fn check(name: &str, drawn: &Mark) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(format!("{name}.svg"));
    // A mark to a line, so that a difference can be read.
    let drawn = drawn.to_string().replace("><", ">\n<") + "\n";
    if std::env::var_os("STYRBORD_BLESS").is_some() {
        std::fs::write(&path, &drawn).unwrap();
    }
    let known = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(known == drawn, "{name}.svg is not as it is drawn now (cargo xtask bless):\n{drawn}");
}

#[test]
fn charts_are_drawn_as_before() {
    check("line", &full().draw());
    let cases =
        [(2022, 235), (2023, 1137), (2024, 950), (2025, 899)].map(|(at, value)| year(at, Some(value)));
    let columns = vec![line("Saker", Role::Figures, Shape::Columns, cases.to_vec())];
    check("columns", &chart(Scale::Number { decimals: 0, point: ',' }, columns).draw());
    let grades = ["Lite tilfredsstillende", "Noe", "God", "Svært god"].map(str::to_owned).to_vec();
    let figures = [(2023, 1), (2024, 1), (2025, 3)].map(|(at, value)| year(at, Some(value)));
    let steps = vec![
        line("Mål", Role::Target, Shape::Steps, vec![year(2025, Some(2))]),
        line("Vurdert", Role::Figures, Shape::Steps, figures.to_vec()),
    ];
    check("grades", &chart(Scale::Grades(grades), steps).draw());
    check("empty", &chart(NUMBER, Vec::new()).draw());
    let points =
        [(2020, 490), (2021, 492), (2023, 515), (2025, 541)].map(|(at, value)| year(at, Some(value)));
    let spark = Sparkline {
        id: "spark-1".to_owned(),
        title: "2020–2025".to_owned(),
        points: points.to_vec(),
        breaks: Vec::new(),
    };
    check("spark", &spark.draw());
}

#[test]
fn the_same_chart_is_the_same_text() {
    assert_eq!(full().draw().to_string(), full().draw().to_string());
    let mut mixed = full();
    mixed.lines.iter_mut().for_each(|line| line.points.reverse());
    assert_eq!(mixed.draw().to_string(), full().draw().to_string());
}

#[test]
fn nothing_joins_what_is_missing_or_cannot_be_compared() {
    let of = |years: &[i16], breaks: Vec<Break>| {
        let points = years.iter().map(|at| year(*at, Some(i64::from(*at)))).collect();
        let lines = vec![line("A", Role::Figures, Shape::Joined, points)];
        let drawn = Chart { breaks, ..chart(NUMBER, lines) }.draw().to_string();
        let path = drawn.split_once("<g class=\"chart-figures\"><path d=\"").map(|(_, rest)| rest.to_owned());
        path.map_or(0, |path| path.split('"').next().unwrap_or_default().matches('L').count())
    };
    assert_eq!(of(&[2020, 2021, 2022], vec![]), 2);
    assert_eq!(of(&[2020, 2021, 2023], vec![]), 1);
    assert_eq!(of(&[2020], vec![]), 0);
    let broken = Break { on: Date::nearest(2022, 1, 1), label: String::new() };
    assert_eq!(of(&[2020, 2021, 2022], vec![broken]), 1);
}

#[test]
fn what_people_write_stays_text() {
    let hostile = "</title><script>alert(1)</script>\"'&";
    let mut chart = full();
    chart.id = hostile.to_owned();
    chart.title = hostile.to_owned();
    chart.description = hostile.to_owned();
    chart.lines.iter_mut().for_each(|line| line.name = hostile.to_owned());
    chart.breaks.iter_mut().for_each(|mark| mark.label = hostile.to_owned());
    for line in &mut chart.lines {
        line.points.iter_mut().for_each(|point| point.label = hostile.to_owned());
    }
    let grades = Chart { scale: Scale::Grades(vec![hostile.to_owned(); 3]), ..chart.clone() };
    for drawn in [chart.draw().to_string(), grades.draw().to_string()] {
        assert!(!drawn.contains("<script") && drawn.matches("</title>").count() == 1, "{drawn}");
    }
}

#[test]
fn everything_lies_on_the_paper() {
    let extremes = [i64::MIN, -1, 0, 1, i64::MAX];
    for low in extremes {
        for high in extremes {
            for shape in [Shape::Joined, Shape::Columns, Shape::Steps] {
                let points = vec![year(1900, Some(low)), year(2200, Some(high)), year(2025, None)];
                let drawn = chart(NUMBER, vec![line("A", Role::Figures, shape, points)]).draw().to_string();
                for (name, most) in [("cx", 3600), ("cy", 2300), ("x", 3600), ("y", 2600)] {
                    for rest in drawn.split(&format!(" {name}=\"")).skip(1) {
                        let at: i64 = rest.split('"').next().unwrap().parse().unwrap();
                        assert!((0..=most).contains(&at), "{name}={at} of {low} {high} {shape:?}");
                    }
                }
            }
        }
    }
}
