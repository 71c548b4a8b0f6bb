//! The fonts that every reader of PDF has: their widths, and the alphabets of those that are no letters.
//!
//! The widths are those of Helvetica and Times, upright and bold, and of slanted Times; slanted Helvetica is as wide
//! as the upright one, and bold slanted Times nearly as wide as the bold one. Other fonts that do not say their
//! widths are taken for the one that they resemble.

use super::encoding::Table;

/// Widths of the characters from the space to the tilde.
type Widths = [u16; 95];

#[rustfmt::skip]
const SANS: Widths = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
];
#[rustfmt::skip]
const SANS_BOLD: Widths = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611,
    556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389,
    280, 389, 584,
];
#[rustfmt::skip]
const SERIF: Widths = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889,
    722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500,
    444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480,
    200, 480, 541,
];
#[rustfmt::skip]
const SERIF_BOLD: Widths = [
    250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944,
    722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556,
    444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394,
    220, 394, 520,
];
#[rustfmt::skip]
const SERIF_ITALIC: Widths = [
    250, 333, 420, 500, 500, 833, 778, 214, 333, 333, 500, 675, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 500, 333, 333, 675, 675, 675, 500, 920, 611, 611, 667, 722, 611, 611, 722, 722, 333, 444, 667, 556, 833,
    667, 722, 611, 722, 611, 500, 556, 722, 611, 833, 611, 556, 556, 389, 278, 389, 422, 500, 333, 500, 500, 444, 500,
    444, 278, 500, 500, 278, 278, 444, 278, 722, 500, 500, 500, 500, 389, 389, 278, 500, 444, 667, 444, 444, 389, 400,
    275, 400, 541,
];

/// The alphabet of Symbol from the space to the tilde, and from 0xA0 on.
const SYMBOL: [&str; 2] = [
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\u{f8ff}〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭",
];

/// The signs of ZapfDingbats that do not stand in their row of Unicode.
const DINGBATS: [(u8, char); 18] = [
    (0x25, '☎'),
    (0x2a, '☛'),
    (0x2b, '☞'),
    (0x48, '★'),
    (0x6c, '●'),
    (0x6e, '■'),
    (0x73, '▲'),
    (0x74, '▼'),
    (0x75, '◆'),
    (0x77, '◗'),
    (0xa8, '♣'),
    (0xa9, '♦'),
    (0xaa, '♥'),
    (0xab, '♠'),
    (0xac, '①'),
    (0xd5, '→'),
    (0xd6, '↔'),
    (0xd7, '↕'),
];

/// Returns the alphabet of a font that has its own, by the name of the font.
pub(super) fn own_alphabet(name: &[u8]) -> Option<Table> {
    let name = String::from_utf8_lossy(name);
    let name = super::face::without_tag(&name);
    let sign: fn(u8) -> Option<char> = if name == "Symbol" || name.starts_with("SymbolMT") {
        symbol
    } else if name.starts_with("ZapfDingbats") {
        dingbat
    } else if name.starts_with("Wingdings") || name.starts_with("Webdings") {
        |byte| (byte > 0x20).then(|| char::from_u32(0xf000 + u32::from(byte))).flatten().or(Some(' '))
    } else {
        return None;
    };
    Some((0..=255).map(|byte| sign(byte).map(|sign| Box::from([sign]))).collect())
}

fn symbol(byte: u8) -> Option<char> {
    match byte {
        0x20..=0x7e => SYMBOL[0].chars().nth(usize::from(byte - 0x20)),
        0xa0.. => SYMBOL[1].chars().nth(usize::from(byte - 0xa0)),
        _ => None,
    }
}

fn dingbat(byte: u8) -> Option<char> {
    if let Some((_, sign)) = DINGBATS.iter().find(|(code, _)| *code == byte) {
        return Some(*sign);
    }
    match byte {
        0x20 => Some(' '),
        0x21..=0x7e => char::from_u32(0x2700 + u32::from(byte) - 0x20),
        0xad..=0xb5 => char::from_u32(0x2461 + u32::from(byte) - 0xad),
        0xa1..=0xfe => char::from_u32(0x2700 + u32::from(byte) - 0x40),
        _ => None,
    }
}

/// Returns the width of a glyph in a font that does not say, in thousandths of its size.
pub(super) fn width(name: &[u8], text: Option<&[char]>) -> f64 {
    let name = String::from_utf8_lossy(name).to_ascii_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if says(&["courier", "mono", "consolas"]) {
        return 600.0;
    }
    let is_serif = says(&["times", "serif", "roman", "georgia", "garamond", "cambria"]) && !says(&["sans"]);
    let widths = match (is_serif, says(&["bold"]), says(&["italic", "oblique"])) {
        (false, false, _) => &SANS,
        (false, true, _) => &SANS_BOLD,
        (true, true, _) => &SERIF_BOLD,
        (true, false, true) => &SERIF_ITALIC,
        (true, false, false) => &SERIF,
    };
    let width = |c: &char| {
        let base = without_accent(*c);
        let index = usize::try_from(u32::from(base)).ok().and_then(|code| code.checked_sub(0x20));
        index.and_then(|index| widths.get(index)).copied().unwrap_or_else(|| other_width(*c, is_serif))
    };
    text.map_or(0.0, |text| f64::from(text.iter().map(|c| u32::from(width(c))).sum::<u32>()))
}

/// Returns the width of a character that is no letter of ASCII, with or without an accent.
fn other_width(c: char, is_serif: bool) -> u16 {
    match (c, is_serif) {
        ('Æ' | 'Œ', false) | ('—' | '…' | '‰', _) => 1000,
        ('Æ' | 'Œ', true) | ('æ', false) => 889,
        ('Ø', false) => 778,
        ('Ø', true) => 722,
        ('æ', true) => 667,
        ('ø', false) => 611,
        ('‘' | '’' | '‚', false) => 222,
        ('‘' | '’' | '‚' | '‹' | '›', _) | ('“' | '”' | '„', false) => 333,
        ('“' | '”' | '„', true) => 444,
        ('°', _) => 400,
        ('•', _) => 350,
        ('·', _) => 278,
        (_, true) => 500,
        (_, false) => 556,
    }
}

/// Returns the letter under an accent.
fn without_accent(c: char) -> char {
    match c {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' => 'a',
        'Á' | 'À' | 'Â' | 'Ä' | 'Ã' | 'Å' => 'A',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'É' | 'È' | 'Ê' | 'Ë' => 'E',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'Í' | 'Ì' | 'Î' | 'Ï' => 'I',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' => 'o',
        'Ó' | 'Ò' | 'Ô' | 'Ö' | 'Õ' => 'O',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'Ú' | 'Ù' | 'Û' | 'Ü' => 'U',
        'ñ' | 'ŋ' => 'n',
        'Ñ' | 'Ŋ' => 'N',
        'š' => 's',
        'Š' => 'S',
        'č' | 'ç' => 'c',
        'Č' | 'Ç' => 'C',
        'ž' => 'z',
        'Ž' => 'Z',
        '\u{a0}' => ' ',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_alphabets_are_whole() {
        assert_eq!(SYMBOL.map(|row| row.chars().count()), [95, 95]);
        let signs =
            [(&b"Symbol"[..], 0xb7_usize, '•'), (b"ABCDEF+SymbolMT", 0x61, 'α'), (b"Symbol", 0xfe, '⎭')];
        let marks = [
            (&b"ZapfDingbats"[..], 0x6e, '■'),
            (b"ZapfDingbats", 0x34, '✔'),
            (b"Wingdings", 0xa7, '\u{f0a7}'),
        ];
        for (font, byte, sign) in signs.into_iter().chain(marks) {
            assert_eq!(own_alphabet(font).unwrap()[byte].as_deref(), Some(&[sign][..]));
        }
        assert!(own_alphabet(b"Helvetica").is_none());
    }

    #[test]
    fn widths_are_those_of_the_font() {
        for (font, text, expected) in [
            (&b"Helvetica"[..], "Wi", 944 + 222),
            (b"Helvetica-Bold", "~", 584),
            (b"Times-Roman", "Mål", 889 + 444 + 278),
            (b"Times-Italic", "M", 833),
            (b"Times-Bold", "æ", 667),
            (b"Courier-Bold", "M", 600),
        ] {
            let text: Vec<char> = text.chars().collect();
            assert_eq!(width(font, Some(&text)) as u32, expected);
        }
    }
}
