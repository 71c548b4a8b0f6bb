//! Characters of symbol fonts as characters that every font has.

/// Where symbol fonts put their characters in the private-use area.
const SYMBOLS: u32 = 0xF000;

/// Returns the character that a symbol of a font shows.
pub(super) fn symbol(font: &str, code: u32) -> Option<char> {
    let low = code & 0xFF;
    let is_private = (SYMBOLS..SYMBOLS + 0x100).contains(&code);
    let font = font.to_ascii_lowercase();
    let mapped = match font.as_str() {
        _ if !is_private && code > 0xFF => None,
        "symbol" => symbol_font(low),
        "wingdings" => wingdings(low),
        "wingdings 2" => wingdings_2(low),
        _ if is_private => either(low),
        _ => None,
    };
    mapped.or_else(|| char::from_u32(code)).filter(|c| !c.is_control())
}

/// Returns a character of a text as letters are to have it; nothing for what is never seen.
pub(super) fn plain(character: char) -> Option<char> {
    match character {
        '\u{AD}' | '\u{200B}' | '\u{FEFF}' => None,
        '\u{2011}' => Some('-'),
        '\n' | '\r' => Some(' '),
        '\u{F000}'..='\u{F0FF}' => Some(either(character as u32 & 0xFF).unwrap_or(character)),
        other => Some(other),
    }
}

/// Returns the marker of a list whose level prints that text.
pub(super) fn bullet(text: &str) -> String {
    let first = text.chars().find(|c| !c.is_whitespace()).and_then(plain);
    match first {
        Some('-' | '–' | '—' | '−' | '‐' | '―') => "-",
        _ => "•",
    }
    .to_owned()
}

fn either(low: u32) -> Option<char> {
    match low {
        0x2D | 0xB7 => symbol_font(low),
        _ => wingdings(low),
    }
}

fn symbol_font(low: u32) -> Option<char> {
    Some(match low {
        0x2D => '–',
        0x61 => 'α',
        0x62 => 'β',
        0x64 => 'δ',
        0x6D => 'µ',
        0x70 => 'π',
        0x73 => 'σ',
        0x44 => 'Δ',
        0x53 => 'Σ',
        0x57 => 'Ω',
        0xA3 => '≤',
        0xA5 => '∞',
        0xAC => '←',
        0xAE => '→',
        0xB0 => '°',
        0xB1 => '±',
        0xB3 => '≥',
        0xB4 => '×',
        0xB7 => '•',
        0xB8 => '÷',
        0xB9 => '≠',
        0xBB => '≈',
        0xBC => '…',
        0xD7 => '·',
        0xDE => '⇒',
        0x20..=0x3F | 0x5B | 0x5D | 0x7B..=0x7D => return char::from_u32(low),
        _ => return None,
    })
}

fn wingdings(low: u32) -> Option<char> {
    Some(match low {
        0x6C | 0x9F => '•',
        0x6E | 0xA7 => '▪',
        0x6F | 0xA8 | 0x71 | 0x72 => '☐',
        0x75..=0x77 => '◆',
        0xA1 => '○',
        0xD8 => '➢',
        0xDF | 0xE7 => '←',
        0xE0 | 0xE8 | 0xF0 => '→',
        0xFB => '✗',
        0xFC => '✓',
        0xFD | 0x78 => '☒',
        0xFE => '☑',
        _ => return None,
    })
}

fn wingdings_2(low: u32) -> Option<char> {
    Some(match low {
        0x4F => '✗',
        0x50 => '✓',
        0x51 | 0x53 | 0x54 => '☒',
        0x52 => '☑',
        0x97 => '•',
        0xA2 => '▪',
        0xA3 => '☐',
        _ => return None,
    })
}
