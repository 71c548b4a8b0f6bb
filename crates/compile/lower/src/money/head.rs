//! What the columns of a money table hold, as its head names them over one line or several.

use super::posts::{Key, key};
use crate::letterhead::years;
use crate::words::{has_stem, lower};
use styrbord_money::{Unit, parse_caption, parse_cell};
use styrbord_plan::{LetterKind, Plan};
use styrbord_syntax::{Cell, Row, Table};

/// Words in the head of a table of payments, which divides nothing.
pub(super) const INSTALMENTS: [&str; 6] = ["termin", "måned", "månad", "utbetalingsdato", "forfall", "rate"];

/// Words for the change that a supplementary letter makes.
const CHANGE: [&str; 10] = [
    "tillegg",
    "reduksjon",
    "justering",
    "endring",
    "endringar",
    "auke",
    "økning",
    "tilleggsbevilgning",
    "tilleggsløyving",
    "omdisponering",
];

/// Words for what a post had before.
const PREVIOUS: [&str; 10] = [
    "tidligere",
    "tidlegare",
    "gjeldende",
    "gjeldande",
    "saldert",
    "opprinnelig",
    "opphavleg",
    "forrige",
    "førre",
    "før endring",
];

/// Words for what a row is about.
const TITLE: [&str; 14] = [
    "betegnelse",
    "benevnelse",
    "nemning",
    "navn",
    "namn",
    "kapittelnavn",
    "posttekst",
    "tekst",
    "formål",
    "føremål",
    "tiltak",
    "prosjekt",
    "ordning",
    "tilskuddsordning",
];

/// Words for who gets a grant.
const RECIPIENT: [&str; 6] =
    ["mottak", "organisasjon", "tilskuddsmottak", "tilskotsmottak", "virksomhet", "verksemd"];

/// Words for an amount.
const AMOUNT: [&str; 20] = [
    "tildelt",
    "vedtatt",
    "vedtek",
    "tildeling",
    "bevilgning",
    "løyving",
    "beløp",
    "ny ",
    "nytt",
    "revidert",
    "samlet",
    "samla",
    "sum",
    "ramme",
    "tilskudd",
    "tilskot",
    "budsjett",
    "kroner",
    "kr",
    "mill",
];

/// Words for money that is no allocation: accounts, forecasts, proposals.
const BESIDE: [&str; 6] = ["regnskap", "rekneskap", "forbruk", "prognose", "forslag", "framlegg"];

/// Words for the budget as it was decided, which a supplementary letter changes.
const DECIDED: [&str; 4] = ["vedtatt", "vedtek", "tildelt", "tildeling"];

/// The most rows of a head.
const HEAD_MAX: usize = 3;

/// What the columns of a money table hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Columns {
    pub(super) chapter: Option<usize>,
    pub(super) post: Option<usize>,
    pub(super) both: Option<usize>,
    pub(super) title: Option<usize>,
    pub(super) amount: Option<usize>,
    pub(super) previous: Option<usize>,
    pub(super) change: Option<usize>,
    pub(super) comment: Option<usize>,
    pub(super) recipient: Option<usize>,
    pub(super) unit: Option<Unit>,
    pub(super) width: usize,
    /// Rows of the head.
    pub(super) head: usize,
}

impl Columns {
    /// Tells whether the rows name chapters or posts.
    pub(super) const fn keyed(&self) -> bool {
        self.both.is_some() || self.post.is_some() || self.chapter.is_some()
    }
}

/// What one cell of a head says of its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Both,
    Chapter,
    Post,
    Change,
    Previous,
    Title,
    Recipient,
    Comment,
    Amount,
    Beside,
    Other,
}

/// Returns the columns that a table's head names, when it is a money table.
pub(super) fn columns(table: &Table, plan: &Plan) -> Option<Columns> {
    let mut cells: Vec<String> = Vec::new();
    let mut best = None;
    for (at, row) in table.rows.iter().take(HEAD_MAX).enumerate() {
        if at > 0 && !goes_on(row, best.is_some()) {
            break;
        }
        merge(&mut cells, row);
        if let Some(found) = read(&cells, plan) {
            best = Some(Columns { head: at + 1, ..found });
        }
    }
    best.map(|found| settled(found, table, &cells))
}

/// Puts the columns under a head cell that spans several of them (`Kap. Post Betegnelse`) where the rows have them.
fn settled(mut found: Columns, table: &Table, heads: &[String]) -> Columns {
    let Some(both) = found.both.filter(|_| found.title.is_none()) else { return found };
    let body = || table.rows.iter().skip(found.head);
    let keys = |column: usize, wanted: fn(Key) -> bool| {
        body()
            .filter(|row| {
                row.cells.get(column).is_some_and(|cell| wanted(key(None, None, Some(&cell.joined()))))
            })
            .count()
    };
    let silent = |column: usize| heads.get(column).is_none_or(String::is_empty);
    let before = both.checked_sub(1).filter(|column| silent(*column));
    if keys(both, |key| key != Key::None) == 0
        && let Some(column) = before.filter(|column| keys(*column, |key| key != Key::None) > 0)
    {
        found.both = Some(column);
        found.title = Some(both);
    } else if silent(both + 1) && keys(both + 1, |key| matches!(key, Key::Post(_))) > 0 {
        found.chapter = found.both.take();
        found.post = Some(both + 1);
        found.title = Some(both + 2).filter(|column| silent(*column) && *column < found.width);
    }
    found
}

/// Adds the cells of a row to those of the head above, column by column.
fn merge(cells: &mut Vec<String>, row: &Row) {
    cells.resize(cells.len().max(row.cells.len()), String::new());
    for (known, cell) in cells.iter_mut().zip(&row.cells) {
        let more = cell.joined();
        if !known.is_empty() && !more.is_empty() {
            known.push(' ');
        }
        known.push_str(&more);
    }
}

/// Tells whether a row goes on with the head above it: words and units, no numbers.
fn goes_on(row: &Row, complete: bool) -> bool {
    let cells: Vec<String> = row.cells.iter().map(Cell::joined).filter(|text| !text.is_empty()).collect();
    let is_year = |text: &str| text.len() == 4 && years(text).len() == 1;
    let counts = |text: &String| {
        parse_cell(text, Unit::Kroner).is_some() && parse_caption(text).is_none() && !is_year(text)
    };
    let keyed = |text: &String| {
        text.split_whitespace().any(|word| word.bytes().all(|byte| byte.is_ascii_digit()) && !is_year(word))
            && parse_caption(text).is_none()
    };
    if cells.is_empty() || cells.iter().any(counts) || cells.iter().any(keyed) {
        return false;
    }
    let unit = cells.iter().any(|text| parse_caption(text).is_some() || is_year(text));
    unit || !complete
        && cells.iter().filter(|text| kind(&lower(text), false, false) != Kind::Other).count() >= 2
}

/// Reads the cells of a head.
fn read(cells: &[String], plan: &Plan) -> Option<Columns> {
    let mut found = Columns { width: cells.len(), head: 1, ..Columns::default() };
    let mut amounts: Vec<(usize, bool)> = Vec::new();
    for (at, text) in cells.iter().enumerate() {
        let low = lower(text.trim());
        if low.starts_with("kap") && low.bytes().any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        if has_stem(&low, &INSTALMENTS) && low.chars().count() <= 60 {
            return None;
        }
        match kind(&low, found.title.is_some(), found.recipient.is_some()) {
            Kind::Both => found.both = Some(at),
            Kind::Chapter => found.chapter = Some(at),
            Kind::Post => found.post = Some(at),
            Kind::Change => found.change = Some(at),
            Kind::Previous => found.previous = Some(at),
            Kind::Title => found.title = Some(at),
            Kind::Recipient => found.recipient = Some(at),
            Kind::Comment => found.comment = Some(at),
            Kind::Amount => amounts.push((at, false)),
            Kind::Beside => amounts.push((at, true)),
            Kind::Other => {}
        }
    }
    if found.change.is_some() && found.previous.is_none() && amounts.len() == 2 {
        let before = amounts
            .first()
            .filter(|(at, _)| cells.get(*at).is_some_and(|text| has_stem(&lower(text), &DECIDED)));
        found.previous = before.map(|(at, _)| *at);
    }
    found.amount = chosen(cells, &amounts, plan.year);
    if plan.kind != LetterKind::Supplement && found.change.is_none() {
        found.amount = found.amount.or(found.previous);
        found.previous = None;
    }
    let caption = |at: usize| cells.get(at).and_then(|text| parse_caption(text));
    found.unit = found.amount.and_then(caption).or_else(|| (0..cells.len()).find_map(caption));
    let money = found.amount.is_some() || found.change.is_some();
    (money && (found.keyed() || found.recipient.is_some() || found.title.is_some())).then_some(found)
}

/// Returns the amount column that allocates: the letter's year before other years, the last of several.
fn chosen(cells: &[String], amounts: &[(usize, bool)], year: Option<i16>) -> Option<usize> {
    let rank = |(at, beside): &(usize, bool)| {
        let printed = cells.get(*at).map(|text| years(text)).unwrap_or_default();
        let this = year.is_some_and(|year| printed.contains(&year));
        match (beside, this, printed.is_empty() || year.is_none()) {
            (true, ..) => 0,
            (false, true, _) => 3,
            (false, false, true) => 2,
            (false, false, false) => 1,
        }
    };
    amounts.iter().max_by_key(|column| rank(column)).map(|(at, _)| *at)
}

/// Returns what one cell of a head, lower-cased, says of its column, when others may be titled or named already.
fn kind(low: &str, titled: bool, named: bool) -> Kind {
    let low = low.trim();
    if low.is_empty() || low.chars().count() > 60 {
        return Kind::Other;
    }
    let stem = |stems: &[&str]| has_stem(low, stems);
    if low.starts_with("kap") {
        return if low.contains("post") { Kind::Both } else { Kind::Chapter };
    }
    if low == "post" || low == "post nr" || low == "post nr." || low == "postnr" {
        return Kind::Post;
    }
    let year_alone = low.len() <= 5 && low.bytes().filter(u8::is_ascii_digit).count() == 4;
    if stem(&CHANGE) {
        Kind::Change
    } else if stem(&PREVIOUS) {
        Kind::Previous
    } else if !titled && stem(&TITLE) {
        Kind::Title
    } else if !named && stem(&RECIPIENT) {
        Kind::Recipient
    } else if stem(&["kommentar", "merknad"]) {
        Kind::Comment
    } else if stem(&BESIDE) {
        Kind::Beside
    } else if stem(&AMOUNT) || stem(&["1 000", "1000"]) || year_alone {
        Kind::Amount
    } else {
        Kind::Other
    }
}
