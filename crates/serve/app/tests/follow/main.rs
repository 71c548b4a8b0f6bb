//! A letter becomes a year: matching, questions, corrections, amendments, and the next year.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]
#![expect(clippy::disallowed_methods, reason = "the tests read example letters")]

mod next_year;
mod questions;

use std::path::Path;
use styrbord_app::follow::{
    Answers, Circumstances, Failure, Incoming, Office, Received, Reception, Start, Why, YearError, incoming,
};
use styrbord_calendar::Date;
use styrbord_events::letters::{Cause, DocumentKind, Match, Stage};
use styrbord_events::work::Status;
use styrbord_events::{Actor, Command, Instant, ObjectId, Stream, letters, work};
use styrbord_store::Sqlite;

fn read(path: &str) -> Incoming {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    incoming(path, &std::fs::read(folder.join(path)).unwrap()).unwrap()
}

fn letter(name: &str, text: &str) -> Incoming {
    incoming(name, text.as_bytes()).unwrap()
}

fn on(day: &str) -> Circumstances {
    let day = Date::parse_iso(day).unwrap();
    Circumstances {
        now: Instant::start_of(day),
        today: day,
        set: true,
        on: None,
        actor: Actor::Operator,
        reason: None,
        dry_run: false,
    }
}

fn simulated() -> Start {
    Start { simulated: true, ..Start::default() }
}

fn id(text: &str) -> ObjectId {
    text.parse().unwrap()
}

const LETTER: &str = "\
# Tildelingsbrev 2025 for Bryggetilsynet

Dato: 20. desember 2024

Fra Havnedepartementet

## Mål 1: Trygge brygger

Oppdrag:

| Nr. | Oppdrag | Frist |
|---|---|---|
| 2025-01 | Kartlegge råte i trebrygger langs kysten | 01.06.2025 |
| 2025-02 | Lage veileder om fortøyning av fritidsbåter | 01.09.2025 |
| 2025-03 | Evaluere tilskuddet til gjestebrygger | 01.12.2025 |

## Budsjett

| Kap./post | Betegnelse | Beløp (kroner) |
|---|---|---:|
| **512** | **Bryggetilsynet** | |
| 512.01 | Driftsutgifter | 41 300 000 |
| 512.45 | Større utstyrsanskaffelser | 2 700 000 |
| | Sum kap. 512 | 44 000 000 |
";

/// Returns an office with the year of the small letter.
fn small() -> (Office<Sqlite>, Received) {
    let mut office = Office::in_memory().unwrap();
    let start = Start {
        ministry: Some("Havnedepartementet".to_owned()),
        agency: Some("Bryggetilsynet".to_owned()),
        ..simulated()
    };
    let received = office.start(&on("2025-01-02"), &letter("brev.md", LETTER), &start).unwrap();
    (office, received)
}

fn status(office: &mut Office<Sqlite>, stream: Stream, object: &str, status: Status) {
    let command = work::Command::ReportStatus {
        object: id(object),
        due: None,
        status,
        comment: Some("Etter samtale".to_owned()),
        delay: None,
        letter: None,
    };
    office.run(&on("2025-03-01"), stream, Command::Work(command)).unwrap();
}

#[test]
fn a_year_starts_with_all_that_the_letter_holds() {
    let mut office = Office::in_memory().unwrap();
    let incoming = read("examples/letters/fjellvett-2025.txt");
    let received = office.start(&on("2025-01-02"), &incoming, &simulated()).unwrap();
    let plan = received.book.plan(received.stream).unwrap();
    let strip = |plan: &styrbord_app::plan::Plan| {
        let plan = styrbord_compare::of_letter(plan.clone(), 1);
        let mut value = serde_json::to_value(&plan).unwrap();
        for left in ["not_understood", "not_understood_permille", "repeals", "agency", "ministry"] {
            value.as_object_mut().unwrap().remove(left);
        }
        value
    };
    assert_eq!(strip(&plan), strip(&incoming.plan));
    assert_eq!(plan.agency, incoming.plan.agency);
    let document = &received.book.years[&received.stream].letters.letters[&received.letter].document;
    assert_eq!(document.kind, DocumentKind::Allocation);
    assert_eq!(document.title, "Tildelingsbrev 2025 – Direktoratet for fjellvett");
    assert_eq!(document.date, Date::parse_iso("2024-12-19"));
}

#[test]
fn a_pack_starts_a_year_with_no_status_invented() {
    let mut office = Office::in_memory().unwrap();
    let incoming = read("packs/imdi-2024/plan.json");
    let how = Circumstances { set: false, ..on("2024-02-01") };
    let received = office.start(&how, &incoming, &Start::default()).unwrap();
    let year = &received.book.years[&received.stream];
    assert!(!year.simulated);
    assert_eq!(year.letters.letters[&received.letter].document.kind, DocumentKind::Pack);
    assert_eq!(year.letters.plan().assignments.len(), incoming.plan.assignments.len());
    assert_eq!(year.work, work::State::default());
    let refused = Office::in_memory().unwrap().start(&on("2024-02-01"), &incoming, &simulated());
    assert!(matches!(refused, Err(Failure::Refused(refusal)) if refusal.code == "pack-is-real"));
}

#[test]
fn the_clock_is_set_only_where_all_is_simulated() {
    let mut office = Office::in_memory().unwrap();
    let incoming = read("packs/imdi-2024/plan.json");
    assert!(matches!(
        office.start(&on("2024-02-01"), &incoming, &Start::default()),
        Err(Failure::Year(YearError::ClockOfReal))
    ));
}

#[test]
fn a_supplement_changes_what_it_names_and_nothing_else() {
    let mut office = Office::in_memory().unwrap();
    let first = read("examples/letters/fjellvett-2025.txt");
    let started = office.start(&on("2025-01-02"), &first, &simulated()).unwrap();
    let supplement = read("examples/letters/fjellvett-2025-tillegg-1.txt");
    let received =
        office.receive(&on("2025-07-01"), started.stream, &supplement, &Reception::default()).unwrap();
    let state = &received.book.years[&started.stream].letters;
    let expected = styrbord_compare::consolidate(&first.plan, &supplement.plan);
    let titles = |plan: &styrbord_app::plan::Plan| -> Vec<String> {
        plan.assignments.iter().map(|one| one.title.clone()).collect()
    };
    assert_eq!(titles(&state.plan()), titles(&expected));
    let amounts = |plan: &styrbord_app::plan::Plan| -> Vec<_> {
        let posts = plan.budget.iter().flat_map(|one| &one.posts);
        posts.map(|post| post.amount_nok).collect()
    };
    assert_eq!(amounts(&state.plan()), amounts(&expected));
    // Everything that the supplement touches says so by the number of its letter, and the rest does not.
    let moved = state.in_force().find(|(_, part)| part.value.label().as_deref() == Some("2025-05")).unwrap();
    assert_eq!((moved.1.letter, moved.1.history.len()), (received.letter, 2));
    assert_eq!(moved.1.history[1].matched, Some(Match::Compared("number_and_title".to_owned())));
    let money = state.money_effect(received.letter);
    let change: i64 = money.posts.iter().map(|post| post.change_nok.unwrap().ore()).sum();
    assert_eq!(change, money.change_nok.ore());
    let first = state.parts.values().filter(|part| part.history[0].letter == started.letter);
    assert_eq!(state.only_changes(started.letter).len(), first.count());
    assert_eq!(state.held_before(received.letter).plan, state.held_after(started.letter).plan);
    let before = office.as_of(Date::parse_iso("2025-06-01").unwrap(), styrbord_events::Basis::Known).unwrap();
    assert_eq!(
        before.years[&started.stream].letters.plan(),
        started.book.years[&started.stream].letters.plan()
    );
}

#[test]
fn the_same_file_is_taken_in_once() {
    let (mut office, started) = small();
    let again =
        office.receive(&on("2025-01-03"), started.stream, &letter("brev.md", LETTER), &Reception::default());
    assert!(matches!(again, Err(Failure::Refused(refusal)) if refusal.code == "already-received"));
}

#[test]
fn a_corrected_letter_keeps_what_people_added() {
    let (mut office, started) = small();
    status(&mut office, started.stream, "assignment-2", Status::OnTrack);
    let corrected = LETTER
        .replace("01.09.2025", "15.09.2025")
        .replace("| 2025-01 | Kartlegge", "| 2025-04 | Kartlegge")
        .replace("41 300 000", "41 400 000");
    let received = office
        .receive(&on("2025-03-02"), started.stream, &letter("rettet.md", &corrected), &Reception::default())
        .unwrap();
    let year = &received.book.years[&started.stream];
    assert_eq!(
        year.letters.letters[&received.letter].document.kind,
        DocumentKind::Correction(id("letter-1"))
    );
    let changed: Vec<String> =
        year.letters.only_changes(received.letter).iter().map(|effect| effect.part.to_string()).collect();
    assert_eq!(changed, ["assignment-1", "assignment-2", "post-1"]);
    assert_eq!(year.letters.parts[&id("assignment-1")].value.label().as_deref(), Some("2025-04"));
    assert_eq!(year.work.status(id("assignment-2")), Status::OnTrack);
}

#[test]
fn what_cannot_be_matched_is_asked_and_never_guessed() {
    let (mut office, started) = small();
    let corrected = LETTER.replace(
        "| 2025-03 | Evaluere tilskuddet til gjestebrygger | 01.12.2025 |",
        "| 2025-07 | Vurdere ny ordning for fortøyningsbøyer | 01.12.2025 |",
    );
    let incoming = letter("rettet.md", &corrected);
    let ask = |office: &mut Office<Sqlite>, answers: &[&str]| {
        let answers = Answers::read(answers.iter().copied()).unwrap();
        office.receive(
            &on("2025-03-02"),
            started.stream,
            &incoming,
            &Reception { answers, ..Reception::default() },
        )
    };
    let Err(Failure::Asked(questions)) = ask(&mut office, &[]) else { panic!("nothing was asked") };
    assert_eq!(questions.len(), 1, "{questions:?}");
    assert_eq!((questions[0].number, questions[0].why), (1, Why::LeftOver));
    assert_eq!(questions[0].candidates[0].part, id("assignment-3"));
    assert!(questions[0].lines[0].contains("fortøyningsbøyer"), "{questions:?}");
    for wrong in ["2=new", "1=post-1", "1=assignment-9", "1=assignment-1"] {
        let refused = ask(&mut office, &[wrong]);
        assert!(matches!(refused, Err(Failure::Answer(_))), "{wrong}");
    }
    assert_eq!(office.book().years[&started.stream].letters.letters.len(), 1);
    let (mut as_new, _) = small();
    let received = ask(&mut as_new, &["1=new"]).unwrap();
    let parts = &received.book.years[&started.stream].letters.parts;
    assert_eq!(parts[&id("assignment-3")].repealed.as_ref().unwrap().cause, Cause::NotInCorrection);
    assert!(parts[&id("assignment-4")].value.title().contains("fortøyningsbøyer"));
    let received = ask(&mut office, &["1=assignment-3"]).unwrap();
    let part = &received.book.years[&started.stream].letters.parts[&id("assignment-3")];
    assert_eq!(part.history[1].matched, Some(Match::Answered));
    assert!(part.value.title().contains("fortøyningsbøyer"));
}

#[test]
fn a_correction_of_what_was_amended_since_is_asked() {
    let (mut office, started) = small();
    let supplement = "\
# Supplerende tildelingsbrev nr. 1 for 2025 til Bryggetilsynet

## Endringer i bevilgningene

| Kap./post | Betegnelse | Tidligere tildelt (kroner) | Endring (kroner) | Ny tildeling (kroner) |
|---|---|---:|---:|---:|
| **512** | **Bryggetilsynet** | | | |
| 512.01 | Driftsutgifter | 41 300 000 | 1 000 000 | 42 300 000 |
";
    let none = Reception::default();
    office.receive(&on("2025-04-01"), started.stream, &letter("tillegg.md", supplement), &none).unwrap();
    let corrected = letter("rettet.md", &LETTER.replace("41 300 000", "41 400 000"));
    let Err(Failure::Asked(questions)) = office.receive(&on("2025-04-02"), started.stream, &corrected, &none)
    else {
        panic!("nothing was asked")
    };
    assert_eq!((questions.len(), questions[0].why), (1, Why::ChangedSince));
    let answers = Answers::read(["1=drop"]).unwrap();
    let kept = Reception { answers, ..Reception::default() };
    let received = office.receive(&on("2025-04-02"), started.stream, &corrected, &kept).unwrap();
    let plan = received.book.plan(started.stream).unwrap();
    assert_eq!(plan.budget[0].posts[0].amount_nok.unwrap().whole_kroner(), Some(42_300_000));
}

#[test]
fn the_next_year_has_what_is_open_and_matches_its_letter() {
    let (mut office, started) = small();
    status(&mut office, started.stream, "assignment-1", Status::Cancelled);
    status(&mut office, started.stream, "assignment-2", Status::Delayed);
    let (book, next) = office.open_next(&on("2025-11-01"), started.stream).unwrap();
    let year = &book.years[&next];
    assert_eq!((year.letters.stage, year.letters.from), (Stage::Planning, Some(2025)));
    let open: Vec<ObjectId> =
        year.letters.parts.values().filter_map(|part| Some(part.carried?.part)).collect();
    assert_eq!(open, [id("goal-1"), id("assignment-2"), id("assignment-3")]);
    assert_eq!(year.work.status(id("assignment-1")), Status::Delayed);
    let letter_2026 = LETTER
        .replace("2025 for", "2026 for")
        .replace("desember 2024", "desember 2025")
        .replace("| 2025-01 | Kartlegge råte i trebrygger langs kysten | 01.06.2025 |\n", "")
        .replace("| 2025-03 | Evaluere tilskuddet til gjestebrygger | 01.12.2025 |\n", "")
        .replace("01.09.2025", "01.03.2026");
    let none = Reception::default();
    let received = office.receive(&on("2025-12-30"), next, &letter("2026.md", &letter_2026), &none).unwrap();
    let state = &received.book.years[&next].letters;
    let guide = &state.parts[&id("assignment-1")];
    assert_eq!((guide.letter, guide.carried.unwrap().part), (received.letter, id("assignment-2")));
    // What the letter does not name stays open until somebody says otherwise.
    assert!(state.parts[&id("assignment-2")].repealed.is_none());
    let stage = Command::Letters(letters::Command::SetStage { stage: Stage::Running });
    let book = office.run(&on("2026-01-02"), next, stage).unwrap();
    assert_eq!(book.years[&next].letters.stages.len(), 2);
}

#[test]
fn a_file_that_is_no_letter_takes_nothing_away() {
    let (mut office, started) = small();
    let prose = letter("notat.txt", "Hei! Her er notatet fra møtet i går.\n");
    let answer = office.receive(&on("2025-03-02"), started.stream, &prose, &Reception::default());
    assert!(matches!(answer, Err(Failure::Year(YearError::NoLetter(file))) if file == "notat.txt"));
}

#[test]
fn a_correction_that_lacks_what_people_work_on_is_asked() {
    let (mut office, started) = small();
    status(&mut office, started.stream, "assignment-3", Status::OnTrack);
    let short: String =
        LETTER.lines().filter(|line| !line.contains("| 2025-0")).map(|l| [l, "\n"].concat()).collect();
    let short = letter("kort.md", &short);
    let Err(Failure::Asked(questions)) =
        office.receive(&on("2025-03-02"), started.stream, &short, &Reception::default())
    else {
        panic!("nothing was asked")
    };
    let asked: Vec<_> = questions.iter().map(|one| (one.why, one.candidates[0].part)).collect();
    assert_eq!(asked, [(Why::GoneButWorkedOn, id("assignment-3"))]);
    for (answer, holds) in [("1=drop", true), ("1=assignment-3", false)] {
        let (mut office, started) = small();
        status(&mut office, started.stream, "assignment-3", Status::OnTrack);
        let answers = Answers::read([answer]).unwrap();
        let how = Reception { answers, ..Reception::default() };
        let received = office.receive(&on("2025-03-02"), started.stream, &short, &how).unwrap();
        let parts = &received.book.years[&started.stream].letters.parts;
        assert_eq!(parts[&id("assignment-3")].repealed.is_none(), holds, "{answer}");
        assert!(parts[&id("assignment-1")].repealed.is_some());
    }
}

#[test]
fn what_a_wrong_correction_took_away_comes_back_with_its_id() {
    let (mut office, started) = small();
    let none = Reception::default();
    let wrong: String =
        LETTER.lines().filter(|line| !line.contains("2025-01 |")).map(|l| [l, "\n"].concat()).collect();
    office.receive(&on("2025-03-02"), started.stream, &letter("feil.md", &wrong), &none).unwrap();
    assert!(office.book().years[&started.stream].letters.parts[&id("assignment-1")].repealed.is_some());
    let right = letter("brev.md", LETTER);
    let received = office.receive(&on("2025-03-03"), started.stream, &right, &none).unwrap();
    let parts = &received.book.years[&started.stream].letters.parts;
    assert!(parts[&id("assignment-1")].repealed.is_none());
    assert!(!parts.contains_key(&id("assignment-4")));
    let again = office.receive(&on("2025-03-04"), started.stream, &right, &none);
    assert!(matches!(again, Err(Failure::Refused(refusal)) if refusal.code == "already-received"));
}
