//! How a letter was read, in numbers: what a person checks first.

mod counts;
mod money;

pub use counts::{AssignmentCounts, DeadlineCounts, FindingCounts, SteeringCounts, VerifiedCounts};
pub use money::{ChapterSum, MoneySummary};

use crate::source_text::encoding_name;
use serde::Serialize;
use styrbord_pipeline::Compiled;
use styrbord_plan::{LetterKind, NotUnderstood, Party};
use styrbord_source::Format;

/// How many of the lines that were not understood are shown.
const UNREAD_SHOWN: usize = 3;

/// What was read out of a letter.
#[derive(Debug, Serialize)]
pub struct Summary {
    /// The kind of document.
    pub kind: LetterKind,
    /// The receiver.
    pub agency: Party,
    /// The sender.
    pub ministry: Party,
    /// The budget year.
    pub year: Option<i16>,
    /// How the file was read.
    pub read: ReadAs,
    /// Goals, steering parameters and requirements.
    pub steering: SteeringCounts,
    /// Assignments.
    pub assignments: AssignmentCounts,
    /// Their deadlines.
    pub deadlines: DeadlineCounts,
    /// Chapters and their sums.
    pub money: MoneySummary,
    /// Periodic reports.
    pub reports: Dated,
    /// Kinds of meetings and dated meetings.
    pub meetings: Dated,
    /// Duties in running text.
    pub duties: Dated,
    /// What the ministry will order or send later.
    pub announcements: usize,
    /// Authorisations.
    pub authorisations: usize,
    /// Common directions.
    pub common_directions: usize,
    /// Attachments listed.
    pub attachments: Present,
    /// Facts that check out.
    pub verified: VerifiedCounts,
    /// Findings by severity.
    pub findings: FindingCounts,
    /// What was not understood.
    pub not_understood: Unread,
}

/// How a file was read.
#[derive(Debug, Serialize)]
pub struct ReadAs {
    /// The document format.
    pub format: Format,
    /// The name of the encoding of a text or a web page.
    pub encoding: Option<&'static str>,
    /// How many lines it has.
    pub lines: usize,
}

/// How many there are, and how many of them have a day.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Dated {
    /// All.
    pub total: usize,
    /// Those with a day.
    pub dated: usize,
}

/// How many are listed, and how many of them are in the file.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Present {
    /// All.
    pub total: usize,
    /// Those in the file.
    pub present: usize,
}

/// Lines that look like a part of the plan but could not be read.
#[derive(Debug, Serialize)]
pub struct Unread {
    /// Their share of the letter's lines, in thousandths.
    pub permille: u32,
    /// How many places there are.
    pub places: usize,
    /// The first of them.
    pub first: Vec<NotUnderstood>,
}

impl Summary {
    /// Returns the summary of a compiled letter.
    pub(crate) fn of(compiled: &Compiled) -> Self {
        let plan = &compiled.plan;
        Summary {
            kind: plan.kind,
            agency: plan.agency.clone(),
            ministry: plan.ministry.clone(),
            year: plan.year,
            read: ReadAs {
                format: compiled.source.format(),
                encoding: compiled.encoding.map(encoding_name),
                lines: compiled.source.line_count(),
            },
            steering: SteeringCounts::of(plan),
            assignments: AssignmentCounts::of(&plan.assignments),
            deadlines: DeadlineCounts::of(&plan.assignments),
            money: MoneySummary::of(&plan.budget),
            reports: Dated::of(&plan.reports, |report| report.due.is_some()),
            meetings: Dated::of(&plan.meetings, |meeting| meeting.date.is_some()),
            duties: Dated::of(&plan.duties, |duty| duty.due.is_some()),
            announcements: plan.announcements.len(),
            authorisations: plan.authorisations.len(),
            common_directions: plan.common_directions.len(),
            attachments: Present {
                total: plan.attachments.len(),
                present: plan.attachments.iter().filter(|one| one.present).count(),
            },
            verified: VerifiedCounts::of(&compiled.findings.verified),
            findings: FindingCounts::of(&compiled.findings),
            not_understood: Unread {
                permille: plan.not_understood_permille,
                places: plan.not_understood.len(),
                first: plan.not_understood.iter().take(UNREAD_SHOWN).cloned().collect(),
            },
        }
    }
}

impl Dated {
    fn of<T>(all: &[T], is_dated: impl Fn(&T) -> bool) -> Self {
        Dated { total: all.len(), dated: all.iter().filter(|one| is_dated(one)).count() }
    }
}
