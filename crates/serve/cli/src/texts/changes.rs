//! Letters side by side.

use super::Text;
use styrbord_app::changes::{Basis, By, Field, PartKind};

texts! {
    AMENDMENT =
        "Det nye brevet endrer det gamle: det som ikke er nevnt, står ved lag.",
        "Det nye brevet endrar det gamle: det som ikkje er nemnt, står ved lag.",
        "The new letter amends the old one: what it does not name, stands.";
    SAME_YEAR = "To brev til samme etat for samme år.", "To brev til same etat for same år.", "Two letters to one agency for one year.";
    YEAR_ON_YEAR = "To brev til samme etat for ulike år.", "To brev til same etat for ulike år.", "Two letters to one agency for different years.";
    TWO_AGENCIES = "To brev til ulike etater.", "To brev til ulike etatar.", "Two letters to different agencies.";
    TITLE = "Endringer: {}", "Endringar: {}", "Changes: {}";
    NO_CHANGES = "Ingen forskjeller.", "Ingen skilnader.", "No differences.";
    CHANGES = "endring|endringer", "endring|endringar", "change|changes";
    UNCHANGED = "{} uendret", "{} uendra", "{} unchanged";
    NEW = "{} ny|{} nye", "{} ny|{} nye", "{} new|{} new";
    DROPPED = "{} falt bort|{} falt bort", "{} fallen bort|{} falne bort", "{} dropped|{} dropped";
    CHANGED = "{} endret|{} endret", "{} endra|{} endra", "{} changed|{} changed";
    UNCLEAR = "{} uklar|{} uklare", "{} uklar|{} uklare", "{} unclear|{} unclear";
    IS_NEW = "ny", "ny", "new";
    IS_DROPPED = "falt bort", "fallen bort", "dropped";
    IS_CHANGED = "endret", "endra", "changed";
    IS_SPLIT = "delt i flere", "delt i fleire", "split";
    IS_MERGED = "slått sammen", "slått saman", "merged";
    IS_AMBIGUOUS = "uklart hvilke som svarer til hverandre", "uklart kva for nokre som svarar til kvarandre", "unclear which is which";

    IS_UNCLEAR_REPEAL = "uklart hva som faller bort", "uklart kva som fell bort", "unclear what is repealed";
    IS_UNKNOWN = "faller bort, men står ikke i det gamle brevet", "fell bort, men står ikkje i det gamle brevet", "repealed, but not in the old letter";
    SAYS = "nytt brev", "nytt brev", "new letter";
    REPLACED_BY = "erstattet av {}", "erstatta av {}", "replaced by {}";
    OTHER_PARTS = "Annet", "Anna", "Other";

    LETTER = "Brevet", "Brevet", "The letter";
    GOALS = "Mål", "Mål", "Goals";
    PARAMETERS = "Styringsparametere", "Styringsparametrar", "Steering parameters";
    REQUIREMENTS = "Resultatkrav", "Resultatkrav", "Requirements";
    ASSIGNMENTS = "Oppdrag", "Oppdrag", "Assignments";
    DEADLINES = "Frister", "Fristar", "Deadlines";
    MONEY = "Penger", "Pengar", "Money";
    REPORTS = "Rapporter", "Rapportar", "Reports";
    MEETINGS = "Møter", "Møte", "Meetings";
    DUTIES = "Plikter i løpende tekst", "Plikter i løpande tekst", "Duties in running text";
    ANNOUNCEMENTS = "Varslede oppdrag", "Varsla oppdrag", "Announcements";
    AUTHORISATIONS = "Fullmakter", "Fullmakter", "Authorisations";
    DIRECTIONS = "Fellesføringer", "Fellesføringar", "Common directions";
    ATTACHMENTS = "Vedlegg", "Vedlegg", "Attachments";

    BY_NUMBER = "samme nummer", "same nummer", "same number";
    BY_NUMBER_AND_TITLE = "samme nummer og tittel", "same nummer og tittel", "same number and title";
    BY_CHAPTER_AND_POST = "samme kapittel og post", "same kapittel og post", "same chapter and post";
    BY_TITLE = "samme tittel", "same tittel", "same title";
    BY_TITLE_AND_ORDER = "samme tittel, samme plass i rekken", "same tittel, same plass i rekkja", "same title, same place in the order";
    BY_SIMILAR_TITLE = "{} av {} ord i titlene er felles", "{} av {} ord i titlane er felles", "{} of {} words of the titles in common";
    BY_PART_LABEL = "samme del", "same del", "same part";
    BY_ONLY_ONE_LEFT = "de eneste som er igjen samme sted", "dei einaste som er att same stad", "the only ones left in the same place";
    BY_STATED = "brevet sier det", "brevet seier det", "the letter says so";

    BY_DECIDED = "avgjort før", "avgjort før", "settled before";
    BY_REPEALED = "det nye brevet tar det bort", "det nye brevet tek det bort", "the new letter repeals it";

    NUMBER = "nummer", "nummer", "number";
    TITLE_FIELD = "ordlyd", "ordlyd", "wording";
    PARENT = "hører til", "høyrer til", "belongs to";
    AGENCY = "etat", "etat", "agency";
    MINISTRY = "departement", "departement", "ministry";
    YEAR = "år", "år", "year";
    KIND = "slag", "slag", "kind";
    WITHHELD = "unntatt off.", "unnateke off.", "withheld";
    RESEARCH = "FoU", "FoU", "research";
    LEAD = "ansvar", "ansvar", "lead";
    PARTNERS = "sammen med", "saman med", "partners";
    MEASURES = "tiltak", "tiltak", "measures";
    FUNDING = "midler", "midlar", "funding";
    ESTIMATES = "anslag", "anslag", "estimates";
    DATE = "dato", "dato", "date";
    COUNT_DATE = "telles", "tel per", "counted";
    FREQUENCY = "hyppighet", "kor ofte", "frequency";
    DEADLINE = "frist", "frist", "deadline";
    DEADLINES_FIELD = "frister", "fristar", "deadlines";
    AMOUNT = "beløp", "beløp", "amount";
    STATED_SUM = "sum", "sum", "sum";
    APPROPRIATION = "bevilget", "løyvd", "appropriated";
    AGENCY_SHARE = "til etaten", "til etaten", "agency share";
    KEYWORDS = "stikkord", "stikkord", "keywords";
    ASSIGNMENT = "oppdrag", "oppdrag", "assignment";
    LIMIT = "grense", "grense", "limit";
    POST = "post", "post", "post";
    COUNT = "antall", "talet på", "count";
    WHEN = "når", "når", "when";
    EXPECTED = "ventet", "venta", "expected";
    PRESENT = "i filen", "i fila", "in the file";

    LATER = "{} dag senere|{} dager senere", "{} dag seinare|{} dagar seinare", "{} day later|{} days later";
    EARLIER = "{} dag tidligere|{} dager tidligere", "{} dag tidlegare|{} dagar tidlegare", "{} day earlier|{} days earlier";
    SAME_DAY_LATER = "samme dag {} år senere", "same dag {} år seinare", "same day {} year(s) later";
    SAME_DAY_EARLIER = "samme dag {} år tidligere", "same dag {} år tidlegare", "same day {} year(s) earlier";
    STATED_OLD = "det nye brevet sier {} før", "det nye brevet seier {} før", "the new letter says {} before";
    STATED_DIFFERENCE = "endring {}", "endring {}", "change {}";
    AGREES = "stemmer", "stemmer", "agrees";
    DISAGREES = "stemmer ikke med det gamle brevet", "stemmer ikkje med det gamle brevet", "does not agree with the old letter";
    YES = "ja", "ja", "yes";
    NO = "nei", "nei", "no";
    PARTLY = "delvis", "delvis", "partly";
    FULL = "ja", "ja", "yes";
    SUB_ALLOCATION = "øremerket", "øyremerkt", "set aside";
    COMMITMENT = "bundet fra før", "bunde frå før", "bound from before";
    FREE = "ikke disponert", "ikkje disponert", "not disposed of";
    NEW_PROJECT = "nytt prosjekt", "nytt prosjekt", "new project";
    RECIPIENT = "mottaker", "mottakar", "recipient";
    WHAT = "Hva", "Kva", "What";
    PART = "Punkt", "Punkt", "Part";
    BEFORE = "Før", "Før", "Before";
    NOW = "Nå", "No", "Now";
    REMARK = "Merknad", "Merknad", "Note";
    LINES = "Linjer", "Linjer", "Lines";
    PAGE = "side {}, {}", "side {}, {}", "page {}, {}";
}

/// Returns a sentence on how two letters stand to each other.
pub(crate) fn basis(basis: Basis) -> Text {
    match basis {
        Basis::Amendment => AMENDMENT,
        Basis::SameYear => SAME_YEAR,
        Basis::YearOnYear => YEAR_ON_YEAR,
        Basis::TwoAgencies => TWO_AGENCIES,
    }
}

/// Returns the heading under which a kind of part is told.
pub(crate) fn heading(kind: PartKind) -> Text {
    match kind {
        PartKind::Letter => LETTER,
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

/// Returns what a pair rests on.
pub(crate) fn by(by: By) -> Text {
    match by {
        By::NumberAndTitle => BY_NUMBER_AND_TITLE,
        By::Number => BY_NUMBER,
        By::ChapterAndPost => BY_CHAPTER_AND_POST,
        By::Title => BY_TITLE,
        By::TitleAndOrder => BY_TITLE_AND_ORDER,
        By::SimilarTitle => BY_SIMILAR_TITLE,
        By::PartLabel => BY_PART_LABEL,
        By::OnlyOneLeft => BY_ONLY_ONE_LEFT,
        By::Stated => BY_STATED,
        By::Repealed => BY_REPEALED,
        By::Decided => BY_DECIDED,
    }
}

/// Returns the name of a field.
pub(crate) fn field(field: Field) -> Text {
    match field {
        Field::Number => NUMBER,
        Field::Title => TITLE_FIELD,
        Field::Parent => PARENT,
        Field::Agency => AGENCY,
        Field::Ministry => MINISTRY,
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
        Field::Deadlines => DEADLINES_FIELD,
        Field::Amount => AMOUNT,
        Field::StatedSum => STATED_SUM,
        Field::Appropriation => APPROPRIATION,
        Field::AgencyShare => AGENCY_SHARE,
        Field::Keywords => KEYWORDS,
        Field::Assignment => ASSIGNMENT,
        Field::Limit => LIMIT,
        Field::Post => POST,
        Field::Count => COUNT,
        Field::When => WHEN,
        Field::Expected => EXPECTED,
        Field::Present => PRESENT,
    }
}
