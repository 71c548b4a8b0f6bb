//! Letters: what is allowed, and which events it gives.

mod carry;
mod finding;
mod receive;
mod refused;

use super::{Command, Event, Stage, YearStarted};
use crate::book::{Context, Outcome};
use crate::event;
use crate::ids::{ObjectId, ObjectKind, Stream};
use crate::refusal::Refusal;
use crate::refusals;
use crate::year::Year;

/// The first and the last budget year.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2200;

/// Decides a command.
pub(crate) fn decide(context: Context<'_>, command: &Command, out: &mut Outcome) -> Result<(), Refusal> {
    match command {
        Command::Start { agency, ministry, year, stage, simulated } => {
            let start = YearStarted {
                agency: *agency,
                ministry: *ministry,
                year: *year,
                stage: *stage,
                simulated: *simulated,
                from: None,
            };
            check_start(context, &start)?;
            push(out, Event::YearStarted(start));
            Ok(())
        }
        Command::OpenNext => carry::decide(context, out),
        Command::SetStage { stage } => set_stage(context, *stage, out),
        Command::Receive { document, changes } => receive::decide(context, document, changes, out),
        Command::MeetAnnouncement { announcement, letter } => {
            let year = context.open_year()?;
            check_awaited(year, *announcement)?;
            if !year.letters.letters.contains_key(letter) {
                return Err(refusals::no_such_object(*letter));
            }
            push(out, Event::AnnouncementMet { announcement: *announcement, letter: *letter });
            Ok(())
        }
        Command::AcceptFinding { finding, reason } => {
            let event = finding::accept(context, finding, reason, out)?;
            push(out, event);
            Ok(())
        }
        Command::TakeBackAcceptance { finding, reason } => {
            let event = finding::take_back(context, finding, reason, out)?;
            push(out, event);
            Ok(())
        }
        Command::ListFinding { finding, note } => {
            let event = finding::list(context, finding, note.as_deref(), out)?;
            push(out, event);
            Ok(())
        }
        Command::UnlistFinding { finding } => {
            push(out, finding::unlist(context, finding)?);
            Ok(())
        }
    }
}

fn push(out: &mut Outcome, event: Event) {
    out.events.push(event::Event::Letters(event));
}

fn check_start(context: Context<'_>, start: &YearStarted) -> Result<(), Refusal> {
    let stream = context.envelope.stream;
    for organisation in [start.agency, start.ministry] {
        if !context.book.directory.organisations.contains_key(&organisation) {
            return Err(refusals::unknown_organisation(organisation));
        }
    }
    if start.stage == Stage::Closed || !YEARS.contains(&start.year) {
        return Err(refused::no_start(start.year));
    }
    if context.book.years.contains_key(&stream) || stream != Stream::Year(start.agency, start.year) {
        return Err(refused::already_started(stream));
    }
    Ok(())
}

/// A year goes from planned to running to closed, and never back.
fn set_stage(context: Context<'_>, stage: Stage, out: &mut Outcome) -> Result<(), Refusal> {
    let year = context.year()?;
    let now = year.letters.stage;
    if !matches!((now, stage), (Stage::Planning, Stage::Running) | (Stage::Running, Stage::Closed)) {
        return Err(refused::stage(now, stage));
    }
    if year.letters.main_letter().is_none() {
        return Err(refused::no_letter(year.stream));
    }
    push(out, Event::StageSet { stage });
    Ok(())
}

fn check_awaited(year: &Year, announcement: ObjectId) -> Result<(), Refusal> {
    let is_awaited = year.letters.awaited().any(|(id, _)| id == announcement);
    if is_awaited {
        Ok(())
    } else if announcement.kind == ObjectKind::Announcement {
        Err(refused::not_awaited(announcement))
    } else {
        Err(refusals::no_such_object(announcement))
    }
}
