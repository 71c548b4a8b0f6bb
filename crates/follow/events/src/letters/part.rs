//! One part of a plan, whatever it is.

use crate::ids::ObjectKind;
use serde::{Deserialize, Serialize};
use styrbord_plan::{
    Announcement, Assignment, Attachment, Authorisation, Chapter, CommonDirection, Duty, Goal, Meeting, Post,
    Report, Requirement, SteeringParameter,
};
use styrbord_source::Spot;

/// A part of a plan as one letter has it. The shapes are the plan's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartValue {
    /// A goal or sub-goal.
    Goal(Goal),
    /// A steering parameter.
    Parameter(SteeringParameter),
    /// A performance requirement.
    Requirement(Requirement),
    /// An assignment.
    Assignment(Box<Assignment>),
    /// A chapter; its posts are parts of their own and left out here.
    Chapter(Chapter),
    /// A post of a chapter, with its portions.
    Post {
        /// The number of the chapter.
        chapter: u32,
        /// The post.
        post: Post,
    },
    /// A report that is due.
    Report(Report),
    /// A meeting.
    Meeting(Meeting),
    /// A duty in running text.
    Duty(Duty),
    /// Something announced for later.
    Announcement(Announcement),
    /// An authorisation.
    Authorisation(Authorisation),
    /// A common direction.
    Direction(CommonDirection),
    /// An attachment that the letter lists.
    Attachment(Attachment),
}

/// Returns what kind of object a part is.
pub fn value_kind(value: &PartValue) -> ObjectKind {
    match value {
        PartValue::Goal(_) => ObjectKind::Goal,
        PartValue::Parameter(_) => ObjectKind::Parameter,
        PartValue::Requirement(_) => ObjectKind::Requirement,
        PartValue::Assignment(_) => ObjectKind::Assignment,
        PartValue::Chapter(_) => ObjectKind::Chapter,
        PartValue::Post { .. } => ObjectKind::Post,
        PartValue::Report(_) => ObjectKind::Report,
        PartValue::Meeting(_) => ObjectKind::Meeting,
        PartValue::Duty(_) => ObjectKind::Duty,
        PartValue::Announcement(_) => ObjectKind::Announcement,
        PartValue::Authorisation(_) => ObjectKind::Authorisation,
        PartValue::Direction(_) => ObjectKind::Direction,
        PartValue::Attachment(_) => ObjectKind::Attachment,
    }
}

impl PartValue {
    /// Returns the number or label, as printed; of a post `671.60`.
    pub fn label(&self) -> Option<String> {
        let filled = |label: &str| (!label.is_empty()).then(|| label.to_owned());
        match self {
            PartValue::Goal(goal) => filled(&goal.label),
            PartValue::Parameter(parameter) => filled(&parameter.label),
            PartValue::Assignment(assignment) => assignment.number.clone(),
            PartValue::Chapter(chapter) => Some(chapter.chapter.to_string()),
            PartValue::Post { chapter, post } => Some(format!("{chapter}.{:02}", post.post)),
            PartValue::Attachment(attachment) => attachment.number.map(|number| number.to_string()),
            _ => None,
        }
    }

    /// Returns the title or text, as printed.
    pub fn title(&self) -> &str {
        match self {
            PartValue::Goal(goal) => &goal.title,
            PartValue::Parameter(parameter) => &parameter.title,
            PartValue::Requirement(requirement) => &requirement.text,
            PartValue::Assignment(assignment) => &assignment.title,
            PartValue::Chapter(chapter) => &chapter.title,
            PartValue::Post { post, .. } => &post.title,
            PartValue::Report(report) => &report.title,
            PartValue::Meeting(meeting) => &meeting.title,
            PartValue::Duty(duty) => &duty.text,
            PartValue::Announcement(announcement) => &announcement.text,
            PartValue::Authorisation(authorisation) => &authorisation.title,
            PartValue::Direction(direction) => &direction.title,
            PartValue::Attachment(attachment) => &attachment.title,
        }
    }

    /// Returns where it stands in its letter.
    pub fn span(&self) -> Option<Spot> {
        match self {
            PartValue::Goal(goal) => goal.span,
            PartValue::Parameter(parameter) => parameter.span,
            PartValue::Requirement(requirement) => requirement.span,
            PartValue::Assignment(assignment) => assignment.spans.first().copied(),
            PartValue::Chapter(chapter) => chapter.span,
            PartValue::Post { post, .. } => post.span,
            PartValue::Report(report) => report.span,
            PartValue::Meeting(meeting) => meeting.span,
            PartValue::Duty(duty) => duty.span,
            PartValue::Announcement(announcement) => announcement.span,
            PartValue::Authorisation(authorisation) => authorisation.span,
            PartValue::Direction(direction) => direction.span,
            PartValue::Attachment(attachment) => attachment.span,
        }
    }
}

/// Why a part of a later letter is held to be one that the year has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Match {
    /// Number or label, title, or both agree; the word of the comparison (`number_and_title`, `similar_title`, …).
    Compared(String),
    /// A person answered the question.
    Answered,
    /// The letter says so.
    Stated,
}
