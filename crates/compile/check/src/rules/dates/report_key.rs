//! Whether two entries speak of the same report.

use styrbord_calendar::{Date, DateValue, Tertial, find_dates};
use styrbord_plan::Report;

/// A report's kind, the end of the period that it covers, and the other words of its title.
pub(super) type Key = (&'static str, Date, String);

/// Kinds of report, by what their name contains; a longer name stands before its own ending.
const KINDS: [(&str, &str); 8] = [
    ("halvårsrapport", "half-year"),
    ("halvårleg", "half-year"),
    ("halvårlig", "half-year"),
    ("tertialrapport", "tertial"),
    ("tertialvis", "tertial"),
    ("kvartalsrapport", "quarter"),
    ("årsrapport", "year"),
    ("årsmelding", "year"),
];

/// Words of a title that tell two reports of one kind and period not apart.
const PLAIN: [&str; 27] = [
    "og",
    "med",
    "for",
    "per",
    "pr",
    "av",
    "i",
    "til",
    "om",
    "året",
    "år",
    "budsjettåret",
    "rekneskapsåret",
    "regnskapsåret",
    "regnskap",
    "rekneskap",
    "årsregnskap",
    "årsrekneskap",
    "tertial",
    "halvår",
    "kvartal",
    "første",
    "fyrste",
    "andre",
    "tredje",
    "frist",
    "virksomhetens",
];

/// Returns what tells a report from others, when its title says enough.
pub(super) fn key(report: &Report) -> Option<Key> {
    let title = report.title.to_lowercase();
    let (name, kind) = KINDS.into_iter().find(|(name, _)| title.contains(name))?;
    let end = report.count_date.or_else(|| period_end(&title, kind, report.due))?;
    Some((kind, end, other_words(&title, name)))
}

/// Returns the last day of the period that the title names.
fn period_end(title: &str, kind: &str, due: Option<Date>) -> Option<Date> {
    let day = find_dates(title).into_iter().find_map(|mention| match mention.value {
        DateValue::Day(date) => Some(date),
        _ => None,
    });
    if day.is_some() {
        return day;
    }
    let year = year(title);
    let said = |words: &[&str]| title.split(|c: char| !c.is_alphanumeric()).any(|word| words.contains(&word));
    match kind {
        "year" => {
            // An annual report is due the year after.
            let year = year.or_else(|| due.map(|due| due.year() - 1))?;
            Date::new(year, 12, 31)
        }
        "half-year" => Date::new(year?, 6, 30).filter(|_| !said(&["2", "andre"])),
        "tertial" => {
            let numbers: [&[&str]; 3] = [&["1", "første", "fyrste"], &["2", "andre"], &["3", "tredje"]];
            let number = numbers.iter().position(|words| said(words))?;
            Some(Tertial::from_number(number as u8 + 1)?.last_day(year?))
        }
        _ => None,
    }
}

fn year(title: &str) -> Option<i16> {
    let mut years = title.split(|c: char| !c.is_ascii_digit()).filter(|figures| figures.len() == 4);
    let year = years.next()?.parse().ok()?;
    years.next().is_none().then_some(year)
}

/// Returns the words of a title that may tell it from another: "utkast til", "økonomi".
fn other_words(title: &str, name: &str) -> String {
    let mut words: Vec<&str> = title
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.contains(name) && !word.starts_with(|c: char| c.is_ascii_digit()))
        .filter(|word| !word.is_empty() && !PLAIN.contains(word) && !is_month(word))
        .collect();
    words.sort_unstable();
    words.join(" ")
}

fn is_month(word: &str) -> bool {
    (1..=12).any(|month| styrbord_calendar::month_name(month, styrbord_calendar::Language::Nb) == word)
}
