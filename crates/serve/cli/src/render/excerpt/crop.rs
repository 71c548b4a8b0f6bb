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
    let characters: Vec<(usize, char)> = line.trim_end().char_indices().collect();
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

/// Tells for each character of a long line whether it stays.
fn kept(length: usize, ranges: &[Range<usize>], width: usize) -> Vec<bool> {
    let mut kept = vec![false; length];
    let mut keep = |from: usize, to: usize| kept[from.min(length)..to.min(length)].fill(true);
    if ranges.is_empty() {
        keep(0, width.saturating_sub(1));
    }
    let share = (width / ranges.len().max(1)).saturating_sub(2 * CUT_MIN).max(CUT_MIN);
    for range in ranges {
        if range.len() <= share {
            let around = (share - range.len()) / 2;
            let before = around.min(range.start);
            let after = share - range.len() - before;
            keep(range.start - before, range.end + after);
        } else {
            let head = share * 2 / 3;
            keep(range.start, range.start + head);
            keep(range.end - (share - head), range.end);
        }
    }
    close_small_gaps(&mut kept);
    kept
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
        check(line, &["øå"], 20, "…vwxyzæøå01234…");
        check(line, &["bc"], 20, "abcdefghijkl…");
        check(line, &["bc", "XY"], 40, "abcdefghijkl…QRSTUVWXYZ");
        check(line, &["cdefghijklmnopqrstuvwxyzæøå0123456789ABC"], 20, "…cdefghij…9ABC…");
        check(line, &[], 20, "abcdefghijklmnopqrs…");
    }

    #[test]
    fn control_characters_are_shown_as_such() {
        assert_eq!(crop("a\u{9b}b", &[], 20).text, "a\u{fffd}b");
    }
}
