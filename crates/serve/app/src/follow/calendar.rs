//! The days of a year: what is due, what is counted, when one meets.

use crate::access::{Sight, Target, UseCase, Visitor, may};
use styrbord_calendar::{Date, next_working_day};
use styrbord_events::letters::{DocumentKind, Part, PartValue};
use styrbord_events::sharing::{Act, Moment};
use styrbord_events::work::{self, Due, DueKey, Responsibility, Status, Until, is_work, responsible};
use styrbord_events::{Book, Hash, Instant, ObjectId, ObjectKind, Stamp, Stream, Year};

/// As many digits of a hash name a day: they fit into a line of a calendar's file.
const UID_MAX: usize = 40;

/// Something on a day of the year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarDay {
    /// What.
    pub object: ObjectId,
    /// Which of its deadlines; none for the day on which a report counts.
    pub key: Option<DueKey>,
    /// Its number or label, as printed.
    pub label: Option<String>,
    /// Its title, as printed.
    pub title: String,
    /// The day.
    pub date: Date,
    /// The next working day, when the day is none. A suggestion: the deadline stays as it is.
    pub suggested: Option<Date>,
    /// The words as printed.
    pub printed: String,
    /// How far it is; none for who does not see that, and for the day on which a report counts.
    pub status: Option<Status>,
    /// Who answers for it; nobody for who does not see that.
    pub responsible: Responsibility,
    /// Whether it is no more.
    pub withdrawn: bool,
    /// How many times its day changed, it was withdrawn or came back.
    pub revision: u32,
    /// When that was last.
    pub changed: Stamp,
}

impl CalendarDay {
    /// Returns the name that it has in calendars all over the world: the same for ever, and telling nothing.
    pub fn uid(&self, year: &Year) -> String {
        // When the year was started tells one installation from another that holds the same letter.
        let started = year.letters.stages.first().map(|stage| stage.stamp.at.millis()).unwrap_or_default();
        let key = self.key.as_ref().map(ToString::to_string).unwrap_or_default();
        let parts = [year.stream.to_string(), self.object.to_string(), key, started.to_string()];
        let parts: Vec<&[u8]> = parts.iter().map(String::as_bytes).collect();
        let hash = Hash::of(&[&[b"a day of a calendar".as_slice()], parts.as_slice()].concat());
        let name: String = hash.to_string().chars().take(UID_MAX).collect();
        format!("{name}@styrbord")
    }

    /// Tells whether it has passed and is not done.
    pub fn is_overdue(&self, today: Date) -> bool {
        !self.withdrawn && self.date < today && self.status.is_some_and(|status| !status.is_settled())
    }
}

/// Returns what a visitor may see of the days of a year, in their order; also what is withdrawn. Whoever stands
/// outside sees the days of the letters, and of what was shown the days that held then.
///
/// `present` is the state and the day by which it is decided what somebody may see, `book` what is looked at.
pub fn calendar(book: &Book, stream: Stream, visitor: &Visitor, present: (&Book, Date)) -> Vec<CalendarDay> {
    seen(book, stream, visitor, present, traced)
}

/// Returns those of the same days that hold. How often one of the agency's own changed is not asked, for that takes all
/// records of its object: its `revision` is 0.
pub fn days_that_hold(
    book: &Book,
    stream: Stream,
    visitor: &Visitor,
    present: (&Book, Date),
) -> Vec<CalendarDay> {
    let mut days = seen(book, stream, visitor, present, holding);
    days.retain(|day| !day.withdrawn);
    days
}

/// Returns the deadlines of an object, seen from inside.
type Inside = fn(&Year, ObjectId, &Part) -> Vec<work::Traced>;

fn seen(
    book: &Book,
    stream: Stream,
    visitor: &Visitor,
    (today_book, today): (&Book, Date),
    of_inside: Inside,
) -> Vec<CalendarDay> {
    let Some(year) = book.years.get(&stream) else { return Vec::new() };
    let mut days = Vec::new();
    for (object, part) in year.letters.parts.iter().filter(|(object, _)| is_work(object.kind)) {
        match may(today_book, visitor, UseCase::ReadWork, Target::Object(stream, *object), today) {
            Some(Sight::Inside) => inside(year, *object, part, of_inside, &mut days),
            Some(Sight::AsShown) => {
                let gone = taken_back(today_book, stream, *object);
                outside(year, (*object, part), gone, &mut days);
            }
            None => {}
        }
    }
    days.sort_by(|one, other| (one.date, one.object, &one.key).cmp(&(other.date, other.object, &other.key)));
    days
}

fn traced(year: &Year, object: ObjectId, _: &Part) -> Vec<work::Traced> {
    work::trace(year, object, Until::Now)
}

fn holding(year: &Year, object: ObjectId, part: &Part) -> Vec<work::Traced> {
    let Some(version) = part.history.last() else { return Vec::new() };
    let now = |(due, date)| work::Traced { due, date, withdrawn: false, revision: 0, changed: version.stamp };
    work::dated(year, object).into_values().map(now).collect()
}

fn inside(year: &Year, object: ObjectId, part: &Part, of_inside: Inside, days: &mut Vec<CalendarDay>) {
    for traced in of_inside(year, object, part) {
        let status = Some(traced.due.status);
        let responsible = responsible(year, object, &traced.due);
        days.push(CalendarDay { status, responsible, ..of(object, &part.value, traced) });
    }
    days.extend(count_day(object, part));
}

/// Returns when what was shared of an object was last taken back: no day of the past shows it since.
fn taken_back(today: &Book, stream: Stream, object: ObjectId) -> Option<Instant> {
    let showing = today.years.get(&stream)?.sharing.showings.get(&object)?;
    showing.log.iter().filter(|act| act.value == Act::TakenBack).map(|act| act.stamp.at).max()
}

fn outside(
    year: &Year,
    (object, part): (ObjectId, &Part),
    gone: Option<Instant>,
    days: &mut Vec<CalendarDay>,
) {
    let showing = year.sharing.showings.get(&object);
    let stays = |moment: &&Moment| gone.is_none_or(|gone| gone < moment.stamp.at);
    let shown = showing.and_then(|showing| {
        let shared = showing.shared.iter().filter(stays);
        showing.submitted.iter().chain(shared).max_by_key(|moment| moment.stamp.seq)
    });
    let is_sent = is_of_the_ministry(year, part);
    let (until, last) = match shown {
        Some(moment) => (Until::Record(moment.stamp.seq), moment.stamp.seq),
        None if is_sent => (Until::Letters, u64::MAX),
        None => return,
    };
    let Some(then) = part.history.iter().rev().find(|version| version.stamp.seq <= last) else { return };
    let traced = work::trace(year, object, until);
    days.extend(traced.into_iter().map(|traced| of(object, &then.value, traced)));
    days.extend(count_day(object, part).filter(|_| is_sent));
}

/// Tells whether letters of the ministry alone made a part what it is, and no document of the agency.
fn is_of_the_ministry(year: &Year, part: &Part) -> bool {
    let is_sent = |letter: &ObjectId| {
        let kind = year.letters.letters.get(letter).map(|letter| letter.document.kind);
        kind.is_some_and(|kind| !matches!(kind, DocumentKind::Commission | DocumentKind::CarriedOver))
    };
    let letters = part.history.iter().map(|version| &version.letter);
    let repeals = part.restored.iter().chain(&part.repealed).map(|repealed| &repealed.letter);
    letters.chain(repeals).all(is_sent)
}

fn of(object: ObjectId, value: &PartValue, traced: work::Traced) -> CalendarDay {
    let work::Traced { due: Due { key, printed, .. }, date, withdrawn, revision, changed } = traced;
    let working = next_working_day(date);
    CalendarDay {
        object,
        key: Some(key),
        label: value.label(),
        title: value.title().to_owned(),
        date,
        suggested: (working != date).then_some(working),
        printed,
        status: None,
        responsible: Responsibility::default(),
        withdrawn,
        revision,
        changed,
    }
}

/// Returns the day on which a report counts, as its last letter has it.
fn count_day(object: ObjectId, part: &Part) -> Option<CalendarDay> {
    if object.kind != ObjectKind::Report {
        return None;
    }
    let (mut found, mut revision): (Option<(Date, Stamp)>, u32) = (None, 0);
    let mut withdrawn = false;
    for version in &part.history {
        let PartValue::Report(report) = &version.value else { continue };
        match (report.count_date, found) {
            (Some(date), None) => found = Some((date, version.stamp)),
            (Some(date), Some((before, _))) if date != before || withdrawn => {
                (found, revision) = (Some((date, version.stamp)), revision.saturating_add(1));
            }
            (None, Some((before, _))) if !withdrawn => {
                (found, revision) = (Some((before, version.stamp)), revision.saturating_add(1));
            }
            _ => {}
        }
        withdrawn = report.count_date.is_none();
    }
    let (date, mut changed) = found?;
    // A part that was taken away and came back changed twice.
    revision = revision.saturating_add(2 * u32::try_from(part.restored.len()).unwrap_or_default());
    if let Some(repealed) = &part.repealed {
        (withdrawn, revision, changed) = (true, revision.saturating_add(1), repealed.stamp);
    }
    Some(CalendarDay {
        object,
        key: None,
        label: part.value.label(),
        title: part.value.title().to_owned(),
        date,
        suggested: None,
        printed: String::new(),
        status: None,
        responsible: Responsibility::default(),
        withdrawn,
        revision,
        changed,
    })
}
