//! The Markdown report and the rule pages.

texts! {
    TITLE = "Punkter å avklare: {}", "Punkt å avklare: {}", "Points to clarify: {}";
    LETTER = "Brev", "Brev", "Letter";
    RESULT = "Resultat", "Resultat", "Result";
    ERRORS = "Feil", "Feil", "Errors";
    WARNINGS = "Advarsler", "Åtvaringar", "Warnings";
    NOTES = "Merknader", "Merknader", "Notes";
    ASK = "Å spørre om eller gjøre", "Å spørje om eller gjere", "To ask or do";
    ACCEPTED = "Godtatt", "Godteke", "Accepted";
    VERIFIED = "Kontrollert og i orden", "Kontrollert og i orden", "Verified";
    POINT = "Punkt", "Punkt", "Point";
    REASON = "Begrunnelse", "Grunngjeving", "Reason";
    WHO = "Hvem", "Kven", "Who";
    DATE = "Dato", "Dato", "Date";
    LINES = "Linjer", "Linjer", "Lines";
    WHAT = "Hva", "Kva", "What";
    NOTHING = "Ingen punkter å avklare.", "Ingen punkt å avklare.", "Nothing to clarify.";
}
