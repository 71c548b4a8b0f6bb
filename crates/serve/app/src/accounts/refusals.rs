//! Why somebody is not let in, or an account is not changed. None says what was typed.

use super::{PASSWORD_MAX, PASSWORD_MIN};
use styrbord_diagnostics::Message;
use styrbord_events::{PersonId, Refusal};

fn said(code: &'static str, [nb, nn, en]: [&str; 3], [help_nb, help_nn, help_en]: [&str; 3]) -> Refusal {
    Refusal::new(code, Message::new(nb, nn, en), Message::new(help_nb, help_nn, help_en))
}

pub(crate) fn log_in_failed() -> Refusal {
    said(
        "log-in-failed",
        [
            "Brukernavn og passord hører ikke sammen",
            "Brukarnamn og passord høyrer ikkje saman",
            "User name and password do not belong together",
        ],
        [
            "Prøv igjen, eller be administratoren om en engangskode",
            "Prøv att, eller be administratoren om ein eingongskode",
            "Try again, or ask the administrator for a one-time code",
        ],
    )
}

/// One has to wait, in whole seconds, rounded up.
pub(super) fn too_often(left_ms: i64) -> Refusal {
    let seconds = left_ms.saturating_add(999) / 1000;
    Refusal::new(
        "log-in-too-often",
        Message::new(
            "Det er prøvd for mange ganger",
            "Det er prøvd for mange gonger",
            "It was tried too many times",
        ),
        Message::new(
            format!("Vent {seconds} s, og prøv igjen"),
            format!("Vent {seconds} s, og prøv att"),
            format!("Wait {seconds} s, then try again"),
        ),
    )
}

pub(crate) fn code_wrong() -> Refusal {
    said(
        "code-wrong",
        [
            "Koden gjelder ikke, eller ikke lenger",
            "Koden gjeld ikkje, eller ikkje lenger",
            "The code does not hold, or no longer",
        ],
        [
            "Se etter at brukernavn og kode er riktige, eller be administratoren om en ny kode",
            "Sjå etter at brukarnamn og kode er rette, eller be administratoren om ein ny kode",
            "Check user name and code, or ask the administrator for a new code",
        ],
    )
}

pub(crate) fn set_up() -> Refusal {
    said(
        "set-up-done",
        ["Oppsettet er gjort", "Oppsettet er gjort", "The set-up is done"],
        ["Logg inn", "Logg inn", "Log in"],
    )
}

pub(super) fn set_up_code() -> Refusal {
    said(
        "set-up-code",
        [
            "Koden er ikke den som programmet viste da det startet",
            "Koden er ikkje den som programmet viste då det starta",
            "The code is not the one that the program showed when it started",
        ],
        [
            "Se i terminalen der programmet kjører; en ny start gir en ny kode",
            "Sjå i terminalen der programmet køyrer; ein ny start gir ein ny kode",
            "Look at the terminal in which the program runs; a new start gives a new code",
        ],
    )
}

pub(super) fn no_login() -> Refusal {
    said(
        "no-login",
        [
            "Brukernavnet har ikke mellom 3 og 100 tegn uten mellomrom",
            "Brukarnamnet har ikkje mellom 3 og 100 teikn utan mellomrom",
            "The user name has not between 3 and 100 characters without spaces",
        ],
        [
            "Bruk for eksempel e-postadressen på jobben",
            "Bruk til dømes e-postadressa på jobben",
            "Use the work e-mail address, for example",
        ],
    )
}

pub(super) fn login_taken() -> Refusal {
    said(
        "login-taken",
        [
            "Brukernavnet er i bruk, eller personen har en konto",
            "Brukarnamnet er i bruk, eller personen har ein konto",
            "The user name is in use, or the person has an account",
        ],
        ["Velg et annet brukernavn", "Vel eit anna brukarnamn", "Choose another user name"],
    )
}

pub(super) fn password_length(found: usize) -> Refusal {
    Refusal::new(
        "password-length",
        Message::new(
            format!("Passordet har {found} tegn; det skal ha {PASSWORD_MIN} til {PASSWORD_MAX}"),
            format!("Passordet har {found} teikn; det skal ha {PASSWORD_MIN} til {PASSWORD_MAX}"),
            format!("The password has {found} characters; it is to have {PASSWORD_MIN} to {PASSWORD_MAX}"),
        ),
        Message::new(
            "En setning er lett å huske og vanskelig å gjette",
            "Ei setning er lett å hugse og vanskeleg å gjette",
            "A sentence is easy to remember and hard to guess",
        ),
    )
}

pub(super) fn password_easy() -> Refusal {
    said(
        "password-easy",
        [
            "Passordet er lett å gjette: få ulike tegn, eller brukernavnet står i det",
            "Passordet er lett å gjette: få ulike teikn, eller brukarnamnet står i det",
            "The password is easy to guess: few different characters, or the user name is in it",
        ],
        ["Velg en setning", "Vel ei setning", "Choose a sentence"],
    )
}

pub(super) fn password_same() -> Refusal {
    said(
        "password-same",
        ["Det er det gamle passordet", "Det er det gamle passordet", "That is the old password"],
        ["Velg et nytt", "Vel eit nytt", "Choose a new one"],
    )
}

pub(super) fn no_account(person: PersonId) -> Refusal {
    Refusal::new(
        "no-account",
        Message::new(
            format!("{person} har ingen konto"),
            format!("{person} har ingen konto"),
            format!("{person} has no account"),
        ),
        Message::new("Lag en konto først", "Lag ein konto først", "Make an account first"),
    )
}

pub(super) fn changed_meanwhile() -> Refusal {
    styrbord_events::refusals::changed_meanwhile()
}

pub(super) fn last_operator() -> Refusal {
    said(
        "last-operator",
        [
            "Ingen ville lenger drive installasjonen",
            "Ingen ville lenger drive installasjonen",
            "Nobody would run the installation any longer",
        ],
        ["La en annen ta over først", "Lat ein annan ta over først", "Let somebody else take over first"],
    )
}

pub(super) fn no_label(most: usize) -> Refusal {
    Refusal::new(
        "no-label",
        Message::new(
            format!("Navnet har ikke mellom 1 og {most} tegn på én linje"),
            format!("Namnet har ikkje mellom 1 og {most} teikn på éi linje"),
            format!("The name has not between 1 and {most} characters on one line"),
        ),
        Message::new(
            "Si hva den er til, som «Telefonen min»",
            "Sei kva ho er til, som «Telefonen min»",
            "Say what it is for, as \"My phone\"",
        ),
    )
}

pub(super) fn too_many_passes(most: usize) -> Refusal {
    Refusal::new(
        "too-many-passes",
        Message::new(
            format!("Du har {most} nøkler og adresser; det er så mange som det er plass til"),
            format!("Du har {most} nøklar og adresser; det er så mange som det er plass til"),
            format!("You have {most} tokens and addresses, which is as many as there is room for"),
        ),
        Message::new("Trekk tilbake en først", "Trekk tilbake ei først", "Revoke one first"),
    )
}

pub(super) fn no_such_pass() -> Refusal {
    said(
        "no-such-pass",
        ["Den er trukket tilbake", "Ho er trekt tilbake", "It was revoked"],
        ["Lag en ny om du trenger den", "Lag ei ny om du treng ho", "Make a new one if you need it"],
    )
}
