//! Measures of action plans that an assignment carries out: `tiltak 15 i Handlingsplanen mot …`.

use crate::view::View;
use crate::words::lower;
use styrbord_plan::Measure;
use styrbord_source::Flow;

/// Words that name an action plan.
const PLAN_WORDS: [&str; 8] = [
    "handlingsplan",
    "opptrappingsplan",
    "strategi",
    "tiltaksplan",
    "nasjonal plan",
    "handlingsprogram",
    "veikart",
    "plan for",
];

/// Reads the numbered measures in a description; a plan that only the title names counts for all.
pub(crate) fn read(view: &View<'_>, body: &Flow, title: &str) -> Vec<Measure> {
    let text = body.as_str();
    let low = lower(text);
    let mut out: Vec<Measure> = Vec::new();
    let mut from = 0;
    while let Some(at) = low[from..].find("tiltak").map(|found| from + found) {
        from = at + "tiltak".len();
        if low[..at].ends_with(char::is_alphanumeric) {
            continue;
        }
        let rest =
            low[from..].strip_prefix("ene").or_else(|| low[from..].strip_prefix('a')).unwrap_or(&low[from..]);
        let rest = rest.trim_start().strip_prefix("nr.").unwrap_or(rest.trim_start()).trim_start();
        let mut start = low.len() - rest.len();
        for number in numbers(&text[start..]) {
            let at_number = start + number.0;
            start += 0;
            let near = plan_near(text, at, at_number + number.1.len());
            let titled = plan_in(title);
            let same = near
                .as_ref()
                .zip(titled.as_ref())
                .is_some_and(|(near, titled)| crate::words::likeness(near, titled) >= 55);
            let plan = if same { titled } else { near.or(titled) };
            let span = Some(view.spot(body.span_of(at..at_number + number.1.len())));
            if !out.iter().any(|known| known.number == number.1 && known.plan == plan) {
                out.push(Measure { number: number.1.to_owned(), plan, span });
            }
        }
    }
    out
}

/// Returns the numbers of a list `15`, `15 og 16`, `1, 2 og 3`, each with its offset.
fn numbers(text: &str) -> Vec<(usize, &str)> {
    let mut out = Vec::new();
    let mut at = 0;
    loop {
        let rest = &text[at..];
        let digits = rest.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
        let number = rest[..digits].trim_end_matches('.');
        if number.is_empty() || number.len() > 5 {
            return out;
        }
        out.push((at, number));
        at += number.len();
        let rest = text[at..].trim_start();
        let next = rest.strip_prefix(',').or_else(|| rest.strip_prefix("og")).map(str::trim_start);
        match next {
            Some(next) if next.starts_with(|c: char| c.is_ascii_digit()) => at = text.len() - next.len(),
            _ => return out,
        }
    }
}

/// Returns the plan named right behind a measure (`tiltak 15 i …`), else the one named before it in its sentence.
fn plan_near(text: &str, start: usize, end: usize) -> Option<String> {
    let after: String = text[end..].chars().take(240).collect();
    let after = after.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
    for joint in ["i ", "fra ", "frå ", "under "] {
        if let Some(rest) = after.strip_prefix(joint)
            && let Some(plan) = plan_at(rest)
        {
            return Some(plan);
        }
    }
    let mut from = start.saturating_sub(200);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let before = &text[from..start];
    plan_in_last(before)
}

/// Returns the plan that a text starts with, perhaps behind an article.
fn plan_at(text: &str) -> Option<String> {
    let low = lower(text);
    let lead = PLAN_WORDS.iter().filter_map(|word| crate::words::find_stem(&low, word)).min()?;
    if text[..lead].split_whitespace().count() > 2 {
        return None;
    }
    Some(name(&text[lead..]))
}

/// Returns the first plan that a title names.
fn plan_in(title: &str) -> Option<String> {
    let low = lower(title);
    let at = PLAN_WORDS.iter().filter_map(|word| crate::words::find_stem(&low, word)).min()?;
    title[at..].starts_with(char::is_uppercase).then(|| name(&title[at..]))
}

/// Returns the last plan that a text names.
fn plan_in_last(text: &str) -> Option<String> {
    let low = lower(text);
    let mut best = None;
    for word in PLAN_WORDS {
        let mut from = 0;
        while let Some(at) = low[from..].find(word).map(|found| from + found) {
            if text[at..].starts_with(char::is_uppercase) {
                best = best.max(Some(at));
            }
            from = at + word.len();
        }
    }
    best.map(|at| name(&text[at..]))
}

/// Returns a plan's name: up to the end of the clause, years in brackets included.
fn name(text: &str) -> String {
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut end = joined.len();
    let mut depth = 0;
    for (at, c) in joined.char_indices() {
        match c {
            '(' => depth += 1,
            ')' if depth > 0 => {
                end = at + 1;
                break;
            }
            ')' => {
                end = at;
                break;
            }
            ',' | ';' | ':' if depth == 0 => {
                end = at;
                break;
            }
            '.' if depth == 0 && joined[at + 1..].starts_with([' '])
                || c == '.' && at + 1 == joined.len() =>
            {
                end = at;
                break;
            }
            _ => {}
        }
    }
    let mut name = joined[..end].trim();
    for stop in [
        " peker ",
        " er ",
        " har ",
        " gir ",
        " viser ",
        " som ",
        " jf",
        " skal ",
        " og i ",
        " og bidra",
        " samt ",
    ] {
        if let Some(at) = name.find(stop) {
            name = name[..at].trim();
        }
    }
    name.trim_end_matches([',', '.']).to_owned()
}
