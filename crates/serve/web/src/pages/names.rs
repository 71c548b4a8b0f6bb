//! The names of kinds, statuses and concerns, in three languages.

use styrbord_app::follow::events::ObjectKind;
use styrbord_app::follow::events::letters::{Document, DocumentKind};
use styrbord_app::follow::events::work::{Concern, DelayReason, Status};
use styrbord_app::texts::Text;
use styrbord_app::{Language, Severity};

styrbord_app::texts! {
    NOT_REPORTED = "Ikke meldt", "Ikkje meldt", "Not reported";
    NOT_STARTED = "Ikke begynt", "Ikkje byrja", "Not started";
    ON_TRACK = "I rute", "I rute", "On track";
    AT_RISK = "Kan bli forsinket", "Kan bli forseinka", "May be delayed";
    DELAYED = "Forsinket", "Forseinka", "Delayed";
    DELIVERED = "Levert", "Levert", "Delivered";
    ACCEPTED = "Godkjent", "Godkjend", "Accepted";
    CANCELLED = "Avlyst", "Avlyst", "Cancelled";
    CAPACITY = "For få folk eller for lite tid", "For få folk eller for lite tid", "Too few people or too little time";
    MONEY = "For lite penger", "For lite pengar", "Too little money";
    DEPENDENCY = "Noe annet må bli ferdig først", "Noko anna må bli ferdig først", "Something else has to be done first";
    PARTNER = "En samarbeidspart er forsinket", "Ein samarbeidspart er forseinka", "A partner is late";
    MINISTRY = "Departementet må avklare", "Departementet må avklare", "The ministry has to clarify";
    PROCUREMENT = "Anskaffelsen tar lengre tid", "Innkjøpet tek lengre tid", "The procurement takes longer";
    DATA = "Data mangler eller er forsinket", "Data manglar eller er forseinka", "Data are missing or late";
    SCOPE = "Det er mer å gjøre enn ventet", "Det er meir å gjere enn venta", "There is more to do than expected";
    OTHER = "Annet", "Anna", "Something else";
    ERROR = "Feil", "Feil", "Error";
    WARNING = "Advarsel", "Åtvaring", "Warning";
    INFO = "Merknad", "Merknad", "Note";
    OVERDUE = "Fristen er ute for {} dager siden", "Fristen gjekk ut for {} dagar sidan", "The deadline passed {} days ago";
    OVERDUE_DAY = "Fristen gikk ut i går", "Fristen gjekk ut i går", "The deadline passed yesterday";
    UNCONFIRMED = "Plikt i løpende tekst: bekreft eller avvis", "Plikt i løpande tekst: stadfest eller avvis", "Duty in running text: confirm or decline";
    CHANGED = "Et brev har endret den siden du tok stilling", "Eit brev har endra ho sidan du tok stilling", "A letter has changed it since you decided";
    CHANGED_DELIVERED = "Fristen er endret etter at det ble levert", "Fristen er endra etter at det vart levert", "The deadline was changed after delivery";
    NO_OWNER = "Ingen er ansvarlig", "Ingen er ansvarleg", "Nobody is responsible";
    IMPOSSIBLE = "Brevet har en dag som ikke finnes", "Brevet har ein dag som ikkje finst", "The letter has a day that does not exist";
    NO_DAY = "Fristen har ingen dag", "Fristen har ingen dag", "The deadline has no day";
    NO_SCHEDULE = "Gjentas, men dagene er ikke satt", "Kjem att, men dagane er ikkje sette", "Recurs, but the days are not set";
    NO_REPORT = "Leveres med en rapport som ikke er valgt", "Blir levert med ein rapport som ikkje er vald", "Comes with a report that is not chosen";
    DEPENDENCY_LATER = "Venter på noe med senere frist", "Ventar på noko med seinare frist", "Waits for something that is due later";
    DEPENDENCY_GONE = "Venter på noe som er falt bort", "Ventar på noko som er falle bort", "Waits for something that fell away";
    PARTS_DELIVERED = "Alle deler er levert; hele er ikke meldt levert", "Alle delar er leverte; heile er ikkje meldt levert", "All parts are delivered; the whole is not reported so";
    NO_STATUS = "Noe er levert; status er ikke meldt", "Noko er levert; status er ikkje meldt", "Something was delivered; the status is not reported";
    AWAITS = "Venter på departementets godkjenning", "Ventar på godkjenning frå departementet", "Waits for the ministry to accept";
    MILESTONE_PASSED = "Egen frist ute for {} dager siden", "Eigen frist gjekk ut for {} dagar sidan", "A milestone passed {} days ago";
    MILESTONE_DAY = "Egen frist gikk ut i går", "Eigen frist gjekk ut i går", "A milestone passed yesterday";
    MEETINGS = "Møter som ikke er kalt inn: {}", "Møte som ikkje er kalla inn: {}", "Meetings not called: {}";
    ASSIGNMENT_KIND = "Oppdrag", "Oppdrag", "Assignment";
    DUTY_KIND = "Plikt", "Plikt", "Duty";
    REPORT_KIND = "Rapport", "Rapport", "Report";
    MEETING_KIND = "Møte", "Møte", "Meeting";
    GOAL_KIND = "Mål", "Mål", "Goal";
    PARAMETER_KIND = "Styringsparameter", "Styringsparameter", "Steering parameter";
    REQUIREMENT_KIND = "Resultatkrav", "Resultatkrav", "Requirement";
    CHAPTER_KIND = "Kapittel", "Kapittel", "Chapter";
    POST_KIND = "Post", "Post", "Post";
    ANNOUNCEMENT_KIND = "Varslet", "Varsla", "Announced";
    AUTHORISATION_KIND = "Fullmakt", "Fullmakt", "Authorisation";
    DIRECTION_KIND = "Fellesføring", "Fellesføring", "Common direction";
    ATTACHMENT_KIND = "Vedlegg", "Vedlegg", "Attachment";
    LETTER_KIND = "Brev", "Brev", "Letter";
    DELIVERABLE_KIND = "Leveranse", "Leveranse", "Deliverable";
    SERIES_KIND = "Serie", "Serie", "Series";
    COMMITMENT_KIND = "Binding", "Binding", "Commitment";
    CHARGE_KIND = "Belastningsfullmakt", "Belastningsfullmakt", "Charge authorisation";
    PROJECT_KIND = "Prosjekt", "Prosjekt", "Project";
    GOAL_KINDS = "Mål", "Mål", "Goals";
    PARAMETER_KINDS = "Styringsparametere", "Styringsparametrar", "Steering parameters";
    REQUIREMENT_KINDS = "Resultatkrav", "Resultatkrav", "Requirements";
    ASSIGNMENT_KINDS = "Oppdrag", "Oppdrag", "Assignments";
    CHAPTER_KINDS = "Kapitler", "Kapittel", "Chapters";
    POST_KINDS = "Poster", "Postar", "Posts";
    REPORT_KINDS = "Rapporter", "Rapportar", "Reports";
    MEETING_KINDS = "Møter", "Møte", "Meetings";
    DUTY_KINDS = "Plikter", "Plikter", "Duties";
    AUTHORISATION_KINDS = "Fullmakter", "Fullmakter", "Authorisations";
    DIRECTION_KINDS = "Fellesføringer", "Fellesføringar", "Common directions";
    ATTACHMENT_KINDS = "Vedlegg", "Vedlegg", "Attachments";
    OTHER_KIND = "Annet", "Anna", "Other";
    UNTITLED = "(uten tittel i brevet)", "(utan tittel i brevet)", "(without a title in the letter)";
    ALLOCATION = "Tildelingsbrev", "Tildelingsbrev", "Allocation letter";
    SUPPLEMENT = "Supplerende tildelingsbrev", "Supplerande tildelingsbrev", "Supplementary letter";
    CORRECTION = "Rettet brev", "Retta brev", "Corrected letter";
    INSTRUCTION = "Instruks", "Instruks", "Instruction";
    CIRCULAR = "Rundskriv", "Rundskriv", "Circular";
    ORDER = "Oppdragsbrev", "Oppdragsbrev", "Order";
    PACK = "Plan som data", "Plan som data", "Plan as data";
    CARRIED = "Overført fra året før", "Overført frå året før", "Carried over from the year before";
}

/// Returns the name of a status.
pub(crate) fn status(status: Status) -> Text {
    match status {
        Status::NotStarted => NOT_STARTED,
        Status::OnTrack => ON_TRACK,
        Status::AtRisk => AT_RISK,
        Status::Delayed => DELAYED,
        Status::Delivered => DELIVERED,
        Status::Accepted => ACCEPTED,
        Status::Cancelled => CANCELLED,
    }
}

/// Returns the word of a status in addresses and forms.
pub(crate) fn status_word(status: Status) -> &'static str {
    match status {
        Status::NotStarted => "not-started",
        Status::OnTrack => "on-track",
        Status::AtRisk => "at-risk",
        Status::Delayed => "delayed",
        Status::Delivered => "delivered",
        Status::Accepted => "accepted",
        Status::Cancelled => "cancelled",
    }
}

/// Returns the colour in which a status is shown, beside its name.
pub(crate) fn status_color(status: Status) -> &'static str {
    match status {
        Status::NotStarted | Status::Cancelled => "neutral",
        Status::OnTrack => "info",
        Status::AtRisk => "warning",
        Status::Delayed => "danger",
        Status::Delivered | Status::Accepted => "success",
    }
}

/// Returns the name and the colour of a status as it was reported, or of none: what nobody said is not `not started`.
pub(crate) fn reported(reported: Option<Status>) -> (Text, &'static str) {
    reported.map_or((NOT_REPORTED, "neutral"), |known| (status(known), status_color(known)))
}

/// Every reason for a delay, with its word in forms.
pub(crate) const DELAYS: &[(DelayReason, &str, Text)] = &[
    (DelayReason::Capacity, "capacity", CAPACITY),
    (DelayReason::Money, "money", MONEY),
    (DelayReason::Dependency, "dependency", DEPENDENCY),
    (DelayReason::Partner, "partner", PARTNER),
    (DelayReason::Ministry, "ministry", MINISTRY),
    (DelayReason::Procurement, "procurement", PROCUREMENT),
    (DelayReason::Data, "data", DATA),
    (DelayReason::Scope, "scope", SCOPE),
    (DelayReason::Other, "other", OTHER),
];

/// Returns the name of a severity.
pub(crate) fn severity(severity: Severity) -> Text {
    match severity {
        Severity::Error => ERROR,
        Severity::Warning => WARNING,
        Severity::Info => INFO,
    }
}

/// Returns the colour in which a severity is shown.
pub(crate) fn severity_color(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "danger",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

/// Returns why something should be looked at, with a number to fill in where there is one.
pub(crate) fn concern(concern: Concern) -> (Text, Option<i64>) {
    let text = match concern {
        Concern::Overdue { days: 1 } => OVERDUE_DAY,
        Concern::Overdue { days } => return (OVERDUE, Some(i64::from(days))),
        Concern::Delayed => DELAYED,
        Concern::AtRisk => AT_RISK,
        Concern::Unconfirmed => UNCONFIRMED,
        Concern::ChangedSinceVerdict => CHANGED,
        Concern::ChangedSinceDelivery => CHANGED_DELIVERED,
        Concern::NoOwner => NO_OWNER,
        Concern::ImpossibleDay => IMPOSSIBLE,
        Concern::NoDay => NO_DAY,
        Concern::NoSchedule => NO_SCHEDULE,
        Concern::NoReport => NO_REPORT,
        Concern::DependencyLater { .. } => DEPENDENCY_LATER,
        Concern::DependencyGone { .. } => DEPENDENCY_GONE,
        Concern::AllPartsDelivered => PARTS_DELIVERED,
        Concern::DeliverableWithoutStatus => NO_STATUS,
        Concern::AwaitsAcceptance => AWAITS,
        Concern::MilestonePassed { days: 1 } => MILESTONE_DAY,
        Concern::MilestonePassed { days } => return (MILESTONE_PASSED, Some(i64::from(days))),
        Concern::MeetingsToCall { missing } => return (MEETINGS, Some(i64::from(missing))),
    };
    (text, None)
}

/// Returns the name of a kind of object.
pub(crate) fn kind(kind: ObjectKind) -> Text {
    match kind {
        ObjectKind::Letter => LETTER_KIND,
        ObjectKind::Goal => GOAL_KIND,
        ObjectKind::Parameter => PARAMETER_KIND,
        ObjectKind::Requirement => REQUIREMENT_KIND,
        ObjectKind::Assignment => ASSIGNMENT_KIND,
        ObjectKind::Chapter => CHAPTER_KIND,
        ObjectKind::Post => POST_KIND,
        ObjectKind::Report => REPORT_KIND,
        ObjectKind::Meeting => MEETING_KIND,
        ObjectKind::Duty => DUTY_KIND,
        ObjectKind::Announcement => ANNOUNCEMENT_KIND,
        ObjectKind::Authorisation => AUTHORISATION_KIND,
        ObjectKind::Direction => DIRECTION_KIND,
        ObjectKind::Attachment => ATTACHMENT_KIND,
        ObjectKind::Deliverable => DELIVERABLE_KIND,
        ObjectKind::Series => SERIES_KIND,
        ObjectKind::Commitment => COMMITMENT_KIND,
        ObjectKind::Charge => CHARGE_KIND,
        ObjectKind::Project => PROJECT_KIND,
        _ => OTHER_KIND,
    }
}

/// Returns the name of several objects of a kind that a letter can hold.
pub(crate) fn kinds(kind: ObjectKind) -> Text {
    match kind {
        ObjectKind::Goal => GOAL_KINDS,
        ObjectKind::Parameter => PARAMETER_KINDS,
        ObjectKind::Requirement => REQUIREMENT_KINDS,
        ObjectKind::Assignment => ASSIGNMENT_KINDS,
        ObjectKind::Chapter => CHAPTER_KINDS,
        ObjectKind::Post => POST_KINDS,
        ObjectKind::Report => REPORT_KINDS,
        ObjectKind::Meeting => MEETING_KINDS,
        ObjectKind::Duty => DUTY_KINDS,
        ObjectKind::Authorisation => AUTHORISATION_KINDS,
        ObjectKind::Direction => DIRECTION_KINDS,
        ObjectKind::Attachment => ATTACHMENT_KINDS,
        other => self::kind(other),
    }
}

/// Returns kind and label of an object as one name; a label such as `Mål 1` says the kind itself.
pub(crate) fn called(kind: &str, label: &str) -> String {
    match label {
        "" => kind.to_owned(),
        label if label.to_lowercase().starts_with(&kind.to_lowercase()) => label.to_owned(),
        label => format!("{kind} {label}"),
    }
}

/// Returns the kind of a letter; nothing when its title begins with it.
pub(crate) fn unsaid_kind(document: &Document, language: Language) -> &'static str {
    let kind = self::document(document.kind).get(language);
    if document.title.to_lowercase().starts_with(&kind.to_lowercase()) { "" } else { kind }
}

/// Returns the name of a letter: its title, with the kind before it when it does not begin with it.
pub(crate) fn letter(document: &Document, language: Language) -> String {
    match unsaid_kind(document, language) {
        "" => document.title.clone(),
        kind => format!("{kind}: {}", document.title),
    }
}

/// Returns a title as printed, or words that stand for one: a link has to say something.
pub(crate) fn title(title: &str, language: Language) -> String {
    if title.trim().is_empty() { UNTITLED.get(language).to_owned() } else { title.to_owned() }
}

/// Returns the name of a kind of document.
pub(crate) fn document(kind: DocumentKind) -> Text {
    match kind {
        DocumentKind::Allocation => ALLOCATION,
        DocumentKind::Supplement => SUPPLEMENT,
        DocumentKind::Correction(_) => CORRECTION,
        DocumentKind::Instruction => INSTRUCTION,
        DocumentKind::Circular => CIRCULAR,
        DocumentKind::Order | DocumentKind::Commission => ORDER,
        DocumentKind::Pack => PACK,
        DocumentKind::CarriedOver => CARRIED,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(TEXTS), [""; 0]);
    }

    #[test]
    fn every_status_has_a_word_of_its_own() {
        let words: std::collections::BTreeSet<&str> = Status::ALL.iter().copied().map(status_word).collect();
        assert_eq!(words.len(), Status::ALL.len());
    }
}
