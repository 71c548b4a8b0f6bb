//! Bytes of a ledger to sums.

use super::amount::{self, NotAnAmount};
use super::decode::Encoding;
use super::split::{Line, Lines, Unsplittable};
use super::{Figure, FileMark, Reading, RefusedLine, Source, refusals};
use crate::hash::Hash;
use crate::money::Month;
use crate::refusal::Refusal;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use styrbord_calendar::Date;

/// No file is larger; the state accounts of a year have some 130 million bytes.
const BYTES_MAX: usize = 1 << 29;
/// So many refused lines are told.
const REFUSED_MAX: usize = 100;
/// No file of one agency has more sums.
const FIGURES_MAX: usize = 200_000;
/// So many agencies are named when one must be chosen.
const AGENCIES_MAX: usize = 8;
/// The largest sum in øre: what JSON keeps with room to add up.
const SUM_MAX: i64 = 1_000_000_000_000_000_000;

/// Reads the state accounts as DFØ publishes them: `;`, Windows-1252, decimal comma, `Periode` as YYYYMM,
/// `Kapittel_id`, `Post_id` (chapter and post in one number), `Artskonto_id`, `Virksomhet_id` and `Beløp`.
///
/// Of a file with several agencies only the lines of `agency` count, by organisation number or name.
///
/// # Errors
/// When it is no such file, or holds several agencies and none is asked for.
pub fn read_state_accounts(name: &str, bytes: &[u8], agency: Option<&str>) -> Result<Reading, Refusal> {
    read(Source::StateAccounts, name, bytes, agency)
}

/// Reads a plain ledger: `period` (YYYYMM) or `date` (YYYY-MM-DD or DD.MM.YYYY), `chapter`, `post`, `amount`, and
/// `account` if there is one; the Norwegian names do as well. Between values stands a comma, a semicolon or a tab;
/// after the last two the decimal mark is a comma. `text`, `voucher` and all other columns are left unread.
///
/// # Errors
/// When it is no such file.
pub fn read_ledger(name: &str, bytes: &[u8]) -> Result<Reading, Refusal> {
    read(Source::Ledger, name, bytes, None)
}

fn read(source: Source, name: &str, bytes: &[u8], agency: Option<&str>) -> Result<Reading, Refusal> {
    if bytes.len() > BYTES_MAX {
        return Err(refusals::too_large(bytes.len(), BYTES_MAX));
    }
    if [&b"PK"[..], b"\xff\xfe", b"\xfe\xff"].iter().any(|start| bytes.starts_with(start)) {
        return Err(refusals::not_csv());
    }
    let body = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let encoding = Encoding::of(body);
    let mark = mark_of(body);
    let mut lines = Lines::new(body, mark);
    let split = |line: Result<_, Unsplittable>| line.map_err(|Unsplittable(at)| refusals::unsplittable(at));
    let header = split(lines.next().ok_or_else(refusals::empty)?)?;
    let columns = Columns::find(source, &header, encoding)?;
    let mut sums = Sums { columns, encoding, comma: mark != b',', agency, ..Sums::default() };
    for line in lines {
        sums.take(&split(line)?);
        if sums.figures.len() > FIGURES_MAX {
            return Err(refusals::too_many_figures(FIGURES_MAX));
        }
    }
    sums.check_agency()?;
    let file = FileMark { name: name.to_owned(), hash: Hash::of_bytes(bytes) };
    let figures = sums.figures.into_iter().map(|((chapter, post, month, account), sum)| {
        let (amount, line, lines) = (styrbord_money::Nok::from_ore(sum.ore), sum.line, sum.lines);
        Figure { chapter, post, month, account, amount, line, lines }
    });
    Ok(Reading {
        source,
        file,
        figures: figures.collect(),
        refused: sums.refused,
        refused_count: sums.refused_count,
        lines: sums.lines,
        others: sums.others,
    })
}

/// Tells what stands between values, by the first line.
fn mark_of(body: &[u8]) -> u8 {
    let header = body.split(|byte| matches!(byte, b'\n' | b'\r')).find(|line| !line.is_empty());
    let header = header.unwrap_or_default();
    [b';', b'\t'].into_iter().find(|mark| header.contains(mark)).unwrap_or(b',')
}

/// Where the wanted columns stand, with their names as the file has them.
#[derive(Default)]
struct Columns {
    period: (usize, String),
    is_date: bool,
    chapter: (usize, String),
    post: (usize, String),
    account: Option<(usize, String)>,
    agency: Vec<usize>,
    amount: (usize, String),
    width: usize,
}

impl Columns {
    fn find(source: Source, header: &Line<'_>, encoding: Encoding) -> Result<Self, Refusal> {
        let names: Vec<String> =
            header.values.iter().map(|value| encoding.decode(value).trim().to_owned()).collect();
        let place = |wanted: &[&str]| -> Result<Option<(usize, String)>, Refusal> {
            for want in wanted {
                let mut found = names.iter().enumerate().filter(|(_, name)| name.to_lowercase() == *want);
                if let Some((at, name)) = found.next() {
                    let twice = found.next().is_some();
                    return if twice { Err(refusals::column_twice(name)) } else { Ok(Some((at, name.clone()))) };
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
                agency: agency.into_iter().flatten().map(|(at, _)| at).collect(),
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
}

struct Sum {
    ore: i64,
    line: u64,
    lines: u64,
}

/// The sums of the lines read so far.
struct Sums<'a> {
    columns: Columns,
    encoding: Encoding,
    comma: bool,
    agency: Option<&'a str>,
    figures: BTreeMap<(u32, u32, Month, Option<u32>), Sum>,
    refused: Vec<RefusedLine>,
    refused_count: u64,
    lines: u64,
    others: u64,
    agencies: BTreeSet<String>,
}

impl Default for Sums<'_> {
    fn default() -> Self {
        Self {
            columns: Columns::default(),
            encoding: Encoding::Utf8,
            comma: false,
            agency: None,
            figures: BTreeMap::new(),
            refused: Vec::new(),
            refused_count: 0,
            lines: 0,
            others: 0,
            agencies: BTreeSet::new(),
        }
    }
}

/// Where and what a refused value is, before it is told.
struct Wrong<'a> {
    column: &'a str,
    value: Cow<'a, str>,
    told: (styrbord_diagnostics::Message, styrbord_diagnostics::Message),
}

impl Sums<'_> {
    fn take(&mut self, line: &Line<'_>) {
        if !self.is_ours(line) {
            self.others += 1;
            return;
        }
        self.lines += 1;
        match self.line(line) {
            Ok((key, ore)) => {
                let sum = self.figures.entry(key).or_insert(Sum { ore: 0, line: line.number, lines: 0 });
                // A sum beyond this bound cannot be: the bound on amounts and on bytes keeps files below it.
                sum.ore = sum.ore.saturating_add(ore).clamp(-SUM_MAX, SUM_MAX);
                sum.lines += 1;
            }
            Err(wrong) => {
                let refused = RefusedLine {
                    line: line.number,
                    column: wrong.column.to_owned(),
                    value: wrong.value.chars().take(40).collect(),
                    message: wrong.told.0,
                    help: wrong.told.1,
                };
                self.refused_count += 1;
                if self.refused.len() < REFUSED_MAX {
                    self.refused.push(refused);
                }
            }
        }
    }

    /// Tells whether a line belongs to the agency; without one asked for, every line does.
    fn is_ours(&mut self, line: &Line<'_>) -> bool {
        let values: Vec<Cow<'_, str>> = (self.columns.agency.iter())
            .filter_map(|at| line.values.get(*at))
            .map(|value| self.encoding.decode(value))
            .collect();
        let Some(first) = values.first() else { return true };
        if self.agencies.len() < AGENCIES_MAX && !self.agencies.contains(first.trim()) {
            self.agencies.insert(first.trim().chars().take(40).collect());
        }
        let same = |asked: &str| values.iter().any(|value| value.trim().to_lowercase() == asked.to_lowercase());
        self.agency.is_none_or(|asked| same(asked.trim()))
    }

    fn check_agency(&self) -> Result<(), Refusal> {
        match self.agency {
            None if self.agencies.len() > 1 => Err(refusals::several_agencies(&self.agencies)),
            Some(asked) if self.lines == 0 => Err(refusals::agency_not_found(asked, &self.agencies)),
            _ => Ok(()),
        }
    }

    fn line<'l>(&'l self, line: &'l Line<'_>) -> Result<((u32, u32, Month, Option<u32>), i64), Wrong<'l>> {
        let columns = &self.columns;
        if line.values.len() != columns.width {
            let told = refusals::width(columns.width, line.values.len());
            return Err(Wrong { column: "", value: Cow::Borrowed(""), told });
        }
        let value = |column: &'l (usize, String)| {
            let text = line.values.get(column.0).map(|value| self.encoding.decode(value)).unwrap_or_default();
            (column.1.as_str(), text)
        };
        let wrong = |(column, value), told| Wrong { column, value, told };
        let period = value(&columns.period);
        let read = if columns.is_date { month_of_date(&period.1) } else { period.1.trim().parse().ok() };
        let Some(month) = read else { return Err(wrong(period, refusals::no_month(columns.is_date))) };
        let chapter_cell = value(&columns.chapter);
        let Some(chapter) = number(&chapter_cell.1, 9999).filter(|chapter| *chapter > 0) else {
            return Err(wrong(chapter_cell, refusals::no_chapter()));
        };
        let post_cell = value(&columns.post);
        let Some(post) = number(&post_cell.1, 999_999).and_then(|post| post_of(chapter, post)) else {
            return Err(wrong(post_cell, refusals::no_post(chapter)));
        };
        let account = match columns.account.as_ref().map(value) {
            Some(cell) if !cell.1.trim().is_empty() => match number(&cell.1, 99_999_999) {
                Some(account) => Some(account),
                None => return Err(wrong(cell, refusals::no_account())),
            },
            _ => None,
        };
        let cell = value(&columns.amount);
        match amount::read(&cell.1, self.comma) {
            Ok(amount) => Ok(((chapter, post, month, account), amount.ore())),
            Err(NotAnAmount::FinerThanOre) => Err(wrong(cell, refusals::finer_than_ore())),
            Err(NotAnAmount::TooLarge) => Err(wrong(cell, refusals::amount_too_large())),
            Err(NotAnAmount::Unreadable) => Err(wrong(cell, refusals::no_amount(self.comma))),
        }
    }
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
