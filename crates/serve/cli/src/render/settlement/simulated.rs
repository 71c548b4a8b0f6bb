//! A year week by week, on the screen and as a chart.

mod held;

use super::numbers::{decimal, digits, share};
use super::{name_of_group, table};
use crate::output::Screen;
use crate::texts::{Text, count, join, place as words};
use std::fmt::Write;
use styrbord_app::Language;
use styrbord_app::place::{SimulateReport, Simulated, Waits};

/// The chart's size and its margins.
const WIDTH: u64 = 800;
const HEIGHT: u64 = 420;
const MARGIN: u64 = 60;

/// Draws a year.
pub(crate) fn drawn(simulated: &Simulated, screen: Screen) -> String {
    let language = screen.language;
    let report = &simulated.report;
    let persons = |number: u64| count(number as usize, words::PERSON, language);
    let cases = |number: usize| count(number, words::CASE, language);
    let in_cases = |number, of| words::IN_CASES.with(language, &[&persons(number), &cases(of)]);
    let bound = decimal(report.hindsight_bound, 3, language);
    let mut rows = vec![
        (words::TO_SETTLE, vec![in_cases(report.persons, report.cases)]),
        (words::PLACED, vec![in_cases(report.placed_persons, report.cases - report.unplaced_cases)]),
        (words::VALUE, vec![decimal(report.value, 3, language)]),
        (
            words::HINDSIGHT,
            vec![words::HINDSIGHT_MEANS.with(language, &[&of_bound(report, language), &bound])],
        ),
        (words::EVENNESS, vec![words::EVENNESS_MEANS.with(language, &[&share(report.imbalance, language)])]),
        (words::WAITING, waiting(report, language)),
        (words::GROUPS, groups(report, language)),
    ];
    rows.extend(report.floors.iter().flat_map(|floors| held::rows(floors, language)));
    if let (Some(middle), Some(worst)) = (report.week_seconds_p50, report.week_seconds_max) {
        let [middle, worst] = [middle, worst].map(|seconds| milliseconds(seconds, language));
        rows.push((words::LATENCY, vec![words::LATENCY_MEANS.with(language, &[&middle, &worst])]));
    }
    let parts = [
        screen.bold(words::YEAR_TITLE.get(language)),
        table(&rows, screen),
        words::PROPOSAL.get(language).to_owned(),
    ];
    join(parts, "\n") + "\n"
}

/// Returns the value as a part of the bound, rounded down: nothing is said to be better than it is.
#[expect(clippy::float_arithmetic, reason = "a share is shown")]
fn of_bound(report: &SimulateReport, language: Language) -> String {
    let hundredths = (report.share_of_bound * 10_000.0 + 1e-9).floor();
    format!("{}\u{a0}%", decimal(hundredths / 100.0, 2, language))
}

#[expect(clippy::float_arithmetic, reason = "a time is shown")]
fn milliseconds(seconds: f64, language: Language) -> String {
    decimal(seconds * 1000.0, 1, language)
}

/// Returns how long those waited who have a place, and how long those have waited who have none.
fn waiting(report: &SimulateReport, language: Language) -> Vec<String> {
    let row = |waits: &Waits, text: Text| {
        let [over_3, over_6] = [waits.over_3_months, waits.over_6_months].map(|cases| digits(cases as i64));
        let cases = count(waits.cases, words::CASE, language);
        let mean = decimal(waits.weeks_mean, 1, language);
        text.with(language, &[&cases, &mean, &waits.weeks_max, &over_3, &over_6])
    };
    let mut rows = vec![row(&report.waited, words::WAITED_MEANS)];
    if report.waiting.cases > 0 {
        rows.push(row(&report.waiting, words::STILL_WAITING));
    }
    rows
}

fn groups(report: &SimulateReport, language: Language) -> Vec<String> {
    let row = |group: &styrbord_app::place::Group| {
        words::GROUP_ROW.with(
            language,
            &[
                &name_of_group(group.origin_group),
                &digits(group.placed_persons as i64),
                &digits(group.persons as i64),
                &decimal(group.value, 1, language),
                &decimal(group.hindsight_value, 1, language),
            ],
        )
    };
    report.groups.iter().map(row).collect()
}

/// Draws how many had come and had been placed by each week, as SVG.
pub(crate) fn chart(simulated: &Simulated, language: Language) -> String {
    let most = simulated.weeks.iter().map(|week| week.arrived.max(week.placed)).max().unwrap_or(0).max(1);
    let last = (simulated.weeks.len() as u64).max(2) - 1;
    let point = |week: usize, persons: u64| {
        let x = MARGIN + (WIDTH - 2 * MARGIN) * week as u64 / last;
        let y = HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * persons / most;
        format!("{x},{y}")
    };
    let line = |of: &dyn Fn(&styrbord_app::place::Week) -> u64| {
        let points = simulated.weeks.iter().enumerate().map(|(week, sums)| point(week, of(sums)));
        join(points, " ")
    };
    let (arrived, placed) = (words::CHART_ARRIVED.get(language), words::CHART_PLACED.get(language));
    let title = words::CHART_TITLE.get(language);
    let (bottom, right) = (HEIGHT - MARGIN, WIDTH - MARGIN);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"sans-serif\" \
         font-size=\"14\" role=\"img\">\n<title>{title}</title>\n<rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"white\"/>\n"
    );
    let text = |x: u64, y: u64, anchor: &str, text: &str| {
        format!("<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{text}</text>\n")
    };
    let weeks = words::CHART_WEEKS.with(language, &[&simulated.weeks.len()]);
    svg += &text(MARGIN, 30, "start", title);
    svg += &text(MARGIN - 8, MARGIN + 5, "end", &digits(most as i64));
    svg += &text(MARGIN - 8, bottom, "end", "0");
    svg += &text(right, bottom + 24, "end", &weeks);
    // Colours that differ in lightness too, and one line dashed, so that no eye has to tell colours apart.
    for (at, (points, colour, dash, label)) in [
        (line(&|week| week.arrived), "#5b8db8", "6 4", arrived),
        (line(&|week| week.placed), "#1b3a57", "none", placed),
    ]
    .into_iter()
    .enumerate()
    {
        let y = MARGIN + 20 * at as u64 + 5;
        // Writing into a text cannot fail.
        let _ = writeln!(
            svg,
            "<polyline points=\"{points}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2.5\" stroke-dasharray=\"{dash}\"/>\n\
             <line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{colour}\" stroke-width=\"2.5\" stroke-dasharray=\"{dash}\"/>",
            MARGIN + 16,
            y - 5,
            MARGIN + 46,
            y - 5
        );
        svg += &text(MARGIN + 54, y, "start", label);
    }
    let _ = writeln!(
        svg,
        "<path d=\"M{MARGIN} {MARGIN}V{bottom}H{right}\" fill=\"none\" stroke=\"#333\"/>\n</svg>"
    );
    svg
}
