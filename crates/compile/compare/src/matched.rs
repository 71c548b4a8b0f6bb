//! All parts of two plans, kind by kind, each kind paired after what it stands under.

use crate::changes::{By, PartKind};
use crate::pairs::{Pairs, Pins, pair};
use crate::part::{Frame, Part};
use crate::parts::{Owners, assignments, money, rest, steering};
use std::collections::{BTreeMap, BTreeSet};
use styrbord_plan::Plan;

/// The parts of one kind in both plans, and which is which.
pub(crate) struct Matched {
    /// The kind.
    pub(crate) kind: PartKind,
    /// The parts of the earlier plan.
    pub(crate) old: Vec<Part>,
    /// The parts of the later plan.
    pub(crate) new: Vec<Part>,
    /// The pairs, and what has none.
    pub(crate) pairs: Pairs,
    /// The place in the earlier plan of what parts of the later one stand under.
    pub(crate) owner_at: BTreeMap<String, usize>,
    /// What the later letter divides anew: parts under it that it does not name are gone, amendment or not.
    pub(crate) divided: BTreeSet<String>,
}

impl Matched {
    fn new(kind: PartKind, old: Vec<Part>, new: Vec<Part>, pins: &Pins) -> Self {
        Matched::stated(kind, old, new, &[], pins)
    }

    fn stated(
        kind: PartKind,
        old: Vec<Part>,
        new: Vec<Part>,
        stated: &[(String, String)],
        pins: &Pins,
    ) -> Self {
        let pairs = pair(&old, &new, stated, pins);
        Matched { kind, old, new, pairs, owner_at: BTreeMap::new(), divided: BTreeSet::new() }
    }

    /// Returns the new parts that have no old one of their own.
    pub(crate) fn new_alone(&self) -> impl Iterator<Item = usize> {
        let split = self.pairs.split.values().flatten();
        let unclear = self.pairs.ambiguous.iter().flat_map(|(_, new)| new);
        let all: BTreeSet<usize> = self.pairs.added.iter().chain(split).chain(unclear).copied().collect();
        all.into_iter()
    }

    /// Returns the old parts that an amendment takes away without naming them.
    pub(crate) fn repealed(&self) -> impl Iterator<Item = &Part> {
        let dropped = self.pairs.dropped.iter().filter_map(|at| self.old.get(*at));
        dropped.filter(|part| self.is_divided_anew(part))
    }

    /// Tells whether the later letter divides anew what an old part stands under.
    pub(crate) fn is_divided_anew(&self, part: &Part) -> bool {
        part.owner.as_ref().is_some_and(|owner| self.divided.contains(owner))
    }

    /// Returns one name for each pair, with the places of the two in their plans.
    fn names(&self) -> impl Iterator<Item = (&Part, &Part, String)> {
        let pairs = self.pairs.found.iter().enumerate();
        pairs.filter_map(|(name, (old, new, _))| {
            Some((self.old.get(*old)?, self.new.get(*new)?, format!("{:?} {name}", self.kind)))
        })
    }

    /// Names the parts so that others can stand under them: a pair has one name, what stands alone its own.
    fn name_owners(&self, old: &mut Owners, new: &mut Owners, frames: Frames) {
        for (one, other, name) in self.names() {
            old.add(one, name.clone());
            new.add(other, name);
        }
        self.old.iter().enumerate().for_each(|(at, part)| old.add(part, format!("{:?} old {at}", self.kind)));
        self.new.iter().enumerate().for_each(|(at, part)| new.add(part, format!("{:?} new {at}", self.kind)));
        if frames.new.one_year && frames.new.one_agency {
            let before = old.clone();
            old.look_up_in(new);
            new.look_up_in(&before);
        }
    }
}

/// The frames of both plans.
#[derive(Clone, Copy)]
pub(crate) struct Frames {
    /// How the earlier letter is to be read.
    pub(crate) old: Frame,
    /// How the later letter is to be read.
    pub(crate) new: Frame,
}

/// Pairs the parts of two plans; what is pinned is not looked for.
pub(crate) fn matched(old: &Plan, new: &Plan, frames: Frames, pins: &Pins) -> Vec<Matched> {
    let (mut of_old, mut of_new) = (Owners::default(), Owners::default());
    let mut all = Vec::new();
    for below in [false, true] {
        let goals = Matched::new(
            PartKind::Goal,
            steering::goals(old, frames.old, &of_old, below),
            steering::goals(new, frames.new, &of_new, below),
            pins,
        );
        goals.name_owners(&mut of_old, &mut of_new, frames);
        all.push(goals);
    }
    let parameters = Matched::new(
        PartKind::SteeringParameter,
        steering::parameters(old, frames.old, &of_old),
        steering::parameters(new, frames.new, &of_new),
        pins,
    );
    parameters.name_owners(&mut of_old, &mut of_new, frames);
    let requirements = Matched::new(
        PartKind::Requirement,
        steering::requirements(old, frames.old, &of_old),
        steering::requirements(new, frames.new, &of_new),
        pins,
    );
    all.extend([parameters, requirements]);
    all.extend(work(old, new, frames, [&of_old, &of_new], pins));
    all.extend(budget(old, new, frames, pins));
    all.extend(others(old, new, frames, pins));
    all
}

/// Returns the assignments, and the deadlines of those that both have.
fn work(old: &Plan, new: &Plan, frames: Frames, [of_old, of_new]: [&Owners; 2], pins: &Pins) -> [Matched; 2] {
    let assignments = Matched::new(
        PartKind::Assignment,
        assignments::assignments(old, frames.old, of_old),
        assignments::assignments(new, frames.new, of_new),
        pins,
    );
    let (mut in_old, mut in_new) = (BTreeMap::new(), BTreeMap::new());
    let owner_at: BTreeMap<String, usize> =
        assignments.names().filter_map(|(one, _, name)| Some((name, *one.path.first()?))).collect();
    for (one, other, name) in assignments.names() {
        in_old.extend(one.path.first().map(|at| (*at, name.clone())));
        in_new.extend(other.path.first().map(|at| (*at, name)));
    }
    // What an assignment was split into or merged from brings deadlines of its own.
    for more in assignments.pairs.split.values().flatten() {
        let part = assignments.new.get(*more).and_then(|part| part.path.first());
        in_new.extend(part.map(|at| (*at, format!("piece {more}"))));
    }
    for more in assignments.pairs.merged.values().flatten() {
        let part = assignments.old.get(*more).and_then(|part| part.path.first());
        in_old.extend(part.map(|at| (*at, format!("piece {more}"))));
    }
    let mut deadlines = Matched::new(
        PartKind::Deadline,
        assignments::deadlines(old, frames.old, &in_old),
        assignments::deadlines(new, frames.new, &in_new),
        &Pins::default(),
    );
    deadlines.owner_at = owner_at;
    [assignments, deadlines]
}

/// Returns chapters, posts and portions.
fn budget(old: &Plan, new: &Plan, frames: Frames, pins: &Pins) -> [Matched; 3] {
    let (mut of_old, mut of_new) = (Owners::default(), Owners::default());
    let chapters = Matched::new(
        PartKind::Chapter,
        money::chapters(old, frames.old),
        money::chapters(new, frames.new),
        pins,
    );
    chapters.name_owners(&mut of_old, &mut of_new, frames);
    let (in_old, in_new) = (money::posts(old, frames.old, &of_old), money::posts(new, frames.new, &of_new));
    let moves: Vec<(String, String)> =
        new.evidence.moves.iter().map(|one| (one.from.clone(), one.to.clone())).collect();
    let posts = Matched::stated(PartKind::Post, in_old, in_new, &moves, pins);
    let (mut of_old, mut of_new) = (Owners::default(), Owners::default());
    posts.name_owners(&mut of_old, &mut of_new, frames);
    let mut portions = Matched::new(
        PartKind::Portion,
        money::portions(old, frames.old, &of_old),
        money::portions(new, frames.new, &of_new),
        &Pins::default(),
    );
    portions.divided = money::divided(new, frames.new, &of_new);
    [chapters, posts, portions]
}

fn others(old: &Plan, new: &Plan, frames: Frames, pins: &Pins) -> Vec<Matched> {
    type Read = fn(&Plan, Frame) -> Vec<Part>;
    let kinds: [(PartKind, Read); 7] = [
        (PartKind::Report, rest::reports),
        (PartKind::Meeting, rest::meetings),
        (PartKind::Duty, rest::duties),
        (PartKind::Announcement, rest::announcements),
        (PartKind::Authorisation, rest::authorisations),
        (PartKind::CommonDirection, rest::directions),
        (PartKind::Attachment, rest::attachments),
    ];
    kinds.map(|(kind, read)| Matched::new(kind, read(old, frames.old), read(new, frames.new), pins)).into()
}

/// Tells whether a pair rests on a title alone, so that its number may differ.
pub(crate) fn is_renumbered(by: By) -> bool {
    !matches!(by, By::Number | By::NumberAndTitle | By::ChapterAndPost | By::PartLabel)
}
