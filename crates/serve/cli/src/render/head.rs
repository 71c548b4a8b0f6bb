//! What letter it is: kind and year, from whom and to whom.

use crate::output::{Screen, plain};
use crate::texts::{self, join, summary as words};
use styrbord_app::Language;
use styrbord_app::plan::{LetterKind, Party};

/// Returns the kind and year, and on the next line the ministry and the agency.
pub(crate) fn head(
    kind: LetterKind,
    year: Option<i16>,
    ministry: &Party,
    agency: &Party,
    screen: Screen,
) -> String {
    let language = screen.language;
    let kind = texts::letter_kind(kind).get(language);
    let year = year.map(|year| year.to_string()).unwrap_or_default();
    let parties = words::FROM_TO.with(language, &[&party(ministry, language), &party(agency, language)]);
    format!("{}\n{}\n", screen.bold(&join([kind, &year], " ")), plain(&parties))
}

fn party(party: &Party, language: Language) -> String {
    match (&party.name, &party.short) {
        (Some(name), Some(short)) => format!("{name} ({short})"),
        (Some(name), None) | (None, Some(name)) => name.clone(),
        (None, None) => texts::UNKNOWN.get(language).to_owned(),
    }
}
