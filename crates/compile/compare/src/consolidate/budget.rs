//! Chapters, posts and portions after an amendment.

use crate::PartKind;
use crate::matched::Matched;
use crate::part::Part;
use std::collections::BTreeMap;
use styrbord_money::Nok;
use styrbord_plan::{Chapter, Plan, Portion, Post};

/// Places in the amendment, and the places of the same parts in the plan.
type Places = BTreeMap<Vec<usize>, Vec<usize>>;

/// Amends the budget.
pub(super) fn amend(plan: &mut Plan, new: &Plan, all: &[Matched]) {
    let of = |kind: PartKind| all.iter().filter(move |one| one.kind == kind);
    let before: Vec<(Vec<u32>, Option<Nok>)> =
        plan.budget.iter().map(|chapter| (numbers(chapter), sum(chapter))).collect();
    let mut places = Places::new();
    of(PartKind::Chapter).for_each(|one| places.extend(places_of(one)));
    of(PartKind::Post).for_each(|one| places.extend(places_of(one)));
    of(PartKind::Portion).for_each(|one| places.extend(places_of(one)));
    for one in of(PartKind::Post) {
        posts(plan, new, one, &places);
    }
    for one in of(PartKind::Portion) {
        portions(plan, new, one, &places);
    }
    sums(plan, new, &places, &before);
    let alone = new.budget.iter().enumerate().filter(|(at, _)| !places.contains_key(&vec![*at]));
    plan.budget.extend(alone.map(|(_, chapter)| chapter.clone()));
}

fn places_of(matched: &Matched) -> Places {
    let pair = |(old, new, _): &(usize, usize, crate::Reason)| {
        Some((matched.new.get(*new)?.path.clone(), matched.old.get(*old)?.path.clone()))
    };
    matched.pairs.found.iter().filter_map(pair).collect()
}

fn numbers(chapter: &Chapter) -> Vec<u32> {
    chapter.posts.iter().map(|post| post.post).collect()
}

/// Returns the sum of the posts, when all have an amount.
fn sum(chapter: &Chapter) -> Option<Nok> {
    chapter.posts.iter().try_fold(Nok::ZERO, |sum, post| sum.checked_add(post.amount_nok?))
}

fn posts(plan: &mut Plan, new: &Plan, matched: &Matched, places: &Places) {
    let of_new = |part: &Part| post_at(new, &part.path).cloned();
    for (old, now, _) in &matched.pairs.found {
        let (Some(old), Some(now)) = (matched.old.get(*old), matched.new.get(*now)) else { continue };
        if let (Some(old), Some(now)) = (post_mut(plan, &old.path), of_new(now)) {
            amend_post(old, &now);
        }
    }
    for part in matched.new_alone().filter_map(|at| matched.new.get(at)) {
        let chapter =
            part.path.get(..1).and_then(|chapter| places.get(chapter)).and_then(|place| place.first());
        if let (Some(chapter), Some(post)) = (chapter.and_then(|at| plan.budget.get_mut(*at)), of_new(part)) {
            chapter.posts.push(post);
        }
    }
}

fn amend_post(old: &mut Post, new: &Post) {
    let changed = || old.amount_nok?.checked_add(new.change_nok?);
    old.amount_nok = new.amount_nok.or_else(changed).or(old.amount_nok);
    old.appropriation_nok = new.appropriation_nok.or(old.appropriation_nok);
    old.agency_share_nok = new.agency_share_nok.or(old.agency_share_nok);
    if !new.keywords.is_empty() {
        old.keywords.clone_from(&new.keywords);
    }
    old.title.clone_from(&new.title);
    old.span = new.span;
}

fn portions(plan: &mut Plan, new: &Plan, matched: &Matched, places: &Places) {
    for (old, now, _) in &matched.pairs.found {
        let (Some(old), Some(part)) = (matched.old.get(*old), matched.new.get(*now)) else { continue };
        let now = portion_at(new, &part.path).cloned();
        if let (Some(old), Some(now)) = (portion_mut(plan, &old.path), now) {
            let sum = part.stated.difference.and_then(|added| old.amount_nok.checked_add(added));
            old.amount_nok = sum.unwrap_or(now.amount_nok);
            (old.kind, old.span) = (now.kind, now.span);
            old.title.clone_from(&now.title);
            old.assignment = now.assignment.or(old.assignment.take());
        }
    }
    for part in matched.new_alone().filter_map(|at| matched.new.get(at)) {
        let above = part.path.get(..part.path.len().saturating_sub(1)).and_then(|above| places.get(above));
        let list = above.and_then(|above| breakdown_mut(plan, above));
        if let (Some(list), Some(portion)) = (list, portion_at(new, &part.path)) {
            list.push(portion.clone());
        }
    }
    let mut dropped: Vec<&[usize]> = matched.repealed().map(|part| part.path.as_slice()).collect();
    // The last ones first, so that the places of the others stay.
    dropped.sort_unstable_by(|one, other| other.cmp(one));
    for path in dropped {
        let Some((last, above)) = path.split_last() else { continue };
        if let Some(list) = breakdown_mut(plan, above).filter(|list| *last < list.len()) {
            list.remove(*last);
        }
    }
}

/// Sets the sums of chapters: as the amendment prints it when it has all posts, else by what its posts change.
fn sums(plan: &mut Plan, new: &Plan, places: &Places, before: &[(Vec<u32>, Option<Nok>)]) {
    for (at, chapter) in new.budget.iter().enumerate() {
        let place = places.get(&vec![at]).and_then(|place| place.first());
        let Some((old, (posts, sum_before))) =
            place.and_then(|at| Some((plan.budget.get_mut(*at)?, before.get(*at)?)))
        else {
            continue;
        };
        let named = numbers(chapter);
        let covers = posts.iter().all(|post| named.contains(post));
        let reckoned = || {
            let change = sum(old)?.checked_sub((*sum_before)?)?;
            old.stated_sum_nok?.checked_add(change)
        };
        old.stated_sum_nok = chapter.stated_sum_nok.filter(|_| covers).or_else(reckoned);
        old.title.clone_from(&chapter.title);
        old.span = chapter.span;
    }
}

fn post_at<'a>(plan: &'a Plan, path: &[usize]) -> Option<&'a Post> {
    plan.budget.get(*path.first()?)?.posts.get(*path.get(1)?)
}

fn post_mut<'a>(plan: &'a mut Plan, path: &[usize]) -> Option<&'a mut Post> {
    plan.budget.get_mut(*path.first()?)?.posts.get_mut(*path.get(1)?)
}

fn portion_at<'a>(plan: &'a Plan, path: &[usize]) -> Option<&'a Portion> {
    let (last, above) = path.split_last()?;
    let mut list = &post_at(plan, above)?.breakdown;
    for at in above.get(2..)? {
        list = &list.get(*at)?.breakdown;
    }
    list.get(*last)
}

fn portion_mut<'a>(plan: &'a mut Plan, path: &[usize]) -> Option<&'a mut Portion> {
    let (last, above) = path.split_last()?;
    breakdown_mut(plan, above)?.get_mut(*last)
}

/// Returns what a post or a portion is divided into.
fn breakdown_mut<'a>(plan: &'a mut Plan, path: &[usize]) -> Option<&'a mut Vec<Portion>> {
    let mut list = &mut post_mut(plan, path)?.breakdown;
    for at in path.get(2..)? {
        list = &mut list.get_mut(*at)?.breakdown;
    }
    Some(list)
}
