//! What a person answers: `3=assignment-7`, `4=new`, `5=drop`.

use super::question::Question;
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use styrbord_events::ObjectId;

/// One answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// It is this part of the year.
    Part(ObjectId),
    /// It is a part that the year did not have.
    New,
    /// What the letter says here is left out.
    Drop,
}

/// Answers by the number of the question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers(BTreeMap<usize, Answer>);

/// What is wrong with an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnswerError {
    /// It is not written as `N=assignment-7`, `N=new` or `N=drop`.
    Unreadable(String),
    /// The question is answered twice.
    Twice(usize),
    /// There is no question of the number.
    NoQuestion(usize),
    /// The question cannot be answered like this.
    NotPossible(usize),
    /// Two questions are answered with one part.
    SamePart(usize, ObjectId),
}

impl fmt::Display for AnswerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AnswerError::Unreadable(text) => {
                write!(f, "{text} is not written as 3=assignment-7, 3=new or 3=drop")
            }
            AnswerError::Twice(number) => write!(f, "question {number} is answered twice"),
            AnswerError::NoQuestion(number) => write!(f, "there is no question {number}"),
            AnswerError::NotPossible(number) => write!(f, "question {number} cannot be answered like this"),
            AnswerError::SamePart(number, part) => {
                write!(f, "question {number} is answered with {part}, which is another part already")
            }
        }
    }
}

impl std::error::Error for AnswerError {}

impl FromStr for Answer {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "new" => Ok(Answer::New),
            "drop" => Ok(Answer::Drop),
            _ => text.parse().map(Answer::Part).map_err(|_| ()),
        }
    }
}

impl Answers {
    /// Reads answers, one in each text; of a file, one on each line. Empty lines and those after `#` are passed over.
    ///
    /// # Errors
    /// The first one that cannot be read, or is given twice.
    pub fn read<'a>(texts: impl IntoIterator<Item = &'a str>) -> Result<Self, AnswerError> {
        let mut answers = BTreeMap::new();
        for text in texts {
            let text = text.split('#').next().unwrap_or_default().trim();
            if text.is_empty() {
                continue;
            }
            let unreadable = || AnswerError::Unreadable(text.to_owned());
            let (number, answer) = text.split_once('=').ok_or_else(unreadable)?;
            let number = number.trim().parse().map_err(|_| unreadable())?;
            let answer = answer.trim().parse().map_err(|()| unreadable())?;
            if answers.insert(number, answer).is_some() {
                return Err(AnswerError::Twice(number));
            }
        }
        Ok(Self(answers))
    }

    /// Returns the answer to a question.
    pub fn get(&self, number: usize) -> Option<Answer> {
        self.0.get(&number).copied()
    }

    /// Checks that every answer is one to a question that is asked, and of a kind that it takes.
    ///
    /// # Errors
    /// The first answer that is not.
    pub(super) fn check(&self, questions: &[Question]) -> Result<(), AnswerError> {
        for (number, answer) in &self.0 {
            let question = questions.iter().find(|question| question.number == *number);
            let question = question.ok_or(AnswerError::NoQuestion(*number))?;
            let fits = match answer {
                Answer::Part(part) => question.kind == Some(part.kind),
                Answer::New => question.may_be_new,
                Answer::Drop => true,
            };
            if !fits {
                return Err(AnswerError::NotPossible(*number));
            }
        }
        Ok(())
    }
}
