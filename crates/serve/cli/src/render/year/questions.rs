//! The questions that must be answered before a letter is taken in.

use crate::output::{Screen, plain};
use crate::render::wrap::hang;
use crate::texts::year as words;
use crate::texts::{self, Text, count, join};
use styrbord_app::follow::{Candidate, Question, Why};

/// Draws the questions with the letter's words, and how each is answered.
pub(crate) fn draw(questions: &[Question], screen: Screen) -> String {
    let language = screen.language;
    let number = count(questions.len(), words::QUESTION, language);
    let mut text = hang(&words::ASKED.with(language, &[&number]), 0, screen.width) + "\n";
    for question in questions {
        text.push_str(&draw_one(question, screen));
    }
    text
}

fn draw_one(question: &Question, screen: Screen) -> String {
    let language = screen.language;
    let why = format!("{}. {}", question.number, why(question.why).get(language));
    let mut text = format!("\n{}\n", screen.bold(&hang(&why, 3, screen.width)));
    let place = question.span.map(|spot| texts::lines(spot.place.line, spot.place.end_line, language));
    let name = join([question.label.clone().unwrap_or_default(), question.title.clone()], " ");
    let place = place.map(|place| format!("({place})")).unwrap_or_default();
    text.push_str(&["   ", &hang(&plain(&join([name, place], " ")), 3, screen.width), "\n"].concat());
    for line in question.lines.iter().filter(|line| !line.is_empty()) {
        text.push_str(&["     | ", &hang(&plain(line), 7, screen.width), "\n"].concat());
    }
    for candidate in &question.candidates {
        text.push_str(&answer(question, &candidate.part.to_string(), &described(candidate), screen));
    }
    if question.may_be_new {
        text.push_str(&answer(question, "new", words::NEW_PART.get(language), screen));
    }
    text.push_str(&answer(question, "drop", words::LEFT_OUT.get(language), screen));
    text
}

fn answer(question: &Question, word: &str, means: &str, screen: Screen) -> String {
    let line = format!("--answer {}={word}", question.number);
    format!("     {}\n", hang(&join([line, plain(means)], "  "), 9, screen.width))
}

fn described(candidate: &Candidate) -> String {
    join([candidate.label.clone().unwrap_or_default(), candidate.title.clone()], " ")
}

fn why(why: Why) -> Text {
    match why {
        Why::Ambiguous => words::WHY_AMBIGUOUS,
        Why::Split => words::WHY_SPLIT,
        Why::Merged => words::WHY_MERGED,
        Why::LeftOver => words::WHY_LEFT_OVER,
        Why::ChangedSince => words::WHY_CHANGED_SINCE,
        Why::GoneButChangedSince => words::WHY_GONE,
        Why::GoneButWorkedOn => words::WHY_WORKED_ON,
        Why::UnclearRepeal => words::WHY_UNCLEAR_REPEAL,
        Why::UnknownRepeal => words::WHY_UNKNOWN_REPEAL,
    }
}
