//! Letters: what is allowed, and which events it gives.

use super::{Command, Event, PartChange, YearStarted, value_kind};
use crate::book::{Context, Outcome};
use crate::event;
use crate::ids::{ObjectId, ObjectKind, Stream};
use crate::refusal::Refusal;
use crate::refusals;
use crate::year::Year;
use styrbord_diagnostics::Message;

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
            };
            check_start(context, &start)?;
            out.events.push(event::Event::Letters(Event::YearStarted(start)));
        }
        Command::Receive { document, changes } => {
            let year = context.year()?;
            let mut numbers = year.numbers.clone();
            let letter = numbers.take(ObjectKind::Letter);
            let received = Event::LetterReceived { letter, document: document.clone() };
            out.events.push(event::Event::Letters(received));
            for change in changes {
                let event = match change {
                    PartChange::Add { value } => {
                        let part = numbers.take(value_kind(value));
                        Event::PartAdded { part, letter, value: value.clone() }
                    }
                    PartChange::Change { part, value, matched } => {
                        check_part(year, *part)?;
                        if value_kind(value) != part.kind {
                            return Err(refusals::no_such_object(*part));
                        }
                        Event::PartChanged {
                            part: *part,
                            letter,
                            value: value.clone(),
                            matched: matched.clone(),
                        }
                    }
                    PartChange::Repeal { part, text, span } => {
                        check_part(year, *part)?;
                        Event::PartRepealed { part: *part, letter, text: text.clone(), span: *span }
                    }
                };
                out.events.push(event::Event::Letters(event));
            }
        }
    }
    Ok(())
}

fn check_start(context: Context<'_>, start: &YearStarted) -> Result<(), Refusal> {
    let stream = context.envelope.stream;
    for organisation in [start.agency, start.ministry] {
        if !context.book.directory.organisations.contains_key(&organisation) {
            return Err(refusals::unknown_organisation(organisation));
        }
    }
    if context.book.years.contains_key(&stream) || stream != Stream::Year(start.agency, start.year) {
        return Err(already_started(stream));
    }
    Ok(())
}

fn check_part(year: &Year, part: ObjectId) -> Result<(), Refusal> {
    if year.letters.parts.contains_key(&part) { Ok(()) } else { Err(refusals::no_such_object(part)) }
}

fn already_started(stream: Stream) -> Refusal {
    Refusal::new(
        "already-started",
        Message::new(
            format!("Året {stream} er alt startet"),
            format!("Året {stream} er alt starta"),
            format!("The year {stream} has been started already"),
        ),
        Message::new(
            "Ta inn brevet i det året som finnes",
            "Ta inn brevet i det året som finst",
            "Take the letter into the year that exists",
        ),
    )
}
