//! Which columns of a ledger are wanted, and what a line says in them.

use super::amount::{self, NotAnAmount};
use super::decode::Encoding;
use super::split::Line;
use super::{RefusedLine, Source, refusals};
use crate::money::Month;
use crate::refusal::Refusal;
use styrbord_calendar::Date;
use styrbord_diagnostics::Message;
use styrbord_money::Nok;

/// A column: where it stands, and its name as the file has it.
struct Column {
    place: usize,
    name: String,
}

/// Where the wanted columns stand.
pub(super) struct Columns {
    period: Column,
    is_date: bool,
    chapter: Column,
    post: Column,
    account: Option<Column>,
    agency: Vec<usize>,
    amount: Column,
    width: usize,
}

/// What a line says.
pub(super) struct Entry {
    pub chapter: u32,
    pub post: u32,
    pub month: Month,
    pub account: Option<u32>,
    pub amount: Nok,
}

impl Columns {
    /// Finds the columns of a source among those of a file.
    pub(super) fn find(source: Source, header: &Line<'_>, encoding: Encoding) -> Result<Self, Refusal> {
        let names: Vec<String> =
            header.values.iter().map(|value| encoding.decode(value).trim().to_owned()).collect();
        let place = |wanted: &[&str]| -> Result<Option<Column>, Refusal> {
            for want in wanted {
                let mut found = names.iter().enumerate().filter(|(_, name)| name.to_lowercase() == *want);
                if let Some((place, name)) = found.next() {
                    let column = Column { place, name: name.clone() };
                    let twice = found.next().is_some();
                    return if twice { Err(refusals::column_twice(name)) } else { Ok(Some(column)) };
                }
            }
            Ok(None)
        };
        let needed = |wanted: &[&str]| {
            place(wanted)?.ok_or_else(|| refusals::column_missing(wanted.first().unwrap_or(&""), &names))
        };
        let width = names.len();
        if source == Source::StateAccounts {
            let agency = [place(&["virksomhet_id"])?, place(&["virksomhet"])?];
            return Ok(Self {
                period: needed(&["periode"])?,
                is_date: false,
                chapter: needed(&["kapittel_id", "kapittel"])?,
                post: needed(&["post_id", "post"])?,
                account: place(&["artskonto_id", "artskonto"])?,
                agency: agency.into_iter().flatten().map(|column| column.place).collect(),
                amount: needed(&["beløp"])?,
                width,
            });
        }
        let period = place(&["period", "periode"])?;
        Ok(Self {
            is_date: period.is_none(),
            period: period.map_or_else(|| needed(&["date", "dato", "bilagsdato"]), Ok)?,
            chapter: needed(&["chapter", "kapittel"])?,
            post: needed(&["post"])?,
            account: place(&["account", "artskonto", "konto"])?,
            agency: Vec::new(),
            amount: needed(&["amount", "beløp"])?,
            width,
        })
    }

    /// Reads a line as an entry.
    pub(super) fn entry(
        &self,
        line: &Line<'_>,
        encoding: Encoding,
        comma: bool,
    ) -> Result<Entry, Box<RefusedLine>> {
        if line.values.len() != self.width {
            return Err(refused(line.number, "", "", refusals::width(self.width, line.values.len())));
        }
        let value =
            |place: usize| line.values.get(place).map(|value| encoding.decode(value)).unwrap_or_default();
        let wrong = |column: &Column, told| refused(line.number, &column.name, &value(column.place), told);
        let text = value(self.period.place);
        let month = if self.is_date { month_of_date(&text) } else { text.trim().parse().ok() };
        let month = month.ok_or_else(|| wrong(&self.period, refusals::no_month(self.is_date)))?;
        let chapter = number(&value(self.chapter.place), 9999).filter(|chapter| *chapter > 0);
        let chapter = chapter.ok_or_else(|| wrong(&self.chapter, refusals::no_chapter()))?;
        let post = number(&value(self.post.place), 999_999).and_then(|post| post_of(chapter, post));
        let post = post.ok_or_else(|| wrong(&self.post, refusals::no_post(chapter)))?;
        let account = match &self.account {
            Some(column) if !value(column.place).trim().is_empty() => {
                let account = number(&value(column.place), 99_999_999);
                Some(account.ok_or_else(|| wrong(column, refusals::no_account()))?)
            }
            _ => None,
        };
        let amount = amount::read(&value(self.amount.place), comma).map_err(|why| {
            wrong(
                &self.amount,
                match why {
                    NotAnAmount::FinerThanOre => refusals::finer_than_ore(),
                    NotAnAmount::TooLarge => refusals::amount_too_large(),
                    NotAnAmount::Unreadable => refusals::no_amount(comma),
                },
            )
        })?;
        Ok(Entry { chapter, post, month, account, amount })
    }

    /// Refuses the line at which a sum becomes larger than any can be.
    pub(super) fn sum_too_large(&self, line: u64) -> Box<RefusedLine> {
        refused(line, &self.amount.name, "", refusals::amount_too_large())
    }

    /// Returns where number and name of the agency stand.
    pub(super) fn agency(&self) -> &[usize] {
        &self.agency
    }
}

fn refused(line: u64, column: &str, value: &str, (message, help): (Message, Message)) -> Box<RefusedLine> {
    let value = value.chars().take(40).collect();
    Box::new(RefusedLine { line, column: column.to_owned(), value, message, help })
}

fn month_of_date(text: &str) -> Option<Month> {
    let text = text.trim();
    if let Some(date) = Date::parse_iso(text) {
        return Month::of(date);
    }
    let mut parts = text.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let plain = [day, month, year].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    if !plain || parts.next().is_some() || year.len() != 4 {
        return None;
    }
    Month::of(Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?)
}

fn number(text: &str, max: u32) -> Option<u32> {
    let text = text.trim();
    let plain = (1..=9).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten().filter(|number| *number <= max)
}

/// Takes the post out of a number that may have the chapter before it, as `067160`.
fn post_of(chapter: u32, number: u32) -> Option<u32> {
    let (before, post) = (number / 100, number % 100);
    (before == 0 || before == chapter).then_some(post)
}
