//! Languages, and the names of months and weekdays.

use serde::{Deserialize, Serialize};

/// A language that names are given in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Norwegian bokmål.
    #[default]
    Nb,
    /// Norwegian nynorsk.
    Nn,
    /// English.
    En,
}

/// A day of the week, Monday first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// The days in order, Monday first.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// Returns the name of the day.
    pub const fn name(self, language: Language) -> &'static str {
        let names = match language {
            Language::Nb => ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"],
            Language::Nn => ["måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "sundag"],
            Language::En => ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        };
        names[self as usize]
    }
}

pub(crate) const MONTHS_NORWEGIAN: [&str; 12] = [
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
];

const MONTHS_ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Abbreviations and the month that each stands for.
const ABBREVIATIONS: [(&str, u8); 13] = [
    ("jan", 1),
    ("feb", 2),
    ("febr", 2),
    ("mar", 3),
    ("apr", 4),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("sept", 9),
    ("okt", 10),
    ("nov", 11),
    ("des", 12),
];

/// The abbreviations alone.
pub(crate) const MONTHS_ABBREVIATED: [&str; ABBREVIATIONS.len()] = {
    let mut names = [""; ABBREVIATIONS.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = ABBREVIATIONS[at].0;
        at += 1;
    }
    names
};

/// Returns the name of a month, 1 to 12; an empty name for any other number.
pub fn month_name(month: u8, language: Language) -> &'static str {
    let names = if language == Language::En { &MONTHS_ENGLISH } else { &MONTHS_NORWEGIAN };
    usize::from(month).checked_sub(1).and_then(|index| names.get(index)).copied().unwrap_or("")
}

/// Returns the month that a Norwegian name stands for, in upper or lower case.
pub fn month_from_name(word: &str) -> Option<u8> {
    (1..=12).find(|&month| word.eq_ignore_ascii_case(month_name(month, Language::Nb)))
}

/// Returns the month that a Norwegian abbreviation stands for, in upper or lower case.
pub(crate) fn month_from_abbreviation(word: &str) -> Option<u8> {
    ABBREVIATIONS.iter().find(|(short, _)| word.eq_ignore_ascii_case(short)).map(|&(_, month)| month)
}
