//! What is asked for, and what answers it best.

use super::index::{Entry, Field, Index, Kind};
use super::marked::{Piece, excerpt, marked};
use super::spelling;
use super::stem::stem;
use super::words::{self, Group, Word};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// As many words of what is typed are looked for.
const TERMS_MAX: usize = 12;
/// A word is found at the end of a longer one when it has so many letters.
const TAIL_MIN: usize = 5;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// The hits, best first.
    pub hits: Vec<Hit>,
    /// When there is none: what to ask instead.
    pub instead: Vec<String>,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What it is; its texts are below, marked.
    pub entry: Entry,
    /// How well it answers; more is better.
    pub score: u32,
    /// Its label.
    pub label: Vec<Piece>,
    /// Its title.
    pub title: Vec<Piece>,
    /// What else it says, cut to what was found; empty when nothing of it was.
    pub text: Vec<Piece>,
}

/// One thing that an entry must have.
pub(super) struct Term {
    /// The ways to say it.
    pub(super) forms: Vec<String>,
    /// Whether more letters may follow.
    is_open: bool,
}

/// The words that answer a term, each with how well.
type Answers = BTreeMap<String, u32>;

impl Index {
    /// Finds what has all the words of a question, among what the asker sees. The last word may go on.
    pub fn ask(&self, question: &str, sees: impl Fn(&Entry) -> bool) -> Found {
        let groups: Vec<Group> = words::groups(question).into_iter().take(TERMS_MAX).collect();
        let mut terms = terms(&groups, true);
        let mut hits = self.hits(question, &terms, &sees);
        if hits.is_empty() && groups.iter().any(|group| !group.wholes.is_empty()) {
            terms = self::terms(&groups, false);
            hits = self.hits(question, &terms, &sees);
        }
        let instead =
            if hits.is_empty() { spelling::instead(self, &groups, &terms, &sees) } else { Vec::new() };
        Found { hits, instead }
    }

    fn hits(&self, question: &str, terms: &[Term], sees: &impl Fn(&Entry) -> bool) -> Vec<Hit> {
        let answers: Vec<Answers> = terms.iter().map(|term| self.answers(term)).collect();
        let scores: Vec<BTreeMap<usize, u32>> = answers.iter().map(|answers| self.scores(answers)).collect();
        let Some((first, others)) = scores.split_first() else { return Vec::new() };
        let found: BTreeSet<String> = answers.iter().flat_map(|answers| answers.keys().cloned()).collect();
        let mut hits: Vec<(u32, Kind, usize)> = Vec::new();
        for (number, score) in first {
            let rest: Option<u32> = others.iter().map(|scores| scores.get(number).copied()).sum();
            let (Some(rest), Some(entry)) = (rest, self.entries.get(*number)) else { continue };
            if sees(entry) {
                hits.push((score + rest + whole(entry, question), entry.kind, *number));
            }
        }
        hits.sort_by_key(|(score, kind, number)| (Reverse(*score), *kind, *number));
        let hit = |(score, _, number): (u32, Kind, usize)| {
            let entry = self.entries.get(number)?;
            Some(Hit {
                label: marked(&entry.label, &found),
                title: marked(&entry.title, &found),
                text: excerpt(&entry.text, &found),
                entry: entry.clone(),
                score,
            })
        };
        hits.into_iter().filter_map(hit).collect()
    }

    /// Returns the words that answer a term: the word itself, its other forms, what begins with it, what ends in it.
    pub(super) fn answers(&self, term: &Term) -> Answers {
        let mut answers = Answers::new();
        let mut add = |word: &String, how: u32| {
            let known = answers.entry(word.clone()).or_default();
            *known = how.max(*known);
        };
        for form in &term.forms {
            let root = stem(form);
            if self.words.contains_key(form) {
                add(form, 8);
            }
            self.stems.get(&root).into_iter().flatten().for_each(|word| add(word, 6));
            if term.is_open {
                let begun = self.words.range(form.clone()..).take_while(|(word, _)| word.starts_with(form));
                begun.for_each(|(word, _)| add(word, 3));
            }
            if form.chars().count() >= TAIL_MIN && root.chars().count() + 1 >= TAIL_MIN {
                let longer = self.words.iter().filter(|(_, known)| known.stem.ends_with(&root));
                longer.for_each(|(word, _)| add(word, 2));
            }
        }
        answers
    }

    /// Returns the entries that have one of the words, each with its best.
    fn scores(&self, answers: &Answers) -> BTreeMap<usize, u32> {
        let mut scores = BTreeMap::new();
        for (word, how) in answers {
            let places = self.words.get(word).map(|known| known.places.as_slice()).unwrap_or_default();
            for (entry, field) in places {
                let score = weight(*field) * how;
                let known: &mut u32 = scores.entry(*entry).or_default();
                *known = score.max(*known);
            }
        }
        scores
    }
}

fn weight(field: Field) -> u32 {
    match field {
        Field::Label => 40,
        Field::Title => 12,
        Field::Text => 4,
    }
}

/// Tells how much more an entry is worth whose label, or title, is just what is asked, or has it word for word.
fn whole(entry: &Entry, question: &str) -> u32 {
    let words = |text: &str| -> Vec<String> { words::all(text).map(|word| word.form).collect() };
    let asked = words(question);
    if asked.is_empty() {
        return 0;
    }
    if words(&entry.label) == asked {
        return 2_000;
    }
    let title = words(&entry.title);
    if title == asked {
        return 1_000;
    }
    let in_order = |text: &[String]| text.windows(asked.len()).any(|part| part == asked.as_slice());
    match (asked.len() > 1, in_order(&title)) {
        (true, true) => 200,
        (true, false) if in_order(&words(&entry.text)) => 60,
        _ => 0,
    }
}

/// Returns what an entry must have: each group as one thing, or each of its parts.
fn terms(groups: &[Group], as_one: bool) -> Vec<Term> {
    let mut terms: Vec<Term> = Vec::new();
    for group in groups {
        let forms = |words: &[Word]| words.iter().map(|word| word.form.clone()).collect::<Vec<String>>();
        if as_one && !group.wholes.is_empty() {
            terms.push(Term { forms: forms(&group.wholes), is_open: false });
        } else {
            terms.extend(
                forms(&group.parts).into_iter().map(|form| Term { forms: vec![form], is_open: false }),
            );
        }
    }
    if let Some(last) = terms.last_mut() {
        last.is_open = true;
    }
    terms
}
