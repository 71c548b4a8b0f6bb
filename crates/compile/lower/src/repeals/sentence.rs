//! What one sentence takes away.

use super::nouns::kind_of;
use super::target::{Reach, Target, Text, read};
use super::verbs::{FILLERS, Form, HELPING, Verb, is_denied, verb_at};
use super::words::{Word, words};
use styrbord_plan::{Repeal, RepealKind};

/// Whether the letter may take parts away by their words alone, or only by number.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Letter {
    /// It amends an earlier one.
    Supplement,
    /// It stands on its own, and speaks of much else that ends.
    Ordinary,
}

/// A text of more words is no sentence; looking for parts and verbs in it would take long.
const SENTENCE_WORDS: usize = 300;

/// Returns what a sentence takes away. An assignment without number and title is the one that the sentence stands in.
pub(super) fn repealed(sentence: &str, letter: Letter) -> Vec<Repeal> {
    let words = words(sentence);
    let text = Text { text: sentence, words: &words };
    if words.len() > SENTENCE_WORDS || sentence.trim_end().ends_with('?') {
        return Vec::new();
    }
    for at in 0..words.len() {
        let Some(verb) = verb_at(&words, at).filter(|verb| !is_denied(&words, verb)) else { continue };
        let found =
            subject(text, &verb).or_else(|| object(text, &verb)).filter(|found| holds(found, &verb, text));
        let Some(found) = found else { continue };
        let steering = found.parts.iter().any(|part| part.kind != RepealKind::Assignment);
        let unsure = found.loose && verb.is_everyday(&words);
        let sure = found.exact && verb.form != Form::Discontinued && !(found.loose && (unsure || steering));
        let allowed = sure || letter == Letter::Supplement && !(unsure && steering);
        let replaced_by = replacement(text, at);
        if allowed && (verb.form != Form::Replaced || replaced_by.is_some()) {
            let with = |part: Repeal| Repeal { replaced_by: replaced_by.clone(), ..part };
            return found.parts.into_iter().map(with).collect();
        }
    }
    Vec::new()
}

/// Tells whether a text is a heading over parts that are taken away, and of which kind: `Oppdrag som fell bort`.
pub(super) fn heading(title: &str, letter: Letter) -> Option<RepealKind> {
    let words = words(title);
    let (noun, kind) = words.iter().enumerate().find_map(|(at, word)| Some((at, kind_of(&word.low)?)))?;
    let numbered = words.iter().any(|word| word.low.starts_with(|c: char| c.is_ascii_digit()));
    let verb = (0..words.len()).find_map(|at| verb_at(&words, at))?;
    let between = if verb.at < noun { verb.whole()..noun } else { noun + 1..verb.at };
    let of_noun = words.get(between).unwrap_or_default().iter().all(says_nothing);
    let active = verb.form == Form::Active || verb.form == Form::Replaced;
    let allowed = verb.form != Form::Discontinued || letter == Letter::Supplement;
    let short = words.len() <= HEADING_WORDS && verb.particle.is_none();
    (short && allowed && of_noun && !active && !numbered && !is_denied(&words, &verb)).then_some(kind)
}

/// Tells whether a word between a part and its verb leaves the verb to the part: `Oppdrag i tildelingsbrevet som utgår`.
fn says_nothing(word: &Word) -> bool {
    const WORDS: [&str; 12] =
        ["som", "i", "fra", "frå", "nr", "og", "nedenfor", "nedanfor", "under", "disse", "desse", "ikkje"];
    word.is(&WORDS)
        || word.is(&HELPING)
        || word.is(&FILLERS)
        || kind_of(&word.low).is_some()
        || ["tildelingsbrev", "tillegg", "ikke", "tidligere", "tidlegare"]
            .iter()
            .any(|stem| word.low.starts_with(stem))
}

/// A heading or the words over a list have no more words than this.
const HEADING_WORDS: usize = 12;

/// Tells whether a cell or sentence says nothing but that something falls away: `Utgår`, `Er trukket tilbake.`
pub(super) fn is_bare(text: &str) -> bool {
    let words = words(text);
    let begin = words.iter().take_while(|word| word.is(&HELPING) || word.is(&FILLERS)).count();
    let verb = (0..=begin).find_map(|at| verb_at(&words, at));
    verb.is_some_and(|verb| {
        if verb.form == Form::Replaced {
            return replaced_by(text).is_some();
        }
        let rest = words.get(verb.whole()..).unwrap_or_default();
        verb.form != Form::Active
            && verb.particle.is_none()
            && !is_denied(&words, &verb)
            && rest.iter().all(|word| word.is(&FILLERS))
    })
}

/// Returns a title without the words at its end that take it away: `Ventebrygger utgår`.
pub(super) fn uncancelled(title: &str) -> Option<&str> {
    let words = words(title);
    let verb =
        (1..words.len()).filter_map(|at| verb_at(&words, at)).find(|verb| verb.whole() == words.len())?;
    let before = words.get(..verb.at)?;
    let rest = before.len() - before.iter().rev().take_while(|word| word.is(&HELPING)).count();
    let last = before.get(..rest)?.last().filter(|word| !word.is(&["som"]) && !word.is(&PRONOUNS))?;
    let sure = verb.form == Form::Passive || verb.form == Form::Participle && rest < before.len();
    (sure && !verb.is_everyday(&words) && !is_denied(&words, &verb)).then(|| title.get(..last.end)).flatten()
}

/// Returns what the words of an entry of a list name: its label and number, or its words.
pub(super) fn entry(text: &str, kind: RepealKind) -> Vec<Repeal> {
    let end = crate::parties::sentences(text).first().map_or(text.len(), |range| range.end);
    let text = text.get(..end).unwrap_or_default();
    let words = words(text);
    let all = Text { text, words: &words };
    if let Some(found) = read(all, 0..words.len(), Reach::Open).filter(|found| found.exact) {
        return found.parts;
    }
    let first = words.first().map_or("", |word| word.low.as_str());
    let number =
        first.starts_with(|c: char| c.is_ascii_digit()) && first.len() <= 4 && kind == RepealKind::Assignment;
    let (number, rest) = match words.first().filter(|_| number) {
        Some(word) => (text.get(word.start..word.end), text.get(word.end..)),
        None => (None, Some(text)),
    };
    let rest = rest.unwrap_or_default().trim_start_matches(|c: char| !c.is_alphanumeric() && c != '«');
    let title = rest.trim_end_matches(['.', ';', ',']);
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    if title.is_empty() && number.is_none() {
        return Vec::new();
    }
    let title = Some(title).filter(|title| !title.is_empty());
    vec![Repeal { kind, number: number.map(str::to_owned), title, ..Repeal::default() }]
}

/// Reads the part as what stands before the verb, from the start of the sentence or of a clause.
fn subject(text: Text<'_>, verb: &Verb) -> Option<Target> {
    if verb.form == Form::Active {
        return None;
    }
    if let Some(particle) = verb.particle {
        let between = text.words.get(verb.end..particle)?;
        between.iter().all(|word| word.is(&FILLERS)).then_some(())?;
    }
    let mut near =
        text.words.get(..verb.at)?.iter().rev().skip_while(|word| word.is(&HELPING) || word.is(&FILLERS));
    if near.next().is_some_and(|word| word.is(&PRONOUNS))
        || text.words.get(..verb.at)?.last().is_some_and(|word| word.is(&["som"]))
    {
        return None;
    }
    let helped = is_helped(text.words, verb);
    if verb.form == Form::Participle && !helped {
        return None;
    }
    starts(text.words, verb.at).find_map(|start| read(text, start..verb.at, Reach::All))
}

/// Subjects of their own: the verb is not said of the part.
const PRONOUNS: [&str; 10] = ["de", "dei", "den", "det", "han", "hun", "ho", "man", "ein", "en"];

/// Returns where the subject of a verb can begin: with the sentence, behind a sign, `at`, or a helping verb.
fn starts(words: &[Word], end: usize) -> impl Iterator<Item = usize> {
    (0..end).rev().filter(move |at| {
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        let behind_sign = |at: usize| words.get(at).is_some_and(|word| word.opens);
        let joined = before.is_some_and(|word| word.is(&["og", "men", "samt"]));
        before.is_none_or(|word| word.is(&["at"]) || word.is(&HELPING))
            || behind_sign(*at)
            || joined && at.checked_sub(1).is_some_and(behind_sign)
    })
}

/// Tells whether a helping verb stands near before a participle.
fn is_helped(words: &[Word], verb: &Verb) -> bool {
    let before = words.get(..verb.at).unwrap_or_default();
    before.iter().any(|word| word.is(&HELPING))
}

/// Reads the part as what stands behind the verb: `Med dette utgår oppdrag 4`, `Departementet trekker oppdrag 4 tilbake`.
fn object(text: Text<'_>, verb: &Verb) -> Option<Target> {
    const SENDER: [&str; 4] = ["departementet", "vi", "me", "departementet"];
    if verb.form == Form::Participle && verb.particle.is_none() || verb.form == Form::Discontinued {
        return None;
    }
    let skipped = |at: &usize| text.words.get(*at).is_some_and(|word| word.is(&FILLERS) || word.is(&SENDER));
    let start = (verb.end..text.words.len()).find(|at| !skipped(at))?;
    match verb.particle {
        Some(particle) => read(text, start..particle, Reach::All),
        None => read(text, start..text.words.len(), Reach::Open),
    }
}

/// Tells whether verb and part go together: a deadline that goes out on a day only ends then.
fn holds(found: &Target, verb: &Verb, text: Text<'_>) -> bool {
    let deadline = found.parts.iter().any(|part| part.kind == RepealKind::Deadline);
    let low = |at: usize| text.words.get(at).map_or("", |word| word.low.as_str());
    let ends = low(verb.at).starts_with("utgå") || low(verb.at).starts_with("gå");
    let dated = styrbord_calendar::find_dates(text.text);
    let behind = text.words.get(verb.at).map_or(0, |word| word.start);
    let moved = dated.iter().any(|date| date.range.start > behind);
    let held_anew = found.parts.iter().any(|part| part.kind == RepealKind::Meeting) && dated.len() > 1;
    let only_ends = ends && low(verb.whole()) == "på";
    !held_anew && !(deadline && (moved || only_ends))
}

/// Returns the number or label of what a text says comes in the place of something.
pub(super) fn replaced_by(text: &str) -> Option<String> {
    replacement(Text { text, words: &words(text) }, 0)
}

/// Returns the number or label of what comes in the part's place: `… og erstattes av oppdrag 9`.
fn replacement(text: Text<'_>, from: usize) -> Option<String> {
    let verb = (from..text.words.len())
        .filter_map(|at| verb_at(text.words, at))
        .find(|verb| verb.form == Form::Replaced)?;
    let skip =
        usize::from(text.words.get(verb.end).is_some_and(|word| word.is(&["nytt", "ny", "det", "nye"])));
    let found = read(text, verb.end + skip..text.words.len(), Reach::Open)?;
    let first: &Repeal = found.parts.first()?;
    first.number.clone().or_else(|| first.label.clone())
}

/// Tells whether a text holds a word that could take something away, so that most text need not be looked at.
pub(super) fn may_repeal(low: &str) -> bool {
    const STEMS: [&str; 19] = [
        "utgå",
        "bortf",
        " bort",
        " vekk",
        "opphev",
        "stryk",
        "strøk",
        "strok",
        "avlys",
        "kanseller",
        "annuller",
        "sløyf",
        "slett",
        "fjern",
        "frafall",
        "fråfall",
        " tilbake",
        " attende",
        "erstatt",
    ];
    STEMS.iter().chain(&[" ut", " ikke", " ikkje"]).any(|stem| low.contains(stem))
}
