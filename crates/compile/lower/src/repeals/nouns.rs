//! The nouns that name parts of a plan, in their forms.

use crate::assignments::is_assignment_number;
use crate::words::{GOAL_WORDS, PARAMETER_WORDS, PART_WORDS, REQUIREMENT_WORDS};
use styrbord_plan::RepealKind;

/// Returns the kind of part that a word stands for, when it stands for one.
pub(super) fn kind_of(low: &str) -> Option<RepealKind> {
    match class(low)? {
        Class::Numbered(kind) | Class::Named(kind) => Some(kind),
        Class::Requirement => Some(RepealKind::Requirement),
        Class::Deadline => Some(RepealKind::Deadline),
        Class::Number | Class::Piece | Class::Post => None,
    }
}

/// Words before a noun that say no more of it.
pub(super) const DETERMINERS: [&str; 14] = [
    "det",
    "den",
    "de",
    "dei",
    "dette",
    "denne",
    "desse",
    "disse",
    "særskilte",
    "særlige",
    "særlege",
    "tidligere",
    "tidlegare",
    "også",
];

/// How a part is named.
#[derive(Debug, Clone, Copy)]
pub(super) enum Class {
    /// By a number or label behind the noun.
    Numbered(RepealKind),
    /// The number of an assignment itself.
    Number,
    /// By what it stands under.
    Requirement,
    /// By its assignment.
    Deadline,
    /// A part of an assignment.
    Piece,
    /// By chapter and post.
    Post,
    /// By its words alone.
    Named(RepealKind),
}

/// Returns how a part is named that begins with a word.
pub(super) fn class(low: &str) -> Option<Class> {
    let is = |list: &[&str]| list.contains(&low);
    let definite =
        ["et", "en", "a", "ene", "ane", "i", "n"].iter().filter_map(|ending| low.strip_suffix(ending));
    let mut forms = std::iter::once(low).chain(definite);
    if is(&[
        "oppdrag",
        "oppdraget",
        "oppdraga",
        "oppdragene",
        "bestilling",
        "bestillinga",
        "bestillingen",
        "bestillingene",
        "bestillingane",
        "oppdragsnr",
    ]) {
        return Some(Class::Numbered(RepealKind::Assignment));
    }
    if is_assignment_number(low) || is_assignment_number(&low.to_uppercase()) {
        return Some(Class::Number);
    }
    if is(&["frist", "fristen", "fristene", "fristane", "delfrist", "delfristen", "leveringsfristen"]) {
        return Some(Class::Deadline);
    }
    if is(&["post", "posten", "kap", "kapittel"]) {
        return Some(Class::Post);
    }
    if forms.clone().any(|form| REQUIREMENT_WORDS.contains(&form)) {
        return Some(Class::Requirement);
    }
    if forms.clone().any(|form| GOAL_WORDS.contains(&form)) {
        return Some(Class::Numbered(RepealKind::Goal));
    }
    if forms.clone().any(|form| PARAMETER_WORDS.contains(&form))
        || low == "parametrane"
        || low == "indikatorane"
        || low == "indikatorene"
    {
        return Some(Class::Numbered(RepealKind::SteeringParameter));
    }
    if forms.any(|form| PART_WORDS.contains(&form)) {
        return Some(Class::Piece);
    }
    let ends = |endings: &[&str]| endings.iter().any(|ending| low.ends_with(ending));
    if ends(&["møte", "møtet", "møta", "møtene", "møter"]) {
        return Some(Class::Named(RepealKind::Meeting));
    }
    if ends(&[
        "rapport",
        "rapporten",
        "rapportene",
        "rapportane",
        "rapportar",
        "rapporter",
        "rapporteringen",
        "rapporteringa",
        "rapportering",
    ]) {
        return Some(Class::Named(RepealKind::Report));
    }
    ends(&["fullmakt", "fullmakten", "fullmakta", "fullmaktene", "fullmaktene", "fullmakter"])
        .then_some(Class::Named(RepealKind::Authorisation))
}

/// Tells whether a noun stands for several.
pub(super) fn is_plural(low: &str) -> bool {
    ["ene", "ane", "krava", "måla", "rane"].iter().any(|ending| low.ends_with(ending))
}
