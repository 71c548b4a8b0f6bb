//! Physical lines of a plain text, and which of them are page furniture.

use std::collections::BTreeMap;
use std::ops::Range;
use styrbord_source::Source;

/// A physical line that holds something.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// Its bytes without white space at the ends.
    pub range: Range<usize>,
    /// Characters before the text.
    pub indent: usize,
    /// Characters of the text.
    pub width: usize,
    /// Blank lines since the line before, page furniture not counted.
    pub gap: usize,
}

/// What a physical line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    Blank,
    Furniture,
    Text,
}

/// Returns the class of every physical line.
pub(crate) fn classify(source: &Source) -> Vec<Class> {
    let texts: Vec<&str> =
        (0..source.line_count()).map(|line| source.text()[source.line_range(line)].trim()).collect();
    let mut classes: Vec<Class> = texts
        .iter()
        .map(|text| match *text {
            "" => Class::Blank,
            text if is_page_label(text) || is_ruler(text) => Class::Furniture,
            _ => Class::Text,
        })
        .collect();
    mark_bare_page_numbers(&texts, &mut classes);
    mark_running_heads(source, &texts, &mut classes);
    classes
}

/// Tells whether a line is nothing but a drawn rule.
fn is_ruler(text: &str) -> bool {
    text.chars().count() >= 5
        && text.chars().all(|c| matches!(c, '-' | '–' | '—' | '_' | '=' | '─' | '━' | ' ' | '+'))
}

/// Tells whether a line is nothing but a page label: `Side 6`, `Side 6 av 24`, `- 6 -`, `6 | Side`.
fn is_page_label(text: &str) -> bool {
    if text.len() > 24 {
        return false;
    }
    let lower = text.to_lowercase();
    let mut words = lower.split_whitespace();
    match (words.next(), words.next(), words.next(), words.next(), words.next()) {
        (Some("side" | "s."), Some(page), None, ..) => {
            is_page(page) || page.split_once('/').is_some_and(both)
        }
        (Some("side"), Some(page), Some("av" | "/" | "|"), Some(last), None) => {
            is_page(page) && is_page(last)
        }
        (Some("-" | "–" | "—" | "|"), Some(page), Some("-" | "–" | "—" | "|"), None, _) => {
            is_page(page)
        }
        (Some(page), Some("|"), Some("side"), None, _) => is_page(page),
        _ => false,
    }
}

fn both(pair: (&str, &str)) -> bool {
    is_page(pair.0) && is_page(pair.1)
}

fn is_page(word: &str) -> bool {
    (1..=3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Marks lines that hold only a number, when at least three of them count upwards by one.
fn mark_bare_page_numbers(texts: &[&str], classes: &mut [Class]) {
    let bare: Vec<(usize, u32)> = texts
        .iter()
        .enumerate()
        .filter(|(at, text)| is_page(text) && stands_alone(texts, *at))
        .filter_map(|(at, text)| text.parse().ok().map(|page| (at, page)))
        .collect();
    let counted: Vec<bool> = (0..bare.len())
        .map(|at| {
            let step = |a: usize, b: usize| {
                bare.get(a).zip(bare.get(b)).is_some_and(|(a, b)| b.1 == a.1 + 1 && b.0 >= a.0 + 12)
            };
            (at > 0 && step(at - 1, at)) || step(at, at + 1)
        })
        .collect();
    if counted.iter().filter(|counted| **counted).count() < 3 {
        return;
    }
    for ((line, _), counted) in bare.iter().zip(counted) {
        if counted {
            classes[*line] = Class::Furniture;
        }
    }
}

fn stands_alone(texts: &[&str], at: usize) -> bool {
    let blank = |at: Option<usize>| at.is_none_or(|at| texts.get(at).is_none_or(|text| text.is_empty()));
    blank(at.checked_sub(1)) && blank(Some(at + 1))
}

/// Marks short lines beside a form feed or a page number that come again at three pages or more.
fn mark_running_heads(source: &Source, texts: &[&str], classes: &mut [Class]) {
    let mut beside: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for line in 0..texts.len() {
        let starts_page = source.text()[source.line_range(line)].starts_with('\u{c}');
        if !starts_page && classes[line] != Class::Furniture {
            continue;
        }
        let near = (line.saturating_sub(3)..=line + 3).filter(|near| {
            texts.get(*near).is_some_and(|text| (4..=80).contains(&text.len()))
                && classes.get(*near) == Some(&Class::Text)
        });
        for near in near {
            let lines = beside.entry(texts[near]).or_default();
            if !lines.contains(&near) {
                lines.push(near);
            }
        }
    }
    for (text, lines) in beside {
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        if lines.len() >= 3 && digits * 3 < text.len() && !text.contains(':') {
            for line in lines {
                classes[line] = Class::Furniture;
            }
        }
    }
}

/// Returns the lines that hold text, with the gap before each.
pub(crate) fn text_lines(source: &Source, classes: &[Class]) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut gap, mut after_furniture) = (0, false);
    for (number, class) in classes.iter().enumerate() {
        match class {
            Class::Blank => gap += 1,
            Class::Furniture => after_furniture = true,
            Class::Text => {
                let whole = source.line_range(number);
                let text = &source.text()[whole.clone()];
                let start = whole.start + (text.len() - text.trim_start().len());
                let range = start..start + text.trim().len();
                lines.push(Line {
                    indent: source.text()[whole.start..start].chars().count(),
                    width: source.text()[range.clone()].chars().count(),
                    range,
                    gap: if after_furniture { gap.min(1) } else { gap },
                });
                (gap, after_furniture) = (0, false);
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_labels_are_furniture() {
        for label in ["Side 6", "Side 6 av 24", "– 12 –", "side 3/20", "7 | Side"] {
            assert!(is_page_label(label), "{label}");
        }
        for text in ["Side 6 viser", "2024", "31.12.2024", "6 075 000", "- 100 mill. kroner"] {
            assert!(!is_page_label(text), "{text}");
        }
    }
}
