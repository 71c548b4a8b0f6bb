//! The refusals that more than one area gives, with their words.

use crate::event::Undecodable;
use crate::ids::{ObjectId, OrganisationId, PersonId, Stream};
use crate::refusal::Refusal;
use styrbord_calendar::Date;
use styrbord_diagnostics::Message;

/// The stream has no year.
pub fn no_such_year(stream: Stream) -> Refusal {
    Refusal::new(
        "no-such-year",
        Message::new(
            format!("Året {stream} er ikke startet"),
            format!("Året {stream} er ikkje starta"),
            format!("The year {stream} has not been started"),
        ),
        Message::new("Start året først", "Start året først", "Start the year first"),
    )
}

/// The year is closed.
pub fn year_closed(stream: Stream) -> Refusal {
    Refusal::new(
        "year-closed",
        Message::new(
            format!("Året {stream} er avsluttet"),
            format!("Året {stream} er avslutta"),
            format!("The year {stream} is closed"),
        ),
        Message::new(
            "Gjør endringen i det året som løper",
            "Gjer endringa i det året som løper",
            "Make the change in the year that runs",
        ),
    )
}

/// The object is not in the year.
pub fn no_such_object(object: ObjectId) -> Refusal {
    Refusal::new(
        "no-such-object",
        Message::new(
            format!("{object} finnes ikke i dette året"),
            format!("{object} finst ikkje i dette året"),
            format!("There is no {object} in this year"),
        ),
        Message::new(
            "Se hva året holder, og bruk en id derfra",
            "Sjå kva året held, og bruk ein id derifrå",
            "Look at what the year holds, and use an id from there",
        ),
    )
}

/// The person is not registered, or no longer active.
pub fn unknown_person(person: PersonId) -> Refusal {
    Refusal::new(
        "unknown-person",
        Message::new(
            format!("{person} er ikke registrert eller ikke lenger aktiv"),
            format!("{person} er ikkje registrert eller ikkje lenger aktiv"),
            format!("{person} is not registered or no longer active"),
        ),
        Message::new("Registrer personen først", "Registrer personen først", "Register the person first"),
    )
}

/// The organisation is not registered.
pub fn unknown_organisation(organisation: OrganisationId) -> Refusal {
    Refusal::new(
        "unknown-organisation",
        Message::new(
            format!("{organisation} er ikke registrert"),
            format!("{organisation} er ikkje registrert"),
            format!("{organisation} is not registered"),
        ),
        Message::new(
            "Registrer virksomheten først",
            "Registrer verksemda først",
            "Register the organisation first",
        ),
    )
}

/// The day on which something is to hold has not come.
pub fn day_to_come(day: Date) -> Refusal {
    Refusal::new(
        "day-to-come",
        Message::new(
            format!("{day} er ikke kommet ennå"),
            format!("{day} er ikkje komen enno"),
            format!("{day} has not come yet"),
        ),
        Message::new(
            "Bruk dagens dato eller en tidligere",
            "Bruk dagens dato eller ein tidlegare",
            "Use today's date or an earlier one",
        ),
    )
}

/// Somebody else changed the same thing since the asker saw it.
pub fn changed_meanwhile() -> Refusal {
    Refusal::new(
        "changed-meanwhile",
        Message::new(
            "Noen andre har endret dette siden du så det",
            "Nokon andre har endra dette sidan du såg det",
            "Somebody else has changed this since you saw it",
        ),
        Message::new(
            "Se på endringen, og prøv så igjen",
            "Sjå på endringa, og prøv så igjen",
            "Look at the change, then try again",
        ),
    )
}

/// A value that cannot be written as JSON.
pub(crate) fn not_json(error: &Undecodable) -> Refusal {
    Refusal::new(
        "not-json",
        Message::same(error.why.clone()),
        Message::new("Meld fra om feilen", "Meld frå om feilen", "Report the error"),
    )
}
