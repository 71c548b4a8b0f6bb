//! What is reported: data, analysis and assessment.

use super::check_reason;
use crate::book::{Context, Outcome};
use crate::checks;
use crate::ids::{ObjectId, ObjectKind};
use crate::measure::refusals as refused;
use crate::measure::{Command, EntryTexts, Event, Period};
use crate::refusal::Refusal;
use crate::refusals::{no_such_object, same_as_before};
use crate::text::TextRef;
use crate::year::Year;
use styrbord_diagnostics::Message;

pub(super) fn decide(
    context: Context<'_>,
    year: &Year,
    command: &Command,
    out: &mut Outcome,
) -> Result<Event, Refusal> {
    match command {
        Command::WriteEntry { object, period, data, analysis, assessment } => {
            check_object(year, *object)?;
            checks::day(period.from())?;
            checks::day(period.to())?;
            if is_complete(year, *object, *period) {
                return Err(refused::entry_complete(*object, *period));
            }
            let before =
                year.measure.entry(*object, *period).map(super::super::Entry::texts).unwrap_or_default();
            let [data_word, analysis_word, assessment_word] = words();
            let mut text = |what: &Message, text: &Option<String>, before: Option<TextRef>| {
                checks::text_if_any(what, text.as_deref())?;
                Ok::<_, Refusal>(out.scribe.write_some(text.as_deref()).or(before))
            };
            let texts = EntryTexts {
                data: text(&data_word, data, before.data)?,
                analysis: text(&analysis_word, analysis, before.analysis)?,
                assessment: text(&assessment_word, assessment, before.assessment)?,
            };
            if texts == before {
                return Err(refused::nothing_written());
            }
            Ok(Event::EntryWritten { object: *object, period: *period, texts })
        }
        Command::CompleteEntry { object, period } => {
            check_object(year, *object)?;
            if is_complete(year, *object, *period) {
                return Err(same_as_before());
            }
            check_complete(context, year, *object, *period)?;
            Ok(Event::EntryCompleted { object: *object, period: *period })
        }
        Command::ReopenEntry { object, period } => {
            check_object(year, *object)?;
            if !is_complete(year, *object, *period) {
                return Err(same_as_before());
            }
            check_reason(context)?;
            Ok(Event::EntryReopened { object: *object, period: *period })
        }
        _ => Err(same_as_before()),
    }
}

fn check_object(year: &Year, object: ObjectId) -> Result<(), Refusal> {
    let known = match object.kind {
        ObjectKind::Series => year.measure.series.contains_key(&object),
        _ => year.letters.parts.contains_key(&object),
    };
    if known { Ok(()) } else { Err(no_such_object(object)) }
}

fn is_complete(year: &Year, object: ObjectId, period: Period) -> bool {
    year.measure.entry(object, period).is_some_and(super::super::Entry::is_complete)
}

/// Checks that none of the three texts is missing, nor was erased.
fn check_complete(
    context: Context<'_>,
    year: &Year,
    object: ObjectId,
    period: Period,
) -> Result<(), Refusal> {
    let texts = year.measure.entry(object, period).map(super::super::Entry::texts).unwrap_or_default();
    let there = |text: Option<TextRef>| text.is_some_and(|text| !context.book.erased.contains(&text));
    let written = [texts.data, texts.analysis, texts.assessment].map(there);
    let missing = words().into_iter().zip(written).find(|(_, written)| !written);
    match missing {
        Some((what, _)) => Err(crate::refusals::text_missing(&what)),
        None => Ok(()),
    }
}

fn words() -> [Message; 3] {
    [
        Message::new("data", "data", "the data"),
        Message::new("analysen", "analysen", "the analysis"),
        Message::new("vurderingen", "vurderinga", "the assessment"),
    ]
}
