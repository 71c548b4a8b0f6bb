#![expect(clippy::disallowed_methods, reason = "the example letters are read")]

use super::{Entry, Index, Kind, Spot, gather, lines};
use crate::follow::{Circumstances, Office, Start, incoming};
use std::collections::BTreeMap;
use std::sync::Arc;
use styrbord_calendar::Date;
use styrbord_events::{Actor, Instant, ObjectId};

const EXAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../examples/letters");

/// Returns the index of a year that begins with a letter; none when the letter begins no year.
fn index_of(name: &str, bytes: &[u8]) -> Option<Index> {
    let now = Instant::start_of(Date::parse_iso("2026-01-05")?);
    let how = Circumstances {
        now,
        today: now.date(),
        set: false,
        on: None,
        actor: Actor::Operator,
        reason: None,
        dry_run: false,
    };
    let mut office = Office::in_memory().unwrap();
    let incoming = incoming(name, bytes).unwrap();
    let received = office.start(&how, &incoming, &Start::default()).ok()?;
    let gathered = gather(&received.book, received.stream).unwrap();
    let read = Arc::new(lines(bytes).unwrap());
    let lines = gathered.files().into_iter().map(|hash| (hash, Arc::clone(&read))).collect();
    Some(gathered.index(&BTreeMap::new(), &lines))
}

fn labels(index: &Index, question: &str) -> Vec<String> {
    let objects = index.ask(question, |_| true).hits.into_iter().filter(|hit| hit.entry.kind != Kind::Line);
    objects.map(|hit| hit.entry.label).collect()
}

#[test]
fn every_word_of_every_title_of_every_example_is_found() {
    let mut letters = 0;
    for file in std::fs::read_dir(EXAMPLES).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name.ends_with(".json") {
            continue;
        }
        let Some(index) = index_of(&name, &std::fs::read(&path).unwrap()) else { continue };
        letters += 1;
        let mut words: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
        for entry in &index.entries {
            let all = entry.title.split_whitespace().chain(entry.label.split_whitespace());
            for word in all.filter(|word| word.contains(char::is_alphanumeric)) {
                words.entry(word).or_default().push(entry);
            }
        }
        for (word, entries) in &words {
            let found = index.ask(word, |_| true);
            for entry in entries {
                assert!(
                    found.hits.iter().any(|hit| hit.entry == **entry),
                    "{name}: {word} of {}",
                    entry.title
                );
            }
        }
        let words = words.len();
        assert!(words > 50, "{name}: {words}");
    }
    assert!(letters >= 6, "{letters} letters begin a year");
}

#[test]
fn numbers_amounts_and_lines_are_found() {
    let bytes = std::fs::read(format!("{EXAMPLES}/fjellvett-2025.txt")).unwrap();
    let index = index_of("fjellvett-2025.txt", &bytes).unwrap();
    let posts: Vec<&Entry> = index
        .entries
        .iter()
        .filter(|entry| entry.label.contains('.') && entry.kind == Kind::Money && !entry.text.is_empty())
        .collect();
    assert!(!posts.is_empty());
    for post in posts {
        assert_eq!(labels(&index, &post.label).first(), Some(&post.label));
        let amount = post.text.split(" · ").find(|text| text.ends_with("kroner")).unwrap();
        for written in [
            amount.to_owned(),
            amount.replace('\u{a0}', " "),
            amount.replace([' ', '\u{a0}'], "").replace("kroner", ""),
        ] {
            assert!(labels(&index, &written).contains(&post.label), "{written} of {}", post.label);
        }
    }
    let numbered =
        index.entries.iter().filter(|entry| entry.kind == Kind::Assignment && !entry.label.is_empty());
    for entry in numbered {
        assert_eq!(labels(&index, &entry.label).first(), Some(&entry.label));
    }
    let text = String::from_utf8(bytes).unwrap();
    for (number, line) in
        (1..).zip(text.lines()).filter(|(_, line)| line.split_whitespace().count() > 4).take(40)
    {
        let hits = index.ask(line, |_| true).hits;
        let is_it = |hit: &super::Hit| matches!(hit.entry.spot, Spot::Line(_, found) if found == number);
        assert!(hits.iter().any(is_it), "{number}: {line}");
    }
}

fn entry(number: u32, label: &str, title: &str, text: &str) -> Entry {
    let object: ObjectId = format!("assignment-{number}").parse().unwrap();
    Entry {
        kind: Kind::Assignment,
        spot: Spot::Object(object),
        head: String::new(),
        label: label.to_owned(),
        title: title.to_owned(),
        text: text.to_owned(),
        needs: None,
    }
}

fn small() -> Index {
    Index::new(vec![
        entry(1, "2025-01", "Kartlegge råte i trebrygger langs kysten", "frist 1. juni"),
        entry(2, "2025-02", "Lage veileder om fortøyning av fritidsbåter", "41\u{a0}300\u{a0}000 kroner"),
        entry(3, "2025-13", "Evaluere tilskuddet til gjestebrygger", "viser til 2025-01"),
        entry(4, "", "Årlig samråd med Aasnes kommune", "verksemdene"),
    ])
}

#[test]
fn words_are_found_in_their_forms_and_the_best_comes_first() {
    let index = small();
    let found = |question: &str| -> Vec<u32> {
        let number = |hit: super::Hit| match hit.entry.spot {
            Spot::Object(object) => object.number,
            Spot::Series(_) | Spot::Money(_) | Spot::Line(..) => 0,
        };
        index.ask(question, |_| true).hits.into_iter().map(number).collect()
    };
    for (question, expected) in [
        ("2025-01", vec![1, 3]),
        ("2025-1", vec![1, 3]),
        ("bryggene", vec![1, 3]),
        ("RAATE", vec![1]),
        ("rettleiar", vec![2]),
        ("evaluering tilskot", vec![3]),
        ("virksomhet", vec![4]),
        ("fritidsb", vec![2]),
        ("fritidsb veileder", vec![]),
        ("41300000", vec![2]),
        ("41 300 000", vec![2]),
        ("41.300.000 kroner", vec![2]),
        ("åsnes aarleg", vec![4]),
        ("", vec![]),
        ("– …", vec![]),
        ("kartlegge veileder", vec![]),
    ] {
        assert_eq!(found(question), expected, "{question}");
    }
    assert_eq!(found("2025-13")[0], 3);
}

#[test]
fn what_was_found_is_marked() {
    let hit = small().ask("brygger råte", |_| true).hits.remove(0);
    let marked: Vec<&str> =
        hit.title.iter().filter(|piece| piece.marked).map(|piece| piece.text.as_str()).collect();
    assert_eq!(marked, ["råte", "trebrygger"]);
    let whole: String = hit.title.iter().map(|piece| piece.text.as_str()).collect();
    assert_eq!(whole, hit.entry.title);
    let long = format!("{} nål {}", "høy ".repeat(100), "strå ".repeat(100));
    let hit = Index::new(vec![entry(1, "", "", &long)]).ask("nål", |_| true).hits.remove(0);
    let shown: String = hit.text.iter().map(|piece| piece.text.as_str()).collect();
    assert!(
        shown.starts_with("…høy")
            && shown.contains("nål")
            && shown.ends_with('…')
            && shown.chars().count() < 300,
        "{shown}"
    );
}

#[test]
fn what_is_spelt_wrong_is_told_from_what_the_asker_sees() {
    let index = small();
    assert_eq!(index.ask("veildeer", |_| true).instead, ["veileder"]);
    assert_eq!(index.ask("kartlegge fortøyning", |_| true).instead, ["kartlegge", "fortøyning"]);
    assert_eq!(index.ask("raate fortøynign", |_| true).instead, ["råte fortøyning"]);
    assert!(index.ask("zzzzzz", |_| true).instead.is_empty());
    let hidden = index.ask("veildeer", |entry| entry.label != "2025-02");
    assert!(hidden.hits.is_empty() && hidden.instead.is_empty(), "{hidden:?}");
    assert!(index.ask("veileder", |entry| entry.label != "2025-02").hits.is_empty());
}
