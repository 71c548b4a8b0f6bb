//! A quick look at a word: whether it can be one of a list at all.

/// How many different marks there are.
const MARKS: usize = 1024;

/// What a gate sees of a word: its first and last byte and its length, upper and lower case alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark(u16);

impl Mark {
    /// The mark of a word with letters whose lower case has another length; every gate lets it through.
    pub(super) const ODD: Self = Self(MARKS as u16);

    /// Returns the mark of a word.
    pub(super) const fn of(word: &[u8]) -> Self {
        let [first, ..] = word else { return Self::ODD };
        let [.., last] = word else { return Self::ODD };
        // The five low bits are the same in upper and lower case, also in the second byte of "å", "æ" and "ø".
        let ends = (*first as usize & 31) * 32 + (*last as usize & 31);
        Self(((ends + word.len() * 97) % MARKS) as u16)
    }
}

/// Lets every word of its lists through, and few others.
pub(super) struct Gate([u64; MARKS / 64]);

impl Gate {
    /// Returns a gate that lets nothing through.
    pub(super) const fn new() -> Self {
        Self([0; MARKS / 64])
    }

    /// Opens the gate for words in lower case.
    pub(super) const fn open(mut self, words: &[&str]) -> Self {
        let mut at = 0;
        while at < words.len() {
            let mark = Mark::of(words[at].as_bytes()).0 as usize;
            self.0[mark / 64] |= 1 << (mark % 64);
            at += 1;
        }
        self
    }

    /// Tells whether a text holds a digit or a word that may be one of the lists, without cutting it up.
    pub(super) fn may_be_in(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            at += match byte {
                b'0'..=b'9' => return true,
                b'a'..=b'z' | b'A'..=b'Z' | 0xc3 => {
                    let word = &bytes[at..];
                    let length = word.iter().position(|&byte| !in_word(byte)).unwrap_or(word.len());
                    if self.lets(Mark::of(&word[..length])) {
                        return true;
                    }
                    length
                }
                0..0x80 => 1,
                _ => match (byte, bytes.get(at + 1)) {
                    // Spaces, quotation marks, dashes and the like, but for three letters among them.
                    (0xc2, Some(next)) if !matches!(next, 0xaa | 0xb5 | 0xba) => 2,
                    (0xe2, Some(0x80)) => 3,
                    _ => return true,
                },
            };
        }
        false
    }

    /// Tells whether a word with this mark may be one of the lists.
    pub(super) fn lets(&self, mark: Mark) -> bool {
        let mark = usize::from(mark.0);
        self.0.get(mark / 64).is_none_or(|bits| bits >> (mark % 64) & 1 == 1)
    }
}

/// Tells whether a byte belongs to a letter of a to z or of Latin 1; the last two are those of its signs "×" and "÷".
fn in_word(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || matches!(byte, 0xc3 | 0x80..0xc0) && !matches!(byte, 0x97 | 0xb7)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_a_word_is_let_through() {
        let gate = Gate::new().open(&["årsskiftet", "mai", "første"]);
        for text in ["årsskiftet", "ÅRSSKIFTET", "i\u{a0}Mai", "mai\u{2013}", "«FØRSTE»", "Fø\u{212a}", "7"]
        {
            assert!(gate.may_be_in(text), "{text}");
        }
        for text in ["", "det skal", "også – som «før»", "æ\u{a0}å"] {
            assert!(!gate.may_be_in(text), "{text}");
        }
    }
}
