//! What stands before the text of a list item.

use super::line::Line;

/// A list marker at the beginning of a line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Marker {
    /// As printed, private characters mapped.
    pub text: String,
    /// It is a sign and counts nothing.
    pub is_bullet: bool,
    /// More than a space stands behind it.
    pub tabbed: bool,
    /// Where the item's text begins.
    pub body: f32,
}

/// Returns the marker with which a line begins; one of letters or figures may be a word of its text.
pub(super) fn marker(line: &Line) -> Option<Marker> {
    let (first, _) = line.text.split_once(' ')?;
    let is_bullet = is_bullet(first);
    let gap = line.second - line.x0 - line.first;
    let tabbed = gap > 0.42 * line.size;
    let hollow = first == "o" && tabbed;
    (is_bullet || hollow || is_number(first)).then(|| Marker {
        text: if hollow { "◦".to_owned() } else { first.to_owned() },
        is_bullet: is_bullet || hollow,
        tabbed,
        body: line.second,
    })
}

/// Tells whether a word can be a list marker.
pub(super) fn is_marker(word: &str) -> bool {
    is_bullet(word) || is_number(word) || word == "o"
}

fn is_bullet(word: &str) -> bool {
    let mut chars = word.chars();
    let sign = |c: char| "•-–—▪■□●○◦‣➢➤✓✔·∙*→⁃".contains(c) || ('\u{e000}'..='\u{f8ff}').contains(&c);
    chars.next().is_some_and(sign) && chars.next().is_none()
}

/// Tells whether a word is `1.`, `12)`, `a)`, `b.`, `(c)`, `iv)`.
fn is_number(word: &str) -> bool {
    let inner = word.strip_prefix('(').unwrap_or(word);
    let Some(inner) = inner.strip_suffix([')', '.']) else { return false };
    let digits = inner.bytes().all(|byte| byte.is_ascii_digit()) && inner.len() <= 2;
    let roman = inner.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x')) && inner.len() <= 4;
    let letter = inner.len() == 1 && inner.bytes().all(|byte| byte.is_ascii_lowercase());
    !inner.is_empty() && (digits || roman || letter)
}
