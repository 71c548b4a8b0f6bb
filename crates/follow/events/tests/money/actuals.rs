//! Actuals from files: read, previewed, booked once, corrected. All agencies and figures are invented.

use crate::common::{Desk, started_with};
use proptest::prelude::*;
use styrbord_events::letters::PartValue;
use styrbord_events::money::import::{
    Extent, ImportChoice, Preview, Reading, Source, Standing, preview, read_ledger, read_state_accounts,
};
use styrbord_events::money::{Command, Month, PostNode, tree};
use styrbord_events::{ObjectId, Stream, Year};
use styrbord_money::Nok;
use styrbord_plan::Post;

const STATE_ACCOUNTS: &[u8] = include_bytes!("files/state-accounts.csv");
const COMMA: &[u8] = include_bytes!("files/ledger-comma.csv");
const NORWEGIAN: &[u8] = include_bytes!("files/ledger-norwegian.csv");

/// post-1 is 570.01, post-2 is 571.21, post-3 is 3570.02, an income.
fn started() -> (Desk, Stream) {
    let post = |chapter, post, kroner| PartValue::Post {
        chapter,
        post: Post { post, amount_nok: Some(Nok::from_kroner(kroner)), ..Post::default() },
    };
    started_with(vec![post(570, 1, 10_000_000), post(571, 21, 100), post(3570, 2, 1000)])
}

fn year(desk: &Desk, stream: Stream) -> &Year {
    &desk.book.years[&stream]
}

fn post(desk: &Desk, stream: Stream, chapter: u32) -> PostNode {
    let tree = tree(year(desk, stream));
    tree.chapters.into_iter().find(|of| of.chapter == chapter).unwrap().posts.remove(0)
}

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn import(reading: &Reading) -> styrbord_events::Command {
    with_choice(reading, ImportChoice::default())
}

fn with_choice(reading: &Reading, choice: ImportChoice) -> styrbord_events::Command {
    styrbord_events::Command::Money(Command::ImportActuals { reading: reading.clone(), choice })
}

fn seen(desk: &Desk, stream: Stream, reading: &Reading) -> Preview {
    preview(year(desk, stream), reading, &ImportChoice::default())
}

fn rows(preview: &Preview) -> Vec<(String, String, Nok, Standing)> {
    let row = |row: &styrbord_events::money::import::PreviewRow| {
        (row.post.to_string(), row.month.to_string(), row.amount, row.standing)
    };
    preview.rows.iter().map(row).collect()
}

fn ledger(text: &str) -> Reading {
    read_ledger("hovedbok.csv", text.as_bytes()).unwrap()
}

#[test]
fn the_state_accounts_are_read_to_the_ore() {
    let (desk, stream) = started();
    let reading = read_state_accounts("statsregnskapet.csv", STATE_ACCOUNTS, Some("999999901")).unwrap();
    assert_eq!((reading.lines, reading.others, reading.refused_count), (5, 1, 0));
    let preview = seen(&desk, stream, &reading);
    let row =
        |post: &str, month: &str, ore| (post.to_owned(), month.to_owned(), Nok::from_ore(ore), Standing::New);
    assert_eq!(
        rows(&preview),
        [
            row("post-1", "202501", 492_050_025),
            row("post-1", "202502", 399_989_950),
            row("post-2", "202501", 1),
        ]
    );
    assert_eq!(preview.rows[0].accounts.len(), 2);
    assert_eq!(preview.summary().nb, "nye: 3, endret: 0, uendret: 0, avviste linjer: 0");
    let by_name = read_state_accounts("s.csv", STATE_ACCOUNTS, Some("fjellvettdirektoratet (OPPDIKTET)"));
    assert_eq!(by_name.unwrap().figures, reading.figures);
    let refused = |agency| read_state_accounts("s.csv", STATE_ACCOUNTS, agency).unwrap_err();
    assert_eq!(refused(None).code, "several-agencies");
    assert!(refused(None).said.message.nb.ends_with("999999901, 999999902"), "{:?}", refused(None));
    assert_eq!(refused(Some("1")).code, "agency-not-found");
}

#[test]
fn a_ledger_is_read_in_both_dialects() {
    let (desk, stream) = started();
    let sums = |bytes| {
        let preview = seen(&desk, stream, &read_ledger("hovedbok.csv", bytes).unwrap());
        preview.rows.into_iter().map(|row| (row.post, row.month, row.amount)).collect::<Vec<_>>()
    };
    assert_eq!(sums(COMMA).len(), 3);
    assert_eq!(sums(COMMA), sums(NORWEGIAN));
    let tabs = "date\tchapter\tpost\tamount\n31.01.2025\t570\t1\t12,50\n";
    assert_eq!(ledger(tabs).figures[0].amount, Nok::from_ore(1250));
    assert_eq!(ledger(tabs).figures[0].month, month("202501"));
}

#[test]
fn an_import_is_booked_once_and_corrected_as_a_new_event() {
    let (mut desk, stream) = started();
    let reading = read_ledger("hovedbok.csv", COMMA).unwrap();
    desk.run(stream, &import(&reading)).unwrap();
    assert_eq!(post(&desk, stream, 570).sums.actual, Nok::from_ore(892_039_975));
    let journal: String = desk.records.iter().map(|record| record.payload.as_str()).collect();
    assert!(
        !journal.contains("Kari") && !journal.contains("1001"),
        "more than amounts stands in the journal"
    );
    // The same file again: nothing.
    let (book, records) = (desk.book.clone(), desk.records.len());
    desk.run(stream, &import(&reading)).unwrap();
    assert_eq!((desk.records.len(), &desk.book), (records, &book));
    let mut reasoned = desk.envelope(stream);
    reasoned.reason = Some("Sendt en gang til".to_owned());
    let decided = desk.book.decide(&reasoned, &import(&reading)).unwrap();
    assert_eq!(decided.notes, [], "no record would refer to the reason");
    // Another figure for February: a correction, and January stands.
    let other = ledger("period,chapter,post,account,amount\n202502,570,1,500,3999900\n");
    let preview = seen(&desk, stream, &other);
    assert_eq!(rows(&preview)[0].3, Standing::Changed);
    assert_eq!(preview.rows[0].booked, Some(Nok::from_ore(399_989_950)));
    assert_eq!(preview.absent.len(), 1, "571.21 is booked in February and not in the file");
    desk.run(stream, &import(&other)).unwrap();
    assert_eq!(desk.records.len(), records + 2);
    assert!(desk.records.last().unwrap().payload.contains(r#""corrects":"import-1""#));
    let february =
        &year(&desk, stream).money.actuals[&Source::Ledger][&"post-1".parse().unwrap()][&month("202502")];
    let amounts: Vec<Nok> = february.iter().map(|booking| booking.amount).collect();
    assert_eq!(amounts, [Nok::from_ore(399_989_950), Nok::from_kroner(3_999_900)]);
    // The file is the whole of February: what it does not name was not used.
    let whole = ImportChoice { extent: Extent::WholeMonths, leave_out: vec![] };
    desk.run(stream, &with_choice(&other, whole)).unwrap();
    assert_eq!(post(&desk, stream, 571).sums.actual, Nok::ZERO);
    assert_eq!(post(&desk, stream, 570).sums.actual, Nok::from_ore(892_040_025));
    desk.assert_replays();
}

#[test]
fn an_unknown_chapter_or_post_is_refused_with_its_line_and_nothing_is_booked() {
    let (mut desk, stream) = started();
    let reading = ledger(
        "period,chapter,post,amount\n202501,570,1,10\n202501,1633,1,5\n202501,570,45,6\n202401,570,1,7\n202501,1633,1,8\n",
    );
    let preview = seen(&desk, stream, &reading);
    let told: Vec<(u64, &str, &str)> = preview
        .refused
        .iter()
        .map(|line| (line.line, line.value.as_str(), line.message.nb.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (3, "1633", "kapittel 1633 er ikke i årets brev (linjer: 2)"),
            (4, "570.45", "kapittel 570 post 45 er ikke i årets brev (linjer: 1)"),
            (5, "202401", "perioden er ikke i 2025"),
        ]
    );
    assert_eq!(preview.refused_count, 4);
    assert_eq!(desk.refused(stream, &import(&reading)), "import-refused");
    let refusal = desk.run(stream, &import(&reading)).unwrap_err();
    assert!(
        refusal.said.message.en.starts_with("Nothing was booked. Line 3 «1633»"),
        "{}",
        refusal.said.message.en
    );
    // What is not followed here is left out in so many words, and counted.
    let reading = ledger("period,chapter,post,amount\n202501,570,1,10\n202501,1633,1,5\n202501,1633,1,8\n");
    let choice = ImportChoice { extent: Extent::Listed, leave_out: vec![(1633, None)] };
    desk.run(stream, &with_choice(&reading, choice)).unwrap();
    let left_out = &year(&desk, stream).money.imports[&"import-1".parse().unwrap()].left_out;
    assert_eq!((left_out[0].amount, left_out[0].lines), (Nok::from_kroner(13), 2));
}

#[test]
fn a_wrong_value_is_told_with_line_column_and_remedy() {
    let header = "Periode;Kapittel;Post;Beløp";
    for (line, column, value, help) in [
        ("202513x;570;1;1", "Periode", "202513x", "Skriv år og måned som 202503"),
        ("202500;570;1;1", "Periode", "202500", "Skriv år og måned som 202503"),
        ("202501;0;1;1", "Kapittel", "0", "Skriv kapittelet som 671"),
        (
            "202501;570;058001;1",
            "Post",
            "058001",
            "Skriv posten som 60, eller med kapittelet foran som 057060",
        ),
        ("202501;570;1;1.50", "Beløp", "1.50", "Skriv beløpet som 1234,50"),
        ("202501;570;1;1,505", "Beløp", "1,505", "Bruk hele øre"),
        ("202501;570;1;=1+1", "Beløp", "=1+1", "Skriv beløpet som 1234,50"),
        ("202501;570;1", "", "", "Sett verdier med skilletegn i anførselstegn"),
    ] {
        let reading = ledger(&format!("{header}\n202501;570;1;1\n\n{line}\n"));
        let refused = &reading.refused[0];
        assert_eq!(
            (refused.line, refused.column.as_str(), refused.value.as_str()),
            (4, column, value),
            "{line}"
        );
        assert_eq!(refused.help.nb, help, "{line}");
        assert_eq!((reading.lines, reading.refused_count), (2, 1));
    }
}

#[test]
fn what_is_no_ledger_is_refused_with_a_remedy() {
    let code = |bytes: &[u8]| read_ledger("hovedbok.csv", bytes).unwrap_err().code;
    for (bytes, expected) in [
        (&b""[..], "empty-file"),
        (b"\n\n", "empty-file"),
        (b"PK\x03\x04", "not-csv"),
        (b"\xff\xfea\0", "not-csv"),
        (b"period,chapter,post\n", "column-missing"),
        (b"period,chapter,post,amount,Amount\n", "column-twice"),
        (b"period,chapter,post,amount\n\"202501,570,1,1\n", "line-not-split"),
    ] {
        assert_eq!(code(bytes), expected);
    }
    let missing = read_ledger("hovedbok.csv", b"periode;kapittel;konto\n").unwrap_err();
    assert_eq!(missing.said.message.nb, "Kolonnen «post» mangler; filen har periode, kapittel, konto");
    let many = "x\n".repeat(500);
    let reading = ledger(&format!("period,chapter,post,amount\n{many}"));
    assert_eq!((reading.refused.len(), reading.refused_count), (100, 500));
}

#[test]
fn state_accounts_go_before_the_ledger_and_differences_are_told() {
    let (mut desk, stream) = started();
    desk.run(stream, &import(&ledger("period,chapter,post,amount\n202501,570,1,5\n202503,570,1,7\n")))
        .unwrap();
    let state = read_state_accounts("s.csv", STATE_ACCOUNTS, Some("999999901")).unwrap();
    desk.run(stream, &import(&state)).unwrap();
    let node = post(&desk, stream, 570);
    // January and February of the state accounts, March of the ledger.
    assert_eq!(node.sums.actual, Nok::from_ore(492_050_025 + 399_989_950 + 700));
    assert_eq!(node.actual.differences.len(), 1);
    assert_eq!(node.actual.differences[0].ledger, Nok::from_kroner(5));
    assert_eq!(node.sums.disposable, Some(Nok::from_ore(1_000_000_000 - 492_050_025 - 399_989_950 - 700)));
}

#[test]
fn incomes_come_in_below_zero_and_show_above() {
    let (mut desk, stream) = started();
    desk.run(stream, &import(&ledger("period,chapter,post,amount\n202501,3570,2,-400\n"))).unwrap();
    assert_eq!(post(&desk, stream, 3570).sums.actual, Nok::from_kroner(400));
}

#[test]
fn a_forged_reading_is_refused() {
    let (mut desk, stream) = started();
    let mut reading = ledger("period,chapter,post,amount\n202501,570,1,10\n");
    reading.figures[0].amount = Nok::from_ore(i64::MIN);
    assert_eq!(desk.refused(stream, &import(&reading)), "broken-reading");
    let mut reading = ledger("period,chapter,post,amount\n202501,570,1,10\n");
    reading.file.name = "x".repeat(600);
    assert_eq!(desk.refused(stream, &import(&reading)), "text-too-long");
}

fn lines() -> impl Strategy<Value = Vec<(u8, bool, u32, i64)>> {
    prop::collection::vec((1_u8..=13, any::<bool>(), 500_u32..504, -1_000_000_i64..1_000_000), 1..40)
}

fn written(lines: &[(u8, bool, u32, i64)]) -> String {
    let line = |(month, research, account, ore): &(u8, bool, u32, i64)| {
        let (chapter, post) = if *research { (571, 21) } else { (570, 1) };
        let sign = if *ore < 0 { "-" } else { "" };
        let (kroner, rest) = (ore.abs() / 100, ore.abs() % 100);
        format!("2025{month:02};{chapter};{post};{account};{sign}{kroner},{rest:02}\n")
    };
    "period;chapter;post;account;amount\n".to_owned() + &lines.iter().map(line).collect::<String>()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn importing_twice_is_importing_once(lines in lines(), turned in any::<prop::sample::Index>()) {
        let (mut desk, stream) = started();
        desk.run(stream, &import(&ledger(&written(&lines)))).unwrap();
        let (book, records) = (desk.book.clone(), desk.records.len());
        // The order of the lines does not matter.
        let mut other = lines.clone();
        other.rotate_left(turned.index(lines.len()));
        desk.run(stream, &import(&ledger(&written(&other)))).unwrap();
        prop_assert_eq!(desk.records.len(), records);
        prop_assert_eq!(&desk.book, &book);
        let expected: i64 = lines.iter().map(|line| line.3).sum();
        let chapters = tree(year(&desk, stream)).chapters;
        let booked: i64 = chapters.iter().map(|chapter| chapter.sums.actual.ore()).sum();
        prop_assert_eq!(booked, expected);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let after = |header: &str| [header.as_bytes(), &bytes].concat();
        let _ = read_ledger("x", &bytes);
        let _ = read_state_accounts("x", &after("Periode;Kapittel_id;Post_id;Beløp;Virksomhet_id\n"), Some("1"));
        if let Ok(reading) = read_ledger("x", &after("period,chapter,post,amount\n")) {
            let booked: u64 = reading.figures.iter().map(|figure| figure.lines).sum();
            prop_assert_eq!(booked + reading.refused_count, reading.lines);
        }
    }

    #[test]
    fn nearly_right_lines_are_read_or_refused(text in "([0-9]{6}[,;]5[0-9]{2},[0-9]{1,2},[-0-9 .,\"]{1,12}\n){0,8}") {
        let reading = read_ledger("x", format!("period,chapter,post,amount\n{text}").as_bytes());
        if let Ok(reading) = reading {
            let (mut desk, stream) = started();
            let id: ObjectId = "import-1".parse().unwrap();
            let done = desk.run(stream, &import(&reading)).is_ok();
            prop_assert_eq!(done && !reading.figures.is_empty(), year(&desk, stream).money.imports.contains_key(&id));
        }
    }
}
