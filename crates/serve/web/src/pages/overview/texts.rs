//! The words of the overview.

styrbord_app::texts! {
    FROM = "Fra {}", "Frå {}", "From {}";
    ATTENTION = "Dette trenger noen nå", "Dette treng nokon no", "What needs somebody now";
    NOTHING = "Ingenting trenger deg nå.", "Ingenting treng deg no.", "Nothing needs you now.";
    MORE = "… og {} til", "… og {} til", "… and {} more";
    NEAR = "Frister de neste 30 dagene", "Fristar dei neste 30 dagane", "Deadlines in the next 30 days";
    FAR = "Deretter, innen 90 dager", "Deretter, innan 90 dagar", "After that, within 90 days";
    PASSED = "frist er ute|frister er ute", "frist er ute|fristar er ute", "deadline has passed|deadlines have passed";
    NO_DEADLINES = "Ingen frister.", "Ingen fristar.", "No deadlines.";
    WORKING = "helg eller helligdag: neste arbeidsdag er {}", "helg eller heilagdag: neste arbeidsdag er {}", "not a working day: the next one is {}";
    GOALS = "Mål og oppdrag", "Mål og oppdrag", "Goals and assignments";
    GOAL = "Mål", "Mål", "Goal";
    ASSIGNMENTS = "Oppdrag", "Oppdrag", "Assignments";
    OVERDUE = "Frist ute", "Frist ute", "Overdue";
    STATUS = "Status", "Status", "Status";
    MONEY = "Penger", "Pengar", "Money";
    POST = "Post", "Post", "Post";
    TITLE = "Betegnelse", "Nemning", "Title";
    AMOUNT = "Tildelt", "Tildelt", "Allocated";
    SUM = "Sum", "Sum", "Sum";
    SUM_SPENDING = "Sum utgifter", "Sum utgifter", "Sum of spending";
    SUM_INCOME = "Sum inntekter", "Sum inntekter", "Sum of incomes";
    NO_AMOUNT = "ikke oppgitt", "ikkje oppgitt", "not given";
    CHANGES = "Endret sist", "Endra sist", "Changed last";
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
