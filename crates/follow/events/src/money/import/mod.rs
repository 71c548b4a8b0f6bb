//! Actuals from files: bytes to figures by chapter, post, account and month, and what they would change.
//!
//! [`read_state_accounts`] reads what DFØ publishes of the state accounts, [`read_ledger`] any ledger with a few named
//! columns. Neither keeps anything but amounts: texts, vouchers and names never leave the file. [`preview`] holds the
//! figures against what is booked; the command of the same reading books them, all or nothing.
//!
//! The lines are split here and not by the crate `tables`: a controller gets every wrong line at once, in three
//! languages, and the state's files are Windows-1252.

mod amount;
mod columns;
mod decode;
mod preview;
mod read;
mod refusals;
mod split;

pub use preview::{Absent, Extent, ImportChoice, LeftOut, Preview, PreviewRow, Standing, preview};
pub use read::{read_ledger, read_state_accounts};
pub(super) use refusals::refused;

use super::Month;
use crate::hash::Hash;
use serde::{Deserialize, Serialize};
use styrbord_diagnostics::Message;
use styrbord_money::Nok;

/// What a file of actuals is. Each source is kept for itself: both tell of the same money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The state accounts (statsregnskapet), as DFØ publishes them.
    StateAccounts,
    /// The agency's own ledger.
    Ledger,
}

/// Which file it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileMark {
    /// Its name.
    pub name: String,
    /// Its plain SHA-256 sum.
    pub hash: Hash,
}

/// How much on an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct AccountAmount {
    /// The account (artskonto); none when the file has no such column.
    pub account: Option<u32>,
    /// How much, with the sign of the file: expenses above zero, incomes below.
    pub amount: Nok,
}

/// A file of actuals as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// What it is.
    pub source: Source,
    /// Which file.
    pub file: FileMark,
    /// The sums, by chapter, post, month and account, in this order.
    pub figures: Vec<Figure>,
    /// Lines that cannot be read, the first hundred of them.
    pub refused: Vec<RefusedLine>,
    /// How many lines cannot be read.
    pub refused_count: u64,
    /// How many lines were counted.
    pub lines: u64,
    /// How many lines belong to other agencies.
    pub others: u64,
}

/// The sum of the lines of one chapter, post, month and account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// The chapter.
    pub chapter: u32,
    /// The post.
    pub post: u32,
    /// The month.
    pub month: Month,
    /// The account.
    pub account: Option<u32>,
    /// How much.
    pub amount: Nok,
    /// The first of the lines, from 1.
    pub line: u64,
    /// How many lines there are.
    pub lines: u64,
}

/// A line that is not booked, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedLine {
    /// Which one, from 1; the names of the columns stand in the first line with something in it.
    pub line: u64,
    /// The column, as the file names it.
    pub column: String,
    /// What stands there, as far as it is short.
    pub value: String,
    /// What is wrong.
    pub message: Message,
    /// What to do.
    pub help: Message,
}
