//! Which words stand where.

use super::stem::stem;
use super::words;
use crate::access::UseCase;
use std::collections::{BTreeMap, BTreeSet};
use styrbord_events::ObjectId;

/// What something that can be found is, in the order in which it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A goal.
    Goal,
    /// A steering parameter, a series or a performance requirement.
    Parameter,
    /// An assignment.
    Assignment,
    /// A duty in running text.
    Duty,
    /// A report that is due.
    Report,
    /// A meeting.
    Meeting,
    /// Chapters, posts, portions, commitments and projects.
    Money,
    /// What else the letters hold.
    Other,
    /// What people wrote: comments, deliverables, entries.
    Said,
    /// A line of a letter.
    Line,
}

impl Kind {
    /// Every kind, in its order.
    pub const ALL: &[Self] = &[
        Self::Goal,
        Self::Parameter,
        Self::Assignment,
        Self::Duty,
        Self::Report,
        Self::Meeting,
        Self::Money,
        Self::Other,
        Self::Said,
        Self::Line,
    ];
}

/// Where something is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// On the page of an object.
    Object(ObjectId),
    /// On the page of a series, which no letter names.
    Series(ObjectId),
    /// Among the money of the year, for what is of no post.
    Money(ObjectId),
    /// In a letter, at a line counted from 1.
    Line(ObjectId, u32),
}

/// Something that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub kind: Kind,
    /// Where it is shown.
    pub spot: Spot,
    /// What it belongs to, to be shown and not to be found.
    pub head: String,
    /// Number or label, as printed.
    pub label: String,
    /// Title.
    pub title: String,
    /// What else it says.
    pub text: String,
    /// What one must be allowed to do to see it, and to what; nothing when all who have the index may.
    pub needs: Option<(UseCase, ObjectId)>,
}

/// The part of an entry in which a word stands, the weightiest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Label,
    Title,
    Text,
}

/// A word of the index.
#[derive(Debug, Clone, Default)]
pub(super) struct Known {
    pub(super) stem: String,
    /// The entries, by their place in the list, and the field.
    pub(super) places: Vec<(usize, Field)>,
}

/// An index of entries.
#[derive(Debug, Clone, Default)]
pub struct Index {
    pub(super) entries: Vec<Entry>,
    pub(super) words: BTreeMap<String, Known>,
    pub(super) stems: BTreeMap<String, BTreeSet<String>>,
}

impl Index {
    /// Makes the index of entries; of equals the first one is shown first.
    pub fn new(entries: Vec<Entry>) -> Self {
        let mut index = Self { entries: Vec::new(), ..Self::default() };
        for (number, entry) in entries.iter().enumerate() {
            for (field, text) in
                [(Field::Label, &entry.label), (Field::Title, &entry.title), (Field::Text, &entry.text)]
            {
                words::all(text).for_each(|word| index.add(&word.form, (number, field)));
            }
        }
        index.entries = entries;
        index
    }

    fn add(&mut self, form: &str, place: (usize, Field)) {
        if !self.words.contains_key(form) {
            let stem = stem(form);
            self.stems.entry(stem.clone()).or_default().insert(form.to_owned());
            self.words.insert(form.to_owned(), Known { stem, places: Vec::new() });
        }
        if let Some(known) = self.words.get_mut(form)
            && known.places.last() != Some(&place)
        {
            known.places.push(place);
        }
    }

    /// Returns how many entries it has.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Tells whether there is nothing to be found.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}
