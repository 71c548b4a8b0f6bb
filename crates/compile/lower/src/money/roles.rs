//! What the words of a sentence say of its amounts: which role they have, what they are set aside for.

use super::portions::kind_of;
use crate::words::{has_stem, lower};
use styrbord_money::{Printed, find_amounts};
use styrbord_plan::{AmountRole, PortionKind};
use styrbord_source::Flow;

/// Tells whether a sentence begins with the money of a post, as its subject.
pub(super) fn speaks_of_post(low: &str) -> bool {
    ["bevilgningen på ", "bevilgningen over ", "løyvinga på ", "løyvinga over ", "midlene på ", "midlane på "]
        .iter()
        .any(|words| low.starts_with(words))
}

/// Tells whether a sentence gives an authorisation, whose amounts are limits.
pub(super) fn authorises(sentence: &str) -> bool {
    let low = lower(sentence);
    has_stem(&low, &["fullmakt"])
        && ["overskrid", "forplikt", "tilsagn", "tilsegn", "pådra"].iter().any(|word| low.contains(word))
}

/// Tells whether a sentence gives money.
pub(super) fn allocates(sentence: &str) -> bool {
    has_stem(&lower(sentence), &["bevilg", "løyv", "tildel", "still", "dispon", "rammen", "ramma", "fordel"])
}

/// Tells whether a sentence only speaks of money elsewhere or in other years.
pub(super) fn is_pointer(sentence: &str) -> bool {
    let low = lower(sentence);
    [
        "til orientering",
        "i fjor",
        "i 2023 ble",
        "til samanlikning",
        "til sammenligning",
        "fra kunnskapsdepartementet",
    ]
    .iter()
    .any(|phrase| low.contains(phrase))
}

/// Returns what an amount is said to be by the words of its sentence.
pub(super) fn role_of(low: &str) -> Option<AmountRole> {
    const APPROPRIATED: [&str; 15] = [
        "inntektskravet på",
        "inntektskravet er",
        "inntektskravet under",
        "er bevilget",
        "er bevilga",
        "er løyvd",
        "er det løyvd",
        "er det bevilget",
        "er det bevilga",
        "bevilges",
        "bevilgningen er",
        "bevilgningen på",
        "løyvinga er",
        "løyvinga på",
        "blir det løyvd",
    ];
    const SHARE: [&str; 5] =
        [" andel", "sin del av", " del av bevilgningen", " del av løyvinga", "sin part av"];
    const AVAILABLE: [&str; 10] = [
        "til disposisjon",
        "til rådighet",
        "til rådvelde",
        "disponerer",
        "disponerar",
        "til rådvelde",
        "får tildelt",
        "tildeles",
        "blir tildelt",
        "tildelast",
    ];
    const CHANGES: [&str; 14] = [
        "sett ned",
        "satt ned",
        "settes ned",
        "økes",
        "økt",
        "øker",
        "auka",
        "aukast",
        "auke",
        "redusert",
        "reduseres",
        "styrkes",
        "styrkt",
        "trekkes",
    ];
    if CHANGES.iter().any(|word| crate::words::find_stem(low, word).is_some())
        && !low.contains("er bevilget")
        && !low.contains("er løyvd")
    {
        return None;
    }
    if low.starts_with("av ") || low.starts_with("herav") || low.starts_with("resten") {
        return None;
    }
    let has = |phrases: &[&str]| phrases.iter().any(|phrase| low.contains(phrase));
    let shared = has(&SHARE) && (low.contains("utgjør") || low.contains("utgjer") || low.contains(" er "));
    if has(&APPROPRIATED) && !(shared && !low.contains("er bevilget") && !low.contains("er løyvd")) {
        Some(AmountRole::Appropriation)
    } else if shared {
        Some(AmountRole::Share)
    } else if has(&AVAILABLE) {
        Some(AmountRole::Available)
    } else {
        None
    }
}

/// Returns the amount that the role's words speak of: the first behind them, else the first.
pub(super) fn amount_of_role<'p>(low: &str, amounts: &'p [Printed]) -> Option<&'p Printed> {
    let aside = low
        .find("hvorav")
        .or_else(|| low.find("av dette"))
        .or_else(|| low.find("herav"))
        .unwrap_or(usize::MAX);
    amounts.iter().find(|printed| printed.range.start < aside)
}

/// Returns the agency's share when the same sentence gives it behind the whole appropriation.
pub(super) fn second_role<'p>(
    low: &str,
    amounts: &'p [Printed],
    first: &Printed,
) -> Option<(&'p Printed, usize)> {
    let at = ["andel", "sin del", "til disposisjon", "disponerer"]
        .iter()
        .filter_map(|phrase| low.find(phrase))
        .find(|at| *at > first.range.end)?;
    amounts
        .iter()
        .find(|printed| printed.range.start > first.range.end && printed.range.start + 80 > at)
        .map(|printed| (printed, at))
}

/// Returns kind and title of an amount that a sentence sets aside.
pub(super) fn purpose(
    before: &str,
    after: &str,
    sentence: &str,
    printed: &Printed,
) -> Option<(PortionKind, String)> {
    let behind: String = after.chars().take(90).collect();
    let near = before.rsplit([',', ';']).next().unwrap_or_default();
    let sets_aside = [
        "hvorav",
        "herav",
        "av dette",
        "av beløpet",
        "av midlene",
        "av midlane",
        "av løyvinga",
        "av bevilgningen",
        "resten",
        "av desse",
        "av disse",
        "derav",
        "av post",
    ]
    .iter()
    .any(|word| before.contains(word));
    let shares = ["fordeles med", "fordelast med", "fordelt med", "fordeler seg med", "fordeler seg slik"]
        .iter()
        .any(|word| before.contains(word));
    let told = match kind_of(&format!("{near} {behind}")) {
        PortionKind::SubAllocation if shares && has_stem(before, &["tilskudd", "tilskot"]) => {
            PortionKind::Recipient
        }
        kind => kind,
    };
    let commits = before.starts_with("bindinger")
        || before.starts_with("bindingar")
        || before.starts_with("budsjettbinding");
    if commits && before.trim_end().ends_with("utgjør") {
        let title = sentence[..printed.range.start].trim_end().trim_end_matches("utgjør").trim();
        return Some((PortionKind::Commitment, title.split_whitespace().collect::<Vec<_>>().join(" ")));
    }
    let goes = before.trim_end().ends_with("går") || before.trim_end().ends_with("gå");
    if !sets_aside && !((goes || shares) && behind.trim_start().starts_with("til ")) {
        return None;
    }
    portion_title(&sentence[printed.range.end..]).map(|title| (told, title))
}

/// Returns what an amount is for, from the words behind it.
fn portion_title(text: &str) -> Option<String> {
    let text = text.split(['.', ';']).next().unwrap_or_default();
    let text = text.split(", hvorav").next().unwrap_or_default();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut title = text.trim().trim_start_matches(',').trim();
    for lead in [
        "er satt av til ",
        "er sett av til ",
        "er øremerket ",
        "øremerkes ",
        "går til ",
        "gå til ",
        "er bundet til ",
        "er bunde til ",
        "skal gå til ",
        "skal nyttast til ",
        "skal brukes til ",
        "satt av til ",
        "sett av til ",
        "øremerket ",
        "avsatt til ",
        "er ",
        "til ",
        "kroner til ",
        "settes av til ",
    ] {
        if let Some(rest) = title.strip_prefix(lead) {
            title = rest;
            break;
        }
    }
    let title = title
        .trim_end_matches(|c: char| c.is_whitespace() || c == ',')
        .trim_end_matches(" og")
        .trim_end_matches([',', ' ']);
    (!title.is_empty()).then(|| title.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Returns the title that stands behind a post's number in a sentence: up to the sentence's end.
pub(super) fn title_behind(part: &Flow, at: usize) -> String {
    let text = part.as_str();
    let rest = text.get(at..).unwrap_or_default();
    let rest_start = text.len() - rest.trim_start().len();
    let title = part.slice(rest_start..text.len()).joined();
    let amount = find_amounts(&title)
        .first()
        .map(|printed| title[..printed.range.start].trim_end())
        .and_then(|before| before.strip_suffix(" er").or_else(|| before.strip_suffix(" utgjør")))
        .map(str::len);
    let cut = [", er det", " er det", ", blir det", ", vert det", ", stilles", ", stiller"]
        .iter()
        .filter_map(|stop| title.find(stop))
        .chain(amount)
        .min()
        .unwrap_or(title.len());
    let title = &title[..cut];
    if title.starts_with(char::is_uppercase) { title.trim_end_matches('.').to_owned() } else { String::new() }
}
