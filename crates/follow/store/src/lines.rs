//! A journal as JSON lines, and back.
//!
//! The first line is `{"styrbord_journal":1}`. Then come the records in order, the texts and the attachments in the
//! order of their hashes, what was done to accounts in order, and a last line that counts them and has the SHA-256 sum
//! of all lines before it.

mod base64;
mod line;

use crate::contents::{Counts, Intake, Item, Portion, Progress, Tell, each};
use crate::{Journal, StoreError};
use line::{End, Line};
use sha2::{Digest, Sha256};
use std::io::{BufRead, Write};
use styrbord_events::Hash;

/// The version of the format.
const FORMAT: u32 = 1;

/// The most bytes of a line: an attachment of 50 MB takes 70 million.
const LINE_MAX: u64 = 100_000_000;

/// Writes all that a journal holds.
///
/// # Errors
/// When the journal cannot be read, or the lines cannot be written.
pub fn export(journal: &mut dyn Journal, out: &mut dyn Write, tell: Tell<'_>) -> Result<Counts, StoreError> {
    let mut out = Summed { out, sum: Sha256::new() };
    out.line(&Line::StyrbordJournal(FORMAT))?;
    let counts = each(journal, tell, &mut |item| out.line(&Line::of(item)))?;
    let sha256 = Hash::from_bytes(out.sum.clone().finalize().into());
    out.line(&Line::End(End::new(counts, sha256)))?;
    out.out.flush().map_err(|error| StoreError::failed("writing the export", error))?;
    Ok(counts)
}

struct Summed<'a> {
    out: &'a mut dyn Write,
    sum: Sha256,
}

impl Summed<'_> {
    fn line(&mut self, line: &Line) -> Result<(), StoreError> {
        let failed = |error: &dyn std::fmt::Display| StoreError::failed("writing the export", error);
        let mut bytes = serde_json::to_vec(line).map_err(|error| failed(&error))?;
        bytes.push(b'\n');
        self.sum.update(&bytes);
        self.out.write_all(&bytes).map_err(|error| failed(&error))
    }
}

/// Fills an empty journal with what was exported: all of it, or nothing when a line is not as it was written. `name` is
/// that of the journal.
///
/// # Errors
/// [`StoreError::BadLine`] with the first line that is wrong, [`StoreError::NotEmpty`], or that it cannot be kept.
pub fn import(
    journal: &mut dyn Journal,
    name: &str,
    input: &mut dyn BufRead,
    tell: Tell<'_>,
) -> Result<Counts, StoreError> {
    let mut lines = Lines { input, number: 0, sum: Sha256::new() };
    let mut intake = Intake::begin(journal, name)?;
    if lines.next()? != Line::StyrbordJournal(FORMAT) {
        return Err(lines.wrong("it is not the first line of an export that this program reads"));
    }
    let mut counts = Counts::default();
    loop {
        let sum = Hash::from_bytes(lines.sum.clone().finalize().into());
        let item = match lines.next()? {
            Line::End(end) => {
                if end != End::new(counts, sum) {
                    return Err(lines.wrong("the lines before are not those that were written"));
                }
                lines.nothing_more()?;
                intake.finish()?;
                return Ok(counts);
            }
            line => line.into_item().map_err(|why| lines.wrong(why))?,
        };
        tell(count(&mut counts, &item, &lines)?);
        intake.put(item).map_err(|error| lines.blame(error))?;
    }
}

/// Counts an item, which must not come before one of an earlier kind.
fn count(counts: &mut Counts, item: &Item, lines: &Lines<'_>) -> Result<Progress, StoreError> {
    let (portion, done) = match item {
        Item::Record(_) if counts.texts + counts.attachments + counts.deeds == 0 => {
            counts.records += 1;
            (Portion::Records, counts.records)
        }
        Item::Text(text) if counts.attachments + counts.deeds == 0 => {
            counts.texts += 1;
            counts.erased += u64::from(matches!(text, crate::StoredText::Erased(_)));
            (Portion::Texts, counts.texts)
        }
        Item::Deed(_) => {
            counts.deeds += 1;
            (Portion::Attachments, counts.attachments)
        }
        _ if counts.deeds > 0 => return Err(lines.wrong("it stands in the wrong place")),
        Item::Attachment(_) => {
            counts.attachments += 1;
            (Portion::Attachments, counts.attachments)
        }
        Item::Record(_) | Item::Text(_) => return Err(lines.wrong("it stands in the wrong place")),
    };
    Ok(Progress { portion, done, total: None })
}

struct Lines<'a> {
    input: &'a mut dyn BufRead,
    number: u64,
    sum: Sha256,
}

impl Lines<'_> {
    /// Reads the next line, which has exactly one spelling.
    fn next(&mut self) -> Result<Line, StoreError> {
        let bytes = self.bytes()?;
        self.number += 1;
        if bytes.is_empty() {
            return Err(self.wrong("the export ends too early"));
        }
        let text = bytes.strip_suffix(b"\n").ok_or_else(|| self.wrong("the line is not whole"))?;
        let line: Line = serde_json::from_slice(text).map_err(|error| self.wrong(error.to_string()))?;
        let written = serde_json::to_vec(&line).map_err(|error| self.wrong(error.to_string()))?;
        if written != text {
            return Err(self.wrong("it is not spelled as this program spells it"));
        }
        self.sum.update(&bytes);
        Ok(line)
    }

    fn nothing_more(&mut self) -> Result<(), StoreError> {
        let more = self.bytes()?;
        self.number += 1;
        if more.is_empty() { Ok(()) } else { Err(self.wrong("it comes after the last line")) }
    }

    fn bytes(&mut self) -> Result<Vec<u8>, StoreError> {
        let mut bytes = Vec::new();
        let mut some = std::io::Read::take(&mut *self.input, LINE_MAX);
        some.read_until(b'\n', &mut bytes)
            .map_err(|error| StoreError::failed("reading the export", error))?;
        Ok(bytes)
    }

    fn wrong(&self, why: impl Into<String>) -> StoreError {
        StoreError::BadLine { line: self.number, why: why.into() }
    }

    /// Turns what is wrong with the content of the line into an error that names the line.
    fn blame(&self, error: StoreError) -> StoreError {
        match error {
            StoreError::Broken { .. }
            | StoreError::TextChanged { .. }
            | StoreError::AttachmentChanged { .. }
            | StoreError::Failed { .. } => self.wrong(error.message().en),
            other => other,
        }
    }
}
