//! The words of the table of assignments.

styrbord_app::texts! {
    PAGE = "Oppdrag", "Oppdrag", "Assignments";
    NUMBER = "Nr.", "Nr.", "No.";
    TITLE = "Oppdrag", "Oppdrag", "Assignment";
    GOAL = "Mål", "Mål", "Goal";
    STATUS = "Status", "Status", "Status";
    OWNER = "Ansvarlig", "Ansvarleg", "Responsible";
    NEXT = "Neste frist", "Neste frist", "Next deadline";
    ANY = "Alle", "Alle", "All";
    NOBODY = "Ingen", "Ingen", "Nobody";
    WORDS = "Søk i nummer og tittel", "Søk i nummer og tittel", "Search in number and title";
    ONLY_OVERDUE = "Bare frist ute", "Berre frist ute", "Only overdue";
    SHOW = "Vis", "Vis", "Show";
    ALL = "Vis alle", "Vis alle", "Show all";
    FOUND = "oppdrag|oppdrag", "oppdrag|oppdrag", "assignment|assignments";
    NONE = "Ingen oppdrag passer.", "Ingen oppdrag passar.", "No assignment fits.";
    OVERDUE = "ute", "ute", "passed";
    FILTER = "Velg oppdrag", "Vel oppdrag", "Choose assignments";
}

#[cfg(test)]
mod tests {
    #[test]
    fn complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(super::TEXTS), [""; 0]);
    }
}
