//! Findings are accepted, listed, and that is taken back.

use super::refused;
use crate::book::{Context, Outcome};
use crate::checks;
use crate::letters::{Event, FindingHistory, FindingKey};
use crate::refusal::Refusal;
use crate::refusals;
use styrbord_diagnostics::Message;

/// The most characters of the words that a finding marks.
const QUOTE_MAX: usize = 2_000;

pub(super) fn accept(
    context: Context<'_>,
    finding: &FindingKey,
    reason: &str,
    out: &mut Outcome,
) -> Result<Event, Refusal> {
    let known = known(context, finding)?;
    if known.is_some_and(|known| known.accepted().is_some()) {
        return Err(refused::finding_accepted());
    }
    checks::text(&the_reason(), reason)?;
    Ok(Event::FindingAccepted { finding: finding.clone(), reason: out.scribe.write(reason) })
}

pub(super) fn take_back(
    context: Context<'_>,
    finding: &FindingKey,
    reason: &str,
    out: &mut Outcome,
) -> Result<Event, Refusal> {
    let known = known(context, finding)?;
    if known.is_none_or(|known| known.accepted().is_none()) {
        return Err(refused::finding_not_accepted());
    }
    checks::text(&the_reason(), reason)?;
    Ok(Event::AcceptanceTakenBack { finding: finding.clone(), reason: out.scribe.write(reason) })
}

pub(super) fn list(
    context: Context<'_>,
    finding: &FindingKey,
    note: Option<&str>,
    out: &mut Outcome,
) -> Result<Event, Refusal> {
    let known = known(context, finding)?;
    checks::text_if_any(&Message::new("notatet", "notatet", "the note"), note)?;
    let note = out.scribe.write_some(note);
    let is_bare = known.and_then(FindingHistory::listed).is_some_and(|(before, _)| before.is_none());
    if note.is_none() && is_bare {
        return Err(refusals::same_as_before());
    }
    Ok(Event::FindingListed { finding: finding.clone(), note })
}

pub(super) fn unlist(context: Context<'_>, finding: &FindingKey) -> Result<Event, Refusal> {
    let known = known(context, finding)?;
    if known.is_none_or(|known| known.listed().is_none()) {
        return Err(refused::finding_not_listed());
    }
    Ok(Event::FindingUnlisted { finding: finding.clone() })
}

/// Checks that a finding can be one of a letter of the year, and returns what was done about it before. Whether the
/// letter has it is for who reads the letter to say.
fn known<'a>(context: Context<'a>, finding: &FindingKey) -> Result<Option<&'a FindingHistory>, Refusal> {
    let year = context.open_year()?;
    if !year.letters.letters.contains_key(&finding.letter) {
        return Err(refusals::no_such_object(finding.letter));
    }
    checks::title(&Message::new("koden", "koden", "the code"), &finding.code)?;
    if finding.number == 0 || finding.quote.chars().count() > QUOTE_MAX {
        return Err(refused::no_finding());
    }
    Ok(year.letters.findings.get(finding))
}

fn the_reason() -> Message {
    Message::new("begrunnelsen", "grunngivinga", "the reason")
}
