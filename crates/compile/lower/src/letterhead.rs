//! Who writes to whom, for which year, and what kind of letter it is.

use crate::letter_date;
use crate::receiver::{extended, labelled_receiver, short_printed, title_receiver};
use crate::view::{Line, LineKind, View};
use crate::words::{bare, lower};
use std::collections::BTreeMap;
use styrbord_plan::{LetterKind, Party, Plan};
use styrbord_source::lower_case;
use styrbord_syntax::{BlockKind, LeafKind};

/// How many lines at the start are read as letterhead.
pub(crate) const HEAD_LINES: usize = 60;

/// Reads agency, ministry, year and kind.
pub(crate) fn read(view: &View<'_>, plan: &mut Plan) {
    let names = Names::collect(view);
    plan.kind = kind(view);
    plan.year = year(view);
    plan.ministry = ministry(view, &names);
    plan.agency = agency(view, &names, plan);
    plan.evidence.letter_date = letter_date::read(view, plan.year);
}

/// Names with an abbreviation behind them in brackets, and how often each word of a name stands in the letter.
pub(crate) struct Names {
    /// (full name, abbreviation), in order of appearance.
    pub short: Vec<(String, String)>,
    /// How often each single word with a capital stands.
    count: BTreeMap<String, usize>,
}

impl Names {
    /// Collects names from the whole letter.
    pub fn collect(view: &View<'_>) -> Self {
        let mut names = Names { short: Vec::new(), count: BTreeMap::new() };
        for block in &view.tree.blocks {
            let text = match &block.kind {
                BlockKind::Table(_) => continue,
                _ => block.flow.joined(),
            };
            names.abbreviations(&text);
            for word in text.split_whitespace() {
                let word = bare(word);
                if word.starts_with(char::is_uppercase) && word.chars().count() >= 3 {
                    *names.count.entry(word.to_owned()).or_default() += 1;
                }
            }
        }
        names
    }

    fn abbreviations(&mut self, text: &str) {
        for (at, _) in text.match_indices(" (") {
            let inner = &text[at + 2..];
            let Some(end) = inner.find(')').filter(|end| *end <= 12) else { continue };
            let short = inner[..end].trim();
            let plain = short.chars().all(|c| c.is_alphanumeric() || c == '-') && !short.is_empty();
            let inner_capital =
                short.chars().skip(1).any(char::is_uppercase) || crate::parties::is_abbreviated_body(short);
            if !plain || !short.starts_with(char::is_uppercase) || !inner_capital {
                continue;
            }
            if let Some(name) = name_before(&text[..at])
                && !self.short.iter().any(|(known, _)| *known == name)
            {
                self.short.push((name, short.to_owned()));
            }
        }
    }

    fn short_of(&self, name: &str) -> Option<String> {
        self.short.iter().find(|(full, _)| full == name).map(|(_, short)| short.clone())
    }

    fn count_of(&self, word: &str) -> usize {
        let genitive = format!("{word}s");
        self.count.get(word).copied().unwrap_or(0) + self.count.get(&genitive).copied().unwrap_or(0)
    }
}

/// Endings of the names of agencies.
const AGENCY_ENDINGS: [&str; 36] = [
    "direktoratet",
    "tilsynet",
    "verket",
    "etaten",
    "instituttet",
    "kontoret",
    "rådet",
    "senteret",
    "arkivet",
    "fondet",
    "byrået",
    "vesenet",
    "nemnda",
    "biblioteket",
    "museet",
    "kassen",
    "kassa",
    "banken",
    "ombudet",
    "styret",
    "sentralen",
    "forvaltningen",
    "tjenesten",
    "tenesta",
    "forvaltninga",
    "administrasjonen",
    "departementet",
    "direktorat",
    "tilsyn",
    "stiftelsen",
    "myndigheten",
    "myndigheita",
    "selskapet",
    "foretaket",
    "føretaket",
    "enheten",
];

/// Tells whether a word is the name of a body by its ending.
pub(crate) fn is_body(word: &str) -> bool {
    const SHORTEST: usize = 6;
    let word = bare(word);
    if word.len() <= SHORTEST {
        return false;
    }
    let lower = lower_case(word);
    let core = lower.strip_suffix('s').unwrap_or(&lower);
    AGENCY_ENDINGS.iter().any(|ending| core.ends_with(ending) && core.len() > ending.len())
}

/// Returns the name that a text ends with: the last body word, with `X- og` in front, or a run of capitals.
pub(crate) fn name_before(text: &str) -> Option<String> {
    const WORDS_MAX: usize = 24;
    let mut words: Vec<&str> = text.split_whitespace().rev().take(WORDS_MAX).collect();
    words.reverse();
    let last = words.last()?;
    let mut start = words.len() - 1;
    while start > 0 {
        let before = words[start - 1];
        let before_that = start.checked_sub(2).map(|at| words[at]);
        let compound = before.eq_ignore_ascii_case("og")
            && before_that.is_some_and(|word| word.ends_with('-') || word.ends_with("-,"));
        let listed = before.ends_with("-,") || before.ends_with('-');
        let named = before.starts_with(char::is_uppercase)
            && !ends_clause(before)
            && start + 1 == words.len()
            && !is_body(last);
        let for_name = matches!(before, "for" | "i")
            && before_that.is_some_and(|word| {
                lower(word).ends_with("direktoratet") || lower(word).ends_with("direktorat")
            });
        if compound || for_name {
            start -= 2;
        } else if listed || named {
            start -= 1;
        } else {
            break;
        }
    }
    let name = words[start..].join(" ");
    let name = name.trim_matches(|c: char| matches!(c, ',' | '.' | ':' | ';' | '(' | '«' | '»')).to_owned();
    (name.starts_with(char::is_uppercase) && name.chars().count() > 3).then_some(name)
}

pub(crate) fn ends_clause(word: &str) -> bool {
    word.ends_with([',', '.', ':', ';', ')'])
}

fn kind(view: &View<'_>) -> LetterKind {
    let mut head = String::new();
    for line in view.lines.iter().take(HEAD_LINES) {
        if !is_title_line(view, line) {
            continue;
        }
        head.push_str(&lower(&line.flow.joined()));
        head.push('\n');
    }
    let titles: Vec<&str> =
        head.lines().filter(|line| line.len() <= 130 && !line.ends_with(['.', ',', ';'])).collect();
    let says = |stems: &[&str]| titles.iter().position(|line| stems.iter().any(|stem| line.contains(stem)));
    let supplement = says(&[
        "supplerende tildelingsbrev",
        "supplerande tildelingsbrev",
        "tillegg til tildelingsbrev",
        "tilleggsbrev",
        "tillegg nr",
        "tildelingsbrev – tillegg",
        "tildelingsbrev - tillegg",
        "tillegg til tildelingsbrevet",
        "endring av tildelingsbrev",
        "endringar i tildelingsbrev",
        "endringer i tildelingsbrev",
    ])
    .filter(|at| {
        !titles[*at].contains("vil ")
            && !titles[*at].contains("kan ")
            && !titles[*at].contains("kjem")
            && !titles[*at].contains("kommer")
    });
    let instruction = says(&[
        "instruks for",
        "instruks om",
        "hovedinstruks",
        "hovudinstruks",
        "instruks til",
        "virksomhetsinstruks",
        "verksemdsinstruks",
    ])
    .filter(|at| {
        !titles[*at].contains("tildelingsbrev")
            && titles[*at].split_whitespace().count() <= 12
            && !titles[*at].ends_with('.')
    });
    let allocation = says(&["tildelingsbrev"]);
    let orders = says(&["oppdragsdokument", "oppdragsbrev", "føretaksprotokoll", "foretaksprotokoll"]);
    let first = |at: Option<usize>| at.unwrap_or(usize::MAX);
    if supplement.is_some() && first(supplement) <= first(allocation).saturating_add(8) {
        LetterKind::Supplement
    } else if instruction.is_some() && first(instruction) < first(allocation) {
        LetterKind::Instruction
    } else if orders.is_some() && first(orders) <= first(allocation) {
        LetterKind::Other
    } else if allocation.is_some() || body_speaks_of_allocation(view) {
        LetterKind::Allocation
    } else if instruction.is_some() {
        LetterKind::Instruction
    } else {
        LetterKind::Other
    }
}

/// Tells whether a line can be a title: a heading, or a block of few words.
pub(crate) fn is_title_line(view: &View<'_>, line: &Line) -> bool {
    matches!(line.kind, LineKind::Heading(_))
        || view.tree.blocks[line.block].flow.as_str().split_whitespace().take(17).count() <= 16
}

fn body_speaks_of_allocation(view: &View<'_>) -> bool {
    view.lines.iter().filter(|line| lower(line.text()).contains("tildelingsbrev")).take(3).count() >= 3
}

/// Returns the budget year: printed beside the letter's name in its head, else the year it speaks of most.
fn year(view: &View<'_>) -> Option<i16> {
    let mut count: BTreeMap<i16, usize> = BTreeMap::new();
    for (at, line) in view.lines.iter().enumerate() {
        let text = line.flow.joined();
        let low = lower(&text);
        let in_force = ["gjelder fra", "gjeld frå"]
            .iter()
            .filter_map(|phrase| low.find(phrase))
            .min()
            .filter(|_| at < HEAD_LINES);
        let in_title = at < HEAD_LINES
            && is_title_line(view, line)
            && text.len() <= 130
            && !text.trim_end().ends_with('.')
            && crate::parties::sentences(&text).len() == 1
            && ["tildelingsbrev", "statsbudsjettet", "instruks", "oppdragsdokument", "tillegg"]
                .iter()
                .any(|stem| low.contains(stem));
        let plain = usize::from(!low.contains("prop.") && !low.contains("innst."));
        // Lower case may be of another length: then all of the line counts.
        let (before, behind) =
            in_force.and_then(|at| text.split_at_checked(at)).unwrap_or((text.as_str(), ""));
        for (part, weight) in [(before, if in_title { 40 } else { plain }), (behind, 40)] {
            for year in years(part) {
                *count.entry(year).or_default() += weight;
            }
        }
    }
    let best = count.values().max().copied().filter(|best| *best > 0)?;
    count.into_iter().find(|(_, weight)| *weight == best).map(|(year, _)| year)
}

/// Returns the years 1990-2099 that stand as words of their own.
pub(crate) fn years(text: &str) -> Vec<i16> {
    text.split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse::<i16>().ok())
        .filter(|year| (1990..2100).contains(year))
        .collect()
}

/// Returns the sender: the ministry named in the letterhead, else in a running head or foot, else the one that the
/// letter names first.
fn ministry(view: &View<'_>, names: &Names) -> Party {
    const LETTERHEAD_LINES: usize = 12;
    let (head, rest) = view.lines.split_at(view.lines.len().min(LETTERHEAD_LINES));
    let named = |lines: &[Line]| lines.iter().find_map(|line| ministry_in(&line.flow.joined()));
    let furniture = view.tree.leaves.iter().filter(|leaf| leaf.kind == LeafKind::Furniture);
    let Some(name) = named(head)
        .or_else(|| furniture.map(|leaf| view.source.quote(leaf.span)).find_map(|text| ministry_in(&text)))
        .or_else(|| named(rest))
    else {
        return Party::default();
    };
    Party { short: names.short_of(&name), name: Some(name) }
}

/// Returns the first ministry that a line names.
fn ministry_in(text: &str) -> Option<String> {
    let upper = text.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    word_offsets(text).find_map(|(at, word)| {
        let low = lower(bare(word));
        let core = low.strip_suffix('s').unwrap_or(&low);
        if !(core.ends_with("departementet") || core.ends_with("departement") && upper)
            || core == "departementet"
            || core == "departement"
        {
            return None;
        }
        let end = at + word.len();
        let name = name_before(text[..end].trim_end_matches(|c: char| !c.is_alphanumeric()))?;
        Some(definite_ministry(&name))
    })
}

/// Returns a ministry's name as it is written in running text: `ARBEIDSDEPARTEMENT` is Arbeidsdepartementet.
fn definite_ministry(name: &str) -> String {
    let name = [
        "DET KONGELIGE ",
        "DET KONGELEGE ",
        "Det kongelige ",
        "Det kongelege ",
        "KONGELIGE ",
        "KONGELEGE ",
        "Kongelige ",
        "Kongelege ",
    ]
    .iter()
    .find_map(|prefix| name.strip_prefix(prefix))
    .unwrap_or(name);
    let upper = name.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let name = if upper {
        let low = name.to_lowercase();
        let mut chars = low.chars();
        chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
    } else {
        name.strip_suffix('s').unwrap_or(name).to_owned()
    };
    if name.ends_with("departement") { format!("{name}et") } else { name }
}

fn word_offsets(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace().map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

/// Returns the receiver: named in the title, on a line of its own in the head, or the body named most often.
fn agency(view: &View<'_>, names: &Names, plan: &Plan) -> Party {
    let ministry = plan.ministry.name.clone().unwrap_or_default();
    let mut name = title_receiver(view).or_else(|| labelled_receiver(view));
    if name.is_none() {
        let mut scored: Vec<(usize, String)> = Vec::new();
        for (full, short) in &names.short {
            if *full != ministry && !lower(full).ends_with("departementet") {
                let uses =
                    names.count_of(short) + names.count_of(full.split(' ').next_back().unwrap_or(full));
                scored.push((uses, full.clone()));
            }
        }
        for (word, count) in &names.count {
            let low = lower(word);
            if is_body(word)
                && !low.ends_with("departementet")
                && !low.ends_with('s')
                && !is_common_body(&low)
            {
                scored.push((*count, word.clone()));
            }
        }
        name = scored
            .into_iter()
            .max_by_key(|(uses, name)| (*uses, name.len()))
            .filter(|(uses, _)| *uses >= 2)
            .map(|(_, name)| name);
    }
    let name = name.map(|name| extended(view, name));
    let short = name.as_deref().and_then(|name| names.short_of(name).or_else(|| short_printed(view, name)));
    Party { name, short }
}

/// Tells whether a body's word is a common noun rather than a name.
fn is_common_body(lower: &str) -> bool {
    [
        "direktoratet",
        "tilsynet",
        "etaten",
        "kontoret",
        "instituttet",
        "senteret",
        "rådet",
        "verket",
        "styret",
        "fondet",
        "arkivet",
        "stortinget",
        "enheten",
    ]
    .contains(&lower)
}
