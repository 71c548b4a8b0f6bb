//! The day that a letter bears in its head.

use crate::view::{Line, LineKind, View};
use crate::words::lower;
use styrbord_calendar::{Date, DateMention, DateValue, find_dates};
use styrbord_source::Spot;

/// How many lines at the start may bear the day.
const LINES: usize = 30;
/// A longer line is running text.
const LINE_CHARS_MAX: usize = 90;
/// A longer start of a line is no name of a place or a body.
const WORDS_BEFORE_MAX: usize = 9;

/// Returns the day of the letter: in its head, near the word for date, else the first that a line there ends with
/// after a place, a sender or a reference.
pub(crate) fn read(view: &View<'_>, year: Option<i16>) -> Option<(Date, Spot)> {
    let year = year?;
    labelled(view, year).or_else(|| placed(view, year))
}

fn labelled(view: &View<'_>, year: i16) -> Option<(Date, Spot)> {
    let mut below = false;
    for line in view.lines.iter().take(LINES) {
        let text = line.text();
        if text.chars().count() > LINE_CHARS_MAX
            || matches!(line.kind, LineKind::Heading(level) if level <= 3) && below
        {
            continue;
        }
        let label = lower(text).split(|c: char| !c.is_alphabetic()).any(|word| word == "dato");
        if (label || below)
            && let Some(found) = days(view, line, year).map(|(_, found)| found).next()
        {
            return Some(found);
        }
        below |= label;
    }
    None
}

/// A day without the word for date before it; below the head, where running text begins, a day is something else.
fn placed(view: &View<'_>, year: i16) -> Option<(Date, Spot)> {
    view.lines
        .iter()
        .take(LINES)
        .take_while(|line| line.text().chars().count() <= LINE_CHARS_MAX)
        .filter(|line| !matches!(line.kind, LineKind::Item(_)))
        .find_map(|line| days(view, line, year).find(|(mention, _)| ends_a_head_line(line.text(), mention)))
        .map(|(_, found)| found)
}

/// The days of a line in the letter's year or next to it.
fn days<'a>(
    view: &'a View<'_>,
    line: &'a Line,
    year: i16,
) -> impl Iterator<Item = (DateMention, (Date, Spot))> + 'a {
    find_dates(line.text()).into_iter().filter_map(move |mention| {
        let DateValue::Day(date) = mention.value else { return None };
        let spot = view.spot(line.flow.span_of(mention.range.clone()));
        ((date.year() - year).abs() <= 1).then_some((mention, (date, spot)))
    })
}

/// Tells whether a line is a day alone, or ends with one after `Place,`, a reference number or a word for resolving.
fn ends_a_head_line(text: &str, mention: &DateMention) -> bool {
    let (Some(before), Some(after)) = (text.get(..mention.range.start), text.get(mention.range.end..)) else {
        return false;
    };
    let before = before.trim_end();
    let before = before.strip_suffix("den").map_or(before, str::trim_end);
    let named = before.ends_with(',') && before.starts_with(char::is_uppercase) && !before.contains(':');
    let resolved = ["fastsatt", "fastsett"].iter().any(|word| lower(before).starts_with(word));
    after.trim().is_empty()
        && before.split_whitespace().count() <= WORDS_BEFORE_MAX
        && (before.is_empty() || named || resolved || ends_with_reference(before))
}

/// Tells whether the last word is the number of a case: `24/118-4`.
fn ends_with_reference(text: &str) -> bool {
    let word = text.split_whitespace().next_back().unwrap_or_default();
    word.contains(['/', '-'])
        && word.starts_with(|c: char| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | '-'))
}
