//! What the next year takes over besides the plan: money that is bound, series, and those who answer for them.

use crate::{LETTER, id, letter, on, small};
use std::collections::BTreeMap;
use styrbord_app::follow::{Office, Reception};
use styrbord_calendar::Date;
use styrbord_events::measure::{Better, Card, ChainStage, Unit};
use styrbord_events::money::{Terms, awaiting};
use styrbord_events::work::Responsibility;
use styrbord_events::{Book, Command, ObjectId, PersonId, Stream, directory, measure, money, work};
use styrbord_money::Nok;
use styrbord_store::Sqlite;

/// The letter of 2026: its posts stand in another order, so that none has the id that it had.
fn letter_2026(operations: &str) -> String {
    let budget = LETTER.split("## Budsjett").next().unwrap();
    let head = budget
        .replace("2025 for", "2026 for")
        .replace("desember 2024", "desember 2025")
        .replace("| 2025-01 | Kartlegge råte i trebrygger langs kysten | 01.06.2025 |\n", "");
    format!(
        "{head}## Budsjett\n\n| Kap./post | Betegnelse | Beløp (kroner) |\n|---|---|---:|\n\
         | **512** | **Bryggetilsynet** | |\n| 512.45 | Større utstyrsanskaffelser | 2 700 000 |\n\
         | 512.01 | Driftsutgifter | {operations} |\n"
    )
}

fn terms(post: &str, assignment: Option<&str>, amounts: &[(i16, i64)]) -> Terms<String> {
    Terms {
        post: id(post),
        title: "Kontrakt".to_owned(),
        amounts: amounts.iter().map(|(year, kroner)| (*year, Nok::from_kroner(*kroner))).collect(),
        assignment: assignment.map(id),
        project: None,
        portion: None,
        recipient: None,
    }
}

fn run(office: &mut Office<Sqlite>, stream: Stream, command: Command) -> Book {
    office.run(&on("2025-02-01"), stream, command).unwrap()
}

fn commit(office: &mut Office<Sqlite>, stream: Stream, terms: Terms<String>) {
    run(office, stream, Command::Money(money::Command::Commit { terms, over: None }));
}

fn bound(book: &Book, stream: Stream) -> Vec<(ObjectId, String, BTreeMap<i16, Nok>)> {
    let year = &book.years[&stream];
    let row = |(id, bound): (&ObjectId, &money::Commitment)| {
        let post = year.letters.parts[&bound.terms.post].value.label().unwrap();
        (*id, post, bound.amounts.clone())
    };
    year.money.commitments.iter().map(row).collect()
}

fn waiting(book: &Book, stream: Stream) -> Vec<(ObjectId, Option<ObjectId>)> {
    let waits = awaiting(book, &book.years[&stream]);
    waits.into_iter().map(|waits| (waits.carried.from.commitment, waits.post)).collect()
}

#[test]
fn commitments_go_to_the_posts_of_the_new_letter_by_their_numbers() {
    let (mut office, started) = small();
    commit(&mut office, started.stream, terms("post-1", Some("assignment-2"), &[(2025, 1), (2026, 900_000)]));
    commit(&mut office, started.stream, terms("post-1", None, &[(2025, 500_000)]));
    commit(&mut office, started.stream, terms("post-2", None, &[(2026, 2_000_000), (2027, 7)]));
    commit(&mut office, started.stream, terms("post-2", None, &[(2026, 1_000_000)]));
    let (book, next) = office.open_next(&on("2025-11-01"), started.stream).unwrap();
    // Nobody knows yet which posts there will be.
    assert_eq!(
        waiting(&book, next),
        [(id("commitment-1"), None), (id("commitment-3"), None), (id("commitment-4"), None)]
    );
    let none = Reception::default();
    let text = letter_2026("39 000 000");
    let received = office.receive(&on("2025-12-30"), next, &letter("2026.md", &text), &none).unwrap();
    let kroner = |amounts: &[(i16, i64)]| terms("post-1", None, amounts).amounts;
    assert_eq!(
        bound(&received.book, next),
        [
            (id("commitment-1"), "512.01".to_owned(), kroner(&[(2026, 900_000)])),
            (id("commitment-2"), "512.45".to_owned(), kroner(&[(2026, 2_000_000), (2027, 7)])),
        ]
    );
    let year = &received.book.years[&next];
    let first = &year.money.commitments[&id("commitment-1")];
    assert_eq!((first.terms.post, first.from.unwrap().commitment), (id("post-2"), id("commitment-1")));
    let assignment = year.letters.parts[&first.terms.assignment.unwrap()].carried.unwrap();
    assert_eq!(assignment.part, id("assignment-2"));
    // The two bind more than the post has: which of them shall wait is for a person to say.
    assert_eq!(waiting(&received.book, next), [(id("commitment-4"), Some(id("post-1")))]);
    // A letter that says the same again binds nothing twice, and one that gives more lets the rest in.
    let corrected = text.replace("2 700 000", "3 000 000");
    let received = office.receive(&on("2026-01-05"), next, &letter("2026b.md", &corrected), &none).unwrap();
    assert_eq!(waiting(&received.book, next), []);
    assert_eq!(bound(&received.book, next).len(), 3);
}

#[test]
fn series_and_owners_go_on_under_the_new_letter() {
    let (mut office, started) = small();
    let stream = started.stream;
    let agency = started.book.years[&stream].agency;
    let person = directory::Command::RegisterPerson { name: "Kari Brygge".to_owned(), organisation: agency };
    run(&mut office, Stream::Directory, Command::Directory(person));
    let owner = Some(PersonId(1));
    let responsibility = Responsibility { owner, ..Responsibility::default() };
    let assign = work::Command::Assign { object: id("assignment-2"), due: None, responsibility };
    run(&mut office, stream, Command::Work(assign));
    let card = Card {
        name: "Trygge brygger".to_owned(),
        definition: "Andel brygger uten råte".to_owned(),
        population: "Offentlige trebrygger".to_owned(),
        unit: Unit::Percent,
        share: None,
        stage: ChainStage::UserEffect,
        better: Better::Higher,
        source: "Bryggeregisteret".to_owned(),
        frequency: None,
        first: Date::parse_iso("2024-01-01").unwrap(),
        lag_days: 60,
        owner,
        baseline: None,
        uncertainty: Some("Ikke alle brygger er sett".to_owned()),
    };
    let under = Some(id("goal-1"));
    let define = measure::Command::DefineSeries { under, follows: None, card: Box::new(card) };
    run(&mut office, stream, Command::Measure(define));
    let (_, next) = office.open_next(&on("2025-11-01"), stream).unwrap();
    let none = Reception::default();
    let text = letter_2026("39 000 000");
    let received = office.receive(&on("2025-12-30"), next, &letter("2026.md", &text), &none).unwrap();
    let year = &received.book.years[&next];
    let series = &year.measure.series[&id("series-1")];
    assert_eq!((series.card.owner, series.under), (owner, under));
    let goal = &year.letters.parts[&id("goal-1")];
    assert_eq!((goal.letter, goal.repealed.as_ref()), (received.letter, None));
    let held = year.work.items[&id("assignment-2")].responsibility.as_ref().unwrap();
    let was = year.letters.parts[&id("assignment-2")].carried.unwrap();
    assert_eq!((held.value.owner, was.part), (owner, id("assignment-2")));
    assert_eq!(office.person("kari brygge").unwrap(), PersonId(1));
}
