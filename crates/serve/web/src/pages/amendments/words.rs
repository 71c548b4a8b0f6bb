//! What a change is called: kinds of parts, fields and values, in three languages.

use crate::written;
use styrbord_app::changes::{Field, FieldChange, PartKind, Side, Status, Value};
use styrbord_app::texts::{Text, count, join};
use styrbord_app::{Language, Nok};

styrbord_app::texts! {
    NEW = "Ny", "Ny", "New";
    CHANGED = "Endret", "Endra", "Changed";
    GONE = "Falt bort", "Fall bort", "Fell away";
    UNCLEAR = "Uklart", "Uklart", "Unclear";
    LETTERS = "Brevet", "Brevet", "The letter";
    GOALS = "Mål", "Mål", "Goals";
    PARAMETERS = "Styringsparametere", "Styringsparametrar", "Steering parameters";
    REQUIREMENTS = "Resultatkrav", "Resultatkrav", "Requirements";
    ASSIGNMENTS = "Oppdrag", "Oppdrag", "Assignments";
    DEADLINES = "Frister", "Fristar", "Deadlines";
    MONEY = "Penger", "Pengar", "Money";
    REPORTS = "Rapporter", "Rapportar", "Reports";
    MEETINGS = "Møter", "Møte", "Meetings";
    DUTIES = "Plikter i løpende tekst", "Plikter i løpande tekst", "Duties in running text";
    ANNOUNCEMENTS = "Varslet", "Varsla", "Announced";
    AUTHORISATIONS = "Fullmakter", "Fullmakter", "Authorisations";
    DIRECTIONS = "Fellesføringer", "Fellesføringar", "Common directions";
    ATTACHMENTS = "Vedlegg", "Vedlegg", "Attachments";
    OTHER_PARTS = "Annet", "Anna", "Other";
    CHAPTER = "Kap. {}", "Kap. {}", "Chapter {}";
    POST = "Kap. {} post {}", "Kap. {} post {}", "Chapter {} post {}";
    NUMBER = "Nummer", "Nummer", "Number";
    WORDING = "Ordlyd", "Ordlyd", "Wording";
    PARENT = "Hører til", "Høyrer til", "Belongs to";
    PARTY = "Hvem", "Kven", "Who";
    YEAR = "År", "År", "Year";
    KIND = "Slag", "Slag", "Kind";
    WITHHELD = "Unntatt offentlighet", "Unnateke offentlegheit", "Withheld";
    RESEARCH = "FoU", "FoU", "Research";
    LEAD = "Ansvar", "Ansvar", "Lead";
    PARTNERS = "Sammen med", "Saman med", "Partners";
    MEASURES = "Tiltak", "Tiltak", "Measures";
    FUNDING = "Midler", "Midlar", "Funding";
    ESTIMATES = "Anslag", "Anslag", "Estimates";
    DATE = "Dato", "Dato", "Date";
    COUNT_DATE = "Telles", "Tel per", "Counted";
    FREQUENCY = "Hyppighet", "Kor ofte", "Frequency";
    DEADLINE = "Frist", "Frist", "Deadline";
    AMOUNT = "Beløp", "Beløp", "Amount";
    SUM = "Sum", "Sum", "Sum";
    APPROPRIATION = "Bevilget", "Løyvd", "Appropriated";
    SHARE = "Til etaten", "Til etaten", "Agency's share";
    KEYWORDS = "Stikkord", "Stikkord", "Keywords";
    LIMIT = "Grense", "Grense", "Limit";
    COUNT = "Antall", "Talet på", "Count";
    WHEN = "Når", "Når", "When";
    PRESENT = "I filen", "I fila", "In the file";
    YES = "ja", "ja", "yes";
    NO = "nei", "nei", "no";
    PARTLY = "delvis", "delvis", "partly";
    YEARLY = "hvert år", "kvart år", "yearly";
    HALF_YEARLY = "hvert halvår", "kvart halvår", "half-yearly";
    TERTIAL = "hvert tertial", "kvart tertial", "each tertial";
    QUARTERLY = "hvert kvartal", "kvart kvartal", "quarterly";
    MONTHLY = "hver måned", "kvar månad", "monthly";
    WEEKLY = "hver uke", "kvar veke", "weekly";
    RECURRING = "gjentas", "kjem att", "recurring";
    ONGOING = "løpende", "løpande", "ongoing";
    IN_REPORT = "i en rapport", "i ein rapport", "in a report";
    IMPOSSIBLE = "dag som ikke finnes", "dag som ikkje finst", "a day that does not exist";
    NONE = "ingen frist", "ingen frist", "no deadline";
    SET_ASIDE = "øremerket", "øyremerkt", "set aside";
    BOUND = "bundet fra før", "bunde frå før", "bound from before";
    FREE = "ikke disponert", "ikkje disponert", "not disposed of";
    PROJECT = "nytt prosjekt", "nytt prosjekt", "new project";
    RECIPIENT = "mottaker", "mottakar", "recipient";
    LATER = "dag senere|dager senere", "dag seinare|dagar seinare", "day later|days later";
    EARLIER = "dag tidligere|dager tidligere", "dag tidlegare|dagar tidlegare", "day earlier|days earlier";
    AGREES = "stemmer med det brevet selv sier", "stemmer med det brevet sjølv seier", "agrees with what the letter itself says";
    DISAGREES = "stemmer ikke med det brevet selv sier", "stemmer ikkje med det brevet sjølv seier", "does not agree with what the letter itself says";
}

/// Returns what became of a part, and the colour in which that is shown.
pub(super) fn status(status: Status) -> (Text, &'static str) {
    match status {
        Status::New => (NEW, "success"),
        Status::Dropped => (GONE, "danger"),
        Status::Ambiguous | Status::Unknown => (UNCLEAR, "neutral"),
        _ => (CHANGED, "warning"),
    }
}

/// Returns the heading under which a kind of part is told.
pub(super) fn heading(kind: PartKind) -> Text {
    match kind {
        PartKind::Letter => LETTERS,
        PartKind::Goal => GOALS,
        PartKind::SteeringParameter => PARAMETERS,
        PartKind::Requirement => REQUIREMENTS,
        PartKind::Assignment => ASSIGNMENTS,
        PartKind::Deadline => DEADLINES,
        PartKind::Chapter | PartKind::Post | PartKind::Portion => MONEY,
        PartKind::Report => REPORTS,
        PartKind::Meeting => MEETINGS,
        PartKind::Duty => DUTIES,
        PartKind::Announcement => ANNOUNCEMENTS,
        PartKind::Authorisation => AUTHORISATIONS,
        PartKind::CommonDirection => DIRECTIONS,
        PartKind::Attachment => ATTACHMENTS,
        PartKind::Other => OTHER_PARTS,
    }
}

/// Returns what a part is called: its label, what it stands under, and its title.
pub(super) fn name(kind: PartKind, side: &Side, language: Language) -> String {
    let label = side.label.as_deref().unwrap_or_default();
    let inside = side.inside.as_deref().unwrap_or_default();
    match kind {
        PartKind::Chapter | PartKind::Post => join([post(label, language), side.title.clone()], " "),
        PartKind::Authorisation if !label.is_empty() => {
            join([post(label, language), side.title.clone()], " ")
        }
        PartKind::Portion => join([post(inside, language), side.title.clone()], ": "),
        PartKind::Deadline => join([inside, label], ", "),
        PartKind::Requirement => join([inside, &side.title], ": "),
        _ => join([label, &side.title], ": "),
    }
}

fn post(label: &str, language: Language) -> String {
    match label.split_once('.') {
        Some((chapter, post)) => POST.with(language, &[&chapter, &post]),
        None if label.is_empty() => String::new(),
        None => CHAPTER.with(language, &[&label]),
    }
}

/// Returns the name of a field.
pub(super) fn field(field: Field) -> Text {
    match field {
        Field::Number => NUMBER,
        Field::Title => WORDING,
        Field::Parent => PARENT,
        Field::Agency | Field::Ministry => PARTY,
        Field::Year => YEAR,
        Field::Kind => KIND,
        Field::Withheld => WITHHELD,
        Field::Research => RESEARCH,
        Field::Lead => LEAD,
        Field::Partners => PARTNERS,
        Field::Measures => MEASURES,
        Field::Funding => FUNDING,
        Field::Estimates => ESTIMATES,
        Field::Date => DATE,
        Field::CountDate => COUNT_DATE,
        Field::Frequency => FREQUENCY,
        Field::Deadline => DEADLINE,
        Field::Deadlines => DEADLINES,
        Field::Amount => AMOUNT,
        Field::StatedSum => SUM,
        Field::Appropriation => APPROPRIATION,
        Field::AgencyShare => SHARE,
        Field::Keywords => KEYWORDS,
        Field::Assignment => ASSIGNMENTS,
        Field::Limit => LIMIT,
        Field::Post => MONEY,
        Field::Count => COUNT,
        Field::When | Field::Expected => WHEN,
        Field::Present => PRESENT,
    }
}

/// Returns a value as people read it; nothing for what a letter does not say.
pub(super) fn value(value: &Value, language: Language) -> String {
    match value {
        Value::Nothing => String::new(),
        Value::Text(text) => text.clone(),
        Value::Code(code) => {
            word(code).map_or_else(|| (*code).to_owned(), |word| word.get(language).to_owned())
        }
        Value::List(texts) => texts.join("; "),
        Value::Amount(amount) => written::amount(*amount),
        Value::Day(day) => written::date(*day, language),
        Value::Days(days) => {
            days.iter().map(|day| written::date(*day, language)).collect::<Vec<_>>().join("; ")
        }
        Value::Count(count) => count.to_string(),
        Value::Flag(is) => if *is { YES } else { NO }.get(language).to_owned(),
    }
}

fn word(code: &str) -> Option<Text> {
    Some(match code {
        "partly" => PARTLY,
        "full" => YES,
        "yearly" => YEARLY,
        "half_yearly" => HALF_YEARLY,
        "tertial" => TERTIAL,
        "quarterly" => QUARTERLY,
        "monthly" => MONTHLY,
        "weekly" => WEEKLY,
        "recurring" => RECURRING,
        "ongoing" => ONGOING,
        "in_report" => IN_REPORT,
        "invalid" => IMPOSSIBLE,
        "none" => NONE,
        "sub_allocation" => SET_ASIDE,
        "commitment" => BOUND,
        "free" => FREE,
        "new_project" => PROJECT,
        "recipient" => RECIPIENT,
        _ => return None,
    })
}

/// Returns what can be reckoned of a change, and whether it agrees with what an amendment itself says.
pub(super) fn remark(field: &FieldChange, language: Language) -> String {
    let days = field.days.map(|days| {
        let text = if days > 0 { LATER } else { EARLIER };
        count(usize::try_from(days.unsigned_abs()).unwrap_or_default(), text, language)
    });
    let difference = field.difference_nok.map(signed);
    let agrees = field.agrees.map(|agrees| if agrees { AGREES } else { DISAGREES }.get(language).to_owned());
    join([days, difference, agrees].into_iter().flatten(), "; ")
}

/// Returns an amount with its sign.
pub(super) fn signed(amount: Nok) -> String {
    let plus = if amount > Nok::ZERO { "+" } else { "" };
    format!("{plus}{}", written::amount(amount))
}

#[cfg(test)]
mod tests {
    #[test]
    fn complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(super::TEXTS), [""; 0]);
    }
}
