//! The words of the search.

styrbord_app::texts! {
    TITLE = "Søk i året", "Søk i året", "Search the year";
    TITLE_ALL = "Søk i alle år", "Søk i alle år", "Search all years";
    HELP = "Skriv ord, numre som 2025-01 eller 671.60, eller beløp i søkefeltet øverst. Bokmål og nynorsk finner hverandre.", "Skriv ord, nummer som 2025-01 eller 671.60, eller beløp i søkjefeltet øvst. Bokmål og nynorsk finn kvarandre.", "Type words, numbers such as 2025-01 or 671.60, or amounts in the search field at the top. Bokmål and nynorsk find each other.";
    FOUND = "treff|treff", "treff|treff", "hit|hits";
    NONE = "Ingen treff på «{}».", "Ingen treff på «{}».", "No hit for “{}”.";
    TRY = "Prøv heller:", "Prøv heller:", "Try instead:";
    ADVICE = "Prøv færre eller kortere ord, eller et nummer.", "Prøv færre eller kortare ord, eller eit nummer.", "Try fewer or shorter words, or a number.";
    ALL = "Vis alle", "Vis alle", "Show all";
    WIDE = "Vis alle slags treff", "Vis alle slags treff", "Show hits of every kind";
    GOALS = "Mål", "Mål", "Goals";
    PARAMETERS = "Styringsparametere og krav", "Styringsparametrar og krav", "Steering parameters and requirements";
    ASSIGNMENTS = "Oppdrag", "Oppdrag", "Assignments";
    DUTIES = "Plikter i løpende tekst", "Plikter i løpande tekst", "Duties in running text";
    REPORTS = "Rapporter", "Rapportar", "Reports";
    MEETINGS = "Møter", "Møte", "Meetings";
    MONEY = "Penger", "Pengar", "Money";
    OTHER = "Annet i brevene", "Anna i breva", "Other in the letters";
    SAID = "Kommentarer og rapportering", "Kommentarar og rapportering", "Comments and reports";
    LINE = "linje {}", "linje {}", "line {}";
    LINES = "Linjer i brevene", "Linjer i breva", "Lines of the letters";
}

#[cfg(test)]
mod tests {
    #[test]
    fn complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(super::TEXTS), [""; 0]);
    }
}
