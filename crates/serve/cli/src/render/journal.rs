//! What was found in a journal, for a terminal and as JSON.

use crate::output::{Screen, plain};
use crate::texts::{self, join, journal as words};
use serde::Serialize;
use std::time::Duration;
use styrbord_app::journal::{Counts, Hash, Replayed, StoreError, Verified};
use styrbord_app::{Language, Message};

/// Returns what is wrong and what to do, as two sentences.
pub(crate) fn error(error: &StoreError, language: Language) -> String {
    format!("{}. {}.", error.message().get(language), error.remedy().get(language))
}

/// Returns whether the journal is in order; each fault, then what to do.
pub(crate) fn verified(verified: &Verified, screen: Screen) -> String {
    let language = screen.language;
    let held = counts(&verified.counts, language);
    if verified.faults.is_empty() {
        let last = words::LAST.with(language, &[&verified.head.hash]);
        return format!("{}\n{last}\n", words::IN_ORDER.with(language, &[&held]));
    }
    let mut lines = vec![screen.bold(&words::NOT_IN_ORDER.with(language, &[&held]))];
    let mut remedies: Vec<String> = Vec::new();
    for fault in &verified.faults {
        lines.push(format!("- {}", plain(fault.message().get(language))));
        let remedy = format!("{}: {}", texts::HELP.get(language), fault.remedy().get(language));
        if !remedies.contains(&remedy) {
            remedies.push(remedy);
        }
    }
    lines.extend(remedies);
    join(lines, "\n") + "\n"
}

/// Returns what was copied where.
pub(crate) fn copied(name: &str, held: &Counts, language: Language) -> String {
    words::COPIED.with(language, &[&plain(name), &counts(held, language)]) + "\n"
}

/// Returns what a replay gave, and how long it took.
pub(crate) fn replayed(replayed: &Replayed, elapsed: Duration, language: Language) -> String {
    let records = texts::count(replayed.records as usize, words::RECORD, language);
    let years = texts::count(replayed.years, words::YEAR, language);
    let mark = if language == Language::En { "." } else { "," };
    let seconds = format!("{}{mark}{:02}", elapsed.as_secs(), elapsed.subsec_millis() / 10);
    let lines = [
        words::REPLAYED.with(language, &[&records, &years, &seconds]),
        words::LAST.with(language, &[&replayed.head]),
        words::STATE.with(language, &[&replayed.state]),
    ];
    join(lines, "\n") + "\n"
}

fn counts(held: &Counts, language: Language) -> String {
    let count = |number: u64, noun| texts::count(number as usize, noun, language);
    let erased = if held.erased > 0 { words::ERASED.with(language, &[&held.erased]) } else { String::new() };
    let texts = count(held.texts, words::TEXT) + &erased;
    join([count(held.records, words::RECORD), texts, count(held.attachments, words::ATTACHMENT)], ", ")
}

/// What `verify` found, as JSON.
#[derive(Serialize)]
pub(crate) struct VerifiedAsJson<'a> {
    in_order: bool,
    counts: &'a Counts,
    head: HeadAsJson,
    faults: Vec<FaultAsJson>,
}

#[derive(Serialize)]
struct HeadAsJson {
    seq: u64,
    hash: Hash,
}

#[derive(Serialize)]
struct FaultAsJson {
    code: &'static str,
    /// The number of the record, when it is one.
    seq: Option<u64>,
    message: Message,
    help: Message,
}

impl<'a> VerifiedAsJson<'a> {
    pub(crate) fn of(verified: &'a Verified) -> Self {
        let fault = |fault: &StoreError| FaultAsJson {
            code: fault.code(),
            seq: if let StoreError::Broken { seq, .. } = fault { Some(*seq) } else { None },
            message: fault.message(),
            help: fault.remedy(),
        };
        Self {
            in_order: verified.faults.is_empty(),
            counts: &verified.counts,
            head: HeadAsJson { seq: verified.head.seq, hash: verified.head.hash },
            faults: verified.faults.iter().map(fault).collect(),
        }
    }
}
