//! The words of findings and of what the ministry is to clarify.

styrbord_app::texts! {
    TITLE = "Funn i brevene", "Funn i breva", "Findings in the letters";
    FILTERS = "Hvilke funn", "Kva funn", "Which findings";
    OPEN = "Ikke godtatt", "Ikkje godtekne", "Not accepted";
    ACCEPTED = "Godtatt", "Godtekne", "Accepted";
    LISTED = "Skal avklares", "Skal avklarast", "To be clarified";
    ALL = "Alle", "Alle", "All";
    NONE = "Ingen funn her.", "Ingen funn her.", "No findings here.";
    CLARIFY = "Punkter å avklare med departementet", "Punkt å avklare med departementet", "Points to clarify with the ministry";
    CLARIFY_LEAD = "Funnene som er satt på listen. Last dem ned og send dem, eller ta dem med til møtet.", "Funna som er sette på lista. Last dei ned og send dei, eller ta dei med til møtet.", "The findings on the list. Download and send them, or take them to the meeting.";
    NOTHING_LISTED = "Ingenting er satt på listen.", "Ingenting er sett på lista.", "Nothing is on the list.";
    HOW_TO_LIST = "Gå til funnene og velg «Sett på listen» ved det som må avklares.", "Gå til funna og vel «Set på lista» ved det som må avklarast.", "Go to the findings and choose “Put on the list” at what has to be clarified.";
    SEE_FINDINGS = "Se funnene", "Sjå funna", "See the findings";
    DOWNLOAD_MD = "Last ned som Markdown", "Last ned som Markdown", "Download as Markdown";
    DOWNLOAD_CSV = "Last ned som CSV", "Last ned som CSV", "Download as CSV";
    LINE = "linje {}", "linje {}", "line {}";
    PAGE_LINE = "side {}, linje {}", "side {}, linje {}", "page {}, line {}";
    ERRORS = "feil|feil", "feil|feil", "error|errors";
    WARNINGS = "advarsel|advarsler", "åtvaring|åtvaringar", "warning|warnings";
    NOTES = "merknad|merknader", "merknad|merknader", "note|notes";
    WHY = "Hva betyr dette?", "Kva tyder dette?", "What does this mean?";
    DECIDE = "Ta stilling", "Ta stilling", "Decide";
    IN_LETTER = "I brevet", "I brevet", "In the letter";
    HISTORY = "Historikk", "Historikk", "History";
    NO_HISTORY = "Ingen har tatt stilling ennå.", "Ingen har teke stilling enno.", "Nobody has decided yet.";
    ACCEPT_TITLE = "Godta funnet", "Godta funnet", "Accept the finding";
    ACCEPT = "Godta", "Godta", "Accept";
    REASON = "Begrunnelse", "Grunngiving", "Reason";
    REASON_HINT = "Hvorfor det kan stå slik. Navnet ditt og dagen lagres med den.", "Kvifor det kan stå slik. Namnet ditt og dagen blir lagra med ho.", "Why it may stand. Your name and the day are kept with it.";
    BACK_TITLE = "Ta godkjenningen tilbake", "Ta godkjenninga tilbake", "Take the acceptance back";
    BACK = "Ta tilbake", "Ta tilbake", "Take back";
    BACK_REASON = "Hvorfor den tas tilbake", "Kvifor ho blir teken tilbake", "Why it is taken back";
    BACK_HINT = "Det som ble sagt før, blir stående i historikken.", "Det som vart sagt før, blir ståande i historikken.", "What was said before stays in the history.";
    LIST_TITLE = "Avklar med departementet", "Avklar med departementet", "Clarify with the ministry";
    LIST = "Sett på listen", "Set på lista", "Put on the list";
    LIST_AGAIN = "Lagre notatet", "Lagre notatet", "Save the note";
    UNLIST = "Ta av listen", "Ta av lista", "Take off the list";
    NOTE = "Notat", "Notat", "Note";
    NOTE_HINT = "Det du vil spørre om. Følger med når listen lastes ned.", "Det du vil spørje om. Følgjer med når lista blir lasta ned.", "What you want to ask. It comes with the list when it is downloaded.";
    IS_ACCEPTED = "Godtatt", "Godteke", "Accepted";
    IS_TAKEN_BACK = "Godkjenning tatt tilbake", "Godkjenning teken tilbake", "Acceptance taken back";
    IS_LISTED = "Satt på listen", "Sett på lista", "Put on the list";
    IS_UNLISTED = "Tatt av listen", "Teke av lista", "Taken off the list";
    ERASED = "(slettet)", "(sletta)", "(erased)";
    OPERATOR = "Driftsansvarlig", "Driftsansvarleg", "The operator";
    LETTER = "Brev", "Brev", "Letter";
    PLACE = "Sted", "Stad", "Place";
    SEVERITY = "Alvor", "Alvor", "Severity";
    CODE = "Kode", "Kode", "Code";
    FINDING = "Funn", "Funn", "Finding";
    QUOTES = "Brevets ord", "Orda i brevet", "The letter's words";
    WHAT_TO_DO = "Hva det spørres om", "Kva det blir spurt om", "What is asked";
    LISTED_BY = "Satt på listen av", "Sett på lista av", "Put on the list by";
    DAY = "Dag", "Dag", "Day";
}

#[cfg(test)]
mod tests {
    #[test]
    fn complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(super::TEXTS), [""; 0]);
    }
}
