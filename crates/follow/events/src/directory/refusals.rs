//! Why something about organisations and people is refused, in words.

use super::OrganisationNumber;
use crate::ids::{OrganisationId, PersonId, Stream, UnitId};
use crate::refusal::Refusal;
use crate::refusals::plain;
pub(super) use crate::refusals::same_as_before;
use styrbord_calendar::Date;
use styrbord_diagnostics::Message;

pub(super) fn not_the_directory(stream: Stream) -> Refusal {
    Refusal::new(
        "not-the-directory",
        Message::new(
            format!("Personer og virksomheter hører ikke til {stream}"),
            format!("Personar og verksemder høyrer ikkje til {stream}"),
            format!("People and organisations do not belong to {stream}"),
        ),
        Message::new(
            "Send kommandoen til «directory»",
            "Send kommandoen til «directory»",
            "Send the command to \"directory\"",
        ),
    )
}

pub(super) fn organisation_known(name: &str) -> Refusal {
    Refusal::new(
        "organisation-known",
        Message::new(
            format!("«{name}» er registrert fra før"),
            format!("«{name}» er registrert frå før"),
            format!("\"{name}\" is registered already"),
        ),
        Message::new(
            "Bruk den som finnes, eller gi denne et navn som skiller dem",
            "Bruk den som finst, eller gi denne eit namn som skil dei",
            "Use the one that exists, or give this one a name that tells them apart",
        ),
    )
}

pub(super) fn no_number(number: &str) -> Refusal {
    let number: String = number.chars().take(40).collect();
    Refusal::new(
        "no-organisation-number",
        Message::new(
            format!(
                "«{number}» er ikke et organisasjonsnummer: ni sifre, der det siste kontrollerer de andre"
            ),
            format!(
                "«{number}» er ikkje eit organisasjonsnummer: ni siffer, der det siste kontrollerer dei andre"
            ),
            format!(
                "\"{number}\" is no organisation number: nine digits, the last of which checks the others"
            ),
        ),
        Message::new(
            "Slå opp nummeret i Enhetsregisteret",
            "Slå opp nummeret i Einingsregisteret",
            "Look the number up in the register of legal entities",
        ),
    )
}

pub(super) fn number_taken(number: OrganisationNumber, other: OrganisationId) -> Refusal {
    Refusal::new(
        "organisation-number-taken",
        Message::new(
            format!("{number} er nummeret til {other}"),
            format!("{number} er nummeret til {other}"),
            format!("{number} is the number of {other}"),
        ),
        Message::new("Bruk den som finnes", "Bruk den som finst", "Use the one that exists"),
    )
}

pub(super) fn unknown_unit(unit: UnitId) -> Refusal {
    Refusal::new(
        "unknown-unit",
        Message::new(
            format!("{unit} finnes ikke eller er lagt ned"),
            format!("{unit} finst ikkje eller er lagd ned"),
            format!("{unit} does not exist or was closed"),
        ),
        Message::new("Velg en enhet som finnes", "Vel ei eining som finst", "Choose a unit that exists"),
    )
}

pub(super) fn unit_elsewhere(unit: UnitId, organisation: OrganisationId) -> Refusal {
    Refusal::new(
        "unit-elsewhere",
        Message::new(
            format!("{unit} hører ikke til {organisation}"),
            format!("{unit} høyrer ikkje til {organisation}"),
            format!("{unit} does not belong to {organisation}"),
        ),
        Message::new(
            "Velg en enhet i virksomheten",
            "Vel ei eining i verksemda",
            "Choose a unit of the organisation",
        ),
    )
}

pub(super) fn unit_below_itself(unit: UnitId) -> Refusal {
    Refusal::new(
        "unit-below-itself",
        Message::new(
            format!("{unit} ville ligge under seg selv"),
            format!("{unit} ville liggje under seg sjølv"),
            format!("{unit} would lie below itself"),
        ),
        Message::new("Velg en annen plass", "Vel ein annan plass", "Choose another place"),
    )
}

pub(super) fn unit_in_use(unit: UnitId) -> Refusal {
    Refusal::new(
        "unit-in-use",
        Message::new(
            format!("{unit} har folk eller enheter under seg"),
            format!("{unit} har folk eller einingar under seg"),
            format!("{unit} has people in it or units below it"),
        ),
        Message::new("Flytt dem først", "Flytt dei først", "Move them first"),
    )
}

pub(super) fn no_email() -> Refusal {
    plain(
        "no-email-address",
        ["Dette er ikke en e-postadresse", "Dette er ikkje ei e-postadresse", "This is no e-mail address"],
        ["Skriv den som navn@sted.no", "Skriv ho som namn@stad.no", "Write it as name@place.no"],
    )
}

pub(super) fn no_phone() -> Refusal {
    plain(
        "no-telephone-number",
        ["Dette er ikke et telefonnummer", "Dette er ikkje eit telefonnummer", "This is no telephone number"],
        [
            "Bruk sifre, mellomrom og eventuelt + først",
            "Bruk siffer, mellomrom og eventuelt + først",
            "Use digits, spaces and, where needed, a leading +",
        ],
    )
}

pub(super) fn ends_before_it_begins(from: Date, until: Date) -> Refusal {
    Refusal::new(
        "ends-before-it-begins",
        Message::new(
            format!("Rollen ville slutte {until}, før den begynner {from}"),
            format!("Rolla ville slutte {until}, før ho tek til {from}"),
            format!("The role would end on {until}, before it begins on {from}"),
        ),
        Message::new("Rett datoen", "Rett datoen", "Correct the date"),
    )
}

pub(super) fn last_administrator() -> Refusal {
    plain(
        "last-administrator",
        [
            "Ingen ville være administrator uten sluttdato",
            "Ingen ville vere administrator utan sluttdato",
            "Nobody would be administrator without an end to it",
        ],
        [
            "Gi rollen til en annen først, uten sluttdato",
            "Gi rolla til ein annan først, utan sluttdato",
            "Give the role to somebody else first, without an end",
        ],
    )
}

pub(super) fn role_held(person: PersonId) -> Refusal {
    Refusal::new(
        "role-held",
        Message::new(
            format!("{person} har rollen allerede"),
            format!("{person} har rolla allereie"),
            format!("{person} has the role already"),
        ),
        Message::new(
            "Ta rollen først når den skal ha en annen sluttdato",
            "Ta rolla først når ho skal ha ein annan sluttdato",
            "Take the role first when it is to end on another day",
        ),
    )
}

pub(super) fn role_not_held(person: PersonId) -> Refusal {
    Refusal::new(
        "role-not-held",
        Message::new(
            format!("{person} har ikke rollen"),
            format!("{person} har ikkje rolla"),
            format!("{person} does not have the role"),
        ),
        Message::new(
            "Se hvilke roller personen har",
            "Sjå kva roller personen har",
            "Look at the roles that the person has",
        ),
    )
}

pub(super) fn role_does_not_fit(organisation: OrganisationId) -> Refusal {
    Refusal::new(
        "role-does-not-fit",
        Message::new(
            format!("Rollen passer ikke for {organisation}"),
            format!("Rolla passar ikkje for {organisation}"),
            format!("The role does not fit {organisation}"),
        ),
        Message::new(
            "Etatsstyrere er i departementer; virksomhetsstyrere og partnere er det ikke; en enhetsrolle har en enhet",
            "Etatsstyrarar er i departement; verksemdsstyrarar og partnarar er det ikkje; ei einingsrolle har ei eining",
            "Stewards are in ministries; controllers and partners are not; a unit's role has a unit",
        ),
    )
}

pub(super) fn works_elsewhere(person: PersonId, organisation: OrganisationId) -> Refusal {
    Refusal::new(
        "works-elsewhere",
        Message::new(
            format!("{person} arbeider ikke i {organisation}"),
            format!("{person} arbeider ikkje i {organisation}"),
            format!("{person} does not work in {organisation}"),
        ),
        Message::new(
            "Flytt personen dit, eller gi en leserolle",
            "Flytt personen dit, eller gi ei leserolle",
            "Move the person there, or give a reader's role",
        ),
    )
}

pub(super) fn still_active(person: PersonId) -> Refusal {
    Refusal::new(
        "still-active",
        Message::new(
            format!("{person} er fortsatt aktiv"),
            format!("{person} er framleis aktiv"),
            format!("{person} is still active"),
        ),
        Message::new(
            "Gjør personen inaktiv først",
            "Gjer personen inaktiv først",
            "Deactivate the person first",
        ),
    )
}

pub(super) fn nothing_to_erase() -> Refusal {
    plain(
        "nothing-to-erase",
        [
            "Her er ingenting å slette: teksten finnes ikke, eller er slettet",
            "Her er ingenting å slette: teksten finst ikkje, eller er sletta",
            "There is nothing to erase: the text does not exist, or was erased",
        ],
        ["Kontroller referansen", "Kontroller referansen", "Check the reference"],
    )
}
