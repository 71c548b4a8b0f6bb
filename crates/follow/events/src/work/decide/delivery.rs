//! What was delivered, what shows it, and what became of it.

use super::{Desk, check_comment};
use crate::book::Outcome;
use crate::checks;
use crate::ids::{ObjectId, ObjectKind};
use crate::refusal::Refusal;
use crate::refusals as shared;
use crate::work::state::Deliverable;
use crate::work::{DeliverableVerdict, DueKey, Event, Evidence, Status, refusals};
use styrbord_diagnostics::Message;

/// The most pieces of evidence that one command brings.
const EVIDENCE_MAX: usize = 50;

/// The most bytes of a file.
const FILE_MAX: u64 = 1 << 30;

/// The most characters of a media type.
const MEDIA_TYPE_MAX: usize = 127;

pub(super) fn register(
    desk: &Desk<'_>,
    object: ObjectId,
    due: Option<&DueKey>,
    title: &str,
    evidence: &[Evidence<String>],
    out: &mut Outcome,
) -> Result<Event, Refusal> {
    let part = desk.work(object)?;
    if let Some(key) = due {
        desk.key(object, part, key)?;
    }
    if matches!(desk.year.work.status(object), Status::Accepted | Status::Cancelled) {
        return Err(refusals::reopen_first(object));
    }
    checks::title(&Message::new("tittelen", "tittelen", "the title"), title)?;
    if evidence.len() > EVIDENCE_MAX {
        return Err(refusals::not_evidence());
    }
    evidence.iter().try_for_each(check_evidence)?;
    let deliverable = desk.year.numbers.clone().take(ObjectKind::Deliverable);
    let title = out.scribe.write(title);
    let evidence = evidence.iter().map(|one| one.map(|text| out.scribe.write(text))).collect();
    Ok(Event::DeliverableRegistered { deliverable, object, due: due.cloned(), title, evidence })
}

pub(super) fn add_evidence(
    desk: &Desk<'_>,
    deliverable: ObjectId,
    evidence: &Evidence<String>,
    out: &mut Outcome,
) -> Result<Event, Refusal> {
    standing(desk, deliverable)?;
    check_evidence(evidence)?;
    let evidence = evidence.map(|text| out.scribe.write(text));
    Ok(Event::EvidenceAdded { deliverable, evidence })
}

pub(super) fn judge(
    desk: &Desk<'_>,
    deliverable: ObjectId,
    verdict: DeliverableVerdict,
    letter: Option<ObjectId>,
    comment: Option<&str>,
    out: &mut Outcome,
) -> Result<Event, Refusal> {
    let known = standing(desk, deliverable)?;
    check_comment(comment)?;
    if desk.year.work.judgement(deliverable) == Some(verdict) {
        return Err(refusals::already_so());
    }
    match verdict {
        DeliverableVerdict::Returned | DeliverableVerdict::Withdrawn if !desk.has_words(comment) => {
            return Err(refusals::words_missing(deliverable));
        }
        DeliverableVerdict::Accepted | DeliverableVerdict::Returned => desk.approval(known.object, letter)?,
        DeliverableVerdict::Withdrawn => letter.map_or(Ok(()), |letter| desk.answer(known.object, letter))?,
    }
    let comment = out.scribe.write_some(comment);
    Ok(Event::DeliverableJudged { deliverable, verdict, letter, comment })
}

/// Returns a deliverable that was not taken back.
fn standing<'a>(desk: &Desk<'a>, deliverable: ObjectId) -> Result<&'a Deliverable, Refusal> {
    let known = desk.year.work.deliverables.get(&deliverable);
    let known = known.ok_or_else(|| shared::no_such_object(deliverable))?;
    if desk.year.work.judgement(deliverable) == Some(DeliverableVerdict::Withdrawn) {
        return Err(refusals::withdrawn(deliverable));
    }
    Ok(known)
}

fn check_evidence(evidence: &Evidence<String>) -> Result<(), Refusal> {
    let note = match evidence {
        Evidence::File { name, media_type, bytes, note, .. } => {
            checks::title(&Message::new("filnavnet", "filnamnet", "the file name"), name)?;
            if !is_media_type(media_type) || *bytes == 0 || *bytes > FILE_MAX {
                return Err(refusals::not_evidence());
            }
            note
        }
        Evidence::Link { address, note } => {
            checks::text(&Message::new("adressen", "adressa", "the address"), address)?;
            note
        }
    };
    checks::text_if_any(&Message::new("merknaden", "merknaden", "the note"), note.as_deref())
}

/// Tells whether a text is a media type such as `application/pdf`, without parameters.
fn is_media_type(text: &str) -> bool {
    let plain = |part: &str| {
        !part.is_empty()
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&byte))
    };
    let halves = text.split_once('/');
    text.len() <= MEDIA_TYPE_MAX && halves.is_some_and(|(kind, name)| plain(kind) && plain(name))
}
