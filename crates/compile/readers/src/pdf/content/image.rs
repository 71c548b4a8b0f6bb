//! Pictures inside a content stream.

use crate::pdf::lexer::{Lexer, Token, is_space};

/// How many bytes after the end of a picture are looked at, to tell it from bytes of the picture.
const LOOK_AHEAD: usize = 16;

/// Leaves out a picture whose `BI` was just read.
pub(super) fn skip(lexer: &mut Lexer<'_>) {
    while let Some(token) = lexer.token() {
        if token == Token::Word(b"ID") {
            break;
        }
    }
    let rest = lexer.rest();
    let length = (1..rest.len()).find(|at| ends_at(rest, *at)).map_or(rest.len(), |at| at + 2);
    lexer.skip(length);
}

/// Tells whether `EI` stands here between white space, and what follows is no picture.
fn ends_at(bytes: &[u8], at: usize) -> bool {
    let before = bytes.get(at - 1).is_some_and(|byte| is_space(*byte));
    let is_end = before && bytes.get(at..at + 2) == Some(b"EI");
    if !is_end {
        return false;
    }
    let after = bytes.get(at + 2..).unwrap_or_default();
    let is_free = after.first().is_none_or(|byte| is_space(*byte));
    let is_text = |byte: &u8| matches!(byte, b' '..=b'~') || is_space(*byte) && *byte != 0;
    is_free && after.iter().take(LOOK_AHEAD).all(is_text)
}
