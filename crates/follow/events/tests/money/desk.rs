//! A desk with an invented letter: a research post, an operations post, and two authorisations.

use crate::common::{Desk, started_with};
use styrbord_events::letters::{Document, DocumentKind, Match, PartChange, PartValue};
use styrbord_events::money::{Command, Draw, PostNode, Terms, tree};
use styrbord_events::{ObjectId, Stream, Year, letters};
use styrbord_money::Nok;
use styrbord_plan::{Assignment, Authorisation, Chapter, Portion, PortionKind, Post};

pub const MILLION: i64 = 1_000_000;

pub fn millions(amount: i64) -> Nok {
    Nok::from_kroner(amount * MILLION)
}

pub fn id(text: &str) -> ObjectId {
    text.parse().unwrap()
}

pub fn portion(title: &str, amount: i64, kind: PortionKind, breakdown: Vec<Portion>) -> Portion {
    Portion { title: title.to_owned(), amount_nok: millions(amount), kind, breakdown, ..Portion::default() }
}

/// A research post: 25 million, of which 10 are bound for two projects, 4 are for a new one, and 11 are free.
pub fn research_post() -> Post {
    let bound = vec![
        portion("Stier og slitasje", 6, PortionKind::Commitment, vec![]),
        portion("Varder i fjellet", 4, PortionKind::Commitment, vec![]),
    ];
    let new = vec![Portion {
        assignment: Some("2025-03".to_owned()),
        ..portion("Skilt på samisk", 4, PortionKind::NewProject, vec![])
    }];
    Post {
        post: 21,
        title: "Spesielle driftsutgifter".to_owned(),
        amount_nok: Some(millions(25)),
        appropriation_nok: Some(millions(30)),
        agency_share_nok: Some(millions(25)),
        keywords: vec!["kan overføres".to_owned(), "kan nyttes under post 01".to_owned()],
        breakdown: vec![
            portion("Bundet", 10, PortionKind::Commitment, bound),
            portion("Nye prosjekter", 4, PortionKind::NewProject, new),
            portion("Udisponert", 11, PortionKind::Free, vec![]),
        ],
        ..Post::default()
    }
}

pub fn operations_post(amount: i64) -> Post {
    let title = "Driftsutgifter".to_owned();
    Post { post: 1, title, amount_nok: Some(millions(amount)), ..Post::default() }
}

/// post-1 is 571.21 (research), post-2 is 570.01 (operations).
pub fn letter() -> Vec<PartValue> {
    let title = "Fjellvettdirektoratet".to_owned();
    let chapter = Chapter { chapter: 570, title, stated_sum_nok: Some(millions(100)), ..Chapter::default() };
    let assignment = Assignment {
        number: Some("2025-03".to_owned()),
        title: "Skilt på samisk".to_owned(),
        ..Assignment::default()
    };
    let authorisation = Authorisation {
        title: "Bestillingsfullmakt".to_owned(),
        chapter: Some(570),
        limit_nok: Some(millions(5)),
        ..Authorisation::default()
    };
    let unlimited = Authorisation { title: "Merinntektsfullmakt".to_owned(), ..Authorisation::default() };
    vec![
        PartValue::Post { chapter: 571, post: research_post() },
        PartValue::Post { chapter: 570, post: operations_post(100) },
        PartValue::Chapter(chapter),
        PartValue::Assignment(Box::new(assignment)),
        PartValue::Authorisation(authorisation),
        PartValue::Authorisation(unlimited),
    ]
}

pub fn started() -> (Desk, Stream) {
    started_with(letter())
}

pub fn year(desk: &Desk, stream: Stream) -> &Year {
    &desk.book.years[&stream]
}

pub fn post(desk: &Desk, stream: Stream, chapter: u32) -> PostNode {
    let tree = tree(year(desk, stream));
    tree.chapters.into_iter().find(|of| of.chapter == chapter).unwrap().posts.remove(0)
}

pub fn money(command: Command) -> styrbord_events::Command {
    styrbord_events::Command::Money(command)
}

pub fn terms(post: &str, amounts: &[(i16, i64)]) -> Terms<String> {
    Terms {
        post: id(post),
        title: "Kontrakt".to_owned(),
        amounts: amounts.iter().map(|(year, amount)| (*year, millions(*amount))).collect(),
        assignment: None,
        project: None,
        portion: None,
        recipient: None,
    }
}

pub fn commit(terms: Terms<String>) -> styrbord_events::Command {
    money(Command::Commit { terms, over: None })
}

pub fn draw(commitment: &str, month: &str, amount: i64) -> styrbord_events::Command {
    let draw = Draw { month: month.parse().unwrap(), amount: millions(amount) };
    money(Command::Draw { commitment: id(commitment), draw })
}

/// Takes a letter in that gives a post as it is from now on.
pub fn amend(desk: &mut Desk, stream: Stream, part: &str, chapter: u32, post: Post) {
    let document = Document {
        kind: DocumentKind::Supplement,
        title: "Supplerende tildelingsbrev nr. 1".to_owned(),
        number: None,
        date: None,
        file: None,
        hash: None,
    };
    let value = PartValue::Post { chapter, post };
    let changes = vec![PartChange::Change { part: id(part), value, matched: Match::Stated }];
    let command = letters::Command::Receive { document, changes };
    desk.run(stream, &styrbord_events::Command::Letters(command)).unwrap();
}
