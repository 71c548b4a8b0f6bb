//! One line, cut to a width around the ranges that matter in it.

use crate::output::visible;
use std::ops::Range;

/// Stands for what was cut away.
const CUT: char = '…';
/// A cut of fewer characters than this saves nothing.
const CUT_MIN: usize = 4;

/// A line as it is shown.
pub(crate) struct Cropped {
    /// The text.
    pub(crate) text: String,
    /// The ranges in it, in bytes.
    pub(crate) ranges: Vec<Range<usize>>,
}

/// Cuts a line to about `width` characters so that both ends of each range stay in it.
pub(crate) fn crop(line: &str, ranges: &[Range<usize>], width: usize) -> Cropped {
    let near = near(line.trim_end(), ranges, width);
    let characters: Vec<(usize, char)> =
        line[near.clone()].char_indices().map(|(at, character)| (near.start + at, character)).collect();
    let index = |byte: usize| characters.partition_point(|(at, _)| *at < byte);
    let kept = if characters.len() <= width {
        vec![true; characters.len()]
    } else {
        let wanted: Vec<Range<usize>> =
            ranges.iter().map(|range| index(range.start)..index(range.end)).collect();
        kept(characters.len(), &wanted, width)
    };
    let mut text = String::new();
    let mut offsets = Vec::with_capacity(characters.len() + 1);
    for (at, (_, character)) in characters.iter().enumerate() {
        offsets.push(text.len());
        if kept[at] {
            text.push(visible(*character));
        } else if at == 0 || kept[at - 1] {
            text.push(CUT);
        }
    }
    offsets.push(text.len());
    let shown = |range: &Range<usize>| offsets[index(range.start)]..offsets[index(range.end)];
    Cropped { ranges: ranges.iter().map(shown).collect(), text }
}

/// Returns the bytes that may be shown: a line without an end is not looked through for each finding on it.
fn near(line: &str, ranges: &[Range<usize>], width: usize) -> Range<usize> {
    // More than `width` characters before the first range and after the last one, each of at most four bytes.
    let around = 4 * (width + 2);
    let start = ranges.iter().map(|range| range.start).min().unwrap_or_default();
    let end = ranges.iter().map(|range| range.end).max().unwrap_or_default();
    line.floor_char_boundary(start.saturating_sub(around))..line.ceil_char_boundary(end + around)
}

/// Tells for each character of a long line whether it stays: the ranges, and as much around each as there is room for.
fn kept(length: usize, ranges: &[Range<usize>], width: usize) -> Vec<bool> {
    let beginning = [Range { start: 0, end: 0 }];
    let ranges = if ranges.is_empty() { &beginning } else { ranges };
    let whole = with_context(length, ranges, length, 0);
    let longest = if shown_length(&whole) <= width {
        length
    } else {
        (width / ranges.len()).saturating_sub(2 * CUT_MIN).max(CUT_MIN)
    };
    let (mut fits, mut too_much) = (0, width);
    while too_much - fits > 1 {
        let around = fits.midpoint(too_much);
        if shown_length(&with_context(length, ranges, longest, around)) <= width {
            fits = around;
        } else {
            too_much = around;
        }
    }
    with_context(length, ranges, longest, fits)
}

/// Keeps each range and so much around it; of a range longer than `longest` its beginning and its end.
fn with_context(length: usize, ranges: &[Range<usize>], longest: usize, around: usize) -> Vec<bool> {
    let mut kept = vec![false; length];
    let mut keep = |from: usize, to: usize| kept[from.min(length)..to.min(length)].fill(true);
    for range in ranges {
        let (from, to) = (range.start.saturating_sub(around), range.end + around);
        if range.len() <= longest {
            keep(from, to);
        } else {
            let tail = longest / 3;
            keep(from, range.start + longest - tail);
            keep(range.end - tail, to);
        }
    }
    close_small_gaps(&mut kept);
    kept
}

/// Returns how many characters a line has when each cut is shown as one.
fn shown_length(kept: &[bool]) -> usize {
    let cuts = (0..kept.len()).filter(|at| !kept[*at] && (*at == 0 || kept[at - 1])).count();
    kept.iter().filter(|kept| **kept).count() + cuts
}

fn close_small_gaps(kept: &mut [bool]) {
    let mut at = 0;
    while at < kept.len() {
        let gap = kept[at..].iter().take_while(|kept| !**kept).count();
        if gap < CUT_MIN {
            kept[at..at + gap].fill(true);
        }
        at += gap.max(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, words: &[&str], width: usize, expected: &str) {
        let ranges: Vec<Range<usize>> = words
            .iter()
            .map(|word| {
                let at = line.find(word).unwrap();
                at..at + word.len()
            })
            .collect();
        let cropped = crop(line, &ranges, width);
        assert_eq!(cropped.text, expected);
        assert!(cropped.text.chars().count() <= width);
        for (word, range) in words.iter().zip(cropped.ranges) {
            let shown = &cropped.text[range];
            let (first, last) = (word.chars().next().unwrap(), word.chars().last().unwrap());
            assert!(shown.starts_with(first) && shown.ends_with(last), "{word}: {shown}");
        }
    }

    #[test]
    fn a_short_line_stays() {
        check("Frist: 1. mars  \n", &["1. mars"], 20, "Frist: 1. mars");
    }

    #[test]
    fn a_long_line_is_cut_around_its_marks() {
        let line = "abcdefghijklmnopqrstuvwxyzæøå0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        check(line, &["øå"], 20, "…tuvwxyzæøå01234567…");
        check(line, &["bc"], 20, "abcdefghijklmnopqrs…");
        check(line, &["bc", "XY"], 40, "abcdefghijklmnopqrs…HIJKLMNOPQRSTUVWXYZ");
        check(line, &["cdefghijklmnopqrstuvwxyzæøå0123456789ABC"], 20, "abcdefghij…9ABCDEFG…");
        check(line, &[], 20, "abcdefghijklmnopqrs…");
    }

    #[test]
    fn control_characters_are_shown_as_such() {
        assert_eq!(crop("a\u{9b}b", &[], 20).text, "a\u{fffd}b");
    }
}
