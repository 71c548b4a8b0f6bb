//! The help of the commands of the steering year.

texts! {
    ABOUT =
        "Følger et år: brev, tillegg, status, frister og neste år",
        "Følgjer eit år: brev, tillegg, status, fristar og neste år",
        "Follows a year: letters, supplements, status, deadlines and the next year";
    EXAMPLES = "\
Eksempler:
  styrbord year start tildelingsbrev.pdf
  styrbord year show
  styrbord year status assignment-7 on-track --comment \"Etter planen\"
  styrbord year amend tillegg-1.pdf
  styrbord year as-of 2025-06-01
  styrbord year open-next

Alt blir stående i journalen, med hvem, når og hvorfor.",
        "\
Døme:
  styrbord year start tildelingsbrev.pdf
  styrbord year show
  styrbord year status assignment-7 on-track --comment \"Etter planen\"
  styrbord year amend tillegg-1.pdf
  styrbord year as-of 2025-06-01
  styrbord year open-next

Alt blir ståande i journalen, med kven, når og kvifor.",
        "\
Examples:
  styrbord year start letter.pdf
  styrbord year show
  styrbord year status assignment-7 on-track --comment \"As planned\"
  styrbord year amend supplement-1.pdf
  styrbord year as-of 2025-06-01
  styrbord year open-next

Everything stays in the journal, with who, when and why.";
    KEPT =
        "Ingenting overskrives: det gamle står i historien.",
        "Ingenting blir skrive over: det gamle står i historia.",
        "Nothing is overwritten: the old stands in the history.";
    START =
        "Starter et år med tildelingsbrevet eller en plan som data",
        "Startar eit år med tildelingsbrevet eller ein plan som data",
        "Starts a year with the allocation letter or a plan as data";
    IMPORT =
        "Tar inn årets brev, første gang eller rettet; det folk har lagt til, blir stående",
        "Tek inn brevet for året, første gong eller retta; det folk har lagt til, blir ståande",
        "Takes the year's letter in, for the first time or corrected; what people added stays";
    AMEND =
        "Tar inn et tillegg, et rundskriv eller en bestilling, og viser bare endringene",
        "Tek inn eit tillegg, eit rundskriv eller ei bestilling, og viser berre endringane",
        "Takes in a supplement, circular or order, and shows only the changes";
    SHOW = "Viser året", "Viser året", "Shows the year";
    AS_OF = "Viser året slik det var en dag", "Viser året slik det var ein dag", "Shows the year as it was on a day";
    CHANGES =
        "Viser bare det et brev endret",
        "Viser berre det eit brev endra",
        "Shows only what a letter changed";
    HISTORY =
        "Viser alt som har hendt med én del",
        "Viser alt som har hendt med éin del",
        "Shows all that has happened to one part";
    DUE = "Viser hva som forfaller", "Viser kva som forfell", "Shows what is due";
    OPEN_NEXT =
        "Åpner neste år som planlagt, med det som står åpent",
        "Opnar neste år som planlagt, med det som står ope",
        "Opens the next year as planned, with what is open";
    STAGE =
        "Lar et planlagt år løpe, eller avslutter et år",
        "Lèt eit planlagt år løpe, eller avsluttar eit år",
        "Lets a planned year run, or closes a year";
    MET =
        "Sier at noe varslet er kommet",
        "Seier at noko varsla er kome",
        "Says that something announced has come";
    STATUS =
        "Melder hvor langt noe er kommet",
        "Melder kor langt noko er kome",
        "Reports how far something is";
    TAKE_BACK =
        "Tar tilbake den siste statusen, som ble meldt feil (--reason)",
        "Tek tilbake den siste statusen, som vart meld feil (--reason)",
        "Takes the last status back, which was reported wrongly (--reason)";
    OWNER = "Sier hvem som svarer for noe", "Seier kven som svarar for noko", "Says who answers for something";
    MOVE =
        "Flytter en frist som departementet har gått med på å flytte",
        "Flyttar ein frist som departementet har gått med på å flytte",
        "Moves a deadline that the ministry agreed to move";
    ADD_PERSON = "Registrerer en person", "Registrerer ein person", "Registers a person";
    DO =
        "Utfører en hvilken som helst kommando fra en JSON-fil",
        "Utfører ein kva som helst kommando frå ei JSON-fil",
        "Does any command from a JSON file";
    DB =
        "Databasen (vanlig: STYRBORD_DB, ellers styrbord.db)",
        "Databasen (vanleg: STYRBORD_DB, elles styrbord.db)",
        "The database (default: STYRBORD_DB, else styrbord.db)";
    AGENCY =
        "Virksomheten, når journalen har flere",
        "Verksemda, når journalen har fleire",
        "The agency, when the journal has several";
    YEAR =
        "Budsjettåret, når virksomheten har flere",
        "Budsjettåret, når verksemda har fleire",
        "The budget year, when the agency has several";
    AS = "Hvem som gjør det: navn eller id", "Kven som gjer det: namn eller id", "Who does it: name or id";
    ON =
        "Dagen det gjelder fra (vanlig: i dag, eller brevets dato)",
        "Dagen det gjeld frå (vanleg: i dag, eller datoen på brevet)",
        "The day from which it holds (default: today, or the letter's date)";
    REASON = "Hvorfor, med ord", "Kvifor, med ord", "Why, in words";
    DRY_RUN = "Viser hva som ville skje, og lagrer ingenting", "Viser kva som ville skje, og lagrar ingenting", "Shows what would happen, and keeps nothing";
    NOW =
        "Klokken, bare for simulerte år: 2025-03-01T09:00:00Z",
        "Klokka, berre for simulerte år: 2025-03-01T09:00:00Z",
        "The clock, for simulated years only: 2025-03-01T09:00:00Z";
    MINISTRY =
        "Departementet, når brevet ikke sier det",
        "Departementet, når brevet ikkje seier det",
        "The ministry, when the letter does not say it";
    PLANNED = "Året er bare planlagt", "Året er berre planlagt", "The year is only planned";
    SIMULATED =
        "Dataene er simulert og virksomheten oppdiktet; det vises overalt",
        "Dataa er simulerte og verksemda oppdikta; det blir vist overalt",
        "The data are simulated and the agency invented; it shows everywhere";
    KIND =
        "Hva det er, når det ikke sier det selv",
        "Kva det er, når det ikkje seier det sjølv",
        "What it is, when it does not say so itself";
    NUMBER = "Brevets eget nummer", "Nummeret på brevet", "The letter's own number";
    ANSWER =
        "Svar på et spørsmål: 3=assignment-7, 3=new eller 3=drop",
        "Svar på eit spørsmål: 3=assignment-7, 3=new eller 3=drop",
        "Answer to a question: 3=assignment-7, 3=new or 3=drop";
    ANSWERS = "Fil med svar, ett på hver linje", "Fil med svar, eitt på kvar linje", "File with answers, one on each line";
    MEETS =
        "Noe varslet som kommer med brevet",
        "Noko varsla som kjem med brevet",
        "Something announced that comes with the letter";
    DATE = "Dagen", "Dagen", "The day";
    BASIS =
        "known (vanlig): det som var kjent da; in-force: det som gjaldt da, slik vi vet det nå",
        "known (vanleg): det som var kjent då; in-force: det som galdt då, slik vi veit det no",
        "known (default): what was known then; in-force: what held then, as is known now";
    LETTER_ID = "Brevet, som letter-2", "Brevet, som letter-2", "The letter, as letter-2";
    OBJECT = "Delen, som assignment-7", "Delen, som assignment-7", "The part, as assignment-7";
    ANNOUNCEMENT = "Det som er varslet, som announcement-1", "Det som er varsla, som announcement-1", "What is announced, as announcement-1";
    DAYS = "Hvor mange dager fram (vanlig: 30)", "Kor mange dagar fram (vanleg: 30)", "How many days ahead (default: 30)";
    STAGE_NAME = "running eller closed", "running eller closed", "running or closed";
    STATUS_NAME =
        "not-started, on-track, at-risk, delayed, delivered, accepted eller cancelled",
        "not-started, on-track, at-risk, delayed, delivered, accepted eller cancelled",
        "not-started, on-track, at-risk, delayed, delivered, accepted or cancelled";
    COMMENT = "Med ord", "Med ord", "In words";
    DELAY =
        "Hvorfor det er sent",
        "Kvifor det er seint",
        "Why it is late";
    ACCEPTED_BY =
        "Brevet som departementet godtar det i",
        "Brevet som departementet godtek det i",
        "The letter by which the ministry accepts it";
    PERSON = "Navn eller id", "Namn eller id", "Name or id";
    DUE_KEY =
        "Hvilken av fristene, som 1 eller \"Del 2/1\"",
        "Kva for ein av fristane, som 1 eller \"Del 2/1\"",
        "Which of the deadlines, as 1 or \"Del 2/1\"";
    NEW_DATE = "Den nye fristen", "Den nye fristen", "The new deadline";
    AGREED_LETTER =
        "Brevet som flyttingen er avtalt i",
        "Brevet som flyttinga er avtalt i",
        "The letter in which the move is agreed";
    AGREED_WRITING =
        "Noe annet skriftlig som flyttingen er avtalt i",
        "Noko anna skriftleg som flyttinga er avtalt i",
        "Something else in writing in which the move is agreed";
    DATED = "Datoen på det", "Datoen på det", "Its date";
    NAME = "Navnet, som kan slettes igjen", "Namnet, som kan slettast att", "The name, which can be erased again";
    OF_MINISTRY =
        "Personen arbeider i departementet",
        "Personen arbeider i departementet",
        "The person works in the ministry";
    COMMAND_FILE =
        "Kommandoen som JSON",
        "Kommandoen som JSON",
        "The command as JSON";
}
