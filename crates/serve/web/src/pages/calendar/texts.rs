//! The words of the calendar.

styrbord_app::texts! {
    PAGE = "Kalender", "Kalender", "Calendar";
    PERSON = "Person", "Person", "Person";
    UNIT = "Enhet", "Eining", "Unit";
    KIND = "Hva", "Kva", "What";
    ALL = "Alle", "Alle", "All";
    SHOW = "Vis", "Vis", "Show";
    SHOW_ALL = "Vis alt", "Vis alt", "Show all";
    FILTER = "Velg hva som vises", "Vel kva som blir vist", "Choose what is shown";
    COUNT_DAY = "Telletidspunkt", "Teljetidspunkt", "Count date";
    OVERDUE = "Fristen er ute", "Fristen er ute", "Past the deadline";
    LATE = "fristen er ute", "fristen er ute", "past the deadline";
    ALL_LATE = "Alle der fristen er ute ({})", "Alle der fristen er ute ({})", "All that are past the deadline ({})";
    SPANS = "Hvilke dager", "Kva dagar", "Which days";
    AHEAD = "Neste 90 dager", "Neste 90 dagar", "Next 90 days";
    WHOLE_YEAR = "Hele året", "Heile året", "The whole year";
    WHOLE = "Hele {}", "Heile {}", "All of {}";
    EARLIER = "Tidligere: {}", "Tidlegare: {}", "Earlier: {}";
    LATER = "Senere: {}", "Seinare: {}", "Later: {}";
    NOTHING_HERE = "Ingenting faller på disse dagene. Velg en annen måned over.", "Ingenting fell på desse dagane. Vel ein annan månad over.", "Nothing falls on these days. Choose another month above.";
    NONE = "Ingen dager å vise. Velg noe annet over, eller se om brevet har frister.", "Ingen dagar å vise. Vel noko anna over, eller sjå om brevet har fristar.", "No days to show. Choose something else above, or see whether the letter has deadlines.";
    DAYS_OFF = "Helligdager", "Heilagdagar", "Public holidays";
    NOT_A_WORKING_DAY = "{}: neste virkedag er {}", "{}: neste yrkedag er {}", "{}: the next working day is {}";
    STAYS = "Fristen står der brevet har satt den. Når den faller på en helg eller helligdag, vises neste virkedag som et forslag.", "Fristen står der brevet har sett han. Når han fell på ei helg eller ein heilagdag, blir neste yrkedag vist som eit forslag.", "The deadline stays where the letter has set it. When it falls on a weekend or a holiday, the next working day is shown as a suggestion.";
    TO_CALENDAR = "Legg i kalenderen", "Legg i kalenderen", "Add to calendar";
    OF_WHAT = "{} {}", "{} {}", "{} {}";
    FEEDS = "Abonner på kalenderen", "Abonner på kalenderen", "Subscribe to the calendar";
    WHEEL = "Årshjul {}", "Årshjul {}", "Year wheel {}";
    WHEEL_SAYS = "Frister ytterst, rapporter innenfor, møter innerst. 1. januar er øverst, og året går med klokken. Tallene står også i tabellen.", "Fristar ytst, rapportar innanfor, møte inst. 1. januar er øvst, og året går med klokka. Tala står òg i tabellen.", "Deadlines outermost, reports inside them, meetings innermost. 1 January is at the top, and the year goes clockwise. The figures are in the table, too.";
    DEADLINES = "Frister", "Fristar", "Deadlines";
    REPORTS = "Rapporter", "Rapportar", "Reports";
    MEETINGS = "Møter", "Møte", "Meetings";
    MONTH = "Måned", "Månad", "Month";
    PER_MONTH = "Det som faller i hver måned", "Det som fell i kvar månad", "What falls in each month";
    OTHER_YEARS = "Andre år", "Andre år", "Other years";
    GRID = "{} som tabell", "{} som tabell", "{} as a table";
    WEEK = "Uke", "Veke", "Week";
    TODAY = "i dag", "i dag", "today";
    ANNOUNCED = "Varslet uten dag", "Varsla utan dag", "Announced without a day";
    EXPECTED = "ventet: {}", "venta: {}", "expected: {}";
    NO_MEETINGS = "Brevet nevner ingen møter.", "Brevet nemner ingen møte.", "The letter mentions no meetings.";
    COUNT_SAID = "{} i året", "{} i året", "{} a year";
    SAID = "Brevet sier: {}", "Brevet seier: {}", "The letter says: {}";
    RECORD = "Registrer møte", "Registrer møte", "Record a meeting";
    SITTING = "Møte {}", "Møte {}", "Meeting {}";
    NEW_SITTING = "Nytt møte ({})", "Nytt møte ({})", "New meeting ({})";
    WHICH = "Hvilket møte", "Kva møte", "Which meeting";
    STEP = "Hva har skjedd", "Kva har skjedd", "What has happened";
    CALLED = "Kalt inn", "Kalla inn", "Called";
    HELD = "Holdt", "Halde", "Held";
    MINUTES = "Referat sendt", "Referat sendt", "Minutes sent";
    CANCELLED = "Avlyst", "Avlyst", "Cancelled";
    DAY = "Dag", "Dag", "Day";
    DAY_HINT = "Som 31.12.2025. Trengs ikke når møtet avlyses.", "Som 31.12.2025. Trengst ikkje når møtet blir avlyst.", "As 31.12.2025. Not needed when the meeting is cancelled.";
    COMMENT = "Merknad", "Merknad", "Comment";
    COMMENT_HINT = "Må fylles ut når møtet avlyses.", "Må fyllast ut når møtet blir avlyst.", "Has to be filled in when the meeting is cancelled.";
    NO_SUCH_DAY = "Skriv dagen som 31.12.2025", "Skriv dagen som 31.12.2025", "Write the day as 31.12.2025";
    SAVE = "Lagre", "Lagre", "Save";
    BACK = "Tilbake til kalenderen", "Tilbake til kalenderen", "Back to the calendar";
    NOT_CALLED = "Ingen møter er kalt inn ennå.", "Ingen møte er kalla inn enno.", "No meetings have been called yet.";
    SIMULATED = "(simulert)", "(simulert)", "(simulated)";
    SIMULATED_SAYS = "Simulerte data: virksomheten og fristen er oppdiktet.", "Simulerte data: verksemda og fristen er dikta opp.", "Simulated data: the agency and the deadline are invented.";
    PRINTED = "I brevet: {}", "I brevet: {}", "In the letter: {}";
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_calendar_is_complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(super::TEXTS), [""; 0]);
    }
}
