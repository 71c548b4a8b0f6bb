//! The words of the audit and of the history of a year.

styrbord_app::texts! {
    AUDIT = "Sporing", "Sporing", "Audit";
    AUDIT_LEAD = "Hvem som gjorde hva, når og hvorfor. Linjene endres aldri.", "Kven som gjorde kva, når og kvifor. Linjene blir aldri endra.", "Who did what, when and why. The lines never change.";
    HISTORY = "Historikk", "Historikk", "History";
    HISTORY_LEAD = "Alt som er gjort i dette året, det siste først.", "Alt som er gjort i dette året, det siste først.", "All that was done in this year, the latest first.";
    FILTER = "Velg linjer", "Vel linjer", "Choose lines";
    WHO = "Hvem", "Kven", "Who";
    ANYBODY = "Alle", "Alle", "Everybody";
    UNKNOWN = "Ikke kjent", "Ikkje kjent", "Not known";
    OPERATOR = "Drift", "Drift", "Operator";
    WHERE = "Hvor", "Kvar", "Where";
    EVERYWHERE = "Overalt", "Overalt", "Everywhere";
    DIRECTORY = "Folk og virksomheter", "Folk og verksemder", "People and organisations";
    ABOUT = "Om", "Om", "About";
    ABOUT_HINT = "Slutten av adressen til siden, som person-3.", "Slutten av adressa til sida, som person-3.", "The end of the page's address, as person-3.";
    ABOUT_HINT_YEAR = "Slutten av adressen til siden, som assignment-7.", "Slutten av adressa til sida, som assignment-7.", "The end of the page's address, as assignment-7.";
    NO_SUCH_THING = "Skriv det slik det står i adressen til siden, som person-3. Noe i et år krever at året er valgt", "Skriv det slik det står i adressa til sida, som person-3. Noko i eit år krev at året er valt", "Write it as the address of its page has it, as person-3. Something in a year needs the year to be chosen";
    NO_DAY = "Skriv en dag som 31.12.2025", "Skriv ein dag som 31.12.2025", "Write a day as 31.12.2025";
    FROM = "Fra og med", "Frå og med", "From";
    TO = "Til og med", "Til og med", "Up to";
    SHOW = "Vis", "Vis", "Show";
    ALL = "Vis alt", "Vis alt", "Show all";
    AS_SHEET = "Last ned som CSV", "Last ned som CSV", "Download as CSV";
    NUMBER = "Nr.", "Nr.", "No.";
    WHEN = "Når", "Når", "When";
    HOLDS_FROM = "Gjelder fra", "Gjeld frå", "Holds from";
    WHAT = "Hva", "Kva", "What";
    KIND = "Hendelse", "Hending", "Event";
    WHY = "Hvorfor", "Kvifor", "Why";
    LINES = "{} linjer på denne siden", "{} linjer på denne sida", "{} lines on this page";
    NONE = "Ingen linjer passer.", "Ingen linjer passar.", "No lines match.";
    OLDER = "Vis eldre linjer", "Vis eldre linjer", "Show older lines";
    ERASED = "(slettet)", "(sletta)", "(erased)";
    INSTALLATION = "Installasjonen", "Installasjonen", "The installation";
}

#[cfg(test)]
mod tests {
    #[test]
    fn complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(super::TEXTS), [""; 0]);
    }
}
