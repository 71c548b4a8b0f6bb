//! The words of a letter that was sent in.

styrbord_app::texts! {
    TITLE = "Dette står i brevet", "Dette står i brevet", "What the letter says";
    FROM = "Fra {}", "Frå {}", "From {}";
    UNKNOWN = "(ikke funnet)", "(ikkje funne)", "(not found)";
    GOALS = "Mål", "Mål", "Goals";
    PARAMETERS = "Styringsparametere", "Styringsparametrar", "Steering parameters";
    ASSIGNMENTS = "Oppdrag", "Oppdrag", "Assignments";
    DEADLINES = "Frister for oppdrag", "Fristar for oppdrag", "Deadlines of assignments";
    SPREAD = "Første og siste frist", "Første og siste frist", "First and last deadline";
    MONEY = "Utgifter", "Utgifter", "Expenditure";
    REPORTS = "Rapporter", "Rapportar", "Reports";
    MEETINGS = "Møter", "Møte", "Meetings";
    DUTIES = "Plikter i løpende tekst", "Plikter i løpande tekst", "Duties in running text";
    DATED = "{}, av dem {} med dag", "{}, av dei {} med dag", "{}, of which {} with a day";
    FROM_TO = "{} – {}", "{} – {}", "{} – {}";
    FINDINGS = "Dette bør avklares", "Dette bør avklarast", "To be clarified";
    NO_FINDINGS = "Ingenting i brevet er i strid med noe annet.", "Ingenting i brevet er i strid med noko anna.", "Nothing in the letter clashes.";
    VERIFIED = "opplysning er kontrollert og stemmer|opplysninger er kontrollert og stemmer", "opplysning er kontrollert og stemmer|opplysningar er kontrollerte og stemmer", "fact was checked and agrees|facts were checked and agree";
    ERRORS = "feil|feil", "feil|feil", "error|errors";
    WARNINGS = "advarsel|advarsler", "åtvaring|åtvaringar", "warning|warnings";
    NOTES = "merknad|merknader", "merknad|merknader", "note|notes";
    LINE = "linje {}", "linje {}", "line {}";
    UNREAD = "Dette ble ikke forstått", "Dette vart ikkje forstått", "This was not understood";
    UNREAD_LEAD = "sted som ligner en del av planen, og som ingen regel leste. Se etter at ingenting viktig mangler.|steder som ligner deler av planen, og som ingen regel leste. Se etter at ingenting viktig mangler.", "stad som liknar ein del av planen, og som ingen regel las. Sjå etter at ikkje noko viktig manglar.|stader som liknar delar av planen, og som ingen regel las. Sjå etter at ikkje noko viktig manglar.", "place that looks like a part of the plan and that no rule read. See that nothing important is missing.|places that look like parts of the plan and that no rule read. See that nothing important is missing.";
    ALL_READ = "Alt som ligner en del av planen, er forstått.", "Alt som liknar ein del av planen, er forstått.", "All that looks like a part of the plan was understood.";
    START = "Start året", "Start året", "Start the year";
    GO_START = "Gå til «Start året»", "Gå til «Start året»", "Go to “Start the year”";
    START_LEAD = "Brevet blir planen for året. Du kan rette og utfylle siden; ingenting går tapt.", "Brevet blir planen for året. Du kan rette og fylle ut sidan; ingenting går tapt.", "The letter becomes the plan of the year. You can correct and complete it later; nothing is lost.";
    SIMULATED = "Dataene er simulert, og skal merkes slik", "Dataa er simulerte, og skal merkast slik", "The data are simulated and are to be labelled so";
    AGENCY = "Virksomheten", "Verksemda", "The agency";
    MINISTRY = "Departementet", "Departementet", "The ministry";
    YEAR = "Budsjettåret", "Budsjettåret", "The budget year";
    YEAR_WRONG = "Skriv året med fire sifre", "Skriv året med fire siffer", "Write the year with four digits";
    NOT_SAID = "Brevet sier det ikke selv.", "Brevet seier det ikkje sjølv.", "The letter does not say so itself.";
}

#[cfg(test)]
mod tests {
    #[test]
    fn complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(super::TEXTS), [""; 0]);
    }
}
