//! What the rules need besides the plan: who said what where.

use styrbord_calendar::Date;
use styrbord_money::{Nok, Unit};
use styrbord_source::Spot;

/// Everything that lowering saw and that is not itself a part of the plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Evidence {
    /// Headings, in order.
    pub headings: Vec<Heading>,
    /// Each place where a numbered thing is given a title.
    pub titles: Vec<TitleUse>,
    /// Mentions in running text.
    pub references: Vec<Reference>,
    /// Posts that the letter says are moved.
    pub moves: Vec<Move>,
    /// Sums that the letter implies.
    pub sums: Vec<Sum>,
    /// Amounts in prose that speak of a post.
    pub amounts: Vec<AmountUse>,
    /// Dated decisions that the letter leans on.
    pub decisions: Vec<Decision>,
    /// Lists that a sentence announces.
    pub announced_lists: Vec<AnnouncedList>,
    /// Money tables and the unit that each says.
    pub units: Vec<UnitUse>,
    /// Rows that do not fit their table.
    pub row_defects: Vec<RowDefect>,
    /// The day of the letter, when it is printed.
    pub letter_date: Option<(Date, Spot)>,
}

/// What a section is about, by the words of its heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum SectionRole {
    /// Introduction and priorities.
    Introduction,
    /// Goals, with what stands under them.
    Goals,
    /// Steering parameters.
    Parameters,
    /// Performance requirements.
    Requirements,
    /// Key figures.
    KeyFigures,
    /// Assignments.
    Assignments,
    /// Budget and allocations.
    Budget,
    /// Income.
    Income,
    /// Authorisations.
    Authorisations,
    /// Reporting.
    Reporting,
    /// Meetings.
    Meetings,
    /// A calendar of meetings and deadlines.
    Calendar,
    /// Common directions.
    CommonDirections,
    /// Internal control and risk.
    Control,
    /// The list of attachments.
    Attachments,
    /// An attachment itself.
    Attachment,
    /// Research assignments.
    Research,
    /// The table of contents.
    Contents,
    /// Anything else.
    #[default]
    Other,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Depth, from 1.
    pub level: u8,
    /// Its number as printed, `8.1`.
    pub number: Option<String>,
    /// The title without the number.
    pub title: String,
    /// What the section is about.
    pub role: SectionRole,
    /// Where it stands.
    pub spot: Spot,
}

/// What kind of thing a title or a reference names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TitleKind {
    /// A goal.
    Goal,
    /// A steering parameter.
    Parameter,
    /// An assignment.
    Assignment,
    /// A post, keyed `671.60`.
    Post,
}

/// One place where a numbered thing is given a title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TitleUse {
    /// What it is.
    pub kind: TitleKind,
    /// Its number or label as printed, normalised (`2024-05`, `Mål 1`, `671.60`).
    pub key: String,
    /// The title there.
    pub title: String,
    /// The kind of place.
    pub place: crate::Where,
    /// The research marking there.
    pub research: crate::Research,
    /// Number and title.
    pub spot: Spot,
}

/// What a mention points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReferenceKind {
    /// An assignment by number.
    Assignment,
    /// A chapter and post, keyed `671.21`; a chapter alone is keyed `671`.
    Post,
    /// A section of this letter.
    Section,
    /// An attachment.
    Attachment,
}

/// A mention in running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// What it points at.
    pub kind: ReferenceKind,
    /// The number, normalised.
    pub key: String,
    /// The mention.
    pub spot: Spot,
    /// The sentence around it says that the money is spent, paid or charged there.
    pub charges: bool,
    /// It speaks of another body's or another year's thing.
    pub foreign: bool,
}

/// A post that the letter says is moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// The old post, `671.21`.
    pub from: String,
    /// The new post, `601.21`.
    pub to: String,
    /// The sentence.
    pub spot: Spot,
}

/// What a sum adds up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SumKind {
    /// The posts of a chapter.
    Chapter,
    /// The portions of a post.
    Post,
    /// The portions of a portion (recipients, research rows under their heading's amount).
    Portion,
    /// Several chapters or posts under one grand total.
    Total,
    /// Earlier amount and change against the new total.
    Change,
}

/// One amount of a sum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The amount.
    pub amount: Nok,
    /// Half a unit of its last printed digit.
    pub tolerance: Nok,
    /// Where it is printed.
    pub spot: Spot,
}

/// Amounts that the letter presents as the parts of a total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    /// What is added up.
    pub kind: SumKind,
    /// What the total is called, for example `kap. 671`.
    pub what: String,
    /// The parts.
    pub parts: Vec<Term>,
    /// The total that is printed.
    pub total: Term,
    /// The letter says that the parts are all of it; when false the parts may be fewer than the total.
    pub exhaustive: bool,
}

/// What an amount in prose is said to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AmountRole {
    /// The whole appropriation (det er bevilget).
    Appropriation,
    /// The agency's part of it.
    Share,
    /// What the agency may dispose of.
    Available,
}

/// An amount in prose that speaks of a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AmountUse {
    /// The chapter.
    pub chapter: u32,
    /// The post.
    pub post: u32,
    /// What it is said to be.
    pub role: AmountRole,
    /// The amount.
    pub term: Term,
}

/// A decision of the Storting or the government, with its day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// What was decided, lower case stem such as `budsjettvedtak`.
    pub what: String,
    /// The day.
    pub date: Date,
    /// Where it is said.
    pub spot: Spot,
}

/// A list that a sentence announces ("følgende", "nedenfor følger").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnouncedList {
    /// The announcing sentence.
    pub spot: Spot,
    /// The thing counted, as printed (`styringsparametere`), when the sentence gives a number.
    pub thing: Option<String>,
    /// How many are announced.
    pub announced: Option<u32>,
    /// How many follow.
    pub found: u32,
}

/// A money table and the unit that its caption says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitUse {
    /// The unit, when the letter says it.
    pub unit: Option<Unit>,
    /// The largest amount in the table, in its own digits.
    pub largest_digits: u8,
    /// The caption, or the table's head when there is none.
    pub spot: Spot,
}

/// A row that does not fit its table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowDefect {
    /// How many cells the table's head has.
    pub expected: u32,
    /// How many the row has.
    pub found: u32,
    /// The row.
    pub spot: Spot,
    /// The table's head.
    pub head: Spot,
}
