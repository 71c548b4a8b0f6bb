//! The rules as people look them up: what each is about, and which one a mistyped code meant.

use std::mem;
use styrbord_check::{RULES, Rule};

/// How many rules are suggested for an unknown code.
const SUGGESTIONS_MAX: usize = 3;

/// Returns the rule with a code.
pub fn find(code: &str) -> Option<&'static Rule> {
    styrbord_check::rule(code)
}

/// Returns the first sentence of a rule's page, which stands after its title and its family.
pub fn headline(rule: &Rule) -> String {
    let page = rule.page();
    let paragraph = page.split("\n\n").nth(2).unwrap_or_default();
    let line = paragraph.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.find(". ") {
        Some(stop) => line[..=stop].to_owned(),
        None => line,
    }
}

/// Returns the codes that are nearest to a mistyped one, the best first; none when nothing is near.
pub fn nearest(code: &str) -> Vec<&'static str> {
    let code = code.trim().to_lowercase().replace(['_', ' '], "-");
    let near = |known: &&str| distance(&code, known) <= known.len() / 3 || shares_a_word(&code, known);
    let mut codes: Vec<&str> = RULES.iter().map(|rule| rule.code).filter(near).collect();
    codes.sort_by_key(|known| (distance(&code, known), *known));
    codes.truncate(SUGGESTIONS_MAX);
    codes
}

/// Tells whether the codes have a telling word in common, such as `deadline`.
fn shares_a_word(one: &str, other: &str) -> bool {
    one.split('-').any(|word| word.len() > 4 && other.split('-').any(|own| own == word))
}

/// Returns how many letters must be put in, taken out or replaced to make one text of the other (Levenshtein).
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (above, letter) in one.chars().enumerate() {
        let mut diagonal = mem::replace(&mut row[0], above + 1);
        for (column, own) in other.iter().enumerate() {
            let replaced = diagonal + usize::from(letter != *own);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(row[column] + 1).min(diagonal + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistyped_code_finds_its_rule() {
        for (typed, meant) in [
            ("chapter-sum-missmatch", "chapter-sum-mismatch"),
            ("CHAPTER_SUM_MISMATCH", "chapter-sum-mismatch"),
            ("doubled-words", "doubled-word"),
            ("impossible", "impossible-date"),
        ] {
            assert_eq!(nearest(typed).first(), Some(&meant), "{typed}");
        }
        assert!(nearest("xyzzy").is_empty());
    }

    #[test]
    fn a_headline_is_one_sentence() {
        for rule in RULES {
            let headline = headline(rule);
            assert!(headline.ends_with('.') && !headline.contains('\n'), "{}: {headline}", rule.code);
        }
    }

    #[test]
    fn distances() {
        for (one, other, expected) in
            [("", "abc", 3), ("frist", "frist", 0), ("frist", "fist", 1), ("a", "b", 1)]
        {
            assert_eq!(distance(one, other), expected);
        }
    }
}
