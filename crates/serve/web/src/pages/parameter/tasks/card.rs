//! The method card: a new series, a new version of a card, and a break in what it measures.

use super::typed::Reader;
use super::{Input, Maker, words};
use crate::fields::{Field, Kind};
use crate::pages::measured;
use crate::pages::parameter::held::said;
use crate::written;
use styrbord_app::follow::events::measure::{
    Baseline, Better, Card, ChainStage, Command as Ask, ShareOf, Unit,
};
use styrbord_app::follow::events::{ObjectId, PersonId, TextRef};
use styrbord_app::texts::Text;
use styrbord_app::{Date, Frequency};

/// The kinds of units with their words in forms.
const UNITS: [(&str, Text); 4] = [
    ("percent", words::UNIT_PERCENT),
    ("number", words::UNIT_NUMBER),
    ("kroner", words::UNIT_KRONER),
    ("grade", words::UNIT_GRADE),
];

fn unit_word(unit: &Unit) -> &'static str {
    match unit {
        Unit::Percent => "percent",
        Unit::Number(_) => "number",
        Unit::Kroner => "kroner",
        Unit::Grade(_) => "grade",
    }
}

fn word<'t, T: PartialEq>(all: &[(T, &'t str, Text)], one: &T) -> &'t str {
    all.iter().find(|(known, ..)| known == one).map_or("", |(_, word, _)| word)
}

/// Returns the fields of a card; with `fresh` of a new one, else as the series has it.
pub(super) fn inputs(maker: &Maker<'_>, fresh: bool) -> Vec<Input> {
    let card = maker.held.one().filter(|_| !fresh).map(|line| &line.series.card);
    let mut inputs = what(maker, card);
    inputs.extend(how(maker, card));
    inputs.extend(more(maker, card));
    let follows = maker.held.series.iter().filter(|line| line.series.followed_by.is_none());
    let follows: Vec<(String, String)> =
        follows.map(|line| (line.id.to_string(), line.series.card.name.clone())).collect();
    if fresh && !follows.is_empty() {
        let options = follows.iter().map(|(id, name)| (id.as_str(), name.clone()));
        let none = std::iter::once(("", maker.frame.t(words::FOLLOWS_NONE).to_owned()));
        inputs.push(maker.choice("follows", words::FOLLOWS, none.chain(options), ""));
    }
    if !fresh {
        inputs.push(text(
            maker,
            ("same", Kind::Long, words::SAME),
            Some(words::SAME_HINT),
            true,
            String::new(),
        ));
    }
    inputs
}

fn text(
    maker: &Maker<'_>,
    (name, kind, label): (&'static str, Kind, Text),
    hint: Option<Text>,
    optional: bool,
    known: String,
) -> Input {
    let field = Field::new(name, kind, maker.frame.t(label));
    let field = if optional { field.optional() } else { field };
    let field = match hint {
        Some(hint) => field.hint(maker.frame.t(hint)),
        None => field,
    };
    maker.field(name, field, known)
}

/// Returns the fields that say what is measured.
fn what(maker: &Maker<'_>, card: Option<&Card<TextRef>>) -> Vec<Input> {
    let of = |get: fn(&Card<TextRef>) -> String| card.map(get).unwrap_or_default();
    let units = UNITS.iter().map(|(word, name)| (*word, maker.frame.t(*name).to_owned()));
    let unit = card.map_or("percent", |card| unit_word(&card.unit));
    let grades = of(|card| match &card.unit {
        Unit::Grade(scale) => scale.join("\n"),
        _ => String::new(),
    });
    let number = of(|card| match &card.unit {
        Unit::Number(of) => of.clone(),
        _ => String::new(),
    });
    let share = |of: fn(&ShareOf) -> &String| {
        card.and_then(|card| card.share.as_ref()).map(|share| of(share).clone()).unwrap_or_default()
    };
    vec![
        text(maker, ("name", Kind::Text, words::NAME), None, false, of(|card| card.name.clone())),
        text(
            maker,
            ("definition", Kind::Long, words::DEFINITION),
            Some(words::DEFINITION_HINT),
            false,
            of(|card| card.definition.clone()),
        ),
        text(
            maker,
            ("population", Kind::Text, words::POPULATION),
            Some(words::POPULATION_HINT),
            false,
            of(|card| card.population.clone()),
        ),
        maker.choice("unit", words::UNIT, units, unit),
        text(maker, ("number", Kind::Text, words::NUMBER_OF), Some(words::NUMBER_HINT), true, number),
        text(
            maker,
            ("numerator", Kind::Text, words::NUMERATOR),
            Some(words::SHARE_OF_HINT),
            true,
            share(|one| &one.numerator),
        ),
        text(
            maker,
            ("denominator", Kind::Text, words::DENOMINATOR),
            None,
            true,
            share(|one| &one.denominator),
        ),
        text(maker, ("grades", Kind::Long, words::GRADES), Some(words::GRADES_HINT), true, grades),
    ]
}

/// Returns the fields that say how and when it is measured.
fn how(maker: &Maker<'_>, card: Option<&Card<TextRef>>) -> Vec<Input> {
    let frame = maker.frame;
    let named = |name: &Text| frame.t(*name).to_owned();
    let stages = measured::STAGES.iter().map(|(_, word, name)| (*word, named(name)));
    let stage = card.map_or(ChainStage::Output, |card| card.stage);
    let better = measured::BETTER.iter().map(|(_, word, name)| (*word, named(name)));
    let way = card.map_or(Better::Higher, |card| card.better);
    let none = ("", frame.t(words::NO_RHYTHM).to_owned());
    let rhythms = measured::RHYTHMS.iter().map(|(_, word, name)| (*word, named(name)));
    let rhythm = card.map_or(Some(Frequency::Yearly), |card| card.frequency);
    let rhythm = rhythm.map_or("", |rhythm| word(&measured::RHYTHMS, &rhythm));
    let people: Vec<(String, String)> =
        maker.held.people.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
    let people = people.iter().map(|(id, name)| (id.as_str(), name.clone()));
    let nobody = ("", frame.t(words::NOBODY).to_owned());
    let owner = card.and_then(|card| card.owner).map(|owner| owner.to_string()).unwrap_or_default();
    let first = card.map_or_else(String::new, |card| written::short_date(card.first));
    let lag = card.map_or_else(|| "30".to_owned(), |card| card.lag_days.to_string());
    let source = card.map(|card| card.source.clone()).unwrap_or_default();
    vec![
        maker.choice("stage", words::STAGE, stages, word(&measured::STAGES, &stage)),
        maker.choice("better", words::BETTER, better, word(&measured::BETTER, &way)),
        text(maker, ("source", Kind::Text, words::SOURCE), Some(words::SOURCE_HINT), false, source),
        maker.choice("frequency", words::FREQUENCY, std::iter::once(none).chain(rhythms), rhythm),
        text(maker, ("first", Kind::Text, words::FIRST), Some(words::DAY_HINT), false, first),
        text(maker, ("lag", Kind::Text, words::LAG), Some(words::LAG_HINT), false, lag),
        maker.choice("owner", words::OWNER, std::iter::once(nobody).chain(people), &owner),
    ]
}

/// Returns the fields for what change is counted from, and for what makes the figures uncertain.
fn more(maker: &Maker<'_>, card: Option<&Card<TextRef>>) -> Vec<Input> {
    let base = card.and_then(|card| card.baseline.as_ref().map(|base| (base, &card.unit)));
    let level = base.map(|(base, unit)| super::figure::plain(base.level, unit, maker.frame.language));
    let period = base.map(|(base, _)| measured::period(base.period)).unwrap_or_default();
    let source = base.map(|(base, _)| base.source.clone()).unwrap_or_default();
    let uncertainty = card.map(|card| said(card.uncertainty, maker.said, "")).unwrap_or_default();
    vec![
        text(
            maker,
            ("baseline", Kind::Text, words::BASELINE),
            Some(words::BASELINE_HINT),
            true,
            level.unwrap_or_default(),
        ),
        text(
            maker,
            ("baseline-period", Kind::Text, words::BASELINE_PERIOD),
            Some(words::PERIOD_HINT),
            true,
            period,
        ),
        text(maker, ("baseline-source", Kind::Text, words::BASELINE_SOURCE), None, true, source),
        text(
            maker,
            ("uncertainty", Kind::Long, words::UNCERTAINTY),
            Some(words::UNCERTAINTY_HINT),
            true,
            uncertainty,
        ),
    ]
}

/// Returns the fields of a break.
pub(super) fn of_break(maker: &Maker<'_>) -> Vec<Input> {
    vec![
        text(maker, ("from", Kind::Text, words::BREAK_FROM), Some(words::DAY_HINT), false, String::new()),
        text(maker, ("why", Kind::Long, words::BREAK_WHY), None, false, String::new()),
    ]
}

/// Reads a new series under a part, or one of the agency's own.
pub(super) fn define(reader: &mut Reader<'_>, under: Option<ObjectId>) -> Option<Ask> {
    let card = Box::new(read(reader)?);
    let follows = reader.optional("follows").and_then(|series| series.parse().ok());
    Some(Ask::DefineSeries { under, follows, card })
}

/// Reads a new version of a card.
pub(super) fn revise(reader: &mut Reader<'_>, series: ObjectId) -> Option<Ask> {
    let card = Box::new(read(reader)?);
    Some(Ask::ReviseCard { series, card, same_definition: reader.optional("same") })
}

/// Reads a break.
pub(super) fn mark(reader: &mut Reader<'_>, series: ObjectId) -> Option<Ask> {
    let (from, why) = (day(reader, "from", words::BREAK_FROM), reader.long("why", words::BREAK_WHY));
    Some(Ask::MarkBreak { series, from: from?, why: why? })
}

fn day(reader: &mut Reader<'_>, name: &'static str, label: Text) -> Option<Date> {
    reader.long(name, label)?;
    reader.day(name)
}

fn unit(reader: &mut Reader<'_>) -> Option<Unit> {
    let grades = reader.optional("grades").unwrap_or_default();
    Some(match reader.optional("unit").as_deref() {
        Some("number") => Unit::Number(reader.long("number", words::NUMBER_OF)?),
        Some("kroner") => Unit::Kroner,
        Some("grade") => {
            reader.long("grades", words::GRADES)?;
            Unit::Grade(
                grades.lines().map(str::trim).filter(|grade| !grade.is_empty()).map(str::to_owned).collect(),
            )
        }
        _ => Unit::Percent,
    })
}

fn share(reader: &mut Reader<'_>, unit: Option<&Unit>) -> Option<ShareOf> {
    let (numerator, denominator) = (reader.optional("numerator"), reader.optional("denominator"));
    if unit != Some(&Unit::Percent) || (numerator.is_none() && denominator.is_none()) {
        return None;
    }
    let numerator = reader.long("numerator", words::NUMERATOR);
    let denominator = reader.long("denominator", words::DENOMINATOR);
    Some(ShareOf { numerator: numerator?, denominator: denominator? })
}

fn baseline(reader: &mut Reader<'_>, unit: Option<&Unit>) -> Option<Baseline> {
    reader.optional("baseline")?;
    let level = reader.level("baseline", unit?);
    let period = reader.period("baseline-period");
    let source = reader.long("baseline-source", words::BASELINE_SOURCE);
    Some(Baseline { period: period?, level: level?, source: source? })
}

/// Reads a card; every field is looked at, so that all that is wrong is said at once.
fn read(reader: &mut Reader<'_>) -> Option<Card<String>> {
    let name = reader.long("name", words::NAME);
    let definition = reader.long("definition", words::DEFINITION);
    let population = reader.long("population", words::POPULATION);
    let unit = unit(reader);
    let share = share(reader, unit.as_ref());
    let stage = reader.chosen("stage", &measured::STAGES);
    let better = reader.chosen("better", &measured::BETTER);
    let source = reader.long("source", words::SOURCE);
    let frequency = match reader.optional("frequency") {
        None => Some(None),
        Some(_) => reader.chosen("frequency", &measured::RHYTHMS).map(Some),
    };
    let first = day(reader, "first", words::FIRST);
    let lag_days = reader.number("lag");
    let owner: Option<PersonId> = reader.optional("owner").and_then(|owner| owner.parse().ok());
    let baseline = baseline(reader, unit.as_ref());
    Some(Card {
        name: name?,
        definition: definition?,
        population: population?,
        unit: unit?,
        share,
        stage: stage?,
        better: better?,
        source: source?,
        frequency: frequency?,
        first: first?,
        lag_days: lag_days?,
        owner,
        baseline,
        uncertainty: reader.optional("uncertainty"),
    })
}
