//! Who leads and who takes part: names of bodies in a text, and the phrases that give them a role.

use crate::letterhead::{is_body, name_before};
use crate::view::View;
use crate::words::{bare, lower};
use std::collections::BTreeSet;
use std::ops::Range;
use styrbord_plan::Plan;
use styrbord_source::{Flow, Spot};

/// The abbreviations and names that this letter uses for bodies.
#[derive(Debug, Default)]
pub(crate) struct Bodies {
    short: BTreeSet<String>,
    full: Vec<(String, String)>,
    agency: Vec<String>,
}

/// A body named in a text.
#[derive(Debug, Clone)]
pub(crate) struct Mention {
    /// The name as used there.
    pub name: String,
    /// Where it stands.
    pub range: Range<usize>,
}

/// What a description says of who does it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Roles {
    /// The main responsible, in order of mention.
    pub leads: Vec<(String, Spot)>,
    /// Those who take part, the lead included.
    pub parties: Vec<String>,
    /// Several bodies have the duty together.
    pub joint: bool,
}

impl Bodies {
    /// Collects the bodies of a letter: those with an abbreviation, and abbreviations with a capital inside.
    pub fn collect(view: &View<'_>, plan: &Plan) -> Self {
        let mut bodies = Bodies::default();
        for (full, short) in crate::letterhead::Names::collect(view).short {
            let last = full.split(' ').next_back().unwrap_or_default();
            if is_body(last) || full.split(' ').next().is_some_and(is_body) || is_abbreviated_body(&short) {
                bodies.short.insert(short.clone());
                bodies.full.push((full, short));
            }
        }
        for name in [&plan.agency.name, &plan.agency.short].into_iter().flatten() {
            bodies.agency.push(name.clone());
        }
        bodies.short.extend(plan.agency.short.clone());
        bodies.full.retain(|(_, short)| Some(short) != plan.ministry.short.as_ref());
        if let Some(short) = &plan.ministry.short {
            bodies.short.remove(short);
        }
        bodies
    }

    /// Returns the bodies that a text names, in order.
    pub fn mentions(&self, text: &str) -> Vec<Mention> {
        let mut out: Vec<Mention> = Vec::new();
        let mut from = 0;
        for word in text.split_whitespace() {
            let at = word.as_ptr() as usize - text.as_ptr() as usize;
            if at < from {
                continue;
            }
            for part in word.split('/') {
                let start = at + (part.as_ptr() as usize - word.as_ptr() as usize);
                if let Some(mention) = self.mention(text, part, start, from) {
                    from = mention.range.end;
                    out.push(mention);
                }
            }
        }
        out
    }

    fn mention(&self, text: &str, word: &str, at: usize, from: usize) -> Option<Mention> {
        let core = bare(word);
        let offset = at + (core.as_ptr() as usize - word.as_ptr() as usize);
        let compound = || {
            text[..offset].trim_end().strip_suffix("og").is_some_and(|rest| rest.trim_end().ends_with('-'))
        };
        let named = core.starts_with(char::is_uppercase) || is_body(core) && compound();
        if core.is_empty() || !named {
            return None;
        }
        let stem = core.strip_suffix('s').unwrap_or(core);
        for name in [core, stem] {
            if self.short.contains(name) || is_abbreviated_body(name) {
                return Some(Mention { name: name.to_owned(), range: offset..offset + name.len() });
            }
        }
        let agency = self.agency.iter().find(|name| *name == core || *name == stem);
        if let Some(name) = agency {
            return Some(Mention { name: name.clone(), range: offset..offset + name.len() });
        }
        let low = lower(core);
        let named = is_body(stem) && !low.ends_with("departementet") && !low.ends_with("departementets");
        let sentence_start = offset == 0 || text[..offset].trim_end().ends_with(['.', ':']);
        if !named || sentence_start && is_common(&low) {
            return None;
        }
        let end = offset + stem.len();
        let name = name_before(text.get(from..end)?)?;
        if let Some(short) = self.short_behind(text.get(end..).unwrap_or_default()) {
            let until = end + text[end..].find(')').map_or(0, |at| at + 1);
            return Some(Mention { name: short, range: offset..until });
        }
        if let Some(more) = purpose_behind(text.get(end..).unwrap_or_default()) {
            let name = format!("{name}{}", &text[end..end + more]);
            return Some(Mention {
                name: name.split_whitespace().collect::<Vec<_>>().join(" "),
                range: offset..end + more,
            });
        }
        let mut start = end.saturating_sub(name.len() + 4).max(from);
        while !text.is_char_boundary(start) {
            start += 1;
        }
        Some(Mention { name, range: start..end })
    }

    /// Returns the abbreviation that stands in brackets right behind a full name.
    fn short_behind(&self, rest: &str) -> Option<String> {
        let inner = rest.trim_start().strip_prefix('(')?;
        let short = inner.split(')').next()?;
        self.short.contains(short).then(|| short.to_owned())
    }

    /// Tells whether a name is the letter's own agency.
    pub fn is_agency(&self, name: &str) -> bool {
        self.agency.iter().any(|known| known == name)
    }

    /// Tells whether a sentence's subject is the letter's agency, by name or as `direktoratet`.
    pub fn is_agency_subject(&self, sentence: &str) -> bool {
        let head: String = sentence.split_whitespace().take(9).collect::<Vec<_>>().join(" ");
        let low = lower(&head);
        self.agency.iter().any(|name| head.contains(name.as_str()))
            || [
                "direktoratet",
                "direktøren",
                "tilsynet",
                "etaten",
                "virksomheten",
                "verksemda",
                "kontoret",
                "instituttet",
                "verket",
                "arkivet",
                "styret",
                "fondet",
                "rådet",
            ]
            .iter()
            .any(|word| low.split(|c: char| !c.is_alphabetic()).any(|found| found == *word))
    }
}

/// Returns the length of ` for X` behind a body's name, when the name ends there: `Planrådet for kysten skal …`.
fn purpose_behind(rest: &str) -> Option<usize> {
    let word = rest
        .strip_prefix(" for ")?
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | ';'))
        .next()?;
    let length = " for ".len() + word.len();
    let behind = rest.get(length..)?;
    let ends = behind.starts_with([',', '.', ';'])
        || ["og", "skal", "har", "vil", "om"].contains(&behind.split_whitespace().next().unwrap_or_default());
    (ends && word.starts_with(char::is_lowercase) && word.len() > 3 && !["å", "at"].contains(&word))
        .then_some(length)
}

/// Tells whether a word reads as the abbreviation of a body: `HK-dir`, `AVdir`, `Bufdir`, `Bufetat`, `NVE`, `DFØ`.
pub(crate) fn is_abbreviated_body(word: &str) -> bool {
    let low = lower(word);
    let dir = (low.ends_with("dir") || low.ends_with("etat"))
        && word.starts_with(char::is_uppercase)
        && word.chars().count() >= 4
        && word.chars().count() <= 14;
    dir && !["Notat", "Rundir"].contains(&word)
}

fn is_common(low: &str) -> bool {
    [
        "direktoratet",
        "tilsynet",
        "etaten",
        "kontoret",
        "instituttet",
        "senteret",
        "rådet",
        "verket",
        "styret",
        "fondet",
        "arkivet",
    ]
    .contains(&low)
}

/// Reads who leads and who takes part from a description.
pub(crate) fn roles(view: &View<'_>, bodies: &Bodies, flow: &Flow) -> Roles {
    let mut roles = Roles::default();
    let text = flow.as_str();
    for sentence in sentences(text) {
        let part = &text[sentence.clone()];
        let low = lower(part);
        let mut mentions = bodies.mentions(part);
        add_named(part, &low, &mut mentions);
        if mentions.is_empty() {
            continue;
        }
        if let Some(lead) = lead_in(&low, &mentions) {
            let range = sentence.start + lead.range.start..sentence.start + lead.range.end;
            roles.leads.push((lead.name.clone(), view.spot(flow.span_of(range))));
            add(&mut roles.parties, &lead.name);
        }
        let joint = jointly(part, &mentions);
        roles.joint |= joint;
        if joins_in(&low) || joint {
            for mention in &mentions {
                add(&mut roles.parties, &mention.name);
            }
        }
    }
    roles
}

/// Adds names with a capital that only their place shows to be bodies: behind `i samarbeid med`, before `har
/// hovedansvaret`.
fn add_named(sentence: &str, low: &str, mentions: &mut Vec<Mention>) {
    let mut found: Vec<Range<usize>> = Vec::new();
    for phrase in ["i samarbeid med ", "sammen med ", "saman med ", "i samråd med "] {
        if let Some(at) = low.find(phrase) {
            let mut from = at + phrase.len();
            while let Some(range) = capital_word(sentence, from) {
                let behind = sentence[range.end..].trim_start();
                let next =
                    behind.strip_prefix(',').or_else(|| behind.strip_prefix("og ")).map(str::trim_start);
                found.push(range);
                match next {
                    Some(next) => from = sentence.len() - next.len(),
                    None => break,
                }
            }
        }
    }
    for phrase in [" har hovedansvar", " har hovudansvar", " skal lede arbeidet", " skal leie arbeidet"] {
        if let Some(at) = low.find(phrase) {
            let word = sentence[..at].split_whitespace().next_back().unwrap_or_default();
            found.extend(capital_word(sentence, at - word.len().min(at)));
        }
    }
    for range in found {
        let name = sentence[range.clone()].to_owned();
        let common = is_common(&lower(&name))
            || ["Direktoratene", "Partene", "Etatene", "Etatane", "Dei", "De", "Kommunene", "KS"]
                .contains(&name.as_str());
        if !common
            && !mentions.iter().any(|known| known.range.start < range.end && range.start < known.range.end)
        {
            mentions.push(Mention { name, range });
        }
    }
    mentions.sort_by_key(|mention| mention.range.start);
}

/// Returns the word with a capital at a byte, without punctuation.
fn capital_word(text: &str, at: usize) -> Option<Range<usize>> {
    let word = text
        .get(at..)?
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | ';' | '/' | ')' | '('))
        .next()?;
    (word.chars().count() >= 3 && word.starts_with(char::is_uppercase) && !word.ends_with('-'))
        .then(|| at..at + word.len())
}

fn add(list: &mut Vec<String>, name: &str) {
    if !list.iter().any(|known| known == name) {
        list.push(name.to_owned());
    }
}

/// Returns the party that a sentence gives the main responsibility.
fn lead_in<'m>(low: &str, mentions: &'m [Mention]) -> Option<&'m Mention> {
    const PHRASES: [&str; 16] = [
        "hovedansvar",
        "hovudansvar",
        "skal lede arbeidet",
        "vil lede arbeidet",
        "leder arbeidet",
        "leiar arbeidet",
        "skal leie arbeidet",
        "administrative ansvaret",
        "skal lede",
        "har ansvaret for oppdraget",
        "koordinerende ansvar",
        "koordinerande ansvar",
        "skal koordinere arbeidet",
        "vil lede",
        "skal leie",
        "koordineringsansvar",
    ];
    let at = PHRASES.iter().filter_map(|phrase| low.find(phrase)).min()?;
    mentions.iter().rev().find(|mention| mention.range.end <= at + 1).or_else(|| mentions.first())
}

/// Tells whether a sentence says that bodies do something together.
fn joins_in(low: &str) -> bool {
    [
        "i samarbeid med",
        "skal samarbeide",
        "samarbeider",
        "saman med",
        "sammen med",
        "i samråd med",
        "bidra inn",
        "skal bidra",
        "samarbeide med",
        "samarbeid med",
        "deltar",
        "deltek",
        "bes om å bistå",
        "skal delta",
        "felles for",
        "felles strategi",
        "tilsvarende oppdrag",
        "tilsvarande oppdrag",
    ]
    .iter()
    .any(|phrase| low.contains(phrase))
}

/// Tells whether two bodies or more are the subject of one duty: `A, B og C skal …`.
fn jointly(sentence: &str, mentions: &[Mention]) -> bool {
    let Some((first, second)) = mentions.first().zip(mentions.get(1)) else { return false };
    let between = sentence.get(first.range.end..second.range.start).unwrap_or_default();
    let listed = matches!(between.trim(), "," | "og" | ", og" | "/" | "");
    let before = lower(sentence.get(..first.range.start).unwrap_or_default());
    let asked = before.trim_end().rsplit(' ').take(3).any(|word| matches!(word, "ber" | "bes" | "at"));
    let last = mentions.iter().take_while(|m| m.range.start < 120).last().map_or(0, |m| m.range.end);
    let after = lower(sentence.get(last..).unwrap_or_default());
    let duty = ["skal", "bes", "får", "vil", "må"]
        .iter()
        .any(|verb| after.split_whitespace().take(3).any(|word| word == *verb));
    listed && (duty && first.range.start < 40 || asked)
}

/// Returns the ranges of the sentences of a text; a line break ends none.
pub(crate) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        if !matches!(c, '.' | '!' | '?') {
            continue;
        }
        let end = at + 1;
        let rest = text[end..].trim_start_matches([')', '»', '"', '.']);
        let spaced = rest.is_empty() || rest.starts_with(char::is_whitespace);
        let next = rest.trim_start().chars().next();
        let opens = next
            .is_none_or(|c| !(c.is_lowercase() || c.is_ascii_digit() && ends_in_number(&text[start..at])));
        if spaced && opens && styrbord_syntax::sentence_ends(&text[start..end]) {
            push_trimmed(&mut out, text, start..end);
            start = end;
        }
    }
    push_trimmed(&mut out, text, start..text.len());
    out
}

fn ends_in_number(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_digit())
        && text.split_whitespace().next_back().is_some_and(|word| word.len() <= 2)
}

fn push_trimmed(out: &mut Vec<Range<usize>>, text: &str, range: Range<usize>) {
    let part = &text[range.clone()];
    let start = range.start + (part.len() - part.trim_start().len());
    let end = range.start + part.trim_end().len();
    if start < end {
        out.push(start..end);
    }
}
