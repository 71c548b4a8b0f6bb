//! Two plans to what differs between them, each pair with the reason why it is one.
//!
//! From: the plans of two letters. To: [`Changes`], one [`Change`] for each part that is new, dropped, changed, split,
//! merged or ambiguous. When the later letter amends the earlier one, [`consolidate`] gives the plan that holds
//! after it.
//!
//! This crate does not know how a plan is read, nor whether a change is a good one. It shows titles as printed.
//!
//! ```
//! use styrbord_compare::{Status, compare};
//! use styrbord_plan::{CommonDirection, Plan};
//! let direction = |title: &str| CommonDirection { title: title.to_owned(), ..CommonDirection::default() };
//! let old = Plan { common_directions: vec![direction("Færre innleide konsulenter")], ..Plan::default() };
//! let new = Plan { common_directions: vec![direction("Klarspråk i skjema")], ..Plan::default() };
//! let statuses: Vec<Status> = compare(&old, &new).changes.iter().map(|change| change.status).collect();
//! assert_eq!(statuses, [Status::New, Status::Dropped]);
//! ```

mod changes;
mod consolidate;
mod fields;
mod join;
mod letter;
mod matched;
mod origin;
mod pairs;
mod part;
mod parts;
mod repeals;

pub use changes::{
    Basis, By, Change, Changes, Field, FieldChange, Head, PartKind, Reason, Repealed, Side, Status, Value,
};
pub use consolidate::consolidate;
pub use join::{Joined, Pin, join};
pub use origin::of_letter;

use matched::Frames;
use part::{Frame, is_one_agency};
use styrbord_plan::{LetterKind, Plan};

/// Compares two plans: the earlier one and the later one.
pub fn compare(old: &Plan, new: &Plan) -> Changes {
    let basis = basis(old, new);
    let frames = frames(old, new, basis);
    let amends = basis == Basis::Amendment;
    let mut all: Vec<Change> = Vec::new();
    all.extend(letter::change(old, new, amends));
    let (held, repealed) = if amends {
        let (held, repealed) = repeals::apply(old, new, frames.old);
        (Some(held), repealed)
    } else {
        (None, Vec::new())
    };
    let old = held.as_ref().unwrap_or(old);
    let kinds = matched::matched(old, new, frames, &pairs::Pins::default());
    for matched in &kinds {
        all.extend(fields::changes(matched, amends));
    }
    if amends {
        letter::set_sums(old, &consolidate::of_matched(old, new, &kinds), &mut all);
    }
    all.extend(repealed);
    all.sort_by_key(place);
    let (same, changes) = all.into_iter().partition(|change| change.status == Status::Same);
    Changes { basis, old: Head::of(old), new: Head::of(new), changes, same }
}

/// Returns where a change is told: by kind, but money by chapter and post; within that in the order of the letter.
fn place(change: &Change) -> (PartKind, u32, u32, PartKind) {
    let money = matches!(change.kind, PartKind::Chapter | PartKind::Post | PartKind::Portion);
    let Some(side) = change.new.first().or(change.old.first()).filter(|_| money) else {
        return (change.kind, 0, 0, change.kind);
    };
    let within = if change.kind == PartKind::Portion { &side.inside } else { &side.label };
    let (chapter, post) =
        within.as_deref().map(|label| label.split_once('.').unwrap_or((label, "0"))).unzip();
    let number = |text: Option<&str>| text.and_then(|text| text.parse().ok()).unwrap_or_default();
    (PartKind::Chapter, number(chapter), number(post), change.kind)
}

/// Returns how two letters stand to each other.
pub fn basis(old: &Plan, new: &Plan) -> Basis {
    let one_year = old.year == new.year;
    if !is_one_agency(old, new) {
        Basis::TwoAgencies
    } else if one_year && new.kind == LetterKind::Supplement && old.kind != LetterKind::Supplement {
        Basis::Amendment
    } else if one_year {
        Basis::SameYear
    } else {
        Basis::YearOnYear
    }
}

fn frames(old: &Plan, new: &Plan, basis: Basis) -> Frames {
    let one_year = old.year == new.year;
    let frame = |plan: &Plan| Frame {
        year: plan.year.filter(|_| !one_year),
        one_agency: basis != Basis::TwoAgencies,
        one_year,
        amends: basis == Basis::Amendment,
    };
    Frames { old: frame(old), new: frame(new) }
}
