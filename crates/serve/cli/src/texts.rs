//! Every word that the program says itself, in bokmål, nynorsk and English.
//!
//! What a finding says comes with the finding, and the letter's own words stay as they are. A text cannot be written
//! in two of the languages: the third one is missing in the code then.

pub(crate) mod account;
pub(crate) mod changes;
pub(crate) mod errors;
pub(crate) mod export;
pub(crate) mod help;
pub(crate) mod journal;
pub(crate) mod outline;
pub(crate) mod place;
pub(crate) mod place_help;
pub(crate) mod report;
#[cfg_attr(not(feature = "web"), allow(dead_code, reason = "a build without pages says only that"))]
pub(crate) mod serve;
pub(crate) mod summary;
pub(crate) mod survey;
pub(crate) mod year;
pub(crate) mod year_help;
pub(crate) mod year_money;
pub(crate) mod year_more;

pub(crate) use styrbord_app::texts::{Text, count, join};

use styrbord_app::{Date, Language, Severity, plan::LetterKind};

texts! {
    ERROR = "feil|feil", "feil|feil", "error|errors";
    WARNING = "advarsel|advarsler", "åtvaring|åtvaringar", "warning|warnings";
    NOTE = "merknad|merknader", "merknad|merknader", "note|notes";
    HELP = "hjelp", "hjelp", "help";
    LINE = "linje|linjer", "linje|linjer", "line|lines";
    SEE = "linje {}", "linje {}", "line {}";
    SEE_RANGE = "linje {}–{}", "linje {}–{}", "lines {}–{}";
    PAGE = "side {}", "side {}", "page {}";
    SECTION = "punkt {}", "punkt {}", "section {}";
    TABLE_ROW = "tabell {}, rad {}", "tabell {}, rad {}", "table {}, row {}";
    ALLOCATION = "Tildelingsbrev", "Tildelingsbrev", "Allocation letter";
    SUPPLEMENT = "Supplerende tildelingsbrev", "Supplerande tildelingsbrev", "Supplementary letter";
    INSTRUCTION = "Instruks", "Instruks", "Instruction";
    OTHER = "Oppdragsdokument eller annet brev", "Oppdragsdokument eller anna brev", "Assignment document or other letter";
    UNKNOWN = "(ikke funnet)", "(ikkje funne)", "(not found)";
    SUM_VERIFIED = "{} kontrollert og i orden", "{} kontrollerte og i orden", "{} verified";
    FACT = "opplysning|opplysninger", "opplysning|opplysningar", "fact|facts";
    ACCEPTED = "{} godtatt", "{} godteke", "{} accepted";
    NO_FINDINGS = "ingen funn", "ingen funn", "no findings";
}

/// Returns the word for findings of one severity, `one|many`.
pub(crate) fn severity(severity: Severity) -> Text {
    match severity {
        Severity::Error => ERROR,
        Severity::Warning => WARNING,
        Severity::Info => NOTE,
    }
}

/// Returns the name of a kind of letter.
pub(crate) fn letter_kind(kind: LetterKind) -> Text {
    match kind {
        LetterKind::Allocation => ALLOCATION,
        LetterKind::Supplement => SUPPLEMENT,
        LetterKind::Instruction => INSTRUCTION,
        LetterKind::Other => OTHER,
    }
}

/// Returns a date in words: `31. desember 2025`.
pub(crate) fn date(date: Date, language: Language) -> String {
    let language = match language {
        Language::Nb => styrbord_app::CalendarLanguage::Nb,
        Language::Nn => styrbord_app::CalendarLanguage::Nn,
        Language::En => styrbord_app::CalendarLanguage::En,
    };
    date.written(language)
}

/// Returns `line 12` or `lines 12–14`.
pub(crate) fn lines(line: u32, end_line: u32, language: Language) -> String {
    if end_line > line { SEE_RANGE.with(language, &[&line, &end_line]) } else { SEE.with(language, &[&line]) }
}

/// Returns thousandths as a share in percent: `2,1 %`.
pub(crate) fn percent(permille: u32, language: Language) -> String {
    let mark = if language == Language::En { '.' } else { ',' };
    format!("{}{mark}{}\u{a0}%", permille / 10, permille % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_complete_in_every_language() {
        let all = [
            TEXTS,
            account::TEXTS,
            changes::TEXTS,
            errors::TEXTS,
            export::TEXTS,
            help::TEXTS,
            journal::TEXTS,
            outline::TEXTS,
            place::TEXTS,
            place_help::TEXTS,
            report::TEXTS,
            serve::TEXTS,
            summary::TEXTS,
            survey::TEXTS,
            year::TEXTS,
            year_help::TEXTS,
            year_money::TEXTS,
            year_more::TEXTS,
        ]
        .concat();
        assert_eq!(styrbord_app::texts::uneven(&all), [""; 0]);
    }
}
