//! Series and their method cards.

use super::{check_reason, known};
use crate::book::{Context, Outcome};
use crate::checks;
use crate::ids::{ObjectId, ObjectKind};
use crate::measure::refusals as refused;
use crate::measure::{Card, Command, Event, Unit};
use crate::refusal::Refusal;
use crate::refusals::{no_such_object, same_as_before, unknown_person};
use crate::year::Year;
use styrbord_diagnostics::Message;

/// The most days between the end of a period and its figure: ten years.
const LAG_MAX: u16 = 3_660;

/// The most grades of a scale.
const GRADES_MAX: usize = 10;

pub(super) fn decide(
    context: Context<'_>,
    year: &Year,
    command: &Command,
    out: &mut Outcome,
) -> Result<Event, Refusal> {
    match command {
        Command::DefineSeries { under, follows, card } => {
            check_card(context, card)?;
            check_subject(year, *under)?;
            check_follows(year, *follows, card)?;
            check_alone(year, *under, card)?;
            let series = year.numbers.clone().take(ObjectKind::Series);
            let card = Box::new(written(card, out));
            Ok(Event::SeriesDefined { series, under: *under, follows: *follows, card })
        }
        Command::ReviseCard { series, card, same_definition } => {
            let before = &known(year, *series)?.card;
            check_card(context, card)?;
            let said = same_definition.as_deref().filter(|reason| !reason.trim().is_empty());
            checks::text_if_any(&the_reason(), said)?;
            check_same(*series, before, card, said.is_some())?;
            let plain = |card: Card<String>| card.with_uncertainty::<()>(None);
            if card.uncertainty.is_none()
                && before.uncertainty.is_none()
                && plain(Card::clone(card)) == before.clone().with_uncertainty(None)
            {
                return Err(same_as_before());
            }
            let same_definition = said.map(|reason| out.scribe.write(reason));
            let card = Box::new(written(card, out));
            Ok(Event::CardRevised { series: *series, card, same_definition })
        }
        Command::MarkBreak { series, from, why } => {
            let breaks = &known(year, *series)?.breaks;
            checks::day(*from)?;
            checks::text(&the_reason(), why)?;
            if breaks.iter().any(|version| version.value.from == *from) {
                return Err(same_as_before());
            }
            Ok(Event::BreakMarked { series: *series, from: *from, why: out.scribe.write(why) })
        }
        Command::CloseSeries { series } => {
            if known(year, *series)?.closed.is_some() {
                return Err(same_as_before());
            }
            check_reason(context)?;
            Ok(Event::SeriesClosed { series: *series })
        }
        _ => Err(same_as_before()),
    }
}

fn written(card: &Card<String>, out: &mut Outcome) -> Card {
    let uncertainty = out.scribe.write_some(card.uncertainty.as_deref());
    card.clone().with_uncertainty(uncertainty)
}

fn the_reason() -> Message {
    Message::new("begrunnelsen", "grunngivinga", "the reason")
}

/// Two definitions are two series. Where the words differ, a person says that the meaning is the same, and why.
fn check_same(series: ObjectId, before: &Card, card: &Card<String>, said: bool) -> Result<(), Refusal> {
    if !before.counts_alike(card) {
        return Err(refused::unit_changed(series));
    }
    if !before.reads_alike(card) && !said {
        return Err(refused::definition_changed(series));
    }
    Ok(())
}

fn check_subject(year: &Year, under: Option<ObjectId>) -> Result<(), Refusal> {
    let Some(under) = under else { return Ok(()) };
    let measured = matches!(
        under.kind,
        ObjectKind::Parameter
            | ObjectKind::Requirement
            | ObjectKind::Goal
            | ObjectKind::Assignment
            | ObjectKind::Direction
    );
    match year.letters.parts.get(&under) {
        Some(part) if part.repealed.is_some() => Err(refused::repealed(under)),
        Some(_) if measured => Ok(()),
        _ => Err(no_such_object(under)),
    }
}

/// A series takes over from one that has no successor, and by other words: else it would be the same series.
fn check_follows(year: &Year, follows: Option<ObjectId>, card: &Card<String>) -> Result<(), Refusal> {
    let Some(follows) = follows else { return Ok(()) };
    let before = known(year, follows)?;
    if before.followed_by.is_some() {
        return Err(refused::followed_already(follows));
    }
    if before.card.reads_alike(card) { Err(refused::series_exists(follows)) } else { Ok(()) }
}

/// One definition is one series.
fn check_alone(year: &Year, under: Option<ObjectId>, card: &Card<String>) -> Result<(), Refusal> {
    let open = year.measure.series.iter().filter(|(_, series)| series.closed.is_none());
    let mut same = open.filter(|(_, series)| series.under == under && series.card.reads_alike(card));
    match same.next() {
        Some((id, _)) => Err(refused::series_exists(*id)),
        None => Ok(()),
    }
}

fn check_card(context: Context<'_>, card: &Card<String>) -> Result<(), Refusal> {
    checks::title(&Message::new("navnet", "namnet", "the name"), &card.name)?;
    checks::text(&Message::new("definisjonen", "definisjonen", "the definition"), &card.definition)?;
    checks::text(&Message::new("populasjonen", "populasjonen", "the population"), &card.population)?;
    checks::title(&the_source(), &card.source)?;
    let uncertainty = Message::new("usikkerheten", "uvissa", "the uncertainty");
    checks::text_if_any(&uncertainty, card.uncertainty.as_deref())?;
    checks::day(card.first)?;
    check_unit(&card.unit)?;
    if let Some(share) = &card.share {
        checks::text(&Message::new("telleren", "teljaren", "the numerator"), &share.numerator)?;
        checks::text(&Message::new("nevneren", "nemnaren", "the denominator"), &share.denominator)?;
        if card.unit != Unit::Percent {
            return Err(refused::share_of_no_percent());
        }
    }
    if let Some(baseline) = &card.baseline {
        checks::title(&the_source(), &baseline.source)?;
        checks::day(baseline.period.from())?;
        checks::day(baseline.period.to())?;
        if !baseline.level.fits(&card.unit) {
            return Err(refused::does_not_fit());
        }
    }
    if card.lag_days > LAG_MAX {
        return Err(refused::lag_too_long(card.lag_days, LAG_MAX));
    }
    match card.owner {
        Some(owner) if !context.book.directory.is_active(owner) => Err(unknown_person(owner)),
        _ => Ok(()),
    }
}

fn the_source() -> Message {
    Message::new("kilden", "kjelda", "the source")
}

fn check_unit(unit: &Unit) -> Result<(), Refusal> {
    let name = Message::new("enheten", "eininga", "the unit");
    match unit {
        Unit::Number(of) => checks::title(&name, of),
        Unit::Percent | Unit::Kroner => Ok(()),
        Unit::Grade(scale) => {
            let grade = Message::new("graden", "graden", "the grade");
            scale.iter().try_for_each(|label| checks::title(&grade, label))?;
            let twice =
                scale.iter().enumerate().any(|(at, label)| scale.iter().take(at).any(|one| one == label));
            let fits = (2..=GRADES_MAX).contains(&scale.len()) && !twice;
            if fits { Ok(()) } else { Err(refused::no_scale(GRADES_MAX)) }
        }
    }
}
