//! A document that is to be taken in: what it holds, and what it is.

use styrbord_calendar::Date;
use styrbord_events::Hash;
use styrbord_plan::{LetterKind, Plan};
use styrbord_readers::ReadError;
use styrbord_source::{Format, Spot};

/// A document, read.
#[derive(Debug, Clone)]
pub struct Incoming {
    /// What it holds.
    pub plan: Plan,
    /// Its title or subject, as printed; the name of the file when it has none.
    pub title: String,
    /// Its date, as printed.
    pub date: Option<Date>,
    /// The name of the file.
    pub file: String,
    /// The plain SHA-256 sum of the file.
    pub hash: Hash,
    /// Whether it is a plan as data and not a letter.
    pub is_pack: bool,
    /// The format of a letter, told by its content; none of a plan as data.
    pub format: Option<Format>,
    /// The lines of the text, when there is one.
    lines: Vec<String>,
}

/// Why a document cannot be taken in.
#[derive(Debug)]
pub enum Unfit {
    /// It is no letter.
    Unreadable(ReadError),
    /// It begins as JSON and is no plan.
    NotAPlan(String),
}

/// The most lines of a letter that a question shows.
const LINES_MAX: u32 = 6;
/// So far down a letter has its title.
const HEAD_LINES: usize = 80;
/// The most characters of a title.
const TITLE_MAX: usize = 200;

/// Reads a letter of any format, or a plan as data, which begins with a brace.
///
/// # Errors
/// When it is neither.
pub fn incoming(file: &str, bytes: &[u8]) -> Result<Incoming, Unfit> {
    let hash = Hash::of_bytes(bytes);
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file).to_owned();
    if bytes.trim_ascii_start().first() == Some(&b'{') {
        let plan: Plan = serde_json::from_slice(bytes).map_err(|error| Unfit::NotAPlan(error.to_string()))?;
        let title = name.clone();
        let (date, lines) = (None, Vec::new());
        return Ok(Incoming { plan, title, date, file: name, hash, is_pack: true, format: None, lines });
    }
    let compiled = styrbord_pipeline::compile(bytes).map_err(Unfit::Unreadable)?;
    let lines: Vec<String> = compiled.source.text().lines().map(str::to_owned).collect();
    let plan = compiled.plan;
    let title = title(&lines, plan.kind).unwrap_or_else(|| name.clone());
    let date = plan.evidence.letter_date.map(|(date, _)| date);
    let format = Some(compiled.source.format());
    Ok(Incoming { plan, title, date, file: name, hash, is_pack: false, format, lines })
}

/// Returns the line of the letter's head that says what it is.
fn title(lines: &[String], kind: LetterKind) -> Option<String> {
    let words: &[&str] = match kind {
        LetterKind::Allocation => &["tildelingsbrev"],
        LetterKind::Supplement => &["supplerende tildelingsbrev", "supplerande tildelingsbrev", "tillegg"],
        LetterKind::Instruction => &["instruks"],
        LetterKind::Other => &["oppdrag", "bestilling", "rundskriv"],
    };
    // Markdown's own marks are no part of a title.
    let marks = |mark: char| matches!(mark, '#' | '*' | '_') || mark.is_whitespace();
    let head = lines.iter().take(HEAD_LINES).map(|line| line.trim_matches(marks));
    let is_title = |line: &&str| {
        let low = line.to_lowercase();
        line.chars().count() <= TITLE_MAX
            && !line.ends_with('.')
            && words.iter().any(|word| low.contains(word))
    };
    head.clone().find(is_title).map(str::to_owned)
}

impl Incoming {
    /// Returns the letter's own lines at a place, a few at most.
    pub(super) fn lines_at(&self, span: Option<Spot>) -> Vec<String> {
        let Some(place) = span.map(|spot| spot.place) else { return Vec::new() };
        let last = place.end_line.min(place.line.saturating_add(LINES_MAX - 1));
        let line = |number: u32| self.lines.get(number.checked_sub(1)? as usize);
        (place.line..=last).filter_map(line).map(|line| line.trim().to_owned()).collect()
    }
}
