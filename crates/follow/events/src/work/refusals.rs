//! Why a command about the work is refused, with the words.

use super::DueKey;
use crate::ids::{ObjectId, OrganisationId, PersonId, UnitId};
use crate::refusal::Refusal;
use styrbord_calendar::Date;
use styrbord_diagnostics::Message;

/// It is a part of the plan that is not work to be followed up.
pub(super) fn not_followed_up(object: ObjectId) -> Refusal {
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
pub(super) fn part_repealed(object: ObjectId, letter: ObjectId) -> Refusal {
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
pub(super) fn duty_unconfirmed(object: ObjectId) -> Refusal {
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
pub(super) fn not_a_duty(object: ObjectId) -> Refusal {
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
pub(super) fn needs_person() -> Refusal {
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

/// The object has no such deadline.
pub(super) fn no_such_due(object: ObjectId, due: &DueKey) -> Refusal {
    Refusal::new(
        "no-such-due",
        Message::new(
            format!("{object} har ingen frist {due}"),
            format!("{object} har ingen frist {due}"),
            format!("{object} has no deadline {due}"),
        ),
        Message::new(
            format!("Se fristene til {object}; det som kommer igjen, nevnes med dag, som 1@2025-03-20"),
            format!("Sjå fristane til {object}; det som kjem att, blir nemnt med dag, som 1@2025-03-20"),
            format!("Look at the deadlines of {object}; what recurs is named with its day, as 1@2025-03-20"),
        ),
    )
}

/// The year has no such letter.
pub(super) fn no_such_letter(letter: ObjectId) -> Refusal {
    Refusal::new(
        "no-such-letter",
        Message::new(
            format!("{letter} er ikke et brev i dette året"),
            format!("{letter} er ikkje eit brev i dette året"),
            format!("{letter} is no letter of this year"),
        ),
        Message::new("Ta inn brevet først", "Ta inn brevet først", "Take the letter in first"),
    )
}

/// The letter that asks for something cannot also accept it or move its deadline.
pub(super) fn letter_gave_it(object: ObjectId, letter: ObjectId) -> Refusal {
    Refusal::new(
        "letter-gave-it",
        Message::new(
            format!("{letter} er brevet som gir {object}"),
            format!("{letter} er brevet som gjev {object}"),
            format!("{letter} is the letter that gives {object}"),
        ),
        Message::new(
            "Vis til brevet der departementet svarer",
            "Vis til brevet der departementet svarer",
            "Refer to the letter in which the ministry answers",
        ),
    )
}

/// Only the ministry accepts.
pub(super) fn needs_ministry(object: ObjectId) -> Refusal {
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
pub(super) fn not_delivered(object: ObjectId) -> Refusal {
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
pub(super) fn reopen_first(object: ObjectId) -> Refusal {
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
pub(super) fn words_missing(object: ObjectId) -> Refusal {
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
pub(super) fn delay_out_of_place() -> Refusal {
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
pub(super) fn settled(object: ObjectId) -> Refusal {
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

/// The deadline is that day already.
pub(super) fn same_deadline(day: Date) -> Refusal {
    Refusal::new(
        "same-deadline",
        Message::new(
            format!("Fristen er {day} fra før"),
            format!("Fristen er {day} frå før"),
            format!("The deadline is {day} already"),
        ),
        Message::new("Gi en annen dag", "Gje ein annan dag", "Give another day"),
    )
}

/// The agency cannot agree with itself.
pub(super) fn agency_alone() -> Refusal {
    Refusal::new(
        "agency-alone",
        Message::new(
            "Etaten kan ikke selv avtale en ny frist",
            "Etaten kan ikkje sjølv avtale ein ny frist",
            "The agency cannot agree to a new deadline by itself",
        ),
        Message::new(
            "Si hvem i departementet som er enig, og i hvilket brev",
            "Sei kven i departementet som er samd, og i kva brev",
            "Say who at the ministry agreed, and by which letter",
        ),
    )
}

/// The person does not work there.
pub(super) fn person_elsewhere(person: PersonId, organisation: OrganisationId) -> Refusal {
    Refusal::new(
        "person-elsewhere",
        Message::new(
            format!("{person} er ikke i {organisation}"),
            format!("{person} er ikkje i {organisation}"),
            format!("{person} is not at {organisation}"),
        ),
        Message::new("Velg en person der", "Vel ein person der", "Choose a person there"),
    )
}

/// The letter says the day.
pub(super) fn letter_has_day(object: ObjectId, day: Date) -> Refusal {
    Refusal::new(
        "letter-has-day",
        Message::new(
            format!("Brevet gir {object} fristen {day}"),
            format!("Brevet gjev {object} fristen {day}"),
            format!("The letter gives {object} the deadline {day}"),
        ),
        Message::new(
            "Flytt fristen med en avtale i stedet",
            "Flytt fristen med ein avtale i staden",
            "Move the deadline by agreement instead",
        ),
    )
}

/// A deadline that is to be agreed cannot be set alone.
pub(super) fn needs_agreement(object: ObjectId) -> Refusal {
    Refusal::new(
        "needs-agreement",
        Message::new(
            format!("Fristen for {object} skal avtales"),
            format!("Fristen for {object} skal avtalast"),
            format!("The deadline of {object} is to be agreed"),
        ),
        Message::new(
            "Sett den med hvem som er enig, og i hvilket brev",
            "Set han med kven som er samd, og i kva brev",
            "Set it with who agreed, and by which letter",
        ),
    )
}

/// No day of the schedule lies in the year.
pub(super) fn no_day_in_year(year: i16) -> Refusal {
    Refusal::new(
        "no-day-in-year",
        Message::new(
            format!("Ingen av dagene ligger i {year}"),
            format!("Ingen av dagane ligg i {year}"),
            format!("None of the days lies in {year}"),
        ),
        Message::new("Gi en første dag i året", "Gje ein første dag i året", "Give a first day in the year"),
    )
}

/// It is not a report that something else can be delivered with.
pub(super) fn not_a_report(object: ObjectId) -> Refusal {
    Refusal::new(
        "not-a-report",
        Message::new(
            format!("{object} er ikke en rapport som noe annet kan leveres med"),
            format!("{object} er ikkje ein rapport som noko anna kan leverast med"),
            format!("{object} is no report that something else can be delivered with"),
        ),
        Message::new(
            "Velg en av årets rapporter for et oppdrag eller en plikt",
            "Vel ein av rapportane i året for eit oppdrag eller ei plikt",
            "Choose a report of the year for an assignment or a duty",
        ),
    )
}

/// They would wait for each other.
pub(super) fn circle(object: ObjectId, on: ObjectId) -> Refusal {
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
pub(super) fn already_so() -> Refusal {
    Refusal::new(
        "already-so",
        Message::new("Det er slik fra før", "Det er slik frå før", "It is so already"),
        Message::new("Det trengs ikke mer", "Det trengst ikkje meir", "Nothing more is needed"),
    )
}

/// It does not wait for that.
pub(super) fn no_such_dependency(object: ObjectId, on: ObjectId) -> Refusal {
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

/// The deliverable was taken back.
pub(super) fn withdrawn(deliverable: ObjectId) -> Refusal {
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
pub(super) fn not_evidence() -> Refusal {
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

/// A meeting has steps, not a status.
pub(super) fn meeting_has_steps(object: ObjectId) -> Refusal {
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
pub(super) fn not_a_meeting(object: ObjectId) -> Refusal {
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
pub(super) fn no_such_sitting(object: ObjectId, sitting: u32) -> Refusal {
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
pub(super) fn out_of_step(object: ObjectId, sitting: u32) -> Refusal {
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
pub(super) fn no_such_unit(unit: UnitId) -> Refusal {
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
