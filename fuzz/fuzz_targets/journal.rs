//! Any lines as an export: what is taken in is given back byte for byte, and what is not leaves nothing behind.
//! Records are chained anew and the last line is made to fit, so that what lies behind the sums is reached.
#![no_main]

use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};
use styrbord_events::{Hash, Link, Record, Stream};
use std::collections::BTreeMap;
use styrbord_store::{Journal, Sqlite, export, import};

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    take_in(&text);
    take_in(&mended(&text));
});

fn take_in(lines: &str) {
    let mut journal = Sqlite::in_memory().unwrap();
    if import(&mut journal, "fuzz", &mut lines.as_bytes(), &mut |_| ()).is_ok() {
        let mut again = Vec::new();
        export(&mut journal, &mut again, &mut |_| ()).unwrap();
        assert_eq!(String::from_utf8(again).unwrap(), lines);
    } else {
        assert_eq!(journal.head(), Ok(Link::default()));
        assert_eq!(journal.texts(None, 1), Ok(Vec::new()));
        assert_eq!(journal.attachment_after(None), Ok(None));
    }
}

/// Returns the lines with each record chained to the one before, and a first and a last line that fit.
fn mended(text: &str) -> String {
    let (mut out, mut link) = ("{\"styrbord_journal\":1}\n".to_owned(), Link::default());
    let (mut counts, mut versions) = ([0_u64; 3], BTreeMap::<Stream, u64>::new());
    for line in text.lines().filter(|line| !line.starts_with("{\"styrbord") && !line.starts_with("{\"end")) {
        let record = serde_json::from_str::<Value>(line).ok().and_then(|mut value| {
            serde_json::from_value::<Record>(value.get_mut("record")?.take()).ok()
        });
        if let Some(mut record) = record {
            let version = versions.entry(record.stream).or_default();
            *version += 1;
            (record.seq, record.version, record.previous) = (link.seq + 1, *version, link.hash);
            record.hash = record.expected_hash();
            link = record.link();
            out += &format!("{{\"record\":{}}}\n", serde_json::to_string(&record).unwrap());
            counts[0] += 1;
        } else {
            out += &format!("{line}\n");
            counts[1] += u64::from(line.starts_with("{\"text"));
            counts[2] += u64::from(line.starts_with("{\"attachment"));
        }
    }
    let [records, texts, attachments] = counts;
    let sha256 = Hash::of_bytes(out.as_bytes());
    let end = format!(
        "{{\"end\":{{\"records\":{records},\"texts\":{texts},\"attachments\":{attachments},\"sha256\":{}}}}}\n",
        json!(sha256)
    );
    out + &end
}
