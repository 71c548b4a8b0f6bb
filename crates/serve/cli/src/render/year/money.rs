//! The money of a year: chapters and posts, what does not add up, what is bound, and what waits.

use super::{aligned, banner, kroner, section, table};
use crate::output::{Screen, plain};
use crate::texts::{count, join, year_money as words};
use styrbord_app::follow::events::money::{Check, CheckKind, PostNode, Sums};
use styrbord_app::follow::{CommitmentRow, Money, WaitingRow};
use styrbord_app::{Language, Nok};

/// Draws the money of a year.
pub(crate) fn draw(money: &Money, screen: Screen) -> String {
    let language = screen.language;
    let title = words::TREE.with(language, &[&plain(&money.agency), &money.year]);
    let mut text = [banner(money.simulated, screen), screen.bold(&title), "\n".to_owned()].concat();
    if money.tree.chapters.is_empty() {
        text.push_str(&[words::NO_POSTS.get(language), "\n"].concat());
    } else {
        text.push_str(&table(&aligned(tree(money, language), 1..=5), screen));
    }
    text.push_str(&checks(money, screen));
    section(&mut text, words::UNDIVIDED, &aligned(undivided(money), 1..=1), screen);
    let bound: Vec<_> = money.commitments.iter().map(|one| commitment(one, language)).collect();
    section(&mut text, words::COMMITMENTS, &aligned(bound, 2..=4), screen);
    let waiting: Vec<_> = money.waiting.iter().map(waits).collect();
    if !waiting.is_empty() {
        section(&mut text, words::WAITING, &aligned(waiting, 2..=2), screen);
        text.push_str(&[words::HOW_TO_CARRY.get(language), "\n"].concat());
    }
    text
}

/// Returns a row for each post, and one with the sum under each chapter.
fn tree(money: &Money, language: Language) -> Vec<Vec<String>> {
    let heads = [words::ALLOCATED, words::COMMITTED, words::USED, words::FORECAST, words::VARIANCE];
    let head = heads.iter().map(|head| head.get(language).to_owned());
    let mut rows = vec![std::iter::once(String::new()).chain(head).chain([String::new()]).collect()];
    for chapter in &money.tree.chapters {
        for post in chapter.posts.iter().filter(|post| !post.repealed) {
            rows.push(row(&number(chapter.chapter, post), &post.sums, &post.title));
        }
        rows.push(row(&chapter.chapter.to_string(), &chapter.sums, &chapter.title));
    }
    rows
}

fn number(chapter: u32, post: &PostNode) -> String {
    format!("{chapter}.{:02}", post.post)
}

fn row(label: &str, sums: &Sums, title: &str) -> Vec<String> {
    let amounts = [sums.allocated, Some(sums.committed), Some(sums.actual), sums.forecast, sums.variance];
    let amounts = amounts.map(kroner);
    [label.to_owned()].into_iter().chain(amounts).chain([title.to_owned()]).collect()
}

fn checks(money: &Money, screen: Screen) -> String {
    let language = screen.language;
    let (held, broken): (Vec<&Check>, Vec<&Check>) = money.tree.checks.iter().partition(|check| check.holds);
    let mut rows: Vec<Vec<String>> = broken.into_iter().map(|check| vec![defect(check, language)]).collect();
    for chapter in &money.tree.chapters {
        for post in &chapter.posts {
            let number = number(chapter.chapter, post);
            rows.extend(post.actual.differences.iter().map(|one| {
                let (state, ledger) = (kroner(Some(one.state_accounts)), kroner(Some(one.ledger)));
                vec![words::ACCOUNTS_DIFFER.with(language, &[&number, &one.month, &state, &ledger])]
            }));
        }
    }
    let mut text = String::new();
    section(&mut text, words::NOT_ADDING_UP, &rows, screen);
    if !held.is_empty() {
        let sums = count(held.len(), words::SUMS, language);
        text.push_str(&["\n", &words::ADDING_UP.with(language, &[&sums]), "\n"].concat());
    }
    text
}

/// Returns what the letters leave undivided of the posts that they divide.
fn undivided(money: &Money) -> Vec<Vec<String>> {
    let all = money.tree.chapters.iter();
    let posts = all.flat_map(|chapter| chapter.posts.iter().map(move |post| (chapter.chapter, post)));
    let left = posts.filter_map(|(chapter, post)| Some((number(chapter, post), post.divided?, &post.title)));
    left.filter(|(_, divided, _)| divided.undivided > Nok::ZERO)
        .map(|(number, divided, title)| vec![number, kroner(Some(divided.undivided)), title.clone()])
        .collect()
}

fn defect(check: &Check, language: Language) -> String {
    let what = check.post.map_or(check.chapter.to_string(), |post| format!("{}.{post:02}", check.chapter));
    let sentence = match check.kind {
        CheckKind::ChapterSum => words::CHAPTER_SUM,
        CheckKind::Portions => words::PORTIONS,
        CheckKind::Committed => words::OVER_COMMITTED,
        CheckKind::SubAllocated => words::OVER_GIVEN,
    };
    sentence.with(language, &[&what, &kroner(Some(check.expected)), &kroner(Some(check.found))])
}

fn commitment(one: &CommitmentRow, language: Language) -> Vec<String> {
    let later: Nok = one.later.values().sum();
    let until = one.later.keys().next_back().map(|year| format!("(–{year})")).unwrap_or_default();
    let ended = if one.closed { words::ENDED.get(language) } else { "" };
    let title = one.title.clone().unwrap_or_else(|| super::words::ERASED.get(language).to_owned());
    let was = one.from.map(|from| format!("({}: {})", super::words::CARRIED.get(language), from.commitment));
    vec![
        one.commitment.to_string(),
        one.label.clone(),
        kroner(Some(one.amount_nok)),
        kroner(Some(one.drawn_nok)),
        if one.later.is_empty() { String::new() } else { kroner(Some(later)) },
        until,
        join(
            [
                join([title, one.recipient.clone().unwrap_or_default()], ", "),
                was.unwrap_or_default(),
                ended.to_owned(),
            ],
            " ",
        ),
    ]
}

fn waits(one: &WaitingRow) -> Vec<String> {
    let title = one.title.clone().unwrap_or_default();
    vec![one.commitment.to_string(), one.label.clone(), kroner(Some(one.amount_nok)), title]
}
