//! What was used, and what is expected.

use super::checks::AMOUNT_MAX;
use super::{Decided, checks, elsewhere};
use crate::book::{Context, Outcome};
use crate::ids::ObjectKind;
use crate::money::import::{ImportChoice, Reading, preview, refused};
use crate::money::{Command, Event, refusals};
use crate::refusal::Refusal;
use styrbord_diagnostics::Message;

/// No reading has more sums.
const FIGURES_MAX: usize = 200_000;
/// So many chapters and posts can be left out.
const LEFT_OUT_MAX: usize = 1000;

pub(super) fn forecast(context: Context<'_>, command: &Command, out: &mut Outcome) -> Decided {
    let year = context.open_year()?;
    let what = Message::new("forklaringen", "forklaringa", "the explanation");
    match command {
        Command::Forecast { post, amount, explanation } => {
            checks::part(year, *post, ObjectKind::Post)?;
            checks::amount_or_zero(*amount)?;
            crate::checks::text_if_any(&what, explanation.as_deref())?;
            let explanation = out.scribe.write_some(explanation.as_deref());
            Ok(Event::Forecasted { post: *post, amount: *amount, explanation })
        }
        Command::ExplainVariance { post, month, text } => {
            checks::part(year, *post, ObjectKind::Post)?;
            checks::month(year, *month)?;
            crate::checks::text(&what, text)?;
            Ok(Event::VarianceExplained { post: *post, month: *month, text: out.scribe.write(text) })
        }
        _ => Err(elsewhere()),
    }
}

/// Books what is new and what has changed; a file that says nothing new gives no events.
pub(super) fn import(
    context: Context<'_>,
    reading: &Reading,
    choice: &ImportChoice,
) -> Result<Vec<Event>, Refusal> {
    let year = context.open_year()?;
    let small = |ore: i64| ore.saturating_abs() <= AMOUNT_MAX.ore().saturating_mul(100);
    let sane = reading.figures.len() <= FIGURES_MAX
        && choice.leave_out.len() <= LEFT_OUT_MAX
        && reading.figures.iter().all(|figure| small(figure.amount.ore()));
    if !sane {
        return Err(refusals::broken_reading());
    }
    crate::checks::title(
        &Message::new("filnavnet", "filnamnet", "the name of the file"),
        &reading.file.name,
    )?;
    let held = preview(year, reading, choice);
    if held.refused_count > 0 || !held.refused.is_empty() {
        return Err(refused(&held));
    }
    if held.news().next().is_none() {
        return Ok(Vec::new());
    }
    let import = year.numbers.clone().take(ObjectKind::Import);
    let mut events = vec![Event::ActualsImported {
        import,
        source: reading.source,
        file: reading.file.clone(),
        months: held.months.clone(),
        lines: reading.lines,
        left_out: held.left_out.clone(),
    }];
    events.extend(held.news().map(|row| Event::ActualsBooked {
        import,
        source: reading.source,
        post: row.post,
        month: row.month,
        corrects: year.money.booking(reading.source, row.post, row.month).map(|booking| booking.import),
        accounts: row.accounts.clone(),
    }));
    Ok(events)
}
