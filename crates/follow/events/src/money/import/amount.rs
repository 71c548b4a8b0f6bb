//! Amounts as ledgers write them, to the øre. Stricter than an amount in a letter: nothing is rounded or guessed.

use styrbord_money::Nok;

/// No amount of a ledger is larger: ten thousand milliard kroner.
const KRONER_MAX: i64 = 10_000_000_000_000;

/// Why text is no amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NotAnAmount {
    /// It is no number as it should be written.
    Unreadable,
    /// It has parts of an øre.
    FinerThanOre,
    /// It is larger than any.
    TooLarge,
}

/// Reads an amount. With `comma` the decimal mark is a comma and full stops may stand between groups of three;
/// otherwise it is a full stop or a comma.
pub(super) fn read(text: &str, comma: bool) -> Result<Nok, NotAnAmount> {
    let text = text.trim();
    let (negative, body) = signed(text);
    let mark = body.rfind(|letter| letter == ',' || (letter == '.' && !comma));
    let (whole, decimals) = mark.map_or((body, ""), |at| (&body[..at], &body[at + 1..]));
    let kroner = whole_kroner(whole, comma)?;
    if (mark.is_some() && decimals.is_empty()) || !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NotAnAmount::Unreadable);
    }
    let (ore, finer) = decimals.split_at(decimals.len().min(2));
    if finer.bytes().any(|digit| digit != b'0') {
        return Err(NotAnAmount::FinerThanOre);
    }
    let ore = ore.bytes().chain(*b"00").take(2).fold(0, |sum, digit| sum * 10 + i64::from(digit - b'0'));
    let amount = kroner * 100 + ore;
    Ok(Nok::from_ore(if negative { -amount } else { amount }))
}

/// Takes the sign off; some programs write it behind.
fn signed(text: &str) -> (bool, &str) {
    let minus = |letter: char| letter == '-' || letter == '\u{2212}';
    if let Some(rest) = text.strip_prefix(minus).or_else(|| text.strip_suffix(minus)) {
        return (true, rest.trim());
    }
    (false, text.strip_prefix('+').unwrap_or(text))
}

fn whole_kroner(text: &str, comma: bool) -> Result<i64, NotAnAmount> {
    let separator =
        |letter: char| matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}') || (comma && letter == '.');
    let mut kroner: i64 = 0;
    for (place, group) in text.split(separator).enumerate() {
        let fits = if place == 0 { !group.is_empty() } else { group.len() == 3 };
        if !fits || !group.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(NotAnAmount::Unreadable);
        }
        for digit in group.bytes() {
            kroner = kroner * 10 + i64::from(digit - b'0');
            if kroner > KRONER_MAX {
                return Err(NotAnAmount::TooLarge);
            }
        }
    }
    let first = text.split(separator).next().unwrap_or_default();
    if first.len() > 3 && first.len() != text.len() { Err(NotAnAmount::Unreadable) } else { Ok(kroner) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_to_the_ore() {
        for (text, comma, ore) in [
            ("-847732,870", true, -84_773_287),
            ("1 234,5", true, 123_450),
            ("1.234.567,00", true, 123_456_700),
            ("12,50-", true, -1250),
            ("\u{2212}1\u{a0}000", true, -100_000),
            ("+7", true, 700),
            ("0,01", true, 1),
            ("1234.56", false, 123_456),
            ("1234,56", false, 123_456),
            ("-0.10", false, -10),
            ("10000000000000", true, 1_000_000_000_000_000),
        ] {
            assert_eq!(read(text, comma), Ok(Nok::from_ore(ore)), "{text}");
        }
    }

    #[test]
    fn what_is_not_an_amount_is_refused() {
        use NotAnAmount::{FinerThanOre, TooLarge, Unreadable};
        for (text, comma, why) in [
            ("", true, Unreadable),
            ("-", true, Unreadable),
            ("1234.56", true, Unreadable),
            ("1,234.56", false, Unreadable),
            ("1 23", true, Unreadable),
            ("1234 567", true, Unreadable),
            ("1e5", true, Unreadable),
            ("12,", true, Unreadable),
            (",50", true, Unreadable),
            ("tolv", true, Unreadable),
            ("1,234", false, FinerThanOre),
            ("0,001", true, FinerThanOre),
            ("10000000000001", true, TooLarge),
            ("99999999999999999999999999", true, TooLarge),
        ] {
            assert_eq!(read(text, comma), Err(why), "{text}");
        }
    }
}
