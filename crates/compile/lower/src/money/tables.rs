//! Money tables: budget tables with chapter and post, tables of recipients, and tables that are neither.

use super::Reader;
use super::posts::{Key, key};
use super::titles::split_keywords;
use crate::words::{has_stem, lower};
use super::head::{Columns, INSTALMENTS, columns};
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

impl Reader<'_, '_> {
    /// Reads a table; returns the line behind it.
    pub(super) fn table(&mut self, at: usize) -> usize {
        let block = self.view.lines[at].block;
        let after = self.view.line_of_block(block + 1);
        let Some(table) = self.view.tree.blocks[block].table() else { return at + 1 };
        let columns = match columns(table, self.plan) {
            Some(columns) => columns,
            None => match self.goes_on(table).or_else(|| super::bare::columns(table, self.unit_of())) {
                Some(columns) => columns,
                None => {
                    self.plain_rows(table);
                    return after;
                }
            },
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
        let instalments = table.rows.first().is_some_and(|head| {
            head.cells.iter().any(|cell| has_stem(&lower(&cell.joined()), &INSTALMENTS))
        });
        (width == columns.width && keyed && !instalments).then_some(columns)
    }

    fn unit_of(&self) -> Unit {
        self.unit.map_or(Unit::Kroner, |(unit, _)| unit)
    }

    fn budget_table(&mut self, table: &Table, columns: &Columns) {
        let unit = self.unit_of();
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
        let flow = |column: Option<usize>| {
            column
                .and_then(|column| row.cells.get(column))
                .map(|cell| cell.flow.clone())
                .filter(|flow| !flow.is_blank())
        };
        let text = |column: Option<usize>| flow(column).map(|flow| flow.joined());
        let money = |column: Option<usize>| flow(column).and_then(|flow| amount(&flow, unit));
        let (mut total, change, previous) =
            (money(columns.amount), money(columns.change), money(columns.previous));
        let run_over = if total.is_none() { flow(columns.amount).and_then(|flow| below_title(&flow, unit)) } else { None };
        let key = key(
            text(columns.chapter).as_deref(),
            text(columns.post).as_deref(),
            text(columns.both).as_deref(),
        );
        let title = match run_over {
            Some((title, found)) if flow(columns.title).is_none() => {
                total = Some(found);
                Some(title)
            }
            _ => flow(columns.title).or_else(|| self.title_cell(row, columns)),
        };
        let label = row.cells.iter().map(|cell| lower(&cell.joined())).find(|text| is_sum(text));
        if let Some(label) = label {
            if let Some((printed, span)) = total.or(change) {
                if let Some(chapter) = running.chapter {
                    self.place.chapter = Some(chapter);
                }
                let words = label.trim_start_matches(|c: char| c.is_alphabetic()).trim().to_owned();
                self.stated_sum(&words, printed.amount, printed.tolerance(), span);
            }
            return;
        }
        let any = total.as_ref().or(change.as_ref()).or(previous.as_ref());
        match key {
            Key::Chapter(chapter) => {
                running.chapter = Some(chapter);
                self.place = super::Place { chapter: Some(chapter), post: None };
                let title = title.unwrap_or_default();
                self.chapter_title = Some((chapter, title.joined(), row.span));
                if let Some(known) = self
                    .plan
                    .budget
                    .iter_mut()
                    .find(|known| known.chapter == chapter && known.title.is_empty())
                {
                    known.title = title.joined();
                }
            }
            Key::Both(..) | Key::Post(_) if any.is_some() => {
                let (chapter, post) = match key {
                    Key::Both(chapter, post) => (chapter, post),
                    Key::Post(post) => match running.chapter.or(self.place.chapter) {
                        Some(chapter) => (chapter, post),
                        None => return,
                    },
                    _ => return,
                };
                running.chapter = Some(chapter);
                running.last = Some((chapter, post));
                running.posts += 1;
                let digits = any.map_or(0, |(printed, _)| {
                    printed
                        .amount
                        .ore()
                        .abs()
                        .checked_div(printed.unit.in_ore())
                        .unwrap_or(0)
                        .to_string()
                        .len() as u8
                });
                running.largest_digits = running.largest_digits.max(digits);
                self.post_cells(row, (chapter, post), title.unwrap_or_default(), (total, change, previous));
                if let Some(comment) = flow(columns.comment) {
                    self.place = super::Place { chapter: Some(chapter), post: Some(post) };
                    self.comment(&comment);
                }
            }
            Key::Both(chapter, post) => running.last = Some((chapter, post)),
            Key::Post(_) => {}
            Key::None => self.continued(title, running),
        }
    }

    /// Returns the cell with the longest text when no column is headed as the title.
    fn title_cell(&self, row: &Row, columns: &Columns) -> Option<Flow> {
        let used = [
            columns.chapter,
            columns.post,
            columns.both,
            columns.amount,
            columns.change,
            columns.previous,
            columns.comment,
        ];
        row.cells
            .iter()
            .enumerate()
            .filter(|(at, cell)| !used.contains(&Some(*at)) && !cell.flow.is_blank())
            .map(|(_, cell)| cell.flow.clone())
            .next()
    }

    #[expect(clippy::type_complexity, reason = "the three amounts of a row, each with its place")]
    fn post_cells(
        &mut self,
        row: &Row,
        (chapter, post): (u32, u32),
        title: Flow,
        (total, change, previous): (
            Option<(Printed, Span)>,
            Option<(Printed, Span)>,
            Option<(Printed, Span)>,
        ),
    ) {
        let (name, keywords) = split_keywords(&title.joined());
        self.post_title(
            chapter,
            post,
            &name,
            Where::Money,
            if title.is_blank() { row.span } else { title.span() },
        );
        let amount = total.as_ref().map(|(printed, _)| printed.amount);
        self.add_post(chapter, post, name, keywords, amount, row.span);
        if let Some((printed, span)) = total.as_ref().or(change.as_ref()) {
            let spot = self.view.spot(*span);
            self.terms.post(chapter, post, printed.amount, printed.tolerance(), spot);
        }
        let spot = |found: &Option<(Printed, Span)>| {
            found.as_ref().map(|(printed, span)| (printed.amount, printed.tolerance(), self.view.spot(*span)))
        };
        let (total_term, change_term, previous_term) = (spot(&total), spot(&change), spot(&previous));
        if let (Some(total), Some(change), Some(previous)) = (total_term, change_term, previous_term) {
            self.terms.changes.push(super::sums::Change { chapter, post, total, change, previous });
        }
        if let Some(known) = self.post_mut(chapter, post) {
            known.change_nok = known.change_nok.or(change.map(|(printed, _)| printed.amount));
            known.previous_nok = known.previous_nok.or(previous.map(|(printed, _)| printed.amount));
        }
    }

    /// Adds a row without key to the title of the post above: a title that a page break cut.
    fn continued(&mut self, title: Option<Flow>, running: &Running) {
        let Some((title, (chapter, post))) = title.zip(running.last) else { return };
        if let Some(known) = self.post_mut(chapter, post) {
            let (more, keywords) = split_keywords(&title.joined());
            known.title = format!("{} {more}", known.title).trim().to_owned();
            known.keywords.extend(keywords);
        }
    }

    /// Reads a table of recipients or purposes into the post that the text speaks of.
    fn recipients(&mut self, table: &Table, columns: &Columns) {
        let unit =
            columns.unit.unwrap_or_else(|| if self.unit.is_some() { self.unit_of() } else { Unit::Kroner });
        let name = columns.recipient.or(columns.title);
        let kind =
            if columns.recipient.is_some() { PortionKind::Recipient } else { PortionKind::SubAllocation };
        let mut rows: Vec<(Portion, Printed, Span)> = Vec::new();
        let mut stated = None;
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
                stated = Some((printed, span));
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
            match (inner, rows.last_mut()) {
                (Some(_), Some((above, ..))) => {
                    let above: &mut Portion = above;
                    above.breakdown.push(portion);
                }
                _ => rows.push((portion, printed, span)),
            }
        }
        self.recipient_rows(rows, stated);
    }
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
    let word = ["hvorav", "herav", "derav", "av dette"].iter().find(|word| lower(text).starts_with(**word))?;
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
