//! The words of a text, as they are looked for: in small letters, `aa` as å, `41 300 000` and `2024-13` also as one.

use std::ops::Range;

/// A word with where it stands, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) range: Range<usize>,
    pub(super) form: String,
}

/// Words that stand together as one: a number in groups, a label with its sign; most stand alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) parts: Vec<Word>,
    /// What the whole is called, in each of the ways in which it can be read; none of a word that stands alone.
    pub(super) wholes: Vec<Word>,
}

/// Returns the words of a text, those that stand together as one group.
pub(super) fn groups(text: &str) -> Vec<Group> {
    let words = words(text);
    let mut groups = Vec::new();
    let mut rest = words.as_slice();
    while !rest.is_empty() {
        let (amount, label) = (chain(text, rest, is_grouped), chain(text, rest, is_joined));
        let taken = amount.max(label).max(1);
        let (parts, after) = rest.split_at(taken.min(rest.len()));
        let range =
            parts.first().map_or(0, |word| word.range.start)..parts.last().map_or(0, |word| word.range.end);
        let mut wholes = Vec::new();
        if amount == taken && taken > 1 {
            let digits: String = parts.iter().map(|word| &text[word.range.clone()]).collect();
            wholes.push(Word { range: range.clone(), form: without_zeros(&digits) });
        }
        if label == taken && taken > 1 {
            let forms: Vec<&str> = parts.iter().map(|word| word.form.as_str()).collect();
            wholes.push(Word { range, form: forms.join("-") });
        }
        groups.push(Group { parts: parts.to_vec(), wholes });
        rest = after;
    }
    groups
}

/// Returns every word of a text, and every group as one.
pub(super) fn all(text: &str) -> impl Iterator<Item = Word> {
    groups(text).into_iter().flat_map(|group| group.parts.into_iter().chain(group.wholes))
}

fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (start, letter.is_alphanumeric()) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                words.push(Word { range: from..at, form: folded(&text[from..at]) });
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// Counts how many words from the first one on belong together, each with the next.
fn chain(text: &str, words: &[Word], joins: impl Fn(&str, &str, &str) -> bool) -> usize {
    let of = |word: &Word| &text[word.range.clone()];
    let pairs = words.iter().zip(words.iter().skip(1));
    let joined =
        |(one, next): &(&Word, &Word)| joins(of(one), &text[one.range.end..next.range.start], of(next));
    pairs.take_while(joined).count() + 1
}

/// Tells whether two words are groups of one number.
fn is_grouped(one: &str, between: &str, next: &str) -> bool {
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_space = matches!(between, " " | "\u{a0}" | "\u{202f}" | "\u{2009}" | ".");
    is_space && one.len() <= 3 && is_number(one) && next.len() == 3 && is_number(next)
}

/// Tells whether two words are one label, date or number: a sign between them and a digit at it.
fn is_joined(one: &str, between: &str, next: &str) -> bool {
    matches!(between, "-" | "." | "," | "/" | "\u{2011}" | "\u{2013}")
        && (one.ends_with(|letter: char| letter.is_ascii_digit())
            || next.starts_with(|letter: char| letter.is_ascii_digit()))
}

/// Returns a word as it is looked for.
fn folded(word: &str) -> String {
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        return without_zeros(word);
    }
    let small: String = word.chars().flat_map(char::to_lowercase).map(plain).collect();
    small.replace("aa", "å").replace("ae", "æ").replace("oe", "ø")
}

fn plain(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ã' => 'a',
        'ä' => 'æ',
        'ö' => 'ø',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'õ' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        other => other,
    }
}

fn without_zeros(digits: &str) -> String {
    let rest = digits.trim_start_matches('0');
    if rest.is_empty() { "0".to_owned() } else { rest.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_numbers_are_one() {
        for (text, expected) in [
            ("Blåbær, AASANE og Oeye", vec!["blåbær", "åsane", "og", "øye"]),
            ("oppdrag 2024-013.", vec!["oppdrag", "2024", "13", "2024-13"]),
            ("kap. 671.05", vec!["kap", "671", "5", "671-5"]),
            ("41\u{a0}300 000 kroner", vec!["41", "300", "0", "41300000", "kroner"]),
            ("1.300", vec!["1", "300", "1300", "1-300"]),
            ("TB2026-17 – og e-post", vec!["tb2026", "17", "tb2026-17", "og", "e", "post"]),
            ("i 2025. Frist", vec!["i", "2025", "frist"]),
            ("…", vec![]),
        ] {
            assert_eq!(all(text).map(|word| word.form).collect::<Vec<_>>(), expected, "{text}");
        }
        let ranges: Vec<Range<usize>> = all("Å 2-3").map(|word| word.range).collect();
        assert_eq!(ranges, [0..2, 3..4, 5..6, 3..6]);
    }
}
