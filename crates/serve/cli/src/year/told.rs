//! What went wrong, as one sentence with a remedy.

use crate::texts::year as words;
use crate::texts::{Text, join, year_money};
use anyhow::Error;
use styrbord_app::Language;
use styrbord_app::follow::{AnswerError, Failure, Unfit, YearError};

/// Returns what went wrong; `db` is the journal's name.
pub(crate) fn told(failure: Failure, db: &str, language: Language) -> Error {
    let sentence = |message: &str, help: &str| {
        let message = message.trim_end_matches('.');
        if help.is_empty() {
            message.to_owned()
        } else {
            words::SENTENCE.with(language, &[&message, &small(help)])
        }
    };
    Error::msg(match failure {
        Failure::Refused(refusal) => {
            sentence(refusal.said.message.get(language), refusal.said.help.get(language))
        }
        Failure::Store(error) => sentence(error.message().get(language), error.remedy().get(language)),
        Failure::Answer(error) => answer(&error, language),
        Failure::Year(error) => year(&error, db, language),
        Failure::Unfit(Unfit::NotAPlan(why)) => words::NOT_A_PLAN.with(language, &[&"JSON", &why]),
        Failure::Unfit(Unfit::Unreadable(error)) => error.to_string(),
        Failure::Asked(questions) => {
            let numbers = questions.iter().map(|question| question.number.to_string());
            words::NO_QUESTION.with(language, &[&join(numbers, ", ")])
        }
    })
}

/// Returns a help with a small first letter, so that it can stand in a sentence.
fn small(help: &str) -> String {
    let mut letters = help.trim_end_matches('.').chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string()).unwrap_or_default();
    first + letters.as_str()
}

fn answer(error: &AnswerError, language: Language) -> String {
    match error {
        AnswerError::Unreadable(text) => words::ANSWER_UNREADABLE.with(language, &[text]),
        AnswerError::Twice(number) => words::ANSWER_TWICE.with(language, &[number]),
        AnswerError::NoQuestion(number) => words::NO_QUESTION.with(language, &[number]),
        AnswerError::NotPossible(number) => words::ANSWER_NOT_POSSIBLE.with(language, &[number]),
        AnswerError::SamePart(number, part) => words::SAME_PART.with(language, &[number, part]),
    }
}

fn year(error: &YearError, db: &str, language: Language) -> String {
    let plain = |text: Text| text.get(language).to_owned();
    match error {
        YearError::None => words::NO_YEAR.with(language, &[&db]),
        YearError::Which(streams) => {
            let streams = join(streams.iter().map(ToString::to_string), ", ");
            words::WHICH_YEAR.with(language, &[&streams])
        }
        YearError::Unknown => plain(words::UNKNOWN_YEAR),
        YearError::NoAgency => plain(words::NO_AGENCY),
        YearError::NoMinistry => plain(words::NO_MINISTRY),
        YearError::NoYear => plain(words::NO_YEAR_IN_LETTER),
        YearError::OtherAgency(own, theirs) => words::OTHER_AGENCY.with(language, &[own, theirs]),
        YearError::OtherYear(own, theirs) => words::OTHER_YEAR.with(language, &[own, theirs]),
        YearError::NoLetter(file) => words::NO_LETTER.with(language, &[file]),
        YearError::ClockOfReal => plain(words::CLOCK_OF_REAL),
        YearError::NoPerson(name) => words::NO_PERSON.with(language, &[name]),
        YearError::ManyPeople(name) => words::MANY_PEOPLE.with(language, &[name]),
        YearError::WhichDeadline(object, keys) => words::WHICH_DEADLINE.with(language, &[object, keys]),
        YearError::WhichGround => plain(words::WHICH_GROUND),
        YearError::NoPost(post) => year_money::NO_POST.with(language, &[post]),
        YearError::NoValue(value, series) => year_money::NO_VALUE.with(language, &[value, series]),
        YearError::WhoSetsTarget => plain(year_money::WHO_SETS_TARGET),
    }
}
