//! Running heads, running feet and page numbers, taken out of the flow.

use super::leaf::{Item, Leaf};
use super::line::Line;
use super::words::Row;
use std::collections::BTreeMap;

/// The part of a page's height, above and below, in which furniture stands.
const ZONE: f32 = 0.15;

/// The most rows of a running head or foot.
const ROWS_MAX: usize = 8;

/// A row near the edge of a page.
struct Edge {
    page: u32,
    y: f32,
    numbers: Vec<u32>,
}

/// Rows near the edges, by their words with figures left out.
type Edges = BTreeMap<String, Vec<Edge>>;

/// Moves running heads and feet out of the flow of the pages.
pub(super) fn set_aside(leaves: &mut [Leaf], body_size: f32) {
    let mut edges = Edges::new();
    for leaf in leaves.iter() {
        for row in heads(leaf).chain(feet(leaf)) {
            let (key, numbers) = key(row);
            edges.entry(key).or_default().push(Edge { page: leaf.number, y: from_edge(row, leaf), numbers });
        }
    }
    let pages = leaves.len();
    for leaf in leaves {
        let is_furniture =
            |row: &Row| repeats(row, leaf, &edges, pages) || is_page_number(&text(row), leaf.number);
        let heads = heads(leaf).take_while(|row| is_furniture(row)).count();
        let mut feet = feet(leaf).take_while(|row| is_furniture(row)).count();
        if feet == 0 {
            feet = small_foot(leaf, body_size);
        }
        let count = leaf.items.len();
        let mut kept = Vec::new();
        for (at, item) in std::mem::take(&mut leaf.items).into_iter().enumerate() {
            match item {
                Item::Row(row) if at < heads => leaf.head.extend(Line::of_row(&row, leaf.number)),
                Item::Row(row) if at + feet >= count => leaf.foot.extend(Line::of_row(&row, leaf.number)),
                item => kept.push(item),
            }
        }
        leaf.items = kept;
    }
}

/// Returns how far a row stands below the upper edge of its page, or, less than 0, above the lower edge.
fn from_edge(row: &Row, leaf: &Leaf) -> f32 {
    if row.y < leaf.height / 2.0 { row.y } else { row.y - leaf.height }
}

fn heads(leaf: &Leaf) -> impl Iterator<Item = &Row> {
    let limit = leaf.height * ZONE;
    leaf.items.iter().map_while(only_row).take_while(move |row| row.y < limit).take(ROWS_MAX)
}

fn feet(leaf: &Leaf) -> impl Iterator<Item = &Row> {
    let limit = leaf.height * (1.0 - ZONE);
    leaf.items.iter().rev().map_while(only_row).take_while(move |row| row.y > limit).take(ROWS_MAX)
}

fn only_row(item: &Item) -> Option<&Row> {
    match item {
        Item::Row(row) => Some(row),
        _ => None,
    }
}

fn text(row: &Row) -> String {
    row.words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// Returns the words of a row without its numbers, and its numbers.
fn key(row: &Row) -> (String, Vec<u32>) {
    let text = text(row);
    let mut key = String::new();
    let mut numbers = Vec::new();
    let mut digits = String::new();
    for c in text.chars().chain(std::iter::once(' ')) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        if !digits.is_empty() {
            numbers.push(digits.parse().unwrap_or(u32::MAX));
            digits.clear();
            key.push('#');
        }
        key.push(c);
    }
    (key, numbers)
}

/// Tells whether other pages have the row at the same place, but for a number that counts the pages.
fn repeats(row: &Row, leaf: &Leaf, edges: &Edges, pages: usize) -> bool {
    const NEAR: usize = 12;
    let (page, y) = (leaf.number, from_edge(row, leaf));
    let (key, numbers) = key(row);
    let Some(group) = edges.get(&key) else { return false };
    let here = group.partition_point(|edge| edge.page < page);
    let near = group.iter().skip(here.saturating_sub(NEAR)).take(2 * NEAR);
    let same = near.filter(|edge| {
        edge.page != page && (edge.y - y).abs() < 4.0 && counts_on(&numbers, page, &edge.numbers, edge.page)
    });
    same.count() >= if pages > 5 { 2 } else { 1 }
}

/// Tells whether two lists of numbers are equal, or differ at one place by as much as their pages.
fn counts_on(numbers: &[u32], page: u32, others: &[u32], other: u32) -> bool {
    let mut differing = numbers.iter().zip(others).filter(|(a, b)| a != b);
    match (differing.next(), differing.next()) {
        (None, _) => true,
        (Some((a, b)), None) => i64::from(*a) - i64::from(*b) == i64::from(page) - i64::from(other),
        _ => false,
    }
}

/// Tells whether a line is the number of its page and nothing else.
fn is_page_number(text: &str, page: u32) -> bool {
    let words: Vec<&str> =
        text.split([' ', '/']).filter(|word| !matches!(*word, "-" | "–" | "" | "|")).collect();
    let number = |word: &str| word.trim_matches(['(', ')', '-', '–', '.', ',']).parse::<u32>().ok();
    let is_named = |word: &str| ["side", "page", "s.", "side:"].contains(&word.to_lowercase().as_str());
    match words.as_slice() {
        [name, this] if is_named(name) => number(this).is_some(),
        [name, this, of, all] if is_named(name) && matches!(*of, "av" | "of") => {
            number(this).is_some() && number(all).is_some()
        }
        [this, "av" | "of", all] | [this, all] => number(this) == Some(page) && number(all) >= Some(page),
        [this] => number(this) == Some(page),
        _ => false,
    }
}

/// Returns how many rows of small type stand at the foot of the page, well below the text: the sender's address.
fn small_foot(leaf: &Leaf, body_size: f32) -> usize {
    let small: Vec<&Row> = feet(leaf)
        .take_while(|row| {
            row.size < 0.86 * body_size && row.words.first().is_some_and(|word| !word.text.is_empty())
        })
        .collect();
    let Some(top) = small.last() else { return 0 };
    let above = leaf.items.len().checked_sub(small.len() + 1).and_then(|at| leaf.items.get(at));
    let end = match above {
        Some(Item::Table(table)) => table.bottom,
        Some(item) => item.y(),
        None => 0.0,
    };
    let ruled = leaf.free.iter().any(|rule| {
        rule.to - rule.from < 0.5 * leaf.width && rule.at < top.y && top.y - rule.at < 3.0 * body_size
    });
    let starts_with_mark = ruled
        || top
            .words
            .first()
            .is_some_and(|word| word.text.trim_matches(['(', ')', '*']).parse::<u32>().is_ok());
    if top.y - end > 2.0 * body_size && !starts_with_mark { small.len() } else { 0 }
}
