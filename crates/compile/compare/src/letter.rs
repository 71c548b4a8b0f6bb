//! What the letter says of itself, and sums that an amendment prints of some posts only.

use crate::changes::{Change, Field, FieldChange, PartKind, Side, Status, Value};
use crate::part::plain;
use std::collections::BTreeMap;
use styrbord_money::Nok;
use styrbord_plan::{LetterKind, Party, Plan};

/// Returns what differs in sender, receiver, year and kind. Of an amendment only the parties count.
pub(crate) fn change(old: &Plan, new: &Plan, amends: bool) -> Option<Change> {
    let year = |plan: &Plan| plan.year.map_or(Value::Nothing, |year| Value::Count(year.into()));
    let kind = |plan: &Plan| Value::Code(code(plan.kind));
    let mut fields = Vec::new();
    for (field, old, new) in
        [(Field::Ministry, &old.ministry, &new.ministry), (Field::Agency, &old.agency, &new.agency)]
    {
        let unsaid = amends && name(new).is_nothing();
        if !is_one(old, new) && !unsaid {
            fields.push(FieldChange::new(field, name(old), name(new)));
        }
    }
    if year(old) != year(new) {
        fields.push(FieldChange::new(Field::Year, year(old), year(new)));
    }
    if old.kind != new.kind && !amends {
        fields.push(FieldChange::new(Field::Kind, kind(old), kind(new)));
    }
    let status = Status::Changed;
    let change =
        Change { kind: PartKind::Letter, status, reason: None, old: Vec::new(), new: Vec::new(), fields };
    (!change.fields.is_empty()).then_some(change)
}

fn name(party: &Party) -> Value {
    let name = party.name.as_ref().or(party.short.as_ref());
    name.map_or(Value::Nothing, |name| Value::Text(name.clone()))
}

/// Tells whether two letters name one party; an abbreviation that only one of them gives is no difference.
fn is_one(old: &Party, new: &Party) -> bool {
    let same = |old: &Option<String>, new: &Option<String>| match (old, new) {
        (Some(old), Some(new)) => Some(plain(old) == plain(new)),
        (None, None) => None,
        _ => Some(false),
    };
    match (&old.name, &new.name) {
        (None, None) => same(&old.short, &new.short).unwrap_or(true),
        (name, other) => same(name, other).unwrap_or(true),
    }
}

fn code(kind: LetterKind) -> &'static str {
    match kind {
        LetterKind::Allocation => "allocation",
        LetterKind::Supplement => "supplement",
        LetterKind::Instruction => "instruction",
        LetterKind::Other => "other",
    }
}

/// Sets the sums of chapters as they hold after an amendment, which may print the sum of some posts only.
pub(crate) fn set_sums(old: &Plan, after: &Plan, changes: &mut [Change]) {
    let sums = |plan: &Plan| -> BTreeMap<String, Option<Nok>> {
        plan.budget.iter().map(|chapter| (chapter.chapter.to_string(), chapter.stated_sum_nok)).collect()
    };
    let (old, after) = (sums(old), sums(after));
    let paired = changes.iter_mut().filter(|one| one.kind == PartKind::Chapter && one.reason.is_some());
    for change in paired {
        let label = |sides: &[Side]| sides.first().and_then(|side| side.label.clone()).unwrap_or_default();
        let before = old.get(&label(&change.old)).copied().flatten();
        let now = after.get(&label(&change.old)).copied().flatten();
        change.fields.retain(|field| field.field != Field::StatedSum);
        if before != now {
            let value = |sum: Option<Nok>| sum.map_or(Value::Nothing, Value::Amount);
            change.fields.push(FieldChange::new(Field::StatedSum, value(before), value(now)));
        }
        change.status = if change.fields.is_empty() { Status::Same } else { Status::Changed };
    }
}
