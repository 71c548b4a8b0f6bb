//! The words of the table of assignments, of its lists and of its timeline.

styrbord_app::texts! {
    PAGE = "Oppdrag", "Oppdrag", "Assignments";
    NUMBER = "Nr.", "Nr.", "No.";
    TITLE = "Oppdrag", "Oppdrag", "Assignment";
    GOAL = "Mål", "Mål", "Goal";
    STATUS = "Status", "Status", "Status";
    UNIT = "Enhet", "Eining", "Unit";
    OWNER = "Ansvarlig", "Ansvarleg", "Responsible";
    NEXT = "Neste frist", "Neste frist", "Next deadline";
    RESEARCH = "FoU", "FoU", "R&D";
    ID = "Id", "Id", "Id";
    VERSION = "Versjon", "Versjon", "Version";
    COMMENT = "Kommentar", "Kommentar", "Comment";
    COMMENT_HINT = "Trengs når noe er forsinket, avlyst eller åpnes igjen.", "Trengst når noko er forseinka, avlyst eller blir opna igjen.", "Needed when something is delayed, cancelled or reopened.";
    DELAY = "Grunn til forsinkelse", "Grunn til forseinking", "Reason for a delay";
    NO_DELAY = "Ingen", "Ingen", "None";
    YES = "ja", "ja", "yes";
    ANY = "Alle", "Alle", "All";
    NOBODY = "Ingen", "Ingen", "Nobody";
    UNCHANGED = "Som nå", "Som no", "As it is";
    WORDS = "Søk i nummer og tittel", "Søk i nummer og tittel", "Search in number and title";
    FROM = "Frist fra", "Frist frå", "Deadline from";
    TO = "Frist til", "Frist til", "Deadline to";
    ONLY_OVERDUE = "Bare der fristen er ute", "Berre der fristen er ute", "Only past the deadline";
    ONLY_RESEARCH = "Bare FoU", "Berre FoU", "Only R&D";
    ONLY_MINE = "Bare mine og min enhets", "Berre mine og eininga mi sine", "Only mine and my unit's";
    SHOW = "Vis", "Vis", "Show";
    ALL = "Vis alle", "Vis alle", "Show all";
    FOUND = "oppdrag|oppdrag", "oppdrag|oppdrag", "assignment|assignments";
    NONE = "Ingen oppdrag passer.", "Ingen oppdrag passar.", "No assignment fits.";
    OVERDUE = "fristen er ute", "fristen er ute", "past the deadline";
    FILTER = "Velg oppdrag", "Vel oppdrag", "Choose assignments";
    AS_CSV = "Last ned som CSV", "Last ned som CSV", "Download as CSV";
    AS_XLSX = "Last ned som XLSX", "Last ned som XLSX", "Download as XLSX";
    IMPORT = "Ta inn en liste", "Ta inn ei liste", "Take in a list";
    NO_NUMBER = "uten nr.", "utan nr.", "no number";
    TIMELINE = "Tidslinje", "Tidslinje", "Timeline";
    PICK = "Velg", "Vel", "Choose";
    SET = "Endre de valgte", "Endre dei valde", "Change those chosen";
    SET_HELP = "Hvert oppdrag endres for seg. Det som ikke går, blir stående valgt.", "Kvart oppdrag blir endra for seg. Det som ikkje går, blir ståande valt.", "Each assignment is changed on its own. What cannot be done stays chosen.";
    SAVE = "Lagre", "Lagre", "Save";
    PICK_ONE = "Velg minst ett oppdrag", "Vel minst eitt oppdrag", "Choose at least one assignment";
    SET_ONE = "Velg hva som skal endres", "Vel kva som skal endrast", "Choose what is to be changed";
    STATUS_FIRST = "Ingen har meldt status. Velg en status sammen med kommentaren", "Ingen har meldt status. Vel ein status saman med kommentaren", "Nobody has reported a status. Choose one with the comment";
    PART_DONE = "Ansvarlig eller enhet ble lagret, status ikke.", "Ansvarleg eller eining vart lagra, status ikkje.", "Who is responsible was saved, the status was not.";
    DONE = "Endret: {}.", "Endra: {}.", "Changed: {}.";
    REFUSED = "Ikke endret: {}", "Ikkje endra: {}", "Not changed: {}";
    IMPORT_LEAD = "Last ned listen, endre enhet, ansvarlig, status eller kommentar, og ta den inn igjen her. Du ser hva som blir endret før noe lagres. Andre kolonner leses ikke.", "Last ned lista, endre eining, ansvarleg, status eller kommentar, og ta henne inn igjen her. Du ser kva som blir endra før noko blir lagra. Andre kolonnar blir ikkje lesne.", "Download the list, change unit, who is responsible, status or comment, and take it in again here. You see what will change before anything is saved. Other columns are not read.";
    FILE = "Liste", "Liste", "List";
    FILE_HINT = "CSV eller XLSX, lastet ned fra oppdragene.", "CSV eller XLSX, lasta ned frå oppdraga.", "CSV or XLSX, downloaded from the assignments.";
    READ = "Se hva som blir endret", "Sjå kva som blir endra", "See what will change";
    CHANGES = "Dette blir endret", "Dette blir endra", "This will change";
    NO_CHANGES = "Ingenting blir endret.", "Ingenting blir endra.", "Nothing will change.";
    CONFLICTS = "Endret av andre siden listen ble laget", "Endra av andre sidan lista vart laga", "Changed by others since the list was made";
    CONFLICTS_HELP = "Disse blir stående som de er her. Last ned listen på nytt, eller endre dem på oppdragets side.", "Desse blir ståande som dei er her. Last ned lista på nytt, eller endre dei på sida til oppdraget.", "These stay as they are here. Download the list again, or change them on the assignment's page.";
    PROBLEMS = "Dette er ikke forstått og blir ikke endret", "Dette er ikkje forstått og blir ikkje endra", "This is not understood and will not change";
    SAME = "rad som før|rader som før", "rad som før|rader som før", "row as before|rows as before";
    ROW = "Rad", "Rad", "Row";
    FIELD = "Felt", "Felt", "Field";
    BEFORE = "Her nå", "Her no", "Here now";
    AFTER = "I listen", "I lista", "In the list";
    CONFIRM = "Lagre endringene", "Lagre endringane", "Save the changes";
    AT_CELL = "Rad {}, kolonnen «{}»: {}", "Rad {}, kolonnen «{}»: {}", "Row {}, column “{}”: {}";
    AT_ROW = "Rad {}: {}", "Rad {}: {}", "Row {}: {}";
    AT_SHEET = "Arket «{}»: {}", "Arket «{}»: {}", "Sheet “{}”: {}";
    UNKNOWN = "«{}» er ikke kjent her", "«{}» er ikkje kjent her", "“{}” is not known here";
    TWICE = "«{}» står to ganger", "«{}» står to gonger", "“{}” is there twice";
    STAYS = "kan ikke gjøres tom", "kan ikkje gjerast tom", "cannot be made empty";
    STATUS_FIRST_AT = "«{}» trenger en status", "«{}» treng ein status", "“{}” needs a status";
    NOT_A_SHEET = "Filen er verken CSV eller XLSX", "Fila er verken CSV eller XLSX", "The file is neither CSV nor XLSX";
    TOO_LARGE = "Filen er større enn en liste over oppdrag", "Fila er større enn ei liste over oppdrag", "The file is larger than a list of assignments";
    TOO_MANY = "Listen endrer {} oppdrag. Ta høyst {} om gangen, med korte kommentarer", "Lista endrar {} oppdrag. Ta høgst {} om gongen, med korte kommentarar", "The list changes {} assignments. Take at most {} at a time, with short comments";
    EMPTY_FILE = "Filen er tom", "Fila er tom", "The file is empty";
    NO_COLUMN = "kolonnen mangler", "kolonnen manglar", "the column is missing";
    TWO_COLUMNS = "to kolonner har denne overskriften", "to kolonnar har denne overskrifta", "two columns have this heading";
    OPEN_QUOTE = "et anførselstegn er ikke lukket", "eit hermeteikn er ikkje lukka", "a quotation mark is not closed";
    NOT_TEXT = "«{}» er ikke tekst", "«{}» er ikkje tekst", "“{}” is not text";
    NOT_A_NUMBER = "«{}» er ikke et helt tall", "«{}» er ikkje eit heilt tal", "“{}” is not a whole number";
    TABLE = "Vis som tabell", "Vis som tabell", "Show as a table";
    TIMELINE_LEAD = "Hver dag er en frist for et oppdrag eller en del av det. ✓ levert, ? kan bli forsinket, ! forsinket eller fristen er ute, × avlyst.", "Kvar dag er ein frist for eit oppdrag eller ein del av det. ✓ levert, ? kan bli forseinka, ! forseinka eller fristen er ute, × avlyst.", "Each day is a deadline of an assignment or a part of it. ✓ delivered, ? may be delayed, ! delayed or passed, × cancelled.";
    MONTHS = "jan. feb. mars april mai juni juli aug. sep. okt. nov. des.", "jan. feb. mars april mai juni juli aug. sep. okt. nov. des.", "Jan. Feb. March April May June July Aug. Sep. Oct. Nov. Dec.";
    OTHER_TIME = "Ellers", "Elles", "Otherwise";
    NO_DAY = "ingen dag", "ingen dag", "no day";
    NOW = "nå", "no", "now";
}

#[cfg(test)]
mod tests {
    #[test]
    fn complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(super::TEXTS), [""; 0]);
    }
}
