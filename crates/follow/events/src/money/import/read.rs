//! Bytes of a ledger to sums.

use super::columns::{Columns, Entry};
use super::decode::Encoding;
use super::split::{Line, Lines, Unsplittable};
use super::{Figure, FileMark, Reading, RefusedLine, Source, refusals};
use crate::hash::Hash;
use crate::money::Month;
use crate::refusal::Refusal;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use styrbord_money::Nok;

/// No file is larger; the state accounts of a year have some 130 million bytes.
const BYTES_MAX: usize = 1 << 29;
/// So many refused lines are told.
const REFUSED_MAX: usize = 100;
/// No file of one agency has more sums.
const FIGURES_MAX: usize = 200_000;
/// So many agencies are named when one must be chosen.
const AGENCIES_MAX: usize = 8;
/// The largest sum in øre: a hundred times the largest amount, with room to add up.
const SUM_MAX: i64 = 100_000_000_000_000_000;

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
    let mut sums = Sums {
        columns,
        encoding,
        comma: mark != b',',
        agency,
        figures: BTreeMap::new(),
        refused: Vec::new(),
        refused_count: 0,
        lines: 0,
        others: 0,
        agencies: BTreeSet::new(),
    };
    for line in lines {
        sums.take(&split(line)?);
        if sums.figures.len() > FIGURES_MAX {
            return Err(refusals::too_many_figures(FIGURES_MAX));
        }
    }
    sums.check_agency()?;
    let file = FileMark { name: name.to_owned(), hash: Hash::of_bytes(bytes) };
    let figures = sums.figures.into_iter().map(|((chapter, post, month, account), sum)| {
        let (amount, line, lines) = (Nok::from_ore(sum.ore), sum.line, sum.lines);
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

impl Sums<'_> {
    fn take(&mut self, line: &Line<'_>) {
        if !self.is_ours(line) {
            self.others += 1;
            return;
        }
        self.lines += 1;
        match self.columns.entry(line, self.encoding, self.comma).and_then(|entry| self.add(line, &entry)) {
            Ok(()) => {}
            Err(refused) => {
                self.refused_count += 1;
                if self.refused.len() < REFUSED_MAX {
                    self.refused.push(*refused);
                }
            }
        }
    }

    fn add(&mut self, line: &Line<'_>, entry: &Entry) -> Result<(), Box<RefusedLine>> {
        let key = (entry.chapter, entry.post, entry.month, entry.account);
        let sum = self.figures.entry(key).or_insert(Sum { ore: 0, line: line.number, lines: 0 });
        let ore = sum.ore.saturating_add(entry.amount.ore());
        if ore.saturating_abs() > SUM_MAX {
            return Err(self.columns.sum_too_large(line.number));
        }
        sum.ore = ore;
        sum.lines += 1;
        Ok(())
    }

    /// Tells whether a line belongs to the agency; without one asked for, every line does.
    fn is_ours(&mut self, line: &Line<'_>) -> bool {
        let values: Vec<Cow<'_, str>> = (self.columns.agency().iter())
            .filter_map(|at| line.values.get(*at))
            .map(|value| self.encoding.decode(value))
            .collect();
        let Some(first) = values.first() else { return true };
        if self.agencies.len() < AGENCIES_MAX && !self.agencies.contains(first.trim()) {
            self.agencies.insert(first.trim().chars().take(40).collect());
        }
        let same =
            |asked: &str| values.iter().any(|value| value.trim().to_lowercase() == asked.to_lowercase());
        self.agency.is_none_or(|asked| same(asked.trim()))
    }

    fn check_agency(&self) -> Result<(), Refusal> {
        match self.agency {
            None if self.agencies.len() > 1 => Err(refusals::several_agencies(&self.agencies)),
            Some(asked) if self.lines == 0 => Err(refusals::agency_not_found(asked, &self.agencies)),
            _ => Ok(()),
        }
    }
}
