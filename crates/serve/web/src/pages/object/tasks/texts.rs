//! The words of the forms that are pages of their own.

styrbord_app::texts! {
    RESPONSIBLE = "Ansvar og samarbeid", "Ansvar og samarbeid", "Responsibility and partners";
    RESPONSIBLE_LEAD = "Det du lagrer, erstatter det som sto for samme frist eller for hele.", "Det du lagrar, erstattar det som stod for same frist eller for heile.", "What you save replaces what was said of the same deadline or of the whole.";
    MILESTONE = "Egen frist", "Eigen frist", "Milestone of our own";
    MILESTONE_LEAD = "En dag som virksomheten setter seg selv underveis. Fristen i brevet flyttes ikke, og departementet ser den ikke.", "Ein dag som verksemda set seg sjølv undervegs. Fristen i brevet blir ikkje flytta, og departementet ser han ikkje.", "A day that the agency sets itself on the way. The letter's deadline does not move, and the ministry does not see it.";
    SCHEDULE = "Sett dagene for det som gjentas", "Set dagane for det som kjem att", "Set the days of what recurs";
    SCHEDULE_LEAD = "Brevet sier at dette gjentas, men ikke på hvilke dager.", "Brevet seier at dette kjem att, men ikkje kva dagar.", "The letter says that this recurs, but not on which days.";
    WITH_REPORT = "Leveres med en rapport", "Blir levert med ein rapport", "Comes with a report";
    WITH_REPORT_LEAD = "Fristen følger da dagen til rapporten.", "Fristen følgjer då dagen til rapporten.", "The deadline then follows the day of the report.";
    WAITS = "Må vente på noe", "Må vente på noko", "Has to wait for something";
    WAITS_LEAD = "Velg det som må være ferdig først.", "Vel det som må vere ferdig først.", "Choose what has to be done first.";
    WAITS_NO_MORE = "Trenger ikke lenger vente", "Treng ikkje lenger vente", "No longer has to wait";
    WAITS_NO_MORE_LEAD = "Velg det som ikke lenger holder dette igjen.", "Vel det som ikkje lenger held dette att.", "Choose what no longer holds this up.";
    MATERIAL = "Vesentlighet", "Vesentlegheit", "Materiality";
    MATERIAL_LEAD = "Det som er vesentlig, går foran når det rapporteres.", "Det som er vesentleg, går føre når det blir rapportert.", "What is material goes first when it is reported.";
    TAKE_BACK = "Ta tilbake status", "Ta tilbake status", "Take a status back";
    TAKE_BACK_LEAD = "For en status som ble meldt feil. Det som gjaldt før den, gjelder igjen; begge står i historikken.", "For ein status som vart meld feil. Det som galdt før han, gjeld att; begge står i historikken.", "For a status that was reported wrongly. What held before it holds again; both stand in the history.";
    BACK_TO = "{} → {}", "{} → {}", "{} → {}";
    WHAT = "Hva som tas tilbake, og hva som da gjelder", "Kva som blir teke tilbake, og kva som då gjeld", "What is taken back, and what then holds";
    DUE = "Frist", "Frist", "Deadline";
    WHOLE = "Hele", "Heile", "The whole";
    OWNER = "Ansvarlig", "Ansvarleg", "Responsible";
    NOBODY = "Ingen", "Ingen", "Nobody";
    UNIT = "Enhet", "Eining", "Unit";
    NO_UNIT = "Ingen", "Ingen", "None";
    LEAD = "Hovedansvar", "Hovudansvar", "Main responsibility";
    OURSELVES = "Virksomheten selv", "Verksemda sjølv", "The agency itself";
    PARTNERS = "Sammen med", "Saman med", "Together with";
    WHICH = "Hvilken", "Kva for ein", "Which one";
    NEW_ONE = "En ny", "Ein ny", "A new one";
    TO_BE_DONE = "Hva som skal være gjort", "Kva som skal vere gjort", "What is to be done";
    DAY = "Dag", "Dag", "Day";
    DAY_HINT = "Som 31.12.2025", "Som 31.12.2025", "As 31.12.2025";
    STATE = "Hvor langt", "Kor langt", "How far";
    OPEN = "Gjenstår", "Står att", "To be reached";
    REACHED = "Nådd", "Nådd", "Reached";
    DROPPED = "Falt bort", "Falle bort", "Dropped";
    HOW_OFTEN = "Hvor ofte", "Kor ofte", "How often";
    FIRST_DAY = "Første dag", "Første dag", "First day";
    REPORT = "Rapport", "Rapport", "Report";
    WAITS_ON = "Hva det venter på", "Kva det ventar på", "What it waits for";
    IS_MATERIAL = "Vesentlig", "Vesentleg", "Material";
    NOT_MATERIAL = "Ikke vesentlig", "Ikkje vesentleg", "Not material";
    COMMENT = "Kommentar", "Kommentar", "Comment";
    REASON = "Begrunnelse", "Grunngiving", "Reason";
    ERASED = "(slettet)", "(sletta)", "(erased)";
}

#[cfg(test)]
mod tests {
    #[test]
    fn complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(super::TEXTS), [""; 0]);
    }
}
