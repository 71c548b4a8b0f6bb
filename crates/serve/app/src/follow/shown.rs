//! What was shown of an object, read back from the JSON in which it is kept.

use serde::Deserialize;
use std::collections::BTreeMap;
use styrbord_calendar::Date;
use styrbord_events::letters::PartValue;
use styrbord_events::measure::{Card, EntryTexts, Measurement, Period, Target};
use styrbord_events::work::{DelayReason, DeliverableVerdict, DueKey, Evidence, Status};
use styrbord_events::{ObjectId, TextRef, Year, sharing};
use styrbord_money::Nok;

/// What all areas held of an object when it was shown; what is not here they did not hold.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Content {
    /// As the letters had it.
    pub part: Option<PartValue>,
    /// How far it was.
    pub work: Option<ShownWork>,
    /// What was measured of it.
    pub measure: Option<ShownMeasure>,
    /// Its money.
    pub money: Option<ShownMoney>,
}

/// How far an object was.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct ShownWork {
    /// As it was reported.
    pub status: Option<ShownStatus>,
    /// Its deadlines.
    pub dues: Vec<ShownDue>,
    /// What was delivered.
    pub deliverables: BTreeMap<ObjectId, ShownDeliverable>,
    /// Its meetings.
    pub sittings: BTreeMap<u32, ShownSitting>,
}

/// A status as it was reported.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ShownStatus {
    /// How far.
    pub status: Status,
    /// In words.
    pub comment: Option<TextRef>,
    /// Why it is late.
    pub delay: Option<DelayReason>,
    /// For which day.
    pub on: Date,
}

/// A deadline.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ShownDue {
    /// Which one.
    pub key: DueKey,
    /// The day.
    pub date: Option<Date>,
    /// As the letter prints it.
    pub printed: String,
    /// How far it is.
    pub status: Status,
}

/// Something that was delivered.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ShownDeliverable {
    /// What it is.
    pub title: TextRef,
    /// When.
    pub on: Date,
    /// What shows it.
    pub evidence: Vec<Evidence<TextRef>>,
    /// What became of it.
    pub verdict: Option<DeliverableVerdict>,
}

/// One meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct ShownSitting {
    /// The day for which it is called.
    pub called: Option<Date>,
    /// The day on which it was held.
    pub held: Option<Date>,
    /// The day on which the minutes were sent.
    pub minutes: Option<Date>,
    /// Whether it does not take place.
    pub cancelled: bool,
}

/// What was measured.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct ShownMeasure {
    /// The series, when it is one.
    pub series: Option<ShownSeries>,
    /// What was reported, by period.
    pub entries: Vec<(Period, EntryTexts)>,
}

/// A series.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct ShownSeries {
    /// The method card.
    pub card: Card,
    /// The targets.
    pub targets: Vec<Target>,
    /// The figures.
    pub points: Vec<Measurement>,
}

/// The money of an object.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShownMoney {
    /// Of a post.
    Post {
        /// How it stood.
        sums: ShownSums,
        /// What explains its variance.
        explanation: Option<TextRef>,
        /// What its forecast rests on.
        forecast_explanation: Option<TextRef>,
    },
    /// Of an authorisation.
    Authorisation {
        /// Its limit.
        limit: Option<Nok>,
        /// What was used.
        used: Nok,
    },
    /// What is bound.
    Commitment {
        /// For what.
        title: TextRef,
        /// How much in each year.
        amounts: BTreeMap<i16, Nok>,
        /// What was paid.
        drawn: Nok,
    },
    /// What a unit has.
    SubAllocation {
        /// For what.
        title: TextRef,
        /// How much.
        amount: Nok,
    },
    /// A charge authorisation.
    Charge {
        /// For what.
        title: TextRef,
        /// How much.
        amount: Nok,
        /// What was used.
        used: Nok,
    },
    /// A project.
    Project {
        /// What it is.
        title: TextRef,
        /// What was delivered.
        delivered: Option<TextRef>,
        /// Where it was published.
        published: Option<TextRef>,
    },
    /// A file of actuals.
    Import {
        /// Its name.
        file: String,
    },
}

/// How a post stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct ShownSums {
    /// Allocated.
    pub allocated: Option<Nok>,
    /// Bound.
    pub committed: Nok,
    /// Used.
    pub actual: Nok,
    /// Expected by the end of the year.
    pub forecast: Option<Nok>,
}

impl Content {
    /// Reads what was shown. What this program does not know is left out.
    pub fn read(shown: &serde_json::Value) -> Self {
        let field = |name: &str| shown.get(name).cloned().unwrap_or_default();
        Self {
            part: serde_json::from_value(field("part")).unwrap_or_default(),
            work: serde_json::from_value(field("work")).unwrap_or_default(),
            measure: serde_json::from_value(field("measure")).unwrap_or_default(),
            money: serde_json::from_value(field("money")).unwrap_or_default(),
        }
    }

    /// Returns what would be shown of an object as it is now.
    pub fn of(year: &Year, object: ObjectId) -> Self {
        Self::read(&serde_json::from_str(&sharing::object_view(year, object)).unwrap_or_default())
    }

    /// Returns the texts of which it says something, in the order in which they are told.
    pub fn texts(&self) -> Vec<TextRef> {
        let mut texts = Vec::new();
        if let Some(work) = &self.work {
            texts.extend(work.status.iter().filter_map(|status| status.comment));
            for delivered in work.deliverables.values() {
                texts.push(delivered.title);
                texts.extend(delivered.evidence.iter().flat_map(of_evidence));
            }
        }
        if let Some(measure) = &self.measure {
            for (_, entry) in &measure.entries {
                texts.extend([entry.data, entry.analysis, entry.assessment].into_iter().flatten());
            }
            texts.extend(measure.series.iter().filter_map(|series| series.card.uncertainty));
        }
        texts.extend(self.money.iter().flat_map(of_money));
        texts
    }
}

fn of_evidence(evidence: &Evidence<TextRef>) -> Vec<TextRef> {
    match evidence {
        Evidence::File { name, note, .. } => note.iter().copied().chain([*name]).collect(),
        Evidence::Link { address, note } => note.iter().copied().chain([*address]).collect(),
    }
}

fn of_money(money: &ShownMoney) -> Vec<TextRef> {
    match money {
        ShownMoney::Post { explanation, forecast_explanation, .. } => {
            explanation.iter().chain(forecast_explanation).copied().collect()
        }
        ShownMoney::Commitment { title, .. }
        | ShownMoney::SubAllocation { title, .. }
        | ShownMoney::Charge { title, .. } => vec![*title],
        ShownMoney::Project { title, delivered, published } => {
            [*title].into_iter().chain(*delivered).chain(*published).collect()
        }
        ShownMoney::Authorisation { .. } | ShownMoney::Import { .. } => Vec::new(),
    }
}
