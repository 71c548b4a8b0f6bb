//! Two plans joined part by part, with places in both, so that what hangs on a part can follow it.

use crate::changes::{Basis, By, Change, PartKind};
use crate::pairs::Pins;
use crate::{consolidate, fields, frames, matched, place, repeals};
use styrbord_plan::Plan;

/// A later part of which it is settled which earlier one it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pin {
    /// What it is. Deadlines and portions cannot be pinned.
    pub kind: PartKind,
    /// Its place in the later plan.
    pub new: Vec<usize>,
    /// The place in [`Joined::held`] of the part that it is; none for a new one.
    pub old: Option<Vec<usize>>,
    /// What that rests on.
    pub by: By,
}

/// Two plans, joined.
#[derive(Debug, Clone)]
pub struct Joined {
    /// What became of each repeal of an amendment; the sides of what is dropped have their places in the earlier plan.
    pub repealed: Vec<Change>,
    /// The earlier plan without what the later one repeals.
    pub held: Plan,
    /// Every other part or pair, differing or not; the old sides have their places in `held`.
    pub changes: Vec<Change>,
    /// Of an amendment, the plan after it. Every part of `held` has the same place in it.
    pub after: Plan,
}

/// Joins a later plan to an earlier one. Parts that are pinned are not looked for.
pub fn join(old: &Plan, new: &Plan, basis: Basis, pins: &[Pin]) -> Joined {
    let frames = frames(old, new, basis);
    let amends = basis == Basis::Amendment;
    let (held, repealed) =
        if amends { repeals::apply(old, new, frames.old) } else { (old.clone(), Vec::new()) };
    let pins = pins.iter().map(|pin| ((pin.kind, pin.new.clone()), (pin.old.clone(), pin.by)));
    let kinds = matched::matched(&held, new, frames, &Pins(pins.collect()));
    let mut changes: Vec<Change> = kinds.iter().flat_map(|kind| fields::changes(kind, amends)).collect();
    changes.sort_by_key(place);
    let after = if amends { consolidate::of_matched(&held, new, &kinds) } else { new.clone() };
    Joined { repealed, held, changes, after }
}
