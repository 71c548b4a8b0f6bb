//! Years that hold for the dates before them.

use super::mention::{DateForm, DateMention, DateValue};

/// What may stand between two dates that share a year.
pub(super) const JOINING: [&str; 8] = ["og", "eller", "samt", "til", ",", "-", "\u{2013}", "\u{2014}"];

/// Those of them that make a range, whose first day comes before its last.
const RANGE: [&str; 4] = ["til", "-", "\u{2013}", "\u{2014}"];

/// Gives dates without a year the year of the date that they are joined to.
pub(super) fn years(text: &str, mentions: &mut [DateMention]) {
    for at in (1..mentions.len()).rev() {
        let (before, after) = mentions.split_at_mut(at);
        let (Some(first), Some(second)) = (before.last_mut(), after.first()) else { continue };
        let joint = text[first.range.end..second.range.start].trim();
        if let Some(value) = inherited(first.value, second.value, joint)
            && JOINING.contains(&joint)
        {
            first.value = value;
            first.form = lent_form(second.form);
        }
    }
}

fn inherited(first: DateValue, second: DateValue, joint: &str) -> Option<DateValue> {
    let (DateValue::WithoutYear { month, day } | DateValue::Impossible { year: None, month, day }) = first
    else {
        return None;
    };
    let (year, last) = match second {
        DateValue::Day(date) => (date.year(), (date.month(), date.day())),
        DateValue::Impossible { year: Some(year), month, day } => (year, (month, day)),
        _ => return None,
    };
    let over_new_year = RANGE.contains(&joint) && (month, day) > last;
    Some(DateValue::of_day(Some(year - i16::from(over_new_year)), month, day))
}

/// The first of two dates has no year of its own that could be irregular.
fn lent_form(form: DateForm) -> DateForm {
    if form == DateForm::Words { form } else { DateForm::Numeric }
}
