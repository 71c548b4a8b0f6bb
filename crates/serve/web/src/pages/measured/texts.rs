//! The words of figures, targets and method cards.

styrbord_app::texts! {
    PERCENT = "prosent", "prosent", "percent";
    KRONER = "kroner", "kroner", "kroner";
    POINTS = "prosentpoeng", "prosentpoeng", "percentage points";
    STEPS = "trinn", "trinn", "steps";
    OF = "{} av {}", "{} av {}", "{} of {}";
    SUPPRESSED = "skjermet hos kilden", "skjerma hos kjelda", "suppressed at the source";
    AT_LEAST = "minst {}", "minst {}", "at least {}";
    AT_MOST = "høyst {}", "høgst {}", "at most {}";
    EXACTLY = "nøyaktig {}", "nøyaktig {}", "exactly {}";
    LEAST = "Minst", "Minst", "At least";
    MOST = "Høyst", "Høgst", "At most";
    JUST = "Nøyaktig", "Nøyaktig", "Exactly";
    MET = "nådd", "nådd", "met";
    NOT_MET = "ikke nådd", "ikkje nådd", "not met";
    INPUT = "Innsatsfaktorer", "Innsatsfaktorar", "Input";
    ACTIVITY = "Aktiviteter", "Aktivitetar", "Activities";
    OUTPUT = "Produkter og tjenester", "Produkt og tenester", "Products and services";
    USER_EFFECT = "Brukereffekter", "Brukareffektar", "Effects for users";
    SOCIETY_EFFECT = "Samfunnseffekter", "Samfunnseffektar", "Effects for society";
    HIGHER = "Høyere er bedre", "Høgare er betre", "Higher is better";
    LOWER = "Lavere er bedre", "Lågare er betre", "Lower is better";
    NEITHER = "Verken høyere eller lavere er bedre i seg selv", "Verken høgare eller lågare er betre i seg sjølv", "Neither is better by itself";
    YEARLY = "Hvert år", "Kvart år", "Every year";
    HALF_YEARLY = "Hvert halvår", "Kvart halvår", "Every half year";
    TERTIAL = "Hvert tertial", "Kvart tertial", "Every tertial";
    QUARTERLY = "Hvert kvartal", "Kvart kvartal", "Every quarter";
    MONTHLY = "Hver måned", "Kvar månad", "Every month";
    WEEKLY = "Hver uke", "Kvar veke", "Every week";
    FIGURES = "Tall", "Tal", "Figures";
    TARGET = "Mål", "Mål", "Target";
    BASELINE = "Utgangspunkt", "Utgangspunkt", "Baseline";
    BREAK = "Brudd", "Brot", "Break";
    PRELIMINARY = "foreløpig", "førebels", "preliminary";
    DESCRIBED = "Tall etter periode: {}.", "Tal etter periode: {}.", "Figures by period: {}.";
    TARGETS_ARE = "Mål: {}.", "Mål: {}.", "Targets: {}.";
    BREAKS_ARE = "Tallene kan ikke sammenlignes over {}.", "Tala kan ikkje samanliknast over {}.", "Figures are not comparable across {}.";
    NEXT = "Neste tall", "Neste tal", "Next figure";
    LATE = "Tall som mangler", "Tal som manglar", "Missing figures";
    MISSING = "Mangler: skulle foreligge {}", "Manglar: skulle liggje føre {}", "Missing: was due {}";
    MISSING_MANY = "{} mangler: det første skulle foreligge {}", "{} manglar: det første skulle liggje føre {}", "{} missing: the first was due {}";
    HOLLOW = "Tomme merker er foreløpige tall.", "Tomme merke er førebelse tal.", "Hollow markers are preliminary figures.";
}

#[cfg(test)]
mod tests {
    #[test]
    fn complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(super::TEXTS), [""; 0]);
    }
}
