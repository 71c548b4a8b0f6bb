//! What differs between two parts that are one, field by field.

use crate::changes::{Change, Field, FieldChange, PartKind, Reason, Side, Status, Value};
use crate::matched::{Matched, is_renumbered};
use crate::part::{Part, plain};
use styrbord_calendar::Date;
use styrbord_money::Nok;

/// Compares the parts of one kind.
pub(crate) fn changes(matched: &Matched, amends: bool) -> Vec<Change> {
    let kind = matched.kind;
    let pairs = &matched.pairs;
    let old = |at: &usize| matched.old.get(*at);
    let new = |at: &usize| matched.new.get(*at);
    let mut all: Vec<(Order, Change)> = Vec::new();
    for (pair, (at_old, at_new, reason)) in pairs.found.iter().enumerate() {
        let (Some(one), Some(other)) = (old(at_old), new(at_new)) else { continue };
        let fields = compared(one, other, *reason, amends);
        let mut change = Change {
            kind,
            status: if fields.is_empty() { Status::Same } else { Status::Changed },
            reason: Some(*reason),
            old: vec![one.side()],
            new: vec![other.side()],
            fields,
        };
        if let Some(more) = pairs.split.get(&pair) {
            change.status = Status::Split;
            change.new.extend(more.iter().filter_map(new).map(Part::side));
        }
        if let Some(more) = pairs.merged.get(&pair) {
            change.status = Status::Merged;
            change.old.extend(more.iter().filter_map(old).map(Part::side));
        }
        all.push((Order::of(Some(*at_new), *at_old), change));
    }
    for at in &pairs.added {
        all.extend(new(at).map(|part| (Order::of(Some(*at), 0), alone(part, Status::New))));
    }
    for at in &pairs.dropped {
        let gone = |part: &&Part| !amends || matched.is_divided_anew(part);
        all.extend(old(at).filter(gone).map(|part| (Order::of(None, *at), alone(part, Status::Dropped))));
    }
    for (olds, news) in &pairs.ambiguous {
        let sides = |parts: &[Part], group: &[usize]| -> Vec<Side> {
            group.iter().filter_map(|at| parts.get(*at)).map(Part::side).collect()
        };
        let change = Change {
            kind,
            status: Status::Ambiguous,
            reason: None,
            old: sides(&matched.old, olds),
            new: sides(&matched.new, news),
            fields: Vec::new(),
        };
        all.push((Order::of(news.first().copied(), 0), change));
    }
    all.sort_by_key(|(order, _)| *order);
    all.into_iter().map(|(_, change)| change).collect()
}

/// The order of the new letter; what it does not have comes last, in the order of the old one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Order(bool, usize, usize);

impl Order {
    fn of(new: Option<usize>, old: usize) -> Self {
        Order(new.is_none(), new.unwrap_or_default(), old)
    }
}

/// Returns a part that only one letter has, with all that is known of it.
fn alone(part: &Part, status: Status) -> Change {
    let is_new = status == Status::New;
    let known = part.fields.iter().chain(&part.also).filter(|(_, value)| !value.is_nothing());
    let mut fields: Vec<FieldChange> = known
        .map(|(field, value)| {
            let (old, new) =
                if is_new { (Value::Nothing, value.clone()) } else { (value.clone(), Value::Nothing) };
            FieldChange::new(*field, old, new)
        })
        .collect();
    if part.kind == PartKind::Post && part.field(Field::Amount).is_nothing() {
        let mut amount = FieldChange::new(Field::Amount, Value::Nothing, Value::Nothing);
        amount.stated_difference_nok = part.stated.difference;
        fields.extend(part.stated.difference.is_some().then_some(amount));
    }
    let sides = vec![part.side()];
    let (old, new) = if is_new { (Vec::new(), sides) } else { (sides, Vec::new()) };
    Change { kind: part.kind, status, reason: None, old, new, fields }
}

/// Returns the fields in which two parts differ.
fn compared(old: &Part, new: &Part, reason: Reason, amends: bool) -> Vec<FieldChange> {
    let mut fields = Vec::new();
    fields.extend(renumbered(old, new, reason));
    if plain(&old.title) != plain(&new.title) && old.key != new.key && is_reworded(old, new, amends) {
        let text = |part: &Part| Value::Text(part.title.clone());
        fields.push(FieldChange::new(Field::Title, text(old), text(new)));
    }
    let silent = amends || (new.carried && !old.carried);
    if has_parent(old.kind) && old.owner != new.owner && !(silent && new.inside.is_none()) {
        let text =
            |part: &Part| part.parent.clone().or(part.inside.clone()).map_or(Value::Nothing, Value::Text);
        fields.push(FieldChange::new(Field::Parent, text(old), text(new)));
    }
    for (field, value) in &new.fields {
        let before = old.field(*field);
        let now = effective(*field, before, value, new, amends);
        if is_same(before, &now) || (now.is_nothing() && silent) {
            continue;
        }
        let mut change = FieldChange::new(*field, before.clone(), now);
        if matches!(*field, Field::Amount | Field::Date) {
            change.state(new);
        }
        fields.push(change);
    }
    fields
}

fn has_parent(kind: PartKind) -> bool {
    !matches!(kind, PartKind::Deadline | PartKind::Post)
}

/// Tells whether a part is known by words of its own; a deadline's words are its days, and withheld text is none.
fn has_title(part: &Part) -> bool {
    let by_days = part.kind == PartKind::Deadline
        && part
            .fields
            .iter()
            .any(|(field, value)| matches!(field, Field::Date | Field::Frequency) && !value.is_nothing());
    !by_days && !part.title.trim().is_empty()
}

/// Tells whether another wording is a change: not when an amendment leaves it out, nor where days say it.
fn is_reworded(old: &Part, new: &Part, amends: bool) -> bool {
    let (before, now) = (has_title(old), has_title(new));
    if old.kind == PartKind::Deadline { before && now } else { now || (before && !amends) }
}

fn renumbered(old: &Part, new: &Part, reason: Reason) -> Option<FieldChange> {
    let (one, other) = (old.label.as_deref()?, new.label.as_deref()?);
    let numbers = (old.number.as_ref()?, new.number.as_ref()?);
    let differs = numbers.0.key != numbers.1.key && is_renumbered(reason.by);
    let text = |label: &str| Value::Text(label.to_owned());
    differs.then(|| FieldChange::new(Field::Number, text(one), text(other)))
}

/// Returns the value that holds after an amendment: an amount that only says its change is added to the old one.
fn effective(field: Field, before: &Value, value: &Value, new: &Part, amends: bool) -> Value {
    let only_change = match new.kind {
        PartKind::Post => value.is_nothing(),
        PartKind::Portion => true,
        _ => false,
    };
    match (before, new.stated.difference) {
        (Value::Amount(before), Some(change)) if amends && field == Field::Amount && only_change => {
            before.checked_add(change).map_or(Value::Nothing, Value::Amount)
        }
        _ => value.clone(),
    }
}

/// Tells whether two values say the same: lists in any order, texts but for case and breaks.
fn is_same(old: &Value, new: &Value) -> bool {
    match (old, new) {
        (Value::Text(old), Value::Text(new)) => plain(old) == plain(new),
        (Value::List(old), Value::List(new)) => {
            let sorted = |list: &[String]| {
                let mut list: Vec<String> = list.iter().map(|text| plain(text)).collect();
                list.sort();
                list
            };
            sorted(old) == sorted(new)
        }
        _ => old == new,
    }
}

impl FieldChange {
    /// Returns a change with what can be reckoned of it: days between dates, kroner and share between amounts.
    pub(crate) fn new(field: Field, old: Value, new: Value) -> Self {
        let mut change = FieldChange {
            field,
            old,
            new,
            days: None,
            years: None,
            difference_nok: None,
            difference_permille: None,
            stated_old: None,
            stated_difference_nok: None,
            agrees: None,
        };
        match (&change.old, &change.new) {
            (Value::Day(old), Value::Day(new)) => {
                (change.days, change.years) = (Some(old.days_until(*new)), years_between(*old, *new));
            }
            (Value::Amount(old), Value::Amount(new)) => {
                change.difference_nok = new.checked_sub(*old);
                change.difference_permille =
                    change.difference_nok.and_then(|difference| permille(difference, *old));
            }
            _ => {}
        }
        change
    }

    /// Adds what an amendment says of the old value, and whether the earlier letter bears it out.
    fn state(&mut self, new: &Part) {
        let stated = &new.stated;
        self.stated_old.clone_from(&stated.old);
        self.stated_difference_nok = stated.difference;
        let old = stated.old.as_ref().map(|old| is_same(old, &self.old));
        let difference = stated.difference.zip(self.difference_nok).map(|(one, other)| one == other);
        self.agrees = match (old, difference) {
            (None, None) => None,
            (old, difference) => Some(old.unwrap_or(true) && difference.unwrap_or(true)),
        };
    }
}

fn years_between(old: Date, new: Date) -> Option<i16> {
    let same_day = (old.month(), old.day()) == (new.month(), new.day());
    (same_day && old.year() != new.year()).then(|| new.year() - old.year())
}

/// Returns a difference in thousandths of an amount, rounded half away from zero.
fn permille(difference: Nok, of: Nok) -> Option<i64> {
    let (difference, of) = (i128::from(difference.ore()) * 1000, i128::from(of.ore()));
    if of == 0 {
        return None;
    }
    let half = of.abs() / 2;
    let rounded = (difference.abs() + half) / of.abs();
    let negative = (difference < 0) != (of < 0);
    i64::try_from(if negative { -rounded } else { rounded }).ok()
}
