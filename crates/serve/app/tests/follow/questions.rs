//! What a letter leaves open: divided and joined parts, several that fit, and repeals that name nothing for certain.

use crate::{id, letter, on, simulated};
use styrbord_app::follow::{
    Answers, Failure, Incoming, Office, OnlyChanges, Question, Received, Reception, Start, Why, only_changes,
};
use styrbord_events::letters::{Cause, Match};
use styrbord_events::{ObjectId, Stream};
use styrbord_store::Sqlite;

fn text(head: &str, body: &str) -> Incoming {
    letter(&format!("{head}.md"), &format!("# {head} for Bryggetilsynet\n\n## Oppdrag\n\n{body}\n"))
}

/// Returns an office with a year whose letter says this.
fn started(body: &str) -> (Office<Sqlite>, Stream) {
    let mut office = Office::in_memory().unwrap();
    let named = |name: &str| Some(name.to_owned());
    let start =
        Start { agency: named("Bryggetilsynet"), ministry: named("Havnedepartementet"), ..simulated() };
    let received = office.start(&on("2025-01-02"), &text("Tildelingsbrev 2025", body), &start).unwrap();
    (office, received.stream)
}

fn give(
    office: &mut Office<Sqlite>,
    stream: Stream,
    incoming: &Incoming,
    answers: &[&str],
) -> Result<Received, Failure> {
    let answers = Answers::read(answers.iter().copied()).unwrap();
    office.receive(&on("2025-03-02"), stream, incoming, &Reception { answers, ..Reception::default() })
}

fn asked(office: &mut Office<Sqlite>, stream: Stream, incoming: &Incoming) -> Vec<Question> {
    match give(office, stream, incoming, &[]) {
        Err(Failure::Asked(questions)) => questions,
        other => panic!("nothing was asked: {other:?}"),
    }
}

fn candidates(question: &Question) -> Vec<ObjectId> {
    question.candidates.iter().map(|candidate| candidate.part).collect()
}

const BOTH: &str =
    "2025-01 Veileder for eiere av brygger og kurs for kommunale kontrollører. Frist: 2. juni 2025";
const GUIDE: &str = "2025-11 Veileder for eiere av brygger. Frist: 2. juni 2025";
const COURSE: &str = "2025-12 Kurs for kommunale kontrollører. Frist: 1. oktober 2025";

#[test]
fn pieces_of_a_divided_assignment_are_asked_one_by_one() {
    let corrected = text("Tildelingsbrev 2025", &format!("{GUIDE}\n\n{COURSE}"));
    let (mut office, stream) = started(BOTH);
    let questions = asked(&mut office, stream, &corrected);
    let whole = vec![id("assignment-1")];
    assert!(questions.iter().all(|one| one.why == Why::Split && candidates(one) == whole), "{questions:?}");
    assert_eq!(questions.len(), 2);
    assert!(questions[0].lines[0].contains("Veileder") && questions[1].lines[0].contains("Kurs"));
    // One piece goes on as the old part, the other one is new and knows where it comes from.
    let received = give(&mut office, stream, &corrected, &["1=assignment-1", "2=new"]).unwrap();
    let parts = &received.book.years[&stream].letters.parts;
    assert_eq!(parts[&id("assignment-1")].value.title(), "Veileder for eiere av brygger.");
    assert_eq!(parts[&id("assignment-1")].history[1].matched, Some(Match::Answered));
    assert_eq!(parts[&id("assignment-2")].from, whole);
    // Both are new: the old one was divided, and says so.
    let (mut office, stream) = started(BOTH);
    let received = give(&mut office, stream, &corrected, &["1=new", "2=new"]).unwrap();
    let parts = &received.book.years[&stream].letters.parts;
    assert_eq!(parts[&id("assignment-1")].repealed.as_ref().unwrap().cause, Cause::Divided);
    assert_eq!((&parts[&id("assignment-2")].from, &parts[&id("assignment-3")].from), (&whole, &whole));
    // Both cannot be the one.
    let (mut office, stream) = started(BOTH);
    let twice = give(&mut office, stream, &corrected, &["1=assignment-1", "2=assignment-1"]);
    assert!(matches!(twice, Err(Failure::Answer(_))));
}

#[test]
fn joined_assignments_are_asked_and_keep_their_origin() {
    let corrected = text("Tildelingsbrev 2025", BOTH);
    let two = format!("{GUIDE}\n\n{COURSE}");
    let (mut office, stream) = started(&two);
    let questions = asked(&mut office, stream, &corrected);
    let pieces = vec![id("assignment-1"), id("assignment-2")];
    assert_eq!(questions.len(), 1, "{questions:?}");
    assert_eq!((questions[0].why, candidates(&questions[0])), (Why::Merged, pieces.clone()));
    let received = give(&mut office, stream, &corrected, &["1=new"]).unwrap();
    let parts = &received.book.years[&stream].letters.parts;
    assert_eq!(parts[&id("assignment-3")].from, pieces);
    for piece in &pieces {
        assert_eq!(parts[piece].repealed.as_ref().unwrap().cause, Cause::Divided);
    }
    let (mut office, stream) = started(&two);
    let received = give(&mut office, stream, &corrected, &["1=assignment-2"]).unwrap();
    let parts = &received.book.years[&stream].letters.parts;
    assert_eq!(parts[&id("assignment-1")].repealed.as_ref().unwrap().cause, Cause::Divided);
    assert!(parts[&id("assignment-2")].repealed.is_none() && parts.len() == 2);
}

#[test]
fn what_could_be_several_is_asked_and_nothing_is_guessed() {
    let (mut office, stream) = started("2025-01 Plan for trygge gangveier langs sjøen. Frist: 2. juni 2025");
    let corrected = text(
        "Tildelingsbrev 2025",
        "2025-11 Plan for trygge gangveier langs elva. Frist: 2. juni 2025\n\n\
         2025-12 Plan for trygge gangveier langs fjorden. Frist: 2. juni 2025",
    );
    let questions = asked(&mut office, stream, &corrected);
    let only = vec![id("assignment-1")];
    assert_eq!(questions.len(), 2, "{questions:?}");
    assert!(questions.iter().all(|one| one.why == Why::Ambiguous && candidates(one) == only));
    let received = give(&mut office, stream, &corrected, &["1=new", "2=assignment-1"]).unwrap();
    let parts = &received.book.years[&stream].letters.parts;
    assert!(parts[&id("assignment-1")].value.title().contains("fjorden"));
    assert!(parts[&id("assignment-2")].value.title().contains("elva"));
    assert!(parts[&id("assignment-2")].from.is_empty());
}

const MACHINES: &str = "Oppdrag 2 Kontroll av bryggefester. Frist: 1. september 2025\n\n\
                        Oppdrag 3 Felles billettmaskiner for fergekaier. Frist: 1. oktober 2025";

#[test]
fn an_unclear_repeal_takes_nothing_away_until_it_is_answered() {
    let supplement = text(
        "Supplerende tildelingsbrev 2025",
        "Oppdrag 2 om felles billettmaskiner utgår.\n\nOppdrag 17 utgår.",
    );
    let (mut office, stream) = started(MACHINES);
    let questions = asked(&mut office, stream, &supplement);
    let why: Vec<Why> = questions.iter().map(|one| one.why).collect();
    assert_eq!(why, [Why::UnclearRepeal, Why::UnknownRepeal], "{questions:?}");
    assert_eq!(candidates(&questions[0]), [id("assignment-1"), id("assignment-2")]);
    assert_eq!(questions[0].title, "Oppdrag 2 om felles billettmaskiner utgår.");
    assert!(matches!(give(&mut office, stream, &supplement, &["1=new", "2=drop"]), Err(Failure::Answer(_))));
    assert_eq!(office.book().years[&stream].letters.letters.len(), 1);
    let received = give(&mut office, stream, &supplement, &["1=assignment-2", "2=drop"]).unwrap();
    let parts = &received.book.years[&stream].letters.parts;
    assert!(parts[&id("assignment-1")].repealed.is_none());
    let repealed = parts[&id("assignment-2")].repealed.as_ref().unwrap();
    assert_eq!(repealed.letter, received.letter);
    let Cause::Stated { text, span } = &repealed.cause else { panic!("{repealed:?}") };
    assert_eq!(text, "Oppdrag 2 om felles billettmaskiner utgår.");
    assert_eq!(span.unwrap().place.letter, Some(received.letter.number));
}

/// The numbers of the letters that lines stand in.
type Letters = Vec<Option<u32>>;

/// Returns the letters that the lines of each change stand in, before and after.
fn named(only: &OnlyChanges) -> Vec<(Letters, Letters)> {
    let letters = |sides: &[styrbord_compare::Side]| {
        sides.iter().map(|side| side.span.and_then(|spot| spot.place.letter)).collect::<Letters>()
    };
    only.changes.changes.iter().map(|change| (letters(&change.old), letters(&change.new))).collect()
}

#[test]
fn the_lines_of_only_changes_name_the_letters_that_they_stand_in() {
    let (mut office, stream) = started(MACHINES);
    let moved = |number: u32, date: &str| {
        let head = format!("Supplerende tildelingsbrev nr. {number} for 2025");
        text(&head, &format!("Oppdrag 2 Kontroll av bryggefester. Frist: {date}"))
    };
    give(&mut office, stream, &moved(1, "15. september 2025"), &[]).unwrap();
    let received = give(&mut office, stream, &moved(2, "1. november 2025"), &[]).unwrap();
    let told = |letter: &str| only_changes(&received.book, stream, id(letter)).unwrap();
    let (first, second) = (told("letter-2"), told("letter-3"));
    for (only, before, after) in [(&first, 1, 2), (&second, 2, 3)] {
        let named = named(only);
        assert!(!named.is_empty());
        for sides in named {
            assert_eq!(sides, (vec![Some(before)], vec![Some(after)]));
        }
    }
}
