//! Money: bound, paid, given, used, expected.

use crate::draw::Draw;
use std::collections::BTreeMap;
use std::fmt::Write;
use styrbord_events::letters::PartValue;
use styrbord_events::money::import::{Extent, ImportChoice, read_ledger, read_state_accounts};
use styrbord_events::money::{
    ChargeSide, Command, Draw as Payment, Month, ProjectTerms, ProjectYear, Recipient, Share, Terms, awaiting,
};
use styrbord_events::{ObjectId, ObjectKind};
use styrbord_money::Nok;

pub(super) fn draw(draw: &mut Draw<'_>) -> Command {
    match draw.chance.below(30) {
        0..=10 => commitments(draw),
        11..=16 => shares(draw),
        17..=20 => authorisations(draw),
        21..=25 => projects(draw),
        26 => {
            let post = draw.object(&[ObjectKind::Post]);
            Command::Forecast { post, amount: draw.amount(), explanation: draw.some_text() }
        }
        27 => {
            let post = draw.object(&[ObjectKind::Post]);
            Command::ExplainVariance { post, month: month(draw), text: draw.text() }
        }
        _ => import(draw),
    }
}

fn commitments(draw: &mut Draw<'_>) -> Command {
    let commitment = draw.object(&[ObjectKind::Commitment]);
    match draw.chance.below(12) {
        0..=3 => {
            let post = draw.object(&[ObjectKind::Post]);
            let terms = Terms {
                post,
                title: draw.text(),
                amounts: amounts(draw),
                assignment: draw.chance.percent(20).then(|| draw.object(&[ObjectKind::Assignment])),
                project: draw.chance.percent(20).then(|| draw.object(&[ObjectKind::Project])),
                portion: portion(draw),
                recipient: recipient(draw),
            };
            Command::Commit { terms, over: over(draw) }
        }
        4 => carried(draw),
        5 | 6 => Command::ChangeCommitment { commitment, amounts: amounts(draw), over: over(draw) },
        7..=9 => {
            let amount = draw.amount();
            let amount =
                if draw.chance.percent(10) { Nok::from_ore(-amount.ore().abs() / 4) } else { amount };
            Command::Draw { commitment, draw: Payment { month: month(draw), amount } }
        }
        10 => Command::Release { commitment, amount: draw.amount() },
        _ => Command::Close { commitment },
    }
}

/// Carries over a commitment that waits for it, if there is one.
fn carried(draw: &mut Draw<'_>) -> Command {
    let waits: Vec<ObjectId> = draw
        .year()
        .map(|year| awaiting(draw.book, year).into_iter().map(|one| one.carried.from.commitment).collect())
        .unwrap_or_default();
    let commitment = draw.chance.pick(&waits).unwrap_or_else(|| draw.object(&[ObjectKind::Commitment]));
    let post = draw.chance.percent(60).then(|| draw.object(&[ObjectKind::Post]));
    Command::Carry { commitment, post, portion: None, over: over(draw) }
}

fn shares(draw: &mut Draw<'_>) -> Command {
    let charge = draw.object(&[ObjectKind::Charge]);
    let amount = draw.amount();
    match draw.chance.below(9) {
        0..=2 => {
            let post = draw.object(&[ObjectKind::Post]);
            let share = Share { post, unit: draw.unit(), title: draw.text(), amount };
            Command::SubAllocate { share, over: over(draw) }
        }
        3 => {
            let sub_allocation = draw.object(&[ObjectKind::SubAllocation]);
            Command::ChangeSubAllocation { sub_allocation, amount, over: over(draw) }
        }
        4..=6 => {
            let side = if draw.chance.percent(70) {
                ChargeSide::Given { post: draw.object(&[ObjectKind::Post]), to: draw.organisation() }
            } else {
                ChargeSide::Received {
                    from: draw.organisation(),
                    chapter: 579,
                    post: draw.chance.below(120) as u32,
                }
            };
            Command::Charge { side, title: draw.text(), amount, over: over(draw) }
        }
        7 => Command::ChangeCharge { charge, amount, over: over(draw) },
        _ => Command::ReportCharge { charge, month: month(draw), used: amount },
    }
}

fn authorisations(draw: &mut Draw<'_>) -> Command {
    let authorisation = draw.object(&[ObjectKind::Authorisation]);
    let amount = draw.amount();
    match draw.chance.below(5) {
        0..=2 => {
            let commitment = draw.chance.percent(30).then(|| draw.object(&[ObjectKind::Commitment]));
            Command::UseAuthorisation { authorisation, amount, purpose: draw.text(), commitment }
        }
        3 => Command::ReturnAuthorisation { authorisation, amount },
        _ => Command::LimitAuthorisation { authorisation, limit: amount, basis: draw.text() },
    }
}

fn projects(draw: &mut Draw<'_>) -> Command {
    let project = draw.object(&[ObjectKind::Project]);
    match draw.chance.below(9) {
        0..=3 => {
            let terms = ProjectTerms {
                post: draw.object(&[ObjectKind::Post]),
                title: draw.text(),
                amounts: costs(draw),
                assignment: draw.chance.percent(30).then(|| draw.object(&[ObjectKind::Assignment])),
                portion: portion(draw),
                performer: recipient(draw),
            };
            Command::RegisterProject { terms, over: over(draw) }
        }
        4 | 5 => Command::ChangeProject { project, amounts: costs(draw), over: over(draw) },
        6 => Command::DeliverProject { project, reference: draw.text() },
        7 => Command::PublishProject { project, reference: draw.text() },
        _ => Command::CancelProject { project },
    }
}

fn over(draw: &mut Draw<'_>) -> Option<String> {
    draw.chance.percent(25).then(|| draw.text())
}

fn portion(draw: &mut Draw<'_>) -> Option<String> {
    draw.chance.percent(15).then(|| draw.chance.word(&["Bundet", "Nye prosjekter", "Ukjent"]))
}

fn recipient(draw: &mut Draw<'_>) -> Option<Recipient<String>> {
    match draw.chance.below(3) {
        0 => Some(Recipient::Organisation(draw.organisation())),
        1 => Some(Recipient::Named(draw.text())),
        _ => None,
    }
}

fn amounts(draw: &mut Draw<'_>) -> BTreeMap<i16, Nok> {
    let mut amounts = BTreeMap::new();
    for ahead in 0..=draw.chance.below(3) as i16 {
        let year = draw.number() + ahead - i16::from(draw.chance.percent(2));
        amounts.insert(year, draw.amount());
    }
    amounts
}

fn costs(draw: &mut Draw<'_>) -> BTreeMap<i16, ProjectYear> {
    let new = if draw.chance.percent(40) { Nok::from_kroner(2_000_000) } else { Nok::ZERO };
    amounts(draw).into_iter().map(|(year, committed)| (year, ProjectYear { committed, new })).collect()
}

fn month(draw: &mut Draw<'_>) -> Month {
    let year = if draw.chance.percent(96) { draw.number() } else { draw.number() - 1 };
    let month = Month::new(year, 1 + draw.chance.below(12) as u8);
    month.or(Month::of(draw.today)).unwrap_or_else(|| unreachable!())
}

/// A file of actuals for some of the posts, now and then with a post that the year does not have.
fn import(draw: &mut Draw<'_>) -> Command {
    let parts = draw.year().map(|year| &year.letters.parts).into_iter().flatten();
    let posts: Vec<(u32, u32)> = parts
        .filter_map(|(_, part)| match &part.value {
            PartValue::Post { chapter, post } => Some((*chapter, post.post)),
            _ => None,
        })
        .collect();
    let state = draw.chance.percent(40);
    let mut file = if state {
        "Periode;Kapittel_id;Post_id;Artskonto_id;Virksomhet_id;Beløp\n".to_owned()
    } else {
        "period;chapter;post;account;amount\n".to_owned()
    };
    for _ in 0..=draw.chance.below(6) {
        let wild = draw.chance.percent(2);
        let (chapter, post) = draw.chance.pick(&posts).filter(|_| !wild).unwrap_or((999, 9));
        let (month, account) = (month(draw), 500 + draw.chance.below(3) * 10);
        let kroner = draw.chance.below(9_000_000);
        // A formatted write into a text cannot fail.
        let _ = if state {
            writeln!(file, "{month};{chapter};{chapter}{post:02};{account};1;{kroner},50")
        } else {
            writeln!(file, "{month};{chapter};{post};{account};{kroner},25")
        };
    }
    let extent = if draw.chance.percent(30) { Extent::WholeMonths } else { Extent::Listed };
    let choice = ImportChoice { extent, leave_out: Vec::new() };
    let reading = if state {
        read_state_accounts("regnskap.csv", file.as_bytes(), None)
    } else {
        read_ledger("hovedbok.csv", file.as_bytes())
    };
    match reading {
        Ok(reading) => Command::ImportActuals { reading, choice },
        Err(refusal) => unreachable!("the invented file is a ledger: {refusal}"),
    }
}
