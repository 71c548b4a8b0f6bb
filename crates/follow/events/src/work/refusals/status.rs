//! Status, duties and deliverables.

use crate::ids::ObjectId;
use crate::refusal::Refusal;
use styrbord_diagnostics::Message;

/// It is a part of the plan that is not work to be followed up.
pub(in crate::work) fn not_followed_up(object: ObjectId) -> Refusal {
    Refusal::new(
        "not-followed-up",
        Message::new(
            format!("{object} er ikke noe som følges opp med status og frist"),
            format!("{object} er ikkje noko som blir følgt opp med status og frist"),
            format!("{object} is not followed up with status and deadline"),
        ),
        Message::new(
            "Bruk et oppdrag, en plikt, en rapport eller et møte",
            "Bruk eit oppdrag, ei plikt, ein rapport eller eit møte",
            "Use an assignment, a duty, a report or a meeting",
        ),
    )
}

/// A letter took the part away.
pub(in crate::work) fn part_repealed(object: ObjectId, letter: ObjectId) -> Refusal {
    Refusal::new(
        "part-repealed",
        Message::new(
            format!("{object} gjelder ikke lenger: {letter} tok det bort"),
            format!("{object} gjeld ikkje lenger: {letter} tok det bort"),
            format!("{object} is no longer in force: {letter} took it away"),
        ),
        Message::new(
            "Det som er gjort, står i historikken",
            "Det som er gjort, står i historikken",
            "What was done stands in the history",
        ),
    )
}

/// No person has said that it is a duty.
pub(in crate::work) fn duty_unconfirmed(object: ObjectId) -> Refusal {
    Refusal::new(
        "duty-unconfirmed",
        Message::new(
            format!("Ingen har bekreftet at {object} er en plikt"),
            format!("Ingen har stadfesta at {object} er ei plikt"),
            format!("Nobody has confirmed that {object} is a duty"),
        ),
        Message::new(
            "Les linjen i brevet, og bekreft eller avvis plikten først",
            "Les linja i brevet, og stadfest eller avvis plikta først",
            "Read the line in the letter, and confirm or decline the duty first",
        ),
    )
}

/// It does not stand in running text and needs no confirmation.
pub(in crate::work) fn not_a_duty(object: ObjectId) -> Refusal {
    Refusal::new(
        "not-a-duty",
        Message::new(
            format!("{object} er ikke en plikt i løpende tekst"),
            format!("{object} er ikkje ei plikt i løpande tekst"),
            format!("{object} is not a duty in running text"),
        ),
        Message::new(
            "Bare plikter bekreftes eller avvises",
            "Berre plikter blir stadfesta eller avviste",
            "Only duties are confirmed or declined",
        ),
    )
}

/// A named person has to do it.
pub(in crate::work) fn needs_person() -> Refusal {
    Refusal::new(
        "needs-person",
        Message::new(
            "Dette må en registrert person gjøre",
            "Dette må ein registrert person gjere",
            "A registered person has to do this",
        ),
        Message::new("Si hvem du er", "Sei kven du er", "Say who you are"),
    )
}

/// Only the ministry accepts.
pub(in crate::work) fn needs_ministry(object: ObjectId) -> Refusal {
    Refusal::new(
        "needs-ministry",
        Message::new(
            format!("Bare departementet godtar {object}"),
            format!("Berre departementet godtek {object}"),
            format!("Only the ministry accepts {object}"),
        ),
        Message::new(
            "Vis til brevet fra departementet, eller la noen der gjøre det",
            "Vis til brevet frå departementet, eller lat nokon der gjere det",
            "Refer to the ministry's letter, or let somebody there do it",
        ),
    )
}

/// It was not delivered.
pub(in crate::work) fn not_delivered(object: ObjectId) -> Refusal {
    Refusal::new(
        "not-delivered",
        Message::new(
            format!("{object} er ikke levert"),
            format!("{object} er ikkje levert"),
            format!("{object} has not been delivered"),
        ),
        Message::new(
            "Meld det levert før det godtas",
            "Meld det levert før det blir godteke",
            "Report it as delivered before it is accepted",
        ),
    )
}

/// It was accepted or cancelled.
pub(in crate::work) fn reopen_first(object: ObjectId) -> Refusal {
    Refusal::new(
        "reopen-first",
        Message::new(
            format!("{object} er godtatt eller avlyst"),
            format!("{object} er godteke eller avlyst"),
            format!("{object} has been accepted or cancelled"),
        ),
        Message::new(
            "Åpne det igjen først, med begrunnelse",
            "Opne det att først, med grunngiving",
            "Reopen it first, with a reason",
        ),
    )
}

/// The change needs a comment or a reason.
pub(in crate::work) fn words_missing(object: ObjectId) -> Refusal {
    Refusal::new(
        "comment-missing",
        Message::new(
            format!("Endringen av {object} mangler en kommentar"),
            format!("Endringa av {object} manglar ein kommentar"),
            format!("The change of {object} needs a comment"),
        ),
        Message::new(
            "Si i ord hva som har skjedd",
            "Sei i ord kva som har hendt",
            "Say in words what has happened",
        ),
    )
}

/// A reason for delay goes with a delay.
pub(in crate::work) fn delay_out_of_place() -> Refusal {
    Refusal::new(
        "delay-out-of-place",
        Message::new(
            "En årsak til forsinkelse hører til det som er forsinket eller kan bli det",
            "Ei årsak til forseinking høyrer til det som er forseinka eller kan bli det",
            "A reason for delay belongs to what is delayed or at risk",
        ),
        Message::new(
            "Utelat årsaken, eller velg en annen status",
            "Utelat årsaka, eller vel ein annan status",
            "Leave the reason out, or choose another status",
        ),
    )
}

/// It is delivered, accepted or cancelled.
pub(in crate::work) fn settled(object: ObjectId) -> Refusal {
    Refusal::new(
        "settled",
        Message::new(
            format!("{object} er levert, godtatt eller avlyst"),
            format!("{object} er levert, godteke eller avlyst"),
            format!("{object} is delivered, accepted or cancelled"),
        ),
        Message::new(
            "Åpne det igjen først, med begrunnelse",
            "Opne det att først, med grunngiving",
            "Reopen it first, with a reason",
        ),
    )
}

/// The deliverable was taken back.
pub(in crate::work) fn withdrawn(deliverable: ObjectId) -> Refusal {
    Refusal::new(
        "withdrawn",
        Message::new(
            format!("{deliverable} er trukket tilbake"),
            format!("{deliverable} er trekt tilbake"),
            format!("{deliverable} has been withdrawn"),
        ),
        Message::new(
            "Registrer leveransen på nytt",
            "Registrer leveransen på nytt",
            "Register the deliverable again",
        ),
    )
}

/// The evidence is no file and no address.
pub(in crate::work) fn not_evidence() -> Refusal {
    Refusal::new(
        "not-evidence",
        Message::new(
            "Vedlegget mangler filtype, er tomt eller er for stort, eller det er for mange",
            "Vedlegget manglar filtype, er tomt eller er for stort, eller det er for mange",
            "The evidence has no media type, is empty or too large, or there are too many",
        ),
        Message::new(
            "Legg ved høyst 50 filer eller lenker, hver på høyst 1 GiB",
            "Legg ved høgst 50 filer eller lenkjer, kvar på høgst 1 GiB",
            "Attach at most 50 files or links, each of at most 1 GiB",
        ),
    )
}

/// Nobody has reported a status in this year.
pub(in crate::work) fn no_status(object: ObjectId) -> Refusal {
    Refusal::new(
        "no-status",
        Message::new(
            format!("Ingen status er meldt for {object} i år"),
            format!("Ingen status er meld for {object} i år"),
            format!("No status has been reported of {object} this year"),
        ),
        Message::new(
            "Se i historikken hva som gjelder",
            "Sjå i historikken kva som gjeld",
            "Look in the history what holds",
        ),
    )
}

/// The ministry accepted it without a letter of which the agency knows.
pub(in crate::work) fn ministry_said_so(object: ObjectId) -> Refusal {
    Refusal::new(
        "ministry-said-so",
        Message::new(
            format!("Departementet har selv godtatt {object}"),
            format!("Departementet har sjølv godteke {object}"),
            format!("The ministry itself has accepted {object}"),
        ),
        Message::new(
            "La noen i departementet ta det tilbake",
            "Lat nokon i departementet ta det tilbake",
            "Let somebody at the ministry take it back",
        ),
    )
}
