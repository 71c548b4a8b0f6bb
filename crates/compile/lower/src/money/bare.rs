//! Budget rows that no column head explains: in tables whose head is lost, and in running lines with several amounts.

use super::Reader;
use super::head::Columns;
use super::titles::split_keywords;
use crate::view::LineKind;
use crate::words::{has_stem, lower};
use styrbord_money::{Nok, Unit, parse_cell};
use styrbord_plan::{Post, Where};
use styrbord_source::{Flow, Span};
use styrbord_syntax::Table;

/// What an amount column of a supplementary letter holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Amount {
    /// The new total, or the only amount.
    Total,
    /// The change.
    Change,
    /// The earlier total.
    Previous,
}

/// Returns the columns of a table without head: a number, a title, and one amount or three that add up.
pub(super) fn columns(table: &Table, unit: Unit) -> Option<Columns> {
    let rows: Vec<Vec<Option<Nok>>> = table
        .rows
        .iter()
        .filter(|row| row.cells.first().is_some_and(|cell| is_number(&cell.joined())))
        .map(|row| {
            row.cells
                .iter()
                .map(|cell| parse_cell(cell.flow.as_str(), unit).map(|printed| printed.amount))
                .collect()
        })
        .collect();
    let width = table.columns;
    let filled =
        |column: usize| rows.iter().filter(|row| row.get(column).is_some_and(Option::is_some)).count();
    let amounts: Vec<usize> =
        (2..width).filter(|column| filled(*column) >= 2.min(rows.len()) && filled(*column) > 0).collect();
    let valued: Vec<&Vec<Option<Nok>>> = rows
        .iter()
        .filter(|row| amounts.iter().all(|column| row.get(*column).is_some_and(Option::is_some)))
        .collect();
    if valued.len() < 2 || !(amounts.len() == 1 || amounts.len() == 3) {
        return None;
    }
    let mut found = Columns { both: Some(0), title: Some(1), width, ..Columns::default() };
    if let [only] = amounts.as_slice() {
        found.amount = Some(*only);
        return Some(found);
    }
    let columns: Vec<Vec<i64>> = amounts
        .iter()
        .map(|column| {
            valued.iter().filter_map(|row| row.get(*column).copied().flatten().map(Nok::ore)).collect()
        })
        .collect();
    let order = order_by_sum(&columns)?;
    for (column, amount) in amounts.iter().zip(order) {
        match amount {
            Amount::Total => found.amount = Some(*column),
            Amount::Change => found.change = Some(*column),
            Amount::Previous => found.previous = Some(*column),
        }
    }
    Some(found)
}

fn is_number(text: &str) -> bool {
    let text = text.trim();
    (2..=7).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// Tells three columns apart: one is the sum of the others in most rows, and the change is the smaller of those.
fn order_by_sum(columns: &[Vec<i64>]) -> Option<[Amount; 3]> {
    let [first, second, third] = columns else { return None };
    let rows = first.len();
    let adds = |a: &[i64], b: &[i64], sum: &[i64]| {
        a.iter().zip(b).zip(sum).filter(|((a, b), sum)| a.checked_add(**b) == Some(**sum)).count() * 2 > rows
    };
    let size =
        |column: &[i64]| column.iter().map(|value| value.unsigned_abs()).fold(0_u64, u64::saturating_add);
    let pair = |a: &[i64], b: &[i64]| {
        if size(a) <= size(b) {
            (Amount::Change, Amount::Previous)
        } else {
            (Amount::Previous, Amount::Change)
        }
    };
    if adds(first, second, third) {
        let (a, b) = pair(first, second);
        Some([a, b, Amount::Total])
    } else if adds(first, third, second) {
        let (a, b) = pair(first, third);
        Some([a, Amount::Total, b])
    } else if adds(second, third, first) {
        let (a, b) = pair(second, third);
        Some([Amount::Total, a, b])
    } else {
        None
    }
}

/// Returns the amount columns that a line names as the head of budget rows, left to right.
pub(super) fn head_of_rows(text: &str) -> Option<Vec<Amount>> {
    let low = lower(text);
    let words: Vec<&str> = low.split_whitespace().collect();
    let keyed = words
        .iter()
        .any(|word| matches!(word.trim_matches(['.', '/']), "post" | "kap./post" | "kap" | "kapittel"));
    let titled = has_stem(&low, &["betegnelse", "benevnelse", "nemning", "navn", "namn"]);
    if !keyed || !titled || low.ends_with(['.', ':']) || words.len() > 14 {
        return None;
    }
    let position = |stems: &[&str]| stems.iter().filter_map(|stem| crate::words::find_stem(&low, stem)).min();
    let mut found: Vec<(usize, Amount)> = Vec::new();
    found.extend(position(&["endring", "auke", "økning"]).map(|at| (at, Amount::Change)));
    found.extend(
        position(&[
            "tidligere",
            "tidlegare",
            "gjeldende",
            "gjeldande",
            "saldert",
            "opprinnelig",
            "opphavleg",
        ])
        .map(|at| (at, Amount::Previous)),
    );
    if found.is_empty() {
        return Some(vec![Amount::Total]);
    }
    found.extend(
        position(&["ny ", "nytt", "samlet", "samla", "revidert", "ny\u{a0}"]).map(|at| (at, Amount::Total)),
    );
    found.sort_by_key(|(at, _)| *at);
    Some(found.into_iter().map(|(_, amount)| amount).collect())
}

/// Cuts the amounts off the end of a line: the only way to read them as `count` numbers, or the one that adds up.
pub(super) fn trailing_amounts(text: &str, unit: Unit, order: &[Amount]) -> Option<(usize, Vec<Nok>)> {
    let trimmed = text.trim_end();
    let words: Vec<(usize, &str)> = trimmed
        .split(char::is_whitespace)
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
        .collect();
    let numeric = |word: &str| {
        let core = word.trim_start_matches(['-', '–', '−', '+']);
        (1..=3).contains(&core.len()) && core.bytes().all(|byte| byte.is_ascii_digit())
    };
    let from = words.iter().rposition(|(_, word)| !numeric(word)).map_or(0, |at| at + 1);
    let groups = &words[from..];
    if groups.len() < order.len() || groups.len() > 14 {
        return None;
    }
    let mut ways: Vec<(usize, Vec<Nok>)> = Vec::new();
    for start in 0..groups.len() {
        split(text, groups, start, order.len(), unit, &mut Vec::new(), &mut ways);
    }
    let adds = |amounts: &[Nok]| {
        let of = |kind: Amount| {
            order
                .iter()
                .position(|amount| *amount == kind)
                .and_then(|at| amounts.get(at))
                .map(|amount| amount.ore())
        };
        match (of(Amount::Previous), of(Amount::Change), of(Amount::Total)) {
            (Some(previous), Some(change), Some(total)) => previous.checked_add(change) == Some(total),
            _ => false,
        }
    };
    let whole: Vec<&(usize, Vec<Nok>)> = ways.iter().filter(|(start, _)| *start == groups[0].0).collect();
    ways.iter()
        .find(|(_, amounts)| adds(amounts))
        .or_else(|| if whole.len() == 1 { whole.first().copied() } else { None })
        .cloned()
}

/// Collects every way to read the groups from `at` as `count` numbers.
fn split(
    text: &str,
    groups: &[(usize, &str)],
    at: usize,
    count: usize,
    unit: Unit,
    read: &mut Vec<(usize, Nok)>,
    ways: &mut Vec<(usize, Vec<Nok>)>,
) {
    if count == 0 {
        if at == groups.len()
            && let Some((start, _)) = read.first()
        {
            ways.push((*start, read.iter().map(|(_, amount)| *amount).collect()));
        }
        return;
    }
    for end in at + 1..=groups.len().min(at + 5) {
        if groups[at + 1..end]
            .iter()
            .any(|(_, word)| word.len() != 3 || !word.starts_with(|c: char| c.is_ascii_digit()))
        {
            break;
        }
        let (start, _) = groups[at];
        let stop = groups[end - 1].0 + groups[end - 1].1.len();
        if let Some(printed) = parse_cell(&text[start..stop], unit) {
            read.push((start, printed.amount));
            split(text, groups, end, count - 1, unit, read, ways);
            read.pop();
        }
    }
}

impl Reader<'_, '_> {
    /// Reads a row below a head of rows: chapter, post or sum; returns the next line.
    pub(super) fn unlabelled_row(&mut self, at: usize) -> Option<usize> {
        let order = self.row_order.clone()?;
        let line = &self.view.lines[at];
        let text = line.text();
        let number = text.split_whitespace().next()?;
        let digits =
            number.len() <= 4 && number.len() >= 2 && number.bytes().all(|byte| byte.is_ascii_digit());
        let sum = lower(number) == "sum";
        if !digits && !sum || matches!(line.kind, LineKind::Row | LineKind::Item(_)) {
            return None;
        }
        let unit = self.unit.map_or(Unit::Kroner, |(unit, _)| unit);
        let start = number.len();
        let mut flow = line.flow.slice(start..text.len());
        let mut next = at + 1;
        while next <= at + 5 {
            if let Some((cut, amounts)) = trailing_amounts(flow.as_str(), unit, &order) {
                let span = flow.span_of(cut..flow.as_str().len());
                let title = flow.slice(0..cut);
                if sum {
                    let total = order
                        .iter()
                        .position(|amount| *amount == Amount::Total)
                        .and_then(|at| amounts.get(at))
                        .copied();
                    let named = title.joined();
                    if let Some(total) = total {
                        self.stated_sum(&named, total, Nok::ZERO, span);
                    }
                } else {
                    self.row_of_amounts(
                        number.parse().ok()?,
                        &title,
                        &order,
                        &amounts,
                        line.flow.span().to(span),
                        span,
                    )?;
                }
                return Some(next);
            }
            let Some(line) = self.view.lines.get(next) else { break };
            let other = line.text().split_whitespace().next().is_some_and(|word| {
                word.len() >= 2
                    && word.bytes().all(|byte| byte.is_ascii_digit())
                    && !line.text().trim().bytes().all(|byte| byte.is_ascii_digit() || byte == b' ')
            });
            if matches!(line.kind, LineKind::Heading(_) | LineKind::Row | LineKind::Item(_))
                || line.text().starts_with("Sum")
                || other
            {
                break;
            }
            flow.append(&line.flow, "\n");
            next += 1;
        }
        let title = line.flow.slice(start..text.len());
        if number.len() >= 3 && title.as_str().starts_with(char::is_uppercase) && text.chars().count() < 110 {
            let chapter = number.parse().ok()?;
            self.place = super::Place { chapter: Some(chapter), post: None };
            self.chapter_title = Some((chapter, title.joined(), line.flow.span()));
            return Some(at + 1);
        }
        None
    }

    fn row_of_amounts(
        &mut self,
        post: u32,
        title: &Flow,
        order: &[Amount],
        amounts: &[Nok],
        row: Span,
        span: Span,
    ) -> Option<()> {
        let chapter = self.place.chapter?;
        if post > 99 {
            return None;
        }
        let of = |kind: Amount| {
            order.iter().position(|amount| *amount == kind).and_then(|at| amounts.get(at)).copied()
        };
        let (name, keywords) = split_keywords(&title.joined());
        self.post_title(chapter, post, &name, Where::Money, title.span());
        self.add_post(chapter, post, name, keywords, of(Amount::Total), row);
        let spot = self.view.spot(span);
        if let Some(total) = of(Amount::Total) {
            self.terms.post(chapter, post, total, Nok::ZERO, spot);
            self.count_in_lines(total, self.unit_now(), row);
            if let (Some(change), Some(previous)) = (of(Amount::Change), of(Amount::Previous)) {
                let term = |amount: Nok| (amount, Nok::ZERO, spot);
                self.terms.changes.push(super::sums::Moved {
                    chapter,
                    post,
                    total: term(total),
                    change: term(change),
                    previous: term(previous),
                });
            }
        }
        let known: &mut Post = self.post_mut(chapter, post)?;
        known.change_nok = of(Amount::Change);
        known.previous_nok = of(Amount::Previous);
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_without_columns_are_told_by_their_sum() {
        let order = [Amount::Change, Amount::Previous, Amount::Total];
        let read = |text: &str| {
            trailing_amounts(text, Unit::Kroner, &order).map(|(at, amounts)| {
                (at, amounts.iter().map(|amount| amount.ore() / 100).collect::<Vec<_>>())
            })
        };
        assert_eq!(read("Driftsutgifter 4 200 214 680 218 880"), Some((15, vec![4_200, 214_680, 218_880])));
        assert_eq!(read("overføres −1 500 22 760 21 260"), Some((11, vec![-1_500, 22_760, 21_260])));
        assert_eq!(read("Tilskudd i 2024"), None);
    }
}
