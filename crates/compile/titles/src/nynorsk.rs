//! Words of nynorsk by the beginning that they have in bokmål, so that titles in both can be held together.

use std::borrow::Cow;

/// How a word begins in nynorsk and in bokmål, where the two part within the first letters.
const BEGINNINGS: [(&str, &str); 32] = [
    ("auk", "øk"),
    ("betre", "bedre"),
    ("busetj", "bosett"),
    ("busett", "bosatt"),
    ("eigar", "eier"),
    ("eige", "eie"),
    ("einskild", "enkelt"),
    ("fleire", "flere"),
    ("framand", "fremmed"),
    ("framtid", "fremtid"),
    ("fylgj", "følge"),
    ("følgj", "følge"),
    ("gjer", "gjør"),
    ("heim", "hjem"),
    ("hald", "hold"),
    ("høyr", "hør"),
    ("hovud", "hoved"),
    ("innleigd", "innleid"),
    ("kjelde", "kilde"),
    ("køyr", "kjør"),
    ("leiing", "ledelse"),
    ("løyv", "bevilg"),
    ("rettlei", "veiled"),
    ("sjuk", "syk"),
    ("sjølv", "selv"),
    ("skul", "skol"),
    ("stemne", "stevne"),
    ("tenest", "tjenest"),
    ("tilskot", "tilskudd"),
    ("veg", "vei"),
    ("veke", "uke"),
    ("verksemd", "virksomhet"),
];

/// Returns the word with the beginning that it has in bokmål, or as it is.
pub(crate) fn as_bokmal(word: &str) -> Cow<'_, str> {
    let found =
        BEGINNINGS.iter().find_map(|(nynorsk, bokmal)| word.strip_prefix(nynorsk).map(|rest| (bokmal, rest)));
    found.map_or(Cow::Borrowed(word), |(bokmal, rest)| Cow::Owned(format!("{bokmal}{rest}")))
}
