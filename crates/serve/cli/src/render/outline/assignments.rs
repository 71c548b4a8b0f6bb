//! Assignments: number, title, who, what with, and every deadline at its place.

use super::{Outline, frequency_word};
use crate::texts::{self, join, outline as words};
use styrbord_app::Language;
use styrbord_app::plan::{Assignment, Deadline, DeadlineKind, Research};

pub(super) fn draw(assignments: &[Assignment], outline: &mut Outline<'_>) {
    outline.section(words::ASSIGNMENTS, assignments);
    let language = outline.language();
    for assignment in assignments {
        let number = assignment.number.as_deref().unwrap_or_default();
        let head = join([number, &assignment.title], ": ");
        outline.line(1, &head, &details(assignment, language), assignment.spans.first().copied());
        for deadline in &assignment.deadlines {
            let head = said(deadline, language);
            let printed = format!("«{}»", deadline.printed);
            outline.line(2, &head, &[printed], deadline.span);
        }
    }
}

/// Returns what stands beside an assignment's title: goal, marks, parties, measures, money.
pub(in crate::render) fn details(assignment: &Assignment, language: Language) -> Vec<String> {
    let word = |is: bool, text: texts::Text| if is { text.get(language).to_owned() } else { String::new() };
    let mut details = vec![
        assignment.goal_label.clone().unwrap_or_default(),
        word(!assignment.new, words::FROM_BEFORE),
        word(assignment.withheld, words::WITHHELD),
        word(assignment.research == Research::Full, words::RESEARCH),
        word(assignment.research == Research::Partly, words::PARTLY_RESEARCH),
    ];
    details.extend(assignment.lead.as_ref().map(|lead| words::LEAD.with(language, &[lead])));
    if !assignment.partners.is_empty() {
        details.push(words::PARTNERS.with(language, &[&assignment.partners.join(", ")]));
    }
    details.extend(assignment.measures.iter().map(|measure| match &measure.plan {
        Some(plan) => words::MEASURE_OF.with(language, &[&measure.number, plan]),
        None => words::MEASURE.with(language, &[&measure.number]),
    }));
    details.extend(assignment.funding.iter().map(|funding| match funding.year {
        Some(year) => words::FUNDING.with(language, &[&funding.amount_nok, &year]),
        None => funding.amount_nok.to_string(),
    }));
    details.extend(
        assignment
            .estimates
            .iter()
            .map(|one| words::ESTIMATE.with(language, &[&one.amount_nok, &one.from_year, &one.to_year])),
    );
    details
}

/// Returns the part, what kind of deadline it has, and the day as understood.
pub(in crate::render) fn said(deadline: &Deadline, language: Language) -> String {
    let part = join(
        [deadline.parent_part.as_deref().unwrap_or_default(), deadline.part.as_deref().unwrap_or_default()],
        ", ",
    );
    let label = if deadline.superseded { words::SUPERSEDED } else { words::DEADLINE };
    let day = deadline.date.map(|date| texts::date(date, language)).unwrap_or_default();
    let frequency =
        deadline.frequency.map(|frequency| frequency_word(frequency).get(language)).unwrap_or_default();
    let kind = match deadline.kind {
        DeadlineKind::Date => day,
        DeadlineKind::Period => words::PERIOD.with(language, &[&day]),
        DeadlineKind::Recurring if frequency.is_empty() => join([words::RECURRING.get(language), &day], ", "),
        DeadlineKind::Recurring => join([frequency, &day], ", "),
        DeadlineKind::Ongoing => words::ONGOING.get(language).to_owned(),
        DeadlineKind::InReport => join([words::IN_REPORT.get(language), &day], ", "),
        DeadlineKind::Invalid => words::INVALID.get(language).to_owned(),
        DeadlineKind::None => words::NO_DEADLINE.get(language).to_owned(),
    };
    join([join([part.as_str(), label.get(language)], ", "), kind], ": ")
}
