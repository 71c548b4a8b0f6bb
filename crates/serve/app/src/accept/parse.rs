//! The file of acceptances, read with the line of each thing in it.

use super::Accept;
use std::ops::Range;
use styrbord_calendar::Date;
use styrbord_diagnostics::Acceptance;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The name of the list in the file.
const LIST: &str = "accept";

/// Why a file of acceptances could not be read; each names its line, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AcceptError {
    /// It is not TOML.
    #[error("line {line}: {reason}")]
    Syntax {
        /// The line.
        line: usize,
        /// What the TOML reader says.
        reason: String,
    },
    /// Something else than `[[accept]]`, or a field that no entry has.
    #[error("line {line}: `{name}` is not known")]
    Unknown {
        /// The line.
        line: usize,
        /// The name found.
        name: String,
    },
    /// An entry lacks a field that it must have, or the field is empty.
    #[error("line {line}: `{field}` is missing")]
    Missing {
        /// The line on which the entry begins.
        line: usize,
        /// The field.
        field: &'static str,
    },
    /// A field holds something of another kind.
    #[error("line {line}: `{field}` is not a {expected:?}")]
    Wrong {
        /// The line.
        line: usize,
        /// The field.
        field: String,
        /// What it should hold.
        expected: Expected,
    },
}

/// What a field of the file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A string.
    Text,
    /// A line number, from 1.
    LineNumber,
    /// A day that exists, as `YYYY-MM-DD`.
    Date,
    /// A list of tables, `[[accept]]`.
    Entries,
}

/// Reads the entries of a file of acceptances.
///
/// # Errors
/// The first thing in it that cannot be understood, with its line.
pub fn parse_accepts(text: &str) -> Result<Vec<Accept>, AcceptError> {
    let file = File { text };
    let document = DeTable::parse(text).map_err(|error| AcceptError::Syntax {
        line: file.line(&error.span().unwrap_or_default()),
        reason: error.message().to_owned(),
    })?;
    let mut accepts = Vec::new();
    for (name, value) in document.get_ref() {
        if name.get_ref() != LIST {
            return Err(AcceptError::Unknown {
                line: file.line(&name.span()),
                name: name.get_ref().to_string(),
            });
        }
        let wrong = || file.wrong(LIST, &value.span(), Expected::Entries);
        let DeValue::Array(entries) = value.get_ref() else { return Err(wrong()) };
        for entry in entries {
            let DeValue::Table(table) = entry.get_ref() else { return Err(wrong()) };
            accepts.push(file.entry(table, &entry.span())?);
        }
    }
    Ok(accepts)
}

struct File<'a> {
    text: &'a str,
}

impl File<'_> {
    fn entry(&self, table: &DeTable<'_>, at: &Range<usize>) -> Result<Accept, AcceptError> {
        let file_line = self.line(at);
        let (mut code, mut line, mut quote) = (None, None, None);
        let (mut reason, mut who, mut date) = (None, None, None);
        for (name, value) in table {
            match name.get_ref().as_ref() {
                "code" => code = self.text_of("code", value)?,
                "line" => line = Some(self.line_number(value)?),
                "quote" => quote = self.text_of("quote", value)?,
                "reason" => reason = self.text_of("reason", value)?,
                "who" => who = self.text_of("who", value)?,
                "date" => date = Some(self.date(value)?),
                other => {
                    return Err(AcceptError::Unknown {
                        line: self.line(&name.span()),
                        name: other.to_owned(),
                    });
                }
            }
        }
        let missing = |field| AcceptError::Missing { line: file_line, field };
        Ok(Accept {
            code: code.ok_or_else(|| missing("code"))?,
            line,
            quote,
            acceptance: Acceptance {
                reason: reason.ok_or_else(|| missing("reason"))?,
                who: who.ok_or_else(|| missing("who"))?,
                date: date.ok_or_else(|| missing("date"))?.to_string(),
            },
            file_line,
        })
    }

    /// Returns the trimmed text; a blank one counts as missing.
    fn text_of(&self, field: &str, value: &Spanned<DeValue<'_>>) -> Result<Option<String>, AcceptError> {
        let DeValue::String(text) = value.get_ref() else {
            return Err(self.wrong(field, &value.span(), Expected::Text));
        };
        Ok(Some(text.trim().to_owned()).filter(|text| !text.is_empty()))
    }

    fn line_number(&self, value: &Spanned<DeValue<'_>>) -> Result<u32, AcceptError> {
        let number = match value.get_ref() {
            DeValue::Integer(number) => u32::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        number
            .filter(|number| *number > 0)
            .ok_or_else(|| self.wrong("line", &value.span(), Expected::LineNumber))
    }

    /// Returns the day, written as a string or as a date of TOML.
    fn date(&self, value: &Spanned<DeValue<'_>>) -> Result<Date, AcceptError> {
        let written = match value.get_ref() {
            DeValue::String(text) => text.trim().to_owned(),
            DeValue::Datetime(datetime) => datetime.to_string(),
            _ => String::new(),
        };
        Date::parse_iso(&written).ok_or_else(|| self.wrong("date", &value.span(), Expected::Date))
    }

    fn wrong(&self, field: &str, at: &Range<usize>, expected: Expected) -> AcceptError {
        AcceptError::Wrong { line: self.line(at), field: field.to_owned(), expected }
    }

    fn line(&self, at: &Range<usize>) -> usize {
        self.text.get(..at.start).unwrap_or(self.text).matches('\n').count() + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = "# Agreed in the meeting.\n\n[[accept]]\ncode = \"doubled-word\"\nline = 12\n\
        reason = \"A name.\"\nwho = \"Kari\"\ndate = 2025-01-05\n";

    #[test]
    fn a_whole_entry() {
        let accepts = parse_accepts(WHOLE).unwrap();
        let acceptance =
            Acceptance { reason: "A name.".into(), who: "Kari".into(), date: "2025-01-05".into() };
        let expected =
            Accept { code: "doubled-word".into(), line: Some(12), quote: None, acceptance, file_line: 3 };
        assert_eq!(accepts, [expected]);
        assert_eq!(parse_accepts("").unwrap(), []);
    }

    #[test]
    fn what_cannot_be_understood_has_its_line() {
        let wrong = |field: &str, line, expected| AcceptError::Wrong { line, field: field.into(), expected };
        for (old, new, expected) in [
            ("reason = \"A name.\"\n", "", AcceptError::Missing { line: 3, field: "reason" }),
            ("\"Kari\"", "\" \"", AcceptError::Missing { line: 3, field: "who" }),
            ("2025-01-05", "\"2025-02-30\"", wrong("date", 8, Expected::Date)),
            ("2025-01-05", "2025-01-05T10:00:00", wrong("date", 8, Expected::Date)),
            ("12", "0", wrong("line", 5, Expected::LineNumber)),
            ("\"Kari\"", "7", wrong("who", 7, Expected::Text)),
            ("line", "lines", AcceptError::Unknown { line: 5, name: "lines".into() }),
            ("[[accept]]", "[[accepted]]", AcceptError::Unknown { line: 3, name: "accepted".into() }),
            ("[[accept]]", "[accept]", wrong("accept", 3, Expected::Entries)),
        ] {
            assert_eq!(parse_accepts(&WHOLE.replace(old, new)).unwrap_err(), expected, "{old} -> {new}");
        }
        let Err(AcceptError::Syntax { line, .. }) = parse_accepts(&WHOLE.replace("12", "twelve")) else {
            unreachable!("bare words are no TOML")
        };
        assert_eq!(line, 5);
    }
}
