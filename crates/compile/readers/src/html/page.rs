//! The bytes of a page to its elements, within limits.
//!
//! The parser that browsers agreed on takes quadratic time on elements nested without end and on tags with
//! attributes without end, so both are counted on the way.

use crate::ReadError;
use crate::limits::{ATTRIBUTES_MAX, ELEMENT_DEPTH_MAX, ELEMENTS_MAX};
use html5ever::driver::{ParseOpts, parse_document};
use html5ever::tendril::{StrTendril, TendrilSink};
use scraper::{Html, HtmlTreeSink};

/// How much is parsed between two looks at the limits, in bytes.
const STEP: usize = 4_096;
/// Elements whose text holds no tags.
const RAW: &[&str] = &["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];

/// Parses a page.
pub(super) fn parse(text: &str) -> Result<Html, ReadError> {
    if attributes_max(text) > ATTRIBUTES_MAX {
        return Err(ReadError::TooMuchInside("HTML"));
    }
    let mut parser = parse_document(HtmlTreeSink::new(Html::new_document()), ParseOpts::default());
    let mut rest = text;
    while !rest.is_empty() {
        let (step, after) = rest.split_at(rest.floor_char_boundary(STEP.min(rest.len())));
        parser.process(StrTendril::from_slice(step));
        if is_beyond(&parser.tokenizer.sink.sink.0.borrow()) {
            return Err(ReadError::TooMuchInside("HTML"));
        }
        rest = after;
    }
    Ok(parser.finish())
}

/// Tells whether a page that is being parsed has too many elements, or its last ones lie too deep.
fn is_beyond(page: &Html) -> bool {
    let nodes = page.tree.nodes();
    nodes.len() > ELEMENTS_MAX
        || nodes.rev().take(2).any(|node| node.ancestors().nth(ELEMENT_DEPTH_MAX).is_some())
}

/// Returns the most attributes that one tag of a page has.
fn attributes_max(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut most = 0;
    let mut at = 0;
    while let Some(found) = find(bytes, at, b"<") {
        at = found + 1;
        let rest = &bytes[at..];
        if rest.starts_with(b"!--") {
            at = comment_end(bytes, at + 3);
            continue;
        }
        let is_closing = rest.first() == Some(&b'/');
        let name_start = at + usize::from(is_closing);
        if !bytes.get(name_start).is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let (attributes, end) = tag(bytes, name_start);
        most = most.max(attributes);
        let name = name(&bytes[name_start..end]);
        at = if !is_closing && RAW.contains(&name.as_str()) { raw_end(bytes, end, &name) } else { end };
    }
    most
}

/// Returns how many attributes a tag has, and where it ends.
fn tag(bytes: &[u8], start: usize) -> (usize, usize) {
    let mut attributes = 0;
    let mut quote = None;
    let mut before = b'a';
    for (at, byte) in bytes.iter().enumerate().skip(start) {
        match (quote, byte) {
            (Some(open), byte) if open == *byte => quote = None,
            (None, b'>') => return (attributes, at + 1),
            (None, b'"' | b'\'') if before == b'=' => quote = Some(*byte),
            (None, byte) if ends_name(before) && !ends_name(*byte) => attributes += 1,
            _ => {}
        }
        if !(before == b'=' && byte.is_ascii_whitespace()) {
            before = *byte;
        }
    }
    (attributes, bytes.len())
}

fn ends_name(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b'/' | b'"' | b'\'')
}

fn name(tag: &[u8]) -> String {
    let letters = tag.iter().take(16).take_while(|byte| byte.is_ascii_alphanumeric());
    letters.map(|byte| byte.to_ascii_lowercase() as char).collect()
}

/// Returns where a comment ends whose text begins at `start`.
fn comment_end(bytes: &[u8], start: usize) -> usize {
    let rest = &bytes[start.min(bytes.len())..];
    if rest.starts_with(b">") || rest.starts_with(b"->") {
        return start + 1;
    }
    let ends = |at: usize| bytes[at..].starts_with(b"-->") || bytes[at..].starts_with(b"--!>");
    let mut at = start;
    while let Some(found) = find(bytes, at, b"--") {
        if ends(found) {
            return found + 3;
        }
        at = found + 1;
    }
    bytes.len()
}

/// Returns where the text of an element ends that holds no tags.
fn raw_end(bytes: &[u8], start: usize, name: &str) -> usize {
    let mut at = start;
    while let Some(found) = find(bytes, at, b"</") {
        let end = bytes.get(found + 2..found + 2 + name.len());
        if end.is_some_and(|end| end.eq_ignore_ascii_case(name.as_bytes())) {
            return found;
        }
        at = found + 2;
    }
    bytes.len()
}

fn find(bytes: &[u8], from: usize, what: &[u8]) -> Option<usize> {
    let rest = bytes.get(from..)?;
    rest.windows(what.len()).position(|window| window == what).map(|at| from + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_of_a_tag_are_counted() {
        for (text, most) in [
            ("<p>a b c d e</p>", 0),
            ("<p class=a  id='x y z' hidden>", 3),
            ("<a b=\"<i j k l m n>\"c d>", 3),
            ("<!-- <p a b c d> --><br/>", 0),
            ("<script>if (a <b c d e) {}</script><p a>", 1),
            ("<p a=  b c", 2),
        ] {
            assert_eq!(attributes_max(text), most, "{text}");
        }
    }

    #[test]
    fn what_takes_endless_time_is_refused() {
        let refused = Err(ReadError::TooMuchInside("HTML"));
        let numbered = |before: &str, after: &str| {
            (0..200_000)
                .flat_map(|at| [before.to_owned(), at.to_string(), after.to_owned()])
                .collect::<String>()
        };
        let parsed = |text: String| parse(&text).map(|_| ());
        assert_eq!(parsed("<div>".repeat(200_000)), refused);
        assert_eq!(parsed(numbered("<b a=", "><p>")), refused);
        assert_eq!(parsed(format!("<p {}>", numbered("a", " "))), refused);
        assert_eq!(parsed("<p>a</p>".repeat(50_000)), Ok(()));
    }
}
