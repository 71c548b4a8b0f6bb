//! Parties, reports, meetings, duties and the rest of a letter.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use styrbord_calendar::{Date, Frequency};
use styrbord_money::Nok;
use styrbord_source::Spot;

/// A ministry or agency.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Party {
    /// The full name.
    pub name: Option<String>,
    /// The abbreviation that the letter uses.
    pub short: Option<String>,
}

/// A periodic report or analysis.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Report {
    /// What is reported.
    pub title: String,
    /// The day on which is counted (telletidspunkt).
    pub count_date: Option<Date>,
    /// The day on which it is due.
    pub due: Option<Date>,
    /// How often.
    pub frequency: Option<Frequency>,
    /// Where it stands.
    pub span: Option<Spot>,
}

/// A kind of meeting, or one dated meeting.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Meeting {
    /// What kind.
    pub title: String,
    /// How many, when said.
    pub count: Option<u32>,
    /// When, as printed.
    pub when: Option<String>,
    /// The day, when there is one.
    pub date: Option<Date>,
    /// Where it stands.
    pub span: Option<Spot>,
}

/// What a hidden duty asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DutyKind {
    /// To report.
    Report,
    /// To inform or warn.
    Inform,
    /// To plan or budget.
    Plan,
    /// To publish.
    Publish,
    /// Anything else.
    #[default]
    Other,
}

/// Something to do that stands in running text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Duty {
    /// The sentence, verbatim.
    pub text: String,
    /// The day, when there is one.
    pub due: Option<Date>,
    /// What it asks for.
    pub kind: DutyKind,
    /// Where it stands.
    pub span: Option<Spot>,
}

/// Something that the ministry will order or send later.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Announcement {
    /// The sentence, verbatim.
    pub text: String,
    /// When, as printed.
    pub expected: Option<String>,
    /// Where it stands.
    pub span: Option<Spot>,
}

/// An authorisation (fullmakt).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Authorisation {
    /// What it allows.
    pub title: String,
    /// The chapter that it concerns.
    pub chapter: Option<u32>,
    /// The post that it concerns.
    pub post: Option<u32>,
    /// Its limit.
    pub limit_nok: Option<Nok>,
    /// Where it stands.
    pub span: Option<Spot>,
}

/// A common direction (fellesføring).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct CommonDirection {
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub span: Option<Spot>,
}

/// An attachment that the letter lists.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Attachment {
    /// Its number.
    pub number: Option<u32>,
    /// Its title.
    pub title: String,
    /// Whether it is in the file.
    pub present: bool,
    /// Where it is listed.
    pub span: Option<Spot>,
}

/// Lines that look like a part of the plan but could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct NotUnderstood {
    /// The lines, joined.
    pub text: String,
    /// Where they stand.
    pub span: Option<Spot>,
}
