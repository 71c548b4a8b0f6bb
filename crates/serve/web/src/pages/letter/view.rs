//! The lines of a letter, with what stands in each.

use super::texts as words;
use crate::frame::{Frame, year_base};
use crate::pages::names;
use crate::site::Looked;
use crate::written;
use std::collections::BTreeMap;
use styrbord_app::Checked;
use styrbord_app::follow::events::{Hash, ObjectId};
use styrbord_app::follow::letters;

/// The letters of the year, and the one that is shown.
#[derive(Default)]
pub(super) struct Shelf {
    /// Address, name, day, and whether it is shown.
    pub(super) letters: Vec<(String, String, String, bool)>,
    /// The title of the one that is shown.
    pub(super) title: String,
    /// The sum of its file.
    pub(super) hash: Option<Hash>,
    /// What was understood at each line.
    parts: BTreeMap<u32, Vec<Note>>,
}

/// The letter, line by line.
#[derive(Default)]
pub(super) struct Seen {
    pub(super) lines: Vec<Line>,
}

/// A line.
pub(super) struct Line {
    pub(super) number: u32,
    pub(super) text: String,
    pub(super) notes: Vec<Note>,
}

/// What was understood at a line, or is wrong there.
#[derive(Debug, Clone)]
pub(super) struct Note {
    pub(super) color: &'static str,
    pub(super) kind: &'static str,
    pub(super) text: String,
    /// Where it leads; empty for what has no page.
    pub(super) address: String,
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
        let row = |row: &styrbord_app::follow::LetterRow| {
            let name = format!("{}: {}", frame.t(names::document(row.document.kind)), row.document.title);
            let is_shown = shown.is_some_and(|shown| shown.letter == row.letter);
            let address = format!("{base}/letter?letter={}", row.letter);
            (address, name, written::date(row.on, frame.language), is_shown)
        };
        let Some(shown) = shown else { return Self::default() };
        Self {
            letters: all.iter().map(row).collect(),
            title: shown.document.title.clone(),
            hash: shown.document.hash,
            parts: parts(looked, frame, shown.letter),
        }
    }
}

fn parts(looked: &Looked<'_>, frame: &Frame, letter: ObjectId) -> BTreeMap<u32, Vec<Note>> {
    let base = year_base(looked.year.stream);
    let mut notes: BTreeMap<u32, Vec<Note>> = BTreeMap::new();
    for (object, part) in looked.year.letters.in_force() {
        let version = part.history.iter().rev().find(|version| version.letter == letter);
        let Some(spot) = version.and_then(|version| version.value.span()) else { continue };
        let label = part.value.label().unwrap_or_default();
        notes.entry(spot.place.line).or_default().push(Note {
            color: "neutral",
            kind: frame.t(names::kind(object.kind)),
            text: if label.is_empty() {
                shortened(&names::title(part.value.title(), frame.language))
            } else {
                label
            },
            address: format!("{base}/objects/{object}{}", frame.day_end()),
        });
    }
    notes
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
    pub(super) fn of(checked: &Checked, shelf: &mut Shelf, frame: &Frame) -> Self {
        for finding in &checked.compiled.findings.findings {
            let Some(first) = finding.labels.first() else { continue };
            let others = finding.labels.iter().skip(1).map(|label| label.line.to_string());
            let others: Vec<String> = others.collect();
            let message = finding.message.get(frame.language);
            let text = if others.is_empty() {
                message.to_owned()
            } else {
                format!("{message} {}", frame.with(words::SEE, others.join(", ")))
            };
            shelf.parts.entry(first.line).or_default().push(Note {
                color: names::severity_color(finding.severity),
                kind: frame.t(names::severity(finding.severity)),
                text,
                address: String::new(),
            });
        }
        let lines = checked.compiled.source.text().lines().zip(1_u32..).map(|(text, number)| Line {
            number,
            text: text.trim_end().to_owned(),
            notes: shelf.parts.remove(&number).unwrap_or_default(),
        });
        Self { lines: lines.collect() }
    }
}
