//! Chapters and posts with all that is known of their money, and whether the sums hold.

use super::position::{self, Actual, Sums};
use crate::ids::ObjectId;
use crate::letters::PartValue;
use crate::money::{Explanation, Forecast, add, less};
use crate::year::Year;
use serde::Serialize;
use std::collections::BTreeMap;
use styrbord_money::Nok;
use styrbord_plan::{Portion, Post};

/// A keyword (stikkord) that says how a post may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Keyword {
    /// What is left may be used later (kan overføres).
    Transferable,
    /// An estimate that may be exceeded where the rules of the grant demand it (overslagsbevilgning).
    Estimated,
    /// May be used under another post, too (kan nyttes under).
    UsableUnder,
    /// Another one, as printed.
    Other,
}

/// All chapters of a year.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Tree {
    /// The chapters, by number.
    pub chapters: Vec<ChapterNode>,
    /// Sums that were checked.
    pub checks: Vec<Check>,
}

/// A chapter.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct ChapterNode {
    /// Its number.
    pub chapter: u32,
    /// Its id, when a letter names it for itself.
    pub object: Option<ObjectId>,
    /// Its title.
    pub title: String,
    /// The sum that the letter prints.
    pub stated: Option<Nok>,
    /// Its posts, by number.
    pub posts: Vec<PostNode>,
    /// The sum of its posts. What is unknown of one post is unknown of the sum.
    pub sums: Sums,
}

/// A post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PostNode {
    /// Its id.
    pub object: ObjectId,
    /// Its number.
    pub post: u32,
    /// Its title.
    pub title: String,
    /// Whether a letter took it away.
    pub repealed: bool,
    /// Its keywords, understood and as printed.
    pub keywords: Vec<(Keyword, String)>,
    /// The whole appropriation, when the letter says it.
    pub appropriation: Option<Nok>,
    /// The agency's share of it.
    pub share: Option<Nok>,
    /// What the letter divides it into.
    pub breakdown: Vec<Portion>,
    /// What that makes together; none when the letter divides nothing of it, or has taken it away.
    pub divided: Option<Divided>,
    /// How it stands.
    pub sums: Sums,
    /// What it used by month, with the sign of the accounts.
    pub actual: Actual,
    /// The forecasts, oldest first.
    pub forecasts: Vec<Forecast>,
    /// What explains its variance, oldest first.
    pub explanations: Vec<Explanation>,
}

/// A post, what the letter divides it into, and what it leaves undivided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Divided {
    /// What there is: the post, or the whole appropriation when the portions are more than the agency's share of it.
    pub whole: Nok,
    /// What the portions make together.
    pub portions: Nok,
    /// What is left; below zero when the portions are more than there is.
    pub undivided: Nok,
}

/// What was checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckKind {
    /// The posts of a chapter add up to the printed sum.
    ChapterSum,
    /// The portions of a post are no more than it. Less is a rest that the letter leaves undivided, and no sum.
    Portions,
    /// No more is bound than the post has.
    Committed,
    /// Units were given no more than the post has.
    SubAllocated,
}

/// A sum that was checked; what agrees is told, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Check {
    /// What was checked.
    pub kind: CheckKind,
    /// The chapter.
    pub chapter: u32,
    /// The post.
    pub post: Option<u32>,
    /// What there is or should be.
    pub expected: Nok,
    /// What was found.
    pub found: Nok,
    /// Whether it holds.
    pub holds: bool,
}

/// Returns all chapters of a year with how they stand.
pub fn tree(year: &Year) -> Tree {
    let mut chapters: BTreeMap<u32, ChapterNode> = BTreeMap::new();
    for (id, part) in &year.letters.parts {
        match &part.value {
            PartValue::Chapter(chapter) => {
                let node = node(&mut chapters, chapter.chapter);
                if part.repealed.is_none() {
                    node.object = Some(*id);
                    node.title.clone_from(&chapter.title);
                    node.stated = chapter.stated_sum_nok;
                }
            }
            PartValue::Post { chapter, .. } => {
                if let Some(post) = post_node(year, *id) {
                    node(&mut chapters, *chapter).posts.push(post);
                }
            }
            _ => {}
        }
    }
    let mut tree = Tree { chapters: chapters.into_values().collect(), checks: Vec::new() };
    for chapter in &mut tree.chapters {
        chapter.posts.sort_by_key(|post| (post.post, post.object));
        chapter.sums = sum(&chapter.posts.iter().map(|post| &post.sums));
        check(chapter, &mut tree.checks);
    }
    tree
}

fn node(chapters: &mut BTreeMap<u32, ChapterNode>, number: u32) -> &mut ChapterNode {
    chapters.entry(number).or_insert_with(|| ChapterNode { chapter: number, ..ChapterNode::default() })
}

fn post_node(year: &Year, id: ObjectId) -> Option<PostNode> {
    let (_, part, post) = position::post_part(year, id)?;
    let sums = position::sums(year, id);
    let held = sums.allocated.filter(|_| part.repealed.is_none());
    Some(PostNode {
        object: id,
        post: post.post,
        title: post.title.clone(),
        repealed: part.repealed.is_some(),
        keywords: post.keywords.iter().map(|keyword| (understood(keyword), keyword.clone())).collect(),
        appropriation: post.appropriation_nok,
        share: post.agency_share_nok,
        breakdown: post.breakdown.clone(),
        divided: held.and_then(|allocated| divided(post, allocated)),
        sums,
        actual: position::actual(year, id),
        forecasts: year.money.forecasts.get(&id).cloned().unwrap_or_default(),
        explanations: year.money.explanations.get(&id).cloned().unwrap_or_default(),
    })
}

fn divided(post: &Post, allocated: Nok) -> Option<Divided> {
    let portions: Nok = post.breakdown.iter().map(|portion| portion.amount_nok).sum();
    let is_share = portions > allocated && post.agency_share_nok == Some(allocated);
    let whole = post.appropriation_nok.filter(|_| is_share).unwrap_or(allocated).max(allocated);
    (!post.breakdown.is_empty()).then(|| Divided { whole, portions, undivided: less(whole, portions) })
}

fn understood(keyword: &str) -> Keyword {
    let keyword = keyword.to_lowercase();
    let begins = |starts: &[&str]| starts.iter().any(|start| keyword.starts_with(start));
    if begins(&["kan overfør"]) {
        Keyword::Transferable
    } else if begins(&["overslagsbevilg", "overslagsløyv"]) {
        Keyword::Estimated
    } else if begins(&["kan nytt"]) {
        Keyword::UsableUnder
    } else {
        Keyword::Other
    }
}

impl Tree {
    /// Returns the sum of the chapters of incomes, or of all others; none when there are none.
    pub fn total(&self, income: bool) -> Option<Sums> {
        let is_there = |chapter: &&ChapterNode| position::is_income(chapter.chapter) == income;
        let of_side = self.chapters.iter().filter(is_there).map(|chapter| &chapter.sums);
        of_side.clone().next().map(|_| sum(&of_side))
    }
}

fn sum<'a>(held: &(impl Iterator<Item = &'a Sums> + Clone)) -> Sums {
    let all = |of: fn(&Sums) -> Option<Nok>| {
        held.clone().map(of).try_fold(Nok::ZERO, |sum, one| Some(add(sum, one?)))
    };
    let total = |of: fn(&Sums) -> Nok| held.clone().map(of).sum();
    Sums {
        allocated: all(|sums| sums.allocated),
        sub_allocated: total(|sums| sums.sub_allocated),
        committed: total(|sums| sums.committed),
        outstanding: total(|sums| sums.outstanding),
        charged: total(|sums| sums.charged),
        actual: total(|sums| sums.actual),
        forecast: all(|sums| sums.forecast),
        uncommitted: all(|sums| sums.uncommitted),
        disposable: all(|sums| sums.disposable),
        variance: all(|sums| sums.variance),
    }
}

fn check(chapter: &ChapterNode, checks: &mut Vec<Check>) {
    let mut add_check = |kind, post, expected, found, holds| {
        checks.push(Check { kind, chapter: chapter.chapter, post, expected, found, holds });
    };
    if let (Some(stated), Some(found)) = (chapter.stated, chapter.sums.allocated) {
        add_check(CheckKind::ChapterSum, None, stated, found, stated == found);
    }
    for post in &chapter.posts {
        let (number, sums) = (Some(post.post), &post.sums);
        let Some(allocated) = sums.allocated else { continue };
        if let Some(Divided { whole, portions, .. }) = post.divided.filter(|of| of.undivided <= Nok::ZERO) {
            add_check(CheckKind::Portions, number, whole, portions, portions == whole);
        }
        let taken = add(sums.committed, sums.charged);
        if taken != Nok::ZERO {
            add_check(CheckKind::Committed, number, allocated, taken, taken <= allocated);
        }
        if sums.sub_allocated != Nok::ZERO {
            let holds = sums.sub_allocated <= allocated;
            add_check(CheckKind::SubAllocated, number, allocated, sums.sub_allocated, holds);
        }
    }
}
