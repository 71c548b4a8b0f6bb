//! Who sees what.

use crate::draw::Draw;
use styrbord_events::sharing::Command;
use styrbord_events::{ObjectId, ObjectKind};

pub(super) fn draw(draw: &mut Draw<'_>) -> Command {
    match draw.chance.below(10) {
        0..=4 => Command::Share { objects: objects(draw) },
        5..=7 => Command::Submit { objects: objects(draw) },
        _ => {
            let shown: Vec<ObjectId> =
                draw.year().map(|year| year.sharing.showings.keys().copied().collect()).unwrap_or_default();
            let object = draw.chance.pick(&shown).unwrap_or_else(|| one(draw));
            Command::TakeBack { object }
        }
    }
}

fn objects(draw: &mut Draw<'_>) -> Vec<ObjectId> {
    let count = if draw.chance.percent(97) { 1 + draw.chance.below(4) } else { 0 };
    (0..count).map(|_| one(draw)).collect()
}

fn one(draw: &mut Draw<'_>) -> ObjectId {
    use ObjectKind::{Assignment, Commitment, Post, Project, Report, Series};
    draw.object(&[Assignment, Assignment, Series, Post, Commitment, Project, Report])
}
