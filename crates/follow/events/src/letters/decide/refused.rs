//! The refusals of letters, with their words.

use crate::ids::{ObjectId, ObjectKind, Stream};
use crate::letters::Stage;
use crate::refusal::Refusal;
use crate::refusals;
use styrbord_calendar::Date;
use styrbord_diagnostics::Message;

/// The year is there already, or the stream is another year's.
pub(super) fn already_started(stream: Stream) -> Refusal {
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

/// A year cannot start like this.
pub(super) fn no_start(year: i16) -> Refusal {
    Refusal::new(
        "no-start",
        Message::new(
            format!("Året {year} kan ikke starte slik"),
            format!("Året {year} kan ikkje starte slik"),
            format!("The year {year} cannot start like this"),
        ),
        Message::new(
            "Start et år fra 1900 til 2200 som planlagt eller løpende",
            "Start eit år frå 1900 til 2200 som planlagt eller løpande",
            "Start a year from 1900 to 2200 as planned or running",
        ),
    )
}

/// A stage that does not come after the one of today.
pub(super) fn stage(now: Stage, wanted: Stage) -> Refusal {
    let nb = |stage| match stage {
        Stage::Planning => "planlagt",
        Stage::Running => "løpende",
        Stage::Closed => "avsluttet",
    };
    let nn = |stage| match stage {
        Stage::Planning => "planlagt",
        Stage::Running => "løpande",
        Stage::Closed => "avslutta",
    };
    let en = |stage| match stage {
        Stage::Planning => "planned",
        Stage::Running => "running",
        Stage::Closed => "closed",
    };
    Refusal::new(
        "no-such-step",
        Message::new(
            format!("Et år som er {}, kan ikke bli {}", nb(now), nb(wanted)),
            format!("Eit år som er {}, kan ikkje bli {}", nn(now), nn(wanted)),
            format!("A year that is {} cannot become {}", en(now), en(wanted)),
        ),
        Message::new(
            "Et år går fra planlagt til løpende til avsluttet",
            "Eit år går frå planlagt til løpande til avslutta",
            "A year goes from planned to running to closed",
        ),
    )
}

/// The year has no letter yet.
pub(super) fn no_letter(stream: Stream) -> Refusal {
    Refusal::new(
        "no-letter",
        Message::new(
            format!("Året {stream} har ikke noe tildelingsbrev ennå"),
            format!("Året {stream} har ikkje noko tildelingsbrev enno"),
            format!("The year {stream} has no allocation letter yet"),
        ),
        Message::new("Ta inn brevet først", "Ta inn brevet først", "Take the letter in first"),
    )
}

/// The year has its letter already.
pub(super) fn has_letter(letter: ObjectId) -> Refusal {
    Refusal::new(
        "has-a-letter",
        Message::new(
            format!("Året har alt sitt tildelingsbrev, {letter}"),
            format!("Året har alt tildelingsbrevet sitt, {letter}"),
            format!("The year has its allocation letter already, {letter}"),
        ),
        Message::new(
            "Ta inn et rettet brev som en retting av det, og et tillegg som et tillegg",
            "Ta inn eit retta brev som ei retting av det, og eit tillegg som eit tillegg",
            "Take a corrected letter in as a correction of it, and a supplement as a supplement",
        ),
    )
}

/// The very file was taken in before.
pub(super) fn already_received(letter: ObjectId) -> Refusal {
    Refusal::new(
        "already-received",
        Message::new(
            format!("Filen er tatt inn før, som {letter}"),
            format!("Fila er teken inn før, som {letter}"),
            format!("The file has been taken in before, as {letter}"),
        ),
        Message::new(
            "Det er ikke mer å gjøre med den",
            "Det er ikkje meir å gjere med henne",
            "There is nothing more to do with it",
        ),
    )
}

/// What was announced has come, or no longer holds.
pub(super) fn not_awaited(announcement: ObjectId) -> Refusal {
    Refusal::new(
        "not-awaited",
        Message::new(
            format!("{announcement} er ikke ventet"),
            format!("{announcement} er ikkje venta"),
            format!("{announcement} is not awaited"),
        ),
        Message::new(
            "Se hva som er varslet og ikke kommet",
            "Sjå kva som er varsla og ikkje kome",
            "Look at what is announced and has not come",
        ),
    )
}

/// The part holds no longer.
pub(super) fn repealed(part: ObjectId) -> Refusal {
    Refusal::new(
        "repealed",
        Message::new(
            format!("{part} gjelder ikke lenger"),
            format!("{part} gjeld ikkje lenger"),
            format!("{part} no longer holds"),
        ),
        Message::new("Se historien til delen", "Sjå historia til delen", "Look at the history of the part"),
    )
}

/// One document does two things to one part.
pub(super) fn named_twice(part: ObjectId) -> Refusal {
    Refusal::new(
        "named-twice",
        Message::new(
            format!("{part} er nevnt to ganger"),
            format!("{part} er nemnd to gonger"),
            format!("{part} is named twice"),
        ),
        Message::new(
            "La brevet gjøre én ting med hver del",
            "La brevet gjere éin ting med kvar del",
            "Let the letter do one thing to each part",
        ),
    )
}

/// A part is to become something of another kind.
pub(super) fn other_kind(part: ObjectId, kind: ObjectKind) -> Refusal {
    Refusal::new(
        "another-kind",
        Message::new(
            format!("{part} kan ikke bli noe av slaget {kind}"),
            format!("{part} kan ikkje bli noko av slaget {kind}"),
            format!("{part} cannot become a {kind}"),
        ),
        Message::new(
            "Ta den bort, og legg til den nye",
            "Ta han bort, og legg til den nye",
            "Take it away, and add the new one",
        ),
    )
}

/// A document without a title, or with words that are too long.
pub(super) fn title(most: usize) -> Refusal {
    Refusal::new(
        "title",
        Message::new(
            format!("Tittel, nummer og filnavn skal ha høyst {most} tegn, og tittelen minst ett"),
            format!("Tittel, nummer og filnamn skal ha høgst {most} teikn, og tittelen minst eitt"),
            format!(
                "Title, number and file name should have at most {most} characters, the title at least one"
            ),
        ),
        Message::new("Kort dem ned", "Kort dei ned", "Shorten them"),
    )
}

/// The words of a part are too long.
pub(super) fn text(most: usize) -> Refusal {
    Refusal::new(
        "text-too-long",
        Message::new(
            format!("En tekst skal ha høyst {most} tegn"),
            format!("Ein tekst skal ha høgst {most} teikn"),
            format!("A text should have at most {most} characters"),
        ),
        Message::new("Kort den ned", "Kort han ned", "Shorten it"),
    )
}

/// A document does more than any letter does.
pub(super) fn too_many(most: usize) -> Refusal {
    Refusal::new(
        "too-many",
        Message::new(
            format!("Et dokument skal endre høyst {most} deler"),
            format!("Eit dokument skal endre høgst {most} delar"),
            format!("A document should change at most {most} parts"),
        ),
        Message::new("Del det opp", "Del det opp", "Divide it"),
    )
}

/// A document of a time in which there is none.
pub(super) fn date(date: Date) -> Refusal {
    Refusal::new(
        "date",
        Message::new(
            format!("Et dokument kan ikke være datert {date}"),
            format!("Eit dokument kan ikkje vere datert {date}"),
            format!("A document cannot be dated {date}"),
        ),
        Message::new("Rett datoen", "Rett datoen", "Correct the date"),
    )
}

/// What is carried over comes with the opening of a year alone.
pub(super) fn carried_over() -> Refusal {
    Refusal::new(
        "carried-over",
        Message::new(
            "Det som er overført, kommer bare når et år åpnes fra det forrige",
            "Det som er overført, kjem berre når eit år blir opna frå det førre",
            "What is carried over comes only when a year is opened from the last one",
        ),
        Message::new(
            "Åpne året fra det forrige",
            "Opn året frå det førre",
            "Open the year from the last one",
        ),
    )
}

/// A pack holds facts of a real agency, a simulated year is of an invented one.
pub(super) fn pack_is_real() -> Refusal {
    Refusal::new(
        "pack-is-real",
        Message::new(
            "En pakke gjelder en virkelig virksomhet og kan ikke inn i et simulert år",
            "Ei pakke gjeld ei verkeleg verksemd og kan ikkje inn i eit simulert år",
            "A pack is of a real agency and cannot go into a simulated year",
        ),
        Message::new(
            "Start året uten simulering",
            "Start året utan simulering",
            "Start the year without simulation",
        ),
    )
}

/// No finding can be named like this.
pub(super) fn no_finding() -> Refusal {
    refusals::plain(
        "no-finding",
        ["Det er ikke navnet på et funn", "Det er ikkje namnet på eit funn", "This names no finding"],
        [
            "Velg funnet ved linjen i brevet",
            "Vel funnet ved linja i brevet",
            "Choose the finding at its line",
        ],
    )
}

/// The finding is accepted already.
pub(super) fn finding_accepted() -> Refusal {
    refusals::plain(
        "finding-accepted",
        ["Funnet er allerede godtatt", "Funnet er allereie godteke", "The finding is accepted already"],
        [
            "Ta godkjenningen tilbake først, hvis den skal ha en annen begrunnelse",
            "Ta godkjenninga tilbake først, om ho skal ha ei anna grunngiving",
            "Take the acceptance back first, if it is to have another reason",
        ],
    )
}

/// The finding is not accepted.
pub(super) fn finding_not_accepted() -> Refusal {
    refusals::plain(
        "finding-not-accepted",
        ["Funnet er ikke godtatt", "Funnet er ikkje godteke", "The finding is not accepted"],
        ["Det er ingenting å ta tilbake", "Det er ingenting å ta tilbake", "There is nothing to take back"],
    )
}

/// The finding is not on the list of what is to be clarified.
pub(super) fn finding_not_listed() -> Refusal {
    refusals::plain(
        "finding-not-listed",
        ["Funnet står ikke på listen", "Funnet står ikkje på lista", "The finding is not on the list"],
        ["Det er ingenting å ta bort", "Det er ingenting å ta bort", "There is nothing to take off"],
    )
}
