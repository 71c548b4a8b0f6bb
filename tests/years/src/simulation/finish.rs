//! The end of a year: everything is looked at once more, from the beginning.

use super::{ALL, Simulation};
use crate::invariants::{Checked, ensure};
use styrbord_calendar::Date;
use styrbord_events::{Basis, Book, Record};
use styrbord_store::{Journal, StoredText};

impl Simulation<'_> {
    pub(super) fn finish(&mut self) -> Checked {
        let records: Vec<Record> =
            self.keeper.journal().records(0, ALL).map_err(|error| error.to_string())?;
        self.check_unchanged(&records)?;
        let live = json(self.keeper.book())?;
        let (replayed, link) = Book::replay(&records).map_err(|broken| format!("{broken:?}"))?;
        ensure(json(&replayed)? == live, || "replay gives another book".to_owned())?;
        ensure(link == self.keeper.head(), || "replay ends elsewhere".to_owned())?;
        self.check_days(&live)?;
        self.check_texts()?;
        self.keeper.journal().check().map_err(|error| error.to_string())
    }

    /// Checks that each record is as it was when it was seen first.
    fn check_unchanged(&self, records: &[Record]) -> Checked {
        ensure(records.len() == self.mirror.lines.len(), || "records came or went".to_owned())?;
        for (record, line) in records.iter().zip(&self.mirror.lines) {
            let now = serde_json::to_string(record).map_err(|error| error.to_string())?;
            ensure(now == *line, || format!("record {} was changed", record.seq))?;
        }
        Ok(())
    }

    /// Checks that the book as of a day is the one that there was by its end, and as of the last day that of now.
    fn check_days(&mut self, live: &str) -> Checked {
        for (day, book) in std::mem::take(&mut self.remembered) {
            let known = self.keeper.as_of(Basis::Known, day).map_err(|error| error.to_string())?;
            ensure(json(&known)? == book, || format!("as of {day} the book is another than it was"))?;
        }
        for basis in [Basis::Known, Basis::InForce] {
            let last = self.keeper.as_of(basis, Date::nearest(2300, 1, 1));
            let last = last.map_err(|error| error.to_string())?;
            ensure(json(&last)? == live, || {
                format!("as of the last day ({basis:?}) it is not the book of now")
            })?;
        }
        Ok(())
    }

    /// Checks that erased texts are erased, and the others there, genuine, and referred to by a record.
    fn check_texts(&mut self) -> Checked {
        let texts = self.keeper.journal().texts(None, ALL).map_err(|error| error.to_string())?;
        let erased = &self.keeper.book().erased;
        let journal = self.mirror.lines.concat();
        for text in &texts {
            let reference = text.reference();
            match text {
                StoredText::Erased(text) => {
                    ensure(erased.contains(text), || format!("{text:?} was erased and nobody said so"))?;
                }
                StoredText::Kept(note) => {
                    ensure(note.is_genuine(), || format!("{reference:?} is not what was written"))?;
                    ensure(!erased.contains(&reference), || format!("{reference:?} is still there"))?;
                }
            }
            ensure(journal.contains(&reference.0.to_string()), || {
                format!("{reference:?} is kept and no record refers to it: {text:?}")
            })?;
        }
        let known = |reference| texts.iter().any(|text| text.reference() == reference);
        ensure(erased.iter().all(|text| known(*text)), || "an erased text is unknown".to_owned())
    }
}

fn json(book: &Book) -> Result<String, String> {
    serde_json::to_string(book).map_err(|error| error.to_string())
}
