//! The words of the overview.

styrbord_app::texts! {
    FROM = "Fra {}", "Frå {}", "From {}";
    ATTENTION = "Dette trenger deg nå", "Dette treng deg no", "What needs you now";
    OTHERS = "Dette trenger andre", "Dette treng andre", "What needs others";
    YOURS = "ditt ansvar", "ditt ansvar", "yours to answer for";
    NOTHING = "Ingenting trenger deg nå.", "Ingenting treng deg no.", "Nothing needs you now.";
    MORE = "… og {} til", "… og {} til", "… and {} more";
    NEAR = "Frister de neste 30 dagene", "Fristar dei neste 30 dagane", "Deadlines in the next 30 days";
    FAR = "Deretter, innen 90 dager", "Deretter, innan 90 dagar", "After that, within 90 days";
    PASSED = "frist er ute|frister er ute", "frist er ute|fristar er ute", "deadline has passed|deadlines have passed";
    NO_DEADLINES = "Ingen frister.", "Ingen fristar.", "No deadlines.";
    WORKING = "helg eller helligdag: neste arbeidsdag er {}", "helg eller heilagdag: neste arbeidsdag er {}", "not a working day: the next one is {}";
    IN_CALENDAR = "Alle i kalenderen", "Alle i kalenderen", "All in the calendar";
    GOALS = "Mål, styringsparametere og oppdrag", "Mål, styringsparametrar og oppdrag", "Goals, steering parameters and assignments";
    NO_GOALS = "Brevet har ingen mål.", "Brevet har ingen mål.", "The letter has no goals.";
    NO_GOAL = "Uten mål", "Utan mål", "Without a goal";
    OWN = "Egne indikatorer", "Eigne indikatorar", "Indicators of our own";
    ASSIGNMENTS = "oppdrag|oppdrag", "oppdrag|oppdrag", "assignment|assignments";
    OVERDUE = "frist er ute|frister er ute", "frist er ute|fristar er ute", "is overdue|are overdue";
    NO_PARAMETERS = "Ingen styringsparametere.", "Ingen styringsparametrar.", "No steering parameters.";
    PARAMETER = "Det som måles", "Det som blir målt", "What is measured";
    LATEST = "Siste tall", "Siste tal", "Latest figure";
    TARGET = "Mål", "Mål", "Target";
    TREND = "Utvikling", "Utvikling", "Trend";
    SAID = "Vurdering i rapporteringen", "Vurdering i rapporteringa", "Assessment as reported";
    NO_FIGURE = "Ingen tall ennå", "Ingen tal enno", "No figures yet";
    NO_TARGET = "ikke satt", "ikkje sett", "not set";
    NO_SERIES = "Ingen måler dette ennå.", "Ingen måler dette enno.", "Nobody measures this yet.";
    NOT_YOURS = "Andre har ansvar for tallene.", "Andre har ansvar for tala.", "Others answer for the figures.";
    SEE_PARAMETERS = "Alle mål og styringsparametere", "Alle mål og styringsparametrar", "All goals and steering parameters";
    MONEY = "Penger", "Pengar", "Money";
    POST = "Post", "Post", "Post";
    TITLE = "Betegnelse", "Nemning", "Title";
    AMOUNT = "Tildelt", "Tildelt", "Allocated";
    USED = "Brukt hittil", "Brukt hittil", "Used so far";
    SEE_MONEY = "Alt om pengene", "Alt om pengane", "All about the money";
    SUM = "Sum", "Sum", "Sum";
    SUM_SPENDING = "Sum utgifter", "Sum utgifter", "Sum of spending";
    SUM_INCOME = "Sum inntekter", "Sum inntekter", "Sum of incomes";
    NO_AMOUNT = "ikke oppgitt", "ikkje oppgitt", "not given";
    CHANGES = "Endret sist", "Endra sist", "Changed last";
    NEWS = "Endret siden sist", "Endra sidan sist", "Changed since last time";
    SINCE = "Det andre har gjort siden du logget inn {}.", "Det andre har gjort sidan du logga inn {}.", "What others did since you logged in {}.";
    NOTHING_NEW = "Ingen andre har endret noe siden du logget inn {}.", "Ingen andre har endra noko sidan du logga inn {}.", "Nobody else has changed anything since you logged in {}.";
    AND_MORE = "og {} til", "og {} til", "and {} more";
    OPERATOR = "Drift", "Drift", "Operator";
    HISTORY = "Se historikken", "Sjå historikken", "See the history";
    NO_CHANGES = "Ingen har meldt noe ennå.", "Ingen har meldt noko enno.", "Nobody has reported anything yet.";
    COVERAGE = "Alt i brevet, og hva som mangler", "Alt i brevet, og kva som manglar", "Everything in the letter, and what is missing";
    SEE = "Alle oppdragene", "Alle oppdraga", "All assignments";
}

#[cfg(test)]
mod tests {
    #[test]
    fn complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(super::TEXTS), [""; 0]);
    }
}
