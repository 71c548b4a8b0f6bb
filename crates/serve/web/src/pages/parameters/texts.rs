//! The words of the page of goals and parameters.

styrbord_app::texts! {
    PAGE = "Mål og styringsparametere", "Mål og styringsparametrar", "Goals and steering parameters";
    NO_GOALS = "Brevet har verken mål eller styringsparametere. Du kan likevel følge egne indikatorer.", "Brevet har verken mål eller styringsparametrar. Du kan likevel følgje eigne indikatorar.", "The letter has neither goals nor steering parameters. You can still follow indicators of your own.";
    NO_PARAMETERS = "Brevet har ingen styringsparametere for dette målet.", "Brevet har ingen styringsparametrar for dette målet.", "The letter has no steering parameters for this goal.";
    WITHOUT_GOAL = "Uten mål", "Utan mål", "Without a goal";
    OWN = "Egne indikatorer", "Eigne indikatorar", "Indicators of our own";
    DEFINE_OWN = "Definer en egen indikator", "Definer ein eigen indikator", "Define an indicator of our own";
    PARAMETER = "Det som måles", "Det som blir målt", "What is measured";
    LATEST = "Siste tall", "Siste tal", "Latest figure";
    TARGET = "Mål", "Mål", "Target";
    STATUS = "Mot målet", "Mot målet", "Against the target";
    TREND = "Utvikling", "Utvikling", "Trend";
    COUNTED = "Målt", "Målt", "Measured";
    NEXT = "Neste tall", "Neste tal", "Next figure";
    NO_TARGET = "ikke satt", "ikkje sett", "not set";
    NO_FIGURE = "Ingen tall ennå", "Ingen tal enno", "No figures yet";
    NO_SERIES = "Ingen måler dette ennå.", "Ingen måler dette enno.", "Nobody measures this yet.";
    DEFINE = "Definer en serie", "Definer ein serie", "Define a series";
    NOT_YOURS = "Andre har ansvar for tallene.", "Andre har ansvar for tala.", "Others answer for the figures.";
    ENDED = "avsluttet", "avslutta", "ended";
    REQUIREMENTS = "Resultatkrav", "Resultatkrav", "Requirements";
    ASSIGNMENTS = "oppdrag|oppdrag", "oppdrag|oppdrag", "assignment|assignments";
    MEASURED_AT = "{} (telt {})", "{} (telt {})", "{} (counted {})";
    TABLE = "Styringsparametere og resultatkrav under {}", "Styringsparametrar og resultatkrav under {}", "Steering parameters and requirements under {}";
}

#[cfg(test)]
mod tests {
    #[test]
    fn complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(super::TEXTS), [""; 0]);
    }
}
