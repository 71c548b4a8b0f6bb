//! Why something about series is refused, in words.

use super::{Decimal, Period};
use crate::ids::ObjectId;
use crate::refusal::Refusal;
use crate::refusals::plain;
use styrbord_calendar::Date;
use styrbord_diagnostics::Message;

pub(super) fn definition_changed(series: ObjectId) -> Refusal {
    Refusal::new(
        "definition-changed",
        Message::new(
            format!("Ordene sier noe annet om hva {series} måler enn før"),
            format!("Orda seier noko anna om kva {series} måler enn før"),
            format!("The words say something else about what {series} measures than before"),
        ),
        Message::new(
            "Er definisjonen en annen: start en ny serie som følger denne. Er bare ordene rettet: si hvorfor definisjonen er den samme",
            "Er definisjonen ein annan: start ein ny serie som følgjer denne. Er berre orda retta: sei kvifor definisjonen er den same",
            "If the definition is another: start a new series that follows this one. If only the words are corrected: say why the definition is the same",
        ),
    )
}

pub(super) fn unit_changed(series: ObjectId) -> Refusal {
    Refusal::new(
        "unit-changed",
        Message::new(
            format!("{series} kan ikke bytte enhet: to enheter er to serier"),
            format!("{series} kan ikkje byte eining: to einingar er to seriar"),
            format!("{series} cannot change its unit: two units are two series"),
        ),
        Message::new(
            "Start en ny serie som følger denne",
            "Start ein ny serie som følgjer denne",
            "Start a new series that follows this one",
        ),
    )
}

pub(super) fn series_exists(series: ObjectId) -> Refusal {
    Refusal::new(
        "series-exists",
        Message::new(
            format!("{series} har samme definisjon"),
            format!("{series} har same definisjon"),
            format!("{series} has the same definition"),
        ),
        Message::new("Bruk den serien", "Bruk den serien", "Use that series"),
    )
}

pub(super) fn followed_already(series: ObjectId) -> Refusal {
    Refusal::new(
        "followed-already",
        Message::new(
            format!("En annen serie har alt tatt over etter {series}"),
            format!("Ein annan serie har alt teke over etter {series}"),
            format!("Another series has taken over from {series} already"),
        ),
        Message::new("Følg den serien", "Følg den serien", "Follow that series"),
    )
}

pub(super) fn series_closed(series: ObjectId) -> Refusal {
    Refusal::new(
        "series-closed",
        Message::new(
            format!("{series} er avsluttet"),
            format!("{series} er avslutta"),
            format!("{series} has ended"),
        ),
        Message::new("Bruk en serie som løper", "Bruk ein serie som løper", "Use a series that runs"),
    )
}

pub(super) fn repealed(object: ObjectId) -> Refusal {
    Refusal::new(
        "part-repealed",
        Message::new(
            format!("{object} gjelder ikke lenger"),
            format!("{object} gjeld ikkje lenger"),
            format!("{object} no longer holds"),
        ),
        Message::new(
            "Velg noe som gjelder, eller mål på egne vegne",
            "Vel noko som gjeld, eller mål på eigne vegner",
            "Choose something that holds, or measure on your own account",
        ),
    )
}

pub(super) fn share_of_no_percent() -> Refusal {
    plain(
        "share-of-no-percent",
        [
            "Teller og nevner hører til en serie i prosent",
            "Teljar og nemnar høyrer til ein serie i prosent",
            "Numerator and denominator belong to a series in percent",
        ],
        [
            "Mål i prosent, eller la dem være",
            "Mål i prosent, eller lat dei vere",
            "Measure in percent, or leave them out",
        ],
    )
}

pub(super) fn does_not_fit() -> Refusal {
    plain(
        "does-not-fit-the-unit",
        [
            "Verdien passer ikke med enheten til serien",
            "Verdien passar ikkje med eininga til serien",
            "The value does not fit the unit of the series",
        ],
        [
            "Bruk et tall i en serie med tall, og en grad på skalaen i en serie med grader",
            "Bruk eit tal i ein serie med tal, og ein grad på skalaen i ein serie med gradar",
            "Use a number in a series of numbers, and a grade on the scale in a series of grades",
        ],
    )
}

pub(super) fn no_scale(most: usize) -> Refusal {
    Refusal::new(
        "no-scale",
        Message::new(
            format!("En skala har 2 til {most} grader, og alle er ulike"),
            format!("Ein skala har 2 til {most} gradar, og alle er ulike"),
            format!("A scale has 2 to {most} grades, all of them different"),
        ),
        Message::new("Rett skalaen", "Rett skalaen", "Correct the scale"),
    )
}

pub(super) fn lag_too_long(found: u16, most: u16) -> Refusal {
    Refusal::new(
        "lag-too-long",
        Message::new(
            format!("{found} dager er mer enn {most} etter periodens slutt"),
            format!("{found} dagar er meir enn {most} etter at perioden er slutt"),
            format!("{found} days are more than {most} after the end of the period"),
        ),
        Message::new("Rett antall dager", "Rett talet på dagar", "Correct the number of days"),
    )
}

pub(super) fn target_exists(period: Period) -> Refusal {
    Refusal::new(
        "target-exists",
        Message::new(
            format!("{period} har et mål fra før"),
            format!("{period} har eit mål frå før"),
            format!("{period} has a target already"),
        ),
        Message::new(
            "Endre målet, og si hvorfor; det gamle blir stående i historikken",
            "Endre målet, og sei kvifor; det gamle blir ståande i historikken",
            "Revise the target and say why; the old one stays in the history",
        ),
    )
}

pub(super) fn no_target(period: Period) -> Refusal {
    Refusal::new(
        "no-target",
        Message::new(
            format!("{period} har ikke noe mål"),
            format!("{period} har ikkje noko mål"),
            format!("{period} has no target"),
        ),
        Message::new("Sett et mål", "Set eit mål", "Set a target"),
    )
}

pub(super) fn earlier_year() -> Refusal {
    plain(
        "target-of-an-earlier-year",
        [
            "Bare åpningen av et år fører mål videre fra året før",
            "Berre opninga av eit år fører mål vidare frå året før",
            "Only the opening of a year carries targets over from an earlier one",
        ],
        [
            "Si hvilket brev eller hvilken person som satte målet",
            "Sei kva brev eller kva person som sette målet",
            "Say which letter or person set the target",
        ],
    )
}

pub(super) fn measured_already(period: Period) -> Refusal {
    Refusal::new(
        "measured-already",
        Message::new(
            format!("{period} har et tall fra før"),
            format!("{period} har eit tal frå før"),
            format!("{period} has a figure already"),
        ),
        Message::new(
            "Revider tallet, og si hvorfor; det gamle blir stående i historikken",
            "Revider talet, og sei kvifor; det gamle blir ståande i historikken",
            "Revise the figure and say why; the old one stays in the history",
        ),
    )
}

pub(super) fn not_measured(period: Period) -> Refusal {
    Refusal::new(
        "not-measured",
        Message::new(
            format!("{period} har ikke noe tall"),
            format!("{period} har ikkje noko tal"),
            format!("{period} has no figure"),
        ),
        Message::new("Registrer tallet", "Registrer talet", "Record the figure"),
    )
}

pub(super) fn counted_later(counted: Date) -> Refusal {
    Refusal::new(
        "counted-later",
        Message::new(
            format!("Telletidspunktet {counted} er ikke kommet"),
            format!("Teljetidspunktet {counted} er ikkje kome"),
            format!("The count date {counted} has not come"),
        ),
        Message::new("Rett telletidspunktet", "Rett teljetidspunktet", "Correct the count date"),
    )
}

pub(super) fn period_not_over(period: Period) -> Refusal {
    Refusal::new(
        "period-not-over",
        Message::new(
            format!("{period} er ikke over, så tallet kan ikke være endelig"),
            format!("{period} er ikkje over, så talet kan ikkje vere endeleg"),
            format!("{period} is not over, so the figure cannot be final"),
        ),
        Message::new(
            "Registrer tallet som foreløpig",
            "Registrer talet som førebels",
            "Record the figure as preliminary",
        ),
    )
}

pub(super) fn no_share(numerator: u64, denominator: u64) -> Refusal {
    Refusal::new(
        "no-share",
        Message::new(
            format!("{numerator} av {denominator} er ingen andel"),
            format!("{numerator} av {denominator} er ingen del"),
            format!("{numerator} of {denominator} is no share"),
        ),
        Message::new("Rett teller eller nevner", "Rett teljar eller nemnar", "Correct one of the two"),
    )
}

pub(super) fn share_disagrees(found: Decimal, right: Decimal) -> Refusal {
    Refusal::new(
        "share-disagrees",
        Message::new(
            format!("Teller og nevner gir {right} prosent, ikke {found}"),
            format!("Teljar og nemnar gir {right} prosent, ikkje {found}"),
            format!("Numerator and denominator give {right} per cent, not {found}"),
        ),
        Message::new("Rett den som er feil", "Rett den som er feil", "Correct the one that is wrong"),
    )
}

pub(super) fn evidence_missing() -> Refusal {
    plain(
        "evidence-missing",
        ["En grad trenger et grunnlag", "Ein grad treng eit grunnlag", "A grade needs evidence"],
        ["Si hva graden bygger på", "Sei kva graden byggjer på", "Say what the grade rests on"],
    )
}

pub(super) fn entry_complete(object: ObjectId, period: Period) -> Refusal {
    Refusal::new(
        "entry-complete",
        Message::new(
            format!("Rapporteringen på {object} for {period} er merket som ferdig"),
            format!("Rapporteringa på {object} for {period} er merkt som ferdig"),
            format!("The entry on {object} for {period} is marked as complete"),
        ),
        Message::new(
            "Åpne den igjen, og si hvorfor",
            "Opne ho igjen, og sei kvifor",
            "Open it again, and say why",
        ),
    )
}

pub(super) fn nothing_written() -> Refusal {
    plain(
        "nothing-written",
        ["Ingen av tekstene er skrevet", "Ingen av tekstane er skrivne", "None of the texts is written"],
        [
            "Skriv data, analyse eller vurdering",
            "Skriv data, analyse eller vurdering",
            "Write data, analysis or assessment",
        ],
    )
}
