//! What people read of a year: each the plan, and of the rest what the matrix opens.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]

mod world;

use std::collections::BTreeSet;
use std::sync::Arc;
use styrbord_app::access::{Entry, Sight, Target, UseCase, Visitor, extract, may};
use styrbord_app::{Date, Language, Nok};
use styrbord_events::directory::Role;
use styrbord_events::work::{Agreement, Ground, Status};
use styrbord_events::{Command, ObjectId, PersonId, Stream, TextRef, UnitId, Year, measure, money, work};
use world::{DAY, OTHERS, OWN, World, person_of};

fn id(text: &str) -> ObjectId {
    text.parse().unwrap()
}

fn day(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

fn visitor(person: u32) -> Visitor {
    Visitor { person: PersonId(person), operator: false, language: Language::Nb, entry: Entry::Session }
}

/// Two years in which everything has words of its own.
fn worked() -> World {
    let mut world = World::new();
    for (stream, count) in [(OWN, 6), (OTHERS, 2)] {
        for number in 1..=count {
            work_on(&mut world, stream, id(&format!("assignment-{number}")));
        }
    }
    world
}

fn work_on(world: &mut World, stream: Stream, object: ObjectId) {
    let of_year = |text: &str| Some(format!("{text} {object} i {stream}"));
    let status = work::Command::ReportStatus {
        object,
        due: None,
        status: Status::AtRisk,
        comment: of_year("Venter på snø for"),
        delay: None,
        letter: None,
    };
    let organisation = world.book.years[&stream].ministry;
    let reference = of_year("Brev om").unwrap();
    let moved = work::Command::MoveDeadline {
        object,
        due: work::DueKey::whole(1),
        to: day("2025-11-03"),
        agreed: Agreement {
            organisation,
            person: None,
            ground: Ground::Writing { dated: day("2025-02-01"), reference },
        },
        comment: of_year("Flyttet"),
    };
    let delivered = work::Command::RegisterDeliverable {
        object,
        due: None,
        title: of_year("Rapport om").unwrap(),
        evidence: Vec::new(),
    };
    for command in [status, moved, delivered] {
        world.run_because(stream, Command::Work(command), of_year("Fordi").as_deref());
    }
    let entry = measure::Command::WriteEntry {
        object,
        period: measure::Period::year(2025),
        data: of_year("Tall for"),
        analysis: None,
        assessment: None,
    };
    let define =
        measure::Command::DefineSeries { under: Some(object), follows: None, card: Box::new(card(object)) };
    for command in [entry, define] {
        world.run(stream, Command::Measure(command));
    }
}

fn card(object: ObjectId) -> measure::Card<String> {
    serde_json::from_value(serde_json::json!({
        "name": format!("Stier av {object}"), "definition": "Ryddede stier", "population": "Alle stier",
        "unit": "percent", "share": {"numerator": "ryddede", "denominator": "alle"}, "stage": "output",
        "better": "higher", "source": "Stiregisteret", "frequency": "yearly", "first": "2025-01-01",
        "lag_days": 30, "owner": null, "baseline": null, "uncertainty": format!("Usikkert for {object}"),
    }))
    .unwrap()
}

/// Returns the texts of what became of one object.
fn said(year: &Year, object: ObjectId) -> BTreeSet<TextRef> {
    let all = serde_json::json!([
        year.work.items.get(&object),
        year.work.deliverables.get(&object),
        year.measure.series.get(&object),
        year.measure.entries.get(&object),
        year.sharing.showings.get(&object),
        year.money.sub_allocations.get(&object),
    ]);
    TextRef::named_in(&all).into_iter().collect()
}

#[test]
fn of_every_object_each_reads_the_words_that_the_matrix_opens_and_no_others() {
    let world = worked();
    let book = Arc::new(world.book);
    let (mut hidden, mut seen) = (0, 0);
    for person in 1..=12 {
        let asks = visitor(person);
        for stream in [OWN, OTHERS] {
            let sight = |use_case, target| may(&book, &asks, use_case, target, day(DAY));
            if sight(UseCase::SeeYear, Target::Year(stream)) != Some(Sight::Inside) {
                continue;
            }
            let read = extract(&book, stream, &asks, (&book, day(DAY)));
            let (whole, shown) = (&book.years[&stream], &read.book.years[&stream]);
            let words: BTreeSet<TextRef> =
                TextRef::named_in(&serde_json::to_value(shown).unwrap()).into_iter().collect();
            let is_open = |object: &&ObjectId| {
                sight(UseCase::ReadWork, Target::Object(stream, **object)) == Some(Sight::Inside)
            };
            let (open, closed): (Vec<&ObjectId>, Vec<&ObjectId>) = whole.touched.keys().partition(is_open);
            let known: BTreeSet<TextRef> = open.iter().flat_map(|object| said(whole, **object)).collect();
            for object in open {
                assert_eq!(shown.work.items.get(object), whole.work.items.get(object), "{person} {object}");
                assert_eq!(said(shown, *object), said(whole, *object), "{person} {object}");
                seen += said(whole, *object).len();
            }
            for object in closed {
                let secret: Vec<TextRef> = said(whole, *object).difference(&known).copied().collect();
                assert!(secret.iter().all(|text| !words.contains(text)), "{person} {stream} {object}");
                assert_eq!(shown.work.status(*object), Status::NotStarted, "{person} {object}");
                hidden += secret.len();
            }
        }
    }
    assert!(hidden > 60 && seen > 200, "{hidden} {seen}");
}

#[test]
fn the_plan_is_there_in_full_with_the_deadlines_that_hold() {
    let book = Arc::new(worked().book);
    let unit = visitor(person_of(Role::Unit));
    let read = extract(&book, OWN, &unit, (&book, day(DAY)));
    let (whole, shown) = (&book.years[&OWN], &read.book.years[&OWN]);
    assert_eq!(shown.letters, whole.letters);
    let days = |year: &Year, object| -> Vec<Option<Date>> {
        work::dues(year, object).iter().map(|due| due.date).collect()
    };
    for object in whole.letters.parts.keys() {
        assert_eq!(days(shown, *object), days(whole, *object), "{object}");
    }
    assert_eq!(days(shown, id("assignment-2")), [Some(day("2025-11-03"))]);
    // What is counted is counted of the own work.
    let followed = read.followed.unwrap();
    let counted: Vec<String> = followed.letters.parts.keys().map(ToString::to_string).collect();
    assert_eq!(counted, ["assignment-1", "assignment-6"]);
    assert!(!read.book.years.contains_key(&OTHERS));
}

#[test]
fn who_reads_all_of_a_year_is_given_the_book_itself() {
    let book = Arc::new(worked().book);
    for role in [Role::Controller, Role::Leader, Role::Reader] {
        let read = extract(&book, OWN, &visitor(person_of(role)), (&book, day(DAY)));
        assert!(Arc::ptr_eq(&read.book, &book) && read.followed.is_none(), "{role:?}");
    }
    // A token for calendars reads no history.
    let feed = Visitor { entry: Entry::Feed, ..visitor(person_of(Role::Controller)) };
    let read = extract(&book, OWN, &feed, (&book, day(DAY)));
    assert!(read.book.years[&OWN].work.items.values().all(|item| item.log.is_empty()));
}

#[test]
fn who_leads_a_unit_reads_what_the_unit_was_given_and_no_other_money() {
    let mut world = worked();
    let book = Arc::new(std::mem::take(&mut world.book));
    let leader = visitor(world::UNIT_LEADER);
    let read = extract(&book, OWN, &leader, (&book, day(DAY)));
    assert_eq!(read.book.years[&OWN].money, money::State::default());
    let mut given = (*book).clone();
    let year = given.years.get_mut(&OWN).unwrap();
    for (number, unit) in [(1, 1), (2, 2)] {
        let object = id(&format!("sub_allocation-{number}"));
        let stamp = year.letters.stages[0].stamp;
        let share = serde_json::from_value(serde_json::json!({
            "post": "post-1", "unit": UnitId(unit), "amount": Nok::ZERO,
            "title": year.work.deliverables[&id("deliverable-1")].title,
        }));
        let versions = vec![money::AmountVersion { amount: Nok::ZERO, over: None, stamp }];
        year.money.sub_allocations.insert(object, money::SubAllocation { share: share.unwrap(), versions });
        year.touched.insert(object, 1);
    }
    let given = Arc::new(given);
    let read = extract(&given, OWN, &leader, (&given, day(DAY)));
    let seen: Vec<ObjectId> = read.book.years[&OWN].money.sub_allocations.keys().copied().collect();
    assert_eq!(seen, [id("sub_allocation-1")]);
}
