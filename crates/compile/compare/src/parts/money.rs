//! Chapters, posts and portions as parts.

use super::Owners;
use crate::changes::{Field, PartKind, Value};
use crate::part::{Frame, Number, Part, Stated};
use std::collections::BTreeSet;
use styrbord_money::Nok;
use styrbord_plan::{Chapter, Plan, Portion, PortionKind, Post};

/// Returns the chapters. Their numbers are those of the state budget and the same in every letter.
pub(crate) fn chapters(plan: &Plan, frame: Frame) -> Vec<Part> {
    let part = |(at, one): (usize, &Chapter)| {
        let number = Number { key: one.chapter.to_string(), lasts: true };
        Part::new(PartKind::Chapter, at, &one.title, frame)
            .labelled(&one.chapter.to_string(), Some(number))
            .at(one.span)
            .with_amount(Field::StatedSum, one.stated_sum_nok)
    };
    plan.budget.iter().enumerate().map(part).collect()
}

/// Returns the posts; `owners` names the chapters by their number.
pub(crate) fn posts(plan: &Plan, frame: Frame, owners: &Owners) -> Vec<Part> {
    let mut parts = Vec::new();
    for (chapter_at, chapter) in plan.budget.iter().enumerate() {
        let owner = owners.of(Some(&chapter.chapter.to_string())).unwrap_or_default();
        for (at, post) in chapter.posts.iter().enumerate() {
            let inside = Some(chapter.chapter.to_string());
            let number = Number { key: format!("{owner}/{}", post.post), lasts: true };
            let mut part = post_part(post, frame)
                .labelled(&post_label(chapter.chapter, post.post), Some(number))
                .under(Some(owner.clone()), inside);
            part.path = vec![chapter_at, at];
            parts.push(part);
        }
    }
    parts
}

/// Returns `1932.01`, as the Storting's papers write it.
pub(crate) fn post_label(chapter: u32, post: u32) -> String {
    format!("{chapter}.{post:02}")
}

fn post_part(post: &Post, frame: Frame) -> Part {
    let keywords = if post.keywords.is_empty() { Value::Nothing } else { Value::List(post.keywords.clone()) };
    let mut part = Part::new(PartKind::Post, 0, &post.title, frame)
        .at(post.span)
        .with_amount(Field::Amount, post.amount_nok)
        .with_amount(Field::Appropriation, post.appropriation_nok)
        .with_amount(Field::AgencyShare, post.agency_share_nok)
        .with(Field::Keywords, keywords);
    part.stated = Stated { old: post.previous_nok.map(Value::Amount), difference: post.change_nok };
    part
}

/// Returns the portions of all posts, to any depth; `owners` names the posts by their label.
pub(crate) fn portions(plan: &Plan, frame: Frame, owners: &Owners) -> Vec<Part> {
    let mut parts = Vec::new();
    for (chapter_at, chapter) in plan.budget.iter().enumerate() {
        for (post_at, post) in chapter.posts.iter().enumerate() {
            let label = post_label(chapter.chapter, post.post);
            let owner = owners.of(Some(&label)).unwrap_or_default();
            let adds = frame.amends && divides_change(post);
            let mut reader = Portions { frame, adds, label: &label, owner, parts: &mut parts };
            reader.read(&post.breakdown, &[chapter_at, post_at], "", 0);
        }
    }
    parts
}

/// Returns the names of posts and portions whose own portions add up to all of them.
pub(crate) fn divided(plan: &Plan, frame: Frame, owners: &Owners) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for chapter in &plan.budget {
        for post in chapter.posts.iter().filter(|post| !divides_change(post)) {
            let label = post_label(chapter.chapter, post.post);
            let mut open =
                vec![(owners.of(Some(&label)).unwrap_or_default(), post.amount_nok, &post.breakdown)];
            while let Some((name, amount, portions)) = open.pop() {
                for one in portions {
                    let below = format!("{name}/{}", frame.key(&one.title));
                    open.push((below, Some(one.amount_nok), &one.breakdown));
                }
                if !portions.is_empty() && total(portions) == amount {
                    names.insert(name);
                }
            }
        }
    }
    names
}

fn total(portions: &[Portion]) -> Option<Nok> {
    portions.iter().try_fold(Nok::ZERO, |sum, one| sum.checked_add(one.amount_nok))
}

/// Tells whether the portions of a post in an amendment divide what it adds, and not the whole post.
pub(crate) fn divides_change(post: &Post) -> bool {
    post.change_nok.is_some() && total(&post.breakdown) == post.change_nok
}

/// Deeper portions than any letter has are not followed.
const DEPTH_MAX: usize = 32;

struct Portions<'a> {
    frame: Frame,
    adds: bool,
    label: &'a str,
    owner: String,
    parts: &'a mut Vec<Part>,
}

impl Portions<'_> {
    fn read(&mut self, portions: &[Portion], path: &[usize], above: &str, depth: usize) {
        for (at, one) in portions.iter().enumerate().filter(|_| depth < DEPTH_MAX) {
            let path = [path, &[at]].concat();
            let mut part = Part::new(PartKind::Portion, 0, &one.title, self.frame)
                .under(Some(format!("{}{above}", self.owner)), Some(self.label.to_owned()))
                .at(one.span)
                .with_amount(Field::Amount, Some(one.amount_nok))
                .with(Field::Kind, Value::Code(kind(one.kind)))
                .with_text(Field::Assignment, one.assignment.as_deref());
            if self.adds && depth == 0 {
                part.stated.difference = Some(one.amount_nok);
            }
            let below = format!("{above}/{}", part.key);
            part.path.clone_from(&path);
            self.parts.push(part);
            self.read(&one.breakdown, &path, &below, depth + 1);
        }
    }
}

fn kind(kind: PortionKind) -> &'static str {
    match kind {
        PortionKind::SubAllocation => "sub_allocation",
        PortionKind::Commitment => "commitment",
        PortionKind::Free => "free",
        PortionKind::NewProject => "new_project",
        PortionKind::Recipient => "recipient",
    }
}
