//! What happened to the year and its letters.

use super::{Cause, Document, FindingKey, Match, PartValue, Stage};
use crate::ids::{ObjectId, OrganisationId};
use crate::text::TextRef;
use serde::{Deserialize, Serialize};

/// The start of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearStarted {
    /// The agency.
    pub agency: OrganisationId,
    /// Its ministry.
    pub ministry: OrganisationId,
    /// The budget year.
    pub year: i16,
    /// Whether it is planned or runs.
    pub stage: Stage,
    /// Whether the data are simulated.
    pub simulated: bool,
    /// The year that it was opened from.
    #[serde(default)]
    pub from: Option<i16>,
}

/// Something that happened to the year or its letters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// The year was started.
    YearStarted(YearStarted),
    /// The year was taken on.
    StageSet {
        /// The stage from now on.
        stage: Stage,
    },
    /// A letter, circular or order was taken in.
    LetterReceived {
        /// Its id.
        letter: ObjectId,
        /// What it is.
        document: Document,
    },
    /// A letter added a part.
    PartAdded {
        /// The id that the part keeps.
        part: ObjectId,
        /// The letter.
        letter: ObjectId,
        /// As the letter has it.
        value: PartValue,
        /// The parts that it was divided from or that were joined in it.
        from: Vec<ObjectId>,
    },
    /// A part was carried over from the year before.
    PartCarried {
        /// The id that the part keeps.
        part: ObjectId,
        /// The document that stands for what was carried over.
        letter: ObjectId,
        /// As the year before had it last.
        value: PartValue,
        /// The year before.
        year: i16,
        /// Its id there.
        from: ObjectId,
    },
    /// A letter changed a part.
    PartChanged {
        /// The part.
        part: ObjectId,
        /// The letter.
        letter: ObjectId,
        /// As it is from now on.
        value: PartValue,
        /// Why it is the same part.
        matched: Match,
    },
    /// A letter took a part away.
    PartRepealed {
        /// The part.
        part: ObjectId,
        /// The letter.
        letter: ObjectId,
        /// Why, with the letter's words when it has any.
        cause: Cause,
    },
    /// Something announced came.
    AnnouncementMet {
        /// What was announced.
        announcement: ObjectId,
        /// The letter or order by which it came.
        letter: ObjectId,
    },
    /// A finding was accepted.
    FindingAccepted {
        /// Which one.
        finding: FindingKey,
        /// Why.
        reason: TextRef,
    },
    /// The acceptance of a finding was taken back.
    AcceptanceTakenBack {
        /// Of which finding.
        finding: FindingKey,
        /// Why.
        reason: TextRef,
    },
    /// A finding was put on the list of what the ministry is to clarify, or has another note there.
    FindingListed {
        /// Which one.
        finding: FindingKey,
        /// What else is to be said of it.
        note: Option<TextRef>,
    },
    /// A finding was taken off that list.
    FindingUnlisted {
        /// Which one.
        finding: FindingKey,
    },
}

impl Event {
    /// Returns the name of the event.
    pub fn name(&self) -> &'static str {
        match self {
            Event::YearStarted(_) => "year_started",
            Event::StageSet { .. } => "stage_set",
            Event::LetterReceived { .. } => "letter_received",
            Event::PartAdded { .. } => "part_added",
            Event::PartCarried { .. } => "part_carried",
            Event::PartChanged { .. } => "part_changed",
            Event::PartRepealed { .. } => "part_repealed",
            Event::AnnouncementMet { .. } => "announcement_met",
            Event::FindingAccepted { .. } => "finding_accepted",
            Event::AcceptanceTakenBack { .. } => "acceptance_taken_back",
            Event::FindingListed { .. } => "finding_listed",
            Event::FindingUnlisted { .. } => "finding_unlisted",
        }
    }

    /// Returns the objects that it changes, the main one first.
    pub fn objects(&self) -> Vec<ObjectId> {
        match self {
            Event::YearStarted(_) | Event::StageSet { .. } => Vec::new(),
            Event::LetterReceived { letter, .. } => vec![*letter],
            Event::PartAdded { part, .. }
            | Event::PartCarried { part, .. }
            | Event::PartChanged { part, .. }
            | Event::PartRepealed { part, .. } => vec![*part],
            Event::AnnouncementMet { announcement, .. } => vec![*announcement],
            Event::FindingAccepted { finding, .. }
            | Event::AcceptanceTakenBack { finding, .. }
            | Event::FindingListed { finding, .. }
            | Event::FindingUnlisted { finding } => vec![finding.letter],
        }
    }
}
