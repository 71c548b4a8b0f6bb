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

/// A text that is needed is missing. `what` says which, as "navnet".
pub fn text_missing(what: &Message) -> Refusal {
    Refusal::new(
        "text-missing",
        Message::new(
            format!("{} mangler", capital(&what.nb)),
            format!("{} manglar", capital(&what.nn)),
            format!("{} is missing", capital(&what.en)),
        ),
        Message::new(
            format!("Skriv inn {}", what.nb),
            format!("Skriv inn {}", what.nn),
            format!("Write {}", what.en),
        ),
    )
}

/// A text is longer than it may be.
pub fn text_too_long(what: &Message, found: usize, most: usize) -> Refusal {
    Refusal::new(
        "text-too-long",
        Message::new(
            format!("{} har {found} tegn; det er plass til {most}", capital(&what.nb)),
            format!("{} har {found} teikn; det er plass til {most}", capital(&what.nn)),
            format!("{} has {found} characters; there is room for {most}", capital(&what.en)),
        ),
        Message::new(
            "Kort ned, eller legg teksten ved som fil",
            "Kort ned, eller legg teksten ved som fil",
            "Shorten it, or attach the text as a file",
        ),
    )
}

/// A title or name has line breaks or other control characters.
pub fn text_of_many_lines(what: &Message) -> Refusal {
    Refusal::new(
        "text-of-many-lines",
        Message::new(
            format!("{} har linjeskift eller andre styretegn", capital(&what.nb)),
            format!("{} har linjeskift eller andre styreteikn", capital(&what.nn)),
            format!("{} has line breaks or other control characters", capital(&what.en)),
        ),
        Message::new("Skriv det på én linje", "Skriv det på éi linje", "Write it on one line"),
    )
}

/// What is asked for needs a reason, and none was given.
pub fn reason_missing() -> Refusal {
    Refusal::new(
        "reason-missing",
        Message::new("Begrunnelsen mangler", "Grunngivinga manglar", "The reason is missing"),
        Message::new("Si hvorfor", "Sei kvifor", "Say why"),
    )
}

/// A day that nobody can have meant.
pub fn day_out_of_range(day: Date) -> Refusal {
    Refusal::new(
        "day-out-of-range",
        Message::new(
            format!("{day} er utenfor årene 1900 til 2200"),
            format!("{day} er utanfor åra 1900 til 2200"),
            format!("{day} is outside the years 1900 to 2200"),
        ),
        Message::new("Rett datoen", "Rett datoen", "Correct the date"),
    )
}

/// What is asked for holds already.
pub fn same_as_before() -> Refusal {
    plain(
        "same-as-before",
        ["Det er slik allerede", "Det er slik allereie", "It is so already"],
        ["Det er ingenting å endre", "Det er ingenting å endre", "There is nothing to change"],
    )
}

/// A refusal whose texts hold no values: message and help in bokmål, nynorsk and English.
pub(crate) fn plain(code: &'static str, message: [&str; 3], help: [&str; 3]) -> Refusal {
    let said = |[nb, nn, en]: [&str; 3]| Message::new(nb, nn, en);
    Refusal::new(code, said(message), said(help))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
