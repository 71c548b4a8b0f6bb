//! What was used, and what is expected.

use super::checks::AMOUNT_MAX;
use super::{Decided, checks};
use crate::book::{Context, Outcome};
use crate::ids::{ObjectId, ObjectKind};
use crate::money::import::{ImportChoice, Reading, preview, refused};
use crate::money::{Event, Month, refusals};
use crate::refusal::Refusal;
use styrbord_diagnostics::Message;
use styrbord_money::Nok;

/// No reading has more sums.
const FIGURES_MAX: usize = 200_000;
/// So many chapters and posts can be left out.
const LEFT_OUT_MAX: usize = 1000;

/// Records a forecast.
pub(super) fn forecast(
    context: Context<'_>,
    (post, amount): (ObjectId, Nok),
    explanation: Option<&str>,
    out: &mut Outcome,
) -> Decided {
    checks::part(context.open_year()?, post, ObjectKind::Post)?;
    checks::amount_or_zero(amount)?;
    crate::checks::text_if_any(&explanation_word(), explanation)?;
    Ok(Event::Forecasted { post, amount, explanation: out.scribe.write_some(explanation) })
}

/// Explains a variance.
pub(super) fn explain(
    context: Context<'_>,
    post: ObjectId,
    month: Month,
    text: &str,
    out: &mut Outcome,
) -> Decided {
    let year = context.open_year()?;
    checks::part(year, post, ObjectKind::Post)?;
    checks::month(year, month)?;
    crate::checks::text(&explanation_word(), text)?;
    Ok(Event::VarianceExplained { post, month, text: out.scribe.write(text) })
}

fn explanation_word() -> Message {
    Message::new("forklaringen", "forklaringa", "the explanation")
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
