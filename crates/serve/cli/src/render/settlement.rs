//! Settlement on the screen: a proposal, its verdict, and a case explained.

mod numbers;
mod simulated;

pub(crate) use simulated::{chart, drawn as simulated};

use super::wrap::{hang, length, pad, pad_left, wrap};
use crate::output::{Screen, plain};
use crate::texts::{Text, count, join, place as words};
use numbers::{decimal, digits, share};
use styrbord_app::Language;
use styrbord_app::place::{
    Choice, Excluded, Explained, Fault, Instance, Judged, PlaceName, Progress, ReadError, ScarceKind,
    Shortage, Solved, Unplaced, Why, Year,
};

/// How many cases without a place are shown.
const UNPLACED_SHOWN: usize = 12;
/// How many things that are wrong in a plan are shown.
const FAULTS_SHOWN: usize = 50;

/// Returns a sentence on a generated year.
pub(crate) fn generated(folder: &str, year: &Year, language: Language) -> String {
    let persons: u32 = year.families.iter().map(|family| family.persons).sum();
    let asked = year.hosts.iter().filter(|host| host.capacity > 0).count();
    let room: u32 = year.hosts.iter().map(|host| host.capacity).sum();
    let persons = count(persons as usize, words::PERSON, language);
    let cases = count(year.families.len(), words::CASE, language);
    words::GENERATED.with(language, &[&folder, &persons, &cases, &asked, &digits(room.into())]) + "\n"
}

/// Returns how far the work has come, in a line.
pub(crate) fn progress(progress: Progress, scale: i32, language: Language) -> String {
    let Progress { value, bound } = progress;
    let worth = |units| numbers::of_units(units, scale, language);
    words::PROGRESS.with(language, &[&worth(value), &worth(bound), &numbers::gap_of(value, bound, language)])
}

/// Draws a proposal.
pub(crate) fn solved(solved: &Solved, instance: &Instance, screen: Screen) -> String {
    let language = screen.language;
    let report = &solved.report;
    let persons = |number: u64| count(number as usize, words::PERSON, language);
    let cases = |number: usize| count(number, words::CASE, language);
    let in_cases = |number, of| words::IN_CASES.with(language, &[&persons(number), &cases(of)]);
    let placed_cases = report.cases - report.unplaced_cases;
    let bound = decimal(report.bound, 3, language);
    let mut rows = vec![
        (words::TO_SETTLE, vec![in_cases(report.persons, report.cases)]),
        (words::PLACED, vec![in_cases(report.placed_persons, placed_cases)]),
        (words::VALUE, vec![decimal(report.value, 3, language)]),
    ];
    // When not everybody can be settled, what stands in the way says more than a bound on the value.
    if solved.solution.shortage.is_none() {
        rows.push((words::BOUND, vec![words::BOUND_MEANS.with(language, &[&bound])]));
        rows.push((words::GAP, vec![words::GAP_MEANS.with(language, &[&share(report.gap, language)])]));
    }
    rows.push((words::SCARCE, scarce(solved, language)));
    if !solved.scarce_kinds.is_empty() {
        rows.push((words::SCARCE_KINDS, scarce_kinds(solved, language)));
    }
    rows.push((words::UNPLACED, unplaced(solved, language)));
    let shortage = solved.solution.shortage.as_ref();
    let shortage =
        shortage.map(|shortage| hang(&self::shortage(shortage, instance, language), 0, screen.width));
    let parts = [
        screen.bold(words::TITLE.get(language)),
        table(&rows, screen),
        shortage.map(|text| text + "\n").unwrap_or_default(),
        words::PROPOSAL.get(language).to_owned(),
    ];
    join(parts, "\n") + "\n"
}

/// Returns what a group of origin is called.
fn name_of_group(group: u32) -> String {
    group.to_string()
}

/// Draws rows with their labels; further lines stand below the first.
fn table(rows: &[(Text, Vec<String>)], screen: Screen) -> String {
    let labels = rows.iter().map(|(label, _)| length(label.get(screen.language)));
    let column = labels.max().unwrap_or_default() + 2;
    let room = screen.width.saturating_sub(column).max(20);
    let mut text = String::new();
    for (label, lines) in rows {
        let lines = lines.iter().flat_map(|line| wrap(&plain(line), room));
        for (at, line) in lines.enumerate() {
            let label = if at == 0 { label.get(screen.language) } else { "" };
            text.extend([screen.bold(&pad(label, column)).as_str(), &line, "\n"]);
        }
    }
    text
}

/// Returns a place as people know it: `0301 Oslo`.
pub(crate) fn name(place: &PlaceName) -> String {
    join([place.place.as_str(), place.name.as_str()], "\u{a0}")
}

fn scarce(solved: &Solved, language: Language) -> Vec<String> {
    let row = |scarce: &styrbord_app::place::Scarce| {
        let price = decimal(scarce.price, 4, language);
        let values: [&dyn std::fmt::Display; 4] =
            [&name(&scarce.place), &price, &digits(scarce.persons as i64), &digits(scarce.capacity.into())];
        words::SCARCE_ROW.with(language, &values)
    };
    some(solved.scarce.iter().map(row).collect(), language)
}

fn scarce_kinds(solved: &Solved, language: Language) -> Vec<String> {
    let row = |scarce: &ScarceKind| {
        let price = decimal(scarce.price, 4, language);
        let (used, capacity) = (digits(scarce.used as i64), digits(scarce.capacity.into()));
        let values: [&dyn std::fmt::Display; 5] =
            [&name(&scarce.place), &scarce.kind, &price, &used, &capacity];
        words::SCARCE_KIND_ROW.with(language, &values)
    };
    solved.scarce_kinds.iter().map(row).collect()
}

fn unplaced(solved: &Solved, language: Language) -> Vec<String> {
    let row = |unplaced: &Unplaced| {
        let persons = count(unplaced.persons as usize, words::PERSON, language);
        words::UNPLACED_ROW.with(language, &[&unplaced.case, &persons, &why(&unplaced.why, language)])
    };
    let mut rows: Vec<String> = solved.unplaced.iter().take(UNPLACED_SHOWN).map(row).collect();
    rows.extend(more(solved.unplaced.len(), UNPLACED_SHOWN, language));
    some(rows, language)
}

fn some(rows: Vec<String>, language: Language) -> Vec<String> {
    if rows.is_empty() { vec![words::NOBODY.get(language).to_owned()] } else { rows }
}

fn more(all: usize, shown: usize, language: Language) -> Option<String> {
    (all > shown).then(|| words::MORE.with(language, &[&digits((all - shown) as i64)]))
}

fn why(why: &Why, language: Language) -> String {
    match why {
        Why::NoPlace => words::WHY_NO_PLACE.get(language).to_owned(),
        Why::OnlyPlaceFull { place, left } => words::WHY_ONLY.with(language, &[&name(place), left]),
        Why::AllFull { places, left } => words::WHY_FULL.with(language, &[places, left]),
        Why::NoneHasKind { kind, need } => words::WHY_NONE_HAS.with(language, &[need, kind]),
        Why::KindFull { kind, need, places } => words::WHY_KIND.with(language, &[need, kind, places]),
        Why::RoomLeft { place } => words::WHY_ROOM.with(language, &[&name(place)]),
    }
}

fn shortage(shortage: &Shortage, instance: &Instance, language: Language) -> String {
    match shortage {
        Shortage::Room { cases, places } => {
            let room: u32 =
                places.iter().filter_map(|place| instance.places.get(*place)).map(|p| p.capacity).sum();
            let need: u32 =
                cases.iter().filter_map(|case| instance.cases.get(*case)).map(|c| c.persons).sum();
            let cases = count(cases.len(), words::CASE, language);
            let places = count(places.len(), words::PLACE, language);
            words::SHORTAGE_ROOM
                .with(language, &[&cases, &places, &digits(room.into()), &digits(need.into())])
        }
        Shortage::Kind { kind, cases, places } => {
            let Some(kind) = instance.kinds.get(*kind) else { return String::new() };
            let sum = |amounts: &[u32], of: &[usize]| {
                of.iter().filter_map(|at| amounts.get(*at)).map(|amount| i64::from(*amount)).sum()
            };
            let (room, need) = (digits(sum(&kind.capacity, places)), digits(sum(&kind.need, cases)));
            let cases = count(cases.len(), words::CASE, language);
            let places = count(places.len(), words::PLACE, language);
            words::SHORTAGE_KIND.with(language, &[&cases, &need, &kind.name, &places, &room])
        }
        Shortage::WholeFamilies { persons_max, .. } => {
            let persons = count(*persons_max as usize, words::PERSON, language);
            words::SHORTAGE_WHOLE.with(language, &[&persons])
        }
        Shortage::Unproved => words::SHORTAGE_UNPROVED.get(language).to_owned(),
    }
}

/// Draws the verdict on a plan.
pub(crate) fn judged(judged: &Judged, screen: Screen, unread: &dyn Fn(&ReadError) -> String) -> String {
    let language = screen.language;
    let title = if judged.valid { words::VERIFIED } else { words::NOT_VERIFIED };
    let persons = |number: u64| count(number as usize, words::PERSON, language);
    let cases = |number| count(number, words::CASE, language);
    let in_cases = |number, of| words::IN_CASES.with(language, &[&persons(number), &cases(of)]);
    let placed_cases = judged.cases - judged.unplaced_cases;
    let mut rows = vec![
        (words::TO_SETTLE, vec![in_cases(judged.persons, judged.cases)]),
        (words::PLACED, vec![in_cases(judged.placed_persons, placed_cases)]),
    ];
    if let Some(value) = judged.value {
        rows.push((words::VALUE, vec![decimal(value, 3, language)]));
    }
    if let Some(bound) = judged.bound {
        let bound = decimal(bound, 3, language);
        rows.push((words::BOUND, vec![words::BOUND_MEANS.with(language, &[&bound])]));
    }
    if let Some(gap) = judged.gap.filter(|_| judged.valid) {
        rows.push((words::GAP, vec![words::GAP_MEANS.with(language, &[&share(gap, language)])]));
    }
    let faults = judged.violations.iter().filter_map(|violation| fault(violation, language));
    let all: Vec<String> = judged.unread.iter().map(unread).chain(faults).collect();
    let mut lines: Vec<String> =
        all.iter().take(FAULTS_SHOWN).map(|line| hang(&plain(line), 2, screen.width)).collect();
    lines.extend(more(all.len(), FAULTS_SHOWN, language));
    let mut lines = lines.join("\n");
    if !lines.is_empty() {
        lines.push('\n');
    }
    join([screen.bold(title.get(language)), table(&rows, screen), lines], "\n")
}

/// Returns what is wrong; none for the file of the plan, whose faults are told with their places.
fn fault(fault: &Fault, language: Language) -> Option<String> {
    Some(match fault {
        Fault::PlanFile { .. } => return None,
        Fault::NotItsTie { case, place, tied_to } => {
            words::FAULT_TIE.with(language, &[case, &name(place), &name(tied_to)])
        }
        Fault::NotCompatible { case, place } => words::FAULT_PAIR.with(language, &[case, &name(place)]),
        Fault::OverCapacity { place, capacity, persons } => {
            words::FAULT_FULL.with(language, &[&name(place), capacity, persons])
        }
        Fault::OverKind { place, of, capacity, amount } => {
            words::FAULT_KIND.with(language, &[&name(place), capacity, of, amount])
        }
        Fault::NotAsLocked { case, place } => words::FAULT_LOCK.with(language, &[case, &name(place)]),
        Fault::Forbidden { case, place } => words::FAULT_FORBIDDEN.with(language, &[case, &name(place)]),
        Fault::NoSuchPlan => words::FAULT_NO_PLAN.get(language).to_owned(),
        Fault::NegativePrice { of } => words::FAULT_NEGATIVE.with(language, &[of]),
        Fault::NoProof { message } => words::FAULT_NO_PROOF.with(language, &[message]),
        Fault::AboveBound => words::FAULT_ABOVE.get(language).to_owned(),
        Fault::NotEverybody { cases } => {
            words::FAULT_EVERYBODY.with(language, &[&count(*cases, words::CASE, language)])
        }
    })
}

/// Draws a case with its places.
pub(crate) fn explained(explained: &Explained, screen: Screen) -> String {
    let language = screen.language;
    let persons = count(explained.persons as usize, words::PERSON, language);
    let title = words::CASE_TITLE.with(language, &[&explained.case, &persons, &explained.week]);
    let proposed = explained.proposed.as_ref().map_or_else(
        || words::CASE_UNPLACED.get(language).to_owned(),
        |place| words::CASE_PROPOSED.with(language, &[&name(place)]),
    );
    let tied = explained.tied_to.as_ref().map(|place| words::CASE_TIED.with(language, &[&name(place)]));
    let about = words::CHOICES.with(language, &[&count(explained.compatible, words::PLACE, language)]);
    let excluded: Vec<String> = explained
        .excluded
        .iter()
        .map(|(why, places)| excludes(*why).with(language, &[&count(*places, words::PLACE, language)]))
        .collect();
    let parts = [
        screen.bold(&plain(&title)),
        plain(&join([tied.unwrap_or_default(), proposed], "\n")).replace('␊', "\n") + "\n",
        hang(&about, 0, screen.width),
        choices(&explained.choices, screen),
        table(&[(words::EXCLUDED, some(excluded, language))], screen),
        words::PROPOSAL.get(language).to_owned(),
    ];
    join(parts, "\n") + "\n"
}

fn excludes(why: Excluded) -> Text {
    match why {
        Excluded::TiedElsewhere => words::EXCLUDED_TIED,
        Excluded::NoRoomAtAll => words::EXCLUDED_NO_ROOM,
        Excluded::TooSmall => words::EXCLUDED_SMALL,
        Excluded::LacksKind => words::EXCLUDED_KIND,
        Excluded::NoValue => words::EXCLUDED_NO_VALUE,
    }
}

fn choices(choices: &[Choice], screen: Screen) -> String {
    let language = screen.language;
    let heads: Vec<String> = words::COLUMNS.get(language).split('|').map(str::to_owned).collect();
    let number = |value| decimal(value, 4, language);
    let mut rows = vec![heads];
    for choice in choices {
        let mark = if choice.proposed { "* " } else { "  " };
        rows.push(vec![
            format!("{mark}{}", plain(&name(&choice.place))),
            number(choice.value),
            number(choice.price),
            number(choice.net),
            number(choice.cost),
            digits(choice.room_left as i64),
        ]);
    }
    let columns = rows.first().map_or(0, Vec::len);
    let width =
        |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| length(cell)).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut text = String::new();
    for row in &rows {
        let cells = row
            .iter()
            .zip(&widths)
            .enumerate()
            .map(|(at, (cell, width))| if at == 0 { pad(cell, *width) } else { pad_left(cell, *width) });
        text.extend([join(cells, "  ").as_str(), "\n"]);
    }
    text
}
