//! Reports that a sentence orders with their days: sent by a day, or counted at one day and due at another.

use crate::reports::{REPORT_STEMS, day};
use crate::view::View;
use crate::words::{find_frequency, find_stem, lower};
use styrbord_calendar::{Date, DateValue, Frequency, find_dates};
use styrbord_plan::{Plan, Report};
use styrbord_source::Flow;

/// Verbs by which a report reaches its receiver.
const SENT: [&str; 12] = [
    " sendes",
    " sendast",
    " skal sendes",
    " skal sendast",
    " leveres",
    " leverast",
    " skal leveres",
    " skal leverast",
    " oversendes",
    " avgis",
    " skal oversendes",
    " skal avgis",
];

/// Reads a sentence whose subject is a report that is sent by a day: `Årsrapport med rekneskap sendast innan 1. mars 2026`.
pub(crate) fn sent(view: &View<'_>, plan: &Plan, sentence: &Flow) -> Option<Report> {
    let text = sentence.as_str();
    let low = lower(text);
    let name = REPORT_STEMS.iter().find(|stem| low.trim_start().starts_with(*stem))?;
    let verb = SENT.iter().filter_map(|verb| low.find(verb)).min()?;
    let title = sentence.slice(0..verb);
    let known = plan.reports.iter().any(|report| lower(&report.title).contains(name));
    if known || title.as_str().split_whitespace().count() > 8 || title.as_str().contains([',', ';']) {
        return None;
    }
    let by = ["innen", "innan", "senest", "seinast", "frist"]
        .iter()
        .filter_map(|word| find_stem(&low, word))
        .min()?;
    let due = day(plan, &sentence.slice(by.max(verb)..text.len()))?;
    let frequency = find_frequency(&low).map(|found| found.1);
    let span = Some(view.spot(sentence.span()));
    Some(Report { title: title.joined(), count_date: None, due: Some(due), frequency, span })
}

/// Reads a sentence that pairs days to count at with days to report by:
/// `rapportere per tertial (30. april, 31. august) med frist 20. mai og 20. september 2025`.
pub(crate) fn by_count_dates(view: &View<'_>, plan: &Plan, sentence: &Flow) -> Vec<Report> {
    let text = sentence.as_str();
    let low = lower(text);
    let start = ["rapportere", "rapporterer", "rapporteres", "rapporterast"]
        .iter()
        .filter_map(|word| find_stem(&low, word))
        .min();
    let (Some(start), Some(open)) = (start, low.find('(')) else { return Vec::new() };
    let Some(close) = low.get(open..).and_then(|rest| rest.find(')')).map(|at| open + at) else {
        return Vec::new();
    };
    let Some(due) = ["frist", "innen", "innan", "senest", "seinast"]
        .iter()
        .filter_map(|word| find_stem(&low, word))
        .find(|at| *at > close)
    else {
        return Vec::new();
    };
    let counted = days(plan, &sentence.slice(open..close));
    let due = days(plan, &sentence.slice(due..text.len()));
    if start > open || counted.len() != due.len() || counted.is_empty() {
        return Vec::new();
    }
    let title = sentence.slice(start..open).joined();
    let span = Some(view.spot(sentence.span()));
    let per = [
        ("tertial", Frequency::Tertial),
        ("kvartal", Frequency::Quarterly),
        ("halvår", Frequency::HalfYearly),
    ];
    let frequency = per.into_iter().find(|(word, _)| low.contains(word)).map(|(_, frequency)| frequency);
    let report = |(count, due): (Date, Date)| Report {
        title: title.clone(),
        count_date: Some(count),
        due: Some(due),
        frequency,
        span,
    };
    counted.into_iter().zip(due).map(report).collect()
}

/// Returns every day of a text; one without a year stands in the letter's year.
fn days(plan: &Plan, flow: &Flow) -> Vec<Date> {
    find_dates(flow.as_str())
        .into_iter()
        .filter_map(|mention| match mention.value {
            DateValue::Day(date) => Some(date),
            DateValue::WithoutYear { month, day } => Date::new(plan.year?, month, day),
            _ => None,
        })
        .collect()
}
