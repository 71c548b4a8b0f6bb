//! A year with two steering parameters and one series, for the tests of measuring and sharing.

#![allow(dead_code, reason = "each test takes what it needs")]

use crate::common;
use styrbord_calendar::Frequency;
use styrbord_events::letters::PartValue;
use styrbord_events::measure::{
    Aim, Baseline, Better, Card, ChainStage, Command as Measure, Decimal, Finality, Level, Measurement,
    Period, Reading, ShareOf, Target, TargetBy, Unit,
};
use styrbord_events::{Command, ObjectId, OrganisationId, Stream, Year, directory};
use styrbord_plan::SteeringParameter;

/// What series-1 measures.
pub const MEASURED: &str = "Andel som går direkte til arbeid eller utdanning";

/// A desk and the stream of its year.
pub struct Desk {
    pub desk: common::Desk,
    pub stream: Stream,
}

impl Desk {
    pub fn year(&self) -> &Year {
        &self.desk.book.years[&self.stream]
    }

    pub fn because(&mut self, reason: &str, command: Measure) {
        self.desk.run_because(self.stream, reason, &Command::Measure(command)).unwrap();
    }

    pub fn refused(&mut self, command: &Measure) -> &'static str {
        self.desk.refused(self.stream, &Command::Measure(command.clone()))
    }

    pub fn refused_because(&mut self, reason: &str, command: &Measure) -> &'static str {
        let command = Command::Measure(command.clone());
        self.desk.run_because(self.stream, reason, &command).unwrap_err().code
    }
}

/// Returns a desk with two parameters, one person, and series-1 under parameter-1.
pub fn ready() -> Desk {
    let parameter = |number: u32, title: &str| {
        PartValue::Parameter(SteeringParameter {
            number: Some(number),
            label: format!("SP {number}"),
            title: title.to_owned(),
            goal: None,
            goal_label: None,
            span: None,
        })
    };
    let parts = vec![parameter(1, "Overgang til arbeid eller utdanning"), parameter(2, "Veiledning")];
    let (mut desk, stream) = common::started_with(parts);
    let person =
        directory::Command::RegisterPerson { name: "Kari Fjell".to_owned(), organisation: OrganisationId(1) };
    desk.run(Stream::Directory, &Command::Directory(person)).unwrap();
    let mut desk = Desk { desk, stream };
    let under = Some(id("parameter-1"));
    run(&mut desk, Measure::DefineSeries { under, follows: None, card: Box::new(card()) });
    desk
}

pub fn run(desk: &mut Desk, command: Measure) {
    desk.desk.run(desk.stream, &Command::Measure(command)).unwrap();
}

pub fn id(text: &str) -> ObjectId {
    text.parse().unwrap()
}

pub fn number(text: &str) -> Level {
    Level::Number(Decimal::parse(text).unwrap())
}

/// Returns a calendar year.
pub fn period(year: &str) -> Period {
    Period::year(year.parse().unwrap())
}

/// Returns a card in percent, yearly from 2023, due three months after the year.
pub fn card() -> Card<String> {
    Card {
        name: "Overgang".to_owned(),
        definition: MEASURED.to_owned(),
        population: "Alle som avsluttet programmet i perioden".to_owned(),
        unit: Unit::Percent,
        share: Some(ShareOf {
            numerator: "Til arbeid eller utdanning".to_owned(),
            denominator: "Alle".to_owned(),
        }),
        stage: ChainStage::UserEffect,
        better: Better::Higher,
        source: "Programregisteret".to_owned(),
        frequency: Some(Frequency::Yearly),
        first: common::day("2023-01-01"),
        lag_days: 90,
        owner: None,
        baseline: Some(Baseline {
            period: period("2022"),
            level: number("50"),
            source: "Årsrapport 2022".to_owned(),
        }),
        uncertainty: None,
    }
}

pub fn share(
    year: &str,
    numerator: u64,
    denominator: u64,
    scale: u8,
    finality: Finality,
) -> Measurement<String> {
    Measurement {
        period: period(year),
        counted: common::day("2025-01-05"),
        reading: Reading::share(numerator, denominator, scale).unwrap(),
        source: "Programregisteret".to_owned(),
        finality,
        evidence: None,
    }
}

/// Returns the recording of a number in series-1.
pub fn figure(year: &str, level: &str) -> Measure {
    let reading = Reading::Number(Decimal::parse(level).unwrap());
    let measurement = Box::new(Measurement { reading, ..share(year, 1, 2, 0, Finality::Final) });
    Measure::RecordMeasurement { series: id("series-1"), measurement }
}

/// Returns the recording of a grade in series-2.
pub fn graded(grade: u8, evidence: Option<&str>) -> Measure {
    let evidence = evidence.map(str::to_owned);
    let measurement = Box::new(Measurement {
        reading: Reading::Grade(grade),
        evidence,
        ..share("2024", 1, 2, 0, Finality::Final)
    });
    Measure::RecordMeasurement { series: id("series-2"), measurement }
}

pub fn target(year: &str, level: &str, by: TargetBy) -> Target {
    Target { period: period(year), level: number(level), aim: Aim::AtLeast, by }
}
