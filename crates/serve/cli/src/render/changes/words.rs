//! Values, places and reasons of a change in the user's language; the letter's own words as they are.

use crate::texts::changes as texts;
use crate::texts::outline;
use crate::texts::{self as words, Text, join};
use styrbord_app::changes::{Change, FieldChange, PartKind, Reason, Side, Value};
use styrbord_app::{Language, Nok, Spot};

/// Returns a value as people read it; nothing for what a letter does not say.
pub(super) fn value(value: &Value, language: Language) -> String {
    match value {
        Value::Nothing => String::new(),
        Value::Text(text) => text.clone(),
        Value::Code(code) => code_word(code, language),
        Value::List(texts) => texts.join("; "),
        Value::Amount(amount) => amount.to_string(),
        Value::Day(day) => words::date(*day, language),
        Value::Days(days) => {
            days.iter().map(|day| words::date(*day, language)).collect::<Vec<_>>().join("; ")
        }
        Value::Count(count) => count.to_string(),
        Value::Flag(is) => if *is { texts::YES } else { texts::NO }.get(language).to_owned(),
    }
}

fn code_word(code: &str, language: Language) -> String {
    let word: Text = match code {
        "partly" => texts::PARTLY,
        "full" => texts::FULL,
        "yearly" => outline::YEARLY,
        "half_yearly" => outline::HALF_YEARLY,
        "tertial" => outline::TERTIAL,
        "quarterly" => outline::QUARTERLY,
        "monthly" => outline::MONTHLY,
        "weekly" => outline::WEEKLY,
        "recurring" => outline::RECURRING,
        "ongoing" => outline::ONGOING,
        "in_report" => outline::IN_REPORT,
        "invalid" => outline::INVALID,
        "none" => outline::NO_DEADLINE,
        "sub_allocation" => texts::SUB_ALLOCATION,
        "commitment" => texts::COMMITMENT,
        "free" => texts::FREE,
        "new_project" => texts::NEW_PROJECT,
        "recipient" => texts::RECIPIENT,
        "allocation" => words::ALLOCATION,
        "supplement" => words::SUPPLEMENT,
        "instruction" => words::INSTRUCTION,
        "other" => words::OTHER,
        _ => return code.to_owned(),
    };
    word.get(language).to_owned()
}

/// Returns what a part is called: its label, what it stands under, and its title.
pub(super) fn name(kind: PartKind, side: &Side, language: Language) -> String {
    let label = side.label.as_deref().unwrap_or_default();
    let inside = side.inside.as_deref().unwrap_or_default();
    match kind {
        PartKind::Chapter => format!("{} {}", outline_chapter(label, language), side.title),
        PartKind::Post | PartKind::Authorisation if !label.is_empty() => {
            format!("{} {}", outline_post(label, language), side.title)
        }
        PartKind::Portion => format!("{}: {}", outline_post(inside, language), side.title),
        PartKind::Deadline => join([inside, label], ", "),
        PartKind::Requirement => join([inside, &side.title], ": "),
        _ => join([label, &side.title], ": "),
    }
}

fn outline_chapter(chapter: &str, language: Language) -> String {
    words::summary::CHAPTER.with(language, &[&chapter])
}

/// Returns `kap. 1932 post 01` of `1932.01`.
fn outline_post(label: &str, language: Language) -> String {
    let (chapter, post) = label.split_once('.').unwrap_or((label, ""));
    let post = if post.is_empty() { String::new() } else { format!("post {post}") };
    join([outline_chapter(chapter, language), post], " ")
}

/// Returns the page and the lines of a part.
pub(super) fn place(spot: Option<Spot>, language: Language) -> String {
    let Some(place) = spot.map(|spot| spot.place) else { return String::new() };
    let lines = words::lines(place.line, place.end_line, language);
    let text = place.page.map_or(lines.clone(), |page| texts::PAGE.with(language, &[&page, &lines]));
    text.replace(' ', "\u{a0}")
}

/// Returns where a change stands in both letters, and why the two are held to be one unless number or title say it.
pub(super) fn places(change: &Change, language: Language) -> String {
    let of = |sides: &[Side]| sides.first().map(|side| place(side.span, language)).unwrap_or_default();
    join([of(&change.old), of(&change.new)], " → ")
}

/// Returns why two parts are held to be one.
pub(super) fn reason(reason: Reason, language: Language) -> String {
    let words = reason.old_words.max(reason.new_words);
    texts::by(reason.by).with(language, &[&reason.shared_words, &words])
}

/// Returns what can be reckoned of a change, and what an amendment itself says of it.
pub(super) fn remark(field: &FieldChange, language: Language) -> String {
    join([reckoned(field, language), stated(field, language)], "; ")
}

fn reckoned(field: &FieldChange, language: Language) -> String {
    if let Some(years) = field.years {
        let text = if years > 0 { texts::SAME_DAY_LATER } else { texts::SAME_DAY_EARLIER };
        return text.with(language, &[&years.unsigned_abs()]);
    }
    if let Some(days) = field.days {
        let text = if days > 0 { texts::LATER } else { texts::EARLIER };
        let form = text.form(days.unsigned_abs() as usize, language);
        return form.replace("{}", &days.unsigned_abs().to_string());
    }
    let Some(difference) = field.difference_nok else { return String::new() };
    let share = field.difference_permille.map(|permille| format!(", {}", signed_percent(permille, language)));
    format!("{}{}", signed(difference), share.unwrap_or_default())
}

/// Returns an amount with its sign.
fn signed(amount: Nok) -> String {
    if amount > Nok::ZERO { format!("+{amount}") } else { amount.to_string() }
}

fn signed_percent(permille: i64, language: Language) -> String {
    let share = words::percent(u32::try_from(permille.unsigned_abs()).unwrap_or(u32::MAX), language);
    if permille < 0 { format!("\u{2212}{share}") } else { format!("+{share}") }
}

fn stated(field: &FieldChange, language: Language) -> String {
    // What agrees needs no words: only a contradiction, or a change whose old value is not known.
    match field.agrees {
        Some(true) => return texts::AGREES.get(language).to_owned(),
        None if field.stated_old.is_none() && field.stated_difference_nok.is_none() => return String::new(),
        _ => {}
    }
    let old = field.stated_old.as_ref().map(|old| texts::STATED_OLD.with(language, &[&value(old, language)]));
    let difference = field
        .stated_difference_nok
        .map(|difference| texts::STATED_DIFFERENCE.with(language, &[&signed(difference)]));
    let said = join([old.unwrap_or_default(), difference.unwrap_or_default()], ", ");
    if field.agrees == Some(false) { format!("{said}: {}", texts::DISAGREES.get(language)) } else { said }
}
