//! What `styrbord account` says, and its help.

texts! {
    ABOUT =
        "Oppretter og stenger brukere for nettsidene, og gir engangskoder",
        "Opprettar og stengjer brukarar for nettsidene, og gjev eingongskodar",
        "Makes and closes accounts for the pages, and gives one-time codes";
    EXAMPLES = "\
Eksempler:
  styrbord account add --db aar.db \"Kari Nordmann\" kari --operator
  styrbord account reset --db aar.db kari
  styrbord account list --db aar.db", "\
Døme:
  styrbord account add --db aar.db \"Kari Nordmann\" kari --operator
  styrbord account reset --db aar.db kari
  styrbord account list --db aar.db", "\
Examples:
  styrbord account add --db year.db \"Kari Nordmann\" kari --operator
  styrbord account reset --db year.db kari
  styrbord account list --db year.db";
    IN_HAND =
        "Den som har databasen i hånden, kan dette; på nettsidene trengs rollen administrator.",
        "Den som har databasen i handa, kan dette; på nettsidene trengst rolla administrator.",
        "Whoever has the database in hand may do this; on the pages it takes the role of administrator.";
    LIST = "Viser brukerne", "Viser brukarane", "Shows the accounts";
    ADD =
        "Oppretter en bruker for en person som er registrert, og skriver en engangskode",
        "Opprettar ein brukar for ein person som er registrert, og skriv ein eingongskode",
        "Makes an account for a person who is registered, and prints a one-time code";
    RESET =
        "Tar passordet fra en bruker, avslutter alle besøk og skriver en engangskode",
        "Tek passordet frå ein brukar, avsluttar alle besøk og skriv ein eingongskode",
        "Takes the password of an account away, ends all visits and prints a one-time code";
    CLOSE =
        "Fjerner en bruker; det personen har gjort, står i journalen",
        "Fjernar ein brukar; det personen har gjort, står i journalen",
        "Removes an account; what the person did stays in the journal";
    PERSON = "Personens id eller navn", "Id eller namn på personen", "Id or name of the person";
    LOGIN = "Brukernavnet", "Brukarnamnet", "The login";
    OPERATOR =
        "Brukeren skal drifte installasjonen: sikkerhetskopi og andres brukere",
        "Brukaren skal drifte installasjonen: tryggingskopi og brukarane til andre",
        "The account runs the installation: backup, and the accounts of others";
    PASSWORD_STDIN =
        "Leser passordet fra standard inn i stedet for å skrive en kode",
        "Les passordet frå standard inn i staden for å skrive ein kode",
        "Reads the password from standard input instead of printing a code";

    ADDED = "{} er opprettet for {}", "{} er oppretta for {}", "{} was made for {}";
    CODE =
        "Engangskode: {}  (gjelder i ett døgn; personen velger passord med den)",
        "Eingongskode: {}  (gjeld i eitt døgn; personen vel passord med han)",
        "One-time code: {}  (holds for a day; the person chooses a password with it)";
    CLOSED = "{} er stengt", "{} er stengd", "{} is closed";
    NONE = "Ingen har bruker ennå.", "Ingen har brukar enno.", "Nobody has an account yet.";
    NO_LOGIN = "ingen har brukernavnet {}", "ingen har brukarnamnet {}", "nobody has the login {}";
    RUNS = "drifter", "driftar", "operator";
    NO_PASSWORD = "venter på kode", "ventar på kode", "waits for a code";
}
