//! Parts of invented letters.

use crate::draw::Draw;
use styrbord_events::ObjectKind;
use styrbord_events::letters::PartValue;
use styrbord_money::Nok;
use styrbord_plan::{
    Announcement, Assignment, Attachment, Authorisation, Chapter, CommonDirection, Deadline, DeadlineKind,
    Duty, Goal, Meeting, Portion, PortionKind, Post, Report, Requirement, SteeringParameter,
};

const THINGS: &[&str] = &["Stier", "Varder", "Skilt", "Bruer", "Hytter", "Skred", "Reinbeite", "Løyper"];
const POSTS: &[(u32, u32)] = &[(570, 1), (570, 21), (570, 60), (571, 45), (571, 70), (3570, 4)];

/// Every kind of part.
pub const KINDS: &[ObjectKind] = &[
    ObjectKind::Goal,
    ObjectKind::Parameter,
    ObjectKind::Requirement,
    ObjectKind::Assignment,
    ObjectKind::Chapter,
    ObjectKind::Post,
    ObjectKind::Report,
    ObjectKind::Meeting,
    ObjectKind::Duty,
    ObjectKind::Announcement,
    ObjectKind::Authorisation,
    ObjectKind::Direction,
    ObjectKind::Attachment,
];

/// Draws a part of a kind; another kind of object gives an assignment.
pub fn part(draw: &mut Draw<'_>, kind: ObjectKind) -> PartValue {
    let title = format!("{} i fjellet {}", draw.chance.word(THINGS), draw.chance.below(50));
    let number = 1 + draw.chance.below(6) as u32;
    let (number, label) = (Some(number), number.to_string());
    match kind {
        ObjectKind::Goal => PartValue::Goal(Goal { number, label, title, parent: None, span: None }),
        ObjectKind::Parameter => PartValue::Parameter(SteeringParameter {
            number,
            label,
            title,
            goal: number,
            goal_label: None,
            span: None,
        }),
        ObjectKind::Requirement => {
            PartValue::Requirement(Requirement { text: title, parent: None, span: None })
        }
        ObjectKind::Chapter => {
            let chapter = draw.chance.pick(&[570, 571, 3570]).unwrap_or(570);
            PartValue::Chapter(Chapter { chapter, title, ..Chapter::default() })
        }
        ObjectKind::Post => post(draw, title),
        ObjectKind::Report => {
            let due = draw.chance.percent(60).then(|| near(draw));
            let frequency = draw.chance.percent(40).then(|| draw.frequency());
            PartValue::Report(Report { title, due, frequency, ..Report::default() })
        }
        ObjectKind::Meeting => {
            let date = draw.chance.percent(50).then(|| near(draw));
            PartValue::Meeting(Meeting { title, count: number, date, ..Meeting::default() })
        }
        ObjectKind::Duty => {
            let due = draw.chance.percent(50).then(|| near(draw));
            PartValue::Duty(Duty { text: title, due, ..Duty::default() })
        }
        ObjectKind::Announcement => {
            PartValue::Announcement(Announcement { text: title, ..Announcement::default() })
        }
        ObjectKind::Authorisation => {
            let limit_nok = draw.chance.percent(50).then(|| Nok::from_kroner(50_000_000));
            PartValue::Authorisation(Authorisation { title, limit_nok, ..Authorisation::default() })
        }
        ObjectKind::Direction => {
            PartValue::Direction(CommonDirection { title, ..CommonDirection::default() })
        }
        ObjectKind::Attachment => {
            PartValue::Attachment(Attachment { number, title, ..Attachment::default() })
        }
        _ => assignment(draw, title),
    }
}

fn near(draw: &mut Draw<'_>) -> styrbord_calendar::Date {
    styrbord_calendar::Date::nearest(draw.number(), 1, 1).add_days(draw.chance.below(420) as i32)
}

fn post(draw: &mut Draw<'_>, title: String) -> PartValue {
    let (chapter, post) = draw.chance.pick(POSTS).unwrap_or((570, 1));
    let amount = draw.chance.percent(85).then(|| 100_000_000 + draw.chance.below(200_000_000) as i64);
    let portion = |title: &str, kroner: i64, kind| Portion {
        title: title.to_owned(),
        amount_nok: Nok::from_kroner(kroner),
        kind,
        ..Portion::default()
    };
    let breakdown = if draw.chance.percent(50) {
        vec![
            portion("Bundet", 9_000_000, PortionKind::Commitment),
            portion("Nye prosjekter", 4_000_000, PortionKind::NewProject),
            portion("Udisponert", 11_000_000, PortionKind::Free),
        ]
    } else {
        Vec::new()
    };
    let change_nok = draw.chance.percent(10).then(|| Nok::from_kroner(draw.chance.below(9_000_000) as i64));
    let amount_nok = amount.filter(|_| change_nok.is_none()).map(Nok::from_kroner);
    PartValue::Post {
        chapter,
        post: Post { post, title, amount_nok, change_nok, breakdown, ..Post::default() },
    }
}

fn assignment(draw: &mut Draw<'_>, title: String) -> PartValue {
    let count = draw.chance.below(4);
    let deadlines = (0..count).map(|_| deadline(draw)).collect();
    let number = draw.chance.percent(70).then(|| format!("2025-{:02}", draw.chance.below(30)));
    let partners = if draw.chance.percent(30) { vec!["Stiverket".to_owned()] } else { Vec::new() };
    PartValue::Assignment(Box::new(Assignment {
        number,
        title,
        new: true,
        deadlines,
        partners,
        ..Assignment::default()
    }))
}

fn deadline(draw: &mut Draw<'_>) -> Deadline {
    let part = draw.chance.percent(40).then(|| format!("Del {}", 1 + draw.chance.below(3)));
    let kinds = [
        DeadlineKind::Date,
        DeadlineKind::Date,
        DeadlineKind::Date,
        DeadlineKind::Recurring,
        DeadlineKind::Ongoing,
        DeadlineKind::InReport,
        DeadlineKind::Period,
        DeadlineKind::None,
    ];
    let kind = draw.chance.pick(&kinds).unwrap_or_default();
    let dated = matches!(kind, DeadlineKind::Date | DeadlineKind::Period);
    let date = dated.then(|| near(draw));
    let frequency = (kind == DeadlineKind::Recurring).then(|| draw.frequency());
    let printed = date.map_or_else(|| "etter avtale".to_owned(), |day| day.to_string());
    Deadline { part, kind, date, frequency, printed, ..Deadline::default() }
}
