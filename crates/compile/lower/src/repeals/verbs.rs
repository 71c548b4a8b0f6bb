//! The verbs that take a part away, in bokmål and nynorsk.

use super::words::Word;

/// A verb that takes something away.
#[derive(Debug, Clone, Copy)]
pub(super) struct Verb {
    /// Its first word.
    pub at: usize,
    /// The word behind its last one; when something stands between its two words, behind the first one.
    pub end: usize,
    /// Its second word, when something stands between.
    pub particle: Option<usize>,
    /// How it takes something away.
    pub form: Form,
}

/// How a verb takes something away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// The part is its subject.
    Passive,
    /// The part is its subject when a helping verb stands by it.
    Participle,
    /// The part is its object.
    Active,
    /// Something else comes in the part's place.
    Replaced,
    /// The part is not continued, which an ordinary letter says of much else.
    Discontinued,
}

impl Verb {
    /// Tells whether it is said of much else too: people fall out, and go out.
    pub fn is_everyday(&self, words: &[Word]) -> bool {
        words.get(self.at).is_some_and(|word| TWO.iter().any(|(_, firsts, _)| word.is(firsts)))
    }

    /// Returns the word behind all of it.
    pub fn whole(&self) -> usize {
        self.particle.map_or(self.end, |particle| particle + 1)
    }
}

const PASSIVE: [&str; 24] = [
    "utgår",
    "utgå",
    "bortfaller",
    "bortfell",
    "bortfalle",
    "oppheves",
    "opphevast",
    "opphevjast",
    "strykes",
    "strykast",
    "avlyses",
    "avlysast",
    "kanselleres",
    "kansellerast",
    "annulleres",
    "annullerast",
    "sløyfes",
    "sløyfast",
    "slettes",
    "slettast",
    "fjernes",
    "fjernast",
    "frafalles",
    "fråfallast",
];

const PARTICIPLE: [&str; 26] = [
    "utgått",
    "utgåtte",
    "bortfalt",
    "bortfalte",
    "bortfallen",
    "bortfalne",
    "opphevet",
    "opphevede",
    "opphevete",
    "oppheva",
    "opphevd",
    "strøket",
    "strøkne",
    "stroke",
    "strokne",
    "avlyst",
    "avlyste",
    "kansellert",
    "kansellerte",
    "annullert",
    "annullerte",
    "sløyfet",
    "sløyfa",
    "slettet",
    "sletta",
    "fjerna",
];

const ACTIVE: [&str; 8] =
    ["opphever", "stryker", "avlyser", "kansellerer", "annullerer", "sløyfer", "sletter", "fjerner"];

/// Verbs of two words: the first in its forms, and the second.
const TWO: [(Form, &[&str], &[&str]); 7] = [
    (Form::Passive, &["faller", "fell", "falle", "fall"], &["bort", "vekk"]),
    (Form::Participle, &["falt", "falle", "fallen", "falne"], &["bort", "vekk"]),
    (Form::Passive, &["går", "gå"], &["ut"]),
    (Form::Participle, &["gått", "gjenge"], &["ut"]),
    (
        Form::Passive,
        &["trekkes", "trekkast", "trekkjast", "takast", "tas"],
        &["tilbake", "attende", "ut", "bort"],
    ),
    (
        Form::Participle,
        &["trukket", "trukke", "trekt", "trukne", "tatt", "teke", "teken", "tekne"],
        &["tilbake", "attende", "ut", "bort"],
    ),
    (Form::Active, &["trekker", "trekkjer", "trekk", "tar", "tek"], &["tilbake", "attende", "ut", "bort"]),
];

/// Words that stand between the two words of a verb, or before it, and say nothing.
pub(super) const FILLERS: [&str; 24] = [
    "derfor", "difor", "dermed", "nå", "no", "herved", "hermed", "også", "med", "dette", "da", "altså",
    "likevel", "helt", "heilt", "i", "sin", "helhet", "heilskap", "som", "følge", "følgje", "av", "så",
];

/// Helping verbs.
pub(super) const HELPING: [&str; 17] = [
    "er", "blir", "bli", "ble", "blei", "blitt", "blive", "vert", "verte", "vart", "vorte", "vorten", "har",
    "skal", "være", "vere", "vera",
];

const NOT: [&str; 2] = ["ikke", "ikkje"];
const LONGER: [&str; 5] = ["lenger", "lengre", "lengere", "lengjer", "meir"];
const DONE: [&str; 14] = [
    "gjennomføres",
    "gjennomførast",
    "gjennomførte",
    "utføres",
    "utførast",
    "løses",
    "løysast",
    "leveres",
    "leverast",
    "holdes",
    "haldast",
    "følges",
    "følgjast",
    "avholdes",
];
const CONTINUED: [&str; 9] = [
    "videreføres",
    "vidareførast",
    "videreført",
    "vidareført",
    "videreførte",
    "vidareførte",
    "vidareføres",
    "vidareførd",
    "vidareførde",
];

/// Returns the verb that begins at a word.
pub(super) fn verb_at(words: &[Word], at: usize) -> Option<Verb> {
    let word = words.get(at)?;
    let single = |form| Some(Verb { at, end: at + 1, particle: None, form });
    if word.is(&PASSIVE) && !is_origin(words, at) {
        return single(Form::Passive);
    }
    if word.is(&PARTICIPLE) {
        return single(Form::Participle);
    }
    if word.is(&ACTIVE) {
        return single(Form::Active);
    }
    replaced(words, at).or_else(|| negated(words, at)).or_else(|| of_two(words, at))
}

/// Tells whether `utgår fra` says where something comes from.
fn is_origin(words: &[Word], at: usize) -> bool {
    words.get(at).is_some_and(|word| word.low.starts_with("utgå"))
        && words.get(at + 1).is_some_and(|next| next.is(&["fra", "frå", "av", "på"]))
        && !words.get(at + 2).is_some_and(|word| {
            word.low.starts_with(|c: char| c.is_ascii_digit()) || word.low.starts_with("tildelingsbrev")
        })
}

fn replaced(words: &[Word], at: usize) -> Option<Verb> {
    let verb = words.get(at)?.is(&["erstattes", "erstattast", "erstattet", "erstatta", "erstattad"]);
    let by = words.get(at + 1)?.is(&["av", "med"]);
    (verb && by).then_some(Verb { at, end: at + 2, particle: None, form: Form::Replaced })
}

/// Returns a verb that `ikke` makes one: `skal ikke gjennomføres`, `er ikke lenger aktuelt`, `videreføres ikke`.
fn negated(words: &[Word], at: usize) -> Option<Verb> {
    let is = |ahead: usize, list: &[&str]| words.get(at + ahead).is_some_and(|word| word.is(list));
    let verb = |length, form| Some(Verb { at, end: at + length, particle: None, form });
    let longer = usize::from(is(2, &LONGER));
    if is(0, &["skal"]) && is(1, &NOT) && is(2 + longer, &DONE) {
        return verb(3 + longer, Form::Passive);
    }
    if is(0, &["er"]) && is(1, &NOT) && longer == 1 && is(3, &["aktuell", "aktuelt", "aktuelle"]) {
        return verb(4, Form::Passive);
    }
    if is(0, &["gjelder", "gjeld"]) && is(1, &NOT) && longer == 1 {
        return verb(3, Form::Passive);
    }
    if is(0, &CONTINUED) && is(1, &NOT) {
        return verb(2 + longer, Form::Discontinued);
    }
    if is(0, &NOT) && is(1, &CONTINUED) {
        return verb(2, Form::Discontinued);
    }
    None
}

/// How far behind the first word of a verb its second one may stand.
const REACH: usize = 16;

fn of_two(words: &[Word], at: usize) -> Option<Verb> {
    let first = words.get(at)?;
    for (form, firsts, seconds) in TWO {
        if !first.is(firsts) {
            continue;
        }
        let behind = words.iter().enumerate().skip(at + 1).take(REACH);
        let Some((second, _)) =
            behind.take_while(|(_, word)| !is_stop(word)).find(|(_, word)| word.is(seconds))
        else {
            continue;
        };
        let about = words.get(second + 1).is_some_and(|next| next.is(&["på", "over", "frå", "fra", "til"]));
        if about && words.get(second).is_some_and(|word| word.is(&["ut"])) {
            continue;
        }
        let close = (at + 1..second).all(|between| words.get(between).is_some_and(|word| word.is(&FILLERS)));
        let (end, particle) = if close { (second + 1, None) } else { (at + 1, Some(second)) };
        return Some(Verb { at, end, particle, form });
    }
    None
}

/// Tells whether a word begins something of its own.
pub(super) fn is_stop(word: &Word) -> bool {
    word.is(&["fordi", "ettersom", "sidan", "siden", "mens", "men", "slik", "dersom", "hvis", "viss", "når"])
}

/// Tells whether the sentence takes nothing away after all: it denies it, allows it, proposes it, or says when it would.
pub(super) fn is_denied(words: &[Word], verb: &Verb) -> bool {
    const CONDITION: [&str; 7] = ["dersom", "hvis", "viss", "når", "inntil", "med mindre", "eventuelt"];
    const UNSURE: [&str; 17] = [
        "foreslår",
        "foreslås",
        "foreslå",
        "vurdere",
        "vurderer",
        "vurderes",
        "vurderast",
        "kanskje",
        "kan",
        "kunne",
        "bør",
        "burde",
        "vil",
        "avklare",
        "mulig",
        "mogleg",
        "unntatt",
    ];
    let near = verb.at.saturating_sub(2)..verb.whole() + 2;
    let inside = |at: usize| (verb.at..verb.end).contains(&at);
    let denied = verb.form != Form::Discontinued
        && words.iter().enumerate().any(|(at, word)| near.contains(&at) && !inside(at) && word.is(&NOT));
    let before = words.get(..verb.at).unwrap_or_default();
    denied || before.iter().any(|word| word.is(&UNSURE)) || words.iter().any(|word| word.is(&CONDITION))
}
