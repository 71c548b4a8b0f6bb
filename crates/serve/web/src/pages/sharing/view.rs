//! The objects of a year with who sees them.

use super::texts as words;
use crate::fields::{Choice, Pager};
use crate::frame::{Frame, year_base};
use crate::pages::{names, shown, who};
use crate::site::Looked;
use crate::visit::{Values, encoded};
use crate::written;
use std::collections::BTreeSet;
use styrbord_app::access::UseCase;
use styrbord_app::follow::Content;
use styrbord_app::follow::events::sharing::{Moment, Visibility, object_view};
use styrbord_app::follow::events::{Actor, ObjectId, ObjectKind, Stream, TextRef, Year};
use styrbord_app::texts::Text;

/// As many objects stand on a page.
const PORTION: usize = 30;

/// Who sees an object, in the address.
const STATES: [(&str, Text); 4] = [
    ("internal", words::INTERNAL),
    ("shared", words::SHARED),
    ("submitted", words::SUBMITTED),
    ("changed", words::CHANGED),
];

/// What is asked for.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    state: String,
    kind: Option<ObjectKind>,
    page: usize,
    as_of: String,
}

/// What is shown.
pub(super) struct Seen {
    pub(super) rows: Vec<Row>,
    pub(super) total: usize,
    pub(super) filters: Vec<Choice>,
    pub(super) may_share: bool,
    pub(super) may_submit: bool,
}

/// An object.
pub(super) struct Row {
    pub(super) object: ObjectId,
    /// Its address; empty when it has no page.
    pub(super) address: String,
    pub(super) label: String,
    pub(super) title: String,
    pub(super) state: State,
    pub(super) is_chosen: bool,
    /// The number of the record that changed it last.
    pub(super) version: String,
    content: Content,
    /// What is shown of it if it is shown now.
    pub(super) shown: shown::Shown,
}

/// Who sees an object, since when and by whom.
#[derive(Debug, Clone)]
pub(super) struct State {
    pub(super) name: &'static str,
    pub(super) color: &'static str,
    /// Day and person; empty when nobody outside sees it.
    pub(super) since: String,
    /// Whether it is no longer as it was shown.
    pub(super) is_changed: bool,
    /// Whether there is something to take back.
    pub(super) is_shared: bool,
}

impl State {
    /// Returns who sees an object of a year.
    pub(super) fn of(looked: &Looked<'_>, frame: &Frame, object: ObjectId) -> Self {
        let showing = looked.year.sharing.showings.get(&object);
        let last = showing.and_then(|showing| showing.shared.as_ref().or(showing.submitted.last()));
        let visibility = looked.year.sharing.visibility(object);
        let (name, color) = match visibility {
            Visibility::Internal => (words::INTERNAL, "neutral"),
            Visibility::Shared => (words::SHARED, "info"),
            Visibility::Submitted => (words::SUBMITTED, "success"),
        };
        Self {
            name: frame.t(name),
            color,
            since: last.map(|moment| since(moment, looked, frame)).unwrap_or_default(),
            is_changed: is_changed(looked.year, object),
            is_shared: showing.is_some_and(|showing| showing.shared.is_some()),
        }
    }
}

fn since(moment: &Moment, looked: &Looked<'_>, frame: &Frame) -> String {
    let day = written::date(moment.stamp.on, frame.language);
    let who = match moment.stamp.actor {
        Actor::Operator => frame.t(words::OPERATOR).to_owned(),
        Actor::Person(person) => who::name(looked.names, person, frame.language),
    };
    format!("{day}, {who}")
}

/// Tells whether an object is shown and no longer as it was then.
fn is_changed(year: &Year, object: ObjectId) -> bool {
    let showing = year.sharing.showings.get(&object);
    let last = showing.and_then(|showing| showing.shared.as_ref().or(showing.submitted.last()));
    last.is_some_and(|last| last.snapshot.text() != object_view(year, object))
}

impl Asked {
    /// Reads what the address asks for; what it cannot mean is passed over.
    pub(super) fn read(query: &Values) -> Self {
        let state = query.get("state").unwrap_or_default();
        Self {
            state: STATES.iter().find(|(word, _)| *word == state).map_or("", |(word, _)| *word).to_owned(),
            kind: query.get("kind").and_then(|kind| kind.parse().ok()),
            page: query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1).max(1),
            as_of: query.get("as-of").unwrap_or_default().to_owned(),
        }
    }

    fn query(&self, page: usize) -> String {
        let kind = self.kind.map(|kind| kind.word().to_owned()).unwrap_or_default();
        let page = if page > 1 { page.to_string() } else { String::new() };
        let pairs =
            [("state", self.state.as_str()), ("kind", &kind), ("page", &page), ("as-of", &self.as_of)];
        let said = pairs.iter().filter(|(_, value)| !value.is_empty());
        let said: Vec<String> = said.map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        format!("?{}", said.join("&"))
    }

    /// Returns the address of the page with what is asked for.
    pub(super) fn action(&self, stream: Stream) -> String {
        format!("{}/sharing{}", year_base(stream), self.query(self.page)).trim_end_matches('?').to_owned()
    }

    /// Returns the links to the other portions.
    pub(super) fn pager(&self, frame: &Frame, total: usize) -> Pager {
        Pager::new(frame.language, (total, PORTION, self.page), |page| self.query(page))
    }

    fn takes(&self, year: &Year, object: ObjectId) -> bool {
        let visibility = year.sharing.visibility(object);
        let state = match self.state.as_str() {
            "internal" => visibility == Visibility::Internal,
            "shared" => visibility == Visibility::Shared,
            "submitted" => visibility == Visibility::Submitted,
            "changed" => is_changed(year, object),
            _ => true,
        };
        state && self.kind.is_none_or(|kind| kind == object.kind)
    }

    fn filters(&self, year: &Year, frame: &Frame) -> Vec<Choice> {
        let any = || (String::new(), frame.t(words::ANY).to_owned(), false);
        let states = STATES
            .iter()
            .map(|(word, name)| ((*word).to_owned(), frame.t(name).to_owned(), *word == self.state));
        let kinds: BTreeSet<ObjectKind> = objects(year).map(|object| object.kind).collect();
        let kinds = kinds.into_iter().map(|kind| {
            let name = match kind {
                ObjectKind::Deliverable => frame.t(words::DELIVERABLE),
                ObjectKind::Series => frame.t(words::SERIES),
                kind => frame.t(names::kind(kind)),
            };
            (kind.word().to_owned(), name.to_owned(), self.kind == Some(kind))
        });
        let choice = |name, label: Text, options: Vec<(String, String, bool)>| Choice {
            name,
            label: frame.t(label),
            options: std::iter::once(any()).chain(options).collect(),
            error: None,
        };
        vec![choice("state", words::STATE, states.collect()), choice("kind", words::KIND, kinds.collect())]
    }
}

/// Returns what can be shown: everything but the letters, which the ministry has, and what a letter took away unseen.
fn objects(year: &Year) -> impl Iterator<Item = ObjectId> {
    year.touched.keys().copied().filter(|object| {
        let gone = year.letters.parts.get(object).is_some_and(|part| part.repealed.is_some());
        let seen = year.sharing.visibility(*object) != Visibility::Internal;
        object.kind != ObjectKind::Letter && (!gone || seen)
    })
}

impl Seen {
    /// Shows the objects that are asked for, those that were chosen too.
    pub(super) fn of(looked: &Looked<'_>, frame: &Frame, asked: &Asked, chosen: &BTreeSet<ObjectId>) -> Self {
        let year = looked.year;
        let reads = |object: &ObjectId| looked.may(UseCase::ReadWork, Some(*object));
        let all = objects(year).filter(|object| asked.takes(year, *object) && reads(object));
        let all: Vec<ObjectId> = all.collect();
        let from = (asked.page - 1).saturating_mul(PORTION);
        let mut shown: Vec<ObjectId> = all.iter().copied().skip(from).take(PORTION).collect();
        let missing = chosen.iter().filter(|object| !shown.contains(object)).copied();
        let missing: Vec<ObjectId> =
            missing.filter(|object| year.touched.contains_key(object) && reads(object)).collect();
        shown.splice(0..0, missing);
        let is_now = frame.year.as_ref().is_some_and(|year| year.as_of.is_none());
        let may = |use_case| is_now && shown.iter().any(|object| looked.may(use_case, Some(*object)));
        Self {
            total: all.len(),
            filters: asked.filters(year, frame),
            may_share: may(UseCase::Share),
            may_submit: may(UseCase::Submit),
            rows: shown
                .iter()
                .map(|object| Row::of(looked, frame, *object, chosen.contains(object)))
                .collect(),
        }
    }

    /// Returns the texts that are shown.
    pub(super) fn texts(&self) -> Vec<TextRef> {
        self.rows.iter().flat_map(|row| row.content.texts()).collect()
    }

    /// Puts the texts in.
    pub(super) fn fill(&mut self, words: &shown::Words, frame: &Frame) {
        for row in &mut self.rows {
            row.shown = shown::Shown::of(&row.content, words, frame);
            if row.title.is_empty() {
                row.title = shown::title(&row.content, words).unwrap_or_else(|| row.object.to_string());
            }
        }
    }
}

impl Row {
    fn of(looked: &Looked<'_>, frame: &Frame, object: ObjectId, is_chosen: bool) -> Self {
        let part = looked.year.letters.parts.get(&object);
        let label = part.and_then(|part| part.value.label()).filter(|label| !label.is_empty());
        let kind = match object.kind {
            ObjectKind::Deliverable => frame.t(words::DELIVERABLE),
            ObjectKind::Series => frame.t(words::SERIES),
            kind => frame.t(names::kind(kind)),
        };
        let address = || format!("{}/objects/{object}{}", year_base(looked.year.stream), frame.day_end());
        Self {
            object,
            address: part.map(|_| address()).unwrap_or_default(),
            label: label.unwrap_or_else(|| kind.to_owned()),
            title: part.map(|part| names::title(part.value.title(), frame.language)).unwrap_or_default(),
            state: State::of(looked, frame, object),
            is_chosen,
            version: looked.book.touched(looked.year.stream, object).to_string(),
            content: Content::of(looked.year, object),
            shown: shown::Shown::default(),
        }
    }
}
