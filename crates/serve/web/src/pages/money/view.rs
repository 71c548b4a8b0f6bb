//! What is shown of the money of a year.

use super::claims::{self, ChargeRow, Links};
use super::findings::{Found, Located, Shelf};
use super::tasks;
use super::texts as words;
use crate::frame::{Frame, year_base};
use crate::pages::names;
use crate::site::Looked;
use crate::written;
use std::collections::BTreeMap;
use styrbord_app::Nok;
use styrbord_app::follow::events::money::{
    self, Amendment, Check, CheckKind, PostNode, Sums, Tree, amendments, authorisations, awaiting, is_income,
};
use styrbord_app::follow::events::{ObjectId, TextRef};
use styrbord_app::plan::{Portion, PortionKind};
use styrbord_app::texts::Text;

/// What texts say, by their references; none for one that was erased.
pub(super) type Said = BTreeMap<TextRef, Option<String>>;

/// The money of a year.
pub(super) struct Seen {
    /// Spending, then incomes.
    pub(super) sides: Vec<Side>,
    /// The names of the columns of amounts.
    pub(super) heads: Vec<&'static str>,
    /// What does not add up.
    pub(super) defects: Vec<String>,
    /// How many sums do.
    pub(super) held: usize,
    /// What later letters changed.
    pub(super) amendments: Vec<Change>,
    pub(super) authorisations: Vec<Authorised>,
    /// Charge authorisations that were received.
    pub(super) charges: Vec<ChargeRow>,
    /// What can be begun on a page of its own.
    pub(super) begin: Links,
    pub(super) waiting: Vec<Waiting>,
    /// Findings about money that concern no post.
    pub(super) findings: Vec<Found>,
    pub(super) shelf: Shelf,
    pub(super) words: Said,
    /// The beginning of the addresses of these pages.
    pub(super) base: String,
}

/// Spending or incomes.
pub(super) struct Side {
    pub(super) id: &'static str,
    pub(super) name: &'static str,
    pub(super) chapters: Vec<ChapterRow>,
    pub(super) total: Vec<String>,
}

/// A chapter.
pub(super) struct ChapterRow {
    pub(super) number: u32,
    pub(super) name: String,
    pub(super) posts: Vec<PostRow>,
    pub(super) cells: Vec<String>,
}

/// A post.
pub(super) struct PostRow {
    pub(super) object: ObjectId,
    pub(super) address: String,
    pub(super) label: String,
    pub(super) title: String,
    /// Keywords first, then what more there is to say.
    pub(super) notes: Vec<String>,
    pub(super) portions: Vec<PortionRow>,
    pub(super) cells: Vec<String>,
    pub(super) findings: Vec<Found>,
}

/// A portion of a post.
pub(super) struct PortionRow {
    /// How deep it lies: 0 to 3.
    pub(super) depth: usize,
    pub(super) title: String,
    pub(super) amount: String,
    pub(super) kind: &'static str,
    pub(super) assignment: String,
}

/// What a letter did to a post.
pub(super) struct Change {
    pub(super) letter: String,
    pub(super) day: String,
    pub(super) label: String,
    pub(super) address: String,
    pub(super) before: String,
    pub(super) by: String,
    pub(super) after: String,
    /// Whether what the letter prints of it disagrees with what held.
    pub(super) disagrees: bool,
}

/// An authorisation and its use.
pub(super) struct Authorised {
    pub(super) address: String,
    pub(super) title: String,
    pub(super) limit: String,
    pub(super) used: String,
    pub(super) left: String,
    pub(super) links: Links,
}

/// A commitment of the year before that no post pays yet.
pub(super) struct Waiting {
    pub(super) label: String,
    pub(super) title: TextRef,
    pub(super) amount: String,
}

/// The columns of amounts.
pub(super) const HEADS: [Text; 6] =
    [words::ALLOCATED, words::COMMITTED, words::FREE, words::USED, words::FORECAST, words::VARIANCE];

/// Returns an amount as it stands in a column of kroner; nothing for none.
pub(super) fn kroner(amount: Option<Nok>) -> String {
    let text = amount.map(written::amount).unwrap_or_default();
    text.trim_end_matches("kroner").trim_end().to_owned()
}

/// Returns the cells of sums, in the order of [`HEADS`].
pub(super) fn cells(sums: &Sums) -> Vec<String> {
    let all = [
        sums.allocated,
        Some(sums.committed),
        sums.uncommitted,
        Some(sums.actual),
        sums.forecast,
        sums.variance,
    ];
    all.map(kroner).into()
}

/// Returns the number of a post, `671.60`.
pub(super) fn label(chapter: u32, post: u32) -> String {
    format!("{chapter}.{post:02}")
}

impl Seen {
    /// Shows the money of a year.
    pub(super) fn of(looked: &Looked<'_>, frame: &Frame) -> Self {
        let year = looked.year;
        let tree = money::tree(year);
        let base = format!("{}/money", year_base(year.stream));
        let (held, broken): (Vec<&Check>, Vec<&Check>) = tree.checks.iter().partition(|check| check.holds);
        let mut defects: Vec<String> = broken.into_iter().map(|check| defect(check, frame)).collect();
        defects.extend(differences(&tree, frame));
        let changed = amendments(year);
        let changed = changed.iter().filter(|one| one.old.is_some());
        let waits = awaiting(looked.book, year);
        Self {
            sides: [false, true].into_iter().filter_map(|income| side(&tree, income, frame, &base)).collect(),
            heads: HEADS.iter().map(|head| frame.t(head)).collect(),
            defects,
            held: held.len(),
            amendments: changed.map(|one| change(one, frame, &base)).collect(),
            authorisations: authorised(looked, frame),
            charges: claims::charges(looked, frame, None),
            begin: tasks::links(looked, frame, None),
            waiting: waits
                .iter()
                .map(|waits| Waiting {
                    label: label(waits.number.0, waits.number.1),
                    title: waits.carried.title,
                    amount: kroner(waits.carried.amounts.get(&year.year).copied()),
                })
                .collect(),
            findings: Vec::new(),
            shelf: Shelf::of(looked),
            words: Said::new(),
            base,
        }
    }

    /// Returns the texts that the page refers to.
    pub(super) fn texts(&self) -> Vec<TextRef> {
        let charges = self.charges.iter().map(|charge| charge.title);
        self.waiting.iter().map(|waits| waits.title).chain(charges).collect()
    }

    /// Returns what a text says.
    pub(super) fn said(&self, text: &TextRef) -> &str {
        said(&self.words, *text)
    }

    /// Puts findings beside the posts that they concern.
    pub(super) fn attach(&mut self, found: Vec<Located>) {
        for one in found {
            if one.posts.is_empty() && one.is_money {
                self.findings.push(one.found);
                continue;
            }
            let posts = self.sides.iter_mut().flat_map(|side| &mut side.chapters);
            for post in posts.flat_map(|chapter| &mut chapter.posts) {
                if one.posts.contains(&post.object) {
                    post.findings.push(one.found.clone());
                }
            }
        }
    }
}

/// Returns what a text says; a sign for one that was erased.
pub(super) fn said(words: &Said, text: TextRef) -> &str {
    words.get(&text).and_then(|said| said.as_deref()).unwrap_or("–")
}

fn side(tree: &Tree, income: bool, frame: &Frame, base: &str) -> Option<Side> {
    let total = tree.total(income)?;
    let chapters = tree.chapters.iter().filter(|chapter| is_income(chapter.chapter) == income);
    Some(Side {
        id: if income { "income" } else { "spending" },
        name: frame.t(if income { words::INCOME } else { words::SPENDING }),
        chapters: chapters
            .map(|chapter| ChapterRow {
                number: chapter.chapter,
                name: words::CHAPTER_TITLE.with(frame.language, &[&chapter.chapter, &chapter.title]),
                posts: chapter
                    .posts
                    .iter()
                    .map(|post| post_row(chapter.chapter, post, frame, base))
                    .collect(),
                cells: cells(&chapter.sums),
            })
            .collect(),
        total: cells(&total),
    })
}

fn post_row(chapter: u32, post: &PostNode, frame: &Frame, base: &str) -> PostRow {
    PostRow {
        object: post.object,
        address: format!("{base}/{}{}", post.object, frame.day_end()),
        label: label(chapter, post.post),
        title: names::title(&post.title, frame.language),
        notes: keywords(post).into_iter().chain(notes(post, frame)).collect(),
        portions: portions(post, frame),
        cells: cells(&post.sums),
        findings: Vec::new(),
    }
}

impl PostRow {
    /// Tells whether there is more than amounts to show.
    pub(super) fn has_more(&self) -> bool {
        !(self.notes.is_empty() && self.findings.is_empty() && self.portions.is_empty())
    }
}

/// Returns the keywords of a post as printed, in one line; none when it has none.
fn keywords(post: &PostNode) -> Option<String> {
    let printed: Vec<&str> = post.keywords.iter().map(|(_, printed)| printed.as_str()).collect();
    (!printed.is_empty()).then(|| printed.join(", "))
}

/// Returns what more there is to say of a post's allocation.
pub(super) fn notes(post: &PostNode, frame: &Frame) -> Vec<String> {
    let amount =
        |text: Text, amount: Option<Nok>| amount.map(|amount| frame.with(text, kroner(Some(amount))));
    let share = post.share.filter(|share| Some(*share) != post.sums.allocated);
    let some = |amount: Nok| Some(amount).filter(|amount| *amount != Nok::ZERO);
    let all = [
        post.repealed.then(|| frame.t(words::REPEALED).to_owned()),
        amount(words::APPROPRIATION, post.appropriation),
        amount(words::SHARE, share),
        amount(words::GIVEN_TO_UNITS, some(post.sums.sub_allocated)),
        amount(words::CHARGED, some(post.sums.charged)),
        amount(words::OUTSTANDING, some(post.sums.outstanding)),
    ];
    all.into_iter().flatten().collect()
}

/// Returns what a post is divided into, what is left undivided last.
pub(super) fn portions(post: &PostNode, frame: &Frame) -> Vec<PortionRow> {
    let mut rows = Vec::new();
    post.breakdown.iter().for_each(|portion| add_portion(portion, (0, None), frame, &mut rows));
    let left = post.divided.map(|divided| divided.undivided).filter(|left| *left > Nok::ZERO);
    rows.extend(left.map(|left| PortionRow {
        depth: 0,
        title: frame.t(words::UNDIVIDED).to_owned(),
        amount: kroner(Some(left)),
        kind: "",
        assignment: String::new(),
    }));
    rows
}

fn add_portion(
    portion: &Portion,
    (depth, above): (usize, Option<PortionKind>),
    frame: &Frame,
    rows: &mut Vec<PortionRow>,
) {
    // What is said of the whole is not said again of each of its parts.
    let kind = match portion.kind {
        kind if above == Some(kind) => None,
        PortionKind::SubAllocation => None,
        PortionKind::Commitment => Some(words::KIND_COMMITMENT),
        PortionKind::Free => Some(words::KIND_FREE),
        PortionKind::NewProject => Some(words::KIND_NEW),
        PortionKind::Recipient => Some(words::KIND_RECIPIENT),
    };
    rows.push(PortionRow {
        depth: depth.min(3),
        title: names::title(&portion.title, frame.language),
        amount: kroner(Some(portion.amount_nok)),
        kind: kind.map(|kind| frame.t(kind)).unwrap_or_default(),
        assignment: portion.assignment.clone().unwrap_or_default(),
    });
    let below = (depth + 1, Some(portion.kind));
    portion.breakdown.iter().for_each(|portion| add_portion(portion, below, frame, rows));
}

/// Says what does not add up.
pub(super) fn defect(check: &Check, frame: &Frame) -> String {
    let what = check.post.map_or(check.chapter.to_string(), |post| label(check.chapter, post));
    let sentence = match check.kind {
        CheckKind::ChapterSum => words::CHAPTER_SUM,
        CheckKind::Portions => words::PORTIONS,
        CheckKind::Committed => words::OVER_COMMITTED,
        CheckKind::SubAllocated => words::OVER_GIVEN,
    };
    let (expected, found) = (kroner(Some(check.expected)), kroner(Some(check.found)));
    sentence.with(frame.language, &[&what, &expected, &found])
}

fn differences(tree: &Tree, frame: &Frame) -> Vec<String> {
    let posts =
        tree.chapters.iter().flat_map(|chapter| chapter.posts.iter().map(move |post| (chapter, post)));
    let told = posts.flat_map(|(chapter, post)| {
        let label = label(chapter.chapter, post.post);
        post.actual.differences.iter().map(move |one| {
            let (state, ledger) = (kroner(Some(one.state_accounts)), kroner(Some(one.ledger)));
            words::ACCOUNTS_DIFFER.with(frame.language, &[&label, &one.month, &state, &ledger])
        })
    });
    told.collect()
}

/// Shows what a letter did to a post.
pub(super) fn change(one: &Amendment, frame: &Frame, base: &str) -> Change {
    let sign = if one.change > Nok::ZERO { "+" } else { "" };
    Change {
        letter: one.title.clone(),
        day: written::date(one.stamp.on, frame.language),
        label: label(one.chapter, one.number),
        address: format!("{base}/{}{}", one.post, frame.day_end()),
        before: kroner(one.old),
        by: format!("{sign}{}", kroner(Some(one.change))),
        after: kroner(one.new),
        disagrees: one.agrees == Some(false),
    }
}

fn authorised(looked: &Looked<'_>, frame: &Frame) -> Vec<Authorised> {
    let base = year_base(looked.year.stream);
    let all = authorisations(looked.year).into_iter().filter(|one| !one.repealed);
    all.map(|one| Authorised {
        address: format!("{base}/objects/{}{}", one.authorisation, frame.day_end()),
        title: names::title(&one.title, frame.language),
        limit: kroner(one.limit),
        used: kroner(Some(one.used)),
        left: kroner(one.left),
        links: tasks::links(looked, frame, Some(one.authorisation)),
    })
    .collect()
}
