//! Numbered things and the titles that the letter gives them, for the rules of this family.

use crate::Letter;
use std::collections::{BTreeMap, BTreeSet};
use styrbord_diagnostics::Message;
use styrbord_plan::{Assignment, Portion, TitleKind, TitleUse, Where};
use styrbord_source::Span;
use styrbord_titles::{Likeness, Title};

/// One number, with its titles in groups that speak of the same thing.
pub(super) struct Named<'a> {
    pub(super) kind: TitleKind,
    pub(super) number: &'a str,
    pub(super) groups: Vec<Group<'a>>,
    /// The letter starts to count anew, so that the number may rightly name several things.
    pub(super) anew: bool,
}

/// The places that speak of one thing, in the order of the letter.
pub(super) struct Group<'a> {
    pub(super) title: Title,
    pub(super) uses: Vec<&'a TitleUse>,
}

/// Two places that give one number to two things.
pub(super) struct Conflict<'a> {
    pub(super) first: &'a TitleUse,
    pub(super) second: &'a TitleUse,
    /// Both stand in the same kind of place.
    pub(super) same_place: bool,
    /// The titles have nothing in common.
    pub(super) clear: bool,
}

impl<'a> Named<'a> {
    /// Returns the two places that clash, when the number names two things: two of the same kind of place, if
    /// there are such.
    pub(super) fn conflict(&self) -> Option<Conflict<'a>> {
        let (first, rest) = self.groups.split_first()?;
        let second = rest.first()?;
        let clear = rest.iter().all(|other| other.title.likeness(&first.title) == Likeness::Different);
        for one in &first.uses {
            for other in rest.iter().flat_map(|group| &group.uses) {
                if one.place == other.place {
                    return Some(Conflict { first: one, second: other, same_place: true, clear });
                }
            }
        }
        Some(Conflict { first: first.uses.first()?, second: second.uses.first()?, same_place: false, clear })
    }
}

/// How many things one number is followed to; beyond that it is no number.
const GROUPS_MAX: usize = 8;

/// Returns every number with its titles, by kind and number; titles in running text count for posts only.
pub(super) fn named<'a>(letter: &Letter<'a>) -> Vec<Named<'a>> {
    let mut by_number: BTreeMap<(TitleKind, &'a str), Vec<Group<'a>>> = BTreeMap::new();
    for used in &letter.evidence().titles {
        if used.place == Where::Prose && !heads_post(used) || is_withheld(&used.title) {
            continue;
        }
        let title = Title::new(&used.title);
        if title.is_empty() {
            continue;
        }
        let groups = by_number.entry((used.kind, &used.key)).or_default();
        let same = groups.iter().position(|group| group.title.likeness(&title) >= Likeness::Near);
        if let Some(at) = same {
            groups[at].uses.push(used);
        } else if groups.len() < GROUPS_MAX {
            groups.push(Group { title, uses: vec![used] });
        }
    }
    let restarted = restarted(letter);
    let anew = |kind, number| {
        year(number).is_none() && split(number).is_some_and(|(series, _)| restarted.contains(&(kind, series)))
    };
    by_number
        .into_iter()
        .map(|((kind, number), groups)| Named { kind, number, groups, anew: anew(kind, number) })
        .collect()
}

/// Returns the series that start anew, as lists under each goal may do: the first number comes again, in the same
/// kind of place, for another thing, after a higher number.
fn restarted<'a>(letter: &Letter<'a>) -> BTreeSet<(TitleKind, &'a str)> {
    let mut seen: BTreeMap<(TitleKind, &str, Where), (u32, &str)> = BTreeMap::new();
    let differ = |one: &str, other: &str| one != other && Title::new(one).key() != Title::new(other).key();
    let mut out = BTreeSet::new();
    for used in &letter.evidence().titles {
        let Some((series, ordinal)) = split(&used.key) else { continue };
        let (highest, first) =
            seen.entry((used.kind, series, used.place)).or_insert((ordinal, used.title.as_str()));
        if ordinal == 1 && *highest > 1 && differ(first, &used.title) {
            out.insert((used.kind, series));
        }
        *highest = (*highest).max(ordinal);
    }
    out
}

/// Tells whether running text gives a post its title, as a heading over a comment does, and is no sentence.
fn heads_post(used: &TitleUse) -> bool {
    let title = used.title.as_str();
    used.kind == TitleKind::Post && title.starts_with(char::is_uppercase) && !title.contains(". ")
}

fn is_withheld(title: &str) -> bool {
    const WORDS: [&str; 6] = ["unntatt", "unnateke", "skjermet", "skjerma", "sladdet", "sladda"];
    let title = title.trim_start_matches('(');
    WORDS.iter().any(|word| title.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)))
}

/// Returns the numbers of the assignments that a list or a description gives; the plan has those of money rows too.
pub(super) fn defined<'a>(letter: &Letter<'a>) -> BTreeSet<&'a str> {
    let titles = letter.evidence().titles.iter();
    let described = titles
        .filter(|used| {
            used.kind == TitleKind::Assignment && matches!(used.place, Where::Table | Where::Annex)
        })
        .map(|used| used.key.as_str());
    let placed = letter.plan.assignments.iter().filter(|assignment| !is_nameless(assignment));
    described.chain(placed.filter_map(|assignment| assignment.number.as_deref())).collect()
}

/// Tells whether no list and no description gives an assignment its number, though a money row may.
pub(super) fn is_nameless(assignment: &Assignment) -> bool {
    let mut places = assignment.places.iter().filter(|place| place.place != Where::Money).peekable();
    let unnumbered = places.peek().is_some() && places.all(|place| place.number.is_none());
    assignment.number.is_none() || unnumbered && !assignment.withheld
}

/// Returns where a list or a description has an assignment's head.
pub(super) fn home(assignment: &Assignment) -> Option<Span> {
    let place = assignment.places.iter().find(|place| place.place != Where::Money);
    place.map(|place| place.head).or_else(|| assignment.spans.first().copied()).map(|spot| spot.span)
}

/// Returns every portion of every post, to any depth.
pub(super) fn portions<'a>(letter: &Letter<'a>) -> Vec<&'a Portion> {
    let posts = letter.plan.budget.iter().flat_map(|chapter| &chapter.posts);
    let mut open: Vec<&Portion> = posts.flat_map(|post| &post.breakdown).collect();
    let mut out = Vec::new();
    while let Some(portion) = open.pop() {
        open.extend(&portion.breakdown);
        out.push(portion);
    }
    out
}

/// Returns a number as what stands before its last digits, and these: `2024-`, 5.
pub(super) fn split(number: &str) -> Option<(&str, u32)> {
    let series = number.trim_end_matches(|c: char| c.is_ascii_digit());
    number[series.len()..].parse().ok().map(|ordinal| (series, ordinal))
}

/// Returns the year in a number such as `2024-05` or `TB2026-17`.
pub(super) fn year(number: &str) -> Option<i16> {
    let (series, _) = split(number)?;
    let digits = series.trim_end_matches(['-', '/', '–', '.']);
    if digits.len() == series.len() {
        return None;
    }
    let start = digits.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    digits[start..].parse().ok().filter(|year| (1990..2100).contains(year))
}

/// Returns what the user calls a numbered thing.
pub(super) fn name(kind: TitleKind, number: &str) -> Message {
    let labelled = number.starts_with(char::is_alphabetic) && number.contains(' ');
    match kind {
        TitleKind::Goal if !labelled => three(format!("Mål {number}"), format!("Goal {number}")),
        TitleKind::Parameter if !labelled && !number.starts_with(char::is_alphabetic) => {
            three(format!("Styringsparameter {number}"), format!("Steering parameter {number}"))
        }
        TitleKind::Assignment if !labelled => {
            three(format!("Oppdrag {number}"), format!("Assignment {number}"))
        }
        TitleKind::Post => {
            let (chapter, post) = number.split_once('.').unwrap_or((number, ""));
            three(format!("Kap. {chapter} post {post}"), format!("Chapter {chapter} post {post}"))
        }
        _ => Message::same(number),
    }
}

fn three(norwegian: String, english: String) -> Message {
    Message { nb: norwegian.clone(), nn: norwegian, en: english }
}

/// Returns where a title stands, for the note on a label.
pub(super) fn place_name(place: Where) -> Message {
    match place {
        Where::Table => Message::new("i listen", "i lista", "in the list"),
        Where::Annex => Message::new("i beskrivelsen", "i skildringa", "in the description"),
        Where::Prose => Message::new("i teksten", "i teksten", "in the text"),
        Where::Money => Message::new("i pengeraden", "i pengerada", "in the money row"),
    }
}
