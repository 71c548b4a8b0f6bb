//! Markdown and HTML inside a line: what is text, what is markup, where a line breaks.

use std::ops::Range;
use styrbord_source::Flow;

/// One piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Text as it stands.
    Text(Range<usize>),
    /// Markup without text.
    Markup(Range<usize>),
    /// Markup that breaks the line.
    Break(Range<usize>),
    /// Markup that stands for a character.
    Character(Range<usize>, &'static str),
}

/// Tags that end a line of text.
const BREAKING: [&str; 12] = ["br", "p", "li", "ul", "ol", "div", "tr", "h1", "h2", "h3", "h4", "table"];

/// Named entities that converters write.
const ENTITIES: [(&str, &str); 9] = [
    ("&amp;", "&"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&#39;", "'"),
    ("&nbsp;", "\u{a0}"),
    ("&shy;", "\u{ad}"),
    ("&ndash;", "–"),
    ("&sect;", "§"),
];

/// Cuts a range of Markdown into pieces that cover it.
pub(crate) fn pieces(source: &str, range: Range<usize>) -> Vec<Piece> {
    let Some(text) = source.get(range.clone()) else { return Vec::new() };
    let mut out = Vec::new();
    let mut links = closing_links(text);
    let mut start = 0;
    let mut at = 0;
    while at < text.len() {
        let Some((length, piece)) = markup_at(text, at, range.start, &mut links) else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
            continue;
        };
        if start < at {
            out.push(Piece::Text(range.start + start..range.start + at));
        }
        out.push(piece);
        at += length;
        start = at;
    }
    if start < text.len() {
        out.push(Piece::Text(range.start + start..range.end));
    }
    out
}

/// Appends a range of Markdown to a flow, markup cleaned away.
pub(crate) fn push_clean(flow: &mut Flow, source: &str, range: Range<usize>) {
    for piece in pieces(source, range) {
        match piece {
            Piece::Text(range) => flow.push(source, range),
            Piece::Markup(_) => {}
            Piece::Break(range) => flow.push_for("\n", range),
            Piece::Character(range, text) => flow.push_for(text, range),
        }
    }
}

/// Returns the ranges of `](target)` that close a link, found in one pass.
fn closing_links(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut from = 0;
    while let Some(found) = text[from..].find("](") {
        let start = from + found;
        let rest = &text[start + 2..];
        match rest.find([')', '\n', ' ', '[']) {
            Some(end) if rest.as_bytes()[end] == b')' => {
                out.push(start..start + 2 + end + 1);
                from = start + 2 + end + 1;
            }
            _ => from = start + 2,
        }
    }
    out.reverse();
    out
}

/// Returns the markup that starts at a byte, with its length.
fn markup_at(text: &str, at: usize, base: usize, links: &mut Vec<Range<usize>>) -> Option<(usize, Piece)> {
    let rest = &text[at..];
    let range = |length: usize| base + at..base + at + length;
    match rest.as_bytes()[0] {
        b'<' => tag_at(rest).map(|(length, breaks)| {
            (length, if breaks { Piece::Break(range(length)) } else { Piece::Markup(range(length)) })
        }),
        b'&' => ENTITIES
            .iter()
            .find(|(entity, _)| rest.starts_with(entity))
            .map(|(entity, text)| (entity.len(), Piece::Character(range(entity.len()), text))),
        b'*' | b'_' => emphasis_at(text, at).map(|length| (length, Piece::Markup(range(length)))),
        b'`' => Some((1, Piece::Markup(range(1)))),
        b'\\' if rest.as_bytes().get(1).is_some_and(u8::is_ascii_punctuation) => {
            Some((1, Piece::Markup(range(1))))
        }
        b'!' if rest.starts_with("![") && links.last().is_some_and(|link| link.start > at) => {
            Some((2, Piece::Markup(range(2))))
        }
        b'[' => {
            let close = links.iter().rev().find(|link| link.start > at)?;
            let inner = text.get(at + 1..close.start)?;
            (!inner.contains(['[', '\n'])).then(|| (1, Piece::Markup(range(1))))
        }
        b']' => {
            while links.last().is_some_and(|link| link.start < at) {
                links.pop();
            }
            let close = links.last().filter(|link| link.start == at)?.clone();
            links.pop();
            Some((close.len(), Piece::Markup(range(close.len()))))
        }
        _ => None,
    }
}

/// Returns the length of the HTML tag at the start, and whether it breaks the line.
fn tag_at(rest: &str) -> Option<(usize, bool)> {
    if rest.starts_with("<!--") {
        return rest.find("-->").map(|end| (end + 3, false));
    }
    let body = rest.strip_prefix("</").or_else(|| rest.strip_prefix('<'))?;
    if !body.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let name: String = body.chars().take_while(char::is_ascii_alphanumeric).take(12).collect();
    let end = rest.bytes().take(400).position(|byte| byte == b'>')?;
    Some((end + 1, BREAKING.contains(&name.to_ascii_lowercase().as_str())))
}

/// Returns the length of a run of `*` or `_` that is emphasis and not part of a word or a bullet.
fn emphasis_at(text: &str, at: usize) -> Option<usize> {
    let mark = text.as_bytes()[at];
    let length = text.as_bytes()[at..].iter().take_while(|byte| **byte == mark).count();
    let before = text[..at].chars().next_back();
    let after = text[at + length..].chars().next();
    let spaced = |c: Option<char>| c.is_none_or(char::is_whitespace);
    if length > 3 || (spaced(before) && spaced(after)) {
        return None;
    }
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    if mark == b'_' && word(before) && word(after) {
        return None;
    }
    Some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(text: &str) -> String {
        let mut flow = Flow::new();
        push_clean(&mut flow, text, 0..text.len());
        flow.as_str().to_owned()
    }

    #[test]
    fn markup_goes_and_text_stays() {
        for (markdown, text) in [
            ("**Mål 1:** *Flere* i arbeid", "Mål 1: Flere i arbeid"),
            ("se [R-110](https://x.no/r_110.pdf) her", "se R-110 her"),
            ("og<br>røntgen", "og\nrøntgen"),
            ("<b>TB2026-6</b>", "TB2026-6"),
            ("a < b & c", "a < b & c"),
            ("3 * 4", "3 * 4"),
            ("fil_navn_her", "fil_navn_her"),
            ("<a href=\"#block-1\">3.2. Navn</a>", "3.2. Navn"),
            ("1\\. juni&nbsp;2026", "1. juni\u{a0}2026"),
            ("[ikke lenke] her", "[ikke lenke] her"),
        ] {
            assert_eq!(clean(markdown), text);
        }
    }

    #[test]
    fn pieces_cover_the_range() {
        let text = "**a** [b](c) <br> &amp; _d_ æ";
        let mut at = 0;
        for piece in pieces(text, 0..text.len()) {
            let (Piece::Text(r) | Piece::Markup(r) | Piece::Break(r) | Piece::Character(r, _)) = piece;
            assert_eq!(r.start, at);
            at = r.end;
        }
        assert_eq!(at, text.len());
    }
}
