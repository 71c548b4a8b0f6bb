//! The alphabet that an embedded Type 1 font has by itself.

use super::encoding::Table;
use super::names;
use crate::pdf::lexer::{Lexer, Token};

/// The most bytes in which the alphabet is looked for: it stands in the clear at the beginning.
const CLEAR_MAX: usize = 64 * 1024;

/// Reads the alphabet: `dup 65 /A put`, code by code.
pub(super) fn alphabet(font: &[u8]) -> Option<Table> {
    let clear = font.get(..CLEAR_MAX).unwrap_or(font);
    let start = clear.windows(9).position(|nine| nine == b"/Encoding")?;
    let mut lexer = Lexer::new(&clear[start + 9..]);
    let mut table: Table = vec![None; 256];
    let mut code = None;
    let mut is_empty = true;
    while let Some(token) = lexer.token() {
        match token {
            Token::Number(number) => code = Some(number.max(0.0) as usize),
            Token::Name(range) => {
                if let Some(place) = code.take().and_then(|code| table.get_mut(code)) {
                    *place = names::text(lexer.stored(&range));
                    is_empty = false;
                }
            }
            Token::Word(b"def" | b"readonly" | b"StandardEncoding" | b"eexec") => break,
            _ => {}
        }
    }
    (!is_empty).then_some(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_alphabet_stands_in_the_clear() {
        let font = b"%!PS\n/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\n\
            dup 58 /period put\ndup 15 /bullet put\nreadonly def\ncurrentfile eexec \x00\xff";
        let table = alphabet(font).unwrap();
        assert_eq!((table[58].as_deref(), table[15].as_deref()), (Some(&['.'][..]), Some(&['•'][..])));
        assert_eq!(table[65], None);
        assert!(alphabet(b"/Encoding StandardEncoding def").is_none());
    }
}
