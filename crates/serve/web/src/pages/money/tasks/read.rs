//! What was sent about money, as a command, and the fields to which refusals belong.

use super::{Place, Task, words};
use crate::pages::task::Reader;
use crate::problem::Problem;
use std::collections::BTreeMap;
use styrbord_app::Nok;
use styrbord_app::follow::events::ObjectId;
use styrbord_app::follow::events::money::{
    ChargeSide, Command, Draw, Month, ProjectTerms, ProjectYear, Recipient,
};
use styrbord_app::follow::kroner;

/// Reads the form of a task; none when something is wrong with it, which the reader then knows.
///
/// # Errors
/// When it is no form of these pages.
pub(super) fn command(reader: &mut Reader<'_>, place: Place) -> Result<Option<Command>, Problem> {
    let over = reader.optional("over");
    if place.task == Task::Receive {
        return Ok(receive(reader));
    }
    let object = place.object.ok_or(Problem::NotFound)?;
    Ok(match place.task {
        Task::ChangeCommitment => {
            let amounts = years(reader, "amounts");
            Some(Command::ChangeCommitment { commitment: object, amounts, over })
        }
        Task::Draw => {
            let month: Option<Month> = reader.chosen("month", words::MONTH);
            let amount = reader.amount("amount", words::AMOUNT_PAID);
            let draw = month.zip(amount).map(|(month, amount)| Draw { month, amount });
            draw.map(|draw| Command::Draw { commitment: object, draw })
        }
        Task::Release => amount(reader).map(|amount| Command::Release { commitment: object, amount }),
        Task::Close => Some(Command::Close { commitment: object }),
        Task::ChangeShare => {
            amount(reader).map(|amount| Command::ChangeSubAllocation { sub_allocation: object, amount, over })
        }
        Task::Return => {
            amount(reader).map(|amount| Command::ReturnAuthorisation { authorisation: object, amount })
        }
        Task::Charge => {
            let to = reader.chosen("other", words::TO);
            let (title, amount) = (reader.text("title", words::FOR_WHAT), amount(reader));
            to.zip(title).zip(amount).map(|((to, title), amount)| Command::Charge {
                side: ChargeSide::Given { post: object, to },
                title,
                amount,
                over,
            })
        }
        Task::ChangeCharge => {
            amount(reader).map(|amount| Command::ChangeCharge { charge: object, amount, over })
        }
        Task::ReportCharge => {
            let month = reader.chosen("month", words::MONTH);
            let used = reader.amount("amount", words::USED_SO_FAR);
            month.zip(used).map(|(month, used)| Command::ReportCharge { charge: object, month, used })
        }
        Task::Register => register(reader, object, over)?,
        Task::ChangeProject => {
            let amounts = of_project(reader);
            Some(Command::ChangeProject { project: object, amounts, over })
        }
        Task::Deliver => {
            let reference = reader.text("reference", words::DELIVERED_WHAT);
            reference.map(|reference| Command::DeliverProject { project: object, reference })
        }
        Task::Publish => {
            let reference = reader.text("reference", words::PUBLISHED_WHERE);
            reference.map(|reference| Command::PublishProject { project: object, reference })
        }
        Task::Cancel => Some(Command::CancelProject { project: object }),
        Task::Receive => None,
    })
}

fn amount(reader: &mut Reader<'_>) -> Option<Nok> {
    reader.amount("amount", words::AMOUNT)
}

fn receive(reader: &mut Reader<'_>) -> Option<Command> {
    let from = reader.chosen("other", words::FROM);
    let typed = reader.text("their-post", words::THEIR_POST);
    let number = typed.as_deref().and_then(|typed| {
        let (chapter, post) = typed.split_once('.')?;
        Some((chapter.trim().parse().ok()?, post.trim().parse().ok()?))
    });
    if let (Some(typed), None) = (&typed, number) {
        reader.errors.add("their-post", reader.frame.with(words::NO_POST_NUMBER, typed));
    }
    let (title, amount) = (reader.text("title", words::FOR_WHAT), amount(reader));
    let side = from.zip(number).map(|(from, (chapter, post))| ChargeSide::Received { from, chapter, post });
    side.zip(title).zip(amount).map(|((side, title), amount)| Command::Charge {
        side,
        title,
        amount,
        over: None,
    })
}

fn register(
    reader: &mut Reader<'_>,
    post: ObjectId,
    over: Option<String>,
) -> Result<Option<Command>, Problem> {
    let title = reader.text("title", words::TITLE);
    let amounts = of_project(reader);
    let (assignment, portion) = (reader.perhaps("assignment")?, reader.optional("portion"));
    let performer = reader.optional("performer").map(Recipient::Named);
    let terms = title.map(|title| ProjectTerms { post, title, amounts, assignment, portion, performer });
    Ok(terms.map(|terms| Command::RegisterProject { terms, over }))
}

/// Reads what a project costs: what is bound and what is new, each with a line for each year.
fn of_project(reader: &mut Reader<'_>) -> BTreeMap<i16, ProjectYear> {
    let mut amounts: BTreeMap<i16, ProjectYear> = BTreeMap::new();
    for (of, committed) in years(reader, "committed") {
        amounts.entry(of).or_default().committed = committed;
    }
    for (of, new) in years(reader, "new") {
        amounts.entry(of).or_default().new = new;
    }
    amounts
}

/// Reads a line for each year, `2026: 1 500 000`.
fn years(reader: &mut Reader<'_>, name: &'static str) -> BTreeMap<i16, Nok> {
    let mut amounts = BTreeMap::new();
    let text = reader.optional(name).unwrap_or_default();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let read = line.split_once([':', '=']);
        let read = read.and_then(|(year, amount)| Some((year.trim().parse().ok()?, kroner(amount.trim())?)));
        match read {
            Some((year, amount)) => {
                amounts.insert(year, amount);
            }
            None => reader.errors.add(name, reader.frame.with(words::NO_YEAR, line)),
        }
    }
    amounts
}

/// Returns the field that a refusal is about.
pub(super) fn field_of(problem: &Problem, task: Task) -> &'static str {
    let code = if let Problem::Refused(refusal) = problem { refusal.code } else { "" };
    match (task, code) {
        (_, "over-committed" | "over-given") => "over",
        (Task::Draw | Task::ReportCharge, "month-of-other-year") => "month",
        (Task::ChangeCommitment, _) => "amounts",
        (Task::Close | Task::Cancel, _) => "reason",
        (Task::Charge | Task::Receive, "unknown-organisation" | "own-agency") => "other",
        (Task::Receive, "no-such-post") => "their-post",
        (Task::Register, "no-such-portion" | "portion-taken") => "portion",
        (Task::Register | Task::ChangeProject, _) => "committed",
        (Task::Deliver | Task::Publish, _) => "reference",
        _ => "amount",
    }
}
