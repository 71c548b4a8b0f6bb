//! The findings of the letters of a year, with what people decided about them.

use super::found::Found;
use super::texts as words;
use crate::frame::{Frame, year_base};
use crate::house::House;
use crate::pages::{names, who};
use crate::problem::Problem;
use crate::site::{Looked, Visitor};
use crate::visit::Visit;
use crate::written;
use std::collections::BTreeMap;
use styrbord_app::access::UseCase;
use styrbord_app::follow::events::letters::{FindingHistory, FindingKey, FindingStep, Findings, Stage};
use styrbord_app::follow::events::{Actor, ObjectId, Stamp, Stream, TextRef};
use styrbord_app::follow::{LetterRow, Names, finding_name, finding_texts, letters, marked};
use styrbord_app::{Date, Finding, Language, Severity};

/// What a page of findings needs of a year.
pub(crate) struct Shelf {
    /// The agency and the year.
    pub(crate) title: String,
    /// The beginning of the year's addresses.
    pub(crate) base: String,
    /// The letters.
    pub(crate) letters: Vec<LetterRow>,
    /// Whether the visitor decides about findings, now.
    pub(crate) decides: bool,
    findings: Findings,
    /// Of each letter the number of the record that touched it last.
    touched: BTreeMap<ObjectId, u64>,
    names: Names,
    said: BTreeMap<TextRef, Option<String>>,
    day_end: String,
}

/// A finding with what was decided about it.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) key: FindingKey,
    /// Its name in addresses.
    pub(crate) name: String,
    pub(crate) rank: Severity,
    pub(crate) found: Found,
    pub(crate) accepted: Option<Said>,
    pub(crate) listed: Option<Said>,
    /// The number of the record that changed it last.
    pub(crate) seen: u64,
}

/// What somebody said.
#[derive(Debug, Clone)]
pub(crate) struct Said {
    pub(crate) what: &'static str,
    pub(crate) day: String,
    pub(crate) who: String,
    /// The reason or note; nothing when there is none.
    pub(crate) words: String,
}

impl Shelf {
    /// Finds the letters and findings of a year, with the frame of a page about them.
    ///
    /// # Errors
    /// When there is no such year, or the visitor may not read what is wrong in its letters.
    pub(crate) fn load(
        house: &House,
        visit: &Visit,
        visitor: &Visitor,
        (stream, as_of): (Stream, Option<Date>),
    ) -> Result<(Frame, Self), Problem> {
        let (frame, mut shelf) = house.site().look(visitor, stream, as_of, |looked| {
            let frame = Frame::of_year(house, visit, looked, as_of);
            let shelf = Self::of(looked, &frame).ok_or(Problem::Forbidden);
            (frame, shelf)
        })?;
        if let Ok(shelf) = &mut shelf {
            shelf.fill(house, visitor)?;
        }
        Ok((frame, shelf?))
    }

    /// Finds the letters and findings of a year; none when the visitor may not read what is wrong in its letters.
    pub(crate) fn of(looked: &Looked<'_>, frame: &Frame) -> Option<Self> {
        if !looked.may(UseCase::ReadFindings, None) {
            return None;
        }
        let year = looked.year;
        let letters = letters(year);
        let is_now = frame.year.as_ref().is_some_and(|year| year.as_of.is_none());
        let is_open = year.letters.stage != Stage::Closed;
        let touched = |row: &LetterRow| (row.letter, looked.book.touched(year.stream, row.letter));
        Some(Self {
            title: frame
                .year
                .as_ref()
                .map(|year| format!("{} {}", year.agency, year.year))
                .unwrap_or_default(),
            base: year_base(year.stream),
            decides: is_now && is_open && looked.may(UseCase::AcceptFinding, None),
            findings: year.letters.findings.clone(),
            touched: letters.iter().map(touched).collect(),
            letters,
            names: looked.names.clone(),
            said: BTreeMap::new(),
            day_end: frame.day_end(),
        })
    }

    /// Fetches the words of what was decided.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub(crate) fn fill(&mut self, house: &House, visitor: &Visitor) -> Result<(), Problem> {
        self.said = house.site().words(visitor, finding_texts(&self.findings))?;
        Ok(())
    }

    /// Returns the number of the record that touched a letter last.
    pub(crate) fn touched(&self, letter: ObjectId) -> u64 {
        self.touched.get(&letter).copied().unwrap_or_default()
    }

    /// Returns the name of a letter.
    pub(crate) fn letter_name(&self, letter: ObjectId, language: Language) -> String {
        let row = self.letters.iter().find(|row| row.letter == letter);
        let name = |row: &LetterRow| names::letter(&row.document, language);
        row.map(name).unwrap_or_default()
    }

    /// Returns the findings of all letters whose text is kept, letter by letter, the gravest first.
    ///
    /// # Errors
    /// When a letter cannot be read.
    pub(crate) fn all(
        &self,
        house: &House,
        visitor: &Visitor,
        language: Language,
    ) -> Result<Vec<Row>, Problem> {
        let mut all = Vec::new();
        for row in &self.letters {
            let Some(hash) = row.document.hash else { continue };
            let bytes = match house.site().file(visitor, hash) {
                Ok(bytes) => bytes,
                Err(Problem::NotFound) => continue,
                Err(problem) => return Err(problem),
            };
            let checked = house.letter(hash, &bytes)?;
            let mut rows = self.rows(row.letter, &checked.compiled.findings.findings, language);
            rows.sort_by_key(|row| std::cmp::Reverse(row.rank));
            all.extend(rows);
        }
        Ok(all)
    }

    /// Returns the findings of one letter, in the order of its lines.
    pub(crate) fn rows(&self, letter: ObjectId, findings: &[Finding], language: Language) -> Vec<Row> {
        let who = |actor: Actor| self.who(actor, language);
        let marked = marked((letter, findings), &self.findings, who, &self.said);
        marked.into_iter().map(|(key, finding)| self.row(key, &finding, language)).collect()
    }

    fn row(&self, key: FindingKey, finding: &Finding, language: Language) -> Row {
        let (base, day) = (&self.base, self.day_end.replacen('?', "&", 1));
        let address = |line: u32| format!("{base}/letter?letter={}{day}#line-{line}", key.letter);
        let history = self.findings.get(&key);
        let said = |what: FindingStep, stamp: &Stamp| self.said_with(what, stamp, language);
        let accepted = history.and_then(FindingHistory::accepted);
        let listed = history.and_then(FindingHistory::listed);
        Row {
            name: finding_name(&key),
            rank: finding.severity,
            found: Found::of(finding, language, address),
            accepted: accepted.map(|(reason, stamp)| said(FindingStep::Accepted(reason), &stamp)),
            listed: listed.map(|(note, stamp)| said(FindingStep::Listed(note), &stamp)),
            seen: history.map_or(0, FindingHistory::touched),
            key,
        }
    }

    /// Returns all that was decided about a finding, the latest first.
    pub(crate) fn history(&self, key: &FindingKey, language: Language) -> Vec<Said> {
        let steps = self.findings.get(key).map(|history| history.steps.as_slice()).unwrap_or_default();
        steps.iter().rev().map(|(step, stamp)| self.said_with(*step, stamp, language)).collect()
    }

    fn said_with(&self, step: FindingStep, stamp: &Stamp, language: Language) -> Said {
        let (what, text) = match step {
            FindingStep::Accepted(reason) => (words::IS_ACCEPTED, Some(reason)),
            FindingStep::TakenBack(reason) => (words::IS_TAKEN_BACK, Some(reason)),
            FindingStep::Listed(note) => (words::IS_LISTED, note),
            FindingStep::Unlisted => (words::IS_UNLISTED, None),
        };
        let erased = || words::ERASED.get(language).to_owned();
        let said = |text: TextRef| self.said.get(&text).cloned().flatten().unwrap_or_else(erased);
        Said {
            what: what.get(language),
            day: written::date(stamp.on, language),
            who: self.who(stamp.actor, language),
            words: text.map(said).unwrap_or_default(),
        }
    }

    fn who(&self, actor: Actor, language: Language) -> String {
        match actor {
            Actor::Operator => words::OPERATOR.get(language).to_owned(),
            Actor::Person(person) => who::name(&self.names, person, language),
        }
    }
}
