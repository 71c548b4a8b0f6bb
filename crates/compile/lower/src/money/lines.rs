//! Rows of a table that no head explains, read as lines: `Post 01 Driftsutgifter   823 456`.

use super::Reader;
use super::titles::{split_keywords, without_unit};
use crate::words::lower;
use styrbord_money::{Nok, Unit, parse_caption, parse_cell};
use styrbord_plan::{Portion, Where};
use styrbord_source::Flow;
use styrbord_syntax::{Row, Table, leading_label};

impl Reader<'_, '_> {
    /// Reads a table that no head explains: heads of chapters, posts, sums, and rows of assignments with an amount.
    pub(super) fn plain_rows(&mut self, table: &Table) {
        for row in &table.rows {
            if self.line_of_row(row) {
                continue;
            }
            let mut flow = Flow::new();
            for cell in &row.cells {
                flow.append(&cell.flow, " ");
            }
            if !self.portion_row(&flow) {
                self.titled_cells(row);
            }
        }
    }

    /// Reads a row of a title and an amount with its unit, in a list that a sentence opened.
    fn titled_cells(&mut self, row: &Row) -> Option<()> {
        let open = self.open.clone()?;
        let mut cells = row.cells.iter().map(|cell| &cell.flow).filter(|flow| !flow.is_blank());
        let (title, last) = (cells.next()?, cells.next()?);
        let printed = styrbord_money::find_amounts(last.as_str()).into_iter().next()?;
        let alone = printed.range == (0..last.as_str().trim_end().len());
        if !alone || cells.next().is_some() || !title.as_str().starts_with(char::is_uppercase) {
            return None;
        }
        let portion = Portion {
            title: title.joined(),
            amount_nok: printed.amount,
            kind: open.kind,
            span: Some(self.view.spot(row.span)),
            ..Portion::default()
        };
        let span = last.span();
        self.push_portion(open.post, open.group, portion, &printed, span).map(|_| ())
    }

    /// Reads a row as the head of a chapter, a post or a sum; tells whether it was one.
    fn line_of_row(&mut self, row: &Row) -> bool {
        let cells: Vec<&Flow> =
            row.cells.iter().map(|cell| &cell.flow).filter(|flow| !flow.is_blank()).collect();
        let Some((last, before)) = cells.split_last() else { return false };
        let mut label = Flow::new();
        for cell in before {
            label.append(cell, " ");
        }
        if let Some(unit) = parse_caption(last.as_str()) {
            self.unit = Some((unit, last.span()));
        } else if before.is_empty() {
            label = (*last).clone();
        }
        let read = if before.len() >= 2
            && before.last().is_some_and(|cell| parse_cell(cell.as_str(), self.unit_now()).is_some())
        {
            None
        } else {
            self.post_of_row(row, &label, last).or_else(|| self.sum_of_row(&label, last))
        };
        read.or_else(|| self.chapter_of_row(row, &label)).is_some()
    }

    fn post_of_row(&mut self, row: &Row, label: &Flow, last: &Flow) -> Option<()> {
        let text = label.as_str();
        let found = leading_label(text).filter(|found| lower(found.word) == "post")?;
        let post: u32 = found.number.parse().ok().filter(|post| *post < 100)?;
        let chapter = self.place.chapter?;
        let printed = parse_cell(last.as_str(), self.unit_now())?;
        let title = label.slice(found.text_start..text.len());
        let (name, keywords) = split_keywords(&title.joined());
        self.place.post = Some(post);
        self.open = None;
        self.post_title(chapter, post, &name, Where::Money, row.span);
        self.add_post(chapter, post, name, keywords, Some(printed.amount), row.span);
        self.terms.post(chapter, post, printed.amount, printed.tolerance(), self.view.spot(last.span()));
        if !last.as_str().contains(char::is_alphabetic) {
            self.count_in_lines(printed.amount, printed.unit, row.span);
        }
        Some(())
    }

    fn sum_of_row(&mut self, label: &Flow, last: &Flow) -> Option<()> {
        let low = lower(&label.joined());
        self.place.chapter.filter(|_| super::tables::is_sum(&low))?;
        let printed = parse_cell(last.as_str(), self.unit_now())?;
        self.stated_sum(&low, printed.amount, printed.tolerance(), last.span());
        Some(())
    }

    fn chapter_of_row(&mut self, row: &Row, label: &Flow) -> Option<()> {
        let text = label.as_str();
        let found = leading_label(text)?;
        let word = lower(found.word.trim_end_matches('.'));
        if !matches!(word.as_str(), "kap" | "kapittel" | "utgiftskapittel" | "inntektskapittel") {
            return None;
        }
        let chapter = found.number.parse().ok()?;
        let title = label.slice(found.text_start..text.len()).joined();
        self.head_of_chapter(chapter, without_unit(&title), row.span);
        Some(())
    }

    /// Takes a chapter as the one that the rows below belong to.
    pub(super) fn head_of_chapter(&mut self, chapter: u32, title: &str, span: styrbord_source::Span) {
        self.place = super::Place { chapter: Some(chapter), post: None };
        self.open = None;
        if let Some(known) =
            self.plan.budget.iter_mut().find(|known| known.chapter == chapter && known.title.is_empty())
        {
            title.clone_into(&mut known.title);
        }
        self.chapter_title = Some((chapter, title.to_owned(), span));
    }

    /// Notes that an amount stands in a row of running lines, whose unit a caption says or nothing.
    pub(super) fn count_in_lines(&mut self, amount: Nok, counted_in: Unit, row: styrbord_source::Span) {
        let digits = digits(amount, counted_in);
        let unit = self.unit.map(|(unit, _)| unit);
        let chapter = self.place.chapter;
        if let Some(at) = self
            .lines_counted
            .filter(|known| (known.chapter, known.unit) == (chapter, unit))
            .map(|known| known.at)
        {
            if let Some(known) = self.plan.evidence.units.get_mut(at) {
                known.largest_digits = known.largest_digits.max(digits);
            }
            return;
        }
        let spot = self.view.spot(self.unit.map_or(row, |(_, span)| span));
        self.lines_counted = Some(super::Counted { at: self.plan.evidence.units.len(), chapter, unit });
        self.plan.evidence.units.push(styrbord_plan::UnitUse { unit, largest_digits: digits, spot });
    }
}

/// Returns how many digits an amount is printed with in its unit.
pub(super) fn digits(amount: Nok, counted_in: Unit) -> u8 {
    let units = amount.ore().unsigned_abs().checked_div(counted_in.in_ore().unsigned_abs()).unwrap_or(0);
    u8::try_from(units.to_string().len()).unwrap_or(u8::MAX)
}
