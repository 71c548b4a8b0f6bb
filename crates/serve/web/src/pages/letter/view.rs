//! The lines of a letter, with what stands in each.

use super::texts as words;
use crate::frame::{Frame, year_base};
use crate::pages::findings::Row;
use crate::pages::names;
use crate::site::Looked;
use crate::written;
use std::collections::BTreeMap;
use styrbord_app::follow::events::letters::{Part, PartVersion};
use styrbord_app::follow::events::{Hash, ObjectId};
use styrbord_app::follow::letters;

/// The letters of the year, and the one that is shown.
#[derive(Default)]
pub(super) struct Shelf {
    pub(super) letters: Vec<LetterLink>,
    /// What kind of document the one that is shown is; empty when its title says so.
    pub(super) kind: &'static str,
    /// Its title.
    pub(super) title: String,
    /// Its id, and the sum of its file.
    pub(super) shown: Option<(ObjectId, Option<Hash>)>,
    /// The beginning of the year's addresses.
    pub(super) base: String,
    /// What was understood at each line.
    notes: BTreeMap<u32, Vec<Note>>,
}

/// One of the letters.
pub(super) struct LetterLink {
    pub(super) address: String,
    pub(super) name: String,
    /// The day from which it holds.
    pub(super) day: String,
    /// Whether it is shown.
    pub(super) current: bool,
}

/// The letter, line by line.
#[derive(Default)]
pub(super) struct Seen {
    pub(super) lines: Vec<Line>,
    /// How many findings there are of each severity that nobody accepted.
    pub(super) counts: Vec<(&'static str, String)>,
    /// What is wrong, in the order of the lines.
    pub(super) findings: Vec<Jump>,
    /// How many those are.
    pub(super) open: usize,
}

/// The way to a finding's line.
pub(super) struct Jump {
    pub(super) color: &'static str,
    pub(super) severity: &'static str,
    pub(super) line: u32,
    pub(super) message: String,
}

/// A line that says something.
pub(super) struct Line {
    pub(super) number: u32,
    pub(super) text: String,
    /// Whether empty lines stand before it.
    pub(super) after_gap: bool,
    pub(super) notes: Vec<Note>,
}

/// What was understood at a line, or is wrong there.
#[derive(Debug, Clone)]
pub(super) struct Note {
    pub(super) color: &'static str,
    pub(super) kind: &'static str,
    pub(super) text: String,
    /// Where it leads.
    pub(super) address: String,
    /// What else is to be said: what the part became, or what the words clash with.
    pub(super) more: String,
}

impl Shelf {
    /// Finds the letters of a year.
    pub(super) fn of(looked: &Looked<'_>, frame: &Frame, asked: Option<&str>) -> Self {
        let all = letters(looked.year);
        let main = looked.year.letters.main_letter();
        let asked = asked.and_then(|text| text.parse::<ObjectId>().ok());
        let shown = all.iter().find(|row| Some(row.letter) == asked);
        let shown = shown.or_else(|| all.iter().find(|row| Some(row.letter) == main)).or(all.first());
        let base = year_base(looked.year.stream);
        let day = frame.day_end().replacen('?', "&", 1);
        let link = |row: &styrbord_app::follow::LetterRow| LetterLink {
            address: format!("{base}/letter?letter={}{day}", row.letter),
            name: names::letter(&row.document, frame.language),
            day: written::date(row.on, frame.language),
            current: shown.is_some_and(|shown| shown.letter == row.letter),
        };
        let Some(shown) = shown else { return Self { base, ..Self::default() } };
        Self {
            letters: all.iter().map(link).collect(),
            kind: names::unsaid_kind(&shown.document, frame.language),
            title: shown.document.title.clone(),
            shown: Some((shown.letter, shown.document.hash)),
            notes: notes(looked, frame, shown.letter),
            base,
        }
    }
}

/// Returns what the year has of each line of a letter.
fn notes(looked: &Looked<'_>, frame: &Frame, letter: ObjectId) -> BTreeMap<u32, Vec<Note>> {
    let mut notes: BTreeMap<u32, Vec<Note>> = BTreeMap::new();
    for (object, part) in &looked.year.letters.parts {
        let version = part.history.iter().rev().find(|version| version.letter == letter);
        let Some((version, spot)) = version.and_then(|one| Some((one, one.value.span()?))) else { continue };
        notes.entry(spot.place.line).or_default().push(note(looked, frame, (*object, part, version)));
    }
    notes
}

fn note(
    looked: &Looked<'_>,
    frame: &Frame,
    (object, part, version): (ObjectId, &Part, &PartVersion),
) -> Note {
    let base = year_base(looked.year.stream);
    let label = version.value.label().unwrap_or_default();
    let title = shortened(&names::title(version.value.title(), frame.language));
    let more = if part.repealed.is_some() {
        frame.t(words::GONE)
    } else if part.letter != version.letter {
        frame.t(words::CHANGED_LATER)
    } else {
        ""
    };
    Note {
        color: "neutral",
        kind: frame.t(names::kind(object.kind)),
        text: if label.is_empty() { title } else { label },
        address: format!("{base}/objects/{object}{}", frame.day_end()),
        more: more.to_owned(),
    }
}

/// As much of a title stands in the margin.
const MARGIN: usize = 60;

fn shortened(text: &str) -> String {
    if text.chars().count() <= MARGIN {
        return text.to_owned();
    }
    let cut: String = text.chars().take(MARGIN - 1).collect();
    format!("{}…", cut.trim_end())
}

impl Seen {
    /// Puts parts and findings beside the lines.
    pub(super) fn of(text: &str, rows: &[Row], shelf: &mut Shelf, frame: &Frame) -> Self {
        let mut findings: Vec<Jump> = Vec::new();
        for row in rows {
            let found = &row.found;
            let address = format!("{}/findings/{}{}", shelf.base, row.name, frame.day_end());
            for (number, quote) in found.quotes.iter().enumerate() {
                let accepted = row.accepted.as_ref().map(|said| said.what);
                shelf.notes.entry(quote.line).or_default().push(Note {
                    color: if accepted.is_some() { "success" } else { found.color },
                    kind: accepted.unwrap_or(found.severity),
                    text: found.message.clone(),
                    address: address.clone(),
                    more: quote.note.clone(),
                });
                if number == 0 && accepted.is_none() {
                    let (color, severity, message) = (found.color, found.severity, found.message.clone());
                    findings.push(Jump { color, severity, line: quote.line, message });
                }
            }
        }
        findings.sort_by_key(|jump| jump.line);
        let mut lines: Vec<Line> = Vec::new();
        let mut last = 0;
        for (text, number) in text.lines().zip(1_u32..) {
            let notes = shelf.notes.remove(&number).unwrap_or_default();
            let text = text.trim_end();
            if text.trim().is_empty() && notes.is_empty() {
                continue;
            }
            lines.push(Line { number, text: text.to_owned(), after_gap: number > last + 1, notes });
            last = number;
        }
        Self { lines, counts: Vec::new(), open: findings.len(), findings }
    }
}
