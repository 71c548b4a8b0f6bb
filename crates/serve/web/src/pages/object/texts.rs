//! The words of an object's page.

styrbord_app::texts! {
    GONE = "Et senere brev har tatt dette bort.", "Eit seinare brev har teke dette bort.", "A later letter took this away.";
    PLAN_ALONE = "Du ser det brevet sier. Status, leveranser og historikk vises for dem som har ansvaret.", "Du ser det brevet seier. Status, leveransar og historikk blir viste for dei som har ansvaret.", "You see what the letter says. Status, deliveries and history are shown to those responsible.";
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
    UNIT = "Enhet", "Eining", "Unit";
    DUE = "Frist", "Frist", "Deadline";
    WHOLE_DUE = "Hele", "Heile", "The whole";
    DELIVERED = "Levert", "Levert", "Delivered";
    NOTHING_DELIVERED = "Ingenting er registrert som levert.", "Ingenting er registrert som levert.", "Nothing is registered as delivered.";
    DELIVERED_WHAT = "Hva som er levert", "Kva som er levert", "What was delivered";
    REGISTER = "Registrer leveranse", "Registrer leveranse", "Register a delivery";
    FILE = "Fil som viser det", "Fil som viser det", "File that shows it";
    FILE_HINT = "PDF, Word, Excel, PowerPoint, PNG, JPEG eller ren tekst.", "PDF, Word, Excel, PowerPoint, PNG, JPEG eller rein tekst.", "PDF, Word, Excel, PowerPoint, PNG, JPEG or plain text.";
    LINK = "Adresse eller arkivreferanse", "Adresse eller arkivreferanse", "Address or archive reference";
    RECORD = "Departementets svar", "Svar frå departementet", "The ministry's answer";
    VERDICT = "Vurdering", "Vurdering", "Verdict";
    ACCEPTED = "Godkjent", "Godkjend", "Accepted";
    RETURNED = "Sendt tilbake", "Send tilbake", "Returned";
    WITHDRAWN = "Trukket tilbake av virksomheten", "Trekt tilbake av verksemda", "Withdrawn by the agency";
    AWAITS = "Venter på svar", "Ventar på svar", "Awaits an answer";
    BY_WHICH = "Brev som sier det", "Brev som seier det", "Letter that says so";
    NO_LETTER = "Ingen", "Ingen", "None";
    MOVE = "Flytt frist", "Flytt frist", "Move a deadline";
    MOVE_HELP = "En frist flyttes bare når departementet har sagt ja.", "Ein frist blir berre flytta når departementet har sagt ja.", "A deadline moves only when the ministry has agreed.";
    GROUND = "Hva som viser det", "Kva som viser det", "What shows it";
    WRITING = "Noe annet skriftlig", "Noko anna skriftleg", "Something else in writing";
    NEW_DAY = "Ny dag", "Ny dag", "New day";
    DAY_HINT = "Som 31.12.2025", "Som 31.12.2025", "As 31.12.2025";
    DATED = "Datert", "Datert", "Dated";
    DATED_HINT = "For noe annet skriftlig, som 31.01.2025", "For noko anna skriftleg, som 31.01.2025", "For something else in writing, as 31.01.2025";
    REFERENCE = "Hvor det finnes", "Kvar det finst", "Where it is found";
    WHY_MOVED = "Begrunnelse", "Grunngiving", "Reason";
    NO_SUCH_DAY = "Skriv en dag, som 31.12.2025", "Skriv ein dag, som 31.12.2025", "Write a day, as 31.12.2025";
    JUDGE_DUTY = "Er dette en plikt?", "Er dette ei plikt?", "Is this a duty?";
    CONFIRM = "Bekreftet som plikt", "Stadfesta som plikt", "Confirmed as a duty";
    DECLINE = "Ikke en plikt", "Ikkje ei plikt", "Not a duty";
    DUTY_DAY = "Dag, når brevet har en", "Dag, når brevet har ein", "Day, when the letter has one";
    ADD_TO = "Leveranse", "Leveranse", "Delivery";
    NEW_DELIVERY = "En ny", "Ei ny", "A new one";
    NOTHING_SHOWN = "Legg ved en fil eller skriv hvor det finnes", "Legg ved ei fil eller skriv kvar det finst", "Attach a file or write where it is found";
    KEPT_FILE = "Filen {} er sendt inn og følger med når du lagrer.", "Fila {} er send inn og følgjer med når du lagrar.", "The file {} has been sent in and goes with it when you save.";
    DROP_FILE = "Ta ikke med filen", "Ta ikkje med fila", "Leave the file out";
    KEPT_GONE = "Filen er ikke lenger her. Velg den på nytt", "Fila er ikkje lenger her. Vel ho på nytt", "The file is no longer here. Choose it again";
    ACCEPTED_BY = "Godkjent i brev", "Godkjend i brev", "Accepted by letter";
    SET_LEAD = "Hovedansvar, satt her", "Hovudansvar, sett her", "Main responsibility, set here";
    SET_PARTNERS = "Samarbeidsparter, satt her", "Samarbeidspartar, sette her", "Partners, set here";
    PART_HOLDERS = "Ansvar for deler", "Ansvar for delar", "Responsible for parts";
    WAITS_FOR = "Venter på", "Ventar på", "Waits for";
    MATERIAL = "Vesentlig", "Vesentleg", "Material";
    MORE = "Gjør mer", "Gjer meir", "Do more";
    MILESTONES = "Egne frister", "Eigne fristar", "Milestones of our own";
    CHANGE = "Endre", "Endre", "Change";
    TAKEN_BACK = "Status tatt tilbake: {} gjelder ikke, men {}", "Status teken tilbake: {} gjeld ikkje, men {}", "Status taken back: not {} but {}";
    MILESTONE_SET = "Egen frist {}: {}", "Eigen frist {}: {}", "Milestone {}: {}";
    SCHEDULED = "Gjentas fra {}", "Kjem att frå {}", "Recurs from {}";
    TIED = "Leveres med {}", "Blir levert med {}", "Comes with {}";
    WAITS_NO_MORE = "Venter ikke lenger på {}", "Ventar ikkje lenger på {}", "No longer waits for {}";
    NOW_WAITS = "Venter på {}", "Ventar på {}", "Waits for {}";
    EVIDENCE_ADDED = "Mer som viser leveransen", "Meir som viser leveransen", "More that shows the delivery";
    NOT_MATERIAL = "Ikke vesentlig", "Ikkje vesentleg", "Not material";
    CHANGED = "Endret", "Endra", "Changed";
}

#[cfg(test)]
mod tests {
    #[test]
    fn complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(super::TEXTS), [""; 0]);
    }
}
