//! Figures, targets and method cards as words and charts: what all pages of steering parameters share.

mod drawn;
mod expected;
mod texts;

pub(crate) use drawn::{Drawing, chart, spark, through};
pub(crate) use expected::{Expected, expected};

use crate::frame::Frame;
use crate::written;
use styrbord_app::follow::events::measure::{
    Aim, Better, ChainStage, Decimal, Difference, DifferenceUnit, Level, Period, Reading, Target, Unit,
};
use styrbord_app::{Frequency, Language, group_digits};
use texts as words;
pub(crate) use texts::{LATE, NEXT};

/// Returns a number as it is written in the language, with all its decimals.
pub(crate) fn decimal(number: Decimal, language: Language) -> String {
    let text = number.to_string();
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("\u{2212}", digits));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let whole = whole.parse().map_or_else(|_| whole.to_owned(), group_digits);
    let point = if decimals.is_empty() { "" } else { &point(language).to_string() };
    format!("{sign}{whole}{point}{decimals}")
}

/// Returns what stands before decimals.
pub(crate) fn point(language: Language) -> char {
    if language == Language::En { '.' } else { ',' }
}

/// Returns a level with its unit.
pub(crate) fn level(level: Level, unit: &Unit, language: Language) -> String {
    match (level, unit) {
        (Level::Number(number), Unit::Percent) => format!("{}\u{a0}%", decimal(number, language)),
        (Level::Number(number), Unit::Kroner) => {
            format!("{}\u{a0}{}", decimal(number, language), words::KRONER.get(language))
        }
        (Level::Number(number), _) => decimal(number, language),
        (Level::Grade(grade), Unit::Grade(scale)) => {
            scale.get(usize::from(grade)).cloned().unwrap_or_else(|| grade.to_string())
        }
        (Level::Grade(grade), _) => grade.to_string(),
    }
}

/// Returns a figure with what it was counted from.
pub(crate) fn reading(reading: Reading, unit: &Unit, language: Language) -> String {
    match reading {
        Reading::Number(number) => level(Level::Number(number), unit, language),
        Reading::Share { numerator, denominator, percent } => {
            let of = words::OF.with(language, &[&count(numerator), &count(denominator)]);
            format!("{} ({of})", level(Level::Number(percent), unit, language))
        }
        Reading::Grade(grade) => level(Level::Grade(grade), unit, language),
        Reading::Suppressed => words::SUPPRESSED.get(language).to_owned(),
    }
}

fn count(number: u64) -> String {
    group_digits(i64::try_from(number).unwrap_or(i64::MAX))
}

/// Returns a target: `at least 60 %`.
pub(crate) fn aim(target: &Target, unit: &Unit, language: Language) -> String {
    let word = match target.aim {
        Aim::AtLeast => words::AT_LEAST,
        Aim::AtMost => words::AT_MOST,
        Aim::Exactly => words::EXACTLY,
    };
    word.with(language, &[&level(target.level, unit, language)])
}

/// Returns how far one level is from another, with its sign.
pub(crate) fn difference(difference: &Difference, language: Language) -> String {
    let amount = decimal(difference.amount, language);
    let is_plain = amount.starts_with('\u{2212}') || amount.trim_matches(['0', ',', '.']).is_empty();
    let amount = if is_plain { amount } else { format!("+{amount}") };
    let unit = match &difference.unit {
        DifferenceUnit::Number(of) => of.as_str(),
        DifferenceUnit::PercentagePoints => words::POINTS.get(language),
        DifferenceUnit::Kroner => words::KRONER.get(language),
        DifferenceUnit::Steps => words::STEPS.get(language),
    };
    format!("{amount}\u{a0}{unit}")
}

/// Returns a period by its shortest name: `2025`, `T1 2025`, `03.2025`, else both days.
pub(crate) fn period(period: Period) -> String {
    let (from, to) = (period.from(), period.to());
    let is_whole = from.day() == 1 && to == to.end_of_month() && from.year() == to.year();
    match (from.month(), to.month()) {
        (1, 12) if is_whole => from.year().to_string(),
        (first @ (1 | 5 | 9), last) if is_whole && last == first + 3 => {
            format!("T{} {}", first / 4 + 1, from.year())
        }
        (first, last) if is_whole && first == last => format!("{first:02}.{}", from.year()),
        _ if from == to => written::short_date(from),
        _ => format!("{}–{}", written::short_date(from), written::short_date(to)),
    }
}

/// Returns what a unit is called.
pub(crate) fn unit(unit: &Unit, language: Language) -> String {
    match unit {
        Unit::Number(of) => of.clone(),
        Unit::Percent => words::PERCENT.get(language).to_owned(),
        Unit::Kroner => words::KRONER.get(language).to_owned(),
        Unit::Grade(scale) => scale.join(" < "),
    }
}

/// Every stage of the result chain with its word in forms.
pub(crate) const STAGES: [(ChainStage, &str, styrbord_app::texts::Text); 5] = [
    (ChainStage::Input, "input", words::INPUT),
    (ChainStage::Activity, "activity", words::ACTIVITY),
    (ChainStage::Output, "output", words::OUTPUT),
    (ChainStage::UserEffect, "user-effect", words::USER_EFFECT),
    (ChainStage::SocietyEffect, "society-effect", words::SOCIETY_EFFECT),
];

/// Which way is better, with its word in forms.
pub(crate) const BETTER: [(Better, &str, styrbord_app::texts::Text); 3] = [
    (Better::Higher, "higher", words::HIGHER),
    (Better::Lower, "lower", words::LOWER),
    (Better::Neither, "neither", words::NEITHER),
];

/// How often, with its word in forms.
pub(crate) const RHYTHMS: [(Frequency, &str, styrbord_app::texts::Text); 6] = [
    (Frequency::Yearly, "yearly", words::YEARLY),
    (Frequency::HalfYearly, "half-yearly", words::HALF_YEARLY),
    (Frequency::Tertial, "tertial", words::TERTIAL),
    (Frequency::Quarterly, "quarterly", words::QUARTERLY),
    (Frequency::Monthly, "monthly", words::MONTHLY),
    (Frequency::Weekly, "weekly", words::WEEKLY),
];

/// On which side of a target it is met, with its word in forms.
pub(crate) const AIMS: [(Aim, &str, styrbord_app::texts::Text); 3] = [
    (Aim::AtLeast, "at-least", words::LEAST),
    (Aim::AtMost, "at-most", words::MOST),
    (Aim::Exactly, "exactly", words::JUST),
];

/// Returns the colour and the words for whether a target is met.
pub(crate) fn met(met: Option<bool>, frame: &Frame) -> Option<(&'static str, &'static str)> {
    met.map(|met| if met { ("success", frame.t(words::MET)) } else { ("warning", frame.t(words::NOT_MET)) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_periods_are_written_in_the_norwegian_form() {
        let said = |text, language| Decimal::parse(text).map(|number| decimal(number, language));
        assert_eq!(said("-1204.50", Language::Nb).as_deref(), Some("\u{2212}1\u{a0}204,50"));
        assert_eq!(said("46.3", Language::En).as_deref(), Some("46.3"));
        for (text, name) in [
            ("2025-01-01/2025-12-31", "2025"),
            ("2025-05-01/2025-08-31", "T2 2025"),
            ("2024-02-01/2024-02-29", "02.2024"),
            ("2025-11-15/2025-11-15", "15.11.2025"),
            ("2024-10-01/2025-09-30", "01.10.2024–30.09.2025"),
        ] {
            assert_eq!(Period::parse(text).map(period).as_deref(), Some(name));
        }
    }
}
