//! What people ask about letters: what one changed, what it does to the money, and what became of a part.

use super::spots::without_spots;
use super::{Match, Part, PartValue, Repealed, State};
use crate::ids::{ObjectId, ObjectKind};
use serde::Serialize;
use serde_json::Value;
use styrbord_money::Nok;

/// What a letter did to one part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Effect {
    /// The part.
    pub part: ObjectId,
    /// Why it was held to be a part that the year had.
    pub matched: Option<Match>,
    /// As it was before; none for what is new.
    pub before: Option<PartValue>,
    /// As it is after; none for what was taken away.
    pub after: Option<PartValue>,
    /// What took it away.
    pub repealed: Option<Repealed>,
    /// What differs, field by field, when there is a before and an after.
    pub fields: Vec<FieldEffect>,
}

/// One field of a part before and after, by its name in the plan's JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldEffect {
    /// The name.
    pub field: String,
    /// Before.
    pub before: Value,
    /// After.
    pub after: Value,
}

/// What a letter does to the money.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct MoneyEffect {
    /// The posts that it changes, adds or takes away, by chapter and number.
    pub posts: Vec<PostEffect>,
    /// The sum of the amounts of all posts of spending before the letter.
    pub before_nok: Nok,
    /// What it adds to them or takes from them.
    pub change_nok: Nok,
    /// The sum after it.
    pub after_nok: Nok,
    /// The same of the posts of income, which are never added to those of spending.
    pub income: IncomeEffect,
}

/// What a letter does to the posts of income, all together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct IncomeEffect {
    /// The sum of their amounts before the letter.
    pub before_nok: Nok,
    /// What it adds to them or takes from them.
    pub change_nok: Nok,
    /// The sum after it.
    pub after_nok: Nok,
}

/// One post before and after a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PostEffect {
    /// The post.
    pub part: ObjectId,
    /// Its number, `671.60`.
    pub label: String,
    /// Its title.
    pub title: String,
    /// The amount before.
    pub before_nok: Option<Nok>,
    /// What it adds; none when before or after is not known.
    pub change_nok: Option<Nok>,
    /// The amount after.
    pub after_nok: Option<Nok>,
}

impl Part {
    /// Returns what held before a letter; nothing when the part came with it or later, or was gone by then.
    pub fn before(&self, letter: ObjectId) -> Option<&PartValue> {
        self.at(|one| one < letter)
    }

    /// Returns what held when a letter had been taken in.
    pub fn after(&self, letter: ObjectId) -> Option<&PartValue> {
        self.at(|one| one <= letter)
    }

    /// Returns what the last of the letters that count says. Letters are numbered in the order of arrival.
    fn at(&self, counts: impl Fn(ObjectId) -> bool) -> Option<&PartValue> {
        let version = self.history.iter().rev().find(|version| counts(version.letter))?;
        let gone = self.restored.iter().chain(&self.repealed).filter(|repealed| counts(repealed.letter));
        let is_gone = gone.last().is_some_and(|repealed| repealed.stamp.seq > version.stamp.seq);
        (!is_gone).then_some(&version.value)
    }
}

impl State {
    /// Returns what a letter changed and nothing else, by kind and in the order of arrival.
    pub fn only_changes(&self, letter: ObjectId) -> Vec<Effect> {
        let touched = self.parts.iter().filter(|(_, part)| {
            part.history.iter().any(|version| version.letter == letter)
                || part.restored.iter().chain(&part.repealed).any(|repealed| repealed.letter == letter)
        });
        touched.map(|(id, part)| effect(*id, part, letter)).collect()
    }

    /// Returns what a letter does to the money.
    pub fn money_effect(&self, letter: ObjectId) -> MoneyEffect {
        let mut effect = MoneyEffect::default();
        for (id, part) in self.parts.iter().filter(|(id, _)| id.kind == ObjectKind::Post) {
            let (before, after) = (part.before(letter), part.after(letter));
            let (before_nok, after_nok) = (before.and_then(amount), after.and_then(amount));
            let zero = |amount: Option<Nok>| amount.unwrap_or(Nok::ZERO);
            let sums = if after.or(before).is_some_and(is_income) {
                [&mut effect.income.before_nok, &mut effect.income.after_nok]
            } else {
                [&mut effect.before_nok, &mut effect.after_nok]
            };
            for (sum, amount) in sums.into_iter().zip([before_nok, after_nok]) {
                *sum = [*sum, zero(amount)].iter().sum();
            }
            let same = before.is_some() == after.is_some() && before_nok == after_nok;
            let Some(value) = after.or(before).filter(|_| !same) else { continue };
            let known = |value: Option<&PartValue>, amount: Option<Nok>| match value {
                Some(_) => amount,
                None => Some(Nok::ZERO),
            };
            let change_nok = known(before, before_nok)
                .zip(known(after, after_nok))
                .and_then(|(before, after)| after.checked_sub(before));
            effect.posts.push(PostEffect {
                part: *id,
                label: value.label().unwrap_or_default(),
                title: value.title().to_owned(),
                before_nok,
                change_nok,
                after_nok,
            });
        }
        effect.posts.sort_by_key(|post| number(&post.label));
        let change = |before: Nok, after: Nok| after.checked_sub(before).unwrap_or(Nok::ZERO);
        effect.change_nok = change(effect.before_nok, effect.after_nok);
        effect.income.change_nok = change(effect.income.before_nok, effect.income.after_nok);
        effect
    }
}

fn is_income(value: &PartValue) -> bool {
    matches!(value, PartValue::Post { chapter, .. } if crate::money::is_income(*chapter))
}

fn effect(id: ObjectId, part: &Part, letter: ObjectId) -> Effect {
    let (before, after) = (part.before(letter).cloned(), part.after(letter).cloned());
    let fields = match (&before, &after) {
        (Some(before), Some(after)) => fields(before, after),
        _ => Vec::new(),
    };
    let version = part.history.iter().find(|version| version.letter == letter);
    let repealed = part.restored.iter().chain(&part.repealed).find(|repealed| repealed.letter == letter);
    Effect {
        part: id,
        matched: version.and_then(|version| version.matched.clone()),
        before,
        after,
        repealed: repealed.cloned(),
        fields,
    }
}

/// Returns in which fields two parts differ, by the names in the plan's JSON. Where they stand is no difference.
pub fn fields(before: &PartValue, after: &PartValue) -> Vec<FieldEffect> {
    let plain = |value: &PartValue| {
        let value = serde_json::to_value(without_spots(value)).unwrap_or_default();
        let inner = value.as_object().and_then(|outer| outer.values().next()).cloned();
        flat(inner.unwrap_or_default())
    };
    let (before, after) = (plain(before), plain(after));
    let mut names: Vec<&String> = before.keys().chain(after.keys()).collect();
    names.sort();
    names.dedup();
    let value = |fields: &serde_json::Map<String, Value>, name: &str| {
        fields.get(name).cloned().unwrap_or(Value::Null)
    };
    let pairs = names.into_iter().map(|name| (name, value(&before, name), value(&after, name)));
    let changed = pairs.filter(|(_, before, after)| before != after);
    changed.map(|(name, before, after)| FieldEffect { field: name.clone(), before, after }).collect()
}

/// Returns the fields of a part; those of a post beside the number of its chapter.
fn flat(value: Value) -> serde_json::Map<String, Value> {
    let Value::Object(mut fields) = value else { return serde_json::Map::new() };
    if let Some(Value::Object(post)) = fields.remove("post").filter(Value::is_object) {
        fields.extend(post);
    }
    fields
}

fn amount(value: &PartValue) -> Option<Nok> {
    match value {
        PartValue::Post { post, .. } => post.amount_nok,
        _ => None,
    }
}

/// Returns chapter and post of a label such as `671.60`, to sort by.
fn number(label: &str) -> (u32, u32) {
    let (chapter, post) = label.split_once('.').unwrap_or((label, ""));
    (chapter.parse().unwrap_or_default(), post.parse().unwrap_or_default())
}
