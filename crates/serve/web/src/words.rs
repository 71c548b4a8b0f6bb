//! The words of what all pages share; each page has its own beside it.

use styrbord_app::Message;
use styrbord_app::texts::Text;

/// Returns a text as a message, which is one of three languages too.
pub(crate) fn message(text: Text) -> Message {
    Message::new(text.nb, text.nn, text.en)
}

/// Of the frame.
pub(crate) mod frame {
    styrbord_app::texts! {
        SKIP = "Hopp til innholdet", "Hopp til innhaldet", "Skip to the content";
        SIMULATED = "Simulerte data.", "Simulerte data.", "Simulated data.";
        SIMULATED_HELP = "Virksomheten, menneskene og tallene er oppdiktet.", "Verksemda, menneska og tala er dikta opp.", "The agency, the people and the figures are invented.";
        LANGUAGE = "Språk", "Språk", "Language";
        ADMINISTRATION = "Administrasjon", "Administrasjon", "Administration";
        LOG_OUT = "Logg ut", "Logg ut", "Log out";
        PAGES_OF_YEAR = "Sidene for året", "Sidene for året", "The pages of the year";
        OVERVIEW = "Oversikt", "Oversikt", "Overview";
        HISTORY = "Historikk", "Historikk", "History";
        COVERAGE = "Dekning", "Dekning", "Coverage";
        LETTER = "Brevet", "Brevet", "The letter";
        ASSIGNMENTS = "Oppdrag", "Oppdrag", "Assignments";
        PARAMETERS = "Mål og parametere", "Mål og parametrar", "Goals and parameters";
        MONEY = "Penger", "Pengar", "Money";
        AMENDMENTS = "Endringer", "Endringar", "Amendments";
        TIMELINE = "Tidslinje", "Tidslinje", "Timeline";
        SHARING = "Deling", "Deling", "Sharing";
        SEARCH = "Søk", "Søk", "Search";
        SEARCH_YEAR = "Søk i året", "Søk i året", "Search the year";
        SEARCH_ALL = "Søk i alle år", "Søk i alle år", "Search all years";
        CALENDAR = "Kalender", "Kalender", "Calendar";
        AS_OF = "Slik det var", "Slik det var", "As of";
        SHOW = "Vis", "Vis", "Show";
        AS_OF_NOTE = "Du ser året slik det var {}.", "Du ser året slik det var {}.", "You see the year as it was on {}.";
        NOW = "Vis slik det er nå", "Vis slik det er no", "Show as it is now";
        RULE = "Regel", "Regel", "Rule";
        FOOT = "Styrbord følger tildelingsbrevet gjennom året.", "Styrbord følgjer tildelingsbrevet gjennom året.", "Styrbord follows the allocation letter through the year.";
    }
}

/// Of fields and lists.
pub(crate) mod fields {
    styrbord_app::texts! {
        SUMMARY = "Rett dette før du går videre", "Rett dette før du går vidare", "Correct this before you go on";
        PAGES = "Sider", "Sider", "Pages";
        MISSING = "Fyll inn: {}", "Fyll inn: {}", "Fill in: {}";
        NO_DAY = "«{}» er ingen dag. Skriv for eksempel 31.12.2025", "«{}» er ingen dag. Skriv til dømes 31.12.2025", "“{}” is no day. Write for example 31.12.2025";
        NO_AMOUNT = "«{}» er ikke et beløp. Skriv for eksempel 1 500 000 eller 1,5 mill.", "«{}» er ikkje eit beløp. Skriv til dømes 1 500 000 eller 1,5 mill.", "“{}” is no amount. Write for example 1 500 000 or 1,5 mill.";
        SAVE = "Lagre", "Lagre", "Save";
        BACK = "Tilbake", "Tilbake", "Back";
    }
}

/// Of what can go wrong.
pub(crate) mod problem {
    pub(crate) use super::message;

    styrbord_app::texts! {
        NOT_FOUND = "Siden finnes ikke", "Sida finst ikkje", "There is no such page";
        NOT_FOUND_HELP = "Sjekk adressen, eller gå til forsiden.", "Sjekk adressa, eller gå til framsida.", "Check the address, or go to the front page.";
        FORBIDDEN = "Du har ikke tilgang", "Du har ikkje tilgang", "You have no access";
        FORBIDDEN_HELP = "Spør en administrator om tilgang hvis du trenger den.", "Spør ein administrator om tilgang om du treng det.", "Ask an administrator for access if you need it.";
        LOG_IN = "Logg inn først", "Logg inn først", "Log in first";
        LOG_IN_HELP = "Besøket er slutt eller ikke begynt. Logg inn og prøv på nytt.", "Besøket er slutt eller ikkje byrja. Logg inn og prøv på nytt.", "The visit has ended or not begun. Log in and try again.";
        WRONG_LOG_IN = "Brukernavn og passord hører ikke sammen", "Brukarnamn og passord høyrer ikkje saman", "Login and password do not go together";
        WRONG_LOG_IN_HELP = "Prøv på nytt.", "Prøv på nytt.", "Try again.";
        STRANGE = "Skjemaet hører ikke til dette besøket", "Skjemaet høyrer ikkje til dette besøket", "The form does not belong to this visit";
        STRANGE_HELP = "Gå tilbake, last siden på nytt og send skjemaet igjen.", "Gå tilbake, last sida på nytt og send skjemaet igjen.", "Go back, load the page again and send the form once more.";
        METHOD = "Adressen tar ikke imot dette", "Adressa tek ikkje imot dette", "The address does not take this";
        METHOD_HELP = "Gå tilbake og bruk lenkene og knappene på siden.", "Gå tilbake og bruk lenkjene og knappane på sida.", "Go back and use the links and buttons of the page.";
        CONFLICT = "Noen andre har endret dette siden du så det", "Nokon andre har endra dette sidan du såg det", "Somebody else has changed this since you saw it";
        CONFLICT_HELP = "Se hva som er nytt, og gjør endringen på nytt hvis den fortsatt gjelder.", "Sjå kva som er nytt, og gjer endringa på nytt om ho framleis gjeld.", "See what is new, and make the change again if it still holds.";
        TOO_LARGE = "Det er for stort", "Det er for stort", "It is too large";
        TOO_LARGE_HELP = "Et brev er vanligvis mindre enn én megabyte. Er det riktig fil?", "Eit brev er vanlegvis mindre enn éin megabyte. Er det rett fil?", "A letter is usually less than a megabyte. Is it the right file?";
        UNREADABLE = "Forespørselen kunne ikke leses", "Førespurnaden kunne ikkje lesast", "The request could not be read";
        UNREADABLE_HELP = "Gå tilbake og prøv på nytt.", "Gå tilbake og prøv på nytt.", "Go back and try again.";
        REFUSED = "Det går ikke slik det er nå", "Det går ikkje slik det er no", "That cannot be done as things stand";
        TOO_MANY = "For mange forsøk", "For mange forsøk", "Too many attempts";
        TOO_MANY_HELP = "Vent litt og prøv på nytt.", "Vent litt og prøv på nytt.", "Wait a little and try again.";
        SLOW = "Det tok for lang tid", "Det tok for lang tid", "It took too long";
        SLOW_HELP = "Prøv på nytt om litt.", "Prøv på nytt om litt.", "Try again in a while.";
        FAILED = "Noe gikk galt hos oss", "Noko gjekk gale hos oss", "Something went wrong here";
        FAILED_HELP = "Det du gjorde, er ikke lagret. Prøv på nytt, og oppgi referansen hvis det skjer igjen.", "Det du gjorde, er ikkje lagra. Prøv på nytt, og oppgje referansen om det skjer igjen.", "What you did was not saved. Try again, and give the reference if it happens again.";
        REFERENCE = "Referanse", "Referanse", "Reference";
        FRONT = "Gå til forsiden", "Gå til framsida", "Go to the front page";
        NOT_A_PLAN = "Filen begynner som data, men er ingen plan", "Fila byrjar som data, men er ingen plan", "The file begins as data and is no plan";
        ASKED = "Brevet reiser spørsmål som må besvares først", "Brevet reiser spørsmål som må svarast på først", "The letter raises questions that must be answered first";
        NO_AGENCY = "Brevet sier ikke hvem det er til", "Brevet seier ikkje kven det er til", "The letter does not say whom it is for";
        NO_MINISTRY = "Brevet sier ikke hvem det er fra", "Brevet seier ikkje kven det er frå", "The letter does not say who sends it";
        CLOCK_OF_REAL = "Klokken er stilt, så her kan bare simulerte år startes", "Klokka er stilt, så her kan berre simulerte år startast", "The clock is set, so only simulated years can be started here";
        NO_YEAR = "Brevet sier ikke hvilket år det gjelder", "Brevet seier ikkje kva år det gjeld", "The letter does not say which year it is for";
        NO_LETTER = "{} holder ingenting av det som står i brev for et år. Er det riktig fil?", "{} held ikkje noko av det som står i brev for eit år. Er det rett fil?", "{} holds nothing that letters of a year hold. Is it the right file?";
        THEIRS = "Brevet er til {}, som er en annen virksomhet enn {}", "Brevet er til {}, som er ei anna verksemd enn {}", "The letter is for {}, which is another agency than {}";
        YEAR_OF = "Brevet gjelder {}, og året er {}", "Brevet gjeld {}, og året er {}", "The letter is for {}, and the year is {}";
        SAME_PART = "Spørsmål {} er besvart med {}, som alt er svaret på et annet", "Spørsmål {} er svart på med {}, som alt er svaret på eit anna", "Question {} is answered with {}, which answers another one already";
        NOT_POSSIBLE = "Spørsmål {} kan ikke besvares slik", "Spørsmål {} kan ikkje svarast på slik", "Question {} cannot be answered like this";
        ANSWER_AGAIN = "Spørsmålene er andre enn de var. Svar på nytt", "Spørsmåla er andre enn dei var. Svar på nytt", "The questions are others than before. Answer again";
        OTHER_YEAR = "Brevet hører ikke til dette året", "Brevet høyrer ikkje til dette året", "The letter does not belong to this year";
    }
}

/// Of letters that cannot be read.
pub(crate) mod reading {
    styrbord_app::texts! {
        EMPTY = "Filen er tom", "Fila er tom", "The file is empty";
        TOO_LARGE = "Filen er {} MB, og det er mer enn et brev", "Fila er {} MB, og det er meir enn eit brev", "The file is {} MB, which is more than a letter";
        UNSUPPORTED = "Dette er en {}-fil, og den leses ikke. Lagre brevet som PDF eller Word (.docx)", "Dette er ei {}-fil, og ho blir ikkje lesen. Lagre brevet som PDF eller Word (.docx)", "This is a {} file, which is not read. Save the letter as PDF or Word (.docx)";
        DAMAGED = "{}-filen er skadet. Lagre brevet på nytt", "{}-fila er skadd. Lagre brevet på nytt", "The {} file is damaged. Save the letter again";
        NO_TEXT = "PDF-en har {} sider og ingen tekst. Be om brevet slik det ble skrevet, ikke skannet", "PDF-en har {} sider og ingen tekst. Be om brevet slik det vart skrive, ikkje skanna", "The PDF has {} pages and no text. Ask for the letter as it was written, not scanned";
        ENCRYPTED = "{}-filen krever passord. Lagre en kopi uten", "{}-fila krev passord. Lagre ein kopi utan", "The {} file asks for a password. Save a copy without one";
        PAGES = "PDF-en har {} sider, og det er mer enn et brev", "PDF-en har {} sider, og det er meir enn eit brev", "The PDF has {} pages, which is more than a letter";
        INSIDE = "{}-filen pakker ut til mer enn noe brev holder", "{}-fila pakkar ut til meir enn noko brev held", "The {} file unpacks to more than any letter holds";
        BINARY = "Filen er verken PDF, Word (.docx), nettside eller tekst", "Fila er verken PDF, Word (.docx), nettside eller tekst", "The file is neither PDF, Word (.docx), a web page nor text";
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_pages_share_is_complete_in_every_language() {
        let all = [super::frame::TEXTS, super::fields::TEXTS, super::problem::TEXTS, super::reading::TEXTS];
        assert_eq!(styrbord_app::texts::uneven(&all.concat()), [""; 0]);
    }
}
