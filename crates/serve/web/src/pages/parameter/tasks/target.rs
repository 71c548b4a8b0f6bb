//! Sets a target, or another one in its place.

use super::typed::{Reader, period_of};
use super::{Input, Maker, words};
use crate::fields::{Field, Kind};
use crate::pages::measured;
use crate::pages::parameter::held::Held;
use styrbord_app::follow::events::measure::{Aim, Command as Ask, Period, Target, TargetBy};

/// The word for the visitor among those who can have set a target.
const ME: &str = "me";

/// Returns the fields, with what holds when another one is set.
pub(super) fn inputs(maker: &Maker<'_>) -> Vec<Input> {
    let (frame, line) = (maker.frame, maker.held.one());
    let period = maker.given.get("period").and_then(period_of);
    let known = line.zip(period).and_then(|(line, period)| line.series.target(period));
    let unit = line.map(|line| &line.series.card.unit);
    let value =
        known.zip(unit).map(|((target, _), unit)| super::figure::plain(target.level, unit, frame.language));
    let hint = unit.map(|unit| frame.with(words::VALUE_HINT, measured::unit(unit, frame.language)));
    let aim = known.map_or(Aim::AtLeast, |(target, _)| target.aim);
    let aims = measured::AIMS.iter().map(|(_, word, name)| (*word, frame.t(*name).to_owned()));
    let aim = measured::AIMS.iter().find(|(one, ..)| *one == aim).map_or("", |(_, word, _)| word);
    let letters: Vec<(String, String)> =
        maker.held.letters.iter().map(|(id, title)| (id.to_string(), title.clone())).collect();
    let by = letters.iter().map(|(id, title)| (id.as_str(), title.clone()));
    let by = std::iter::once((ME, frame.t(words::BY_US).to_owned())).chain(by);
    vec![
        maker.period(),
        maker.choice("aim", words::AIM, aims, aim),
        maker.field(
            "value",
            Field::new("value", Kind::Text, frame.t(words::VALUE)).hint(hint.unwrap_or_default()),
            value.unwrap_or_default(),
        ),
        maker.choice("by", words::SET_BY, by, ME),
        maker.reason(false),
    ]
}

/// Reads the target. One that stands gives way only with a reason; the events refuse it without.
pub(super) fn set(reader: &mut Reader<'_>, held: &Held) -> Option<Ask> {
    let line = held.one()?;
    let period: Option<Period> = reader.period("period");
    let aim = reader.chosen("aim", &measured::AIMS);
    let level = reader.level("value", &line.series.card.unit);
    let by = match reader.optional("by").as_deref() {
        None | Some(ME) => Some(TargetBy::Person(held.visitor)),
        Some(letter) => letter.parse().ok().map(TargetBy::Letter),
    };
    if by.is_none() {
        reader.errors.add("by", reader.frame.t(words::NO_LETTER));
    }
    let target = Target { period: period?, level: level?, aim: aim?, by: by? };
    let series = line.id;
    Some(match line.series.target(target.period) {
        Some(_) => Ask::ReviseTarget { series, target },
        None => Ask::SetTarget { series, target },
    })
}
