//! The money of a letter in columns: chapters with their sums, then the totals.

use super::super::wrap::{cut, length, pad, pad_left};
use crate::output::plain;
use crate::texts::{count, join, summary as words};
use styrbord_app::{ChapterSum, Language, MoneySummary, Nok};

/// The least room for a chapter's title.
const TITLE_MIN: usize = 12;
const BETWEEN: &str = "  ";

/// Returns a line for each chapter, and one for each total of more than one chapter.
pub(crate) fn lines(money: &MoneySummary, width: usize, language: Language) -> Vec<String> {
    if money.chapters.is_empty() {
        return vec![words::NONE.get(language).to_owned()];
    }
    let mut rows: Vec<[String; 5]> = money.chapters.iter().map(|one| chapter(one, language)).collect();
    for (is_income, sum, text) in
        [(false, money.expenditure_nok, words::TOTAL), (true, money.income_nok, words::TOTAL_INCOME)]
    {
        let chapters =
            money.chapters.iter().filter(|one| one.is_income == is_income && one.sum_nok.is_some());
        if chapters.count() > 1 {
            let empty = String::new;
            rows.push([empty(), text.get(language).to_owned(), empty(), digits(sum), empty()]);
        }
    }
    aligned(&rows, width)
}

fn chapter(one: &ChapterSum, language: Language) -> [String; 5] {
    let posts = count(one.posts, words::POSTS, language);
    let sum = one.sum_nok.map_or_else(|| words::NO_AMOUNT.get(language).to_owned(), digits);
    let income = if one.is_income { words::INCOME.get(language) } else { "" };
    let change = one.change_nok.map(|change| words::CHANGE.with(language, &[&signed(change)]));
    let differs = one.stated_sum_nok.filter(|stated| one.sum_nok.is_some_and(|sum| sum != *stated));
    let stated = differs.map(|stated| words::STATED.with(language, &[&digits(stated)]));
    let beside = join([income, &change.unwrap_or_default(), &stated.unwrap_or_default()], ", ");
    [words::CHAPTER.with(language, &[&one.chapter]), plain(&one.title), posts, sum, beside]
}

/// Joins the cells of each row so that they stand below each other, titles cut to what the width leaves. On a narrow
/// screen the last cell stands on a line of its own.
fn aligned(rows: &[[String; 5]], width: usize) -> Vec<String> {
    let mut widths = [0; 5];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(length(cell));
        }
    }
    let without_title = widths[0] + widths[2] + widths[3] + 3 * BETWEEN.len();
    let with_last = without_title + widths[4] + BETWEEN.len();
    let is_narrow = with_last + TITLE_MIN > width;
    let taken = if is_narrow { without_title } else { with_last };
    widths[1] = widths[1].min(width.saturating_sub(taken).max(TITLE_MIN));
    let line = |[chapter, title, posts, sum, beside]: &[String; 5]| {
        let cells = [
            pad(chapter, widths[0]),
            pad(&cut(title, widths[1]), widths[1]),
            pad_left(posts, widths[2]),
            pad_left(sum, widths[3]),
        ];
        let last_indent = if is_narrow { length(chapter) + BETWEEN.len() } else { 0 };
        let last = pad_left(beside, if beside.is_empty() { 0 } else { last_indent + length(beside) });
        if is_narrow { vec![cells.join(BETWEEN), last] } else { vec![cells.join(BETWEEN) + BETWEEN + &last] }
    };
    let trimmed = |line: String| line.trim_end().to_owned();
    rows.iter().flat_map(line).map(trimmed).filter(|line| !line.is_empty()).collect()
}

/// Returns the figures alone: `23 627 135 000`.
fn digits(amount: Nok) -> String {
    amount.to_string().trim_end_matches("kroner").trim_end_matches('\u{a0}').to_owned()
}

fn signed(amount: Nok) -> String {
    let digits = digits(amount);
    if amount > Nok::ZERO { format!("+{digits}") } else { digits }
}
