//! Any lines as payloads of events: each is an event or is refused; one that is an event is written back as it is read,
//! and folding them all twice gives the same book.
#![no_main]

use libfuzzer_sys::fuzz_target;
use styrbord_events::{Actor, Book, Draft, Event, Instant, Link, OrganisationId, Record, Stream};

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let (mut records, mut link): (Vec<Record>, Link) = (Vec::new(), Link::default());
    for line in text.lines() {
        let Ok(event) = serde_json::from_str::<Event>(line) else { continue };
        let payload = event.encode().unwrap();
        assert_eq!(Event::decode(&event.kind(), 1, &payload).as_ref(), Ok(&event));
        let draft = draft(&event, payload, link.seq);
        let record = Record::seal(draft, link.seq + 1, link.seq + 1, link.hash);
        link = record.link();
        records.push(record);
    }
    let replay = || serde_json::to_string(&Book::replay(&records).unwrap().0).unwrap();
    assert_eq!(replay(), replay());
});

fn draft(event: &Event, payload: String, number: u64) -> Draft {
    let at = Instant::from_millis(1_735_689_600_000 + number as i64);
    let stream = match event {
        Event::Directory(_) => Stream::Directory,
        _ => Stream::Year(OrganisationId(1), 2025),
    };
    Draft {
        stream,
        at,
        on: at.date(),
        actor: Actor::Operator,
        command: format!("command-{number}").parse().unwrap(),
        reason: None,
        kind: event.kind(),
        payload_version: 1,
        payload,
    }
}
