//! Whether two places say the same deadline.

use std::collections::BTreeSet;
use styrbord_calendar::{Date, DateForm, PeriodLabel, find_dates, find_periods};
use styrbord_plan::{Deadline, DeadlineKind};

/// What a comparison of two places gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Both say the same.
    Same,
    /// Both can hold at once, or they cannot be compared.
    Compatible,
    /// They probably clash.
    Doubtful,
    /// They clash.
    Differs,
}

/// Compares what two places say of one part; `year` is the letter's.
pub(super) fn compare(first: &[&Deadline], second: &[&Deadline], year: i16) -> Verdict {
    if first.iter().chain(second).any(|deadline| deadline.kind == DeadlineKind::Invalid) {
        return Verdict::Compatible;
    }
    let is_period = |deadline: &&&Deadline| deadline.kind == DeadlineKind::Period;
    if first.iter().chain(second).filter(is_period).count() > 0 {
        return match (first, second) {
            ([first], [second]) => periods(first, second, year),
            _ => Verdict::Compatible,
        };
    }
    let (before, after) = (dates(first), dates(second));
    match (before.is_empty(), after.is_empty()) {
        (true, true) => words(first, second),
        (false, false) if before == after => Verdict::Same,
        (false, false) => {
            // Both count their days up, and one leaves some out.
            if before.len() > 1 && after.len() > 1 && (before.is_subset(&after) || after.is_subset(&before)) {
                return Verdict::Doubtful;
            }
            let partial = before.is_subset(&after) || after.is_subset(&before) || open_ends(first, second);
            // "31.12.2027" may be the end of what is "årlig 15.01.2025" elsewhere.
            let recurs = |deadlines: &[&Deadline]| {
                deadlines.iter().any(|deadline| deadline.kind == DeadlineKind::Recurring)
            };
            let alike = before.len() == after.len() && recurs(first) == recurs(second);
            match (partial || same_but_year(first, second), alike) {
                (true, _) => Verdict::Compatible,
                (false, true) => Verdict::Differs,
                (false, false) => Verdict::Doubtful,
            }
        }
        _ => Verdict::Compatible,
    }
}

fn dates(deadlines: &[&Deadline]) -> BTreeSet<Date> {
    deadlines.iter().filter_map(|deadline| deadline.date).collect()
}

/// Tells whether two days differ only in a year that one of them does not print.
fn same_but_year(first: &[&Deadline], second: &[&Deadline]) -> bool {
    let ([first], [second]) = (first, second) else { return false };
    let yearless = |deadline: &Deadline| {
        find_dates(&deadline.printed).first().is_some_and(|mention| mention.form == DateForm::NoYear)
    };
    let day = |deadline: &Deadline| deadline.date.map(|date| (date.month(), date.day()));
    day(first) == day(second) && (yearless(first) || yearless(second))
}

/// Tells whether one place says when something begins and the other when it ends.
fn open_ends(first: &[&Deadline], second: &[&Deadline]) -> bool {
    let says = |deadlines: &[&Deadline], words: &[&str]| {
        deadlines.iter().any(|deadline| {
            let printed = format!(" {}", deadline.printed.to_lowercase());
            deadline.kind == DeadlineKind::Recurring && words.iter().any(|word| printed.contains(word))
        })
    };
    let begins = [" f.o.m", " fra ", " frå ", " første ", " fyrste "];
    let ends = [" t.o.m", " til ", " siste ", " ut "];
    says(first, &begins) && says(second, &ends) || says(first, &ends) && says(second, &begins)
}

/// Compares deadlines of which one at least is a period.
fn periods(first: &Deadline, second: &Deadline, year: i16) -> Verdict {
    let (Some(before), Some(after)) = (reach(first, year), reach(second, year)) else {
        return Verdict::Compatible;
    };
    if before.last == after.last {
        return Verdict::Same;
    }
    let overlap = before.first <= after.last && after.first <= before.last;
    let gap = before.last.days_until(after.first).max(after.last.days_until(before.first));
    let far = before.stated && after.stated && gap > CONVENTION_MAX;
    match (overlap, far || before.sure && after.sure) {
        (true, _) => Verdict::Compatible,
        (false, true) => Verdict::Differs,
        (false, false) => Verdict::Doubtful,
    }
}

/// How many days the ends of a season may lie apart by convention.
const CONVENTION_MAX: i32 = 92;

/// The days that a deadline allows.
struct Reach {
    first: Date,
    last: Date,
    /// Where it ends is no matter of convention, and its year is printed.
    sure: bool,
    /// Its year is printed.
    stated: bool,
}

fn reach(deadline: &Deadline, year: i16) -> Option<Reach> {
    let last = deadline.date?;
    if deadline.kind != DeadlineKind::Period {
        return Some(Reach { first: last, last, sure: true, stated: true });
    }
    let period = find_periods(&deadline.printed, year).into_iter().find(|period| period.last == last);
    Some(match period {
        Some(period) => {
            let season = matches!(period.label, PeriodLabel::Season(_));
            Reach {
                first: period.first,
                last,
                sure: period.year_stated && !season,
                stated: period.year_stated,
            }
        }
        None => Reach { first: last.start_of_year(), last, sure: false, stated: false },
    })
}

/// Compares deadlines without dates: ongoing, recurring, with a report.
fn words(first: &[&Deadline], second: &[&Deadline]) -> Verdict {
    let ([first], [second]) = (first, second) else { return Verdict::Compatible };
    if first.kind != second.kind || first.kind == DeadlineKind::None || first.frequency != second.frequency {
        return Verdict::Compatible;
    }
    if first.kind != DeadlineKind::InReport {
        return Verdict::Same;
    }
    match (report(&first.printed), report(&second.printed)) {
        (before, after) if before == after => Verdict::Same,
        ((before, Some(_)), (after, Some(_))) if before == after => Verdict::Differs,
        _ => Verdict::Compatible,
    }
}

/// Returns which report is named: its kind, and its year when just one is printed.
fn report(printed: &str) -> (Option<&'static str>, Option<u16>) {
    let lower = printed.to_lowercase();
    let kind = ["halvår", "tertial", "kvartal", "årsrapport", "årsmelding"]
        .into_iter()
        .find(|kind| lower.contains(kind));
    let mut years =
        lower.split(|c: char| !c.is_ascii_digit()).filter(|word| word.len() == 4).map(str::parse::<u16>);
    let year = years.next().and_then(Result::ok).filter(|_| years.next().is_none());
    (kind, year)
}
