//! The words by which kinds of things are recognised, in bokmål and nynorsk, and small helpers on words.
//!
//! A stem matches a word that begins with it, so that inflected forms are covered. No word here belongs to one
//! letter; each is a term of the trade (see `docs/glossary.md`).

use styrbord_calendar::Frequency;
use styrbord_source::lower_case;

/// Words for a goal, whole word.
pub(crate) const GOAL_WORDS: [&str; 17] = [
    "mål",
    "hovedmål",
    "hovudmål",
    "delmål",
    "virksomhetsmål",
    "verksemdsmål",
    "sektormål",
    "effektmål",
    "brukermål",
    "brukarmål",
    "samfunnsmål",
    "styringsmål",
    "resultatmål",
    "strategisk mål",
    "overordnet mål",
    "overordna mål",
    "resultatområde",
];

/// Words for a goal under another goal.
pub(crate) const SUBGOAL_WORDS: [&str; 4] = ["delmål", "resultatmål", "brukermål", "brukarmål"];

/// Words for a steering parameter, whole word.
pub(crate) const PARAMETER_WORDS: [&str; 9] = [
    "sp",
    "styringsparameter",
    "styringsparametere",
    "styringsparametre",
    "styringsparametrar",
    "styringsparametarar",
    "parameter",
    "indikator",
    "styringsindikator",
];

/// Words for a performance requirement, whole word.
pub(crate) const REQUIREMENT_WORDS: [&str; 13] = [
    "resultatkrav",
    "prestasjonskrav",
    "ambisjon",
    "ambisjonsnivå",
    "krav",
    "måltall",
    "resultatmål",
    "kvalitetskrav",
    "leveransekrav",
    "aktivitetskrav",
    "ambisjonar",
    "ambisjoner",
    "måltal",
];

/// Words for an assignment, whole word.
pub(crate) const ASSIGNMENT_WORDS: [&str; 7] =
    ["oppdrag", "oppdraget", "oppdragsnr", "oppdragsnummer", "id", "bestilling", "særskilt oppdrag"];

/// Words for a part of an assignment, whole word.
pub(crate) const PART_WORDS: [&str; 10] =
    ["del", "deloppdrag", "delfrist", "punkt", "pkt", "fase", "trinn", "steg", "delleveranse", "leveranse"];

/// The months, as the time at which something is held or sent.
pub(crate) const IN_MONTHS: [&str; 12] = [
    "i januar",
    "i februar",
    "i mars",
    "i april",
    "i mai",
    "i juni",
    "i juli",
    "i august",
    "i september",
    "i oktober",
    "i november",
    "i desember",
];

/// Tells whether a word, lower-cased and without punctuation at its ends, is in a list.
pub(crate) fn is_one_of(word: &str, list: &[&str]) -> bool {
    let lower = lower_case(bare(word));
    list.contains(&lower.as_str())
}

/// Returns a word without punctuation at its ends.
pub(crate) fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Tells whether a lower-cased text holds one of the stems at the start of a word.
pub(crate) fn has_stem(lower: &str, stems: &[&str]) -> bool {
    stems.iter().any(|stem| find_stem(lower, stem).is_some())
}

/// Returns where a stem stands at the start of a word.
pub(crate) fn find_stem(lower: &str, stem: &str) -> Option<usize> {
    let first = *stem.as_bytes().first()?;
    let bytes = lower.as_bytes();
    let mut from = 0;
    while let Some(found) = bytes.get(from..).and_then(|rest| rest.iter().position(|byte| *byte == first)) {
        let at = from + found;
        if bytes[at..].starts_with(stem.as_bytes()) && is_word_start(lower, at) {
            return Some(at);
        }
        from = at + 1;
    }
    None
}

/// Tells whether no letter or digit stands right before a place.
fn is_word_start(text: &str, at: usize) -> bool {
    match at.checked_sub(1).map(|before| text.as_bytes()[before]) {
        None => true,
        Some(byte) if byte.is_ascii() => !byte.is_ascii_alphanumeric(),
        Some(_) => !text[..at].ends_with(char::is_alphanumeric),
    }
}

/// Returns the places in a text where a word begins.
pub(crate) fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let mut inside = false;
    text.char_indices().filter_map(move |(at, c)| {
        let starts = c.is_alphanumeric() && !inside;
        inside = c.is_alphanumeric();
        starts.then_some(at)
    })
}

/// Returns the frequency that a lower-cased text names, with the range of the words.
pub(crate) fn find_frequency(lower: &str) -> Option<(std::ops::Range<usize>, Frequency)> {
    const STEMS: [(&str, Frequency); 27] = [
        ("halvårsrapporter", Frequency::HalfYearly),
        ("halvårlig", Frequency::HalfYearly),
        ("halvårleg", Frequency::HalfYearly),
        ("halvårsvis", Frequency::HalfYearly),
        ("hvert halvår", Frequency::HalfYearly),
        ("kvart halvår", Frequency::HalfYearly),
        ("to ganger i året", Frequency::HalfYearly),
        ("2 ganger i året", Frequency::HalfYearly),
        ("to gonger i året", Frequency::HalfYearly),
        ("tertialvis", Frequency::Tertial),
        ("tertialsvis", Frequency::Tertial),
        ("hvert tertial", Frequency::Tertial),
        ("kvart tertial", Frequency::Tertial),
        ("tre ganger i året", Frequency::Tertial),
        ("3 ganger i året", Frequency::Tertial),
        ("hver fjerde måned", Frequency::Tertial),
        ("kvartalsvis", Frequency::Quarterly),
        ("hvert kvartal", Frequency::Quarterly),
        ("kvart kvartal", Frequency::Quarterly),
        ("4 ganger i året", Frequency::Quarterly),
        ("fire ganger i året", Frequency::Quarterly),
        ("månedlig", Frequency::Monthly),
        ("månadleg", Frequency::Monthly),
        ("årlig", Frequency::Yearly),
        ("årleg", Frequency::Yearly),
        ("hvert år", Frequency::Yearly),
        ("kvart år", Frequency::Yearly),
    ];
    word_starts(lower).find_map(|at| {
        let rest = &lower.as_bytes()[at..];
        let first = *rest.first()?;
        if !b"234fhkmt\xc3".contains(&first) {
            return None;
        }
        let (stem, frequency) = STEMS.iter().find(|(stem, _)| rest.starts_with(stem.as_bytes()))?;
        Some((at..at + stem.len(), *frequency))
    })
}

/// Returns a small number that is written as a word or in digits.
pub(crate) fn small_number(word: &str) -> Option<u32> {
    const WORDS: [(&str, u32); 19] = [
        ("en", 1),
        ("ett", 1),
        ("et", 1),
        ("ein", 1),
        ("eitt", 1),
        ("eit", 1),
        ("to", 2),
        ("tre", 3),
        ("fire", 4),
        ("fem", 5),
        ("seks", 6),
        ("sju", 7),
        ("syv", 7),
        ("åtte", 8),
        ("ni", 9),
        ("ti", 10),
        ("elleve", 11),
        ("tolv", 12),
        ("tretten", 13),
    ];
    let lower = lower_case(bare(word));
    WORDS
        .iter()
        .find(|(name, _)| *name == lower)
        .map(|(_, number)| *number)
        .or_else(|| (lower.len() <= 2).then(|| lower.parse().ok()).flatten())
}

/// Lower-cases a text without changing the length of any character, so that ranges stay valid; a line break is a
/// space, so that phrases are found across lines.
pub(crate) fn lower(text: &str) -> String {
    /// First byte of the letters of Latin 1, and second byte of "×", which stands among its capitals.
    const LATIN_1: u8 = 0xc3;
    const TIMES: u8 = 0x97;
    let mut bytes = text.as_bytes().to_vec();
    let mut before = 0;
    for byte in &mut bytes {
        match *byte {
            b'\n' => *byte = b' ',
            b'A'..=b'Z' => *byte |= 0x20,
            0x80..=0x9e if before == LATIN_1 && *byte != TIMES => *byte |= 0x20,
            // Signs of Latin 1, dashes and quotation marks have no case; other letters are looked up.
            0x84..=0xbf if before == 0xe2 => return text.chars().map(lower_char).collect(),
            0xc4..=0xe1 | 0xe3.. => return text.chars().map(lower_char).collect(),
            _ => {}
        }
        before = *byte;
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.chars().map(lower_char).collect())
}

/// Returns the lower case of a character when it takes as many bytes, and a space for a line break.
fn lower_char(c: char) -> char {
    match c {
        '\n' => ' ',
        '\0'..='\x7f' => c.to_ascii_lowercase(),
        _ => {
            let mut lower = c.to_lowercase();
            match (lower.next(), lower.next()) {
                (Some(one), None) if one.len_utf8() == c.len_utf8() => one,
                _ => c,
            }
        }
    }
}

/// Returns the words of a title that tell it from others: lower case, without punctuation and research markers.
pub(crate) fn title_words(title: &str) -> Vec<String> {
    lower(title)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !["fou", "delvis", "herunder", "ma", "mv"].contains(word))
        .map(str::to_owned)
        .collect()
}

/// Returns how alike two titles are, in percent: shared words against all words of the shorter and the longer.
pub(crate) fn likeness(one: &str, other: &str) -> u32 {
    let (a, b) = (title_words(one), title_words(other));
    if a.is_empty() || b.is_empty() {
        return 0;
    }
    let mut rest = b.clone();
    let mut shared = 0;
    for word in &a {
        if let Some(at) = rest.iter().position(|other| other == word) {
            rest.swap_remove(at);
            shared += 1;
        }
    }
    let (short, long) = (a.len().min(b.len()), a.len().max(b.len()));
    ((shared * 100 / short) * 2 + shared * 100 / long) as u32 / 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_stand_at_word_starts() {
        assert_eq!(find_stem("ei halvårleg melding", "halvårleg"), Some(3));
        assert_eq!(find_stem("uårlig", "årlig"), None);
        assert_eq!(find_frequency("rapporteres tertialvis").map(|found| found.1), Some(Frequency::Tertial));
    }

    #[test]
    fn lower_case_keeps_every_length() {
        let everything: String = ('\0'..='\u{2fff}').collect();
        for text in ["ÅRSRAPPORT\nog × ÷ Þ «Ø» – …", "Ⅳ. DEL", "\u{212a}ELVIN", "ΔΕΛΤΑ", &everything]
        {
            let slowly: String = text.chars().map(lower_char).collect();
            assert_eq!(lower(text), slowly);
            assert_eq!(lower(text).len(), text.len());
        }
        for letter in '\0'..=char::MAX {
            assert_eq!(lower(&letter.to_string()), lower_char(letter).to_string());
        }
    }

    #[test]
    fn titles_are_alike_when_words_are_shared() {
        assert!(likeness("Opprette informasjonsside om kart", "Opprette en informasjonsside om kart") > 85);
        assert!(likeness("Opprette informasjonsside", "Veiledning om modell") < 20);
    }
}
