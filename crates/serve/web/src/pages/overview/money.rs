//! The money of the year at a glance: what each post was allocated, and what is used of it so far.

use super::texts as words;
use crate::frame::{Frame, year_base};
use crate::site::Looked;
use crate::written;
use std::collections::BTreeMap;
use styrbord_app::Nok;
use styrbord_app::access::UseCase;
use styrbord_app::follow::events::ObjectId;
use styrbord_app::follow::events::money::{Tree, is_income, tree};
use styrbord_app::follow::{Overview, PostRow};
use styrbord_app::texts::Text;

/// The posts with their sums.
#[derive(Default)]
pub(super) struct Money {
    pub(super) posts: Vec<Post>,
    /// The name of each sum, what is allocated and what is used.
    pub(super) sums: Vec<(&'static str, String, String)>,
    /// Whether anything is booked that the visitor may read.
    pub(super) is_used: bool,
    /// Where there is more; empty for who may not read it.
    pub(super) address: String,
}

/// A post.
pub(super) struct Post {
    /// Its page; empty for who may not read it.
    pub(super) address: String,
    pub(super) label: String,
    pub(super) title: String,
    pub(super) allocated: String,
    pub(super) used: String,
}

/// What is used of each post, and whether that came in.
type Used = BTreeMap<ObjectId, (bool, Nok)>;

/// Shows the money of a year: to who reads the plan alone what the letters say of it.
pub(super) fn money(looked: &Looked<'_>, frame: &Frame, overview: &Overview) -> Money {
    let reads = looked.may(UseCase::ReadMoney, None);
    let tree = if reads { tree(looked.year) } else { Tree::default() };
    let used: Used = tree
        .chapters
        .iter()
        .flat_map(|chapter| chapter.posts.iter().map(|post| (is_income(chapter.chapter), post)))
        .map(|(income, post)| (post.object, (income, post.sums.actual)))
        .collect();
    let is_used = used.values().any(|(_, used)| *used != Nok::ZERO);
    let base = format!("{}/money", year_base(looked.year.stream));
    let at = |end: String| if reads { format!("{base}{end}{}", frame.day_end()) } else { String::new() };
    let post = |row: &PostRow| Post {
        address: at(format!("/{}", row.part)),
        label: row.label.clone(),
        title: row.title.clone(),
        allocated: row.amount_nok.map_or_else(|| frame.t(words::NO_AMOUNT).to_owned(), written::amount),
        used: used.get(&row.part).map(|(_, used)| written::amount(*used)).unwrap_or_default(),
    };
    Money {
        posts: overview.posts.iter().map(post).collect(),
        sums: sums(frame, overview, &used),
        is_used,
        address: at(String::new()),
    }
}

/// Adds up what is spent, and apart from it what comes in when there are incomes.
fn sums(frame: &Frame, overview: &Overview, used: &Used) -> Vec<(&'static str, String, String)> {
    let of = |wanted: bool| -> Nok {
        used.values().filter(|(income, _)| *income == wanted).map(|(_, used)| *used).sum()
    };
    let sum = |name: Text, allocated: Nok, income| {
        (frame.t(name), written::amount(allocated), written::amount(of(income)))
    };
    let spending = if overview.income_nok.is_some() { words::SUM_SPENDING } else { words::SUM };
    let income = overview.income_nok.map(|amount| sum(words::SUM_INCOME, amount, true));
    std::iter::once(sum(spending, overview.total_nok, false)).chain(income).collect()
}
