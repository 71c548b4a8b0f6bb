//! The words of set-up, log-in and password.

styrbord_app::texts! {
    SET_UP = "Kom i gang", "Kom i gang", "Get started";
    SET_UP_LEAD = "Du er den første her. Du blir administrator og virksomhetsstyrer.", "Du er den første her. Du blir administrator og verksemdsstyrar.", "You are the first one here. You become administrator and controller.";
    SET_UP_BUTTON = "Opprett og logg inn", "Opprett og logg inn", "Create and log in";
    CODE = "Koden for oppsettet", "Koden for oppsettet", "The set-up code";
    CODE_HINT = "Programmet viste den i terminalen da det startet. Slik er det du som eier det.", "Programmet viste han i terminalen då det starta. Slik er det du som eig det.", "The program showed it in its terminal when it started. So it is yours.";
    NAME = "Navnet ditt", "Namnet ditt", "Your name";
    AGENCY = "Virksomheten din", "Verksemda di", "Your agency";
    AGENCY_HINT = "Skriv navnet slik det står i tildelingsbrevet.", "Skriv namnet slik det står i tildelingsbrevet.", "Write the name as the allocation letter has it.";
    LOGIN = "Brukernavn", "Brukarnamn", "Login";
    PASSWORD = "Passord", "Passord", "Password";
    PASSWORD_HINT = "Minst {} tegn. En setning du husker, er et godt passord.", "Minst {} teikn. Ei setning du hugsar, er eit godt passord.", "At least {} characters. A sentence that you remember is a good password.";
    SHORT = "Passordet må ha minst {} tegn", "Passordet må ha minst {} teikn", "The password must have at least {} characters";
    LOG_IN = "Logg inn", "Logg inn", "Log in";
    LOG_IN_BUTTON = "Logg inn", "Logg inn", "Log in";
    CHANGE = "Bytt passord", "Byt passord", "Change the password";
    CHANGE_LEAD = "Du logges ut alle andre steder.", "Du blir logga ut alle andre stader.", "You are logged out everywhere else.";
    CHANGE_BUTTON = "Bytt passord", "Byt passord", "Change the password";
    CHANGED = "Passordet er byttet.", "Passordet er bytt.", "The password was changed.";
    OLD = "Passordet du har", "Passordet du har", "The password that you have";
    OLD_WRONG = "Passordet du har, er et annet", "Passordet du har, er eit anna", "The password that you have is another one";
    HAS_CODE = "Har du fått en engangskode?", "Har du fått ein eingongskode?", "Were you given a one-time code?";
    FIRST = "Velg passord", "Vel passord", "Choose a password";
    FIRST_LEAD = "Bruk koden du fikk av administratoren. Den gjelder én gang, i ett døgn.", "Bruk koden du fekk av administratoren. Han gjeld éin gong, i eitt døgn.", "Use the code that the administrator gave you. It holds once, for a day.";
    FIRST_BUTTON = "Lagre passordet og logg inn", "Lagre passordet og logg inn", "Save the password and log in";
    ONE_TIME = "Engangskode", "Eingongskode", "One-time code";
    ONE_TIME_HINT = "Fire grupper på fire tegn. Store og små bokstaver er det samme.", "Fire grupper på fire teikn. Store og små bokstavar er det same.", "Four groups of four characters. Capitals do not matter.";
    NEW = "Nytt passord", "Nytt passord", "New password";
}

/// The words of the own account.
pub(crate) mod own {
    styrbord_app::texts! {
        TITLE = "Kontoen din", "Kontoen din", "Your account";
        NAME = "Navn", "Namn", "Name";
        NAME_HELP = "Administratoren i virksomheten kan rette navnet.", "Administratoren i verksemda kan rette namnet.", "The administrator of your organisation can correct the name.";
        PEOPLE = "Folk i virksomheten", "Folk i verksemda", "People in your organisation";
        LANGUAGE = "Språk", "Språk", "Language";
        PASSWORD = "Bytt passord", "Byt passord", "Change the password";
        FEEDS = "Kalenderadresser", "Kalenderadresser", "Calendar feeds";
        SESSIONS = "Her er du logget inn", "Her er du logga inn", "Where you are logged in";
        BEGUN = "Begynte", "Byrja", "Began";
        SEEN = "Sist brukt", "Sist brukt", "Last used";
        THIS = "dette besøket", "dette besøket", "this visit";
        END = "Logg ut overalt", "Logg ut overalt", "Log out everywhere";
        END_HELP = "Du logges ut her også.", "Du blir logga ut her òg.", "You are logged out here, too.";
        TOKENS = "Nøkler for programmer", "Nøklar for program", "Tokens for programs";
        TOKENS_LEAD = "Et program med en nøkkel kan det samme som du, med det du gjør i årene, og ikke noe her.", "Eit program med ein nøkkel kan det same som du, med det du gjer i åra, og ikkje noko her.", "A program with a token may do what you may in the years, and nothing here.";
        NO_TOKENS = "Du har ingen nøkler.", "Du har ingen nøklar.", "You have no tokens.";
        MAKE = "Lag en nøkkel", "Lag ein nøkkel", "Make a token";
        MAKE_BUTTON = "Lag nøkkelen", "Lag nøkkelen", "Make the token";
        LABEL = "Hva den er til", "Kva han er til", "What it is for";
        LABEL_HINT = "For eksempel «Regnearket til ledermøtet».", "Til dømes «Reknearket til leiarmøtet».", "For example \"The sheet for the management meeting\".";
        SCOPE = "Hva den gir", "Kva han gjev", "What it opens";
        READ = "Lese", "Lese", "Read";
        READ_AND_WRITE = "Lese og endre", "Lese og endre", "Read and change";
        UNTIL = "Gjelder til og med", "Gjeld til og med", "Holds until";
        UNTIL_HINT = "Som 31.12.2026. Uten dag gjelder den til du trekker den tilbake.", "Som 31.12.2026. Utan dag gjeld han til du trekkjer han tilbake.", "As 31.12.2026. Without a day it holds until you revoke it.";
        NO_DAY = "Skriv en dag som 31.12.2026", "Skriv ein dag som 31.12.2026", "Write a day as 31.12.2026";
        DAY_IS_PAST = "Dagen er alt forbi", "Dagen er alt forbi", "The day has passed already";
        MADE = "Laget", "Laga", "Made";
        ENDS = "Slutter", "Sluttar", "Ends";
        NEVER = "aldri", "aldri", "never";
        NO_END = "når den trekkes tilbake", "når han blir trekt tilbake", "when it is revoked";
        REVOKE = "Trekk tilbake", "Trekk tilbake", "Revoke";
        REVOKED = "Nøkkelen er trukket tilbake.", "Nøkkelen er trekt tilbake.", "The token was revoked.";
        TOKEN_MADE = "Nøkkelen er laget", "Nøkkelen er laga", "The token was made";
        TOKEN_LEAD = "Legg den inn i programmet nå.", "Legg han inn i programmet no.", "Put it into the program now.";
        TOKEN = "Nøkkel", "Nøkkel", "Token";
        SHOWN_ONCE = "Den vises bare denne ene gangen, og ingen kan hente den fram igjen.", "Han blir berre vist denne eine gongen, og ingen kan hente han fram att.", "It is shown this once only, and nobody can bring it back.";
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn complete_in_every_language() {
        let all = [super::TEXTS, super::own::TEXTS].concat();
        assert_eq!(styrbord_app::texts::uneven(&all), [""; 0]);
    }
}
