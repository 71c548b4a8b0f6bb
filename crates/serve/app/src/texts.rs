//! A text in three languages, with places to fill: how terminal and pages write what they say themselves.

use std::fmt::Display;
use styrbord_diagnostics::Language;
use styrbord_money::group_digits;

/// A word or a sentence in each language. `{}` is a place to fill; `one|many` are the forms of a counted noun.
#[derive(Debug, Clone, Copy)]
pub struct Text {
    /// In bokmål.
    pub nb: &'static str,
    /// In nynorsk.
    pub nn: &'static str,
    /// In English.
    pub en: &'static str,
}

/// Defines texts, `NAME = bokmål, nynorsk, English;`, and the list `TEXTS` of them for the tests.
#[macro_export]
macro_rules! texts {
    ($($name:ident = $nb:literal, $nn:literal, $en:literal;)*) => {
        $(pub(crate) const $name: $crate::texts::Text = $crate::texts::Text { nb: $nb, nn: $nn, en: $en };)*
        #[cfg(test)]
        pub(crate) const TEXTS: &[(&str, $crate::texts::Text)] = &[$((stringify!($name), $name)),*];
    };
}

impl Text {
    /// Returns the text in one language.
    pub fn get(self, language: Language) -> &'static str {
        match language {
            Language::Nb => self.nb,
            Language::Nn => self.nn,
            Language::En => self.en,
        }
    }

    /// Returns the text with its places filled in order.
    pub fn with(self, language: Language, values: &[&dyn Display]) -> String {
        let mut parts = self.get(language).split("{}");
        let mut filled = parts.next().unwrap_or_default().to_owned();
        for (part, value) in parts.zip(values) {
            filled.push_str(&value.to_string());
            filled.push_str(part);
        }
        filled
    }

    /// Returns the form of a noun for so many.
    pub fn form(self, number: usize, language: Language) -> &'static str {
        let text = self.get(language);
        let (one, many) = text.split_once('|').unwrap_or((text, text));
        if number == 1 { one } else { many }
    }
}

impl From<&Text> for Text {
    fn from(text: &Text) -> Self {
        *text
    }
}

/// Tells what of some texts is not the same in every language: a place to fill, a form, a line, a literal.
pub fn uneven(texts: &[(&str, Text)]) -> Vec<String> {
    let mut uneven = Vec::new();
    for (name, text) in texts {
        let forms = [text.nb, text.nn, text.en];
        if forms.iter().any(|form| form.trim().is_empty()) {
            uneven.push(format!("{name}: empty"));
        }
        for sign in ["{}", "|", "\n", "`"] {
            let counts = forms.map(|form| form.matches(sign).count());
            if counts.iter().any(|count| *count != counts[0]) {
                uneven.push(format!("{name}: {sign:?} {counts:?}"));
            }
        }
    }
    uneven
}

/// Returns `3 goals`.
pub fn count(number: usize, noun: Text, language: Language) -> String {
    let digits = group_digits(i64::try_from(number).unwrap_or(i64::MAX));
    format!("{digits} {}", noun.form(number, language))
}

/// Joins the texts that are not empty.
pub fn join<T: AsRef<str>>(parts: impl IntoIterator<Item = T>, between: &str) -> String {
    let mut joined = String::new();
    for part in parts {
        if !joined.is_empty() && !part.as_ref().is_empty() {
            joined.push_str(between);
        }
        joined.push_str(part.as_ref());
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOAL: Text = Text { nb: "mål|mål", nn: "mål|mål", en: "goal|goals" };

    #[test]
    fn nouns_are_counted() {
        assert_eq!(count(1, GOAL, Language::En), "1 goal");
        assert_eq!(count(0, GOAL, Language::En), "0 goals");
        assert_eq!(count(1200, GOAL, Language::Nb), "1\u{a0}200 mål");
    }

    #[test]
    fn places_are_filled_in_order_and_only_once() {
        let text = Text { nb: "{} av {}", nn: "{} av {}", en: "{} of {}" };
        assert_eq!(text.with(Language::En, &[&"{}", &2]), "{} of 2");
    }

    #[test]
    fn empty_parts_are_left_out() {
        assert_eq!(join(["a", "", "b"], ", "), "a, b");
    }
}
