//! What to ask instead when nothing was found.

use super::ask::Term;
use super::index::{Entry, Index};
use super::words::Group;
use std::cmp::Reverse;

/// As many other questions are offered.
const INSTEAD_MAX: usize = 3;
/// A word of fewer letters is not held against others.
const LETTERS_MIN: usize = 3;
/// A word of so many letters may have two wrong.
const TWO_WRONG_MIN: usize = 7;

/// Returns other questions that find something: with words that are spelt alike, else with each word for itself. A
/// word is offered only when the asker sees where it stands.
pub(super) fn instead(
    index: &Index,
    groups: &[Group],
    terms: &[Term],
    sees: &impl Fn(&Entry) -> bool,
) -> Vec<String> {
    let seen = |word: &str| {
        let places = index.words.get(word).map(|known| known.places.as_slice()).unwrap_or_default();
        places.iter().filter_map(|(entry, _)| index.entries.get(*entry)).any(sees)
    };
    let is_known = |term: &Term| index.answers(term).keys().any(|word| seen(word));
    let name = |term: &Term| term.forms.first().cloned().unwrap_or_default();
    if terms.iter().all(is_known) {
        // Each stands somewhere, and never all together.
        let each = terms.iter().map(name).filter(|_| groups.len() > 1 || terms.len() > 1);
        return each.take(INSTEAD_MAX).collect();
    }
    let mut questions = vec![String::new()];
    for term in terms {
        let words = if is_known(term) { vec![name(term)] } else { alike(index, &name(term), &seen) };
        let longer =
            questions.iter().flat_map(|begun| words.iter().map(move |word| format!("{begun} {word}")));
        questions = longer.take(INSTEAD_MAX).collect();
    }
    questions.into_iter().map(|question| question.trim().to_owned()).filter(|one| !one.is_empty()).collect()
}

/// Returns the words that are spelt almost so, the nearest and then the most used first.
fn alike(index: &Index, asked: &str, seen: &impl Fn(&str) -> bool) -> Vec<String> {
    let asked: Vec<char> = asked.chars().collect();
    if asked.len() < LETTERS_MIN || asked.iter().any(char::is_ascii_digit) {
        return Vec::new();
    }
    let most = if asked.len() >= TWO_WRONG_MIN { 2 } else { 1 };
    let mut near: Vec<(usize, Reverse<usize>, &String)> = Vec::new();
    for (word, known) in &index.words {
        let letters: Vec<char> = word.chars().collect();
        if letters.len().abs_diff(asked.len()) > most {
            continue;
        }
        let apart = distance(&asked, &letters);
        if apart <= most {
            near.push((apart, Reverse(known.places.len()), word));
        }
    }
    near.sort();
    near.into_iter().map(|(.., word)| word.clone()).filter(|word| seen(word)).take(INSTEAD_MAX).collect()
}

/// Returns how many letters are to be put in, taken out, changed or swapped with the next.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.iter().enumerate() {
        let mut next = vec![at + 1];
        for (to, wanted) in other.iter().enumerate() {
            let cell = |row: &[usize], to: usize| row.get(to).copied().unwrap_or(usize::MAX - 1);
            let changed = cell(&row, to) + usize::from(letter != wanted);
            let mut least = changed.min(cell(&row, to + 1) + 1).min(cell(&next, to) + 1);
            let crossed =
                at > 0 && to > 0 && one.get(at - 1) == Some(wanted) && other.get(to - 1) == Some(letter);
            if crossed {
                least = least.min(cell(&before, to - 1) + 1);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn letters_apart_are_counted() {
        let apart = |one: &str, other: &str| {
            distance(&one.chars().collect::<Vec<_>>(), &other.chars().collect::<Vec<_>>())
        };
        for (one, other, expected) in [
            ("brygge", "brygge", 0),
            ("brygge", "bryge", 1),
            ("brygge", "brgyge", 1),
            ("", "ab", 2),
            ("båt", "tåb", 2),
        ] {
            assert_eq!(apart(one, other), expected, "{one} {other}");
        }
    }
}
