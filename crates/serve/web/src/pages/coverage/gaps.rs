//! What is missing of a part before it can be followed to its end.

use super::texts as words;
use crate::frame::Frame;
use crate::pages::names;
use crate::site::Looked;
use std::collections::BTreeMap;
use styrbord_app::access::UseCase;
use styrbord_app::follow::events::letters::{Part, PartValue};
use styrbord_app::follow::events::measure::{Gap, readiness};
use styrbord_app::follow::events::work::{self, Concern};
use styrbord_app::follow::events::{ObjectId, ObjectKind};
use styrbord_app::plan::Goal;

/// What is missing in a year, by part and series.
pub(super) struct Gaps<'a> {
    looked: &'a Looked<'a>,
    frame: &'a Frame,
    concerns: BTreeMap<ObjectId, Vec<Concern>>,
    missing: BTreeMap<ObjectId, Vec<Gap>>,
}

impl<'a> Gaps<'a> {
    /// Gathers what is missing in a year on the day on which it is looked at.
    pub(super) fn of(looked: &'a Looked<'a>, frame: &'a Frame) -> Self {
        let mut concerns: BTreeMap<ObjectId, Vec<Concern>> = BTreeMap::new();
        for one in work::needs_attention(looked.followed, looked.day) {
            concerns.entry(one.object).or_default().push(one.concern);
        }
        let mut missing: BTreeMap<ObjectId, Vec<Gap>> = BTreeMap::new();
        for one in readiness(looked.book, looked.year.stream, looked.day) {
            missing.entry(one.object).or_default().push(one.gap);
        }
        Self { looked, frame, concerns, missing }
    }

    /// Returns what is missing of a part, each thing once; none when the visitor may not know.
    pub(super) fn missing(&self, object: ObjectId, part: &Part) -> Option<Vec<String>> {
        let mut found = match &part.value {
            PartValue::Goal(goal) if !self.is_followed(object, goal) => self.say(words::EMPTY_GOAL),
            PartValue::Post { post, .. } if post.amount_nok.is_none() => self.say(words::NO_AMOUNT),
            PartValue::Attachment(one) if !one.present => self.say(words::NOT_ATTACHED),
            PartValue::Parameter(_) | PartValue::Requirement(_) => self.measured(object)?,
            PartValue::Assignment(_) | PartValue::Report(_) | PartValue::Meeting(_) | PartValue::Duty(_) => {
                self.worked(object)?
            }
            _ => Vec::new(),
        };
        found.dedup();
        Some(found)
    }

    fn say(&self, text: styrbord_app::texts::Text) -> Vec<String> {
        vec![self.frame.t(text).to_owned()]
    }

    /// Tells whether anything in the letters or in what is measured stands under a goal.
    fn is_followed(&self, object: ObjectId, goal: &Goal) -> bool {
        let is_here = |label: Option<&str>, number: Option<u32>| match label {
            Some(label) => !goal.label.is_empty() && label == goal.label,
            None => number.is_some() && number == goal.number,
        };
        let stands_below = |(id, part): (ObjectId, &Part)| match &part.value {
            PartValue::Parameter(one) => is_here(one.goal_label.as_deref(), one.goal),
            PartValue::Assignment(one) => is_here(one.goal_label.as_deref(), one.goal),
            PartValue::Requirement(one) => is_here(one.parent.as_deref(), None),
            PartValue::Goal(one) => id != object && is_here(one.parent.as_deref(), None),
            _ => false,
        };
        let year = self.looked.year;
        year.letters.in_force().any(stands_below) || year.measure.under(object).next().is_some()
    }

    /// Returns what is missing of what is measured.
    fn measured(&self, object: ObjectId) -> Option<Vec<String>> {
        let all: Vec<ObjectId> = self.looked.year.measure.under(object).map(|(id, _)| id).collect();
        if all.is_empty() {
            return Some(self.say(words::NO_SERIES));
        }
        let seen: Vec<&ObjectId> =
            all.iter().filter(|id| self.looked.may(UseCase::ReadWork, Some(**id))).collect();
        if seen.is_empty() {
            return None;
        }
        let gaps: Vec<&Gap> = seen.into_iter().filter_map(|id| self.missing.get(id)).flatten().collect();
        let many = |is: fn(&Gap) -> bool| gaps.iter().filter(|gap| is(gap)).count();
        let mut found = Vec::new();
        for (is, text) in [
            (is_no_owner as fn(&Gap) -> bool, words::SERIES_OWNER),
            (|gap| matches!(gap, Gap::NoTarget), words::NO_TARGET),
            (|gap| matches!(gap, Gap::NoBaseline), words::NO_BASELINE),
        ] {
            if many(is) > 0 {
                found.extend(self.say(text));
            }
        }
        let counted = [
            (many(|gap| matches!(gap, Gap::NoFigure { .. })), words::NO_FIGURE),
            (many(|gap| matches!(gap, Gap::NoEntry { .. })), words::NO_ENTRY),
        ];
        let counted = counted.into_iter().filter(|(number, _)| *number > 0);
        found.extend(counted.map(|(number, text)| self.frame.count(&number, text)));
        Some(found)
    }

    /// Returns what is missing of work: who, by when, and a word on how far it is.
    fn worked(&self, object: ObjectId) -> Option<Vec<String>> {
        if !self.looked.may(UseCase::ReadWork, Some(object)) {
            return None;
        }
        let mut all = self.concerns.get(&object).cloned().unwrap_or_default();
        all.retain(is_gap);
        all.sort_unstable();
        let mut found: Vec<String> = all.into_iter().map(|concern| self.concern(concern)).collect();
        let year = self.looked.year;
        // Meetings are called one by one; a duty in running text may hold at all times.
        let takes_reports = work::counts(year, object) && object.kind != ObjectKind::Meeting;
        if takes_reports && object.kind != ObjectKind::Duty && work::dues(year, object).is_empty() {
            found.extend(self.say(words::NO_DEADLINE));
        }
        let item = year.work.items.get(&object);
        let is_told = item
            .is_some_and(|item| item.status.is_some() || item.dues.values().any(|due| due.status.is_some()));
        if takes_reports && !is_told {
            found.extend(self.say(words::NO_STATUS));
        }
        Some(found)
    }

    fn concern(&self, concern: Concern) -> String {
        match names::concern(concern) {
            (text, Some(number)) => self.frame.with(text, number),
            (text, None) => self.frame.t(text).to_owned(),
        }
    }
}

fn is_no_owner(gap: &Gap) -> bool {
    matches!(gap, Gap::NoOwner)
}

/// Tells whether a concern is about something that nobody has said yet; that work is late is no gap.
fn is_gap(concern: &Concern) -> bool {
    match concern {
        Concern::Unconfirmed
        | Concern::ChangedSinceVerdict
        | Concern::NoOwner
        | Concern::ImpossibleDay
        | Concern::NoDay
        | Concern::NoSchedule
        | Concern::NoReport
        | Concern::DeliverableWithoutStatus
        | Concern::MeetingsToCall { .. } => true,
        Concern::Overdue { .. }
        | Concern::Delayed
        | Concern::AtRisk
        | Concern::ChangedSinceDelivery
        | Concern::DependencyLater { .. }
        | Concern::DependencyGone { .. }
        | Concern::AllPartsDelivered
        | Concern::MilestonePassed { .. }
        | Concern::AwaitsAcceptance => false,
    }
}
