//! A part of a plan in the form in which all kinds are compared: what names it, what it says, where it stands.

use crate::changes::{Field, PartKind, Side, Value};
use crate::parts::Owners;
use styrbord_plan::Plan;
use styrbord_source::{Spot, lower_case};
use styrbord_titles::Title;

/// A part of one plan.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    /// What it is.
    pub(crate) kind: PartKind,
    /// Its place in the plan: the index in the list, then in the list within.
    pub(crate) path: Vec<usize>,
    /// What numbers it, made comparable.
    pub(crate) number: Option<Number>,
    /// How the letter labels it.
    pub(crate) label: Option<String>,
    /// Its title or text, as printed.
    pub(crate) title: String,
    /// The title without case and breaks, and with years counted from the letter's own.
    pub(crate) key: String,
    /// The words of the title.
    pub(crate) words: Title,
    /// What it stands under, as one name for both letters.
    pub(crate) owner: Option<String>,
    /// What it stands under, as printed.
    pub(crate) inside: Option<String>,
    /// The same with its title.
    pub(crate) parent: Option<String>,
    /// What it says.
    pub(crate) fields: Vec<(Field, Value)>,
    /// What else is told of it when only one letter has it.
    pub(crate) also: Vec<(Field, Value)>,
    /// What an amendment says that the first field was and how it changes.
    pub(crate) stated: Stated,
    /// It was given before and is only listed: what is not said of it is not taken back.
    pub(crate) carried: bool,
    /// Where it stands.
    pub(crate) span: Option<Spot>,
}

/// What an amendment says of the old value.
#[derive(Debug, Clone, Default)]
pub(crate) struct Stated {
    /// The old value.
    pub(crate) old: Option<Value>,
    /// The difference.
    pub(crate) difference: Option<styrbord_money::Nok>,
}

/// What numbers a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Number {
    /// The number, the same in both letters for the same number.
    pub(crate) key: String,
    /// It names the same thing in both letters; otherwise it is only a place in a list.
    pub(crate) lasts: bool,
}

/// How the numbers and years of one letter are to be understood beside the other's.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame {
    /// The letter's year, when the other letter has another one.
    pub(crate) year: Option<i16>,
    /// Both letters are of one agency.
    pub(crate) one_agency: bool,
    /// Both letters are of one year.
    pub(crate) one_year: bool,
    /// The later letter amends the earlier one.
    pub(crate) amends: bool,
}

impl Frame {
    /// Returns the number of something that is numbered anew in each letter, unless both are one year's.
    pub(crate) fn listed(self, key: impl Into<String>) -> Number {
        Number { key: key.into(), lasts: self.one_agency && self.one_year }
    }

    /// Returns the number of an assignment; one that holds its year is the same in every letter.
    pub(crate) fn assignment(self, number: &str) -> Number {
        let key: String = lower_case(number).chars().filter(|c| !c.is_whitespace()).collect();
        let lasts = self.one_agency && (self.one_year || years(&key).next().is_some());
        Number { key, lasts }
    }

    /// Returns a title without case and breaks, and with years counted from the letter's own.
    pub(crate) fn key(self, title: &str) -> String {
        let plain = plain(title);
        let Some(own) = self.year else { return plain };
        let mut key = String::with_capacity(plain.len());
        let mut from = 0;
        for (at, year) in years(&plain) {
            let ahead = year - own;
            if (-YEARS_NEAR..=YEARS_NEAR).contains(&ahead) {
                key.push_str(plain.get(from..at).unwrap_or_default());
                key.push_str("letteryear");
                key.push_str(&(ahead + YEARS_NEAR).to_string());
                from = at + 4;
            }
        }
        key.push_str(plain.get(from..).unwrap_or_default());
        key
    }
}

/// How far from the letter's year a year moves along with it.
const YEARS_NEAR: i16 = 5;

/// Returns a text in lower case, with single spaces, one kind of dash, and no stop at its end.
pub(crate) fn plain(text: &str) -> String {
    let low = lower_case(text).replace(['–', '—', '−'], "-").replace(['\u{ad}'], "");
    let joined = low.split_whitespace().collect::<Vec<_>>().join(" ");
    joined.trim_end_matches(['.', ';', ':', ',', ' ']).to_owned()
}

/// Returns each number of four digits from 1900 to 2099, with its byte.
fn years(text: &str) -> impl Iterator<Item = (usize, i16)> {
    let is_digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    (0..text.len()).filter_map(move |at| {
        let alone = (at == 0 || !is_digit(at - 1)) && !is_digit(at + 4);
        let digits = (at..at + 4).all(is_digit);
        let year = || text.get(at..at + 4)?.parse::<i16>().ok().filter(|year| (1900..2100).contains(year));
        if alone && digits { year().map(|year| (at, year)) } else { None }
    })
}

impl Part {
    /// Returns a part with a title and nothing else.
    pub(crate) fn new(kind: PartKind, at: usize, title: &str, frame: Frame) -> Self {
        let key = frame.key(title);
        Part {
            kind,
            path: vec![at],
            number: None,
            label: None,
            title: title.to_owned(),
            words: Title::new(&key),
            key,
            owner: None,
            inside: None,
            parent: None,
            fields: Vec::new(),
            also: Vec::new(),
            stated: Stated::default(),
            carried: false,
            span: None,
        }
    }

    /// Adds the place.
    pub(crate) fn at(mut self, span: Option<Spot>) -> Self {
        self.span = span;
        self
    }

    /// Adds the label, and the number in it.
    pub(crate) fn labelled(mut self, label: &str, number: Option<Number>) -> Self {
        self.label = Some(label.trim().to_owned()).filter(|label| !label.is_empty());
        self.number = number;
        self
    }

    /// Adds what it stands under: one name for both letters, and the words of this one.
    pub(crate) fn under(mut self, owner: Option<String>, inside: Option<String>) -> Self {
        self.owner = owner;
        self.inside = inside;
        self
    }

    /// Adds what it stands under, by the label that the letter prints.
    pub(crate) fn below(mut self, label: Option<&str>, owners: &Owners) -> Self {
        self.parent = owners.printed(label);
        self.under(owners.of(label), label.map(str::to_owned))
    }

    /// Adds a field.
    pub(crate) fn with(mut self, field: Field, value: Value) -> Self {
        self.fields.push((field, value));
        self
    }

    /// Adds the field of a text that may be missing.
    pub(crate) fn with_text(self, field: Field, text: Option<&str>) -> Self {
        let value = text
            .filter(|text| !text.trim().is_empty())
            .map_or(Value::Nothing, |text| Value::Text(text.to_owned()));
        self.with(field, value)
    }

    /// Adds the field of an amount that may be missing.
    pub(crate) fn with_amount(self, field: Field, amount: Option<styrbord_money::Nok>) -> Self {
        self.with(field, amount.map_or(Value::Nothing, Value::Amount))
    }

    /// Adds the field of a day that may be missing.
    pub(crate) fn with_day(self, field: Field, day: Option<styrbord_calendar::Date>) -> Self {
        self.with(field, day.map_or(Value::Nothing, Value::Day))
    }

    /// Adds the field of a frequency that may be missing.
    pub(crate) fn with_frequency(self, frequency: Option<styrbord_calendar::Frequency>) -> Self {
        self.with(Field::Frequency, frequency.map_or(Value::Nothing, |one| Value::Code(frequency_code(one))))
    }

    /// Returns a field.
    pub(crate) fn field(&self, field: Field) -> &Value {
        let found = self.fields.iter().find(|(name, _)| *name == field);
        found.map_or(&Value::Nothing, |(_, value)| value)
    }

    /// Returns the part as one side of a change.
    pub(crate) fn side(&self) -> Side {
        Side {
            label: self.label.clone(),
            title: self.title.clone(),
            inside: self.inside.clone(),
            span: self.span,
            path: self.path.clone(),
        }
    }
}

/// Returns the word of the plan's JSON for a frequency.
pub(crate) fn frequency_code(frequency: styrbord_calendar::Frequency) -> &'static str {
    use styrbord_calendar::Frequency;
    match frequency {
        Frequency::Yearly => "yearly",
        Frequency::HalfYearly => "half_yearly",
        Frequency::Tertial => "tertial",
        Frequency::Quarterly => "quarterly",
        Frequency::Monthly => "monthly",
        Frequency::Weekly => "weekly",
    }
}

/// Tells whether two plans are of one agency: by name or abbreviation, and yes when one of them does not say.
pub(crate) fn is_one_agency(old: &Plan, new: &Plan) -> bool {
    let names = |plan: &Plan| -> Vec<String> {
        [&plan.agency.name, &plan.agency.short].into_iter().flatten().map(|name| plain(name)).collect()
    };
    let (old, new) = (names(old), names(new));
    old.is_empty() || new.is_empty() || old.iter().any(|name| new.contains(name))
}
