//! Records a figure, or another one in its place.

use super::typed::{Reader, period_of};
use super::{Input, Maker, words};
use crate::fields::{Field, Kind};
use crate::pages::measured;
use crate::pages::parameter::held::{Held, said};
use crate::written;
use styrbord_app::Language;
use styrbord_app::follow::events::measure::{Command as Ask, Finality, Level, Measurement, Reading, Unit};
use styrbord_app::texts::Text;

/// Whether a figure is the last word, with its word in forms.
const FINALITY: [(Finality, &str, Text); 2] =
    [(Finality::Final, "final", words::FINAL), (Finality::Preliminary, "preliminary", words::PRELIMINARY)];

/// Returns a level as it is typed: without its unit.
pub(super) fn plain(level: Level, unit: &Unit, language: Language) -> String {
    match level {
        Level::Number(number) => measured::decimal(number, language),
        Level::Grade(_) => measured::level(level, unit, language),
    }
}

fn typed(reading: Reading, unit: &Unit, language: Language) -> String {
    match reading {
        Reading::Share { numerator, denominator, .. } => format!("{numerator}/{denominator}"),
        Reading::Suppressed => ":".to_owned(),
        Reading::Number(_) | Reading::Grade(_) => {
            reading.level().map(|level| plain(level, unit, language)).unwrap_or_default()
        }
    }
}

/// Returns the fields, with what holds when it is corrected.
pub(super) fn inputs(maker: &Maker<'_>) -> Vec<Input> {
    let (frame, language) = (maker.frame, maker.frame.language);
    let Some(line) = maker.held.one() else { return Vec::new() };
    let card = &line.series.card;
    let period = maker.given.get("period").and_then(period_of);
    let known = period.and_then(|period| line.series.point(period)).map(|(point, _)| point);
    let text = |name, kind, label| Field::new(name, kind, frame.t(label));
    let value = if let Unit::Grade(scale) = &card.unit {
        let grades = scale.iter().map(|grade| (grade.as_str(), grade.clone()));
        let now = known.map(|point| typed(point.reading, &card.unit, language)).unwrap_or_default();
        maker.choice("value", words::GRADE, grades, &now)
    } else {
        let hint = if card.unit == Unit::Percent { words::SHARE_HINT } else { words::FIGURE_HINT };
        let hint = frame.with(hint, measured::unit(&card.unit, language));
        let now = known.map(|point| typed(point.reading, &card.unit, language)).unwrap_or_default();
        maker.field("value", text("value", Kind::Text, words::VALUE).hint(hint), now)
    };
    let finality = known.map_or(Finality::Final, |point| point.finality);
    let finality = FINALITY.iter().find(|(one, ..)| *one == finality).map_or("", |(_, word, _)| word);
    let evidence = known.map(|point| said(point.evidence, maker.said, "")).unwrap_or_default();
    let graded = matches!(card.unit, Unit::Grade(_));
    let evidence_field = text("evidence", Kind::Long, words::EVIDENCE).hint(frame.t(words::EVIDENCE_HINT));
    vec![
        maker.period(),
        value,
        maker.choice(
            "finality",
            words::FINALITY,
            FINALITY.iter().map(|(_, word, name)| (*word, frame.t(*name).to_owned())),
            finality,
        ),
        maker.field(
            "counted",
            text("counted", Kind::Text, words::COUNTED).optional().hint(frame.t(words::COUNTED_HINT)),
            known.map(|point| written::short_date(point.counted)).unwrap_or_default(),
        ),
        maker.field(
            "source",
            text("source", Kind::Text, words::SOURCE),
            known.map_or_else(|| card.source.clone(), |point| point.source.clone()),
        ),
        maker.field("evidence", if graded { evidence_field } else { evidence_field.optional() }, evidence),
        maker.reason(false),
    ]
}

/// Reads the figure. One that stands gives way only with a reason; the events refuse it without.
pub(super) fn record(reader: &mut Reader<'_>, held: &Held) -> Option<Ask> {
    let line = held.one()?;
    let period = reader.period("period");
    let reading = reader.reading("value", &line.series.card.unit);
    let finality = reader.chosen("finality", &FINALITY);
    let counted = reader.day("counted");
    let source = reader.long("source", words::SOURCE);
    let period = period?;
    let measurement = Box::new(Measurement {
        period,
        counted: counted.unwrap_or(period.to()),
        reading: reading?,
        source: source?,
        finality: finality?,
        evidence: reader.optional("evidence"),
    });
    let series = line.id;
    Some(match line.series.point(period) {
        Some(_) => Ask::ReviseMeasurement { series, measurement },
        None => Ask::RecordMeasurement { series, measurement },
    })
}
