//! What a file of actuals would change.

use super::{AccountAmount, Figure, Reading, RefusedLine, Source, refusals};
use crate::ids::ObjectId;
use crate::letters::PartValue;
use crate::money::Month;
use crate::year::Year;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use styrbord_diagnostics::Message;
use styrbord_money::Nok;

/// How far a file reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Extent {
    /// What it does not name stays as it is booked.
    #[default]
    Listed,
    /// It holds its months entirely: a booked post that it does not name in a month of its own used nothing there.
    WholeMonths,
}

/// What is chosen when a file is taken in.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ImportChoice {
    /// How far the file reaches.
    pub extent: Extent,
    /// Chapters, or single posts of them, that are not followed in this year.
    pub leave_out: Vec<(u32, Option<u32>)>,
}

/// What was left out of a file on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The chapter.
    pub chapter: u32,
    /// The post.
    pub post: u32,
    /// How much.
    pub amount: Nok,
    /// How many lines.
    pub lines: u64,
}

/// Whether a sum is news.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Nothing was booked before.
    New,
    /// Something else was booked; this corrects it.
    Changed,
    /// It is booked so already.
    Same,
}

/// What one post used in one month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PreviewRow {
    /// The post.
    pub post: ObjectId,
    /// Its chapter.
    pub chapter: u32,
    /// Its number.
    pub number: u32,
    /// The month.
    pub month: Month,
    /// What is booked.
    pub booked: Option<Nok>,
    /// What the file says.
    pub amount: Nok,
    /// The same on each account.
    pub accounts: Vec<AccountAmount>,
    /// Whether it is news.
    pub standing: Standing,
}

/// A sum that is booked for a month of the file, and that the file does not name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Absent {
    /// The post.
    pub post: ObjectId,
    /// The month.
    pub month: Month,
    /// What is booked.
    pub booked: Nok,
}

/// What a file of actuals would change; nothing is changed by asking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Preview {
    /// What the file is.
    pub source: Source,
    /// The months that it has figures for.
    pub months: Vec<Month>,
    /// The sums by post and month.
    pub rows: Vec<PreviewRow>,
    /// Booked sums that the file does not name; they stay.
    pub absent: Vec<Absent>,
    /// What is left out on purpose.
    pub left_out: Vec<LeftOut>,
    /// Lines that stand against the import, the first hundred of each kind.
    pub refused: Vec<RefusedLine>,
    /// How many there are.
    pub refused_count: u64,
}

impl Preview {
    /// Returns the sums that would be booked.
    pub fn news(&self) -> impl Iterator<Item = &PreviewRow> {
        self.rows.iter().filter(|row| row.standing != Standing::Same)
    }
}

/// Holds a file that was read against what is booked.
pub fn preview(year: &Year, reading: &Reading, choice: &ImportChoice) -> Preview {
    let posts = Posts::of(year);
    let mut sums: BTreeMap<(ObjectId, Month), (u32, u32, Vec<AccountAmount>)> = BTreeMap::new();
    let mut left_out: BTreeMap<(u32, u32), LeftOut> = BTreeMap::new();
    let mut unbookable = Unbookable::default();
    for figure in &reading.figures {
        let Figure { chapter, post, month, account, amount, lines, .. } = *figure;
        if choice.leave_out.iter().any(|(of, one)| *of == chapter && one.is_none_or(|one| one == post)) {
            let none = LeftOut { chapter, post, amount: Nok::ZERO, lines: 0 };
            let out = left_out.entry((chapter, post)).or_insert(none);
            out.amount = crate::money::add(out.amount, amount);
            out.lines = out.lines.saturating_add(lines);
            continue;
        }
        match posts.by_number.get(&(chapter, post)) {
            Some(id) if month.year() == year.year => {
                let (.., accounts) = sums.entry((*id, month)).or_insert((chapter, post, Vec::new()));
                accounts.push(AccountAmount { account, amount });
            }
            Some(_) => unbookable.add(Why::OtherYear(month), figure),
            None if posts.chapters.contains(&chapter) => unbookable.add(Why::Post(chapter, post), figure),
            None => unbookable.add(Why::Chapter(chapter), figure),
        }
    }
    let months: BTreeSet<Month> = sums.keys().map(|(_, month)| *month).collect();
    let absent = absent(year, reading.source, &months, &sums);
    let absent = match choice.extent {
        Extent::Listed => absent,
        Extent::WholeMonths => {
            for gone in absent {
                let (chapter, number) = posts.number_of(gone.post);
                sums.insert((gone.post, gone.month), (chapter, number, Vec::new()));
            }
            Vec::new()
        }
    };
    let row = |((post, month), (chapter, number, accounts))| {
        row(
            year,
            reading.source,
            PreviewRow {
                post,
                chapter,
                number,
                month,
                booked: None,
                amount: Nok::ZERO,
                accounts,
                standing: Standing::New,
            },
        )
    };
    let mut refused = reading.refused.clone();
    let refused_count = reading.refused_count.saturating_add(unbookable.lines());
    refused.extend(unbookable.told(year.year));
    Preview {
        source: reading.source,
        months: months.into_iter().collect(),
        rows: sums.into_iter().map(row).collect(),
        absent,
        left_out: left_out.into_values().collect(),
        refused,
        refused_count,
    }
}

/// Fills in what is booked.
fn row(year: &Year, source: Source, mut row: PreviewRow) -> PreviewRow {
    row.accounts.sort_unstable();
    row.amount = row.accounts.iter().map(|account| account.amount).sum();
    let booked = year.money.booking(source, row.post, row.month);
    row.booked = booked.map(|booking| booking.amount);
    row.standing = match booked {
        None => Standing::New,
        Some(booking) if booking.accounts == row.accounts => Standing::Same,
        Some(_) => Standing::Changed,
    };
    row
}

type Summed = BTreeMap<(ObjectId, Month), (u32, u32, Vec<AccountAmount>)>;

fn absent(year: &Year, source: Source, months: &BTreeSet<Month>, sums: &Summed) -> Vec<Absent> {
    let of_posts = year.money.actuals.get(&source).into_iter().flatten();
    let booked = of_posts.flat_map(|(post, of_months)| {
        of_months.iter().filter_map(|(month, bookings)| Some((*post, *month, bookings.last()?.amount)))
    });
    booked
        .filter(|(post, month, booked)| {
            *booked != Nok::ZERO && months.contains(month) && !sums.contains_key(&(*post, *month))
        })
        .map(|(post, month, booked)| Absent { post, month, booked })
        .collect()
}

/// The posts of the letters by their numbers.
struct Posts {
    by_number: BTreeMap<(u32, u32), ObjectId>,
    chapters: BTreeSet<u32>,
}

impl Posts {
    /// A post that was taken away is still known: money may have been used on it.
    fn of(year: &Year) -> Self {
        let mut posts = Self { by_number: BTreeMap::new(), chapters: BTreeSet::new() };
        let mut parts: Vec<_> = year.letters.parts.iter().collect();
        parts.sort_by_key(|(id, part)| (part.repealed.is_none(), **id));
        for (id, part) in parts {
            match &part.value {
                PartValue::Post { chapter, post } => {
                    posts.by_number.insert((*chapter, post.post), *id);
                    posts.chapters.insert(*chapter);
                }
                PartValue::Chapter(chapter) => {
                    posts.chapters.insert(chapter.chapter);
                }
                _ => {}
            }
        }
        posts
    }

    fn number_of(&self, post: ObjectId) -> (u32, u32) {
        self.by_number.iter().find(|(_, id)| **id == post).map(|(number, _)| *number).unwrap_or_default()
    }
}

/// Why figures cannot be booked in the year.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Why {
    Chapter(u32),
    Post(u32, u32),
    OtherYear(Month),
}

/// Figures that cannot be booked: the first line of each kind and how many there are.
#[derive(Default)]
struct Unbookable(BTreeMap<Why, (u64, u64)>);

impl Unbookable {
    fn add(&mut self, why: Why, figure: &Figure) {
        let (first, lines) = self.0.entry(why).or_insert((figure.line, 0));
        *first = (*first).min(figure.line);
        *lines = lines.saturating_add(figure.lines);
    }

    fn lines(&self) -> u64 {
        self.0.values().fold(0, |sum, (_, lines)| sum.saturating_add(*lines))
    }

    fn told(&self, year: i16) -> Vec<RefusedLine> {
        let tell = |(why, (line, lines)): (&Why, &(u64, u64))| {
            let (column, value, (message, help)) = match *why {
                Why::Chapter(chapter) => {
                    ("chapter", chapter.to_string(), refusals::unknown_chapter(chapter, *lines))
                }
                Why::Post(chapter, post) => {
                    ("post", format!("{chapter}.{post:02}"), refusals::unknown_post(chapter, post, *lines))
                }
                Why::OtherYear(month) => ("period", month.to_string(), refusals::other_year(year)),
            };
            RefusedLine { line: *line, column: column.to_owned(), value, message, help }
        };
        let mut told: Vec<RefusedLine> = self.0.iter().map(tell).collect();
        told.sort_by_key(|refused: &RefusedLine| refused.line);
        told.truncate(100);
        told
    }
}

/// Says in one line what a preview holds.
impl Preview {
    /// Returns how many sums are new, changed and the same.
    pub fn summary(&self) -> Message {
        let count = |standing| self.rows.iter().filter(|row| row.standing == standing).count();
        let (new, changed, same) = (count(Standing::New), count(Standing::Changed), count(Standing::Same));
        Message::new(
            format!("nye: {new}, endret: {changed}, uendret: {same}, avviste linjer: {}", self.refused_count),
            format!("nye: {new}, endra: {changed}, uendra: {same}, avviste linjer: {}", self.refused_count),
            format!(
                "new: {new}, changed: {changed}, the same: {same}, lines refused: {}",
                self.refused_count
            ),
        )
    }
}
