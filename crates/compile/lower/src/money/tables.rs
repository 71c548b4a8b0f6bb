//! Money tables: budget tables with chapter and post, tables of recipients, and tables that are neither.

use super::Reader;
use super::head::{Columns, INSTALMENTS, columns};
use super::posts::{Key, key};
use super::titles::{split_keywords, without_unit};
use crate::assignments::leading_assignment_number;
use crate::words::{has_stem, lower};
use styrbord_money::{Printed, Unit, parse_cell};
use styrbord_plan::{Portion, PortionKind, UnitUse, Where};
use styrbord_source::{Flow, Span};
use styrbord_syntax::{Row, Table};

/// The chapter and post rows of one table while it is read.
#[derive(Debug, Default)]
struct Running {
    chapter: Option<u32>,
    last: Option<(u32, u32)>,
    largest_digits: u8,
    posts: usize,
}

impl Running {
    /// Notes a post's row.
    fn post(&mut self, (chapter, post): (u32, u32), amounts: &Amounts) {
        self.chapter = Some(chapter);
        self.last = Some((chapter, post));
        self.posts += 1;
        let digits =
            amounts.any().map_or(0, |(printed, _)| super::lines::digits(printed.amount, printed.unit));
        self.largest_digits = self.largest_digits.max(digits);
    }
}

/// The amounts of a row, each with its place.
#[derive(Debug, Clone, Default)]
struct Amounts {
    total: Option<(Printed, Span)>,
    change: Option<(Printed, Span)>,
    previous: Option<(Printed, Span)>,
}

impl Amounts {
    /// Returns the first amount there is.
    fn any(&self) -> Option<&(Printed, Span)> {
        self.total.as_ref().or(self.change.as_ref()).or(self.previous.as_ref())
    }
}

impl Reader<'_, '_> {
    /// Reads a table; returns the line behind it.
    pub(super) fn table(&mut self, at: usize) -> usize {
        let block = self.view.lines[at].block;
        let after = self.view.line_of_block(block + 1);
        let Some(table) = self.view.tree.blocks[block].table() else { return at + 1 };
        let found = columns(table, self.plan)
            .or_else(|| self.goes_on(table))
            .or_else(|| super::bare::columns(table, self.unit_now()));
        let Some(columns) = found else {
            self.plain_rows(table);
            return after;
        };
        if let Some(unit) = columns.unit {
            self.unit = Some((unit, table.rows.first().map_or(Span::default(), |row| row.span)));
        }
        if columns.keyed() {
            self.budget_table(table, &columns);
            self.columns = Some(Columns { head: 0, ..columns });
        } else {
            self.recipients(table, &columns);
        }
        after
    }

    /// Returns the columns of the table above when this one goes on with it behind a page break.
    fn goes_on(&self, table: &Table) -> Option<Columns> {
        let columns = self.columns.clone()?;
        let width = table.rows.iter().map(|row| row.cells.len()).max()?;
        let keyed = table.rows.iter().any(|row| {
            let cell =
                columns.both.or(columns.chapter).or(columns.post).and_then(|column| row.cells.get(column));
            cell.is_some_and(|cell| key(None, None, Some(&cell.joined())) != Key::None)
        });
        let instalments = table
            .rows
            .first()
            .is_some_and(|head| head.cells.iter().any(|cell| has_stem(&lower(&cell.joined()), &INSTALMENTS)));
        let assignments = table.rows.iter().any(|row| {
            row.cells.first().is_some_and(|cell| leading_assignment_number(cell.flow.as_str()).is_some())
        });
        (width == columns.width && keyed && !instalments && !assignments).then_some(columns)
    }

    fn budget_table(&mut self, table: &Table, columns: &Columns) {
        let unit = self.unit_now();
        let mut running = Running { chapter: self.place.chapter, ..Running::default() };
        let head = table.rows.first().map_or(Span::default(), |row| row.span);
        for row in table.rows.iter().skip(columns.head) {
            self.budget_row(row, columns, unit, &mut running);
        }
        if let Some((chapter, post)) = running.last {
            self.place = super::Place { chapter: Some(chapter), post: Some(post) };
        }
        if running.posts > 0 {
            let (said, spot) = match self.unit {
                Some((unit, span)) if span != Span::default() => (Some(unit), span),
                _ => (None, head),
            };
            let spot = self.view.spot(spot);
            self.plan.evidence.units.push(UnitUse {
                unit: said,
                largest_digits: running.largest_digits,
                spot,
            });
        }
    }

    fn budget_row(&mut self, row: &Row, columns: &Columns, unit: Unit, running: &mut Running) {
        let text = |column: Option<usize>| cell(row, column).map(Flow::joined);
        let money = |column: Option<usize>| cell(row, column).and_then(|flow| amount(flow, unit));
        let mut amounts = Amounts {
            total: money(columns.amount),
            change: money(columns.change),
            previous: money(columns.previous),
        };
        let mut key = key(
            text(columns.chapter).as_deref(),
            text(columns.post).as_deref(),
            text(columns.both).as_deref(),
        );
        let mut title = cell(row, columns.title).cloned();
        if title.is_none() && amounts.total.is_none() {
            let run_over = cell(row, columns.amount).and_then(|flow| below_title(flow, unit));
            (title, amounts.total) = run_over.unzip();
        }
        let mut title = title.or_else(|| title_cell(row, columns));
        if let Some((own, rest)) =
            cell(row, columns.both.or(columns.post)).filter(|_| title.is_none()).and_then(key_and_title)
        {
            (key, title) = (own, Some(rest));
        }
        let label = row.cells.iter().map(|cell| lower(&cell.joined())).find(|text| is_sum(text));
        if let Some(label) = label {
            self.sum_of_table(&label, amounts.total.or(amounts.change), running);
            return;
        }
        match key {
            Key::Chapter(chapter) => {
                running.chapter = Some(chapter);
                let title = title.unwrap_or_default().joined();
                self.head_of_chapter(chapter, without_unit(&title), row.span);
            }
            Key::Both(..) | Key::Post(_) if amounts.any().is_some() => {
                let (chapter, post) = match key {
                    Key::Both(chapter, post) => (chapter, post),
                    Key::Post(post) => match running.chapter.or(self.place.chapter) {
                        Some(chapter) => (chapter, post),
                        None => return,
                    },
                    _ => return,
                };
                running.post((chapter, post), &amounts);
                self.post_cells(row, (chapter, post), &title.unwrap_or_default(), &amounts);
                if let Some(comment) = cell(row, columns.comment) {
                    self.place = super::Place { chapter: Some(chapter), post: Some(post) };
                    self.comment(comment);
                }
            }
            Key::Both(chapter, post) => running.last = Some((chapter, post)),
            Key::Post(_) => {}
            Key::None => self.continued(title, running),
        }
    }

    /// Gives a sum row to its chapter.
    fn sum_of_table(&mut self, label: &str, found: Option<(Printed, Span)>, running: &Running) {
        let Some((printed, span)) = found else { return };
        self.place.chapter = running.chapter.or(self.place.chapter);
        let words = label.trim_start_matches(|c: char| c.is_alphabetic()).trim();
        self.stated_sum(words, printed.amount, printed.tolerance(), span);
    }

    fn post_cells(&mut self, row: &Row, (chapter, post): (u32, u32), title: &Flow, amounts: &Amounts) {
        let (name, keywords) = split_keywords(&title.joined());
        let span = if title.is_blank() { row.span } else { title.span() };
        self.post_title(chapter, post, &name, Where::Money, span);
        let amount = |found: &Option<(Printed, Span)>| found.as_ref().map(|(printed, _)| printed.amount);
        self.add_post(chapter, post, name, keywords, amount(&amounts.total), row.span);
        if let Some((printed, span)) = amounts.total.as_ref().or(amounts.change.as_ref()) {
            let spot = self.view.spot(*span);
            self.terms.post(chapter, post, printed.amount, printed.tolerance(), spot);
        }
        let term = |found: &Option<(Printed, Span)>| {
            found.as_ref().map(|(printed, span)| (printed.amount, printed.tolerance(), self.view.spot(*span)))
        };
        if let (Some(total), Some(change), Some(previous)) =
            (term(&amounts.total), term(&amounts.change), term(&amounts.previous))
        {
            self.terms.changes.push(super::sums::Moved { chapter, post, total, change, previous });
        }
        if let Some(known) = self.post_mut(chapter, post) {
            known.change_nok = known.change_nok.or(amount(&amounts.change));
            known.previous_nok = known.previous_nok.or(amount(&amounts.previous));
        }
    }

    /// Adds a row without key to the title of the post above: a title that a page break cut.
    fn continued(&mut self, title: Option<Flow>, running: &Running) {
        let Some((title, (chapter, post))) = title.zip(running.last) else { return };
        if let Some(known) = self.post_mut(chapter, post) {
            let (more, keywords) = split_keywords(&title.joined());
            let title = format!("{} {more}", known.title);
            title.trim().clone_into(&mut known.title);
            known.keywords.extend(keywords);
        }
    }

    /// Reads a table of recipients or purposes into the post that the text speaks of.
    fn recipients(&mut self, table: &Table, columns: &Columns) {
        let unit =
            columns.unit.unwrap_or_else(|| if self.unit.is_some() { self.unit_now() } else { Unit::Kroner });
        let mut read = self.rows_of_recipients(table, columns, unit);
        // A caption may belong to an earlier table: what adds up to an amount of the post tells.
        if columns.unit.is_none() && unit != Unit::Kroner && !self.adds_up(&read) {
            let plain = self.rows_of_recipients(table, columns, Unit::Kroner);
            if self.adds_up(&plain) {
                read = plain;
            }
        }
        self.recipient_rows(read.rows, read.stated);
    }

    /// Tells whether the sum of the rows is an amount that the post, or a portion of it, is known to have.
    fn adds_up(&mut self, read: &Recipients) -> bool {
        let Some((chapter, post)) = self.place.chapter.zip(self.place.post) else { return false };
        let sum = read.rows.iter().fold(0_i64, |sum, (_, row, _)| sum.saturating_add(row.amount.ore()));
        let Some(post) = self.post_mut(chapter, post) else { return false };
        let portions = post.breakdown.iter().map(|portion| portion.amount_nok);
        portions.chain(post.amount_nok).any(|known| known.ore() == sum)
    }

    fn rows_of_recipients(&self, table: &Table, columns: &Columns, unit: Unit) -> Recipients {
        let name = columns.recipient.or(columns.title);
        let kind =
            if columns.recipient.is_some() { PortionKind::Recipient } else { PortionKind::SubAllocation };
        let mut read = Recipients::default();
        for row in table.rows.iter().skip(columns.head) {
            let title = name
                .and_then(|column| row.cells.get(column))
                .map(|cell| cell.flow.clone())
                .unwrap_or_default();
            let Some((printed, span)) = columns
                .amount
                .and_then(|column| row.cells.get(column))
                .and_then(|cell| amount(&cell.flow, unit))
            else {
                continue;
            };
            if is_sum(&lower(&title.joined())) || row.cells.iter().any(|cell| is_sum(&lower(&cell.joined())))
            {
                read.stated = Some((printed, span));
                continue;
            }
            let title = title.joined();
            let inner = inner_title(&title);
            let kind = if kind == PortionKind::SubAllocation { kind_of_title(&title) } else { kind };
            let portion = Portion {
                title: inner.map_or(title.as_str(), |inner| inner).to_owned(),
                amount_nok: printed.amount,
                kind,
                span: Some(self.view.spot(row.span)),
                ..Portion::default()
            };
            match (inner, read.rows.last_mut()) {
                (Some(_), Some((above, ..))) => {
                    let above: &mut Portion = above;
                    above.breakdown.push(portion);
                }
                _ => read.rows.push((portion, printed, span)),
            }
        }
        read
    }
}

/// The rows of a table of recipients, and the sum that it prints.
#[derive(Default)]
struct Recipients {
    rows: Vec<(Portion, Printed, Span)>,
    stated: Option<(Printed, Span)>,
}

/// Reads a cell that holds a key and the title behind it: `Post 01 Driftsutgifter`, `21 Spesielle driftsutgifter`.
fn key_and_title(flow: &Flow) -> Option<(Key, Flow)> {
    let text = flow.as_str();
    let start = match styrbord_syntax::leading_label(text) {
        Some(label) if !label.number.is_empty() => label.text_start,
        _ => text.find(|c: char| !c.is_ascii_digit() && !c.is_whitespace())?,
    };
    let title = flow.slice(start..text.len());
    let own = key(None, None, Some(text.get(..start)?));
    (own != Key::None && title.as_str().starts_with(char::is_uppercase)).then_some((own, title))
}

/// Returns the text of a cell, when there is any.
fn cell(row: &Row, column: Option<usize>) -> Option<&Flow> {
    let cell = row.cells.get(column?)?;
    (!cell.flow.is_blank()).then_some(&cell.flow)
}

/// Returns the first cell with text that no column claims, when no column is headed as the title.
fn title_cell(row: &Row, columns: &Columns) -> Option<Flow> {
    let used = [
        columns.chapter,
        columns.post,
        columns.both,
        columns.amount,
        columns.change,
        columns.previous,
        columns.comment,
    ];
    let mut others = row.cells.iter().enumerate().filter(|(at, _)| !used.contains(&Some(*at)));
    others.find(|(_, cell)| !cell.flow.is_blank()).map(|(_, cell)| cell.flow.clone())
}

/// Reads an amount cell, with its span.
fn amount(flow: &Flow, unit: Unit) -> Option<(Printed, Span)> {
    let printed = parse_cell(flow.as_str(), unit)?;
    Some((printed, flow.span()))
}

/// Returns the title of a row that is a part of the row above: `- hvorav kartlegging`.
fn inner_title(title: &str) -> Option<&str> {
    let start = styrbord_syntax::leading_bullet(title).unwrap_or(0);
    let text = title.get(start..)?;
    let word =
        ["hvorav", "herav", "derav", "av dette"].iter().find(|word| lower(text).starts_with(**word))?;
    let rest = text.get(word.len()..)?.trim_start_matches([' ', ':']);
    (!rest.is_empty() && text.len() > rest.len() + word.len()).then_some(rest)
}

/// Returns the kind of money that a row's title names.
fn kind_of_title(title: &str) -> PortionKind {
    let low = lower(title.trim());
    if matches!(low.as_str(), "til disposisjon" | "til rådighet" | "til rådvelde" | "rest" | "reserve") {
        PortionKind::Free
    } else {
        super::portions::kind_of(&low)
    }
}

/// Reads a cell that holds a title too long for its column, and the amount below it.
fn below_title(flow: &Flow, unit: Unit) -> Option<(Flow, (Printed, Span))> {
    let last = flow.as_str().rfind('\n')?;
    let title = flow.slice(0..last);
    let found = amount(&flow.slice(last + 1..flow.as_str().len()), unit)?;
    (title.as_str().chars().any(char::is_alphabetic)).then_some((title, found))
}

/// Tells whether a cell names a sum.
pub(crate) fn is_sum(low: &str) -> bool {
    let low = low.trim().trim_matches('*');
    ["sum", "samla", "samlet", "totalt", "total", "i alt"].iter().any(|word| {
        low.strip_prefix(word).is_some_and(|rest| {
            !rest.starts_with(char::is_alphanumeric) && rest.split_whitespace().count() <= 6
        })
    })
}
