//! What stops the program, and what to do about it.

texts! {
    PREFIX = "feil: {}", "feil: {}", "error: {}";
    WARNING_PREFIX = "advarsel: {}", "åtvaring: {}", "warning: {}";
    STANDARD_INPUT = "standard inn", "standard inn", "standard input";

    MISSING =
        "filen {} finnes ikke; se etter om navnet er rett, eller gi - for å lese fra standard inn",
        "fila {} finst ikkje; sjå etter om namnet er rett, eller gje - for å lese frå standard inn",
        "there is no file {}; check the name, or give - to read standard input";
    IS_FOLDER =
        "{} er en mappe; gi filen med brevet i",
        "{} er ei mappe; gje fila med brevet i",
        "{} is a folder; give the file with the letter in it";
    DENIED =
        "{} kan ikke leses fordi du mangler lesetilgang; be eieren av filen om tilgang",
        "{} kan ikkje lesast fordi du manglar lesetilgang; be eigaren av fila om tilgang",
        "{} cannot be read because you lack permission; ask its owner for access";
    UNREADABLE = "{} kan ikke leses", "{} kan ikkje lesast", "{} cannot be read";
    EMPTY =
        "{} er tom; gi en fil med teksten i brevet",
        "{} er tom; gje ei fil med teksten i brevet",
        "{} is empty; give a file with the letter's text";
    TOO_LARGE =
        "{} er på {}, mer enn grensen på {}; et brev er på noen hundre kB: er det rett fil?",
        "{} er på {}, meir enn grensa på {}; eit brev er på nokre hundre kB: er det rett fil?",
        "{} is {}, more than the limit of {}; a letter is a few hundred kB: is it the right file?";
    MEGABYTES = "{} MB", "{} MB", "{} MB";
    MEGABYTES_OVER = "over {} MB", "over {} MB", "over {} MB";
    UNSUPPORTED =
        "{} er en {}-fil, som ikke kan leses; lagre den som PDF eller Word (.docx) og kontroller den filen",
        "{} er ei {}-fil, som ikkje kan lesast; lagre ho som PDF eller Word (.docx) og kontroller den fila",
        "{} is a {} file, which is not read; save it as PDF or Word (.docx) and check that file";
    DAMAGED =
        "{} er en skadet {}-fil ({}); åpne den i programmet som laget den, lagre den på nytt og kontroller den filen",
        "{} er ei skadd {}-fil ({}); opne ho i programmet som laga ho, lagre ho på nytt og kontroller den fila",
        "{} is a damaged {} file ({}); open it in the program that made it, save it anew and check that";
    NO_TEXT =
        "{} har ingen tekst på noen av de {} sidene og er trolig skannet; kjør tekstgjenkjenning på den (for eksempel `ocrmypdf skannet.pdf brev.pdf`) eller be avsenderen om originalen",
        "{} har ingen tekst på nokon av dei {} sidene og er truleg skanna; køyr tekstattkjenning på ho (til dømes `ocrmypdf skanna.pdf brev.pdf`) eller be avsendaren om originalen",
        "{} has no text on any of its {} pages and is probably a scan; run text recognition on it (for example `ocrmypdf scan.pdf letter.pdf`) or ask the sender for the original";
    ENCRYPTED =
        "{} er en {}-fil med passord; lagre en kopi uten passord og kontroller den",
        "{} er ei {}-fil med passord; lagre ein kopi utan passord og kontroller den",
        "{} is a {} file with a password; save a copy without one and check that";
    TOO_MANY_PAGES =
        "{} har {} sider, mer enn grensen på {}; et brev har rundt 30: er det rett fil?",
        "{} har {} sider, meir enn grensa på {}; eit brev har rundt 30: er det rett fil?",
        "{} has {} pages, more than the limit of {}; a letter has some 30: is it the right file?";
    TOO_MUCH_INSIDE =
        "{} er en {}-fil som pakkes ut til mer enn noe brev inneholder; skriv den ut til en ny PDF og kontroller den",
        "{} er ei {}-fil som vert pakka ut til meir enn noko brev inneheld; skriv ho ut til ein ny PDF og kontroller den",
        "{} is a {} file that unpacks to more than any letter holds; print it to a new PDF and check that";
    BINARY =
        "{} er ikke tekst (byte {} har verdien {}); gi brevet som tekst eller Markdown",
        "{} er ikkje tekst (byte {} har verdien {}); gje brevet som tekst eller Markdown",
        "{} is not text (byte {} has the value {}); give the letter as text or Markdown";
    NOT_UTF8 =
        "{} er ikke UTF-8; lagre filen som UTF-8",
        "{} er ikkje UTF-8; lagre fila som UTF-8",
        "{} is not UTF-8; save the file as UTF-8";
    WRITING = "resultatet kan ikke skrives", "resultatet kan ikkje skrivast", "the result cannot be written";

    WRITING_FILE = "{} kan ikke skrives", "{} kan ikkje skrivast", "{} cannot be written";
    NO_FOLDER =
        "mappen {} finnes ikke; se etter om navnet er rett",
        "mappa {} finst ikkje; sjå etter om namnet er rett",
        "there is no folder {}; check the name";
    NO_FOLDER_BUT_FILE =
        "{} er en fil; gi mappen som brevene ligger i, eller bruk `styrbord check` på filen",
        "{} er ei fil; gje mappa som breva ligg i, eller bruk `styrbord check` på fila",
        "{} is a file; give the folder that the letters lie in, or use `styrbord check` on the file";
    FOLDER_UNREADABLE = "mappen {} kan ikke leses", "mappa {} kan ikkje lesast", "the folder {} cannot be read";
    FOLDER_EMPTY =
        "det ligger ingen filer i {}; gi mappen som brevene ligger i",
        "det ligg ingen filer i {}; gje mappa som breva ligg i",
        "there are no files in {}; give the folder that the letters lie in";
    NO_LETTER =
        "{} er lest, men ingen del av et tildelingsbrev er funnet i den; se med `styrbord compile` hva som er lest",
        "{} er lesen, men ingen del av eit tildelingsbrev er funnen i ho; sjå med `styrbord compile` kva som er lese",
        "{} was read, but no part of an allocation letter was found in it; see with `styrbord compile` what was read";
    THREADS =
        "systemet gir ingen tråder å arbeide i",
        "systemet gjev ingen trådar å arbeide i",
        "the system gives no threads to work in";
    INTERRUPTED =
        "avbrutt etter {} av {} filer; ingenting er skrevet",
        "avbroten etter {} av {} filer; ingenting er skrive",
        "interrupted after {} of {} files; nothing is written";

    ACCEPT_SYNTAX =
        "{}, linje {}: dette er ikke TOML ({})",
        "{}, linje {}: dette er ikkje TOML ({})",
        "{}, line {}: this is not TOML ({})";
    ACCEPT_UNKNOWN =
        "{}, linje {}: «{}» er ikke kjent; en oppføring begynner med [[accept]] og har feltene code, line, quote, reason, who og date",
        "{}, linje {}: «{}» er ikkje kjent; ei oppføring byrjar med [[accept]] og har felta code, line, quote, reason, who og date",
        "{}, line {}: “{}” is not known; an entry begins with [[accept]] and has the fields code, line, quote, reason, who and date";
    ACCEPT_MISSING =
        "{}, linje {}: oppføringen mangler {}; code, reason, who og date må fylles ut",
        "{}, linje {}: oppføringa manglar {}; code, reason, who og date må fyllast ut",
        "{}, line {}: the entry lacks {}; code, reason, who and date must be filled in";
    ACCEPT_WRONG =
        "{}, linje {}: {} skal være {}",
        "{}, linje {}: {} skal vere {}",
        "{}, line {}: {} should be {}";
    EXPECTED_TEXT = "en tekst i hermetegn", "ein tekst i hermeteikn", "a text in quotation marks";
    EXPECTED_LINE = "et linjenummer fra 1", "eit linjenummer frå 1", "a line number from 1";
    EXPECTED_DATE =
        "en dag som finnes, skrevet som \"2025-01-05\"",
        "ein dag som finst, skriven som \"2025-01-05\"",
        "a day that exists, written as \"2025-01-05\"";
    EXPECTED_ENTRIES = "en liste, skrevet som [[accept]]", "ei liste, skriven som [[accept]]", "a list, written as [[accept]]";
    ACCEPT_UNUSED =
        "{}, linje {}: ingen funn svarer til oppføringen om {}; ta den ut, eller rett code, line eller quote",
        "{}, linje {}: ingen funn svarar til oppføringa om {}; ta ho ut, eller rett code, line eller quote",
        "{}, line {}: no finding answers to the entry about {}; take it out, or correct code, line or quote";

    STDIN_TWICE =
        "- kan bare gis for ett brev; gi de andre som filer",
        "- kan berre gjevast for eitt brev; gje dei andre som filer",
        "- can be given for one letter only; give the others as files";
    NO_AMENDMENT =
        "{} er ikke et supplerende brev til {} for samme år, så det er ingen plan å slå sammen; se forskjellene uten --emit consolidated",
        "{} er ikkje eit supplerande brev til {} for same år, så det er ingen plan å slå saman; sjå skilnadene utan --emit consolidated",
        "{} is no supplementary letter to {} for the same year, so there is no plan to consolidate; see the differences without --emit consolidated";

    UNKNOWN_CODE =
        "det finnes ingen regel {}; `styrbord explain` viser alle",
        "det finst ingen regel {}; `styrbord explain` viser alle",
        "there is no rule {}; `styrbord explain` shows all";
    NEAREST_CODES =
        "det finnes ingen regel {}; mente du {}? `styrbord explain` viser alle",
        "det finst ingen regel {}; meinte du {}? `styrbord explain` viser alle",
        "there is no rule {}; did you mean {}? `styrbord explain` shows all";
    OR = " eller ", " eller ", " or ";

    CALL_VALUE =
        "{} skal være en av {}; fant {}",
        "{} skal vere ein av {}; fann {}",
        "{} should be one of {}; found {}";
    CALL_NOT_VALUE =
        "{} kan ikke være {}",
        "{} kan ikkje vere {}",
        "{} cannot be {}";
    CALL_NO_VALUE =
        "{} mangler en verdi",
        "{} manglar ein verdi",
        "{} lacks a value";
    CALL_UNKNOWN =
        "{} er ikke kjent her",
        "{} er ikkje kjent her",
        "{} is not known here";
    CALL_COMMAND =
        "det finnes ingen kommando {}",
        "det finst ingen kommando {}",
        "there is no command {}";
    CALL_MISSING =
        "{} mangler",
        "{} manglar",
        "{} is missing";
    CALL_REPEATED =
        "{} er gitt mer enn én gang",
        "{} er gjeve meir enn éin gong",
        "{} is given more than once";
    CALL_TOGETHER =
        "{} kan ikke brukes slik",
        "{} kan ikkje brukast slik",
        "{} cannot be used like this";
    CALL_OTHER = "kallet kan ikke tolkes", "kallet kan ikkje tolkast", "the call cannot be understood";
    DID_YOU_MEAN = "mente du {}?", "meinte du {}?", "did you mean {}?";
    SEE_HELP = "se {}", "sjå {}", "see {}";
}
