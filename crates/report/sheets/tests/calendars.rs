//! Calendars as another program reads them: the Python package `icalendar`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]
#![expect(clippy::disallowed_methods, reason = "another program reads the calendars")]

use std::io::Write as _;
use std::process::{Command, Stdio};
use styrbord_calendar::Date;
use styrbord_sheets::{DayCalendar, DayEntry, UtcTime, icalendar};

/// Prints what stands in a calendar, a field a line, and what the package finds wrong.
const READER: &str = "
import sys, icalendar
text = sys.stdin.buffer.read()
calendar = icalendar.Calendar.from_ical(text)
print(repr([str(calendar[name]) for name in ('VERSION', 'CALSCALE', 'X-WR-CALNAME', 'NAME')]))
print('method', calendar.get('METHOD'), calendar.errors)
print(calendar['REFRESH-INTERVAL'].dt, calendar['X-PUBLISHED-TTL'])
for event in calendar.walk('VEVENT'):
    start, end = event['DTSTART'].dt, event['DTEND'].dt
    print(event['UID'], event['SEQUENCE'], event['STATUS'], start, end, event['DTSTAMP'].dt.isoformat(), event.errors)
    words = [str(event['SUMMARY']), str(event.get('DESCRIPTION', ''))]
    categories = [str(one) for one in event['CATEGORIES'].cats] if 'CATEGORIES' in event else []
    print(ascii(words + categories + [str(event.get('URL', ''))]))
print(calendar.to_ical().replace(b'\\r\\n ', b'').count(b'BEGIN:VEVENT'))
";

fn read(text: &str) -> Option<String> {
    let there = Command::new("python3").args(["-c", "import icalendar"]).output();
    if !there.is_ok_and(|out| out.status.success()) {
        styrbord_truth::skip("reading a calendar back: icalendar is not installed");
        return None;
    }
    let mut command = Command::new("python3");
    command.args(["-c", READER]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut python = command.spawn().unwrap();
    python.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let out = python.wait_with_output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    Some(String::from_utf8(out.stdout).unwrap())
}

fn day(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

fn entry(uid: &str, revision: u32, on: &str, cancelled: bool) -> DayEntry {
    DayEntry {
        uid: uid.to_owned(),
        revision,
        changed: UtcTime { day: day("2025-02-28"), second: 86_399 },
        day: day(on),
        cancelled,
        title: "Rapport".to_owned(),
        description: String::new(),
        categories: Vec::new(),
        address: None,
    }
}

#[test]
fn another_program_reads_the_same_days() {
    let hostile = "Kartlegge råte; blåskjell, \\ og \u{1f980}\nBEGIN:VALARM\r\nEND:VEVENT".to_owned();
    let full = DayEntry {
        title: hostile.clone(),
        description: format!("{hostile} {}", "æøå ".repeat(60).trim()),
        categories: vec!["Oppdrag, nytt".to_owned(), "Frist".to_owned()],
        address: Some("https://styrbord.test/years/organisation-1/2025/objects/assignment-1".to_owned()),
        ..entry("a@styrbord", 0, "2025-12-31", false)
    };
    let entries = vec![full, entry("b@styrbord", 12, "2024-02-29", true)];
    let calendar = DayCalendar { name: "Bryggetilsynet 2025".to_owned(), refresh_hours: 4, entries };
    let text = icalendar(&calendar);
    assert!(text.lines().all(|line| line.len() <= 75) && !text.replace("\r\n", "").contains(['\r', '\n']));
    let Some(found) = read(&text) else { return };
    let lines: Vec<&str> = found.lines().collect();
    assert_eq!(lines[0], "['2.0', 'GREGORIAN', 'Bryggetilsynet 2025', 'Bryggetilsynet 2025']");
    assert_eq!(lines[1..3], ["method None []", "4:00:00 PT4H"]);
    assert_eq!(lines[3], "a@styrbord 0 CONFIRMED 2025-12-31 2026-01-01 2025-02-28T23:59:59+00:00 []");
    let title = "Kartlegge r\\xe5te; bl\\xe5skjell, \\\\ og \\U0001f980\\nBEGIN:VALARM\\nEND:VEVENT";
    let more = "\\xe6\\xf8\\xe5 ".repeat(60);
    let address = "https://styrbord.test/years/organisation-1/2025/objects/assignment-1";
    let words = format!("['{title}', '{title} {}', 'Oppdrag, nytt', 'Frist', '{address}']", more.trim());
    assert_eq!(lines[4], words);
    assert_eq!(lines[5], "b@styrbord 12 CANCELLED 2024-02-29 2024-03-01 2025-02-28T23:59:59+00:00 []");
    assert_eq!(lines[6..], ["['Rapport', '', '']", "2"]);
}

#[test]
fn an_empty_calendar_is_one_too() {
    let calendar = DayCalendar { name: "Ingen".to_owned(), refresh_hours: 1, entries: Vec::new() };
    let Some(found) = read(&icalendar(&calendar)) else { return };
    assert_eq!(found.lines().last(), Some("0"));
}
