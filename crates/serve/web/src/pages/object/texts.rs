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
    NO = "nei", "nei", "no";
    PARTLY = "delvis", "delvis", "partly";
    UNDER = "Ligger under", "Ligg under", "Lies under";
    OF = "Gjelder", "Gjeld", "Belongs to";
    RESEARCH = "Forskning (FoU)", "Forsking (FoU)", "Research";
    MEASURES = "Tiltak i handlingsplan", "Tiltak i handlingsplan", "Measures of an action plan";
    ESTIMATED = "Anslått", "Rekna med", "Estimated";
    WITHHELD = "Teksten er unntatt offentlighet", "Teksten er unnateken offentlegheit", "The text is withheld";
    SUM_SAID = "Sum i brevet", "Sum i brevet", "Sum in the letter";
    CHAPTER = "Kapittel", "Kapittel", "Chapter";
    AMOUNT_SAID = "Beløp i brevet", "Beløp i brevet", "Amount in the letter";
    COUNT_DATE = "Telletidspunkt", "Teljetidspunkt", "Count date";
    RHYTHM = "Hvor ofte", "Kor ofte", "How often";
    HOW_MANY = "Antall møter", "Tal på møte", "Number of meetings";
    WHEN = "Når", "Når", "When";
    EXPECTED = "Ventet", "Venta", "Expected";
    CONCERNS = "Gjelder", "Gjeld", "Concerns";
    LIMIT = "Grense", "Grense", "Limit";
    ENCLOSED = "Følger brevet", "Følgjer brevet", "Enclosed with the letter";
    MONEY_OF_POST = "Forbruk, bindinger og prognose for posten", "Forbruk, bindingar og prognose for posten", "Spending, commitments and forecast of the post";
    MONEY_OF_CHAPTER = "Postene i kapitlet, med forbruk og prognose", "Postane i kapitlet, med forbruk og prognose", "The posts of the chapter, with spending and forecast";
    MONEY_OF_LIMIT = "Bruken av fullmaktene", "Bruken av fullmaktene", "The use of the authorisations";
    RECORD_MEETING = "Før inn møter som er kalt inn, holdt eller avlyst", "Før inn møte som er kalla inn, haldne eller avlyste", "Record meetings that were called, held or cancelled";
    UNJUDGED = "Ikke bekreftet", "Ikkje stadfesta", "Not confirmed";
    STATUS = "Status", "Status", "Status";
    OWNER = "Ansvarlig", "Ansvarleg", "Responsible";
    NOBODY = "Ingen", "Ingen", "Nobody";
    DEADLINES = "Frister", "Fristar", "Deadlines";
    NO_DEADLINES = "Brevet har ingen frist for dette.", "Brevet har ingen frist for dette.", "The letter has no deadline for this.";
    NO_DAY = "ingen dag", "ingen dag", "no day";
    MEETINGS = "Møter", "Møte", "Meetings";
    NOT_CALLED = "Ingen møter er kalt inn ennå.", "Ingen møte er kalla inn enno.", "No meetings have been called yet.";
    PART = "Del", "Del", "Part";
    DATE = "Dag", "Dag", "Day";
    PRINTED_AS = "Slik det står", "Slik det står", "As printed";
    WHY = "Hvorfor", "Kvifor", "Why";
    WHOLE = "Hele", "Heile", "The whole";
    ALL_OF_IT = "Det hele", "Det heile", "All of it";
    LATE = "fristen er ute", "fristen er ute", "past the deadline";
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
    OPERATOR = "driftsansvarlig", "driftsansvarleg", "the operator";
    PRINTED = "Sto i brevet: {}", "Stod i brevet: {}", "Stood in the letter: {}";
    REPEALED = "Tatt bort av et brev", "Teke bort av eit brev", "Taken away by a letter";
    REPORTED = "Status: {}", "Status: {}", "Status: {}";
    ASSIGNED = "Ansvarlig: {}", "Ansvarleg: {}", "Responsible: {}";
    UNASSIGNED = "Ingen er lenger ansvarlig", "Ingen er lenger ansvarleg", "Nobody is responsible any longer";
    MOVED = "Fristen flyttet til {}", "Fristen flytta til {}", "Deadline moved to {}";
    UNIT = "Enhet", "Eining", "Unit";
    DUE = "Frist", "Frist", "Deadline";
    ONLY_DUE = "Fristen", "Fristen", "The deadline";
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
    NO_SUCH_DAY = "{}: skriv en dag, som 31.12.2025", "{}: skriv ein dag, som 31.12.2025", "{}: write a day, as 31.12.2025";
    JUDGE_DUTY = "Er dette en plikt?", "Er dette ei plikt?", "Is this a duty?";
    CONFIRM = "Bekreftet som plikt", "Stadfesta som plikt", "Confirmed as a duty";
    DECLINE = "Ikke en plikt", "Ikkje ei plikt", "Not a duty";
    DUTY_DAY = "Dag, når brevet har en", "Dag, når brevet har ein", "Day, when the letter has one";
    CHANGED = "Endret", "Endra", "Changed";
}

#[cfg(test)]
mod tests {
    #[test]
    fn complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(super::TEXTS), [""; 0]);
    }
}
