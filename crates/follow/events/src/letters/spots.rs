//! The places of a part in its letters.

use super::PartValue;
use styrbord_plan::{Assignment, Portion};
use styrbord_source::Spot;

/// Writes the number of the letter into every place of a part that names none yet.
pub(crate) fn mark(value: &mut PartValue, letter: u32) {
    each(value, &mut |spot| {
        if let Some(spot) = spot {
            spot.place.letter = spot.place.letter.or(Some(letter));
        }
    });
}

/// Returns a part without its places: what is left is what it says.
pub fn without_spots(value: &PartValue) -> PartValue {
    let mut value = value.clone();
    each(&mut value, &mut |spot| *spot = None);
    value
}

/// Visits every place. Those of an assignment that are left empty are taken out.
fn each(value: &mut PartValue, visit: &mut impl FnMut(&mut Option<Spot>)) {
    match value {
        PartValue::Goal(one) => visit(&mut one.span),
        PartValue::Parameter(one) => visit(&mut one.span),
        PartValue::Requirement(one) => visit(&mut one.span),
        PartValue::Assignment(one) => assignment(one, visit),
        PartValue::Chapter(one) => visit(&mut one.span),
        PartValue::Post { post, .. } => {
            visit(&mut post.span);
            portions(&mut post.breakdown, visit);
        }
        PartValue::Report(one) => visit(&mut one.span),
        PartValue::Meeting(one) => visit(&mut one.span),
        PartValue::Duty(one) => visit(&mut one.span),
        PartValue::Announcement(one) => visit(&mut one.span),
        PartValue::Authorisation(one) => visit(&mut one.span),
        PartValue::Direction(one) => visit(&mut one.span),
        PartValue::Attachment(one) => visit(&mut one.span),
    }
}

fn assignment(one: &mut Assignment, visit: &mut impl FnMut(&mut Option<Spot>)) {
    let visited = one.spans.drain(..).filter_map(|spot| {
        let mut spot = Some(spot);
        visit(&mut spot);
        spot
    });
    one.spans = visited.collect();
    // The words of each place are the compiler's own; a record does not keep them.
    one.places.clear();
    one.measures.iter_mut().for_each(|measure| visit(&mut measure.span));
    one.funding.iter_mut().for_each(|funding| visit(&mut funding.span));
    one.estimates.iter_mut().for_each(|estimate| visit(&mut estimate.span));
    one.deadlines.iter_mut().for_each(|deadline| visit(&mut deadline.span));
}

/// Visits portions to any depth, without a call for each level.
fn portions(all: &mut [Portion], visit: &mut impl FnMut(&mut Option<Spot>)) {
    let mut open: Vec<&mut Portion> = all.iter_mut().collect();
    while let Some(portion) = open.pop() {
        visit(&mut portion.span);
        open.extend(portion.breakdown.iter_mut());
    }
}
