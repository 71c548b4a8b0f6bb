//! The summary of a letter on the terminal, and what stands around the findings.

texts! {
    FROM_TO = "fra {} til {}", "frå {} til {}", "from {} to {}";
    READ = "Lest", "Lese", "Read";
    PLAIN_TEXT = "ren tekst", "rein tekst", "plain text";
    MARKDOWN = "Markdown", "Markdown", "Markdown";
    WORD = "Word", "Word", "Word";
    PDF = "PDF", "PDF", "PDF";
    WEB_PAGE = "nettside", "nettside", "web page";
    UNREAD_SHARE = "{} av linjene ikke forstått", "{} av linjene ikkje forstått", "{} of the lines not understood";
    STEERING = "Mål", "Mål", "Goals";
    GOALS = "mål|mål", "mål|mål", "goal|goals";
    SUB_GOALS = "delmål|delmål", "delmål|delmål", "sub-goal|sub-goals";
    PARAMETERS = "styringsparameter|styringsparametere", "styringsparameter|styringsparametrar", "steering parameter|steering parameters";
    REQUIREMENTS = "resultatkrav|resultatkrav", "resultatkrav|resultatkrav", "requirement|requirements";
    ASSIGNMENTS = "Oppdrag", "Oppdrag", "Assignments";
    NEW = "{} nye", "{} nye", "{} new";
    EARLIER = "{} fra før", "{} frå før", "{} from before";
    RESEARCH = "{} FoU", "{} FoU", "{} research";
    WITHHELD = "{} unntatt offentlighet", "{} unnatekne frå offentlegheit", "{} withheld";
    DEADLINES = "Frister", "Fristar", "Deadlines";
    DATED = "{} med dato", "{} med dato", "{} with a date";
    FIRST_LAST = "fra {} til {}", "frå {} til {}", "from {} to {}";
    MONEY = "Penger", "Pengar", "Money";
    CHAPTER = "kap. {}", "kap. {}", "chap. {}";
    POSTS = "post|poster", "post|postar", "post|posts";
    INCOME = "inntekt", "inntekt", "income";
    CHANGE = "endring {}", "endring {}", "change {}";
    STATED = "(brevet sier {})", "(brevet seier {})", "(the letter says {})";
    TOTAL = "sum utgifter", "sum utgifter", "total expenditure";
    TOTAL_INCOME = "sum inntekter", "sum inntekter", "total income";
    NO_AMOUNT = "uten beløp", "utan beløp", "no amount";
    NONE = "ingen", "ingen", "none";
    FOLLOW_UP = "Oppfølging", "Oppfølging", "Follow-up";
    REPORTS = "rapport|rapporter", "rapport|rapportar", "report|reports";
    MEETINGS = "møte|møter", "møte|møte", "meeting|meetings";
    DUTIES = "plikt i løpende tekst|plikter i løpende tekst", "plikt i løpande tekst|plikter i løpande tekst", "duty in running text|duties in running text";
    ANNOUNCEMENTS = "varslet oppdrag|varslede oppdrag", "varsla oppdrag|varsla oppdrag", "announcement|announcements";
    FRAMES = "Rammer", "Rammer", "Frames";
    AUTHORISATIONS = "fullmakt|fullmakter", "fullmakt|fullmakter", "authorisation|authorisations";
    DIRECTIONS = "fellesføring|fellesføringer", "fellesføring|fellesføringar", "common direction|common directions";
    ATTACHMENTS = "vedlegg|vedlegg", "vedlegg|vedlegg", "attachment|attachments";
    PRESENT = "{} i filen", "{} i fila", "{} in the file";
    VERIFIED = "Kontrollert", "Kontrollert", "Verified";
    UNREAD = "Ikke forstått", "Ikkje forstått", "Not understood";
    MORE = "og {} til", "og {} til", "and {} more";

    FAMILY_MONEY = "penger", "pengar", "money";
    FAMILY_DATES = "datoer", "datoar", "dates";
    FAMILY_IDENTITY = "numre og titler", "nummer og titlar", "numbers and titles";
    FAMILY_STRUCTURE = "oppbygning", "oppbygging", "structure";
    FAMILY_STEERING = "styring", "styring", "steering";
    FAMILY_LANGUAGE = "språk", "språk", "language";

    MORE_OF_KIND =
        "{} til av samme slag, på linje {}; --all viser hvert av dem",
        "{} til av same slag, på linje {}; --all viser kvart av dei",
        "{} more of the same kind, on lines {}; --all shows each";
    ACCEPTED_HEADING = "Godtatt", "Godteke", "Accepted";
    SEE_RULE =
        "`styrbord explain KODE` forteller om en regel",
        "`styrbord explain KODE` fortel om ein regel",
        "`styrbord explain CODE` tells about a rule";
}

use super::Text;
use styrbord_app::Family;

/// Returns what a family of rules is about.
pub(crate) fn family(family: Family) -> Text {
    match family {
        Family::Money => FAMILY_MONEY,
        Family::Dates => FAMILY_DATES,
        Family::Identity => FAMILY_IDENTITY,
        Family::Structure => FAMILY_STRUCTURE,
        Family::Steering => FAMILY_STEERING,
        Family::Language => FAMILY_LANGUAGE,
    }
}
