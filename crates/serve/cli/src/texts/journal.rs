//! What `styrbord journal` says, and its help.

texts! {
    ABOUT =
        "Kontrollerer, kopierer, flytter og gjenoppretter journalen, der alt som skjer i året, står",
        "Kontrollerer, kopierer, flyttar og gjenopprettar journalen, der alt som skjer i året, står",
        "Verifies, copies, moves and restores the journal, which holds all that happens in the year";
    EXAMPLES = "\
Eksempler:
  styrbord journal verify --db aar.db
  styrbord journal backup --db aar.db kopi.db
  styrbord journal restore --db aar.db kopi.db --force
  styrbord journal export --db aar.db -o aar.jsonl
  styrbord journal import --db ny.db aar.jsonl",
        "\
Døme:
  styrbord journal verify --db aar.db
  styrbord journal backup --db aar.db kopi.db
  styrbord journal restore --db aar.db kopi.db --force
  styrbord journal export --db aar.db -o aar.jsonl
  styrbord journal import --db ny.db aar.jsonl",
        "\
Examples:
  styrbord journal verify --db year.db
  styrbord journal backup --db year.db copy.db
  styrbord journal restore --db year.db copy.db --force
  styrbord journal export --db year.db -o year.jsonl
  styrbord journal import --db new.db year.jsonl";
    KEPT =
        "Poster endres og fjernes aldri. Navn og lange tekster kan slettes; en kopi fra før slettingen har dem ennå.",
        "Postar blir aldri endra eller fjerna. Namn og lange tekstar kan slettast; ein kopi frå før slettinga har dei enno.",
        "Records are never changed or removed. Names and long texts can be erased; a copy from before that still has them.";
    DB =
        "Databasen: en fil, eller adressen til en PostgreSQL-server",
        "Databasen: ei fil, eller adressa til ein PostgreSQL-tenar",
        "The database: a file, or the address of a PostgreSQL server";
    VERIFY =
        "Leser alt og sier om noe er endret, borte eller byttet om, og hvor",
        "Les alt og seier om noko er endra, borte eller bytt om, og kvar",
        "Reads everything and says whether anything is changed, gone or swapped, and where";
    EXPORT =
        "Skriver hele journalen som JSON-linjer",
        "Skriv heile journalen som JSON-linjer",
        "Writes the whole journal as JSON lines";
    IMPORT =
        "Fyller en ny database med det som er eksportert: alt eller ingenting",
        "Fyller ein ny database med det som er eksportert: alt eller ingenting",
        "Fills a new database with what was exported: all of it or nothing";
    BACKUP =
        "Kopierer journalen til en fil mens andre arbeider, og kontrollerer den underveis",
        "Kopierer journalen til ei fil medan andre arbeider, og kontrollerer han undervegs",
        "Copies the journal to a file while others work, and verifies it on the way";
    RESTORE =
        "Henter journalen tilbake fra en slik fil, som kontrolleres først",
        "Hentar journalen tilbake frå ei slik fil, som blir kontrollert først",
        "Brings the journal back from such a file, which is verified first";
    REPLAY =
        "Bygger tilstanden opp igjen fra første post, og sier hva den ble",
        "Byggjer tilstanden opp att frå første post, og seier kva han vart",
        "Builds the state anew from the first record, and says what it is";
    LINES_FILE =
        "Filen som er eksportert; - er standard inn",
        "Fila som er eksportert; - er standard inn",
        "The file that was exported; - is standard input";
    BACKUP_FILE = "Filen som skal lages", "Fila som skal lagast", "The file to be made";
    RESTORE_FILE = "Kopien", "Kopien", "The copy";
    BACKUP_FORCE =
        "Erstatter filen når den finnes",
        "Erstattar fila når ho finst",
        "Replaces the file when there is one";
    RESTORE_FORCE =
        "Erstatter databasen når den finnes; ingen andre må bruke den",
        "Erstattar databasen når han finst; ingen andre må bruke han",
        "Replaces the database when there is one; nobody else may be using it";

    IN_ORDER =
        "Journalen er i orden: {}.",
        "Journalen er i orden: {}.",
        "The journal is in order: {}.";
    NOT_IN_ORDER =
        "Journalen er ikke i orden. Lest uten feil: {}.",
        "Journalen er ikkje i orden. Lese utan feil: {}.",
        "The journal is not in order. Read without fault: {}.";
    RECORD = "post|poster", "post|postar", "record|records";
    TEXT = "tekst|tekster", "tekst|tekstar", "text|texts";
    ERASED = " ({} slettet)", " ({} sletta)", " ({} erased)";
    ATTACHMENT = "vedlegg|vedlegg", "vedlegg|vedlegg", "attachment|attachments";
    YEAR = "år|år", "år|år", "year|years";
    LAST = "Siste post: {}", "Siste post: {}", "Last record: {}";
    COPIED = "{}: {}, kontrollert.", "{}: {}, kontrollert.", "{}: {}, verified.";
    REPLAYED = "{} og {} på {} s.", "{} og {} på {} s.", "{} and {} in {} s.";
    STATE = "Tilstand: {}", "Tilstand: {}", "State: {}";
    READING_RECORDS = "poster", "postar", "records";
    READING_TEXTS = "tekster", "tekstar", "texts";
    READING_ATTACHMENTS = "vedlegg", "vedlegg", "attachments";
}
