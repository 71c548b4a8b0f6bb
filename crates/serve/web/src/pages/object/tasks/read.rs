//! What was sent, as a command, and the fields to which refusals belong.

use super::inputs::STATES;
use super::{Task, words};
use crate::pages::measured;
use crate::pages::task::Reader;
use crate::problem::Problem;
use styrbord_app::follow::events::ObjectId;
use styrbord_app::follow::events::work::{Command, Responsibility};

/// Reads the form of a task; none when something is wrong with it, which the reader then knows.
///
/// # Errors
/// When it is no form of these pages.
pub(super) fn command(
    reader: &mut Reader<'_>,
    object: ObjectId,
    task: Task,
) -> Result<Option<Command>, Problem> {
    let comment = reader.optional("comment");
    Ok(match task {
        Task::Responsible => {
            let responsibility = Responsibility {
                owner: reader.perhaps("owner")?,
                unit: reader.perhaps("unit")?,
                lead: reader.perhaps("lead")?,
                partners: reader.checked("partners")?,
            };
            Some(Command::Assign { object, due: reader.perhaps("due")?, responsibility })
        }
        Task::Milestone => {
            let milestone = reader.perhaps("milestone")?;
            let (title, day) = (reader.text("title", words::TO_BE_DONE), reader.day("day", words::DAY));
            let state = STATES.iter().find(|(_, word, _)| reader.given.get("state") == Some(*word));
            let (state, ..) = *state.ok_or(Problem::Unreadable)?;
            title.zip(day).map(|(title, day)| Command::SetMilestone {
                object,
                milestone,
                title,
                day,
                state,
                comment,
            })
        }
        Task::Schedule => {
            let due = reader.chosen("due", words::DUE);
            let rhythm =
                measured::RHYTHMS.iter().find(|(_, word, _)| reader.given.get("frequency") == Some(*word));
            let (frequency, ..) = *rhythm.ok_or(Problem::Unreadable)?;
            let first = reader.day("first", words::FIRST_DAY);
            due.zip(first).map(|(due, first)| Command::SetSchedule { object, due, frequency, first, comment })
        }
        Task::WithReport => {
            let (due, report) = (reader.chosen("due", words::DUE), reader.chosen("report", words::REPORT));
            due.zip(report).map(|(due, report)| Command::TieToReport { object, due, report })
        }
        Task::Waits => {
            let on = reader.chosen("on", words::WAITS_ON);
            on.map(|on| Command::AddDependency { object, on, comment })
        }
        Task::WaitsNoMore => {
            let on = reader.chosen("on", words::WAITS_ON);
            on.map(|on| Command::RemoveDependency { object, on, comment })
        }
        Task::Material => {
            let material = reader.given.get("material") == Some("yes");
            reader.text("why", words::REASON).map(|why| Command::MarkMateriality { object, material, why })
        }
        Task::TakeBack => {
            let due = reader.perhaps("due")?;
            reader.text("reason", words::REASON).map(|_| Command::TakeBackStatus { object, due })
        }
    })
}

/// Returns the field that a refusal is about.
pub(super) fn field_of(problem: &Problem, task: Task) -> &'static str {
    let code = if let Problem::Refused(refusal) = problem { refusal.code } else { "" };
    match (task, code) {
        (Task::Responsible, "no-such-unit") => "unit",
        (Task::Responsible, "unknown-organisation") => "lead",
        (Task::Responsible, "no-such-due") => "due",
        (Task::Responsible, _) => "owner",
        (Task::Milestone, "no-such-milestone" | "too-many-milestones") => "milestone",
        (Task::Milestone, "day-out-of-range") => "day",
        (Task::Milestone, _) => "title",
        (Task::Schedule, "no-day-in-year" | "day-out-of-range") => "first",
        (Task::WithReport, "not-a-report") => "report",
        (Task::TakeBack, "reason-missing") => "reason",
        (Task::Schedule | Task::WithReport | Task::TakeBack, _) => "due",
        (Task::Waits | Task::WaitsNoMore, _) => "on",
        (Task::Material, _) => "why",
    }
}
