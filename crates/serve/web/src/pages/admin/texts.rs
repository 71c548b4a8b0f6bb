//! The words of administration.

use styrbord_app::texts::Text;

styrbord_app::texts! {
    ADMINISTRATION = "Administrasjon", "Administrasjon", "Administration";
    PEOPLE = "Folk", "Folk", "People";
    PEOPLE_LEAD = "Hvem som arbeider hvor, rollene de har, og kontoene deres.", "Kven som arbeider kvar, rollene dei har, og kontoane deira.", "Who works where, the roles that they have, and their accounts.";
    UNITS = "Enheter", "Einingar", "Units";
    UNITS_LEAD = "Avdelinger, seksjoner og team.", "Avdelingar, seksjonar og team.", "Departments, sections and teams.";
    ORGANISATIONS = "Virksomheter", "Verksemder", "Organisations";
    ORGANISATIONS_LEAD = "Virksomheter, departementer og de som tar del i oppdrag.", "Verksemder, departement og dei som tek del i oppdrag.", "Agencies, ministries and those who take part in assignments.";
    AUDIT = "Sporing", "Sporing", "Audit";
    AUDIT_LEAD = "Hvem som gjorde hva, når og hvorfor.", "Kven som gjorde kva, når og kvifor.", "Who did what, when and why.";
    BACKUP = "Drift", "Drift", "Operation";
    BACKUP_LEAD = "Kontroll, sikkerhetskopi og versjon.", "Kontroll, tryggingskopi og versjon.", "Verification, backup and version.";
    NAME = "Navn", "Namn", "Name";
    ORGANISATION = "Virksomhet", "Verksemd", "Organisation";
    UNIT = "Enhet", "Eining", "Unit";
    ROLES = "Roller", "Roller", "Roles";
    ACCOUNT = "Konto", "Konto", "Account";
    STATE = "Tilstand", "Tilstand", "State";
    ACTIVE = "Aktiv", "Aktiv", "Active";
    INACTIVE = "Ikke aktiv", "Ikkje aktiv", "Not active";
    YES = "ja", "ja", "yes";
    NO = "nei", "nei", "no";
    SEARCH = "Søk etter navn, enhet eller rolle", "Søk etter namn, eining eller rolle", "Search by name, unit or role";
    SHOW = "Vis", "Vis", "Show";
    ALL = "Vis alle", "Vis alle", "Show all";
    PERSON = "person|personer", "person|personar", "person|people";
    NOBODY = "Ingen passer.", "Ingen passar.", "Nobody matches.";
    REGISTER_PERSON = "Registrer en person", "Registrer ein person", "Register a person";
    REGISTER_PERSON_LEAD = "Roller og konto gir du på personens egen side.", "Roller og konto gjev du på personens eiga side.", "You give roles and account on the person's own page.";
    REGISTER = "Registrer", "Registrer", "Register";
    SAVE = "Lagre", "Lagre", "Save";
    SAVED = "Lagret.", "Lagra.", "Saved.";
    EMAIL = "E-post", "E-post", "E-mail";
    PHONE = "Telefon", "Telefon", "Telephone";
    CHANGE_NAME = "Rett navnet", "Rett namnet", "Correct the name";
    CONTACT = "Endre kontaktopplysninger", "Endre kontaktopplysningar", "Change the contact";
    MOVE_PERSON = "Flytt personen", "Flytt personen", "Move the person";
    PLACE = "Arbeider i", "Arbeider i", "Works in";
    MOVE = "Flytt", "Flytt", "Move";
    MOVE_HELP = "Til en annen virksomhet mister personen rollene i den gamle.", "Til ei anna verksemd mistar personen rollene i den gamle.", "By moving to another organisation the person loses the roles in the old one.";
    ROLE = "Rolle", "Rolle", "Role";
    ROLE_AT = "For", "For", "For";
    LAST_DAY = "Til og med", "Til og med", "Until";
    LAST_DAY_HINT = "Som 31.12.2026. Uten dag har rollen ingen slutt.", "Som 31.12.2026. Utan dag har rolla ingen slutt.", "As 31.12.2026. Without a day the role has no end.";
    NO_DAY = "Skriv en dag som 31.12.2026", "Skriv ein dag som 31.12.2026", "Write a day as 31.12.2026";
    WHY = "Hvorfor", "Kvifor", "Why";
    WHY_HINT = "Står i sporingen. Skriv ingenting fortrolig.", "Står i sporinga. Skriv ikkje noko fortruleg.", "Stands in the audit. Write nothing confidential.";
    GIVE = "Gi en rolle", "Gje ei rolle", "Give a role";
    GIVE_BUTTON = "Gi rollen", "Gje rolla", "Give the role";
    TAKE = "Ta fra", "Ta frå", "Take";
    SINCE = "fra {}", "frå {}", "since {}";
    NO_ROLES = "Ingen roller.", "Inga roller.", "No roles.";
    ROLE_GIVEN = "Rollen er gitt.", "Rolla er gitt.", "The role was given.";
    ROLE_TAKEN = "Rollen er tatt fra.", "Rolla er teken frå.", "The role was taken.";
    LOGIN = "Brukernavn", "Brukarnamn", "Login";
    LOGIN_HINT = "For eksempel e-postadressen på jobben.", "Til dømes e-postadressa på jobben.", "For example the work e-mail address.";
    PASSWORD = "Passord", "Passord", "Password";
    HAS_PASSWORD = "valgt", "valt", "chosen";
    NO_PASSWORD = "ikke valgt", "ikkje valt", "not chosen";
    WAITS_FOR_CODE = "ikke valgt; engangskoden gjelder til {}", "ikkje valt; eingongskoden gjeld til {}", "not chosen; the one-time code holds until {}";
    VISITED = "Sist logget inn", "Sist logga inn", "Last logged in";
    NEVER = "aldri", "aldri", "never";
    SESSIONS = "Besøk som er i gang", "Besøk som er i gang", "Sessions";
    OPERATOR = "Driver installasjonen", "Driv installasjonen", "Runs the installation";
    NO_ACCOUNT = "Personen har ingen konto.", "Personen har ingen konto.", "The person has no account.";
    MAKE_ACCOUNT = "Lag konto", "Lag konto", "Make an account";
    RESET = "Ny engangskode", "Ny eingongskode", "New one-time code";
    END_SESSIONS = "Logg ut overalt", "Logg ut overalt", "End all sessions";
    SESSIONS_ENDED = "Personen er logget ut overalt.", "Personen er logga ut overalt.", "The person was logged out everywhere.";
    CLOSE = "Lukk kontoen", "Lukk kontoen", "Close the account";
    ACCOUNT_CLOSED = "Kontoen er lukket.", "Kontoen er lukka.", "The account was closed.";
    MAKE_OPERATOR = "La personen drive installasjonen", "Lat personen drive installasjonen", "Let the person run the installation";
    NO_OPERATOR = "Ta driften fra personen", "Ta drifta frå personen", "Let the person no longer run the installation";
    DEACTIVATE = "Deaktiver", "Deaktiver", "Deactivate";
    DEACTIVATED = "Personen er deaktivert.", "Personen er deaktivert.", "The person was deactivated.";
    REACTIVATE = "Aktiver igjen", "Aktiver att", "Reactivate";
    REACTIVATED = "Personen er aktiv igjen.", "Personen er aktiv att.", "The person is active again.";
    ERASE = "Slett personopplysninger", "Slett personopplysningar", "Erase personal data";
    WAS_ERASED = "Navn og kontaktopplysninger er slettet.", "Namn og kontaktopplysningar er sletta.", "Name and contact were erased.";
    ERASED_NOTE = "Navn og kontaktopplysninger er slettet. Det personen gjorde, står igjen med nummeret i stedet for navnet.", "Namn og kontaktopplysningar er sletta. Det personen gjorde, står att med nummeret i staden for namnet.", "Name and contact were erased. What the person did stays, with the number instead of the name.";
    HISTORY = "Hva som er gjort med personen", "Kva som er gjort med personen", "What was done to the person";
    MORE = "Mer", "Meir", "More";
    CANCEL = "Avbryt", "Avbryt", "Cancel";
    HAPPENS = "Dette skjer", "Dette skjer", "This will happen";
    DEACTIVATE_ASK = "Deaktivere {}?", "Deaktivere {}?", "Deactivate {}?";
    ERASE_ASK = "Slette personopplysningene om {}?", "Slette personopplysningane om {}?", "Erase the personal data of {}?";
    RESET_ASK = "Gi {} en ny engangskode?", "Gje {} ein ny eingongskode?", "Give {} a new one-time code?";
    CLOSE_ASK = "Lukke kontoen til {}?", "Lukke kontoen til {}?", "Close the account of {}?";
    OPERATOR_ASK = "La {} drive installasjonen?", "Lat {} drive installasjonen?", "Let {} run the installation?";
    NO_OPERATOR_ASK = "Ta driften av installasjonen fra {}?", "Ta drifta av installasjonen frå {}?", "Let {} no longer run the installation?";
    OUT_AT_ONCE = "Personen logges ut overalt med det samme.", "Personen blir logga ut overalt med det same.", "The person is logged out everywhere at once.";
    KEYS_GONE = "Nøkler og kalenderadresser slutter å virke og kan ikke hentes tilbake.", "Nøklar og kalenderadresser sluttar å verke og kan ikkje hentast tilbake.", "Tokens and calendar feeds stop working and cannot be brought back.";
    ROLES_STAY = "Rollene ligger klare til personen eventuelt aktiveres igjen.", "Rollene ligg klare til personen eventuelt blir aktivert att.", "The roles stay for the day on which the person is reactivated.";
    NAMES_GONE = "Alle navn, e-postadresser og telefonnumre personen har hatt, slettes for godt.", "Alle namn, e-postadresser og telefonnummer personen har hatt, blir sletta for godt.", "All names, e-mail addresses and telephone numbers that the person has had are erased for good.";
    DEEDS_STAY = "Det personen har gjort, står igjen med nummeret i stedet for navnet.", "Det personen har gjort, står att med nummeret i staden for namnet.", "What the person did stays, with the number instead of the name.";
    ACCOUNT_GOES = "Kontoen lukkes.", "Kontoen blir lukka.", "The account is closed.";
    COPIES_STAY = "Sikkerhetskopier fra før slettingen har opplysningene ennå. De må slettes eller skiftes ut for seg.", "Tryggingskopiar frå før slettinga har opplysningane enno. Dei må slettast eller skiftast ut for seg.", "Backups from before still hold the data. They have to be removed or replaced on their own.";
    NO_WAY_BACK = "Dette kan ikke gjøres om.", "Dette kan ikkje gjerast om.", "This cannot be undone.";
    OLD_PASSWORD_GONE = "Passordet personen har, slutter å gjelde.", "Passordet personen har, sluttar å gjelde.", "The password that the person has no longer holds.";
    CODE_COMES = "Du får en kode å gi videre. Den gjelder i ett døgn.", "Du får ein kode å gje vidare. Han gjeld i eitt døgn.", "You get a code to hand over. It holds for a day.";
    PERSON_STAYS = "Personen, rollene og det personen har gjort, blir stående.", "Personen, rollene og det personen har gjort, blir ståande.", "The person, the roles and what the person did stay.";
    OPERATOR_MEANS = "Den som driver installasjonen, ser og endrer alle personer og virksomheter, og henter ut sikkerhetskopier.", "Den som driv installasjonen, ser og endrar alle personar og verksemder, og hentar ut tryggingskopiar.", "Whoever runs the installation sees and changes all people and organisations, and takes backups.";
    SOMEBODY_STAYS = "Noen må alltid drive den.", "Nokon må alltid drive han.", "Somebody always has to run it.";
    CODE_FOR = "Engangskode for {}", "Eingongskode for {}", "One-time code for {}";
    CODE_LEAD = "Gi brukernavn og kode til personen selv, helst muntlig. Med dem velger personen et passord.", "Gje brukarnamn og kode til personen sjølv, helst munnleg. Med dei vel personen eit passord.", "Hand login and code over to the person, best by word of mouth. With them the person chooses a password.";
    CODE_AT = "Side", "Side", "Page";
    CODE = "Engangskode", "Eingongskode", "One-time code";
    SHOWN_ONCE = "Koden vises bare denne ene gangen. Er den borte, lager du en ny.", "Koden blir berre vist denne eine gongen. Er han borte, lagar du ein ny.", "The code is shown this once only. If it is lost, make a new one.";
    BACK_TO_PERSON = "Tilbake til personen", "Tilbake til personen", "Back to the person";
    UNIT_NAME = "Navn på enheten", "Namn på eininga", "Name of the unit";
    ABOVE = "Ligger under", "Ligg under", "Lies under";
    ADD_UNIT = "Legg til en enhet", "Legg til ei eining", "Add a unit";
    ADD = "Legg til", "Legg til", "Add";
    NO_UNITS = "Ingen enheter ennå.", "Inga einingar enno.", "No units yet.";
    CHANGE_UNIT = "Endre enheten", "Endre eininga", "Change the unit";
    CLOSE_UNIT = "Legg ned enheten", "Legg ned eininga", "Close the unit";
    CLOSE_UNIT_ASK = "Legge ned {}?", "Leggje ned {}?", "Close {}?";
    CLOSED_UNIT = "Enheten er lagt ned.", "Eininga er lagd ned.", "The unit was closed.";
    UNIT_GONE = "Ingen kan lenger flyttes hit eller få roller her.", "Ingen kan lenger flyttast hit eller få roller her.", "Nobody can be moved here or given roles here any longer.";
    UNIT_HISTORY_STAYS = "Det enheten har hatt ansvar for, blir stående.", "Det eininga har hatt ansvar for, blir ståande.", "What the unit answered for stays.";
    UNIT_EMPTY_FIRST = "Folk, roller og enheter under den må flyttes først.", "Folk, roller og einingar under ho må flyttast først.", "People, roles and units below it have to be moved first.";
    PEOPLE_HERE = "Folk i enheten", "Folk i eininga", "People in the unit";
    NOBODY_HERE = "Ingen arbeider her.", "Ingen arbeider her.", "Nobody works here.";
    KIND = "Slag", "Slag", "Kind";
    SHORT_NAME = "Kortnavn", "Kortnamn", "Short name";
    NUMBER = "Organisasjonsnummer", "Organisasjonsnummer", "Organisation number";
    NUMBER_HINT = "Ni sifre.", "Ni siffer.", "Nine digits.";
    REGISTER_ORGANISATION = "Registrer en virksomhet", "Registrer ei verksemd", "Register an organisation";
    RENAME = "Endre navnet", "Endre namnet", "Change the name";
    RENAME_HELP = "Det gamle navnet blir stående i historikken.", "Det gamle namnet blir ståande i historikken.", "The old name stays in the history.";
    EARLIER = "Tidligere navn", "Tidlegare namn", "Earlier names";
    VERSION = "Versjon", "Versjon", "Version";
    DATABASE = "Database", "Database", "Database";
    SQLITE = "SQLite, en fil på tjeneren", "SQLite, ei fil på tenaren", "SQLite, a file on the server";
    POSTGRES = "PostgreSQL", "PostgreSQL", "PostgreSQL";
    MEMORY = "minnet; det forsvinner når programmet stopper", "minnet; det blir borte når programmet stoppar", "memory; it goes when the program stops";
    EVENTS = "Hendelser", "Hendingar", "Events";
    HEAD = "Kontrollsum for siste hendelse", "Kontrollsum for siste hending", "Hash of the last event";
    YEARS = "År", "År", "Years";
    ACTIVE_PEOPLE = "Aktive personer", "Aktive personar", "Active people";
    ACCOUNTS = "Kontoer", "Kontoar", "Accounts";
    VERIFY = "Kontroller alt", "Kontroller alt", "Verify everything";
    VERIFY_LEAD = "Alle hendelser, tekster og vedlegg leses og holdes mot kontrollsummene. Andre kan arbeide imens.", "Alle hendingar, tekstar og vedlegg blir lesne og haldne mot kontrollsummane. Andre kan arbeide så lenge.", "All events, texts and attachments are read and held against their hashes. Others may work meanwhile.";
    IN_ORDER = "Alt er i orden: {} hendelser, {} tekster ({} slettet), {} vedlegg.", "Alt er i orden: {} hendingar, {} tekstar ({} sletta), {} vedlegg.", "All is in order: {} events, {} texts ({} erased), {} attachments.";
    NOT_IN_ORDER = "Noe er ikke i orden. Lest uten feil: {} hendelser, {} tekster ({} slettet), {} vedlegg.", "Noko er ikkje i orden. Lese utan feil: {} hendingar, {} tekstar ({} sletta), {} vedlegg.", "Something is not in order. Read without fault: {} events, {} texts ({} erased), {} attachments.";
    DOWNLOAD = "Last ned sikkerhetskopi", "Last ned tryggingskopi", "Download a backup";
    DOWNLOAD_LEAD = "Alt kontrolleres først. Kopien er JSON-linjer og leses inn igjen med «styrbord journal import».", "Alt blir kontrollert først. Kopien er JSON-linjer og blir lesen inn att med «styrbord journal import».", "Everything is verified first. The copy is JSON lines and is read back with \"styrbord journal import\".";
    DOWNLOAD_HOLDS = "Den har navn, begrunnelser og brev, men ingen passord, koder eller nøkler. Kontoene lages på nytt etterpå.", "Han har namn, grunngjevingar og brev, men ingen passord, kodar eller nøklar. Kontoane blir laga på nytt etterpå.", "It has names, reasons and letters, and no passwords, codes or tokens. Accounts are made anew afterwards.";
}

/// What comes of deactivating a person.
pub(super) const DEACTIVATE_EFFECTS: &[Text] = &[OUT_AT_ONCE, KEYS_GONE, ROLES_STAY];
/// What comes of erasing a person.
pub(super) const ERASE_EFFECTS: &[Text] = &[NAMES_GONE, ACCOUNT_GOES, DEEDS_STAY, COPIES_STAY, NO_WAY_BACK];
/// What comes of a new code.
pub(super) const RESET_EFFECTS: &[Text] = &[OLD_PASSWORD_GONE, OUT_AT_ONCE, CODE_COMES];
/// What comes of closing an account.
pub(super) const CLOSE_EFFECTS: &[Text] = &[OUT_AT_ONCE, KEYS_GONE, PERSON_STAYS];
/// What comes of saying who runs the installation.
pub(super) const OPERATOR_EFFECTS: &[Text] = &[OPERATOR_MEANS, SOMEBODY_STAYS];
/// What comes of closing a unit.
pub(super) const CLOSE_UNIT_EFFECTS: &[Text] =
    &[UNIT_GONE, UNIT_HISTORY_STAYS, UNIT_EMPTY_FIRST, NO_WAY_BACK];

#[cfg(test)]
mod tests {
    #[test]
    fn complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(super::TEXTS), [""; 0]);
    }
}
