//! Which part a run of words names: `oppdrag 2, 4 og 7`, `fristen for del 2 av oppdrag 5`, `SP 3`.

use super::nouns::{Class, DETERMINERS, class, is_plural, kind_of};
use super::verbs::{FILLERS, HELPING, is_stop};
use super::words::Word;
use crate::assignments::is_assignment_number;
use crate::money::post_references;
use crate::words::PART_WORDS;
use std::ops::Range;
use styrbord_plan::{Repeal, RepealKind};

/// A text with its words.
#[derive(Clone, Copy)]
pub(super) struct Text<'t> {
    /// As printed.
    pub text: &'t str,
    /// Its words.
    pub words: &'t [Word],
}

/// Parts that a run of words names, without what the letter says of them.
pub(super) struct Target {
    /// One for each number.
    pub parts: Vec<Repeal>,
    /// Whether a number or label names it.
    pub exact: bool,
    /// Whether its title is not set off from the verb: what falls away may be a word of the title.
    pub loose: bool,
}

/// How far the words that name a part reach.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// Up to the end of the run, all of it.
    All,
    /// As far as they make sense.
    Open,
}

/// Returns what the words of a range name, beginning with its first one.
pub(super) fn read(text: Text<'_>, range: Range<usize>, reach: Reach) -> Option<Target> {
    let mut at = range.start;
    while at < range.end && text.is(at, &DETERMINERS) {
        at += 1;
    }
    let end = text.without_helpers(at, range.end);
    let kind = class(&text.words.get(at)?.low)?;
    let noun = Noun { text, at, end, reach };
    match kind {
        Class::Numbered(kind) => noun.numbered(kind),
        Class::Number => noun.numbers_from(at, RepealKind::Assignment, None),
        Class::Requirement => noun.requirement(),
        Class::Deadline => noun.deadline(),
        Class::Piece => noun.piece(),
        Class::Post => noun.post(),
        Class::Named(kind) => noun.named(kind),
    }
}

impl Text<'_> {
    fn is(&self, at: usize, list: &[&str]) -> bool {
        self.words.get(at).is_some_and(|word| word.is(list))
    }

    /// Returns the end of a run without the helping words and fillers at its end.
    fn without_helpers(&self, start: usize, end: usize) -> usize {
        let mut end = end.min(self.words.len());
        while end > start + 1 && (self.is(end - 1, &HELPING) || self.is(end - 1, &FILLERS)) {
            end -= 1;
        }
        end
    }

    /// Returns a word as printed.
    fn printed(&self, at: usize) -> &str {
        self.words.get(at).and_then(|word| self.text.get(word.start..word.end)).unwrap_or_default()
    }

    /// Returns a run of words as printed, on one line.
    fn joined(&self, start: usize, end: usize) -> String {
        let from = self.words.get(start).map_or(0, |word| word.start);
        let to = end.checked_sub(1).and_then(|last| self.words.get(last)).map_or(from, |word| word.end);
        let run = self.text.get(from..to).unwrap_or_default();
        let closed = run.contains('(') && !run.contains(')');
        let behind =
            self.text.get(to..).filter(|rest| closed && rest.starts_with(')')).map_or(to, |_| to + 1);
        self.text.get(from..behind).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// A noun that names a part, and the run that it begins.
#[derive(Clone, Copy)]
struct Noun<'t> {
    text: Text<'t>,
    at: usize,
    end: usize,
    reach: Reach,
}

/// What stands behind a number.
enum Tail {
    Nothing,
    Title(String),
    /// A title that nothing sets off from what stands behind it.
    Loose(String),
    /// A piece of the part: `bokstav b`.
    Piece,
    /// Words that make another sentence of it.
    Other,
}

impl Noun<'_> {
    fn numbered(self, kind: RepealKind) -> Option<Target> {
        let mut at = self.at + 1;
        if self.text.is(at, &["nr", "nummer"]) {
            at += 1;
        }
        if self.is_number(at) {
            let word = (kind != RepealKind::Assignment).then(|| self.text.printed(self.at));
            return self.numbers_from(at, kind, word);
        }
        if kind != RepealKind::Assignment
            && let Some(under) = self.under(self.at + 1)
        {
            let all = is_plural(&self.text.words.get(self.at)?.low);
            return Some(exactly(vec![Repeal { kind, under: Some(under), all, ..Repeal::default() }]));
        }
        let title = match self.tail(at) {
            Tail::Title(title) | Tail::Loose(title) => Some(title),
            Tail::Nothing if kind == RepealKind::Assignment => None,
            _ => return None,
        };
        Some(Target { parts: vec![Repeal { kind, title, ..Repeal::default() }], exact: false, loose: false })
    }

    /// Tells whether a word is a number of a part.
    fn is_number(self, at: usize) -> bool {
        let printed = self.text.printed(at);
        let short = printed.len() <= 6
            && printed.bytes().any(|byte| byte.is_ascii_digit())
            && printed.split('.').all(|group| group.chars().filter(|c| c.is_alphabetic()).count() <= 2)
            && printed.chars().all(|c| c.is_ascii_alphanumeric() || c == '.')
            && !(printed.len() == 4 && printed.starts_with("20"));
        at < self.end && (is_assignment_number(printed) || short)
    }

    /// Reads one number or several, and what stands behind the last one.
    fn numbers_from(self, from: usize, kind: RepealKind, word: Option<&str>) -> Option<Target> {
        let (numbers, at) = self.numbers(from);
        let named = |title: Option<&String>| -> Vec<Repeal> {
            let all = numbers.iter().map(|number| match word {
                Some(word) => Repeal { kind, label: Some(format!("{word} {number}")), ..Repeal::default() },
                None => Repeal { kind, number: Some(number.clone()), ..Repeal::default() },
            });
            all.map(|part| Repeal { title: title.cloned(), ..part }).collect()
        };
        let single = numbers.len() == 1;
        if single && kind == RepealKind::Assignment && self.text.is(at, &PART_WORDS) && self.is_number(at + 1)
        {
            let label = Some(self.text.joined(at, at + 2));
            let kind = RepealKind::Deadline;
            let part = Repeal { kind, under: numbers.first().cloned(), label, ..Repeal::default() };
            return (at + 2 >= self.end || self.reach == Reach::Open).then(|| exactly(vec![part]));
        }
        if let Some(below) = self.with_all_below(at) {
            let own = named(None);
            let label = own.first().filter(|_| single)?.label.clone()?;
            let parts = below.into_iter().map(|kind| Repeal {
                kind,
                under: Some(label.clone()),
                all: true,
                ..Repeal::default()
            });
            return Some(exactly(own.into_iter().chain(parts).collect()));
        }
        match self.tail(at) {
            Tail::Nothing => Some(exactly(named(None))),
            Tail::Title(title) if single => Some(exactly(named(Some(&title)))),
            Tail::Loose(title) if single => Some(Target { loose: true, ..exactly(named(Some(&title))) }),
            Tail::Piece => {
                let title = Some(self.text.joined(self.at, self.stop(at)));
                Some(exactly(vec![Repeal { title, ..Repeal::default() }]))
            }
            Tail::Title(_) | Tail::Loose(_) | Tail::Other => None,
        }
    }

    /// Returns the kinds of parts that go with a goal: `med tilhørende styringsparametere og resultatkrav`.
    fn with_all_below(self, at: usize) -> Option<Vec<RepealKind>> {
        const BELONGING: [&str; 6] =
            ["tilhørende", "tilhøyrande", "underliggende", "underliggjande", "alle", "sine"];
        let begins = self.text.is(at, &["med", "og"]) && self.text.is(at + 1, &BELONGING);
        let rest = self.text.words.get(at + 2..self.end).filter(|rest| begins && !rest.is_empty())?;
        let rest = rest.iter().filter(|word| !word.is(&["og", "samt", "tilhørende", "tilhøyrande"]));
        let below = |kind: &RepealKind| {
            matches!(kind, RepealKind::Goal | RepealKind::SteeringParameter | RepealKind::Requirement)
        };
        rest.map(|word| kind_of(&word.low).filter(below)).collect()
    }

    /// Returns the numbers from a word on, `2, 4 og 7`, and the word behind them.
    fn numbers(self, from: usize) -> (Vec<String>, usize) {
        let mut numbers = vec![self.text.printed(from).to_owned()];
        let mut at = from + 1;
        loop {
            let joined = usize::from(self.text.is(at, &["og", "samt"]));
            let comma = self.text.words.get(at).is_some_and(|word| word.opens);
            if joined == 0 && !comma || !self.is_number(at + joined) {
                return (numbers, at);
            }
            numbers.push(self.text.printed(at + joined).to_owned());
            at += joined + 1;
        }
    }

    fn requirement(self) -> Option<Target> {
        let kind = RepealKind::Requirement;
        let low = &self.text.words.get(self.at)?.low;
        if let Some(under) = self.under(self.at + 1) {
            let part = Repeal { kind, under: Some(under), all: is_plural(low), ..Repeal::default() };
            return Some(exactly(vec![part]));
        }
        match self.tail(self.at + 1) {
            Tail::Title(title) | Tail::Loose(title) if !low.starts_with("krav") => Some(Target {
                parts: vec![Repeal { kind, title: Some(title), ..Repeal::default() }],
                exact: false,
                loose: false,
            }),
            _ => None,
        }
    }

    /// Returns the label of the goal or parameter that a part stands under.
    fn under(self, from: usize) -> Option<String> {
        let at = (from..self.end).take(12).find(|at| {
            let steering = self.text.words.get(*at).and_then(|word| kind_of(&word.low));
            matches!(steering, Some(RepealKind::Goal | RepealKind::SteeringParameter))
                && self.is_number(at + 1)
                && self.text.is(at.wrapping_sub(1), &["under", "for", "til", "på", "i", "knytt", "ved"])
        })?;
        (at + 2 >= self.end || self.reach == Reach::Open).then(|| self.text.joined(at, at + 2))
    }

    fn deadline(self) -> Option<Target> {
        let assignment = (self.at + 1..self.end).take(14).find(|at| {
            self.text.is(*at, &["oppdrag"]) && self.is_number(at + 1)
                || is_assignment_number(self.text.printed(*at))
        })?;
        let piece =
            (self.at + 1..assignment).find(|at| self.text.is(*at, &PART_WORDS) && self.is_number(at + 1));
        let label = piece.map(|at| self.text.joined(at, at + 2));
        let all = piece.is_none();
        self.under_assignment(assignment, label.as_deref(), all)
    }

    /// Reads `del 2 av oppdrag 5`.
    fn piece(self) -> Option<Target> {
        self.is_number(self.at + 1).then_some(())?;
        self.text.is(self.at + 2, &["av", "i", "for", "under", "til"]).then_some(())?;
        self.under_assignment(self.at + 3, Some(&self.text.joined(self.at, self.at + 2)), false)
    }

    fn under_assignment(self, at: usize, label: Option<&str>, all: bool) -> Option<Target> {
        let inner = read(self.text, at..self.end, self.reach)?;
        let deadline = |part: Repeal| {
            let under = part.number.filter(|_| part.kind == RepealKind::Assignment)?;
            let kind = RepealKind::Deadline;
            Some(Repeal {
                kind,
                under: Some(under),
                label: label.map(str::to_owned),
                all,
                ..Repeal::default()
            })
        };
        inner.parts.into_iter().map(deadline).collect::<Option<Vec<_>>>().map(exactly)
    }

    fn post(self) -> Option<Target> {
        let joined = self.text.joined(self.at, self.stop(self.at + 1));
        let [found] = &post_references(&joined)[..] else { return None };
        let number = format!("{}.{:02}", found.chapter?, found.post?);
        let behind = joined.get(found.range.end..)?.trim();
        let part = Repeal { kind: RepealKind::Post, number: Some(number), ..Repeal::default() };
        behind.is_empty().then(|| exactly(vec![part]))
    }

    /// Reads a part that only its words name; a word alone, `rapporten`, names none.
    fn named(self, kind: RepealKind) -> Option<Target> {
        let end = self.stop(self.at + 1);
        let clause = (self.at..end).any(|at| self.text.is(at, &CLAUSE));
        let bare = end == self.at + 1 && self.text.words.get(self.at)?.low.chars().count() < 13;
        let title = self.text.joined(self.at, end);
        let number = match &post_references(&title)[..] {
            [found] if kind == RepealKind::Authorisation => {
                found.chapter.zip(found.post).map(|(chapter, post)| format!("{chapter}.{post:02}"))
            }
            _ => None,
        };
        let part = Repeal { kind, number, title: Some(title), ..Repeal::default() };
        (!clause && !bare).then_some(Target { parts: vec![part], exact: false, loose: false })
    }

    /// Returns where the run of words ends: at its end, or where something else begins.
    fn stop(self, from: usize) -> usize {
        if self.reach == Reach::All {
            return self.end;
        }
        let ends = |at: &usize| self.text.words.get(*at).is_some_and(|word| word.opens || is_stop(word));
        (from..self.end).find(ends).unwrap_or(self.end)
    }

    fn tail(self, from: usize) -> Tail {
        const PIECES: [&str; 12] = [
            "bokstav",
            "punkt",
            "pkt",
            "kulepunkt",
            "strekpunkt",
            "avsnitt",
            "ledd",
            "første",
            "andre",
            "tredje",
            "fjerde",
            "siste",
        ];
        const NO_TITLE: [&str; 12] =
            ["i", "fra", "frå", "gitt", "gjeve", "gitte", "som", "jf", "for", "under", "av", "til"];
        let end = self.stop_behind(from);
        if from >= end {
            return Tail::Nothing;
        }
        let Some(word) = self.text.words.get(from) else { return Tail::Nothing };
        if word.is(&PIECES) {
            return Tail::Piece;
        }
        let about = word.is(&["om", "vedrørende"]);
        let title = self.title(if about { from + 1 } else { from }, end);
        let behind =
            from.checked_sub(1).and_then(|last| self.text.words.get(last)).map_or(0, |last| last.end);
        let sign = self.text.text.get(behind..word.start).unwrap_or_default();
        let marked = sign.contains([':', '«', '–', '(', '"', '-'])
            || self.text.printed(from).starts_with(char::is_uppercase);
        if (from..end).any(|at| self.text.is(at, &CLAUSE)) {
            return Tail::Other;
        }
        match title {
            Some(title) if about || sign.contains('«') => Tail::Title(title),
            Some(title) if marked => Tail::Loose(title),
            _ if word.is(&NO_TITLE) => Tail::Nothing,
            _ => Tail::Other,
        }
    }

    /// Like [`Noun::stop`], but a sign right behind the number ends nothing.
    fn stop_behind(self, from: usize) -> usize {
        if self.reach == Reach::Open
            && self.text.words.get(from).is_some_and(|word| word.opens && is_stop(word))
        {
            return from;
        }
        self.stop(from + 1)
    }

    /// Returns the title without the words that say where it was given.
    fn title(self, from: usize, end: usize) -> Option<String> {
        const SOURCES: [&str; 5] = ["tildelingsbrev", "tillegg", "supplerende", "supplerande", "brev"];
        let source = (from..end).find(|at| {
            let given = self.text.is(*at, &["i", "fra", "frå", "jf", "gitt", "gjeve"]);
            given
                && (at + 1..at + 3).any(|near| {
                    self.text
                        .words
                        .get(near)
                        .is_some_and(|word| SOURCES.iter().any(|stem| word.low.starts_with(stem)))
                })
        });
        let end = source.unwrap_or(end);
        let clause = (from + 1..end).find(|at| {
            self.text
                .words
                .get(*at)
                .is_some_and(|word| word.opens && word.is(&["som", "jf", "gitt", "gjeve", "og"]))
        });
        let title = self.text.joined(from, clause.unwrap_or(end));
        (!title.is_empty() && title != "FoU").then_some(title)
    }
}

/// Words that make a clause: a title has none of them.
const CLAUSE: [&str; 22] = [
    "at", "før", "hvorfor", "kvifor", "hvordan", "korleis", "hva", "kva", "skal", "må", "kan", "vil", "bør",
    "dersom", "hvis", "viss", "når", "fordi", "mens", "ettersom", "inntil", "blir",
];

fn exactly(parts: Vec<Repeal>) -> Target {
    Target { parts, exact: true, loose: false }
}
