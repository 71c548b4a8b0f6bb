//! The name of the letter's receiver, as titles, labels and addresses print it.

use crate::letterhead::{HEAD_LINES, ends_clause, is_body, is_title_line};
use crate::view::{LineKind, View};
use crate::words::{bare, lower};

/// Returns the name behind `tildelingsbrev til` or `tildelingsbrev for` in a title.
pub(crate) fn title_receiver(view: &View<'_>) -> Option<String> {
    for line in view.lines.iter().take(HEAD_LINES) {
        let text = line.flow.joined();
        let low = lower(&text);
        if text.len() > 150 || !is_title_line(view, line) {
            continue;
        }
        for title in ["tildelingsbrev", "instruks", "oppdragsdokument", "tillegg"] {
            let Some(at) = low.find(title) else { continue };
            for joint in [" til ", " for ", " – ", " - "] {
                let mut from = at;
                while let Some(found) = low[from..].find(joint) {
                    let start = from + found + joint.len();
                    if let Some(name) = receiver_at(&text[start..]) {
                        return Some(name);
                    }
                    from = start;
                }
            }
        }
    }
    None
}

/// Returns the name that a text starts with, up to a year, a dash or a verb.
fn receiver_at(text: &str) -> Option<String> {
    let upper_title = text.chars().filter(|c| c.is_alphabetic()).take(12).all(char::is_uppercase);
    let mut words = Vec::new();
    for word in text.split_whitespace() {
        let core = bare(word);
        let stop = core.chars().any(|c| c.is_ascii_digit())
            || matches!(word, "–" | "-" | "for" | "om" | "i" | "av" | "på")
                && !words.last().is_some_and(|last: &&str| {
                    lower(last).ends_with("direktoratet") || *last == "Direktoratet" || *last == "Direktorat"
                })
            || word.starts_with('(');
        if stop {
            break;
        }
        words.push(word);
        if ends_clause(word) && !word.ends_with("-,") {
            break;
        }
    }
    while words.last().is_some_and(|word| matches!(*word, "og" | "for" | "i")) {
        words.pop();
    }
    let name = words.join(" ");
    let name = name.trim_matches(|c: char| !c.is_alphanumeric());
    if !name.starts_with(char::is_uppercase)
        || lower(name).contains("tildelingsbrev")
        || name.chars().count() < 3
    {
        return None;
    }
    if upper_title {
        let low = name.to_lowercase();
        let mut chars = low.chars();
        return chars.next().map(|first| first.to_uppercase().chain(chars).collect());
    }
    Some(name.to_owned())
}

/// Returns the receiver from a line `Til: X`, or from a line of its own that names a body above an address.
pub(crate) fn labelled_receiver(view: &View<'_>) -> Option<String> {
    for (at, line) in view.lines.iter().enumerate().take(HEAD_LINES) {
        if matches!(line.kind, LineKind::Row) {
            continue;
        }
        let text = line.flow.joined();
        if let Some(rest) = ["Til:", "Mottaker:", "Mottakar:", "Virksomhet:", "Verksemd:"]
            .iter()
            .find_map(|label| text.strip_prefix(label))
        {
            let name = rest.trim();
            if !name.is_empty() {
                return Some(name.to_owned());
            }
        }
        let text = text
            .strip_prefix("FOR ")
            .or_else(|| text.strip_prefix("TIL "))
            .map_or(text.clone(), |rest| receiver_at(rest).unwrap_or_default());
        let next = view.lines.get(at + 1).map(|line| lower(line.text())).unwrap_or_default();
        let addressed = ["postboks", "pb ", "pb."].iter().any(|word| next.starts_with(word));
        let words = text.split_whitespace().count();
        let low = lower(&text);
        if text.starts_with(char::is_uppercase)
            && words <= 6
            && !low.contains("departement")
            && !text.ends_with(['.', ':'])
            && (addressed
                || is_body(text.split_whitespace().next_back().unwrap_or_default()) && words <= 5 && at < 30)
        {
            return Some(text);
        }
    }
    None
}

/// Returns a name with the rest of it that a line of its own in the head prints: `X` is `X for småbåter` or
/// `X ved Storelva` when the address or another line says so too.
pub(crate) fn extended(view: &View<'_>, name: String) -> String {
    for (at, line) in view.lines.iter().enumerate().take(HEAD_LINES) {
        let text = line.flow.joined();
        let rest =
            text.strip_prefix(name.as_str()).and_then(|rest| rest.strip_prefix(' ')).unwrap_or_default();
        let words: Vec<&str> = rest.split_whitespace().collect();
        let joint = words.first().is_some_and(|word| ["for", "i", "ved", "på", "av"].contains(word));
        let plain = words.len() <= 6
            && !rest.contains(|c: char| c.is_ascii_digit() || matches!(c, '.' | ':' | '(' | '–'))
            && line.kind != LineKind::Row;
        if !(joint && words.len() >= 2 && plain) {
            continue;
        }
        let again = || {
            let later = view.lines.iter().take(HEAD_LINES).enumerate().filter(|(other, _)| *other != at);
            later.into_iter().any(|(_, line)| line.flow.joined().contains(&text))
        };
        let next = view.lines.get(at + 1).map(|line| lower(line.text())).unwrap_or_default();
        if ["postboks", "pb ", "pb."].iter().any(|word| next.starts_with(word)) || again() {
            return text;
        }
    }
    name
}

/// Returns the abbreviation that stands in brackets right behind a name: `Sjøkontoret ved Storelva (SSE)`.
pub(crate) fn short_printed(view: &View<'_>, name: &str) -> Option<String> {
    if !name.contains(' ') {
        return None;
    }
    view.tree.blocks.iter().find_map(|block| {
        let text = block.flow.joined();
        let behind =
            text.match_indices(name).find_map(|(at, _)| text.get(at + name.len()..)?.strip_prefix(" ("))?;
        let (short, _) = behind.split_once(')')?;
        let plain = (2..=10).contains(&short.len())
            && short.chars().all(|c| c.is_alphanumeric() || c == '-')
            && short.chars().filter(|c| c.is_uppercase()).count() >= 2;
        plain.then(|| short.to_owned())
    })
}
