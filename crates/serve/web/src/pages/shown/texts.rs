//! The words of what was shown.

styrbord_app::texts! {
    NOTHING = "Det er ikke meldt noe ennå.", "Det er ikkje meldt noko enno.", "Nothing has been reported yet.";
    ERASED = "(slettet)", "(sletta)", "(erased)";
    GOAL = "Mål", "Mål", "Goal";
    LEAD = "Hovedansvar", "Hovudansvar", "Main responsibility";
    PARTNERS = "Sammen med", "Saman med", "Together with";
    IN_LETTER = "I brevet", "I brevet", "In the letter";
    WHEN = "Når", "Når", "When";
    STATUS = "Status", "Status", "Status";
    DELAY = "Grunn til forsinkelse", "Grunn til forseinking", "Reason for the delay";
    COMMENT = "Kommentar", "Kommentar", "Comment";
    DUE = "Frist", "Frist", "Deadline";
    DELIVERED = "Levert", "Levert", "Delivered";
    EVIDENCE = "Dokumentasjon", "Dokumentasjon", "Evidence";
    ACCEPTED = "godkjent", "godkjend", "accepted";
    RETURNED = "sendt tilbake", "send tilbake", "returned";
    WITHDRAWN = "trukket tilbake", "trekt tilbake", "withdrawn";
    MEETING = "Møte", "Møte", "Meeting";
    CALLED = "innkalt", "innkalla", "called";
    HELD = "holdt", "halde", "held";
    CANCELLED = "avlyst", "avlyst", "cancelled";
    SERIES = "Serie", "Serie", "Series";
    DEFINITION = "Definisjon", "Definisjon", "Definition";
    SOURCE = "Kilde", "Kjelde", "Source";
    TARGET = "Måltall", "Måltal", "Target";
    AT_LEAST = "minst", "minst", "at least";
    AT_MOST = "høyst", "høgst", "at most";
    EXACTLY = "nøyaktig", "nøyaktig", "exactly";
    FIGURE = "Verdi", "Verdi", "Figure";
    SUPPRESSED = "skjermet", "skjerma", "suppressed";
    UNCERTAINTY = "Usikkerhet", "Uvisse", "Uncertainty";
    PERIOD = "Periode", "Periode", "Period";
    DATA = "Data", "Data", "Data";
    ANALYSIS = "Analyse", "Analyse", "Analysis";
    ASSESSMENT = "Vurdering", "Vurdering", "Assessment";
    ALLOCATED = "Tildelt", "Tildelt", "Allocated";
    COMMITTED = "Bundet", "Bunde", "Committed";
    USED = "Brukt", "Brukt", "Used";
    FORECAST = "Prognose", "Prognose", "Forecast";
    EXPLANATION = "Forklaring på avvik", "Forklaring på avvik", "Explanation of variance";
    FORECAST_RESTS = "Prognosen bygger på", "Prognosen byggjer på", "The forecast rests on";
    LIMIT = "Ramme", "Ramme", "Limit";
    FOR = "Gjelder", "Gjeld", "For";
    PUBLISHED = "Publisert", "Publisert", "Published";
    FILE = "Fil", "Fil", "File";
}

#[cfg(test)]
mod tests {
    #[test]
    fn complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(super::TEXTS), [""; 0]);
    }
}
