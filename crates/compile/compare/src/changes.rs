//! What a comparison gives: parts that are new, dropped or changed, and why two parts are held to be one.

use serde::Serialize;
use styrbord_calendar::Date;
use styrbord_money::Nok;
use styrbord_plan::{LetterKind, Party, Plan};
use styrbord_source::Spot;

/// Two letters side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Changes {
    /// How the letters stand to each other.
    pub basis: Basis,
    /// The earlier letter.
    pub old: Head,
    /// The later letter.
    pub new: Head,
    /// What differs, by kind and in the order of the letters.
    pub changes: Vec<Change>,
    /// The pairs that do not differ, each with its reason.
    pub same: Vec<Change>,
}

/// How two letters stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The later one amends the earlier one: what it does not name stands.
    Amendment,
    /// Both are of one agency and one year.
    SameYear,
    /// One agency, two years.
    YearOnYear,
    /// Two agencies.
    TwoAgencies,
}

/// Which letter it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Head {
    /// The kind of document.
    pub kind: LetterKind,
    /// The budget year.
    pub year: Option<i16>,
    /// The sender.
    pub ministry: Party,
    /// The receiver.
    pub agency: Party,
}

impl Head {
    /// Returns the head of a plan.
    pub fn of(plan: &Plan) -> Self {
        Head {
            kind: plan.kind,
            year: plan.year,
            ministry: plan.ministry.clone(),
            agency: plan.agency.clone(),
        }
    }
}

/// One part, or one pair of parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What it is.
    pub kind: PartKind,
    /// What became of it.
    pub status: Status,
    /// Why old and new are held to be one.
    pub reason: Option<Reason>,
    /// The places in the earlier letter: none for what is new, several for what was merged or is unclear.
    pub old: Vec<Side>,
    /// The places in the later letter: none for what was dropped, several for what was split or is unclear.
    pub new: Vec<Side>,
    /// What differs, field by field; for what is new or dropped, what is known of it.
    pub fields: Vec<FieldChange>,
    /// What an amendment says that takes the part away.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repeal: Option<Repealed>,
}

/// The words of an amendment that take a part away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Repealed {
    /// The sentence or row, verbatim.
    pub text: String,
    /// The number or label of what comes in its place.
    pub replaced_by: Option<String>,
    /// Where it stands.
    pub span: Option<Spot>,
}

/// A kind of part, in the order in which they are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    /// What the letter says of itself.
    Letter,
    /// A goal or sub-goal.
    Goal,
    /// A steering parameter.
    SteeringParameter,
    /// A performance requirement.
    Requirement,
    /// An assignment.
    Assignment,
    /// The deadline of an assignment or of a part of it.
    Deadline,
    /// A chapter of the budget.
    Chapter,
    /// A post of a chapter.
    Post,
    /// A portion of a post.
    Portion,
    /// A report.
    Report,
    /// A meeting.
    Meeting,
    /// A duty in running text.
    Duty,
    /// An announcement.
    Announcement,
    /// An authorisation.
    Authorisation,
    /// A common direction.
    CommonDirection,
    /// An attachment.
    Attachment,
    /// Something else that an amendment takes away.
    Other,
}

/// What became of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// In the later letter only.
    New,
    /// In the earlier letter only, or repealed by the later one.
    Dropped,
    /// In both, with differences.
    Changed,
    /// In both, without differences.
    Same,
    /// One became several.
    Split,
    /// Several became one.
    Merged,
    /// Several could be the same part, or be meant by a repeal; which, the letters do not say.
    Ambiguous,
    /// An amendment takes away what the earlier letter does not have.
    Unknown,
}

/// Why two parts are held to be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// What the pair rests on.
    pub by: By,
    /// How many words that carry meaning the titles share.
    pub shared_words: usize,
    /// How many such words the old title has.
    pub old_words: usize,
    /// How many such words the new title has.
    pub new_words: usize,
}

/// What a pair rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// The same number and the same title.
    NumberAndTitle,
    /// The same number.
    Number,
    /// The same chapter and post.
    ChapterAndPost,
    /// The same title.
    Title,
    /// The same title, and the same place among those that have it.
    TitleAndOrder,
    /// A similar title.
    SimilarTitle,
    /// The same label of a part.
    PartLabel,
    /// The only ones left under the same part.
    OnlyOneLeft,
    /// The later letter says that the one became the other.
    Stated,
    /// The later letter takes the part away.
    Repealed,
    /// A person says so, or it was settled before.
    Decided,
}

/// One part as one letter has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Side {
    /// Its number or label, as printed.
    pub label: Option<String>,
    /// Its title or text, as printed.
    pub title: String,
    /// The label of what it stands under, as printed.
    pub inside: Option<String>,
    /// Where it stands.
    pub span: Option<Spot>,
    /// Its place in the plan: the index in the list, then in the list within. Not in the JSON.
    #[serde(skip)]
    pub path: Vec<usize>,
}

/// One field of a part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldChange {
    /// Which one.
    pub field: Field,
    /// The old value.
    pub old: Value,
    /// The new value.
    pub new: Value,
    /// Days from the old to the new date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<i32>,
    /// Whole years between, when day and month are the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub years: Option<i16>,
    /// The new amount less the old one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difference_nok: Option<Nok>,
    /// The difference in thousandths of the old amount, rounded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difference_permille: Option<i64>,
    /// What an amendment itself says that the old value was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stated_old: Option<Value>,
    /// What an amendment itself says that the difference is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stated_difference_nok: Option<Nok>,
    /// Whether what an amendment says agrees with the earlier letter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agrees: Option<bool>,
}

/// The name of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the field of the plan that has this name")]
pub enum Field {
    Number,
    Title,
    /// What the part stands under.
    Parent,
    Agency,
    Ministry,
    Year,
    Kind,
    Withheld,
    Research,
    Lead,
    Partners,
    Measures,
    Funding,
    Estimates,
    /// The days of a deadline or a meeting, or the day of a report or a duty.
    Date,
    CountDate,
    Frequency,
    /// The nature of a deadline without a day.
    Deadline,
    /// All deadlines of an assignment that only one letter has, each behind the label of its part.
    Deadlines,
    Amount,
    StatedSum,
    Appropriation,
    AgencyShare,
    Keywords,
    Assignment,
    Limit,
    Post,
    Count,
    When,
    Expected,
    Present,
}

/// The value of a field, as the plan has it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// The letter says nothing.
    Nothing,
    /// Words of the letter.
    Text(String),
    /// A word of the plan's JSON, `yearly`.
    Code(&'static str),
    /// Several texts.
    List(Vec<String>),
    /// An amount.
    Amount(Nok),
    /// A day.
    Day(Date),
    /// Several days.
    Days(Vec<Date>),
    /// A count or a year.
    Count(i64),
    /// Yes or no.
    Flag(bool),
}

impl Value {
    /// Tells whether the letter says nothing here.
    pub fn is_nothing(&self) -> bool {
        matches!(self, Value::Nothing)
    }
}
