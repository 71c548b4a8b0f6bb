//! What may be shown and taken back.

use super::{Command, Event, Snapshot, Visibility};
use crate::book::{Context, Outcome};
use crate::ids::{ObjectId, ObjectKind};
use crate::refusal::Refusal;
use crate::year::Year;
use crate::{event, refusals};
use styrbord_diagnostics::Message;

/// The most objects that one command shows.
const OBJECTS_MAX: usize = 1_000;

/// Decides a command.
pub(crate) fn decide(context: Context<'_>, command: &Command, out: &mut Outcome) -> Result<(), Refusal> {
    let year = context.open_year()?;
    let events: Vec<Event> = match command {
        Command::Share { objects } => {
            check_objects(year, objects)?;
            objects.iter().map(|object| Event::Shared { object: *object }).collect()
        }
        Command::Submit { objects } => {
            check_objects(year, objects)?;
            objects.iter().try_for_each(|object| check_new(year, *object))?;
            objects.iter().map(|object| Event::Submitted { object: *object }).collect()
        }
        Command::TakeBack { object } => {
            check_object(year, *object)?;
            check_taken_back(year, *object)?;
            vec![Event::TakenBack { object: *object }]
        }
    };
    out.events.extend(events.into_iter().map(event::Event::Sharing));
    Ok(())
}

fn check_objects(year: &Year, objects: &[ObjectId]) -> Result<(), Refusal> {
    if objects.is_empty() || objects.len() > OBJECTS_MAX {
        return Err(how_many(objects.len()));
    }
    for (at, object) in objects.iter().enumerate() {
        check_object(year, *object)?;
        if objects.iter().take(at).any(|before| before == object) {
            return Err(named_twice(*object));
        }
    }
    Ok(())
}

fn check_object(year: &Year, object: ObjectId) -> Result<(), Refusal> {
    // Letters come from the ministry; there is nothing of them to show.
    let known = year.touched.contains_key(&object) && object.kind != ObjectKind::Letter;
    if known { Ok(()) } else { Err(refusals::no_such_object(object)) }
}

fn check_new(year: &Year, object: ObjectId) -> Result<(), Refusal> {
    let last = year.sharing.showings.get(&object).and_then(|showing| showing.submitted.last());
    match last {
        Some(last) if last.snapshot == Snapshot::take(year, object) => Err(nothing_new(object)),
        _ => Ok(()),
    }
}

fn check_taken_back(year: &Year, object: ObjectId) -> Result<(), Refusal> {
    let shared = year.sharing.showings.get(&object).is_some_and(|showing| showing.shared.is_some());
    match year.sharing.visibility(object) {
        _ if shared => Ok(()),
        Visibility::Submitted => Err(submitted_stays(object)),
        Visibility::Internal | Visibility::Shared => Err(not_shared(object)),
    }
}

fn how_many(count: usize) -> Refusal {
    Refusal::new(
        "how-many-objects",
        Message::new(
            format!("{count} objekter er ikke mellom 1 og {OBJECTS_MAX}"),
            format!("{count} objekt er ikkje mellom 1 og {OBJECTS_MAX}"),
            format!("{count} objects are not between 1 and {OBJECTS_MAX}"),
        ),
        Message::new("Vis dem i flere omganger", "Vis dei i fleire omgangar", "Show them in several turns"),
    )
}

fn named_twice(object: ObjectId) -> Refusal {
    Refusal::new(
        "named-twice",
        Message::new(
            format!("{object} er nevnt to ganger"),
            format!("{object} er nemnd to gonger"),
            format!("{object} is named twice"),
        ),
        Message::new("Nevn det én gang", "Nemn det éin gong", "Name it once"),
    )
}

fn nothing_new(object: ObjectId) -> Refusal {
    Refusal::new(
        "nothing-new",
        Message::new(
            format!("{object} er slik det ble sendt inn sist"),
            format!("{object} er slik det vart sendt inn sist"),
            format!("{object} is as it was submitted last"),
        ),
        Message::new(
            "Send inn på nytt når noe er endret",
            "Send inn på nytt når noko er endra",
            "Submit again when something has changed",
        ),
    )
}

fn submitted_stays(object: ObjectId) -> Refusal {
    Refusal::new(
        "submitted-stays",
        Message::new(
            format!("{object} er sendt inn og kan ikke trekkes tilbake"),
            format!("{object} er sendt inn og kan ikkje trekkjast tilbake"),
            format!("{object} was submitted and cannot be taken back"),
        ),
        Message::new(
            "Rett det, og send inn en ny utgave",
            "Rett det, og send inn ei ny utgåve",
            "Correct it, and submit a new version",
        ),
    )
}

fn not_shared(object: ObjectId) -> Refusal {
    Refusal::new(
        "not-shared",
        Message::new(
            format!("{object} er ikke delt"),
            format!("{object} er ikkje delt"),
            format!("{object} is not shared"),
        ),
        Message::new(
            "Det er ingenting å trekke tilbake",
            "Det er ingenting å trekkje tilbake",
            "There is nothing to take back",
        ),
    )
}
