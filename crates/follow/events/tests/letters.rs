//! Letters: what a document does to the parts, what is refused, what is awaited, and the next year.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]

mod common;

use common::{Desk, day, registered, started_with};
use styrbord_events::letters::{
    Cause, Document, DocumentKind, Event, FindingKey, Match, PartChange, PartValue, Stage,
};
use styrbord_events::work::{self, Status};
use styrbord_events::{Basis, Book, Command, ObjectId, OrganisationId, Stream, letters};
use styrbord_money::Nok;
use styrbord_plan::{Announcement, Assignment, Chapter, Post};

fn id(text: &str) -> ObjectId {
    text.parse().unwrap()
}

fn assignment(title: &str) -> PartValue {
    PartValue::Assignment(Box::new(Assignment { title: title.to_owned(), ..Assignment::default() }))
}

fn post(number: u32, kroner: i64) -> PartValue {
    let amount_nok = Some(Nok::from_kroner(kroner));
    PartValue::Post { chapter: 512, post: Post { post: number, amount_nok, ..Post::default() } }
}

fn document(kind: DocumentKind) -> Document {
    Document { kind, title: "Brev".to_owned(), number: None, date: None, file: None, hash: None }
}

fn receive(kind: DocumentKind, changes: Vec<PartChange>) -> Command {
    Command::Letters(letters::Command::Receive { document: document(kind), changes })
}

fn change(part: &str, value: PartValue) -> PartChange {
    PartChange::Change { part: id(part), value, matched: Match::Compared("number".to_owned()) }
}

/// A desk with two assignments, an announcement, and two posts of a chapter.
fn desk() -> (Desk, Stream) {
    let announcement =
        Announcement { text: "Tillegg nr. 1 kommer i juni".to_owned(), ..Announcement::default() };
    started_with(vec![
        assignment("Rapport om stier"),
        assignment("Veileder om bruer"),
        PartValue::Announcement(announcement),
        PartValue::Chapter(Chapter { chapter: 512, ..Chapter::default() }),
        post(1, 100),
        post(45, 20),
    ])
}

#[test]
fn nothing_that_a_letter_said_is_overwritten() {
    let (mut desk, stream) = desk();
    let repeal = PartChange::Repeal { part: id("assignment-2"), text: "Utgår".to_owned(), span: None };
    let changes = vec![change("assignment-1", assignment("Rapport om alle stier")), repeal];
    desk.run_on(stream, "2025-06-01", &receive(DocumentKind::Supplement, changes)).unwrap();
    let back = vec![change("assignment-2", assignment("Veileder om bruer"))];
    desk.run_on(stream, "2025-08-01", &receive(DocumentKind::Order, back)).unwrap();
    let state = &desk.book.years[&stream].letters;
    let first = &state.parts[&id("assignment-1")];
    assert_eq!(first.history[0].value.title(), "Rapport om stier");
    assert_eq!(first.value.title(), "Rapport om alle stier");
    let second = &state.parts[&id("assignment-2")];
    assert!(second.repealed.is_none() && second.restored[0].letter == id("letter-2"));
    let titles = |held: letters::Held| -> Vec<String> {
        held.plan.assignments.iter().map(|one| one.title.clone()).collect()
    };
    assert_eq!(titles(state.held_before(id("letter-2"))), ["Rapport om stier", "Veileder om bruer"]);
    assert_eq!(titles(state.held_after(id("letter-2"))), ["Rapport om alle stier"]);
    assert_eq!(titles(state.held()), ["Rapport om alle stier", "Veileder om bruer"]);
    let effects = state.only_changes(id("letter-2"));
    assert_eq!(effects.len(), 2);
    assert_eq!((effects[0].fields.len(), effects[0].fields[0].field.as_str()), (1, "title"));
    assert!(
        matches!(&effects[1].repealed.as_ref().unwrap().cause, Cause::Stated { text, .. } if text == "Utgår")
    );
    desk.assert_replays();
}

#[test]
fn a_letter_says_what_it_does_to_the_money() {
    let (mut desk, stream) = desk();
    let repeal = PartChange::Repeal { part: id("post-2"), text: "Utgår".to_owned(), span: None };
    let changes = vec![change("post-1", post(1, 130)), PartChange::Add { value: post(70, 5) }, repeal];
    desk.run(stream, &receive(DocumentKind::Supplement, changes)).unwrap();
    let effect = desk.book.years[&stream].letters.money_effect(id("letter-2"));
    let kroner = |amount: Nok| amount.whole_kroner().unwrap();
    let posts: Vec<_> =
        effect.posts.iter().map(|post| (post.label.as_str(), kroner(post.change_nok.unwrap()))).collect();
    assert_eq!(posts, [("512.01", 30), ("512.45", -20), ("512.70", 5)]);
    assert_eq!([effect.before_nok, effect.change_nok, effect.after_nok].map(kroner), [120, 15, 135]);
}

#[test]
fn income_is_never_added_to_spending() {
    let (mut desk, stream) = desk();
    let PartValue::Post { post, .. } = post(2, 7) else { panic!("no post") };
    let changes = vec![PartChange::Add { value: PartValue::Post { chapter: 3512, post } }];
    desk.run(stream, &receive(DocumentKind::Supplement, changes)).unwrap();
    let effect = desk.book.years[&stream].letters.money_effect(id("letter-2"));
    assert_eq!([effect.change_nok, effect.after_nok], [Nok::ZERO, Nok::from_kroner(120)]);
    assert_eq!([effect.income.change_nok, effect.income.after_nok], [Nok::from_kroner(7); 2]);
}

#[test]
fn a_part_is_found_again_by_its_place_in_the_plan() {
    let (desk, stream) = desk();
    let held = desk.book.years[&stream].letters.held();
    assert_eq!(held.parts().count(), 6);
    for (kind, path, id) in held.parts() {
        let value = letters::Held::value(&held.plan, kind, path).unwrap();
        assert_eq!(value, desk.book.years[&stream].letters.parts[&id].value, "{id}");
    }
    assert_eq!(letters::Held::places(&held.plan).len(), 6);
}

#[test]
fn what_a_document_may_not_do_is_refused() {
    let (mut desk, stream) = desk();
    let drop = |part: &str| PartChange::Drop { part: id(part), cause: Cause::NotInCorrection };
    let twice = vec![drop("assignment-1"), drop("assignment-1")];
    let long = PartChange::Add { value: assignment(&"a".repeat(20_001)) };
    for (code, kind, changes) in [
        ("has-a-letter", DocumentKind::Allocation, Vec::new()),
        ("pack-is-real", DocumentKind::Pack, Vec::new()),
        ("carried-over", DocumentKind::CarriedOver, Vec::new()),
        ("no-such-object", DocumentKind::Correction(id("letter-9")), Vec::new()),
        ("no-such-object", DocumentKind::Supplement, vec![drop("assignment-9")]),
        ("named-twice", DocumentKind::Supplement, twice),
        ("another-kind", DocumentKind::Supplement, vec![change("assignment-1", post(1, 1))]),
        ("text-too-long", DocumentKind::Supplement, vec![long]),
        (
            "no-such-object",
            DocumentKind::Supplement,
            vec![PartChange::Meet { announcement: id("announcement-2") }],
        ),
    ] {
        assert_eq!(desk.refused(stream, &receive(kind, changes)), code);
    }
    desk.run(stream, &receive(DocumentKind::Supplement, vec![drop("assignment-1")])).unwrap();
    assert_eq!(
        desk.refused(stream, &receive(DocumentKind::Supplement, vec![drop("assignment-1")])),
        "repealed"
    );
}

#[test]
fn what_is_announced_is_awaited_until_it_comes() {
    let (mut desk, stream) = desk();
    let awaited = |desk: &Desk| desk.book.years[&stream].letters.awaited().count();
    assert_eq!(awaited(&desk), 1);
    let meet = PartChange::Meet { announcement: id("announcement-1") };
    desk.run(stream, &receive(DocumentKind::Supplement, vec![meet.clone()])).unwrap();
    assert_eq!(awaited(&desk), 0);
    assert_eq!(desk.book.years[&stream].letters.met[&id("announcement-1")].letter, id("letter-2"));
    assert_eq!(desk.refused(stream, &receive(DocumentKind::Supplement, vec![meet])), "not-awaited");
}

#[test]
fn a_year_goes_on_and_never_back() {
    let (mut desk, stream) = desk();
    let stage = |stage| Command::Letters(letters::Command::SetStage { stage });
    assert_eq!(desk.refused(stream, &stage(Stage::Planning)), "no-such-step");
    desk.run(stream, &stage(Stage::Closed)).unwrap();
    assert_eq!(desk.refused(stream, &stage(Stage::Running)), "no-such-step");
    assert_eq!(desk.refused(stream, &receive(DocumentKind::Supplement, Vec::new())), "year-closed");
    let (mut empty, stream) = registered();
    let (agency, ministry) = (OrganisationId(1), OrganisationId(2));
    let start = |stage| {
        Command::Letters(letters::Command::Start { agency, ministry, year: 2025, stage, simulated: true })
    };
    assert_eq!(empty.refused(stream, &start(Stage::Closed)), "no-start");
    empty.run(stream, &start(Stage::Planning)).unwrap();
    assert_eq!(empty.refused(stream, &start(Stage::Planning)), "already-started");
    assert_eq!(empty.refused(stream, &stage(Stage::Running)), "no-letter");
}

#[test]
fn the_next_year_begins_with_what_is_open() {
    let (mut desk, stream) = desk();
    let cancelled = Command::Work(work::Command::ReportStatus {
        object: id("assignment-1"),
        due: None,
        status: Status::Cancelled,
        comment: Some("Etter samtale".to_owned()),
        delay: None,
        letter: None,
    });
    desk.run(stream, &cancelled).unwrap();
    let next = Stream::Year(OrganisationId(1), 2026);
    let open = Command::Letters(letters::Command::OpenNext);
    assert_eq!(desk.refused(Stream::Year(OrganisationId(1), 2027), &open), "no-such-year");
    desk.run(next, &open).unwrap();
    assert_eq!(desk.refused(next, &open), "already-started");
    let year = &desk.book.years[&next];
    assert_eq!((year.letters.stage, year.simulated), (Stage::Planning, true));
    let carried: Vec<ObjectId> = year.letters.parts.values().map(|part| part.carried.unwrap().part).collect();
    assert_eq!(carried, [id("assignment-2"), id("announcement-1")]);
    assert!(year.letters.main_letter().is_none());
    // The planned year takes its own letter in beside the running one.
    desk.run(
        next,
        &receive(DocumentKind::Allocation, vec![change("assignment-1", assignment("Ny veileder"))]),
    )
    .unwrap();
    assert_eq!(desk.book.years[&stream].letters.plan().assignments.len(), 2);
    desk.assert_replays();
}

#[test]
fn a_day_is_asked_by_what_was_known_or_by_what_held() {
    let (mut desk, stream) = desk();
    let mut envelope = desk.envelope(stream);
    envelope.at = styrbord_events::Instant::start_of(day("2025-07-01"));
    envelope.on = day("2025-06-20");
    let added = vec![PartChange::Add { value: assignment("Vardevakt") }];
    desk.run_in(&envelope, &receive(DocumentKind::Supplement, added)).unwrap();
    for (date, basis, expected) in [
        ("2025-06-19", Basis::InForce, 2),
        ("2025-06-20", Basis::InForce, 3),
        ("2025-06-20", Basis::Known, 2),
        ("2025-07-01", Basis::Known, 3),
    ] {
        let book = Book::as_of(&desk.records, day(date), basis).unwrap();
        assert_eq!(book.plan(stream).unwrap().assignments.len(), expected, "{date} {basis:?}");
    }
}

#[test]
fn what_refers_to_nothing_changes_nothing() {
    let (desk, stream) = desk();
    let mut book = desk.book.clone();
    let stamp_from = desk.records.last().unwrap();
    for event in [
        Event::PartChanged {
            part: id("assignment-9"),
            letter: id("letter-7"),
            value: assignment("x"),
            matched: Match::Stated,
        },
        Event::PartChanged {
            part: id("assignment-1"),
            letter: id("letter-7"),
            value: post(1, 1),
            matched: Match::Stated,
        },
        Event::PartRepealed { part: id("post-9"), letter: id("letter-7"), cause: Cause::Divided },
        Event::AnnouncementMet { announcement: id("announcement-9"), letter: id("letter-7") },
        Event::PartAdded {
            part: id("post-7"),
            letter: id("letter-7"),
            value: assignment("x"),
            from: Vec::new(),
        },
    ] {
        book.take(stamp_from, &styrbord_events::Event::Letters(event));
    }
    assert_eq!(book.years[&stream].letters, desk.book.years[&stream].letters);
}

fn finding(letter: &str, quote: &str, number: u32) -> FindingKey {
    FindingKey { letter: id(letter), code: "doubled-word".to_owned(), quote: quote.to_owned(), number }
}

#[test]
fn a_finding_is_accepted_with_a_reason_and_that_is_taken_back() {
    let (mut desk, stream) = desk();
    let accept = |reason: &str| {
        let (finding, reason) = (finding("letter-1", "og og", 1), reason.to_owned());
        Command::Letters(letters::Command::AcceptFinding { finding, reason })
    };
    let back = |reason: &str| {
        let (finding, reason) = (finding("letter-1", "og og", 1), reason.to_owned());
        Command::Letters(letters::Command::TakeBackAcceptance { finding, reason })
    };
    assert_eq!(desk.refused(stream, &back("Feil")), "finding-not-accepted");
    assert_eq!(desk.refused(stream, &accept(" \n")), "text-missing");
    desk.run(stream, &accept("Et navn")).unwrap();
    assert_eq!(desk.refused(stream, &accept("Et annet navn")), "finding-accepted");
    let known = |desk: &Desk| desk.book.years[&stream].letters.findings.iter().next().unwrap().clone();
    let (reason, stamp) = known(&desk).accepted().unwrap();
    assert_eq!(desk.notes.iter().find(|note| note.reference == reason).unwrap().text, "Et navn");
    assert_eq!((stamp.seq, known(&desk).touched()), (desk.book.seq, desk.book.seq));
    assert_eq!(desk.refused(stream, &back("")), "text-missing");
    desk.run(stream, &back("Det var ikke et navn")).unwrap();
    assert_eq!(known(&desk).accepted(), None);
    desk.run(stream, &accept("Likevel")).unwrap();
    // The same words elsewhere in the letter are another finding.
    let other = desk.book.years[&stream].letters.findings.get(&finding("letter-1", "og og", 2));
    assert_eq!((known(&desk).steps.len(), other), (3, None));
    desk.assert_replays();
}

#[test]
fn findings_are_listed_for_the_ministry_with_a_note() {
    let (mut desk, stream) = desk();
    let list = |note: Option<&str>| {
        let note = note.map(str::to_owned);
        Command::Letters(letters::Command::ListFinding { finding: finding("letter-1", "og og", 1), note })
    };
    let off = Command::Letters(letters::Command::UnlistFinding { finding: finding("letter-1", "og og", 1) });
    assert_eq!(desk.refused(stream, &off), "finding-not-listed");
    desk.run(stream, &list(None)).unwrap();
    assert_eq!(desk.refused(stream, &list(Some(" "))), "same-as-before");
    desk.run(stream, &list(Some("Spør i møtet"))).unwrap();
    let state = &desk.book.years[&stream].letters.findings;
    let known = state.get(&finding("letter-1", "og og", 1)).unwrap();
    assert!(known.listed().unwrap().0.is_some() && known.accepted().is_none());
    desk.run(stream, &off).unwrap();
    assert_eq!(desk.refused(stream, &off), "finding-not-listed");
    desk.assert_replays();
}

#[test]
fn only_a_letter_of_the_year_has_findings() {
    let (mut desk, stream) = desk();
    let list = |finding: FindingKey| Command::Letters(letters::Command::ListFinding { finding, note: None });
    for (code, finding) in [
        ("no-such-object", finding("letter-9", "og og", 1)),
        ("no-such-object", finding("assignment-1", "og og", 1)),
        ("no-finding", finding("letter-1", "og og", 0)),
        ("no-finding", finding("letter-1", &"å".repeat(2001), 1)),
        ("text-missing", FindingKey { code: String::new(), ..finding("letter-1", "og og", 1) }),
    ] {
        assert_eq!(desk.refused(stream, &list(finding)), code);
    }
    let unlisted = Event::FindingUnlisted { finding: finding("letter-7", "x", 1) };
    let mut book = desk.book.clone();
    book.take(desk.records.last().unwrap(), &styrbord_events::Event::Letters(unlisted));
    assert_eq!(book.years[&stream].letters, desk.book.years[&stream].letters);
    desk.run(stream, &Command::Letters(letters::Command::SetStage { stage: Stage::Closed })).unwrap();
    assert_eq!(desk.refused(stream, &list(finding("letter-1", "og og", 1))), "year-closed");
}
