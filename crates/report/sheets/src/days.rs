//! Days as an iCalendar file (RFC 5545 and 7986), which calendars take over or subscribe to.

use std::fmt::Write;
use styrbord_calendar::Date;

/// The most bytes of a line, without its end.
const LINE_MAX: usize = 75;

/// A calendar of whole days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayCalendar {
    /// Its name, as calendars show it.
    pub name: String,
    /// After how many hours a subscriber is to ask again.
    pub refresh_hours: u16,
    /// The days.
    pub entries: Vec<DayEntry>,
}

/// Something that falls on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayEntry {
    /// Its name all over the world, the same for ever.
    pub uid: String,
    /// How many times it changed.
    pub revision: u32,
    /// When it changed last.
    pub changed: UtcTime,
    /// The day.
    pub day: Date,
    /// Whether it is no more.
    pub cancelled: bool,
    /// What it is, in a line.
    pub title: String,
    /// More about it.
    pub description: String,
    /// What kind of thing it is.
    pub categories: Vec<String>,
    /// Where more about it stands on the web.
    pub address: Option<String>,
}

/// A point in time (UTC), to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UtcTime {
    /// The day.
    pub day: Date,
    /// The seconds since its midnight, below 86 400.
    pub second: u32,
}

/// Returns a calendar as the text of an iCalendar file. It invites nobody: there is no method.
pub fn icalendar(calendar: &DayCalendar) -> String {
    let hours = calendar.refresh_hours;
    let name = escaped(&calendar.name);
    let mut text = String::new();
    for (property, value) in [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//Styrbord//Styrbord//NO"),
        ("CALSCALE", "GREGORIAN"),
        ("NAME", &name),
        ("X-WR-CALNAME", &name),
        ("REFRESH-INTERVAL;VALUE=DURATION", &format!("PT{hours}H")),
        ("X-PUBLISHED-TTL", &format!("PT{hours}H")),
    ] {
        line(&mut text, property, value);
    }
    for entry in &calendar.entries {
        event(&mut text, entry);
    }
    line(&mut text, "END", "VCALENDAR");
    text
}

fn event(text: &mut String, entry: &DayEntry) {
    let changed = stamp(entry.changed);
    let categories: Vec<String> = entry.categories.iter().map(|category| escaped(category)).collect();
    let address = entry.address.as_deref().unwrap_or_default();
    for (property, value) in [
        ("BEGIN", "VEVENT"),
        ("UID", &escaped(&entry.uid)),
        ("SEQUENCE", &entry.revision.to_string()),
        ("DTSTAMP", &changed),
        ("LAST-MODIFIED", &changed),
        ("DTSTART;VALUE=DATE", &figures(entry.day)),
        // The end is the first day that is no longer part of it.
        ("DTEND;VALUE=DATE", &figures(entry.day.add_days(1))),
        ("STATUS", if entry.cancelled { "CANCELLED" } else { "CONFIRMED" }),
        // A deadline keeps nobody from meeting.
        ("TRANSP", "TRANSPARENT"),
        ("SUMMARY", &escaped(&entry.title)),
        ("DESCRIPTION", &escaped(&entry.description)),
        ("CATEGORIES", &categories.join(",")),
        ("URL", &address.replace(char::is_control, "")),
        ("END", "VEVENT"),
    ] {
        if !value.is_empty() {
            line(text, property, value);
        }
    }
}

fn figures(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

fn stamp(UtcTime { day, second }: UtcTime) -> String {
    let (hour, minute, second) = (second / 3600 % 24, second / 60 % 60, second % 60);
    format!("{}T{hour:02}{minute:02}{second:02}Z", figures(day))
}

/// Returns text in which nothing ends a value or a line.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.replace("\r\n", "\n").chars() {
        match character {
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            '\n' | '\r' => escaped.push_str("\\n"),
            other if other.is_control() => {}
            other => escaped.push(other),
        }
    }
    escaped
}

/// Writes a property; a long one goes on in lines that begin with a space, broken between characters.
fn line(text: &mut String, property: &str, value: &str) {
    let mut length = 0;
    let mut whole = String::with_capacity(property.len() + value.len() + 1);
    let _ = write!(whole, "{property}:{value}");
    for character in whole.chars() {
        if length + character.len_utf8() > LINE_MAX {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(character);
        length += character.len_utf8();
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_go_on_and_no_character_is_broken() {
        for length in 60..80 {
            let value = "a".repeat(length) + &"åæø€😀".repeat(40);
            let mut text = String::new();
            line(&mut text, "SUMMARY", &value);
            assert!(text.ends_with("\r\n") && text.lines().all(|line| line.len() <= LINE_MAX), "{text}");
            assert_eq!(text.replace("\r\n ", "").trim_end(), format!("SUMMARY:{value}"));
        }
    }

    #[test]
    fn nothing_in_a_text_ends_it() {
        assert_eq!(escaped("a;b,c\\d\r\nBEGIN:VALARM\re\u{7}"), "a\\;b\\,c\\\\d\\nBEGIN:VALARM\\ne");
    }
}
