//! Norwegian public holidays and working days.
//!
//! The days are those of the law on public holidays (lov om helligdager og helligdagsfred, 1995) and of the
//! law on 1 and 17 May as public holidays (1947).

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::name::{Language, Weekday};

/// A Norwegian public holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Holiday {
    NewYearsDay,
    MaundyThursday,
    GoodFriday,
    EasterSunday,
    EasterMonday,
    LabourDay,
    ConstitutionDay,
    AscensionDay,
    WhitSunday,
    WhitMonday,
    ChristmasDay,
    BoxingDay,
}

impl Holiday {
    /// Returns the name of the holiday.
    pub const fn name(self, language: Language) -> &'static str {
        let [nb, nn, en] = match self {
            Self::NewYearsDay => ["første nyttårsdag", "første nyttårsdag", "New Year's Day"],
            Self::MaundyThursday => ["skjærtorsdag", "skjærtorsdag", "Maundy Thursday"],
            Self::GoodFriday => ["langfredag", "langfredag", "Good Friday"],
            Self::EasterSunday => ["første påskedag", "første påskedag", "Easter Sunday"],
            Self::EasterMonday => ["andre påskedag", "andre påskedag", "Easter Monday"],
            Self::LabourDay => ["1. mai", "1. mai", "Labour Day"],
            Self::ConstitutionDay => ["17. mai", "17. mai", "Constitution Day"],
            Self::AscensionDay => ["Kristi himmelfartsdag", "Kristi himmelfartsdag", "Ascension Day"],
            Self::WhitSunday => ["første pinsedag", "første pinsedag", "Whit Sunday"],
            Self::WhitMonday => ["andre pinsedag", "andre pinsedag", "Whit Monday"],
            Self::ChristmasDay => ["første juledag", "første juledag", "Christmas Day"],
            Self::BoxingDay => ["andre juledag", "andre juledag", "Boxing Day"],
        };
        match language {
            Language::Nb => nb,
            Language::Nn => nn,
            Language::En => en,
        }
    }
}

/// Returns the public holidays of a year in order of date; two may fall on the same day.
pub fn holidays(year: i16) -> Vec<(Date, Holiday)> {
    let easter = easter_sunday(year);
    let mut days = vec![
        (Date::nearest(year, 1, 1), Holiday::NewYearsDay),
        (easter.add_days(-3), Holiday::MaundyThursday),
        (easter.add_days(-2), Holiday::GoodFriday),
        (easter, Holiday::EasterSunday),
        (easter.add_days(1), Holiday::EasterMonday),
        (Date::nearest(year, 5, 1), Holiday::LabourDay),
        (Date::nearest(year, 5, 17), Holiday::ConstitutionDay),
        (easter.add_days(39), Holiday::AscensionDay),
        (easter.add_days(49), Holiday::WhitSunday),
        (easter.add_days(50), Holiday::WhitMonday),
        (Date::nearest(year, 12, 25), Holiday::ChristmasDay),
        (Date::nearest(year, 12, 26), Holiday::BoxingDay),
    ];
    days.sort_unstable();
    days
}

/// Tells whether a day is neither Saturday, Sunday nor a public holiday.
pub fn is_working_day(date: Date) -> bool {
    let weekend = matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday);
    !weekend && holidays(date.year()).iter().all(|&(holiday, _)| holiday != date)
}

/// Returns the day itself when it is a working day, else the first working day after it.
pub fn next_working_day(date: Date) -> Date {
    let mut day = date;
    while !is_working_day(day) && day < Date::MAX {
        day = day.add_days(1);
    }
    day
}

/// Returns Easter Sunday of a year, after the Gregorian computus (Meeus, Jones and Butcher).
pub fn easter_sunday(year: i16) -> Date {
    let count = i32::from(year.clamp(1, 9999));
    let golden = count % 19;
    let (century, of_century) = (count / 100, count % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let march_days = epact + weekday - 7 * late + 114;
    Date::nearest(year, (march_days / 31) as u8, (march_days % 31 + 1) as u8)
}
