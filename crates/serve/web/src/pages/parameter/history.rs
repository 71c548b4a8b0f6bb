//! What happened to a series and to what is reported, as sentences.

use super::held::{Held, Line, Said, said};
use super::texts as words;
use crate::frame::Frame;
use crate::pages::measured;
use crate::written;
use styrbord_app::follow::events::measure::{Entry, Finality};
use styrbord_app::follow::events::{Stamp, TextRef, Version};
use styrbord_app::texts::Text;

/// Something that happened.
pub(super) struct Told {
    seq: u64,
    pub(super) day: String,
    pub(super) who: String,
    pub(super) what: String,
    /// What was said with it.
    pub(super) words: Vec<String>,
}

struct Teller<'a> {
    held: &'a Held,
    said: &'a Said,
    frame: &'a Frame,
}

impl Teller<'_> {
    fn line(&self, what: String, stamp: &Stamp, texts: impl IntoIterator<Item = Option<TextRef>>) -> Told {
        let erased = self.frame.t(words::ERASED);
        let texts = texts.into_iter().chain([stamp.reason]);
        Told {
            seq: stamp.seq,
            day: written::date(stamp.on, self.frame.language),
            who: self.held.who(stamp, self.frame.t(words::OPERATOR)),
            what,
            words: texts.map(|text| said(text, self.said, erased)).filter(|said| !said.is_empty()).collect(),
        }
    }

    fn with(&self, text: Text, values: &[&dyn std::fmt::Display]) -> String {
        text.with(self.frame.language, values)
    }
}

/// Returns all that happened to a series this year, the latest first.
pub(super) fn told(held: &Held, line: &Line, said: &Said, frame: &Frame) -> Vec<Told> {
    let teller = Teller { held, said, frame };
    let (series, unit, language) = (&line.series, &line.series.card.unit, frame.language);
    let mut all = Vec::new();
    for (at, version) in series.cards.iter().enumerate() {
        let what = if at == 0 { words::DEFINED } else { words::REVISED };
        all.push(teller.line(frame.t(what).to_owned(), &version.stamp, [version.value.same_definition]));
    }
    for version in &series.breaks {
        let from = written::date(version.value.from, language);
        all.push(teller.line(
            teller.with(words::BROKEN, &[&from]),
            &version.stamp,
            [Some(version.value.why)],
        ));
    }
    for (period, versions) in &series.targets {
        for Version { value, stamp } in versions {
            let held = value.map(|target| measured::aim(&target, unit, language));
            let held = held.unwrap_or_else(|| frame.t(words::DROPPED).to_owned());
            let what = teller.with(words::TARGET_FOR, &[&measured::period(*period), &held]);
            all.push(teller.line(what, stamp, []));
        }
    }
    for (period, versions) in &series.points {
        for Version { value, stamp } in versions {
            let figure = value.as_ref().map(|point| {
                let figure = measured::reading(point.reading, unit, language);
                match point.finality {
                    Finality::Preliminary => format!("{figure} ({})", frame.t(words::PRELIMINARY)),
                    Finality::Final => figure,
                }
            });
            let figure = figure.unwrap_or_else(|| frame.t(words::WITHDRAWN).to_owned());
            let what = teller.with(words::FIGURE_FOR, &[&measured::period(*period), &figure]);
            all.push(teller.line(what, stamp, [value.as_ref().and_then(|point| point.evidence)]));
        }
    }
    if let Some(closed) = &series.closed {
        all.push(teller.line(frame.t(words::CLOSED).to_owned(), &closed.stamp, []));
    }
    all.sort_by_key(|told| std::cmp::Reverse(told.seq));
    all
}

/// Returns all that was written for a period, the latest first; of each version only what is new.
pub(super) fn written(held: &Held, entry: &Entry, said: &Said, frame: &Frame) -> Vec<Told> {
    let teller = Teller { held, said, frame };
    let mut all = Vec::new();
    let mut before = styrbord_app::follow::events::measure::EntryTexts::default();
    for Version { value, stamp } in &entry.versions {
        let pairs = [
            (value.data, before.data),
            (value.analysis, before.analysis),
            (value.assessment, before.assessment),
        ];
        let fresh = pairs.into_iter().filter(|(now, then)| now != then).map(|(now, _)| now);
        all.push(teller.line(frame.t(words::WRITTEN).to_owned(), stamp, fresh));
        before = *value;
    }
    for Version { value, stamp } in &entry.completions {
        let what = if *value { words::COMPLETED } else { words::REOPENED };
        all.push(teller.line(frame.t(what).to_owned(), stamp, []));
    }
    all.sort_by_key(|told| std::cmp::Reverse(told.seq));
    all
}
