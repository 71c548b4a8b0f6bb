//! Numbers as Norwegians print them: groups of three, decimal comma.

use std::ops::Range;

use crate::scan::{digits_end, line_breaks};

/// A number in a text, read as far as it holds together.
#[derive(Debug)]
pub(crate) struct Number {
    pub range: Range<usize>,
    /// The digits without separators; `None` when they are too many.
    pub mantissa: Option<i64>,
    pub decimals: u8,
    /// The digits come in groups of three.
    pub grouped: bool,
    /// The decimal sign is a full stop, as in a date, a section number or an English figure.
    pub dotted: bool,
    /// More digits hang on by a full stop or a comma: a date, a section number.
    pub torn: bool,
}

/// Which separators may stand between the groups of a number.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Groups {
    /// None: the first digits are the number.
    One,
    /// One space or full stop; a line break only where the next group could not start a number.
    Text,
    /// As in text, and any line break.
    Cell,
}

/// Reads the number whose first digit is at `start`.
pub(crate) fn scan(text: &str, start: usize, groups: Groups) -> Number {
    let (whole_end, grouped) = whole_part(text, start, groups);
    let bytes = text.as_bytes();
    let fraction_end = digits_end(text, (whole_end + 1).min(bytes.len()));
    let digits = fraction_end.saturating_sub(whole_end + 1);
    let comma = bytes.get(whole_end) == Some(&b',') && digits > 0;
    let dotted = bytes.get(whole_end) == Some(&b'.') && (1..=2).contains(&digits) && !grouped;
    let fraction = comma || dotted;
    let end = if fraction { fraction_end } else { whole_end };
    let token_end = token_end(text, end);
    let mantissa = text[start..end]
        .bytes()
        .filter(u8::is_ascii_digit)
        .try_fold(0_i64, |sum, digit| sum.checked_mul(10)?.checked_add(i64::from(digit - b'0')));
    let decimals = if fraction { u8::try_from(digits).ok() } else { Some(0) };
    Number {
        range: start..token_end,
        mantissa: decimals.and(mantissa),
        decimals: decimals.unwrap_or(u8::MAX),
        grouped,
        dotted,
        torn: token_end > end,
    }
}

fn whole_part(text: &str, start: usize, groups: Groups) -> (usize, bool) {
    let first_end = digits_end(text, start);
    if groups == Groups::One || first_end - start > 3 || text.as_bytes()[start] == b'0' {
        return (first_end, false);
    }
    let mut end = first_end;
    let mut dots = None;
    while let Some((next, dot)) = separator_end(text, end, groups) {
        if dots.is_some_and(|before| before != dot) || digits_end(text, next) != next + 3 {
            break;
        }
        dots = Some(dot);
        end = next + 3;
    }
    (end, dots.is_some())
}

/// Returns where the next group would start, and whether the separator is a full stop.
fn separator_end(text: &str, at: usize, groups: Groups) -> Option<(usize, bool)> {
    let rest = &text[at..];
    let first = rest.chars().next()?;
    if first == '.' {
        return Some((at + 1, true));
    }
    let blanks = rest.find(|letter: char| !letter.is_whitespace())?;
    let single = blanks == first.len_utf8() && matches!(first, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}');
    let broken = line_breaks(&rest[..blanks]) == 1;
    let joins = match groups {
        Groups::One => false,
        Groups::Text => single || (broken && rest[blanks..].starts_with('0')),
        Groups::Cell => single || broken,
    };
    joins.then_some((at + blanks, false))
}

/// Returns the end of the digits that hang on to a number by full stops and commas.
fn token_end(text: &str, mut end: usize) -> usize {
    while matches!(text.as_bytes().get(end), Some(b'.' | b',')) {
        let next = digits_end(text, end + 1);
        if next == end + 1 {
            break;
        }
        end = next;
    }
    end
}
