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
    NEW = "Nytt passord", "Nytt passord", "New password";
}

#[cfg(test)]
mod tests {
    #[test]
    fn complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(super::TEXTS), [""; 0]);
    }
}
