//! Dates and numbers as they are written in Norway.

use styrbord_app::{CalendarLanguage, Date, Language, Nok, group_digits};

/// Returns a date in words: `31. desember 2025`.
pub(crate) fn date(date: Date, language: Language) -> String {
    date.written(of_calendar(language))
}

/// Returns the language as names of days and months have it.
pub(crate) fn of_calendar(language: Language) -> CalendarLanguage {
    match language {
        Language::Nb => CalendarLanguage::Nb,
        Language::Nn => CalendarLanguage::Nn,
        Language::En => CalendarLanguage::En,
    }
}

/// Returns a date in figures, for tables: `31.12.2025`.
pub(crate) fn short_date(date: Date) -> String {
    format!("{:02}.{:02}.{:04}", date.day(), date.month(), date.year())
}

/// Returns an amount in kroner with its digits in groups.
pub(crate) fn amount(amount: Nok) -> String {
    amount.norwegian()
}

/// Returns a count with its digits in groups.
pub(crate) fn number(number: usize) -> String {
    group_digits(i64::try_from(number).unwrap_or(i64::MAX))
}

/// Reads a date as browsers send it, `2025-12-31`, and as people type it, `31.12.2025`.
pub(crate) fn read_date(text: &str) -> Option<Date> {
    let text = text.trim();
    Date::parse_iso(text).or_else(|| {
        let mut parts = text.split('.').map(str::trim);
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        let is_last = parts.next().is_none();
        let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
        is_last.then_some(date)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_they_are_written() {
        let day = Date::new(2025, 3, 1);
        for text in ["2025-03-01", "01.03.2025", " 1.3.2025 "] {
            assert_eq!(read_date(text), day, "{text}");
        }
        for text in ["", "1.3", "31.02.2025", "1.3.2025.1", "2025-13-01", "i morgen"] {
            assert_eq!(read_date(text), None, "{text}");
        }
        assert_eq!(day.map(short_date).as_deref(), Some("01.03.2025"));
        assert_eq!(day.map(|day| date(day, Language::Nn)).as_deref(), Some("1. mars 2025"));
    }
}
