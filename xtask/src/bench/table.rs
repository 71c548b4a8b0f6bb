//! The figures as a Markdown table, in whole numbers throughout: no figure is rounded twice.

use super::measure::Cost;

/// All that was measured.
pub(super) struct Figures {
    /// The program that only says its version: what a process costs before it reads anything.
    pub(super) start: Cost,
    pub(super) made: Vec<Row>,
    pub(super) given: Vec<Row>,
    pub(super) skipped: Vec<&'static str>,
    pub(super) machine: String,
}

/// A letter and what checking it cost.
pub(super) struct Row {
    pub(super) name: String,
    pub(super) bytes: u64,
    /// The assignments, and as many posts, of a letter that was made.
    pub(super) size: Option<usize>,
    pub(super) cost: Cost,
}

/// Returns the table, and in words how cost grows with size.
pub(super) fn report(figures: &Figures) -> String {
    let mut lines = vec![
        "| letter | kB | assignments | posts | CPU ms, median | min | max | ms per 100 kB | peak MB | runs |"
            .to_owned(),
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|".to_owned(),
        line("no letter (`--version`)", None, None, &figures.start),
    ];
    lines.extend(
        figures
            .made
            .iter()
            .chain(&figures.given)
            .map(|row| line(&row.name, Some(row.bytes), row.size, &row.cost)),
    );
    lines.push(String::new());
    lines.push(
        "CPU time is user and system time of the whole process. The generated letters have as many posts as \
         assignments, all with different numbers, titles and sums."
            .to_owned(),
    );
    lines.extend(growth(&figures.made));
    let floor_kb = figures.made.iter().map(|row| row.cost.floor_kb).max().unwrap_or(figures.start.floor_kb);
    lines.push(format!(
        "Peak memory below {} MB is not seen by this measurement.",
        tenths(floor_kb * 10, 1000)
    ));
    lines.extend(figures.skipped.iter().map(|letter| format!("Skipped, for it is not here: {letter}.")));
    lines.push(format!("Measured on: {}.", figures.machine));
    lines.join("\n") + "\n"
}

fn line(name: &str, bytes: Option<u64>, size: Option<usize>, cost: &Cost) -> String {
    let size = size.map_or_else(|| "–".to_owned(), |size| size.to_string());
    let per_100_kb = bytes.filter(|bytes| *bytes > 0).map(|bytes| tenths(cost.median_us() * 1000, bytes));
    let cells = [
        name.to_owned(),
        bytes.map_or_else(|| "–".to_owned(), |bytes| tenths(bytes * 10, 1000)),
        size.clone(),
        size,
        tenths(cost.median_us() * 10, 1000),
        tenths(cost.min_us() * 10, 1000),
        tenths(cost.max_us() * 10, 1000),
        per_100_kb.unwrap_or_else(|| "–".to_owned()),
        peak(cost),
        cost.cpu_us.len().to_string(),
    ];
    format!("| {} |", cells.join(" | "))
}

/// Returns the peak memory in MB, or what it is below.
pub(super) fn peak(cost: &Cost) -> String {
    if cost.peak_kb > cost.floor_kb {
        tenths(cost.peak_kb * 10, 1000)
    } else {
        format!("≤ {}", tenths(cost.floor_kb * 10, 1000))
    }
}

/// Says how the cost of a further 100 kB changes over the sizes, from first to middle and from middle to last.
///
/// A difference between two letters leaves out what every process pays. The least of the runs is compared, for it is
/// what other work on the machine disturbs least.
fn growth(made: &[Row]) -> Option<String> {
    let (first, middle, last) = (made.first()?, made.get(made.len() / 2)?, made.last()?);
    let low = further_100_kb_us(first, middle)?;
    let high = further_100_kb_us(middle, last)?;
    let percent = (high * 100).checked_div(low)?;
    let verdict = if percent <= 120 { "linear within 20 %" } else { "more than linear" };
    Some(format!(
        "Growth: {} times the letter ({} to {} kB); a further 100 kB costs {} ms up to {} kB and {} ms from there, \
         {percent} %: {verdict}.",
        tenths(last.bytes * 10, first.bytes),
        tenths(first.bytes * 10, 1000),
        tenths(last.bytes * 10, 1000),
        tenths(low * 10, 1000),
        tenths(middle.bytes * 10, 1000),
        tenths(high * 10, 1000),
    ))
}

fn further_100_kb_us(from: &Row, to: &Row) -> Option<u64> {
    let bytes = to.bytes.checked_sub(from.bytes)?;
    (to.cost.min_us().saturating_sub(from.cost.min_us()) * 100_000).checked_div(bytes)
}

/// Returns `ten_times / divisor`, rounded to one decimal: the quotient counts tenths.
pub(super) fn tenths(ten_times: u64, divisor: u64) -> String {
    let tenths = (ten_times + divisor / 2) / divisor.max(1);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, bytes: u64, cpu_us: u64) -> Row {
        let times = vec![cpu_us, cpu_us + 100, cpu_us + 1000];
        let cost = Cost { cpu_us: times.clone(), wall_us: times, peak_kb: 9000, floor_kb: 5000 };
        Row { name: name.to_owned(), bytes, size: Some(10), cost }
    }

    fn figures(last_us: u64) -> Figures {
        let made = vec![row("a", 10_000, 2000), row("b", 100_000, 11_000), row("c", 1_000_000, last_us)];
        let start = Cost { cpu_us: vec![900], wall_us: vec![950], peak_kb: 4000, floor_kb: 5000 };
        Figures { start, made, given: Vec::new(), skipped: vec!["x.txt"], machine: "a test".to_owned() }
    }

    #[test]
    fn a_line_has_every_figure() {
        let report = report(&figures(101_000));
        let lines: Vec<&str> = report.lines().collect();
        assert_eq!(lines[2], "| no letter (`--version`) | – | – | – | 0.9 | 0.9 | 0.9 | – | ≤ 5.0 | 1 |");
        assert_eq!(lines[3], "| a | 10.0 | 10 | 10 | 2.1 | 2.0 | 3.0 | 21.0 | 9.0 | 3 |");
        assert!(report.contains("Skipped, for it is not here: x.txt."));
        assert!(report.ends_with("Measured on: a test.\n"));
    }

    #[test]
    fn growth_is_told_without_what_every_process_pays() {
        let linear = growth(&figures(101_000).made).unwrap();
        assert!(linear.contains("100.0 times the letter (10.0 to 1000.0 kB)"), "{linear}");
        assert!(
            linear.contains("costs 10.0 ms up to 100.0 kB and 10.0 ms from there, 100 %: linear"),
            "{linear}"
        );
        let steep = growth(&figures(130_000).made).unwrap();
        assert!(steep.contains("132 %: more than linear"), "{steep}");
    }
}
