//! The parts of the letters as rows, by kind.

use super::gaps::Gaps;
use super::texts as words;
use super::unread::Letter;
use crate::frame::{Frame, year_base};
use crate::pages::{is_measured, names};
use crate::site::Looked;
use crate::words::frame as pages;
use styrbord_app::access::UseCase;
use styrbord_app::follow::events::letters::{Part, PartValue};
use styrbord_app::follow::events::{ObjectId, ObjectKind};
use styrbord_app::follow::letters;
use styrbord_app::texts::Text;

/// The word in the address by which only rows with gaps are shown.
pub(super) const GAPS: &str = "gaps";

/// As many rows of a kind stand unfolded.
const SHORT: usize = 6;

/// The kinds in the order in which they are shown.
const KINDS: [(ObjectKind, Text); 13] = [
    (ObjectKind::Goal, words::GOALS),
    (ObjectKind::Parameter, words::PARAMETERS),
    (ObjectKind::Requirement, words::REQUIREMENTS),
    (ObjectKind::Assignment, words::ASSIGNMENTS),
    (ObjectKind::Report, words::REPORTS),
    (ObjectKind::Meeting, words::MEETINGS),
    (ObjectKind::Duty, words::DUTIES),
    (ObjectKind::Chapter, words::CHAPTERS),
    (ObjectKind::Post, words::POSTS),
    (ObjectKind::Authorisation, words::AUTHORISATIONS),
    (ObjectKind::Announcement, words::ANNOUNCEMENTS),
    (ObjectKind::Direction, words::DIRECTIONS),
    (ObjectKind::Attachment, words::ATTACHMENTS),
];

/// What became of the letters of a year.
pub(super) struct Seen {
    base: String,
    pub(super) groups: Vec<Group>,
    /// All groups together.
    pub(super) total: usize,
    pub(super) with_gap: usize,
    /// Whether only rows with gaps are shown.
    pub(super) only_gaps: bool,
    /// The letters whose lines are still to be looked at.
    pub(super) letters: Vec<Letter>,
    /// The names of those whose text is not kept.
    pub(super) not_kept: Vec<String>,
}

/// The parts of one kind.
pub(super) struct Group {
    /// Unique on the page.
    pub(super) id: String,
    pub(super) name: &'static str,
    pub(super) total: usize,
    pub(super) with_gap: usize,
    pub(super) rows: Vec<Row>,
}

/// A part, or lines that were not understood.
#[derive(Default)]
pub(super) struct Row {
    pub(super) label: String,
    pub(super) title: String,
    /// The page that serves it.
    pub(super) address: String,
    /// The name of that page.
    pub(super) serves: &'static str,
    /// Its letter, the line in words, and the address of the line.
    pub(super) place: Option<(ObjectId, String, String)>,
    /// What is missing.
    pub(super) gaps: Vec<String>,
    /// Whether the visitor may not know what is missing.
    pub(super) is_hidden: bool,
}

impl Seen {
    /// Shows the parts of a year that are in force.
    pub(super) fn of(looked: &Looked<'_>, frame: &Frame) -> Self {
        let letter = |row: styrbord_app::follow::LetterRow| Letter {
            id: row.letter,
            name: row.document.title.clone(),
            hash: row.document.hash,
        };
        let mut seen = Self {
            base: year_base(looked.year.stream),
            groups: Vec::new(),
            total: 0,
            with_gap: 0,
            only_gaps: false,
            letters: letters(looked.year).into_iter().map(letter).collect(),
            not_kept: Vec::new(),
        };
        let gaps = Gaps::of(looked, frame);
        for (kind, name) in KINDS {
            let parts = looked.year.letters.in_force().filter(|(id, _)| id.kind == kind);
            let rows = parts.map(|(id, part)| seen.row(looked, frame, (id, part), &gaps)).collect();
            let group = Group::new(&kind_id(name), frame.t(name), rows);
            seen.groups.push(group);
        }
        seen
    }

    fn row(
        &self,
        looked: &Looked<'_>,
        frame: &Frame,
        (object, part): (ObjectId, &Part),
        gaps: &Gaps<'_>,
    ) -> Row {
        let (address, serves) = self.served(looked, frame, object, part);
        let line = part.value.span().map(|spot| spot.place.line);
        let missing = gaps.missing(object, part);
        Row {
            label: part.value.label().unwrap_or_default(),
            title: names::title(part.value.title(), frame.language),
            address,
            serves: frame.t(serves),
            place: line.map(|line| {
                let address = self.line(part.letter, Some(line), frame);
                (part.letter, frame.with(words::LINE, line), address)
            }),
            is_hidden: missing.is_none(),
            gaps: missing.unwrap_or_default(),
        }
    }

    /// Returns the address and the name of the page on which a part is followed.
    fn served(&self, looked: &Looked<'_>, frame: &Frame, object: ObjectId, part: &Part) -> (String, Text) {
        let (base, day) = (&self.base, frame.day_end());
        let own = format!("{base}/objects/{object}{day}");
        let sees_money = looked.may(UseCase::ReadMoney, None);
        match &part.value {
            PartValue::Parameter(_) | PartValue::Requirement(_) if is_measured(object) => {
                (format!("{base}/parameters/{object}{day}"), pages::PARAMETERS)
            }
            PartValue::Post { .. } if sees_money => (format!("{base}/money/{object}{day}"), pages::MONEY),
            PartValue::Chapter(one) if sees_money && has_posts(looked, one.chapter) => {
                (format!("{base}/money{day}#chapter-{}", one.chapter), pages::MONEY)
            }
            PartValue::Goal(_) => (own, pages::PARAMETERS),
            PartValue::Assignment(_) => (own, pages::ASSIGNMENTS),
            PartValue::Report(_) | PartValue::Meeting(_) => (own, pages::CALENDAR),
            _ => (own, words::OWN_PAGE),
        }
    }

    /// Returns the address of a line in a letter.
    pub(super) fn line(&self, letter: ObjectId, line: Option<u32>, frame: &Frame) -> String {
        let day = frame.day_end().replacen('?', "&", 1);
        let anchor = line.map(|line| format!("#line-{line}")).unwrap_or_default();
        format!("{}/letter?letter={letter}{day}{anchor}", self.base)
    }

    /// Leaves no link to a letter whose text is not kept.
    pub(super) fn forget(&mut self, letter: ObjectId) {
        let rows = self.groups.iter_mut().flat_map(|group| &mut group.rows);
        for row in rows.filter(|row| row.place.as_ref().is_some_and(|(of, ..)| *of == letter)) {
            row.place = None;
        }
    }

    /// Adds the lines that were not understood.
    pub(super) fn add_unread(&mut self, rows: Vec<Row>, frame: &Frame) {
        self.groups.push(Group::new(&kind_id(words::UNREAD), frame.t(words::UNREAD), rows));
    }

    /// Counts the rows, and then leaves those that are asked for.
    pub(super) fn count(&mut self, only_gaps: bool) {
        self.total = self.groups.iter().map(|group| group.total).sum();
        self.with_gap = self.groups.iter().map(|group| group.with_gap).sum();
        self.only_gaps = only_gaps;
        if only_gaps {
            self.groups.iter_mut().for_each(|group| group.rows.retain(|row| !row.gaps.is_empty()));
        }
    }

    /// Returns the address of the same page that shows all rows, or only those with gaps.
    pub(super) fn other(&self, frame: &Frame) -> String {
        let day = frame.day_end();
        match (self.only_gaps, day.is_empty()) {
            (true, _) => format!("{}/coverage{day}", self.base),
            (false, true) => format!("{}/coverage?only={GAPS}", self.base),
            (false, false) => format!("{}/coverage{day}&only={GAPS}", self.base),
        }
    }
}

impl Group {
    fn new(id: &str, name: &'static str, rows: Vec<Row>) -> Self {
        let with_gap = rows.iter().filter(|row| !row.gaps.is_empty()).count();
        Self { id: id.to_owned(), name, total: rows.len(), with_gap, rows }
    }

    /// Tells whether its rows are few enough to stand unfolded.
    pub(super) fn is_short(&self) -> bool {
        self.rows.len() <= SHORT
    }

    /// Says how many there are, and with how many something is missing.
    pub(super) fn counted(&self, frame: &Frame) -> String {
        words::COUNTED.with(frame.language, &[&self.total, &self.with_gap])
    }
}

/// Returns by which a group is found on the page, the same in all languages.
fn kind_id(name: Text) -> String {
    name.en.to_lowercase().replace(' ', "-")
}

/// Tells whether the money has a table for a chapter.
fn has_posts(looked: &Looked<'_>, number: u32) -> bool {
    let is_of = |part: &Part| matches!(&part.value, PartValue::Post { chapter, .. } if *chapter == number);
    looked.year.letters.in_force().any(|(_, part)| is_of(part))
}
