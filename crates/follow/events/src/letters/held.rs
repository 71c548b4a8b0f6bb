//! The plan that holds, put together from its parts, and the way back from each place in it to the part's id.

use super::{Part, PartValue, State};
use crate::ids::{ObjectId, ObjectKind};
use std::collections::BTreeMap;
use styrbord_plan::{Chapter, Plan, Post};

/// A plan whose parts have ids.
#[derive(Debug, Clone, Default)]
pub struct Held {
    /// The plan. Agency, ministry and year are not known here.
    pub plan: Plan,
    /// Kind, index in the list, and of a post its index in the chapter, to the id.
    ids: BTreeMap<(ObjectKind, Vec<usize>), ObjectId>,
}

impl Held {
    /// Returns the id of the part at a place in the plan; a post has the places of its chapter and of itself in it.
    pub fn id(&self, kind: ObjectKind, path: &[usize]) -> Option<ObjectId> {
        self.ids.get(&(kind, path.to_vec())).copied()
    }

    /// Returns every part with its kind and place.
    pub fn parts(&self) -> impl Iterator<Item = (ObjectKind, &[usize], ObjectId)> {
        self.ids.iter().map(|((kind, path), id)| (*kind, path.as_slice(), *id))
    }

    /// Returns what stands at a place of a plan; a chapter without its posts.
    pub fn value(plan: &Plan, kind: ObjectKind, path: &[usize]) -> Option<PartValue> {
        let at = *path.first()?;
        Some(match kind {
            ObjectKind::Goal => PartValue::Goal(plan.goals.get(at)?.clone()),
            ObjectKind::Parameter => PartValue::Parameter(plan.steering_parameters.get(at)?.clone()),
            ObjectKind::Requirement => PartValue::Requirement(plan.requirements.get(at)?.clone()),
            ObjectKind::Assignment => PartValue::Assignment(Box::new(plan.assignments.get(at)?.clone())),
            ObjectKind::Chapter => {
                PartValue::Chapter(Chapter { posts: Vec::new(), ..plan.budget.get(at)?.clone() })
            }
            ObjectKind::Post => {
                let chapter = plan.budget.get(at)?;
                let post = chapter.posts.get(*path.get(1)?)?.clone();
                PartValue::Post { chapter: chapter.chapter, post }
            }
            ObjectKind::Report => PartValue::Report(plan.reports.get(at)?.clone()),
            ObjectKind::Meeting => PartValue::Meeting(plan.meetings.get(at)?.clone()),
            ObjectKind::Duty => PartValue::Duty(plan.duties.get(at)?.clone()),
            ObjectKind::Announcement => PartValue::Announcement(plan.announcements.get(at)?.clone()),
            ObjectKind::Authorisation => PartValue::Authorisation(plan.authorisations.get(at)?.clone()),
            ObjectKind::Direction => PartValue::Direction(plan.common_directions.get(at)?.clone()),
            ObjectKind::Attachment => PartValue::Attachment(plan.attachments.get(at)?.clone()),
            _ => return None,
        })
    }

    /// Returns the places of all parts of a plan, in the order of its lists.
    pub fn places(plan: &Plan) -> Vec<(ObjectKind, Vec<usize>)> {
        let mut places = Vec::new();
        let mut list = |kind, length: usize| places.extend((0..length).map(|at| (kind, vec![at])));
        list(ObjectKind::Goal, plan.goals.len());
        list(ObjectKind::Parameter, plan.steering_parameters.len());
        list(ObjectKind::Requirement, plan.requirements.len());
        list(ObjectKind::Assignment, plan.assignments.len());
        list(ObjectKind::Chapter, plan.budget.len());
        list(ObjectKind::Report, plan.reports.len());
        list(ObjectKind::Meeting, plan.meetings.len());
        list(ObjectKind::Duty, plan.duties.len());
        list(ObjectKind::Announcement, plan.announcements.len());
        list(ObjectKind::Authorisation, plan.authorisations.len());
        list(ObjectKind::Direction, plan.common_directions.len());
        list(ObjectKind::Attachment, plan.attachments.len());
        for (at, chapter) in plan.budget.iter().enumerate() {
            places.extend((0..chapter.posts.len()).map(|post| (ObjectKind::Post, vec![at, post])));
        }
        places
    }

    fn add(&mut self, id: ObjectId, value: &PartValue) {
        let plan = &mut self.plan;
        let path = match value {
            PartValue::Goal(one) => push(&mut plan.goals, one),
            PartValue::Parameter(one) => push(&mut plan.steering_parameters, one),
            PartValue::Requirement(one) => push(&mut plan.requirements, one),
            PartValue::Assignment(one) => push(&mut plan.assignments, one),
            PartValue::Chapter(one) => push(&mut plan.budget, one),
            PartValue::Post { chapter, post } => self.add_post(*chapter, post),
            PartValue::Report(one) => push(&mut plan.reports, one),
            PartValue::Meeting(one) => push(&mut plan.meetings, one),
            PartValue::Duty(one) => push(&mut plan.duties, one),
            PartValue::Announcement(one) => push(&mut plan.announcements, one),
            PartValue::Authorisation(one) => push(&mut plan.authorisations, one),
            PartValue::Direction(one) => push(&mut plan.common_directions, one),
            PartValue::Attachment(one) => push(&mut plan.attachments, one),
        };
        self.ids.insert((id.kind, path), id);
    }

    /// Adds a post to the chapter of its number, which is made when the year has it no longer.
    fn add_post(&mut self, number: u32, post: &Post) -> Vec<usize> {
        let chapters = &mut self.plan.budget;
        let at = chapters.iter().position(|one| one.chapter == number).unwrap_or_else(|| {
            chapters.push(Chapter { chapter: number, ..Chapter::default() });
            chapters.len() - 1
        });
        let posts = chapters.get_mut(at).map(|chapter| push(&mut chapter.posts, post)).unwrap_or_default();
        [vec![at], posts].concat()
    }
}

fn push<T: Clone>(list: &mut Vec<T>, one: &T) -> Vec<usize> {
    list.push(one.clone());
    vec![list.len() - 1]
}

impl State {
    /// Returns the plan that holds. Each place in it says by its number which letter it lies in.
    pub fn plan(&self) -> Plan {
        self.held().plan
    }

    /// Returns the plan that holds, with the ids of its parts.
    pub fn held(&self) -> Held {
        held(self.in_force().map(|(id, part)| (id, &part.value)))
    }

    /// Returns the plan as some letters alone had it: of each part the last version that is theirs, also of one that
    /// one of them took away, so that it is known when it comes back.
    pub fn held_by(&self, letters: &[ObjectId]) -> Held {
        let theirs = |part: &Part| -> Option<PartValue> {
            let version = part.history.iter().rev().find(|version| letters.contains(&version.letter));
            version.map(|version| version.value.clone())
        };
        let values: Vec<(ObjectId, PartValue)> =
            self.parts.iter().filter_map(|(id, part)| Some((*id, theirs(part)?))).collect();
        held(values.iter().map(|(id, value)| (*id, value)))
    }

    /// Returns the plan as it was before a letter.
    pub fn held_before(&self, letter: ObjectId) -> Held {
        let values: Vec<(ObjectId, PartValue)> =
            self.parts.iter().filter_map(|(id, part)| Some((*id, part.before(letter)?.clone()))).collect();
        held(values.iter().map(|(id, value)| (*id, value)))
    }

    /// Returns the plan as it was when a letter had been taken in.
    pub fn held_after(&self, letter: ObjectId) -> Held {
        let values: Vec<(ObjectId, PartValue)> =
            self.parts.iter().filter_map(|(id, part)| Some((*id, part.after(letter)?.clone()))).collect();
        held(values.iter().map(|(id, value)| (*id, value)))
    }
}

/// Puts parts together; they come by kind, so that chapters come before their posts.
fn held<'a>(parts: impl Iterator<Item = (ObjectId, &'a PartValue)>) -> Held {
    let mut held = Held::default();
    for (id, value) in parts {
        held.add(id, value);
    }
    held
}
