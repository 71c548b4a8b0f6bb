//! The year itself, and letters, circulars and orders of every kind.

use crate::draw::Draw;
use crate::parts::{KINDS, part};
use std::collections::BTreeSet;
use styrbord_events::letters::{
    Cause, Command, Document, DocumentKind, FindingKey, Match, PartChange, Stage,
};
use styrbord_events::{Hash, ObjectKind, OrganisationId, Stream};

pub(super) fn draw(draw: &mut Draw<'_>) -> Command {
    match draw.chance.below(30) {
        0 => {
            let (agency, year) = match draw.stream {
                Stream::Year(agency, year) => (agency, year),
                Stream::Directory => (draw.organisation(), draw.number()),
            };
            let ministry = draw.organisation();
            Command::Start { agency, ministry, year, stage: stage(draw), simulated: true }
        }
        1 => Command::OpenNext,
        2 => Command::SetStage { stage: stage(draw) },
        3..=5 => Command::MeetAnnouncement {
            announcement: draw.object(&[ObjectKind::Announcement]),
            letter: draw.object(&[ObjectKind::Letter]),
        },
        6..=15 => finding(draw),
        _ => received(draw),
    }
}

/// Something about one of a few findings, so that the same one is met again.
fn finding(draw: &mut Draw<'_>) -> Command {
    let finding = FindingKey {
        letter: draw.object(&[ObjectKind::Letter]),
        code: "doubled-word".to_owned(),
        quote: "og og".to_owned(),
        number: draw.chance.below(3) as u32,
    };
    match draw.chance.below(4) {
        0 => Command::AcceptFinding { finding, reason: draw.text() },
        1 => Command::TakeBackAcceptance { finding, reason: draw.text() },
        2 => Command::ListFinding { finding, note: draw.some_text() },
        _ => Command::UnlistFinding { finding },
    }
}

/// Starts the running year of the stream.
pub(crate) fn start(agency: OrganisationId, ministry: OrganisationId, year: i16) -> Command {
    Command::Start { agency, ministry, year, stage: Stage::Running, simulated: true }
}

/// An allocation letter with some parts of every kind.
pub(crate) fn allocation(draw: &mut Draw<'_>) -> Command {
    let mut changes = Vec::new();
    for kind in KINDS {
        for _ in 0..=draw.chance.below(2) {
            changes.push(PartChange::Add { value: part(draw, *kind) });
        }
    }
    let document = Document { date: None, hash: None, ..document(draw, DocumentKind::Allocation) };
    Command::Receive { document, changes }
}

/// Closing is seldom: nothing can be done in a closed year.
fn stage(draw: &mut Draw<'_>) -> Stage {
    match draw.chance.below(12) {
        0 => Stage::Closed,
        1..=3 => Stage::Planning,
        _ => Stage::Running,
    }
}

fn document(draw: &mut Draw<'_>, kind: DocumentKind) -> Document {
    let number = draw.chance.below(2000);
    Document {
        kind,
        title: format!("Brev nr. {number} (simulert)"),
        number: draw.chance.percent(40).then(|| number.to_string()),
        date: draw.chance.percent(60).then(|| draw.day()),
        file: None,
        hash: draw.chance.percent(30).then(|| Hash::of_bytes(&number.to_be_bytes())),
    }
}

fn received(draw: &mut Draw<'_>) -> Command {
    let kinds = [
        DocumentKind::Allocation,
        DocumentKind::Supplement,
        DocumentKind::Supplement,
        DocumentKind::Instruction,
        DocumentKind::Circular,
        DocumentKind::Order,
        DocumentKind::Order,
        DocumentKind::Commission,
        DocumentKind::Correction(draw.object(&[ObjectKind::Letter])),
        DocumentKind::Correction(draw.object(&[ObjectKind::Letter])),
        DocumentKind::Pack,
        DocumentKind::CarriedOver,
    ];
    let kind = draw.chance.pick(&kinds).unwrap_or(DocumentKind::Circular);
    let count = draw.chance.below(6);
    let mut changes: Vec<PartChange> = (0..count).map(|_| change(draw)).collect();
    if draw.chance.percent(90) {
        // Mostly each part is named once.
        let mut named = BTreeSet::new();
        changes.retain(|change| change.part().is_none_or(|part| named.insert(part)));
    }
    Command::Receive { document: document(draw, kind), changes }
}

fn change(draw: &mut Draw<'_>) -> PartChange {
    let kind = draw.chance.pick(KINDS).unwrap_or(ObjectKind::Assignment);
    let object = draw.object(&[kind]);
    match draw.chance.below(12) {
        0..=3 => PartChange::Add { value: part(draw, kind) },
        4 => PartChange::AddFrom { value: part(draw, kind), from: vec![object] },
        5..=8 => {
            let value = part(draw, object.kind);
            PartChange::Change { part: object, value, matched: Match::Stated }
        }
        9 => PartChange::Repeal { part: object, text: "Oppdraget utgår".to_owned(), span: None },
        10 => PartChange::Drop { part: object, cause: Cause::NotInCorrection },
        _ => PartChange::Meet { announcement: draw.object(&[ObjectKind::Announcement]) },
    }
}
