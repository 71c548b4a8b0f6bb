//! What people did to one part of the year, in words.

use super::history::Said;
use super::{owner, status};
use crate::texts::year as words;
use crate::texts::{self, Text, join};
use styrbord_app::follow::Names;
use styrbord_app::follow::events::TextRef;
use styrbord_app::follow::events::work::{
    DeliverableVerdict, DutyVerdict, Event, Ground, MeetingStep, MilestoneState, Responsibility,
};
use styrbord_app::{Date, Language};

/// Says what people did, with names and texts at hand.
pub(super) struct Teller<'a> {
    pub(super) names: &'a Names,
    pub(super) said: &'a Said,
    pub(super) language: Language,
}

impl Teller<'_> {
    /// Returns a text; of one that was erased that it was.
    pub(super) fn text(&self, reference: Option<TextRef>) -> String {
        match reference.map(|one| self.said.get(&one).cloned().flatten()) {
            None => String::new(),
            Some(None) => words::ERASED.get(self.language).to_owned(),
            Some(Some(text)) => text,
        }
    }

    fn day(&self, day: Date) -> String {
        texts::date(day, self.language)
    }

    fn plain(&self, text: Text) -> String {
        text.get(self.language).to_owned()
    }

    /// Returns what was done, without the comment on it.
    pub(super) fn done(&self, event: &Event) -> String {
        let language = self.language;
        match event {
            Event::StatusReported { status: now, due, .. } => {
                let due = due.as_ref().map(|due| format!("({due})")).unwrap_or_default();
                join([words::SET_TO.with(language, &[&status(*now).get(language)]), due], " ")
            }
            Event::StatusTakenBack { status: was, now, due, .. } => {
                let due = due.as_ref().map(|due| format!("({due})")).unwrap_or_default();
                let now = now.map_or(words::NOT_REPORTED, status).get(language);
                join(
                    [words::STATUS_TAKEN_BACK.with(language, &[&status(*was).get(language), &now]), due],
                    " ",
                )
            }
            Event::MilestoneSet { milestone, title, day, state, .. } => {
                let text = match state {
                    MilestoneState::Open => words::MILESTONE_SET,
                    MilestoneState::Reached => words::MILESTONE_REACHED,
                    MilestoneState::Dropped => words::MILESTONE_DROPPED,
                };
                text.with(language, &[milestone, &self.text(Some(*title)), &self.day(*day)])
            }
            Event::Assigned { responsibility, .. } => self.assigned(responsibility),
            Event::DeadlineMoved { from, to, agreed, .. } => {
                let from = from.map_or_else(|| self.plain(words::NO_DATE), |day| self.day(day));
                let moved = words::MOVED_TO.with(language, &[&from, &self.day(*to)]);
                let by = match &agreed.ground {
                    Ground::Letter(letter) => letter.to_string(),
                    Ground::Writing { dated, reference } => {
                        join([self.text(Some(*reference)), self.day(*dated)], ", ")
                    }
                };
                join([moved, words::AGREED_BY.with(language, &[&by])], "; ")
            }
            Event::ScheduleSet { first, .. } => words::RECURS_FROM.with(language, &[&self.day(*first)]),
            Event::TiedToReport { report, .. } => words::TIED_TO.with(language, &[report]),
            Event::DependencyAdded { on, .. } => words::WAITS_FOR.with(language, &[on]),
            Event::DependencyRemoved { on, .. } => words::WAITS_NO_MORE.with(language, &[on]),
            Event::DeliverableRegistered { deliverable, title, .. } => {
                words::REGISTERED.with(language, &[deliverable, &self.text(Some(*title))])
            }
            Event::EvidenceAdded { deliverable, .. } => words::EVIDENCED.with(language, &[deliverable]),
            Event::DeliverableJudged { deliverable, verdict, .. } => {
                let verdict = match verdict {
                    DeliverableVerdict::Accepted => words::JUDGED_ACCEPTED,
                    DeliverableVerdict::Returned => words::JUDGED_RETURNED,
                    DeliverableVerdict::Withdrawn => words::JUDGED_WITHDRAWN,
                };
                verdict.with(language, &[deliverable])
            }
            Event::DutyJudged { verdict: DutyVerdict::Declined, .. } => self.plain(words::DUTY_DECLINED),
            Event::DutyJudged { verdict: DutyVerdict::Confirmed { due }, .. } => {
                let due = due.map(|day| self.day(day)).unwrap_or_default();
                join([self.plain(words::DUTY_CONFIRMED), due], ", ")
            }
            Event::MaterialityMarked { material: true, .. } => self.plain(words::MATERIAL),
            Event::MaterialityMarked { .. } => self.plain(words::NOT_MATERIAL),
            Event::MeetingRecorded { step, .. } => match step {
                MeetingStep::Called(day) => words::MEETING_CALLED.with(language, &[&self.day(*day)]),
                MeetingStep::Held(day) => words::MEETING_HELD.with(language, &[&self.day(*day)]),
                MeetingStep::MinutesSent(day) => words::MINUTES_SENT.with(language, &[&self.day(*day)]),
                MeetingStep::Cancelled => self.plain(words::MEETING_CANCELLED),
            },
            Event::CarriedOver { .. } => self.plain(words::KIND_CARRIED),
        }
    }

    fn assigned(&self, responsibility: &Responsibility) -> String {
        words::GIVEN_TO.with(self.language, &[&owner(responsibility.owner, self.names, self.language)])
    }
}

/// Returns the comment on something that was done.
pub(super) fn comment(event: &Event) -> Option<TextRef> {
    match event {
        Event::StatusReported { comment, .. }
        | Event::DeadlineMoved { comment, .. }
        | Event::ScheduleSet { comment, .. }
        | Event::DependencyAdded { comment, .. }
        | Event::DependencyRemoved { comment, .. }
        | Event::DeliverableJudged { comment, .. }
        | Event::DutyJudged { comment, .. }
        | Event::MilestoneSet { comment, .. }
        | Event::MeetingRecorded { comment, .. } => *comment,
        Event::MaterialityMarked { why, .. } => Some(*why),

        Event::Assigned { .. }
        | Event::StatusTakenBack { .. }
        | Event::TiedToReport { .. }
        | Event::DeliverableRegistered { .. }
        | Event::EvidenceAdded { .. }
        | Event::CarriedOver { .. } => None,
    }
}

/// Returns every text that the words for something that was done need.
pub(super) fn references(event: &Event) -> Vec<TextRef> {
    let own = match event {
        Event::DeadlineMoved { agreed, .. } => match &agreed.ground {
            Ground::Writing { reference, .. } => Some(*reference),
            Ground::Letter(_) => None,
        },
        Event::DeliverableRegistered { title, .. } | Event::MilestoneSet { title, .. } => Some(*title),
        _ => None,
    };
    comment(event).into_iter().chain(own).collect()
}
