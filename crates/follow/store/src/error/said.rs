//! The words of each error, in three languages.

use super::StoreError;
use styrbord_diagnostics::Message;

/// Returns what is wrong.
pub(super) fn message(error: &StoreError) -> Message {
    match error {
        StoreError::NoDatabase { .. }
        | StoreError::CannotOpen { .. }
        | StoreError::NotAJournal { .. }
        | StoreError::NewerSchema { .. }
        | StoreError::NotEmpty { .. }
        | StoreError::NoDriver { .. } => of_opening(error),
        StoreError::TextMissing { .. }
        | StoreError::TextChanged { .. }
        | StoreError::AttachmentMissing { .. }
        | StoreError::AttachmentChanged { .. }
        | StoreError::AttachmentTooLarge { .. }
        | StoreError::AttachmentRefused { .. } => of_content(error),
        _ => of_keeping(error),
    }
}

fn of_opening(error: &StoreError) -> Message {
    match error {
        StoreError::NoDatabase { path } => said(
            format!("Det finnes ingen journal i {path}"),
            format!("Det finst ingen journal i {path}"),
            format!("There is no journal at {path}"),
        ),
        StoreError::CannotOpen { path, why } => said(
            format!("Journalen {path} kan ikke åpnes: {why}"),
            format!("Journalen {path} kan ikkje opnast: {why}"),
            format!("The journal {path} cannot be opened: {why}"),
        ),
        StoreError::NotAJournal { path } => said(
            format!("{path} er ingen journal fra Styrbord"),
            format!("{path} er ingen journal frå Styrbord"),
            format!("{path} is no journal of Styrbord"),
        ),
        StoreError::NewerSchema { found, known } => said(
            format!("Journalen har versjon {found}; dette programmet kjenner 1 til {known}"),
            format!("Journalen har versjon {found}; dette programmet kjenner 1 til {known}"),
            format!("The journal has version {found}; this program knows 1 to {known}"),
        ),
        StoreError::NotEmpty { path } => said(
            format!("Det finnes alt en journal i {path}"),
            format!("Det finst alt ein journal i {path}"),
            format!("There is a journal at {path} already"),
        ),
        StoreError::NoDriver { kind } => said(
            format!("Denne utgaven av programmet er bygd uten {kind}"),
            format!("Denne utgåva av programmet er bygd utan {kind}"),
            format!("This build of the program has no {kind}"),
        ),
        other => anything(other),
    }
}

fn of_keeping(error: &StoreError) -> Message {
    match error {
        StoreError::ReadOnly => said(
            "Journalen kan leses, men ikke skrives til",
            "Journalen kan lesast, men ikkje skrivast til",
            "The journal can be read but not written to",
        ),
        StoreError::Full => said(
            "Det er ikke plass til mer på disken",
            "Det er ikkje plass til meir på disken",
            "There is no room left on the disk",
        ),
        StoreError::Busy => said(
            "En annen prosess har holdt journalen for lenge",
            "Ein annan prosess har halde journalen for lenge",
            "Another process has held the journal for too long",
        ),
        StoreError::Corrupt { why } => said(
            format!("Databasefilen er skadet: {why}"),
            format!("Databasefila er skadd: {why}"),
            format!("The database file is damaged: {why}"),
        ),
        StoreError::Broken { seq, why } => {
            let [nb, nn] = in_norwegian(why);
            said(
                format!("Post {seq} i journalen er ikke som den ble skrevet: {nb}"),
                format!("Post {seq} i journalen er ikkje som ho vart skriven: {nn}"),
                format!("Record {seq} of the journal is not as it was written: {why}"),
            )
        }
        StoreError::Lost { acknowledged, found } => said(
            format!("Journalen slutter med post {found}, men post {acknowledged} er kvittert for"),
            format!("Journalen sluttar med post {found}, men post {acknowledged} er kvittert for"),
            format!("The journal ends with record {found}, but record {acknowledged} was acknowledged"),
        ),
        StoreError::Behind { head } => said(
            format!("En annen prosess har skrevet; journalen er nå ved post {head}"),
            format!("Ein annan prosess har skrive; journalen er no ved post {head}"),
            format!("Another process has written; the journal is now at record {head}"),
        ),
        StoreError::ClockBack { clock, last } => said(
            format!("Klokken viser {clock}, men den siste posten er fra {last}"),
            format!("Klokka viser {clock}, men den siste posten er frå {last}"),
            format!("The clock shows {clock}, but the last record was made at {last}"),
        ),
        StoreError::BadLine { line, why } => said(
            format!("Linje {line} i eksporten er ikke som den ble skrevet: {why}"),
            format!("Linje {line} i eksporten er ikkje som ho vart skriven: {why}"),
            format!("Line {line} of the export is not as it was written: {why}"),
        ),
        other => anything(other),
    }
}

/// Returns what is wrong with a record in bokmål and nynorsk; what only a decoder says stays as it is.
fn in_norwegian(why: &str) -> [&str; 2] {
    match why {
        "the next number is missing" => ["det neste nummeret mangler", "det neste nummeret manglar"],
        "it is not chained to the record before" => {
            ["den er ikke lenket til posten før", "ho er ikkje lenkja til posten før"]
        }
        "its content does not give its hash" => ["innholdet gir ikke hashen", "innhaldet gir ikkje hashen"],
        "it is older than the record before" => ["den er eldre enn posten før", "ho er eldre enn posten før"],
        "it is not the next one of its stream" => {
            ["den er ikke den neste i rekken sin", "ho er ikkje den neste i rekkja si"]
        }
        "it is another one than was acknowledged" => {
            ["den er en annen enn den som er kvittert for", "ho er ei anna enn den som er kvittert for"]
        }
        other => [other, other],
    }
}

fn of_content(error: &StoreError) -> Message {
    match error {
        StoreError::TextMissing { text } => said(
            format!("Teksten {} mangler i journalen", text.0),
            format!("Teksten {} manglar i journalen", text.0),
            format!("The text {} is missing from the journal", text.0),
        ),
        StoreError::TextChanged { text } => said(
            format!("Teksten {} er ikke den som ble skrevet", text.0),
            format!("Teksten {} er ikkje den som vart skriven", text.0),
            format!("The text {} is not the one that was written", text.0),
        ),
        StoreError::AttachmentMissing { hash } => said(
            format!("Vedlegget {hash} finnes ikke i journalen"),
            format!("Vedlegget {hash} finst ikkje i journalen"),
            format!("The attachment {hash} is not in the journal"),
        ),
        StoreError::AttachmentChanged { hash } => said(
            format!("Vedlegget {hash} er ikke den filen som ble lagt inn"),
            format!("Vedlegget {hash} er ikkje den fila som vart lagd inn"),
            format!("The attachment {hash} is not the file that was put in"),
        ),
        StoreError::AttachmentTooLarge { size, size_max } => said(
            format!("Filen har {size} byte; et vedlegg kan ha {size_max}"),
            format!("Fila har {size} byte; eit vedlegg kan ha {size_max}"),
            format!("The file has {size} bytes; an attachment may have {size_max}"),
        ),
        StoreError::AttachmentRefused { found } => said(
            format!("Filen kan ikke være vedlegg: innholdet er {found}"),
            format!("Fila kan ikkje vere vedlegg: innhaldet er {found}"),
            format!("The file cannot be an attachment: its content is {found}"),
        ),
        other => anything(other),
    }
}

fn anything(error: &StoreError) -> Message {
    match error {
        StoreError::Failed { operation, why } => said(
            format!("Journalen svarte ikke som ventet ({operation}): {why}"),
            format!("Journalen svarte ikkje som venta ({operation}): {why}"),
            format!("The journal did not do its work ({operation}): {why}"),
        ),
        other => Message::same(other.code()),
    }
}

/// Returns what to do.
pub(super) fn remedy(error: &StoreError) -> Message {
    match error {
        StoreError::Corrupt { .. }
        | StoreError::Broken { .. }
        | StoreError::Lost { .. }
        | StoreError::TextMissing { .. }
        | StoreError::TextChanged { .. }
        | StoreError::AttachmentChanged { .. } => said(
            "Ta vare på filen, kjør styrbord journal verify, og hent siste gode kopi med styrbord journal restore",
            "Ta vare på fila, køyr styrbord journal verify, og hent siste gode kopi med styrbord journal restore",
            "Keep the file, run styrbord journal verify, and bring back the last good copy with styrbord journal restore",
        ),
        StoreError::NoDatabase { .. } | StoreError::CannotOpen { .. } | StoreError::NotAJournal { .. } => {
            said(
                "Se om stien etter --db er rett, og om du har tilgang til filen og mappen",
                "Sjå om stien etter --db er rett, og om du har tilgang til fila og mappa",
                "See whether the path after --db is right, and whether you have access to the file and its folder",
            )
        }
        StoreError::ReadOnly => said(
            "Gi brukeren som kjører programmet, skrivetilgang til filen og mappen den ligger i",
            "Gi brukaren som køyrer programmet, skrivetilgang til fila og mappa ho ligg i",
            "Give the user who runs the program write access to the file and the folder that it is in",
        ),
        StoreError::Full => said(
            "Frigjør plass og gjør det samme om igjen; det som er kvittert for, er i behold",
            "Frigjer plass og gjer det same om att; det som er kvittert for, er i behald",
            "Make room and do the same again; what was acknowledged is safe",
        ),
        StoreError::NewerSchema { .. } => said(
            "Bruk en nyere utgave av Styrbord",
            "Bruk ei nyare utgåve av Styrbord",
            "Use a newer version of Styrbord",
        ),
        StoreError::ClockBack { .. } => said(
            "Still klokken på maskinen og gjør det samme om igjen",
            "Still klokka på maskina og gjer det same om att",
            "Set the clock of the machine and do the same again",
        ),
        other => remedy_of_a_call(other),
    }
}

fn remedy_of_a_call(error: &StoreError) -> Message {
    match error {
        StoreError::AttachmentMissing { .. } => {
            said("Legg filen inn først", "Legg fila inn først", "Put the file in first")
        }
        StoreError::AttachmentTooLarge { .. } => said(
            "Del filen, eller legg den i arkivet og vis til den",
            "Del fila, eller legg ho i arkivet og vis til ho",
            "Split the file, or keep it in the archive and refer to it",
        ),
        StoreError::AttachmentRefused { .. } => said(
            "Lagre filen som PDF, DOCX, XLSX, ODT, ODS, PNG, JPEG, CSV eller ren tekst",
            "Lagre fila som PDF, DOCX, XLSX, ODT, ODS, PNG, JPEG, CSV eller rein tekst",
            "Save the file as PDF, DOCX, XLSX, ODT, ODS, PNG, JPEG, CSV or plain text",
        ),
        StoreError::NotEmpty { .. } => said(
            "Velg en ny fil, eller bruk --force der kommandoen har det",
            "Vel ei ny fil, eller bruk --force der kommandoen har det",
            "Choose a new file, or use --force where the command has it",
        ),
        StoreError::BadLine { .. } => said(
            "Ta eksporten på nytt; ingenting er lagt inn",
            "Ta eksporten på nytt; ingenting er lagt inn",
            "Export again; nothing was taken in",
        ),
        StoreError::NoDriver { .. } => said(
            "Bygg programmet med --features postgres",
            "Bygg programmet med --features postgres",
            "Build the program with --features postgres",
        ),
        _ => said(
            "Prøv igjen; det som er kvittert for, er i behold",
            "Prøv att; det som er kvittert for, er i behald",
            "Try again; what was acknowledged is safe",
        ),
    }
}

fn said(nb: impl Into<String>, nn: impl Into<String>, en: impl Into<String>) -> Message {
    Message::new(nb, nn, en)
}
