//! How alike two titles are.
//!
//! From: titles as letters print them. To: [`Likeness`], and how many words two titles [share](Title::shared).
//! Titles of one thing differ in trifles from place to place: a research marker, a full stop, an article, the
//! written language. What counts is which words carry the meaning and how many of them the two share.
//!
//! This crate does not know what the titles are titles of.
//!
//! ```
//! use styrbord_titles::{Likeness, Title};
//! let (one, other) = (Title::new("Revidere mandatet til rådet"), Title::new("Revidere mandat for rådet"));
//! assert_eq!(one.likeness(&other), Likeness::Near);
//! ```

mod nynorsk;

use std::collections::BTreeMap;
use std::ops::Range;
use styrbord_source::lower_case;

/// A title, made ready to be compared.
#[derive(Debug, Clone)]
pub struct Title {
    /// Letters and digits only, lower case, without markers.
    compact: String,
    /// The words that carry meaning, in order, as places in `compact`.
    words: Vec<Range<usize>>,
}

/// How alike two titles are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// Nothing to do with each other.
    Different,
    /// Too short or too mixed to say.
    Unclear,
    /// The same thing in somewhat other words.
    Near,
    /// The same but for case, punctuation and markers.
    Same,
}

/// How many bytes of letters and digits no rewording adds at the end.
const RUN_ON: usize = 30;

impl Title {
    /// Returns a title without case, punctuation, hyphens and research markers.
    pub fn new(text: &str) -> Self {
        let plain = without_marker(lower_case(text));
        let mut title = Title { compact: String::with_capacity(plain.len()), words: Vec::new() };
        let mut rest = plain.as_str();
        while !rest.is_empty() {
            let end = rest.find(|c: char| !in_word(c)).unwrap_or(rest.len());
            let (word, behind) = rest.split_at(end);
            let start = title.compact.len();
            title.compact.push_str(word);
            if carries_meaning(word) {
                title.words.push(start..title.compact.len());
            }
            rest = behind.trim_start_matches(|c: char| !in_word(c));
        }
        title
    }

    /// Returns the words that carry meaning, in order.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().filter_map(|range| self.compact.get(range.clone()))
    }

    /// Tells whether nothing is left to compare.
    pub fn is_empty(&self) -> bool {
        self.compact.is_empty()
    }

    /// Tells whether the title has words enough to tell it from other titles.
    pub fn is_rich(&self) -> bool {
        self.words.len() >= 2
    }

    /// Returns letters and digits only: equal for titles that are the same, so that titles can be grouped by it.
    pub fn key(&self) -> &str {
        &self.compact
    }

    /// Tells whether one title goes on where the other ends, for so long that it has run into the text behind it.
    pub fn runs_on(&self, other: &Title) -> bool {
        let (one, other) = (&self.compact, &other.compact);
        let longer = one.len().max(other.len()) - one.len().min(other.len());
        longer > RUN_ON && (one.starts_with(other.as_str()) || other.starts_with(one.as_str()))
    }

    /// Returns how many words carry meaning.
    pub fn word_count(&self) -> usize {
        self.words.len()
    }

    /// Returns how many words carry meaning, and how many of them `other` has too.
    pub fn shared_with(&self, other: &Title) -> (usize, usize) {
        let shared = self.words().filter(|word| other.words().any(|own| alike(word, own))).count();
        (self.words.len(), shared)
    }

    /// Returns how many words the two have in common; the same whichever of them is asked.
    pub fn shared(&self, other: &Title) -> usize {
        self.shared_with(other).1.min(other.shared_with(self).1)
    }

    /// Tells whether no more than half the words of the shorter title are in the other.
    pub fn mostly_differs(&self, other: &Title) -> bool {
        let (small, large) =
            if self.words.len() <= other.words.len() { (self, other) } else { (other, self) };
        let (count, shared) = small.shared_with(large);
        small.is_rich() && shared * 2 <= count
    }

    /// Returns how alike two titles are.
    pub fn likeness(&self, other: &Title) -> Likeness {
        if self.compact == other.compact {
            return Likeness::Same;
        }
        let (small, large) =
            if self.words.len() <= other.words.len() { (self, other) } else { (other, self) };
        let (count, shared) = small.shared_with(large);
        if count > 0 && shared * 10 >= count * 6 {
            return Likeness::Near;
        }
        if small.is_rich() && shared * 3 <= count { Likeness::Different } else { Likeness::Unclear }
    }
}

/// Titles that can be found by another wording, without comparing each with each.
#[derive(Debug, Default)]
pub struct TitleIndex {
    titles: Vec<Title>,
    /// The titles that hold a word with this beginning, the first [`CANDIDATES_MAX`] of them.
    by_word: BTreeMap<String, Vec<usize>>,
}

/// How many titles with one word are looked at; a word that more titles have tells nothing apart.
const CANDIDATES_MAX: usize = 24;

impl TitleIndex {
    /// Returns an index over titles; the answers count from 0 in their order.
    pub fn new(titles: impl IntoIterator<Item = Title>) -> Self {
        let mut index = TitleIndex::default();
        for title in titles {
            let at = index.titles.len();
            for word in title.words() {
                let candidates = index.by_word.entry(beginning(word)).or_default();
                if candidates.len() < CANDIDATES_MAX {
                    candidates.push(at);
                }
            }
            index.titles.push(title);
        }
        index
    }

    /// Returns the first title that is at least [`Likeness::Near`]; a title of one word finds nothing.
    pub fn near(&self, title: &Title) -> Option<usize> {
        let candidates = title.words().filter_map(|word| self.by_word.get(&beginning(word))).flatten();
        candidates
            .copied()
            .filter(|at| title.is_rich() && self.titles[*at].likeness(title) >= Likeness::Near)
            .min()
    }
}

/// Returns the letters that forms of one word share, in either written language.
pub fn beginning(word: &str) -> String {
    nynorsk::as_bokmal(word).chars().take(4).collect()
}

/// Returns a title short enough for a headline; the label beside it has the whole.
pub fn shortened(title: &str) -> String {
    const WIDTH: usize = 72;
    if title.chars().count() <= WIDTH {
        return title.to_owned();
    }
    let cut: String = title.chars().take(WIDTH).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{} …", cut[..end].trim_end_matches([',', ' ', '–']))
}

/// Tells whether two words are the same or forms of one word: `mandat`, `mandatet`.
fn alike(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let (one, other) = (nynorsk::as_bokmal(one), nynorsk::as_bokmal(other));
    let common = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    common >= 4 && common * 20 >= one.chars().count().max(other.chars().count()) * 11
}

/// Words that say little about what a title is about, in bokmål and nynorsk.
const SMALL: [&str; 50] = [
    "antall", "antal", "talet", "andel", "andelen", "delen", "alle", "andre", "at", "av", "bli", "blir",
    "den", "der", "dei", "det", "ein", "eit", "eller", "en", "er", "et", "for", "fra", "frå", "gjennom",
    "ha", "har", "hva", "hvordan", "ikke", "ikkje", "i", "innen", "jf", "kva", "korleis", "med", "mellom",
    "mot", "når", "og", "om", "på", "samt", "som", "til", "under", "ved", "å",
];

fn carries_meaning(word: &str) -> bool {
    /// No small word is longer.
    const BYTES_MAX: usize = 7;
    if word.len() > BYTES_MAX {
        return true;
    }
    let long = word.chars().nth(1).is_some() || word.starts_with(char::is_numeric);
    long && !SMALL.contains(&word)
}

/// Tells whether a character is a letter or a digit.
fn in_word(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        'à'..='ö' | 'ø'..='ÿ' => true,
        _ => c.is_alphanumeric(),
    }
}

/// Takes out `(FoU)`, `(delvis FoU)`, `, herunder FoU-tiltak` and closing abbreviations such as `m.a.`.
fn without_marker(mut out: String) -> String {
    if out.as_bytes().windows(3).any(|three| three == b"fou") {
        out = without_research(out);
    }
    let mut end = out.trim_end().len();
    for short in [" m.a.", " m.m.", " mm.", " mv.", " m.v.", " m.a", " mv"] {
        if out[..end].ends_with(short) {
            end -= short.len();
        }
    }
    out.truncate(end);
    out
}

/// Takes out what marks research.
fn without_research(mut out: String) -> String {
    while let Some((open, close)) = research_bracket(&out) {
        out.replace_range(open..close, " ");
    }
    for lead in [", herunder fou", " herunder fou", ", under dette fou", ", inkl. fou", " inkludert fou"] {
        if let Some(at) = out.find(lead)
            && out[at + lead.len()..].chars().count() <= 12
        {
            out.truncate(at);
        }
    }
    out
}

/// Returns the bytes of the first bracket that speaks of research.
fn research_bracket(text: &str) -> Option<(usize, usize)> {
    let mut from = 0;
    while let Some(open) = text[from..].find('(').map(|at| from + at) {
        let close = text[open..].find(')').map_or(text.len(), |at| open + at + 1);
        if text[open..close].contains("fou") {
            return Some((open, close));
        }
        from = close;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likeness() {
        for (one, other, expected) in [
            ("Kartlegge dammer (FoU)", "Kartlegge dammer.", Likeness::Same),
            ("Plan for fjell, herunder FoU-tiltak", "Plan for fjell, herunder FoU", Likeness::Same),
            ("Plan- og kartarbeid", "Plan og kartarbeid", Likeness::Same),
            ("Prøver for tolker m.a.", "Prøver for tolker", Likeness::Same),
            ("Opprette en side om bruer", "Opprette side om bruer", Likeness::Near),
            ("Revidere mandatet til rådet", "Revidere mandat for rådet", Likeness::Near),
            ("Rydde stier", "Rydding av stier", Likeness::Near),
            ("Tilskot til skular med vekestemne", "Tilskudd til skoler med ukestevne", Likeness::Near),
            ("Auka bruk av framande språk", "Økt bruk av fremmede språk", Likeness::Near),
            ("Tilskudd til ferjer", "Tilsyn med bruer", Likeness::Different),
            ("Felles varsling av ras", "Utgreie gebyr på kaiplass", Likeness::Different),
            ("Varsling", "Utgreie gebyr på kaiplass", Likeness::Unclear),
        ] {
            assert_eq!(Title::new(one).likeness(&Title::new(other)), expected, "{one} / {other}");
        }
    }

    #[test]
    fn an_index_finds_other_wordings() {
        let titles = ["Varsling av ras", "Revidere mandatet til rådet"].map(Title::new);
        let index = TitleIndex::new(titles);
        assert_eq!(index.near(&Title::new("Revidere mandat for rådet (FoU)")), Some(1));
        assert_eq!(index.near(&Title::new("Gebyr på kaiplass")), None);
    }
}
