//! The words of the page of a steering parameter.

styrbord_app::texts! {
    SERIES = "Serie", "Serie", "Series";
    IN_LETTER = "I brevet", "I brevet", "In the letter";
    LINE = "linje {}", "linje {}", "line {}";
    GONE = "Et senere brev har tatt dette bort.", "Eit seinare brev har teke dette bort.", "A later letter took this away.";
    PLAN_PAGE = "Slik det står i planen", "Slik det står i planen", "As it stands in the plan";
    ALL_SERIES = "Hører til {}", "Høyrer til {}", "Belongs to {}";
    ALL_PARAMETERS = "Alle mål og styringsparametere", "Alle mål og styringsparametrar", "All goals and steering parameters";
    NO_SERIES = "Ingen måler dette ennå. En serie begynner med et metodekort som sier hva som telles, hvor tallene kommer fra og hvor ofte.", "Ingen måler dette enno. Ein serie begynner med eit metodekort som seier kva som blir talt, kvar tala kjem frå og kor ofte.", "Nobody measures this yet. A series begins with a method card that says what is counted, where the figures come from and how often.";
    SEVERAL = "Hver definisjon er en egen serie. Tall fra ulike serier skal ikke settes sammen.", "Kvar definisjon er ein eigen serie. Tal frå ulike seriar skal ikkje setjast saman.", "Each definition is a series of its own. Figures of different series are not to be put together.";
    HIDDEN = "Serier som andre har ansvar for: {}.", "Seriar som andre har ansvar for: {}.", "Series that others answer for: {}.";
    DEFINE = "Definer en serie", "Definer ein serie", "Define a series";
    ENDED = "avsluttet", "avslutta", "ended";
    STANDS = "Slik står det", "Slik står det", "How it stands";
    LATEST = "Siste tall", "Siste tal", "Latest figure";
    TARGET = "Mål", "Mål", "Target";
    TO_TARGET = "Mot målet", "Mot målet", "Against the target";
    FROM_BASELINE = "Fra utgangspunktet", "Frå utgangspunktet", "From the baseline";
    NOT_COMPARABLE = "ikke sammenlignbart, tallene er brutt", "ikkje samanliknbart, tala er brotne", "not comparable, there is a break";
    STATUS = "Status", "Status", "Status";
    CHART = "Diagram", "Diagram", "Chart";
    FIGURES = "Tall", "Tal", "Figures";
    NO_FIGURES = "Ingen tall er registrert ennå.", "Ingen tal er registrerte enno.", "No figures are recorded yet.";
    PERIOD = "Periode", "Periode", "Period";
    FIGURE = "Tall", "Tal", "Figure";
    STATE = "Tallet er", "Talet er", "The figure is";
    PRELIMINARY = "foreløpig", "førebels", "preliminary";
    FINAL = "endelig", "endeleg", "final";
    DIFFERENCE = "Avvik", "Avvik", "Difference";
    COUNTED = "Telt", "Talt", "Counted";
    SOURCE = "Kilde", "Kjelde", "Source";
    EVIDENCE = "Grunnlag", "Grunnlag", "Evidence";
    CHANGES = "Endre", "Endre", "Change";
    CORRECT = "Rett", "Rett", "Correct";
    WITHDRAW = "Trekk tilbake", "Trekk tilbake", "Withdraw";
    TARGETS = "Mål gjennom tiden", "Mål gjennom tida", "Targets through time";
    NO_TARGETS = "Det er ikke satt noe mål.", "Det er ikkje sett noko mål.", "No target is set.";
    SET_BY = "Satt av", "Sett av", "Set by";
    SINCE = "gjelder videre fra {}", "gjeld vidare frå {}", "holds on from {}";
    FROM_DAY = "Fra", "Frå", "From";
    WHO = "Registrert av", "Registrert av", "Recorded by";
    WHY = "Hvorfor", "Kvifor", "Why";
    SUPERSEDED = "erstattet", "erstatta", "superseded";
    DROPPED = "gitt opp", "gitt opp", "given up";
    REVISE_TARGET = "Sett nytt", "Set nytt", "Set another";
    DROP = "Gi opp", "Gi opp", "Give up";
    CARD = "Metodekort", "Metodekort", "Method card";
    DEFINITION = "Definisjon", "Definisjon", "Definition";
    POPULATION = "Populasjon", "Populasjon", "Population";
    UNIT = "Enhet", "Eining", "Unit";
    STAGE = "Ledd i resultatkjeden", "Ledd i resultatkjeda", "Stage in the result chain";
    BETTER = "Retning", "Retning", "Direction";
    FREQUENCY = "Hvor ofte", "Kor ofte", "How often";
    NO_RHYTHM = "ingen fast rytme", "ingen fast rytme", "no fixed rhythm";
    FIRST_IS = "første periode begynner {}", "første periode byrjar {}", "the first period begins {}";
    LAG_IS = "tallet skal foreligge {} dager etter periodens slutt", "talet skal liggje føre {} dagar etter slutten på perioden", "the figure is due {} days after the period ends";
    OWNER = "Ansvarlig for tallene", "Ansvarleg for tala", "Answers for the figures";
    NOBODY = "ingen", "ingen", "nobody";
    BASELINE = "Utgangspunkt", "Utgangspunkt", "Baseline";
    NO_BASELINE = "ikke satt", "ikkje sett", "not set";
    UNCERTAINTY = "Usikkerhet", "Uvisse", "Uncertainty";
    BREAKS = "Brudd i sammenlignbarheten", "Brot i samanliknbarheita", "Breaks in comparability";
    RECORD = "Registrer et tall", "Registrer eit tal", "Record a figure";
    SET_TARGET = "Sett et mål", "Set eit mål", "Set a target";
    REVISE_CARD = "Endre metodekortet", "Endre metodekortet", "Revise the method card";
    MARK_BREAK = "Merk et brudd", "Merk eit brot", "Mark a break";
    CLOSE = "Avslutt serien", "Avslutt serien", "End the series";
    TASKS = "Gjøremål for {}", "Gjeremål for {}", "What to do with {}";
    HISTORY = "Historikk", "Historikk", "History";
    ERASED = "(slettet)", "(sletta)", "(erased)";
    OPERATOR = "driftsansvarlig", "driftsansvarleg", "the operator";
    DEFINED = "Serien ble definert", "Serien vart definert", "The series was defined";
    REVISED = "Metodekortet ble endret", "Metodekortet vart endra", "The method card was revised";
    BROKEN = "Brudd fra {}", "Brot frå {}", "Break from {}";
    TARGET_FOR = "Mål for {}: {}", "Mål for {}: {}", "Target for {}: {}";
    FIGURE_FOR = "Tall for {}: {}", "Tal for {}: {}", "Figure for {}: {}";
    WITHDRAWN = "trukket tilbake", "trekt tilbake", "withdrawn";
    CLOSED = "Serien ble avsluttet", "Serien vart avslutta", "The series was ended";
    ENTRIES = "Rapportering", "Rapportering", "Reporting";
    NO_ENTRIES = "Ingenting er skrevet ennå: data, analyse og vurdering for en periode.", "Ingenting er skrive enno: data, analyse og vurdering for ein periode.", "Nothing is written yet: data, analysis and assessment of a period.";
    WRITE = "Skriv for en periode", "Skriv for ein periode", "Write for a period";
    DATA = "Data", "Data", "Data";
    ANALYSIS = "Analyse", "Analyse", "Analysis";
    ASSESSMENT = "Vurdering", "Vurdering", "Assessment";
    NOT_WRITTEN = "ikke skrevet", "ikkje skrive", "not written";
    DRAFT = "utkast", "utkast", "draft";
    COMPLETE = "ferdig", "ferdig", "complete";
    EDIT = "Skriv", "Skriv", "Write";
    MARK_COMPLETE = "Merk som ferdig", "Merk som ferdig", "Mark as complete";
    REOPEN = "Åpne igjen", "Opne igjen", "Open again";
    WRITTEN = "Skrevet", "Skrive", "Written";
    COMPLETED = "Merket som ferdig", "Merkt som ferdig", "Marked as complete";
    REOPENED = "Åpnet igjen", "Opna igjen", "Opened again";
}

#[cfg(test)]
mod tests {
    #[test]
    fn complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(super::TEXTS), [""; 0]);
    }
}
