//! The letter's own lines around marked words, each cut to the width of the screen.
//!
//! A row of a Markdown table may be thousands of characters wide. Each line is cut around its own marks, so that two
//! labels far to the left and far to the right both show. Lines without marks are left blank: they are not drawn, and
//! the line numbers stay right.

mod crop;

use crop::crop;
use std::ops::Range;
use styrbord_app::{Source, Span};

/// Labels further apart than this stand in excerpts of their own.
const GAP_MAX: usize = 2_000;

/// Lines of the letter with marks in them.
pub(crate) struct Excerpt {
    /// The number of the first line, counted from 1.
    pub(crate) line: usize,
    /// The lines, cut.
    pub(crate) text: String,
    /// What is marked.
    pub(crate) marks: Vec<Mark>,
}

/// A marked range of an excerpt.
pub(crate) struct Mark {
    /// Which of the spans it is.
    pub(crate) index: usize,
    /// The bytes of the excerpt.
    pub(crate) range: Range<usize>,
    /// The line, counted from 1.
    pub(crate) line: usize,
    /// The column in the letter, counted from 1.
    pub(crate) column: usize,
    /// The column in the excerpt, where the line may be cut.
    pub(crate) column_shown: usize,
}

/// Returns excerpts that show all spans, the one with the first span first.
pub(crate) fn excerpts(source: &Source, spans: &[Span], width: usize) -> Vec<Excerpt> {
    let mut marked: Vec<Marked> =
        spans.iter().enumerate().map(|(index, span)| Marked::new(source, index, *span)).collect();
    marked.sort_by_key(|one| (one.first, one.index));
    let mut groups: Vec<Vec<Marked>> = Vec::new();
    let mut last = 0;
    for one in marked {
        if groups.is_empty() || one.first > last + GAP_MAX {
            groups.push(Vec::new());
        }
        last = last.max(one.last);
        groups.last_mut().into_iter().for_each(|group| group.push(one.clone()));
    }
    groups.sort_by_key(|group| group.iter().map(|one| one.index).min());
    groups.iter().map(|group| excerpt(source, group, width)).collect()
}

/// A span with its lines, counted from 0, without white space at its ends.
#[derive(Clone)]
struct Marked {
    index: usize,
    range: Range<usize>,
    first: usize,
    last: usize,
}

impl Marked {
    fn new(source: &Source, index: usize, span: Span) -> Self {
        let text = source.slice(span);
        let start = span.start as usize + (text.len() - text.trim_start().len());
        let end = (span.start as usize + text.trim_end().len()).max(start);
        let last = source.line_at(end.max(start + 1) - 1);
        Marked { index, range: start..end, first: source.line_at(start), last }
    }

    fn touches(&self, line: usize) -> bool {
        (self.first..=self.last).contains(&line)
    }

    /// Returns the part of the span that lies in a line, from the line's own start.
    fn within(&self, line: &Range<usize>) -> Range<usize> {
        let start = self.range.start.clamp(line.start, line.end);
        start - line.start..self.range.end.clamp(start, line.end) - line.start
    }
}

fn excerpt(source: &Source, group: &[Marked], width: usize) -> Excerpt {
    let first = group.iter().map(|one| one.first).min().unwrap_or_default();
    let last = group.iter().map(|one| one.last).max().unwrap_or_default();
    let is_marked = |line: usize| group.iter().any(|one| one.touches(line));
    let mut excerpt = Excerpt { line: first + 1, text: String::new(), marks: Vec::new() };
    for line in first..=last {
        // One line between two marked ones is drawn, not folded away.
        if is_marked(line) || (is_marked(line.saturating_sub(1)) && is_marked(line + 1)) {
            excerpt.push_line(source, line, group, width);
        }
        excerpt.text.push('\n');
    }
    excerpt.marks.sort_by_key(|mark| mark.index);
    excerpt
}

impl Excerpt {
    fn push_line(&mut self, source: &Source, line: usize, group: &[Marked], width: usize) {
        let bytes = source.line_range(line);
        let text = source.text().get(bytes.clone()).unwrap_or_default();
        let marked: Vec<&Marked> = group.iter().filter(|one| one.touches(line)).collect();
        let ranges: Vec<Range<usize>> = marked.iter().map(|one| one.within(&bytes)).collect();
        let cropped = crop(text, &ranges, width);
        let at = self.text.len();
        for ((one, letter), shown) in marked.iter().zip(&ranges).zip(&cropped.ranges) {
            if one.first == line {
                self.marks.push(Mark {
                    index: one.index,
                    range: at + shown.start..at + shown.end,
                    line: line + 1,
                    column: column(text, letter.start),
                    column_shown: column(&cropped.text, shown.start),
                });
            } else if let Some(mark) = self.marks.iter_mut().find(|mark| mark.index == one.index) {
                mark.range.end = at + shown.end;
            }
        }
        self.text.push_str(&cropped.text);
    }
}

/// Returns the column of a byte, counted from 1 in characters.
fn column(line: &str, byte: usize) -> usize {
    line.get(..byte).map_or(0, |before| before.chars().count()) + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use styrbord_app::Format;

    /// Returns what is shown of `words` in `letter`: the text of each excerpt and the marked words.
    fn shown(letter: &str, words: &[&str]) -> Vec<(usize, String, Vec<String>)> {
        let source = Source::new(letter.to_owned(), Format::Text);
        let span = |word: &&str| {
            let at = letter.find(word).unwrap();
            Span::new(at, at + word.len())
        };
        let spans: Vec<Span> = words.iter().map(span).collect();
        let marks = |excerpt: &Excerpt| {
            excerpt.marks.iter().map(|mark| excerpt.text[mark.range.clone()].to_owned()).collect()
        };
        let excerpts = excerpts(&source, &spans, 40);
        excerpts.iter().map(|one| (one.line, one.text.clone(), marks(one))).collect()
    }

    #[test]
    fn lines_between_are_blank() {
        let letter = "en\nto\ntre\nfire\nfem\nseks\n";
        let expected = (2, "to\n\n\nfem\n".to_owned(), vec!["fem".to_owned(), "to".to_owned()]);
        assert_eq!(shown(letter, &["fem", "to"]), [expected]);
        assert_eq!(shown(letter, &["to", "fire"])[0].1, "to\ntre\nfire\n");
    }

    #[test]
    fn a_span_over_lines_stays_whole() {
        let marks = &shown("en to\ntre fire\n", &["to\ntre"])[0].2;
        assert_eq!(marks, &["to\ntre"]);
    }

    #[test]
    fn far_labels_have_their_own_excerpt() {
        let letter = format!("start\n{}slutt\n", "\n".repeat(GAP_MAX + 1));
        let lines: Vec<usize> = shown(&letter, &["slutt", "start"]).iter().map(|one| one.0).collect();
        assert_eq!(lines, [GAP_MAX + 3, 1]);
    }
}
