//! A report is due before the day that it counts on.
//!
//! ## Why it matters
//! A report cannot hold figures for a day that has not come. One of the two dates is wrong, often in its year.
//!
//! ## Example
//! > Årsrapport 2025 · telletidspunkt 31. desember 2025 · frist 17. mars 2025
//!
//! ## What to ask
//! Ask the ministry for the right deadline, or the right count date.
//!
//! ## What it does not report
//! Forecasts, budgets and plans, which look ahead.

use super::{places, words};
use crate::{Family, Letter, Rule, Sink};
use styrbord_calendar::Date;
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::Report;

pub(crate) const RULE: Rule = Rule {
    code: "due-before-count-date",
    family: Family::Dates,
    severity: Severity::Error,
    file: include_str!("due_before_count_date.rs"),
    check,
};

/// Parts of the titles of reports that look ahead.
const AHEAD: [&str; 12] = [
    "prognose",
    "anslag",
    "overslag",
    "budsjett",
    "plan",
    "estimat",
    "framskriv",
    "fremskriv",
    "forventet",
    "innspill",
    "innspel",
    "forslag",
];

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let both: Vec<(&Report, Date, Date)> = letter
        .plan
        .reports
        .iter()
        .filter_map(|report| Some((report, report.count_date?, report.due?)))
        .filter(|(report, _, _)| {
            let title = report.title.to_lowercase().replace("budsjettår", "");
            !AHEAD.iter().any(|word| title.contains(word))
        })
        .collect();
    let reversed = both.iter().filter(|(_, count, due)| due < count).count();
    // When every row is the wrong way round, the columns are, and the letter may be right.
    if reversed > 1 && reversed == both.len() {
        return;
    }
    for (report, count, due) in both {
        let Some(spot) = report.span else { continue };
        let (count_span, due_span) =
            (places::date_span(letter, spot, count), places::date_span(letter, spot, due));
        let (count, day) = (words::day(count), words::day(due));
        let title = words::quoted(&report.title);
        if report.due >= report.count_date {
            sink.verify(
                Message::new(
                    format!("{} har frist {}, etter telletidspunktet {}", title.nb, day.nb, count.nb),
                    format!("{} har frist {}, etter teljetidspunktet {}", title.nn, day.nn, count.nn),
                    format!("{} is due {}, after its count date {}", title.en, day.en, count.en),
                ),
                &[count_span, due_span],
            );
            continue;
        }
        sink.find(
            Message::new(
                format!("{} teller {}, men fristen er alt {}", title.nb, count.nb, day.nb),
                format!("{} tel {}, men fristen er alt {}", title.nn, count.nn, day.nn),
                format!("{} counts on {}, but is due already on {}", title.en, count.en, day.en),
            ),
            &[(count_span, Some(counted())), (due_span, Some(due_word()))],
            Message::new(
                "Spør departementet hvilken av datoene som er feil.",
                "Spør departementet kva for ein av datoane som er feil.",
                "Ask the ministry which of the dates is wrong.",
            ),
        );
    }
}

fn counted() -> Message {
    Message::new("telletidspunkt", "teljetidspunkt", "count date")
}

fn due_word() -> Message {
    Message::new("frist", "frist", "due")
}
