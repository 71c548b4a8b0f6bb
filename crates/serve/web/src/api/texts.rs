//! What the interface says where the words of the pages do not fit.

styrbord_app::texts! {
    NO_TOKEN = "Det trengs et gyldig token", "Det trengst eit gyldig token", "A valid token is needed";
    NO_TOKEN_HELP = "Lag et token under kontoen din, og send det som `Authorization: Bearer TOKEN`.", "Lag eit token under kontoen din, og send det som `Authorization: Bearer TOKEN`.", "Make a token under your account and send it as `Authorization: Bearer TOKEN`.";
    NOT_FOUND = "Dette finnes ikke, eller du har ikke tilgang til det", "Dette finst ikkje, eller du har ikkje tilgang til det", "There is no such thing, or you have no access to it";
    NOT_FOUND_HELP = "Se adressene i /api/v1/openapi.json og årene i /api/v1/years.", "Sjå adressene i /api/v1/openapi.json og åra i /api/v1/years.", "See the addresses in /api/v1/openapi.json and the years in /api/v1/years.";
    FORBIDDEN = "Dette tokenet åpner ikke for det", "Dette tokenet opnar ikkje for det", "This token does not open that";
    FORBIDDEN_HELP = "Det trengs en rolle som gjør det, og for å endre et token som kan skrive.", "Det trengst ei rolle som gjer det, og for å endre eit token som kan skrive.", "It takes a role that does it and, to change anything, a token that may write.";
    METHOD_HELP = "Overskriften Allow sier hva adressen tar imot.", "Overskrifta Allow seier kva adressa tek imot.", "The header Allow says what the address takes.";
    MEDIA_TYPE = "Innholdet må være application/json", "Innhaldet må vere application/json", "The content has to be application/json";
    MEDIA_TYPE_HELP = "Send overskriften `Content-Type: application/json`.", "Send overskrifta `Content-Type: application/json`.", "Send the header `Content-Type: application/json`.";
    TOO_LARGE_HELP = "En kommando er på høyst én megabyte.", "Ein kommando er på høgst éin megabyte.", "A command is at most one megabyte.";
    UNREADABLE_HELP = "Se i /api/v1/openapi.json hva adressen tar, og i hvilken form.", "Sjå i /api/v1/openapi.json kva adressa tek, og i kva form.", "See in /api/v1/openapi.json what the address takes, and in which form.";
    NOT_A_COMMAND = "Dette er ingen kommando: {}", "Dette er ingen kommando: {}", "This is no command: {}";
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_the_interface_says_is_complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(super::TEXTS), [""; 0]);
    }
}
