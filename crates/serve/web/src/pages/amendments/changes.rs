//! Changes as pages show them: what was added, changed and taken away, each with its lines, and what it does to the
//! money.

use super::texts as words;
use super::words as names;
use crate::frame::{Frame, year_base};
use crate::written;
use styrbord_app::changes::{Change, PartKind, Side, Status, Value};
use styrbord_app::follow::events::letters::{IncomeEffect, MoneyEffect};
use styrbord_app::follow::events::{ObjectId, Stream};
use styrbord_app::texts::{Text, count};
use styrbord_app::{Nok, Spot};

/// Where the parts of a year have their pages.
pub(super) struct Places {
    base: String,
    day_end: String,
    /// The letter that no page shows yet.
    hidden: Option<ObjectId>,
}

/// Changes of one kind.
pub(super) struct Group {
    pub(super) heading: &'static str,
    pub(super) rows: Vec<Row>,
}

/// One change.
pub(super) struct Row {
    pub(super) color: &'static str,
    pub(super) status: &'static str,
    pub(super) title: String,
    /// The page of the part; empty when it has none.
    pub(super) address: String,
    /// Where it stands: the line and its address.
    pub(super) places: Vec<(String, String)>,
    pub(super) fields: Vec<FieldRow>,
    /// The words that take it away.
    pub(super) said: String,
}

/// What differs in a field.
pub(super) struct FieldRow {
    pub(super) name: &'static str,
    pub(super) old: String,
    pub(super) new: String,
    pub(super) remark: String,
}

/// What a letter does to the money.
#[derive(Default)]
pub(super) struct Money {
    /// Number, title, before, change, after.
    pub(super) posts: Vec<[String; 5]>,
    /// Name, before, change, after.
    pub(super) sums: Vec<[String; 4]>,
}

impl Places {
    /// Makes the places of a year; a letter that is only rehearsed has none.
    pub(super) fn of(stream: Stream, frame: &Frame, hidden: Option<ObjectId>) -> Self {
        Self { base: year_base(stream), day_end: frame.day_end(), hidden }
    }

    fn object(&self, id: Option<ObjectId>) -> String {
        // What a rehearsal made has no page: nobody knows which id it will have.
        let id = id.filter(|_| self.hidden.is_none());
        id.map(|id| format!("{}/objects/{id}{}", self.base, self.day_end)).unwrap_or_default()
    }

    fn line(&self, spot: Option<Spot>, frame: &Frame) -> Option<(String, String)> {
        let place = spot?.place;
        let line = match place.page {
            Some(page) => words::PAGE_LINE.with(frame.language, &[&page, &place.line]),
            None => frame.with(words::LINE, place.line),
        };
        let known = place.letter.filter(|number| self.hidden.is_none_or(|hidden| hidden.number != *number));
        let day = self.day_end.replacen('?', "&", 1);
        let address = known
            .map(|letter| format!("{}/letter?letter=letter-{letter}{day}#line-{}", self.base, place.line));
        let name = known.map(|letter| words::LETTER_LINE.with(frame.language, &[&letter, &line]));
        Some((name.unwrap_or(line), address.unwrap_or_default()))
    }
}

/// Puts changes under their headings, in their order.
pub(super) fn groups(
    changes: &[Change],
    parts: &[Option<ObjectId>],
    places: &Places,
    frame: &Frame,
) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (change, part) in changes.iter().zip(parts) {
        let heading = frame.t(names::heading(change.kind));
        if groups.last().is_none_or(|last| last.heading != heading) {
            groups.push(Group { heading, rows: Vec::new() });
        }
        let row = row(change, *part, places, frame);
        if let Some(group) = groups.last_mut() {
            group.rows.push(row);
        }
    }
    groups
}

fn row(change: &Change, part: Option<ObjectId>, places: &Places, frame: &Frame) -> Row {
    let language = frame.language;
    let (status, color) = names::status(change.status);
    let side = change.new.first().or(change.old.first());
    let spots = change.old.iter().chain(&change.new).map(|side: &Side| side.span);
    let repeal = change.repeal.as_ref();
    let spots = spots.chain(repeal.map(|repeal| repeal.span));
    let mut shown: Vec<(String, String)> = Vec::new();
    for place in spots.filter_map(|spot| places.line(spot, frame)) {
        if !shown.contains(&place) {
            shown.push(place);
        }
    }
    let dash = |text: String| if text.is_empty() { "–".to_owned() } else { text };
    let field = |field: &styrbord_app::changes::FieldChange| FieldRow {
        name: frame.t(names::field(field.field)),
        old: if change.status == Status::New {
            String::new()
        } else {
            dash(names::value(&field.old, language))
        },
        new: if change.status == Status::Dropped {
            String::new()
        } else {
            dash(names::value(&field.new, language))
        },
        remark: names::remark(field, language),
    };
    let says = |field: &&styrbord_app::changes::FieldChange| {
        change.status == Status::Changed || field.old != Value::Nothing || field.new != Value::Nothing
    };
    Row {
        color,
        status: frame.t(status),
        title: side.map(|side| names::name(change.kind, side, language)).unwrap_or_default(),
        address: if change.kind == PartKind::Letter { String::new() } else { places.object(part) },
        places: shown,
        fields: change.fields.iter().filter(says).map(field).collect(),
        said: repeal.map(|repeal| repeal.text.clone()).unwrap_or_default(),
    }
}

/// Returns `2 new, 3 changed, 1 gone`.
pub(super) fn counted(changes: &[Change], frame: &Frame) -> String {
    let of = |statuses: &[Status]| changes.iter().filter(|one| statuses.contains(&one.status)).count();
    let all: [(usize, Text); 3] = [
        (of(&[Status::New]), words::COUNT_NEW),
        (of(&[Status::Changed, Status::Split, Status::Merged]), words::COUNT_CHANGED),
        (of(&[Status::Dropped]), words::COUNT_GONE),
    ];
    let some = all.into_iter().filter(|(number, _)| *number > 0);
    let said: Vec<String> = some.map(|(number, noun)| count(number, noun, frame.language)).collect();
    if said.is_empty() { frame.t(words::NOTHING).to_owned() } else { said.join(", ") }
}

impl Money {
    /// Shows what a letter does to the money; nothing when it leaves it alone.
    pub(super) fn of(effect: &MoneyEffect, frame: &Frame) -> Self {
        let amount = |amount: Option<Nok>| amount.map_or_else(|| "–".to_owned(), written::amount);
        let posts: Vec<[String; 5]> = effect
            .posts
            .iter()
            .map(|post| {
                let change = post.change_nok.map_or_else(|| "–".to_owned(), names::signed);
                let (before, after) = (amount(post.before_nok), amount(post.after_nok));
                [post.label.clone(), post.title.clone(), before, change, after]
            })
            .collect();
        if posts.is_empty() {
            return Self::default();
        }
        let sum = |name: Text, [before, change, after]: [Nok; 3]| {
            let name = frame.t(name).to_owned();
            [name, written::amount(before), names::signed(change), written::amount(after)]
        };
        let spending = [effect.before_nok, effect.change_nok, effect.after_nok];
        let mut sums = vec![sum(words::SPENDING, spending)];
        let income = effect.income;
        if income != IncomeEffect::default() {
            sums.push(sum(words::INCOME, [income.before_nok, income.change_nok, income.after_nok]));
        }
        Self { posts, sums }
    }
}
