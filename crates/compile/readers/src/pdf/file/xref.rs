//! Where the objects of a file stand: its tables of places, and a search when they are wrong.

use super::parser::Parser;
use lopdf::{Dictionary, Object, Stream};
use std::collections::{BTreeMap, BTreeSet};

/// The most objects of a file.
const OBJECTS_MAX: usize = 2_000_000;
/// The most tables of a file; each change that was appended has one or two.
const TABLES_MAX: usize = 1024;
/// The most parts of the dictionary of a table.
const PARTS_MAX: usize = 100_000;
/// The most bytes that a table may unpack to.
const TABLE_MAX: usize = 32 * 1024 * 1024;

/// Where an object stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In the file itself, at this byte.
    At(usize),
    /// In the stream of objects that has this number.
    In(u32),
    /// Nowhere any more.
    Gone,
}

/// The places of the objects of a file, and its trailer.
#[derive(Debug, Default)]
pub(super) struct Places {
    pub places: BTreeMap<u32, Place>,
    pub trailer: Dictionary,
}

/// Reads the tables, the newest first: what it says of an object counts.
pub(super) fn tables(bytes: &[u8]) -> Places {
    let mut all = Places::default();
    let start = last(bytes, b"startxref")
        .and_then(|at| Parser::new(bytes, at + b"startxref".len(), PARTS_MAX).whole());
    let mut waiting: Vec<usize> = start.map(|start| start as usize).into_iter().collect();
    let mut seen = BTreeSet::new();
    while let Some(at) = waiting.pop() {
        if !seen.insert(at) || seen.len() > TABLES_MAX || all.places.len() > OBJECTS_MAX {
            continue;
        }
        let Some(trailer) = all.table(bytes, at) else { continue };
        let next = |key: &[u8]| trailer.get(key).ok()?.as_i64().ok().and_then(|at| usize::try_from(at).ok());
        // The last one is read first: the table that stands beside this one comes before the older one.
        waiting.extend(next(b"Prev"));
        waiting.extend(next(b"XRefStm"));
        if !all.trailer.has(b"Root") {
            all.trailer = trailer;
        }
    }
    all
}

impl Places {
    fn note(&mut self, number: u32, place: Place) {
        if self.places.len() <= OBJECTS_MAX {
            self.places.entry(number).or_insert(place);
        }
    }

    /// Reads one table; returns its trailer.
    fn table(&mut self, bytes: &[u8], at: usize) -> Option<Dictionary> {
        let mut parser = Parser::new(bytes, at, PARTS_MAX);
        let place = parser.lexer.place();
        if parser.lexer.word() != Some(b"xref") {
            parser.lexer.go_to(place);
            return self.stream(bytes, parser);
        }
        loop {
            let place = parser.lexer.place();
            let Some(first) = parser.whole() else {
                parser.lexer.go_to(place);
                break;
            };
            let count = parser.whole()?;
            for number in (first..=u32::MAX).take(count as usize) {
                let (Some(at), Some(_)) = (parser.whole(), parser.whole()) else { return None };
                match parser.lexer.word()? {
                    b"n" => self.note(number, Place::At(at as usize)),
                    _ => self.note(number, Place::Gone),
                }
            }
        }
        (parser.lexer.word()? == b"trailer").then_some(())?;
        match parser.object()? {
            Object::Dictionary(trailer) => Some(trailer),
            _ => None,
        }
    }

    /// Reads a table that is a stream.
    fn stream(&mut self, bytes: &[u8], mut parser: Parser<'_>) -> Option<Dictionary> {
        parser.header()?;
        let Object::Dictionary(trailer) = parser.object()? else { return None };
        let data = super::stream_data(bytes, &mut parser, trailer.get(b"Length").ok()?.as_i64().ok())?;
        let stream = Stream::new(trailer.clone(), data.to_vec());
        let rows = stream.get_plain_content_with_limit(TABLE_MAX).ok()?;
        let numbers = |key: &[u8]| -> Option<Vec<usize>> {
            let array = trailer.get(key).ok()?.as_array().ok()?;
            array.iter().map(|object| usize::try_from(object.as_i64().ok()?).ok()).collect()
        };
        let &[kind, first, second] = numbers(b"W")?.get(..3)? else { return None };
        let length =
            kind.checked_add(first)?.checked_add(second).filter(|length| (1..=32).contains(length))?;
        let size = trailer.get(b"Size").ok()?.as_i64().ok().and_then(|size| usize::try_from(size).ok())?;
        let ranges = numbers(b"Index").unwrap_or_else(|| vec![0, size]);
        let mut rows = rows.chunks_exact(length);
        for range in ranges.chunks_exact(2) {
            let from = u32::try_from(range[0]).ok()?;
            for (number, row) in (from..=u32::MAX).take(range[1]).zip(rows.by_ref()) {
                let (head, tail) = row.split_at(kind);
                let (middle, _) = tail.split_at(first);
                match if kind == 0 { 1 } else { value(head) } {
                    1 => self.note(number, Place::At(usize::try_from(value(middle)).ok()?)),
                    2 => self.note(number, Place::In(u32::try_from(value(middle)).ok()?)),
                    _ => self.note(number, Place::Gone),
                }
            }
        }
        Some(trailer)
    }
}

fn value(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |value, byte| value << 8 | u64::from(*byte))
}

/// Looks for `12 0 obj` in the whole file; the last one of a number counts.
pub(super) fn search(bytes: &[u8]) -> BTreeMap<u32, usize> {
    let mut found = BTreeMap::new();
    for at in all(bytes, b"obj") {
        let Some((number, place)) = header_before(bytes, at) else { continue };
        if found.len() < OBJECTS_MAX || found.contains_key(&number) {
            found.insert(number, place);
        }
    }
    found
}

/// Returns the number of an object and where it begins, from the place of its `obj`.
fn header_before(bytes: &[u8], at: usize) -> Option<(u32, usize)> {
    const HEADER_MAX: usize = 24;
    let head = bytes.get(at.saturating_sub(HEADER_MAX)..at)?;
    let spaces = |head: &[u8]| head.iter().rev().take_while(|byte| byte.is_ascii_whitespace()).count();
    let digits = |head: &[u8]| head.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let head = &head[..head.len() - spaces(head)];
    let generation = digits(head);
    let head = &head[..head.len() - generation];
    let gap = spaces(head);
    let head = &head[..head.len() - gap];
    let length = digits(head);
    let digits = &head[head.len() - length..];
    if generation == 0 || gap == 0 || !(1..=10).contains(&length) {
        return None;
    }
    let number = std::str::from_utf8(digits).ok()?.parse().ok()?;
    let after_number = at.saturating_sub(HEADER_MAX) + head.len();
    Some((number, after_number - length))
}

/// Returns the trailers that a search finds, the last one first.
pub(super) fn trailers(bytes: &[u8]) -> impl Iterator<Item = Dictionary> {
    let places: Vec<usize> = all(bytes, b"trailer").collect();
    places.into_iter().rev().take(TABLES_MAX).filter_map(|at| {
        match Parser::new(bytes, at + b"trailer".len(), PARTS_MAX).object()? {
            Object::Dictionary(trailer) => Some(trailer),
            _ => None,
        }
    })
}

/// Returns where a word stands, each time.
fn all<'a>(bytes: &'a [u8], word: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    bytes.windows(word.len()).enumerate().filter(move |(_, window)| *window == word).map(|(at, _)| at)
}

/// Returns where a word stands for the last time.
fn last(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).rposition(|window| window == word)
}
