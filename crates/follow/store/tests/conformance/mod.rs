//! What every journal does, whatever database keeps it. Each case gets a function that opens one more connection to
//! the same, at first empty, journal.

use crate::common::{envelope, organisation, person, refused};
use std::time::Duration;
use styrbord_events::{Basis, Book, Envelope, Expected, Hash, Instant, Link, Note, Record};
use styrbord_store::{
    Attachment, Batch, Desk, Journal, Keeper, Rejection, Request, Sqlite, StoreError, StoredText, Words,
    copy, export, import, verify,
};

/// Opens one more connection.
pub type Opener<'a> = &'a dyn Fn() -> Box<dyn Journal>;

/// Names the cases, once for all databases: `$each` is a macro that is given them.
#[macro_export]
macro_rules! conformance {
    ($each:ident) => {
        $each! {
            an_empty_journal_has_no_head,
            what_is_kept_is_read_back,
            a_command_sent_twice_is_done_once,
            an_id_of_somebody_elses_command_is_refused,
            two_writers_lose_no_update,
            who_saw_an_older_version_is_refused,
            a_batch_that_does_not_follow_the_head_is_refused,
            what_is_rolled_back_was_never_there,
            a_refused_command_does_not_spoil_the_others,
            commands_that_belong_together_are_kept_together,
            a_small_step_of_the_clock_is_smoothed_and_a_large_one_refused,
            erased_words_are_gone_and_the_chain_stays,
            texts_come_in_the_order_of_their_hashes,
            attachments_are_kept_once_by_their_content,
            files_are_attached_and_found_by_their_content,
            an_earlier_day_is_answered_alike_with_and_without_the_cache,
            what_was_exported_is_imported_byte_for_byte,
            what_is_not_whole_is_not_imported_at_all,
            a_copy_is_the_same_and_verified,
            writers_at_one_desk_get_their_own_answers,
            an_idle_desk_takes_in_what_others_write,
            news_of_another_writer_arrive_within_a_second,
        }
    };
}

fn records(journal: &mut dyn Journal) -> Vec<Record> {
    let (mut all, mut after) = (Vec::new(), 0);
    loop {
        let page = journal.records(after, 3).unwrap();
        assert!(page.len() <= 3);
        let Some(last) = page.last() else { return all };
        after = last.seq;
        all.extend(page);
    }
}

fn json(keeper: &Keeper<Box<dyn Journal>>) -> String {
    serde_json::to_string(keeper.book()).unwrap()
}

pub fn an_empty_journal_has_no_head(open: Opener<'_>) {
    let mut journal = open();
    assert_eq!(journal.head(), Ok(Link::default()));
    assert_eq!(journal.records(0, 10), Ok(Vec::new()));
    assert_eq!(journal.begin(), Ok(Link::default()));
    journal.rollback();
    assert_eq!(Keeper::open(open()).unwrap().book(), Keeper::open(journal).unwrap().book());
}

pub fn what_is_kept_is_read_back(open: Opener<'_>) {
    let mut keeper = Keeper::open(open()).unwrap();
    let reasoned = Envelope { reason: Some("Æ, ø og å \u{1f9ed}".to_owned()), ..envelope(1) };
    let receipt = keeper.submit(&reasoned, &organisation("Fjellvettdirektoratet")).unwrap();
    assert_eq!((receipt.seqs, receipt.done_before), (1..2, false));
    for number in 2..=10 {
        keeper.submit(&envelope(number), &person(&format!("Kari {number}"))).unwrap();
    }
    let mut again = Keeper::open(open()).unwrap();
    assert_eq!(json(&again), json(&keeper));
    assert_eq!(again.head(), keeper.head());
    let kept = records(again.journal());
    assert_eq!(kept.iter().map(|record| record.seq).collect::<Vec<_>>(), (1..=10).collect::<Vec<_>>());
    let reason = kept[0].reason.unwrap();
    assert_eq!(again.text(reason), Ok(Words::Kept("Æ, ø og å \u{1f9ed}".to_owned())));
}

pub fn a_command_sent_twice_is_done_once(open: Opener<'_>) {
    let mut keeper = Keeper::open(open()).unwrap();
    let first = keeper.submit(&envelope(1), &organisation("A")).unwrap();
    keeper.submit(&envelope(2), &organisation("B")).unwrap();
    let again = keeper.submit(&envelope(1), &organisation("A")).unwrap();
    assert_eq!((again.seqs, again.done_before), (first.seqs.clone(), true));
    let mut elsewhere = Keeper::open(open()).unwrap();
    let again = elsewhere.submit(&envelope(1), &organisation("A")).unwrap();
    assert_eq!((again.seqs, again.done_before), (first.seqs, true));
    assert_eq!(elsewhere.head().seq, 2);
}

pub fn an_id_of_somebody_elses_command_is_refused(open: Opener<'_>) {
    let mut keeper = Keeper::open(open()).unwrap();
    keeper.submit(&envelope(1), &organisation("A")).unwrap();
    keeper.submit(&envelope(2), &person("Kari")).unwrap();
    let by_kari = Envelope { actor: "person-1".parse().unwrap(), ..envelope(1) };
    let Err(Rejection::Refused(refusal)) = keeper.submit(&by_kari, &organisation("A")) else { panic!() };
    assert_eq!(refusal.code, "command-id-used");
}

pub fn two_writers_lose_no_update(open: Opener<'_>) {
    let (mut one, mut other) = (Keeper::open(open()).unwrap(), Keeper::open(open()).unwrap());
    for number in 0..10 {
        let keeper = if number % 3 == 0 { &mut one } else { &mut other };
        let receipt = keeper.submit(&envelope(number), &organisation(&format!("Nr. {number}"))).unwrap();
        assert_eq!(receipt.seqs, number + 1..number + 2);
    }
    one.catch_up().unwrap();
    other.catch_up().unwrap();
    assert_eq!(json(&one), json(&other));
    assert_eq!(one.book().directory.organisations.len(), 10);
}

pub fn who_saw_an_older_version_is_refused(open: Opener<'_>) {
    let (mut one, mut other) = (Keeper::open(open()).unwrap(), Keeper::open(open()).unwrap());
    let seen = |number| Envelope { expected: Expected::Stream(0), ..envelope(number) };
    one.submit(&seen(1), &organisation("A")).unwrap();
    let Err(Rejection::Refused(refusal)) = other.submit(&seen(2), &organisation("B")) else { panic!() };
    assert_eq!(refusal.code, "changed-meanwhile");
    assert_eq!(other.head().seq, 1);
}

pub fn a_batch_that_does_not_follow_the_head_is_refused(open: Opener<'_>) {
    let mut keeper = Keeper::open(open()).unwrap();
    keeper.submit(&envelope(1), &organisation("A")).unwrap();
    keeper.submit(&envelope(2), &organisation("B")).unwrap();
    let stale = Batch { records: records(keeper.journal())[1..].to_vec(), ..Batch::default() };
    let journal = keeper.journal();
    journal.begin().unwrap();
    assert_eq!(journal.append(&stale), Err(StoreError::Behind { head: 2 }));
    journal.rollback();
    assert_eq!(records(journal).len(), 2);
}

pub fn what_is_rolled_back_was_never_there(open: Opener<'_>) {
    let mut keeper = Keeper::open(open()).unwrap();
    keeper.submit(&envelope(1), &organisation("A")).unwrap();
    let note = Note::new([9; 16], "Ola");
    let journal = keeper.journal();
    journal.begin().unwrap();
    journal.append(&Batch { notes: vec![note.clone()], ..Batch::default() }).unwrap();
    journal.rollback();
    journal.rollback();
    assert_eq!(journal.text(note.reference), Ok(None));
    keeper.submit(&envelope(2), &organisation("B")).unwrap();
}

pub fn a_refused_command_does_not_spoil_the_others(open: Opener<'_>) {
    let mut keeper = Keeper::open(open()).unwrap();
    let request = |number, command| Request { envelope: envelope(number), command };
    let answers = keeper.submit_all(&[
        request(1, organisation("A")),
        request(2, refused()),
        request(3, person("Kari")),
        request(1, organisation("A")),
    ]);
    let seqs: Vec<_> = answers
        .iter()
        .map(|answer| answer.as_ref().ok().map(|receipt| (receipt.seqs.clone(), receipt.done_before)))
        .collect();
    assert_eq!(seqs, [Some((1..2, false)), None, Some((2..3, false)), Some((1..2, true))]);
    assert!(matches!(answers[1], Err(Rejection::Refused(_))));
    assert_eq!(json(&Keeper::open(open()).unwrap()), json(&keeper));
}

pub fn commands_that_belong_together_are_kept_together(open: Opener<'_>) {
    let mut keeper = Keeper::open(open()).unwrap();
    let request = |number, command| Request { envelope: envelope(number), command };
    keeper.submit(&envelope(1), &organisation("A")).unwrap();
    let before = json(&keeper);
    let spoilt = [request(2, organisation("B")), request(3, refused()), request(4, organisation("C"))];
    assert!(matches!(keeper.submit_together(&spoilt), Err(Rejection::Refused(_))));
    assert_eq!((json(&keeper), json(&Keeper::open(open()).unwrap())), (before.clone(), before));
    let whole = [request(2, organisation("B")), request(4, organisation("C"))];
    let seqs: Vec<_> = keeper.submit_together(&whole).unwrap().into_iter().map(|one| one.seqs).collect();
    assert_eq!(seqs, [2..3, 3..4]);
    assert_eq!(json(&Keeper::open(open()).unwrap()), json(&keeper));
}

pub fn a_small_step_of_the_clock_is_smoothed_and_a_large_one_refused(open: Opener<'_>) {
    let mut keeper = Keeper::open(open()).unwrap();
    keeper.submit(&envelope(100), &organisation("A")).unwrap();
    keeper.submit(&envelope(99), &organisation("B")).unwrap();
    let kept = records(keeper.journal());
    assert_eq!(kept[1].at, kept[0].at);
    let early = Envelope { at: Instant::from_millis(kept[0].at.millis() - 60_001), ..envelope(101) };
    let Err(Rejection::Store(error)) = keeper.submit(&early, &organisation("C")) else { panic!() };
    assert_eq!(error.code(), "clock-back");
    assert_eq!(keeper.head().seq, 2);
}

pub fn erased_words_are_gone_and_the_chain_stays(open: Opener<'_>) {
    let mut keeper = Keeper::open(open()).unwrap();
    keeper.submit(&envelope(1), &organisation("A")).unwrap();
    keeper.submit(&envelope(2), &person("Kari Fjellvant")).unwrap();
    let text = keeper.book().directory.people.values().next().unwrap().name;
    assert_eq!(keeper.text(text), Ok(Words::Kept("Kari Fjellvant".to_owned())));
    let journal = keeper.journal();
    journal.begin().unwrap();
    journal.append(&Batch { erase: vec![text], ..Batch::default() }).unwrap();
    journal.commit().unwrap();
    assert_eq!(keeper.text(text), Ok(Words::Erased));
    let mut again = Keeper::open(open()).unwrap();
    assert_eq!(again.text(text), Ok(Words::Erased));
    assert_eq!(again.journal().texts(None, 10), Ok(vec![StoredText::Erased(text)]));
}

pub fn texts_come_in_the_order_of_their_hashes(open: Opener<'_>) {
    let mut journal = open();
    let mut texts: Vec<_> =
        (0..20).map(|number| StoredText::Kept(Note::new([number; 16], format!("Nr. {number}")))).collect();
    texts.push(StoredText::Erased(Note::new([99; 16], "borte").reference));
    journal.begin().unwrap();
    journal.put_texts(&texts).unwrap();
    journal.commit().unwrap();
    texts.sort_by_key(StoredText::reference);
    let (mut found, mut after) = (Vec::new(), None);
    loop {
        let page = journal.texts(after, 6).unwrap();
        let Some(last) = page.last() else { break };
        after = Some(last.reference());
        found.extend(page);
    }
    assert_eq!(found, texts);
}

pub fn attachments_are_kept_once_by_their_content(open: Opener<'_>) {
    let mut journal = open();
    let file = |bytes: &[u8]| Attachment {
        hash: Hash::of_bytes(bytes),
        media_type: "text/plain".to_owned(),
        bytes: bytes.to_vec(),
    };
    let mut files = [file(b"en"), file(b"to"), file(b"\0tre\xff")];
    journal.begin().unwrap();
    for file in files.iter().chain(&files) {
        journal.put_attachment(file).unwrap();
    }
    journal.commit().unwrap();
    files.sort_by_key(|file| file.hash);
    let mut other = open();
    let (mut found, mut after) = (Vec::new(), None);
    while let Some(file) = other.attachment_after(after).unwrap() {
        after = Some(file.hash);
        found.push(file);
    }
    assert_eq!(found, files);
    assert_eq!(other.attachment(files[1].hash), Ok(Some(files[1].clone())));
    assert_eq!(other.attachment(Hash::ZERO), Ok(None));
}

pub fn news_of_another_writer_arrive_within_a_second(open: Opener<'_>) {
    let (mut one, mut other) = (Keeper::open(open()).unwrap(), Keeper::open(open()).unwrap());
    assert_eq!(other.journal().wait(Duration::ZERO), Ok(false));
    let writer = std::thread::scope(|scope| {
        let waiting = scope.spawn(|| other.journal().wait(Duration::from_secs(1)));
        one.submit(&envelope(1), &organisation("A")).unwrap();
        waiting.join()
    });
    assert_eq!(writer.unwrap(), Ok(true));
    assert_eq!(other.catch_up(), Ok(1));
}

/// Fills a journal with records, texts, an erased one, and attachments.
pub fn fill(journal: Box<dyn Journal>) -> Keeper<Box<dyn Journal>> {
    let mut keeper = Keeper::open(journal).unwrap();
    let reasoned = Envelope { reason: Some("Etter \"avtale\"\n\u{1f9ed}".to_owned()), ..envelope(1) };
    let first = Request { envelope: reasoned, command: organisation("Fjellvettdirektoratet") };
    let person =
        |number| Request { envelope: envelope(number), command: person(&format!("Kari Nr. {number}")) };
    let requests: Vec<_> = std::iter::once(first).chain((2..=12).map(person)).collect();
    assert!(keeper.submit_all(&requests).iter().all(Result::is_ok));
    let erase = vec![keeper.book().directory.people.values().next().unwrap().name];
    let journal = keeper.journal();
    journal.begin().unwrap();
    journal.append(&Batch { erase, ..Batch::default() }).unwrap();
    for bytes in [&b"en"[..], b"", b"\0\xff to"] {
        let (hash, media_type) = (Hash::of_bytes(bytes), "text/plain".to_owned());
        journal.put_attachment(&Attachment { hash, media_type, bytes: bytes.to_vec() }).unwrap();
    }
    journal.commit().unwrap();
    keeper
}

fn exported(journal: &mut dyn Journal) -> String {
    let mut lines = Vec::new();
    export(journal, &mut lines, &mut |_| ()).unwrap();
    String::from_utf8(lines).unwrap()
}

pub fn what_was_exported_is_imported_byte_for_byte(open: Opener<'_>) {
    let elsewhere: Box<dyn Journal> = Box::new(Sqlite::in_memory().unwrap());
    let mut elsewhere = fill(elsewhere);
    let lines = exported(elsewhere.journal());
    let mut journal = open();
    let counts = import(&mut journal, "here", &mut lines.as_bytes(), &mut |_| ()).unwrap();
    assert_eq!((counts.records, counts.texts, counts.erased, counts.attachments), (12, 12, 1, 3));
    assert_eq!(exported(&mut journal), lines);
    assert_eq!(json(&Keeper::open(open()).unwrap()), json(&elsewhere));
    let again = import(&mut journal, "here", &mut lines.as_bytes(), &mut |_| ());
    assert_eq!(again, Err(StoreError::NotEmpty { path: "here".to_owned() }));
}

pub fn what_is_not_whole_is_not_imported_at_all(open: Opener<'_>) {
    let elsewhere: Box<dyn Journal> = Box::new(Sqlite::in_memory().unwrap());
    let lines = exported(fill(elsewhere).journal());
    let most = lines.lines().count() - 1;
    let truncated: String = lines.split_inclusive('\n').take(most).collect();
    let mut journal = open();
    let refused = import(&mut journal, "here", &mut truncated.as_bytes(), &mut |_| ()).unwrap_err();
    assert!(matches!(refused, StoreError::BadLine { line, .. } if line == most as u64 + 1), "{refused:?}");
    assert_eq!(journal.head(), Ok(Link::default()));
    assert_eq!(journal.texts(None, 1), Ok(Vec::new()));
    assert_eq!(journal.attachment_after(None), Ok(None));
}

pub fn a_copy_is_the_same_and_verified(open: Opener<'_>) {
    let mut keeper = fill(open());
    let mut elsewhere = Sqlite::in_memory().unwrap();
    copy(keeper.journal(), &mut elsewhere, "there", &mut |_| ()).unwrap();
    assert_eq!(exported(&mut elsewhere), exported(keeper.journal()));
    let verified = verify(keeper.journal(), &mut |_| ());
    assert_eq!((verified.faults, verified.head), (Vec::new(), keeper.head()));
    assert_eq!(verified.counts, verify(&mut elsewhere, &mut |_| ()).counts);
}

pub fn writers_at_one_desk_get_their_own_answers(open: Opener<'_>) {
    const WRITERS: u64 = 8;
    const EACH: u64 = 12;
    let desk = Desk::open(Keeper::open(open()).unwrap()).unwrap();
    desk.submit(Request { envelope: envelope(0), command: organisation("A") }).unwrap();
    let seqs = std::thread::scope(|scope| {
        let writer = |writer: u64| {
            let desk = &desk;
            scope.spawn(move || {
                let mut seqs = Vec::new();
                for turn in 0..EACH {
                    let now = envelope(0).at;
                    let envelope = Envelope { at: now, ..envelope(1 + writer * EACH + turn) };
                    let command = if turn % 4 == 3 { refused() } else { person(&format!("{writer}.{turn}")) };
                    let answer = desk.submit(Request { envelope, command });
                    assert_eq!(answer.is_err(), turn % 4 == 3);
                    seqs.extend(answer.into_iter().flat_map(|receipt| receipt.seqs));
                }
                seqs
            })
        };
        let writers: Vec<_> = (0..WRITERS).map(writer).collect();
        writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect::<Vec<_>>()
    });
    let mut sorted = seqs.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, (2..=WRITERS * EACH * 3 / 4 + 1).collect::<Vec<_>>());
    let people = desk.ask(|keeper| keeper.book().directory.people.len()).unwrap();
    assert_eq!(people, sorted.len());
    let keeper = desk.close().unwrap();
    assert_eq!(json(&Keeper::open(open()).unwrap()), json(&keeper));
}

pub fn an_idle_desk_takes_in_what_others_write(open: Opener<'_>) {
    let desk = Desk::open(Keeper::open(open()).unwrap()).unwrap();
    Keeper::open(open()).unwrap().submit(&envelope(1), &organisation("A")).unwrap();
    let begun = std::time::Instant::now();
    while desk.ask(|keeper| keeper.head().seq).unwrap() == 0 {
        assert!(begun.elapsed() < Duration::from_secs(2));
        std::thread::sleep(Duration::from_millis(260));
    }
}

pub fn files_are_attached_and_found_by_their_content(open: Opener<'_>) {
    let mut keeper = Keeper::open(open()).unwrap();
    let hash = keeper.attach(b"%PDF-1.7 vedlegg".to_vec(), 100).unwrap();
    assert_eq!(keeper.attach(b"%PDF-1.7 vedlegg".to_vec(), 100), Ok(hash));
    assert_eq!(keeper.attach(b"MZ".to_vec(), 100).unwrap_err().code(), "attachment-refused");
    assert_eq!(keeper.attach(b"%PDF-1.7 vedlegg".to_vec(), 10).unwrap_err().code(), "attachment-too-large");
    let found = Keeper::open(open()).unwrap().attachment(hash).unwrap();
    assert_eq!(
        (found.media_type.as_str(), found.bytes.as_slice()),
        ("application/pdf", &b"%PDF-1.7 vedlegg"[..])
    );
    assert_eq!(keeper.attachment(Hash::ZERO).unwrap_err().code(), "attachment-missing");
}

pub fn an_earlier_day_is_answered_alike_with_and_without_the_cache(open: Opener<'_>) {
    const DAY_MS: i64 = 86_400_000;
    let mut keeper = Keeper::open(open()).unwrap();
    let start = envelope(0);
    let days: Vec<_> = (-2..9).map(|day| start.on.add_days(day)).collect();
    let submit = |keeper: &mut Keeper<_>, number: u64, back: i32| {
        let at = Instant::from_millis(start.at.millis() + number as i64 * DAY_MS / 2);
        let envelope = Envelope { at, on: at.date().add_days(-back), ..envelope(number) };
        keeper.submit(&envelope, &organisation(&format!("Nr. {number}"))).unwrap();
    };
    for number in 0..10 {
        submit(&mut keeper, number, number as i32 % 3);
    }
    for turn in 0..3 {
        // Forwards and backwards, so that answers begin from those before and are pushed out by others.
        let asked = days.iter().chain(days.iter().rev());
        for (basis, day) in asked.flat_map(|day| [(Basis::Known, *day), (Basis::InForce, *day)]) {
            let mut plain = Book::default();
            let counted = records(keeper.journal()).into_iter().filter(|record| basis.counts(record, day));
            counted.for_each(|record| plain.apply(&record).unwrap());
            assert_eq!(*keeper.as_of_shared(basis, day).unwrap(), plain, "{basis:?} {day}");
            assert_eq!(keeper.as_of(basis, day).unwrap(), plain);
        }
        submit(&mut keeper, 10 + turn, 2);
    }
}
