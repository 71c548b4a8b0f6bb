//! The method card: what a series measures, and how.

use super::{Level, Period, Unit};
use crate::ids::PersonId;
use crate::text::TextRef;
use serde::{Deserialize, Serialize};
use styrbord_calendar::{Date, Frequency};

/// Where in the result chain (resultatkjeden) a series measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChainStage {
    /// What goes in (innsatsfaktorer).
    Input,
    /// What is done (aktiviteter).
    Activity,
    /// What comes out (produkter og tjenester).
    Output,
    /// What it does for its users (brukereffekter).
    UserEffect,
    /// What it does for society (samfunnseffekter).
    SocietyEffect,
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Better {
    /// More of it.
    Higher,
    /// Less of it.
    Lower,
    /// Neither by itself.
    Neither,
}

/// What the two numbers of a share count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShareOf {
    /// Above the line.
    pub numerator: String,
    /// Below it.
    pub denominator: String,
}

/// The level from which change is counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Baseline {
    /// The days that it tells of.
    pub period: Period,
    /// The level.
    pub level: Level,
    /// Where it comes from.
    pub source: String,
}

/// A method card. Its long text is words in a command, and a reference in events and state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card<T = TextRef> {
    /// What the series is called.
    pub name: String,
    /// What is measured.
    pub definition: String,
    /// Among whom or what.
    pub population: String,
    /// In what unit.
    pub unit: Unit,
    /// What a share is counted from.
    pub share: Option<ShareOf>,
    /// Where in the result chain.
    pub stage: ChainStage,
    /// Which way is better.
    pub better: Better,
    /// The register or other source.
    pub source: String,
    /// How often; none when there is no rhythm.
    pub frequency: Option<Frequency>,
    /// The first day of the first period.
    pub first: Date,
    /// How many days after the end of a period its figure is due.
    pub lag_days: u16,
    /// Who answers for the figures.
    pub owner: Option<PersonId>,
    /// From where change is counted.
    pub baseline: Option<Baseline>,
    /// What makes the figures uncertain, and how much.
    pub uncertainty: Option<T>,
}

impl<T> Card<T> {
    /// Returns the card with another kind of text.
    pub fn with_uncertainty<U>(self, uncertainty: Option<U>) -> Card<U> {
        let Card { name, definition, population, unit, share, stage, better, .. } = self;
        let Card { source, frequency, first, lag_days, owner, baseline, .. } = self;
        Card {
            name,
            definition,
            population,
            unit,
            share,
            stage,
            better,
            source,
            frequency,
            first,
            lag_days,
            owner,
            baseline,
            uncertainty,
        }
    }

    /// Tells whether two cards measure the same by their words: definition, population, unit, share and source.
    ///
    /// Where they differ, only a person can say that the words were corrected and the meaning stays.
    pub fn reads_alike<U>(&self, other: &Card<U>) -> bool {
        let same = |one: &str, two: &str| one.split_whitespace().eq(two.split_whitespace());
        same(&self.definition, &other.definition)
            && same(&self.population, &other.population)
            && same(&self.source, &other.source)
            && self.unit == other.unit
            && self.share == other.share
    }

    /// Tells whether figures of two cards can stand in one series at all: those of two kinds of units cannot.
    pub fn counts_alike<U>(&self, other: &Card<U>) -> bool {
        match (&self.unit, &other.unit) {
            (Unit::Number(_), Unit::Number(_))
            | (Unit::Percent, Unit::Percent)
            | (Unit::Kroner, Unit::Kroner) => true,
            (Unit::Grade(one), Unit::Grade(two)) => one.len() == two.len(),
            _ => false,
        }
    }
}
