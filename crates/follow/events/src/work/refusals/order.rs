//! Responsibility, dependencies and meetings.

use crate::ids::{ObjectId, UnitId};
use crate::refusal::Refusal;
use styrbord_diagnostics::Message;

/// They would wait for each other.
pub(in crate::work) fn circle(object: ObjectId, on: ObjectId) -> Refusal {
    Refusal::new(
        "circle",
        Message::new(
            format!("{on} venter alt på {object}"),
            format!("{on} ventar alt på {object}"),
            format!("{on} waits for {object} already"),
        ),
        Message::new(
            "Ta bort den andre avhengigheten først",
            "Ta bort den andre avhengnaden først",
            "Remove the other dependency first",
        ),
    )
}

/// Nothing would change.
pub(in crate::work) fn already_so() -> Refusal {
    Refusal::new(
        "already-so",
        Message::new("Det er slik fra før", "Det er slik frå før", "It is so already"),
        Message::new("Det trengs ikke mer", "Det trengst ikkje meir", "Nothing more is needed"),
    )
}

/// It does not wait for that.
pub(in crate::work) fn no_such_dependency(object: ObjectId, on: ObjectId) -> Refusal {
    Refusal::new(
        "no-such-dependency",
        Message::new(
            format!("{object} venter ikke på {on}"),
            format!("{object} ventar ikkje på {on}"),
            format!("{object} does not wait for {on}"),
        ),
        Message::new(
            format!("Se hva {object} venter på"),
            format!("Sjå kva {object} ventar på"),
            format!("Look at what {object} waits for"),
        ),
    )
}

/// A meeting has steps, not a status.
pub(in crate::work) fn meeting_has_steps(object: ObjectId) -> Refusal {
    Refusal::new(
        "meeting-has-steps",
        Message::new(
            format!("{object} er et møte: det kalles inn, holdes eller avlyses"),
            format!("{object} er eit møte: det blir kalla inn, halde eller avlyst"),
            format!("{object} is a meeting: it is called, held or cancelled"),
        ),
        Message::new(
            "Før hva som skjedde med møtet",
            "Før kva som hende med møtet",
            "Record what happened to the meeting",
        ),
    )
}

/// It is not a meeting.
pub(in crate::work) fn not_a_meeting(object: ObjectId) -> Refusal {
    Refusal::new(
        "not-a-meeting",
        Message::new(
            format!("{object} er ikke et møte"),
            format!("{object} er ikkje eit møte"),
            format!("{object} is not a meeting"),
        ),
        Message::new("Meld status i stedet", "Meld status i staden", "Report a status instead"),
    )
}

/// The meetings of a kind are counted one by one.
pub(in crate::work) fn no_such_sitting(object: ObjectId, sitting: u32) -> Refusal {
    Refusal::new(
        "no-such-sitting",
        Message::new(
            format!("{object} har ikke noe møte nummer {sitting}, og det er ikke det neste"),
            format!("{object} har ikkje noko møte nummer {sitting}, og det er ikkje det neste"),
            format!("{object} has no meeting number {sitting}, nor is it the next"),
        ),
        Message::new("Bruk neste nummer", "Bruk neste nummer", "Use the next number"),
    )
}

/// The meeting is not that far, or farther.
pub(in crate::work) fn out_of_step(object: ObjectId, sitting: u32) -> Refusal {
    Refusal::new(
        "out-of-step",
        Message::new(
            format!("Møte {sitting} av {object} må kalles inn, så holdes, så referatføres; holdt er holdt"),
            format!(
                "Møte {sitting} av {object} må kallast inn, så haldast, så referatførast; halde er halde"
            ),
            format!("Meeting {sitting} of {object} is called, then held, then minuted; held is held"),
        ),
        Message::new(
            "Før det som mangler først, med dager i rett rekkefølge",
            "Før det som manglar først, med dagar i rett rekkjefølgje",
            "Record what is missing first, with days in order",
        ),
    )
}

/// The unit is not in use.
pub(in crate::work) fn no_such_unit(unit: UnitId) -> Refusal {
    Refusal::new(
        "no-such-unit",
        Message::new(
            format!("{unit} finnes ikke eller er nedlagt"),
            format!("{unit} finst ikkje eller er nedlagd"),
            format!("{unit} does not exist or has been closed"),
        ),
        Message::new(
            "Velg en enhet som er i bruk",
            "Vel ei eining som er i bruk",
            "Choose a unit that is in use",
        ),
    )
}
