//! Deadlines, and the letters that give or move them.

use crate::ids::{ObjectId, OrganisationId, PersonId};
use crate::refusal::Refusal;
use crate::work::DueKey;
use styrbord_calendar::Date;
use styrbord_diagnostics::Message;

/// The object has no such deadline.
pub(in crate::work) fn no_such_due(object: ObjectId, due: &DueKey) -> Refusal {
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
pub(in crate::work) fn no_such_letter(letter: ObjectId) -> Refusal {
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
pub(in crate::work) fn letter_gave_it(object: ObjectId, letter: ObjectId) -> Refusal {
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

/// The deadline is that day already.
pub(in crate::work) fn same_deadline(day: Date) -> Refusal {
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
pub(in crate::work) fn agency_alone() -> Refusal {
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
pub(in crate::work) fn person_elsewhere(person: PersonId, organisation: OrganisationId) -> Refusal {
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
pub(in crate::work) fn letter_has_day(object: ObjectId, day: Date) -> Refusal {
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
pub(in crate::work) fn needs_agreement(object: ObjectId) -> Refusal {
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
pub(in crate::work) fn no_day_in_year(year: i16) -> Refusal {
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
pub(in crate::work) fn not_a_report(object: ObjectId) -> Refusal {
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

/// The agency has set itself no such day.
pub(in crate::work) fn no_such_milestone(object: ObjectId, milestone: u32) -> Refusal {
    Refusal::new(
        "no-such-milestone",
        Message::new(
            format!("{object} har ingen egen frist {milestone}"),
            format!("{object} har ingen eigen frist {milestone}"),
            format!("{object} has no milestone {milestone}"),
        ),
        Message::new("Sett en ny", "Set ein ny", "Set a new one"),
    )
}

/// No object needs so many.
pub(in crate::work) fn too_many_milestones(object: ObjectId, most: usize) -> Refusal {
    Refusal::new(
        "too-many-milestones",
        Message::new(
            format!("{object} har alt {most} egne frister"),
            format!("{object} har alt {most} eigne fristar"),
            format!("{object} has {most} milestones already"),
        ),
        Message::new("Endre en av dem i stedet", "Endre ein av dei i staden", "Change one of them instead"),
    )
}
