//! The words of an object's page.

styrbord_app::texts! {
    GONE = "Et senere brev har tatt dette bort.", "Eit seinare brev har teke dette bort.", "A later letter took this away.";
    MEASURED = "Serier, tall og rapportering", "Seriar, tal og rapportering", "Series, figures and reporting";
    IN_LETTER = "I brevet", "I brevet", "In the letter";
    LINE = "linje {}", "linje {}", "line {}";
    GOAL = "Mål", "Mål", "Goal";
    LEAD = "Hovedansvar", "Hovudansvar", "Main responsibility";
    PARTNERS = "Sammen med", "Saman med", "Together with";
    FUNDING = "Midler", "Midlar", "Funding";
    EARLIER = "Gitt i et tidligere brev", "Gitt i eit tidlegare brev", "Given in an earlier letter";
    YES = "ja", "ja", "yes";
    STATUS = "Status", "Status", "Status";
    OWNER = "Ansvarlig", "Ansvarleg", "Responsible";
    NOBODY = "Ingen", "Ingen", "Nobody";
    DEADLINES = "Frister", "Fristar", "Deadlines";
    NO_DEADLINES = "Brevet har ingen frist for dette.", "Brevet har ingen frist for dette.", "The letter has no deadline for this.";
    PART = "Del", "Del", "Part";
    DATE = "Dag", "Dag", "Day";
    PRINTED_AS = "Slik det står", "Slik det står", "As printed";
    WHY = "Hvorfor", "Kvifor", "Why";
    WHOLE = "Hele", "Heile", "The whole";
    LATE = "ute", "ute", "passed";
    BY_LETTER = "brevet", "brevet", "the letter";
    BY_RHYTHM = "regnet ut fra brevet", "rekna ut frå brevet", "reckoned from the letter";
    BY_MOVE = "flyttet etter avtale", "flytta etter avtale", "moved by agreement";
    BY_PERSON = "satt her", "sett her", "set here";
    BY_REPORT = "følger en rapport", "følgjer ein rapport", "follows a report";
    BY_NOTHING = "ikke avtalt", "ikkje avtalt", "not agreed";
    REPORT = "Meld status", "Meld status", "Report the status";
    COMMENT = "Kommentar", "Kommentar", "Comment";
    COMMENT_HINT = "Si hva som gjenstår eller hvorfor det er forsinket.", "Sei kva som står att eller kvifor det er forseinka.", "Say what remains or why it is delayed.";
    DELAY = "Grunn til forsinkelse", "Grunn til forseinking", "Reason for a delay";
    NO_DELAY = "Ikke forsinket", "Ikkje forseinka", "Not delayed";
    SAVE = "Lagre", "Lagre", "Save";
    ASSIGN = "Velg ansvarlig", "Vel ansvarleg", "Choose who is responsible";
    HISTORY = "Historikk", "Historikk", "History";
    ERASED = "(slettet)", "(sletta)", "(erased)";
    OPERATOR = "drift", "drift", "operator";
    PRINTED = "Sto i brevet", "Stod i brevet", "Stood in the letter";
    REPEALED = "Tatt bort av et brev", "Teke bort av eit brev", "Taken away by a letter";
    REPORTED = "Status: {}", "Status: {}", "Status: {}";
    ASSIGNED = "Ansvarlig: {}", "Ansvarleg: {}", "Responsible: {}";
    UNASSIGNED = "Ingen er lenger ansvarlig", "Ingen er lenger ansvarleg", "Nobody is responsible any longer";
    MOVED = "Fristen flyttet til {}", "Fristen flytta til {}", "Deadline moved to {}";
    CHANGED = "Endret", "Endra", "Changed";
}

#[cfg(test)]
mod tests {
    #[test]
    fn complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(super::TEXTS), [""; 0]);
    }
}
