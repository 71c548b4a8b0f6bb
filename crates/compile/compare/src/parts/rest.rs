//! Reports, meetings, duties and the rest of a letter as parts.

use super::money::post_label;
use crate::changes::{Field, PartKind, Value};
use crate::part::{Frame, Number, Part};
use styrbord_plan::{Authorisation, Plan};

/// Returns the reports.
pub(crate) fn reports(plan: &Plan, frame: Frame) -> Vec<Part> {
    let all = plan.reports.iter().enumerate();
    all.map(|(at, one)| {
        Part::new(PartKind::Report, at, &one.title, frame)
            .at(one.span)
            .with_day(Field::Date, one.due)
            .with_day(Field::CountDate, one.count_date)
            .with_frequency(one.frequency)
    })
    .collect()
}

/// Returns the meetings.
pub(crate) fn meetings(plan: &Plan, frame: Frame) -> Vec<Part> {
    let all = plan.meetings.iter().enumerate();
    all.map(|(at, one)| {
        // With a day as understood, its words say nothing more.
        let when = one.when.as_deref().filter(|_| one.date.is_none());
        Part::new(PartKind::Meeting, at, &one.title, frame)
            .at(one.span)
            .with_day(Field::Date, one.date)
            .with(Field::Count, one.count.map_or(Value::Nothing, |count| Value::Count(count.into())))
            .with_text(Field::When, when)
    })
    .collect()
}

/// Returns the duties in running text.
pub(crate) fn duties(plan: &Plan, frame: Frame) -> Vec<Part> {
    let all = plan.duties.iter().enumerate();
    all.map(|(at, one)| {
        Part::new(PartKind::Duty, at, &one.text, frame).at(one.span).with_day(Field::Date, one.due)
    })
    .collect()
}

/// Returns the announcements.
pub(crate) fn announcements(plan: &Plan, frame: Frame) -> Vec<Part> {
    let all = plan.announcements.iter().enumerate();
    all.map(|(at, one)| {
        Part::new(PartKind::Announcement, at, &one.text, frame)
            .at(one.span)
            .with_text(Field::Expected, one.expected.as_deref())
    })
    .collect()
}

/// Returns the authorisations; one for a post is numbered by it.
pub(crate) fn authorisations(plan: &Plan, frame: Frame) -> Vec<Part> {
    let label =
        |one: &Authorisation| one.chapter.zip(one.post).map(|(chapter, post)| post_label(chapter, post));
    let all = plan.authorisations.iter().enumerate();
    all.map(|(at, one)| {
        let label = label(one);
        let number = label.clone().map(|key| Number { key, lasts: true });
        Part::new(PartKind::Authorisation, at, &one.title, frame)
            .labelled(label.as_deref().unwrap_or_default(), number)
            .at(one.span)
            .with_amount(Field::Limit, one.limit_nok)
    })
    .collect()
}

/// Returns the common directions.
pub(crate) fn directions(plan: &Plan, frame: Frame) -> Vec<Part> {
    let all = plan.common_directions.iter().enumerate();
    all.map(|(at, one)| Part::new(PartKind::CommonDirection, at, &one.title, frame).at(one.span)).collect()
}

/// Returns the attachments. A supplementary letter numbers its own anew.
pub(crate) fn attachments(plan: &Plan, frame: Frame) -> Vec<Part> {
    let all = plan.attachments.iter().enumerate();
    all.map(|(at, one)| {
        let number = one.number.map(|number| number.to_string()).unwrap_or_default();
        let known = Some(number.clone()).filter(|number| !number.is_empty());
        let known =
            known.map(|key| Number { key, lasts: frame.one_year && frame.one_agency && !frame.amends });
        Part::new(PartKind::Attachment, at, &one.title, frame)
            .labelled(&number, known)
            .at(one.span)
            .with(Field::Present, Value::Flag(one.present))
    })
    .collect()
}
