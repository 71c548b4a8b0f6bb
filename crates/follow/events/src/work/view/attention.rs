//! What somebody should look at.

use super::due::responsible;
use crate::ids::{ObjectId, ObjectKind};
use crate::letters::{Part, PartValue};
use crate::work::{
    DeliverableVerdict, Due, DueKey, Item, MilestoneState, Slot, Status, counts, dues, is_work, slots,
};
use crate::year::Year;
use serde::Serialize;
use styrbord_calendar::Date;
use styrbord_plan::DeadlineKind;

/// Something to look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Attention {
    /// What.
    pub object: ObjectId,
    /// Which of its deadlines.
    pub due: Option<DueKey>,
    /// Why.
    pub concern: Concern,
}

/// Why something should be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Concern {
    /// A deadline has passed and is not met.
    Overdue {
        /// By how many days.
        days: i32,
    },
    /// It is delayed.
    Delayed,
    /// It may be delayed.
    AtRisk,
    /// A duty in running text waits for a person to confirm or decline it.
    Unconfirmed,
    /// A letter changed a duty after a person had confirmed or declined it.
    ChangedSinceVerdict,
    /// A letter changed a deadline after it was delivered.
    ChangedSinceDelivery,
    /// Nobody answers for it.
    NoOwner,
    /// The letter prints a day that does not exist.
    ImpossibleDay,
    /// The letter gives no day, or one to be agreed.
    NoDay,
    /// It recurs, and nobody has said on which days.
    NoSchedule,
    /// It is to be delivered with a report, and nobody has said with which.
    NoReport,
    /// It has to wait for something that is due later.
    DependencyLater {
        /// What it waits for.
        on: ObjectId,
    },
    /// It has to wait for something that is out of force or cancelled.
    DependencyGone {
        /// What it waits for.
        on: ObjectId,
    },
    /// All its deadlines are met, and nobody has said that the whole is delivered.
    AllPartsDelivered,
    /// Something was delivered for it, and nobody has said that it is delivered.
    DeliverableWithoutStatus,
    /// It is delivered and waits for the ministry.
    AwaitsAcceptance,
    /// A day that the agency set itself has passed and is not reached.
    MilestonePassed {
        /// By how many days.
        days: i32,
    },
    /// The letter names more meetings than were called.
    MeetingsToCall {
        /// How many.
        missing: u32,
    },
}

/// Returns all that somebody should look at today, by object; what is out of force or settled needs nothing more.
pub fn needs_attention(year: &Year, today: Date) -> Vec<Attention> {
    let mut found = Vec::new();
    for (object, part) in year.letters.in_force().filter(|(object, _)| is_work(object.kind)) {
        let looker = Looker { year, object, part, item: year.work.items.get(&object), today };
        let concerns = looker.concerns();
        found.extend(concerns.into_iter().map(|(due, concern)| Attention { object, due, concern }));
    }
    found
}

struct Looker<'a> {
    year: &'a Year,
    object: ObjectId,
    part: &'a Part,
    item: Option<&'a Item>,
    today: Date,
}

type Found = Vec<(Option<DueKey>, Concern)>;

impl Looker<'_> {
    fn concerns(&self) -> Found {
        let mut found: Found = Vec::new();
        self.verdict(&mut found);
        if !counts(self.year, self.object) {
            return found;
        }
        let dues = dues(self.year, self.object);
        self.delivered(&dues, &mut found);
        if self.year.work.status(self.object).is_settled() {
            return found;
        }
        for due in dues.iter().filter(|due| !due.status.is_settled()) {
            self.deadline(due, &mut found);
        }
        let whole = [Concern::Delayed, Concern::AtRisk];
        for (status, concern) in [Status::Delayed, Status::AtRisk].into_iter().zip(whole) {
            if self.year.work.status(self.object) == status {
                found.push((None, concern));
            }
        }
        if !self.is_owned(&dues) {
            found.push((None, Concern::NoOwner));
        }
        self.milestones(&mut found);
        self.dependencies(&dues, &mut found);
        self.meetings(&mut found);
        found
    }

    /// Tells whether somebody answers for the whole, or for each open deadline.
    fn is_owned(&self, dues: &[Due]) -> bool {
        let held = self.item.and_then(|item| item.responsibility.as_ref());
        let open: Vec<&Due> = dues.iter().filter(|due| !due.status.is_settled()).collect();
        let owned = |due: &&Due| responsible(self.year, self.object, due).owner.is_some();
        held.is_some_and(|held| held.value.owner.is_some()) || (!open.is_empty() && open.iter().all(owned))
    }

    fn verdict(&self, found: &mut Found) {
        if self.object.kind != ObjectKind::Duty {
            return;
        }
        let changed = self.part.history.last().map(|version| version.stamp.seq).unwrap_or_default();
        match self.item.and_then(|item| item.verdict.as_ref()) {
            None => found.push((None, Concern::Unconfirmed)),
            Some(verdict) if verdict.stamp.seq < changed => found.push((None, Concern::ChangedSinceVerdict)),
            Some(_) => {}
        }
    }

    fn delivered(&self, dues: &[Due], found: &mut Found) {
        let Some(item) = self.item else { return };
        let whole = item.status.as_ref();
        let status = whole.map(|report| report.status).unwrap_or_default();
        let slots = slots(self.part);
        let printed = slots.iter().filter(|slot| slot.in_force).filter_map(Slot::last);
        let changed = printed.map(|printed| printed.seq).max().unwrap_or_default();
        if whole.is_some_and(|report| report.status.is_settled() && report.stamp.seq < changed) {
            found.push((None, Concern::ChangedSinceDelivery));
        }
        if status == Status::Delivered {
            found.push((None, Concern::AwaitsAcceptance));
        }
        if status.is_settled() || self.object.kind == ObjectKind::Meeting {
            return;
        }
        if !dues.is_empty() && dues.iter().all(|due| due.status.is_settled()) {
            found.push((None, Concern::AllPartsDelivered));
        }
        for id in &item.deliverables {
            let Some(known) = self.year.work.deliverables.get(id) else { continue };
            let stands =
                self.year.work.judgement(*id).is_none_or(|last| last == DeliverableVerdict::Accepted);
            let due = known.due.as_ref().and_then(|key| dues.iter().find(|due| due.key == *key));
            if stands && !due.is_some_and(|due| due.status.is_settled()) {
                found.push((known.due.clone(), Concern::DeliverableWithoutStatus));
            }
        }
    }

    fn deadline(&self, due: &Due, found: &mut Found) {
        let mut say = |concern| found.push((Some(due.key.clone()), concern));
        let own = self.item.and_then(|item| item.dues.get(&due.key)).and_then(|state| state.status.as_ref());
        match own.map(|report| report.status) {
            Some(Status::Delayed) => say(Concern::Delayed),
            Some(Status::AtRisk) => say(Concern::AtRisk),
            _ => {}
        }
        match (due.date, due.kind) {
            (Some(date), _) if date < self.today => {
                say(Concern::Overdue { days: date.days_until(self.today) });
            }
            (Some(_), _) | (None, DeadlineKind::Ongoing) => {}
            (None, DeadlineKind::Invalid) => say(Concern::ImpossibleDay),
            (None, DeadlineKind::Recurring) => say(Concern::NoSchedule),
            (None, DeadlineKind::InReport) => say(Concern::NoReport),
            (None, _) => say(Concern::NoDay),
        }
    }

    fn milestones(&self, found: &mut Found) {
        let all = self.item.into_iter().flat_map(|item| item.milestones.values()).map(|one| one.value);
        let open = all.filter(|one| one.state == MilestoneState::Open && one.day < self.today);
        found.extend(
            open.map(|one| (None, Concern::MilestonePassed { days: one.day.days_until(self.today) })),
        );
    }

    fn dependencies(&self, own: &[Due], found: &mut Found) {
        let last = |dues: &[Due]| {
            dues.iter().filter(|due| !due.status.is_settled()).filter_map(|due| due.date).max()
        };
        for on in self.item.into_iter().flat_map(|item| &item.depends_on) {
            let status = self.year.work.status(*on);
            if !counts(self.year, *on) || status == Status::Cancelled {
                found.push((None, Concern::DependencyGone { on: *on }));
            } else if !status.is_settled()
                && let (Some(own), Some(other)) = (last(own), last(&dues(self.year, *on)))
                && other > own
            {
                found.push((None, Concern::DependencyLater { on: *on }));
            }
        }
    }

    fn meetings(&self, found: &mut Found) {
        let PartValue::Meeting(meeting) = &self.part.value else { return };
        let wanted = meeting.count.unwrap_or_default();
        let called = self.item.map(|item| item.sittings.values().filter(|one| !one.cancelled).count() as u32);
        let missing = wanted.saturating_sub(called.unwrap_or_default());
        if missing > 0 && meeting.date.is_none() {
            found.push((None, Concern::MeetingsToCall { missing }));
        }
    }
}
