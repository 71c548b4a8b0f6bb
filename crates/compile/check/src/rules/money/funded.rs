//! The rows of money tables that pay an assignment, found by title or by number.

use super::posts::{self, Key};
use crate::Letter;
use std::collections::BTreeMap;
use styrbord_diagnostics::Severity;
use styrbord_plan::{Assignment, Funding, Portion, ReferenceKind, TitleKind, Where};
use styrbord_titles::{Likeness, Title};

/// A portion of a post that pays an assignment, or has its title.
pub(super) struct Row<'a> {
    post: Key,
    pub(super) portion: &'a Portion,
}

/// All portions of all posts.
pub(super) struct Rows<'a> {
    all: Vec<Row<'a>>,
    by_title: BTreeMap<String, Vec<usize>>,
    by_number: BTreeMap<&'a str, Vec<usize>>,
    /// Titles that money rows give a number.
    titled: BTreeMap<&'a str, Vec<Title>>,
}

impl<'a> Rows<'a> {
    pub(super) fn of(letter: &Letter<'a>) -> Self {
        let mut rows = Vec::new();
        for chapter in &letter.plan.budget {
            for post in &chapter.posts {
                collect((chapter.chapter, post.post), &post.breakdown, &mut rows);
            }
        }
        let (mut by_title, mut by_number) = (BTreeMap::<_, Vec<_>>::new(), BTreeMap::<_, Vec<_>>::new());
        for (at, row) in rows.iter().enumerate() {
            let title = Title::new(&row.portion.title);
            if title.is_rich() {
                by_title.entry(title.key().to_owned()).or_default().push(at);
            }
            if let Some(number) = row.portion.assignment.as_deref() {
                by_number.entry(number).or_default().push(at);
            }
        }
        let mut titled = BTreeMap::<_, Vec<_>>::new();
        for title in &letter.plan.evidence.titles {
            if title.kind == TitleKind::Assignment && title.place == Where::Money {
                titled.entry(title.key.as_str()).or_default().push(Title::new(&title.title));
            }
        }
        Rows { all: rows, by_title, by_number, titled }
    }

    /// Returns the rows of an assignment, and how grave it is when they do not fit.
    pub(super) fn of_assignment(&self, assignment: &Assignment) -> (Vec<&Row<'a>>, Severity) {
        let title = Title::new(&assignment.title);
        let pick = |at: &[usize]| at.iter().filter_map(|at| self.all.get(*at)).collect::<Vec<_>>();
        if let Some(at) = self.by_title.get(title.key()) {
            return (pick(at), Severity::Error);
        }
        let number = assignment.number.as_deref().unwrap_or_default();
        let Some(at) = self.by_number.get(number) else { return (Vec::new(), Severity::Warning) };
        let rows = pick(at);
        let near = |row: &&Row<'a>| Title::new(&row.portion.title).likeness(&title) >= Likeness::Near;
        if rows.iter().all(near) {
            return (rows, Severity::Error);
        }
        let taken = self
            .titled
            .get(number)
            .is_some_and(|titles| titles.iter().any(|other| other.likeness(&title) < Likeness::Near));
        (if taken { Vec::new() } else { rows }, Severity::Warning)
    }
}

fn collect<'a>(post: Key, portions: &'a [Portion], rows: &mut Vec<Row<'a>>) {
    for portion in portions {
        rows.push(Row { post, portion });
        collect(post, &portion.breakdown, rows);
    }
}

/// Tells whether the words around the funding name posts, and none of them is a post of the rows.
pub(super) fn names_other_post(letter: &Letter<'_>, funding: &[&Funding], rows: &[&Row<'_>]) -> bool {
    /// How many bytes behind the amount its post may be named.
    const REACH: u32 = 120;
    let near = |start: u32| {
        funding
            .iter()
            .filter_map(|money| money.span)
            .any(|spot| (spot.span.start..spot.span.end.saturating_add(REACH)).contains(&start))
    };
    let evidence = letter.evidence();
    let mut named = evidence
        .references
        .iter()
        .filter(|reference| reference.kind == ReferenceKind::Post && near(reference.spot.span.start))
        .filter_map(|reference| posts::parse_key(&reference.key))
        .peekable();
    named.peek().is_some() && !named.any(|key| rows.iter().any(|row| row.post == key))
}
