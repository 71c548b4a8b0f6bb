//! Why commands about money are refused.

use crate::ids::{ObjectId, ObjectKind, UnitId};
use crate::refusal::Refusal;
use styrbord_diagnostics::Message;
use styrbord_money::Nok;

pub(super) fn over_committed(post: ObjectId, by: Nok) -> Refusal {
    Refusal::new(
        "over-committed",
        Message::new(
            format!("{post} blir overbundet med {by}"),
            format!("{post} blir overbunden med {by}"),
            format!("{post} would be over-committed by {by}"),
        ),
        Message::new(
            "Bind mindre, frigi noe annet, eller begrunn overskridelsen",
            "Bind mindre, frigi noko anna, eller grunngi overskridinga",
            "Bind less, release something else, or give a reason for the excess",
        ),
    )
}

pub(super) fn over_given(post: ObjectId, by: Nok) -> Refusal {
    Refusal::new(
        "over-given",
        Message::new(
            format!("Enhetene får {by} mer enn {post} har"),
            format!("Einingane får {by} meir enn {post} har"),
            format!("The units would get {by} more than {post} has"),
        ),
        Message::new(
            "Gi mindre, ta noe tilbake, eller begrunn overskridelsen",
            "Gi mindre, ta noko tilbake, eller grunngi overskridinga",
            "Give less, take something back, or give a reason for the excess",
        ),
    )
}

pub(super) fn over_limit(authorisation: ObjectId, limit: Nok, left: Nok) -> Refusal {
    Refusal::new(
        "over-limit",
        Message::new(
            format!("{authorisation} har en grense på {limit}, og {left} står igjen"),
            format!("{authorisation} har ei grense på {limit}, og {left} står att"),
            format!("{authorisation} has a limit of {limit}, and {left} is left"),
        ),
        Message::new(
            "Bruk mindre; en høyere grense kommer med et brev",
            "Bruk mindre; ei høgare grense kjem med eit brev",
            "Use less; a higher limit comes by letter",
        ),
    )
}

pub(super) fn limit_stated(authorisation: ObjectId, limit: Nok) -> Refusal {
    Refusal::new(
        "limit-stated",
        Message::new(
            format!("Brevet setter grensen for {authorisation} til {limit}"),
            format!("Brevet set grensa for {authorisation} til {limit}"),
            format!("The letter sets the limit of {authorisation} to {limit}"),
        ),
        Message::new(
            "Ta inn brevet som endrer grensen",
            "Ta inn brevet som endrar grensa",
            "Take in the letter that changes the limit",
        ),
    )
}

pub(super) fn amount_out_of_range(found: Nok) -> Refusal {
    Refusal::new(
        "amount-out-of-range",
        Message::new(
            format!("{found} er ikke et beløp som kan brukes her"),
            format!("{found} er ikkje eit beløp som kan brukast her"),
            format!("{found} is no amount that can be used here"),
        ),
        Message::new(
            "Bruk et beløp over null og under ti tusen milliarder kroner",
            "Bruk eit beløp over null og under ti tusen milliardar kroner",
            "Use an amount above zero and below ten thousand milliard kroner",
        ),
    )
}

pub(super) fn no_amounts() -> Refusal {
    Refusal::new(
        "no-amounts",
        Message::new("Beløpene mangler", "Beløpa manglar", "The amounts are missing"),
        Message::new("Si hvor mye i hvert år", "Sei kor mykje i kvart år", "Say how much in each year"),
    )
}

pub(super) fn year_out_of_range(found: i16, first: i16) -> Refusal {
    let last = first.saturating_add(super::decide::YEARS_AHEAD);
    Refusal::new(
        "year-out-of-range",
        Message::new(
            format!("{found} er ikke et år fra {first} til {last}"),
            format!("{found} er ikkje eit år frå {first} til {last}"),
            format!("{found} is no year from {first} to {last}"),
        ),
        Message::new(
            "Bruk dette året eller et senere",
            "Bruk dette året eller eit seinare",
            "Use this year or a later one",
        ),
    )
}

pub(super) fn month_of_other_year(found: super::Month, year: i16) -> Refusal {
    Refusal::new(
        "month-of-other-year",
        Message::new(
            format!("{found} er ikke i {year}"),
            format!("{found} er ikkje i {year}"),
            format!("{found} is not in {year}"),
        ),
        Message::new("Bruk en måned i året", "Bruk ein månad i året", "Use a month of the year"),
    )
}

pub(super) fn wrong_kind(object: ObjectId, wanted: ObjectKind) -> Refusal {
    let (nb, nn, en) = match wanted {
        ObjectKind::Post => ("en post", "ein post", "a post"),
        ObjectKind::Assignment => ("et oppdrag", "eit oppdrag", "an assignment"),
        ObjectKind::Authorisation => ("en fullmakt", "ei fullmakt", "an authorisation"),
        ObjectKind::Commitment => ("en binding", "ei binding", "a commitment"),
        ObjectKind::Project => ("et prosjekt", "eit prosjekt", "a project"),
        _ => ("riktig slag", "rett slag", "of the right kind"),
    };
    Refusal::new(
        "wrong-kind",
        Message::new(
            format!("{object} er ikke {nb}"),
            format!("{object} er ikkje {nn}"),
            format!("{object} is not {en}"),
        ),
        Message::new(
            "Se hva året holder, og bruk en id derfra",
            "Sjå kva året held, og bruk ein id derifrå",
            "Look at what the year holds, and use an id from there",
        ),
    )
}

pub(super) fn repealed(object: ObjectId) -> Refusal {
    Refusal::new(
        "repealed",
        Message::new(
            format!("{object} er tatt bort av et brev"),
            format!("{object} er teken bort av eit brev"),
            format!("A letter has taken {object} away"),
        ),
        Message::new("Bruk en som gjelder", "Bruk ein som gjeld", "Use one that holds"),
    )
}

pub(super) fn ended(object: ObjectId) -> Refusal {
    Refusal::new(
        "ended",
        Message::new(
            format!("{object} er avsluttet"),
            format!("{object} er avslutta"),
            format!("{object} has ended"),
        ),
        Message::new("Opprett en ny", "Opprett ein ny", "Make a new one"),
    )
}

pub(super) fn more_than_left(object: ObjectId, left: Nok) -> Refusal {
    Refusal::new(
        "more-than-left",
        Message::new(
            format!("{object} har {left} igjen"),
            format!("{object} har {left} att"),
            format!("{object} has {left} left"),
        ),
        Message::new(
            "Bruk et mindre beløp, eller endre {object} først".replace("{object}", &object.to_string()),
            "Bruk eit mindre beløp, eller endre {object} først".replace("{object}", &object.to_string()),
            format!("Use a smaller amount, or change {object} first"),
        ),
    )
}

pub(super) fn less_than_drawn(object: ObjectId, drawn: Nok) -> Refusal {
    Refusal::new(
        "less-than-drawn",
        Message::new(
            format!("{drawn} er alt betalt på {object}"),
            format!("{drawn} er alt betalt på {object}"),
            format!("{drawn} has been paid on {object} already"),
        ),
        Message::new(
            "Bind minst så mye som er betalt",
            "Bind minst så mykje som er betalt",
            "Bind at least as much as has been paid",
        ),
    )
}

pub(super) fn no_such_portion(post: ObjectId, portion: &str) -> Refusal {
    let portion: String = portion.chars().take(80).collect();
    Refusal::new(
        "no-such-portion",
        Message::new(
            format!("Brevet deler ikke {post} i «{portion}»"),
            format!("Brevet deler ikkje {post} i «{portion}»"),
            format!("The letter has no “{portion}” in {post}"),
        ),
        Message::new(
            "Bruk tittelen slik brevet har den",
            "Bruk tittelen slik brevet har han",
            "Use the title as the letter has it",
        ),
    )
}

pub(super) fn portion_taken(portion: &str) -> Refusal {
    let portion: String = portion.chars().take(80).collect();
    Refusal::new(
        "portion-taken",
        Message::new(
            format!("«{portion}» er alt tatt opp av en annen"),
            format!("«{portion}» er alt teken opp av ein annan"),
            format!("“{portion}” has been taken up by another already"),
        ),
        Message::new(
            "Knytt den nye til et prosjekt, eller la delen være tom",
            "Knyt den nye til eit prosjekt, eller la delen vere tom",
            "Tie the new one to a project, or leave the portion out",
        ),
    )
}

pub(super) fn unknown_unit(unit: UnitId) -> Refusal {
    Refusal::new(
        "unknown-unit",
        Message::new(
            format!("{unit} er ikke en åpen enhet i virksomheten"),
            format!("{unit} er ikkje ei open eining i verksemda"),
            format!("{unit} is no open unit of the agency"),
        ),
        Message::new("Registrer enheten først", "Registrer eininga først", "Register the unit first"),
    )
}

pub(super) fn own_agency() -> Refusal {
    Refusal::new(
        "own-agency",
        Message::new(
            "En belastningsfullmakt går mellom to virksomheter",
            "Ei belastningsfullmakt går mellom to verksemder",
            "A charge authorisation goes between two agencies",
        ),
        Message::new("Velg den andre virksomheten", "Vel den andre verksemda", "Choose the other agency"),
    )
}

pub(super) fn no_such_post(chapter: u32, post: u32) -> Refusal {
    Refusal::new(
        "no-such-post",
        Message::new(
            format!("Kapittel {chapter} post {post} finnes ikke"),
            format!("Kapittel {chapter} post {post} finst ikkje"),
            format!("There is no chapter {chapter} post {post}"),
        ),
        Message::new(
            "Bruk et kapittel fra 1 til 9999 og en post fra 0 til 99",
            "Bruk eit kapittel frå 1 til 9999 og ein post frå 0 til 99",
            "Use a chapter from 1 to 9999 and a post from 0 to 99",
        ),
    )
}

pub(super) fn broken_reading() -> Refusal {
    Refusal::new(
        "broken-reading",
        Message::new(
            "Tallene er ikke slik en fil leses",
            "Tala er ikkje slik ei fil blir lesen",
            "The figures are not as a file is read",
        ),
        Message::new("Les filen på nytt", "Les fila på nytt", "Read the file anew"),
    )
}

pub(super) fn nothing_to_carry(commitment: ObjectId) -> Refusal {
    Refusal::new(
        "nothing-to-carry",
        Message::new(
            format!("{commitment} i fjor venter ikke på å bli videreført"),
            format!("{commitment} i fjor ventar ikkje på å bli vidareført"),
            format!("{commitment} of the year before does not wait to be carried over"),
        ),
        Message::new(
            "Se hvilke bindinger som binder dette året",
            "Sjå kva bindingar som bind dette året",
            "See which commitments bind this year",
        ),
    )
}

pub(super) fn post_to_choose((chapter, post): (u32, u32)) -> Refusal {
    Refusal::new(
        "post-to-choose",
        Message::new(
            format!("Året har ikke kapittel {chapter} post {post:02}"),
            format!("Året har ikkje kapittel {chapter} post {post:02}"),
            format!("The year has no chapter {chapter} post {post:02}"),
        ),
        Message::new(
            "Velg posten som betaler nå",
            "Vel posten som betaler no",
            "Choose the post that pays now",
        ),
    )
}

pub(super) fn other_post(project: ObjectId, post: ObjectId) -> Refusal {
    Refusal::new(
        "other-post",
        Message::new(
            format!("{project} betales av {post}"),
            format!("{project} blir betalt av {post}"),
            format!("{project} is paid by {post}"),
        ),
        Message::new("Bind på den samme posten", "Bind på den same posten", "Bind on the same post"),
    )
}
