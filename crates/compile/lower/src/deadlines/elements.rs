//! The pieces of a deadline's words: dates, periods, parts, frequencies and the words between them.

use crate::words::{PART_WORDS, bare, find_frequency, is_one_of, lower, word_starts};
use std::ops::Range;
use styrbord_calendar::{Date, DateValue, Frequency, find_dates, find_periods};

/// What a piece says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum What {
    /// A day.
    Day(Date),
    /// A date that does not exist.
    Impossible,
    /// A day whose year is not printed.
    DayWithoutYear,
    /// A period; its last day.
    Period(Date),
    /// The label of a part: `Del 1`.
    Part(String),
    /// A named part: `Utredning:`.
    Named(String),
    /// How often.
    Frequency(Frequency),
    /// From and with (f.o.m.).
    From,
    /// Without end.
    Ongoing,
    /// With a report.
    Report,
    /// To be agreed.
    Undecided,
}

/// A piece with its place in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Element {
    /// Where it stands.
    pub range: Range<usize>,
    /// What it says.
    pub what: What,
}

impl Element {
    /// Tells whether it gives a deadline of its own.
    pub fn is_dated(&self) -> bool {
        matches!(self.what, What::Day(_) | What::Impossible | What::DayWithoutYear | What::Period(_))
    }
}

/// The most bytes that a deadline's words take; longer texts are running text.
pub(crate) const TEXT_MAX: usize = 900;

/// The most words that a part's name takes.
const PART_NAME_WORDS: usize = 7;

/// How many words that are no deadline's may follow a report that a delivery goes with.
const FREE_BEHIND_REPORT: usize = 5;

/// Phrases that say that there is no date yet.
const UNDECIDED: [&str; 15] = [
    "avtales",
    "avtalast",
    "avtalt",
    "avklares",
    "avklarast",
    "i dialog",
    "etter nærmere avtale",
    "etter nærare avtale",
    "fastsettes",
    "fastsetjast",
    "ikke fastsatt",
    "ikkje fastsett",
    "ingen frist",
    "settes i samråd",
    "etter avtale",
];

/// Words for a duty without end.
const ONGOING: [&str; 9] = [
    "løpende",
    "løpande",
    "fortløpende",
    "fortløpande",
    "kontinuerlig",
    "kontinuerleg",
    "ved behov",
    "fast oppgave",
    "faste oppgave",
];

/// Words for a first time, after which a delivery repeats.
const FROM: [&str; 8] =
    ["f.o.m.", "f.o.m", "fom.", "fra og med", "frå og med", "første gang", "fyrste gong", "første gong"];

/// Words for a report that a delivery goes with, at the end of a word's stem.
const REPORTS: [&str; 12] = [
    "årsrapport",
    "halvårsrapporten",
    "halvårsrapport",
    "tertialrapport",
    "virksomhetsrapport",
    "verksemdsrapport",
    "årsmelding",
    "årsrapporteringen",
    "årsrapporteringa",
    "kvartalsrapport",
    "halvårsrapportane",
    "årsrapportene",
];

/// Words that may stand between the pieces of a deadline in a list's deadline column.
const FILLERS: [&str; 74] = [
    "utsatt",
    "utsett",
    "forlenget",
    "forlenga",
    "endret",
    "endra",
    "flyttet",
    "flytta",
    "og",
    "eller",
    "samt",
    "med",
    "senest",
    "seinast",
    "innen",
    "innan",
    "frist",
    "frister",
    "fristar",
    "fra",
    "frå",
    "til",
    "på",
    "rapport",
    "rapportering",
    "rapporteres",
    "rapporterast",
    "endelig",
    "endeleg",
    "sluttrapport",
    "delrapport",
    "underveisrapport",
    "underveisrapportering",
    "undervegsrapport",
    "foreløpig",
    "førebels",
    "leveres",
    "leverast",
    "leveranse",
    "levering",
    "oppstart",
    "statusrapport",
    "status",
    "midtveisrapport",
    "i",
    "for",
    "de",
    "dei",
    "det",
    "den",
    "inngå",
    "inngår",
    "første",
    "fyrste",
    "gang",
    "gong",
    "deretter",
    "ny",
    "tidligere",
    "opprinnelig",
    "del",
    "år",
    "året",
    "nytt",
    "utkast",
    "forslag",
    "plan",
    "omtales",
    "omtalast",
    "om",
    "av",
    "hvert",
    "notat",
    "kl",
];

/// Returns the pieces of a text in order; none overlaps another.
pub(crate) fn elements(text: &str, year: i16) -> Vec<Element> {
    let low = lower(text);
    let mut out: Vec<Element> = Vec::new();
    let digits = text.bytes().any(|byte| byte.is_ascii_digit());
    for mention in if digits { find_dates(text) } else { Vec::new() } {
        let what = match mention.value {
            DateValue::Day(date) => What::Day(date),
            DateValue::Impossible { .. } => What::Impossible,
            DateValue::WithoutYear { .. } => What::DayWithoutYear,
            _ => continue,
        };
        out.push(Element { range: mention.range, what });
    }
    for period in find_periods(text, year) {
        out.push(Element { range: period.range, what: What::Period(period.last) });
    }
    parts(text, &mut out);
    named_parts(text, &mut out);
    keywords(&low, &mut out);
    out.sort_by_key(|element| (element.range.start, std::cmp::Reverse(element.range.end)));
    let mut kept: Vec<Element> = Vec::new();
    for element in out {
        let clash = kept.last().is_some_and(|last| last.range.end > element.range.start);
        if !clash {
            kept.push(element);
        }
    }
    kept
}

fn keywords(low: &str, out: &mut Vec<Element>) {
    let mut from = 0;
    while let Some((range, frequency)) = low.get(from..).and_then(find_frequency) {
        let range = from + range.start..word_end(low, from + range.end);
        from = range.end;
        out.push(Element { range, what: What::Frequency(frequency) });
    }
    for at in word_starts(low) {
        let rest = &low.as_bytes()[at..];
        let stem_of = |stems: &[&str]| {
            stems.iter().find(|stem| rest.starts_with(stem.as_bytes())).map(|stem| stem.len())
        };
        let mut push = |end: usize, what: What| out.push(Element { range: at..end, what });
        if let Some(length) = stem_of(&UNDECIDED) {
            push(word_end(low, at + length), What::Undecided);
        }
        if let Some(length) = stem_of(&ONGOING) {
            push(word_end(low, at + length), What::Ongoing);
        }
        if let Some(length) = stem_of(&REPORTS) {
            push(word_end(low, at + length), What::Report);
        }
        if let Some(length) = stem_of(&FROM) {
            push(at + length, What::From);
        }
    }
}

fn word_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())
}

/// Finds part labels: `Del 1`, `Deloppdrag 4:`, `Del II (FoU):`.
fn parts(text: &str, out: &mut Vec<Element>) {
    let mut words = text.split_whitespace().peekable();
    let offset = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    while let Some(word) = words.next() {
        let Some(number) = words.peek() else { break };
        if !is_one_of(word, &PART_WORDS) || word.ends_with([':', ',', ';']) {
            continue;
        }
        let core = number.split(':').next().unwrap_or_default();
        let core = bare(core);
        if !is_part_number(core) {
            continue;
        }
        let (start, end) = (offset(bare(word)), offset(core) + core.len());
        let label = format!("{} {core}", bare(word));
        let rest = &text[end..];
        let colon = rest.find(':').filter(|at| {
            *at <= 24 && !rest[..*at].contains('\n') && {
                let between = rest[..*at].trim();
                between.is_empty() || between.starts_with('(') && between.ends_with(')')
            }
        });
        let range = start..colon.map_or(end, |at| end + at + 1);
        out.push(Element { range, what: What::Part(label) });
    }
}

fn is_part_number(core: &str) -> bool {
    let digits = core.len() <= 2 && core.bytes().all(|byte| byte.is_ascii_digit());
    let roman = core.len() <= 4 && core.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'));
    let letter = core.len() == 1 && core.bytes().all(|byte| byte.is_ascii_alphabetic());
    !core.is_empty() && (digits || roman || letter)
}

/// Finds named parts: up to seven words and a colon, at the start or behind a piece that ended.
fn named_parts(text: &str, out: &mut Vec<Element>) {
    let mut start = 0;
    let mut taken: Vec<Range<usize>> = out.iter().map(|element| element.range.clone()).collect();
    taken.sort_by_key(|range| range.start);
    for (at, _) in text.match_indices(':') {
        if taken.iter().any(|range| range.contains(&at)) || text[at + 1..].starts_with('/') {
            start = at + 1;
            continue;
        }
        let before = taken.partition_point(|range| range.end <= at);
        let from = taken[..before].last().map_or(0, |range| range.end).max(start);
        let from = from.max(
            text[from..at]
                .char_indices()
                .rev()
                .find(|(_, c)| matches!(c, ';' | '\u{2022}'))
                .map_or(0, |(found, c)| from + found + c.len_utf8()),
        );
        start = at + 1;
        let words = &text[from..at];
        let lead = words.trim_start_matches(|c: char| !c.is_alphanumeric());
        let name = lead.trim();
        let digit_after = text[at + 1..].starts_with(|c: char| c.is_ascii_digit())
            && name.ends_with(|c: char| c.is_ascii_digit());
        if name.is_empty()
            || find_frequency(&lower(name)).is_some() && name.split_whitespace().count() <= 2
            || name.split_whitespace().count() > PART_NAME_WORDS
            || digit_after
            || lower(name) == "frist"
        {
            continue;
        }
        let name = strip_deadline_word(name);
        if name.is_empty() || name.chars().any(|c| c.is_ascii_digit()) && name.len() > 40 {
            continue;
        }
        let begin = name.as_ptr() as usize - text.as_ptr() as usize;
        let joined = name.split_whitespace().collect::<Vec<_>>().join(" ");
        out.push(Element { range: begin.min(at)..at + 1, what: What::Named(joined) });
    }
}

/// Returns a part's name without the word for deadline in front: `Frist etablering` is the part `etablering`.
fn strip_deadline_word(name: &str) -> &str {
    let mut rest = name;
    for word in ["Frist", "frist", "Frister", "Leveringsfrist", "for", "til"] {
        if let Some(after) = rest.strip_prefix(word)
            && (after.is_empty() || after.starts_with([' ', '\n', '\u{a0}']))
        {
            rest = after.trim_start();
        }
    }
    rest
}

/// Returns the words before a date as a part's name, when they are more than fillers.
pub(crate) fn part_name(words: &str) -> Option<String> {
    let words = words.split(['.', ';']).next_back().unwrap_or_default();
    let name: Vec<&str> = words
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| matches!(c, ',' | ':' | '(' | ')' | '–' | '-')))
        .skip_while(|word| is_joining(word))
        .collect();
    let mut name = name;
    while name.last().is_some_and(|word| is_joining(word)) {
        name.pop();
    }
    let plain = name.iter().all(|word| {
        is_one_of(word, &["rapport", "rapportering", "frist", "levering", "leveres", "leverast", ""])
    });
    (!plain && name.len() <= 7).then(|| name.join(" "))
}

fn is_joining(word: &str) -> bool {
    word.is_empty()
        || is_one_of(
            word,
            &[
                "og", "med", "samt", "innen", "innan", "senest", "seinast", "frist", "på", "til", "i", "den",
                "ny",
            ],
        )
}

/// Tells whether every word of a text belongs to a deadline, and at least one piece does.
pub(crate) fn is_deadline_text(text: &str, year: i16) -> bool {
    if text.len() > TEXT_MAX {
        return false;
    }
    holds_nothing_else(text, &elements(text, year))
}

/// Tells whether between the pieces of a text stands nothing that no deadline holds, and there is a piece.
pub(crate) fn holds_nothing_else(text: &str, found: &[Element]) -> bool {
    if found.is_empty() {
        return false;
    }
    let mut at = 0;
    let mut after_report = 0;
    for element in found.iter().map(Some).chain(std::iter::once(None)) {
        let end = element.map_or(text.len(), |element| element.range.start);
        let between = text.get(at..end).unwrap_or_default();
        if !is_filled(between, &mut after_report, element) {
            return false;
        }
        let Some(element) = element else { break };
        if matches!(&element.what, What::Named(_)) && !named_as_deadline(text, element) {
            return false;
        }
        after_report = if element.what == What::Report { FREE_BEHIND_REPORT } else { 0 };
        at = element.range.end;
    }
    true
}

/// Returns where the last word begins that no deadline holds; no deadline begins before it.
///
/// Words that may name a part (with a colon close behind them) and the free words behind a report do not count.
pub(crate) fn last_free_word(text: &str, year: i16) -> usize {
    let found = elements(text, year);
    let mut next: Option<&Element> = None;
    for element in found.iter().rev().map(Some).chain(std::iter::once(None)) {
        let begins = element.map_or(0, |element| element.range.end);
        let ends = next.map_or(text.len(), |next| next.range.start);
        let between = text.get(begins..ends).unwrap_or_default();
        let spared = if is_report(element) { FREE_BEHIND_REPORT } else { 0 };
        let free: Vec<&str> = between
            .split_whitespace()
            .filter(|word| !bare(word).is_empty() && !is_one_of(word, &FILLERS))
            .skip(spared)
            .collect();
        let free = &free[..free.len() - usize::from(is_report(next) && !free.is_empty())];
        let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
        if let Some(word) = free.iter().rev().find(|word| !is_named_soon(&text[start(word)..])) {
            return start(word);
        }
        next = element;
    }
    0
}

fn is_report(element: Option<&Element>) -> bool {
    element.is_some_and(|element| element.what == What::Report)
}

/// Tells whether a colon stands so close that the words before it may be a part's name.
fn is_named_soon(text: &str) -> bool {
    text.split_whitespace().take(PART_NAME_WORDS + 2).any(|word| word.contains(':'))
}

/// Tells whether a named part is one that a deadline column holds: `Frist etablering:`, `Sluttrapport:`.
fn named_as_deadline(text: &str, element: &Element) -> bool {
    let before = lower(text[..element.range.start].trim_end());
    let What::Named(name) = &element.what else { return false };
    before.ends_with("frist") || before.ends_with("frist for") || {
        let low = lower(name);
        ["rapport", "leveranse", "utkast", "plan", "etablering", "utredning"]
            .iter()
            .any(|stem| low.contains(stem))
            && name.split_whitespace().count() <= 5
    }
}

/// Tells whether the words between two pieces are fillers; behind a report a few free words may follow.
fn is_filled(between: &str, after_report: &mut usize, next: Option<&Element>) -> bool {
    let next_report = next.is_some_and(|next| next.what == What::Report);
    let words: Vec<&str> = between.split_whitespace().collect();
    for (at, word) in words.iter().enumerate() {
        let core = bare(word);
        let last = at + 1 == words.len();
        let genitive = next_report && last && core.ends_with('s') && core.starts_with(char::is_uppercase);
        let year =
            core.len() == 4 && core.starts_with("20") && core.bytes().all(|byte| byte.is_ascii_digit());
        if core.is_empty() || is_one_of(core, &FILLERS) || genitive || (year && *after_report > 0) {
            continue;
        }
        if *after_report > 0 && core.starts_with(char::is_lowercase) {
            *after_report -= 1;
            continue;
        }
        return false;
    }
    true
}

/// Tells whether a text starts with a part's label.
pub(crate) fn starts_with_part(text: &str) -> bool {
    let mut out = Vec::new();
    parts(text, &mut out);
    out.first().is_some_and(|element| element.range.start == text.len() - text.trim_start().len())
}
