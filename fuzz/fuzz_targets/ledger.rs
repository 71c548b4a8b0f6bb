//! Any ledger: reading refuses or gives sums, which account for every line, and which a second reading gives again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use styrbord_events::money::import::{Reading, read_ledger, read_state_accounts};

/// What makes any lines a ledger.
const HEADERS: [&str; 3] = [
    "Periode;Kapittel_id;Post_id;Artskonto_id;Virksomhet_id;Beløp\n",
    "date,chapter,post,amount,text\n",
    "periode;kapittel;post;beløp\n",
];

fuzz_target!(|bytes: &[u8]| {
    check(read_ledger("any", bytes).ok());
    check(read_state_accounts("any", bytes, None).ok());
    for header in HEADERS {
        let file = [header.as_bytes(), bytes].concat();
        let readings = [read_ledger("any", &file).ok(), read_state_accounts("any", &file, None).ok()];
        assert_eq!(readings[0], read_ledger("any", &file).ok());
        readings.into_iter().for_each(check);
    }
});

fn check(reading: Option<Reading>) {
    let Some(reading) = reading else { return };
    let booked: u64 = reading.figures.iter().map(|figure| figure.lines).sum();
    assert_eq!(booked + reading.refused_count, reading.lines);
    assert!(reading.refused.len() <= 100 && reading.refused.len() as u64 <= reading.refused_count);
    assert!(reading.figures.iter().all(|figure| figure.line > 1 && (1..=9999).contains(&figure.chapter)));
    assert!(reading.figures.is_sorted_by_key(|figure| (figure.chapter, figure.post, figure.month, figure.account)));
    assert!(reading.refused.iter().all(|refused| refused.value.chars().count() <= 40));
}
