//! Letters whose accent is painted as a glyph of its own.
#![expect(clippy::float_arithmetic, reason = "places on a page are lengths")]

use super::page::{Characters, Glyph, Turn};

/// The forms of an accent, the letters under it, and both together.
const ACCENTS: [(&[char], &str, &str); 8] = [
    (&['\u{2da}', '\u{30a}', '°'], "aAuU", "åÅůŮ"),
    (&['¨', '\u{308}'], "aoueiyAOUEI", "äöüëïÿÄÖÜËÏ"),
    (&['´', '\u{301}'], "aeiouyAEIOUYscnz", "áéíóúýÁÉÍÓÚÝśćńź"),
    (&['`', '\u{300}'], "aeiouAEIOU", "àèìòùÀÈÌÒÙ"),
    (&['^', '\u{2c6}', '\u{302}'], "aeiouAEIOU", "âêîôûÂÊÎÔÛ"),
    (&['~', '\u{2dc}', '\u{303}'], "anoANO", "ãñõÃÑÕ"),
    (&['\u{2c7}', '\u{30c}'], "cszCSZ", "čšžČŠŽ"),
    (&['¸', '\u{327}'], "cC", "çÇ"),
];

/// Makes one glyph of each letter and the accent that is painted over it just before or after.
pub(super) fn combine(glyphs: &mut Vec<Glyph>) {
    let mut kept = 0;
    for at in 0..glyphs.len() {
        if kept > 0
            && let Some(both) = both(&glyphs[kept - 1], &glyphs[at])
        {
            glyphs[kept - 1] = both;
        } else {
            glyphs.swap(kept, at);
            kept += 1;
        }
    }
    glyphs.truncate(kept);
}

/// Returns two neighbours as one glyph when one of them is the other's accent.
fn both(first: &Glyph, second: &Glyph) -> Option<Glyph> {
    let ([one], [two]) = (first.text.as_slice(), second.text.as_slice()) else { return None };
    let (letter, accent, text) = if let Some(text) = letter_with(*one, *two) {
        (first, second, text)
    } else {
        (second, first, letter_with(*two, *one)?)
    };
    let is_combining = accent.text.as_slice().iter().all(|c| ('\u{300}'..='\u{36f}').contains(c));
    let middle = accent.x + accent.advance / 2.0;
    let slack = if is_combining { letter.size * 0.3 } else { 0.0 };
    let is_over = (letter.x - slack..=letter.x + letter.advance + slack).contains(&middle)
        && (letter.y - accent.y).abs() <= letter.size * 0.5;
    let is_level = letter.turn == Turn::Right && accent.turn == Turn::Right;
    (is_over && is_level).then(|| Glyph { text: Characters::of(&[text]), ..letter.clone() })
}

/// Returns a letter with an accent.
fn letter_with(letter: char, accent: char) -> Option<char> {
    if !letter.is_ascii_alphabetic() && letter != 'ı' || accent.is_ascii_alphanumeric() || accent == ' ' {
        return None;
    }
    let letter = if letter == 'ı' { 'i' } else { letter };
    let (_, letters, both) = ACCENTS.iter().find(|(forms, _, _)| forms.contains(&accent))?;
    let at = letters.chars().position(|c| c == letter)?;
    both.chars().nth(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn combined(glyphs: &[(char, f32, f32)]) -> String {
        let glyph = |(c, x, advance): &(char, f32, f32)| Glyph {
            text: Characters::of(&[*c]),
            x: *x,
            y: 100.0,
            advance: *advance,
            size: 10.0,
            font: 0,
            turn: Turn::Right,
            mark: None,
            artifact: false,
        };
        let mut glyphs: Vec<Glyph> = glyphs.iter().map(glyph).collect();
        combine(&mut glyphs);
        glyphs.iter().flat_map(|glyph| glyph.text.as_slice().to_vec()).collect()
    }

    #[test]
    fn an_accent_over_a_letter_is_one_with_it() {
        // As TeX sets it: the ring, back, the letter.
        assert_eq!(combined(&[('p', 0.0, 5.0), ('˚', 5.0, 5.0), ('a', 5.0, 5.0), ('t', 10.0, 3.0)]), "påt");
        // As others do: the letter, then a mark without width.
        assert_eq!(combined(&[('e', 0.0, 5.0), ('\u{301}', 5.0, 0.0), ('n', 5.0, 5.0)]), "én");
        assert_eq!(combined(&[('¨', 1.0, 3.0), ('ı', 1.0, 3.0)]), "ï");
        // Signs that stand beside letters are signs.
        assert_eq!(combined(&[('a', 0.0, 5.0), ('^', 5.0, 5.0), ('a', 10.0, 5.0)]), "a^a");
        assert_eq!(combined(&[('°', 0.0, 4.0), ('C', 4.0, 5.0)]), "°C");
        assert_eq!(combined(&[]), "");
    }
}
