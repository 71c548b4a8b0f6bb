//! The years of an agency as far as somebody inside may read them.
//!
//! From: a book and a [`Visitor`]. To: the same book without what the table [`CONTENTS`] does not open. The plan of the
//! letters is there in full, with the deadlines that hold; what became of it is there where the visitor may read it.

use super::matrix::{CONTENTS, Content};
use super::{Sight, Target, Visitor, may};
use std::collections::BTreeSet;
use std::sync::Arc;
use styrbord_calendar::Date;
use styrbord_events::work::{DueState, Item, Move, Sitting, StatusReport, is_work};
use styrbord_events::{Book, ObjectId, Stamp, Stream, Version, Year, letters, measure, money, sharing, work};

/// A book as far as somebody may read it.
#[derive(Debug, Clone)]
pub struct Extract {
    /// The book; of the years those of the agency alone when it is not the whole.
    pub book: Arc<Book>,
    /// The year that was asked for, of the work with that alone which may be read; none when that is all of it. What
    /// is counted is counted in it: of other work it is not known how far it is.
    pub followed: Option<Arc<Year>>,
}

/// Takes out of a book what a visitor may not read in the years of an agency whose inside the visitor sees.
///
/// `present` is the state and the day by which it is decided what somebody may, `book` what is looked at.
pub fn extract(book: &Arc<Book>, stream: Stream, visitor: &Visitor, present: (&Book, Date)) -> Extract {
    let eyes = |stream| Eyes { visitor, present, stream };
    if CONTENTS.iter().all(|(content, _)| eyes(stream).reads_all(*content)) {
        return Extract { book: Arc::clone(book), followed: None };
    }
    let of_agency = |year: &&Year| book.years.get(&stream).is_some_and(|asked| asked.agency == year.agency);
    let years = book.years.values().filter(of_agency).map(|year| (year.stream, eyes(year.stream).year(year)));
    let read = Book {
        directory: book.directory.clone(),
        years: years.collect(),
        erased: book.erased.clone(),
        versions: book.versions.clone(),
        seq: book.seq,
    };
    let followed = read.years.get(&stream).map(|year| Arc::new(eyes(stream).followed(year)));
    Extract { book: Arc::new(read), followed }
}

/// Who looks at a year.
struct Eyes<'a> {
    visitor: &'a Visitor,
    present: (&'a Book, Date),
    stream: Stream,
}

impl Eyes<'_> {
    fn opens(&self, content: Content, target: Target) -> bool {
        let (book, today) = self.present;
        let opened_by = CONTENTS.iter().find(|(one, _)| *one == content).map(|(_, use_case)| *use_case);
        let sight = opened_by.and_then(|use_case| may(book, self.visitor, use_case, target, today));
        sight == Some(Sight::Inside)
    }

    fn reads_all(&self, content: Content) -> bool {
        self.opens(content, Target::Year(self.stream))
    }

    fn reads(&self, content: Content, object: ObjectId) -> bool {
        self.opens(content, Target::Object(self.stream, object))
    }

    fn year(&self, year: &Year) -> Year {
        Year {
            stream: year.stream,
            agency: year.agency,
            ministry: year.ministry,
            year: year.year,
            simulated: year.simulated,
            letters: self.letters(&year.letters),
            work: self.work(&year.work),
            measure: self.measure(&year.measure),
            money: self.money(&year.money),
            sharing: self.sharing(&year.sharing),
            numbers: year.numbers.clone(),
            touched: year.touched.clone(),
        }
    }

    fn followed(&self, year: &Year) -> Year {
        let mut followed = year.clone();
        followed.letters.parts.retain(|id, _| !is_work(id.kind) || self.reads(Content::Work, *id));
        followed
    }

    fn letters(&self, state: &letters::State) -> letters::State {
        let mut read = state.clone();
        if !self.reads_all(Content::Decisions) {
            read.findings = letters::Findings::default();
        }
        read
    }

    fn work(&self, state: &work::State) -> work::State {
        let (read, closed): (Vec<_>, Vec<_>) =
            state.items.iter().partition(|(id, _)| self.reads(Content::Work, **id));
        // The day of what is delivered with a report is that of the next report which is not sent.
        let tied: BTreeSet<ObjectId> =
            read.iter().flat_map(|(_, item)| item.dues.values().filter_map(|due| due.report)).collect();
        let read = read.into_iter().map(|(id, item)| (*id, self.item(*id, item)));
        let closed = closed.into_iter().map(|(id, item)| (*id, planned(item, tied.contains(id))));
        let delivered = state.deliverables.iter().filter(|(id, _)| self.reads(Content::Delivered, **id));
        work::State {
            items: read.chain(closed).collect(),
            deliverables: delivered.map(|(id, known)| (*id, known.clone())).collect(),
        }
    }

    fn item(&self, id: ObjectId, item: &Item) -> Item {
        let log = if self.reads(Content::History, id) { item.log.clone() } else { Vec::new() };
        Item { log, ..item.clone() }
    }

    fn measure(&self, state: &measure::State) -> measure::State {
        let series = state.series.iter().map(|(id, series)| {
            let reads = self.reads(Content::Figures, *id);
            (*id, if reads { series.clone() } else { named(series) })
        });
        let entries = state.entries.iter().filter(|(id, _)| self.reads(Content::Entries, **id));
        measure::State {
            series: series.collect(),
            entries: entries.map(|(id, entries)| (*id, entries.clone())).collect(),
        }
    }

    fn money(&self, state: &money::State) -> money::State {
        if self.reads_all(Content::Money) {
            return state.clone();
        }
        let given = state.sub_allocations.iter().filter(|(id, _)| self.reads(Content::Given, **id));
        let sub_allocations = given.map(|(id, given)| (*id, given.clone())).collect();
        money::State { sub_allocations, ..money::State::default() }
    }

    fn sharing(&self, state: &sharing::State) -> sharing::State {
        let shown = state.showings.iter().filter(|(id, _)| self.reads(Content::Shown, **id));
        sharing::State { showings: shown.map(|(id, showing)| (*id, showing.clone())).collect() }
    }
}

/// Returns what belongs to the plan of an item: which days hold, and whether a duty is one; of a report that others
/// wait for also which were sent.
fn planned(item: &Item, is_waited_for: bool) -> Item {
    let due = |state: &DueState| DueState {
        responsibility: None,
        status: state.status.as_ref().filter(|_| is_waited_for).map(bare),
        moves: state.moves.iter().map(moved).collect(),
        schedule: state.schedule.clone().map(unsaid),
        report: state.report,
    };
    let sitting = |sitting: &Sitting| Sitting { held: None, minutes: None, ..*sitting };
    Item {
        status: item.status.as_ref().filter(|_| is_waited_for).map(bare),
        dues: item.dues.iter().map(|(key, state)| (key.clone(), due(state))).collect(),
        verdict: item.verdict.clone().map(unsaid),
        sittings: item.sittings.iter().map(|(number, known)| (*number, sitting(known))).collect(),
        carried: item.carried,
        ..Item::default()
    }
}

fn moved(one: &Move) -> Move {
    Move { agreed: None, comment: None, stamp: wordless(&one.stamp), ..one.clone() }
}

fn bare(report: &StatusReport) -> StatusReport {
    let (comment, delay, letter) = (None, None, None);
    StatusReport { status: report.status, comment, delay, letter, stamp: wordless(&report.stamp) }
}

fn unsaid<T>(version: Version<T>) -> Version<T> {
    Version { stamp: wordless(&version.stamp), ..version }
}

fn wordless(stamp: &Stamp) -> Stamp {
    Stamp { reason: None, ..*stamp }
}

/// Returns a series of which no more is told than that it is there.
fn named(series: &measure::Series) -> measure::Series {
    let card = measure::Card { baseline: None, uncertainty: None, ..series.card.clone() };
    measure::Series {
        under: series.under,
        follows: series.follows,
        followed_by: series.followed_by,
        carried: series.carried,
        card,
        cards: Vec::new(),
        breaks: Vec::new(),
        targets: std::collections::BTreeMap::new(),
        points: std::collections::BTreeMap::new(),
        closed: None,
    }
}
