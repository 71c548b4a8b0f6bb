//! What was found, by kind.

use super::texts as words;
use crate::fields::Pager;
use crate::frame::Frame;
use crate::visit::{Values, encoded};
use styrbord_app::search::{Found, Hit, Kind, Piece, Spot};
use styrbord_app::texts::Text;

/// As many hits of a kind are shown beside those of other kinds.
const SHORT: usize = 8;
/// As many when only one kind is asked for.
const PORTION: usize = 50;
/// A longer question is cut.
const QUESTION_MAX: usize = 200;

/// The kinds, as they stand in the address.
const KINDS: [(Kind, &str, Text); 10] = [
    (Kind::Goal, "goals", words::GOALS),
    (Kind::Parameter, "parameters", words::PARAMETERS),
    (Kind::Assignment, "assignments", words::ASSIGNMENTS),
    (Kind::Duty, "duties", words::DUTIES),
    (Kind::Report, "reports", words::REPORTS),
    (Kind::Meeting, "meetings", words::MEETINGS),
    (Kind::Money, "money", words::MONEY),
    (Kind::Other, "other", words::OTHER),
    (Kind::Said, "said", words::SAID),
    (Kind::Line, "lines", words::LINES),
];

/// What is asked for.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    /// The words.
    pub(super) words: String,
    kind: Option<Kind>,
    page: usize,
    as_of: String,
}

/// A year with what was found in it.
pub(super) struct Place {
    /// Its name; empty when it is the only one.
    pub(super) name: String,
    /// What its headings are told apart by.
    pub(super) id: String,
    pub(super) groups: Vec<Group>,
}

/// What was found of one kind.
pub(super) struct Group {
    pub(super) word: &'static str,
    pub(super) name: String,
    pub(super) rows: Vec<Row>,
    /// Where all of the kind are shown, when these are not all.
    pub(super) all: Option<String>,
    pub(super) pager: Pager,
}

/// A hit.
pub(super) struct Row {
    pub(super) address: String,
    pub(super) head: String,
    pub(super) label: Vec<Piece>,
    pub(super) title: Vec<Piece>,
    pub(super) text: Vec<Piece>,
}

impl Asked {
    /// Reads what the address asks for.
    pub(super) fn read(query: &Values) -> Self {
        let kind = query.get("kind").and_then(|word| KINDS.iter().find(|(_, known, _)| *known == word));
        Self {
            words: query.get("q").unwrap_or_default().chars().take(QUESTION_MAX).collect(),
            kind: kind.map(|(kind, ..)| *kind),
            page: query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1).max(1),
            as_of: query.get("as-of").unwrap_or_default().to_owned(),
        }
    }

    /// Returns the end of an address that keeps the day, after other values.
    pub(super) fn day_end(&self) -> String {
        if self.as_of.is_empty() { String::new() } else { format!("&as-of={}", encoded(&self.as_of)) }
    }

    /// Tells whether one kind alone is asked for.
    pub(super) fn is_narrow(&self) -> bool {
        self.kind.is_some()
    }

    /// Returns the address that asks for all kinds.
    pub(super) fn wide(&self) -> String {
        format!("?q={}{}", encoded(&self.words), self.day_end())
    }
}

impl Place {
    /// Groups what was found in a year.
    pub(super) fn of(frame: &Frame, asked: &Asked, (name, base): (String, String), found: Found) -> Self {
        let mut groups: Vec<(Kind, u32, Vec<Hit>)> = Vec::new();
        for hit in found.hits {
            match groups.iter_mut().find(|(kind, ..)| *kind == hit.entry.kind) {
                Some((.., hits)) => hits.push(hit),
                None => groups.push((hit.entry.kind, hit.score, vec![hit])),
            }
        }
        // What people wrote and lines of the letter repeat the rest, and come last.
        groups.sort_by_key(|(kind, score, _)| (*kind >= Kind::Said, std::cmp::Reverse(*score), *kind));
        let wanted = groups.into_iter().filter(|(kind, ..)| asked.kind.is_none_or(|asked| asked == *kind));
        let end =
            if asked.as_of.is_empty() { String::new() } else { format!("as-of={}", encoded(&asked.as_of)) };
        let groups = wanted.map(|(kind, _, hits)| Group::of(frame, asked, kind, hits, (&base, &end)));
        Self { id: base.trim_start_matches('/').replace('/', "-"), groups: groups.collect(), name }
    }
}

impl Group {
    fn of(frame: &Frame, asked: &Asked, kind: Kind, hits: Vec<Hit>, (base, end): (&str, &str)) -> Self {
        let known = KINDS.iter().find(|(known, ..)| *known == kind);
        let (word, name) = known.map_or(("", words::OTHER), |(_, word, name)| (*word, *name));
        let total = hits.len();
        let narrow = format!("{base}/search?q={}&kind={word}{}", encoded(&asked.words), asked.day_end());
        let (skip, take) =
            if asked.is_narrow() { ((asked.page - 1).saturating_mul(PORTION), PORTION) } else { (0, SHORT) };
        let rows =
            hits.into_iter().skip(skip).take(take).map(|hit| Row::of(frame, hit, (base, end))).collect();
        let portion = if asked.is_narrow() { PORTION } else { total.max(1) };
        Self {
            word,
            name: format!("{} ({total})", name.get(frame.language)),
            rows,
            all: (!asked.is_narrow() && total > SHORT).then(|| narrow.clone()),
            pager: Pager::new(frame.language, (total, portion, asked.page), |page| {
                format!("{narrow}&page={page}")
            }),
        }
    }
}

impl Row {
    fn of(frame: &Frame, hit: Hit, (base, end): (&str, &str)) -> Self {
        let address = address(hit.entry.spot, base, end);
        let mut title = hit.title;
        let mut text = hit.text;
        // What has no title of its own is shown by what it says.
        if title.is_empty() {
            title = std::mem::take(&mut text);
        }
        let head = match hit.entry.spot {
            Spot::Line(_, line) => format!("{}, {}", hit.entry.head, frame.with(words::LINE, line)),
            _ => hit.entry.head,
        };
        Self { address, head, label: hit.label, title, text }
    }
}

/// Returns the address at which something is shown, with an end that is asked for, too, as `as-of=2025-06-30`.
pub(crate) fn address(spot: Spot, base: &str, end: &str) -> String {
    let after = |sign: &str| if end.is_empty() { String::new() } else { format!("{sign}{end}") };
    match spot {
        Spot::Object(object) => format!("{base}/objects/{object}{}", after("?")),
        Spot::Series(series) => format!("{base}/parameters/{series}{}", after("?")),
        Spot::Money(_) => format!("{base}/money{}", after("?")),
        Spot::Line(letter, line) => format!("{base}/letter?letter={letter}{}#line-{line}", after("&")),
    }
}
