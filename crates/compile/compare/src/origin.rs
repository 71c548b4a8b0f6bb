//! Which letter each part of a plan comes from.

use styrbord_plan::{Assignment, Chapter, Plan, Portion};
use styrbord_source::Spot;

/// Returns the plan with every span saying which letter it lies in, counted from 1.
pub fn of_letter(mut plan: Plan, letter: usize) -> Plan {
    let letter = u32::try_from(letter).ok();
    let mut mark = |span: &mut Option<Spot>| {
        if let Some(spot) = span {
            spot.place.letter = letter;
        }
    };
    plan.goals.iter_mut().for_each(|one| mark(&mut one.span));
    plan.steering_parameters.iter_mut().for_each(|one| mark(&mut one.span));
    plan.requirements.iter_mut().for_each(|one| mark(&mut one.span));
    plan.assignments.iter_mut().for_each(|one| assignment(one, letter, &mut mark));
    plan.budget.iter_mut().for_each(|one| chapter(one, &mut mark));
    plan.reports.iter_mut().for_each(|one| mark(&mut one.span));
    plan.meetings.iter_mut().for_each(|one| mark(&mut one.span));
    plan.duties.iter_mut().for_each(|one| mark(&mut one.span));
    plan.announcements.iter_mut().for_each(|one| mark(&mut one.span));
    plan.authorisations.iter_mut().for_each(|one| mark(&mut one.span));
    plan.common_directions.iter_mut().for_each(|one| mark(&mut one.span));
    plan.attachments.iter_mut().for_each(|one| mark(&mut one.span));
    plan.not_understood.iter_mut().for_each(|one| mark(&mut one.span));
    plan
}

fn assignment(one: &mut Assignment, letter: Option<u32>, mark: &mut impl FnMut(&mut Option<Spot>)) {
    for spot in &mut one.spans {
        spot.place.letter = letter;
    }
    one.measures.iter_mut().for_each(|measure| mark(&mut measure.span));
    one.funding.iter_mut().for_each(|funding| mark(&mut funding.span));
    one.estimates.iter_mut().for_each(|estimate| mark(&mut estimate.span));
    one.deadlines.iter_mut().for_each(|deadline| mark(&mut deadline.span));
}

fn chapter(one: &mut Chapter, mark: &mut impl FnMut(&mut Option<Spot>)) {
    mark(&mut one.span);
    for post in &mut one.posts {
        mark(&mut post.span);
        portions(&mut post.breakdown, mark);
    }
}

/// Marks portions to any depth, without a call for each level.
fn portions(all: &mut [Portion], mark: &mut impl FnMut(&mut Option<Spot>)) {
    let mut open: Vec<&mut Portion> = all.iter_mut().collect();
    while let Some(portion) = open.pop() {
        mark(&mut portion.span);
        open.extend(portion.breakdown.iter_mut());
    }
}
