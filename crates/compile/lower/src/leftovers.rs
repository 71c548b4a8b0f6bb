//! What looks like a part of the plan but was not understood, and its share of the letter's lines.

use crate::assignments::leading_assignment_number;
use crate::view::{Line, LineKind, View};
use crate::words::{ASSIGNMENT_WORDS, PARAMETER_WORDS, lower};
use styrbord_plan::{NotUnderstood, Plan, SectionRole};
use styrbord_source::Span;
use styrbord_syntax::leading_label;

/// Lists what was not understood.
pub(crate) fn read(view: &View<'_>, plan: &mut Plan, taken: &[bool]) {
    let known = known_spans(plan);
    let covered = |span: Span| {
        let at = known.partition_point(|other| other.start < span.end);
        known[..at].iter().rev().take(64).any(|other| other.overlaps(span))
    };
    let mut lines = 0;
    for (at, line) in view.lines.iter().enumerate() {
        let span = line.flow.span();
        if taken.get(at) == Some(&true) || covered(span) || matches!(line.role, SectionRole::Contents) {
            continue;
        }
        if looks_like_plan(view, at) && !names_known_chapter(line, plan) {
            let place = view.spot(span);
            lines += place.place.end_line - place.place.line + 1;
            plan.not_understood.push(NotUnderstood { text: line.flow.joined(), span: Some(place) });
        }
    }
    let all = view.source.text().lines().filter(|line| !line.trim().is_empty()).count().max(1) as u32;
    plan.not_understood_permille = lines * 1000 / all;
}

/// Tells whether a line looks like a row, a label or an amount that belongs to the plan.
fn looks_like_plan(view: &View<'_>, at: usize) -> bool {
    let line = &view.lines[at];
    let text = line.text();
    if matches!(line.kind, LineKind::Heading(_)) {
        return false;
    }
    if line.kind == LineKind::Row {
        let money = matches!(line.role, SectionRole::Budget | SectionRole::Income) && line.row > 0;
        let amount = text.lines().any(|cell| {
            styrbord_money::parse_cell(cell, styrbord_money::Unit::Kroner)
                .is_some_and(|found| found.amount.ore() >= 100_000)
        });
        return money
            && amount
            && !lower(text).contains("termin")
            && leading_assignment_number(text).is_none()
            && !is_known_sum(text);
    }
    let label = leading_label(text);
    let labelled = label.as_ref().is_some_and(|label| {
        let word = lower(label.word);
        let own = PARAMETER_WORDS.contains(&word.as_str())
            || ASSIGNMENT_WORDS.contains(&word.as_str()) && word != "id";
        own && !label.number.is_empty() && label.separated
    });
    let numbered = leading_assignment_number(text)
        .is_some_and(|(_, start)| text[start..].starts_with(char::is_uppercase))
        && line.first;
    labelled || numbered
}

/// Tells whether a row begins with a chapter that the plan has: an overview says again what the chapters hold.
fn names_known_chapter(line: &Line, plan: &Plan) -> bool {
    let low = lower(line.text());
    let number = ["kap.", "kapittel", "kap "].iter().find_map(|word| low.strip_prefix(word)).map(|rest| {
        let rest = rest.trim_start();
        &rest[..rest.bytes().take_while(u8::is_ascii_digit).count()]
    });
    line.kind == LineKind::Row
        && number
            .is_some_and(|number| plan.budget.iter().any(|chapter| chapter.chapter.to_string() == number))
}

fn is_known_sum(text: &str) -> bool {
    text.lines()
        .any(|cell| ["sum", "samla", "samlet", "totalt"].iter().any(|word| lower(cell).starts_with(word)))
}

/// Returns the spans of everything in the plan, in order.
fn known_spans(plan: &Plan) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut push = |spot: Option<styrbord_source::Spot>| out.extend(spot.map(|spot| spot.span));
    plan.goals.iter().for_each(|goal| push(goal.span));
    plan.steering_parameters.iter().for_each(|parameter| push(parameter.span));
    plan.requirements.iter().for_each(|requirement| push(requirement.span));
    plan.reports.iter().for_each(|report| push(report.span));
    plan.meetings.iter().for_each(|meeting| push(meeting.span));
    for chapter in &plan.budget {
        push(chapter.span);
        for post in &chapter.posts {
            push(post.span);
            for portion in &post.breakdown {
                push(portion.span);
                portion.breakdown.iter().for_each(|inner| push(inner.span));
            }
        }
    }
    plan.authorisations.iter().for_each(|authorisation| push(authorisation.span));
    plan.repeals.iter().for_each(|repeal| push(repeal.span));
    plan.evidence.titles.iter().for_each(|title| push(Some(title.spot)));
    out.sort_unstable();
    out
}
