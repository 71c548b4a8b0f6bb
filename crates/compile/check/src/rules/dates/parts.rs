//! The part of an assignment that a deadline holds for, under whatever label: `Del 1` is `Del I` is `Deloppdrag 1`.

use styrbord_plan::Deadline;

/// The labels from the outermost in, normalised; empty for the whole assignment.
pub(super) type Path = Vec<String>;

/// Words that number a part and mean the same.
const PART_WORDS: [&str; 9] = [
    "del",
    "deloppdrag",
    "delleveranse",
    "delleveransar",
    "delprosjekt",
    "leveranse",
    "punkt",
    "pkt",
    "deloppgave",
];

/// Words that name the end of the part above, and so no part of their own.
const WHOLE_WORDS: [&str; 31] = [
    "endelig",
    "endeleg",
    "endra",
    "endret",
    "ferdig",
    "ferdigstilling",
    "ferdigstillelse",
    "flytta",
    "flyttet",
    "forlenga",
    "forlenget",
    "frist",
    "hele",
    "heile",
    "leveranse",
    "leveres",
    "leverast",
    "levering",
    "ny",
    "nye",
    "oppdraget",
    "rapport",
    "rapporten",
    "rapportering",
    "samlet",
    "sluttleveranse",
    "sluttrapport",
    "sluttrapporten",
    "sluttrapportering",
    "utsatt",
    "utsett",
];

/// How words begin that name a report on the way.
const INTERIM: [&str; 8] = [
    "underveis",
    "undervegs",
    "midtveis",
    "midtvegs",
    "foreløpig",
    "førebels",
    "delrapport",
    "statusrapport",
];

/// Returns the part that a deadline holds for.
pub(super) fn path(deadline: &Deadline) -> Path {
    [&deadline.parent_part, &deadline.part].into_iter().flatten().filter_map(|label| part(label)).collect()
}

/// Returns the label as the letter prints it, with the part above it.
pub(super) fn printed(deadline: &Deadline) -> Option<String> {
    let labels: Vec<&str> =
        [&deadline.parent_part, &deadline.part].into_iter().flatten().map(String::as_str).collect();
    (!labels.is_empty()).then(|| labels.join(", "))
}

/// Returns a label's normal form, or `None` when it names the whole.
fn part(label: &str) -> Option<String> {
    let plain = label.split('(').next().unwrap_or_default();
    let words: Vec<&str> = plain
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .collect();
    let first = words.first()?.to_lowercase();
    let numbers_parts = PART_WORDS.contains(&first.as_str());
    if let Some(number) = words.get(1).and_then(|word| number(word)) {
        return Some(if numbers_parts { number } else { format!("{first} {number}") });
    }
    if words.len() == 1
        && let Some(number) = number(words[0])
    {
        return Some(number);
    }
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    if lower.iter().all(|word| WHOLE_WORDS.contains(&word.as_str())) {
        return None;
    }
    if INTERIM.iter().any(|stem| first.starts_with(stem)) {
        return Some("underveis".to_owned());
    }
    Some(lower.join(" "))
}

/// Reads a part's number: figures, a Roman numeral, a single letter.
fn number(word: &str) -> Option<String> {
    const ROMAN: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    if let Some(index) = ROMAN.iter().position(|roman| *roman == word) {
        return Some((index + 1).to_string());
    }
    let figures = word.bytes().all(|byte| byte.is_ascii_digit()) && word.len() <= 2;
    let letter = word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    let value = if figures { word.trim_start_matches('0') } else { word };
    (figures || letter).then(|| value.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_part_has_many_labels() {
        let label = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        for (parent, part, expected) in [
            ("", "Del 1", "1"),
            ("", "Del I", "1"),
            ("", "Deloppdrag 1:", "1"),
            ("", "Del II (FoU)", "2"),
            ("", "a)", "a"),
            ("", "Fase II", "fase 2"),
            ("Del II", "Endelig rapport", "2"),
            ("Del II", "Underveisrapportering med foreløpige funn", "2/underveis"),
            ("Deloppdrag 2", "underveisrapport", "2/underveis"),
            ("", "Sluttrapport", ""),
            ("", "Utredning", "utredning"),
        ] {
            let deadline = Deadline { parent_part: label(parent), part: label(part), ..Deadline::default() };
            assert_eq!(path(&deadline).join("/"), expected, "{parent} {part}");
        }
    }
}
