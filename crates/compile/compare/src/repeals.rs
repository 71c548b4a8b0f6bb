//! What an amendment takes away: which part of the earlier plan it is, and the plan without it.
//!
//! A number or label names a part; words name it when half of them are in one title and in no other as well. What is
//! unclear stays in the plan, and is told.

use crate::changes::{By, Change, PartKind, Reason, Repealed, Status, Value};
use crate::consolidate::withdraw_deadlines;
use crate::fields::alone;
use crate::part::{Frame, Part, plain};
use crate::parts::{Owners, assignments, money, rest, steering};
use std::collections::{BTreeMap, BTreeSet};
use styrbord_calendar::{DateValue, find_dates};
use styrbord_plan::{Plan, Repeal, RepealKind};
use styrbord_titles::Title;

/// Returns the earlier plan without what the amendment takes away, and what became of each of its repeals.
pub(crate) fn apply(old: &Plan, new: &Plan, frame: Frame) -> (Plan, Vec<Change>) {
    let mut plan = old.clone();
    let mut changes = Vec::new();
    let mut gone: BTreeSet<(PartKind, Vec<usize>)> = BTreeSet::new();
    let mut names: BTreeSet<Name> = old.repeals.iter().map(name).collect();
    let mut parts: BTreeMap<RepealKind, Vec<Part>> = BTreeMap::new();
    for repeal in new.repeals.iter().filter(|one| !is_amended(one, new)) {
        // Said before, by this letter or an earlier one.
        if !names.insert(name(repeal)) {
            continue;
        }
        let parts = parts.entry(repeal.kind).or_insert_with(|| candidates(old, repeal.kind, frame));
        let mut kept = repeal.clone();
        match found(old, parts, repeal, frame) {
            Found::These(found) => {
                for part in found.into_iter().filter(|part| gone.insert((part.kind, part.path.clone()))) {
                    if repeal.kind != RepealKind::Deadline && kept.title.is_none() {
                        kept.title = Some(part.title.clone());
                    }
                    changes.push(dropped(part, repeal));
                }
            }
            Found::Unclear(found) => changes.push(unclear(Status::Ambiguous, &found, repeal)),
            Found::Nothing => changes.push(unclear(Status::Unknown, &[], repeal)),
        }
        plan.repeals.push(kept);
    }
    take_out(&mut plan, &gone);
    (plan, changes)
}

/// What names a repeal: two of one name are one.
type Name = (RepealKind, [Option<String>; 4]);

fn name(one: &Repeal) -> Name {
    let numbered = one.number.is_some() || one.label.is_some() || one.under.is_some();
    let title = one.title.as_ref().filter(|_| !numbered);
    (one.kind, [&one.number, &one.label, &one.under, &title.cloned()].map(|text| text.as_deref().map(plain)))
}

/// Tells whether the amendment's own table says what becomes of a post.
fn is_amended(one: &Repeal, new: &Plan) -> bool {
    one.kind == RepealKind::Post
        && new.budget.iter().any(|chapter| {
            chapter.posts.iter().any(|post| Some(money::post_label(chapter.chapter, post.post)) == one.number)
        })
}

/// Returns the parts of the earlier plan that are of the kind of a repeal.
fn candidates(old: &Plan, kind: RepealKind, frame: Frame) -> Vec<Part> {
    let owners = Owners::default();
    match kind {
        RepealKind::Goal => {
            [false, true].into_iter().flat_map(|below| steering::goals(old, frame, &owners, below)).collect()
        }
        RepealKind::SteeringParameter => steering::parameters(old, frame, &owners),
        RepealKind::Requirement => steering::requirements(old, frame, &owners),
        RepealKind::Assignment => assignments::assignments(old, frame, &owners),
        RepealKind::Deadline => {
            let owners = (0..old.assignments.len()).map(|at| (at, at.to_string())).collect();
            assignments::deadlines(old, frame, &owners)
        }
        RepealKind::Report => rest::reports(old, frame),
        RepealKind::Meeting => rest::meetings(old, frame),
        RepealKind::Post => money::posts(old, frame, &owners),
        RepealKind::Authorisation => rest::authorisations(old, frame),
        RepealKind::Other => Vec::new(),
    }
}

/// What a repeal names.
enum Found<'a> {
    These(Vec<&'a Part>),
    Unclear(Vec<&'a Part>),
    Nothing,
}

fn found<'a>(old: &Plan, parts: &'a [Part], repeal: &Repeal, frame: Frame) -> Found<'a> {
    let numbered: Option<Vec<&Part>> = match repeal.kind {
        RepealKind::Assignment => repeal.number.as_deref().map(|number| {
            let key = frame.assignment(number).key;
            parts.iter().filter(|part| part.number.as_ref().is_some_and(|own| own.key == key)).collect()
        }),
        RepealKind::Post | RepealKind::Authorisation => repeal
            .number
            .as_deref()
            .map(|number| parts.iter().filter(|part| part.label.as_deref() == Some(number)).collect()),
        RepealKind::Deadline => Some(deadlines(parts, repeal, frame)),
        _ => repeal.label.as_deref().map(|label| labelled(parts, label)),
    };
    let under = repeal.under.as_deref().filter(|_| numbered.is_none());
    let within: Vec<&Part> = match under {
        Some(under) => {
            let labels = labels_under(old, under);
            parts.iter().filter(|part| labels.iter().any(|label| is_inside(part, label))).collect()
        }
        None => parts.iter().collect(),
    };
    match numbered {
        Some(found) => by_number(found, &within, repeal),
        None if under.is_some() && repeal.all => all(within),
        None if under.is_some() && repeal.title.is_none() => single(within),
        None => single(titled(&within, repeal)),
    }
}

/// A number names a part, unless the words beside it are those of another one.
fn by_number<'a>(found: Vec<&'a Part>, parts: &[&'a Part], repeal: &Repeal) -> Found<'a> {
    if repeal.kind == RepealKind::Deadline {
        // Two assignments of one number: whose deadline it is, nobody can tell.
        let owners: BTreeSet<_> = found.iter().map(|part| part.path.first()).collect();
        return if owners.len() > 1 { Found::Unclear(found) } else { all(found) };
    }
    let titled = titled(parts, repeal);
    if let [only] = found.as_slice() {
        let words = Title::new(repeal.title.as_deref().unwrap_or_default());
        let differs =
            words.word_count() >= 2 && words.shared(&only.words) == 0 && only.words.word_count() > 0;
        if !differs || repeal.kind == RepealKind::Authorisation {
            return Found::These(found);
        }
    }
    let mut either = found;
    for part in titled {
        if !either.iter().any(|known| known.path == part.path) {
            either.push(part);
        }
    }
    if either.is_empty() { Found::Nothing } else { Found::Unclear(either) }
}

fn all(found: Vec<&Part>) -> Found<'_> {
    if found.is_empty() { Found::Nothing } else { Found::These(found) }
}

fn single(found: Vec<&Part>) -> Found<'_> {
    if found.len() > 1 { Found::Unclear(found) } else { all(found) }
}

/// Returns the parts with a label: the very same one, else one of the same number for the same kind of thing.
fn labelled<'a>(parts: &'a [Part], label: &str) -> Vec<&'a Part> {
    let own = |part: &&Part| part.label.as_deref().is_some_and(|own| plain(own) == plain(label));
    let same: Vec<&Part> = parts.iter().filter(own).collect();
    if same.is_empty() {
        parts
            .iter()
            .filter(|part| part.label.as_deref().is_some_and(|own| is_one_label(own, label)))
            .collect()
    } else {
        same
    }
}

/// Tells whether two labels have one number and both name a goal, or both something else: `SP 3`, `Parameter 3`.
fn is_one_label(one: &str, other: &str) -> bool {
    let digits = |label: &str| -> String {
        label
            .chars()
            .filter(|c| c.is_ascii_digit() || *c == '.')
            .collect::<String>()
            .trim_matches('.')
            .to_owned()
    };
    let goal = |label: &str| plain(label).contains("mål");
    !digits(one).is_empty() && digits(one) == digits(other) && goal(one) == goal(other)
}

/// Returns a label with those of the parameters under it: what stands under a parameter stands under its goal too.
fn labels_under<'a>(old: &'a Plan, under: &'a str) -> Vec<&'a str> {
    let of_goal = old.steering_parameters.iter().filter(|one| {
        one.goal_label.as_deref().is_some_and(|goal| plain(goal) == plain(under) || is_one_label(goal, under))
    });
    let labels = of_goal.map(|one| one.label.as_str()).filter(|label| !label.is_empty());
    std::iter::once(under).chain(labels).collect()
}

fn is_inside(part: &Part, under: &str) -> bool {
    part.inside.as_deref().is_some_and(|inside| plain(inside) == plain(under) || is_one_label(inside, under))
}

/// Returns the deadlines of the assignment that a repeal names, or of a part of it.
fn deadlines<'a>(parts: &'a [Part], repeal: &Repeal, frame: Frame) -> Vec<&'a Part> {
    let key = |number: &str| frame.assignment(number).key;
    let Some(number) = repeal.under.as_deref().map(key) else { return Vec::new() };
    let own = |part: &&Part| part.inside.as_deref().is_some_and(|inside| key(inside) == number);
    parts.iter().filter(|part| own(part) && is_part(part, repeal)).collect()
}

/// Tells whether a deadline is one of the part of an assignment that a repeal names.
fn is_part(part: &Part, repeal: &Repeal) -> bool {
    let Some(label) = repeal.label.as_deref() else { return true };
    part.label.as_deref().is_some_and(|own| plain(own).ends_with(&plain(label)))
}

/// Returns the parts that have most of the words of a repeal, and at least half of them; of a day that it names too.
fn titled<'a>(parts: &[&'a Part], repeal: &Repeal) -> Vec<&'a Part> {
    let Some(title) = repeal.title.as_deref() else { return Vec::new() };
    let days: Vec<_> = find_dates(title).into_iter().collect();
    let day = days.first().and_then(|one| match one.value {
        DateValue::Day(day) => Some((Some(day.year()), day.month(), day.day())),
        DateValue::WithoutYear { month, day } => Some((None, month, day)),
        _ => None,
    });
    let mut words = title.to_owned();
    for mention in days.iter().rev() {
        words.replace_range(mention.range.clone(), " ");
    }
    let words = Title::new(&words);
    let on_day = |part: &Part| {
        day.is_none_or(|(year, month, day)| {
            part.fields.iter().any(|(_, value)| match value {
                Value::Day(own) => {
                    year.is_none_or(|year| year == own.year()) && (month, day) == (own.month(), own.day())
                }
                _ => false,
            })
        })
    };
    let score = |part: &Part| {
        let (count, shared) = words.shared_with(&part.words);
        let enough = shared >= 2 || shared == 1 && (count == 1 || part.words.word_count() == 1);
        if enough && shared * 2 >= count && on_day(part) { shared } else { 0 }
    };
    let best = parts.iter().map(|part| score(part)).max().filter(|best| *best > 0);
    parts.iter().copied().filter(|part| Some(score(part)) == best).collect()
}

fn said(repeal: &Repeal) -> Repealed {
    Repealed { text: repeal.text.clone(), replaced_by: repeal.replaced_by.clone(), span: repeal.span }
}

fn dropped(part: &Part, repeal: &Repeal) -> Change {
    let words = Title::new(repeal.title.as_deref().unwrap_or_default());
    let reason = Reason {
        by: By::Repealed,
        shared_words: words.shared(&part.words),
        old_words: part.words.word_count(),
        new_words: words.word_count(),
    };
    Change { reason: Some(reason), repeal: Some(said(repeal)), ..alone(part, Status::Dropped) }
}

fn unclear(status: Status, parts: &[&Part], repeal: &Repeal) -> Change {
    Change {
        kind: kind(repeal.kind),
        status,
        reason: None,
        old: parts.iter().map(|part| part.side()).collect(),
        new: Vec::new(),
        fields: Vec::new(),
        repeal: Some(said(repeal)),
    }
}

fn kind(kind: RepealKind) -> PartKind {
    match kind {
        RepealKind::Goal => PartKind::Goal,
        RepealKind::SteeringParameter => PartKind::SteeringParameter,
        RepealKind::Requirement => PartKind::Requirement,
        RepealKind::Assignment => PartKind::Assignment,
        RepealKind::Deadline => PartKind::Deadline,
        RepealKind::Report => PartKind::Report,
        RepealKind::Meeting => PartKind::Meeting,
        RepealKind::Post => PartKind::Post,
        RepealKind::Authorisation => PartKind::Authorisation,
        RepealKind::Other => PartKind::Other,
    }
}

/// Takes parts out of a plan. A deadline stays, as one that no longer counts.
fn take_out(plan: &mut Plan, gone: &BTreeSet<(PartKind, Vec<usize>)>) {
    // Places of deadlines and posts hold as long as nothing before them is taken out.
    for (_, path) in gone.iter().filter(|(kind, _)| *kind == PartKind::Deadline) {
        withdraw_deadlines(plan, path);
    }
    let mut posts: Vec<&Vec<usize>> =
        gone.iter().filter(|(kind, _)| *kind == PartKind::Post).map(|(_, path)| path).collect();
    posts.reverse();
    for path in posts {
        let [chapter, post] = path.as_slice() else { continue };
        if let Some(chapter) = plan.budget.get_mut(*chapter).filter(|chapter| *post < chapter.posts.len()) {
            chapter.posts.remove(*post);
        }
    }
    let of = |wanted: PartKind| -> BTreeSet<usize> {
        let all = gone.iter().filter(|(kind, _)| *kind == wanted);
        all.filter_map(|(_, path)| path.first().copied()).collect()
    };
    without(&mut plan.goals, &of(PartKind::Goal));
    without(&mut plan.steering_parameters, &of(PartKind::SteeringParameter));
    without(&mut plan.requirements, &of(PartKind::Requirement));
    without(&mut plan.assignments, &of(PartKind::Assignment));
    without(&mut plan.reports, &of(PartKind::Report));
    without(&mut plan.meetings, &of(PartKind::Meeting));
    without(&mut plan.authorisations, &of(PartKind::Authorisation));
}

fn without<T>(all: &mut Vec<T>, gone: &BTreeSet<usize>) {
    let mut at = 0;
    all.retain(|_| {
        at += 1;
        !gone.contains(&(at - 1))
    });
}
