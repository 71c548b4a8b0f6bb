//! The words of the coverage.

styrbord_app::texts! {
    PAGE = "Dekning", "Dekning", "Coverage";
    LEAD = "Alt som er forstått i brevene, siden det følges opp på, og det som mangler.", "Alt som er forstått i breva, sida det blir følgt opp på, og det som manglar.", "All that was understood in the letters, the page on which it is followed, and what is missing.";
    ALL_KINDS = "Alt i brevene", "Alt i breva", "Everything in the letters";
    TOGETHER = "Til sammen", "Til saman", "Together";
    COUNTED = "{} i brevene, {} mangler noe", "{} i breva, {} manglar noko", "{} in the letters, {} with something missing";
    KIND = "Hva", "Kva", "What";
    NUMBER = "I brevene", "I breva", "In the letters";
    WITH_GAP = "Noe mangler", "Noko manglar", "Something is missing";
    ONLY_GAPS = "Vis bare det som mangler noe", "Vis berre det som manglar noko", "Show only where something is missing";
    EVERYTHING = "Vis alt", "Vis alt", "Show everything";
    NO_GAPS = "Ingenting mangler.", "Ingenting manglar.", "Nothing is missing.";
    NOTHING = "Året har ingen deler ennå. Ta inn et brev under Endringer.", "Året har ingen delar enno. Ta inn eit brev under Endringar.", "The year has no parts yet. Take in a letter under Amendments.";
    FOLLOWED_AT = "Følges opp under", "Blir følgt opp under", "Followed under";
    IN_LETTER = "I brevet", "I brevet", "In the letter";
    LINE = "linje {}", "linje {}", "line {}";
    MISSING = "Mangler", "Manglar", "Missing";
    WHOLE = "Ingenting", "Ingenting", "Nothing";
    HIDDEN = "Bare de ansvarlige ser hvordan det går", "Berre dei ansvarlege ser korleis det går", "Only those who answer for it see how it goes";
    OWN_PAGE = "Egen side", "Eiga side", "A page of its own";
    LETTER_ONLY = "Bare brevet", "Berre brevet", "The letter alone";
    NOT_KEPT = "Teksten er ikke lagret her, så det som ikke er forstått, kan ikke vises: {}", "Teksten er ikkje lagra her, så det som ikkje er forstått, kan ikkje visast: {}", "The text is not kept here, so what was not understood cannot be shown: {}";
    GOALS = "Mål", "Mål", "Goals";
    PARAMETERS = "Styringsparametere", "Styringsparametrar", "Steering parameters";
    REQUIREMENTS = "Resultatkrav", "Resultatkrav", "Requirements";
    ASSIGNMENTS = "Oppdrag", "Oppdrag", "Assignments";
    REPORTS = "Rapporter", "Rapportar", "Reports";
    MEETINGS = "Møter", "Møte", "Meetings";
    DUTIES = "Plikter", "Plikter", "Duties";
    CHAPTERS = "Kapitler", "Kapittel", "Chapters";
    POSTS = "Poster", "Postar", "Posts";
    AUTHORISATIONS = "Fullmakter", "Fullmakter", "Authorisations";
    ANNOUNCEMENTS = "Varslet", "Varsla", "Announced";
    DIRECTIONS = "Fellesføringer", "Fellesføringar", "Common directions";
    ATTACHMENTS = "Vedlegg", "Vedlegg", "Attachments";
    UNREAD = "Ikke forstått", "Ikkje forstått", "Not understood";
    NOT_UNDERSTOOD = "Ikke forstått, og ingen side følger det opp", "Ikkje forstått, og inga side følgjer det opp", "Not understood, and no page follows it";
    NO_SERIES = "Ingen måleserie", "Ingen måleserie", "No series";
    NO_TARGET = "Ingen måltall", "Ingen måltal", "No target";
    NO_BASELINE = "Ingen grunnlinje", "Inga grunnlinje", "No baseline";
    SERIES_OWNER = "Ingen er ansvarlig for måleserien", "Ingen er ansvarleg for måleserien", "Nobody is responsible for the series";
    NO_FIGURE = "tall mangler|tall mangler", "tal manglar|tal manglar", "figure is missing|figures are missing";
    NO_ENTRY = "tall uten ferdig rapport|tall uten ferdig rapport", "tal utan ferdig rapport|tal utan ferdig rapport", "figure without a complete report|figures without a complete report";
    NO_DEADLINE = "Ingen frist", "Ingen frist", "No deadline";
    NO_STATUS = "Ingen status er meldt", "Ingen status er meldt", "No status is reported";
    NO_AMOUNT = "Beløp er ikke oppgitt", "Beløp er ikkje oppgitt", "No amount is given";
    EMPTY_GOAL = "Ingen parameter, krav eller oppdrag under målet", "Ingen parameter, krav eller oppdrag under målet", "No parameter, requirement or assignment under the goal";
    NOT_ATTACHED = "Ligger ikke i filen", "Ligg ikkje i fila", "Is not in the file";
}

#[cfg(test)]
mod tests {
    #[test]
    fn complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(super::TEXTS), [""; 0]);
    }
}
