//! Assignments and their deadlines.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use styrbord_calendar::{Date, Frequency};
use styrbord_money::Nok;
use styrbord_source::Spot;

/// How far an assignment is research and development (FoU).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Research {
    /// Not marked.
    #[default]
    None,
    /// `delvis FoU`, `herunder FoU`.
    Partly,
    /// `FoU`.
    Full,
}

/// What kind of place something is said in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Where {
    /// A list, ruled or not.
    #[default]
    Table,
    /// A description of its own, in an annex or in the letter's body.
    Annex,
    /// Running text.
    Prose,
    /// A row of a money table.
    Money,
}

/// An assignment (oppdrag), once, with all places where the letter describes it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Assignment {
    /// Its number, as printed.
    pub number: Option<String>,
    /// The title at its first place.
    pub title: String,
    /// The number of the goal that it serves.
    pub goal: Option<u32>,
    /// The label of that goal.
    pub goal_label: Option<String>,
    /// False when it was given in an earlier letter.
    pub new: bool,
    /// Number known, text withheld.
    pub withheld: bool,
    /// Research marking.
    pub research: Research,
    /// The party with the main responsibility.
    pub lead: Option<String>,
    /// The other parties.
    pub partners: Vec<String>,
    /// Measures of action plans that it carries out.
    pub measures: Vec<Measure>,
    /// Money given to it, by year.
    pub funding: Vec<Funding>,
    /// Money estimated for it over several years.
    pub estimates: Vec<Estimate>,
    /// Every deadline in every place.
    pub deadlines: Vec<Deadline>,
    /// Where it stands: list first, description after.
    pub spans: Vec<Spot>,
    /// The same places with what each says.
    #[serde(skip)]
    pub places: Vec<AssignmentPlace>,
}

/// What one place says of an assignment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssignmentPlace {
    /// The kind of place.
    pub place: Where,
    /// The number printed there.
    pub number: Option<String>,
    /// The title printed there.
    pub title: String,
    /// The research marking printed there.
    pub research: Research,
    /// Number and title.
    pub head: Spot,
    /// Everything that belongs to it there.
    pub whole: Spot,
    /// Whether the place names a main responsible party more than one way.
    pub leads: Vec<(String, Spot)>,
}

/// A measure (tiltak) of an action plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Measure {
    /// The number as printed.
    pub number: String,
    /// The plan as named.
    #[serde(default)]
    pub plan: Option<String>,
    /// Where it is said.
    pub span: Option<Spot>,
}

/// Money given to an assignment for one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Funding {
    /// The amount.
    pub amount_nok: Nok,
    /// The year.
    pub year: Option<i16>,
    /// Where it is said.
    pub span: Option<Spot>,
}

/// Money estimated for an assignment over several years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Estimate {
    /// The amount.
    pub amount_nok: Nok,
    /// First year.
    pub from_year: i16,
    /// Last year.
    pub to_year: i16,
    /// Where it is said.
    pub span: Option<Spot>,
}

/// The nature of a deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DeadlineKind {
    /// One day.
    Date,
    /// Repeats.
    Recurring,
    /// Without end (løpende).
    Ongoing,
    /// Delivered with a report.
    InReport,
    /// Within a period; the date is its last day.
    Period,
    /// A date that does not exist.
    Invalid,
    /// Without a deadline, or one to be agreed.
    #[default]
    None,
}

/// One deadline in one place.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Deadline {
    /// The label of the part, as printed.
    pub part: Option<String>,
    /// The label of the part that this part lies in.
    pub parent_part: Option<String>,
    /// The party that leads the part.
    pub lead: Option<String>,
    /// An old deadline that is still printed.
    pub superseded: bool,
    /// Its nature.
    pub kind: DeadlineKind,
    /// The day, when there is one.
    pub date: Option<Date>,
    /// How often, when it repeats.
    pub frequency: Option<Frequency>,
    /// As printed.
    pub printed: String,
    /// The kind of place.
    #[serde(rename = "where")]
    pub place: Where,
    /// Where it is said.
    pub span: Option<Spot>,
}
