//! What a line starts with: a bullet, a number, a label; and whether a line ends a sentence.

/// A label at the start of a line, such as `Mål 1:`, `SP 3 –`, `Oppdrag nr. 2024-07`, `Frist:`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label<'a> {
    /// The word or words, as printed: `Mål`, `Oppdrag`, `Frist etablering`.
    pub word: &'a str,
    /// The number, as printed: `1`, `1.2`, `2024-07`, `II`; empty when there is none.
    pub number: &'a str,
    /// Bytes up to the number's end (or the word's, without number), the separator not included.
    pub label_end: usize,
    /// Bytes up to the text after the separator.
    pub text_start: usize,
    /// Whether a separator (`:`, `–`, `.`) stands between label and text.
    pub separated: bool,
}

/// Returns the bullet at the start of a line and the byte after it with its white space.
pub fn bullet(text: &str) -> Option<(&str, usize)> {
    let first = text.chars().next()?;
    let is_bullet =
        matches!(first, '-' | '–' | '—' | '•' | '*' | '·' | '▪' | '◦' | '‣' | '○' | '●' | '➢' | '✓' | '+')
            || ('\u{e000}'..='\u{f8ff}').contains(&first);
    if !is_bullet {
        return None;
    }
    let rest = &text[first.len_utf8()..];
    let body = rest.trim_start();
    let spaced = body.len() < rest.len() || ('\u{e000}'..='\u{f8ff}').contains(&first) || first == '•';
    (spaced && !body.is_empty()).then(|| (&text[..first.len_utf8()], text.len() - body.len()))
}

/// Returns the byte where the text behind a leading bullet begins.
pub fn leading_bullet(text: &str) -> Option<usize> {
    bullet(text).map(|(_, start)| start)
}

/// Returns the length of a section-like number at the start (`3`, `3.`, `3.1.2`, `9.1.`, `a)`, `1)`) and the
/// byte where the text after it begins.
pub fn leading_number(text: &str) -> Option<(&str, usize)> {
    if let Some(found) = bracketed_number(text).or_else(|| roman_number(text)) {
        return Some(found);
    }
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut groups = 0;
    while at < bytes.len() && bytes[at].is_ascii_digit() {
        let start = at;
        while at < bytes.len() && bytes[at].is_ascii_digit() {
            at += 1;
        }
        if at - start > 2 {
            return None;
        }
        groups += 1;
        if bytes.get(at) == Some(&b'.') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit) {
            at += 1;
        } else {
            break;
        }
    }
    if groups == 0 {
        let single = bytes.first().is_some_and(u8::is_ascii_lowercase) && bytes.get(1) == Some(&b')');
        if !single {
            return None;
        }
        at = 1;
    }
    let number_end = at;
    if matches!(bytes.get(at), Some(b'.' | b')')) {
        at += 1;
    } else if groups == 0 {
        return None;
    }
    let rest = text.get(at..)?;
    let body = rest.trim_start();
    let dated = groups > 0 && (body.starts_with(|c: char| c.is_ascii_digit()) || starts_with_month(body));
    (body.len() < rest.len() && !body.is_empty() && !dated)
        .then(|| (&text[..number_end], text.len() - body.len()))
}

/// Returns the number of a lower-case Roman marker such as `ii.` or `iv)`.
fn roman_number(text: &str) -> Option<(&str, usize)> {
    let word = text.split(char::is_whitespace).next().filter(|word| is_roman_marker(word))?;
    let body = text.get(word.len()..)?.trim_start();
    let number = word.trim_end_matches(['.', ')']);
    body.starts_with(char::is_alphabetic).then(|| (number, text.len() - body.len()))
}

/// Tells whether a word is a lower-case Roman list marker: `i.`, `ii)`, `iv.`.
pub(crate) fn is_roman_marker(word: &str) -> bool {
    let number = word.strip_suffix(['.', ')']).unwrap_or_default();
    ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"].contains(&number)
}

/// Returns the number of a marker such as `(1)` or `(a)`.
fn bracketed_number(text: &str) -> Option<(&str, usize)> {
    let inner = text.strip_prefix('(')?;
    let end = inner.find(')').filter(|end| (1..=2).contains(end))?;
    let number = &inner[..end];
    let plain = number.bytes().all(|byte| byte.is_ascii_digit())
        || number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_lowercase());
    let rest = &inner[end + 1..];
    let body = rest.trim_start();
    (plain && body.len() < rest.len() && body.starts_with(char::is_uppercase))
        .then(|| (number, text.len() - body.len()))
}

/// Tells whether a text starts with the name of a month, as the rest of a date does.
fn starts_with_month(text: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "januar",
        "februar",
        "mars",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "desember",
    ];
    let word: String = text.chars().take_while(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let period = ["halvår", "halvåret", "tertial", "kvartal", "kvartalet"].contains(&word.as_str());
    period
        || word.len() >= 3
            && MONTHS.iter().any(|month| *month == word || (month.starts_with(&word) && word.len() <= 4))
}

/// Returns the label at the start of a line: one to four words, the first with a capital, then a number, a
/// separator, or both.
pub fn leading_label(text: &str) -> Option<Label<'_>> {
    let mut at = 0;
    let mut word_end = 0;
    let mut words = 0;
    while words < 5 {
        let rest = text.get(at..)?;
        let word = rest.split(char::is_whitespace).next()?;
        if word.is_empty() {
            break;
        }
        if let Some(colon) = word.find(':').filter(|_| words < 5) {
            if words == 0 && !starts_upper(word) {
                return None;
            }
            return label_until_colon(text, at, colon, word_end, words);
        }
        if words > 0 && is_label_number(word) {
            return Some(label_with_number(text, at, word, word_end));
        }
        if words == 0 && !starts_upper(word) || !word.chars().any(char::is_alphabetic) {
            return None;
        }
        if word.ends_with(['.', ',', ';', ')']) && !["nr.", "Kap.", "kap.", "Nr.", "kapittel"].contains(&word)
        {
            return None;
        }
        if !word.eq_ignore_ascii_case("nr.") && !word.eq_ignore_ascii_case("nr") {
            word_end = at + word.len();
        }
        words += 1;
        let gap = rest[word.len()..].len() - rest[word.len()..].trim_start().len();
        if gap > 2 {
            return None;
        }
        at += word.len() + gap;
    }
    None
}

fn starts_upper(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Tells whether a word is a label's number: digits with dots or hyphens, a Roman numeral, or a single letter.
fn is_label_number(word: &str) -> bool {
    let core = word.trim_end_matches(['.', ',', ')']);
    !core.is_empty()
        && (core.starts_with(|c: char| c.is_ascii_digit())
            && core.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'/'))
            || core.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
            || core.len() == 1 && core.bytes().all(|byte| byte.is_ascii_uppercase()))
}

fn label_until_colon(
    text: &str,
    at: usize,
    colon: usize,
    word_end: usize,
    words: usize,
) -> Option<Label<'_>> {
    let word = &text[at..at + colon];
    let after = at + colon + 1;
    let rest = text.get(after..)?;
    if rest.starts_with('/') {
        return None;
    }
    let text_start = after + (rest.len() - rest.trim_start().len());
    let (name, number) = if words > 0 && is_label_number(word) {
        (&text[..word_end], word.trim_end_matches(['.', ')']))
    } else {
        (&text[..at + colon], "")
    };
    Some(Label { word: name.trim(), number, label_end: at + colon, text_start, separated: true })
}

fn label_with_number<'a>(text: &'a str, at: usize, word: &'a str, word_end: usize) -> Label<'a> {
    let core = word.trim_end_matches(['.', ',', ')']);
    let label_end = at + core.len();
    let rest = &text[at + word.len()..];
    let body = rest.trim_start();
    let dashed = body.strip_prefix(['–', '-', '—', ':']).filter(|rest| rest.starts_with([' ', '\u{a0}']));
    let separated = dashed.is_some() || word.len() > core.len();
    let body = dashed.map_or(body, str::trim_start);
    Label {
        word: text[..word_end].trim(),
        number: core,
        label_end,
        text_start: text.len() - body.len(),
        separated,
    }
}

/// Abbreviations after which a full stop ends no sentence.
const ABBREVIATIONS: [&str; 44] = [
    "jf", "jfr", "nr", "pkt", "kap", "mill", "mrd", "bl.a", "bla", "f.eks", "ca", "ev", "evt", "mv", "m.v",
    "mm", "m.m", "m.a", "innst", "prop", "meld", "st", "ref", "inkl", "ekskl", "hhv", "tilsv", "osv", "o.l",
    "iht", "ifm", "dvs", "pst", "kr", "resp", "mht", "pr", "art", "avd", "tlf", "postb", "f.o.m", "t.o.m",
    "d.e",
];

/// Tells whether a line ends a sentence.
pub fn sentence_ends(line: &str) -> bool {
    let line = line.trim_end().trim_end_matches([')', '»', '"', '”']);
    let Some(last) = line.chars().next_back() else { return true };
    match last {
        '!' | '?' | ':' | ';' => true,
        '.' => {
            let stem = line.trim_end_matches('.');
            let word = stem.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
            let lower = word.to_lowercase();
            !ABBREVIATIONS.contains(&lower.as_str())
                && (word.chars().count() != 1 || lower.starts_with(|c: char| c.is_ascii_digit()))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels() {
        for (text, word, number, rest) in [
            ("Mål 1: Flere deltar", "Mål", "1", "Flere deltar"),
            ("SP 12 – Andel", "SP", "12", "Andel"),
            ("Delmål 1.1 Trygg", "Delmål", "1.1", "Trygg"),
            ("Oppdrag nr. 2024-07 Styrke", "Oppdrag", "2024-07", "Styrke"),
            ("Frist: 1. juni", "Frist", "", "1. juni"),
            ("Frist etablering:", "Frist etablering", "", ""),
            ("Del II: Rapport", "Del", "II", "Rapport"),
            ("Del II:30.09.2024", "Del", "II", "30.09.2024"),
            ("Kap. 671 Bosetting", "Kap.", "671", "Bosetting"),
            ("Vedlegg nr. 4 Kalender", "Vedlegg", "4", "Kalender"),
        ] {
            let label = leading_label(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((label.word, label.number, &text[label.text_start..]), (word, number, rest), "{text}");
        }
        for text in ["oppdrag 2022-09. For å", "Det er bevilget 25 mill.", "I 2024 vil det", "http://x.no"] {
            let label = leading_label(text);
            assert!(label.as_ref().is_none_or(|label| label.number.len() != 1), "{text} {label:?}");
        }
    }

    #[test]
    fn numbers_and_bullets() {
        assert_eq!(leading_number("8.1 Rapportering"), Some(("8.1", 4)));
        assert_eq!(leading_number("9.1. Budsjett"), Some(("9.1", 5)));
        assert_eq!(leading_number("a) først"), Some(("a", 3)));
        assert_eq!(leading_number("2024 vil"), None);
        assert_eq!(leading_number("16 S (2023"), Some(("16", 3)));
        assert_eq!(bullet("- 100 mill."), Some(("-", 2)));
        assert_eq!(bullet("-100"), None);
        assert_eq!(bullet("\u{f0b7}Tekst"), Some(("\u{f0b7}", 3)));
    }

    #[test]
    fn sentences() {
        assert!(sentence_ends("i arbeid."));
        assert!(sentence_ends("i 2024."));
        assert!(!sentence_ends("Det vises til Innst. "));
        assert!(!sentence_ends("bl.a."));
        assert!(!sentence_ends("på grunn av"));
    }
}
