//! The table of many letters: short heads over narrow columns.

texts! {
    LETTER = "Brev", "Brev", "Letter";
    YEAR = "År", "År", "Year";
    KIND = "Slag", "Slag", "Kind";
    AGENCY = "Etat", "Etat", "Agency";
    GOALS = "Mål", "Mål", "Goals";
    PARAMETERS = "SP", "SP", "SP";
    REQUIREMENTS = "Krav", "Krav", "Req.";
    ASSIGNMENTS = "Oppdrag", "Oppdrag", "Assign.";
    NEW = "Nye", "Nye", "New";
    DEADLINES = "Frister", "Fristar", "Deadl.";
    REPORTS = "Rapp.", "Rapp.", "Rep.";
    MEETINGS = "Møter", "Møte", "Meet.";
    DUTIES = "Plikter", "Plikter", "Duties";
    POSTS = "Poster", "Postar", "Posts";
    MONEY = "1000 kr", "1000 kr", "NOK 1000";
    ERRORS = "Feil", "Feil", "Err.";
    WARNINGS = "Adv.", "Åtv.", "Warn.";
    NOTES = "Merkn.", "Merkn.", "Notes";
    UNREAD = "Uforst.", "Uforst.", "Unread";
    TOTAL = "Sum", "Sum", "Total";

    ALLOCATION = "tildeling", "tildeling", "allocation";
    SUPPLEMENT = "tillegg", "tillegg", "supplement";
    INSTRUCTION = "instruks", "instruks", "instruction";
    OTHER = "annet", "anna", "other";

    LETTERS = "brev lest|brev lest", "brev lese|brev lesne", "letter read|letters read";
    FAILED = "fil ikke lest|filer ikke lest", "fil ikkje lesen|filer ikkje lesne", "file not read|files not read";
    DATA = "datafil utelatt|datafiler utelatt", "datafil utelaten|datafiler utelatne", "data file left out|data files left out";
    METHOD =
        "Talt etter metoden i `styrbord explain steering-counts`; et tilleggsbrev står med endringen, og er ikke med i summen av kroner.",
        "Talt etter metoden i `styrbord explain steering-counts`; eit tilleggsbrev står med endringa, og er ikkje med i summen av kroner.",
        "Counted by the method in `styrbord explain steering-counts`; a supplementary letter shows its change, and is not in the sum of kroner.";
    HIDDEN =
        "Ikke plass til kolonnene {}; --format csv har alle.",
        "Ikkje plass til kolonnane {}; --format csv har alle.",
        "No room for the columns {}; --format csv has all.";
}

use super::Text;
use styrbord_app::plan::LetterKind;

/// Returns the short name of a kind of letter.
pub(crate) fn kind(kind: LetterKind) -> Text {
    match kind {
        LetterKind::Allocation => ALLOCATION,
        LetterKind::Supplement => SUPPLEMENT,
        LetterKind::Instruction => INSTRUCTION,
        LetterKind::Other => OTHER,
    }
}
