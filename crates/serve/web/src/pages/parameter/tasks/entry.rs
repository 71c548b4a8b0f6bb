//! Writes what is reported: data, analysis and assessment.

use super::typed::{Reader, period_of};
use super::{Input, Maker, words};
use crate::fields::{Field, Kind};
use crate::pages::parameter::held::{Held, Said, said};
use styrbord_app::follow::events::TextRef;
use styrbord_app::follow::events::measure::{Command as Ask, Entry, EntryTexts, Period};
use styrbord_app::texts::Text;

/// The fields with what each is for.
const PARTS: [(&str, Text, Text); 3] = [
    ("data", words::DATA, words::DATA_HINT),
    ("analysis", words::ANALYSIS, words::ANALYSIS_HINT),
    ("assessment", words::ASSESSMENT, words::ASSESSMENT_HINT),
];

fn held_texts(held: &Held, period: Option<Period>) -> EntryTexts {
    let entries = held.object.and_then(|object| held.entries.get(&object));
    let entry = entries.zip(period).and_then(|(entries, period)| entries.get(&period));
    entry.map(Entry::texts).unwrap_or_default()
}

fn of(texts: &EntryTexts) -> [Option<TextRef>; 3] {
    [texts.data, texts.analysis, texts.assessment]
}

/// Returns the fields with what is written already.
pub(super) fn inputs(maker: &Maker<'_>) -> Vec<Input> {
    let period = maker.given.get("period").and_then(period_of);
    let texts = held_texts(maker.held, period);
    let mut inputs = vec![maker.period()];
    for ((name, label, hint), text) in PARTS.into_iter().zip(of(&texts)) {
        let field = Field::new(name, Kind::Long, maker.frame.t(label)).optional();
        inputs.push(maker.field(name, field.hint(maker.frame.t(hint)), said(text, maker.said, "")));
    }
    inputs
}

/// Reads the texts; what reads as before stays as it is.
pub(super) fn write(reader: &mut Reader<'_>, held: &Held, words: &Said) -> Option<Ask> {
    let period = reader.period("period")?;
    let before = of(&held_texts(held, Some(period))).map(|text| plain(&said(text, words, "")));
    let typed = PARTS.map(|(name, ..)| reader.optional(name));
    let mut fresh = typed.into_iter().zip(before);
    let mut next = || fresh.next().and_then(|(typed, before)| typed.filter(|typed| plain(typed) != before));
    let (data, analysis, assessment) = (next(), next(), next());
    Some(Ask::WriteEntry { object: held.object?, period, data, analysis, assessment })
}

/// Returns a text as browsers send it back or not: they end lines in their own way.
fn plain(text: &str) -> String {
    text.replace('\r', "").trim().to_owned()
}
