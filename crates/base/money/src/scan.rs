//! Small steps through a text, all at character boundaries.

/// Returns the position after the ASCII digits at `at`.
pub(crate) fn digits_end(text: &str, at: usize) -> usize {
    at + text.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// Returns the letters at `at`.
pub(crate) fn word_at(text: &str, at: usize) -> &str {
    let rest = &text[at..];
    let end = rest.find(|letter: char| !letter.is_alphabetic()).unwrap_or(rest.len());
    &rest[..end]
}

/// Returns the position after white space; `None` when it parts two paragraphs.
pub(crate) fn gap_end(text: &str, at: usize) -> Option<usize> {
    /// Text taken out of a PDF may have an empty line between any two lines; a paragraph ends with more.
    const LINE_BREAKS_MAX: usize = 2;
    let rest = &text[at..];
    let end = rest.find(|letter: char| !letter.is_whitespace()).unwrap_or(rest.len());
    (line_breaks(&rest[..end]) <= LINE_BREAKS_MAX).then_some(at + end)
}

/// Counts the line breaks of a text.
pub(crate) fn line_breaks(text: &str) -> usize {
    text.bytes().filter(|&byte| byte == b'\n').count()
}

/// Tells whether two words are the same but for upper and lower case; `lower` has "a" to "z", "æ", "ø" and "å" only.
pub(crate) fn same_word(word: &str, lower: &str) -> bool {
    /// First byte of the signs for kelvin and angstrom, whose lower case are letters of a to z and "å".
    const SIGN: u8 = 0xe2;
    /// The bit between upper and lower case, also in the second byte of "æ", "ø" and "å".
    const CASE: u8 = 0x20;
    let differing = word.bytes().zip(lower.bytes()).find(|&(own, asked)| own != asked && own | CASE != asked);
    match differing {
        None => word.len() == lower.len(),
        Some((own, _)) => own == SIGN && word.chars().flat_map(char::to_lowercase).eq(lower.chars()),
    }
}

/// Tells whether the word is one of the list, which is in lower case.
pub(crate) fn one_of(word: &str, list: &[&str]) -> bool {
    list.iter().any(|lower| same_word(word, lower))
}

/// Returns the last few characters of a text in lower case, without white space at the end.
pub(crate) fn tail(text: &str) -> String {
    const CHARS_MAX: usize = 20;
    let trimmed = text.trim_end();
    let from = trimmed.char_indices().rev().take(CHARS_MAX).last().map_or(0, |(at, _)| at);
    trimmed[from..].to_lowercase()
}

/// Tells whether a text in lower case ends with the phrase, as words of its own.
pub(crate) fn ends_with_phrase(text: &str, phrase: &str) -> bool {
    text.strip_suffix(phrase).is_some_and(|before| !before.ends_with(char::is_alphanumeric))
}

/// Tells whether a character is one of the signs that are printed for minus.
pub(crate) fn is_minus(letter: char) -> bool {
    matches!(letter, '-' | '\u{2013}' | '\u{2212}')
}
