//! What people type in these forms, read field by field.

use super::texts as words;
use crate::fields::Errors;
use crate::frame::Frame;
use crate::visit::Values;
use crate::{words as shared, written};
use styrbord_app::Date;
use styrbord_app::follow::events::measure::{Level, Period, Reading, Unit};
use styrbord_app::follow::{level, period, reading};
use styrbord_app::texts::Text;

/// Reads a form, and gathers what is wrong with it.
pub(super) struct Reader<'a> {
    pub(super) frame: &'a Frame,
    given: &'a Values,
    pub(super) errors: Errors,
}

impl<'a> Reader<'a> {
    /// Begins to read a form.
    pub(super) fn new(frame: &'a Frame, given: &'a Values) -> Self {
        Self { frame, given, errors: Errors::default() }
    }

    /// Returns what was typed, if anything.
    pub(super) fn optional(&self, name: &str) -> Option<String> {
        self.given.get(name).map(str::to_owned)
    }

    /// Returns what was typed; it has to be.
    pub(super) fn long(&mut self, name: &'static str, label: Text) -> Option<String> {
        let typed = self.optional(name);
        if typed.is_none() {
            let label = self.frame.t(label);
            self.errors.add(name, self.frame.with(shared::fields::MISSING, label));
        }
        typed
    }

    fn wrong<T>(&mut self, name: &'static str, value: Option<T>, text: Text, typed: &str) -> Option<T> {
        if value.is_none() {
            self.errors.add(name, self.frame.with(text, typed));
        }
        value
    }

    /// Returns the period that was typed.
    pub(super) fn period(&mut self, name: &'static str) -> Option<Period> {
        let typed = self.long(name, words::PERIOD)?;
        self.wrong(name, period_of(&typed), words::NO_PERIOD, &typed)
    }

    /// Returns the day that was typed, if any.
    pub(super) fn day(&mut self, name: &'static str) -> Option<Date> {
        let typed = self.optional(name)?;
        self.wrong(name, written::read_date(&typed), words::NO_DAY, &typed)
    }

    /// Returns the figure that was typed.
    pub(super) fn reading(&mut self, name: &'static str, unit: &Unit) -> Option<Reading> {
        let typed = self.long(name, words::VALUE)?;
        let found = if is_suppressed(&typed) { Some(Reading::Suppressed) } else { reading(&typed, unit) };
        self.wrong(name, found, words::NO_VALUE, &typed)
    }

    /// Returns the level that was typed.
    pub(super) fn level(&mut self, name: &'static str, unit: &Unit) -> Option<Level> {
        let typed = self.long(name, words::VALUE)?;
        self.wrong(name, level(&typed, unit), words::NO_VALUE, &typed)
    }

    /// Returns a whole number; 0 when nothing was typed.
    pub(super) fn number(&mut self, name: &'static str) -> Option<u16> {
        let Some(typed) = self.optional(name) else { return Some(0) };
        self.wrong(name, typed.parse().ok(), words::NO_NUMBER, &typed)
    }

    /// Returns which one was chosen.
    pub(super) fn chosen<T: Copy>(&mut self, name: &'static str, all: &[(T, &str, Text)]) -> Option<T> {
        let typed = self.optional(name).unwrap_or_default();
        let found = all.iter().find(|(_, word, _)| *word == typed).map(|(one, ..)| *one);
        self.wrong(name, found, words::NO_CHOICE, &typed)
    }
}

/// Reads a period as the terminal does, and `T1 2025` and `03.2025` as pages write it.
pub(super) fn period_of(text: &str) -> Option<Period> {
    let text = text.trim();
    period(text).or_else(|| {
        if let Some((part, year)) = text.split_once(' ') {
            return period(&format!("{year}-{}", part.to_uppercase()));
        }
        if let Some((from, to)) = text.split_once('–') {
            return Period::new(written::read_date(from)?, written::read_date(to)?);
        }
        let (month, year) = text.split_once('.')?;
        period(&format!("{year}-{month}"))
    })
}

/// Tells whether somebody types that the source does not show the figure, as statistics print it.
fn is_suppressed(text: &str) -> bool {
    [":", "suppressed", "skjermet", "skjerma"].contains(&text.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_read_as_they_are_written() {
        for (text, read) in [
            ("2025", Some("2025-01-01/2025-12-31")),
            ("T2 2025", Some("2025-05-01/2025-08-31")),
            ("2025-T2", Some("2025-05-01/2025-08-31")),
            ("03.2025", Some("2025-03-01/2025-03-31")),
            ("1.10.2024–30.9.2025", Some("2024-10-01/2025-09-30")),
            ("2024-10-01/2025-09-30", Some("2024-10-01/2025-09-30")),
            ("i fjor", None),
            ("", None),
        ] {
            assert_eq!(period_of(text).map(|period| period.to_string()).as_deref(), read, "{text}");
        }
    }
}
