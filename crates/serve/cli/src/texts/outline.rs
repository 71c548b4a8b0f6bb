//! The plan and the layout as an outline.

texts! {
    GOALS = "Mål", "Mål", "Goals";
    OTHER_PARAMETERS = "Styringsparametere uten mål", "Styringsparametrar utan mål", "Steering parameters without a goal";
    OTHER_REQUIREMENTS = "Resultatkrav uten mål", "Resultatkrav utan mål", "Requirements without a goal";
    ASSIGNMENTS = "Oppdrag", "Oppdrag", "Assignments";
    BUDGET = "Tildeling", "Tildeling", "Budget";
    REPORTS = "Rapporter", "Rapportar", "Reports";
    MEETINGS = "Møter", "Møte", "Meetings";
    DUTIES = "Plikter i løpende tekst", "Plikter i løpande tekst", "Duties in running text";
    ANNOUNCEMENTS = "Varslede oppdrag", "Varsla oppdrag", "Announcements";
    AUTHORISATIONS = "Fullmakter", "Fullmakter", "Authorisations";
    DIRECTIONS = "Fellesføringer", "Fellesføringar", "Common directions";
    ATTACHMENTS = "Vedlegg", "Vedlegg", "Attachments";
    NOT_UNDERSTOOD = "Ikke forstått", "Ikkje forstått", "Not understood";

    FROM_BEFORE = "fra før", "frå før", "from before";
    WITHHELD = "unntatt offentlighet", "unnateke frå offentlegheit", "withheld";
    RESEARCH = "FoU", "FoU", "research";
    PARTLY_RESEARCH = "delvis FoU", "delvis FoU", "partly research";
    LEAD = "ansvar {}", "ansvar {}", "lead {}";
    PARTNERS = "sammen med {}", "saman med {}", "with {}";
    MEASURE = "tiltak {}", "tiltak {}", "measure {}";
    MEASURE_OF = "tiltak {} i {}", "tiltak {} i {}", "measure {} of {}";
    FUNDING = "{} i {}", "{} i {}", "{} in {}";
    ESTIMATE = "anslag {} for {}–{}", "anslag {} for {}–{}", "estimate {} for {}–{}";
    DEADLINE = "frist", "frist", "deadline";
    SUPERSEDED = "gammel frist", "gammal frist", "old deadline";
    ONGOING = "løpende", "løpande", "ongoing";
    RECURRING = "gjentas", "går att", "recurring";
    IN_REPORT = "i rapport", "i rapport", "in a report";
    PERIOD = "periode til {}", "periode til {}", "period ending {}";
    INVALID = "finnes ikke som dato", "finst ikkje som dato", "no such date";
    NO_DEADLINE = "uten frist", "utan frist", "without a deadline";
    YEARLY = "årlig", "årleg", "yearly";
    HALF_YEARLY = "halvårlig", "halvårleg", "half-yearly";
    TERTIAL = "tertialvis", "tertialvis", "each tertial";
    QUARTERLY = "kvartalsvis", "kvartalsvis", "quarterly";
    MONTHLY = "månedlig", "månadleg", "monthly";
    WEEKLY = "ukentlig", "vekentleg", "weekly";
    PREVIOUS = "før {}", "før {}", "before {}";
    CHANGE = "endring {}", "endring {}", "change {}";
    APPROPRIATION = "bevilget {}", "løyvd {}", "appropriated {}";
    SHARE = "herav {} til etaten", "av dette {} til etaten", "of which {} for the agency";
    STATED_SUM = "sum i brevet {}", "sum i brevet {}", "sum in the letter {}";
    COUNTED = "telles {}", "tel per {}", "counted {}";
    DUE = "frist {}", "frist {}", "due {}";
    EXPECTED = "ventet {}", "venta {}", "expected {}";
    LIMIT = "grense {}", "grense {}", "limit {}";
    ABSENT = "ikke i filen", "ikkje i fila", "not in the file";

    HEADING = "overskrift", "overskrift", "heading";
    PARAGRAPH = "avsnitt", "avsnitt", "paragraph";
    ITEM = "punkt", "punkt", "item";
    TABLE = "tabell", "tabell", "table";
    TABLE_SIZE = "{} rader, {} kolonner", "{} rader, {} kolonnar", "{} rows, {} columns";
    ROW = "rad", "rad", "row";
    CONTENTS = "innholdsliste", "innhaldsliste", "contents";
    NOTE = "note", "note", "note";
    FURNITURE = "topp/bunn", "topp/botn", "header/footer";
}
